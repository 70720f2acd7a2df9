//! The fields that are read out of the labelled blocks.

use super::tagger::Tagged;
use super::{Page, Structure, byline, dateline};
use crate::analysis::{Block, BlockKind, Byline, Dateline, Note, NoteCode, Published, Section, Sign, Span};
use crate::dates;
use crate::text::Tag;

pub(super) fn collect(page: &Page, mut tagged: Vec<Tagged>) -> Structure {
    let mut notes = Vec::new();
    let headline = headline(page, &mut tagged);
    if headline.is_none() && page.lines.len() > 1 {
        notes.push(Note {
            code: NoteCode::NoHeadline,
            span: page.lines[0].span,
        });
    }
    let second = second_article(page, &mut tagged, headline);
    if let Some(i) = second {
        notes.push(Note {
            code: NoteCode::SecondArticle,
            span: page.lines[i].span,
        });
    }
    let mut blocks: Vec<Block> = page
        .lines
        .iter()
        .zip(&tagged)
        .map(|(line, tagged)| Block {
            kind: tagged.kind,
            span: line.span,
            section: None,
            rule: tagged.signs.first().map_or(Sign::Order, |s| s.sign),
            confidence: tagged.confidence(),
            runner_up: tagged.runner_up(),
            signs: tagged.signs.clone(),
        })
        .collect();
    let second = second.unwrap_or(blocks.len());
    let sections = sections(&mut blocks);
    let kicker = headline
        .and_then(|h| blocks[..h].iter().rev().find(|b| b.kind == BlockKind::Kicker))
        .map(|b| b.span);
    let mut structure = Structure {
        headline: headline.map(|h| blocks[h].span),
        standfirst: standfirst(&blocks[..second]),
        kicker,
        bylines: bylines(page, &blocks[..second]),
        dateline: dateline(page, &blocks[..second]),
        published: published(page, &blocks[..second]),
        sections,
        notes,
        blocks,
    };
    // Fields are read out of what stands between Markdown's marks; blocks are the whole lines.
    for (block, whole) in structure.blocks.iter_mut().zip(&page.text.blocks) {
        block.span = whole.span;
    }
    structure
}

/// From which probability on a line is the headline where none was labelled so.
const HEADLINE: f32 = 0.15;

/// The likeliest headline. The others are only where the same words stand again.
fn headline(page: &Page, tagged: &mut [Tagged]) -> Option<usize> {
    let chance = |t: &Tagged| t.chance(BlockKind::Headline);
    let marked = {
        let mut h1 =
            (0..tagged.len()).filter(|&i| page.lines[i].markup.is_some_and(|m| m.tag == Some(Tag::Heading(1))));
        h1.next().filter(|_| h1.next().is_none())
    };
    let best = (0..tagged.len())
        .rev()
        .max_by(|&a, &b| chance(&tagged[a]).total_cmp(&chance(&tagged[b])))?;
    let best = marked.unwrap_or(best);
    if marked.is_none() && tagged[best].kind != BlockKind::Headline && chance(&tagged[best]) < HEADLINE {
        return None;
    }
    let key = &page.lines[best].key;
    for (i, tagged) in tagged.iter_mut().enumerate() {
        let other = &page.lines[i].key;
        let holds = |long: &str, short: &str| short.len() > 15 && long.ends_with(short);
        let same = i == best
            || !key.is_empty() && (bare_title(other) == bare_title(key) || holds(other, key) || holds(key, other));
        if i == best {
            tagged.relabel(BlockKind::Headline, Sign::OnlyHeadline, page.lines[i].span);
        } else if tagged.kind == BlockKind::Headline && !same {
            tagged.take_runner_up();
        }
    }
    // Of several the barest: "Port union rejects plan", not "News > Ports > Port union rejects plan".
    let headlines = (0..tagged.len()).filter(|&i| tagged[i].kind == BlockKind::Headline);
    headlines.min_by_key(|&i| (page.lines[i].key.len(), i))
}

/// Where a second article begins, if one was pasted below the first: a title below running text, with a byline, a time
/// or a dateline under it, and running text again. It becomes a headline.
fn second_article(page: &Page, tagged: &mut [Tagged], headline: Option<usize>) -> Option<usize> {
    let is_text = |t: &Tagged, i: usize| t.kind == BlockKind::Paragraph && page.lines[i].is_prose();
    let mut text_above = 0;
    let mut text_below = (0..tagged.len()).filter(|&i| is_text(&tagged[i], i)).count();
    let mut found = None;
    for i in 0..tagged.len() {
        let text = usize::from(is_text(&tagged[i], i));
        let line = &page.lines[i];
        let title = headline.is_some_and(|h| i > h) && line.is_title() && line.count >= 4 && text == 0;
        let signed = || {
            let below = (i + 1..tagged.len().min(i + 4)).take_while(|&j| !is_text(&tagged[j], j));
            below
                .map(|j| &tagged[j])
                .any(|t| matches!(t.kind, BlockKind::Byline | BlockKind::Timestamp | BlockKind::Dateline))
        };
        let soon = || {
            (i + 1..tagged.len().min(i + 8))
                .filter(|&j| is_text(&tagged[j], j))
                .count()
        };
        if title && text_above >= 2 && text_below >= 2 && signed() && soon() >= 2 {
            found = Some(i);
            break;
        }
        text_above += text;
        text_below -= text;
    }
    let second = found?;
    tagged[second].relabel(BlockKind::Headline, Sign::SecondHeadline, page.lines[second].span);
    Some(second)
}

/// The headline without the name of the site: "Port union rejects plan | The Quay Herald".
fn bare_title(key: &str) -> &str {
    let cut = [" | ", " - ", " – ", " — ", " · "]
        .iter()
        .filter_map(|s| key.rfind(s).map(|i| (i, i + s.len())))
        .max();
    match cut {
        Some((end, site)) if key[site..].split_whitespace().count() <= 5 && end > 15 => key[..end].trim(),
        _ => key,
    }
}

/// The first standfirst, with the lines that stand directly under it.
fn standfirst(blocks: &[Block]) -> Option<Span> {
    let first = blocks.iter().position(|b| b.kind == BlockKind::Standfirst)?;
    let last = blocks[first..]
        .iter()
        .take_while(|b| b.kind == BlockKind::Standfirst)
        .last()?;
    Some(Span {
        start: blocks[first].span.start,
        end: last.span.end,
    })
}

/// Every author once.
fn bylines(page: &Page, blocks: &[Block]) -> Vec<Byline> {
    let mut bylines: Vec<Byline> = Vec::new();
    for block in blocks.iter().filter(|b| b.kind == BlockKind::Byline).take(20) {
        let Some(credit) = byline::read(page.text, block.span) else {
            continue;
        };
        // "Court reporter" under the name; "The Associated Press" under it says for whom.
        if let (Some(role), Some(last)) = (credit.role, bylines.last_mut()) {
            last.role = last.role.take().or(Some(role));
        }
        let agencies = credit.bylines.iter().all(|b| byline::is_agency(&b.name.to_lowercase()));
        if agencies && !credit.labelled && !bylines.is_empty() {
            continue;
        }
        for byline in credit.bylines {
            match bylines.iter_mut().find(|b| b.name.eq_ignore_ascii_case(&byline.name)) {
                Some(known) => known.role = known.role.take().or(byline.role),
                None => bylines.push(byline),
            }
        }
    }
    bylines
}

/// A dateline block, or one that the first paragraphs begin with.
fn dateline(page: &Page, blocks: &[Block]) -> Option<Dateline> {
    let own = blocks
        .iter()
        .find(|b| b.kind == BlockKind::Dateline)
        .and_then(|b| dateline::read(page.text, b.span));
    let inline = || {
        blocks
            .iter()
            .filter(|b| b.kind == BlockKind::Paragraph)
            .take(2)
            .find_map(|b| dateline::read(page.text, b.span).filter(|f| f.sure && !f.alone))
            .filter(|f| !f.colon || !is_transcript(blocks, page.text.source))
    };
    let in_byline = || {
        let block = blocks.iter().find(|b| b.kind == BlockKind::Byline)?;
        let credit = byline::read(page.text, block.span)?;
        let place = credit
            .place
            .filter(|p| p.of(page.text.source).chars().all(|c| !c.is_lowercase()))?;
        Some(Dateline {
            place: place.of(page.text.source).to_string(),
            agency: credit
                .bylines
                .first()
                .map(|b| b.name.clone())
                .filter(|n| byline::is_agency(&n.to_lowercase())),
            date: None,
            span: place,
        })
    };
    own.or_else(inline).map(|f| f.dateline).or_else(in_byline)
}

/// Several paragraphs begin with a name in capitals and a colon: "MOOR: We start Monday."
fn is_transcript(blocks: &[Block], source: &str) -> bool {
    let turn = |b: &&Block| {
        let words = b.span.of(source);
        words.split_once(": ").is_some_and(|(name, _)| {
            name.len() < 40 && name.contains(char::is_alphabetic) && !name.contains(char::is_lowercase)
        })
    };
    blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Paragraph)
        .take(20)
        .filter(turn)
        .count()
        > 1
}

/// The first date in a timestamp or a byline.
fn published(page: &Page, blocks: &[Block]) -> Option<Published> {
    blocks
        .iter()
        .filter(|b| matches!(b.kind, BlockKind::Timestamp | BlockKind::Byline))
        .take(30)
        .find_map(|b| {
            let words = b.span.of(page.text.source);
            match b.kind {
                BlockKind::Timestamp => dates::timestamp_line(words, b.span)?.date,
                _ => byline::read(page.text, b.span)?.published,
            }
        })
}

/// The crossheads and the blocks of text that each opens.
fn sections(blocks: &mut [Block]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (i, block) in blocks.iter_mut().enumerate() {
        match block.kind {
            BlockKind::Crosshead => sections.push(Section {
                crosshead: Some(i as u32),
                blocks: Vec::new(),
            }),
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::PullQuote => {
                if sections.is_empty() {
                    sections.push(Section {
                        crosshead: None,
                        blocks: Vec::new(),
                    });
                }
                if let Some(section) = sections.last_mut() {
                    section.blocks.push(i as u32);
                }
            }
            _ => continue,
        }
        block.section = sections
            .last()
            .filter(|s| s.crosshead.is_some())
            .map(|_| sections.len() as u32 - 1);
    }
    sections
}
