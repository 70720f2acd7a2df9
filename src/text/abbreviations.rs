//! The word lists that tokens and sentences rest on.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::sync::LazyLock;

/// What a stop after an abbreviation may mean, and so when it belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// "Mr.", "Sen.": a name follows, never a new sentence.
    Title,
    /// "No.", "vol.": before a number.
    Number,
    /// "Jan.", "Tues.".
    Month,
    /// "Wash.", "Calif.": after the comma of a place, or where the sentence goes on.
    State,
    /// "Inc.", "Jr.".
    Company,
    /// "etc.", "vs.".
    Always,
}

static ABBREVIATIONS: LazyLock<HashMap<&str, Class>> = LazyLock::new(|| {
    entries(include_str!("../lexicon/abbreviations.txt"))
        .filter_map(|line| {
            let (word, class) = line.split_once(' ')?;
            let class = match class {
                "title" => Class::Title,
                "number" => Class::Number,
                "month" => Class::Month,
                "state" => Class::State,
                "company" => Class::Company,
                _ => Class::Always,
            };
            Some((word, class))
        })
        .collect()
});

static STARTERS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| entries(include_str!("../lexicon/sentence_starters.txt")).collect());

static DROP_CAPS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| entries(include_str!("../lexicon/drop_caps.txt")).collect());

fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|l| !l.is_empty() && !l.starts_with('#'))
}

/// The class of an abbreviation, given without its stop and in any case.
pub(super) fn class(word: &str) -> Option<Class> {
    if word.len() > 6 || !word.is_ascii() {
        return None;
    }
    ABBREVIATIONS.get(word.to_ascii_lowercase().as_str()).copied()
}

/// A capitalised word that more likely begins a sentence than goes on with a name: "The", "However".
pub(super) fn starts_sentence(word: &str) -> bool {
    word.len() < 16 && STARTERS.contains(word.to_lowercase().as_str())
}

/// The letter and the rest make one of the words that articles open with: "T" and "he".
pub(super) fn has_drop_cap(letter: char, rest: &str) -> bool {
    rest.len() < 16 && DROP_CAPS.contains(format!("{letter}{rest}").to_lowercase().as_str())
}
