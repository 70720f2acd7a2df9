//! Pieces put together to rows: what stands beside one piece of margin.

use std::ops::Range;

use lede::analysis::{BlockId, BlockKind, QuotationId, Span};
use lede::view::View;
use lede::view::segments::with_marks;

use crate::app::state::Selected;

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
        kind if folds(kind) => Shape::Folded,
        _ => Shape::Single,
    }
}

fn folds(kind: BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Related | BlockKind::Furniture | BlockKind::Copyright | BlockKind::Tags
    )
}

/// The first block of the folded run that a block stands in; None where it is not folded.
pub fn folded_run(article: &View, block: BlockId) -> Option<BlockId> {
    let blocks = &article.analysis.blocks;
    let folded = |b: &BlockId| folds(blocks[*b as usize].kind);
    folded(&block)
        .then(|| (0..=block).rev().take_while(|b| folded(b)).last())
        .flatten()
}

/// What is selected, where some of it lies in `span`.
pub fn selected_in(article: &View, selected: Option<Selected>, span: Span) -> Option<Selected> {
    let lies = |ids: &[QuotationId]| {
        let from = ids.partition_point(|&q| with_marks(article.quotation(q)).end <= span.start);
        ids.get(from)
            .is_some_and(|&q| with_marks(article.quotation(q)).overlaps(span))
    };
    selected.filter(|selected| match *selected {
        Selected::Quotation(id) => {
            let group = article.quotation(id).group;
            let near = article
                .analysis
                .quotations
                .partition_point(|q| q.span.end <= span.start);
            with_marks(article.quotation(id)).overlaps(span)
                || article.analysis.quotations[near..]
                    .iter()
                    .take_while(|q| q.span.start < span.end)
                    .any(|q| q.group == group)
        }
        Selected::Entity(id, _) => {
            let mentions = &article.entity(id).mentions;
            let from = mentions.partition_point(|&m| article.mention(m).span.end <= span.start);
            mentions
                .get(from)
                .is_some_and(|&m| article.mention(m).span.overlaps(span))
        }
        Selected::Voice(voice) => lies(&article.voices.list[voice as usize].quotations),
    })
}

/// The words that the attribution of a quotation rests on.
pub fn evidence(article: &View, why: Option<QuotationId>) -> Vec<Span> {
    let Some(q) = why.map(|id| article.quotation(id)) else {
        return Vec::new();
    };
    let further = [
        q.cue.as_ref().map(|c| c.span),
        q.speaker.mention,
        q.speaker.reason,
        q.recipient,
        q.venue,
    ];
    q.evidence
        .iter()
        .copied()
        .chain(further.into_iter().flatten())
        .collect()
}

pub fn overlapping(spans: &[Span], with: Span) -> Vec<Span> {
    spans.iter().copied().filter(|s| s.overlaps(with)).collect()
}
