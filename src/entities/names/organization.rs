//! Organizations, places and all else by parts of their names, initials, other spellings and other usual names.

use super::joiner::{Joiner, is_small};
use super::variant::Variant;
use crate::analysis::{EntityKind, MentionRule};
use crate::entities::words::ORGANIZATION_NOUNS;

impl Joiner<'_> {
    pub(super) fn organization(&self, variant: &Variant, in_parentheses: bool) -> Option<(u32, MentionRule)> {
        if let Some(found) = self.other(variant) {
            return Some(found);
        }
        let words = &variant.words;
        if let Some(&e) = self.by_bag.get(&self.bag(variant)) {
            return Some((e, MentionRule::SameWords));
        }
        if variant.capitals && !in_parentheses {
            let letters = self.words.spelled(self.text, words[0]);
            if let Some([e]) = self.by_initials.get(&letters).map(|l| l.as_slice()) {
                return Some((*e, MentionRule::Initials));
            }
        }
        // A part: the first words of a longer name, or what follows its country.
        let mut found: Option<u32> = None;
        for &e in self.candidates(variant.kind, words[0]) {
            let known = &self.entities[e as usize];
            let whole = &known.words;
            if whole.len() <= words.len() {
                continue;
            }
            let earlier = known.name.start < variant.first.start || variant.only_display;
            let fits = if whole.starts_with(words) {
                let rest = &whole[words.len()..];
                let generic = |w: &u32| self.is_organization_word(*w);
                let distinct = !words.iter().all(|w| self.is_plain_word(*w));
                if distinct {
                    earlier || rest.iter().all(generic)
                } else {
                    // "the Bank" for the Bank of Arlen.
                    earlier && words.len() == 1 && generic(&words[0])
                }
            } else if whole.ends_with(words) {
                let rest = &whole[..whole.len() - words.len()];
                let of_country = rest.iter().all(|w| self.words.of_key(*w).country != 0);
                let of_place = rest.iter().all(|w| self.is_place_word(*w));
                (earlier && of_place || of_country) && (words.len() > 1 || self.is_organization_word(words[0]))
            } else {
                false
            };
            if fits {
                if found.is_some() {
                    return None;
                }
                found = Some(e);
            }
        }
        found.map(|e| (e, MentionRule::PartOfName))
    }

    /// Places, groups and all other kinds: the same name, spelling apart, or another usual name.
    pub(super) fn other(&self, variant: &Variant) -> Option<(u32, MentionRule)> {
        if let Some(&e) = self.by_spelling.get(&(variant.kind, self.spelling(variant))) {
            return Some((e, MentionRule::SameWords));
        }
        if let Some(&e) = variant.listed.and_then(|l| self.by_listed.get(&(variant.kind, l))) {
            return Some((e, MentionRule::OtherName));
        }
        if variant.kind == EntityKind::Organization {
            return None;
        }
        let words = &variant.words;
        let mut fits = self.candidates(variant.kind, words[0]).iter().copied().filter(|&e| {
            let whole = &self.entities[e as usize].words;
            match variant.kind {
                // "Thole" for Thole Island.
                EntityKind::Place => {
                    whole.len() > words.len()
                        && whole.starts_with(words)
                        && whole[words.len()..].iter().all(|&w| {
                            matches!(
                                self.words.spelled(self.text, w).as_str(),
                                "island" | "islands" | "peninsula" | "mountains"
                            )
                        })
                }
                EntityKind::Group => false,
                _ => words.len() > 1 && whole.len() > words.len() && whole.ends_with(words),
            }
        });
        let found = fits.next()?;
        fits.next().is_none().then_some((found, MentionRule::PartOfName))
    }

    /// A word that says "organization" in a name: "Party", "Bank".
    fn is_organization_word(&self, word: u32) -> bool {
        let spelled = self.words.spelled(self.text, word);
        ORGANIZATION_NOUNS
            .iter()
            .any(|n| n.noun == spelled || n.noun != "newspaper" && n.name_words.contains(&spelled.as_str()))
    }

    /// A country, its people, or "national" and the like.
    fn is_place_word(&self, word: u32) -> bool {
        let spelled = self.words.spelled(self.text, word);
        self.words.of_key(word).country != 0
            || self.entities_named(EntityKind::Place, word)
            || matches!(
                spelled.as_str(),
                "national" | "federal" | "royal" | "of" | "the" | "south" | "north" | "new" | "united" | "states"
            )
    }

    fn entities_named(&self, kind: EntityKind, word: u32) -> bool {
        self.candidates(kind, word)
            .iter()
            .any(|&e| self.entities[e as usize].words.len() == 1)
    }

    /// A word that names nothing by itself: "National", "American", "Bank", "of".
    fn is_plain_word(&self, word: u32) -> bool {
        self.is_place_word(word) || self.is_organization_word(word) || is_small(&self.words.spelled(self.text, word))
    }
}
