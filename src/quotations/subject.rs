//! Who does what a verb says: the subject, found by reading leftwards from the verb.

use std::ops::Range;

use super::carrier::Sentence;
use super::words::{is_adverb, is_negation, is_relative, leads_time, opens_clause};
use crate::language::PartOfSpeech::*;

/// A subject and how it stands to its verb.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Subject {
    pub phrase: Range<usize>,
    /// "Moor, *who* said it, left."
    pub relative: bool,
}

impl Sentence<'_> {
    /// The subject of the verb group that starts at `verb`, if it stands before it.
    pub fn subject_before(&self, verb: usize) -> Option<Subject> {
        let direct = |phrase| Subject {
            phrase,
            relative: false,
        };
        let end = self.skip_adverbials_back(verb);
        if end == 0 {
            return None;
        }
        // "Moor, who called it “rash,” left": the comma is in the marks.
        let comma_in_marks =
            self.comma_in_marks(end - 1) && (0..end - 1).any(|i| self.form(i) == "," && self.form(i + 1) == "who");
        if self.form(end - 1) == "," || self.is_dash(end - 1) || comma_in_marks {
            return self.before_insertion(end - 1).map(direct);
        }
        if is_relative(self.form(end - 1)) && !self.is_name_like_pronoun(end - 1) {
            let mut before = end - 1;
            if before > 0 && self.form(before - 1) == "," {
                before -= 1;
            }
            // "a letter to members *on Monday night* that says": the letter, not the night.
            if before > 0 && self.is_time(before - 1) {
                before = self.skip_adverbials_back(before);
            }
            let mut phrase = self.phrase_before(before)?;
            // Those among whom something is are people: "doubts among *pilots*, who fear".
            if let Some(among) = phrase.clone().rev().find(|&i| self.form(i) == "among") {
                phrase.start = among + 1;
            }
            return Some(Subject { phrase, relative: true });
        }
        match self.phrase_before(end) {
            Some(phrase) => Some(direct(self.beyond_modifier(phrase))),
            None => self.before_relative(end).map(direct),
        }
    }

    /// The phrase before a relative clause that ends at `end` in its own verb: "the fisher *who stayed back* said".
    fn before_relative(&self, end: usize) -> Option<Range<usize>> {
        let floor = end.saturating_sub(8);
        let who = (floor..end).rev().find(|&i| is_relative(self.form(i)))?;
        let whole = !(who..end).any(|i| self.quote(i).is_some() || self.part(i) == Punctuation);
        (whole && self.is_finite(who + 1))
            .then(|| self.phrase_before(who))
            .flatten()
    }

    /// A name that looks like a pronoun: "WHO" and "The Who" are no "who".
    pub fn is_name_like_pronoun(&self, i: usize) -> bool {
        let Some(unit) = self.units.get(i).filter(|u| u.quote.is_none()) else {
            return false;
        };
        let upper = self.article.text.tokens[unit.token as usize].case == crate::text::Case::Upper;
        upper || self.form(i) == "who" && self.is_capital(i) && self.form_before(i) == "the"
    }

    /// Leftwards over adverbs, brackets and words of time: "Moor (Ind.) *later on Monday* said".
    fn skip_adverbials_back(&self, verb: usize) -> usize {
        let mut end = verb;
        while end > 0 {
            let i = end - 1;
            let form = self.form(i);
            if (self.part(i) == Adverb || is_adverb(form) || is_negation(form)) && self.name(i).is_none() {
                end = i;
            } else if self.is_time(i) {
                let mut t = i;
                while t > 0 && (self.is_time(t - 1) || leads_time(self.form(t - 1)) || self.part(t - 1) == Number) {
                    t -= 1;
                }
                if t > 0
                    && matches!(
                        self.form(t - 1),
                        "on" | "in" | "at" | "since" | "during" | "earlier" | "late"
                    )
                {
                    t -= 1;
                }
                // A day alone before the verb is no subject, but it needs one before it.
                if t == 0 || self.quote(t - 1).is_some() {
                    return end;
                }
                end = t;
            } else {
                break;
            }
        }
        end
    }

    /// The phrase before an insertion whose closing comma or dash is at `close`: "Moor, head of the union, said".
    fn before_insertion(&self, close: usize) -> Option<Range<usize>> {
        let dash = self.is_dash(close);
        let mut fallback = None;
        for open in (1..close).rev().take(60) {
            if self.quote(open).is_some() || matches!(self.form(open), ";" | ":") {
                break;
            }
            let opens = if dash {
                self.is_dash(open)
            } else {
                self.form(open) == ","
            };
            if !opens {
                continue;
            }
            let Some(phrase) = self.phrase_before(self.skip_adverbials_back(open)) else {
                continue;
            };
            let before = phrase.start.checked_sub(1);
            let after_comma = before.is_some_and(|b| self.form(b) == ",");
            let hangs = before.is_some_and(|b| {
                matches!(self.part(b), Preposition | To) && !opens_clause(self.form(b)) || self.is_verb(b)
            });
            let describes = matches!(self.form(phrase.start), "a" | "an")
                || self.part(phrase.start) == Number
                || self.is_time(phrase.start);
            // "Crews of the Board of Harbours, *led by* Moor, said": whoever is led.
            if self.form(open + 1) == "led" && self.form(open + 2) == "by" && !hangs {
                return Some(phrase);
            }
            if after_comma && (describes || !self.is_capital(self.head_of(phrase.clone()))) || hangs {
                fallback.get_or_insert(phrase);
                continue;
            }
            return Some(phrase);
        }
        // "After winning Arlen, Mayor Ilse Moor (Ind.), said": the comma before the verb is one too many.
        if !dash
            && let Some(phrase) = self.phrase_before(close)
            && self.name(phrase.end - 1).is_some()
            && (phrase.start == 0 || self.form(phrase.start - 1) == ",")
            && fallback
                .as_ref()
                .is_none_or(|f| !self.is_capital(f.end - 1) || f.start > 0 && self.is_verb(f.start - 1))
        {
            return Some(phrase);
        }
        fallback
    }

    /// The real subject where a phrase is only the object in its modifier: "The man who shot *the bear* said".
    fn beyond_modifier(&self, phrase: Range<usize>) -> Range<usize> {
        let Some(before) = phrase.start.checked_sub(1) else {
            return phrase;
        };
        let hangs = self.is_verb(before) || matches!(self.part(before), Preposition | To);
        if !hangs || opens_clause(self.form(before)) {
            return phrase;
        }
        // "The talks next week *with Moor* are …": whom something is done with is not who does it.
        if self.form(before) == "with"
            && let Some(outer) = self.phrase_before(self.skip_adverbials_back(before))
        {
            return outer;
        }
        // Back to the start of the clause for "who", or a participle that hangs on a noun.
        for i in (1..=before).rev().take(25) {
            let form = self.form(i);
            if self.quote(i).is_some() || matches!(form, ";" | ":" | "and" | "but") {
                break;
            }
            if matches!(form, "who" | "which" | "that") {
                let end = if self.form(i - 1) == "," { i - 1 } else { i };
                return self.phrase_before(end).unwrap_or(phrase);
            }
            if matches!(self.part(i), VerbGerund | VerbParticiple)
                && let Some(outer) = self.phrase_before(i)
                && outer.end == i
            {
                return outer;
            }
            if form == "," {
                break;
            }
        }
        phrase
    }

    /// The subject of the first finite verb in `range`: what a participle or a second verb there belongs to.
    pub fn main_subject(&self, range: Range<usize>) -> Option<Range<usize>> {
        let range = self.past_opening_clause(range);
        let subjects = |relative: bool| {
            range.clone().filter(|&i| self.is_finite(i)).take(12).find_map(|verb| {
                let subject = self.subject_before(verb)?;
                (subject.relative == relative && subject.phrase.start >= range.start).then_some(subject.phrase)
            })
        };
        subjects(false).or_else(|| subjects(true))
    }

    /// "*When Brandt left the hall,* Moor stood up, saying": the clause that opens the sentence has a subject of its own.
    fn past_opening_clause(&self, range: Range<usize>) -> Range<usize> {
        let opens = matches!(
            self.form(range.start),
            "when" | "after" | "while" | "although" | "because" | "as"
        );
        let comma = range.clone().find(|&i| opens && self.form(i) == ",");
        let finite = |mut units: Range<usize>| units.any(|i| self.is_finite(i));
        match comma {
            Some(comma) if finite(range.start..comma) && finite(comma..range.end) => comma + 1..range.end,
            _ => range,
        }
    }
}
