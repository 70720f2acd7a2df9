//! Frames without a verb: "according to Moor", "in the words of Moor", "reportedly".

use super::subjects::named_beside;
use super::{Frame, Shape};
use crate::language::PartOfSpeech::*;
use crate::quotations::carrier::Sentence;
use crate::quotations::cues::Takes;
use crate::quotations::predicate::is_clause;
use crate::quotations::words::is_be;

/// "according to Moor", "in the words of Moor", "as Moor put it".
pub(super) fn according_to(s: &Sentence, i: usize) -> Option<Frame> {
    let (cue, subject) = match s.form(i) {
        "according" if s.form(i + 1) == "to" => (i..i + 2, s.phrase_after(i + 2)?),
        "per" if is_source_per(s, i) => (i..i + 1, s.phrase_after(i + 1)?),
        "in" if s.form(i + 1) == "the"
            && matches!(s.form(i + 2), "words" | "view" | "opinion")
            && s.form(i + 3) == "of" =>
        {
            (i..i + 4, s.phrase_after(i + 4)?)
        }
        "in" => {
            let phrase = s.phrase_after(i + 1)?;
            let head = phrase.end - 1;
            let of_someone = s.part(head.checked_sub(1)?) == Possessive || s.part(phrase.start) == PossessivePronoun;
            if !of_someone || !matches!(s.form(head), "words" | "view" | "opinion" | "telling") || phrase.len() < 2 {
                return None;
            }
            let owner = if s.part(phrase.start) == PossessivePronoun {
                phrase.start..phrase.start + 1
            } else {
                phrase.start..head - 1
            };
            (i..phrase.end, owner)
        }
        _ => return None,
    };
    let end = apposition_end_of_source(s, cue.end.max(subject.end));
    // "according to its head, *Ilse Moor*,": the name is whose word it is.
    let subject = named_beside(s, subject, end);
    Some(Frame {
        end,
        takes: Takes {
            clause: true,
            ..Takes::default()
        },
        ..Frame::new(cue, Shape::AccordingTo, Some(subject))
    })
}

/// The quay is “closed until further notice,” *per* the union's rules; not: ten crates per crew.
fn is_source_per(s: &Sentence, i: usize) -> bool {
    i > 0
        && (s.quote(i - 1).is_some() || s.form(i - 1) == ",")
        && (s.name(i + 1).is_some() || matches!(s.part(i + 1), Determiner | PossessivePronoun))
}

/// Over "…, head of the union," after "according to Moor" to the comma or stop that ends it.
fn apposition_end_of_source(s: &Sentence, from: usize) -> usize {
    let stop = |from: usize| {
        (from..s.len().min(from + 30))
            .find(|&i| matches!(s.form(i), "," | ":") || s.is_stop(i) || s.quote(i).is_some() || s.is_dash(i))
    };
    let mut end = stop(from).unwrap_or(from);
    // "According to Moor, *38, a nurse on the ward*, two shifts go unfilled."
    for _ in 0..2 {
        match inserted(s, end) {
            Some(close) => end = close,
            None => break,
        }
    }
    end
}

/// The comma that closes what the comma at `open` sets beside a name: an age, a description, a clause with "who".
fn inserted(s: &Sentence, open: usize) -> Option<usize> {
    let first = open + 1;
    if s.form(open) != "," {
        return None;
    }
    let who = matches!(s.form(first), "who" | "which");
    let describes = who || matches!(s.part(first), Determiner | Number | ProperNoun) || s.name(first).is_some();
    let close = (first..s.len().min(first + 25)).find(|&i| s.form(i) == "," || s.is_stop(i) || s.quote(i).is_some())?;
    let verbs = (first..close).filter(|&i| s.is_finite(i)).count();
    let later = s.part(close + 1) == Number && (close + 2..s.len().min(close + 10)).any(|i| s.is_verb(i));
    let goes_on = later
        || s.quote(close + 1).is_some()
        || is_clause(s, close + 1)
        || s.is_finite(close + 1)
        || is_be(s.form(close + 1));
    let next = s.form(close + 1);
    (s.form(close) == ","
        && describes
        && (who || verbs == 0)
        && (goes_on || s.part(close + 1) == Determiner)
        && next != "and")
        .then_some(close)
}

/// "reportedly", "allegedly": nobody's word in particular.
pub(super) fn hearsay(s: &Sentence, i: usize) -> Option<Frame> {
    if !matches!(s.form(i), "reportedly" | "allegedly" | "supposedly") {
        return None;
    }
    Some(Frame::new(i..i + 1, Shape::Impersonal, None))
}
