//! Quotations over several paragraphs: each paragraph reopened, only the last one closed; or opened and closed once.

use super::block::trim;
use super::glyphs::Family;
use super::lexer::Mark;
use super::pairs::Paired;
use super::roles::Role;
use super::{MarkedSpan, MarkedSpans};
use crate::analysis::{BlockId, NoteCode, Span};
use crate::structure::Structure;
use crate::text::Text;

/// A quotation that was open at the end of its paragraph.
pub(super) struct Pending {
    /// Its last span.
    span: u32,
    open: Span,
    family: Family,
    /// Paragraphs since, without any mark.
    unmarked: Vec<BlockId>,
}

/// How many paragraphs without any mark an open quotation is carried over until its close.
const MOST_UNMARKED: usize = 6;

impl Pending {
    pub fn new(span: u32, open: Span, family: Family) -> Pending {
        Pending {
            span,
            open,
            family,
            unmarked: Vec::new(),
        }
    }

    /// The paragraph says nothing about the quotation: it has no mark but an apostrophe.
    pub fn passes(&self, marks: &[Mark], strong: &Paired) -> bool {
        let apostrophe = |m: &Mark| m.family == Family::Single && matches!(m.role, Role::WeakOpen | Role::WeakClose);
        strong.pairs.is_empty() && marks.iter().all(apostrophe)
    }

    pub fn pass(mut self, text: &Text, block: usize, out: &mut MarkedSpans) -> Option<Pending> {
        // A few words without a stop are no paragraph, whatever they were taken for. "Advertisement"
        let words = text.blocks[block].span.of(text.source);
        if words.len() < 60 && !words.ends_with(['.', '!', '?', '…', ':']) {
            return Some(self);
        }
        if self.unmarked.len() == MOST_UNMARKED {
            self.give_up(out);
            return None;
        }
        self.unmarked.push(block as BlockId);
        Some(self)
    }

    /// Whether `block` goes on with the quotation: it begins with the same mark, or closes what it does not open.
    /// Adds the unmarked paragraphs between, and returns the last span before the block's own.
    pub fn resume(
        self,
        text: &Text,
        block: usize,
        marks: &[Mark],
        strong: &Paired,
        out: &mut MarkedSpans,
    ) -> Option<u32> {
        let start = text.blocks[block].span.start;
        let reopened = self.unmarked.is_empty()
            && marks.first().is_some_and(|m| {
                m.span.start == start && m.family == self.family && !matches!(m.role, Role::Close | Role::WeakClose)
            });
        let closed = strong
            .unopened
            .first()
            .is_some_and(|u| u.last.is_none() && u.mark.family == self.family);
        if !reopened && !closed {
            self.give_up(out);
            return None;
        }
        let mut last = self.span;
        for block in self.unmarked {
            let content = trim(text.source, text.blocks[block as usize].span);
            if content.is_empty() {
                continue;
            }
            out.spans.push(MarkedSpan {
                open: Span {
                    start: content.start,
                    end: content.start,
                },
                close: None,
                content,
                block,
                inside: None,
                continues: Some(last),
            });
            last = out.spans.len() as u32 - 1;
        }
        Some(last)
    }

    pub fn give_up(self, out: &mut MarkedSpans) {
        out.note(NoteCode::UnclosedQuotation, self.open);
    }
}

/// Blocks of running text; what stands between them (furniture, captions, related links) breaks no quotation.
pub(super) fn is_body(structure: &Structure, block: usize) -> bool {
    structure.blocks[block].kind.carries_quotation()
}

/// For each block: the family of the mark that the next block of the body begins with.
pub(super) fn next_begins(text: &Text, structure: &Structure, marks: &[Vec<Mark>]) -> Vec<Option<Family>> {
    let mut next = None;
    let mut out = vec![None; text.blocks.len()];
    for (block, marks) in marks.iter().enumerate().rev() {
        out[block] = next;
        if is_body(structure, block) {
            let start = text.blocks[block].span.start;
            let begins = |m: &&Mark| m.span.start == start && matches!(m.role, Role::Open | Role::Either);
            next = marks.first().filter(begins).map(|m| m.family);
        }
    }
    out
}
