//! Whose verb it is, where the subject does not simply stand before it.

use std::ops::Range;

use super::group::{Group, verb_group};
use super::{Follows, Frame, Shape};
use crate::language::PartOfSpeech::*;
use crate::lexicon::DOCUMENTS;
use crate::phrases::class_of;
use crate::quotations::carrier::Sentence;
use crate::quotations::cues::{VerbCue, VerbForm};
use crate::quotations::predicate::has_finite;
use crate::quotations::words::*;

/// The phrase after the verb in "said Ilse Moor", where it is the subject.
pub(super) fn inverted_subject(
    s: &Sentence,
    group: &Group,
    head: usize,
    head_end: usize,
    gerund: bool,
    cue: &VerbCue,
) -> Option<Range<usize>> {
    let plain = group.start == head
        || (group.start..head).all(|i| s.part(i) == Adverb || is_adverb(s.form(i)) || is_have(s.form(i)));
    if gerund || group.infinitive || !plain {
        return None;
    }
    let pointing = matches!(s.form(head_end), "that" | "this" | "these" | "those");
    if pointing || s.is_time(head_end) || s.part(head_end) == Pronoun && !is_whole_subject(s.form(head_end)) {
        return None;
    }
    let before = group.start.checked_sub(1);
    let after_quote = before.is_some_and(|b| {
        s.quote(b).is_some() || b > 0 && matches!(s.form(b), "," | "." | "?" | "!") && s.quote(b - 1).is_some()
    });
    let start_or_as = before.is_none_or(|b| matches!(s.form(b), "as" | "so" | "than" | ":" | "—" | "–"));
    let comma = before.is_some_and(|b| s.form(b) == ",");
    if !(after_quote || start_or_as || comma) {
        return None;
    }
    let phrase = s.phrase_after(head_end)?;
    let next = phrase.end;
    // "The port will grow, *say* the planners": several do, and right beside what they say.
    let several = s.part(s.head_of(phrase.clone())) == PluralNoun || phrase.clone().any(|k| s.form(k) == "and");
    if cue.form == VerbForm::Base && !(several && (after_quote || comma)) {
        return None;
    }
    // "Moor, head of the union, said Arlen's latest “delay” …": no phrase ends in an adjective.
    if comma && !after_quote && s.part(next - 1) == Adjective && s.quote(next).is_some() {
        return None;
    }
    if after_quote {
        // “No,” said Moor; but: “No,” told Moor it was over.
        return (!cue.takes.person || !s.is_finite(next)).then_some(phrase);
    }
    let ends = next >= s.len()
        || s.quote(next).is_some()
        || s.is_stop(next)
        || matches!(
            s.form(next),
            "," | ":" | "who" | "in" | "on" | "at" | "during" | "(" | "after" | "of" | "when"
        )
        || s.is_time(next)
        || s.is_dash(next);
    if !ends
        || cue.takes.person
        || cue.takes.object_complement
        || (cue.takes.object && s.part(phrase.start) == Determiner && comma)
    {
        return None;
    }
    if comma {
        // "The port will close, said Moor." but "Moor, head of the union, said Tuesday's talks …", and "Moor, who led the
        // inquiry, said two of the cranes – the old ones – are gone".
        if let Some(p) = s.subject_before(group.start).filter(|p| p.phrase.start < 3) {
            let inner = p.phrase.end + 1..group.start.saturating_sub(1);
            let bare = !inner.clone().any(|k| s.is_finite(k));
            let person = s.is_person(p.phrase.end - 1);
            let relative = is_relative(s.form(inner.start)) && !inner.clone().any(|k| s.form(k) == ",");
            if bare && (person || s.part(phrase.start) != ProperNoun) || relative && has_finite(s, next + 1) {
                return None;
            }
        }
    }
    (start_or_as && (before.is_some() || matches!(s.form(next), ":") || s.quote(next).is_some() || s.form(next) == ",")
        || comma)
        .then_some(phrase)
}

/// "his daughter, *Ruth Hallam*, said": where a role stands beside a name, the name is who says it.
pub(super) fn named_beside(s: &Sentence, phrase: Range<usize>, before: usize) -> Range<usize> {
    let head = s.head_of(phrase.clone());
    if s.name(head).is_some() || s.form(phrase.end) != "," || is_whole_subject(s.form(head)) {
        return phrase;
    }
    match s.phrase_after(phrase.end + 1) {
        Some(name) if name.end <= before && s.name(name.end - 1).is_some() && s.is_person(name.end - 1) => name,
        _ => phrase,
    }
}

/// The name that the phrase describes: "*Marek Dusek*, the owners' agent, who said …".
pub(super) fn name_described(s: &Sentence, phrase: &Range<usize>) -> Option<Range<usize>> {
    let comma = phrase.start.checked_sub(1).filter(|&i| s.form(i) == ",")?;
    let describes = matches!(s.part(phrase.start), Determiner | PossessivePronoun) && s.form(phrase.end) == ",";
    let name = s.phrase_before(comma).filter(|name| s.is_person(name.end - 1))?;
    describes.then_some(name)
}

/// Over what is said of an inverted subject: "said Moor*, 54, head of the port union*, …".
pub(super) fn apposition_end(s: &Sentence, from: usize) -> usize {
    // "The key, says Moor*, is* the quay.", "The port will grow, say the planners*, and it* will bring ships."
    let goes_on = s.is_finite(from + 1) || is_be(s.form(from + 1)) || s.part(from + 1) == Conjunction;
    if s.form(from) != "," || goes_on {
        return from;
    }
    for i in from + 1..s.len().min(from + 40) {
        if s.quote(i).is_some() && s.form(i - 1) == "," {
            return i - 1;
        }
        if s.form(i) == ":" {
            return i;
        }
        // A participle cue begins something new.
        if s.form(i) == "," && s.part(i + 1) == VerbGerund {
            return i;
        }
        if s.is_stop(i) {
            return i;
        }
    }
    from
}

/// The subject of a participle or a far infinitive: "with *Moor* saying", or that of the clause around it.
pub(super) fn participle_subject(s: &Sentence, start: usize, earlier: &[Frame]) -> Option<Range<usize>> {
    let before = s.form_before(start);
    if before == "as" && start > 2 && matches!(s.form(start - 2), "quoted" | "cited" | "recorded" | "heard") {
        let group = verb_group(s, start - 2, VerbForm::Participle);
        return Some(s.subject_before(group.start)?.phrase);
    }
    if s.form(start) == "to" && start > 1 {
        // "was prompted to say": who was prompted. "led her to say": she.
        if s.part(start - 1) == VerbParticiple {
            let group = verb_group(s, start - 1, VerbForm::Participle);
            if group.be
                && let Some(subject) = s.subject_before(group.start)
            {
                return Some(subject.phrase);
            }
        }
        // "Moor knew the court would rule, using his column to mock it": Moor's column.
        if let Some(object) = s.phrase_before(start)
            && s.form_before(object.start) == "using"
            && let Some(user) = s.main_subject(0..object.start - 1)
        {
            return Some(user);
        }
        if let Some(object) = s.phrase_before(start)
            && matches!(
                s.form_before(object.start),
                "led"
                    | "leads"
                    | "leading"
                    | "prompted"
                    | "prompting"
                    | "forced"
                    | "forcing"
                    | "pushed"
                    | "caused"
                    | "allowed"
            )
        {
            return Some(object);
        }
    }
    if start > 0
        && !matches!(
            before,
            "," | "and" | "or" | "but" | "by" | "while" | "in" | "after" | "before" | "without" | "when"
        )
        && let Some(phrase) = s.phrase_before(start)
    {
        if s.form_before(phrase.start) == "with" {
            return Some(phrase);
        }
        // "The crews sent a letter on Monday to Moor demanding": the sender demands.
        if s.form_before(phrase.start) == "to"
            && let Some(sent) = (0..phrase.start)
                .rev()
                .take(12)
                .find(|&i| DOCUMENTS.contains(s.form(i)))
            && let Some(sender) = s.main_subject(0..sent)
        {
            return Some(sender);
        }
        if before != "of" && before != "for" && s.part(start) == VerbGerund && s.part(phrase.end - 1) != Pronoun {
            // "people saying"; but in "the union sent a letter saying" it is the union that says it.
            // "footage of Moor saying"
            if let Some(inner) = s.phrase_of_name_before(start)
                && inner.start > phrase.start
                && DOCUMENTS.contains(s.form(s.head_of(phrase.clone())))
            {
                return Some(inner);
            }
            if let Some(sender) = sender_before(s, &phrase) {
                return Some(sender);
            }
            // "They told of lamps *as early as 500 BC* saying": neither a date nor a lamp says anything.
            let head = s.head_of(phrase.clone());
            let thing = s.is_time(phrase.end - 1)
                || s.part(head) == Number
                || DOCUMENTS.contains(s.form(head))
                || s.name(head).is_none() && class_of(s.form(head)).is_some_and(|c| !c.can_speak());
            let sender = thing.then(|| shared_subject(s, phrase.start, earlier)).flatten();
            return sender.or(Some(phrase));
        }
    }
    if matches!(before, "for" | "of")
        && let Some(phrase) = s.phrase_before(start - 1)
    {
        // "criticised Moor for saying"
        return Some(phrase);
    }
    // A clause that stands first takes its subject from the one after it: "Warning of rain, Moor left."
    if start == 0
        || start == 1
            && matches!(
                s.form(0),
                "by" | "while" | "in" | "after" | "before" | "without" | "when"
            )
    {
        let comma = (start..s.len()).find(|&i| s.form(i) == ",")?;
        return s.main_subject(comma + 1..s.len());
    }
    shared_subject(s, start, earlier)
}

/// "*Moor* emailed supporters saying", "after the vote ended, *Moor* sent out a statement saying": who sends the words.
fn sender_before(s: &Sentence, object: &Range<usize>) -> Option<Range<usize>> {
    let mut verb = object.start.checked_sub(1)?;
    if s.form(verb) == "out" {
        verb = verb.checked_sub(1)?;
    }
    let writes = is_sending(s.form(verb));
    let hands_out = s.is_verb(verb) && object.clone().any(|i| DOCUMENTS.contains(s.form(i)));
    if !writes && !hands_out {
        return None;
    }
    let form = match s.part(verb) {
        VerbGerund => return None,
        VerbParticiple => VerbForm::Participle,
        _ => VerbForm::Past,
    };
    let group = verb_group(s, verb, form);
    if group.passive || group.infinitive {
        return None;
    }
    Some(s.subject_before(group.start)?.phrase)
}

/// To do this to somebody is to write to them: "texted", "emailed".
fn is_sending(form: &str) -> bool {
    matches!(form, "emailed" | "texted" | "messaged" | "phoned" | "cabled" | "faxed")
}

/// The subject that a verb shares with an earlier one of the sentence: "Moor stood up and *said*".
pub(super) fn shared_subject(s: &Sentence, start: usize, earlier: &[Frame]) -> Option<Range<usize>> {
    // "Moor said the crews *had agreed* …": a verb in the clause that another one reports.
    let embedded = |f: &Frame| {
        earlier.iter().rev().take(12).any(|outer| {
            matches!(outer.follows, Follows::That | Follows::Clause)
                && outer.end <= f.start
                && !(outer.end..f.start).any(|k| s.is_finite(k))
        })
    };
    let last = earlier.iter().rev().take(12).find(|f| {
        f.subject.is_some()
            && !embedded(f)
            && matches!(
                f.shape,
                Shape::SubjectFirst | Shape::Inverted | Shape::Participle | Shape::AccordingTo
            )
    });
    if let Some(frame) = last {
        return frame.subject.clone();
    }
    s.main_subject(0..start)
}
