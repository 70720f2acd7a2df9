//! Reporting frames: a cue with its subject and with what stands around it, before anything is attributed.
//!
//! "*On Monday Moor told reporters in a statement that* …" is one frame: cue "told", subject "Moor", recipient
//! "reporters", venue "in a statement", and a that-clause follows.

use std::ops::Range;

use super::carrier::Sentence;
use super::cues::{Takes, VerbCue, VerbForm};
use super::speaker::is_document;
use super::words::*;
use crate::analysis::{CueClass, Polarity};
use crate::language::PartOfSpeech::*;

/// A cue and what belongs to it. Positions are units of the sentence.
#[derive(Clone, Debug)]
pub(super) struct Frame {
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
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
pub(super) enum Follows {
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

struct Tail {
    recipient: Option<Range<usize>>,
    venue: Option<Range<usize>>,
    end: usize,
    follows: Follows,
}

/// All frames of a sentence, in the order of their cues.
pub(super) fn find(s: &Sentence) -> Vec<Frame> {
    let mut frames: Vec<Frame> = Vec::new();
    let mut i = 0;
    while i < s.len() {
        let frame = according_to(s, i)
            .or_else(|| verb_frame(s, i, &frames))
            .or_else(|| noun_frame(s, i))
            .or_else(|| hearsay(s, i))
            .or_else(|| unlisted_verb(s, i));
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

fn verb_frame(s: &Sentence, i: usize, earlier: &[Frame]) -> Option<Frame> {
    let unit = s.units[i];
    if unit.quote.is_some() {
        return None;
    }
    let cue = s
        .article
        .cues
        .verbs(s.article.text, unit.token as usize)
        .iter()
        .find(|cue| cue.particle.is_none_or(|p| p == s.form(i + 1)) && reads_as_verb(s, i, cue))?;
    let head_end = i + 1 + usize::from(cue.particle.is_some());
    let group = verb_group(s, i, cue.form);
    let mut polarity = group.polarity;
    if cue.class == CueClass::Denial && polarity == Polarity::Affirmed && cue.lemma == "deny" {
        polarity = Polarity::Denied;
    }
    let mut frame = Frame {
        cue: group.start..head_end,
        class: cue.class,
        polarity,
        prospective: group.prospective,
        doubtful: group.doubtful,
        takes: cue.takes,
        shape: Shape::SubjectFirst,
        subject: None,
        relative: None,
        recipient: None,
        venue: None,
        start: group.start,
        end: head_end,
        follows: Follows::Nothing,
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
            if is_document(s.form(s.head_of(phrase.clone())))
                && let Some(sender) = s.main_subject(0..phrase.start)
            {
                (phrase, frame.relative, frame.shape) = (sender, None, Shape::Participle);
            }
        }
        frame.start = phrase.start.min(frame.start);
        frame.subject = Some(named_beside(s, phrase, group.start));
    }
    let tail = tail(s, head_end, &cue.takes, cue.takes.adjacent);
    (frame.end, frame.follows) = (tail.end, tail.follows);
    if s.form_before(frame.start) == "if" {
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
    // "to declare the gifts" reports nothing; "to say that …" does.
    if group.infinitive && !matches!(frame.follows, Follows::That | Follows::Quote | Follows::Colon) {
        return None;
    }
    Some(frame)
}

/// The word is a verb here: "Moor *claims* …", not "her *claims* …" or "the *reported* deal".
fn reads_as_verb(s: &Sentence, i: usize, cue: &VerbCue) -> bool {
    if s.name(i).is_some() && !(i == 0 || s.is_capital(i) && s.quote(i - 1).is_some()) {
        return false;
    }
    let before = s.form_before(i);
    let determined = matches!(
        before,
        "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "its"
            | "their"
            | "my"
            | "our"
            | "this"
            | "these"
            | "'s"
            | "of"
            | "no"
            | "any"
    );
    // Right beside marks a word is a verb, whatever the tagger says: “No,” the letter *states*.
    let beside = !determined
        && i > 0
        && (s.quote(i + 1).is_some()
            || matches!(s.form(i + 1), "," | ":") && s.quote(i + 2).is_some()
            || s.quote(0).is_some()
                && i > 1
                && (s.is_stop(i + 1) || s.form(i + 1) == "," || s.part(i + 1) == Preposition));
    // "The filing states that …", "Brandt fears that …"
    let that = !determined && i > 0 && s.form(i + 1) == "that" && is_clause(s, i + 2) && cue.takes.that;
    if (beside || that) && !matches!(cue.form, VerbForm::Gerund | VerbForm::Participle) {
        // Not "three demands: “…”".
        let subject = s.phrase_before(i);
        let somebody = |p: Range<usize>| {
            matches!(s.part(p.start), Determiner | PossessivePronoun | ProperNoun | Pronoun) || s.is_capital(p.end - 1)
        };
        if subject.is_some_and(somebody) {
            return true;
        }
    }
    if cue.form == VerbForm::Gerund
        && before == ","
        && (s.form(i + 1) == ":" || s.quote(i + 1).is_some() || s.form(i + 1) == "that")
    {
        return true;
    }
    match cue.form {
        VerbForm::Past | VerbForm::PastTense => {
            let modifies = matches!(before, "fewer" | "more" | "most" | "some" | "many" | "few")
                && s.phrase_after(i + 1).is_some();
            // "the latest forecast", "a set"
            let same_as_base = s.form(i) == cue.lemma.split('_').next().unwrap_or_default() && !s.is_verb(i);
            !determined && !modifies && !same_as_base && (s.part(i) != Adjective || s.part(i + 1) == Punctuation)
        }
        VerbForm::Participle => true,
        VerbForm::ThirdPerson => {
            matches!(cue.lemma, "say" | "tell" | "write" | "add" | "argue" | "insist") && !determined
                || s.part(i) == VerbThirdPerson
        }
        VerbForm::Base => {
            // "Experts warn it will not be easy" in a headline may be tagged as a noun.
            let headline = s.part(i) == Noun && i > 0 && s.part(i - 1) == PluralNoun && is_clause(s, i + 1);
            (matches!(s.part(i), VerbBase | VerbPresent) || headline) && !determined && before != "-"
        }
        VerbForm::Gerund => {
            !determined && (s.part(i) == VerbGerund || cue.lemma == "say" || cue.lemma == "add") && before != "-"
        }
    }
}

struct Group {
    start: usize,
    passive: bool,
    /// There is a form of "be" in it: "is saying".
    be: bool,
    /// "to say", with the subject further off.
    infinitive: bool,
    polarity: Polarity,
    prospective: bool,
    doubtful: bool,
}

/// The auxiliaries, adverbs and negations before the verb at `head`.
fn verb_group(s: &Sentence, head: usize, form: VerbForm) -> Group {
    let mut group = Group {
        start: head,
        passive: false,
        be: false,
        infinitive: false,
        polarity: Polarity::Affirmed,
        prospective: false,
        doubtful: false,
    };
    let (mut modal, mut negated) = (false, false);
    while group.start > 0 {
        let i = group.start - 1;
        if s.quote(i).is_some() {
            break;
        }
        let f = s.form(i);
        if is_be(f) || f == "'s" && s.part(i) != Possessive && form != VerbForm::Base {
            group.be = true;
        } else if is_modal(f) && s.name(i).is_none() {
            modal = true;
            group.prospective |= matches!(f, "will" | "'ll" | "shall" | "wo");
            group.doubtful |= matches!(
                f,
                "might" | "may" | "could" | "can" | "ca" | "should" | "must" | "cannot"
            );
        } else if is_negation(f) {
            negated = true;
        } else if f == "to" && group.start == head {
            let control = (0..i).rev().find(|&k| s.part(k) != Adverb).unwrap_or(0);
            let word = s.form(control);
            if carries_on(word) {
                group.start = if word == "on" {
                    control.saturating_sub(1)
                } else {
                    control
                };
                continue;
            }
            if refuses(word) {
                group.polarity = Polarity::Declined;
                group.start = control;
                continue;
            }
            group.infinitive = true;
            group.start = i;
            if puts_off(word) {
                group.polarity = Polarity::Hypothetical;
                group.prospective = matches!(
                    word,
                    "expected" | "due" | "set" | "likely" | "going" | "scheduled" | "poised"
                );
                group.doubtful = !group.prospective;
            }
            break;
        } else if !(is_have(f) || is_do(f) || is_adverb(f) || s.part(i) == Adverb && s.name(i).is_none()) {
            break;
        }
        group.start = i;
    }
    group.passive = group.be && matches!(form, VerbForm::Past | VerbForm::Participle);
    if negated {
        group.polarity = Polarity::Declined;
    } else if modal || s.form_before(group.start) == "if" {
        group.polarity = Polarity::Hypothetical;
    }
    group
}

/// The phrase after the verb in "said Ilse Moor", where it is the subject.
fn inverted_subject(
    s: &Sentence,
    group: &Group,
    head: usize,
    head_end: usize,
    gerund: bool,
    cue: &VerbCue,
) -> Option<Range<usize>> {
    let plain = group.start == head
        || (group.start..head).all(|i| s.part(i) == Adverb || is_adverb(s.form(i)) || is_have(s.form(i)));
    if gerund || group.infinitive || !plain || cue.form == VerbForm::Base {
        return None;
    }
    let pointing = matches!(s.form(head_end), "that" | "this" | "these" | "those");
    if pointing || s.is_time(head_end) || s.part(head_end) == Pronoun && !is_subject_pronoun(s.form(head_end)) {
        return None;
    }
    let before = group.start.checked_sub(1);
    let after_quote = before.is_some_and(|b| {
        s.quote(b).is_some() || b > 0 && matches!(s.form(b), "," | "." | "?" | "!") && s.quote(b - 1).is_some()
    });
    let start_or_as = before.is_none_or(|b| matches!(s.form(b), "as" | "so" | "than" | ":" | "—" | "–"));
    let comma = before.is_some_and(|b| s.form(b) == ",");
    if !(after_quote || start_or_as || comma) {
        return None;
    }
    let phrase = s.phrase_after(head_end)?;
    let next = phrase.end;
    if after_quote {
        // “No,” said Moor; but: “No,” told Moor it was over.
        return (!cue.takes.person || !s.is_finite(next)).then_some(phrase);
    }
    let ends = next >= s.len()
        || s.quote(next).is_some()
        || s.is_stop(next)
        || matches!(
            s.form(next),
            "," | ":" | "who" | "in" | "on" | "at" | "during" | "(" | "after" | "of" | "when"
        )
        || s.is_time(next)
        || s.is_dash(next);
    if !ends || cue.takes.person || cue.takes.small || (cue.takes.object && s.part(phrase.start) == Determiner && comma)
    {
        return None;
    }
    if comma {
        // "The port will close, said Moor." but "Moor, head of the union, said Tuesday's talks …".
        let inserted = s.subject_before(group.start).is_some_and(|p| {
            let inner = p.phrase.end + 1..group.start.saturating_sub(1);
            !inner.clone().any(|k| s.is_finite(k)) && p.phrase.start < 3
        });
        if inserted && s.part(phrase.start) != ProperNoun {
            return None;
        }
    }
    (start_or_as && (before.is_some() || matches!(s.form(next), ":") || s.quote(next).is_some() || s.form(next) == ",")
        || comma)
        .then_some(phrase)
}

/// "his daughter, *Ruth Hallam*, said": where a role stands beside a name, the name is who says it.
fn named_beside(s: &Sentence, phrase: Range<usize>, before: usize) -> Range<usize> {
    let head = s.head_of(phrase.clone());
    if s.name(head).is_some() || s.form(phrase.end) != "," || is_subject_pronoun(s.form(head)) {
        return phrase;
    }
    match s.phrase_after(phrase.end + 1) {
        Some(name) if name.end <= before && s.name(name.end - 1).is_some() && s.is_person(name.end - 1) => name,
        _ => phrase,
    }
}

/// Over what is said of an inverted subject: "said Moor*, 54, head of the port union*, …".
fn apposition_end(s: &Sentence, from: usize) -> usize {
    if s.form(from) != "," {
        return from;
    }
    for i in from + 1..s.len().min(from + 40) {
        if s.quote(i).is_some() && s.form(i - 1) == "," {
            return i - 1;
        }
        if s.form(i) == ":" {
            return i;
        }
        // A participle cue begins something new.
        if s.form(i) == "," && s.part(i + 1) == VerbGerund {
            return i;
        }
        if s.is_stop(i) {
            return i;
        }
    }
    from
}

/// The subject of a participle or a far infinitive: "with *Moor* saying", or that of the clause around it.
fn participle_subject(s: &Sentence, start: usize, earlier: &[Frame]) -> Option<Range<usize>> {
    let before = s.form_before(start);
    if before == "as" && start > 2 && matches!(s.form(start - 2), "quoted" | "cited" | "recorded" | "heard") {
        let group = verb_group(s, start - 2, VerbForm::Participle);
        return Some(s.subject_before(group.start)?.phrase);
    }
    if s.form(start) == "to" && start > 1 {
        // "was prompted to say": who was prompted. "led her to say": she.
        if s.part(start - 1) == VerbParticiple {
            let group = verb_group(s, start - 1, VerbForm::Participle);
            if group.be
                && let Some(subject) = s.subject_before(group.start)
            {
                return Some(subject.phrase);
            }
        }
        if let Some(object) = s.phrase_before(start)
            && matches!(
                s.form_before(object.start),
                "led"
                    | "leads"
                    | "leading"
                    | "prompted"
                    | "prompting"
                    | "forced"
                    | "forcing"
                    | "pushed"
                    | "caused"
                    | "allowed"
            )
        {
            return Some(object);
        }
    }
    if start > 0
        && !matches!(
            before,
            "," | "and" | "or" | "but" | "by" | "while" | "in" | "after" | "before" | "without" | "when"
        )
        && let Some(phrase) = s.phrase_before(start)
    {
        if s.form_before(phrase.start) == "with" {
            return Some(phrase);
        }
        if before != "of" && before != "for" && s.part(start) == VerbGerund && s.part(phrase.end - 1) != Pronoun {
            // "people saying"; but in "the union sent a letter saying" it is the union that says it.
            // "footage of Moor saying"
            if let Some(inner) = s.phrase_of_name_before(start)
                && inner.start > phrase.start
                && is_document(s.form(s.head_of(phrase.clone())))
            {
                return Some(inner);
            }
            let thing = s.is_time(phrase.end - 1) || is_document(s.form(s.head_of(phrase.clone())));
            let sender = thing.then(|| shared_subject(s, phrase.start, earlier)).flatten();
            return sender.or(Some(phrase));
        }
    }
    if matches!(before, "for" | "of")
        && let Some(phrase) = s.phrase_before(start - 1)
    {
        // "criticised Moor for saying"
        return Some(phrase);
    }
    // A clause that stands first takes its subject from the one after it: "Warning of rain, Moor left."
    if start == 0
        || start == 1
            && matches!(
                s.form(0),
                "by" | "while" | "in" | "after" | "before" | "without" | "when"
            )
    {
        let comma = (start..s.len()).find(|&i| s.form(i) == ",")?;
        return s.main_subject(comma + 1..s.len());
    }
    shared_subject(s, start, earlier)
}

/// The subject that a verb shares with an earlier one of the sentence: "Moor stood up and *said*".
fn shared_subject(s: &Sentence, start: usize, earlier: &[Frame]) -> Option<Range<usize>> {
    // "Moor said the crews *had agreed* …": a verb in the clause that another one reports.
    let embedded = |f: &Frame| {
        earlier.iter().rev().take(12).any(|outer| {
            matches!(outer.follows, Follows::That | Follows::Clause)
                && outer.end <= f.start
                && !(outer.end..f.start).any(|k| s.is_finite(k))
        })
    };
    let last = earlier.iter().rev().take(12).find(|f| {
        f.subject.is_some()
            && !embedded(f)
            && matches!(
                f.shape,
                Shape::SubjectFirst | Shape::Inverted | Shape::Participle | Shape::AccordingTo
            )
    });
    if let Some(frame) = last {
        return frame.subject.clone();
    }
    s.main_subject(0..start)
}

/// What stands after a cue that ends before `from`.
fn tail(s: &Sentence, from: usize, takes: &Takes, weak: bool) -> Tail {
    let mut tail = Tail {
        recipient: None,
        venue: None,
        end: from,
        follows: Follows::Nothing,
    };
    let mut p = from;
    for _ in 0..8 {
        if p >= s.len() || s.is_stop(p) {
            tail.end = p;
            return tail;
        }
        if s.is_dash(p) {
            tail.end = p;
            return tail;
        }
        if s.quote(p).is_some() {
            return Tail {
                end: p,
                follows: Follows::Quote,
                ..tail
            };
        }
        match s.form(p) {
            ":" if p + 1 < s.len() => {
                let follows = if s.quote(p + 1).is_some() {
                    Follows::Quote
                } else {
                    Follows::Colon
                };
                return Tail {
                    end: p + 1,
                    follows,
                    ..tail
                };
            }
            "that" if (takes.that || takes.question) && !(s.is_finite(p + 1) && p > from) => {
                return Tail {
                    end: p + 1,
                    follows: Follows::That,
                    ..tail
                };
            }
            "," => {
                if let Some(end) = past_insertion(s, p) {
                    let follows = if s.quote(end).is_some() {
                        Follows::Quote
                    } else {
                        Follows::That
                    };
                    return Tail { end, follows, ..tail };
                }
                tail.end = p;
                return tail;
            }
            "(" => match (p..s.len().min(p + 15)).find(|&k| s.form(k) == ")") {
                Some(close) => p = close + 1,
                None => break,
            },
            form if s.is_time(p) || leads_time(form) && (s.is_time(p + 1) || s.is_time(p + 2)) => {
                p = skip_time(s, p);
            }
            form if is_adverb(form) && !stands_alone(form) || s.part(p) == Adverb && s.name(p).is_none() => p += 1,
            "to" if takes.clause && s.phrase_after(p + 1).is_some() && !s.is_verb(p + 1) => {
                let phrase = s.phrase_after(p + 1).unwrap_or(p..p);
                p = phrase.end;
                tail.recipient.get_or_insert(phrase);
            }
            form if s.part(p) == Preposition && takes.preposition != Some(form) && !is_subordinate_clause(s, p) => {
                let Some(phrase) = s.phrase_after(p + 1) else { break };
                let next = phrase.end;
                let goes_on = s.quote(next).is_some()
                    || matches!(s.form(next), "that" | "," | ":")
                    || next >= s.len()
                    || s.is_stop(next)
                    || s.is_time(next)
                    || s.part(next) == Preposition && !matches!(s.form(next), "of")
                    || leads_time(s.form(next)) && s.is_time(next + 1);
                if !goes_on && !is_venue(s, phrase.clone()) {
                    break;
                }
                if tail.venue.is_none() && !s.is_time(phrase.end - 1) {
                    tail.venue = Some(p..phrase.end);
                }
                p = next;
            }
            _ if takes.person && tail.recipient.is_none() && !(takes.clause && is_clause(s, p)) => {
                let Some(phrase) = s.phrase_after(p) else { break };
                p = phrase.end;
                // "told reporters in Arlen": the place is no part of whom.
                let end = (phrase.start + 1..phrase.end)
                    .find(|&k| matches!(s.form(k), "in" | "on" | "at" | "during" | "after") && s.name(k).is_none())
                    .unwrap_or(phrase.end);
                tail.recipient = Some(phrase.start..end);
            }
            _ => break,
        }
    }
    tail.end = p;
    if p >= s.len() || s.is_stop(p) {
        return tail;
    }
    if let Some(quote) = quote_ahead(s, p) {
        return Tail {
            end: quote,
            follows: Follows::Quote,
            ..tail
        };
    }
    // "said three things: that …; that …"
    if let Some(phrase) = s.phrase_after(p).filter(|_| takes.that)
        && s.form(phrase.end) == ":"
        && s.form(phrase.end + 1) == "that"
    {
        return Tail {
            end: phrase.end + 2,
            follows: Follows::That,
            ..tail
        };
    }
    let form = s.form(p);
    tail.follows = if takes.question && opens_question(form) && !(form == "when" && takes.clause) {
        Follows::Question
    } else if form == "to" && (takes.infinitive && s.is_verb(p + 1) || takes.request && tail.recipient.is_some()) {
        Follows::Infinitive
    } else if takes.preposition == Some(form) {
        tail.end = p + usize::from(form != "as");
        if form == "as" { Follows::Small } else { Follows::Object }
    } else if let Some(after) = requested(s, p, takes) {
        tail.recipient = Some(p..after);
        tail.end = after;
        Follows::Infinitive
    } else if (takes.clause || takes.person && tail.recipient.is_some())
        && !weak
        && (is_clause(s, p) || takes.loose && has_finite(s, p))
    {
        Follows::Clause
    } else if takes.small && s.phrase_after(p).is_some() {
        Follows::Small
    } else if let Some(end) = takes.preposition.and_then(|word| described(s, p, word)) {
        tail.end = end;
        Follows::Small
    } else if takes.gerund && s.part(p) == VerbGerund || takes.object && s.phrase_after(p).is_some() {
        Follows::Object
    } else {
        Follows::Nothing
    };
    tail
}

/// "said in a speech to workers gathered at the gate, “…”": no verb of its own stands before the quotation.
fn quote_ahead(s: &Sentence, p: usize) -> Option<usize> {
    let end = (p..s.len().min(p + 16)).find(|&i| s.is_finite(i) || s.quote(i).is_some() || is_be(s.form(i)))?;
    let opens = matches!(s.form_before(end), "," | ":");
    (s.quote(end).is_some() && opens && end > p + 1).then_some(end)
}

/// "urged [ministers] to stay": the end of the recipient.
fn requested(s: &Sentence, p: usize, takes: &Takes) -> Option<usize> {
    if !takes.request {
        return None;
    }
    let end = s.phrase_after(p)?.end;
    let end = if s.form(end) == "not" { end + 1 } else { end };
    (s.form(end) == "to").then_some(end)
}

/// "described [the plan] as dead", "accused [Brandt] of lying": the thing described is part of what is said.
fn described(s: &Sentence, p: usize, word: &str) -> Option<usize> {
    let end = s.phrase_after(p)?.end;
    (p..=end).any(|i| s.form(i) == word).then_some(p)
}

fn is_subordinate_clause(s: &Sentence, p: usize) -> bool {
    matches!(
        s.form(p),
        "that" | "because" | "if" | "while" | "although" | "as" | "whether" | "than" | "so"
    ) || matches!(s.form(p), "after" | "before" | "since" | "until") && is_clause(s, p + 1)
}

fn is_venue(s: &Sentence, phrase: Range<usize>) -> bool {
    let head = s.form(s.head_of(phrase));
    matches!(
        head,
        "statement"
            | "interview"
            | "tweet"
            | "post"
            | "speech"
            | "email"
            | "letter"
            | "conference"
            | "briefing"
            | "video"
            | "x"
            | "twitter"
            | "facebook"
            | "telegram"
            | "report"
            | "memo"
            | "message"
            | "remarks"
            | "testimony"
            | "filing"
            | "note"
            | "call"
            | "debate"
            | "rally"
            | "release"
            | "address"
            | "meeting"
            | "social"
            | "instagram"
            | "bluesky"
            | "linkedin"
            | "weibo"
            | "broadcast"
            | "article"
            | "essay"
            | "blog"
            | "court"
            | "book"
    )
}

fn skip_time(s: &Sentence, mut p: usize) -> usize {
    let from = p;
    while p < s.len()
        && (s.is_time(p) || leads_time(s.form(p)) && p < from + 3 || s.part(p) == Number)
        && (s.form(p) != "that" || s.is_time(p + 1))
    {
        p += 1;
    }
    p.max(from + 1)
}

/// Past an insertion that opens at the comma `p` to what it delays: "said, *with a sigh*, that". Its end.
fn past_insertion(s: &Sentence, p: usize) -> Option<usize> {
    if s.quote(p + 1).is_some() {
        return Some(p + 1);
    }
    for i in p + 1..s.len().min(p + 25) {
        if s.is_finite(i) || s.is_stop(i) || s.quote(i).is_some() {
            return None;
        }
        if s.form(i) == "that"
            && is_clause(s, i + 1)
            && !matches!(s.part(i - 1), VerbBase | VerbGerund | VerbParticiple)
        {
            return Some(i + 1);
        }
        if s.form(i) == "," || s.form(i) == ":" {
            if s.quote(i + 1).is_some() {
                return Some(i + 1);
            }
            if s.form(i + 1) == "that" {
                return Some(i + 2);
            }
        }
    }
    None
}

/// A clause begins at `p`: a phrase and its finite verb, with no more between them than belongs to the phrase.
pub(super) fn is_clause(s: &Sentence, p: usize) -> bool {
    let verb =
        |i: usize| s.is_finite(i) || is_be(s.form(i)) && s.form(i) != "be" || is_have(s.form(i)) || is_modal(s.form(i));
    if s.part(p) == Existential || s.form(p) == "there" {
        return true;
    }
    let Some(phrase) = s.phrase_after(p) else {
        // "said on Monday the port would close", "said if it rained …"
        let opens = matches!(s.part(p), Preposition | WhWord | Adverb | VerbGerund | To) || s.quote(p).is_some();
        return opens && has_finite(s, p);
    };
    let mut i = phrase.end;
    for _ in 0..6 {
        // "said he “may yet stay”"
        if verb(i) || s.quote(i).is_some() {
            return true;
        }
        i = match s.part(i) {
            Adverb | Conjunction => i + 1,
            Preposition if !is_subordinate_clause(s, i) => s.phrase_after(i + 1).map_or(i + 1, |p| p.end),
            // Past "…, head of the union, …" to its verb.
            _ if matches!(s.form(i), "," | "(") || s.is_dash(i) => {
                let close = (i + 1..s.len().min(i + 25))
                    .find(|&k| matches!(s.form(k), "," | ")") || s.is_dash(k) || s.is_stop(k));
                return close.is_some_and(|k| verb(k + 1) || s.part(k + 1) == Adverb && verb(k + 2));
            }
            // Past "who led the union": there must be a second verb.
            _ if matches!(s.form(i), "who" | "which" | "that") => return finite_verbs(s, i + 1) > 1,
            VerbParticiple | VerbGerund | Noun | PluralNoun => {
                return has_finite(s, i + 1);
            }
            _ => return false,
        };
    }
    false
}

/// A finite verb follows before the sentence turns.
pub(super) fn has_finite(s: &Sentence, p: usize) -> bool {
    finite_verbs(s, p) > 0
}

fn finite_verbs(s: &Sentence, p: usize) -> usize {
    (p..s.len().min(p + 45))
        .take_while(|&i| !s.is_stop(i) && !matches!(s.form(i), ";" | ":"))
        .filter(|&i| s.is_finite(i) || is_be(s.form(i)) && s.form(i) != "be" || is_modal(s.form(i)))
        .count()
}

/// "according to Moor", "in the words of Moor", "as Moor put it".
fn according_to(s: &Sentence, i: usize) -> Option<Frame> {
    let (cue, subject) = match s.form(i) {
        "according" if s.form(i + 1) == "to" => (i..i + 2, s.phrase_after(i + 2)?),
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
        start: cue.start,
        end,
        cue,
        class: CueClass::Neutral,
        polarity: Polarity::Affirmed,
        prospective: false,
        doubtful: false,
        takes: Takes {
            clause: true,
            ..Takes::default()
        },
        shape: Shape::AccordingTo,
        subject: Some(subject),
        relative: None,
        recipient: None,
        venue: None,
        follows: Follows::Nothing,
    })
}

/// Over "…, head of the union," after "according to Moor" to the comma or stop that ends it.
fn apposition_end_of_source(s: &Sentence, from: usize) -> usize {
    (from..s.len().min(from + 30))
        .find(|&i| matches!(s.form(i), "," | ":") || s.is_stop(i) || s.quote(i).is_some() || s.is_dash(i))
        .unwrap_or(from)
}

/// "Moor's warning that", "her message: “…”", "the claim by Moor that".
fn noun_frame(s: &Sentence, i: usize) -> Option<Frame> {
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
        cue: i..i + 1,
        class,
        polarity: Polarity::Affirmed,
        prospective: false,
        doubtful: false,
        takes: Takes::default(),
        shape: Shape::Noun,
        start: subject.as_ref().map_or(i, |p| p.start.min(i)),
        subject,
        relative: None,
        recipient: None,
        venue: None,
        end,
        follows,
    })
}

/// The position after "that", where it follows the phrase at `p`.
fn that_after(s: &Sentence, p: usize) -> Option<usize> {
    let end = s.phrase_after(p)?.end;
    (s.form(end) == "that").then_some(end + 1)
}

/// "reportedly", "allegedly": nobody's word in particular.
fn hearsay(s: &Sentence, i: usize) -> Option<Frame> {
    if !matches!(s.form(i), "reportedly" | "allegedly" | "supposedly") {
        return None;
    }
    Some(Frame {
        cue: i..i + 1,
        class: CueClass::Neutral,
        polarity: Polarity::Affirmed,
        prospective: false,
        doubtful: false,
        takes: Takes::default(),
        shape: Shape::Impersonal,
        subject: None,
        relative: None,
        recipient: None,
        venue: None,
        start: i,
        end: i + 1,
        follows: Follows::Nothing,
    })
}

/// “No,” Moor riffed. A quotation that ends with a comma is followed by its cue, whatever the verb.
fn unlisted_verb(s: &Sentence, i: usize) -> Option<Frame> {
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
        cue: i..i + 1,
        class: CueClass::Neutral,
        polarity: Polarity::Affirmed,
        prospective: false,
        doubtful: false,
        takes: Takes::default(),
        shape: Shape::Unlisted,
        subject: Some(subject),
        relative: None,
        recipient: None,
        venue: None,
        start,
        end,
        follows: Follows::Nothing,
    })
}
