//! Noun phrases in the carrier: the words that say who.

use std::ops::Range;

use super::carrier::Sentence;
use super::frames::is_venue;
use super::words::{is_time, is_whole_subject, joins_nouns, stands_alone};
use crate::entities::is_role;
use crate::language::PartOfSpeech::*;
use crate::phrases::{Class, class_of};

/// How deep phrases hang on phrases: "the head of the union of the port of Arlen".
const DEPTH: u8 = 4;

/// How many units a phrase has at most: a longer run of nouns is a list or no prose.
const LONGEST: usize = 40;

/// A name of the web, whatever the tagger says: "rowan77 wrote".
pub(super) fn is_handle(form: &str) -> bool {
    form.len() > 4 && form.starts_with(char::is_alphabetic) && form.ends_with(|c: char| c.is_ascii_digit())
}

impl Sentence<'_> {
    fn is_noun(&self, i: usize) -> bool {
        matches!(self.part(i), Noun | PluralNoun | ProperNoun | Number)
            || self.name(i).is_some()
            || matches!(self.form(i), "official" | "officials")
            || is_handle(self.form(i))
    }

    /// The word is part of a person's name.
    pub fn is_person(&self, i: usize) -> bool {
        self.name(i)
            .is_some_and(|n| self.article.language.names[n as usize].kind == crate::analysis::EntityKind::Person)
    }

    /// A word of time outside a name: "Monday", but not in "Monday Club", nor "May" in "Mrs May".
    pub fn is_time(&self, i: usize) -> bool {
        is_time(self.form(i)) && !self.is_person(i) && (self.part(i) != Modal || self.is_capital(i))
    }

    pub fn is_verb(&self, i: usize) -> bool {
        matches!(
            self.part(i),
            VerbBase | VerbPresent | VerbThirdPerson | VerbPast | VerbGerund | VerbParticiple | Modal
        ) && self.name(i).is_none()
    }

    /// A verb that can have a subject of its own.
    pub fn is_finite(&self, i: usize) -> bool {
        let tensed = matches!(self.part(i), VerbPresent | VerbThirdPerson | VerbPast | Modal);
        (tensed || self.part(i) == VerbParticiple && self.follows_nominative(i)) && self.name(i).is_none()
    }

    /// "She also *seemed* to know": right after "she" no verb is a participle.
    fn follows_nominative(&self, i: usize) -> bool {
        let adverb = i > 1 && self.part(i - 1) == Adverb;
        let before = i.checked_sub(1 + usize::from(adverb)).map(|k| self.form(k));
        matches!(before, Some("he" | "she" | "they"))
    }

    /// The noun phrase that ends before `end`, with the phrases that hang on it: "a spokesman for the ministry".
    pub fn phrase_before(&self, end: usize) -> Option<Range<usize>> {
        self.phrase_back(end, DEPTH)
    }

    fn phrase_back(&self, end: usize, depth: u8) -> Option<Range<usize>> {
        let mut start = self.chunk_before(end)?;
        if depth == 0 {
            return Some(start..end);
        }
        // "sources *close to* the talks", "people *familiar with* the plan"
        if start > 2
            && matches!(self.form(start - 2), "close" | "familiar")
            && matches!(self.form(start - 1), "to" | "with")
            && let Some(outer) = self.phrase_back(start - 2, depth - 1)
        {
            return Some(outer.start..end);
        }
        if start > 1 && joins_nouns(self.form(start - 1)) && !self.is_time(start) {
            if let Some(outer) = self.phrase_back(start - 1, depth - 1)
                && !self.is_time(outer.end - 1)
                && self.part(outer.end - 1) != Pronoun
            {
                return Some(outer.start..end);
            }
        } else if start > 1 && matches!(self.form(start - 1), "and" | "or" | "&") {
            // "the crews of the line between Arlen and Port Lund said": the crews.
            if let Some(first) = self.phrase_back(start - 1, 0)
                && first.start > 1
                && self.form(first.start - 1) == "between"
                && let Some(outer) = self.phrase_back(first.start - 1, depth - 1)
            {
                return Some(outer.start..end);
            }
            // "Moor and Brandt said", but not "the port closed on Monday and Moor said".
            if let Some(first) = self.phrase_back(start - 1, 0)
                && !self.is_time(first.end - 1)
                && self.alike(first.clone(), start..end)
                && !(first.start > 0 && (self.is_verb(first.start - 1) || self.part(first.start - 1) == Preposition))
            {
                start = first.start;
                while start > 1 && self.form(start - 1) == "," {
                    match self.phrase_back(start - 1, 0) {
                        Some(earlier) if self.alike(earlier.clone(), start..end) => start = earlier.start,
                        _ => break,
                    }
                }
            }
        }
        Some(start..end)
    }

    /// The bare phrase that ends before `end` in a name.
    pub fn phrase_of_name_before(&self, end: usize) -> Option<Range<usize>> {
        let start = self.chunk_before(end)?;
        self.name(end - 1).map(|_| start..end)
    }

    /// Two phrases that may stand side by side as one subject: two names, or two with a determiner.
    fn alike(&self, a: Range<usize>, b: Range<usize>) -> bool {
        let named = |r: &Range<usize>| self.is_capital(r.end - 1) && self.is_noun(r.end - 1);
        let determined = |r: &Range<usize>| matches!(self.part(r.start), Determiner | PossessivePronoun);
        let plural = |r: &Range<usize>| self.part(r.end - 1) == PluralNoun;
        // "the senator and presidential candidate"
        let shared = self.part(b.end - 1) == Noun && self.part(a.end - 1) == Noun && !determined(&b);
        named(&a) && named(&b)
            || determined(&a) && determined(&b)
            || plural(&a) && plural(&b)
            || shared
            || (self.part(a.start) == Pronoun || named(&a)) && (named(&b) || determined(&b))
    }

    /// The start of the noun phrase without anything hanging on it that ends before `end`.
    fn chunk_before(&self, end: usize) -> Option<usize> {
        let mut i = end;
        // "Ilse Moor (Ind.)"
        if i > 0 && self.form(i - 1) == ")" {
            i = (0..i - 1).rev().take(12).find(|&k| self.form(k) == "(")?;
        }
        let head = i.checked_sub(1)?;
        // "*Which?* said", "*Yahoo!* said": a mark that is no stop, since the sentence goes on, is part of a name.
        if matches!(self.form(head), "?" | "!") && !self.space_before(head) && head > 0 && self.is_capital(head - 1) {
            return (0..head).rev().take(LONGEST).take_while(|&k| self.is_capital(k)).last();
        }
        let named = self.form(head) == "who" && self.is_name_like_pronoun(head);
        if named && self.form_before(head) == "the" {
            return Some(head - 1);
        }
        if is_whole_subject(self.form(head)) || self.part(head) == Pronoun {
            return (!matches!(self.form(head), "himself" | "herself" | "themselves" | "itself")).then_some(head);
        }
        // "the official said", "the accused said", "one relative said"
        let nominal = matches!(self.part(head), Adjective | VerbGerund | VerbParticiple | Other)
            && head > 0
            && matches!(
                self.part(head - 1),
                Determiner | PossessivePronoun | Adjective | Possessive | Noun | PluralNoun | Number
            )
            || head > 1 && self.form(head - 1) == "-" && !self.space_before(head);
        if !self.is_noun(head) && !stands_alone(self.form(head)) && !nominal {
            return None;
        }
        i = head;
        while i > 0 && head - i < LONGEST {
            let (left, here) = (i - 1, i);
            if self.name(left).is_some() && self.name(left) == self.name(here) {
                i = left;
                continue;
            }
            if matches!(self.part(here), Determiner | PossessivePronoun) && here < head {
                if matches!(self.form(left), "all" | "both" | "half" | "such" | "many") {
                    i = left;
                }
                break;
            }
            let accept = match self.part(left) {
                // "the 36-*year*-old"
                Noun | PluralNoun | ProperNoun => {
                    !self.is_time(left) || self.part(here) == Possessive || self.form(here) == "-"
                }
                Number => true,
                Adjective | Possessive => true,
                Determiner | PossessivePronoun => true,
                VerbGerund | VerbParticiple => {
                    left > 0
                        && (matches!(
                            self.part(left - 1),
                            Determiner | PossessivePronoun | Adjective | Possessive
                        ) || self.part(left - 1) == Adverb && self.is_determined(left - 1))
                }
                // "a *newly* old port", "the *recently* named chair"; but "He *also* repeated claims"
                Adverb => matches!(self.part(here), Adjective | VerbParticiple | Adverb) && self.is_determined(left),
                // "WHO chief": no "who"; "editor-in-chief".
                _ if self.form(left) == "who" && self.is_name_like_pronoun(left) => true,
                _ if self.form(here) == "-" && !self.space_before(here) => true,
                _ => self.joins_words(left, here),
            };
            if !accept {
                break;
            }
            i = left;
        }
        // A possessive or a hyphen cannot open a phrase.
        while i < head && matches!(self.part(i), Possessive | Punctuation) {
            i += 1;
        }
        Some(i)
    }

    /// A determiner or an owner stands before the word.
    fn is_determined(&self, i: usize) -> bool {
        i > 0 && matches!(self.part(i - 1), Determiner | PossessivePronoun | Possessive)
    }

    /// A hyphen inside a word, an ampersand, the nickname inside a name, the apostrophe of "ministers'".
    fn joins_words(&self, left: usize, here: usize) -> bool {
        match self.form(left) {
            "-" | "‑" | "/" => !self.space_before(left) && !self.space_before(here),
            "&" | "$" | "£" | "€" => true,
            // Letters garbled in copying: "FranÃ§ois".
            _ if self.part(left) == Punctuation
                && self.quote(left).is_none()
                && self.form(left).chars().all(|c| !c.is_ascii()) =>
            {
                !self.space_before(left) && !self.space_before(here)
            }
            "'" | "’" => !self.space_before(left) && left > 0 && self.form(left - 1).ends_with('s'),
            _ => {
                // Joseph “Sonny” Vale, the “harbour tax” party; not: a “lasting peace,” Brandt said.
                self.quote(left).is_some()
                    && !(self.comma_in_marks(left) && self.is_person(here))
                    && left > 0
                    && (self.part(left - 1) == ProperNoun && self.part(here) == ProperNoun
                        || matches!(
                            self.part(left - 1),
                            Determiner | PossessivePronoun | Adjective | Possessive
                        ))
                    && self.is_noun(here)
                    && self.units[left].end - self.units[left].token <= 7
            }
        }
    }

    /// The quotation ends with a comma: “lasting peace,”
    pub fn comma_in_marks(&self, unit: usize) -> bool {
        self.quote(unit).is_some_and(|q| {
            let content = self.article.marks.spans[q as usize].content;
            content.of(self.article.text.source).ends_with(',')
        })
    }

    /// The noun phrase that starts at `start`, with the phrases that hang on it.
    pub fn phrase_after(&self, start: usize) -> Option<Range<usize>> {
        let end = self.chunk_after(start)?;
        Some(start..self.hang_on(start, end, DEPTH))
    }

    fn hang_on(&self, start: usize, mut end: usize, depth: u8) -> usize {
        if depth == 0 || self.part(start) == Pronoun && !matches!(self.form(start), "those" | "one") {
            return end;
        }
        // "Ilse Moor (Ind.)"
        if self.form(end) == "("
            && let Some(close) = (end + 1..self.len().min(end + 12)).find(|&k| self.form(k) == ")")
        {
            end = close + 1;
        }
        if joins_nouns(self.form(end))
            && !self.is_time(end + 1)
            && let Some(inner) = self.chunk_after(end + 1)
            && !(self.form(end) == "on" && (end + 1..inner).any(|k| self.is_time(k)))
            && !(self.form(end) == "in" && self.is_person(end - 1) && is_venue(self, end + 1..inner))
        {
            return self.hang_on(end + 1, inner, depth - 1);
        }
        if matches!(self.form(end), "and" | "or" | "&")
            && let Some(second) = self.chunk_after(end + 1)
            && self.alike(start..end, end + 1..second)
            && !self.is_finite(second)
        {
            return self.hang_on(end + 1, second, depth - 1);
        }
        end
    }

    /// The end of the noun phrase, without anything hanging on it, that starts at `start`.
    fn chunk_after(&self, start: usize) -> Option<usize> {
        let mut i = start;
        if self.quote(start).is_some() || start >= self.len() {
            return None;
        }
        if self.part(i) == Pronoun || is_whole_subject(self.form(i)) {
            return Some(i + 1);
        }
        if matches!(self.form(i), "all" | "both" | "half" | "such")
            && matches!(self.part(i + 1), Determiner | PossessivePronoun)
        {
            i += 1;
        }
        if matches!(self.part(i), Determiner | PossessivePronoun) {
            i += 1;
        }
        let mut head = stands_alone(self.form(start)).then_some(start);
        // What may stand before a noun may stand after an owner too: "the *recently named* chair", "Arlen's *recently named* chair".
        let mut before_noun = head.is_none();
        while i < self.len() && i - start < LONGEST {
            let in_age = i > start && self.form(i - 1) == "-" && self.form(i + 1) == "-";
            if self.is_time(i) && self.name(i).is_none() && head.is_some() && self.part(i - 1) != Possessive && !in_age
            {
                break;
            }
            let name = self.name(i);
            // "the “harbour tax” party"
            let fragment = self.quote(i).is_some() && i > start && self.units[i].end - self.units[i].token <= 9;
            let accept = name.is_some()
                || fragment
                || self.is_noun(i)
                || match self.part(i) {
                    Noun | PluralNoun | ProperNoun | Number | Adjective => true,
                    Possessive => head.is_some(),
                    // "the London-based institute", "the retired doctor"
                    VerbGerund | VerbParticiple | VerbPast => {
                        (before_noun || i > start && self.form(i - 1) == "-")
                            && (self.is_noun(i + 1) || self.part(i + 1) == Adjective)
                    }
                    // "the *most likely* reason"
                    Adverb if i > start => {
                        before_noun && matches!(self.part(i + 1), Adjective | Adverb | VerbParticiple)
                            || self.part(i - 1) == Adverb && self.is_noun(i + 1)
                    }
                    Adverb => before_noun && self.part(i + 1) == Adjective,
                    _ => i > start && (self.joins_words(i, i + 1) || self.form(i) == "'"),
                };
            if !accept {
                break;
            }
            if self.is_noun(i) || fragment {
                (head, before_noun) = (Some(i), false);
            }
            before_noun |= self.part(i) == Possessive;
            i += 1;
        }
        // Trailing adjectives and marks are no part of it.
        Some(head? + 1)
    }

    /// The word that says what kind of thing a phrase is: "spokesman" in "a spokesman for the ministry".
    pub fn head_of(&self, phrase: Range<usize>) -> usize {
        if self.ends_in_its_name(phrase.clone()) {
            return phrase.end - 1;
        }
        let end = phrase
            .clone()
            .skip(1)
            .find(|&i| {
                self.name(i).is_none() && joins_nouns(self.form(i)) && self.form(i - 1) != "-"
                    || matches!(self.form(i), "," | "(" | "who" | "and" | "close" | "familiar")
            })
            .unwrap_or(phrase.end);
        (end - 1).max(phrase.start)
    }

    /// "former Secretary of State for African Affairs *Ilse Moor*": the name of whom the whole phrase describes. Not so "a spokesman
    /// for Ilse Moor", nor "a spokesman for President Ilse Moor".
    fn ends_in_its_name(&self, phrase: Range<usize>) -> bool {
        let last = phrase.end - 1;
        let Some(name) = self.name(last).filter(|_| self.is_person(last)) else {
            return false;
        };
        let start = phrase
            .clone()
            .rev()
            .take_while(|&i| self.name(i) == Some(name))
            .last()
            .unwrap_or(last);
        let Some(joint) = (phrase.start + 1..start)
            .rev()
            .find(|&i| self.name(i).is_none() && joins_nouns(self.form(i)))
        else {
            return false;
        };
        let between = joint + 1..start;
        let noun = matches!(self.part(start - 1), Noun | PluralNoun | ProperNoun) && self.form(start - 1) != ",";
        let describes = (phrase.start..joint).any(|i| class_of(self.form(i)) == Some(Class::Person));
        noun && !between.is_empty()
            && describes
            && !between.clone().any(|i| is_role(self.form(i)) || self.form(i) == ",")
    }
}
