//! Words of lines that hold nothing but a time, in English and some other languages.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What such a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeWord {
    /// "published", "updated".
    Label,
    /// "at", "on".
    Filler,
    /// "min", "hours", "Uhr".
    Unit,
    Ago,
    Read,
    /// "yesterday".
    Day,
    /// "am", "pm": post meridiem.
    Half(bool),
    /// Minutes from UTC; None where that depends on the season or is not known ("ET").
    Zone(Option<i32>),
    /// A month of another language, 1 to 12.
    Month(u32),
    /// A day of the week of another language.
    Weekday,
}

static WORDS: LazyLock<FxHashMap<&'static str, TimeWord>> = LazyLock::new(|| {
    let lists = [include_str!("time_words.txt"), include_str!("calendar_names.txt")];
    let lines = lists.into_iter().flat_map(str::lines);
    lines
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| l.split_once(" | "))
        .filter_map(|(form, what)| Some((form, parse(what)?)))
        .collect()
});

/// The word in lower case and without stop. English months and days of the week are in [`super::calendar`].
pub fn time_word(form: &str) -> Option<TimeWord> {
    WORDS.get(form).copied()
}

fn parse(what: &str) -> Option<TimeWord> {
    Some(match what {
        "label" => TimeWord::Label,
        "filler" => TimeWord::Filler,
        "unit" => TimeWord::Unit,
        "ago" => TimeWord::Ago,
        "read" => TimeWord::Read,
        "day" => TimeWord::Day,
        "am" => TimeWord::Half(false),
        "pm" => TimeWord::Half(true),
        "weekday" => TimeWord::Weekday,
        "zone ?" => TimeWord::Zone(None),
        _ => match what.strip_prefix("zone ") {
            Some(minutes) => TimeWord::Zone(Some(minutes.parse().ok()?)),
            None => TimeWord::Month(what.parse().ok()?),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_lists_is_read_once_and_sorted() {
        for list in [include_str!("time_words.txt"), include_str!("calendar_names.txt")] {
            let lines: Vec<&str> = list.lines().filter(|l| !l.starts_with('#')).collect();
            assert!(lines.is_sorted_by(|a, b| a.split_once(" |") < b.split_once(" |")));
            for line in lines {
                let (form, what) = line.split_once(" | ").expect(line);
                assert_eq!(time_word(form), parse(what), "{line}");
                assert!(parse(what).is_some(), "{line}");
            }
        }
    }

    #[test]
    fn words_of_other_languages_are_known() {
        for (form, expected) in [
            ("märz", TimeWord::Month(3)),
            ("août", TimeWord::Month(8)),
            ("października", TimeWord::Month(10)),
            ("miércoles", TimeWord::Weekday),
            ("uhr", TimeWord::Unit),
            ("est", TimeWord::Zone(Some(-300))),
            ("et", TimeWord::Zone(None)),
        ] {
            assert_eq!(time_word(form), Some(expected), "{form}");
        }
    }
}
