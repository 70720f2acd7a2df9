//! A line of dates and times cut into its items: numbers, months, clock times, zones, labels.

use crate::lexicon::calendar;
use crate::lexicon::time_words::{TimeWord, time_word};

/// What an item means in a line of dates and times.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// Its value and how many digits it is written with.
    Number(u32, usize),
    /// "3rd".
    Ordinal(u32),
    Clock {
        hour: u32,
        minute: u32,
        colon: bool,
    },
    Month(u32),
    /// Of another language than English.
    ForeignMonth(u32),
    Weekday,
    ForeignWeekday,
    Counter(Counter),
    /// Minutes from UTC; None where that depends on the season or is not known ("ET").
    Zone(Option<i32>),
    /// Post meridiem.
    Half(bool),
    /// "published", "updated".
    Label,
    Ago,
    /// "min", "hours".
    Unit,
    Read,
    /// "at", "on", "|".
    Filler,
    Dash,
    Slash,
    Dot,
    Comma,
    Sign(i32),
    Other,
}

/// What a number counts: "年", "월".
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Counter {
    Year,
    Month,
    Day,
    Hour,
    Minute,
}

/// A word, number or sign of the line, by its bytes.
pub(super) struct Item {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// The items of a line, or of its beginning up to the first beyond `most` of `Kind::Other`.
pub(super) fn cut(words: &str, most: usize) -> Vec<Item> {
    let bytes = words.as_bytes();
    let mut others = 0;
    let mut items: Vec<Item> = Vec::new();
    let mut at = 0;
    while at < bytes.len() && others <= most {
        let rest = &words[at..];
        let c = rest.chars().next().unwrap_or(' ');
        let start = at;
        let kind = if c.is_ascii_digit() {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            // "2024.03.31": no clock time after a stop.
            let after_stop = items.last().is_some_and(|i| i.end == start && i.kind == Kind::Dot);
            number(rest, digits, after_stop, &mut at)
        } else if let Some(counter) = counter(c).filter(|_| after_number(&items, start) && !is_time_word(rest)) {
            at += c.len_utf8();
            Kind::Counter(counter)
        } else if c.is_alphabetic() {
            let mut end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            // "UTCUpdated" is two words.
            if let Some(i) = glued(&rest[..end]) {
                end = i;
            }
            // "a.m.", "p.m."
            let half = rest
                .get(..3)
                .is_some_and(|h| h.eq_ignore_ascii_case("a.m") || h.eq_ignore_ascii_case("p.m"));
            if half {
                end = 3;
            }
            if rest[end..].starts_with('.') && end <= 4 {
                at += end + 1;
            } else {
                at += end;
            }
            if half {
                Kind::Half(c.eq_ignore_ascii_case(&'p'))
            } else {
                word(&rest[..end])
            }
        } else {
            at += c.len_utf8();
            match c {
                ',' => Kind::Comma,
                '/' => Kind::Slash,
                '.' => Kind::Dot,
                '-' | '–' | '—' => Kind::Dash,
                '+' | '−' => Kind::Sign(if c == '+' { 1 } else { -1 }),
                _ if c.is_alphanumeric() => Kind::Other,
                _ if c.is_whitespace() || !c.is_ascii_graphic() => {
                    if !c.is_whitespace() {
                        items.push(Item {
                            kind: Kind::Filler,
                            start,
                            end: at,
                        });
                    }
                    continue;
                }
                '（' | '）' | '：' | '・' | '／' => Kind::Filler,
                '|' | '(' | ')' | ':' | '[' | ']' | '*' | '~' => Kind::Filler,
                _ => Kind::Other,
            }
        };
        others += usize::from(kind == Kind::Other);
        items.push(Item { kind, start, end: at });
    }
    items
}

fn after_number(items: &[Item], start: usize) -> bool {
    items
        .last()
        .is_some_and(|i| i.end == start && matches!(i.kind, Kind::Number(..)))
}

/// "時間前" in "3時間前", of which the first sign is no counter.
fn is_time_word(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    rest[..end].chars().nth(1).is_some() && time_word(&rest[..end]).is_some()
}

/// A number, a clock time, an ordinal. "20247:55" is a year and a clock time that were glued in copying.
fn number(rest: &str, digits: usize, after_stop: bool, at: &mut usize) -> Kind {
    let bytes = rest.as_bytes();
    let value = |s: &str| s.parse::<u32>().unwrap_or(0);
    let two_after = |i: usize| {
        bytes
            .get(i + 1..i + 3)
            .is_some_and(|m| m.iter().all(u8::is_ascii_digit))
            && !bytes.get(i + 3).is_some_and(u8::is_ascii_digit)
    };
    let separator = bytes.get(digits).copied();
    if digits > 4 && digits <= 6 && separator == Some(b':') && (rest.starts_with("20") || rest.starts_with("19")) {
        *at += 4;
        return Kind::Number(value(&rest[..4]), 4);
    }
    if digits <= 2
        && matches!(separator, Some(b':' | b'.' | b'h'))
        && !(separator == Some(b'.') && after_stop)
        && two_after(digits)
        && value(&rest[..digits]) < 24
        && value(&rest[digits + 1..digits + 3]) < 60
        // "03.02.2025" is a date.
        && !(separator == Some(b'.') && bytes.get(digits + 3) == Some(&b'.') && bytes.get(digits + 4).is_some_and(u8::is_ascii_digit))
    {
        let mut end = digits + 3;
        if separator == Some(b':') && bytes.get(end) == Some(&b':') && two_after(end) {
            end += 3;
            if bytes.get(end) == Some(&b'.') {
                end += 1 + rest[end + 1..].bytes().take_while(u8::is_ascii_digit).count();
            }
        }
        *at += end;
        return Kind::Clock {
            hour: value(&rest[..digits]),
            minute: value(&rest[digits + 1..digits + 3]),
            colon: separator == Some(b':'),
        };
    }
    let after = &rest[digits..];
    if digits <= 2
        && ["st", "nd", "rd", "th"]
            .iter()
            .any(|s| after.get(..2).is_some_and(|a| a.eq_ignore_ascii_case(s)))
    {
        *at += digits + 2;
        return Kind::Ordinal(value(&rest[..digits]));
    }
    // "1,984" is a sum.
    let thousands = after.as_bytes();
    if digits <= 3
        && thousands.first() == Some(&b',')
        && thousands.get(1..4).is_some_and(|t| t.iter().all(u8::is_ascii_digit))
        && !thousands.get(4).is_some_and(u8::is_ascii_digit)
    {
        *at += digits + 4;
        return Kind::Other;
    }
    *at += digits;
    Kind::Number(value(&rest[..digits.min(9)]), digits)
}

/// Where "UTCUpdated" or "amLast" parts.
fn glued(word: &str) -> Option<usize> {
    let capital_inside = word.bytes().skip(1).any(|b| b.is_ascii_uppercase());
    ["Updated", "Last", "Published", "Modified"]
        .iter()
        .filter(|_| capital_inside)
        .find_map(|w| word.find(w).filter(|&i| i > 0))
}

fn word(word: &str) -> Kind {
    let lower = word.to_lowercase();
    if let Some(month) = calendar::month(&lower) {
        return Kind::Month(month);
    }
    if lower == "tues" || lower == "thur" || lower == "thurs" || calendar::weekday(&lower).is_some() {
        return Kind::Weekday;
    }
    match time_word(&lower) {
        Some(TimeWord::Label) => Kind::Label,
        Some(TimeWord::Filler) => Kind::Filler,
        Some(TimeWord::Unit) => Kind::Unit,
        Some(TimeWord::Ago) => Kind::Ago,
        Some(TimeWord::Read) => Kind::Read,
        Some(TimeWord::Day) => Kind::Weekday,
        Some(TimeWord::Half(post)) => Kind::Half(post),
        Some(TimeWord::Zone(minutes)) => Kind::Zone(minutes),
        Some(TimeWord::Month(month)) => Kind::ForeignMonth(month),
        Some(TimeWord::Weekday) => Kind::ForeignWeekday,
        None => Kind::Other,
    }
}

/// The sign that counts in East Asian dates, directly after a number: "2021年3月12日", "오후 2시 30분".
fn counter(c: char) -> Option<Counter> {
    Some(match c {
        '年' | '년' => Counter::Year,
        '月' | '월' => Counter::Month,
        '日' | '일' => Counter::Day,
        '時' | '时' | '点' | '點' | '시' => Counter::Hour,
        '分' | '분' => Counter::Minute,
        _ => return None,
    })
}
