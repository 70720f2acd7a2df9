//! Who says what, and how.

use serde::{Deserialize, Serialize};

use super::{AttributionRule, BlockId, Confidence, EntityId, QuotationId, Span};

/// One piece of quoted or reported words. Pieces of one utterance share `group`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quotation {
    pub group: u32,
    pub kind: QuotationKind,
    /// The content without its marks; never empty.
    pub span: Span,
    /// None for indirect speech, thought, and quotations set off without marks.
    pub marks: Option<Marks>,
    pub block: BlockId,
    /// The smallest enclosing quotation of another speaker.
    pub inside: Option<QuotationId>,
    /// The body quotation that a headline, standfirst, caption or pull quote repeats.
    pub same_as: Option<QuotationId>,
    pub speaker: Speaker,
    pub cue: Option<Cue>,
    pub recipient: Option<Span>,
    pub venue: Option<Span>,
    pub rule: AttributionRule,
    /// The words that the attribution rests on.
    pub evidence: Vec<Span>,
    pub confidence: Confidence,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    pub open: Span,
    /// None where the quotation is never closed.
    pub close: Option<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuotationKind {
    Direct,
    Partial,
    Scare,
    Title,
    Indirect,
    Thought,
}

impl QuotationKind {
    /// Somebody's words, said or written: what counts as speech.
    pub fn is_speech(self) -> bool {
        matches!(
            self,
            QuotationKind::Direct | QuotationKind::Partial | QuotationKind::Indirect
        )
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Speaker {
    pub status: SpeakerStatus,
    pub entity: Option<EntityId>,
    /// The entity's name, or the description as written without article.
    pub name: Option<String>,
    /// The words in the text that the attribution rests on.
    pub mention: Option<Span>,
    /// The entities of a collective speaker, where they are known.
    pub members: Vec<EntityId>,
    /// The stated reason for anonymity.
    pub reason: Option<Span>,
    /// Who it may have been, best first, where the speaker is unknown.
    pub candidates: Vec<EntityId>,
}

impl Speaker {
    pub fn unknown() -> Speaker {
        Speaker {
            status: SpeakerStatus::Unknown,
            entity: None,
            name: None,
            mention: None,
            members: Vec::new(),
            reason: None,
            candidates: Vec::new(),
        }
    }

    /// The entity of that name, meant by the words at `mention`.
    pub fn named(entity: EntityId, name: &str, mention: Option<Span>) -> Speaker {
        Speaker {
            status: SpeakerStatus::Named,
            entity: Some(entity),
            name: Some(name.to_string()),
            mention,
            ..Speaker::unknown()
        }
    }

    /// Somebody whom only the words at `mention` describe.
    pub fn described(words: &str, mention: Span) -> Speaker {
        Speaker {
            status: SpeakerStatus::Unnamed,
            name: Some(words.to_string()),
            mention: Some(mention),
            ..Speaker::unknown()
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeakerStatus {
    Named,
    /// Known by a role only: "a senior official".
    Unnamed,
    /// Several: "residents", "Moor and Brandt".
    Collective,
    Document,
    Outlet,
    Author,
    Unknown,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cue {
    pub span: Span,
    pub class: CueClass,
    pub polarity: Polarity,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CueClass {
    Neutral,
    Statement,
    Directive,
    Question,
    Loaded,
    Denial,
    Commitment,
    Written,
    Manner,
    Thought,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    Affirmed,
    Denied,
    Declined,
    Hypothetical,
}
