//! An analysis arranged for reading: what the page draws and what the Markdown and CSV exports write down.
//!
//! Plain values made from a finished [`Analysis`]; nothing here looks for anything new in the text.

pub mod checks;
pub mod names;
pub mod outline;
pub mod parts;
pub mod pieces;
pub mod rows;
pub mod segments;
pub mod selection;
pub mod steps;
pub mod voices;
pub mod why;
pub mod wording;

use crate::analysis::*;

/// A text, its analysis, and the analysis arranged for reading.
#[derive(Debug, Default, PartialEq)]
pub struct View {
    pub source: String,
    pub analysis: Analysis,
    /// Slices of the blocks, small enough to be drawn one after the other.
    pub pieces: Vec<pieces::Piece>,
    /// Who says what.
    pub voices: voices::Voices,
    /// Who and what is named.
    pub names: names::Names,
    pub outline: Vec<outline::Entry>,
    /// For each block the number of the paragraph that it is or stands in, counted from 1; 0 before the first.
    pub paragraphs: Vec<u32>,
}

impl View {
    pub fn new(source: String, analysis: Analysis) -> View {
        View {
            pieces: pieces::cut(&source, &analysis),
            voices: voices::group(&source, &analysis),
            names: names::index(&analysis),
            outline: outline::entries(&source, &analysis),
            paragraphs: number_paragraphs(&analysis),
            source,
            analysis,
        }
    }

    /// The words that a span covers.
    pub fn text(&self, span: Span) -> &str {
        span.of(&self.source)
    }

    pub fn quotation(&self, id: QuotationId) -> &Quotation {
        &self.analysis.quotations[id as usize]
    }

    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.analysis.entities[id as usize]
    }

    pub fn mention(&self, id: MentionId) -> &Mention {
        &self.analysis.mentions[id as usize]
    }

    /// The block that holds a byte offset: the last one that starts at or before it.
    pub fn block_at(&self, at: u32) -> Option<BlockId> {
        block_at(&self.analysis, at)
    }

    /// Where a block stands, in words: "headline", "paragraph 5".
    pub fn place_of(&self, block: BlockId) -> String {
        let kind = self.analysis.blocks[block as usize].kind;
        match kind {
            BlockKind::Paragraph => format!("paragraph {}", self.paragraphs[block as usize]),
            kind => wording::block_kind(kind).to_lowercase(),
        }
    }

    /// How many paragraphs the article has.
    pub fn paragraph_count(&self) -> usize {
        self.analysis
            .blocks
            .iter()
            .filter(|b| b.kind == BlockKind::Paragraph)
            .count()
    }

    /// The outcome in one line, for the status: "12 paragraphs, 9 quotations, 1 not attributed".
    pub fn summary(&self) -> String {
        let quotations = self.voices.counted;
        let mut line = format!(
            "{}, {}",
            wording::count(self.paragraph_count(), "paragraph", "paragraphs"),
            wording::count(quotations, "quotation", "quotations")
        );
        match (quotations, self.voices.unattributed) {
            (0, _) => {}
            (_, 0) => line.push_str(", all attributed"),
            (_, n) => line.push_str(&format!(", {} not attributed", wording::number(n))),
        }
        line
    }
}

fn block_at(analysis: &Analysis, at: u32) -> Option<BlockId> {
    let after = analysis.blocks.partition_point(|b| b.span.start <= at);
    after.checked_sub(1).map(|i| i as BlockId)
}

fn number_paragraphs(analysis: &Analysis) -> Vec<u32> {
    let mut number = 0;
    analysis
        .blocks
        .iter()
        .map(|b| {
            if b.kind == BlockKind::Paragraph {
                number += 1;
            }
            number
        })
        .collect()
}
