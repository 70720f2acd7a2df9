//! Overlapping spans flattened: a stretch of text becomes segments, each with the set of things it belongs to.
//!
//! One segment is one text node of the page, so the page's text is the article's text, in order, each character once.

use super::View;
use super::pieces::Piece;
use crate::analysis::*;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    pub span: Span,
    /// Outermost first.
    pub quotations: Vec<QuotationId>,
    /// Outermost first.
    pub mentions: Vec<MentionId>,
    /// Index into `Analysis::dates`.
    pub date: Option<u32>,
    /// It is among the words that the selected attribution rests on.
    pub evidence: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layer {
    Quotation(QuotationId),
    Mention(MentionId),
    Date(u32),
    Evidence,
}

/// The segments of a piece, in order; together they cover exactly its span. A quotation's marks belong to it.
/// `evidence` are further spans to mark.
pub fn flatten(view: &View, piece: Piece, evidence: &[Span]) -> Vec<Segment> {
    let mut layers = Vec::new();
    let analysis = &view.analysis;
    // Spans never cross a block's edge, so those that reach into the piece start in its block.
    let from = analysis.blocks[piece.block as usize].span.start;
    let to = piece.span.end;
    for id in starting_in(&analysis.quotations, |q| q.span.start, from, to) {
        layers.push((with_marks(&analysis.quotations[id]), Layer::Quotation(id as u32)));
    }
    for id in starting_in(&analysis.mentions, |m| m.span.start, from, to) {
        layers.push((analysis.mentions[id].span, Layer::Mention(id as u32)));
    }
    for id in starting_in(&analysis.dates, |d| d.span.start, from, to) {
        layers.push((analysis.dates[id].span, Layer::Date(id as u32)));
    }
    layers.extend(evidence.iter().map(|&span| (span, Layer::Evidence)));
    sweep(piece.span, &layers)
}

/// The words of a quotation together with its marks.
pub fn with_marks(quotation: &Quotation) -> Span {
    let mut span = quotation.span;
    if let Some(marks) = quotation.marks {
        span.start = span.start.min(marks.open.start);
        if let Some(close) = marks.close {
            span.end = span.end.max(close.end);
        }
    }
    span
}

fn starting_in<T>(items: &[T], start: impl Fn(&T) -> u32, from: u32, to: u32) -> std::ops::Range<usize> {
    let first = items.partition_point(|item| start(item) < from);
    let last = items.partition_point(|item| start(item) < to);
    first..last.max(first)
}

/// Walks the boundaries of all layers from left to right. Layers of one kind come by start, longer first, so that what
/// opens first is the outermost.
fn sweep(whole: Span, layers: &[(Span, Layer)]) -> Vec<Segment> {
    let mut edges: Vec<(u32, bool, usize)> = Vec::with_capacity(layers.len() * 2);
    for (i, (span, _)) in layers.iter().enumerate() {
        let (start, end) = (span.start.max(whole.start), span.end.min(whole.end));
        if start < end {
            edges.push((start, true, i));
            edges.push((end, false, i));
        }
    }
    edges.sort_by_key(|&(at, opens, i)| (at, opens, i));
    let mut open: Vec<usize> = Vec::new();
    let mut segments = Vec::new();
    let mut at = whole.start;
    for (edge, opens, i) in edges {
        if edge > at {
            segments.push(segment(Span { start: at, end: edge }, &open, layers));
            at = edge;
        }
        if opens {
            open.push(i);
        } else {
            open.retain(|&o| o != i);
        }
    }
    if at < whole.end {
        let end = whole.end;
        segments.push(segment(Span { start: at, end }, &open, layers));
    }
    segments
}

fn segment(span: Span, open: &[usize], layers: &[(Span, Layer)]) -> Segment {
    let mut segment = Segment {
        span,
        ..Segment::default()
    };
    for &i in open {
        match layers[i].1 {
            Layer::Quotation(id) => segment.quotations.push(id),
            Layer::Mention(id) => segment.mentions.push(id),
            Layer::Date(id) => segment.date = Some(id),
            Layer::Evidence => segment.evidence = true,
        }
    }
    segment
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    #[test]
    fn overlapping_spans_become_segments_with_sets() {
        // abcdefghij: a quotation 2..8 that holds a mention 4..6; a date 7..9 that crosses its end.
        let layers = [
            (span(2, 8), Layer::Quotation(0)),
            (span(4, 6), Layer::Mention(5)),
            (span(7, 9), Layer::Date(1)),
        ];
        let found: Vec<_> = sweep(span(0, 10), &layers)
            .into_iter()
            .map(|s| (s.span.start, s.span.end, s.quotations, s.mentions, s.date))
            .collect();
        assert_eq!(
            found,
            [
                (0, 2, vec![], vec![], None),
                (2, 4, vec![0], vec![], None),
                (4, 6, vec![0], vec![5], None),
                (6, 7, vec![0], vec![], None),
                (7, 8, vec![0], vec![], Some(1)),
                (8, 9, vec![], vec![], Some(1)),
                (9, 10, vec![], vec![], None),
            ]
        );
    }

    #[test]
    fn nested_ids_come_outermost_first_and_spans_are_clipped() {
        let layers = [
            (span(0, 9), Layer::Mention(0)),
            (span(3, 5), Layer::Mention(1)),
            (span(8, 30), Layer::Quotation(2)),
            (span(4, 4), Layer::Quotation(3)),
        ];
        let segments = sweep(span(2, 10), &layers);
        assert_eq!(segments[1].mentions, [0, 1]);
        assert_eq!(segments.last().unwrap().span, span(9, 10));
        assert_eq!(segments.last().unwrap().quotations, [2]);
        assert!(segments.iter().all(|s| !s.quotations.contains(&3)));
    }

    #[test]
    fn segments_rebuild_the_article() {
        let source =
            "Harbour stays shut\n\n“No ship,” Ilse Moor said on Monday, “will leave ‘Arlen’ today.”\n\nHe left.";
        let view = View::new(source.to_string(), crate::analyze(source));
        for &piece in &view.pieces {
            let all: String = flatten(&view, piece, &[]).iter().map(|s| view.text(s.span)).collect();
            assert_eq!(all, view.text(piece.span));
        }
    }
}
