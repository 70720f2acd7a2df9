//! What a noun names: somebody who can speak, or something that cannot.

use std::sync::LazyLock;

use rustc_hash::FxHashMap as HashMap;

use crate::entities::{is_organization_noun, is_role};
use crate::lexicon::DOCUMENTS;
use crate::lexicon::list::entries;

/// The class of a noun, by its commonest sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Person,
    /// People together, or what people run: "crowd", "company".
    Group,
    /// Words, writing, pictures: "report".
    Document,
    Act,
    Place,
    Time,
    Sum,
    Animal,
    Thing,
    Abstract,
}

impl Class {
    /// A person, a group or a document can be who says something; "the fall", "six times", "the ferry" cannot.
    pub fn can_speak(self) -> bool {
        matches!(self, Class::Person | Class::Group | Class::Document)
    }
}

static NOUNS: LazyLock<HashMap<&'static str, Class>> = LazyLock::new(|| {
    let words = entries(include_str!("../lexicon/nouns.txt")).filter_map(|line| {
        let (class, words) = line.split_once(' ')?;
        let class = match class {
            "person" => Class::Person,
            "group" => Class::Group,
            "document" => Class::Document,
            "act" => Class::Act,
            "place" => Class::Place,
            "time" => Class::Time,
            "sum" => Class::Sum,
            "animal" => Class::Animal,
            "thing" => Class::Thing,
            _ => Class::Abstract,
        };
        Some(words.split(' ').map(move |word| (word, class)))
    });
    words.flatten().collect()
});

/// The class of a noun in lower case, singular or plural; None where it is not known.
pub(crate) fn class_of(noun: &str) -> Option<Class> {
    known(noun).or_else(|| known(&singular(noun)?))
}

fn known(noun: &str) -> Option<Class> {
    if is_role(noun) {
        return Some(Class::Person);
    }
    if is_organization_noun(noun) {
        return Some(Class::Group);
    }
    if DOCUMENTS.contains(noun) {
        return Some(Class::Document);
    }
    NOUNS.get(noun).copied()
}

fn singular(noun: &str) -> Option<String> {
    if let Some(stem) = noun.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    if let Some(stem) = noun.strip_suffix("men") {
        return Some(format!("{stem}man"));
    }
    let es = noun.strip_suffix("es").filter(|s| s.ends_with(['s', 'x', 'h']));
    es.or_else(|| noun.strip_suffix('s')).map(str::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_can_speak() {
        for noun in [
            "fisherman",
            "fishermen",
            "agencies",
            "report",
            "crowd",
            "expert",
            "spokeswoman",
        ] {
            assert!(class_of(noun).is_some_and(Class::can_speak), "{noun}");
        }
        for noun in ["car", "times", "year", "appointment", "money", "horse"] {
            assert!(class_of(noun).is_some_and(|c| !c.can_speak()), "{noun}");
        }
    }
}
