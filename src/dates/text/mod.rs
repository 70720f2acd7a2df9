//! Dates and times in the text, worked out from the day of publication where the words alone do not say.

mod clock;
mod days;
mod plain;
mod spans;

use super::day::Day;
use crate::analysis::{Date, DatePrecision, Span};
use crate::text::Text;
use plain::Plain;

/// The date expressions of the text, in text order; they never overlap. `read` says which blocks are looked into,
/// `is_name` which tokens belong to a name.
pub fn in_text(
    text: &Text,
    today: Option<Day>,
    read: impl Fn(usize) -> bool,
    is_name: impl Fn(usize) -> bool,
) -> Vec<Date> {
    let reader = Reader { text, today };
    let mut dates = Vec::new();
    for (_, block) in text.blocks.iter().enumerate().filter(|(i, _)| read(*i)) {
        let end = block.tokens.end as usize;
        let mut t = block.tokens.start as usize;
        while t < end {
            let found = if is_name(t) { None } else { reader.date(t, end) };
            match found {
                Some(found) => {
                    let start = if t > block.tokens.start as usize && found.takes_on && text.form(t - 1) == "on" {
                        t - 1
                    } else {
                        t
                    };
                    dates.push(Date {
                        span: Span {
                            start: text.tokens[start].span.start,
                            end: text.tokens[found.end - 1].span.end,
                        },
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

/// The first full day, with its year, among the tokens of `span`.
pub fn full_day(text: &Text, span: Span) -> Option<Day> {
    let tokens = text.tokens_in(span);
    let reader = Plain { text };
    tokens
        .clone()
        .find_map(|t| reader.day_and_month(t, tokens.end))
        .and_then(|d| d.year.and_then(|y| Day::new(y, d.month, d.day)))
}

/// A date expression that was read.
struct Found {
    end: usize,
    iso: Option<String>,
    precision: DatePrecision,
    /// "on" before it belongs to it.
    takes_on: bool,
}

struct Reader<'a> {
    text: &'a Text<'a>,
    today: Option<Day>,
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    /// The dates of a text published on Thursday, 6 February 2025, as `words = ISO`, with the precision where it is no day.
    #[track_caller]
    fn check(source: &str, expected: &str) {
        let text = text::read(source, &[]);
        let dates = in_text(&text, Day::new(2025, 2, 6), |_| true, |_| false);
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
