//! From the words that name a speaker to the speaker: an entity, a role, a group of people, a document.

use std::ops::Range;

use super::carrier::{Article, Sentence};
use super::words::is_time;
use super::{naming, pairs};
use crate::analysis::{EntityId, EntityKind, Mention, MentionForm, Span, Speaker, SpeakerStatus};
use crate::language::PartOfSpeech::*;
use crate::lexicon::DOCUMENTS;

/// The speaker that the phrase names.
pub(super) fn read(s: &Sentence, phrase: Range<usize>) -> Speaker {
    let phrase = trim(s, phrase);
    let span = s.span(phrase.clone());
    let head = s.head_of(phrase.clone());
    let mut speaker = Speaker {
        mention: Some(span),
        name: Some(described(s, phrase.clone())),
        status: SpeakerStatus::Unnamed,
        ..Speaker::unknown()
    };
    if phrase.len() == 1 && matches!(s.form(head), "i" | "we") {
        return Speaker {
            status: SpeakerStatus::Author,
            name: None,
            ..speaker
        };
    }
    let family = pairs::family(s, &phrase, head);
    let members = family.clone().unwrap_or_else(|| {
        members(s, phrase.clone())
            .into_iter()
            .chain(pairs::couple(s, &phrase, head))
            .collect()
    });
    if members.len() > 1 || family.is_some() || pairs::is_couple(s, &phrase, head) {
        speaker.status = SpeakerStatus::Collective;
        speaker.members = members;
        return speaker;
    }
    if let Some(given) = naming::given(s, &phrase).filter(|_| s.name(head).is_none()) {
        let name = given.name.of(s.article.text.source);
        speaker.mention = Some(Span {
            end: given.name.end,
            ..span
        });
        return match entity_of(s, given.units.clone(), given.units.end - 1).or_else(|| known_as(s, name)) {
            Some(entity) => Speaker::named(
                entity,
                &s.article.entities.entities[entity as usize].name,
                speaker.mention,
            ),
            None => Speaker {
                name: Some(name.to_string()),
                ..speaker
            },
        };
    }
    if let Some(entity) = entity_of(s, phrase.clone(), head) {
        speaker.status = SpeakerStatus::Named;
        speaker.entity = Some(entity);
        speaker.name = Some(s.article.entities.entities[entity as usize].name.clone());
        return speaker;
    }
    if let Some(meant) = s.article.entities.antecedent(span) {
        let words = meant.of(s.article.text.source);
        let last = words.rsplit(' ').next().unwrap_or(words).to_lowercase();
        speaker.name = Some(words.split_whitespace().collect::<Vec<_>>().join(" "));
        speaker.status = match s.form(head) {
            "they" => SpeakerStatus::Collective,
            _ if DOCUMENTS.contains(last.as_str()) => SpeakerStatus::Document,
            _ => SpeakerStatus::Unnamed,
        };
        return speaker;
    }
    speaker.status = if DOCUMENTS.contains(s.form(head)) {
        SpeakerStatus::Document
    } else if is_several(s, phrase, head) {
        SpeakerStatus::Collective
    } else {
        SpeakerStatus::Unnamed
    };
    speaker
}

/// Who is named in the span: the first person or organization there, else whoever its words describe.
pub(super) fn named_in(article: &Article, span: Span) -> Speaker {
    let entities = &article.entities.entities;
    let mentions = &article.entities.mentions;
    let within = mentions[mentions.partition_point(|m| m.span.start < span.start)..]
        .iter()
        .take_while(|m| m.span.start < span.end);
    let named = within.filter(|m| m.form == MentionForm::Name).find(|m| {
        matches!(
            entities[m.entity as usize].kind,
            EntityKind::Person | EntityKind::Organization
        )
    });
    match named {
        Some(m) => Speaker::named(m.entity, &entities[m.entity as usize].name, Some(m.span)),
        None => Speaker::described(span.of(article.text.source), span),
    }
}

/// The phrase without brackets, age and words of time at its end.
fn trim(s: &Sentence, mut phrase: Range<usize>) -> Range<usize> {
    while phrase.len() > 1
        && (matches!(s.form(phrase.end - 1), "," | ")" | "-")
            || is_time(s.form(phrase.end - 1)) && s.name(phrase.end - 1).is_none())
    {
        if s.form(phrase.end - 1) == ")"
            && let Some(open) = phrase.clone().rev().find(|&k| s.form(k) == "(")
            && open > phrase.start
        {
            phrase.end = open;
        } else {
            phrase.end -= 1;
        }
    }
    phrase
}

/// The phrase as written, without its article.
fn described(s: &Sentence, mut phrase: Range<usize>) -> String {
    let named_so = s.is_name_like_pronoun(phrase.start + 1);
    if phrase.len() > 1 && !named_so && matches!(s.form(phrase.start), "the" | "a" | "an") {
        phrase.start += 1;
    }
    s.words(phrase).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The mentions that lie inside the span, in text order.
fn mentions_in<'a>(s: &'a Sentence, span: Span) -> impl Iterator<Item = &'a Mention> {
    let mentions = &s.article.entities.mentions;
    let from = mentions.partition_point(|m| m.span.start < span.start);
    mentions[from..]
        .iter()
        .take_while(move |m| m.span.start < span.end)
        .filter(move |m| span.contains(m.span))
}

/// The entity that the phrase as a whole means: one whose mention holds the phrase's head, or is set beside it.
fn entity_of(s: &Sentence, phrase: Range<usize>, head: usize) -> Option<EntityId> {
    let word = s.span(head..head + 1);
    let span = s.span(phrase);
    let holding = mentions_in(s, span)
        .filter(|m| m.span.contains(word))
        .max_by_key(|m| m.span.end - m.span.start)
        // "Ilse Moor KC": the head may be a part of the name that does not count.
        .or_else(|| {
            let whole = s.article.language.names[s.name(head)? as usize].span;
            mentions_in(s, span).find(|m| whole.contains(m.span))
        });
    let Some(holding) = holding else {
        return known_by_part(s, head);
    };
    // "the ACME chief" is not the chief that "chief" alone would mean.
    let apart = mentions_in(s, span).any(|m| m.form == MentionForm::Name && m.span.end + 1 == holding.span.start);
    if apart && holding.form == MentionForm::Role {
        return None;
    }
    let kind = s.article.entities.entities[holding.entity as usize].kind;
    matches!(
        kind,
        EntityKind::Person | EntityKind::Organization | EntityKind::Place | EntityKind::Group
    )
    .then_some(holding.entity)
}

/// "said Senator *Moor*", "said *Ilse*": a part of the name of one person of the article, which was not taken for a name there.
fn known_by_part(s: &Sentence, head: usize) -> Option<EntityId> {
    if !s.is_capital(head) || s.form(head).len() < 3 {
        return None;
    }
    known_as(s, s.form(head))
}

/// The person of the article who is called so.
fn known_as(s: &Sentence, name: &str) -> Option<EntityId> {
    s.article
        .name_parts
        .get(name.to_lowercase().as_str())
        .copied()
        .flatten()
}

/// The entities of "Moor and Brandt": more than one only where "and" joins them.
fn members(s: &Sentence, phrase: Range<usize>) -> Vec<EntityId> {
    let mut members = Vec::new();
    for piece in joined(s, phrase) {
        let head = s.head_of(piece.clone());
        if let Some(entity) = entity_of(s, piece, head)
            && !members.contains(&entity)
        {
            members.push(entity);
        }
    }
    members
}

/// The phrases that "and" and commas join: "Moor", "Ade" and "Brandt" in "Moor, Ade and Brandt". None without "and".
pub(super) fn joined(s: &Sentence, phrase: Range<usize>) -> Vec<Range<usize>> {
    let Some(and) = phrase.clone().find(|&i| s.form(i) == "and" && s.name(i).is_none()) else {
        return Vec::new();
    };
    let parts = [phrase.start..and, and + 1..phrase.end];
    parts.into_iter().flat_map(|part| split_at_commas(s, part)).collect()
}

fn split_at_commas(s: &Sentence, range: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = range.start;
    for i in range.clone() {
        if s.form(i) == "," {
            if start < i {
                pieces.push(start..i);
            }
            start = i + 1;
        }
    }
    if start < range.end {
        pieces.push(start..range.end);
    }
    pieces
}

fn is_several(s: &Sentence, phrase: Range<usize>, head: usize) -> bool {
    s.part(head) == PluralNoun
        || matches!(
            s.form(head),
            "they"
                | "some"
                | "others"
                | "many"
                | "several"
                | "both"
                | "few"
                | "most"
                | "all"
                | "people"
                | "police"
                | "those"
        )
        || phrase.clone().any(|i| s.form(i) == "and" && s.name(i).is_none())
}

/// The word for something that happens: it cannot speak. "Moor's meeting took place, while urging …" is nobody's word.
pub(super) fn is_event(form: &str) -> bool {
    matches!(
        form,
        "meeting"
            | "meetings"
            | "talks"
            | "summit"
            | "ceremony"
            | "protest"
            | "protests"
            | "event"
            | "visit"
            | "hearing"
    )
}
