//! Nouns for an organization named before: "the company", "the ministry", "the bank".

use rustc_hash::FxHashMap as HashMap;
use std::ops::Range;

use super::Stages;
use super::draft::Draft;
use super::words::{ORGANIZATION_NOUNS, is_hyphen};
use crate::analysis::{EntityKind, MentionForm, MentionRule};
use crate::language::PartOfSpeech;
use crate::text::{Text, TokenKind};

/// "The company" means an organization named no more than this many sentences before.
const SENTENCES_BACK: usize = 5;
/// The same where the name does not tell what it is.
const UNCLASSED_BACK: usize = 2;

/// One bit for each noun of `organization_nouns.txt`.
type Bits = u128;

/// The nouns that an organization answers to.
#[derive(Clone, Copy, Default)]
struct Classes {
    own: Bits,
    /// Wider ones: a bank is a company too.
    wider: Bits,
}

impl Classes {
    fn add(&mut self, other: Classes) {
        self.own |= other.own;
        self.wider |= other.wider;
    }
}

/// The organization of one class named last, the token, and whether another of the class stands in the same sentence.
#[derive(Clone, Copy)]
struct Last {
    entity: u32,
    at: u32,
    doubtful: bool,
}

/// Adds a mention for every "the company" whose organization is known.
pub(super) fn join(article: &Stages, draft: &mut Draft) {
    let &Stages {
        text, words, language, ..
    } = article;
    let classes = classes(article, draft);
    // The organization of no known class named last.
    let mut unclassed: Option<Last> = None;
    // By class: those whose own it is, and those for whom it is a wider one.
    let mut last: [HashMap<u8, Last>; 2] = [HashMap::default(), HashMap::default()];
    let mut next_name = 0;
    let mut found: Vec<(Range<usize>, u32)> = Vec::new();
    for t in 1..text.tokens.len() {
        while next_name < draft.names && (draft.mentions[next_name].tokens.start as usize) < t {
            let name = &draft.mentions[next_name];
            let Classes { own, wider } = classes[name.entity as usize];
            if own | wider == 0 && draft.entities[name.entity as usize].kind == EntityKind::Organization {
                let doubtful =
                    unclassed.is_some_and(|b| b.entity != name.entity && is_near(text, b.at, t, UNCLASSED_BACK));
                unclassed = Some(Last {
                    entity: name.entity,
                    at: name.tokens.start,
                    doubtful,
                });
            }
            for (last, mut bits) in last.iter_mut().zip([own, wider]) {
                while bits != 0 {
                    let before = last.get(&(bits.trailing_zeros() as u8));
                    // In "the Weather Service's Storm Centre" the owner is in the background.
                    let owned = name.tokens.start >= 2 && text.form(name.tokens.start as usize - 1) == "'s";
                    let doubtful = before.is_some_and(|b| {
                        b.entity != name.entity
                            && !owned
                            && text.sentence_of(b.at as usize) == text.sentence_of(name.tokens.start as usize)
                    });
                    let now = Last {
                        entity: name.entity,
                        at: name.tokens.start,
                        doubtful,
                    };
                    last.insert(bits.trailing_zeros() as u8, now);
                    bits &= bits - 1;
                }
            }
            next_name += 1;
        }
        let Some(noun) = words.of(text, t).organization_noun else {
            continue;
        };
        let definite = text.form(t - 1) == "the" && text.tokens[t - 1].block == text.tokens[t].block;
        if !definite || draft.name_at(t).is_some() {
            continue;
        }
        if text.tokens.get(t + 1).is_some_and(|n| n.block == text.tokens[t].block) {
            let part = language.parts[t + 1];
            let compound = text.tokens[t + 1].kind == TokenKind::Word
                && (matches!(
                    part,
                    PartOfSpeech::Noun | PartOfSpeech::PluralNoun | PartOfSpeech::ProperNoun
                ) || draft.name_at(t + 1).is_some()
                    || matches!(text.form(t + 1), "of" | "for" | "that" | "which"));
            if compound || is_hyphen(text, t + 1) {
                continue;
            }
        }
        let near = |l: &&mut Last| is_near(text, l.at, t, SENTENCES_BACK);
        let [own, wider] = &mut last;
        if let Some(named) = own
            .get_mut(&noun)
            .filter(near)
            .or_else(|| wider.get_mut(&noun).filter(near))
        {
            if !named.doubtful {
                // The noun keeps its organization in mind for the next one.
                named.at = t as u32;
                found.push((t - 1..t + 1, named.entity));
            }
        } else if let Some(named) = &mut unclassed
            && !named.doubtful
            && is_near(text, named.at, t, UNCLASSED_BACK)
            && is_any_business(text.form(t))
        {
            // Now it is known for what it is.
            let class = Last { at: t as u32, ..*named };
            own.insert(noun, class);
            found.push((t - 1..t + 1, class.entity));
        }
    }
    for (tokens, entity) in found {
        draft.add(tokens, MentionForm::Role, entity, MentionRule::LastNamedOrganization);
    }
}

fn is_near(text: &Text, earlier: u32, token: usize, sentences: usize) -> bool {
    text.sentence_of(earlier as usize) + sentences >= text.sentence_of(token)
}

/// Nouns for what a name often does not tell: "Lund" may be a bank.
fn is_any_business(noun: &str) -> bool {
    matches!(
        noun,
        "company"
            | "firm"
            | "bank"
            | "lender"
            | "group"
            | "organization"
            | "organisation"
            | "charity"
            | "retailer"
            | "airline"
            | "carmaker"
            | "automaker"
            | "chipmaker"
            | "brewer"
            | "insurer"
            | "startup"
            | "broadcaster"
            | "manufacturer"
            | "developer"
    )
}

/// Which nouns each entity answers to: by the words of its name, and by a noun before or beside it ("the carmaker Quay Motors").
fn classes(article: &Stages, draft: &Draft) -> Vec<Classes> {
    let &Stages { text, words, .. } = article;
    let mut by_word: HashMap<&str, Classes> = HashMap::default();
    let index: HashMap<&str, usize> = ORGANIZATION_NOUNS
        .iter()
        .enumerate()
        .map(|(i, n)| (n.noun, i))
        .collect();
    let with_wider = |i: usize| -> Classes {
        let wider = ORGANIZATION_NOUNS[i].wider.iter().filter_map(|w| index.get(w));
        Classes {
            own: 1 << i,
            wider: wider.fold(0, |bits, &w| bits | 1 << w),
        }
    };
    for (i, noun) in ORGANIZATION_NOUNS.iter().enumerate() {
        for word in &noun.name_words {
            by_word.entry(word).or_default().add(with_wider(i));
        }
    }
    let mut classes: Vec<Classes> = draft
        .entities
        .iter()
        .map(|known| {
            let mut classes = Classes::default();
            if known.kind == EntityKind::Organization {
                for t in known.name.clone() {
                    classes.add(by_word.get(text.form(t as usize)).copied().unwrap_or_default());
                }
            }
            classes
        })
        .collect();
    for name in &draft.mentions[..draft.names] {
        let entity = name.entity as usize;
        if draft.entities[entity].kind != EntityKind::Organization {
            continue;
        }
        let (start, end) = (name.tokens.start as usize, name.tokens.end as usize);
        let noun_at = |t: usize| words.of(text, t).organization_noun.map(usize::from);
        if start > 0
            && text.tokens[start - 1].block == text.tokens[start].block
            && let Some(noun) = noun_at(start - 1)
        {
            classes[entity].add(with_wider(noun));
        }
        // "The shipping giant Quay Ostra": any of the nouns before it may tell.
        for t in (start.saturating_sub(4)..start).rev() {
            let same_block = text.tokens[t].block == text.tokens[start].block;
            let nominal = matches!(
                article.language.parts[t],
                PartOfSpeech::Noun | PartOfSpeech::Adjective | PartOfSpeech::VerbGerund | PartOfSpeech::ProperNoun
            );
            if !same_block || !nominal || text.tokens[t].case.is_capital() {
                break;
            }
            classes[entity].add(by_word.get(text.form(t)).copied().unwrap_or_default());
        }
        // "Quay Motors, a German carmaker, …"
        if end + 1 < text.tokens.len() && text.form(end) == "," && matches!(text.form(end + 1), "a" | "an" | "the") {
            let mut t = end + 2;
            while t < text.tokens.len() && t < end + 8 && text.tokens[t].kind == TokenKind::Word {
                if let Some(noun) = noun_at(t) {
                    classes[entity].add(with_wider(noun));
                }
                if matches!(text.form(t), "of" | "for" | "in" | "that" | "which" | "and") {
                    break;
                }
                t += 1;
            }
        }
    }
    classes
}

#[cfg(test)]
mod tests {
    use crate::entities::check::check_joined;

    #[test]
    fn the_noun_means_the_organization_of_its_kind_named_last() {
        check_joined(
            "O[Quay Motors] sued the O[Bank of Arlen] and the O[Ministry of Tides]. The company said it would win. The bank said no. \
             The ministry was silent. The museum said nothing.",
            "Quay Motors: Quay Motors, *The company
             Bank of Arlen: Bank of Arlen, *The bank
             Ministry of Tides: Ministry of Tides, *The ministry",
        );
    }

    #[test]
    fn a_description_tells_the_kind() {
        check_joined(
            "The shares of carmaker O[Lund] fell. O[Ostra], a G[Swedish] brewer, was glad. The carmaker said no, the brewer said yes.",
            "Lund: Lund, *The carmaker
             Ostra: Ostra, *the brewer",
        );
    }

    #[test]
    fn a_name_that_does_not_tell_may_be_any_business() {
        check_joined(
            "Prices will fall, O[Lund Ostra] wrote. “Oil is cheap,” the bank said. The court did not agree.",
            "Lund Ostra: Lund Ostra, *the bank",
        );
    }

    #[test]
    fn a_compound_means_nothing_known() {
        check_joined(
            "O[Quay Motors] paid. The company car was red. The company of fools came.",
            "",
        );
    }
}
