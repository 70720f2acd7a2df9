//! What one sentence of the carrier says of the quotations in it, and what it reports without marks.

use std::ops::Range;

use crate::analysis::{Confidence, CueClass, Polarity};
use crate::language::PartOfSpeech::*;
use crate::quotations::carrier::Sentence;
use crate::quotations::frames::{self, Follows, Frame, Shape, is_clause};
use crate::quotations::rules::AttributionRule as Rule;
use crate::quotations::words::{is_be, is_have};

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
    let frames = &reading.frames;
    for i in 0..reading.quotes.len() {
        let unit = reading.quotes[i].unit;
        reading.quotes[i].by = right_before(s, frames, unit)
            .filter(|c| c.rule != Rule::NounCue)
            .or_else(|| right_after(s, frames, unit))
            .or_else(|| right_before(s, frames, unit))
            .or_else(|| after_long_subject(s, frames, unit))
            .or_else(|| around(s, frames, unit))
            .or_else(|| before_bare_cue(s, frames, unit));
    }
    mark_interrupted(&mut reading);
    for (i, frame) in reading.frames.iter().enumerate() {
        for (units, rule, confidence) in clauses_of(s, &reading.frames, i) {
            if all_quotation(s, units.clone()) || frame.subject.is_none() && frame.shape != Shape::Impersonal {
                continue;
            }
            let claim = Claim {
                frame: i,
                rule,
                confidence,
            };
            reading.clauses.push(Clause { units, claim });
        }
    }
    reading
}

fn speaks(frame: &Frame) -> bool {
    frame.subject.is_some()
}

/// Moor said: “We start on Monday.”
fn right_before(s: &Sentence, frames: &[Frame], unit: usize) -> Option<Claim> {
    let brings_in = |f: &Frame| f.follows == Follows::Quote && f.end == unit && speaks(f);
    let frame = frames
        .iter()
        .rposition(|f| brings_in(f) && f.shape != Shape::Noun)
        .or_else(|| frames.iter().rposition(brings_in))?;
    let f = &frames[frame];
    let rule = match f.shape {
        Shape::Noun => Rule::NounCue,
        Shape::Participle => Rule::ParticipleCue,
        Shape::Relative => Rule::RelativeClause,
        Shape::Passive => Rule::Passive,
        _ if s.form_before(unit) == ":" => Rule::CueAndColon,
        _ => Rule::CueBefore,
    };
    let confidence = match f.shape {
        Shape::Noun => Confidence::Likely,
        _ if f.class == CueClass::Thought => Confidence::Likely,
        _ => Confidence::Certain,
    };
    Some(Claim {
        frame,
        rule,
        confidence,
    })
}

/// “We start on Monday,” Moor said.
fn right_after(s: &Sentence, frames: &[Frame], unit: usize) -> Option<Claim> {
    let next = if s.form(unit + 1) == "," { unit + 2 } else { unit + 1 };
    let closed = next == unit + 2 || ends_open(s, unit);
    let (frame, rule) = frames.iter().enumerate().find_map(|(i, f)| {
        let adverbs = f.start >= next && (next..f.start).all(|i| s.part(i) == Adverb || s.is_time(i));
        let reports_more = matches!(
            f.follows,
            Follows::That | Follows::Clause | Follows::Object | Follows::Small
        );
        if !adverbs || !speaks(f) || reports_more && !closed {
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
    let confidence = if rule == Rule::UnlistedVerb {
        Confidence::Likely
    } else {
        Confidence::Certain
    };
    Some(Claim {
        frame,
        rule,
        confidence,
    })
}

/// “No,” Hal Brandt, master of the harbour at Arlen told the Herald: the cue is far, but nothing else comes between.
fn after_long_subject(s: &Sentence, frames: &[Frame], unit: usize) -> Option<Claim> {
    if !ends_open(s, unit) && s.form(unit + 1) != "," {
        return None;
    }
    let next = if s.form(unit + 1) == "," { unit + 2 } else { unit + 1 };
    let frame = frames.iter().position(|f| f.start >= next)?;
    let f = &frames[frame];
    let open = (next..f.cue.start).all(|i| !s.is_finite(i) && s.quote(i).is_none());
    let named = s
        .phrase_after(next)
        .is_some_and(|p| s.form(p.end) == "," && s.is_capital(p.end - 1));
    (f.shape == Shape::SubjectFirst && open && named).then_some(Claim {
        frame,
        rule: Rule::CueAfter,
        confidence: Confidence::Likely,
    })
}

/// The quotation ends as one does before its cue: with a comma, a question or exclamation mark, a dash.
fn ends_open(s: &Sentence, unit: usize) -> bool {
    s.quote(unit).is_some_and(|q| {
        let content = s.article.marks.spans[q as usize].content.of(s.article.text.source);
        content
            .trim_end_matches(['’', '”', '"', '\''])
            .ends_with([',', '?', '!', '…', '—', '–', '-', '.'])
    })
}

/// Moor said the port would close “for good”.
fn around(s: &Sentence, frames: &[Frame], unit: usize) -> Option<Claim> {
    let frame = frames.iter().enumerate().rposition(|(i, f)| {
        f.follows != Follows::Nothing
            && f.end <= unit
            && speaks(f)
            && f.shape != Shape::Impersonal
            && unit < clause_end(s, frames, i)
    })?;
    let f = &frames[frame];
    let rule = match f.shape {
        Shape::Noun => Rule::NounCue,
        Shape::Participle => Rule::ParticipleCue,
        Shape::Relative => Rule::RelativeClause,
        Shape::Passive => Rule::Passive,
        _ => Rule::ReportedClause,
    };
    let confidence = match (f.follows, f.shape) {
        (_, Shape::Noun) => Confidence::Likely,
        (Follows::That | Follows::Clause | Follows::Quote | Follows::Colon | Follows::Small, _) => Confidence::Certain,
        _ => Confidence::Likely,
    };
    Some(Claim {
        frame,
        rule,
        confidence,
    })
}

/// The port will close “for good”, Moor said.
fn before_bare_cue(s: &Sentence, frames: &[Frame], unit: usize) -> Option<Claim> {
    frames.iter().enumerate().find_map(|(frame, f)| {
        let covers = clauses_of(s, frames, frame)
            .into_iter()
            .any(|(r, ..)| r.contains(&unit));
        let rule = if f.shape == Shape::AccordingTo {
            Rule::AccordingTo
        } else {
            Rule::ClauseBeforeCue
        };
        (covers && speaks(f)).then_some(Claim {
            frame,
            rule,
            confidence: Confidence::Certain,
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

/// No word stands outside the marks: 🚢 “Go,” Moor said.
fn all_quotation(s: &Sentence, units: Range<usize>) -> bool {
    units.into_iter().all(|i| {
        let wordless = || !s.form(i).chars().any(char::is_alphanumeric);
        s.quote(i).is_some() || s.part(i) == Punctuation || wordless()
    })
}

/// The clauses that a frame reports, in text order.
fn clauses_of(s: &Sentence, frames: &[Frame], i: usize) -> Vec<(Range<usize>, Rule, Confidence)> {
    let f = &frames[i];
    if matches!(f.polarity, Polarity::Declined | Polarity::Hypothetical) {
        return Vec::new();
    }
    let rule = match f.shape {
        Shape::Noun => Rule::NounCue,
        Shape::Participle => Rule::ParticipleCue,
        Shape::Relative => Rule::RelativeClause,
        Shape::Passive => Rule::Passive,
        Shape::AccordingTo => Rule::AccordingTo,
        Shape::Impersonal => Rule::Impersonal,
        _ => Rule::ReportedClause,
    };
    match f.follows {
        Follows::Nothing => {}
        // “No,” Moor said, “never.”: what follows is a quotation, and what stands before one as well.
        Follows::Quote if after_quotation(s, f) => return Vec::new(),
        // She said “Stop!” until they did.
        Follows::Quote if s.quote(f.end).is_some() && ends_open(s, f.end) => return Vec::new(),
        Follows::Quote if f.shape == Shape::Inverted => return Vec::new(),
        // “No,” Moor said in a note sent on Monday.
        Follows::Clause if after_quotation(s, f) => return Vec::new(),
        // "rejected the claim": no clause, unless it holds words in marks.
        Follows::Object if !(f.end..clause_end(s, frames, i)).any(|k| s.quote(k).is_some()) => return Vec::new(),
        _ => {
            let confidence = match f.follows {
                Follows::That | Follows::Clause | Follows::Question => Confidence::Certain,
                _ => Confidence::Likely,
            };
            let end = trim_end(s, f.end, clause_end(s, frames, i));
            return if end > f.end {
                vec![(f.end..end, rule, confidence)]
            } else {
                Vec::new()
            };
        }
    }
    let as_put = s.form_before(f.start) == "as" && f.start == 1 && s.form(f.end) == ",";
    if f.shape == Shape::AccordingTo || as_put {
        return according_to_clauses(s, f);
    }
    let bare = matches!(f.shape, Shape::SubjectFirst | Shape::Inverted) && (f.takes.clause || f.takes.adjacent);
    let comma = f
        .start
        .checked_sub(1)
        .is_some_and(|b| s.form(b) == "," || s.quote(b).is_some() && ends_open(s, b));
    if !bare || !comma || !f.takes.clause {
        return Vec::new();
    }
    let mut clauses = Vec::new();
    let close = if s.form_before(f.start) == "," {
        f.start - 1
    } else {
        f.start
    };
    let start = clause_start(s, close);
    let before = start..close;
    let whole = before.clone().any(|k| s.is_finite(k));
    let inserted = s.form(f.end) == "," && f.end + 1 < s.len();
    let verb = inserted || before.clone().any(|k| s.is_verb(k) || s.quote(k).is_some());
    if !before.is_empty() && !only_conjunction(s, before.clone()) && verb {
        clauses.push((before, Rule::ClauseBeforeCue, Confidence::Certain));
    }
    if s.form(f.end) == "," && f.end + 1 < s.len() {
        let end = trim_end(s, f.end + 1, clause_end(s, frames, i).max(f.end + 1));
        let goes_on = !whole || matches!(s.form(f.end + 1), "and" | "but" | "or");
        if goes_on && !all_quotation(s, start..close) && end > f.end + 1 && s.part(f.end + 1) != VerbGerund {
            clauses.push((f.end + 1..end, Rule::ClauseBeforeCue, Confidence::Certain));
        }
    }
    clauses
}

fn after_quotation(s: &Sentence, f: &Frame) -> bool {
    f.start
        .checked_sub(1)
        .is_some_and(|b| s.quote(b).is_some() || s.form(b) == "," && b > 0 && s.quote(b - 1).is_some())
}

fn only_conjunction(s: &Sentence, range: Range<usize>) -> bool {
    range
        .clone()
        .all(|i| matches!(s.part(i), Conjunction | Adverb | Punctuation | Preposition) && s.quote(i).is_none())
}

/// What "according to" goes with: the clause after it where it opens the sentence, or else the one before it.
fn according_to_clauses(s: &Sentence, f: &Frame) -> Vec<(Range<usize>, Rule, Confidence)> {
    let opens = only_conjunction(s, 0..f.start);
    let (rule, confidence) = (Rule::AccordingTo, Confidence::Certain);
    let after = f.end + 1;
    if opens {
        let end = trim_end(s, after, s.len());
        return if matches!(s.form(f.end), "," | ":") && after < end {
            vec![(after..end, rule, confidence)]
        } else {
            Vec::new()
        };
    }
    let close = if s.form_before(f.start) == "," {
        f.start - 1
    } else {
        f.start
    };
    let start = (0..close).rev().find(|&i| s.form(i) == ";").map_or(0, |i| i + 1);
    let start = if only_conjunction(s, start..start + 1) {
        start + 1
    } else {
        start
    };
    let mut clauses = Vec::new();
    if start < close {
        clauses.push((start..close, rule, confidence));
    }
    if s.form(f.end) == "," && !(start..close).any(|i| s.is_verb(i)) && s.part(after) != WhWord {
        let end = trim_end(s, after, s.len());
        if after < end {
            clauses.push((after..end, rule, confidence));
        }
    }
    clauses
}

/// Where the clause that ends at `end` begins: after a semicolon or the like, else at the start of the sentence.
fn clause_start(s: &Sentence, end: usize) -> usize {
    let start = (0..end)
        .rev()
        .find(|&i| matches!(s.form(i), ";" | ":"))
        .map_or(0, |i| i + 1);
    let skip = matches!(s.form(start), "but" | "and" | "yet");
    if skip && start + 1 < end { start + 1 } else { start }
}

/// Where what the frame reports ends.
fn clause_end(s: &Sentence, frames: &[Frame], i: usize) -> usize {
    let from = frames[i].end;
    let start = frames[i].start;
    // "While Moor said it was over, her union called for talks": the report ends with its clause.
    let subordinate = start > 0
        && start < 4
        && matches!(
            s.form_before(start),
            "while" | "when" | "after" | "although" | "though" | "as" | "because" | "since" | "before" | "if"
        );
    for k in from + 1..s.len() {
        if s.form(k) == ";" || s.form(k) == ":" && s.quote(k + 1).is_some() {
            return k;
        }
        // Another report by somebody begins here: ", adding that", "and warned", ", according to".
        // The verb of a clause around this one: "Moor, who proposed a vote*, said* …".
        if frames[i + 1..].iter().any(|f| {
            f.cue.start == k
                && f.subject.as_ref().is_some_and(|p| p.start <= frames[i].start)
                && f.shape == Shape::SubjectFirst
        }) && frames[i].shape == Shape::Relative
        {
            return k;
        }
        if let Some(next) = frames[i + 1..].iter().find(|f| f.start == k) {
            let before = s.form_before(k);
            let same = next.subject == frames[i].subject;
            let bare =
                matches!(next.follows, Follows::Nothing | Follows::Quote) && before == "," && next.subject.is_some();
            if (same && matches!(before, "and" | "but" | "," | "or") && next.shape != Shape::Relative)
                || bare && matches!(next.shape, Shape::AccordingTo | Shape::SubjectFirst | Shape::Inverted)
                || next.shape == Shape::AccordingTo
                || before == "but" && next.subject.is_some()
                || before == "and"
                    && next.shape == Shape::SubjectFirst
                    && next.subject.as_ref().is_some_and(|p| p.start == k)
                    && (k > 1 && s.form(k - 2) == "," || next.follows == Follows::Quote)
            {
                let mut end = k;
                while end > from && matches!(s.form(end - 1), "," | "and" | "but" | "or") {
                    end -= 1;
                }
                return end;
            }
        }
        if s.form(k) == "," && (cuts(s, k + 1) || subordinate && opens_main_clause(s, k + 1)) {
            return k;
        }
    }
    s.len()
}

fn opens_main_clause(s: &Sentence, i: usize) -> bool {
    s.phrase_after(i).is_some_and(|p| {
        let verb = (p.end..s.len()).find(|&k| s.part(k) != Adverb).unwrap_or(p.end);
        s.is_finite(verb) || is_be(s.form(verb)) || is_have(s.form(verb))
    })
}

/// A comma before this word ends a reported clause: it is the reporter who goes on.
fn cuts(s: &Sentence, i: usize) -> bool {
    s.part(i) == VerbGerund && s.name(i).is_none() && !matches!(s.form(i), "including" | "being" | "during")
        || matches!(s.form(i), "despite" | "amid" | "following" | "after")
        || matches!(s.form(i), "but" | "while" | "although" | "though" | "whereas") && is_clause(s, i + 1)
}

/// The end without stops, commas and conjunctions that hang over.
fn trim_end(s: &Sentence, start: usize, mut end: usize) -> usize {
    while end > start && (s.is_stop(end - 1) || matches!(s.form(end - 1), "," | ";" | ":" | "and" | "but")) {
        end -= 1;
    }
    end
}
