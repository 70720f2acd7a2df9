//! What a role phrase says of its holder, and whether two phrases can mean one person.

use std::ops::Range;

use super::Stages;
use super::draft::Draft;
use super::words::{Country, Modifier, ROLES, canonical, is_hyphen};
use crate::analysis::EntityKind;
use crate::language::{Language, PartOfSpeech};
use crate::lexicon::function_words::is_function_word;
use crate::text::{Case, Text, TokenKind};

/// A role phrase taken apart: "the former Dutch minister of tides".
#[derive(Clone, Debug, Default)]
pub(super) struct Description {
    /// The role noun; None where it is no listed one.
    pub role: Option<u16>,
    /// The key of the phrase's last noun.
    pub noun: u32,
    pub countries: Vec<Country>,
    /// Entities named in the phrase: parties, companies, towns.
    pub named: Vec<u32>,
    /// The keys of the words of those names.
    pub name_words: Vec<u32>,
    /// The keys of all other words that tell something, those of the role noun first.
    pub words: Vec<u32>,
    /// Rank words: "deputy".
    pub rank: Vec<u32>,
    pub former: bool,
    pub new: bool,
}

/// How well two descriptions go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// They cannot mean one person.
    No,
    /// Nothing speaks against it.
    Open,
    /// A country, an organization or a special field is the same.
    Same,
}

impl Description {
    /// Takes the phrase apart: `before` its noun, the `noun` itself, and what comes `after` it.
    pub fn read(
        article: &Stages,
        draft: &Draft,
        before: Range<usize>,
        noun: Range<usize>,
        role: Option<u16>,
        after: Range<usize>,
    ) -> Description {
        let &Stages {
            text, words, language, ..
        } = article;
        let mut d = Description {
            role,
            noun: words.key(text, noun.end - 1),
            ..Description::default()
        };
        d.words.extend(noun.clone().map(|t| words.key(text, t)));
        for (range, complement) in [(before, false), (after, true)] {
            let mut t = range.start;
            while t < range.end {
                if let Some(name) = draft.name_at(t) {
                    let known = &draft.entities[name.entity as usize];
                    if known.country != 0 {
                        d.countries.push(known.country);
                    } else {
                        d.named.push(name.entity);
                        let keys = (t..name.tokens.end as usize).map(|t| words.key(text, t));
                        d.name_words.extend(keys);
                    }
                    t = name.tokens.end as usize;
                    continue;
                }
                let word = words.of(text, t);
                let token = &text.tokens[t];
                t += 1;
                if token.kind != TokenKind::Word || text.form(t - 1).starts_with('\'') {
                    continue;
                }
                if word.country != 0 && token.case.is_capital() {
                    d.countries.push(word.country);
                } else if let (Some(modifier), false) = (word.modifier, complement) {
                    match modifier {
                        Modifier::Rank => d.rank.push(word.key),
                        Modifier::Former => d.former = true,
                        Modifier::New => d.new = true,
                        Modifier::Plain => {}
                    }
                } else if (!is_function_word(text.form(t - 1)) || token.case == Case::Upper)
                    && !is_judgement(text, language, t - 1)
                {
                    d.words.push(word.key);
                }
            }
        }
        d.rank.sort_unstable();
        d
    }

    /// How well `self`, a phrase that means somebody known, goes with `holder`, a phrase that introduced somebody. A holder
    /// introduced without a country is taken to be of the country that the article is about, its `home`.
    pub fn fits(&self, holder: &Description, draft: &Draft, home: Country) -> Fit {
        if self.former != holder.former || self.rank != holder.rank || self.new != holder.new {
            return Fit::No;
        }
        let mut fit = Fit::Open;
        if !self.countries.is_empty() && !holder.countries.is_empty() {
            if !self.countries.iter().any(|c| holder.countries.contains(c)) {
                return Fit::No;
            }
            fit = Fit::Same;
        } else if !self.countries.is_empty() && !self.countries.contains(&home) {
            return Fit::No;
        }
        for &entity in &self.named {
            let known = &draft.entities[entity as usize];
            let holds = |word: &u32| holder.words.contains(word) || holder.name_words.contains(word);
            if holder.named.contains(&entity) || known.words.iter().all(holds) {
                fit = Fit::Same;
            } else if known.kind != EntityKind::Place || !holder.named.is_empty() || !holder.countries.is_empty() {
                return Fit::No;
            }
        }
        // "The parliamentary commissioner for ports" may be the ports commissioner: one word more among those that agree.
        let mut more = 0;
        for word in self.words.iter().skip(self.role_words()) {
            if holder.words.contains(word) || holder.name_words.contains(word) {
                fit = Fit::Same;
            } else {
                more += 1;
            }
        }
        if more == 0 || more == 1 && fit == Fit::Same && self.words.len() > self.role_words() + 1 {
            fit
        } else {
            Fit::No
        }
    }

    /// Nothing but the noun: no country, field, rank or time.
    pub fn is_bare(&self) -> bool {
        self.countries.is_empty()
            && self.named.is_empty()
            && self.rank.is_empty()
            && !self.former
            && !self.new
            && self.words.len() == self.role_words()
    }

    /// How many of `words`, from the front, are the role noun's.
    fn role_words(&self) -> usize {
        self.words.iter().position(|&w| w == self.noun).map_or(0, |i| i + 1)
    }

    /// The listed role and those that it may be called by, narrowest first.
    pub fn nouns(&self) -> impl Iterator<Item = u16> {
        let role = self.role.map(canonical);
        role.into_iter().chain(
            self.role
                .into_iter()
                .flat_map(|r| ROLES[r as usize].wider.iter().map(|&w| canonical(w))),
        )
    }
}

/// Adjectives that say what the writer thinks, not which person it is: "embattled", "unpopular". Those that name a field stay.
fn is_judgement(text: &Text, language: &Language, token: usize) -> bool {
    let hyphenated = token > 0 && is_hyphen(text, token - 1) || is_hyphen(text, (token + 1).min(text.tokens.len() - 1));
    (language.parts[token] == PartOfSpeech::Adjective || hyphenated)
        && text.tokens[token].case == Case::Lower
        && !matches!(
            text.form(token),
            "foreign"
                | "federal"
                | "national"
                | "military"
                | "financial"
                | "general"
                | "presidential"
                | "executive"
                | "medical"
                | "religious"
                | "political"
                | "musical"
                | "technical"
                | "legal"
                | "human"
                | "public"
                | "naval"
                | "regional"
        )
}
