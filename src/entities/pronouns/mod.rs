//! He and she: whom the text is speaking of.
//!
//! Candidates are the people mentioned in the same sentence and the few before it. A title or an earlier pronoun rules
//! people out; then the subject of a clause comes before others, and the near before the far. Where two fit equally the
//! pronoun stays open. The usual use of a given name only ever speaks against somebody; a link that rests on it is weak.

mod candidates;
mod seen;
mod things;

use super::Stages;
use super::draft::Draft;
use super::words::Gender;
use crate::analysis::{MentionForm, MentionRule};
use crate::language::PartOfSpeech;
use crate::marks::MarkedSpans;
use candidates::{Chooser, Next};
use seen::Seen;
pub(super) use things::join as join_things;

/// What a pronoun does in its clause.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Function {
    Subject,
    Object,
    Possessive,
    Reflexive,
}

/// A pronoun to be understood.
#[derive(Clone, Copy)]
struct Pronoun {
    token: usize,
    gender: Gender,
    function: Function,
}

/// Adds a mention for every "he" and "she" whose person is clear.
pub(super) fn join(article: &Stages, marks: &MarkedSpans, draft: &mut Draft) {
    let text = article.text;
    let people = people(article, draft);
    let mut chooser = Chooser::new(article, draft, Seen::new(article, marks));
    let mut coming = people.iter().copied().peekable();
    let mut found = Vec::new();
    for token in 0..text.tokens.len() {
        while let Some(next) = coming.next_if(|p| (p.start as usize) < token) {
            chooser.meet(next.start as usize..next.end as usize, next.entity, false);
        }
        let Some((gender, function)) = read(article, token) else {
            continue;
        };
        if !article.structure.blocks[text.tokens[token].block as usize]
            .kind
            .tells_story()
        {
            continue;
        }
        let pronoun = Pronoun {
            token,
            gender,
            function,
        };
        if let Some((entity, rule)) = chooser.person(pronoun, coming.peek().copied()) {
            found.push((token, entity, rule));
            chooser.learn(pronoun, entity, rule);
            chooser.meet(token..token + 1, entity, true);
        }
    }
    for (token, entity, rule) in found {
        draft.add(token..token + 1, MentionForm::Pronoun, entity, rule);
    }
}

fn read(article: &Stages, token: usize) -> Option<(Gender, Function)> {
    use Function::*;
    use Gender::*;
    let form = article.text.form(token);
    if form.len() < 2 || form.len() > 7 {
        return None;
    }
    Some(match form {
        "he" => (Masculine, Subject),
        "him" => (Masculine, Object),
        "his" => (Masculine, Possessive),
        "himself" => (Masculine, Reflexive),
        "she" => (Feminine, Subject),
        "her" if article.language.parts[token] == PartOfSpeech::Pronoun => (Feminine, Object),
        "her" | "hers" => (Feminine, Possessive),
        "herself" => (Feminine, Reflexive),
        _ => return None,
    })
}

/// The mentions of people outside furniture, by token; of a title and its name only the name.
fn people(article: &Stages, draft: &Draft) -> Vec<Next> {
    let mut people: Vec<Next> = draft
        .mentions
        .iter()
        .filter(|m| draft.is_person(m.entity))
        .filter(|m| {
            !matches!(
                m.rule,
                MentionRule::TitleBeforeName | MentionRule::Apposition | MentionRule::SaidToBe
            )
        })
        .filter(|m| {
            let block = article.text.tokens[m.tokens.start as usize].block;
            article.structure.blocks[block as usize].kind.tells_story()
        })
        .map(|m| Next {
            start: m.tokens.start,
            end: m.tokens.end,
            entity: m.entity,
        })
        .collect();
    people.sort_unstable_by_key(|p| (p.start, p.end));
    people
}

#[cfg(test)]
mod tests {
    use crate::entities::check::check_joined;

    #[test]
    fn the_subject_comes_before_others() {
        check_joined(
            "P[Ilse Moor] met P[Ana Ruiz] on Monday. She said the talks were good. Her plan was accepted.",
            "Ilse Moor: Ilse Moor, ~She, ~Her",
        );
    }

    #[test]
    fn a_title_rules_others_out() {
        check_joined(
            "Mr P[Vale] met Ms P[Moor]. She left early, and he stayed.",
            "Vale: Vale, ~he
             Moor: Moor, ~She",
        );
    }

    #[test]
    fn the_object_is_not_the_subject_of_its_clause() {
        check_joined(
            "Mr P[Brandt] praised Mr P[Vale]. P[Brandt] thanked him.",
            "Vale: Vale, ~him",
        );
    }

    #[test]
    fn a_sentence_that_opens_with_a_clause_speaks_of_the_subject_after_the_comma() {
        check_joined(
            "P[Hal Brandt] resigned on Friday. In his speech, P[Tom Ade] said nothing.",
            "Tom Ade: ~his, Tom Ade",
        );
    }

    #[test]
    fn the_subject_is_found_over_what_describes_it() {
        check_joined(
            "P[Ana Ruiz] lives there. The town's former mayor, P[Ilse Moor], told the paper no. She left.",
            "Ilse Moor (former mayor): *former mayor, Ilse Moor, ~She",
        );
    }

    #[test]
    fn a_given_name_alone_tells_nobody() {
        check_joined("P[Mary Vale] met P[John Ade] on Monday. He was tired.", "");
    }

    #[test]
    fn somebody_quoted_is_spoken_to_not_of() {
        check_joined(
            "P[Tom Ade] came in. “Thank you, P[Hal],” he said.",
            "Tom Ade: Tom Ade, ~he",
        );
    }

    #[test]
    fn in_quotation_marks_he_is_not_the_speaker() {
        check_joined(
            "P[Tom Ade] spoke of P[Hal Brandt]. P[Ade] said: “He never came.”",
            "Hal Brandt: Hal Brandt, ~He",
        );
    }

    #[test]
    fn two_that_fit_equally_leave_it_open() {
        check_joined("P[Quin Vale] and P[Rin Moor] were there. She was tired.", "");
    }

    #[test]
    fn who_spoke_goes_on_speaking() {
        check_joined(
            "P[Tom Ade] said P[Hal Brandt] had known of it. “It is no secret,” he said.",
            "Tom Ade: Tom Ade, ~he",
        );
    }
}
