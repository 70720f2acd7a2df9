//! Who says what: marked spans classified, reported speech found, speakers joined to what they said.

pub mod marks;

use serde::{Deserialize, Serialize};

use crate::analysis::{Confidence, Marks, Quotation, QuotationKind, Speaker};
use crate::entities::Entities;
use crate::language::Language;
use crate::structure::Structure;
use crate::text::Text;
use marks::MarkedSpans;

pub struct Quotations {
    /// In text order (by start, longer first).
    pub quotations: Vec<Quotation>,
}

/// The sieves, in order of precision: why a quotation has its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttributionRule {
    /// Nothing in the text says who said it.
    NotAttributed,
}

impl AttributionRule {
    /// The rule in plain words, for "why?".
    pub fn in_words(self) -> &'static str {
        match self {
            AttributionRule::NotAttributed => "Nothing in the text says who said it.",
        }
    }
}

/// Finds what is said and by whom.
pub fn attribute(
    _text: &Text,
    _structure: &Structure,
    marks: &MarkedSpans,
    _language: &Language,
    _entities: &Entities,
) -> Quotations {
    let quotations = marks
        .spans
        .iter()
        .enumerate()
        .map(|(i, m)| Quotation {
            group: i as u32,
            kind: QuotationKind::Direct,
            span: m.content,
            marks: Some(Marks {
                open: m.open,
                close: m.close,
            }),
            block: m.block,
            inside: None,
            same_as: None,
            speaker: Speaker::unknown(),
            cue: None,
            recipient: None,
            venue: None,
            rule: AttributionRule::NotAttributed,
            evidence: Vec::new(),
            confidence: Confidence::Weak,
        })
        .collect();
    Quotations { quotations }
}
