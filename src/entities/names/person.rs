//! People by parts of their names: "Moor" and "Ilse" for Ilse Moor.

use super::joiner::Joiner;
use super::variant::Variant;
use crate::analysis::MentionRule;
use crate::entities::draft::Known;

impl Joiner<'_> {
    pub(super) fn person(&self, variant: &mut Variant) -> Option<(u32, MentionRule)> {
        let words = &variant.words;
        if words.len() > 1 {
            let fits = |e: &u32| self.may_be_one_person(variant, *e);
            let spelling = self.by_spelling.get(&(variant.kind, self.spelling(variant)));
            if let Some(&e) = spelling.filter(|&e| fits(e)) {
                return Some((e, MentionRule::FullName));
            }
            let last = *words.last().unwrap();
            let candidates = self.candidates(variant.kind, last).iter().copied().filter(fits);
            let same: Vec<u32> = candidates
                .filter(|&e| {
                    let whole = &self.entities[e as usize].words;
                    contains(whole, words)
                        || whole.last() == Some(&last)
                            && (whole[0] == words[0] || self.is_initial_of(words[0], whole[0]))
                })
                .collect();
            match same[..] {
                [] => return None,
                [e] => return Some((e, MentionRule::PartOfName)),
                _ => {
                    variant.shared = same;
                    return None;
                }
            }
        }
        let word = words[0];
        let fits = |e: &u32| {
            let known = &self.entities[*e as usize];
            let one_gender = variant.gender.is_none() || known.gender.is_none() || variant.gender == known.gender;
            one_gender && is_one_generation(variant, known)
        };
        let mut all: Vec<u32> = self
            .candidates(variant.kind, word)
            .iter()
            .copied()
            .filter(fits)
            .collect();
        // "Moor Jr." where one Moor is Jr.
        if variant.generation.is_some() {
            let told = |e: &u32| self.entities[*e as usize].generation == variant.generation;
            if all.iter().any(told) {
                all.retain(told);
            }
        }
        let of_rank = |rank: usize| -> Vec<u32> {
            all.iter()
                .copied()
                .filter(|&e| {
                    let whole = &self.entities[e as usize].words;
                    let at = match () {
                        _ if whole.last() == Some(&word) => 0,
                        _ if whole[0] == word => 1,
                        _ => 2,
                    };
                    at == rank
                })
                .collect()
        };
        for rank in 0..3 {
            let mut found = of_rank(rank);
            let rule = [MentionRule::Surname, MentionRule::GivenName, MentionRule::PartOfName][rank];
            match found.len() {
                0 => continue,
                1 => return Some((found[0], rule)),
                _ => {
                    // A title may tell which: "Ms Vale" where one Vale is Ms.
                    if variant.gender.is_some() {
                        let told: Vec<u32> = found
                            .iter()
                            .copied()
                            .filter(|&e| self.entities[e as usize].gender == variant.gender)
                            .collect();
                        if told.len() == 1 {
                            return Some((told[0], rule));
                        }
                    }
                    // Without a title it is rather somebody named in full.
                    if found.iter().any(|&e| self.entities[e as usize].words.len() > 1) {
                        found.retain(|&e| self.entities[e as usize].words.len() > 1);
                    }
                    if let [e] = found[..] {
                        return Some((e, rule));
                    }
                    found.sort_unstable();
                    variant.shared = found;
                    return None;
                }
            }
        }
        None
    }

    /// Neither "Jr." nor a middle initial keeps the two full names apart.
    fn may_be_one_person(&self, variant: &Variant, entity: u32) -> bool {
        let known = &self.entities[entity as usize];
        let namesake = variant.beside_namesake && known.generation.is_some() && known.words == variant.words;
        !namesake && is_one_generation(variant, known) && !self.differ_in_initials(&variant.words, &known.words)
    }

    /// "Hal A. Moor" and "Hal B. Moor", "Hal J. K. Moor" and "Hal K. Moor": their middle names differ, one of them an initial.
    fn differ_in_initials(&self, a: &[u32], b: &[u32]) -> bool {
        let middle = |words: &[u32]| words.get(1..words.len() - 1).unwrap_or(&[]).to_vec();
        let (a, b) = (middle(a), middle(b));
        let is_letter = |word: u32| self.words.spelled(self.text, word).chars().count() == 1;
        let differs = a.iter().zip(&b).find(|(a, b)| a != b && !self.is_initial_of(**a, **b));
        differs.is_some_and(|(&a, &b)| is_letter(a) || is_letter(b))
    }

    /// The word is one letter, the first of the other.
    fn is_initial_of(&self, letter: u32, word: u32) -> bool {
        let (a, b) = (
            self.words.spelled(self.text, letter),
            self.words.spelled(self.text, word),
        );
        let short = |s: &String| s.chars().count() == 1;
        short(&a) && b.starts_with(&a) || short(&b) && a.starts_with(&b)
    }
}

/// `part` stands in `whole` as a run.
fn contains(whole: &[u32], part: &[u32]) -> bool {
    whole.len() >= part.len() && whole.windows(part.len()).any(|w| w == part)
}

/// One of them has no "Jr." or the like, or both have the same.
fn is_one_generation(variant: &Variant, known: &Known) -> bool {
    variant.generation.is_none() || known.generation.is_none() || variant.generation == known.generation
}
