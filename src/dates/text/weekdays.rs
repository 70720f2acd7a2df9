//! Days of the week: "Monday", "last Friday", "Tuesday, 3 February", "Monday to Friday". "Black Friday" is none.

use super::{At, Found, Reader, Unit};
use crate::analysis::DatePrecision;
use crate::dates::day::Day;
use crate::dates::{begins, window};
use crate::lexicon::{NAMED_DAYS, calendar};
use crate::text::{Case, TokenKind};

impl Reader<'_> {
    pub(super) fn weekday(&self, at: At) -> Option<Found> {
        let (which, t) = match self.form(at.t, at.end) {
            w @ ("last" | "next" | "this") => (w, at.t + 1),
            _ => ("", at.t),
        };
        let index = self.weekday_name(t, at.end)?;
        // "Tuesday, 3 February": "Sat" and "Sun" alone are other words.
        let next = begins::after_weekday(self.text, t, at.end)?;
        if next < at.end
            && let Some((end, written)) = window::day(self.text, next, at.end)
        {
            let day = self.day_of(&written, end, at.end);
            let start = self.opening(at, &["on"]);
            return Some(Found::new(start..end, day.map(Day::iso), DatePrecision::Day, Unit::Day));
        }
        if self.form(t, at.end).trim_end_matches('.').len() <= 3 || self.is_part_of_a_name(at.to(t)) {
            return None;
        }
        // "Monday to Friday", "Tuesday-Saturday".
        let joint = self.form(t + 1, at.end);
        let range = matches!(joint, "to" | "through" | "-" | "–" | "until" | "till")
            || joint == "and" && self.before(at, 1) == "between";
        if range && which.is_empty() && self.weekday_name(t + 2, at.end).is_some() {
            let tokens = at.t..t + 3;
            return Some(Found::new(tokens, None, DatePrecision::Day, Unit::Weekday));
        }
        let day = self.today.map(|today| {
            let back = (today.weekday() - index as i64).rem_euclid(7);
            match which {
                "last" => today.plus(-(if back == 0 { 7 } else { back })),
                "next" => today.plus(if back == 0 { 7 } else { 7 - back }),
                _ if self.is_future(at.t) => today.plus((7 - back) % 7),
                _ => today.plus(-back),
            }
        });
        let part = matches!(
            self.form(t + 1, at.end),
            "morning" | "afternoon" | "evening" | "night" | "lunchtime"
        );
        let start = if which.is_empty() {
            self.opening(at, &["on"])
        } else {
            at.t
        };
        let end = t + 1 + usize::from(part && !self.is_capital(t + 1, at.end));
        Some(Found::new(
            start..end,
            day.map(Day::iso),
            DatePrecision::Day,
            Unit::Weekday,
        ))
    }

    /// 0 is Monday.
    fn weekday_name(&self, t: usize, end: usize) -> Option<usize> {
        let index = calendar::weekday(self.form(t, end).trim_end_matches('.'))?;
        self.is_capital(t, end).then_some(index)
    }

    /// "Black Friday", "Bloody Sunday", "Sunday Times": the name of a day, of a paper.
    fn is_part_of_a_name(&self, at: At) -> bool {
        if at.t + 1 < at.end && (self.is_name)(at.t + 1) && self.glued_by_space(at.t + 1) {
            // A name may follow a day: "on Monday Moor said". A paper's has an article: "the Sunday Times".
            if self.before(at, 1) == "the" {
                return true;
            }
        }
        let before = self.before(at, 1);
        if NAMED_DAYS.contains(before) && self.is_capital(at.t - 1, at.end) {
            return true;
        }
        // Another capital before it that is no name of its own, in a sentence that has small letters.
        let Some(previous) = at.t.checked_sub(1).filter(|&p| p >= at.start) else {
            return false;
        };
        let token = &self.text.tokens[previous];
        let sentence = &self.text.sentences[self.text.sentence_of(at.t)].tokens;
        let opens = sentence.start as usize == previous;
        // Near enough to tell a sentence from a title, in however long a sentence.
        let mut near = (sentence.start as usize).max(at.t.saturating_sub(15))..(sentence.end as usize).min(at.t + 15);
        token.kind == TokenKind::Word
            && token.case == Case::Capitalised
            && !opens
            && !(self.is_name)(previous)
            && ADJECTIVE_ENDINGS.iter().any(|e| before.ends_with(e))
            && near.any(|t| self.text.tokens[t].case == Case::Lower)
    }

    fn glued_by_space(&self, t: usize) -> bool {
        self.text.tokens[t].space_before
    }
}

/// "Stormy Monday", "Golden Friday".
const ADJECTIVE_ENDINGS: [&str; 5] = ["y", "en", "ful", "ous", "ing"];
