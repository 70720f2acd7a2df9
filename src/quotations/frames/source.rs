//! Frames without a verb: "according to Moor", "in the words of Moor", "reportedly".

use super::{Frame, Shape};
use crate::language::PartOfSpeech::*;
use crate::quotations::carrier::Sentence;
use crate::quotations::cues::Takes;

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
    (from..s.len().min(from + 30))
        .find(|&i| matches!(s.form(i), "," | ":") || s.is_stop(i) || s.quote(i).is_some() || s.is_dash(i))
        .unwrap_or(from)
}

/// "reportedly", "allegedly": nobody's word in particular.
pub(super) fn hearsay(s: &Sentence, i: usize) -> Option<Frame> {
    if !matches!(s.form(i), "reportedly" | "allegedly" | "supposedly") {
        return None;
    }
    Some(Frame::new(i..i + 1, Shape::Impersonal, None))
}
