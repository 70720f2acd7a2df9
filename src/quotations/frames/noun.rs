//! Frames whose cue is a noun: "Moor's warning that", "her message: “…”".

use super::{Follows, Frame, Shape};
use crate::analysis::CueClass;
use crate::language::PartOfSpeech::*;
use crate::quotations::carrier::Sentence;
use crate::quotations::predicate::is_clause;
use crate::quotations::words::joins_nouns;

/// "Moor's warning that", "her message: “…”", "the claim by Moor that".
pub(super) fn noun_frame(s: &Sentence, i: usize) -> Option<Frame> {
    let unit = s.units[i];
    if unit.quote.is_some() || s.name(i).is_some() || s.is_verb(i) {
        return None;
    }
    let class = s.article.cues.noun(s.article.text, unit.token as usize)?;
    let phrase = s.phrase_before(i + 1)?;
    let chunk = (phrase.start..=i)
        .rev()
        .take_while(|&k| k == i || !joins_nouns(s.form(k)))
        .last()?;
    // Who: its owner, or after "by", "from", "among", or who makes it.
    let mut end = i + 1;
    let owner = (chunk..i)
        .rev()
        .find(|&k| matches!(s.part(k), Possessive | PossessivePronoun));
    let subject = if let Some(k) = owner {
        if s.part(k) == PossessivePronoun {
            Some(k..k + 1)
        } else {
            Some(chunk..k)
        }
    } else if matches!(s.form(end), "by" | "from" | "among") {
        let phrase = s.phrase_after(end + 1)?;
        end = phrase.end;
        Some(phrase)
    } else {
        let verb = chunk.checked_sub(1)?;
        let makes = matches!(
            s.form(verb),
            "made"
                | "makes"
                | "make"
                | "making"
                | "issued"
                | "issues"
                | "issuing"
                | "repeated"
                | "released"
                | "gave"
                | "sent"
                | "posted"
                | "delivered"
                | "had"
                | "has"
                | "expressed"
                | "voiced"
                | "raised"
                | "rejected"
        );
        if !makes {
            return None;
        }
        Some(s.subject_before(verb)?.phrase)
    };
    let follows = match s.form(end) {
        "that" if is_clause(s, end + 1) => {
            end += 1;
            Follows::That
        }
        // "her answer was that …", "his claim during the debate that …"
        "is" | "was" if s.form(end + 1) == "that" => {
            end += 2;
            Follows::That
        }
        "during" | "in" | "on" | "at" if owner.is_some() && that_after(s, end + 1).is_some() => {
            end = that_after(s, end + 1)?;
            Follows::That
        }
        ":" => {
            end += 1;
            if s.quote(end).is_some() {
                Follows::Quote
            } else {
                Follows::Colon
            }
        }
        "is" | "was" if s.form(end + 1) == ":" && s.quote(end + 2).is_some() => {
            end += 2;
            Follows::Quote
        }
        "is" | "was" | "of" | "," if s.quote(end + 1).is_some() => {
            end += 1;
            Follows::Quote
        }
        "to" if s.is_verb(end + 1) && matches!(class, CueClass::Commitment) => Follows::Infinitive,
        _ if s.quote(end).is_some() => Follows::Quote,
        _ => return None,
    };
    Some(Frame {
        class,
        start: subject.as_ref().map_or(i, |p| p.start.min(i)),
        end,
        follows,
        ..Frame::new(i..i + 1, Shape::Noun, subject)
    })
}

/// The position after "that", where it follows the phrase at `p`.
fn that_after(s: &Sentence, p: usize) -> Option<usize> {
    let end = s.phrase_after(p)?.end;
    (s.form(end) == "that").then_some(end + 1)
}
