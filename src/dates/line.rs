//! Lines that say when: "Published: 3 February 2025", "Mon 3 Feb 2025 09.14 GMT", "Updated 2 hours ago", "3 min read".

use super::day::Day;
use super::items::{Item, Kind, cut};
use super::written::{Clock, Written, clock_at, day_at};
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

/// Reads a line that holds nothing but a timestamp, in English or another language.
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
    let bare_date = (0..items.len()).any(|i| is_day_without_year(&items, i));
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

/// "Feb. 27", "12. März", "3월 12일". A month of another language stands after its day: "Set 3" is no date.
fn is_day_without_year(items: &[Item], i: usize) -> bool {
    !matches!(items[i].kind, Kind::ForeignMonth(_)) && day_at(items, i).is_some_and(|day| !day.figures || day.len == 4)
}

/// The first date with a year, with the clock time beside it.
fn find(words: &str, items: &[Item], span: Span) -> Option<Published> {
    let (from, written) = (0..items.len()).find_map(|i| {
        let written = day_at(items, i)?;
        written.year.is_some().then_some((i, written))
    })?;
    let to = from + written.len;
    let day = day_of(&written, items)?;
    let (mut first, mut last) = (from, to);
    let mut clock = None;
    // Before the date: "08:21 BST, 9 June 2023", "Mon 3 Feb".
    let mut i = from;
    while i > 0 {
        match items[i - 1].kind {
            Kind::Weekday | Kind::ForeignWeekday | Kind::Zone(_) | Kind::Half(_) | Kind::Clock { .. } | Kind::Comma => {
                i -= 1
            }
            Kind::Filler | Kind::Dash
                if matches!(&words[items[i - 1].start..items[i - 1].end], "on" | "-" | "–" | "|")
                    && i > 1
                    && matches!(items[i - 2].kind, Kind::Zone(_) | Kind::Half(_) | Kind::Clock { .. }) =>
            {
                i -= 1;
            }
            // "sexta-feira".
            Kind::Dash
                if i > 1 && items[i].kind == Kind::ForeignWeekday && items[i - 2].kind == Kind::ForeignWeekday =>
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
            Kind::Filler
                | Kind::Comma
                | Kind::Dash
                | Kind::Dot
                | Kind::Weekday
                | Kind::ForeignWeekday
                | Kind::Zone(Some(0))
        ) {
            break;
        }
        i += 1;
    }
    let text = words[items[first].start..items[last - 1].end].trim_end_matches([',', '-', '|', ' ']);
    let start = span.start as usize + items[first].start;
    Some(Published {
        text: text.to_string(),
        iso: Some(iso(day, clock)),
        span: Span::new(start, start + text.len()),
    })
}

/// Figures like 5/3/2024 are read month first where the clock has halves, as in America.
fn day_of(written: &Written, items: &[Item]) -> Option<Day> {
    let halves = items.iter().any(|i| matches!(i.kind, Kind::Half(_)));
    let (month, day) = if written.either_way && halves {
        (written.day, written.month)
    } else {
        (written.month, written.day)
    };
    Day::new(written.year? as i32, month, day)
}

fn iso(day: Day, clock: Option<Clock>) -> String {
    let mut iso = day.iso();
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
    fn dates_of_other_languages() {
        check(
            "12. März 2021, 14:30 Uhr",
            "12. März 2021, 14:30 Uhr = 2021-03-12T14:30",
        );
        check(
            "Stand: 05. 01. 2026, 14:59 Uhr",
            "05. 01. 2026, 14:59 Uhr = 2026-01-05T14:59",
        );
        check(
            "Publié le 12 mars 2021 à 14h30",
            "12 mars 2021 à 14h30 = 2021-03-12T14:30",
        );
        check(
            "Martes, 2 de mayo de 2023 - 02:24",
            "Martes, 2 de mayo de 2023 - 02:24 = 2023-05-02T02:24",
        );
        check(
            "Actualizado 19 FEB 2020 - 18:37 CET",
            "19 FEB 2020 - 18:37 CET = 2020-02-19T18:37+01:00",
        );
        check("3 agosto 2022 ore 9.15", "3 agosto 2022 = 2022-08-03");
        check(
            "quinta-feira, 3 de junho de 2021 às 18:45",
            "quinta-feira, 3 de junho de 2021 às 18:45 = 2021-06-03T18:45",
        );
        check("Publikacja: 4 października 2021", "4 października 2021 = 2021-10-04");
        check(
            "Gepubliceerd op 7 mei 2019 om 11:05",
            "7 mei 2019 om 11:05 = 2019-05-07T11:05",
        );
        check(
            "Publicerad 23 okt 2025 kl 10.23",
            "23 okt 2025 kl 10.23 = 2025-10-23T10:23",
        );
        check("mandag 5. august kl. 14:47", "-");
        check(
            "2021년 3월 12일 오후 2:30",
            "2021년 3월 12일 오후 2:30 = 2021-03-12T14:30",
        );
        check("입력 2021.03.12 09:08", "2021.03.12 09:08 = 2021-03-12T09:08");
        check(
            "2019年4月19日（金） 09時39分",
            "2019年4月19日（金） 09時39分 = 2019-04-19T09:39",
        );
        check(
            "2021年3月12日午後2時30分",
            "2021年3月12日午後2時30分 = 2021-03-12T14:30",
        );
        check(
            "发布时间：2017-03-10 08:42:00",
            "2017-03-10 08:42:00 = 2017-03-10T08:42",
        );
        check("15.10.24 23:35", "15.10.24 23:35 = 2024-10-15T23:35");
    }

    #[test]
    fn times_of_other_languages_without_a_date() {
        for line in [
            "Actualizado a las 10:15",
            "vor 3 Stunden",
            "hace 2 horas",
            "3 godziny temu",
            "3時間前",
            "Lesedauer: 4 Minuten",
            "15:44 Uhr",
            "Aktualisiert um 17.05 Uhr",
            "3월 12일",
            "12. März",
        ] {
            check(line, "-");
        }
        for line in [
            "Mars 3",
            "Set 3",
            "Montag",
            "3 de los 5 barcos",
            "Stand der Dinge",
            "5월의 신부",
            "日本の未来",
        ] {
            check(line, "");
        }
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
