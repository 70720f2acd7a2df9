//! Months and days of the week, by name.

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// 1 to 12: the month with this name or usual abbreviation, in lower case and without stop ("february", "feb", "sept").
pub fn month(form: &str) -> Option<u32> {
    let form = if form == "sept" { "sep" } else { form };
    position(&MONTHS, form).map(|i| i as u32 + 1)
}

/// 0 (Monday) to 6: the day of the week with this name or three-letter abbreviation, in lower case and without stop.
pub fn weekday(form: &str) -> Option<usize> {
    position(&WEEKDAYS, form)
}

fn position(names: &[&str], form: &str) -> Option<usize> {
    names
        .iter()
        .position(|n| *n == form || form.len() == 3 && n.starts_with(form))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_abbreviations_are_read_and_nothing_else() {
        for (form, expected) in [
            ("may", Some(5)),
            ("sept", Some(9)),
            ("dec", Some(12)),
            ("ja", None),
            ("junes", None),
        ] {
            assert_eq!(month(form), expected, "{form}");
        }
        assert_eq!(
            (weekday("sun"), weekday("monday"), weekday("mo")),
            (Some(6), Some(0), None)
        );
    }
}
