//! Lines, and the lines that belong together.

use std::ops::Range;

use super::characters::{is_blank, is_control, is_line_end, is_word};
use super::{Hint, Line, markdown, wrapping};
use crate::analysis::{Note, NoteCode, Span};
use crate::lexicon::abbreviations;

/// The non-blank lines of the text. LF, CR, CRLF and Unicode's line and paragraph separators end a line; what is
/// invisible at a line's edges is no part of it.
pub(super) fn split(source: &str, hints: &[Hint]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut blank_before = 0;
    let formatted = !hints.is_empty();
    let mut hints = hints.iter().peekable();
    let mut start = 0;
    while start < source.len() {
        let (end, next) = line_end(source, start);
        let line = &source[start..end];
        let content = line.trim_matches(is_blank);
        if content.is_empty() {
            blank_before += 1;
        } else {
            let from = start + (line.len() - line.trim_start_matches(is_blank).len());
            let span = Span::new(from, from + content.len());
            while hints.next_if(|h| (h.at as usize) < start).is_some() {}
            let markup = hints.next_if(|h| h.at < span.end).map(|h| h.markup);
            lines.push(Line {
                span,
                content: span,
                blank_before,
                markup,
            });
            blank_before = 0;
        }
        start = next;
    }
    if !formatted {
        markdown::mark(source, &mut lines);
    }
    lines
}

/// Where the line ends that begins at `start`, and where the next begins.
fn line_end(source: &str, start: usize) -> (usize, usize) {
    let Some(i) = source[start..].find(is_line_end) else {
        return (source.len(), source.len());
    };
    let end = start + i;
    let rest = &source[end..];
    let len = match rest.strip_prefix("\r\n") {
        Some(_) => 2,
        None => rest.chars().next().map_or(1, char::len_utf8),
    };
    (end, end + len)
}

/// Groups lines into blocks: a line each, but the lines of a hard-wrapped paragraph, of a word divided at a line's end
/// and of a drop cap together.
pub(super) fn group(source: &str, lines: &[Line]) -> Vec<Range<u32>> {
    let wrapped = wrapping::joins(source, lines);
    let loudest = |line: &Line| line.markup.and_then(|m| m.loudest());
    let mut blocks: Vec<Range<u32>> = Vec::new();
    for i in 0..lines.len() as u32 {
        let at = i as usize;
        let joins = at > 0
            && loudest(&lines[at]) == loudest(&lines[at - 1])
            && (wrapped[at] || divided_word(source, lines, at) || drop_cap(source, lines, at));
        match blocks.last_mut() {
            Some(block) if joins => block.end = i + 1,
            _ => blocks.push(i..i + 1),
        }
    }
    blocks
}

/// The line before ends in the middle of a word: "… the negotia-" / "tions ended".
fn divided_word(source: &str, lines: &[Line], at: usize) -> bool {
    let before = lines[at - 1].span.of(source);
    lines[at].blank_before == 0
        && before.len() > 20
        && before
            .strip_suffix('-')
            .is_some_and(|b| b.ends_with(char::is_lowercase))
        && lines[at].span.of(source).starts_with(char::is_lowercase)
}

/// The line before is a drop cap: "T" / "he mayor left".
fn drop_cap(source: &str, lines: &[Line], at: usize) -> bool {
    let mut letter = lines[at - 1].span.of(source).chars();
    let (Some(c), None) = (letter.next(), letter.next()) else {
        return false;
    };
    if !c.is_uppercase() || lines[at].blank_before > 1 {
        return false;
    }
    let line = lines[at].span.of(source);
    let word = &line[..line.find(|c: char| !is_word(c)).unwrap_or(line.len())];
    // "A" and "I" are words too: nothing but a long line can be their sentence.
    (line.starts_with(char::is_lowercase) && (c != 'X') && line.len() > 20) || abbreviations::has_drop_cap(c, word)
}

/// Says where control characters begin, if there are any.
pub(super) fn note_control_characters(source: &str, notes: &mut Vec<Note>) {
    if let Some((at, c)) = source.char_indices().find(|&(_, c)| is_control(c)) {
        notes.push(Note {
            code: NoteCode::ControlCharacters,
            span: Span::new(at, at + c.len_utf8()),
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::NoteCode;
    use crate::text::read;

    /// The blocks, their line ends shown as "⏎".
    fn check(source: &str, expected: &[&str]) {
        let text = read(source, &[]);
        let shown: Vec<String> = text
            .blocks
            .iter()
            .map(|b| b.span.of(source).replace(['\n', '\r'], "⏎"))
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn every_line_end_ends_a_line() {
        check(
            "a\r\nb\nc\rd\u{2028}e\u{2029}f\u{85}g",
            &["a", "b", "c", "d", "e", "f", "g"],
        );
    }

    #[test]
    fn invisible_edges_are_no_part_of_a_line() {
        check("\u{feff} One\u{a0}\n\u{200b}\n\u{a0}\n\tTwo \0", &["One", "Two"]);
    }

    #[test]
    fn blank_lines_are_counted() {
        let text = read("One\n\n\u{200b}\nTwo\nThree", &[]);
        let blanks: Vec<u32> = text.lines.iter().map(|l| l.blank_before).collect();
        assert_eq!(blanks, [0, 2, 0]);
    }

    #[test]
    fn one_line_is_one_paragraph() {
        check(
            "The port union met on Monday.\nIt voted to strike.\nNo date was set.",
            &[
                "The port union met on Monday.",
                "It voted to strike.",
                "No date was set.",
            ],
        );
    }

    #[test]
    fn a_drop_cap_joins_its_line() {
        check("T\nhe mayor left.", &["T⏎he mayor left."]);
        check("T\nHE MAYOR left.", &["T⏎HE MAYOR left."]);
        check("A\nThe mayor left.", &["A", "The mayor left."]);
    }

    #[test]
    fn a_divided_word_joins_its_lines() {
        check(
            "Moor said that the long negotia-\ntions had ended.",
            &["Moor said that the long negotia-⏎tions had ended."],
        );
    }

    #[test]
    fn control_characters_are_noted_once() {
        let text = read("One\0two\u{1}", &[]);
        assert_eq!(text.notes.len(), 1);
        assert_eq!(text.notes[0].code, NoteCode::ControlCharacters);
        assert_eq!(text.notes[0].span.start, 3);
    }
}
