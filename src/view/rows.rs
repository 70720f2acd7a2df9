//! Pieces put together to rows: what stands beside one piece of margin.

use std::ops::Range;

use super::View;
use crate::analysis::{BlockId, BlockKind, Span, Voice};

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub shape: Shape,
    /// Indices into `View::pieces`.
    pub pieces: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Single,
    List,
    Figure,
    /// Related links, page furniture and the like: shown small.
    Folded,
}

impl Row {
    pub fn key(&self) -> usize {
        self.pieces.start
    }

    pub fn block(&self, article: &View) -> BlockId {
        article.pieces[self.pieces.start].block
    }

    pub fn folds(&self) -> bool {
        self.shape == Shape::Folded
    }

    pub fn span(&self, article: &View) -> Span {
        Span {
            start: article.pieces[self.pieces.start].span.start,
            end: article.pieces[self.pieces.end - 1].span.end,
        }
    }
}

/// The rows of a range of pieces, in order.
pub fn rows(article: &View, shown: Range<usize>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for at in shown {
        let shape = shape(article, at);
        match rows.last_mut() {
            Some(row) if row.shape == shape && shape != Shape::Single => row.pieces.end = at + 1,
            _ => rows.push(Row {
                shape,
                pieces: at..at + 1,
            }),
        }
    }
    rows
}

fn shape(article: &View, piece: usize) -> Shape {
    match article.analysis.blocks[article.pieces[piece].block as usize].kind {
        BlockKind::ListItem | BlockKind::KeyPoint => Shape::List,
        BlockKind::Caption | BlockKind::Credit => Shape::Figure,
        kind if kind.voice() == Voice::Page => Shape::Folded,
        _ => Shape::Single,
    }
}

/// The first block of the folded run that a block stands in; None where it is not folded.
pub fn folded_run(article: &View, block: BlockId) -> Option<BlockId> {
    let blocks = &article.analysis.blocks;
    let folded = |b: &BlockId| blocks[*b as usize].kind.voice() == Voice::Page;
    folded(&block)
        .then(|| (0..=block).rev().take_while(|b| folded(b)).last())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Port chief quits\n\nThe chief of the port of Arlen quit on Monday, the board said.\n\n\
        - Pay rises\n- Ferries run\n\nShare\n\nAdvertisement\n\nThe board will choose another chief in the spring, it said.\n";

    fn view(kinds: &[BlockKind]) -> View {
        let mut analysis = crate::analyze(TEXT);
        for (block, kind) in analysis.blocks.iter_mut().zip(kinds) {
            block.kind = *kind;
        }
        View::new(TEXT.to_string(), analysis)
    }

    #[test]
    fn lists_and_folded_runs_are_one_row() {
        use BlockKind::*;
        let view = view(&[Headline, Paragraph, ListItem, ListItem, Furniture, Related, Paragraph]);
        assert_eq!(view.pieces.len(), 7);
        let found: Vec<_> = rows(&view, 0..7).into_iter().map(|r| (r.shape, r.pieces)).collect();
        let wanted = [
            (Shape::Single, 0..1),
            (Shape::Single, 1..2),
            (Shape::List, 2..4),
            (Shape::Folded, 4..6),
            (Shape::Single, 6..7),
        ];
        assert_eq!(found, wanted);
        assert_eq!(
            [1, 4, 5, 6].map(|b| folded_run(&view, b)),
            [None, Some(4), Some(4), None]
        );
    }
}
