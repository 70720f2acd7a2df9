//! Parts of speech and names, by a small trained sequence tagger. `models/README.md` says how it was trained.

pub mod bounds;
mod companies;
pub mod context;
pub mod features;
mod headlines;
pub mod known_words;
mod labels;
pub mod memory;
mod month_names;
mod people;
mod tagger;
pub mod tags;
mod titles;
mod unmarked;
pub mod vocabulary;

use std::ops::Range;

use crate::analysis::{Block, Dateline, EntityKind, Span};
use crate::dates;
use crate::text::Text;

use features::FeatureSource;
pub use tagger::{Tagger, unpack};
pub use unmarked::is_business;

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

impl Name {
    fn of(text: &Text, tokens: Range<usize>, kind: EntityKind) -> Name {
        Name {
            span: Span {
                start: text.tokens[tokens.start].span.start,
                end: text.tokens[tokens.end - 1].span.end,
            },
            tokens: tokens.start as u32..tokens.end as u32,
            kind,
        }
    }
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

impl PartOfSpeech {
    /// The parts of speech that the model distinguishes; the index is the tag. The others follow from the token's kind.
    pub const LEARNED: [PartOfSpeech; 24] = [
        PartOfSpeech::Noun,
        PartOfSpeech::PluralNoun,
        PartOfSpeech::ProperNoun,
        PartOfSpeech::Pronoun,
        PartOfSpeech::PossessivePronoun,
        PartOfSpeech::VerbBase,
        PartOfSpeech::VerbPresent,
        PartOfSpeech::VerbThirdPerson,
        PartOfSpeech::VerbPast,
        PartOfSpeech::VerbGerund,
        PartOfSpeech::VerbParticiple,
        PartOfSpeech::Modal,
        PartOfSpeech::Adjective,
        PartOfSpeech::Adverb,
        PartOfSpeech::Determiner,
        PartOfSpeech::Preposition,
        PartOfSpeech::Particle,
        PartOfSpeech::To,
        PartOfSpeech::Conjunction,
        PartOfSpeech::WhWord,
        PartOfSpeech::Existential,
        PartOfSpeech::Number,
        PartOfSpeech::Possessive,
        PartOfSpeech::Other,
    ];
}

/// Tags the tokens and finds the names. `blocks` are those of the text, labelled. A dateline names a place that no
/// capital tells: "ARLEN, Mont.".
pub fn tag(text: &Text, blocks: &[Block], dateline: Option<&Dateline>) -> Language {
    let tagger = Tagger::built_in();
    let mut language = tag_with(&tagger, text);
    people::mend(text, tagger.vocabulary, &mut language.names);
    titles::mend(text, tagger.vocabulary, &mut language.names);
    companies::mend(text, &mut language.names);
    labels::mend(text, &mut language.names);
    language.names.retain(|name| !is_period(text, name));
    month_names::drop_dates(text, &mut language.names);
    unmarked::add(text, dateline, &mut language);
    headlines::add(text, blocks, dateline, &mut language.names);
    language
}

/// "FY25" and "Q1 2025" are times, however much they look like names.
fn is_period(text: &Text, name: &Name) -> bool {
    let mut forms = (name.tokens.start as usize..name.tokens.end as usize).map(|t| text.form(t));
    forms.next().is_some_and(dates::is_period_code) && forms.all(|f| f.bytes().all(|b| b.is_ascii_digit()))
}

/// The same with a given tagger, as training needs it.
pub fn tag_with(tagger: &Tagger, text: &Text) -> Language {
    let view = FeatureSource::of(text, tagger.vocabulary);
    let parts = tagger.parts(text, &view);
    let tags = tagger.names(text, &view);
    let mut names = Vec::new();
    for block in &text.blocks {
        let start = block.tokens.start as usize;
        tags::spans(&tags[start..block.tokens.end as usize], |range, kind| {
            bounds::tidy(text, start + range.start..start + range.end, kind, |mut tokens| {
                if kind == EntityKind::Person {
                    let last = names.last().map_or(0, |name: &Name| name.tokens.end as usize);
                    tokens = bounds::with_initials(text, tokens, last);
                }
                names.push(Name::of(text, tokens, kind));
            });
        });
    }
    Language { parts, names }
}
