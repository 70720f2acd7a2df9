//! Mentions joined into people, organizations and places; roles, pronouns, dates.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::analysis::{Date, Entity, Mention, MentionForm};
use crate::language::Language;
use crate::quotations::marks::MarkedSpans;
use crate::structure::Structure;
use crate::text::Text;

pub struct Entities {
    pub entities: Vec<Entity>,
    /// In text order (by start, longer first). They may nest, they never cross.
    pub mentions: Vec<Mention>,
    pub dates: Vec<Date>,
}

/// Why a mention belongs to its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MentionRule {
    /// The whole name.
    FullName,
}

impl MentionRule {
    /// The rule in plain words, for "why?".
    pub fn in_words(self) -> &'static str {
        match self {
            MentionRule::FullName => "It is the whole name.",
        }
    }
}

/// Joins the mentions of one person, organization or place.
pub fn resolve(text: &Text, _structure: &Structure, _marks: &MarkedSpans, language: &Language) -> Entities {
    let mut entities: Vec<Entity> = Vec::new();
    let mut mentions = Vec::new();
    let mut known: HashMap<&str, u32> = HashMap::new();
    for name in &language.names {
        let words = name.span.of(text.source);
        let entity = *known.entry(words).or_insert_with(|| {
            entities.push(Entity {
                kind: name.kind,
                name: words.to_string(),
                roles: Vec::new(),
                mentions: Vec::new(),
                salience: 0.0,
            });
            entities.len() as u32 - 1
        });
        entities[entity as usize].mentions.push(mentions.len() as u32);
        mentions.push(Mention {
            span: name.span,
            form: MentionForm::Name,
            kind: name.kind,
            entity,
            rule: MentionRule::FullName,
        });
    }
    Entities {
        entities,
        mentions,
        dates: Vec::new(),
    }
}
