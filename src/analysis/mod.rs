//! What an analysis is made of: the words that all stages share. Knows no stage.
//!
//! Everything here is plain data with public fields. Positions are byte offsets into the source text
//! exactly as it was given; they become code points or UTF-16 units only at the edge (`export`).

mod block;
mod date;
mod entity;
mod note;
mod quotation;
mod rules;
mod span;

use serde::{Deserialize, Serialize};

pub use block::{Block, BlockKind, Byline, Dateline, Published, Section, Seen, Sentence, Voice};
pub use date::{Date, DatePrecision};
pub use entity::{Entity, EntityKind, Mention, MentionForm};
pub use note::{Note, NoteCode};
pub use quotation::{Cue, CueClass, Marks, Polarity, Quotation, QuotationKind, Speaker, SpeakerStatus};
pub use rules::{AttributionRule, MentionRule, Rule, Sign};
pub use span::Span;

/// The whole result. A plain value: the same text always gives the same one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// BCP 47 tag of the language that the text seems to be in ("en", "fr", …; "und" where there is too little of it).
    pub language: String,
    pub blocks: Vec<Block>,
    pub headline: Option<Span>,
    pub standfirst: Option<Span>,
    pub kicker: Option<Span>,
    pub bylines: Vec<Byline>,
    pub dateline: Option<Dateline>,
    pub published: Option<Published>,
    pub sections: Vec<Section>,
    pub sentences: Vec<Sentence>,
    pub entities: Vec<Entity>,
    pub mentions: Vec<Mention>,
    pub quotations: Vec<Quotation>,
    pub dates: Vec<Date>,
    pub notes: Vec<Note>,
}

/// Index into `Analysis::blocks`.
pub type BlockId = u32;
/// Index into `Analysis::entities`.
pub type EntityId = u32;
/// Index into `Analysis::mentions`.
pub type MentionId = u32;
/// Index into `Analysis::quotations`.
pub type QuotationId = u32;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    Certain,
    Likely,
    Weak,
}
