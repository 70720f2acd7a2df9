//! Mentions joined into people, organizations and places; roles, pronouns, dates.

mod alternation;
mod amounts;
mod beside;
mod capitals;
#[cfg(test)]
mod check;
mod description;
mod draft;
mod governments;
mod names;
mod organizations;
mod pronouns;
mod roles;
mod salience;
mod titles;
mod words;

use std::ops::Range;

use crate::analysis::{Date, Entity, Mention, Span, Voice};
use crate::dates::{self, Day};
use crate::language::Language;
use crate::marks::MarkedSpans;
use crate::structure::Structure;
use crate::text::Text;
use draft::{Draft, Found, span_of};
pub(crate) use words::{Gender, also_called, answers_to, gender_of_noun, is_kin, is_organization_noun, is_role};

pub struct Entities {
    pub entities: Vec<Entity>,
    /// In text order (by start, longer first). They may nest, they never cross.
    pub mentions: Vec<Mention>,
    pub dates: Vec<Date>,
    /// In text order.
    pub antecedents: Vec<Antecedent>,
    /// For each entity.
    pub(crate) traits: Vec<Traits>,
}

/// What tells a person apart and is never part of a result.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Traits {
    /// Told by a title, a kin term or the like.
    pub told: Option<Gender>,
    /// The usual use of the given name.
    pub usage: Option<Gender>,
    pub age: Option<u32>,
}

/// What an "it" or "they" stands for that has no name: "The lawmakers were late. They wrote …".
pub struct Antecedent {
    pub pronoun: Span,
    /// Without its article.
    pub words: Span,
}

impl Entities {
    /// The words that the pronoun stands for.
    pub fn antecedent(&self, pronoun: Span) -> Option<Span> {
        let at = self.antecedents.binary_search_by_key(&pronoun, |a| a.pronoun).ok()?;
        Some(self.antecedents[at].words)
    }
}

/// What the earlier stages made of the text.
struct Stages<'a> {
    text: &'a Text<'a>,
    structure: &'a Structure,
    language: &'a Language,
    words: &'a words::Words,
}

/// Joins the mentions of one person, organization or place.
pub fn resolve(text: &Text, structure: &Structure, marks: &MarkedSpans, language: &Language) -> Entities {
    let words = words::Words::read(text);
    let mut draft = names::join(text, structure, language, &words);
    let article = Stages {
        text,
        structure,
        language,
        words: &words,
    };
    let introductions = titles::find(&article, &mut draft);
    roles::join(&article, &introductions, &mut draft);
    organizations::join(&article, &mut draft);
    pronouns::join(&article, marks, &mut draft);
    let antecedents = pronouns::join_things(&article, marks, &mut draft);
    amounts::join(&article, &mut draft);
    governments::note(&article, &mut draft);
    let dates = dates::in_text(
        text,
        today(text, structure),
        |block| structure.blocks[block].kind.voice() != Voice::Page,
        |token| draft.name_at(token).is_some(),
    );
    let salience = salience::weigh(&article, &draft);
    finish(text, &words, draft, &salience, dates, antecedents)
}

/// The day the article was published, or that its dateline gives in full.
fn today(text: &Text, structure: &Structure) -> Option<Day> {
    let published = structure.published.as_ref().and_then(|p| p.iso.as_deref());
    published
        .and_then(Day::from_iso)
        .or_else(|| dates::full_day(text, structure.dateline.as_ref()?.span))
}

/// Descriptions are found by several readers, so that two may cross. One that begins a word sooner, with its article, is
/// cut: in "the federation’s president" the union is "federation". Else the first stays alone.
fn uncross(found: Vec<Found>) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    let mut open: Vec<u32> = Vec::new();
    for mention in found {
        let Range { start, end } = mention.tokens;
        while open.pop_if(|outer| *outer <= start).is_some() {}
        if open.last().is_none_or(|&outer| end <= outer) {
            open.push(end);
            kept.push(mention);
        } else if open.len() == 1
            && let Some(mut before) =
                kept.pop_if(|before| before.tokens.start + 1 == start && before.tokens.end > start)
        {
            before.tokens.start = start;
            open = vec![end, before.tokens.end];
            kept.extend([mention, before]);
        }
    }
    kept
}

/// Numbers entities and mentions in text order.
fn finish(
    text: &Text,
    words: &words::Words,
    mut draft: Draft,
    salience: &[f32],
    dates: Vec<Date>,
    antecedents: Vec<Antecedent>,
) -> Entities {
    draft
        .mentions
        .sort_by_key(|m| (m.tokens.start, std::cmp::Reverse(m.tokens.end)));
    draft.mentions = uncross(draft.mentions);
    let mut capitals = capitals::Plain::default();
    let mut number: Vec<Option<u32>> = vec![None; draft.entities.len()];
    let mut entities: Vec<Entity> = Vec::new();
    let mut mentions = Vec::with_capacity(draft.mentions.len());
    let mut traits = Vec::new();
    for found in &draft.mentions {
        let known = &draft.entities[found.entity as usize];
        let entity = *number[found.entity as usize].get_or_insert_with(|| {
            let name = match known.honorific {
                Some(h) => h..known.name.end,
                None => known.name.clone(),
            };
            traits.push(Traits {
                told: known.gender,
                usage: known.words.first().and_then(|&w| words.of_key(w).usage),
                age: known.age,
            });
            entities.push(Entity {
                kind: known.kind,
                name: capitals.name(text, name),
                roles: roles(text, &known.roles),
                mentions: Vec::new(),
                salience: salience[found.entity as usize],
            });
            entities.len() as u32 - 1
        });
        entities[entity as usize].mentions.push(mentions.len() as u32);
        mentions.push(Mention {
            span: span_of(text, found.tokens.clone()),
            form: found.form,
            kind: known.kind,
            entity,
            rule: found.rule,
        });
    }
    Entities {
        entities,
        mentions,
        dates,
        antecedents,
        traits,
    }
}

/// The roles as written, each once.
fn roles(text: &Text, spans: &[Span]) -> Vec<String> {
    let mut roles: Vec<String> = Vec::new();
    for span in spans {
        let role = on_one_line(span.of(text.source));
        if !roles.iter().any(|r| r.eq_ignore_ascii_case(&role)) {
            roles.push(role);
        }
    }
    roles
}

/// Line breaks and runs of white space become one space.
fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
