//! Whether a date begins at a token of a byline, a dateline or a caption.

use std::ops::Range;

use super::window;
use crate::lexicon::calendar;
use crate::text::{Text, TokenKind};

/// "Feb 3", "3 February 2025", "Monday, Feb. 3" in a dateline: where it ends.
pub fn dateline_end(text: &Text, start: usize, end: usize) -> Option<usize> {
    let weekday = start < end && calendar::weekday(text.form(start).trim_end_matches('.')).is_some();
    let comma = weekday && start + 1 < end && text.form(start + 1) == ",";
    let day = start + usize::from(weekday) + usize::from(comma);
    (day < end)
        .then(|| window::day(text, day, end))
        .flatten()
        .map(|(end, _)| end)
}

/// The date of a byline begins at `start`: "Published 3 February", "Feb. 3, 2025 9:45 am".
pub fn opens_byline_date(text: &Text, start: usize, end: usize) -> bool {
    matches!(text.form(start), "published" | "updated" | "posted" | "last")
        || (is_number(text, start) && end - start < 12)
        || (is_month(text, start) && start + 1 < end && is_number(text, start + 1))
}

/// A day as captions tell it stands among the tokens: "March 1, 2024", "1 March 2024", or "March 1, " with the year
/// understood.
pub fn tells_day(text: &Text, mut tokens: Range<usize>) -> bool {
    let end = tokens.end;
    tokens.any(|t| {
        (is_number(text, t) || is_month(text, t))
            && window::day(text, t, end).is_some_and(|(after, day)| {
                let comma = after < end && text.form(after) == ",";
                !day.figures && (day.year.is_some() || comma && is_month(text, t))
            })
    })
}

fn is_month(text: &Text, i: usize) -> bool {
    calendar::month(text.form(i).trim_end_matches('.')).is_some()
}

fn is_number(text: &Text, i: usize) -> bool {
    text.tokens[i].kind == TokenKind::Number
}
