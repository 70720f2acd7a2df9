//! Quotation marks paired.

use crate::analysis::{BlockId, Note, Span};
use crate::structure::Structure;
use crate::text::Text;

pub struct MarkedSpans {
    /// In text order (by start, longer first). They may nest, they never cross, and none crosses a block's edge:
    /// a quotation over several paragraphs is one span a paragraph, joined by `continues`.
    pub spans: Vec<MarkedSpan>,
    pub notes: Vec<Note>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarkedSpan {
    pub open: Span,
    /// None where the quotation is never closed, or goes on in the next paragraph.
    pub close: Option<Span>,
    /// What stands between the marks, without white space at its edges. Never empty.
    pub content: Span,
    pub block: BlockId,
    /// The index of the smallest marked span around this one.
    pub inside: Option<u32>,
    /// The index of the span, in an earlier paragraph, that this one continues.
    pub continues: Option<u32>,
}

/// Pairs the quotation marks of the text.
pub fn scan(text: &Text, _structure: &Structure) -> MarkedSpans {
    let mut spans = Vec::new();
    for (block, b) in text.blocks.iter().enumerate() {
        let mut open: Option<usize> = None;
        for i in b.tokens.start as usize..b.tokens.end as usize {
            match (text.word(i), open) {
                ("“" | "\"", None) => open = Some(i),
                ("”" | "\"", Some(o)) if o + 1 < i => {
                    spans.push(MarkedSpan {
                        open: text.tokens[o].span,
                        close: Some(text.tokens[i].span),
                        content: Span {
                            start: text.tokens[o + 1].span.start,
                            end: text.tokens[i - 1].span.end,
                        },
                        block: block as BlockId,
                        inside: None,
                        continues: None,
                    });
                    open = None;
                }
                _ => {}
            }
        }
    }
    MarkedSpans {
        spans,
        notes: Vec::new(),
    }
}
