//! Months, years and what is counted from today: "in February", "since 2019", "last week", "three weeks ago".

use super::{Found, Reader};
use crate::analysis::DatePrecision;
use crate::text::{Case, TokenKind};

impl Reader<'_> {
    /// "February 2025", "in February", "last March".
    pub(super) fn month_and_year(&self, t: usize, end: usize) -> Option<Found> {
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
    pub(super) fn relative(&self, t: usize, end: usize) -> Option<Found> {
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
    pub(super) fn ago(&self, t: usize, end: usize) -> Option<Found> {
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

    /// "in 2011", "since 2019".
    pub(super) fn bare_year(&self, t: usize, end: usize) -> Option<Found> {
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
