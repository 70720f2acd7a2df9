//! Days of the Gregorian calendar, counted.

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

impl Day {
    /// None where there is no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        let valid = (1..=12).contains(&month) && day >= 1 && day <= days_in(year, month);
        valid.then_some(Day { year, month, day })
    }

    /// The day that an ISO 8601 date or date-time begins with.
    pub fn from_iso(iso: &str) -> Option<Day> {
        let mut parts = iso.get(..10)?.split('-');
        let mut number = || parts.next()?.parse::<u32>().ok();
        let (year, month, day) = (number()?, number()?, number()?);
        Day::new(year as i32, month, day)
    }

    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// The day so many days later; earlier where negative.
    pub fn plus(self, days: i64) -> Day {
        Day::from_number(self.number() + days)
    }

    /// The same day so many months later, or the last of that month.
    pub fn plus_months(self, months: i32) -> Day {
        let month = self.year * 12 + self.month as i32 - 1 + months;
        let (year, month) = (month.div_euclid(12), month.rem_euclid(12) as u32 + 1);
        Day {
            year,
            month,
            day: self.day.min(days_in(year, month)),
        }
    }

    /// 0 is Monday.
    pub fn weekday(self) -> i64 {
        (self.number() + 3).rem_euclid(7)
    }

    /// The ISO 8601 week: "2025-W06".
    pub fn iso_week(self) -> String {
        let thursday = self.plus(3 - self.weekday());
        let first = Day {
            year: thursday.year,
            month: 1,
            day: 1,
        };
        format!(
            "{:04}-W{:02}",
            thursday.year,
            (thursday.number() - first.number()) / 7 + 1
        )
    }

    /// Days since 1 January 1970 (Hinnant, "chrono-compatible low-level date algorithms").
    pub fn number(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let of_era = year - era * 400;
        let of_year = (153 * ((i64::from(self.month) + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    fn from_number(number: i64) -> Day {
        let z = number + 719_468;
        let era = z.div_euclid(146_097);
        let of_era = z - era * 146_097;
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = (of_year - (153 * month + 2) / 5 + 1) as u32;
        let month = if month < 10 { month + 3 } else { month - 9 } as u32;
        Day {
            year: (year + era * 400 + i64::from(month <= 2)) as i32,
            month,
            day,
        }
    }
}

fn days_in(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn days_are_counted_over_leap_years_and_year_ends() {
        let day = Day::new(2024, 2, 28).unwrap();
        assert_eq!(day.plus(2).iso(), "2024-03-01");
        assert_eq!(Day::new(2025, 1, 1).unwrap().plus(-1).iso(), "2024-12-31");
        assert_eq!(Day::new(2025, 3, 31).unwrap().plus_months(-1).iso(), "2025-02-28");
        assert_eq!(Day::new(2023, 2, 29), None);
    }

    #[test]
    fn weekdays_and_weeks_follow_the_calendar() {
        let monday = Day::new(2025, 2, 3).unwrap();
        assert_eq!(monday.weekday(), 0);
        assert_eq!(monday.iso_week(), "2025-W06");
        assert_eq!(Day::new(2024, 12, 30).unwrap().iso_week(), "2025-W01");
    }
}
