//! Reporting frames: a cue with its subject and with what stands around it, before anything is attributed.
//!
//! "*On Monday Moor told reporters in a statement that* …" is one frame: cue "told", subject "Moor", recipient
//! "reporters", venue "in a statement", and a that-clause follows.

mod group;
mod noun;
mod source;
mod subjects;
mod tail;
mod unlisted;
mod verb;

use std::ops::Range;

use super::carrier::Sentence;
use super::cues::Takes;
use crate::analysis::{CueClass, Polarity};
pub(super) use tail::is_venue;

/// A cue and what belongs to it. Positions are units of the sentence.
#[derive(Clone, Debug)]
pub(in crate::quotations) struct Frame {
    pub cue: Range<usize>,
    pub class: CueClass,
    pub polarity: Polarity,
    /// "will say", "is expected to say": hypothetical, but announced.
    pub prospective: bool,
    /// "might say", "has to say", "if Moor says".
    pub doubtful: bool,
    pub takes: Takes,
    pub shape: Shape,
    /// None where nobody is named: "it is said", "was told".
    pub subject: Option<Range<usize>>,
    /// The "who" of a relative clause.
    pub relative: Option<usize>,
    pub recipient: Option<Range<usize>>,
    pub venue: Option<Range<usize>>,
    /// From the subject or the cue, whichever comes first …
    pub start: usize,
    /// … to where that which it brings in begins; its end where nothing follows.
    pub end: usize,
    pub follows: Follows,
}

impl Frame {
    /// A plain frame: what is not known of it yet is affirmed, neutral and absent.
    fn new(cue: Range<usize>, shape: Shape, subject: Option<Range<usize>>) -> Frame {
        Frame {
            class: CueClass::Neutral,
            polarity: Polarity::Affirmed,
            prospective: false,
            doubtful: false,
            takes: Takes::default(),
            shape,
            subject,
            relative: None,
            recipient: None,
            venue: None,
            start: cue.start,
            end: cue.end,
            follows: Follows::Nothing,
            cue,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::quotations) enum Shape {
    /// Moor said
    SubjectFirst,
    /// said Moor
    Inverted,
    /// …, adding that
    Participle,
    /// Moor, who said
    Relative,
    /// was told by Moor
    Passive,
    /// according to Moor
    AccordingTo,
    /// Moor's warning that
    Noun,
    /// it is said, reportedly
    Impersonal,
    /// A verb that no list holds, where a reporting verb would stand: “No,” riffed Moor.
    Unlisted,
}

/// What stands right after a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::quotations) enum Follows {
    Quote,
    Colon,
    That,
    /// A clause without "that".
    Clause,
    /// whether, how …
    Question,
    /// to stay
    Infinitive,
    /// A noun phrase or a gerund that says what was said.
    Object,
    /// "called the plan a joke", "described it as dead"
    Small,
    Nothing,
}

/// All frames of a sentence, in the order of their cues.
pub(in crate::quotations) fn find(s: &Sentence) -> Vec<Frame> {
    let mut frames: Vec<Frame> = Vec::new();
    let mut i = 0;
    while i < s.len() {
        let frame = source::according_to(s, i)
            .or_else(|| verb::verb_frame(s, i, &frames))
            .or_else(|| noun::noun_frame(s, i))
            .or_else(|| source::hearsay(s, i))
            .or_else(|| unlisted::unlisted_verb(s, i));
        match frame {
            Some(frame) => {
                i = frame.cue.end.max(i + 1);
                frames.push(frame);
            }
            None => i += 1,
        }
    }
    frames
}
