//! Dates and times in the text, worked out from the day of publication where the words alone do not say.

mod calendar;

use super::Article;
use super::draft::{Draft, span_of};
use crate::analysis::{BlockKind, Date, DatePrecision};
use crate::lexicon::calendar as names;
use crate::structure::Structure;
use crate::text::{Case, Text, TokenKind};
use calendar::Day;

/// The date expressions of the text, in text order; they never overlap.
pub(super) fn find(article: &Article, draft: &Draft) -> Vec<Date> {
    let text = article.text;
    let reader = Reader {
        text,
        draft,
        today: today(text, article.structure),
    };
    let mut dates = Vec::new();
    for (i, block) in text.blocks.iter().enumerate() {
        let kind = article.structure.blocks[i].kind;
        if matches!(
            kind,
            BlockKind::Furniture | BlockKind::Related | BlockKind::Tags | BlockKind::Copyright
        ) {
            continue;
        }
        let end = block.tokens.end as usize;
        let mut t = block.tokens.start as usize;
        while t < end {
            match reader.date(t, end) {
                Some(found) => {
                    let start = if t > block.tokens.start as usize && found.takes_on && text.form(t - 1) == "on" {
                        t - 1
                    } else {
                        t
                    };
                    dates.push(Date {
                        span: span_of(text, start as u32..found.end as u32),
                        iso: found.iso,
                        precision: found.precision,
                    });
                    t = found.end.max(t + 1);
                }
                None => t += 1,
            }
        }
    }
    dates
}

/// The day the article was published, or that its dateline gives in full.
fn today(text: &Text, structure: &Structure) -> Option<Day> {
    let published = structure
        .published
        .as_ref()
        .and_then(|p| p.iso.as_deref())
        .and_then(Day::from_iso);
    published.or_else(|| {
        let dateline = structure.dateline.as_ref()?;
        let tokens = text.tokens_in(dateline.span);
        let reader = Plain { text };
        tokens
            .clone()
            .find_map(|t| reader.day_and_month(t, tokens.end))
            .and_then(|d| d.year.and_then(|y| Day::new(y, d.month, d.day)))
    })
}

/// A date expression that was read.
struct Found {
    end: usize,
    iso: Option<String>,
    precision: DatePrecision,
    /// "on" before it belongs to it.
    takes_on: bool,
}

struct DayAndMonth {
    end: usize,
    day: u32,
    month: u32,
    year: Option<i32>,
}

/// Reads what needs no day of publication.
struct Plain<'a> {
    text: &'a Text<'a>,
}

struct Reader<'a> {
    text: &'a Text<'a>,
    draft: &'a Draft,
    today: Option<Day>,
}

impl Plain<'_> {
    fn form(&self, token: usize, end: usize) -> &str {
        if token < end {
            self.text.form(token).trim_end_matches('.')
        } else {
            ""
        }
    }

    /// 1 to 12. "May" and "March" only with a capital.
    fn month(&self, token: usize, end: usize) -> Option<u32> {
        let form = self.form(token, end);
        if form.len() < 3 || !self.text.tokens[token].case.is_capital() {
            return None;
        }
        names::month(form)
    }

    fn number(&self, token: usize, end: usize) -> Option<u32> {
        if token >= end || self.text.tokens[token].kind != TokenKind::Number {
            return None;
        }
        let form = self.form(token, end);
        let digits = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|s| form.strip_suffix(s))
            .unwrap_or(form);
        digits.parse().ok()
    }

    fn year(&self, token: usize, end: usize) -> Option<i32> {
        let form = self.form(token, end);
        let year = self.number(token, end)?;
        (form.len() == 4 && (1500..2100).contains(&year)).then_some(year as i32)
    }

    /// "3 February 2025", "February 3, 2025", "Feb. 3", "3rd of February".
    fn day_and_month(&self, t: usize, end: usize) -> Option<DayAndMonth> {
        let (day, month, mut at) = if let Some(month) = self.month(t, end) {
            (self.number(t + 1, end)?, month, t + 2)
        } else {
            let day = self.number(t, end)?;
            let m = if self.form(t + 1, end) == "of" { t + 2 } else { t + 1 };
            (day, self.month(m, end)?, m + 1)
        };
        if !(1..=31).contains(&day) {
            return None;
        }
        let comma = self.form(at, end) == ",";
        let year = self.year(at + usize::from(comma), end);
        if year.is_some() {
            at += 1 + usize::from(comma);
        }
        Some(DayAndMonth {
            end: at,
            day,
            month,
            year,
        })
    }
}

impl Reader<'_> {
    fn plain(&self) -> Plain<'_> {
        Plain { text: self.text }
    }

    fn form(&self, token: usize, end: usize) -> &str {
        if token < end {
            self.text.form(token).trim_end_matches('.')
        } else {
            ""
        }
    }

    /// The date expression that begins at `t`.
    fn date(&self, t: usize, end: usize) -> Option<Found> {
        if self.draft.name_at(t).is_some() {
            return None;
        }
        let first = self.text.form(t).as_bytes().first().copied()?;
        if first.is_ascii_digit() {
            return self
                .iso_date(t, end)
                .or_else(|| self.day(t, end))
                .or_else(|| self.time(t, end))
                .or_else(|| self.ago(t, end))
                .or_else(|| self.bare_year(t, end));
        }
        if !first.is_ascii_alphabetic() {
            return None;
        }
        self.weekday(t, end)
            .or_else(|| self.day(t, end))
            .or_else(|| self.month_and_year(t, end))
            .or_else(|| self.relative(t, end))
            .or_else(|| self.ago(t, end))
    }

    /// "2025-02-03".
    fn iso_date(&self, t: usize, end: usize) -> Option<Found> {
        let plain = self.plain();
        let year = plain.year(t, end)?;
        let glued = |n: usize| t + n < end && self.form(t + n, end) == "-" && !self.text.tokens[t + n].space_before;
        if !glued(1) || !glued(3) {
            return None;
        }
        let day = Day::new(year, plain.number(t + 2, end)?, plain.number(t + 4, end)?)?;
        Some(Found {
            end: t + 5,
            iso: Some(day.iso()),
            precision: DatePrecision::Day,
            takes_on: true,
        })
    }

    /// "February 3", with or without its year.
    fn day(&self, t: usize, end: usize) -> Option<Found> {
        let read = self.plain().day_and_month(t, end)?;
        let day = match read.year {
            Some(year) => Day::new(year, read.month, read.day),
            None => self.nearest(read.month, read.day),
        };
        Some(Found {
            end: read.end,
            iso: day.map(Day::iso),
            precision: DatePrecision::Day,
            takes_on: true,
        })
    }

    /// The year that brings the day nearest to today.
    fn nearest(&self, month: u32, day: u32) -> Option<Day> {
        let today = self.today?;
        (-1..=1)
            .filter_map(|n| Day::new(today.year + n, month, day))
            .min_by_key(|d| (d.number() - today.number()).abs())
    }

    /// "Monday", "last Friday", "Tuesday, 3 February", "Wednesday morning".
    fn weekday(&self, t: usize, end: usize) -> Option<Found> {
        let (which, at) = match self.form(t, end) {
            w @ ("last" | "next" | "this") => (w, t + 1),
            _ => ("", t),
        };
        let form = self.form(at, end);
        if form.len() < 3 || !self.text.tokens[at].case.is_capital() {
            return None;
        }
        // "Sat" and "Sun" alone are other words.
        let next = at + 1 + usize::from(self.form(at + 1, end) == ",");
        let full = self.plain().day_and_month(next, end);
        let index = names::weekday(form).filter(|_| form.len() > 3 || full.is_some())?;
        if let Some(read) = full {
            let found = self.day(next, end)?;
            return Some(Found { end: read.end, ..found });
        }
        let day = self.today.map(|today| {
            let back = (today.weekday() - index as i64).rem_euclid(7);
            match which {
                "last" => today.plus(-(if back == 0 { 7 } else { back })),
                "next" => today.plus(if back == 0 { 7 } else { 7 - back }),
                _ if self.is_future(t) => today.plus((7 - back) % 7),
                _ => today.plus(-back),
            }
        });
        let part = matches!(self.form(at + 1, end), "morning" | "afternoon" | "evening" | "night");
        Some(Found {
            end: at + 1 + usize::from(part),
            iso: day.map(Day::iso),
            precision: DatePrecision::Day,
            takes_on: which.is_empty(),
        })
    }

    /// The sentence speaks of what is to come.
    fn is_future(&self, t: usize) -> bool {
        let sentence = &self.text.sentences[self.text.sentence_of(t)].tokens;
        let from = (sentence.start as usize).max(t.saturating_sub(12));
        (from..t).any(|u| {
            matches!(
                self.text.form(u),
                "will"
                    | "'ll"
                    | "shall"
                    | "due"
                    | "scheduled"
                    | "expected"
                    | "plans"
                    | "until"
                    | "till"
                    | "by"
                    | "upcoming"
            )
        })
    }

    /// "February 2025", "in February", "last March".
    fn month_and_year(&self, t: usize, end: usize) -> Option<Found> {
        let plain = self.plain();
        let month = plain.month(t, end)?;
        if self.text.tokens[t].case == Case::Upper && self.form(t, end).len() == 3 && plain.year(t + 1, end).is_none() {
            return None;
        }
        let comma = usize::from(self.form(t + 1, end) == ",");
        if let Some(year) = plain.year(t + 1 + comma, end) {
            return Some(Found {
                end: t + 2 + comma,
                iso: Some(format!("{year:04}-{month:02}")),
                precision: DatePrecision::Month,
                takes_on: false,
            });
        }
        let before = if t > 0 { self.text.form(t - 1) } else { "" };
        let clear = !matches!(
            self.form(t, end),
            "may" | "march" | "mar" | "jan" | "jun" | "dec" | "sep" | "august" | "april" | "june"
        );
        let opened = matches!(
            before,
            "in" | "since"
                | "until"
                | "till"
                | "by"
                | "from"
                | "last"
                | "next"
                | "of"
                | "early"
                | "late"
                | "mid"
                | "during"
                | "to"
                | "through"
        );
        if !opened
            || !clear
                && !matches!(
                    before,
                    "in" | "since" | "until" | "last" | "next" | "early" | "late" | "during"
                )
        {
            return None;
        }
        let year = self.today.map(|today| match before {
            "next" if month <= today.month => today.year + 1,
            "next" => today.year,
            _ if month <= today.month || self.is_future(t) => {
                today.year + i32::from(month < today.month && self.is_future(t))
            }
            _ => today.year - 1,
        });
        Some(Found {
            end: t + 1,
            iso: year.map(|y| format!("{y:04}-{month:02}")),
            precision: DatePrecision::Month,
            takes_on: false,
        })
    }

    /// "today", "last week", "next month", "this year", "last night".
    fn relative(&self, t: usize, end: usize) -> Option<Found> {
        let day = |end: usize, days: i64| Found {
            end,
            iso: self.today.map(|d| d.plus(days).iso()),
            precision: DatePrecision::Day,
            takes_on: false,
        };
        let step = match self.form(t, end) {
            "today" | "tonight" => return Some(day(t + 1, 0)),
            "yesterday" => return Some(day(t + 1, -1)),
            "tomorrow" => return Some(day(t + 1, 1)),
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return None,
        };
        let (iso, precision) = match self.form(t + 1, end) {
            "night" if step == -1 => return Some(day(t + 2, -1)),
            "morning" | "afternoon" | "evening" if step == 0 => return Some(day(t + 2, 0)),
            "week" => (self.today.map(|d| d.plus(7 * step).iso_week()), DatePrecision::Week),
            "month" => {
                let month = self.today.map(|d| d.plus_months(step as i32));
                (
                    month.map(|d| format!("{:04}-{:02}", d.year, d.month)),
                    DatePrecision::Month,
                )
            }
            "year" => (
                self.today.map(|d| format!("{:04}", i64::from(d.year) + step)),
                DatePrecision::Year,
            ),
            _ => return None,
        };
        Some(Found {
            end: t + 2,
            iso,
            precision,
            takes_on: false,
        })
    }

    /// "three weeks ago", "two days earlier" is another matter.
    fn ago(&self, t: usize, end: usize) -> Option<Found> {
        let count = match self.form(t, end) {
            "a" | "an" | "one" => 1,
            "two" => 2,
            "three" => 3,
            "four" => 4,
            "five" => 5,
            "six" => 6,
            "seven" => 7,
            "eight" => 8,
            "nine" => 9,
            "ten" => 10,
            _ => i64::from(self.plain().number(t, end).filter(|n| *n < 1000)?),
        };
        if self.form(t + 2, end) != "ago" {
            return None;
        }
        let (iso, precision) = match self.form(t + 1, end) {
            "day" | "days" => (self.today.map(|d| d.plus(-count).iso()), DatePrecision::Day),
            "week" | "weeks" => (self.today.map(|d| d.plus(-7 * count).iso_week()), DatePrecision::Week),
            "month" | "months" => {
                let month = self.today.map(|d| d.plus_months(-(count as i32)));
                (
                    month.map(|d| format!("{:04}-{:02}", d.year, d.month)),
                    DatePrecision::Month,
                )
            }
            "year" | "years" => (
                self.today.map(|d| format!("{:04}", i64::from(d.year) - count)),
                DatePrecision::Year,
            ),
            "hour" | "hours" | "minute" | "minutes" => (None, DatePrecision::Time),
            _ => return None,
        };
        Some(Found {
            end: t + 3,
            iso,
            precision,
            takes_on: false,
        })
    }

    /// "9.30 a.m.", "3pm", "15:00 GMT".
    fn time(&self, t: usize, end: usize) -> Option<Found> {
        let form = self.form(t, end);
        let glued = ["am", "pm"]
            .iter()
            .find_map(|s| form.strip_suffix(s).map(|digits| (digits, *s)));
        let (digits, half, mut at) = match glued {
            Some((digits, half)) => (digits, half, t + 1),
            None => {
                let word = self.form(t + 1, end);
                let half = match word {
                    "am" | "a.m" => "am",
                    "pm" | "p.m" => "pm",
                    _ => "",
                };
                (form, half, t + 1 + usize::from(!half.is_empty()))
            }
        };
        let (hour, minute) = match digits.split_once([':', '.']) {
            Some((h, m)) if m.len() == 2 => (h.parse::<u32>().ok()?, m.parse::<u32>().ok()?),
            Some(_) => return None,
            None => (digits.parse::<u32>().ok()?, 0),
        };
        let zone = matches!(
            self.form(at, end),
            "gmt" | "bst" | "utc" | "est" | "edt" | "pst" | "pdt" | "cet" | "cest" | "et" | "pt"
        ) && at < end
            && self.text.tokens[at].case == Case::Upper;
        let clock = digits.contains(':') && digits.len() >= 4;
        if half.is_empty() && !zone && !clock || minute > 59 {
            return None;
        }
        at += usize::from(zone);
        let hour = match (half, hour) {
            ("", 0..=23) => hour,
            ("am", 1..=12) => hour % 12,
            ("pm", 1..=12) => hour % 12 + 12,
            _ => return None,
        };
        Some(Found {
            end: at,
            iso: Some(format!("T{hour:02}:{minute:02}")),
            precision: DatePrecision::Time,
            takes_on: false,
        })
    }

    /// "in 2011", "since 2019".
    fn bare_year(&self, t: usize, end: usize) -> Option<Found> {
        let year = self.plain().year(t, end)?;
        let before = if t > 0 && self.text.tokens[t - 1].block == self.text.tokens[t].block {
            self.text.form(t - 1)
        } else {
            ""
        };
        let range = matches!(before, "-" | "–" | "and" | "to") && t > 1 && self.plain().year(t - 2, t).is_some();
        let opened = matches!(
            before,
            "in" | "since"
                | "by"
                | "until"
                | "from"
                | "of"
                | "during"
                | "early"
                | "late"
                | "before"
                | "after"
                | "spring"
                | "summer"
                | "autumn"
                | "fall"
                | "winter"
                | "and"
                | "between"
                | "mid"
                | "through"
                | "for"
        ) && !matches!(
            self.form(t + 1, end),
            "people" | "years" | "days" | "euros" | "dollars" | "pounds" | "men" | "women" | "%"
        );
        let noun_follows = matches!(before, "of" | "by" | "for" | "and" | "from" | "to" | "after" | "before")
            && t + 1 < end
            && self.text.tokens[t + 1].kind == TokenKind::Word
            && self.text.form(t + 1).ends_with('s');
        ((opened || range) && !noun_follows).then(|| Found {
            end: t + 1,
            iso: Some(format!("{year:04}")),
            precision: DatePrecision::Year,
            takes_on: false,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::{DatePrecision, Published, Span};
    use crate::{entities, language, quotations::marks, structure, text};

    /// The dates of a text published on Thursday, 6 February 2025, as `words = ISO`, with the precision where it is no day.
    #[track_caller]
    fn check(source: &str, expected: &str) {
        let text = text::read(source, &[]);
        let mut structure = structure::find(&text);
        structure.published = Some(Published {
            text: String::new(),
            iso: Some("2025-02-06".to_string()),
            span: Span::default(),
        });
        let marks = marks::scan(&text, &structure);
        let mut language = language::tag(&text, &structure, &marks);
        language.names.clear();
        let dates = entities::resolve(&text, &structure, &marks, &language).dates;
        let got: Vec<String> = dates
            .iter()
            .map(|d| {
                let precision = match d.precision {
                    DatePrecision::Day => String::new(),
                    p => format!(" {p:?}"),
                };
                format!("{} = {}{precision}", d.span.of(source), d.iso.as_deref().unwrap_or("?"))
            })
            .collect();
        assert_eq!(got.join("; "), expected, "\nin: {source}\n");
    }

    #[test]
    fn full_dates_need_nothing_else() {
        check(
            "It closed on 3 February 2020, opened on March 4, 2021, and fell on 2022-05-06.",
            "on 3 February 2020 = 2020-02-03; on March 4, 2021 = 2021-03-04; on 2022-05-06 = 2022-05-06",
        );
    }

    #[test]
    fn weekdays_are_those_before_unless_the_sentence_looks_ahead() {
        check(
            "She left on Monday. They will meet on Friday. He spoke last Thursday. The vote is next Tuesday evening.",
            "on Monday = 2025-02-03; on Friday = 2025-02-07; last Thursday = 2025-01-30; next Tuesday evening = 2025-02-11",
        );
    }

    #[test]
    fn a_day_without_its_year_is_the_nearest() {
        check(
            "The ship sank on Dec. 30 and was raised on 1 March.",
            "on Dec. 30 = 2024-12-30; on 1 March = 2025-03-01",
        );
    }

    #[test]
    fn months_and_years() {
        check(
            "In July 2019 it began. It ended in November. It may march on since 2021.",
            "July 2019 = 2019-07 Month; November = 2024-11 Month; 2021 = 2021 Year",
        );
    }

    #[test]
    fn relative_days_weeks_months_and_years() {
        check(
            "Today she spoke, yesterday he did. Last week it rained; three weeks ago too. Next month and last year are far.",
            "Today = 2025-02-06; yesterday = 2025-02-05; Last week = 2025-W05 Week; three weeks ago = 2025-W03 Week; \
             Next month = 2025-03 Month; last year = 2024 Year",
        );
    }

    #[test]
    fn times_of_day() {
        check(
            "It began at 9.30 a.m. and ended at 3pm, 15:00 GMT.",
            "9.30 a.m. = T09:30 Time; 3pm = T15:00 Time; 15:00 GMT = T15:00 Time",
        );
    }

    #[test]
    fn numbers_and_other_words_are_no_dates() {
        check(
            "The 2000 people sat in the sun and may march. It cost 10.50 in all.",
            "",
        );
    }
}
