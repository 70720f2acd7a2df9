//! What a marked span is: a clause that somebody said, a fragment of somebody's words, a term or irony, a title.

mod clause;
mod display;
mod place;
mod title;

use rustc_hash::FxHashMap as HashMap;

use crate::analysis::QuotationKind;
use crate::language::Language;
use crate::marks::{MarkedSpan, MarkedSpans};
use crate::structure::Structure;
use crate::text::{Text, TokenKind};
use display::{Heading, heading};
use place::Place;

/// Whether a cue with a speaker governs a span.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Governed {
    No,
    /// It stands somewhere in a clause that is reported. "The pumps of “Quiet Hours” failed, Moor said."
    InClause,
    /// "Moor called it “rash”."
    Yes,
}

/// The kind of every marked span.
///
/// Between a fragment of somebody's words and a term, form decides little, and who is said to have used it decides much:
/// `governed` tells it for each span.
pub fn kinds(
    text: &Text,
    structure: &Structure,
    marks: &MarkedSpans,
    language: &Language,
    governed: impl Fn(usize) -> Governed,
) -> Vec<QuotationKind> {
    let goes_on: Vec<bool> = {
        let mut goes_on = vec![false; marks.spans.len()];
        for earlier in marks.spans.iter().filter_map(|s| s.continues) {
            goes_on[earlier as usize] = true;
        }
        goes_on
    };
    let headings: Vec<Heading> = (0..text.blocks.len()).map(|b| heading(text, structure, b)).collect();
    let mut kinds: Vec<QuotationKind> = Vec::with_capacity(marks.spans.len());
    for (i, span) in marks.spans.iter().enumerate() {
        let place = Place::new(text, language, span, headings[span.block as usize]);
        let kind = if span.continues.is_some() || goes_on[i] {
            QuotationKind::Direct
        } else {
            let earlier = place.joined_to(&marks.spans[..i]).map(|e| kinds[e]);
            place.kind(governed(i), earlier)
        };
        kinds.push(kind);
    }
    agree(text, marks, &headings, |i| governed(i) == Governed::Yes, &mut kinds);
    kinds
}

/// The same words in marks are the same thing all over the article: a term of the running text is a term in the headline,
/// where everything in marks looks like somebody's words, unless a cue says whose words it is; and what is a title once is
/// one elsewhere. ‘Duvet lung’
fn agree(
    text: &Text,
    marks: &MarkedSpans,
    headings: &[Heading],
    said: impl Fn(usize) -> bool,
    kinds: &mut [QuotationKind],
) {
    let forms = |span: &MarkedSpan| -> Vec<u32> {
        text.tokens_in(span.content)
            .filter(|&t| text.tokens[t].kind == TokenKind::Word)
            .map(|t| text.tokens[t].form)
            .collect()
    };
    let mut same: HashMap<Vec<u32>, Vec<usize>> = HashMap::default();
    for (i, span) in marks.spans.iter().enumerate() {
        if kinds[i] != QuotationKind::Direct {
            same.entry(forms(span)).or_default().push(i);
        }
    }
    for places in same.values().filter(|p| p.len() > 1) {
        let title = places.iter().any(|&i| kinds[i] == QuotationKind::Title);
        let term = places
            .iter()
            .any(|&i| kinds[i] == QuotationKind::Scare && headings[marks.spans[i].block as usize] == Heading::No)
            && !places.iter().any(|&i| said(i));
        for &i in places {
            if title {
                kinds[i] = QuotationKind::Title;
            } else if term {
                kinds[i] = QuotationKind::Scare;
            }
        }
    }
}

impl Place<'_> {
    pub(super) fn kind(&self, governs: Governed, joined: Option<QuotationKind>) -> QuotationKind {
        let governed = governs != Governed::No;
        if self.is_name() || self.is_named() || self.is_sign(governed) {
            return QuotationKind::Title;
        }
        if self.is_clause()
            || self.stands_alone()
            || self.is_chant()
            || governed && (self.is_exclamation() || self.fills_that())
        {
            return QuotationKind::Direct;
        }
        match joined {
            Some(QuotationKind::Direct) | None => {}
            Some(kind) => return kind,
        }
        if self.is_so_called() {
            return QuotationKind::Scare;
        }
        if self.is_title(governed) || governs == Governed::InClause && self.words() > 1 && self.is_title_case() {
            return QuotationKind::Title;
        }
        if governed || self.heading != Heading::No || self.is_pointed() || self.names_words() {
            QuotationKind::Partial
        } else {
            QuotationKind::Scare
        }
    }

    /// A cue stands beside it, or it is a sentence of its own. "“Absolutely not.”", "Moor said: “Never again!”"
    pub(super) fn stands_alone(&self) -> bool {
        let content = self.span.content.of(self.text.source);
        let capital = content
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(|c| !c.is_lowercase());
        let stop = self.ends_with_stop() || content.ends_with(',');
        let before = self.word_before(0);
        let starts = matches!(before, "" | "." | "!" | "?" | ":") || self.is_mark_before();
        // ‘No way back’ alone on a line between paragraphs is set as display.
        if starts && capital && (stop || self.after.is_empty() && self.words() > 1 && self.heading == Heading::No) {
            return true;
        }
        // “We start,” Moor said, “on Monday.”
        let goes_on = before == "," && self.ends_with_stop();
        goes_on && (capital || self.before.clone().rev().take(12).any(|t| self.is_mark(t)))
    }

    /// "shouting “Free Arlen!”"
    pub(super) fn is_exclamation(&self) -> bool {
        let capital = self.text.tokens[self.content.start].case.is_capital();
        capital && self.ends_with_stop() && !self.before.is_empty() && self.is_bare_verb(self.before.end - 1)
    }

    /// "chanting “no contract, no peace”", "cries of “Shame!”"
    pub(super) fn is_chant(&self) -> bool {
        let one = self.word_before(0);
        let verb = ["chant", "shout", "yell"].iter().any(|v| one.starts_with(v));
        verb || one == "of"
            && matches!(
                self.word_before(1),
                "chants" | "cries" | "shouts" | "chant" | "chorus" | "choruses"
            )
    }

    /// The whole of a that-clause. "Moor said that “all ships get a berth”", not "that “all ships” get a berth"
    pub(super) fn fills_that(&self) -> bool {
        let ends = self.after.is_empty()
            || self.text.tokens[self.after.start].kind == TokenKind::Punctuation
            || matches!(self.word_after(0), "and" | "but");
        self.word_before(0) == "that" && self.words() > 3 && ends
    }

    /// A fragment that is too long or too much of a statement to be a term. "they were “disappointed”"
    pub(super) fn is_pointed(&self) -> bool {
        let says_of_subject = matches!(self.word_before(0), "is" | "are" | "was" | "were" | "be" | "been")
            && !self.content.clone().any(|t| self.is_noun(t));
        self.words() > 3 || self.words() > 1 && self.is_bare_verb(self.content.start) || says_of_subject
    }

    /// "the “sinking ship” remark"
    pub(super) fn names_words(&self) -> bool {
        matches!(
            self.word_after(0),
            "comment"
                | "comments"
                | "remark"
                | "remarks"
                | "claim"
                | "claims"
                | "jibe"
                | "quip"
                | "warning"
                | "pledge"
                | "line"
                | "taunt"
                | "slur"
                | "insult"
                | "accusation"
        )
    }
}
