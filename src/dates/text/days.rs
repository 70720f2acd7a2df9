//! Days: "2025-02-03", "February 3", "Monday", "last Friday", and whether a sentence looks ahead.

use super::{Found, Reader};
use crate::analysis::DatePrecision;
use crate::dates::day::Day;
use crate::lexicon::calendar as names;

impl Reader<'_> {
    /// "2025-02-03".
    pub(super) fn iso_date(&self, t: usize, end: usize) -> Option<Found> {
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
    pub(super) fn day(&self, t: usize, end: usize) -> Option<Found> {
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
    pub(super) fn weekday(&self, t: usize, end: usize) -> Option<Found> {
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
    pub(super) fn is_future(&self, t: usize) -> bool {
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
}
