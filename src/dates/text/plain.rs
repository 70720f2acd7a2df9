//! Days, months and years as written, without the day of publication.

use crate::lexicon::calendar as names;
use crate::text::{Text, TokenKind};

pub(super) struct DayAndMonth {
    pub end: usize,
    pub day: u32,
    pub month: u32,
    pub year: Option<i32>,
}

/// Reads what needs no day of publication.
pub(super) struct Plain<'a> {
    pub text: &'a Text<'a>,
}

impl Plain<'_> {
    pub fn form(&self, token: usize, end: usize) -> &str {
        if token < end {
            self.text.form(token).trim_end_matches('.')
        } else {
            ""
        }
    }

    /// 1 to 12. "May" and "March" only with a capital.
    pub fn month(&self, token: usize, end: usize) -> Option<u32> {
        let form = self.form(token, end);
        if form.len() < 3 || !self.text.tokens[token].case.is_capital() {
            return None;
        }
        names::month(form)
    }

    pub fn number(&self, token: usize, end: usize) -> Option<u32> {
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

    pub fn year(&self, token: usize, end: usize) -> Option<i32> {
        let form = self.form(token, end);
        let year = self.number(token, end)?;
        (form.len() == 4 && (1500..2100).contains(&year)).then_some(year as i32)
    }

    /// "3 February 2025", "February 3, 2025", "Feb. 3", "3rd of February".
    pub fn day_and_month(&self, t: usize, end: usize) -> Option<DayAndMonth> {
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
