//! People by parts of their names: "Moor" and "Ilse" for Ilse Moor.

use super::joiner::Joiner;
use super::variant::Variant;
use crate::analysis::MentionRule;

impl Joiner<'_> {
    pub(super) fn person(&self, variant: &mut Variant) -> Option<(u32, MentionRule)> {
        let words = &variant.words;
        if words.len() > 1 {
            if let Some(&e) = self.by_spelling.get(&(variant.kind, self.spelling(variant))) {
                return Some((e, MentionRule::FullName));
            }
            let last = *words.last().unwrap();
            let mut same = self.candidates(variant.kind, last).iter().copied().filter(|&e| {
                let whole = &self.entities[e as usize].words;
                contains(whole, words)
                    || whole.last() == Some(&last) && (whole[0] == words[0] || self.is_initial_of(words[0], whole[0]))
            });
            let found = same.next()?;
            return same.next().is_none().then_some((found, MentionRule::PartOfName));
        }
        let word = words[0];
        let fits = |e: &u32| {
            let known = &self.entities[*e as usize];
            variant.gender.is_none() || known.gender.is_none() || variant.gender == known.gender
        };
        let all: Vec<u32> = self
            .candidates(variant.kind, word)
            .iter()
            .copied()
            .filter(fits)
            .collect();
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
