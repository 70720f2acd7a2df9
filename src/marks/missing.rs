//! Where a quotation ends whose closing mark is missing, or begins whose opening mark is.

use super::lexer::Mark;
use crate::analysis::Span;
use crate::lexicon::SAYING;
use crate::lexicon::cues::is_reporting_verb;
use crate::text::{Text, TokenKind};

/// Where a reporting clause begins that the closing mark should have stood before: “The pier will hold, said Dora Finch.
/// A comma or a stop, then a verb and who speaks, or who speaks and a verb, and no more of the clause than these. A first
/// person tells what was said: it goes on.
pub(super) fn end_before_cue(text: &Text, within: Span) -> Option<u32> {
    let tokens = text.tokens_in(within);
    let words = Words { text, end: tokens.end };
    tokens
        .clone()
        .skip(1)
        .filter(|&t| matches!(text.word(t - 1), "," | "!" | "?" | "…"))
        .find(|&t| words.verb_first(t) || words.speaker_first(t))
        .map(|t| text.tokens[t].span.start)
}

/// Where a quotation begins that is closed by `mark` and never opened: at the start of its sentence, if it is closed
/// after punctuation and a reporting verb follows. "The boats came back. We go,” she said."
pub(super) fn begins_sentence(text: &Text, mark: &Mark, block: Span, sentence: Span, last: Option<u32>) -> Option<u32> {
    let behind = text.tokens_in(Span {
        start: mark.span.end,
        end: block.end,
    });
    let words = Words { text, end: behind.end };
    let said = words.verb_first(behind.start) || words.speaker_first(behind.start);
    let said = said || behind.take(6).any(|t| SAYING.contains(text.form(t)));
    (mark.firm && said).then(|| sentence.start.max(last.unwrap_or(0)))
}

/// The words up to `end`.
struct Words<'a> {
    text: &'a Text<'a>,
    end: usize,
}

impl Words<'_> {
    /// "said Dora Finch,", "asked the pilot.", "said Dora Finch on Monday"
    fn verb_first(&self, t: usize) -> bool {
        let Some(speaker) = self.is_verb(t).then(|| self.speaker(t + 1)).flatten() else {
            return false;
        };
        let plain = matches!(self.form(t), "said" | "says" | "asked" | "asks");
        let pronoun = speaker == t + 2 && self.is_lower(t + 1);
        let after = self.form(speaker);
        !pronoun
            && (plain || !self.is_lower(t + 1) || matches!(self.form(t.saturating_sub(1)), "!" | "?"))
            && (self.is_end(speaker) || matches!(after, "of" | "in" | "on" | "at" | "from" | "who" | "whose" | "as"))
    }

    /// "Dora Finch said.", "the minister told reporters.", "she added."
    fn speaker_first(&self, t: usize) -> bool {
        let Some(verb) = self.speaker(t).filter(|&v| self.is_verb(v)) else {
            return false;
        };
        let told = matches!(self.form(verb), "told" | "tells") && self.form(verb + 1) != "me";
        let when = matches!(
            self.form(verb + 1),
            "on" | "in" | "at" | "after" | "during" | "as" | "when"
        );
        let pronoun = verb == t + 1 && self.is_lower(t);
        self.is_end(verb + 1) || told && self.is_end(verb + 2) || !pronoun && when
    }

    /// Where somebody's name or description ends that begins at `t`. "Dora Finch", "the old pilot", "her brother Omar", "she"
    fn speaker(&self, t: usize) -> Option<usize> {
        let mut t = t;
        if matches!(self.form(t), "he" | "she" | "they") {
            return Some(t + 1);
        }
        let described = matches!(
            self.form(t),
            "the" | "a" | "an" | "his" | "her" | "its" | "their" | "one"
        );
        let mut lower = 0;
        if described {
            t += 1;
            while lower < 3 && self.is_lower(t) && !(lower > 0 && (self.is_verb(t) || self.is_small(t))) {
                lower += 1;
                t += 1;
            }
        }
        let names = t;
        while t < names + 4 && self.is_name(t) {
            t += 1;
        }
        (t > names || lower > 0).then_some(t)
    }

    fn form(&self, t: usize) -> &str {
        if t < self.end { self.text.form(t) } else { "" }
    }

    fn is_word(&self, t: usize) -> bool {
        t < self.end && self.text.tokens[t].kind == TokenKind::Word
    }

    fn is_name(&self, t: usize) -> bool {
        self.is_word(t) && self.text.tokens[t].case.is_capital() && !matches!(self.form(t), "i" | "we" | "you" | "it")
    }

    fn is_lower(&self, t: usize) -> bool {
        self.is_word(t) && !self.text.tokens[t].case.is_capital()
    }

    fn is_small(&self, t: usize) -> bool {
        matches!(
            self.form(t),
            "of" | "in" | "on" | "at" | "from" | "who" | "whose" | "as" | "and" | "for" | "to"
        )
    }

    fn is_verb(&self, t: usize) -> bool {
        self.is_word(t) && is_reporting_verb(self.form(t))
    }

    /// The clause ends before `t`.
    fn is_end(&self, t: usize) -> bool {
        t >= self.end || matches!(self.form(t), "." | "," | ";" | ":")
    }
}
