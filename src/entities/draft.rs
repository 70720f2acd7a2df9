//! The entities while they are being put together.

use std::ops::Range;

use super::words::{Country, Gender};
use crate::analysis::{EntityKind, MentionForm, MentionRule, Span};
use crate::text::Text;

/// What has been joined so far. Later steps add mentions and what they learn of an entity.
#[derive(Default)]
pub(super) struct Draft {
    pub entities: Vec<Known>,
    /// Names in text order, then what each later step adds.
    pub mentions: Vec<Found>,
    /// How many of `mentions` are names.
    pub names: usize,
    /// For each token the name it belongs to, from 1; 0 is none.
    pub name_of_token: Vec<u32>,
}

/// What tells father and son of one name apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Generation {
    Junior,
    Senior,
    Second,
    Third,
    Fourth,
}

impl Generation {
    /// What stands after a name: "Jr.", "III".
    pub fn of(form: &str) -> Option<Generation> {
        Some(match form.trim_end_matches('.') {
            "jr" | "jnr" => Generation::Junior,
            "sr" | "snr" => Generation::Senior,
            "ii" => Generation::Second,
            "iii" => Generation::Third,
            "iv" => Generation::Fourth,
            _ => return None,
        })
    }
}

pub(super) struct Known {
    pub kind: EntityKind,
    /// The keys of the words of the fullest name.
    pub words: Vec<u32>,
    /// The tokens of the fullest name.
    pub name: Range<u32>,
    /// Told by titles, kin terms and, later, pronouns.
    pub gender: Option<Gender>,
    pub generation: Option<Generation>,
    /// The country that a place or group is or belongs to.
    pub country: Country,
    /// An honorific that belongs to the name because another person has the same bare name ("Lady Vale" beside Tom Vale).
    pub honorific: Option<u32>,
    /// First named as somebody's relative or companion: "his son Tom Vale".
    pub kin: bool,
    pub roles: Vec<Span>,
    pub age: Option<u32>,
}

#[derive(Clone)]
pub(super) struct Found {
    pub tokens: Range<u32>,
    pub form: MentionForm,
    pub entity: u32,
    pub rule: MentionRule,
}

impl Known {
    /// A sum, percentage or measure, which nothing else is known of.
    pub fn amount(kind: EntityKind, tokens: Range<u32>) -> Known {
        Known {
            kind,
            words: Vec::new(),
            name: tokens,
            gender: None,
            generation: None,
            country: 0,
            honorific: None,
            kin: false,
            roles: Vec::new(),
            age: None,
        }
    }
}

impl Draft {
    pub fn add(&mut self, tokens: Range<usize>, form: MentionForm, entity: u32, rule: MentionRule) {
        self.mentions.push(Found {
            tokens: tokens.start as u32..tokens.end as u32,
            form,
            entity,
            rule,
        });
    }

    pub fn is_person(&self, entity: u32) -> bool {
        self.entities[entity as usize].kind == EntityKind::Person
    }

    /// The name that a token belongs to.
    pub fn name_at(&self, token: usize) -> Option<&Found> {
        match self.name_of_token.get(token) {
            None | Some(0) => None,
            Some(&n) => Some(&self.mentions[n as usize - 1]),
        }
    }
}

pub(super) fn span_of(text: &Text, tokens: Range<u32>) -> Span {
    Span {
        start: text.tokens[tokens.start as usize].span.start,
        end: text.tokens[tokens.end as usize - 1].span.end,
    }
}
