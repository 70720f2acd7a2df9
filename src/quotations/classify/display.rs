//! How the line of a span is set: in running text, as a heading, with capitals.

use crate::analysis::BlockKind;
use crate::structure::Structure;
use crate::text::{Case, Text, TokenKind};

/// How the line of a span is set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// Running text.
    No,
    /// A headline or the like, set as a sentence.
    Sentence,
    /// Set With Capitals or ALL IN CAPITALS: the case of words says nothing.
    Capitals,
}

pub(super) fn heading(text: &Text, structure: &Structure, block: usize) -> Heading {
    let tokens = text.blocks[block].tokens.start as usize..text.blocks[block].tokens.end as usize;
    let kind = structure.blocks[block].kind;
    let stops = tokens.clone().last().is_some_and(|t| text.word(t) == ".");
    // Key points are often whole sentences: they are looked at.
    let named = kind.is_heading() && kind != BlockKind::KeyPoint;
    if !named && (tokens.len() > 30 || stops) {
        return Heading::No;
    }
    let words = |case: fn(Case) -> bool| {
        tokens
            .clone()
            .filter(|&t| text.tokens[t].kind == TokenKind::Word && text.word(t).chars().count() > 3)
            .filter(|&t| case(text.tokens[t].case))
            .count()
    };
    let (lower, capital) = (words(|c| c == Case::Lower), words(Case::is_capital));
    if capital > 2 * lower.max(1) {
        Heading::Capitals
    } else {
        Heading::Sentence
    }
}
