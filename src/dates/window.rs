//! Days and clock times of running English, read by the grammar of written dates at a token.

use super::items::{Item, Kind, cut};
use super::written::{Clock, Written, clock_at, day_at};
use crate::text::Text;

/// Enough for "Sept. 30, 2025 at 10:30 a.m. EST (GMT-5)".
const TOKENS: usize = 14;

/// The day that begins at token `t`, and the token after it. "May" and "March" only with a capital.
pub(super) fn day(text: &Text, t: usize, end: usize) -> Option<(usize, Written)> {
    let (words, items) = window(text, t, end);
    let mut written = day_at(&items, 0)?;
    // "On 3 May 2,000 people came", "3 May, 2021": a year stands close.
    if !is_prose(words, &items[..written.len]) {
        let named = items[..written.len].iter().position(is_month)?;
        written = Written {
            len: named.max(1) + 1,
            year: None,
            ..written
        };
        if written.figures || !is_prose(words, items.get(..written.len)?) {
            return None;
        }
    }
    let after = token_after(text, t, end, items[written.len - 1].end)?;
    Some((after, written))
}

/// A clock time and how it was written.
pub(super) struct Time {
    pub clock: Clock,
    /// "a.m.", "pm".
    pub half: bool,
    pub zone: bool,
    /// "14:30", with two digits before the colon.
    pub colon: bool,
    /// "hrs", "hours".
    pub hours: bool,
}

/// The clock time that begins at token `t`, and the token after it.
pub(super) fn clock(text: &Text, t: usize, end: usize) -> Option<(usize, Time)> {
    let (words, mut items) = window(text, t, end);
    for item in &mut items {
        let word = words[item.start..item.end].trim_end_matches('.');
        // "et", "eat" are zones in capitals only.
        if matches!(item.kind, Kind::Zone(_)) && !word.bytes().all(|b| b.is_ascii_uppercase()) {
            item.kind = Kind::Other;
        }
        let hours = matches!(word, "hrs" | "hours" | "h");
        if item.kind == Kind::Unit && !hours {
            item.kind = Kind::Other;
        }
    }
    let (len, clock) = clock_at(&items, 0)?;
    let has = |is: fn(&Kind) -> bool| items[..len].iter().any(|i| is(&i.kind));
    let time = Time {
        clock,
        half: has(|k| matches!(k, Kind::Half(_))),
        zone: has(|k| matches!(k, Kind::Zone(_))),
        colon: has(|k| matches!(k, Kind::Clock { colon: true, .. })) && items[0].end >= 4,
        hours: has(|k| matches!(k, Kind::Unit)),
    };
    Some((token_after(text, t, end, items[len - 1].end)?, time))
}

/// The words from token `t` on, and their items up to the first that belongs to no date.
fn window<'a>(text: &Text<'a>, t: usize, end: usize) -> (&'a str, Vec<Item>) {
    if t >= end {
        return ("", Vec::new());
    }
    let last = end.min(t + TOKENS) - 1;
    let words = &text.source[text.tokens[t].span.start as usize..text.tokens[last].span.end as usize];
    (words, cut(words, 0))
}

fn is_month(item: &Item) -> bool {
    matches!(item.kind, Kind::Month(_))
}

/// In running text, a day and its month stand side by side ("of" and a glued hyphen aside), a comma only before the
/// year, and figures have no gap between them.
fn is_prose(words: &str, items: &[Item]) -> bool {
    let Some(last) = items.len().checked_sub(1) else {
        return false;
    };
    let glued = items.windows(2).all(|w| w[0].end == w[1].start);
    if !items.iter().any(is_month) {
        return glued;
    }
    items.iter().enumerate().all(|(i, item)| match item.kind {
        Kind::Number(..) | Kind::Ordinal(_) => true,
        Kind::Month(_) => words[item.start..].starts_with(char::is_uppercase),
        Kind::Comma => i + 1 == last && i >= 2,
        Kind::Filler => i == 1 && &words[item.start..item.end] == "of",
        Kind::Dash => glued,
        _ => false,
    })
}

/// The token after the one that ends at byte `at` of what begins with token `t`. None where a token goes on there.
fn token_after(text: &Text, t: usize, end: usize, at: usize) -> Option<usize> {
    let at = text.tokens[t].span.start as usize + at;
    let mut after = t;
    while after < end && text.tokens[after].span.end as usize <= at {
        after += 1;
    }
    let cuts = after < end && (text.tokens[after].span.start as usize) < at;
    // "It ended on 3 Sept." the stop is the sentence's.
    if after > t + 1 && text.form(after - 1) == "." {
        after -= 1;
    }
    (after > t && !cuts).then_some(after)
}
