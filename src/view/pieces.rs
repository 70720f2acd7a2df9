//! The blocks cut into pieces small enough to be drawn one after the other.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::analysis::*;

/// A block, or a part of a very long one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub block: BlockId,
    pub span: Span,
    /// It goes on from the piece before.
    pub continued: bool,
}

/// What a piece costs to draw besides its text.
const PIECE: usize = 160;

/// A block longer than this is drawn in parts.
const LONGEST: usize = 8_000;

/// Every block in order, long ones cut between sentences where there are any. The pieces of a block together cover
/// exactly the block.
pub fn cut(source: &str, analysis: &Analysis) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(analysis.blocks.len());
    for (block, b) in (0..).zip(&analysis.blocks) {
        let mut from = b.span.start as usize;
        let end = b.span.end as usize;
        while end - from > LONGEST {
            let to = cut_before(source, analysis, from, from + LONGEST);
            pieces.push(piece(block, from, to, b.span));
            from = to;
        }
        pieces.push(piece(block, from, end, b.span));
    }
    pieces
}

/// The pieces from `start` that cost about `budget`; at least one.
pub fn reach(pieces: &[Piece], start: usize, budget: usize) -> usize {
    let mut end = start;
    let mut spent = 0;
    while end < pieces.len() && spent < budget {
        spent += cost(pieces, end..end + 1);
        end += 1;
    }
    end
}

/// Where to start for the pieces before `end` to cost about `budget`.
pub fn back_from(pieces: &[Piece], end: usize, budget: usize) -> usize {
    let mut start = end;
    let mut spent = 0;
    while start > 0 && spent < budget {
        start -= 1;
        spent += cost(pieces, start..start + 1);
    }
    start
}

/// What it costs to draw some pieces, in bytes of text.
pub fn cost(pieces: &[Piece], drawn: Range<usize>) -> usize {
    let Some((first, last)) = pieces.get(drawn.clone()).and_then(|p| p.first().zip(p.last())) else {
        return 0;
    };
    (last.span.end - first.span.start) as usize + drawn.len() * PIECE
}

fn piece(block: BlockId, from: usize, to: usize, whole: Span) -> Piece {
    Piece {
        block,
        span: Span::new(from, to),
        continued: from as u32 > whole.start,
    }
}

/// The last sentence start in the second half of `from..limit`; else the last white space there; else a character.
fn cut_before(source: &str, analysis: &Analysis, from: usize, limit: usize) -> usize {
    let half = from + LONGEST / 2;
    let next = analysis.sentences.partition_point(|s| (s.span.start as usize) <= limit);
    if let Some(sentence) = next.checked_sub(1).map(|i| analysis.sentences[i].span.start as usize)
        && sentence > half
    {
        return sentence;
    }
    let (half, limit) = (char_boundary(source, half), char_boundary(source, limit));
    match source[half..limit].rfind(char::is_whitespace) {
        Some(space) if space > 0 => half + space,
        _ => limit,
    }
}

/// The last character boundary at or before `at`.
fn char_boundary(source: &str, at: usize) -> usize {
    (0..=at).rev().find(|&i| source.is_char_boundary(i)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_cover_every_block_exactly() {
        let long = "The ferry left late. ".repeat(2_000);
        let unbroken = "é".repeat(20_000);
        let source = format!("Headline\n\n{long}\n\nShort one.\n\n{unbroken}\n");
        let analysis = crate::analyze(&source);
        let pieces = cut(&source, &analysis);
        for (block, b) in (0..).zip(&analysis.blocks) {
            let mut at = b.span.start;
            for piece in pieces.iter().filter(|p| p.block == block) {
                assert_eq!(piece.span.start, at);
                assert!(piece.span.end as usize - at as usize <= LONGEST && piece.span.end > at);
                assert_eq!(piece.continued, at != b.span.start);
                assert!(source.is_char_boundary(piece.span.end as usize));
                at = piece.span.end;
            }
            assert_eq!(at, b.span.end);
        }
        assert!(pieces.len() > analysis.blocks.len());
    }

    #[test]
    fn as_many_pieces_are_drawn_as_the_budget_allows() {
        let piece = |block| piece(block, block as usize * 100, block as usize * 100 + 90, Span::default());
        let pieces: Vec<Piece> = (0..10).map(piece).collect();
        assert_eq!(cost(&pieces, 0..2), 190 + 2 * PIECE);
        assert_eq!(reach(&pieces, 0, 1), 1);
        assert_eq!(reach(&pieces, 3, 2 * (90 + PIECE)), 5);
        assert_eq!(reach(&pieces, 8, usize::MAX), 10);
        assert_eq!(back_from(&pieces, 5, 2 * (90 + PIECE)), 3);
        assert_eq!(back_from(&pieces, 1, usize::MAX), 0);
    }
}
