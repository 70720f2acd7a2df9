//! Lines that say when: "Published: 3 February 2025", "Mon 3 Feb 2025 09.14 GMT", "Updated 2 hours ago", "3 min read".

use super::items::{Item, Kind, cut};
use crate::analysis::{Published, Span};

/// What a line of dates and times says.
#[derive(Clone, Debug, PartialEq)]
pub struct Timestamp {
    /// The date with its time, as written and in ISO 8601. None where the line says only "2 hours ago" or "3 min read".
    pub date: Option<Published>,
    /// Only an hour: "10.42 GMT".
    pub clock_only: bool,
    /// "1:24": more likely the length of a film.
    pub length: bool,
}

/// Reads a line that holds nothing but a timestamp.
pub fn timestamp_line(words: &str, span: Span) -> Option<Timestamp> {
    if words.len() > 200 {
        return None;
    }
    // A label allows for two words that say nothing of time; most lines have more at once.
    let items = cut(words, 2);
    let labelled = matches!(items.first().map(|i| &i.kind), Some(Kind::Label));
    let unknown = items.iter().filter(|i| i.kind == Kind::Other).count();
    if unknown > usize::from(labelled) * 2 || items.is_empty() {
        return None;
    }
    let date = find(words, &items, span);
    let has = |kind: fn(&Kind) -> bool| items.iter().any(|i| kind(&i.kind));
    let ago = has(|k| matches!(k, Kind::Ago)) && has(|k| matches!(k, Kind::Unit | Kind::Number(..)));
    let reading = has(|k| matches!(k, Kind::Read)) && has(|k| matches!(k, Kind::Unit));
    let clock = items.iter().any(|i| matches!(i.kind, Kind::Clock { .. }));
    let day_only = items
        .iter()
        .all(|i| matches!(i.kind, Kind::Weekday | Kind::Filler | Kind::Label))
        && has(|k| matches!(k, Kind::Weekday));
    let bare_date = date_without_year(&items);
    let label_alone = labelled && date.is_none() && !ago && !clock;
    if date.is_none() && !ago && !reading && !clock && !bare_date && !day_only
        || label_alone && !reading && !bare_date && !day_only
    {
        return None;
    }
    let clock_only = clock && date.is_none() && !bare_date && !ago;
    let length = items.len() == 1 && matches!(items[0].kind, Kind::Clock { colon: true, hour, .. } if hour < 24)
        || matches!(&items[..], [a, b] if a.kind == Kind::Filler && matches!(b.kind, Kind::Clock { colon: true, .. }));
    Some(Timestamp {
        date,
        clock_only,
        length,
    })
}

/// The first date in a line that holds other words too: "by Ana Ruiz Feb. 3, 2025 9:45 am".
pub fn date_in_line(words: &str, span: Span) -> Option<Published> {
    // Every date has a number.
    if words.len() > 300 || !words.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    find(words, &cut(words, usize::MAX), span)
}

fn date_without_year(items: &[Item]) -> bool {
    items.windows(2).any(|w| {
        matches!(
            (&w[0].kind, &w[1].kind),
            (Kind::Month(_), Kind::Number(_, 1 | 2) | Kind::Ordinal(_))
                | (Kind::Number(_, 1 | 2) | Kind::Ordinal(_), Kind::Month(_))
        )
    })
}

struct Day {
    year: u32,
    month: u32,
    day: u32,
}

/// The first date with a year, with the clock time beside it.
fn find(words: &str, items: &[Item], span: Span) -> Option<Published> {
    let (from, to, day) = (0..items.len()).find_map(|i| day_at(items, i).map(|(len, day)| (i, i + len, day)))?;
    // Numbers like 5/3/2024 are read month first where the clock has halves, as in America, else day first.
    let (mut first, mut last) = (from, to);
    let mut clock = None;
    // Before the date: "08:21 BST, 9 June 2023", "Mon 3 Feb".
    let mut i = from;
    while i > 0 {
        match items[i - 1].kind {
            Kind::Weekday | Kind::Zone(_) | Kind::Half(_) | Kind::Clock { .. } | Kind::Comma => i -= 1,
            Kind::Filler | Kind::Dash
                if matches!(&words[items[i - 1].start..items[i - 1].end], "on" | "-" | "–" | "|")
                    && i > 1
                    && matches!(items[i - 2].kind, Kind::Zone(_) | Kind::Half(_) | Kind::Clock { .. }) =>
            {
                i -= 1;
            }
            _ => break,
        }
        if !matches!(items[i].kind, Kind::Comma | Kind::Filler | Kind::Dash) {
            first = i;
        }
    }
    if let Some((_, found)) = (first..from).find_map(|i| clock_at(items, i)) {
        clock = Some(found);
    }
    // After it: "February 3, 2025 at 9:14 a.m. EST".
    let mut i = to;
    while clock.is_none() && i < items.len() && i < to + 4 {
        if let Some((len, found)) = clock_at(items, i) {
            last = i + len;
            clock = Some(found);
            break;
        }
        if !matches!(
            items[i].kind,
            Kind::Filler | Kind::Comma | Kind::Dash | Kind::Weekday | Kind::Zone(Some(0))
        ) {
            break;
        }
        i += 1;
    }
    let text = words[items[first].start..items[last - 1].end].trim_end_matches([',', '-', '|', ' ']);
    let start = span.start as usize + items[first].start;
    Some(Published {
        text: text.to_string(),
        iso: Some(iso(&day, clock)),
        span: Span::new(start, start + text.len()),
    })
}

fn iso(day: &Day, clock: Option<Clock>) -> String {
    let mut iso = format!("{:04}-{:02}-{:02}", day.year, day.month, day.day);
    if let Some(clock) = clock {
        iso.push_str(&format!("T{:02}:{:02}", clock.hour, clock.minute));
        match clock.zone {
            Some(0) => iso.push('Z'),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                iso.push_str(&format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60));
            }
            None => {}
        }
    }
    iso
}

/// A date that begins at item `i`, and how many items it takes.
fn day_at(items: &[Item], i: usize) -> Option<(usize, Day)> {
    let kind = |j: usize| items.get(i + j).map(|i| &i.kind);
    let small = |j: usize| match kind(j) {
        Some(Kind::Number(n, 1 | 2)) | Some(Kind::Ordinal(n)) if (1..=31).contains(n) => Some(*n),
        _ => None,
    };
    let year = |j: usize| match kind(j) {
        Some(Kind::Number(n, 4)) if (1800..2200).contains(n) => Some(*n),
        _ => None,
    };
    let month_at = |j: usize| match kind(j) {
        Some(Kind::Month(n)) => Some(*n),
        _ => None,
    };
    let made = |len: usize, year: u32, month: u32, day: u32| {
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((len, Day { year, month, day }))
    };
    // Commas, stops and dashes may stand between the parts.
    let skip = |j: usize| {
        let mut j = j;
        while matches!(kind(j), Some(Kind::Comma | Kind::Dash | Kind::Dot | Kind::Slash)) {
            j += 1;
        }
        j
    };
    if let Some(day) = small(0) {
        // "3 February 2025", "3rd of February, 2025".
        let of = usize::from(matches!(kind(1), Some(Kind::Filler)));
        let m = skip(1 + of);
        if let Some(month) = month_at(m) {
            let y = skip(m + 1);
            return made(y + 1, year(y)?, month, day);
        }
        // "03/02/2025", "03.02.2025".
        if let (
            Some(Kind::Slash | Kind::Dot | Kind::Dash),
            Some(second),
            Some(Kind::Slash | Kind::Dot | Kind::Dash),
            Some(year),
        ) = (kind(1), small(2), kind(3), year(4))
        {
            let halves = items.iter().any(|i| matches!(i.kind, Kind::Half(_)));
            let (month, day) = if day > 12 || (second <= 12 && !halves) {
                (second, day)
            } else {
                (day, second)
            };
            return made(5, year, month, day);
        }
    }
    if let Some(month) = month_at(0) {
        // "February 3, 2025"; "February 2025" is no day.
        let day = small(1)?;
        let y = skip(2);
        return made(y + 1, year(y)?, month, day);
    }
    if let Some(year) = year(0) {
        // "2025-02-03", "2025/02/03".
        if let (
            Some(Kind::Dash | Kind::Slash | Kind::Dot),
            Some(month),
            Some(Kind::Dash | Kind::Slash | Kind::Dot),
            Some(day),
        ) = (kind(1), small(2), kind(3), small(4))
        {
            return made(5, year, month, day);
        }
        if let (Some(month), Some(day)) = (month_at(1), small(2)) {
            return made(3, year, month, day);
        }
    }
    None
}

#[derive(Clone, Copy)]
struct Clock {
    hour: u32,
    minute: u32,
    zone: Option<i32>,
}

/// A clock time that begins at item `i`, and how many items it takes.
fn clock_at(items: &[Item], i: usize) -> Option<(usize, Clock)> {
    let kind = |j: usize| items.get(i + j).map(|i| &i.kind);
    let mut len = 1;
    let (mut hour, minute) = match (kind(0)?, kind(1)) {
        (Kind::Clock { hour, minute, .. }, _) => (*hour, *minute),
        (Kind::Number(n @ 1..=12, 1 | 2), Some(Kind::Half(_))) => (*n, 0),
        (Kind::Number(n, 4), Some(Kind::Unit)) if n % 100 < 60 && *n < 2400 => (n / 100, n % 100),
        _ => return None,
    };
    match kind(len) {
        Some(Kind::Half(post)) => {
            hour = if *post { hour % 12 + 12 } else { hour % 12 };
            len += 1;
        }
        Some(Kind::Unit) => len += 1,
        _ => {}
    }
    let mut zone = None;
    let bracket = usize::from(matches!(kind(len), Some(Kind::Filler | Kind::Comma)));
    if let Some(Kind::Zone(offset)) = kind(len + bracket) {
        zone = *offset;
        len += 1 + bracket;
        // "GMT+1", "GMT+0530".
        if let (Some(Kind::Sign(_) | Kind::Dash), Some(n)) = (kind(len), kind(len + 1)) {
            let sign = if matches!(kind(len), Some(Kind::Sign(1))) {
                1
            } else {
                -1
            };
            let minutes = match n {
                Kind::Number(h, 1 | 2) if *h <= 14 => Some(h * 60),
                Kind::Number(hm, 4) => Some(hm / 100 * 60 + hm % 100),
                Kind::Clock { hour, minute, .. } => Some(hour * 60 + minute),
                _ => None,
            };
            if let Some(minutes) = minutes {
                zone = Some(sign * minutes as i32);
                len += 2;
            }
        }
    } else if let (Some(Kind::Sign(sign)), Some(Kind::Clock { hour: h, minute: m, .. })) = (kind(len), kind(len + 1)) {
        zone = Some(sign * (h * 60 + m) as i32);
        len += 2;
    }
    Some((len, Clock { hour, minute, zone }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The date as written and in ISO 8601; "-" for a timestamp without a date; "" for no timestamp.
    fn check(line: &str, expected: &str) {
        let shown = match timestamp_line(line, Span::new(0, line.len())) {
            None => String::new(),
            Some(Timestamp { date: None, .. }) => "-".to_string(),
            Some(Timestamp { date: Some(date), .. }) => {
                assert_eq!(date.span.of(line), date.text);
                format!("{} = {}", date.text, date.iso.unwrap_or_default())
            }
        };
        assert_eq!(shown, expected, "{line}");
    }

    #[test]
    fn dates_of_all_shapes() {
        check("Published: 3 February 2025", "3 February 2025 = 2025-02-03");
        check(
            "Mon 3 Feb 2025 09.14 GMT",
            "Mon 3 Feb 2025 09.14 GMT = 2025-02-03T09:14Z",
        );
        check(
            "February 3, 2025 at 9:14 p.m. EST",
            "February 3, 2025 at 9:14 p.m. EST = 2025-02-03T21:14-05:00",
        );
        check(
            "Published on 04/03/2027 - 09:40 GMT+1 •Updated 10:05",
            "04/03/2027 - 09:40 GMT+1 = 2027-03-04T09:40+01:00",
        );
        check("June 30, 2026 - 4.34pm", "June 30, 2026 - 4.34pm = 2026-06-30T16:34");
        check(
            "Tue, 26 November 2024 9:27PM",
            "Tue, 26 November 2024 9:27PM = 2024-11-26T21:27",
        );
        check(
            "March 7, 20247:55 AM UTCUpdated ago",
            "March 7, 20247:55 AM UTC = 2024-03-07T07:55Z",
        );
        check(
            "Published: 08:21 BST, 9 June 2023 | Updated: 08:40 BST, 9 June 2023",
            "08:21 BST, 9 June 2023 = 2023-06-09T08:21+01:00",
        );
        check("2025-02-03T09:14:00Z", "2025-02-03T09:14:00Z = 2025-02-03T09:14Z");
        check("Feb. 3, 2025", "Feb. 3, 2025 = 2025-02-03");
        check(
            "Updated: Feb 3, 2025, 10:30 IST",
            "Feb 3, 2025, 10:30 IST = 2025-02-03T10:30+05:30",
        );
        check("3rd of February 2025", "3rd of February 2025 = 2025-02-03");
        check("5/3/2025 9:14 AM ET", "5/3/2025 9:14 AM ET = 2025-05-03T09:14");
        check("03.02.2025", "03.02.2025 = 2025-02-03");
        check("Monday, February 3, 2025", "Monday, February 3, 2025 = 2025-02-03");
    }

    #[test]
    fn times_without_a_date() {
        check("Updated 2 hours ago", "-");
        check("12m ago", "-");
        check("4 min read", "-");
        check("3 minute read", "-");
        check("10.42 GMT", "-");
        check("Posted on Monday", "-");
        check("- Feb. 27", "-");
    }

    #[test]
    fn other_lines_are_no_timestamps() {
        check("On 3 February 2025 the port closed.", "");
        check("Published", "");
        check("3 ships", "");
        check("May", "");
        check("", "");
        check("March of the dockers", "");
    }
}
