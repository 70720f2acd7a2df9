//! The entities so far, and by which of their words and spellings a later name finds them.

use rustc_hash::FxHashMap as HashMap;

use super::variant::Variant;
use crate::analysis::EntityKind;
use crate::entities::draft::Known;
use crate::entities::words::{SameName, Words};
use crate::text::Text;

/// At most this many entities are considered for one word, so that time stays linear in any text.
const MOST_CANDIDATES: usize = 16;

pub(super) struct Joiner<'a> {
    pub text: &'a Text<'a>,
    pub words: &'a Words,
    pub entities: Vec<Known>,
    /// Entities by each word of their name.
    pub by_word: HashMap<(EntityKind, u32), Vec<u32>>,
    /// By all words written together.
    pub by_spelling: HashMap<(EntityKind, String), u32>,
    pub by_listed: HashMap<(EntityKind, SameName), u32>,
    /// By the words in alphabetical order, small words left out.
    pub by_bag: HashMap<Vec<String>, u32>,
    pub by_initials: HashMap<String, Vec<u32>>,
}

impl<'a> Joiner<'a> {
    pub fn new(text: &'a Text<'a>, words: &'a Words) -> Joiner<'a> {
        Joiner {
            text,
            words,
            entities: Vec::new(),
            by_word: HashMap::default(),
            by_spelling: HashMap::default(),
            by_listed: HashMap::default(),
            by_bag: HashMap::default(),
            by_initials: HashMap::default(),
        }
    }

    /// Finds the entity that a variant names, or makes one.
    pub fn place(&mut self, variant: &mut Variant, in_parentheses: Option<u32>) {
        let found = match variant.kind {
            EntityKind::Person => self.person(variant),
            EntityKind::Organization => self.organization(variant, in_parentheses.is_some()),
            _ => self.other(variant),
        };
        if let Some((entity, rule)) = found {
            variant.entity = Some(entity);
            variant.rule = rule;
            let known = &mut self.entities[entity as usize];
            known.gender = known.gender.or(variant.gender);
            known.generation = known.generation.or(variant.generation);
            return;
        }
        if !variant.shared.is_empty() {
            return;
        }
        variant.entity = Some(self.entities.len() as u32);
        self.entities.push(Known {
            kind: variant.kind,
            words: variant.words.clone(),
            name: variant.first.clone(),
            gender: variant.gender,
            generation: variant.generation,
            country: match variant.listed {
                Some(SameName::Country(c) | SameName::People(c)) => c,
                _ => 0,
            },
            honorific: None,
            kin: variant.kin,
            roles: Vec::new(),
            age: None,
        });
    }

    pub fn index(&mut self, entity: u32, variant: &Variant) {
        let kind = variant.kind;
        for &word in &variant.words {
            let list = self.by_word.entry((kind, word)).or_default();
            if list.len() < MOST_CANDIDATES && !list.contains(&entity) {
                list.push(entity);
            }
        }
        self.by_spelling.entry((kind, self.spelling(variant))).or_insert(entity);
        if let Some(listed) = variant.listed {
            self.by_listed.entry((kind, listed)).or_insert(entity);
        }
        if kind == EntityKind::Organization && variant.words.len() > 1 {
            self.by_bag.entry(self.bag(variant)).or_insert(entity);
            for initials in self.initials(variant) {
                let list = self.by_initials.entry(initials).or_default();
                if !list.contains(&entity) && list.len() < MOST_CANDIDATES {
                    list.push(entity);
                }
            }
        }
    }

    pub(super) fn spelling(&self, variant: &Variant) -> String {
        let mut spelling: String = variant
            .words
            .iter()
            .map(|&w| self.words.spelled(self.text, w))
            .collect();
        if variant.kind == EntityKind::Group && spelling.len() > 3 {
            // "Palestinians", "Tories".
            if let Some(stem) = spelling.strip_suffix("ies") {
                spelling = format!("{stem}y");
            } else if spelling.ends_with('s') && !spelling.ends_with("ss") {
                spelling.pop();
            }
        }
        spelling
    }

    pub(super) fn bag(&self, variant: &Variant) -> Vec<String> {
        let mut bag: Vec<String> = variant
            .words
            .iter()
            .map(|&w| self.words.spelled(self.text, w))
            .filter(|w| !is_small(w))
            .map(|w| match w.as_str() {
                "defence" => "defense".to_string(),
                "organisation" => "organization".to_string(),
                "centre" => "center".to_string(),
                "labor" => "labour".to_string(),
                _ => w,
            })
            .collect();
        bag.sort();
        bag
    }

    /// First letters, with and without the small words.
    fn initials(&self, variant: &Variant) -> Vec<String> {
        let words: Vec<String> = variant
            .words
            .iter()
            .map(|&w| self.words.spelled(self.text, w))
            .collect();
        let first = |w: &String| w.chars().next();
        let all: String = words.iter().filter_map(first).collect();
        let long: String = words.iter().filter(|w| !is_small(w)).filter_map(first).collect();
        if all == long { vec![all] } else { vec![all, long] }
    }

    pub(super) fn candidates(&self, kind: EntityKind, word: u32) -> &[u32] {
        self.by_word.get(&(kind, word)).map_or(&[], |l| l.as_slice())
    }
}

pub(super) fn is_small(word: &str) -> bool {
    matches!(
        word,
        "of" | "the" | "and" | "for" | "in" | "on" | "to" | "a" | "de" | "la" | "del" | "des" | "du" | "et" | "y"
    )
}
