//! Frames whose cue is a verb: "Moor said that", "said Moor", "Moor, who said", "adding that".

use super::group::{reads_as_verb, verb_group};
use super::subjects::{
    apposition_end, inverted_subject, name_described, named_beside, participle_subject, shared_subject,
};
use super::tail::{is_venue, tail};
use super::{Follows, Frame, Shape};
use crate::analysis::{CueClass, Polarity};
use crate::language::PartOfSpeech::*;
use crate::lexicon::DOCUMENTS;
use crate::quotations::carrier::Sentence;
use crate::quotations::cues::{Takes, VerbForm};
use crate::quotations::speaker::is_event;
use crate::quotations::words::*;

/// The end of the verb at `i` with its particle: "point *out*", "make *clear*", "make *it very clear*".
fn verb_end(s: &Sentence, i: usize, particle: Option<&str>) -> Option<usize> {
    let Some(particle) = particle else { return Some(i + 1) };
    let mut at = i + 1;
    if s.form(at) == "it" {
        at += 1;
        at += usize::from(s.part(at) == Adverb);
    }
    (s.form(at) == particle).then_some(at + 1)
}

pub(super) fn verb_frame(s: &Sentence, i: usize, earlier: &[Frame]) -> Option<Frame> {
    let unit = s.units[i];
    if unit.quote.is_some() {
        return None;
    }
    let (cue, head_end) = s
        .article
        .cues
        .verbs(s.article.text, unit.token as usize)
        .iter()
        .filter_map(|cue| Some((cue, verb_end(s, i, cue.particle)?)))
        .find(|(cue, end)| reads_as_verb(s, i, *end, cue))?;
    let group = verb_group(s, i, cue.form);
    let mut polarity = group.polarity;
    if cue.class == CueClass::Denial && polarity == Polarity::Affirmed && cue.lemma == "deny" {
        polarity = Polarity::Denied;
    }
    let mut frame = Frame {
        class: cue.class,
        polarity,
        prospective: group.prospective,
        doubtful: group.doubtful,
        takes: cue.takes,
        ..Frame::new(group.start..head_end, Shape::SubjectFirst, None)
    };
    // "flatly says": the adverb is no part of the cue.
    while frame.cue.start < i
        && (s.part(frame.cue.start) == Adverb || is_adverb(s.form(frame.cue.start)) || s.is_time(frame.cue.start))
        && !is_negation(s.form(frame.cue.start))
    {
        frame.cue.start += 1;
    }
    let gerund = cue.form == VerbForm::Gerund && !group.be;
    if group.passive {
        frame.shape = Shape::Passive;
        frame.cue.start = i;
        let by = (head_end..s.len().min(head_end + 2)).find(|&k| s.form(k) == "by");
        if let Some(by) = by {
            frame.subject = s.phrase_after(by + 1);
            frame.end = frame.subject.as_ref().map_or(by + 1, |p| p.end);
        } else if s.form_before(group.start) == "it" {
            frame.shape = Shape::Impersonal;
            frame.class = CueClass::Neutral;
            frame.start = group.start - 1;
        } else if cue.takes.person {
            frame.recipient = s.subject_before(group.start).map(|subject| subject.phrase);
        }
        // "Moor was told that …": Moor is who hears it.
        let takes = Takes {
            clause: cue.takes.clause || cue.takes.person,
            person: false,
            ..cue.takes
        };
        let tail = tail(s, frame.end, &takes, false);
        (frame.end, frame.follows, frame.venue) = (tail.end, tail.follows, tail.venue);
        return Some(frame);
    }
    if let Some(phrase) = inverted_subject(s, &group, i, head_end, gerund, cue) {
        frame.shape = Shape::Inverted;
        frame.end = apposition_end(s, phrase.end);
        let end = frame.end;
        frame.subject = Some(named_beside(s, phrase, end));
        let colon = s.form(frame.end) == ":";
        let comma = s.form(frame.end) == "," && s.quote(frame.end + 1).is_some();
        if colon || comma {
            frame.end += 1;
        }
        frame.follows = match (colon, s.quote(frame.end).is_some()) {
            (true, false) if frame.end < s.len() => Follows::Colon,
            (_, true) => Follows::Quote,
            _ => Follows::Nothing,
        };
        return Some(frame);
    }
    if gerund || group.infinitive {
        frame.shape = Shape::Participle;
        frame.subject = participle_subject(s, group.start, earlier);
        if s.form_before(group.start) == "as"
            && let Some(subject) = &frame.subject
        {
            (frame.shape, frame.start) = (Shape::SubjectFirst, subject.start);
        }
        if let Some(subject) = &frame.subject
            && subject.end == group.start
        {
            frame.start = subject.start;
        }
    } else if group.start < i && stands_alone(s.form(group.start)) && s.phrase_before(group.start).is_none() {
        // "All said they were tired."
        frame.subject = Some(group.start..group.start + 1);
        frame.cue.start = group.start + 1;
    } else if let Some(subject) = s.subject_before(group.start) {
        let mut phrase = subject.phrase;
        if subject.relative {
            frame.shape = Shape::Relative;
            frame.relative = Some(group.start - 1);
            // "Moor released a video that said": Moor, not the video.
            if DOCUMENTS.contains(s.form(s.head_of(phrase.clone())))
                && let Some(sender) = s.main_subject(0..phrase.start)
            {
                (phrase, frame.relative, frame.shape) = (sender, None, Shape::Participle);
            } else if let Some(name) = name_described(s, &phrase) {
                phrase = name;
            }
        }
        frame.start = phrase.start.min(frame.start);
        frame.subject = Some(named_beside(s, phrase, group.start));
    }
    let tail = tail(s, head_end, &cue.takes, cue.takes.adjacent);
    (frame.end, frame.follows) = (tail.end, tail.follows);
    // "Do you think the port would close?" asks the reader.
    let reader = frame.class == CueClass::Thought
        && frame
            .subject
            .as_ref()
            .is_some_and(|p| p.len() == 1 && s.form(p.start) == "you");
    if reader || s.form_before(frame.start) == "if" {
        (frame.polarity, frame.doubtful) = (Polarity::Hypothetical, true);
    }
    if cue.lemma == "understand"
        && matches!(cue.form, VerbForm::ThirdPerson | VerbForm::Base)
        && frame.follows == Follows::That
    {
        // "The Herald understands that …" is the Herald's own report.
        frame.class = CueClass::Statement;
    }
    let second = matches!(s.form_before(group.start), "and" | "but" | "or" | "then");
    if frame.subject.is_none() && (second || frame.follows == Follows::Quote) {
        frame.subject = shared_subject(s, group.start, earlier);
    }
    (frame.recipient, frame.venue) = (tail.recipient, tail.venue);
    // "In a statement, Moor said …"
    if frame.venue.is_none()
        && s.part(0) == Preposition
        && let Some(phrase) = s.phrase_after(1)
        && s.form(phrase.end) == ","
        && phrase.end + 1 == frame.start
        && is_venue(s, phrase.clone())
    {
        frame.venue = Some(0..phrase.end);
    }
    // "to declare the gifts" reports nothing; "to say that …" does.
    if frame
        .subject
        .as_ref()
        .is_some_and(|p| is_event(s.form(s.head_of(p.clone()))))
    {
        return None;
    }
    let led = frame.subject.as_ref().is_some_and(|p| p.end == group.start) && frame.follows == Follows::Clause;
    if group.infinitive && !led && !matches!(frame.follows, Follows::That | Follows::Quote | Follows::Colon) {
        return None;
    }
    Some(frame)
}
