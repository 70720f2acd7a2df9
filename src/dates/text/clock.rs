//! Times of day: "9.30 a.m.", "3pm", "1430 GMT", "7 to 9 p.m.", "9 o'clock". "noon" is read with what opens it.

use super::{At, Found, Reader, Unit};
use crate::analysis::DatePrecision;
use crate::dates::window::{self, Time};

impl Reader<'_> {
    pub(super) fn time(&self, at: At) -> Option<Found> {
        if let Some(found) = self.times(at) {
            return Some(found);
        }
        let hour = self.number(at.t, at.end)?;
        // "9 o'clock", "12 noon".
        let named = match self.form(at.t + 1, at.end) {
            "o'clock" if (1..=12).contains(&hour) => Some(None),
            "noon" if hour == 12 => Some(Some("T12:00".to_string())),
            "midnight" if hour == 12 => Some(Some("T00:00".to_string())),
            _ => None,
        };
        let iso = named?;
        Some(found(at.t..self.place_of_clock(at.t + 2, at.end), iso))
    }

    /// "9.30 a.m." and two of them: "7 to 9 p.m.", "9-11am".
    fn times(&self, at: At) -> Option<Found> {
        if let Some(next) = self.joint(at.t + 1, at.end).filter(|&n| n == at.t + 2)
            && self.number(at.t, at.end).is_some_and(|n| (1..=12).contains(&n))
            && self.form(at.t, at.end).len() <= 2
            && (self.before(at, 1) == "between" || !matches!(self.form(at.t + 1, at.end), "and" | "or" | "," | "/"))
            && let Some((end, time)) = window::clock(self.text, next, at.end)
            && time.half
        {
            return Some(found(at.t..self.place_of_clock(end, at.end), None));
        }
        let (end, time) = self.clock(at.t, at.end)?;
        let clear = time.half
            || time.zone
            || time.colon && !self.is_length(at, end)
            || time.hours && matches!(self.before(at, 1), "at" | "by" | "until" | "from" | "around");
        clear.then(|| {
            let clock = time.clock;
            found(
                at.t..self.place_of_clock(end, at.end),
                Some(format!("T{:02}:{:02}", clock.hour, clock.minute)),
            )
        })
    }

    fn clock(&self, t: usize, end: usize) -> Option<(usize, Time)> {
        window::clock(self.text, t, end).filter(|(_, time)| time.clock.hour < 24 && time.clock.minute < 60)
    }

    /// "won in 10:15", "John 10:15": a length or a verse.
    fn is_length(&self, at: At, end: usize) -> bool {
        let name = at.t > at.start && self.is_capital(at.t - 1, at.end) && (self.is_name)(at.t - 1);
        let before = self.before(at, 1);
        name || matches!(before, "in" | "of" | "verse")
            || matches!(
                self.form(end, at.end),
                "minutes" | "seconds" | "win" | "ratio" | "split"
            )
    }

    /// "5 a.m. local time", "3 p.m. Eastern Daylight Time": where it ends.
    fn place_of_clock(&self, t: usize, end: usize) -> usize {
        let form = |n: usize| self.form(t + n, end);
        match (form(0), form(1), form(2)) {
            ("local" | "eastern" | "pacific" | "central" | "mountain" | "british", "time", _) => t + 2,
            (
                "eastern" | "pacific" | "central" | "mountain" | "british",
                "standard" | "daylight" | "summer",
                "time",
            ) => t + 3,
            ("eastern" | "pacific", ..) if self.is_capital(t, end) && !self.is_capital(t + 1, end) => t + 1,
            _ => t,
        }
    }
}

fn found(tokens: std::ops::Range<usize>, iso: Option<String>) -> Found {
    Found::new(tokens, iso, DatePrecision::Time, Unit::Other)
}
