//! What each block of lines is: headline, standfirst, byline, crosshead, paragraph, furniture …

use serde::{Deserialize, Serialize};

use crate::analysis::{Block, BlockKind, Byline, Dateline, Note, Published, Section, Span};
use crate::text::Text;

/// The blocks with their kinds, one for each of `Text::blocks` in the same order, and the fields read out of them.
pub struct Structure {
    pub blocks: Vec<Block>,
    pub headline: Option<Span>,
    pub standfirst: Option<Span>,
    pub kicker: Option<Span>,
    pub bylines: Vec<Byline>,
    pub dateline: Option<Dateline>,
    pub published: Option<Published>,
    pub sections: Vec<Section>,
    pub notes: Vec<Note>,
}

/// Why a block has its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockRule {
    /// The first short line without a final stop.
    FirstShortLine,
    /// Nothing says otherwise.
    Prose,
}

impl BlockRule {
    /// The rule in plain words, for "why?".
    pub fn in_words(self) -> &'static str {
        match self {
            BlockRule::FirstShortLine => "It is the first short line, and it does not end with a full stop.",
            BlockRule::Prose => "It reads as running text.",
        }
    }
}

/// Labels every block.
pub fn find(text: &Text) -> Structure {
    let blocks: Vec<Block> = text
        .blocks
        .iter()
        .enumerate()
        .map(|(i, b)| Block {
            kind: if i == 0 {
                BlockKind::Headline
            } else {
                BlockKind::Paragraph
            },
            span: b.span,
            section: None,
            rule: if i == 0 {
                BlockRule::FirstShortLine
            } else {
                BlockRule::Prose
            },
        })
        .collect();
    let body: Vec<u32> = (1..blocks.len() as u32).collect();
    Structure {
        headline: blocks.first().map(|b| b.span),
        standfirst: None,
        kicker: None,
        bylines: Vec::new(),
        dateline: None,
        published: None,
        sections: if body.is_empty() {
            Vec::new()
        } else {
            vec![Section {
                crosshead: None,
                blocks: body,
            }]
        },
        notes: Vec::new(),
        blocks,
    }
}
