//! Speakers that stand for no entity: "they" after "the crews", "the official" after "a senior port official"; and how
//! sure a speaker can be who is only "he".

use std::collections::{HashMap, HashSet};

use crate::analysis::{Confidence, Entity, EntityId, EntityKind, Quotation, Span, Speaker, SpeakerStatus};
use crate::entities::Entities;
use crate::phrases::{Class, class_of};
use crate::quotations::carrier::Article;
use crate::quotations::phrase::is_handle;
use crate::quotations::{Passage, speaker};

/// Somebody or something that a sentence is about or quotes, and that no entity stands for.
struct Known {
    /// Where it is mentioned.
    end: u32,
    block: u32,
    speaker: Speaker,
    /// Of the noun that says what it is; None where that is not known.
    class: Option<Class>,
}

/// How many blocks back "they" reaches.
const REACH: u32 = 2;

/// Gives pronouns that mean no entity the description they stand for. Where there is none the speaker is weak: the
/// text says "he", and we do not know who that is. `quotations` are in text order.
pub(super) fn join(article: &Article, passages: &[Passage], quotations: &mut [Quotation]) {
    let source = article.text.source;
    let holders = holders(&article.entities.entities);
    let known = described(passages);
    let mut full: Vec<(String, Speaker)> = Vec::new();
    for q in quotations.iter_mut().filter(|q| q.speaker.entity.is_none()) {
        let (Some(name), Some(mention)) = (q.speaker.name.clone(), q.speaker.mention) else {
            continue;
        };
        if !matches!(q.speaker.status, SpeakerStatus::Unnamed | SpeakerStatus::Collective) {
            continue;
        }
        if q.speaker.status == SpeakerStatus::Collective && q.speaker.members.is_empty() {
            q.speaker.members = all_of_role(&name, &holders);
        }
        let Some(number) = number(&name) else {
            reuse(&mut full, q, &name);
            // "the minister", where two ministers are known, may be either.
            let definite = mention.of(source).to_lowercase().starts_with("the ");
            if definite && q.speaker.status == SpeakerStatus::Unnamed {
                let several = last_word(&name)
                    .and_then(|n| holders.get(&n))
                    .is_some_and(|who| who.len() > 1);
                let at_most = if several { Confidence::Weak } else { Confidence::Likely };
                q.confidence = q.confidence.max(at_most);
            }
            continue;
        };
        let before = known.partition_point(|k| k.end <= mention.start);
        let antecedent = known[..before]
            .iter()
            .rev()
            .take(12)
            .take_while(|k| k.block + REACH >= q.block)
            .find(|k| fits(number, k));
        match antecedent {
            Some(k) => {
                q.speaker.name = k.speaker.name.clone();
                q.speaker.status = k.speaker.status;
                q.speaker.members = k.speaker.members.clone();
                q.confidence = q.confidence.max(Confidence::Likely);
            }
            None => q.confidence = Confidence::Weak,
        }
    }
}

/// Makes speakers that are right less often than the surest no more than likely, or weak.
pub(super) fn temper(article: &Article, quotations: &mut [Quotation]) {
    for q in quotations {
        let understood = understood(article, &q.speaker);
        if understood.is_some_and(|words| stands_between(article, q, words)) {
            q.confidence = Confidence::Weak;
        } else if understood.is_some() || stands_for_its_government(article, &q.speaker) {
            q.confidence = q.confidence.max(Confidence::Likely);
        }
    }
}

/// The crews came late. They wrote: “We are sorry.” — the words that "they" stands for, where these are no name.
fn understood(article: &Article, speaker: &Speaker) -> Option<Span> {
    let mention = speaker.mention.filter(|_| speaker.entity.is_none())?;
    article.entities.antecedent(mention)
}

/// The crews came late. ⏎ “We are sorry,” they wrote: a paragraph ends and the quotation lies between the two.
fn stands_between(article: &Article, q: &Quotation, words: Span) -> bool {
    let text = article.text;
    let after = q.speaker.mention.is_some_and(|pronoun| q.span.end <= pronoun.start);
    let elsewhere = text.tokens[text.tokens_in(words)]
        .first()
        .is_some_and(|t| t.block < q.block);
    after && elsewhere
}

/// Arlen accused its neighbour of “piracy”: a place speaks for its government, its people or its team.
fn stands_for_its_government(article: &Article, speaker: &Speaker) -> bool {
    let place = |e: u32| article.entities.entities[e as usize].kind == EntityKind::Place;
    speaker.entity.is_some_and(place)
}

/// “So I said: ‘Never,’” Moor recalled: "I" within a quotation is its speaker. `quotations` are in text order.
pub(super) fn first_person(quotations: &mut [Quotation]) {
    for i in 0..quotations.len() {
        let Some(outer) = quotations[i]
            .inside
            .filter(|_| quotations[i].speaker.status == SpeakerStatus::Author)
        else {
            continue;
        };
        let mention = quotations[i].speaker.mention;
        let speaker = quotations[outer as usize].speaker.clone();
        quotations[i].speaker = Speaker { mention, ..speaker };
    }
}

/// How many people are offered where nobody is attributed.
const CANDIDATES: usize = 3;

/// Lists for each quotation without a speaker the people named last before it, nearest first.
pub(super) fn list_candidates(article: &Article, quotations: &mut [Quotation]) {
    let Entities { entities, mentions, .. } = article.entities;
    let unknown = |q: &&mut Quotation| q.kind.is_speech() && q.speaker.status == SpeakerStatus::Unknown;
    for q in quotations.iter_mut().filter(unknown) {
        let before = mentions.partition_point(|m| m.span.end <= q.span.start);
        for mention in mentions[..before].iter().rev().take(40) {
            let person = entities[mention.entity as usize].kind == EntityKind::Person;
            if person && !q.speaker.candidates.contains(&mention.entity) {
                q.speaker.candidates.push(mention.entity);
            }
            if q.speaker.candidates.len() == CANDIDATES {
                break;
            }
        }
    }
}

/// Whom the sentences are about, in text order: subjects that are no entity and no pronoun.
fn described(passages: &[Passage]) -> Vec<Known> {
    let mut known: Vec<Known> = Vec::new();
    for passage in passages {
        let s = &passage.sentence;
        let main = s.main_subject(0..s.len());
        let cued = passage.reading.frames.iter().filter_map(|f| f.subject.clone());
        for phrase in main.into_iter().chain(cued) {
            let class = class_of(s.form(s.head_of(phrase.clone())));
            let speaker = speaker::read(s, phrase);
            let Some(mention) = speaker.mention else { continue };
            let pronoun = speaker.name.as_deref().is_none_or(|n| number(n).is_some());
            if speaker.entity.is_none() && !pronoun {
                known.push(Known {
                    end: mention.end,
                    block: passage.block,
                    speaker,
                    class,
                });
            }
        }
    }
    known.sort_by_key(|k| k.end);
    known
}

/// The entities that hold a role, by the last word of the role in lower case.
fn holders(entities: &[Entity]) -> HashMap<String, Vec<EntityId>> {
    let mut holders: HashMap<String, Vec<EntityId>> = HashMap::new();
    for (id, entity) in (0..).zip(entities) {
        let nouns: HashSet<String> = entity.roles.iter().filter_map(|role| last_word(role)).collect();
        for noun in nouns {
            holders.entry(noun).or_default().push(id);
        }
    }
    holders
}

/// "Both ministers", "the two ministers": the two of the article, where it has exactly two.
fn all_of_role(name: &str, holders: &HashMap<String, Vec<EntityId>>) -> Vec<EntityId> {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().filter(|w| *w != "the").collect();
    let (count, noun) = match words[..] {
        ["both" | "two", noun] => (2, noun),
        ["three", noun] | ["all", "three", noun] => (3, noun),
        _ => return Vec::new(),
    };
    let singular = noun.strip_suffix('s').unwrap_or(noun);
    let who = holders.get(singular).filter(|who| who.len() == count);
    who.cloned().unwrap_or_default()
}

fn last_word(words: &str) -> Option<String> {
    words.split_whitespace().next_back().map(str::to_lowercase)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Number {
    Person,
    Thing,
    Several,
}

/// What kind of speaker a pronoun stands for; None where the words are no pronoun.
fn number(words: &str) -> Option<Number> {
    Some(match words.to_lowercase().as_str() {
        "he" | "she" => Number::Person,
        "it" => Number::Thing,
        "they" => Number::Several,
        _ => return None,
    })
}

/// "The harbour plan was shown on Monday. *He* said …": a plan is no "he".
fn fits(number: Number, known: &Known) -> bool {
    let Known { speaker, class, .. } = known;
    match number {
        Number::Several => {
            // "rowan77 … they said"
            let handle = speaker.name.as_deref().is_some_and(is_handle);
            speaker.status == SpeakerStatus::Collective || handle
        }
        Number::Person => speaker.status == SpeakerStatus::Unnamed && class.is_none_or(|c| c == Class::Person),
        Number::Thing => speaker.status == SpeakerStatus::Document,
    }
}

/// "The official said" after "a senior port official said": the fuller words, where only one source ends in that noun.
fn reuse(full: &mut Vec<(String, Speaker)>, q: &mut Quotation, name: &str) {
    let Some(noun) = last_word(name) else { return };
    if name.contains(' ') {
        if full.len() < 50 && !full.iter().any(|(n, _)| *n == noun) {
            full.push((noun, q.speaker.clone()));
        }
    } else if q.speaker.status == SpeakerStatus::Unnamed
        && let Some((_, earlier)) = full.iter().find(|(n, _)| *n == noun)
    {
        q.speaker.name = earlier.name.clone();
        q.speaker.reason = q.speaker.reason.or(earlier.reason);
        q.confidence = q.confidence.max(Confidence::Likely);
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Confidence;
    use crate::analyze;

    fn confidence(source: &str) -> Confidence {
        analyze(source).quotations[0].confidence
    }

    #[test]
    fn a_participle_is_never_certain() {
        assert_ne!(
            confidence("Ilse Moor called a vote on Monday, saying “it is over”."),
            Confidence::Certain
        );
        assert_eq!(
            confidence(
                "The port of Arlen was shut by a storm on Sunday night.\n\n“It is over now and we start on Monday,” Ilse Moor said."
            ),
            Confidence::Certain
        );
    }

    #[test]
    fn they_is_never_certain_and_weak_where_another_paragraph_names_them() {
        let near = "The port officials were late on Monday. “We are sorry,” they wrote.";
        let far = "The port officials were late on Monday.\n\n“We are sorry,” they wrote.";
        assert_eq!(confidence(far), Confidence::Weak);
        assert_ne!(confidence(near), Confidence::Certain);
    }

    #[test]
    fn a_place_is_likely() {
        assert_eq!(
            confidence("“We will not yield,” France said on Monday."),
            Confidence::Likely
        );
    }
}
