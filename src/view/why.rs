//! Why a line is what it is said to be, in words.

use super::wording;
use crate::analysis::{Block, Confidence, Rule};

/// What weighed most for the kind of the block, how sure it is, and what it may be instead: one to three sentences.
pub fn block(block: &Block) -> String {
    let mut text = match block.confidence {
        Confidence::Certain => String::new(),
        Confidence::Likely => "Likely. ".to_string(),
        Confidence::Weak => "In doubt. ".to_string(),
    };
    let mut signs: Vec<&str> = Vec::new();
    for sign in block.signs.iter().map(|s| s.sign.in_words()) {
        if !signs.contains(&sign) {
            signs.push(sign);
        }
    }
    text.push_str(&signs.join(" "));
    if let Some(other) = block.runner_up.filter(|_| block.confidence != Confidence::Certain) {
        text.push_str(&format!(" Next likely: {}.", wording::block_kind(other).to_lowercase()));
    }
    text
}

/// The line may well be something else.
pub fn is_doubtful(block: &Block) -> bool {
    block.confidence == Confidence::Weak
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{BlockKind, Seen, Sign, Span};

    #[test]
    fn doubt_is_said_with_its_reasons_and_the_runner_up() {
        let seen = |sign| Seen {
            sign,
            span: Span::new(0, 4),
        };
        let mut line = Block {
            kind: BlockKind::Caption,
            span: Span::new(0, 4),
            section: None,
            rule: Sign::OnlyCredit,
            confidence: Confidence::Weak,
            signs: vec![seen(Sign::OnlyCredit), seen(Sign::Above)],
            runner_up: Some(BlockKind::Byline),
        };
        assert_eq!(
            block(&line),
            "In doubt. It names only a photographer or an agency. What stands above it. Next likely: byline."
        );
        line.confidence = Confidence::Certain;
        assert_eq!(
            block(&line),
            "It names only a photographer or an agency. What stands above it."
        );
        assert!(!is_doubtful(&line));
    }
}
