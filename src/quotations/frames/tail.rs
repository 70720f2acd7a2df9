//! What stands after a cue: to whom and where something is said, and what kind of content follows.

use std::ops::Range;

use super::Follows;
use crate::language::PartOfSpeech::*;
use crate::quotations::carrier::Sentence;
use crate::quotations::cues::Takes;
use crate::quotations::predicate::{has_finite, is_clause, is_subordinate_clause};
use crate::quotations::words::*;

pub(super) struct Tail {
    pub recipient: Option<Range<usize>>,
    pub venue: Option<Range<usize>>,
    pub end: usize,
    pub follows: Follows,
}

/// What stands after a cue that ends before `from`.
pub(super) fn tail(s: &Sentence, from: usize, takes: &Takes, weak: bool) -> Tail {
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
            form if s.is_time(p) && s.part(p + 1) != Possessive
                || leads_time(form) && (s.is_time(p + 1) || s.is_time(p + 2)) =>
            {
                p = skip_time(s, p);
            }
            // "said *about* 400 came", "said *there* was hope": these belong to what is said.
            "there" => break,
            _ if s.part(p) == Adverb && s.part(p + 1) == Number => break,
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
        && (is_clause(s, p) || takes.loose && (has_finite(s, p) || is_told(s, p)))
    {
        Follows::Clause
    } else if takes.object_complement && s.phrase_after(p).is_some() {
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

/// "says *deal close to reopen port*": in a headline, or where the tagger took the verb for a noun, so many words after
/// "said" are more than a thing that one says, like "said a few words".
fn is_told(s: &Sentence, p: usize) -> bool {
    let word = |&i: &usize| !s.is_stop(i) && s.form(i) != "," && s.quote(i).is_none();
    let words = (p..s.len()).take_while(word).take(5).count();
    words == 5 && !matches!(s.part(p), Preposition | Adverb)
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
    let mut end = s.phrase_after(p)?.end;
    // "urged *Lund and others in the region* to push back"
    if s.form(end) == "and"
        && let Some(second) = s.phrase_after(end + 1)
    {
        end = second.end;
    }
    // "urges ‘backstop’ to deter attacks" asks nobody for anything but the backstop.
    if (p..end).any(|i| s.quote(i).is_some()) {
        return None;
    }
    let end = if s.form(end) == "not" { end + 1 } else { end };
    (s.form(end) == "to").then_some(end)
}

/// "described [the plan] as dead", "accused [Brandt] of lying": the thing described is part of what is said.
fn described(s: &Sentence, p: usize, word: &str) -> Option<usize> {
    let end = s.phrase_after(p)?.end;
    (p..=end).any(|i| s.form(i) == word).then_some(p)
}

pub(in crate::quotations) fn is_venue(s: &Sentence, phrase: Range<usize>) -> bool {
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
