//! What is known of words, whatever text they stand in: sorted text files, each with its source and licence in its head,
//! and the tables made of them.

pub mod abbreviations;
pub mod calendar;
pub mod cues;
pub mod function_words;
pub mod list;
pub mod names;
pub mod phrases;
pub mod time_words;

use std::sync::LazyLock;

use list::{WordSet, word_set};
use rustc_hash::FxHashMap as HashMap;

/// Pieces of writing, pictures, signs: "the *report* said".
pub static DOCUMENTS: WordSet = word_set!("documents.txt");
/// Nouns for what has a title: "his *film* “Low Water”".
pub static WORKS: WordSet = word_set!("works.txt");
/// Who is named by a work: "“The Late Hour” *host* Kim Orr".
pub static MAKERS: WordSet = word_set!("makers.txt");
/// What bears words that nobody in particular says: "a *sign* reading “Keep out”".
pub static SIGNS: WordSet = word_set!("signs.txt");
/// The commonest reporting verbs, in every form: "*said* Moor".
pub static SAYING: WordSet = word_set!("saying.txt");
/// Participles that put words on things: "a car *marked* “Pilot”".
pub static MARKED: WordSet = word_set!("marked.txt");
/// Participles and nouns that give a name: "a boat *named* “Second Wind”".
pub static NAMED: WordSet = word_set!("named.txt");
/// Words between a description and the name that it is given: "a man *who asked to be called* Sam".
pub static NAMING: WordSet = word_set!("naming.txt");
/// Before these a fragment is somebody's name for a thing, not the reporter's: "the *purported* “harbour tax”".
pub static SO_CALLED: WordSet = word_set!("so_called.txt");

/// News agencies: "afp".
pub static AGENCIES: WordSet = word_set!("agencies.txt");
/// Where a picture comes from, at the end of its caption: "handout".
pub static PICTURE_SOURCES: WordSet = word_set!("picture_sources.txt");
/// Words that names of papers, channels and sites hold: "the quay *herald*".
pub static OUTLET_WORDS: WordSet = word_set!("outlets.txt");
/// Authors without a name: "staff".
pub static BYLINE_DESKS: WordSet = word_set!("byline_desks.txt");
/// What an author is: "correspondent".
pub static BYLINE_ROLES: WordSet = word_set!("byline_roles.txt");
/// Capitalised words that are no part of an author's name: "updated".
pub static NO_AUTHORS: WordSet = word_set!("no_names.txt");
/// Small words inside names: "Ana *de la* Cruz".
pub static NAME_PARTICLES: WordSet = word_set!("name_particles.txt");
/// Words of share bars: "facebook twitter copy link".
pub static SHARE_WORDS: WordSet = word_set!("share_words.txt");
/// Lines that stand for themselves wherever they are: "advertisement".
pub static STANDALONE: WordSet = word_set!("standalone.txt");

/// Forms of address before a name: "*mrs* May". `entities/words.rs` reads whose they are.
pub static HONORIFICS: WordSet = LazyLock::new(|| list::fields(include_str!("honorifics.txt")).map(|f| f[0]).collect());
/// What a photo credit begins with, and how many characters it has at most: "*(AP Photo*/J. Orr)".
pub static CREDIT_SIGNS: LazyLock<Vec<(&str, usize)>> = LazyLock::new(|| {
    list::fields(include_str!("credit_signs.txt"))
        .filter_map(credit_sign)
        .collect()
});

/// What makes a holiday or a day of history of a day of the week: "*Black* Friday".
pub static NAMED_DAYS: WordSet = word_set!("named_days.txt");
/// Words that do not follow a possessive: "‘lasting cuts’ *and*".
pub static NO_POSSESSIVE: WordSet = word_set!("no_possessive.txt");
/// Legal forms that end a company's name, and whether the letters mean other things too: "Norvik *AS*".
pub static COMPANY_FORMS: LazyLock<HashMap<&str, bool>> = LazyLock::new(|| {
    list::fields(include_str!("company_forms.txt"))
        .map(|fields| (fields[0], fields.len() > 1))
        .collect()
});

/// They begin a new sentence after an abbreviation: "in the U.S. *The*".
pub static SENTENCE_STARTERS: WordSet = word_set!("sentence_starters.txt");
/// Words whose first letter may be set apart as a drop cap: "T he".
pub static DROP_CAPS: WordSet = word_set!("drop_caps.txt");

/// "photo by … | 90" holds for "photo by " with its blank.
fn credit_sign(fields: Vec<&'static str>) -> Option<(&'static str, usize)> {
    let sign = fields[0];
    let sign = match sign.strip_suffix(" …") {
        Some(words) => &sign[..=words.len()],
        None => sign,
    };
    Some((sign, fields[1].parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credit_signs_keep_their_blank() {
        assert!(CREDIT_SIGNS.contains(&("Photo by ", 90)));
        assert!(CREDIT_SIGNS.contains(&("Credit…", 60)));
        let lines = list::entries(include_str!("credit_signs.txt")).count();
        assert_eq!(CREDIT_SIGNS.len(), lines, "every line has its number");
    }
}
