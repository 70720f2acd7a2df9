//! Speakers who are a couple or a family: "the couple said", "the Claytons said".

use std::ops::Range;

use super::carrier::Sentence;
use crate::analysis::{EntityId, EntityKind, Mention, MentionForm};

/// How many names back "the couple" may have been introduced.
const NAMES: usize = 12;

/// How many people may bear the name.
const LOOKED_AT: usize = 1000;

/// The two whom "the couple" means: the last two people whom "and" joined. Empty where there are none, or where the phrase is no pair.
///
/// "*Rui and Carla Galvao* drove for an hour. “We did it for a year,” *the couple* said."
pub(super) fn couple(s: &Sentence, phrase: &Range<usize>, head: usize) -> Vec<EntityId> {
    if !is_couple(s, phrase, head) {
        return Vec::new();
    }
    let text = s.article.text;
    let at = s.span(phrase.clone()).start;
    let mentions = &s.article.entities.mentions;
    let before = &mentions[..mentions.partition_point(|m| m.span.start < at)];
    let names = before
        .iter()
        .rev()
        .filter(|m| m.form == MentionForm::Name && is_person(s, m.entity) && is_prose(s, m))
        .take(NAMES);
    let tokens = &text.tokens;
    for second in names {
        let first = text.tokens_in(second.span).start;
        let joined = first > 1 && matches!(text.form(first - 1), "and" | "&") && tokens[first - 2].case.is_capital();
        if joined {
            let word = tokens[first - 2].span;
            let other = before.iter().rev().find(|m| m.span.contains(word)).map(|m| m.entity);
            return other
                .filter(|&o| is_person(s, o))
                .into_iter()
                .chain([second.entity])
                .collect();
        }
    }
    Vec::new()
}

/// "the couple", "the pair".
pub(super) fn is_couple(s: &Sentence, phrase: &Range<usize>, head: usize) -> bool {
    let pair = matches!(s.form(head), "couple" | "pair" | "duo" | "newlyweds" | "spouses");
    pair && matches!(s.form(phrase.start), "the" | "both")
}

/// It stands in the article's text: the two who wrote it are no couple.
fn is_prose(s: &Sentence, mention: &Mention) -> bool {
    let blocks = &s.article.structure.blocks;
    let block = blocks.partition_point(|b| b.span.end <= mention.span.start);
    blocks.get(block).is_some_and(|b| b.kind.is_prose())
}

/// The people of the family in "the Claytons". None where the phrase is no family.
pub(super) fn family(s: &Sentence, phrase: &Range<usize>, head: usize) -> Option<Vec<EntityId>> {
    if phrase.len() != 2 || s.form(phrase.start) != "the" || !s.is_capital(head) {
        return None;
    }
    let words = s.words(head..head + 1);
    let surname = words.strip_suffix("es").filter(|n| n.ends_with(['s', 'x', 'z', 'h']));
    let surname = surname.or_else(|| words.strip_suffix('s'))?;
    let entities = &s.article.entities.entities;
    if !s.article.name_parts.contains_key(surname.to_lowercase().as_str()) {
        return None;
    }
    let members: Vec<EntityId> = (0..entities.len().min(LOOKED_AT) as EntityId)
        .filter(|&e| is_person(s, e))
        .filter(|&e| {
            let mut parts = entities[e as usize].name.split(' ').rev();
            parts.next() == Some(surname) && parts.next().is_some()
        })
        .collect();
    (!members.is_empty()).then_some(members)
}

fn is_person(s: &Sentence, entity: EntityId) -> bool {
    s.article.entities.entities[entity as usize].kind == EntityKind::Person
}
