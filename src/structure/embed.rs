//! Embedded posts: the words, and under them "— Ilse Moor (@imoor) February 3, 2025".

use super::Draft;
use crate::analysis::{BlockKind, BlockRule};
use crate::text::TokenKind;

/// How many lines of one post may stand above its signature.
const LINES: usize = 5;

/// Labels posts: their signatures, and what stands above them.
pub(super) fn label(draft: &mut Draft) {
    for i in 0..draft.views.len() {
        if !is_signature(draft, i) {
            continue;
        }
        draft.relabel(i, BlockKind::Embed, BlockRule::PostSignature);
        // Some sites print the name above the words.
        let below = i + 1 < draft.views.len() && draft.views[i].gap > 0 && draft.views[i + 1].gap == 0;
        if below && draft.is_free(i + 1) {
            draft.relabel(i + 1, BlockKind::Embed, BlockRule::AbovePostSignature);
            continue;
        }
        // The line above is the post's; those above that only where they show that they are.
        let top = i.saturating_sub(LINES);
        let free = |j: usize| draft.is_free(j) || draft.kind(j) == Some(BlockKind::Embed);
        let mut first = None;
        for j in (top..i).rev().take_while(|&j| free(j)) {
            if j + 1 == i || shows_post(draft, j) || (first == Some(j + 1) && is_cut(draft, j)) {
                first = Some(j);
            }
        }
        if let Some(first) = first {
            for j in first..i {
                draft.relabel(j, BlockKind::Embed, BlockRule::AbovePostSignature);
            }
        }
    }
}

/// "— Ilse Moor (@imoor) February 3, 2025".
fn is_signature(draft: &Draft, i: usize) -> bool {
    let view = &draft.views[i];
    if view.chars > 160 || !view.words.starts_with(['—', '–', '-', '―']) {
        return false;
    }
    let tokens = draft.text.tokens_in(view.span);
    tokens.clone().any(|t| draft.text.tokens[t].kind == TokenKind::Handle)
        && draft.text.tokens[tokens].iter().any(|t| t.kind == TokenKind::Number)
}

/// Emoji, a hashtag, a handle.
fn shows_post(draft: &Draft, i: usize) -> bool {
    let view = &draft.views[i];
    view.chars < 400
        && (draft.text.tokens[draft.text.tokens_in(view.span)]
            .iter()
            .any(|t| matches!(t.kind, TokenKind::Handle | TokenKind::Hashtag))
            || view.words.chars().any(|c| c as u32 >= 0x1f000))
}

/// No full stop, as posts often end.
fn is_cut(draft: &Draft, i: usize) -> bool {
    let view = &draft.views[i];
    view.chars < 400 && view.count > 3 && !view.is_sentence() && view.end != super::view::End::Colon
}
