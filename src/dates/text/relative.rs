//! What is counted from today: "yesterday", "last week", "three weeks ago", "over the weekend", "this summer", and
//! "noon" and "midnight".

use super::{At, Found, Reader, Unit};
use crate::analysis::DatePrecision;
use crate::dates::day::Day;

/// The word may open such an expression.
pub(super) fn opens(form: &str) -> bool {
    matches!(
        form,
        "last"
            | "this"
            | "next"
            | "today"
            | "tonight"
            | "yesterday"
            | "tomorrow"
            | "noon"
            | "midnight"
            | "over"
            | "at"
            | "the"
            | "years"
            | "decades"
            | "months"
            | "weeks"
            | "days"
            | "several"
            | "some"
            | "few"
    ) || count(form).is_some()
}

impl Reader<'_> {
    pub(super) fn relative(&self, at: At) -> Option<Found> {
        let form = |n: usize| self.form(at.t + n, at.end);
        let part = |n: usize| usize::from(matches!(form(n), "morning" | "afternoon" | "evening" | "night"));
        let step = match form(0) {
            "today" | "tonight" => return Some(self.days_from_now(at, 1, 0)),
            "yesterday" => return Some(self.days_from_now(at, 1 + part(1), -1)),
            "tomorrow" => return Some(self.days_from_now(at, 1 + part(1), 1)),
            "the" => match (form(1), form(2), form(3)) {
                ("day", "before", "yesterday") => return Some(self.days_from_now(at, 4, -2)),
                ("day", "after", "tomorrow") => return Some(self.days_from_now(at, 4, 2)),
                _ => return None,
            },
            "over" | "at" => return self.weekend(at),
            "noon" | "midnight" => return self.noon(at),
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return self.ago(at),
        };
        let (iso, precision) = match form(1) {
            "night" if step == -1 => return Some(self.days_from_now(at, 2, -1)),
            "morning" | "afternoon" | "evening" if step == 0 => return Some(self.days_from_now(at, 2, 0)),
            "week" => (self.week(step), DatePrecision::Week),
            "month" => (self.month_from_now(step as i32), DatePrecision::Month),
            "year" => (self.year_from_now(step), DatePrecision::Year),
            "weekend" => (None, DatePrecision::Unknown),
            "spring" | "summer" | "autumn" | "fall" | "winter" => (None, DatePrecision::Unknown),
            _ => return None,
        };
        Some(Found::new(at.t..at.t + 2, iso, precision, Unit::Other))
    }

    /// "three weeks ago"; "two days earlier" is another matter.
    pub(super) fn ago(&self, at: At) -> Option<Found> {
        let form = |n: usize| self.form(at.t + n, at.end);
        // "a few weeks ago", "a couple of years ago", "decades ago".
        let vague = match (form(0), form(1), form(2)) {
            ("a", "few", _) => Some(2),
            ("a", "couple", "of") => Some(3),
            ("several" | "some" | "few" | "many", ..) => Some(1),
            _ if is_plural_unit(form(0)) => Some(0),
            _ => None,
        };
        if let Some(n) = vague {
            let known = is_plural_unit(form(n)) && form(n + 1) == "ago";
            return known.then(|| Found::new(at.t..at.t + n + 2, None, DatePrecision::Unknown, Unit::Other));
        }
        let number = count(form(0)).or_else(|| Some(i64::from(self.number(at.t, at.end).filter(|n| *n < 1000)?)))?;
        // "half a year ago", "a year and a half ago" are no whole number.
        if form(2) != "ago" || self.before(at, 1) == "half" {
            return None;
        }
        let (iso, precision) = match form(1) {
            "day" | "days" => (self.today.map(|d| d.plus(-number).iso()), DatePrecision::Day),
            "week" | "weeks" => (self.week(-number), DatePrecision::Week),
            "month" | "months" => (self.month_from_now(-(number as i32)), DatePrecision::Month),
            "year" | "years" => (self.year_from_now(-number), DatePrecision::Year),
            "decade" | "decades" | "century" | "centuries" => (None, DatePrecision::Unknown),
            "hour" | "hours" | "minute" | "minutes" => (None, DatePrecision::Time),
            _ => return None,
        };
        Some(Found::new(at.t..at.t + 3, iso, precision, Unit::Other))
    }

    /// "over the weekend", "at the weekend".
    fn weekend(&self, at: At) -> Option<Found> {
        let form = |n: usize| self.form(at.t + n, at.end);
        let found = matches!((form(1), form(2)), ("the", "weekend"));
        found.then(|| Found::new(at.t..at.t + 3, None, DatePrecision::Unknown, Unit::Other))
    }

    /// "at noon", "until midnight"; not "the midnight train".
    fn noon(&self, at: At) -> Option<Found> {
        let opened = matches!(
            self.before(at, 1),
            "at" | "by"
                | "until"
                | "till"
                | "before"
                | "after"
                | "around"
                | "from"
                | "to"
                | "since"
                | "about"
                | "past"
                | "and"
                | "between"
        );
        if !opened || self.is_capital(at.t, at.end) {
            return None;
        }
        let iso = if self.form(at.t, at.end) == "noon" {
            "T12:00"
        } else {
            "T00:00"
        };
        Some(Found::new(
            at.t..at.t + 1,
            Some(iso.to_string()),
            DatePrecision::Time,
            Unit::Other,
        ))
    }

    fn days_from_now(&self, at: At, len: usize, days: i64) -> Found {
        let iso = self.today.map(|d| d.plus(days).iso());
        Found::new(at.t..at.t + len, iso, DatePrecision::Day, Unit::Other)
    }

    fn week(&self, step: i64) -> Option<String> {
        self.today.map(|d| d.plus(7 * step).iso_week())
    }

    fn month_from_now(&self, step: i32) -> Option<String> {
        let month = Day { day: 1, ..self.today? }.plus_months(step);
        Some(format!("{:04}-{:02}", month.year, month.month))
    }

    pub(super) fn year_from_now(&self, step: i64) -> Option<String> {
        self.today.map(|d| format!("{:04}", i64::from(d.year) + step))
    }
}

fn is_plural_unit(form: &str) -> bool {
    matches!(
        form,
        "days" | "weeks" | "months" | "years" | "decades" | "centuries" | "hours" | "minutes"
    )
}

fn count(form: &str) -> Option<i64> {
    const COUNTS: [&str; 13] = [
        "a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    if form == "an" {
        return Some(1);
    }
    let place = COUNTS.iter().position(|c| *c == form)?;
    Some(place.max(1) as i64)
}
