//! Sentences.

use std::ops::Range;

use super::{Token, TokenKind, TokenSentence};
use crate::analysis::{BlockId, Span};

/// Splits the tokens of one block into sentences.
pub(super) fn split(source: &str, tokens: &[Token], range: Range<u32>, block: BlockId, out: &mut Vec<TokenSentence>) {
    let mut start = range.start;
    let mut i = range.start;
    while i < range.end {
        let token = &tokens[i as usize];
        let stop = token.kind == TokenKind::Punctuation
            && matches!(token.span.of(source).chars().next(), Some('.' | '!' | '?' | '…'));
        i += 1;
        if !stop {
            continue;
        }
        // Closing marks and brackets belong to the sentence that they close.
        while i < range.end {
            let next = &tokens[i as usize];
            let word = next.span.of(source);
            let closes =
                !next.space_before && (next.kind == TokenKind::Mark || matches!(word, ")" | "]" | "." | "!" | "?"));
            if !closes {
                break;
            }
            i += 1;
        }
        let ends = i >= range.end
            || (tokens[i as usize].space_before
                && !tokens[i as usize..range.end as usize]
                    .iter()
                    .find(|t| t.kind != TokenKind::Mark)
                    .is_some_and(|t| t.case == super::Case::Lower));
        if ends {
            push(tokens, start..i, block, out);
            start = i;
        }
    }
    if start < range.end {
        push(tokens, start..range.end, block, out);
    }
}

fn push(tokens: &[Token], range: Range<u32>, block: BlockId, out: &mut Vec<TokenSentence>) {
    let span = Span {
        start: tokens[range.start as usize].span.start,
        end: tokens[range.end as usize - 1].span.end,
    };
    out.push(TokenSentence {
        span,
        tokens: range,
        block,
    });
}
