//! Whether a date begins at a token of a byline, a dateline or a caption.

use std::ops::Range;

use crate::lexicon::calendar;
use crate::text::{Text, TokenKind};

/// "Feb 3", "3 February 2025", ", Feb. 3, 2025" in a dateline: where it ends.
pub fn dateline_end(text: &Text, start: usize, end: usize) -> Option<usize> {
    let mut i = start;
    let (mut month, mut number) = (false, false);
    while i < end && i < start + 6 {
        if is_month(text, i) {
            month = true;
        } else if is_number(text, i) {
            number = true;
        } else if !(text.form(i) == "," && month && number && i + 1 < end && is_number(text, i + 1)) {
            break;
        }
        i += 1;
    }
    (month && number).then_some(i)
}

/// The date of a byline begins at `start`: "Published 3 February", "Feb. 3, 2025 9:45 am".
pub fn opens_byline_date(text: &Text, start: usize, end: usize) -> bool {
    matches!(text.form(start), "published" | "updated" | "posted" | "last")
        || (is_number(text, start) && end - start < 12)
        || (is_month(text, start) && start + 1 < end && is_number(text, start + 1))
}

/// A day with its year stands among the tokens: "March 1, 2024", "1 March 2024".
pub fn tells_full_day(text: &Text, mut tokens: Range<usize>) -> bool {
    let end = tokens.end;
    let number = |i: usize, digits: usize| is_number(text, i) && text.form(i).len() <= digits;
    tokens.any(|i| {
        i + 2 < end
            && ((is_month(text, i) && number(i + 1, 2) && (text.form(i + 2) == "," || number(i + 2, 4)))
                || (number(i, 2) && is_month(text, i + 1) && number(i + 2, 4)))
    })
}

fn is_month(text: &Text, i: usize) -> bool {
    calendar::month(text.form(i).trim_end_matches('.')).is_some()
}

fn is_number(text: &Text, i: usize) -> bool {
    text.tokens[i].kind == TokenKind::Number
}
