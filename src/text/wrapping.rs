//! Hard-wrapped text: lines broken at a column, as wires and e-mail programs do.

use super::Line;

/// For each line, whether it goes on with the paragraph of the line before it.
///
/// Text wrapped at a column shows it in two ways: many lines begin in lower case, and where a line ends the next word
/// would not have fitted. Only both together count, over the whole text or over one run of lines between blank ones.
pub(super) fn joins(source: &str, lines: &[Line]) -> Vec<bool> {
    let measured: Vec<Measured> = lines.iter().map(|line| measure(source, line)).collect();
    let mut joins = vec![false; lines.len()];
    if let Some(width) = wrap_width(&measured) {
        join(&measured, width, &mut joins);
        return joins;
    }
    let mut start = 0;
    for end in 1..=lines.len() {
        if end == lines.len() || !measured[end].follows {
            if end - start >= 3
                && let Some(width) = wrap_width(&measured[start..end])
            {
                join(&measured[start..end], width, &mut joins[start..end]);
            }
            start = end;
        }
    }
    joins
}

/// What wrapping shows in, of one line.
struct Measured {
    /// Characters.
    len: usize,
    first_word: usize,
    indent: usize,
    /// No blank line stands before it.
    follows: bool,
    begins_lower: bool,
    begins_item: bool,
    ends_sentence: bool,
}

/// Longer lines are no hard-wrapped ones.
const WIDEST: usize = 130;
const NARROWEST: usize = 28;

fn measure(source: &str, line: &Line) -> Measured {
    let words = line.span.of(source);
    let before = &source[..line.span.start as usize];
    let indent = before
        .chars()
        .rev()
        .take(WIDEST)
        .take_while(|c| matches!(c, ' ' | '\t' | '\u{a0}'));
    Measured {
        len: words.chars().take(WIDEST + 2).count(),
        first_word: words.chars().take(WIDEST).take_while(|c| !c.is_whitespace()).count(),
        indent: indent.map(|c| if c == '\t' { 8 } else { 1 }).sum(),
        follows: line.blank_before == 0 && line.span.start > 0,
        begins_lower: words.starts_with(char::is_lowercase),
        begins_item: begins_item(words),
        ends_sentence: words
            .trim_end_matches(['”', '"', '’', '\'', ')', ']'])
            .ends_with(['.', '!', '?', ':', '…']),
    }
}

fn begins_item(line: &str) -> bool {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    line.starts_with(['•', '·', '▪', '*', '–', '—', '►', '●'])
        || line.starts_with("- ")
        || line.starts_with("-- ")
        || (digits > 0 && digits < 3 && line[digits..].starts_with([')', '.']))
}

/// The column that these lines are wrapped at, if they are: the length of the longest line. The few longest lines may
/// be others, such as a headline that was never wrapped.
fn wrap_width(lines: &[Measured]) -> Option<usize> {
    let mut widths: Vec<usize> = lines.windows(2).filter(|p| p[1].follows).map(|p| p[0].len).collect();
    if widths.len() < 2 {
        return None;
    }
    widths.sort_unstable_by(|a, b| b.cmp(a));
    let more = (widths.len() / 20).min(20);
    widths.truncate(4 + more);
    widths.dedup();
    widths.into_iter().find(|&width| {
        let (mut pairs, mut soft, mut full) = (0, 0, 0);
        for pair in lines.windows(2).filter(|p| p[1].follows) {
            pairs += 1;
            if pair[1].begins_lower && !pair[0].ends_sentence {
                soft += 1;
                full += usize::from(is_full(&pair[0], &pair[1], width));
            }
        }
        (NARROWEST..=WIDEST).contains(&width) && soft >= 2 && soft * 5 >= pairs && full * 10 >= soft * 7
    })
}

/// The next line's first word would not have fitted on this line. Where no sentence ends, two columns are forgiven, for
/// a tab or a wide letter.
fn is_full(line: &Measured, next: &Measured, width: usize) -> bool {
    let forgiven = if line.ends_sentence { 0 } else { 2 };
    line.len <= width + 1 && line.len + 1 + next.first_word + forgiven > width
}

fn join(lines: &[Measured], width: usize, joins: &mut [bool]) {
    for i in 1..lines.len() {
        let (line, next) = (&lines[i - 1], &lines[i]);
        let ragged = next.begins_lower && !line.ends_sentence && line.len * 2 > width && line.len <= width + 1;
        let new_paragraph = next.begins_item || (line.ends_sentence && next.indent > line.indent + 1);
        joins[i] = next.follows && !new_paragraph && (is_full(line, next, width) || ragged);
    }
}

#[cfg(test)]
mod tests {
    use crate::text::read;

    /// How many lines each block has.
    fn check(source: &str, expected: &[u32]) {
        let text = read(source, &[]);
        let lines: Vec<u32> = text.blocks.iter().map(|b| b.lines.end - b.lines.start).collect();
        assert_eq!(lines, expected, "{source}");
    }

    #[test]
    fn wrapped_paragraphs_are_joined() {
        check(
            "\
Port union rejects plan
By Ana Ruiz

ARLEN (QNA) - Dock workers in Arlen voted on Monday to reject the plan
of the harbour board, and their union said it would call a strike unless
the board came back to the table.

The board, which runs the port for the city, called the vote a setback
but said that talks would go on.",
            &[1, 1, 3, 2],
        );
    }

    #[test]
    fn a_short_line_ends_a_wrapped_paragraph() {
        check(
            "\
ARLEN (QNA) - Dock workers in Arlen voted on Monday to reject the plan
of the harbour board, and their union said it would call a strike.
The board, which runs the port for the city, called the vote a setback
but said that talks would go on until the end of the month, whatever
the union does.
A strike would be the first in ten years and would close the harbour to
all ships but those that carry food.",
            &[2, 3, 2],
        );
    }

    #[test]
    fn indented_paragraphs_part() {
        check(
            "\
   Dock workers in Arlen voted on Monday to reject the plan of the new
harbour board, and their union said it would call a strike very soon.
   The board, which runs the port for the city, called it a setback and
said that talks would go on.",
            &[2, 2],
        );
    }

    #[test]
    fn a_poem_keeps_its_lines() {
        check(
            "The ships\nare gone from the harbour\nand nobody\nhas asked for a long while\nwhere",
            &[1, 1, 1, 1, 1],
        );
    }

    #[test]
    fn short_lines_are_not_wrapped_ones() {
        check(
            "oil industry\nport of Arlen\ndock strikes\nshipping\ntrade",
            &[1, 1, 1, 1, 1],
        );
    }
}
