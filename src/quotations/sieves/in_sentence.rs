//! What one sentence of the carrier says of the quotations in it, and what it reports without marks.

use std::ops::Range;

use crate::analysis::{AttributionRule as Rule, Confidence, CueClass, Polarity, SpeakerStatus};
use crate::language::PartOfSpeech::*;
use crate::quotations::carrier::Sentence;
use crate::quotations::clauses::{self, Extent, clause_end, ends_open, has_words, rule_of};
use crate::quotations::frames::{self, Follows, Frame, Shape};
use crate::quotations::speaker;
use crate::quotations::words::opens_clause;

/// How many frames before and after a quotation are looked at.
const BEFORE: usize = 8;
const AFTER: usize = 5;

/// A sentence read: its frames, who its quotations belong to, and its reported clauses.
pub(in crate::quotations) struct Reading {
    pub frames: Vec<Frame>,
    /// The quotations, in order.
    pub quotes: Vec<Quoted>,
    pub clauses: Vec<Clause>,
}

pub(in crate::quotations) struct Quoted {
    /// The unit that it is.
    pub unit: usize,
    pub quote: u32,
    pub by: Option<Claim>,
}

/// A frame's claim to a quotation or a clause.
#[derive(Clone, Copy, Debug)]
pub(in crate::quotations) struct Claim {
    /// Index into `Reading::frames`.
    pub frame: usize,
    pub rule: Rule,
    pub confidence: Confidence,
    /// The start and end of the subject, where it is not the frame's own.
    pub subject: Option<(usize, usize)>,
}

impl Claim {
    fn of(frame: usize, rule: Rule, likely: bool) -> Claim {
        let confidence = if likely {
            Confidence::Likely
        } else {
            Confidence::Certain
        };
        Claim {
            frame,
            rule,
            confidence,
            subject: None,
        }
    }
}

/// A reported clause.
pub(in crate::quotations) struct Clause {
    pub units: Range<usize>,
    pub claim: Claim,
}

/// Reads a sentence.
pub(in crate::quotations) fn read(s: &Sentence) -> Reading {
    let frames = frames::find(s);
    let mut reading = Reading {
        quotes: (0..s.len())
            .filter_map(|unit| {
                Some(Quoted {
                    unit,
                    quote: s.quote(unit)?,
                    by: None,
                })
            })
            .collect(),
        clauses: Vec::new(),
        frames,
    };
    let extents: Vec<Vec<Extent>> = (0..reading.frames.len())
        .map(|i| clauses::reported(s, &reading.frames, i))
        .collect();
    for i in 0..reading.quotes.len() {
        let unit = reading.quotes[i].unit;
        let near = Near::new(s, &reading.frames, unit);
        reading.quotes[i].by = right_before(&near)
            .filter(|c| c.rule != Rule::NounCue)
            .or_else(|| right_after(&near))
            .or_else(|| right_before(&near))
            .or_else(|| after_long_subject(&near))
            .or_else(|| pointed_at(&near))
            .or_else(|| around(&near))
            .or_else(|| before_bare_cue(&near, &extents));
    }
    mark_interrupted(&mut reading);
    share_out(s, &mut reading);
    for (i, extents) in extents.into_iter().enumerate() {
        let frame = &reading.frames[i];
        let nobody = frame.subject.is_none() && frame.shape != Shape::Impersonal && frame.recipient.is_none();
        for extent in extents {
            if nobody || !has_words(s, extent.units.clone()) {
                continue;
            }
            let claim = Claim {
                frame: i,
                rule: extent.rule,
                confidence: extent.confidence,
                subject: None,
            };
            reading.clauses.push(Clause {
                units: extent.units,
                claim,
            });
        }
    }
    reading
}

/// A quotation and the frames near it.
struct Near<'a> {
    s: &'a Sentence<'a>,
    frames: &'a [Frame],
    unit: usize,
    /// Indices of the frames whose cue stands before the quotation, and after it.
    before: Range<usize>,
    after: Range<usize>,
}

impl<'a> Near<'a> {
    fn new(s: &'a Sentence<'a>, frames: &'a [Frame], unit: usize) -> Near<'a> {
        let cut = frames.partition_point(|f| f.cue.start < unit);
        Near {
            s,
            frames,
            unit,
            before: cut.saturating_sub(BEFORE)..cut,
            after: cut..frames.len().min(cut + AFTER),
        }
    }

    /// The first unit after the quotation and its comma.
    fn next(&self) -> usize {
        self.unit + 1 + usize::from(self.s.form(self.unit + 1) == ",")
    }
}

/// Somebody says it, and not only perhaps: "If Moor says “no”", "you might say “no”" are nobody's words.
fn speaks(frame: &Frame) -> bool {
    frame.subject.is_some() && !(frame.polarity == Polarity::Hypothetical && frame.doubtful)
}

/// Moor said: “We start on Monday.”
fn right_before(near: &Near) -> Option<Claim> {
    let brings_in = |f: &Frame| f.follows == Follows::Quote && f.end == near.unit && speaks(f);
    let mut frames = near.before.clone().rev();
    let frame = frames
        .clone()
        .find(|&i| brings_in(&near.frames[i]) && near.frames[i].shape != Shape::Noun)
        .or_else(|| frames.find(|&i| brings_in(&near.frames[i])))?;
    let frame = beyond_pronoun(near, beyond_noun(near, frame));
    let f = &near.frames[frame];
    let rule = match rule_of(f.shape) {
        Rule::ReportedClause if f.follows != Follows::Quote => Rule::ReportedClause,
        Rule::ReportedClause if near.s.form_before(near.unit) == ":" => Rule::CueAndColon,
        Rule::ReportedClause => Rule::CueBefore,
        rule => rule,
    };
    let likely = f.shape == Shape::Noun || f.class == CueClass::Thought;
    Some(Claim::of(frame, rule, likely))
}

/// “We start on Monday,” Moor said.
fn right_after(near: &Near) -> Option<Claim> {
    let (s, next) = (near.s, near.next());
    let closed = next == near.unit + 2 || ends_open(s, near.unit);
    let (frame, rule) = near.after.clone().find_map(|i| {
        let f = &near.frames[i];
        let adverbs = f.start >= next && (next..f.start).all(|i| s.part(i) == Adverb || s.is_time(i));
        // “No,” *fisheries* officer Ilse Moor said: whatever the words before her name were taken for.
        let name = |p: &Range<usize>| s.is_person(p.end - 1);
        let title = closed
            && f.shape == Shape::SubjectFirst
            && f.subject.as_ref().is_some_and(name)
            && (next..next + 6).contains(&f.start)
            && (next..f.start).all(|i| {
                // Brandt called it “sad,” *and* Moor said …: another clause.
                let joins = s.part(i) == Conjunction || opens_clause(s.form(i));
                s.quote(i).is_none() && !joins && (s.part(i) != Punctuation || s.form(i) == "-")
            });
        let adverbs = adverbs || title;
        let reports_more = matches!(
            f.follows,
            Follows::That | Follows::Clause | Follows::Object | Follows::Small
        );
        if !adverbs || f.subject.is_none() || reports_more && !closed {
            return None;
        }
        let rule = match f.shape {
            Shape::SubjectFirst => Rule::CueAfter,
            Shape::Inverted => Rule::InvertedCueAfter,
            Shape::AccordingTo => Rule::AccordingTo,
            Shape::Passive => Rule::Passive,
            Shape::Unlisted => Rule::UnlistedVerb,
            _ => return None,
        };
        Some((i, rule))
    })?;
    let likely = rule == Rule::UnlistedVerb;
    Some(Claim::of(frame, rule, likely))
}

/// “No,” Hal Brandt, master of the harbour at Arlen told the Herald: the cue is far, but nothing else comes between.
fn after_long_subject(near: &Near) -> Option<Claim> {
    let (s, next) = (near.s, near.next());
    if !ends_open(s, near.unit) && s.form(near.unit + 1) != "," {
        return None;
    }
    let frame = near.after.clone().find(|&i| near.frames[i].start >= next)?;
    let f = &near.frames[frame];
    let open = f.cue.start < next + 40 && (next..f.cue.start).all(|i| !s.is_finite(i) && s.quote(i).is_none());
    let subject = s.phrase_after(next)?;
    let named = s.form(subject.end) == "," && s.is_capital(subject.end - 1);
    (f.shape == Shape::SubjectFirst && open && named).then_some(Claim {
        frame,
        rule: Rule::CueAfter,
        confidence: Confidence::Likely,
        subject: Some((subject.start, subject.end)),
    })
}

/// “We are tired” is all that Moor said.
fn pointed_at(near: &Near) -> Option<Claim> {
    let (s, next) = (near.s, near.unit + 1);
    let points = matches!(s.form(next), "is" | "was") && matches!(s.form(next + 1), "all" | "what" | "how");
    let from = next + 2 + usize::from(s.form(next + 2) == "that");
    let frame = near
        .after
        .clone()
        .find(|&i| near.frames[i].subject.as_ref().is_some_and(|p| p.start == from))?;
    points.then(|| Claim::of(frame, Rule::CueAfter, false))
}

/// Moor said the port would close “for good”.
fn around(near: &Near) -> Option<Claim> {
    let frame = near.before.clone().rev().find(|&i| {
        let f = &near.frames[i];
        f.follows != Follows::Nothing
            && f.end <= near.unit
            && speaks(f)
            && f.shape != Shape::Impersonal
            && near.unit < clause_end(near.s, near.frames, i)
    })?;
    let frame = beyond_pronoun(near, outer_person(near, frame));
    let f = &near.frames[frame];
    let sure = matches!(
        f.follows,
        Follows::That | Follows::Clause | Follows::Quote | Follows::Colon | Follows::Small
    );
    Some(Claim {
        frame,
        rule: rule_of(f.shape),
        confidence: if sure && f.shape != Shape::Noun {
            Confidence::Certain
        } else {
            Confidence::Likely
        },
        subject: None,
    })
}

/// Moor said the wording of the law makes clear that it is “void”: words are Moor's, since a wording does not speak.
fn outer_person(near: &Near, frame: usize) -> usize {
    let inner = &near.frames[frame];
    let status = |f: &Frame| f.subject.clone().map(|p| speaker::read(near.s, p).status);
    let thing = inner.class == CueClass::Statement
        && inner.shape == Shape::SubjectFirst
        && matches!(status(inner), Some(SpeakerStatus::Unnamed | SpeakerStatus::Collective))
        && inner
            .subject
            .as_ref()
            .is_some_and(|p| near.s.part(near.s.head_of(p.clone())) != Pronoun);
    let outer = near.before.clone().filter(|_| thing).rev().find(|&i| {
        let f = &near.frames[i];
        i < frame
            && matches!(f.follows, Follows::That | Follows::Clause)
            && f.end <= inner.start
            && status(f) == Some(SpeakerStatus::Named)
            && near.unit < clause_end(near.s, near.frames, i)
    });
    outer.unwrap_or(frame)
}

/// Moor said she expects “a calm sea”: Moor said so, and "she" only tells again who it is.
fn beyond_pronoun(near: &Near, frame: usize) -> usize {
    let inner = &near.frames[frame];
    let pronoun = inner
        .subject
        .as_ref()
        .filter(|p| p.len() == 1 && matches!(near.s.form(p.start), "he" | "she" | "they" | "it"));
    let Some(pronoun) = pronoun.filter(|_| inner.class == CueClass::Thought) else {
        return frame;
    };
    let says = |f: &Frame| matches!(f.follows, Follows::That | Follows::Clause) && f.end == pronoun.start && speaks(f);
    near.before
        .clone()
        .rev()
        .find(|&i| i < frame && says(&near.frames[i]))
        .unwrap_or(frame)
}

/// Moor said that Brandt's claim is “absurd”: Moor calls it so. But: Moor rejected Brandt's claim that it is “absurd”.
fn beyond_noun(near: &Near, frame: usize) -> usize {
    let inner = &near.frames[frame];
    let reports = |f: &Frame| {
        matches!(f.follows, Follows::That | Follows::Clause | Follows::Small)
            && f.shape != Shape::Noun
            && f.shape != Shape::Impersonal
            && f.end <= inner.start
            && speaks(f)
    };
    // "her claim: “…”", "his view that “…”" bring in their own words.
    let own = matches!(near.s.form_before(near.unit), ":" | "that");
    let equates = matches!(near.s.form_before(near.unit), "is" | "was") || !near.s.is_verb(near.unit.saturating_sub(1));
    if own || !equates || inner.shape != Shape::Noun {
        return frame;
    }
    let covers = |i: usize| reports(&near.frames[i]) && near.unit < clause_end(near.s, near.frames, i);
    near.before
        .clone()
        .rev()
        .find(|&i| i < frame && covers(i))
        .unwrap_or(frame)
}

/// The port will close “for good”, Moor said. According to Moor, the port is “dead”.
fn before_bare_cue(near: &Near, extents: &[Vec<Extent>]) -> Option<Claim> {
    (near.before.start..near.after.end).find_map(|frame| {
        let f = &near.frames[frame];
        let covers = extents[frame].iter().any(|e| e.units.contains(&near.unit));
        let rule = if f.shape == Shape::AccordingTo {
            Rule::AccordingTo
        } else {
            Rule::ClauseBeforeCue
        };
        (covers && speaks(f)).then_some(Claim {
            frame,
            rule,
            confidence: Confidence::Certain,
            subject: None,
        })
    })
}

/// Two pieces of one utterance with the frame between them.
fn mark_interrupted(reading: &mut Reading) {
    for i in 1..reading.quotes.len() {
        let (Some(first), Some(second)) = (reading.quotes[i - 1].by, reading.quotes[i].by) else {
            continue;
        };
        let after = matches!(first.rule, Rule::CueAfter | Rule::InvertedCueAfter);
        if after && first.frame == second.frame && second.rule == Rule::CueBefore {
            reading.quotes[i].by = Some(Claim {
                rule: Rule::Interrupted,
                ..second
            });
        }
    }
}

/// “Yes” and “no,” said Moor and Brandt *respectively*: the first is Moor's and the second Brandt's.
fn share_out(s: &Sentence, reading: &mut Reading) {
    if !(0..s.len()).any(|i| s.form(i) == "respectively") {
        return;
    }
    for (i, frame) in reading.frames.iter().enumerate() {
        let Some(subject) = frame.subject.clone() else { continue };
        let each = speaker::joined(s, subject);
        let mut claims: Vec<&mut Claim> = reading.quotes.iter_mut().filter_map(|q| q.by.as_mut()).collect();
        claims.retain(|claim| claim.frame == i);
        if each.len() > 1 && each.len() == claims.len() {
            for (claim, who) in claims.into_iter().zip(each) {
                claim.subject = Some((who.start, who.end));
            }
        }
    }
}
