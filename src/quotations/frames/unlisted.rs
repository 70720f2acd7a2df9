//! Frames of verbs that no list holds, known by their place alone.

use super::{Frame, Shape};
use crate::language::PartOfSpeech::*;
use crate::quotations::carrier::Sentence;
use crate::quotations::words::*;

/// “No,” Moor riffed. A quotation that ends with a comma is followed by its cue, whatever the verb.
pub(super) fn unlisted_verb(s: &Sentence, i: usize) -> Option<Frame> {
    if !matches!(s.part(i), VerbPast | VerbThirdPerson) || is_be(s.form(i)) || is_have(s.form(i)) || is_do(s.form(i)) {
        return None;
    }
    let comma = |quote: usize| {
        let content = s.article.marks.spans[s.quote(quote)? as usize].content;
        (s.form(quote + 1) == "," || content.of(s.article.text.source).ends_with(',')).then_some(())
    };
    let quote = (0..i).rev().take(10).find(|&k| s.quote(k).is_some())?;
    comma(quote)?;
    let next = if s.form(quote + 1) == "," { quote + 2 } else { quote + 1 };
    let (start, subject) = if next == i {
        (i, s.phrase_after(i + 1)?)
    } else {
        let phrase = s.phrase_after(next)?;
        let adverbs = (phrase.end..i).all(|k| s.part(k) == Adverb);
        if !adverbs || phrase.end > i {
            return None;
        }
        (next, phrase)
    };
    let end = if start == i { subject.end } else { i + 1 };
    Some(Frame {
        start,
        end,
        ..Frame::new(i..i + 1, Shape::Unlisted, Some(subject))
    })
}
