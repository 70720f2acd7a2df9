//! Lines of the text and what they are: the parts of an article, and what a page prints around it.

use serde::{Deserialize, Serialize};

use super::{BlockId, Confidence, Sign, Span};

/// Every non-blank line of the text belongs to exactly one block; blocks are in text order and never overlap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    pub kind: BlockKind,
    pub span: Span,
    /// Index into `Analysis::sections`.
    pub section: Option<u32>,
    /// The strongest of `signs`.
    pub rule: Sign,
    pub confidence: Confidence,
    /// What weighed most for this kind and against the runner-up, heaviest first: one to three.
    pub signs: Vec<Seen>,
    /// The next likely kind, where it is worth telling.
    pub runner_up: Option<BlockKind>,
}

/// One sign of a line, and the words in which it was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    pub sign: Sign,
    pub span: Span,
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
