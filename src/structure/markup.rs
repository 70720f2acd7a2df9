//! What the pasted markup says of a line, as qualities for the line tagger.

use super::line::LineFacts;
use crate::text::{Inside, Tag, Words};

/// Small numbers, each for one thing that the markup says; none where the line came without any.
pub(super) fn qualities(line: &LineFacts) -> Vec<u64> {
    let Some(markup) = line.markup else {
        return Vec::new();
    };
    let tag = markup.tag.map_or(0, tag);
    let mut all = vec![tag, 64 + u64::from(markup.list_depth.min(4))];
    // Links in a paragraph are few; a line that is all link is another article's, or a button.
    let shares = [markup.links, markup.bold, markup.italic, markup.time, markup.author];
    for (n, &share) in shares.iter().enumerate() {
        let share = match share {
            0 => continue,
            1..=25 => 1,
            26..=60 => 2,
            61..=99 => 3,
            _ => 4,
        };
        all.push(128 + n as u64 * 8 + share);
        if n == 0 {
            all.push(1024 + tag * 8 + share);
        }
    }
    let flags = |set: &[bool], base: u64| -> Vec<u64> {
        set.iter()
            .zip(base..)
            .filter(|(has, _)| **has)
            .map(|(_, n)| n)
            .collect()
    };
    all.extend(flags(
        &Inside::ALL.iter().map(|f| markup.inside.has(f.0)).collect::<Vec<_>>(),
        256,
    ));
    all.extend(flags(
        &Words::ALL.iter().map(|f| markup.own.has(f.0)).collect::<Vec<_>>(),
        320,
    ));
    all.extend(flags(
        &Words::ALL.iter().map(|f| markup.around.has(f.0)).collect::<Vec<_>>(),
        384,
    ));
    all
}

/// A number below 4096 for how the line is marked up: lines of one kind are mostly marked up alike.
pub(super) fn signature(line: &LineFacts) -> u64 {
    line.markup.map_or(0, |m| {
        let flags = [
            Inside::List,
            Inside::Figure,
            Inside::Aside,
            Inside::Table,
            Inside::Quote,
        ];
        let flags = flags.iter().fold(0, |bits, f| bits * 2 + u64::from(m.inside.has(*f)));
        (m.tag.map_or(31, tag) * 32 + flags) * 4 + u64::from(m.links == 100) * 2 + u64::from(m.bold > 60)
    })
}

fn tag(tag: Tag) -> u64 {
    match tag {
        Tag::Heading(level) => u64::from(level.min(6)),
        Tag::Paragraph => 10,
        Tag::Division => 11,
        Tag::ListItem => 12,
        Tag::Term => 13,
        Tag::Description => 14,
        Tag::FigureCaption => 15,
        Tag::TableCaption => 16,
        Tag::Cell => 17,
        Tag::HeadCell => 18,
        Tag::Quote => 19,
        Tag::Preformatted => 20,
        Tag::Time => 21,
        Tag::Address => 22,
        Tag::Cite => 23,
        Tag::Button => 24,
        Tag::Label => 25,
        Tag::Summary => 26,
        Tag::Legend => 27,
        Tag::Image => 28,
    }
}
