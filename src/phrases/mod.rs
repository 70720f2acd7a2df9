//! Noun phrases that describe somebody: their head, its class, whether they are definite, how many they mean.

mod class;

use std::ops::Range;

use crate::analysis::Span;
use crate::language::{Language, PartOfSpeech};
use crate::text::{Text, TokenKind};
pub(crate) use class::{Class, class_of};

/// A noun phrase taken apart: "the 36-year-old *nurse* from Arlen".
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    pub tokens: Range<usize>,
    /// The token of the noun that says what kind of thing it is.
    pub head: usize,
    pub class: Option<Class>,
    pub definite: Definite,
    pub plural: bool,
    /// "the *36*-year-old"
    pub age: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Definite {
    /// "the nurse", "this nurse", "his nurse", "Arlen's nurse"
    The,
    /// "a nurse", "some nurses"
    A,
    /// "nurse", "residents"
    Bare,
}

impl Phrase {
    /// Reads the phrase that the span covers. None where there is no word.
    pub fn read(text: &Text, language: &Language, span: Span) -> Option<Phrase> {
        let tokens = text.tokens_in(span);
        let first = tokens
            .clone()
            .find(|&t| text.tokens[t].kind != TokenKind::Punctuation)?;
        let age = age(text, tokens.clone());
        let head = age.map_or_else(|| head(text, language, first..tokens.end), |age| age.1);
        let class = match age {
            // "the 36-year-old" is a person.
            Some((_, at)) if text.form(at) == "old" => Some(Class::Person),
            _ => class_of(text.form(head)),
        };
        let owned = (first..head).any(|t| language.parts[t] == PartOfSpeech::Possessive);
        let definite = match text.form(first) {
            "the" | "this" | "that" | "these" | "those" | "his" | "her" | "its" | "their" | "our" | "my" => {
                Definite::The
            }
            "a" | "an" | "some" | "one" | "another" | "several" | "many" | "few" => Definite::A,
            _ if owned => Definite::The,
            _ => Definite::Bare,
        };
        Some(Phrase {
            plural: language.parts[head] == PartOfSpeech::PluralNoun,
            age: age.map(|(age, _)| age),
            tokens,
            head,
            class,
            definite,
        })
    }
}

/// The last noun before whatever hangs on it: "*head* of the port union", "*man* who fled", "*nurse*, 36".
fn head(text: &Text, language: &Language, tokens: Range<usize>) -> usize {
    let hangs = |t: usize| {
        matches!(
            text.form(t),
            "," | "(" | "who" | "that" | "which" | "and" | "close" | "familiar" | "named" | "called"
        ) || language.parts[t] == PartOfSpeech::Preposition
            || language.parts[t] == PartOfSpeech::To
    };
    let end = tokens.clone().skip(1).find(|&t| hangs(t)).unwrap_or(tokens.end);
    let nominal = |t: &usize| text.tokens[*t].kind == TokenKind::Word && language.parts[*t] != PartOfSpeech::Possessive;
    (tokens.start..end).rev().find(nominal).unwrap_or(tokens.start)
}

/// The age in "the 36-year-old", and where the head stands: at "old", or at the noun after it.
fn age(text: &Text, tokens: Range<usize>) -> Option<(u32, usize)> {
    let form = |t: usize| if t < tokens.end { text.form(t) } else { "" };
    let year = tokens
        .clone()
        .skip(1)
        .find(|&t| form(t) == "year" || form(t) == "year-old")?;
    let number = (tokens.start..year)
        .rev()
        .take(2)
        .find(|&t| text.tokens[t].kind == TokenKind::Number)?;
    let age = text.form(number).parse().ok().filter(|age| (1..120).contains(age))?;
    let old = (year..tokens.end.min(year + 3)).find(|&t| form(t).ends_with("old"))?;
    let noun = (old + 1..tokens.end)
        .take_while(|&t| text.tokens[t].kind == TokenKind::Word)
        .find(|&t| class_of(text.form(t)).is_some());
    Some((age, noun.unwrap_or(old)))
}
