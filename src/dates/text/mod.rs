//! Dates and times in the running text, worked out from the day of publication where the words alone do not say.

mod clock;
mod days;
mod lists;
mod months;
mod periods;
mod relative;
mod weekdays;
mod years;

use std::cell::OnceCell;
use std::ops::Range;

use super::day::Day;
use super::window;
use crate::analysis::{Date, DatePrecision, Span};
use crate::lexicon::calendar;
use crate::text::Text;
use days::Order;
pub use periods::is_code as is_period_code;

/// The date expressions of the text, in text order; they never overlap. `read` says which blocks are looked into,
/// `is_name` which tokens belong to a name.
pub fn in_text(
    text: &Text,
    today: Option<Day>,
    read: impl Fn(usize) -> bool,
    is_name: impl Fn(usize) -> bool,
) -> Vec<Date> {
    let triggers: Vec<Trigger> = text.forms.iter().map(|f| trigger(f)).collect();
    let reader = Reader {
        text,
        today,
        is_name: &is_name,
        named_months: named_months(text, &triggers, &is_name),
        order: OnceCell::new(),
    };
    let mut dates = Vec::new();
    for (_, block) in text.blocks.iter().enumerate().filter(|(i, _)| read(*i)) {
        let end = block.tokens.end as usize;
        let mut at = At {
            t: block.tokens.start as usize,
            start: block.tokens.start as usize,
            end,
            last: None,
        };
        while at.t < end {
            let trigger = triggers[text.tokens[at.t].form as usize];
            let found = match trigger {
                Trigger::None => None,
                _ if is_name(at.t) => None,
                _ => reader.date(trigger, at),
            };
            let Some(found) = found else {
                at.t += 1;
                continue;
            };
            let first = found.tokens.start.max(at.start);
            dates.push(Date {
                span: Span {
                    start: text.tokens[first].span.start,
                    end: text.tokens[found.tokens.end - 1].span.end,
                },
                iso: found.iso,
                precision: found.precision,
            });
            at.t = found.tokens.end.max(at.t + 1);
            at.start = at.t;
            at.last = Some(Last {
                unit: found.unit,
                day: found.day,
            });
        }
    }
    dates
}

/// The first full day, with its year, among the tokens of `span`.
pub fn full_day(text: &Text, span: Span) -> Option<Day> {
    let tokens = text.tokens_in(span);
    tokens
        .clone()
        .filter_map(|t| window::day(text, t, tokens.end))
        .find_map(|(_, day)| Day::new(day.year? as i32, day.month, day.day))
}

/// What a word may open; most words open no date and are passed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trigger {
    None,
    Number,
    Month,
    Weekday,
    /// "quarter", "fiscal", "Q1".
    Period,
    /// "last", "ago", "tomorrow", "noon".
    Relative,
}

fn trigger(form: &str) -> Trigger {
    let form = form.trim_end_matches('.');
    match form.as_bytes().first() {
        Some(c) if c.is_ascii_digit() => return Trigger::Number,
        Some(c) if c.is_ascii_lowercase() => {}
        _ => return Trigger::None,
    }
    if calendar::month(form).is_some() {
        Trigger::Month
    } else if calendar::weekday(form).is_some() {
        Trigger::Weekday
    } else if periods::opens(form) {
        Trigger::Period
    } else if relative::opens(form) {
        Trigger::Relative
    } else {
        Trigger::None
    }
}

/// The months that are somebody's name in this text: "Dora May" makes "May said" a person. One bit a month.
fn named_months(text: &Text, triggers: &[Trigger], is_name: &dyn Fn(usize) -> bool) -> u16 {
    (0..text.tokens.len())
        .filter(|&t| triggers[text.tokens[t].form as usize] == Trigger::Month && is_name(t))
        .filter_map(|t| calendar::month(text.form(t)))
        .fold(0, |bits, month| bits | 1 << month)
}

/// Where the reader stands.
#[derive(Clone, Copy)]
struct At {
    t: usize,
    /// The first token of the block that belongs to no date before.
    start: usize,
    end: usize,
    /// The date that ends at `start`; None where there is none in this block.
    last: Option<Last>,
}

#[derive(Clone, Copy)]
struct Last {
    unit: Unit,
    /// Its day, or the first of its month.
    day: Option<Day>,
}

impl At {
    fn to(self, t: usize) -> At {
        At { t, ..self }
    }
}

/// What a date expression names: lists and ranges go on with the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Day,
    Month,
    Year,
    Weekday,
    Other,
}

/// A date expression that was read.
struct Found {
    tokens: Range<usize>,
    iso: Option<String>,
    precision: DatePrecision,
    unit: Unit,
    /// A day, or the first of a month, that a range may begin with.
    day: Option<Day>,
}

impl Found {
    fn new(tokens: Range<usize>, iso: Option<String>, precision: DatePrecision, unit: Unit) -> Found {
        Found {
            tokens,
            iso,
            precision,
            unit,
            day: None,
        }
    }

    fn at_day(self, day: Option<Day>) -> Found {
        Found { day, ..self }
    }
}

struct Reader<'a> {
    text: &'a Text<'a>,
    today: Option<Day>,
    is_name: &'a dyn Fn(usize) -> bool,
    named_months: u16,
    /// How this text writes days in figures.
    order: OnceCell<Option<Order>>,
}

impl Reader<'_> {
    /// The date expression that begins at `at`, or before it where the words before belong to it.
    fn date(&self, trigger: Trigger, at: At) -> Option<Found> {
        match trigger {
            Trigger::None => None,
            Trigger::Number => self
                .day(at)
                .or_else(|| self.time(at))
                .or_else(|| self.period(at))
                .or_else(|| self.day_of_month(at))
                .or_else(|| self.ago(at))
                .or_else(|| self.year(at)),
            Trigger::Month => self.day(at).or_else(|| self.month(at)),
            Trigger::Weekday => self.weekday(at),
            Trigger::Period => self.period(at).or_else(|| self.relative(at)),
            Trigger::Relative => self.weekday(at).or_else(|| self.relative(at)),
        }
    }

    /// What a range that ends here begins with: "26 July – 22 August".
    fn range_from(&self, at: At, unit: Unit) -> Option<Day> {
        let last = at.last.filter(|l| l.unit == unit)?;
        let joined = matches!(
            self.form(at.start, at.end),
            "to" | "through" | "until" | "till" | "-" | "–" | "—" | "and"
        );
        (joined && at.t <= at.start + 3).then_some(last.day?)
    }

    /// The token lower-cased, without its stop; "" outside the block.
    fn form(&self, t: usize, end: usize) -> &str {
        if t < end {
            self.text.form(t).trim_end_matches('.')
        } else {
            ""
        }
    }

    /// The `n`th token before `at`; "" before the block or in the date before.
    fn before(&self, at: At, n: usize) -> &str {
        if at.t >= at.start + n {
            self.text.form(at.t - n)
        } else {
            ""
        }
    }

    /// Where the words begin that belong to what follows: "on", "early", "mid-".
    fn opening(&self, at: At, words: &[&str]) -> usize {
        if self.before(at, 1) == "-" && self.before(at, 2) == "mid" && words.contains(&"mid") {
            at.t - 2
        } else if words.contains(&self.before(at, 1)) {
            at.t - 1
        } else {
            at.t
        }
    }

    /// No white space stands before the token.
    fn glued(&self, t: usize, end: usize) -> bool {
        t < end && !self.text.tokens[t].space_before
    }

    fn is_capital(&self, t: usize, end: usize) -> bool {
        t < end && self.text.tokens[t].case.is_capital()
    }

    /// Digits only, or an ordinal.
    fn number(&self, t: usize, end: usize) -> Option<u32> {
        let form = self.form(t, end);
        let digits = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|s| form.strip_suffix(s))
            .unwrap_or(form);
        digits.as_bytes().first().filter(|c| c.is_ascii_digit())?;
        digits.parse().ok()
    }

    /// 1 to 12, with a capital.
    fn month_name(&self, t: usize, end: usize) -> Option<u32> {
        let form = self.form(t, end);
        let month = calendar::month(form)?;
        (self.is_capital(t, end) && !(self.is_name)(t)).then_some(month)
    }
}

#[cfg(test)]
mod tests;
