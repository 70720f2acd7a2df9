//! Months: "February 2025", "in March", "from May to November", "mid-May", "March last year".

use super::{At, Found, Reader, Unit};
use crate::analysis::DatePrecision;
use crate::dates::day::Day;
use crate::text::{Case, TokenKind};

impl Reader<'_> {
    pub(super) fn month(&self, at: At) -> Option<Found> {
        let month = self.month_name(at.t, at.end)?;
        let form = self.form(at.t, at.end);
        let start = self.opening(at, &["early", "late", "mid"]);
        let after = |n: usize| self.form(at.t + n, at.end);
        // "February 2025", "February, 2025", "February of 2025".
        let gap = usize::from(matches!(after(1), "," | "of"));
        if let Some(year) = self.four_digits(at.t + 1 + gap, at.end) {
            return Some(found(start..at.t + 2 + gap, Some((year, month))));
        }
        // "March this year", "May of last year".
        let gap = usize::from(after(1) == "of");
        let step = match (after(1 + gap), after(2 + gap)) {
            ("last", "year") => Some(-1),
            ("this", "year") => Some(0),
            ("next", "year") => Some(1),
            _ => None,
        };
        if let Some(step) = step {
            let year = self.today.map(|today| today.year + step);
            return Some(found(start..at.t + 3 + gap, year.map(|y| (y, month))));
        }
        // "MAR" and "DEC" are often something else.
        if self.text.tokens[at.t].case == Case::Upper && form.len() == 3 || !self.is_month(at, month, start) {
            return None;
        }
        let year = self.year_ahead(at.t + 1, at.end).or_else(|| {
            if let Some(from) = self.range_from(at, Unit::Month) {
                return Some(from.year + i32::from(month < from.month));
            }
            let today = self.today?;
            let future = self.is_future(at.t);
            Some(match self.before(at, 1) {
                "next" if month <= today.month => today.year + 1,
                "next" => today.year,
                _ if month <= today.month || future => today.year + i32::from(month < today.month && future),
                _ => today.year - 1,
            })
        });
        Some(found(start..at.t + 1, year.map(|y| (y, month))))
    }

    /// The month's name stands for a month here: "in May"; in "May said" it is a person, in "March of the dockers" a
    /// march.
    fn is_month(&self, at: At, month: u32, start: usize) -> bool {
        let before = self.before(at, 1);
        let opened = matches!(
            before,
            "in" | "since" | "until" | "till" | "last" | "next" | "early" | "late" | "during"
        ) || start < at.t;
        // "in June Street"
        if self.is_address(at.t + 1, at.end) {
            return false;
        }
        if opened {
            return true;
        }
        // "June Hart", where the name was not found.
        if self.is_capital(at.t + 1, at.end)
            && self.text.tokens[at.t + 1].kind == TokenKind::Word
            && self.month_name(at.t + 1, at.end).is_none()
            && self.text.tokens[at.t].case != Case::Upper
        {
            return false;
        }
        // "from April": not so "from May" where a person of that name is known.
        let person = self.named_months & 1 << month != 0;
        let name_like = matches!(self.form(at.t, at.end), "may" | "march" | "april" | "june" | "august");
        if person {
            return false;
        }
        let led = matches!(
            before,
            "from"
                | "by"
                | "of"
                | "to"
                | "through"
                | "before"
                | "after"
                | "between"
                | "this"
                | "every"
                | "each"
                | "over"
                | "throughout"
        );
        if led || self.in_list(at) {
            return true;
        }
        // "The March election", "its June report", "It was May."
        let article = matches!(before, "the" | "a" | "an" | "its" | "their" | "this" | "that");
        let noun = article
            && at.t + 1 < at.end
            && self.text.tokens[at.t + 1].case == Case::Lower
            && self.counts_something(at.t + 1, at.end);
        if noun || before == "was" && self.before(at, 2) == "it" {
            return true;
        }
        let abbreviated = self.form(at.t, at.end).len() <= 4 && !matches!(self.form(at.t, at.end), "june" | "july");
        !name_like && !abbreviated
    }

    /// In "April, June and Sept." each month shows that the others are months.
    fn in_list(&self, at: At) -> bool {
        let month_follows = |t: usize| {
            let after = self.joint(t, at.end)?;
            let mid = if self.form(after, at.end) == "mid" { 2 } else { 0 };
            self.month_name(after + mid, at.end)
        };
        let closes = |t: usize| matches!(self.form(t, at.end), "and" | "or");
        if at.last.is_some_and(|l| l.unit == Unit::Month) && self.joint(at.start, at.end) == Some(at.t) {
            // "In June, May said": a list with commas goes on or ends with "and".
            let comma = self.form(at.start, at.end) == "," && at.t == at.start + 1;
            return !comma || month_follows(at.t + 1).is_some();
        }
        // The first of the list: "May through July", "April, May and June".
        let after = self.form(at.t + 1, at.end);
        month_follows(at.t + 1).is_some() && (after != "," || closes(at.t + 2) || month_follows(at.t + 3).is_some())
    }
}

fn found(tokens: std::ops::Range<usize>, month: Option<(i32, u32)>) -> Found {
    let iso = month.map(|(year, month)| format!("{year:04}-{month:02}"));
    let first = month.and_then(|(year, month)| Day::new(year, month, 1));
    Found::new(tokens, iso, DatePrecision::Month, Unit::Month).at_day(first)
}
