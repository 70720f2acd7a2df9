//! Parts of years and runs of years: "third quarter of 2024", "Q1 2025", "H1", "fiscal year 2024", "FY25", "the 1990s",
//! "the early '80s".

use super::{At, Found, Reader, Unit};
use crate::analysis::DatePrecision;
use crate::text::TokenKind;

/// The word may open such an expression.
pub(super) fn opens(form: &str) -> bool {
    ordinal(form).is_some() || is_code(form) || is_accounting(form) || spelt_decade(form).is_some()
}

/// "Q3", "H1", "FY25": an abbreviation that names nothing but a time.
pub fn is_code(form: &str) -> bool {
    quarter_code(form).is_some() || fiscal_code(form)
}

impl Reader<'_> {
    pub(super) fn period(&self, at: At) -> Option<Found> {
        self.decade(at)
            .or_else(|| self.part_of_year(at))
            .or_else(|| self.fiscal_year(at))
    }

    /// "1990s", "'80s", "mid-1970s", "the nineties".
    fn decade(&self, at: At) -> Option<Found> {
        let form = self.form(at.t, at.end);
        let start = |t: usize| self.opening(at.to(t), &["early", "late", "mid"]);
        if let Some(first) = spelt_decade(form) {
            // "in his sixties" is an age.
            let early = matches!(self.before(at, 1), "early" | "late" | "mid");
            let the = self.before(at, if early { 2 } else { 1 }) == "the";
            let before = self.before(at, if early { 3 } else { 2 });
            let opened = matches!(
                before,
                "in" | "of" | "during" | "since" | "from" | "until" | "by" | "throughout"
            );
            return (the && opened).then(|| found_decade(start(at.t)..at.t + 1, first));
        }
        let digits = form.strip_suffix('s').or_else(|| {
            // "the 1990's"
            (self.form(at.t + 1, at.end) == "'s" && form.len() == 4 && self.before(at, 1) == "the").then_some(form)
        })?;
        let end = at.t + 1 + usize::from(!form.ends_with('s'));
        let year: i32 = digits.parse().ok()?;
        if year % 10 != 0 {
            return None;
        }
        if digits.len() == 4 && (1500..2100).contains(&year) {
            return Some(found_decade(start(at.t)..end, Some(year)));
        }
        let apostrophe =
            at.t > at.start && self.text.tokens[at.t - 1].kind == TokenKind::Mark && self.glued(at.t, at.end);
        let single = apostrophe && matches!(self.text.word(at.t - 1), "'" | "’" | "‘" | "ʼ" | "`" | "´");
        // "during the 80s"; in "highs in the 80s" it is a temperature.
        let the = self.before(at, 1) == "the"
            && matches!(self.before(at, 2), "during" | "since" | "until" | "throughout")
            && year >= 20;
        (digits.len() == 2 && (single || the)).then(|| {
            let first = (year >= 30).then_some(1900 + year);
            found_decade(start(at.t - usize::from(single))..end, first)
        })
    }

    /// "third quarter of 2024", "first-half 2023", "Q1 2025", "2025 Q1", "second half of last year".
    fn part_of_year(&self, at: At) -> Option<Found> {
        let form = |n: usize| self.form(at.t + n, at.end);
        // "2024 Q3"
        if let Some(year) = self.four_digits(at.t, at.end)
            && let Some(months) = quarter_code(form(1))
        {
            return Some(found_part(at.t..at.t + 2, Some(year), months));
        }
        // "4Q24"
        if let Some((quarter, year)) = form(0).split_at_checked(2)
            && year.len() == 2
            && let (Some(months), Ok(year)) = (quarter_code(quarter), year.parse::<i32>())
        {
            return Some(found_part(at.t..at.t + 1, Some(2000 + year), months));
        }
        let (months, end, code) = if let Some(months) = quarter_code(form(0)) {
            (months, at.t + 1, true)
        } else {
            let n = ordinal(form(0))?;
            let hyphen = usize::from(form(1) == "-");
            let parts = match form(1 + hyphen) {
                "quarter" => 4,
                "half" => 2,
                "trimester" => 3,
                _ => return None,
            };
            let months = 12 / parts;
            (
                (n <= parts).then(|| ((n - 1) * months + 1, n * months))?,
                at.t + 2 + hyphen,
                false,
            )
        };
        // "of", ", ", "of the".
        let mut t = end;
        if self.form(t, at.end) == "of" || code && self.form(t, at.end) == "," {
            t += 1;
        }
        if self.form(t, at.end) == "the" {
            t += 1;
        }
        let glued_year = self.form(t, at.end).strip_prefix('\'').map(str::len);
        if let Some((after, first, last)) = self.years(t, at.end).filter(|_| glued_year.is_none()) {
            // "the third quarter of the 2024-25 season"
            let year = (first == last).then_some(first);
            let fiscal = matches!(self.form(after, at.end), "fiscal" | "financial");
            let after = if fiscal { after + 2 } else { after };
            return Some(found_part(at.t..after.min(at.end), year.filter(|_| !fiscal), months));
        }
        if let Some(fiscal) = self.fiscal_year(at.to(t)) {
            return Some(found_part(at.t..fiscal.tokens.end, None, months));
        }
        let step = match (self.form(t, at.end), self.form(t + 1, at.end)) {
            ("last", "year") => Some(-1),
            ("this", "year") => Some(0),
            ("next", "year") => Some(1),
            _ => None,
        };
        if let Some(step) = step {
            let year = self.today.map(|today| today.year + step);
            return Some(found_part(at.t..t + 2, year, months));
        }
        if self.form(t, at.end) == "year" && t == end + 2 {
            return Some(found_part(at.t..t + 1, None, months));
        }
        // "in Q3 and Q4 2024": the year of the last.
        let year = self.joint(end, at.end).and_then(|next| {
            quarter_code(self.form(next, at.end))?;
            let of = usize::from(self.form(next + 1, at.end) == "of");
            self.four_digits(next + 1 + of, at.end)
        });
        // A quarter or a half by itself may be a game's.
        code.then(|| found_part(at.t..end, year, months))
    }

    /// "fiscal year 2024", "fiscal 2024", "the 2024 fiscal year", "FY25", "FY 2024-25".
    fn fiscal_year(&self, at: At) -> Option<Found> {
        let form = |n: usize| self.form(at.t + n, at.end);
        if fiscal_code(form(0)) {
            // "FY24-25", "FY 2025".
            let mut end = at.t + 1;
            if form(0) == "fy" {
                end = self.years(end, at.end)?.0;
            } else if matches!(form(1), "-" | "–" | "/")
                && self.glued(at.t + 2, at.end)
                && self.number(at.t + 2, at.end).is_some()
            {
                end += 2;
            }
            return Some(found_year(at.t..end));
        }
        if is_accounting(form(0)) {
            let year = usize::from(form(1) == "year");
            if form(0) == "tax" && year == 0 {
                return None;
            }
            return Some(found_year(at.t..self.years(at.t + 1 + year, at.end)?.0));
        }
        let (end, ..) = self.years(at.t, at.end)?;
        let named = is_accounting(self.form(end, at.end)) && self.form(end + 1, at.end) == "year";
        named.then(|| found_year(at.t..end + 2))
    }
}

/// The first and last month of "Q1" to "Q4", "H1", "H2", "1H", "3Q".
fn quarter_code(form: &str) -> Option<(u32, u32)> {
    let &[a, b] = form.as_bytes() else {
        return None;
    };
    let (letter, digit) = if a.is_ascii_digit() { (b, a) } else { (a, b) };
    let n = u32::from(digit.checked_sub(b'0')?);
    match letter {
        b'q' if (1..=4).contains(&n) => Some((n * 3 - 2, n * 3)),
        b'h' if (1..=2).contains(&n) => Some((n * 6 - 5, n * 6)),
        _ => None,
    }
}

/// "FY", "FY25", "FY2025".
fn fiscal_code(form: &str) -> bool {
    form.strip_prefix("fy")
        .is_some_and(|digits| matches!(digits.len(), 0 | 2 | 4) && digits.bytes().all(|b| b.is_ascii_digit()))
}

fn is_accounting(form: &str) -> bool {
    matches!(form, "fiscal" | "financial" | "tax")
}

fn ordinal(form: &str) -> Option<u32> {
    Some(match form {
        "first" | "1st" => 1,
        "second" | "2nd" => 2,
        "third" | "3rd" => 3,
        "fourth" | "4th" | "final" => 4,
        _ => return None,
    })
}

/// The first year of a decade in words; None inside where the century is open.
fn spelt_decade(form: &str) -> Option<Option<i32>> {
    Some(match form {
        "twenties" => None,
        "thirties" => Some(1930),
        "forties" => Some(1940),
        "fifties" => Some(1950),
        "sixties" => Some(1960),
        "seventies" => Some(1970),
        "eighties" => Some(1980),
        "nineties" => Some(1990),
        _ => return None,
    })
}

fn found_decade(tokens: std::ops::Range<usize>, first: Option<i32>) -> Found {
    let iso = first.map(|y| format!("{y:04}/{:04}", y + 9));
    Found::new(tokens, iso, DatePrecision::Year, Unit::Year)
}

fn found_part(tokens: std::ops::Range<usize>, year: Option<i32>, (first, last): (u32, u32)) -> Found {
    let iso = year.map(|y| format!("{y:04}-{first:02}/{y:04}-{last:02}"));
    Found::new(tokens, iso, DatePrecision::Month, Unit::Other)
}

fn found_year(tokens: std::ops::Range<usize>) -> Found {
    Found::new(tokens, None, DatePrecision::Year, Unit::Other)
}
