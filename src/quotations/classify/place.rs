//! A marked span in its sentence: the words in it, before it and after it.

use std::ops::Range;

use super::display::Heading;
use crate::language::{Language, PartOfSpeech};
use crate::marks::MarkedSpan;
use crate::text::{Case, Text, TokenKind};

/// A marked span in its sentence.
pub(super) struct Place<'a> {
    pub text: &'a Text<'a>,
    pub language: &'a Language,
    pub span: &'a MarkedSpan,
    pub heading: Heading,
    /// The tokens of the content.
    pub content: Range<usize>,
    /// The tokens of the block before the opening mark.
    pub before: Range<usize>,
    /// The tokens of the block after the closing mark.
    pub after: Range<usize>,
}

impl<'a> Place<'a> {
    pub(super) fn new(text: &'a Text<'a>, language: &'a Language, span: &'a MarkedSpan, heading: Heading) -> Place<'a> {
        let block = &text.blocks[span.block as usize].tokens;
        let (from, to) = (block.start as usize, block.end as usize);
        let content = text.tokens_in(span.content);
        let outer = span.outer();
        let open = text.tokens.partition_point(|t| t.span.start < outer.start);
        let close = text.tokens.partition_point(|t| t.span.start < outer.end);
        Place {
            text,
            language,
            span,
            heading,
            content,
            before: from..open.clamp(from, to),
            after: close.clamp(from, to)..to,
        }
    }

    /// The word `n` places before the opening mark: 0 is the one beside it. Empty beyond the block's start.
    pub(super) fn word_before(&self, n: usize) -> &'a str {
        if n < self.before.len() {
            self.text.form(self.before.end - 1 - n)
        } else {
            ""
        }
    }

    /// The word `n` places after the closing mark.
    pub(super) fn word_after(&self, n: usize) -> &'a str {
        if n < self.after.len() {
            self.text.form(self.after.start + n)
        } else {
            ""
        }
    }

    pub(super) fn capital_before(&self) -> bool {
        !self.before.is_empty() && self.text.tokens[self.before.end - 1].case == Case::Capitalised
    }

    pub(super) fn capital_after(&self) -> bool {
        !self.after.is_empty() && self.text.tokens[self.after.start].case == Case::Capitalised
    }

    pub(super) fn words(&self) -> usize {
        self.content
            .clone()
            .filter(|&t| matches!(self.text.tokens[t].kind, TokenKind::Word | TokenKind::Number))
            .count()
    }

    pub(super) fn ends_with_stop(&self) -> bool {
        self.span.content.of(self.text.source).ends_with(['.', '!', '?', '…'])
    }

    /// The span before that this one is joined to by "and" or a comma. "“rash” and “cruel”"
    pub(super) fn joined_to(&self, earlier: &[MarkedSpan]) -> Option<usize> {
        let (last, span) = earlier
            .iter()
            .enumerate()
            .rev()
            .take(4)
            .find(|(_, s)| s.outer().end <= self.span.open.start)?;
        if span.block != self.span.block {
            return None;
        }
        let between = &self.text.source[span.outer().end as usize..self.span.open.start as usize];
        let joins = between
            .split_whitespace()
            .all(|w| matches!(w, "and" | "or" | "," | "and/or" | "nor" | "a" | "an" | "the" | "as"));
        (joins && between.len() < 16).then_some(last)
    }

    pub(super) fn is_mark_before(&self) -> bool {
        self.before.len() > 1
            && self.is_mark(self.before.end - 1)
            && matches!(self.word_before(1), "." | "," | "!" | "?" | "…" | "...")
    }

    pub(super) fn is_mark(&self, token: usize) -> bool {
        self.text.tokens[token].kind == TokenKind::Mark
    }

    pub(super) fn is_noun(&self, t: usize) -> bool {
        matches!(
            self.language.parts[t],
            PartOfSpeech::Noun | PartOfSpeech::PluralNoun | PartOfSpeech::ProperNoun
        )
    }

    /// A verb that no subject precedes: "provided only vague answers", "to stay", "pushing it".
    pub(super) fn is_bare_verb(&self, t: usize) -> bool {
        matches!(
            self.language.parts[t],
            PartOfSpeech::VerbBase
                | PartOfSpeech::VerbPresent
                | PartOfSpeech::VerbThirdPerson
                | PartOfSpeech::VerbPast
                | PartOfSpeech::VerbGerund
                | PartOfSpeech::VerbParticiple
                | PartOfSpeech::To
        )
    }
}
