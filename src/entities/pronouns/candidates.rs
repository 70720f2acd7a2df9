//! The choice among the people that a pronoun may mean.

use std::ops::Range;

use super::seen::{InSentence, Seen};
use super::{Function, Pronoun};
use crate::analysis::MentionRule;
use crate::entities::Stages;
use crate::entities::draft::Draft;
use crate::entities::words::Gender;
use crate::language::PartOfSpeech;
use crate::lexicon::cues::reports_clause;

/// At most this many mentions are looked at for one pronoun.
const MENTIONS_BACK: usize = 32;
/// No clause is looked at further than this, in tokens.
const LONGEST_CLAUSE: usize = 60;
/// What a mention counts by how many sentences of the reporter's words it lies back; further back counts nothing.
/// These weights were set by hand and then tried out, each up and down, on GAP (development part) and GUM.
const BY_DISTANCE: [f32; 4] = [3.0, 1.6, 0.3, 0.3];
const IN_ANOTHER_BLOCK: f32 = -0.2;
const SUBJECT: f32 = 1.0;
const OWNER: f32 = 0.5;
const IN_PARENTHESES: f32 = -1.0;
/// A name in quotation marks, for a pronoun outside them.
const QUOTED: f32 = -2.0;
/// The mention is itself a pronoun, in the same sentence.
const PRONOUN_HERE: f32 = 0.7;
/// "Moor sold her house": a possessive means the subject of its clause.
const OWN_SUBJECT: f32 = 1.9;
/// "Moor said she": the subject of the saying.
const SAYS: f32 = 0.65;
/// "Moor said no. “Never,” she added": who spoke goes on speaking.
const SPEAKS_ON: f32 = 0.6;
/// "Moor urged calm. “Wait,” she said": who was named as speaking in the sentence before.
const NAMED_LAST: f32 = 0.3;
/// Subject after subject, object after object.
const PARALLEL: f32 = 0.75;
const TITLE_AGREES: f32 = 0.7;
const PRONOUN_AGREES: f32 = 0.2;
const EVERY_OTHER_MENTION: f32 = 0.5;
/// "After she won, Moor said": the subject after the comma.
const AFTER_THE_COMMA: f32 = 6.0;
/// A candidate must count this much, and this much more than the next; twice as much in quotation marks.
const LEAST: f32 = 1.0;
const MARGIN: f32 = 0.4;

/// A person's mention to come.
#[derive(Clone, Copy)]
pub(super) struct Next {
    pub start: u32,
    pub end: u32,
    pub entity: u32,
}

struct Candidate {
    entity: u32,
    score: f32,
    part: InSentence,
}

pub(super) struct Chooser<'a> {
    seen: Seen<'a>,
    /// What titles tell of each entity.
    told: Vec<Option<Gender>>,
    /// What earlier pronouns tell.
    learned: Vec<Option<Gender>>,
    /// The usual use of the given name.
    usage: Vec<Option<Gender>>,
}

impl<'a> Chooser<'a> {
    pub fn new(article: &Stages, draft: &Draft, seen: Seen<'a>) -> Chooser<'a> {
        let usage = |words: &[u32]| words.first().and_then(|&w| article.words.of_key(w).usage);
        Chooser {
            seen,
            told: draft.entities.iter().map(|e| e.gender).collect(),
            learned: vec![None; draft.entities.len()],
            usage: draft.entities.iter().map(|e| usage(&e.words)).collect(),
        }
    }

    /// Takes note of a person's mention.
    pub fn meet(&mut self, tokens: Range<usize>, entity: u32, pronoun: bool) {
        self.seen.meet(tokens, entity, pronoun);
    }

    /// Takes note of what a pronoun tells of its person.
    pub fn learn(&mut self, pronoun: Pronoun, entity: u32, rule: MentionRule) {
        if rule != MentionRule::GivenNameUsage && !self.seen.is_quoted(pronoun.token) {
            self.learned[entity as usize] = Some(pronoun.gender);
        }
    }

    /// Whom the pronoun means. `next` is the person mentioned next after it.
    pub fn person(&self, pronoun: Pronoun, next: Option<Next>) -> Option<(u32, MentionRule)> {
        let quoted = self.seen.is_quoted(pronoun.token);
        let mut candidates = self.candidates(pronoun, quoted);
        if let Some(entity) = self.named_after_the_comma(pronoun, next)
            && !quoted
            && self.can_be(entity, pronoun.gender)
            && !self.is_contrary(entity, pronoun.gender)
        {
            candidates.retain(|c| c.entity != entity);
            candidates.push(Candidate {
                entity,
                score: AFTER_THE_COMMA,
                part: InSentence::Subject,
            });
        }
        candidates.sort_by(|a, b| b.score.total_cmp(&a.score));
        self.choose(&candidates, pronoun.gender, if quoted { 2.0 * MARGIN } else { MARGIN })
    }

    fn choose(&self, candidates: &[Candidate], gender: Gender, margin: f32) -> Option<(u32, MentionRule)> {
        let (best, others) = candidates.split_first()?;
        if best.score < LEAST {
            return None;
        }
        let mut fitting = candidates.iter().filter(|c| !self.is_contrary(c.entity, gender));
        let first = fitting.next()?;
        let second = fitting.next();
        let told = |c: &Candidate| {
            self.told[c.entity as usize] == Some(gender) || self.learned[c.entity as usize] == Some(gender)
        };
        let is_clear = first.score >= LEAST && second.is_none_or(|s| first.score - s.score >= margin);
        if first.entity != best.entity {
            // The best by its place is a person whose given name speaks against it: only a title or pronoun tells of another.
            return (is_clear && told(first)).then_some((first.entity, MentionRule::AgreesWithTitle));
        }
        if !is_clear {
            // Two fit equally by their places.
            return None;
        }
        let by_usage = others.first().is_some_and(|o| best.score - o.score < margin);
        let rule = match others.first() {
            None => MentionRule::OnlyCandidate,
            Some(_) if by_usage && !told(best) => MentionRule::GivenNameUsage,
            Some(o) if told(best) && !told(o) => MentionRule::AgreesWithTitle,
            _ if best.part == InSentence::Subject => MentionRule::Subject,
            _ => MentionRule::Topic,
        };
        Some((best.entity, rule))
    }

    /// No title and no earlier pronoun speaks against it.
    fn can_be(&self, entity: u32, gender: Gender) -> bool {
        let known = self.told[entity as usize].or(self.learned[entity as usize]);
        known.is_none_or(|g| g == gender)
    }

    /// The given name is nearly always used for the other.
    fn is_contrary(&self, entity: u32, gender: Gender) -> bool {
        self.told[entity as usize].is_none()
            && self.learned[entity as usize].is_none()
            && self.usage[entity as usize].is_some_and(|g| g != gender)
    }

    fn candidates(&self, pronoun: Pronoun, quoted: bool) -> Vec<Candidate> {
        let t = pronoun.token;
        let clause_subject = self.subject_of_clause(t);
        let speaker = if quoted { self.likely_speaker(t) } else { None };
        let speaks = !quoted && self.seen.speaks(t..t + 1);
        let mut candidates: Vec<Candidate> = Vec::new();
        for met in self.seen.met.iter().rev().take(MENTIONS_BACK) {
            let at = met.at as usize;
            let back = self.seen.sentences_between(at, t);
            let Some(&by_distance) = BY_DISTANCE.get(back as usize) else {
                break;
            };
            let entity = met.entity;
            if !self.can_be(entity, pronoun.gender) || Some(entity) == speaker {
                continue;
            }
            let own_subject = clause_subject == Some(entity);
            match pronoun.function {
                Function::Object if own_subject => continue,
                Function::Reflexive if !own_subject && clause_subject.is_some() => continue,
                _ => {}
            }
            let here = self.seen.sentence(at) == self.seen.sentence(t);
            let mut score = by_distance;
            score += match met.part {
                InSentence::Subject => SUBJECT,
                InSentence::Owner => OWNER,
                InSentence::Other => 0.0,
            };
            let parallel = match pronoun.function {
                Function::Subject => met.part == InSentence::Subject,
                Function::Object => met.part == InSentence::Other,
                _ => false,
            };
            let agrees = |told: &[Option<Gender>]| told[entity as usize] == Some(pronoun.gender);
            for (holds, weight) in [
                (parallel, PARALLEL),
                (speaks && met.speaks, SPEAKS_ON),
                (speaks && met.speaks && !met.pronoun && back == 1, NAMED_LAST),
                (met.pronoun && here, PRONOUN_HERE),
                (
                    own_subject && matches!(pronoun.function, Function::Possessive | Function::Reflexive),
                    OWN_SUBJECT,
                ),
                (agrees(&self.told), TITLE_AGREES),
                (agrees(&self.learned), PRONOUN_AGREES),
                (self.seen.is_quoted(at) && !quoted, QUOTED),
                (met.in_parentheses, IN_PARENTHESES),
                (self.seen.block(at) != self.seen.block(t), IN_ANOTHER_BLOCK),
                (here && met.part == InSentence::Subject && self.is_after_saying(t), SAYS),
            ] {
                if holds {
                    score += weight;
                }
            }
            match candidates.iter_mut().find(|c| c.entity == entity) {
                Some(c) => {
                    if score > c.score {
                        c.score = score;
                        c.part = met.part;
                    }
                    c.score += EVERY_OTHER_MENTION;
                }
                None => candidates.push(Candidate {
                    entity,
                    score,
                    part: met.part,
                }),
            }
        }
        candidates
    }

    /// The subject of the clause that the token stands in, among the people met.
    fn subject_of_clause(&self, t: usize) -> Option<u32> {
        let sentence = self.seen.sentence(t);
        let mut from = t;
        while from > sentence.start && from + LONGEST_CLAUSE > t && !ends_clause(self.seen.form(from - 1)) {
            from -= 1;
        }
        let here = self.seen.met.iter().rev().take_while(|m| m.at as usize >= from);
        here.filter(|m| m.part == InSentence::Subject).map(|m| m.entity).next()
    }

    /// Who seems to say the words in marks around the token: the subject in the reporter's words of the same block.
    fn likely_speaker(&self, t: usize) -> Option<u32> {
        let block = self.seen.block(t);
        let here = self
            .seen
            .met
            .iter()
            .rev()
            .take(8)
            .take_while(|m| self.seen.block(m.at as usize) == block);
        here.filter(|m| m.part == InSentence::Subject && !self.seen.is_quoted(m.at as usize))
            .map(|m| m.entity)
            .next()
    }

    /// "Moor said that she", "Moor hoped she".
    fn is_after_saying(&self, t: usize) -> bool {
        (1..3).any(|n| {
            let form = if t >= n { self.seen.form(t - n) } else { "" };
            reports_clause(form)
        })
    }

    /// The subject after the first comma of a sentence that opens with a clause or a phrase, where the pronoun stands in it.
    fn named_after_the_comma(&self, pronoun: Pronoun, next: Option<Next>) -> Option<u32> {
        let (t, next) = (pronoun.token, next?);
        let sentence = self.seen.sentence(t);
        let name = next.start as usize..next.end as usize;
        let near = name.start > t + 1 && name.start < t + LONGEST_CLAUSE;
        if !sentence.contains(&name.start) || !near || sentence.start >= t {
            return None;
        }
        let comma = name.start - 1;
        let only_comma = self.seen.form(comma) == "," && !(t..comma).any(|u| self.seen.form(u) == ",");
        let opens_with_clause = matches!(
            self.seen.form(sentence.start),
            "after"
                | "before"
                | "when"
                | "while"
                | "as"
                | "if"
                | "although"
                | "though"
                | "since"
                | "because"
                | "until"
                | "once"
                | "despite"
        );
        use PartOfSpeech::{Preposition, VerbGerund, VerbParticiple};
        let opens = match pronoun.function {
            Function::Object => opens_with_clause,
            _ => {
                opens_with_clause
                    || matches!(
                        self.seen.part_of_speech(sentence.start),
                        Preposition | VerbGerund | VerbParticiple
                    )
            }
        };
        (only_comma && opens && self.seen.part(name) == InSentence::Subject).then_some(next.entity)
    }
}

fn ends_clause(form: &str) -> bool {
    matches!(
        form,
        "," | ";"
            | ":"
            | "that"
            | "who"
            | "which"
            | "when"
            | "because"
            | "as"
            | "while"
            | "after"
            | "before"
            | "if"
            | "and"
            | "but"
            | "\""
            | "“"
            | "”"
    )
}

#[cfg(test)]
mod tests {
    use crate::analyze;

    #[test]
    fn who_spoke_by_name_last_speaks_on() {
        let source = "Harbour news director Karl Brandt repeated his call for a full inquiry by the port of Arlen.\n\n\
            “If the reports are right, this was no accident,” he said.\n\n\
            Hal Moor, the manager of the union, urged the port to open its books.\n\n“This looks intended,” he said.\n";
        let analysis = analyze(source);
        assert_eq!(analysis.quotations[0].speaker.name.as_deref(), Some("Karl Brandt"));
        let last = analysis.quotations.last().and_then(|q| q.speaker.name.as_deref());
        assert_eq!(last, Some("Hal Moor"));
    }
}
