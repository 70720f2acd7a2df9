//! Whether a clause stands at a place of the sentence: a subject and a finite verb.

use super::carrier::Sentence;
use super::words::*;
use crate::language::PartOfSpeech::*;

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
        // "said the plan “will fail”": the verb stands in marks, and the phrase was read past them.
        if s.quote(i - 1).is_some() && opens_with_verb(s, i - 1) {
            return true;
        }
        i = match s.part(i) {
            Conjunction => s.phrase_after(i + 1).map_or(i + 1, |p| p.end),
            Adverb => i + 1,
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

/// The quotation at `unit` begins with a finite verb.
fn opens_with_verb(s: &Sentence, unit: usize) -> bool {
    let first = s.units[unit].token as usize + 1;
    first < s.units[unit].end as usize
        && matches!(s.article.part(first), VerbThirdPerson | VerbPast | VerbPresent | Modal)
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

pub(super) fn is_subordinate_clause(s: &Sentence, p: usize) -> bool {
    matches!(
        s.form(p),
        "that" | "because" | "if" | "while" | "although" | "as" | "whether" | "than" | "so"
    ) || matches!(s.form(p), "after" | "before" | "since" | "until") && is_clause(s, p + 1)
}
