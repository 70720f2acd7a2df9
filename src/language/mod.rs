//! Parts of speech and names.

use std::ops::Range;

use crate::analysis::{EntityKind, Span};
use crate::quotations::marks::MarkedSpans;
use crate::structure::Structure;
use crate::text::{Text, TokenKind};

/// What the words are.
pub struct Language {
    /// One for each of `Text::tokens`.
    pub parts: Vec<PartOfSpeech>,
    /// In text order; they never overlap.
    pub names: Vec<Name>,
}

/// A stretch of tokens that is a name, without title, article or possessive.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    pub span: Span,
    /// Indices into `Text::tokens`.
    pub tokens: Range<u32>,
    pub kind: EntityKind,
}

/// Parts of speech, as fine as attribution needs them: the Penn Treebank's, some joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartOfSpeech {
    /// NN
    Noun,
    /// NNS
    PluralNoun,
    /// NNP, NNPS
    ProperNoun,
    /// PRP
    Pronoun,
    /// PRP$
    PossessivePronoun,
    /// VB
    VerbBase,
    /// VBP
    VerbPresent,
    /// VBZ
    VerbThirdPerson,
    /// VBD
    VerbPast,
    /// VBG
    VerbGerund,
    /// VBN
    VerbParticiple,
    /// MD
    Modal,
    /// JJ, JJR, JJS
    Adjective,
    /// RB, RBR, RBS
    Adverb,
    /// DT, PDT
    Determiner,
    /// IN
    Preposition,
    /// RP
    Particle,
    /// TO
    To,
    /// CC
    Conjunction,
    /// WDT, WP, WP$, WRB
    WhWord,
    /// EX
    Existential,
    /// CD
    Number,
    /// POS
    Possessive,
    /// Marks and punctuation.
    Punctuation,
    /// Everything else.
    Other,
}

/// Tags the tokens and finds the names.
pub fn tag(text: &Text, _structure: &Structure, _marks: &MarkedSpans) -> Language {
    let parts: Vec<PartOfSpeech> = text
        .tokens
        .iter()
        .map(|t| match t.kind {
            TokenKind::Word if t.case.is_capital() => PartOfSpeech::ProperNoun,
            TokenKind::Word => PartOfSpeech::Noun,
            TokenKind::Number => PartOfSpeech::Number,
            _ => PartOfSpeech::Punctuation,
        })
        .collect();
    let mut names = Vec::new();
    let mut i = 0;
    while i < parts.len() {
        let mut j = i;
        while j < parts.len() && parts[j] == PartOfSpeech::ProperNoun && text.tokens[j].block == text.tokens[i].block {
            j += 1;
        }
        if j > i {
            names.push(Name {
                span: Span {
                    start: text.tokens[i].span.start,
                    end: text.tokens[j - 1].span.end,
                },
                tokens: i as u32..j as u32,
                kind: EntityKind::Person,
            });
        }
        i = j.max(i + 1);
    }
    Language { parts, names }
}

/// Hash of the weights and word lists that are built in.
pub fn models_hash() -> &'static str {
    "none"
}
