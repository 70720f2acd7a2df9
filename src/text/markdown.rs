//! Markdown: what its marks say of the lines, read as the same evidence as pasted HTML.
//!
//! "# Port to close" is a heading, "> We have no choice." a quotation, "*By Ana Ruiz*" a line in italics. The marks at a
//! line's edges are no part of its content; the source stays as it is.

use super::{Inside, Line, Markup, Tag};
use crate::analysis::Span;

/// Gives the lines of a text in Markdown their markup, and takes the marks at their edges off their content. Leaves any
/// other text alone.
pub(super) fn mark(source: &str, lines: &mut [Line]) {
    if !is_markdown(source, lines) {
        return;
    }
    for i in 0..lines.len() {
        let words = lines[i].span.of(source);
        let underline = lines
            .get(i + 1)
            .filter(|l| l.blank_before == 0)
            .map_or("", |l| l.span.of(source));
        let (mut markup, mut inner) = (Markup::default(), words);
        if let Some((level, rest)) = heading(words) {
            markup.tag = Some(Tag::Heading(level));
            markup.inside = Inside::Heading;
            inner = rest;
        } else if is_underline(underline) && !is_underline(words) {
            markup.tag = Some(Tag::Heading(if underline.starts_with('=') { 1 } else { 2 }));
            markup.inside = Inside::Heading;
        } else if let Some(rest) = words.strip_prefix('>') {
            markup.tag = Some(Tag::Quote);
            markup.inside = Inside::Quote;
            inner = rest.trim_start_matches(['>', ' ']);
        } else if is_item(words) {
            markup.tag = Some(Tag::ListItem);
            markup.inside = Inside::List.and(Inside::ListItem);
            markup.list_depth = 1;
        } else {
            markup.tag = Some(Tag::Paragraph);
        }
        let bare = without_emphasis(inner);
        if bare.len() < inner.len() {
            let bold = inner.starts_with("**") || inner.starts_with("__");
            *(if bold { &mut markup.bold } else { &mut markup.italic }) = 100;
            inner = bare;
        }
        if inner.starts_with('[') && inner.ends_with(')') && inner.matches("](").count() == 1 {
            markup.links = 100;
        }
        if !inner.is_empty() {
            let start = lines[i].span.start as usize + (inner.as_ptr() as usize - words.as_ptr() as usize);
            lines[i].content = Span::new(start, start + inner.len());
        }
        lines[i].markup = Some(markup);
    }
}

/// A heading, and besides it another heading or another mark that plain text hardly has.
fn is_markdown(source: &str, lines: &[Line]) -> bool {
    let words = || lines.iter().map(|l| l.span.of(source));
    let headings = words().filter(|w| heading(w).is_some()).count()
        + words()
            .skip(1)
            .zip(lines.iter().skip(1))
            .filter(|(w, l)| is_underline(w) && l.blank_before == 0)
            .count();
    headings > 0
        && (headings > 1
            || words().any(|w| {
                w.contains("](http") || w.contains("**") || w.starts_with("> ") || without_emphasis(w).len() < w.len()
            }))
}

/// The level of a heading and its words: "## Union angry".
fn heading(words: &str) -> Option<(u8, &str)> {
    let rest = words.trim_start_matches('#');
    let level = words.len() - rest.len();
    let inner = rest.trim_end_matches('#').trim();
    ((1..=6).contains(&level) && rest.starts_with(' ') && inner.contains(char::is_alphabetic))
        .then_some((level as u8, inner))
}

/// "=====" under a heading.
fn is_underline(words: &str) -> bool {
    words.len() > 3 && (words.bytes().all(|b| b == b'=') || words.bytes().all(|b| b == b'-'))
}

fn is_item(words: &str) -> bool {
    ["- ", "* ", "+ "].iter().any(|mark| words.starts_with(mark))
}

/// The line without emphasis around all of it: "*By Ana Ruiz*", "**Sam Lowe**".
fn without_emphasis(words: &str) -> &str {
    for mark in ["**", "__", "*", "_"] {
        if let Some(inner) = words.strip_prefix(mark).and_then(|w| w.strip_suffix(mark))
            && !inner.is_empty()
            && !inner.contains(mark)
            && !inner.starts_with(char::is_whitespace)
        {
            return inner;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use crate::text;

    fn lines(source: &str) -> Vec<String> {
        let text = text::read(source, &[]);
        text.lines.iter().map(|l| l.content.of(source).to_string()).collect()
    }

    #[test]
    fn marks_at_the_edges_of_lines_are_no_words() {
        let source = "# Port to close\n\n*By Ana Ruiz*\n\nThe port closes.\n\n## Why ##\n\n> We have no choice.\n";
        assert_eq!(
            lines(source),
            [
                "Port to close",
                "By Ana Ruiz",
                "The port closes.",
                "Why",
                "We have no choice."
            ]
        );
    }

    #[test]
    fn other_texts_are_left_alone() {
        let source = "# 1 fan wins\n\nShe said so.\n";
        assert_eq!(lines(source), ["# 1 fan wins", "She said so."]);
        let source = "*By Ana Ruiz*\n\n> She said so.\n";
        assert_eq!(lines(source), ["*By Ana Ruiz*", "> She said so."]);
    }
}
