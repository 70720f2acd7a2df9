//! Where a reported clause begins and ends.

use std::ops::Range;

use super::carrier::Sentence;
use super::frames::{Follows, Frame, Shape};
use super::predicate::is_clause;
use super::sieves::headline::is_heading;
use super::words::{is_be, is_have};
use crate::analysis::{AttributionRule as Rule, Confidence, CueClass, Polarity};
use crate::language::PartOfSpeech::*;

/// How far a clause reaches from its cue at most, in units: what is longer is a list or no prose.
const REACH: usize = 150;

/// A stretch of the sentence that a frame reports.
pub(super) struct Extent {
    pub units: Range<usize>,
    pub rule: Rule,
    pub confidence: Confidence,
}

impl Extent {
    fn new(units: Range<usize>, rule: Rule, confidence: Confidence) -> Extent {
        Extent {
            units,
            rule,
            confidence,
        }
    }
}

/// The rule by which a frame reports what follows it.
pub(super) fn rule_of(shape: Shape) -> Rule {
    match shape {
        Shape::Noun => Rule::NounCue,
        Shape::Participle => Rule::ParticipleCue,
        Shape::Relative => Rule::RelativeClause,
        Shape::Passive => Rule::Passive,
        Shape::AccordingTo => Rule::AccordingTo,
        Shape::Impersonal => Rule::Impersonal,
        _ => Rule::ReportedClause,
    }
}

/// The clauses that frame `i` reports, in text order.
pub(super) fn reported(s: &Sentence, frames: &[Frame], i: usize) -> Vec<Extent> {
    let f = &frames[i];
    let unsaid = f.polarity == Polarity::Declined || f.polarity == Polarity::Hypothetical && !f.prospective;
    if unsaid {
        return Vec::new();
    }
    if f.follows != Follows::Nothing {
        return after_cue(s, frames, i);
    }
    // "As Moor put it, the sea always wins": like "according to Moor".
    let as_put = s.form_before(f.start) == "as" && f.start == 1 && s.form(f.end) == ",";
    if f.shape == Shape::AccordingTo || as_put {
        return around_source(s, f);
    }
    before_bare_cue(s, frames, i)
}

/// Moor said (that) the port would close.
fn after_cue(s: &Sentence, frames: &[Frame], i: usize) -> Vec<Extent> {
    let f = &frames[i];
    let end = clause_end(s, frames, i);
    let holds_marks = || (f.end..end).any(|k| s.quote(k).is_some());
    let no_clause = match f.follows {
        // “No,” Moor said, “never.” — She said “Stop!” until they did. — A sign reading “Keep out” hung there.
        Follows::Quote => {
            follows_quotation(s, f)
                || ends_open(s, f.end)
                || f.shape == Shape::Inverted
                || s.is_finite(f.end + 1)
                || goes_on_after_sign(s, f)
                || s.quote(f.end).is_none()
                || is_fragment_of_headline(s, f.end..end)
        }
        // “No,” Moor said in a note sent on Monday.
        Follows::Clause => follows_quotation(s, f),
        // "rejected the claim" reports no clause, unless words in marks are in it; "denied taking it" does, and so
        // does "called for talks".
        Follows::Object => {
            let request =
                f.class == CueClass::Directive && (f.takes.preposition.is_some() || s.form(f.cue.end - 1) == "for");
            let expected = f.class == CueClass::Thought;
            let fragment = s
                .phrase_after(f.end)
                .is_some_and(|p| s.form(p.end) == "to" && p.clone().any(|k| s.quote(k).is_some()));
            s.part(f.end) != VerbGerund && !request && !expected && !holds_marks() || fragment
        }
        // "called it “rash”": the fragment says it all.
        Follows::Small => s.part(f.end) == Pronoun && holds_marks(),
        // "The crews were asked what they wanted": by whom, nobody says.
        Follows::Question => f.shape == Shape::Passive && f.subject.is_none(),
        _ => false,
    };
    if no_clause {
        return Vec::new();
    }
    let sure = matches!(f.follows, Follows::That | Follows::Clause | Follows::Question);
    let confidence = if sure { Confidence::Certain } else { Confidence::Likely };
    let mut extents = Vec::new();
    let mut from = f.end;
    let mut to = end;
    loop {
        let trimmed = trim_end(s, from, to);
        if trimmed > from {
            extents.push(Extent::new(from..trimmed, rule_of(f.shape), confidence));
        }
        // "…; that the cranes were old; and that the money was gone."
        let next = to + 1 + usize::from(s.form(to + 1) == "and");
        if f.follows != Follows::That || s.form(to) != ";" || s.form(next) != "that" {
            return extents;
        }
        from = next + 1;
        to = (from..s.len().min(from + REACH))
            .find(|&k| s.form(k) == ";")
            .unwrap_or(s.len());
    }
}

/// A sign reading “Keep out” *hung* there: after what a thing bears, its sentence goes on, with its only verb.
fn goes_on_after_sign(s: &Sentence, f: &Frame) -> bool {
    let bears =
        f.shape == Shape::Participle && f.subject.as_ref().is_some_and(|p| p.start == 0 && p.end == f.cue.start);
    let next = s.part(f.end + 1);
    bears && f.end + 1 < s.len() && !matches!(next, Punctuation | Conjunction | Preposition)
}

/// Mayor vows ‘no retreat’ on harbour: a headline is short, and the words in marks are all that is the mayor's.
fn is_fragment_of_headline(s: &Sentence, mut units: Range<usize>) -> bool {
    let block = s.article.text.tokens[s.units[0].token as usize].block;
    is_heading(s.article.structure, block) && !units.any(|i| s.is_finite(i) || is_be(s.form(i)))
}

/// The port will close, Moor said. The port, Moor said, will close.
fn before_bare_cue(s: &Sentence, frames: &[Frame], i: usize) -> Vec<Extent> {
    let f = &frames[i];
    let bare = matches!(f.shape, Shape::SubjectFirst | Shape::Inverted) && f.takes.clause;
    let Some(before) = f.start.checked_sub(1).filter(|_| bare) else {
        return Vec::new();
    };
    let comma = s.form(before) == ",";
    if !(comma || s.quote(before).is_some() && ends_open(s, before)) {
        return Vec::new();
    }
    let close = if comma { before } else { f.start };
    let start = clause_start(s, close);
    let clause = start..close;
    let inserted = s.form(f.end) == "," && f.end + 1 < s.len();
    let says = inserted || clause.clone().any(|k| s.is_verb(k) || s.quote(k).is_some());
    let lead_in = clause.len() < 3 && only_small_words(s, clause.clone());
    let mut extents = Vec::new();
    if !clause.is_empty() && !lead_in && says {
        extents.push(Extent::new(clause.clone(), Rule::ClauseBeforeCue, Confidence::Certain));
    }
    if inserted && has_words(s, clause.clone()) {
        let whole = clause.into_iter().any(|k| s.is_finite(k));
        // "The cranes that the port has, Moor said, *are* old."
        let next = s.form(f.end + 1);
        let goes_on = !whole || matches!(next, "and" | "but" | "or") || s.is_finite(f.end + 1) || is_be(next);
        let end = trim_end(s, f.end + 1, clause_end(s, frames, i).max(f.end + 1));
        if goes_on && end > f.end + 1 && s.part(f.end + 1) != VerbGerund {
            extents.push(Extent::new(f.end + 1..end, Rule::ClauseBeforeCue, Confidence::Certain));
        }
    }
    extents
}

/// What "according to" goes with: the clause after it where it opens the sentence, or else the one before it.
fn around_source(s: &Sentence, f: &Frame) -> Vec<Extent> {
    let whole = |units| Extent::new(units, Rule::AccordingTo, Confidence::Certain);
    let after = f.end + 1;
    let rest = after..trim_end(s, after, s.len().min(after + REACH));
    if f.start < 12 && only_small_words(s, 0..f.start) {
        let opens = matches!(s.form(f.end), "," | ":") && !rest.is_empty();
        return if opens { vec![whole(rest)] } else { Vec::new() };
    }
    let close = if s.form_before(f.start) == "," {
        f.start - 1
    } else {
        f.start
    };
    let floor = close.saturating_sub(REACH);
    let start = (floor..close)
        .rev()
        .find(|&i| s.form(i) == ";")
        .map_or(floor, |i| i + 1);
    let start = start + usize::from(only_small_words(s, start..start + 1));
    let mut extents = Vec::new();
    if start < close {
        extents.push(whole(start..close));
    }
    let inserted = s.form(f.end) == "," && !(start..close).any(|i| s.is_verb(i)) && s.part(after) != WhWord;
    if inserted && !rest.is_empty() {
        extents.push(whole(rest));
    }
    extents
}

/// Where the clause that ends at `end` begins: after a semicolon or the like, else at the start of the sentence.
fn clause_start(s: &Sentence, end: usize) -> usize {
    let floor = end.saturating_sub(REACH);
    let start = (floor..end)
        .rev()
        .find(|&i| matches!(s.form(i), ";" | ":"))
        .map_or(floor, |i| i + 1);
    let skip = matches!(s.form(start), "but" | "and" | "yet");
    if skip && start + 1 < end { start + 1 } else { start }
}

/// Where what frame `i` reports ends.
pub(super) fn clause_end(s: &Sentence, frames: &[Frame], i: usize) -> usize {
    let f = &frames[i];
    let limit = s.len().min(f.end + REACH);
    // "While Moor said it was over, her union called for talks": the report ends with its clause.
    let opening = f.start == 0 && f.shape == Shape::Participle
        || (1..4).contains(&f.start)
            && matches!(
                s.form_before(f.start),
                "while"
                    | "when"
                    | "after"
                    | "although"
                    | "though"
                    | "as"
                    | "because"
                    | "since"
                    | "before"
                    | "if"
                    | "by"
            );
    let later = &frames[i + 1..frames.len().min(i + 12)];
    let mut verbs = 0;
    for k in f.end + 1..limit {
        if s.form(k) == ";" || s.form(k) == ":" && s.quote(k + 1).is_some() {
            return k;
        }
        // "Moor, who proposed a vote*, said* …": the verb of the clause around this one.
        let outer = |next: &Frame| {
            next.cue.start == k
                && next.shape == Shape::SubjectFirst
                && next.subject.as_ref().is_some_and(|p| p.start <= f.start)
        };
        if f.shape == Shape::Relative && later.iter().any(outer) {
            return k;
        }
        if let Some(next) = later.iter().find(|next| next.start == k)
            && takes_over(s, f, next)
        {
            return trim_back(s, f.end, k);
        }
        if s.form(k) == "," {
            let turns = cuts(s, k + 1)
                || opening && opens_main_clause(s, k + 1)
                || f.shape == Shape::Relative && s.is_finite(k + 1);
            if turns {
                return k;
            }
        }
        // "Moor's warning that the port would close *came* too late."
        if f.shape == Shape::Noun && f.start < 4 && s.is_finite(k) {
            verbs += 1;
            let joined = matches!(s.part(k - 1), Conjunction | WhWord | Preposition | Pronoun) || s.form(k - 1) == ",";
            if verbs > 1 && !joined && matches!(s.part(k - 1), VerbBase | VerbParticiple | Noun | PluralNoun | Adverb) {
                return k;
            }
        }
    }
    limit
}

/// Another report begins here and ends this one: ", adding that", "and warned", ", according to", ", but Brandt said".
fn takes_over(s: &Sentence, f: &Frame, next: &Frame) -> bool {
    let k = next.start;
    let before = s.form_before(k);
    let own_subject = next.shape == Shape::SubjectFirst && next.subject.as_ref().is_some_and(|p| p.start == k);
    let same = next.subject == f.subject && next.shape != Shape::Relative;
    let bare = matches!(next.follows, Follows::Nothing | Follows::Quote)
        && next.subject.is_some()
        && matches!(next.shape, Shape::AccordingTo | Shape::SubjectFirst | Shape::Inverted);
    next.shape == Shape::AccordingTo
        || same && matches!(before, "and" | "but" | "," | "or")
        || bare && before == ","
        || before == "but" && next.subject.is_some()
        || before == "and" && own_subject && (k > 1 && s.form(k - 2) == "," || next.follows == Follows::Quote)
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

/// The quotation ends as one does before its cue: with a comma, a question or exclamation mark, a dash.
pub(super) fn ends_open(s: &Sentence, unit: usize) -> bool {
    s.quote(unit).is_some_and(|q| {
        let content = s.article.marks.spans[q as usize].content.of(s.article.text.source);
        content
            .trim_end_matches(['’', '”', '"', '\''])
            .ends_with([',', '?', '!', '…', '—', '–', '-', '.'])
    })
}

fn follows_quotation(s: &Sentence, f: &Frame) -> bool {
    f.start
        .checked_sub(1)
        .is_some_and(|b| s.quote(b).is_some() || s.form(b) == "," && b > 0 && s.quote(b - 1).is_some())
}

/// There is a word outside the marks.
pub(super) fn has_words(s: &Sentence, units: Range<usize>) -> bool {
    units
        .into_iter()
        .any(|i| s.quote(i).is_none() && s.form(i).chars().any(char::is_alphanumeric))
}

fn only_small_words(s: &Sentence, mut range: Range<usize>) -> bool {
    range.all(|i| matches!(s.part(i), Conjunction | Adverb | Punctuation | Preposition) && s.quote(i).is_none())
}

/// The end without stops, commas and conjunctions that hang over.
fn trim_end(s: &Sentence, start: usize, mut end: usize) -> usize {
    while end > start && (s.is_stop(end - 1) || matches!(s.form(end - 1), "," | ";" | ":" | "and" | "but")) {
        end -= 1;
    }
    end
}

fn trim_back(s: &Sentence, start: usize, mut end: usize) -> usize {
    while end > start && matches!(s.form(end - 1), "," | "and" | "but" | "or") {
        end -= 1;
    }
    end
}
