//! Whether a word is a reporting verb where it stands, and the auxiliaries and negations that belong to it.

use std::ops::Range;

use crate::analysis::Polarity;
use crate::language::PartOfSpeech::*;
use crate::quotations::carrier::Sentence;
use crate::quotations::cues::{VerbCue, VerbForm};
use crate::quotations::predicate::is_clause;
use crate::quotations::words::*;

/// The word at `i` is a verb here: "Moor *claims* …", not "her *claims* …" or "the *reported* deal". With its particle it ends at `next`.
pub(super) fn reads_as_verb(s: &Sentence, i: usize, next: usize, cue: &VerbCue) -> bool {
    if s.name(i).is_some() && !(i == 0 || s.is_capital(i) && s.quote(i - 1).is_some()) {
        return false;
    }
    let before = s.form_before(i);
    let determined = matches!(
        before,
        "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "its"
            | "their"
            | "my"
            | "our"
            | "this"
            | "these"
            | "'s"
            | "of"
            | "no"
            | "any"
    );
    // Right beside marks a word is a verb, whatever the tagger says: “No,” the letter *states*.
    let beside = !determined
        && i > 0
        && (s.quote(i + 1).is_some()
            || matches!(s.form(i + 1), "," | ":") && s.quote(i + 2).is_some()
            || s.quote(0).is_some()
                && i > 1
                && (s.is_stop(i + 1) || s.form(i + 1) == "," || s.part(i + 1) == Preposition));
    // "The filing states that …", "Brandt fears that …"
    let that = !determined && i > 0 && s.form(next) == "that" && is_clause(s, next + 1) && cue.takes.that;
    if (beside || that) && !matches!(cue.form, VerbForm::Gerund | VerbForm::Participle) {
        // Not "three demands: “…”".
        let subject = s.phrase_before(i);
        let somebody = |p: Range<usize>| {
            matches!(s.part(p.start), Determiner | PossessivePronoun | ProperNoun | Pronoun) || s.is_capital(p.end - 1)
        };
        // "the apartment post that": no verb, since "the apartment" would take "posts".
        let agrees = |p: &Range<usize>| cue.form != VerbForm::Base || s.part(p.end - 1) != Noun;
        if subject.filter(agrees).is_some_and(somebody) {
            return true;
        }
    }
    if cue.form == VerbForm::Gerund
        && before == ","
        && (s.form(i + 1) == ":" || s.quote(i + 1).is_some() || s.form(i + 1) == "that")
    {
        return true;
    }
    match cue.form {
        VerbForm::Past | VerbForm::PastTense => {
            // "fewer *reported* cases"; but "some *said* they left", "most *said* the port was old"
            let modifies = matches!(before, "fewer" | "more" | "most" | "some" | "many" | "few")
                && !matches!(s.part(i + 1), Pronoun | Determiner | PossessivePronoun | ProperNoun)
                && s.phrase_after(i + 1).is_some();
            // "the latest forecast", "a set"
            let same_as_base = s.form(i) == cue.lemma.split('_').next().unwrap_or_default() && !s.is_verb(i);
            // "It is *understood* that the port will be sold"
            let impersonal = s.form_before(i - usize::from(i > 0)) == "it" && s.form(i + 1) == "that";
            let verbal = s.part(i) != Adjective || s.part(i + 1) == Punctuation || impersonal;
            !determined && !modifies && !same_as_base && verbal
        }
        VerbForm::Participle => true,
        VerbForm::ThirdPerson => {
            matches!(cue.lemma, "say" | "tell" | "write" | "add" | "argue" | "insist") && !determined
                || s.part(i) == VerbThirdPerson
        }
        VerbForm::Base => {
            // "Experts warn it will not be easy" in a headline may be tagged as a noun.
            let headline = s.part(i) == Noun && i > 0 && s.part(i - 1) == PluralNoun && is_clause(s, i + 1);
            (matches!(s.part(i), VerbBase | VerbPresent) || headline) && !determined && before != "-"
        }
        VerbForm::Gerund => {
            !determined && (s.part(i) == VerbGerund || cue.lemma == "say" || cue.lemma == "add") && before != "-"
        }
    }
}

pub(super) struct Group {
    pub start: usize,
    pub passive: bool,
    /// There is a form of "be" in it: "is saying".
    pub be: bool,
    /// "to say", with the subject further off.
    pub infinitive: bool,
    pub polarity: Polarity,
    pub prospective: bool,
    pub doubtful: bool,
}

/// The auxiliaries, adverbs and negations before the verb at `head`.
pub(super) fn verb_group(s: &Sentence, head: usize, form: VerbForm) -> Group {
    let mut group = Group {
        start: head,
        passive: false,
        be: false,
        infinitive: false,
        polarity: Polarity::Affirmed,
        prospective: false,
        doubtful: false,
    };
    let (mut modal, mut negated) = (false, false);
    while group.start > 0 {
        let i = group.start - 1;
        if s.quote(i).is_some() {
            break;
        }
        let f = s.form(i);
        if is_be(f) || f == "'s" && s.part(i) != Possessive && form != VerbForm::Base {
            group.be = true;
        } else if is_modal(f) && s.name(i).is_none() {
            modal = true;
            group.prospective |= matches!(f, "will" | "'ll" | "shall" | "wo");
            group.doubtful |= matches!(
                f,
                "might" | "may" | "could" | "can" | "ca" | "should" | "must" | "cannot"
            );
        } else if is_negation(f) {
            negated = true;
        } else if f == "to" && group.start == head {
            let control = (0..i).rev().find(|&k| s.part(k) != Adverb).unwrap_or(0);
            let word = s.form(control);
            if carries_on(word) {
                group.start = if word == "on" {
                    control.saturating_sub(1)
                } else {
                    control
                };
                continue;
            }
            if refuses(word) {
                group.polarity = Polarity::Declined;
                group.start = control;
                continue;
            }
            group.infinitive = true;
            group.start = i;
            if puts_off(word) {
                group.polarity = Polarity::Hypothetical;
                group.prospective = matches!(
                    word,
                    "expected" | "due" | "set" | "likely" | "going" | "scheduled" | "poised"
                );
                group.doubtful = !group.prospective;
            }
            break;
        } else if !(is_have(f) || is_do(f) || is_adverb(f) || s.part(i) == Adverb && s.name(i).is_none()) {
            break;
        }
        group.start = i;
    }
    group.passive = group.be && matches!(form, VerbForm::Past | VerbForm::Participle);
    if negated {
        group.polarity = Polarity::Declined;
    } else if modal || s.form_before(group.start) == "if" {
        group.polarity = Polarity::Hypothetical;
    }
    group
}
