//! Abbreviations, the words that begin sentences after them, and drop caps.

use rustc_hash::FxHashMap as HashMap;
use std::sync::LazyLock;

use super::list::entries;
use super::{DROP_CAPS, SENTENCE_STARTERS};

/// What a stop after an abbreviation may mean, and so when it belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
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
    entries(include_str!("abbreviations.txt"))
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

/// The class of an abbreviation, given without its stop and in any case.
pub fn class(word: &str) -> Option<Class> {
    if word.len() > 6 || !word.is_ascii() {
        return None;
    }
    ABBREVIATIONS.get(word.to_ascii_lowercase().as_str()).copied()
}

/// A capitalised word that more likely begins a sentence than goes on with a name: "The", "However".
pub fn starts_sentence(word: &str) -> bool {
    word.len() < 16 && SENTENCE_STARTERS.contains(word.to_lowercase().as_str())
}

/// The letter and the rest make one of the words that articles open with: "T" and "he".
pub fn has_drop_cap(letter: char, rest: &str) -> bool {
    rest.len() < 16 && DROP_CAPS.contains(format!("{letter}{rest}").to_lowercase().as_str())
}
