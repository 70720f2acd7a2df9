//! Whether a date begins at a token of a byline, a dateline or a caption.

use std::ops::Range;

use super::window;
use crate::lexicon::calendar;
use crate::text::{Text, TokenKind};

/// "Feb 3", "3 February 2025", "Monday, Feb. 3" in a dateline: where it ends.
pub fn dateline_end(text: &Text, start: usize, end: usize) -> Option<usize> {
    let day = after_weekday(text, start, end).unwrap_or(start);
    (day < end)
        .then(|| window::day(text, day, end))
        .flatten()
        .map(|(end, _)| end)
}

/// A date begins at `start` with its day of the week: "Thu 9 Jan 2025", "Monday, Feb. 3".
pub fn opens_with_weekday(text: &Text, start: usize, end: usize) -> bool {
    after_weekday(text, start, end).is_some_and(|day| day < end && window::day(text, day, end).is_some())
}

/// The token after a day of the week and the comma or stop behind it: "Monday, ", "Wed. ". None where there is no day of
/// the week.
pub(super) fn after_weekday(text: &Text, start: usize, end: usize) -> Option<usize> {
    let is = |t: usize, mark: &str| t < end && text.form(t) == mark;
    let form = if start < end { text.form(start) } else { "" };
    calendar::weekday(form.trim_end_matches('.'))?;
    // The stop is a token of its own where a sentence could end.
    let stop = usize::from(form.len() == 3 && is(start + 1, "."));
    let comma = usize::from(is(start + 1 + stop, ","));
    Some(start + 1 + stop + comma)
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
