//! Where the people that a pronoun may mean were mentioned, and what part they have in their sentences.

use std::ops::Range;

use crate::entities::Stages;
use crate::entities::beside::is_verb;
use crate::language::PartOfSpeech;
use crate::lexicon::cues::{is_finite_reporting, is_reporting_verb};
use crate::marks::MarkedSpans;
use crate::text::TokenKind;

/// What part a person has in the sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum InSentence {
    Subject,
    /// "Moor's plan was …": the sentence is about what is hers.
    Owner,
    Other,
}

/// A person's mention, or a pronoun that was understood.
#[derive(Clone, Copy)]
pub(super) struct Met {
    pub at: u32,
    pub entity: u32,
    pub part: InSentence,
    pub pronoun: bool,
    pub in_parentheses: bool,
    /// The subject of a reporting verb.
    pub speaks: bool,
}

/// The people met so far, in text order, and the sentences they stand in.
pub(super) struct Seen<'a> {
    article: &'a Stages<'a>,
    pub met: Vec<Met>,
    quoted: Vec<bool>,
    /// For each sentence its number, counting only those with words outside quotation marks.
    number: Vec<u32>,
    /// For each token its sentence.
    sentence: Vec<u32>,
}

impl<'a> Seen<'a> {
    pub fn new(article: &'a Stages<'a>, marks: &MarkedSpans) -> Seen<'a> {
        let text = article.text;
        let mut quoted = vec![false; text.tokens.len()];
        for span in marks.spans.iter().filter(|s| s.inside.is_none()) {
            quoted[text.tokens_in(span.content)].fill(true);
        }
        let mut sentence = vec![0; text.tokens.len()];
        let mut number = Vec::with_capacity(text.sentences.len());
        let mut n = 0;
        for (i, s) in text.sentences.iter().enumerate() {
            let tokens = s.tokens.start as usize..s.tokens.end as usize;
            sentence[tokens.clone()].fill(i as u32);
            let counts = article.structure.blocks[s.block as usize].kind.tells_story()
                && tokens
                    .clone()
                    .any(|t| !quoted[t] && text.tokens[t].kind == TokenKind::Word);
            n += u32::from(counts);
            number.push(n);
        }
        Seen {
            article,
            met: Vec::new(),
            quoted,
            number,
            sentence,
        }
    }

    pub fn meet(&mut self, tokens: Range<usize>, entity: u32, pronoun: bool) {
        let in_parentheses = (1..8).any(|n| tokens.start >= n && self.form(tokens.start - n) == "(")
            && (0..8).any(|n| self.form(tokens.end + n) == ")");
        self.met.push(Met {
            at: tokens.start as u32,
            entity,
            part: self.part(tokens.clone()),
            pronoun,
            in_parentheses,
            speaks: self.speaks(tokens),
        });
    }

    /// "Moor said", "she had also warned", "said Moor".
    pub fn speaks(&self, tokens: Range<usize>) -> bool {
        let sentence = self.sentence(tokens.start);
        if self.quoted[tokens.start] {
            return false;
        }
        let mut t = self.after_apposition(tokens.end, sentence.end);
        let skip = t + 2;
        while t < skip
            && (matches!(self.form(t), "has" | "had" | "have") || self.part_of_speech(t) == PartOfSpeech::Adverb)
        {
            t += 1;
        }
        sentence.contains(&t) && is_reporting_verb(self.form(t))
            || tokens.start > sentence.start
                && is_reporting_verb(self.form(tokens.start - 1))
                && self.quoted[..tokens.start].iter().rev().take(4).any(|&q| q)
    }

    /// The token's form; empty beyond the text.
    pub fn form(&self, token: usize) -> &'a str {
        let text = self.article.text;
        if token < text.tokens.len() {
            text.form(token)
        } else {
            ""
        }
    }

    pub fn part_of_speech(&self, token: usize) -> PartOfSpeech {
        self.article
            .language
            .parts
            .get(token)
            .copied()
            .unwrap_or(PartOfSpeech::Other)
    }

    pub fn is_quoted(&self, token: usize) -> bool {
        self.quoted[token]
    }

    pub fn block(&self, token: usize) -> u32 {
        self.article.text.tokens[token].block
    }

    /// The tokens of the sentence that a token stands in.
    pub fn sentence(&self, token: usize) -> Range<usize> {
        let tokens = &self.article.text.sentences[self.sentence[token] as usize].tokens;
        tokens.start as usize..tokens.end as usize
    }

    /// How many sentences of the reporter's words lie between.
    pub fn sentences_between(&self, earlier: usize, later: usize) -> u32 {
        self.number[self.sentence[later] as usize] - self.number[self.sentence[earlier] as usize]
    }

    /// The part of the mention in its sentence.
    pub fn part(&self, tokens: Range<usize>) -> InSentence {
        let sentence = self.sentence(tokens.start);
        let mut t = tokens.end;
        if matches!(self.form(t), "'s" | "'") {
            return if tokens.start <= sentence.start + 1 {
                InSentence::Owner
            } else {
                InSentence::Other
            };
        }
        if matches!(self.form(tokens.start), "his" | "her") {
            return InSentence::Other;
        }
        // "Moor, who came late": the clause is about Moor.
        if self.form(t) == "who" || self.form(t) == "," && self.form(t + 1) == "who" {
            return InSentence::Subject;
        }
        t = self.after_apposition(t, sentence.end);
        let skip = t + 3;
        while t < sentence.end && t < skip && (self.part_of_speech(t) == PartOfSpeech::Adverb || self.form(t) == "and")
        {
            t += 1;
        }
        if tokens.start <= sentence.start + 2 && t > tokens.end && self.form(t - 1) == "and" {
            // "Moor and Brandt said": both.
            while t < sentence.end && t < tokens.end + 6 && self.part_of_speech(t) == PartOfSpeech::ProperNoun {
                t += 1;
            }
        }
        let part = self.part_of_speech(t);
        if t < sentence.end && (is_verb(part) || part == PartOfSpeech::VerbParticiple) {
            return InSentence::Subject;
        }
        // "…," said Moor.
        let turned = tokens.start > sentence.start
            && is_verb(self.part_of_speech(tokens.start - 1))
            && self.quoted[..tokens.start].iter().rev().take(4).any(|&q| q);
        if turned { InSentence::Subject } else { InSentence::Other }
    }

    /// The token after ", 54, head of the union," or "(54)".
    fn after_apposition(&self, at: usize, end: usize) -> usize {
        let close = match self.form(at) {
            "," => ",",
            "(" => ")",
            _ => return at,
        };
        if is_verb(self.part_of_speech(at + 1)) {
            // "The mayor, Ilse Moor, said".
            return at + 1;
        }
        let mut closed = 0;
        for t in at + 1..end.min(at + 30) {
            if self.form(t) == close {
                closed += 1;
                // "Moor, a nurse, urged them": read as a participle too.
                let part = self.part_of_speech(t + 1);
                let reports = part == PartOfSpeech::VerbParticiple && is_reporting_verb(self.form(t + 1));
                if closed == 3 || is_verb(part) || reports {
                    return t + 1;
                }
            } else if closed == 0 && is_finite_reporting(self.form(t)) {
                // "Moor, a nurse from Arlen said": the second comma is forgotten.
                return t;
            }
        }
        at
    }
}
