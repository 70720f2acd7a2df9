//! Years: "in 2011", "since 2019", "It was 1984", "the 2024-25 season", "(1931)". A bare number is none.

use super::{At, Found, Reader, Unit};
use crate::analysis::DatePrecision;
use crate::text::TokenKind;

impl Reader<'_> {
    /// Four digits that may be a year.
    pub(super) fn four_digits(&self, t: usize, end: usize) -> Option<i32> {
        let form = self.form(t, end);
        let digits = form.len() == 4 && form.bytes().all(|b| b.is_ascii_digit());
        let year = form.parse().ok().filter(|_| digits)?;
        (1500..2100).contains(&year).then_some(year)
    }

    /// A year or two with a stroke between ("2024-25", "2014/2015"): the token after it, and the years.
    pub(super) fn years(&self, t: usize, end: usize) -> Option<(usize, i32, i32)> {
        let first = self.four_digits(t, end)?;
        if matches!(self.form(t + 1, end), "-" | "–" | "/") && self.glued(t + 1, end) && self.glued(t + 2, end) {
            let form = self.form(t + 2, end);
            let last = match form.len() {
                2 => form.parse::<i32>().ok().map(|n| first / 100 * 100 + n),
                _ => self.four_digits(t + 2, end),
            };
            if let Some(last) = last.map(|n| if n < first { n + 100 } else { n })
                && last > first
                && last - first < 120
            {
                return Some((t + 3, first, last));
            }
        }
        Some((t + 1, first, first))
    }

    pub(super) fn year(&self, at: At) -> Option<Found> {
        if let Some(year) = self.short_year(at) {
            let tokens = at.t - 1..at.t + 1;
            return Some(Found::new(
                tokens,
                Some(format!("{year:04}")),
                DatePrecision::Year,
                Unit::Year,
            ));
        }
        let (end, first, last) = self.years(at.t, at.end)?;
        if !self.is_year(at, end) {
            return None;
        }
        let iso = if first == last {
            format!("{first:04}")
        } else {
            format!("{first:04}/{last:04}")
        };
        let start = self.opening(at, &["early", "late", "mid"]);
        Some(Found::new(start..end, Some(iso), DatePrecision::Year, Unit::Year))
    }

    /// "in '84", "the class of ’09".
    fn short_year(&self, at: At) -> Option<i32> {
        let form = self.form(at.t, at.end);
        let apostrophe = at.t > at.start
            && matches!(self.text.word(at.t - 1), "'" | "’" | "‘")
            && self.glued(at.t, at.end)
            && self.text.tokens[at.t - 1].space_before;
        let opened = matches!(
            self.before(at, 2),
            "in" | "since" | "of" | "by" | "until" | "from" | "summer"
        );
        let closed = !self.text.word((at.t + 1).min(at.end - 1)).starts_with(['\'', '’']);
        let year: i32 = form
            .parse()
            .ok()
            .filter(|_| form.len() == 2 && apostrophe && opened && closed)?;
        Some(if year >= 30 { 1900 + year } else { 2000 + year })
    }

    fn is_year(&self, at: At, end: usize) -> bool {
        let (before, second) = (self.before(at, 1), self.before(at, 2));
        let next = self.form(end, at.end);
        // "1984 pages", "2000 euros", "1600 Pennsylvania Avenue".
        if is_measure(next) || self.is_address(end, at.end) {
            return false;
        }
        // “1984” is a title.
        let marked = |t: usize| t < at.end && self.text.tokens[t].kind == TokenKind::Mark;
        if at.t > 0 && marked(at.t - 1) && marked(end) {
            return false;
        }
        // "in 2012, 2016 and 2020", "from 2010 to 2015".
        if at.last.is_some_and(|l| l.unit == Unit::Year) && self.joint(at.start, at.end) == Some(at.t) {
            return true;
        }
        let noun = end < at.end && self.text.tokens[end].kind == TokenKind::Word;
        let plural =
            noun && next.ends_with('s') && !matches!(next, "was" | "is" | "has" | "as" | "'s" | "this" | "its");
        match before {
            "in" | "since" | "until" | "till" | "during" | "early" | "late" | "spring" | "summer" | "autumn"
            | "fall" | "winter" | "season" | "circa" | "year" => true,
            "between" | "through" => true,
            "mid" => true,
            "-" => second == "mid",
            "of" | "by" | "for" | "from" | "after" | "before" => !plural && !self.is_lower_noun_of_count(end, at.end),
            // "It was 1984 when", "The year was 1931."
            "was" | "is" | "'s" => {
                matches!(second, "it" | "year" | "this" | "date")
                    && (!self.counts_something(end, at.end)
                        || matches!(next, "a" | "he" | "she" | "they" | "we" | "until" | "so" | "if"))
            }
            // "The 2019 flood", "its 2024-25 season"; "the 2000 people", "the 1500 metres" are counted.
            "the" | "a" | "its" | "their" | "his" | "her" | "this" | "that" | "our" => {
                noun && !plural && self.text.tokens[end].case == crate::text::Case::Lower && next != "or"
            }
            // "(1931)", "(1931-2004)".
            "(" | "[" => matches!(next, ")" | "]" | ","),
            // "1984 was a hard year."
            "" => {
                at.t == at.start
                    && at.last.is_none()
                    && matches!(next, "was" | "is" | "saw" | "will" | "has" | "brought")
            }
            _ => false,
        }
    }

    /// "1600 Pennsylvania Avenue".
    pub(super) fn is_address(&self, t: usize, end: usize) -> bool {
        self.is_capital(t, end)
            && (t..end.min(t + 4)).any(|u| {
                self.is_capital(u, end)
                    && matches!(
                        self.form(u, end),
                        "street"
                            | "st"
                            | "avenue"
                            | "ave"
                            | "road"
                            | "rd"
                            | "lane"
                            | "drive"
                            | "boulevard"
                            | "blvd"
                            | "way"
                            | "court"
                            | "place"
                            | "square"
                            | "terrace"
                            | "highway"
                    )
            })
    }

    /// "a group of 2000 men".
    fn is_lower_noun_of_count(&self, t: usize, end: usize) -> bool {
        matches!(
            self.form(t, end),
            "men" | "women" | "children" | "police" | "sheep" | "cattle"
        )
    }
}

/// What is counted or measured, so that the number before it is no year.
fn is_measure(form: &str) -> bool {
    matches!(
        form,
        "people"
            | "persons"
            | "years"
            | "days"
            | "hours"
            | "minutes"
            | "weeks"
            | "months"
            | "euros"
            | "dollars"
            | "pounds"
            | "euro"
            | "dollar"
            | "pound"
            | "yen"
            | "yuan"
            | "rupees"
            | "men"
            | "women"
            | "children"
            | "%"
            | "percent"
            | "per"
            | "pages"
            | "words"
            | "km"
            | "m"
            | "kg"
            | "metre"
            | "metres"
            | "meter"
            | "meters"
            | "kilometre"
            | "kilometres"
            | "kilometer"
            | "kilometers"
            | "mile"
            | "miles"
            | "feet"
            | "foot"
            | "yards"
            | "acres"
            | "tonnes"
            | "tons"
            | "tonne"
            | "ton"
            | "litres"
            | "liters"
            | "gallons"
            | "volts"
            | "watts"
            | "points"
            | "votes"
            | "million"
            | "billion"
            | "thousand"
            | "hundred"
            | "seats"
            | "soldiers"
            | "troops"
            | "jobs"
            | "homes"
            | "houses"
            | "copies"
            | "cases"
            | "calories"
            | "rpm"
    )
}
