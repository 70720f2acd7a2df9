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
    // "The port will close, a source told the Herald."
    let told = f.takes.person && f.recipient.is_some();
    let bare = matches!(f.shape, Shape::SubjectFirst | Shape::Inverted) && (f.takes.clause || told);
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
        // "The tugs are old, and now, Moor said, *we* are out of money": all before the cue since the comma leads in.
        let led_in = ends_in_lead_in(s, close);
        let goes_on = !whole
            || led_in
            || matches!(
                next,
                "and" | "but" | "or" | "because" | "which" | "including" | "unless" | "even" | "ever" | "not"
            )
            || s.is_finite(f.end + 1)
            || is_be(next);
        let end = trim_end(s, f.end + 1, clause_end(s, frames, i).max(f.end + 1));
        if goes_on && end > f.end + 1 && s.part(f.end + 1) != VerbGerund {
            extents.push(Extent::new(f.end + 1..end, Rule::ClauseBeforeCue, Confidence::Certain));
        }
    }
    extents
}

/// Only small words stand between the last comma and `close`: "…, and now".
fn ends_in_lead_in(s: &Sentence, close: usize) -> bool {
    let comma = (close.saturating_sub(4)..close).rev().find(|&i| s.form(i) == ",");
    comma.is_some_and(|comma| comma + 1 < close && only_small_words(s, comma + 1..close))
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
        // What the clause itself begins with takes nothing over: "Still, Moor said, *students want* to be told."
        let begins = f.follows == Follows::Nothing && s.form(f.end) == "," && k == f.end + 1;
        if let Some(next) = later.iter().find(|next| next.start == k)
            && !begins
            && takes_over(s, f, next)
        {
            return trim_back(s, f.end, k);
        }
        if s.form(k) == "," {
            let turns = cuts(s, k + 1)
                || opening && opens_main_clause(s, k + 1)
                || f.shape == Shape::Relative && s.is_verb(k + 1) && s.part(k + 1) != VerbGerund;
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

#[cfg(test)]
mod tests {
    use crate::analysis::QuotationKind;
    use crate::analyze;

    /// What the last paragraph of an article reports, each clause with its speaker.
    fn reported(sentence: &str) -> Vec<String> {
        let source = format!("Harbour plan divides town\n\nThe harbour plan was shown on Monday.\n\n{sentence}\n");
        let quotations = analyze(&source).quotations;
        let clauses = quotations.iter().filter(|q| q.kind == QuotationKind::Indirect);
        clauses
            .map(|q| format!("{}: {}", q.speaker.name.as_deref().unwrap_or("?"), q.span.of(&source)))
            .collect()
    }

    #[test]
    fn a_clause_is_found_whatever_stands_around_its_cue() {
        let cases = [
            (
                "One relative said that the boat was lost.",
                "One relative: the boat was lost",
            ),
            (
                "Some said they felt sad about the quay.",
                "Some: they felt sad about the quay",
            ),
            (
                "The fisher who stayed back claimed that the boat sank.",
                "fisher: the boat sank",
            ),
            (
                "The mast was old, said the port's recently named chair Ola Moor in a note.",
                "Ola Moor: The mast was old",
            ),
            (
                "Moor and Brandt were taken to Lund, a police source told the Herald.",
                "police source: Moor and Brandt were taken to Lund",
            ),
            (
                "Ilse Moor, head of the Friends of the Pier, said Brandt's turn on the plan hurt her chances.",
                "Ilse Moor: Brandt's turn on the plan hurt her chances",
            ),
            (
                "Ilse Moor had made it very clear that she would not yield.",
                "Ilse Moor: she would not yield",
            ),
            (
                "Ilse Moor encouraged members to vote on Monday.",
                "Ilse Moor: to vote on Monday",
            ),
            (
                "Ilse Moor urged Brandt and others in the port to push back.",
                "Ilse Moor: to push back",
            ),
        ];
        for (sentence, answer) in cases {
            assert_eq!(reported(sentence), [answer], "{sentence}");
        }
    }

    #[test]
    fn a_clause_goes_on_behind_its_cue() {
        let cases = [
            (
                "The port will grow, say the planners, and it will bring ships.",
                ["planners: The port will grow", "planners: and it will bring ships"],
            ),
            (
                "The key to the plan, says Ilse Moor, is the new quay.",
                ["Ilse Moor: The key to the plan", "Ilse Moor: is the new quay"],
            ),
        ];
        for (sentence, answer) in cases {
            assert_eq!(reported(sentence), answer, "{sentence}");
        }
        assert_eq!(
            reported("Still, Ilse Moor said, students want to be told."),
            ["Ilse Moor: students want to be told"]
        );
    }

    #[test]
    fn a_plan_is_no_he() {
        assert_eq!(reported("He said that the boat was lost."), ["He: the boat was lost"]);
    }
}
