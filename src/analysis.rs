//! What an analysis is made of: the words that all stages share.
//!
//! Everything here is plain data with public fields. Positions are byte offsets into the source text
//! exactly as it was given; they become code points or UTF-16 units only at the edge (`export`).

use serde::{Deserialize, Serialize};

pub use crate::entities::MentionRule;
pub use crate::quotations::AttributionRule;
pub use crate::structure::BlockRule;

/// A half-open range of bytes of the source text. Both ends are always on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Span {
        Span {
            start: start as u32,
            end: end as u32,
        }
    }

    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words that the span covers. `source` is the text that was analysed.
    pub fn of(self, source: &str) -> &str {
        &source[self.range()]
    }

    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

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

/// Every non-blank line of the text belongs to exactly one block; blocks are in text order and never overlap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    pub kind: BlockKind,
    pub span: Span,
    /// Index into `Analysis::sections`.
    pub section: Option<u32>,
    pub rule: BlockRule,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    Kicker,
    Headline,
    Standfirst,
    Byline,
    Timestamp,
    Dateline,
    Crosshead,
    Paragraph,
    ListItem,
    KeyPoint,
    Caption,
    Credit,
    PullQuote,
    Related,
    Furniture,
    AuthorNote,
    Note,
    Copyright,
    Tags,
    Embed,
    Other,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Byline {
    /// The author's name alone, without "By", handle, role or place.
    pub name: String,
    pub role: Option<String>,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dateline {
    /// As written: "LONDON", "KYIV, Ukraine", "BEIJING/MOSCOW".
    pub place: String,
    pub agency: Option<String>,
    pub date: Option<String>,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Published {
    pub text: String,
    /// ISO 8601 date or date-time; null where the text says only "2 hours ago".
    pub iso: Option<String>,
    pub span: Span,
}

/// A stretch of the body: the paragraphs that one crosshead opens, or those before the first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    pub crosshead: Option<BlockId>,
    pub blocks: Vec<BlockId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    pub span: Span,
    pub block: BlockId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    Person,
    Organization,
    Place,
    Group,
    Event,
    Work,
    Product,
    Law,
    Money,
    Percent,
    Quantity,
    Other,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    pub kind: EntityKind,
    /// The fullest form in the article, without title or honorific.
    pub name: String,
    /// As written, without article: "head of the port union".
    pub roles: Vec<String>,
    /// In text order.
    pub mentions: Vec<MentionId>,
    /// 0 to 1: how much the article is about it.
    pub salience: f32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    pub span: Span,
    pub form: MentionForm,
    pub kind: EntityKind,
    pub entity: EntityId,
    pub rule: MentionRule,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MentionForm {
    /// The bare name: no title, no article, no possessive.
    Name,
    /// A title or description that means a particular one: "the prime minister".
    Role,
    Pronoun,
}

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

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    Certain,
    Likely,
    Weak,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Date {
    pub span: Span,
    /// ISO 8601, normalised against the day of publication or the dateline; None where that is not known.
    pub iso: Option<String>,
    pub precision: DatePrecision,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DatePrecision {
    Time,
    Day,
    Week,
    Month,
    Year,
    Unknown,
}

/// Something odd in the input, said in plain words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    pub code: NoteCode,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteCode {
    UnclosedQuotation,
    UnopenedQuotation,
    MixedMarks,
    NestedSameMarks,
    EmptyMarks,
    SecondArticle,
    NotEnglish,
    NoHeadline,
    ControlCharacters,
    TooLong,
    NotUtf8,
}

impl NoteCode {
    /// The note in plain words, a whole sentence.
    pub fn message(self) -> &'static str {
        match self {
            NoteCode::UnclosedQuotation => "This quotation is never closed.",
            NoteCode::UnopenedQuotation => "This closing mark has no opening mark.",
            NoteCode::MixedMarks => "This quotation opens with one kind of mark and closes with another.",
            NoteCode::NestedSameMarks => "A quotation inside a quotation uses the same marks.",
            NoteCode::EmptyMarks => "There is nothing between these marks.",
            NoteCode::SecondArticle => "A second article seems to begin here.",
            NoteCode::NotEnglish => {
                "This does not look like English: structure and quotation marks still work, reporting verbs and names do not."
            }
            NoteCode::NoHeadline => "No headline was found.",
            NoteCode::ControlCharacters => "The text holds control characters; they are kept and ignored.",
            NoteCode::TooLong => "The text is too long; what comes after this point was not analysed.",
            NoteCode::NotUtf8 => "The input was not UTF-8; it was read as Windows-1252.",
        }
    }
}
