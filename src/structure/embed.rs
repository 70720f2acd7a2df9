//! Embedded posts: the words, and under them "— Ilse Moor (@imoor) February 3, 2025".

use super::line::LineFacts;
use crate::text::{Text, TokenKind};

/// "— Ilse Moor (@imoor) February 3, 2025".
pub(super) fn is_signature(text: &Text, line: &LineFacts) -> bool {
    if line.chars > 160 || !line.words.starts_with(['—', '–', '-', '―']) {
        return false;
    }
    let tokens = &text.tokens[text.tokens_in(line.span)];
    tokens.iter().any(|t| t.kind == TokenKind::Handle) && tokens.iter().any(|t| t.kind == TokenKind::Number)
}

/// It holds an emoji.
pub(super) fn has_emoji(words: &str) -> bool {
    words.chars().any(|c| c as u32 >= 0x1f000)
}
