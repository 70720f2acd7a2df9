//! What a mark can do where it stands: open, close, or nothing, because it is an apostrophe, feet or inches, or a bullet.

use super::glyphs::{Glyph, after_gap};
use crate::analysis::Span;
use crate::lexicon::NO_POSSESSIVE;

/// A mark with the characters around it; marks and invisible characters between are passed over.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    pub start: usize,
    pub end: usize,
    pub glyph: Glyph,
    pub before: Option<char>,
    pub after: Option<char>,
    pub line_start: bool,
}

/// What a mark can do where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Open,
    Close,
    /// Opens, or closes what is open.
    Either,
    /// Opens only where a firm close follows: it may be an elision. "’Twas", "’90".
    WeakOpen,
    /// Closes only where no better close follows: it may be a possessive or a unit. "the ministers’ plan", `a 6" pipe`.
    WeakClose,
    /// Closes only where no close after punctuation follows. "'lasting cuts' and", but "'the crews' and the cooks' money,'"
    LikelyClose,
}

/// What a double mark can do.
pub(super) fn double(source: &str, block: Span, c: &Candidate) -> Option<Role> {
    let opens = after_gap(c.before) && opens_before(c.after);
    let closes = closes_after(c.before) && before_gap(c.after);
    let digit_before = c.before.is_some_and(|b| b.is_ascii_digit());
    match c.glyph {
        Glyph::StraightDouble | Glyph::TwoApostrophes => {
            if digit_before {
                // `5'10"`, `42°30'15"`, `8"30`: units. `a 6" pipe`: most likely.
                if c.after.is_some_and(|a| a.is_ascii_digit()) {
                    return None;
                }
                if after_feet(source, block, c.start) {
                    return Some(Role::WeakClose);
                }
                return Some(if closes { Role::WeakClose } else { Role::Either });
            }
            Some(match (opens, closes) {
                (true, false) => Role::Open,
                (false, true) => Role::Close,
                _ => Role::Either,
            })
        }
        // The shape says what it is, unless the place says the contrary: “We go,“ and ”Vi går”.
        Glyph::LeftDouble | Glyph::LowDouble if closes && !opens => Some(Role::Either),
        // „ Wir gehen “, sagte er
        Glyph::LeftDouble if !opens && c.after.is_some_and(|a| !a.is_whitespace()) => Some(Role::Either),
        Glyph::RightDouble if opens && !closes => Some(Role::Either),
        Glyph::RightDouble if digit_before => Some(Role::WeakClose),
        Glyph::RightDouble => Some(Role::Close),
        _ => Some(Role::Open),
    }
}

/// What a single mark can do, if it is no apostrophe.
pub(super) fn single(source: &str, block: Span, c: &Candidate) -> Option<Role> {
    let alphanumeric = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    // "don't", "shouldn‘t", "the 1990's", "5'10".
    if alphanumeric(c.before) && alphanumeric(c.after) {
        return None;
    }
    let next = word_after(source, block, c.end);
    if c.before.is_some_and(|b| !b.is_whitespace()) && alphanumeric(c.after) && is_any(next, &CLITICS) {
        return None;
    }
    let opens = after_gap(c.before) && opens_before(c.after);
    let closes = closes_after(c.before) && before_gap(c.after);
    let spaced = c.before.is_none_or(char::is_whitespace) && c.after.is_none_or(char::is_whitespace);
    match c.glyph {
        Glyph::LowSingle => return opens.then_some(Role::Open),
        // A lone backtick opens where it stands for ‘; pairs of them are code.
        Glyph::Backtick => return opens.then_some(Role::Open),
        Glyph::LeftSingle if spaced => return Some(Role::WeakOpen),
        Glyph::RightSingle if spaced => return Some(Role::Close),
        _ if spaced => return None,
        _ => {}
    }
    if opens && !closes {
        return if decade(next) {
            None
        } else if (is_any(next, &ELISIONS) && !hyphen_after(source, c.end + next.len()))
            || c.glyph == Glyph::RightSingle
            || (next.len() == 2 && next.bytes().all(|b| b.is_ascii_digit()))
        {
            // "’Twas", "the summer of ’69"; or a quotation that opens the wrong way.
            Some(Role::WeakOpen)
        } else {
            Some(Role::Open)
        };
    }
    if closes && !opens {
        if c.before.is_some_and(|b| b.is_numeric()) {
            return Some(Role::WeakClose);
        }
        let last = word_before(source, block, c.start);
        if is_any(last, &CLIPPED) {
            return Some(Role::WeakClose);
        }
        let ends = |end: &str| last.len() >= end.len() && last[last.len() - end.len()..].eq_ignore_ascii_case(end);
        let possessive = last.is_ascii() && (ends("s") || ends("x") || ends("z"));
        let touches = c.after.is_some_and(|a| !a.is_whitespace());
        if last.is_ascii() && ends("in") && last.len() > 3 && !touches {
            // "We're singin' at sea"
            return Some(Role::WeakClose);
        }
        // "the ministers’ plan", "the dockers’. It always was": but not "'lasting cuts' and".
        return Some(if !possessive {
            Role::Close
        } else if touches || (!next.is_empty() && !NO_POSSESSIVE.contains(next.to_ascii_lowercase().as_str())) {
            Role::WeakClose
        } else {
            Role::LikelyClose
        });
    }
    Some(Role::Either)
}

/// What a guillemet or a corner bracket can do.
pub(super) fn bracket(c: &Candidate) -> Option<Role> {
    use Glyph::*;
    let opens = after_gap(c.before) && opens_before(c.after);
    let closes = closes_after(c.before) && before_gap(c.after);
    match c.glyph {
        LeftCorner | LeftWhiteCorner => Some(Role::Open),
        RightCorner | RightWhiteCorner => Some(Role::Close),
        // A bullet at the line's start: "» Read more".
        RightGuillemet | RightSingleGuillemet if c.line_start && c.after.is_some_and(char::is_whitespace) => None,
        // Reversed: »Wir gehen«.
        RightGuillemet | RightSingleGuillemet if opens && !closes => Some(Role::Either),
        LeftGuillemet | LeftSingleGuillemet if closes && !opens => Some(Role::Either),
        LeftGuillemet | LeftSingleGuillemet => Some(Role::Open),
        _ => Some(Role::Close),
    }
}

/// A quotation can open before this.
fn opens_before(after: Option<char>) -> bool {
    after.is_some_and(|c| !c.is_whitespace() && !matches!(c, ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}'))
}

/// A quotation can close after this.
fn closes_after(before: Option<char>) -> bool {
    before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '[' | '{'))
}

/// A quotation can close before this.
fn before_gap(after: Option<char>) -> bool {
    after.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '$' | '£' | '€' | '#' | '@'))
}

/// `5'10"`: the number before the mark is itself behind a foot or minute mark.
fn after_feet(source: &str, block: Span, at: usize) -> bool {
    let before = source[block.start as usize..at].trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let before = before.trim_end_matches([' ', '-']);
    let Some(feet) = before.strip_suffix(['\'', '’', '′', '‘']) else {
        return false;
    };
    feet.ends_with(|c: char| c.is_ascii_digit())
}

/// Words that begin with an apostrophe. "'em", "'n'", "'til".
const ELISIONS: [&str; 27] = [
    "appen",
    "arf",
    "ave",
    "bout",
    "cause",
    "cos",
    "coz",
    "cuz",
    "d",
    "em",
    "er",
    "fraid",
    "gainst",
    "im",
    "kay",
    "ll",
    "n",
    "ndrangheta",
    "neath",
    "nuff",
    "re",
    "round",
    "s",
    "til",
    "tis",
    "twas",
    "ve",
];

/// What an apostrophe joins to the word before it, even over other punctuation. "Yahoo!'s", "the U.S.'s".
const CLITICS: [&str; 7] = ["d", "ll", "m", "re", "s", "t", "ve"];

/// Words that end with an apostrophe for a letter left out. "an ol' man", "rock n' roll".
const CLIPPED: [&str; 7] = ["an", "lil", "n", "o", "ol", "po", "th"];

/// "'re-elect me'" is no elision.
fn hyphen_after(source: &str, at: usize) -> bool {
    source.get(at..).is_some_and(|rest| rest.starts_with('-'))
}

/// "'90s", "'00s".
fn decade(next: &str) -> bool {
    let digits = next.trim_end_matches(['s', 'S']);
    digits.len() < next.len() && digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit())
}

fn is_any(word: &str, list: &[&str]) -> bool {
    word.len() <= 12 && list.iter().any(|l| l.eq_ignore_ascii_case(word))
}

/// The letters and digits after `at`, past white space and other marks; at most 16 bytes are looked at.
fn word_after(source: &str, block: Span, at: usize) -> &str {
    let rest = &source[at..block.end as usize];
    let start = rest
        .char_indices()
        .take(6)
        .find(|(_, c)| !c.is_whitespace() && !is_mark(*c))
        .map_or(rest.len(), |(i, _)| i);
    let rest = &rest[start..];
    let end = rest
        .char_indices()
        .take(16)
        .take_while(|(_, c)| c.is_alphanumeric())
        .last()
        .map_or(0, |(i, c)| i + c.len_utf8());
    &rest[..end]
}

/// The letters before `at`, at most 16 of them.
fn word_before(source: &str, block: Span, at: usize) -> &str {
    let mut before = &source[block.start as usize..at];
    for _ in 0..3 {
        before = before.strip_suffix(is_mark).unwrap_or(before);
    }
    let start = before
        .char_indices()
        .rev()
        .take(16)
        .take_while(|(_, c)| c.is_alphanumeric())
        .last()
        .map_or(before.len(), |(i, _)| i);
    &before[start..]
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '“' | '”' | '„' | '\'' | '‘' | '’' | '‚' | '`' | '«' | '»' | '‹' | '›'
    )
}
