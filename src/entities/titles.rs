//! Roles that stand beside a name: before it, in apposition to it, or said of it.

use super::Stages;
use super::beside::{Beside, RolePhrase};
use super::description::Description;
use super::draft::{Draft, span_of};
use super::words::ROLES;
use crate::analysis::{MentionForm, MentionRule};
use crate::text::{Text, TokenKind};

/// More roles of one person than this are not recorded.
const MOST_ROLES: usize = 8;

/// A role and its holder.
pub(super) struct Introduction {
    pub entity: u32,
    pub description: Description,
    /// The first token of the phrase.
    pub at: u32,
}

/// Adds the roles beside every person's name to the draft, and returns who was introduced as what.
pub(super) fn find(article: &Stages, draft: &mut Draft) -> Vec<Introduction> {
    let text = article.text;
    let mut introductions: Vec<Introduction> = Vec::new();
    for n in 0..draft.names {
        let name = draft.mentions[n].clone();
        if !draft.is_person(name.entity) {
            continue;
        }
        let (start, end) = (name.tokens.start as usize, name.tokens.end as usize);
        let sentence = &text.sentences[text.sentence_of(start)].tokens;
        let sentence = sentence.start as usize..sentence.end as usize;
        let age = age_after(text, end, sentence.end).or_else(|| age_before(article, draft, start, sentence.start));
        if let Some(age) = age {
            draft.entities[name.entity as usize].age = Some(age);
        }
        let beside = Beside {
            text,
            words: article.words,
            language: article.language,
            article,
            draft,
            sentence,
        };
        let leads = beside.leads(end);
        let found = [
            (beside.title(start), MentionRule::TitleBeforeName),
            (beside.apposition(end), MentionRule::Apposition),
            (beside.description_before(start, end), MentionRule::Apposition),
            (beside.predicate(end), MentionRule::SaidToBe),
        ];
        for (phrase, rule) in found {
            if let Some(phrase) = phrase {
                let introduction = introduce(article, draft, name.entity, phrase, rule);
                introductions.extend(introduction);
            }
        }
        if let Some(phrase) = leads {
            let description = Description::read(article, draft, phrase.before, phrase.noun, phrase.role, phrase.after);
            introductions.push(Introduction {
                entity: name.entity,
                description,
                at: end as u32,
            });
        }
    }
    introductions
}

/// Records the role; a relative's is none.
fn introduce(
    article: &Stages,
    draft: &mut Draft,
    entity: u32,
    phrase: RolePhrase,
    rule: MentionRule,
) -> Option<Introduction> {
    let text = article.text;
    let mut before = phrase.before;
    if let Some(owner) = owner_before(text, draft, before.start) {
        before.start = owner;
    }
    let description = Description::read(article, draft, before, phrase.noun, phrase.role, phrase.after);
    let known = &mut draft.entities[entity as usize];
    if let Some(role) = phrase.role.map(|r| &ROLES[r as usize]) {
        known.gender = known.gender.or(role.gender);
        if role.kin {
            return None;
        }
    }
    if known.roles.len() < MOST_ROLES {
        known
            .roles
            .push(span_of(text, phrase.tokens.start as u32..phrase.tokens.end as u32));
    }
    let at = phrase.tokens.start as u32;
    draft.add(phrase.tokens, MentionForm::Role, entity, rule);
    Some(Introduction {
        entity,
        description,
        at,
    })
}

/// The first token of "Norway" in "Norway's president".
pub(super) fn owner_before(text: &Text, draft: &Draft, at: usize) -> Option<usize> {
    if at < 2 || text.form(at - 1) != "'s" {
        return None;
    }
    draft.name_at(at - 2).map(|n| n.tokens.start as usize)
}

/// "Ilse Moor, 54," and "Ilse Moor (54)".
fn age_after(text: &Text, end: usize, limit: usize) -> Option<u32> {
    if end + 2 >= limit || !matches!(text.form(end), "," | "(") || text.tokens[end + 1].kind != TokenKind::Number {
        return None;
    }
    let age = text.form(end + 1).parse().ok().filter(|a| (1..120).contains(a))?;
    matches!(text.form(end + 2), "," | ")" | "." | ":").then_some(age)
}

/// How far before a name its bearer's age stands, in tokens.
const AGE_BEFORE: usize = 14;

/// "the 54-year-old deckhand Ilse Moor", "a 54-year-old deckhand from the north, Ilse Moor".
fn age_before(article: &Stages, draft: &Draft, start: usize, from: usize) -> Option<u32> {
    let text = article.text;
    let last = start - usize::from(start > from && text.form(start - 1) == ",");
    let describes = |t: usize| {
        use crate::language::PartOfSpeech::*;
        let part = article.language.parts[t];
        matches!(
            part,
            Noun | PluralNoun | Adjective | ProperNoun | Preposition | Determiner | Number
        ) || text.form(t) == "-"
    };
    let far = start.saturating_sub(AGE_BEFORE).max(from);
    let old = (far..last)
        .rev()
        .take_while(|&t| describes(t))
        .find(|&t| text.form(t) == "old")?;
    let number = old.checked_sub(4).filter(|&t| t >= from)?;
    let whole = text.form(number + 1) == "-" && text.form(number + 2) == "year" && text.form(old - 1) == "-";
    // "the 54-year-old brother of Hal Brandt": the age is another's.
    let other =
        (old + 1..last).any(|t| text.form(t) == "of" || draft.name_at(t).is_some_and(|n| draft.is_person(n.entity)));
    let age = text.form(number).parse().ok().filter(|a| (1..120).contains(a))?;
    (whole && !other).then_some(age)
}

#[cfg(test)]
mod tests {
    use crate::entities::check::check;

    #[test]
    fn titles_before_a_name_are_roles() {
        check(
            "G[British] Prime Minister P[Tom Ade] met Deputy Mayor P[Ilse Moor], former foreign secretary Sir P[Hal Brandt] and O[Quay Bank] chief executive P[Ana Ruiz].",
            "Tom Ade (British Prime Minister): *British Prime Minister, Tom Ade
             British: British
             Ilse Moor (Deputy Mayor): *Deputy Mayor, Ilse Moor
             Hal Brandt (former foreign secretary): *former foreign secretary, Hal Brandt
             Ana Ruiz (Quay Bank chief executive): *Quay Bank chief executive, Ana Ruiz
             Quay Bank: Quay Bank",
        );
    }

    #[test]
    fn descriptions_beside_a_name_are_roles() {
        check(
            "P[Ilse Moor], 54, head of the port union since 2011, met P[Hal Brandt], a retired welder. The mayor of L[Arlen], P[Ana Ruiz], left.",
            "Ilse Moor (head of the port union): Ilse Moor, *head of the port union
             Hal Brandt (retired welder): Hal Brandt, *retired welder
             Ana Ruiz (mayor of Arlen): *mayor of Arlen, Ana Ruiz
             Arlen: Arlen",
        );
    }

    #[test]
    fn a_role_that_acts_after_a_comma_is_somebody_else() {
        check(
            "According to P[Ilse Moor], the minister said no. P[Moor], President P[Hal Brandt] and others left.",
            "Ilse Moor: Ilse Moor, Moor
             Hal Brandt (President): *President, Hal Brandt",
        );
    }

    #[test]
    fn what_somebody_is_said_to_be() {
        check(
            "P[Ilse Moor] was elected president of L[Norway]. P[Hal Brandt], who is a nurse, is tired.",
            "Ilse Moor (president of Norway): Ilse Moor, *president of Norway
             Norway: Norway
             Hal Brandt (nurse): Hal Brandt, *nurse",
        );
    }

    #[test]
    fn relatives_are_no_roles() {
        check(
            "Mr P[Vale] came with his wife P[Ana Vale] and P[Tom Ruiz], the brother of P[Ana].",
            "Mr Vale: Vale, ~his
             Ana Vale: Ana Vale, Ana
             Tom Ruiz: Tom Ruiz",
        );
    }

    #[test]
    fn who_leads_something_is_its_leader() {
        check(
            "P[Ilse Moor], who leads the port union, left. The union leader said no. P[Hal Brandt], who led a horse, left. The horse leader came.",
            "Ilse Moor: Ilse Moor, *The union leader
             Hal Brandt: Hal Brandt, *The horse leader",
        );
    }
}
