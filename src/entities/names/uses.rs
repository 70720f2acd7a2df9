//! The entity of every single use; shared surnames are decided here.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::ops::Range;

use super::variant::{Use, Variant};
use crate::analysis::{EntityKind, MentionForm, MentionRule};
use crate::entities::draft::{Draft, Found, Known};
use crate::text::{Case, Text, TokenKind};

/// Gives every use its entity; shared surnames are decided here, in text order.
pub(super) fn decide(text: &Text, mut entities: Vec<Known>, variants: &[Variant], uses: Vec<Use>) -> Draft {
    // Who was last named without doubt, by entity: the token.
    let mut last_named: Vec<Option<u32>> = vec![None; entities.len()];
    let mut first_named: Vec<u32> = vec![u32::MAX; entities.len()];
    for u in &uses {
        if let Some(e) = variants[u.variant as usize].entity {
            first_named[e as usize] = first_named[e as usize].min(u.tokens.start);
        }
    }
    let titles = titles(text, variants, &uses);
    let mut mentions = Vec::with_capacity(uses.len());
    for u in uses {
        let variant = &variants[u.variant as usize];
        let (entity, rule) = match variant.entity {
            Some(e) => {
                last_named[e as usize] = Some(u.tokens.start);
                (e, variant.rule)
            }
            None => {
                let fits = |e: u32| {
                    let gender = entities[e as usize].gender;
                    u.gender.is_none() || gender.is_none() || gender == u.gender
                };
                let sentence = text.sentence_of(u.tokens.start as usize);
                // Somebody introduced by full name in this sentence or the one before, not as somebody's relative.
                let since = text.sentences[sentence.saturating_sub(1)].tokens.start;
                let near = variant
                    .shared
                    .iter()
                    .copied()
                    .filter(|&e| fits(e) && !entities[e as usize].kin)
                    .filter(|&e| last_named[e as usize].is_some_and(|t| t >= since))
                    .max_by_key(|&e| last_named[e as usize]);
                let titled = title_before(text, u.tokens.start).and_then(|title| {
                    let mut worn = variant.shared.iter().copied().filter(|&e| titles.contains(&(e, title)));
                    worn.next().filter(|_| worn.next().is_none())
                });
                let chosen = titled
                    .or(near)
                    .or_else(|| {
                        let rank = |&e: &u32| (!fits(e), entities[e as usize].kin, first_named[e as usize]);
                        variant.shared.iter().copied().min_by_key(rank)
                    })
                    .unwrap_or(0);
                (chosen, MentionRule::SharedSurname)
            }
        };
        let whole = &mut entities[entity as usize];
        if variant.words.len() == whole.words.len() && !variant.only_display {
            // Prefer the first use that is not in capitals.
            let is_capitals = |r: &Range<u32>| {
                text.tokens[r.start as usize..r.end as usize]
                    .iter()
                    .all(|t| t.case == Case::Upper)
            };
            if is_capitals(&whole.name) && !is_capitals(&u.tokens) && whole.words == variant.words {
                whole.name = u.tokens.clone();
            }
        }
        mentions.push(Found {
            tokens: u.tokens,
            form: MentionForm::Name,
            entity,
            rule,
        });
    }
    tell_namesakes_apart(variants, &mut entities);
    let mut name_of_token = vec![0; text.tokens.len()];
    for (i, mention) in mentions.iter().enumerate() {
        name_of_token[mention.tokens.start as usize..mention.tokens.end as usize].fill(i as u32 + 1);
    }
    Draft {
        name_of_token,
        entities,
        names: mentions.len(),
        mentions,
    }
}

/// The words that stand before full names, by entity: "*Nurse* Tove Nyland".
fn titles(text: &Text, variants: &[Variant], uses: &[Use]) -> HashSet<(u32, u32)> {
    let full = uses.iter().filter(|u| u.tokens.len() > 1);
    full.filter_map(|u| {
        let entity = variants[u.variant as usize].entity?;
        Some((entity, title_before(text, u.tokens.start)?))
    })
    .collect()
}

/// The form of the capitalised word right before a name.
fn title_before(text: &Text, name: u32) -> Option<u32> {
    let before = &text.tokens[(name as usize).checked_sub(1)?];
    let same_block = before.block == text.tokens[name as usize].block;
    (same_block && before.kind == TokenKind::Word && before.case.is_capital()).then_some(before.form)
}

/// An honorific stays with a bare surname that somebody else also bears.
fn tell_namesakes_apart(variants: &[Variant], entities: &mut [Known]) {
    let mut bearers: HashMap<u32, u32> = HashMap::default();
    for known in entities.iter().filter(|k| k.kind == EntityKind::Person) {
        if let Some(&last) = known.words.last() {
            *bearers.entry(last).or_default() += 1;
        }
    }
    for variant in variants {
        if let (Some(e), [word], Some(honorific)) = (variant.entity, variant.words.as_slice(), variant.honorific)
            && variant.kind == EntityKind::Person
            && bearers.get(word).is_some_and(|&n| n > 1)
            && entities[e as usize].words.len() == 1
            && entities[e as usize].name.start == honorific + 1
        {
            entities[e as usize].honorific = Some(honorific);
        }
    }
}
