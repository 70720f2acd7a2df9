//! It and they before a reporting verb: the organization, or the people, that the sentence before is about.
//!
//! "The bank cut its rates on Monday. It said …", "Port officials were late. They wrote …".

use std::ops::Range;

use crate::analysis::{EntityKind, MentionForm, MentionRule};
use crate::entities::beside::is_verb;
use crate::entities::draft::{Draft, span_of};
use crate::entities::{Antecedent, Stages};
use crate::language::PartOfSpeech;
use crate::lexicon::DOCUMENTS;
use crate::lexicon::cues::is_reporting_verb;
use crate::marks::MarkedSpans;
use crate::text::{Text, TokenKind};

/// How many words before "uses they" the name stands at most.
const NAME_BACK: usize = 30;

/// How many sentences with words of the reporter's are looked back at.
const SENTENCES_BACK: usize = 2;
/// No more sentences than this are passed, with what is wholly quoted.
const SENTENCES_PASSED: usize = 8;
/// No noun phrase is longer, in tokens.
const LONGEST: usize = 12;
/// No more of a sentence is read, in tokens.
const LONGEST_SENTENCE: usize = 80;

/// What a clause is about.
struct Subject {
    /// Without article.
    words: Range<usize>,
    head: usize,
    entity: Option<u32>,
    /// Of a reporting verb.
    speaks: bool,
    /// The first of its sentence.
    first: bool,
}

struct Reader<'a> {
    article: &'a Stages<'a>,
    draft: &'a Draft,
    quoted: Vec<bool>,
    /// For each token, from 1, the entity that a name or role there means.
    entity_of: Vec<u32>,
    /// People of whom the text says that they are "they".
    uses_they: Vec<u32>,
}

/// Adds a mention for every such pronoun that means an entity; the others that are understood are returned, in text order.
pub(in crate::entities) fn join(article: &Stages, marks: &MarkedSpans, draft: &mut Draft) -> Vec<Antecedent> {
    let text = article.text;
    let pronouns: Vec<usize> = (0..text.tokens.len())
        .filter(|&t| matches!(text.form(t), "it" | "they") && speaks(article, t))
        .collect();
    if pronouns.is_empty() {
        return Vec::new();
    }
    let reader = Reader::new(article, marks, draft);
    let mut named = Vec::new();
    let mut antecedents: Vec<Antecedent> = Vec::new();
    for t in pronouns {
        if reader.quoted[t] {
            continue;
        }
        let Some(subject) = reader.antecedent(t) else {
            continue;
        };
        match subject.entity {
            Some(entity) => named.push((t, entity)),
            None => antecedents.push(Antecedent {
                pronoun: text.tokens[t].span,
                words: span_of(text, subject.words.start as u32..subject.words.end as u32),
            }),
        }
    }
    for (t, entity) in named {
        draft.add(t..t + 1, MentionForm::Pronoun, entity, MentionRule::Subject);
    }
    antecedents
}

/// "They said", "it had also warned".
fn speaks(article: &Stages, pronoun: usize) -> bool {
    let text = article.text;
    let mut t = pronoun + 1;
    while t < text.tokens.len()
        && t < pronoun + 4
        && (matches!(text.form(t), "has" | "have" | "had") || article.language.parts[t] == PartOfSpeech::Adverb)
    {
        t += 1;
    }
    t < text.tokens.len() && text.tokens[t].block == text.tokens[pronoun].block && is_reporting_verb(text.form(t))
}

/// "*Robin Sand*, who uses they and them, …": whom the text itself says to call so.
fn uses_they(text: &Text, draft: &Draft) -> Vec<u32> {
    (1..text.tokens.len())
        .filter(|&t| text.form(t) == "they" && matches!(text.form(t - 1), "uses" | "use" | "prefers" | "pronouns"))
        .filter_map(|t| {
            let sentence = text.sentences[text.sentence_of(t)].tokens.start as usize;
            let name = (sentence..t).rev().take(NAME_BACK).find_map(|k| draft.name_at(k))?;
            draft.is_person(name.entity).then_some(name.entity)
        })
        .collect()
}

impl<'a> Reader<'a> {
    fn new(article: &'a Stages<'a>, marks: &MarkedSpans, draft: &'a Draft) -> Reader<'a> {
        let text = article.text;
        let mut quoted = vec![false; text.tokens.len()];
        for span in marks.spans.iter().filter(|s| s.inside.is_none()) {
            quoted[text.tokens_in(span.content)].fill(true);
        }
        let mut entity_of = vec![0; text.tokens.len()];
        for mention in draft.mentions.iter().filter(|m| m.form != MentionForm::Pronoun) {
            entity_of[mention.tokens.start as usize..mention.tokens.end as usize].fill(mention.entity + 1);
        }
        Reader {
            article,
            draft,
            quoted,
            entity_of,
            uses_they: uses_they(text, draft),
        }
    }

    fn form(&self, t: usize) -> &'a str {
        self.article.text.form(t)
    }

    fn part(&self, t: usize) -> PartOfSpeech {
        self.article.language.parts[t]
    }

    /// What the pronoun stands for: the subject before it that speaks, else what its sentence is about.
    fn antecedent(&self, pronoun: usize) -> Option<Subject> {
        let text = self.article.text;
        let here = text.sentence_of(pronoun);
        let mut read = 0;
        for s in (here.saturating_sub(SENTENCES_PASSED)..=here).rev() {
            let sentence = &text.sentences[s];
            if !self.article.structure.blocks[sentence.block as usize]
                .kind
                .tells_story()
            {
                continue;
            }
            let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
            let end = tokens.end.min(pronoun).min(tokens.start + LONGEST_SENTENCE);
            let own = |t: &usize| !self.quoted[*t] && text.tokens[*t].kind == TokenKind::Word;
            if !(tokens.start..end).any(|t| own(&t)) {
                continue;
            }
            let mut subjects = self.subjects(tokens.start..end);
            if self.form(pronoun) == "they" && self.names_two(&subjects) {
                return None;
            }
            subjects.retain(|subject| self.fits(pronoun, subject));
            let speaker = subjects.iter().rposition(|subject| subject.speaks);
            if let Some(found) = speaker.or((!subjects.is_empty()).then_some(0)) {
                return Some(subjects.swap_remove(found));
            }
            if s < here {
                read += 1;
            }
            if read == SENTENCES_BACK {
                break;
            }
        }
        None
    }

    /// One of the subjects is two people: "*Moor and Brandt* left. They said …". No group further back is meant.
    fn names_two(&self, subjects: &[Subject]) -> bool {
        let person = |t: usize| self.draft.name_at(t).filter(|n| self.draft.is_person(n.entity));
        subjects.iter().any(|subject| {
            let Some(second) = person(subject.head) else {
                return false;
            };
            let start = second.tokens.start as usize;
            start > 1 && self.form(start - 1) == "and" && person(start - 2).is_some_and(|n| n.entity != second.entity)
        })
    }

    fn fits(&self, pronoun: usize, subject: &Subject) -> bool {
        let they = self.form(pronoun) == "they";
        if let Some(entity) = subject.entity {
            let known = &self.draft.entities[entity as usize];
            return match known.kind {
                EntityKind::Organization => true,
                EntityKind::Group => they,
                EntityKind::Place => !they && subject.speaks,
                // An account says nothing of who it is.
                EntityKind::Person => {
                    let account = || {
                        let name = span_of(self.article.text, known.name.clone()).of(self.article.text.source);
                        known.gender.is_none() && name.bytes().any(|b| b.is_ascii_digit() || b == b'_')
                    };
                    they && (self.uses_they.contains(&entity) || account())
                }
                _ => false,
            };
        }
        let word = self.article.words.of(self.article.text, subject.head);
        let head = self.form(subject.head);
        if they {
            self.part(subject.head) == PartOfSpeech::PluralNoun
                && !DOCUMENTS.contains(head.strip_suffix('s').unwrap_or(head))
                || head == "police"
        } else {
            self.part(subject.head) == PartOfSpeech::Noun
                && word.role.is_none()
                && (word.organization_noun.is_some() || subject.speaks || subject.first && DOCUMENTS.contains(head))
        }
    }

    /// The subjects of the clauses that the tokens hold, in text order.
    fn subjects(&self, tokens: Range<usize>) -> Vec<Subject> {
        let mut subjects: Vec<Subject> = Vec::new();
        for t in tokens.clone() {
            if self.quoted[t] || !is_verb(self.part(t)) || t > tokens.start && self.form(t - 1) == "to" {
                continue;
            }
            let speaks = is_reporting_verb(self.form(t));
            let mut before = t;
            while before > tokens.start
                && before + 4 > t
                && (self.part(before - 1) == PartOfSpeech::Adverb || is_auxiliary(self.form(before - 1)))
            {
                before -= 1;
            }
            let turned = speaks && t > tokens.start && (self.quoted[t - 1] || is_mark(self.form(t - 1)));
            let head = if turned {
                self.head_after(t + 1, tokens.end)
            } else {
                before.checked_sub(1).filter(|&h| h >= tokens.start && !self.quoted[h])
            };
            subjects.extend(head.and_then(|h| self.subject(h, tokens.start, speaks, subjects.is_empty())));
        }
        // "Officials at the port of Arlen, who were late, said": what comes first.
        if subjects.iter().all(|s| !s.first || s.words.start > tokens.start + 1)
            && let Some(head) = self.head_after(tokens.start, tokens.end)
            && head + 1 < tokens.end
            && matches!(
                self.form(head + 1),
                "of" | "on" | "in" | "at" | "from" | "for" | "with" | "who" | "," | "near"
            )
            && let Some(subject) = self.subject(head, tokens.start, false, true)
        {
            subjects.insert(0, subject);
        }
        subjects
    }

    /// The last noun of the phrase that begins at `from`.
    fn head_after(&self, from: usize, end: usize) -> Option<usize> {
        use PartOfSpeech::*;
        let mut head = None;
        for t in from..end.min(from + LONGEST) {
            if self.quoted[t] {
                break;
            }
            match self.part(t) {
                Noun | PluralNoun | ProperNoun => head = Some(t),
                Determiner | Adjective | Number | Possessive if head.is_none() || self.part(t) == Possessive => {}
                _ if self.entity_of[t] != 0 => head = Some(t),
                _ => break,
            }
        }
        head
    }

    fn subject(&self, head: usize, from: usize, speaks: bool, first: bool) -> Option<Subject> {
        use PartOfSpeech::*;
        let entity = self.entity_of[head].checked_sub(1);
        if entity.is_none() && !matches!(self.part(head), Noun | PluralNoun) {
            return None;
        }
        let mut start = head;
        while start > from && head - start < LONGEST && !self.quoted[start - 1] {
            let t = start - 1;
            let inner = matches!(
                self.part(t),
                Noun | PluralNoun | ProperNoun | Adjective | Number | Possessive
            ) || self.entity_of[t] != 0;
            if !inner {
                break;
            }
            start = t;
        }
        // "Moor and her colleagues".
        if entity.is_none()
            && start >= from + 3
            && matches!(self.form(start - 1), "his" | "her" | "their" | "its")
            && self.form(start - 2) == "and"
            && let Some(name) = self.draft.name_at(start - 3)
        {
            start = (name.tokens.start as usize).max(from);
        }
        Some(Subject {
            words: start..head + 1,
            head,
            entity,
            speaks,
            first,
        })
    }
}

fn is_auxiliary(form: &str) -> bool {
    matches!(
        form,
        "has" | "have" | "had" | "was" | "were" | "is" | "are" | "will" | "would"
    )
}

fn is_mark(form: &str) -> bool {
    matches!(form, "\"" | "”" | "’" | "'" | "»")
}

#[cfg(test)]
mod tests {
    use crate::analyze;
    use crate::entities::check::check_joined;

    #[test]
    fn it_is_the_organization_that_the_sentence_before_is_about() {
        check_joined(
            "The O[Bank of Arlen] cut its rates on Monday. It said prices would fall. It was raining.",
            "Bank of Arlen: Bank of Arlen, ~It",
        );
    }

    #[test]
    fn they_are_the_people_that_the_sentence_before_is_about() {
        let source = "The port officials were late on Monday. “We are sorry,” they wrote.";
        let analysis = analyze(source);
        assert_eq!(analysis.quotations[0].speaker.name.as_deref(), Some("port officials"));
    }
}
