//! Lists and ranges of days that share their month ("May 3, 5 and 9", "10-14 August"), and what joins dates.

use super::{At, Found, Reader, Unit};
use crate::analysis::DatePrecision;
use crate::dates::day::Day;
use crate::text::TokenKind;

/// Days of a month, as listed.
struct Days {
    days: Vec<u32>,
    /// The token after them.
    end: usize,
    /// From the first to the last.
    range: bool,
    /// The last was joined by a hyphen: "June 3-5".
    glued: bool,
}

impl Reader<'_> {
    /// "June 3-5", "May 3, 5 and 9, 2021"; "6, 7 and 8 July", "between 10 and 14 August".
    pub(super) fn days_of_one_month(&self, at: At) -> Option<Found> {
        let (month, days, mut end) = if let Some(month) = self.month_name(at.t, at.end) {
            let days = self.days(at.t + 1, at.end)?;
            // "May 3 and 5 people" is a day and a number.
            let end = days.end;
            if !days.glued && self.counts_something(end, at.end) {
                return None;
            }
            (month, days, end)
        } else {
            let days = self.days(at.t, at.end)?;
            let of = usize::from(self.form(days.end, at.end) == "of");
            let month = self.month_name(days.end + of, at.end)?;
            let end = days.end + of + 1;
            (month, days, end)
        };
        let comma = usize::from(self.form(end, at.end) == ",");
        let year = self.four_digits(end + comma, at.end);
        if year.is_some() {
            end += 1 + comma;
        }
        let between = self.before(at, 1) == "between" && days.days.len() == 2;
        let in_a_row = days.days.windows(2).all(|d| d[1] == d[0] + 1);
        let (first, last) = (*days.days.first()?, *days.days.last()?);
        let day = |day| match year.or_else(|| self.year_ahead(end, at.end)) {
            Some(year) => Day::new(year, month, day),
            None => self.nearest(month, day),
        };
        let whole = (days.range || between || in_a_row) && first < last;
        let iso = match (day(first), day(last)) {
            (Some(first), Some(last)) if whole && first < last => Some(format!("{}/{}", first.iso(), last.iso())),
            _ => None,
        };
        Some(Found::new(
            self.opening(at, &["on"])..end,
            iso,
            DatePrecision::Day,
            Unit::Day,
        ))
    }

    /// Two days of a month or more, from token `t` on.
    fn days(&self, t: usize, end: usize) -> Option<Days> {
        let day = |t: usize| {
            let form = self.form(t, end);
            let plain = form.len() <= 2 || form.ends_with(char::is_alphabetic) && form.len() <= 4;
            self.number(t, end).filter(|d| plain && (1..=31).contains(d))
        };
        let mut days = Days {
            days: vec![day(t)?],
            end: t + 1,
            range: false,
            glued: false,
        };
        let mut open = false;
        while days.days.len() < 8 {
            let joint = self.form(days.end, end);
            let Some(next) = self.joint(days.end, end) else {
                break;
            };
            let Some(day) = day(next) else { break };
            days.range = days.days.len() == 1 && matches!(joint, "-" | "–" | "to" | "through" | "until" | "till");
            days.glued = matches!(joint, "-" | "–") && self.glued(days.end, end) && self.glued(next, end);
            // A list with commas ends with "and": in "On May 3, 12 people died" there is none.
            open = joint == "," && next == days.end + 1;
            days.days.push(day);
            days.end = next + 1;
        }
        (days.days.len() > 1 && !open).then_some(days)
    }

    /// What joins two dates ("to", ",", ", and") at token `t`: the token after it.
    pub(super) fn joint(&self, t: usize, end: usize) -> Option<usize> {
        match self.form(t, end) {
            "," if matches!(self.form(t + 1, end), "and" | "or") => Some(t + 2),
            "," | "and" | "or" | "to" | "through" | "until" | "till" | "-" | "–" | "—" | "&" | "/" => Some(t + 1),
            _ => None,
        }
    }

    /// A noun follows, so the number before it counts: "5 people".
    pub(super) fn counts_something(&self, t: usize, end: usize) -> bool {
        t < end
            && matches!(self.text.tokens[t].kind, TokenKind::Word | TokenKind::Symbol)
            && !matches!(
                self.text.form(t),
                "at" | "in"
                    | "on"
                    | "and"
                    | "for"
                    | "with"
                    | "from"
                    | "to"
                    | "when"
                    | "by"
                    | "as"
                    | "but"
                    | "is"
                    | "was"
                    | "are"
                    | "were"
                    | "will"
                    | "after"
                    | "before"
                    | "because"
                    | "that"
                    | "the"
                    | "this"
                    | "last"
                    | "next"
            )
    }
}
