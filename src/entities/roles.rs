//! Definite roles that mean somebody known: "the minister", "the British premier", "Arlen's mayor".

use rustc_hash::FxHashMap as HashMap;
use std::ops::Range;

use super::Stages;
use super::alternation::{self, OpenOffice};
use super::beside::{is_verb, modifiers_before};
use super::description::{Description, Fit};
use super::draft::Draft;
use super::titles::{Introduction, owner_before};
use super::words::{Country, ROLES, canonical, is_hyphen};
use crate::analysis::{MentionForm, MentionRule};
use crate::language::PartOfSpeech;
use crate::lexicon::SAYING;
use crate::text::{Case, Text, TokenKind};

/// At most this many holders of one role are compared.
const MOST_HOLDERS: usize = 32;
/// An occupation ("the nurse") means the person introduced so no more than this many sentences before.
const SENTENCES_BACK: usize = 3;

/// Adds a mention for every definite role whose holder is known.
pub(super) fn join(article: &Stages, introductions: &[Introduction], draft: &mut Draft) {
    let &Stages {
        text, structure, words, ..
    } = article;
    let mut holders: HashMap<u16, Vec<u32>> = HashMap::default();
    for (i, introduction) in introductions.iter().enumerate() {
        for noun in introduction.description.nouns() {
            let list = holders.entry(noun).or_default();
            if list.len() < MOST_HOLDERS {
                list.push(i as u32);
            }
        }
    }
    let home = country_named_most(draft);
    let covered = covered_by_titles(text, draft);
    // When each entity was last mentioned, as the text is gone through.
    let mut last: Vec<Option<u32>> = vec![None; draft.entities.len()];
    let mut next_name = 0;
    let mut found = Vec::new();
    let mut open = Vec::new();
    for (t, &covered) in covered.iter().enumerate() {
        while next_name < draft.names && (draft.mentions[next_name].tokens.start as usize) < t {
            let name = &draft.mentions[next_name];
            last[name.entity as usize] = Some(name.tokens.start);
            next_name += 1;
        }
        if text.tokens[t].kind != TokenKind::Word || covered || draft.name_at(t).is_some() {
            continue;
        }
        let block = text.tokens[t].block;
        let from = text.blocks[block as usize].tokens.start as usize;
        let Some((role, first)) = words.role_ending_at(text, t, from) else {
            continue;
        };
        let display = structure.blocks[block as usize].kind.drops_articles();
        let Some((tokens, description)) = definite(article, draft, first..t + 1, role, display) else {
            continue;
        };
        let seen = Seen {
            text,
            draft,
            last: &last,
            at: t,
            home,
        };
        if let Some((entity, rule)) = seen.holder(&description, introductions, &holders, display) {
            last[entity as usize] = Some(t as u32);
            found.push((tokens, entity, rule));
        } else if ROLES[role as usize].office && description.is_bare() && !holders.contains_key(&canonical(role)) {
            open.push(OpenOffice { tokens, role });
        }
    }
    found.extend(by_age(text, draft));
    for (tokens, entity, rule) in found {
        draft.add(tokens, MentionForm::Role, entity, rule);
    }
    alternation::join(article, open, introductions, draft);
}

/// "The 54-year-old" for the only person whose age the text gives so.
fn by_age(text: &Text, draft: &Draft) -> Vec<(Range<usize>, u32, MentionRule)> {
    let mut ages: HashMap<u32, Option<u32>> = HashMap::default();
    for (entity, known) in draft.entities.iter().enumerate() {
        if let Some(age) = known.age {
            let only = !ages.contains_key(&age);
            ages.insert(age, only.then_some(entity as u32));
        }
    }
    let is = |t: usize, words: &[&str]| text.tokens.get(t).is_some_and(|_| words.contains(&text.form(t)));
    (1..text.tokens.len())
        .filter(|&t| text.tokens[t].kind == TokenKind::Number && text.form(t - 1) == "the")
        .filter(|&t| is(t + 1, &["-"]) && is(t + 2, &["year"]) && is(t + 3, &["-"]) && is(t + 4, &["old"]))
        // "the 54-year-old nurse" is left to the noun.
        .filter(|&t| {
            text.tokens.get(t + 5).is_none_or(|n| {
                n.kind != TokenKind::Word
                    || n.case != Case::Lower
                    || SAYING.contains(text.form(t + 5))
                    || is(
                        t + 5,
                        &["was", "is", "has", "had", "who", "and", "from", "will", "also"],
                    )
            })
        })
        .filter_map(|t| {
            let entity = *ages.get(&text.form(t).parse().ok()?)?;
            Some((t - 1..t + 5, entity?, MentionRule::Age))
        })
        .collect()
}

/// The country that most names in the text name, itself or its people; 0 where there is none.
fn country_named_most(draft: &Draft) -> Country {
    let mut counts: HashMap<Country, u32> = HashMap::default();
    for name in &draft.mentions[..draft.names] {
        *counts.entry(draft.entities[name.entity as usize].country).or_default() += 1;
    }
    counts.remove(&0);
    counts
        .into_iter()
        .max_by_key(|&(country, n)| (n, country))
        .map_or(0, |(country, _)| country)
}

/// Tokens that already belong to a title or an apposition.
fn covered_by_titles(text: &Text, draft: &Draft) -> Vec<bool> {
    let mut covered = vec![false; text.tokens.len()];
    for role in &draft.mentions[draft.names..] {
        covered[role.tokens.start as usize..role.tokens.end as usize].fill(true);
    }
    covered
}

/// The tokens, article included, and the meaning of a definite role phrase with its `noun`.
fn definite(
    article: &Stages,
    draft: &Draft,
    noun: Range<usize>,
    role: u16,
    display: bool,
) -> Option<(Range<usize>, Description)> {
    let &Stages { text, language, .. } = article;
    let (first, last, next) = (noun.start, noun.end - 1, noun.end);
    let from = text.blocks[text.tokens[last].block as usize].tokens.start as usize;
    let same_block = |t: usize| text.tokens.get(t).is_some_and(|x| x.block == text.tokens[last].block);
    if same_block(next) {
        // "the minister Jon Ade" is a title, "the driver shortage" no person.
        let part = language.parts[next];
        let continues = draft.name_at(next).is_some()
            || matches!(
                part,
                PartOfSpeech::Noun | PartOfSpeech::PluralNoun | PartOfSpeech::ProperNoun
            ) && !display
                && text.tokens[next].kind == TokenKind::Word
            || is_hyphen(text, next) && !text.tokens[next].space_before;
        if continues {
            return None;
        }
    }
    let mut start = modifiers_before(article, draft, first, from);
    let before = start.checked_sub(1).filter(|&b| b >= from);
    let determiner = before.map_or("", |b| text.form(b));
    let mut modifiers = start..first;
    match determiner {
        "the" => start -= 1,
        // "Arlen's mayor".
        "'s" => {
            start = owner_before(text, draft, start)?;
            if draft.is_person(draft.name_at(start)?.entity) {
                return None;
            }
            modifiers = start..first;
        }
        _ if display
            && !matches!(
                determiner,
                "a" | "an" | "his" | "her" | "their" | "its" | "my" | "our" | "your" | "no"
            ) =>
        {
            // "British premier urges …": not every noun of a headline means somebody; an office or a country must.
            if !ROLES[role as usize].office {
                return None;
            }
        }
        _ => return None,
    }
    let after = if same_block(next) && matches!(text.form(next), "of" | "for" | "at") {
        let mut end = next + 1;
        while same_block(end)
            && end < next + 8
            && text.tokens[end].kind == TokenKind::Word
            && !is_verb(language.parts[end])
            && !matches!(text.form(end), "who" | "which" | "that" | "and" | "in" | "on" | "to")
        {
            end += 1;
        }
        next..end
    } else {
        next..next
    };
    let end = after.end;
    let description = Description::read(article, draft, modifiers, noun, Some(role), after);
    Some((start..end, description))
}

/// What is known of the holders where a role stands.
struct Seen<'a> {
    text: &'a Text<'a>,
    draft: &'a Draft,
    last: &'a [Option<u32>],
    at: usize,
    /// The country named most.
    home: Country,
}

impl Seen<'_> {
    fn holder(
        &self,
        description: &Description,
        introductions: &[Introduction],
        holders: &HashMap<u16, Vec<u32>>,
        display: bool,
    ) -> Option<(u32, MentionRule)> {
        let role = description.role?;
        let noun = &ROLES[role as usize];
        if noun.kin {
            return None;
        }
        let mut best: Vec<(u32, Fit, bool)> = Vec::new();
        for &i in holders.get(&canonical(role)).map_or(&[][..], |l| l) {
            let introduction = &introductions[i as usize];
            if !noun.office && !self.is_near(introduction) {
                continue;
            }
            let fit = description.fits(&introduction.description, self.draft, self.home);
            if fit == Fit::No {
                continue;
            }
            let exact = introduction.description.role.map(canonical) == Some(canonical(role));
            match best.iter_mut().find(|b| b.0 == introduction.entity) {
                Some(b) => *b = (b.0, b.1.max(fit), b.2 || exact),
                None => best.push((introduction.entity, fit, exact)),
            }
        }
        let most = best.iter().map(|b| (b.1, b.2)).max()?;
        let told = most.0 == Fit::Same;
        best.retain(|b| (b.1, b.2) == most);
        let rule = if told {
            MentionRule::RoleOfCountry
        } else {
            MentionRule::OnlyHolder
        };
        if let [(entity, ..)] = best[..] {
            return Some((entity, rule));
        }
        if display {
            return None;
        }
        // Several hold it: the one named last, unless two were named in that sentence.
        let mut named: Vec<(usize, u32)> = best
            .iter()
            .filter_map(|&(e, ..)| self.last[e as usize].map(|t| (self.text.sentence_of(t as usize), e)))
            .collect();
        named.sort_unstable();
        let (sentence, entity) = *named.last()?;
        let doubtful = named.iter().filter(|n| n.0 == sentence).count() > 1;
        (!doubtful).then_some((entity, MentionRule::LastNamedHolder))
    }

    fn is_near(&self, introduction: &Introduction) -> bool {
        let here = self.text.sentence_of(self.at);
        let seen = self.last[introduction.entity as usize]
            .unwrap_or(0)
            .max(introduction.at);
        (introduction.at as usize) < self.at && self.text.sentence_of(seen as usize) + SENTENCES_BACK >= here
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::check::check_joined;

    #[test]
    fn a_headline_role_joins_the_holder_named_later() {
        check_joined(
            "G[Dutch] premier urges L[Norway] to wait\n\nG[Dutch] Prime Minister P[Ilse Moor] spoke on Monday. The prime minister spoke. The PM was tired.",
            "Ilse Moor (Dutch Prime Minister): *Dutch premier, *Dutch Prime Minister, Ilse Moor, *The prime minister, *The PM",
        );
    }

    #[test]
    fn the_country_decides_among_presidents() {
        check_joined(
            "G[Norwegian] President P[Hal Brandt] met L[Turkey]'s president, P[Ana Ruiz]. The G[Turkish] leader spoke to the president of L[Norway].",
            "Hal Brandt (Norwegian President): *Norwegian President, Hal Brandt, *the president of Norway
             Ana Ruiz (president): *president, Ana Ruiz, *The Turkish leader",
        );
    }

    #[test]
    fn another_country_or_house_has_its_own_president() {
        check_joined(
            "In L[Norway], President P[Hal Brandt] spoke. L[Norway] cheered. The president of the O[Tide Court] was silent, and so was the G[Dutch] president.",
            "Hal Brandt (President): *President, Hal Brandt",
        );
    }

    #[test]
    fn an_age_means_the_only_person_of_it() {
        check_joined(
            "P[Ilse Moor], 54, met P[Hal Brandt] (61). The 54-year-old said no.",
            "Ilse Moor: Ilse Moor, *The 54-year-old",
        );
    }

    #[test]
    fn of_two_holders_the_last_named_is_meant() {
        check_joined(
            "Minister P[Ilse Moor] came. Minister P[Hal Brandt] did not. P[Moor] waited. The minister said so.",
            "Ilse Moor (Minister): *Minister, Ilse Moor, Moor, *The minister
             Hal Brandt (Minister): *Minister, Hal Brandt",
        );
    }

    #[test]
    fn two_holders_in_one_sentence_leave_it_open() {
        check_joined(
            "Minister P[Ilse Moor] met minister P[Hal Brandt]. The minister said so.",
            "Ilse Moor (Minister): *Minister, Ilse Moor
             Hal Brandt (minister): *minister, Hal Brandt",
        );
    }

    #[test]
    fn a_deputy_and_a_former_minister_are_other_people() {
        check_joined(
            "Deputy Mayor P[Ilse Moor] met former minister P[Hal Brandt]. The mayor was away. The minister too. The former minister said no.",
            "Ilse Moor (Deputy Mayor): *Deputy Mayor, Ilse Moor
             Hal Brandt (former minister): *former minister, Hal Brandt, *The former minister",
        );
    }

    #[test]
    fn somebodys_lawyer_and_a_compound_noun_mean_nobody_known() {
        check_joined(
            "P[Jon Ade], a lawyer, spoke. P[Moor]'s lawyer did not. The lawyer shortage grew.",
            "Jon Ade (lawyer): Jon Ade, *lawyer",
        );
    }

    #[test]
    fn the_chief_of_a_house_in_capitals_is_another() {
        check_joined(
            "WHO chief warns of floods\n\nThe port chief P[Ilse Moor] spoke on Monday of the floods in the town.",
            "Ilse Moor (port chief): *port chief, Ilse Moor",
        );
    }
}
