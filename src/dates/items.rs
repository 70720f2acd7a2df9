//! A line of dates and times cut into its items: numbers, months, clock times, zones, labels.

use crate::lexicon::calendar::month;

/// What an item means in a line of dates and times.
#[derive(Clone, Debug, PartialEq)]
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
    Weekday,
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
            number(rest, digits, &mut at)
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
                '|' | '(' | ')' | ':' | '[' | ']' | '*' | '~' => Kind::Filler,
                _ => Kind::Other,
            }
        };
        others += usize::from(kind == Kind::Other);
        items.push(Item { kind, start, end: at });
    }
    items
}

/// A number, a clock time, an ordinal. "20247:55" is a year and a clock time that were glued in copying.
fn number(rest: &str, digits: usize, at: &mut usize) -> Kind {
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
    match lower.as_str() {
        "am" => Kind::Half(false),
        "pm" => Kind::Half(true),
        "ago" | "earlier" => Kind::Ago,
        "yesterday" | "today" => Kind::Weekday,
        "now" | "just" => Kind::Filler,
        "read" | "reading" | "watch" => Kind::Read,
        "s" | "sec" | "secs" | "second" | "seconds" | "m" | "min" | "mins" | "minute" | "minutes" | "h" | "hr"
        | "hrs" | "hour" | "hours" | "d" | "day" | "days" | "w" | "week" | "weeks" | "month" | "months" | "year"
        | "years" => Kind::Unit,
        "published" | "updated" | "posted" | "modified" | "created" | "last" | "first" | "originally" | "publish"
        | "date" | "upd" | "uploaded" | "issued" | "released" | "update" | "edited" | "revised" | "added" | "pub" => {
            Kind::Label
        }
        "at" | "on" | "the" | "of" | "and" | "a" | "an" | "about" | "from" | "time" | "local" | "by" | "in"
        | "est_" | "o" | "clock" | "approximately" | "noon" | "midnight" => Kind::Filler,
        "utc" | "gmt" | "z" | "t" | "wet" => Kind::Zone(Some(0)),
        "bst" | "cet" | "wat" | "west" => Kind::Zone(Some(60)),
        "cest" | "eet" | "sast" | "cat" => Kind::Zone(Some(120)),
        "msk" | "eat" | "eest" | "trt" => Kind::Zone(Some(180)),
        "gst" => Kind::Zone(Some(240)),
        "pkt" => Kind::Zone(Some(300)),
        "ist" => Kind::Zone(Some(330)),
        "npt" => Kind::Zone(Some(345)),
        "wib" | "ict" => Kind::Zone(Some(420)),
        "sgt" | "hkt" | "myt" | "pht" | "awst" | "cst_cn" => Kind::Zone(Some(480)),
        "jst" | "kst" => Kind::Zone(Some(540)),
        "aest" => Kind::Zone(Some(600)),
        "aedt" => Kind::Zone(Some(660)),
        "nzst" => Kind::Zone(Some(720)),
        "nzdt" => Kind::Zone(Some(780)),
        "est" | "cdt" => Kind::Zone(Some(-300)),
        "edt" => Kind::Zone(Some(-240)),
        "cst" | "mdt" => Kind::Zone(Some(-360)),
        "mst" | "pdt" => Kind::Zone(Some(-420)),
        "pst" => Kind::Zone(Some(-480)),
        "et" | "ct" | "mt" | "pt" | "eastern" | "pacific" | "central" => Kind::Zone(None),
        "mon" | "tue" | "tues" | "wed" | "thu" | "thur" | "thurs" | "fri" | "sat" | "sun" | "monday" | "tuesday"
        | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" => Kind::Weekday,
        _ => month(&lower).map_or(Kind::Other, Kind::Month),
    }
}
