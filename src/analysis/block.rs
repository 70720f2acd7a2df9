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

/// Who speaks in a block: the one question that most decisions about kinds come down to.
///
/// Every `match` on a kind or a voice names all of them, so that a new kind does not compile until each is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The article itself, sentence after sentence.
    Story,
    /// Its display: lines that announce or divide the story.
    Display,
    /// Words that belong to the article and stand beside the story.
    Beside,
    /// Facts about the article: who wrote it, when and where, whose picture it is.
    Credits,
    /// What the page prints around any article.
    Page,
}

impl BlockKind {
    pub fn voice(self) -> Voice {
        match self {
            BlockKind::Paragraph | BlockKind::ListItem => Voice::Story,
            BlockKind::Kicker
            | BlockKind::Headline
            | BlockKind::Standfirst
            | BlockKind::Crosshead
            | BlockKind::KeyPoint => Voice::Display,
            BlockKind::Caption
            | BlockKind::PullQuote
            | BlockKind::Embed
            | BlockKind::AuthorNote
            | BlockKind::Note
            | BlockKind::Other => Voice::Beside,
            BlockKind::Byline | BlockKind::Timestamp | BlockKind::Dateline | BlockKind::Credit => Voice::Credits,
            BlockKind::Related | BlockKind::Furniture | BlockKind::Copyright | BlockKind::Tags => Voice::Page,
        }
    }

    /// A line set as headlines are, in which a speaker may stand before a colon ("Moor: port must close").
    pub fn is_heading(self) -> bool {
        match self.voice() {
            Voice::Display => true,
            // Links are the headlines of other articles.
            Voice::Page => self == BlockKind::Related,
            Voice::Story | Voice::Beside | Voice::Credits => false,
        }
    }

    /// A quotation in it is often taken from a paragraph, which says who speaks.
    pub fn repeats_story(self) -> bool {
        match self.voice() {
            Voice::Display => true,
            Voice::Beside => matches!(self, BlockKind::Caption | BlockKind::PullQuote),
            Voice::Page => self == BlockKind::Related,
            Voice::Story | Voice::Credits => false,
        }
    }

    /// Written in the telegraphic style of headlines, where articles fall away: "Port chief quits".
    pub fn drops_articles(self) -> bool {
        match self.voice() {
            Voice::Display => true,
            Voice::Beside => self == BlockKind::PullQuote,
            Voice::Page => self != BlockKind::Copyright,
            Voice::Story | Voice::Credits => false,
        }
    }

    /// Tells the story in sentences, so that a pronoun in it means somebody whom the story names.
    pub fn tells_story(self) -> bool {
        match self.voice() {
            Voice::Story => true,
            Voice::Display => !matches!(self, BlockKind::Kicker | BlockKind::Crosshead),
            Voice::Beside => !matches!(self, BlockKind::AuthorNote | BlockKind::Note),
            Voice::Credits | Voice::Page => false,
        }
    }

    /// Somebody's writing, in which quotations are looked for.
    pub fn is_prose(self) -> bool {
        match self.voice() {
            Voice::Story | Voice::Display | Voice::Beside => true,
            Voice::Credits => false,
            Voice::Page => self != BlockKind::Copyright,
        }
    }

    /// A quotation that is still open goes on in the next of these, whatever stands between.
    pub fn carries_quotation(self) -> bool {
        match self.voice() {
            Voice::Story => true,
            Voice::Beside => self == BlockKind::PullQuote,
            Voice::Display | Voice::Credits | Voice::Page => false,
        }
    }

    /// A line that can be somebody's turn in an interview or a transcript: "MOOR: We start on Monday."
    pub fn may_be_turn(self) -> bool {
        match self.voice() {
            Voice::Story => true,
            Voice::Display => matches!(self, BlockKind::Crosshead | BlockKind::KeyPoint),
            Voice::Beside => self == BlockKind::Other,
            Voice::Credits | Voice::Page => false,
        }
    }

    /// Stands in the text and is kept, but lists and counts of the article leave it out.
    pub fn is_aside(self) -> bool {
        match self.voice() {
            Voice::Page => true,
            Voice::Beside => self == BlockKind::Embed,
            Voice::Story | Voice::Display | Voice::Credits => false,
        }
    }
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
