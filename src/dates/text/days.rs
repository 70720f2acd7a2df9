//! Days: "February 3", "3 February 2025", "2025-02-03", "12/25/2024", "5th of this month".

use super::{At, Found, Reader, Unit};
use crate::analysis::DatePrecision;
use crate::dates::day::Day;
use crate::dates::window;
use crate::dates::written::Written;

/// Which comes first in days written in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

impl Reader<'_> {
    /// A day, or a list or range of days of one month: "June 3-5", "6, 7 and 8 July".
    pub(super) fn day(&self, at: At) -> Option<Found> {
        if let Some(found) = self.days_of_one_month(at) {
            return Some(found);
        }
        let (end, written) = window::day(self.text, at.t, at.end)?;
        if (self.is_name)(end - 1) || (at.t..end).any(|t| (self.is_name)(t)) {
            return None;
        }
        let mut day = self.day_of(&written, end, at.end);
        // "26 July – 22 August": the end is not before the beginning.
        if written.year.is_none()
            && let (Some(from), Some(to)) = (self.range_from(at, Unit::Day), day)
        {
            let same = Day::new(from.year, to.month, to.day);
            day = same
                .filter(|d| *d >= from)
                .or_else(|| Day::new(from.year + 1, to.month, to.day));
        }
        let found = Found::new(
            self.opening(at, &["on"])..end,
            day.map(Day::iso),
            DatePrecision::Day,
            Unit::Day,
        );
        Some(found.at_day(day))
    }

    /// The day that was written; without a year the nearest to today.
    pub(super) fn day_of(&self, written: &Written, end: usize, block_end: usize) -> Option<Day> {
        let (month, day) = match self.order(written) {
            None => return None,
            Some(Order::DayFirst) => (written.month, written.day),
            Some(Order::MonthFirst) => (written.day, written.month),
        };
        match written
            .year
            .map(|y| y as i32)
            .or_else(|| self.year_ahead(end, block_end))
        {
            Some(year) => Day::new(year, month, day),
            None => self.nearest(month, day),
        }
    }

    /// The year that brings the day nearest to today.
    pub(super) fn nearest(&self, month: u32, day: u32) -> Option<Day> {
        let today = self.today?;
        (-1..=1)
            .filter_map(|n| Day::new(today.year + n, month, day))
            .min_by_key(|d| (d.number() - today.number()).abs())
    }

    /// The year that a list or range ends with: "from 26 July to 22 August 2025", "May, June and July 2021".
    pub(super) fn year_ahead(&self, end: usize, block_end: usize) -> Option<i32> {
        let mut t = end;
        for _ in 0..6 {
            t = self.joint(t, block_end)?;
            if matches!(self.form(t, block_end), "mid" | "early" | "late" | "-") {
                t += 1 + usize::from(self.form(t + 1, block_end) == "-");
            }
            if let Some((after, day)) = window::day(self.text, t, block_end) {
                if let Some(year) = day.year {
                    return Some(year as i32);
                }
                t = after;
                continue;
            }
            self.month_name(t, block_end)?;
            t += 1;
            let comma = usize::from(self.form(t, block_end) == ",");
            if let Some(year) = self.four_digits(t + comma, block_end) {
                return Some(year);
            }
        }
        None
    }

    /// "the 5th of this month", "the 20th of last month".
    pub(super) fn day_of_month(&self, at: At) -> Option<Found> {
        let day = self.number(at.t, at.end).filter(|d| (1..=31).contains(d))?;
        let form = self.form(at.t, at.end);
        if !form.ends_with(char::is_alphabetic) || self.form(at.t + 1, at.end) != "of" {
            return None;
        }
        let step = match (self.form(at.t + 2, at.end), self.form(at.t + 3, at.end)) {
            ("last", "month") => -1,
            ("this", "month") => 0,
            ("next", "month") => 1,
            _ => return None,
        };
        let month = self.today.map(|today| Day { day: 1, ..today }.plus_months(step));
        let day = month.and_then(|m| Day::new(m.year, m.month, day));
        Some(Found::new(
            at.t..at.t + 4,
            day.map(Day::iso),
            DatePrecision::Day,
            Unit::Day,
        ))
    }

    /// How the day was written: its own figures say so, or others in the text, or how the text writes days in words.
    fn order(&self, written: &Written) -> Option<Order> {
        if !written.either_way {
            return Some(Order::DayFirst);
        }
        *self.order.get_or_init(|| self.order_of_text())
    }

    fn order_of_text(&self) -> Option<Order> {
        let end = self.text.tokens.len();
        let mut in_words = None;
        for t in 0..end {
            let form = self.text.form(t);
            let number = form.starts_with(|c: char| c.is_ascii_digit());
            if !number && self.month_name(t, end).is_none() {
                continue;
            }
            let Some((_, day)) = window::day(self.text, t, end) else {
                continue;
            };
            if day.figures && !day.either_way {
                // 12/25/2024 and 25/12/2024; years first and stops say nothing.
                let stroke = self.form(t + 1, end) != "." && form.len() < 3;
                match self.number(t, end) {
                    Some(first) if stroke && first == day.day && first > 12 => return Some(Order::DayFirst),
                    Some(first) if stroke && first == day.month && day.day > 12 => return Some(Order::MonthFirst),
                    _ => {}
                }
            } else if !day.figures {
                in_words.get_or_insert(if number { Order::DayFirst } else { Order::MonthFirst });
            }
        }
        in_words
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
                    | "planned"
                    | "slated"
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
