//! The article in a few lines: its parts in order, paragraphs counted and asides folded.

use serde::{Deserialize, Serialize};

use super::wording;
use crate::analysis::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The first block that it stands for.
    pub block: BlockId,
    pub kind: BlockKind,
    pub label: String,
}

/// How many characters of a headline or crosshead are shown.
const EXCERPT: usize = 60;

/// One entry a part. A run of paragraphs is one entry, and so is a run of furniture or of related links.
pub fn entries(source: &str, analysis: &Analysis) -> Vec<Entry> {
    let mut entries = Vec::new();
    let blocks = &analysis.blocks;
    let mut paragraph = 0;
    let mut at = 0;
    while at < blocks.len() {
        let kind = blocks[at].kind;
        let run = blocks[at..]
            .iter()
            .take_while(|b| same_part(b.kind, kind))
            .count()
            .max(1);
        let label = match kind {
            BlockKind::Paragraph | BlockKind::ListItem => {
                let paragraphs = blocks[at..at + run]
                    .iter()
                    .filter(|b| b.kind == BlockKind::Paragraph)
                    .count();
                let first = paragraph + 1;
                paragraph += paragraphs;
                match paragraphs {
                    0 => wording::count(run, "list item", "list items"),
                    1 => format!("Paragraph {}", wording::number(first)),
                    _ => format!("Paragraphs {}–{}", wording::number(first), wording::number(paragraph)),
                }
            }
            BlockKind::Crosshead | BlockKind::Dateline | BlockKind::Timestamp => {
                wording::excerpt(blocks[at].span.of(source), EXCERPT)
            }
            kind if run > 1 => format!(
                "{}, {}",
                wording::block_kind(kind),
                wording::count(run, "line", "lines")
            ),
            kind => wording::block_kind(kind).to_string(),
        };
        entries.push(Entry {
            block: at as BlockId,
            kind,
            label,
        });
        at += run;
    }
    entries
}

fn same_part(kind: BlockKind, first: BlockKind) -> bool {
    let body = |k: BlockKind| k.voice() == Voice::Story;
    match kind {
        BlockKind::Crosshead | BlockKind::Headline => false,
        kind => kind == first || body(kind) && body(first) || kind.is_aside() && first.is_aside(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_one_entry() {
        let kinds = [
            BlockKind::Headline,
            BlockKind::Paragraph,
            BlockKind::Paragraph,
            BlockKind::Crosshead,
            BlockKind::Crosshead,
            BlockKind::Paragraph,
            BlockKind::ListItem,
            BlockKind::Related,
            BlockKind::Furniture,
        ];
        let analysis = Analysis {
            blocks: kinds
                .iter()
                .map(|&kind| Block {
                    kind,
                    span: Span { start: 0, end: 8 },
                    section: None,
                    rule: Sign::Length,
                    confidence: Confidence::Certain,
                    signs: Vec::new(),
                    runner_up: None,
                })
                .collect(),
            ..Analysis::default()
        };
        let labels: Vec<_> = entries("Harbours", &analysis).into_iter().map(|e| e.label).collect();
        assert_eq!(
            labels,
            [
                "Headline",
                "Paragraphs 1–2",
                "Harbours",
                "Harbours",
                "Paragraph 3",
                "Related links, 2 lines"
            ]
        );
    }
}
