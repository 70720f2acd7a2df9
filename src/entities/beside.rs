//! Role phrases beside a name: where they begin and end, and which noun they turn on.

use std::ops::Range;

use super::Stages;
use super::draft::Draft;
use super::words::{Words, is_hyphen, role_named, word_before};
use crate::language::{Language, PartOfSpeech};
use crate::lexicon::SAYING;
use crate::lexicon::function_words::is_function_word;
use crate::text::{Case, Text, TokenKind};

/// The longest phrase that is looked at, in tokens.
const LONGEST: usize = 14;

/// A role phrase found in the text.
pub(super) struct RolePhrase {
    /// All its tokens, without article.
    pub tokens: Range<usize>,
    pub before: Range<usize>,
    pub noun: Range<usize>,
    pub role: Option<u16>,
    pub after: Range<usize>,
}

/// Looks for role phrases beside one name.
pub(super) struct Beside<'a> {
    pub article: &'a Stages<'a>,
    pub text: &'a Text<'a>,
    pub words: &'a Words,
    pub language: &'a Language,
    pub draft: &'a Draft,
    pub sentence: Range<usize>,
}

impl Beside<'_> {
    fn form(&self, token: usize) -> &str {
        if self.sentence.contains(&token) {
            self.text.form(token)
        } else {
            ""
        }
    }

    /// "[British Prime Minister] Keir", "[former minister] Sir Tom".
    pub fn title(&self, name: usize) -> Option<RolePhrase> {
        let mut end = name;
        while end > self.sentence.start
            && self.words.of(self.text, end - 1).honorific
            && self.text.tokens[end - 1].case.is_capital()
        {
            end -= 1;
        }
        if end <= self.sentence.start || self.draft.name_at(end - 1).is_some() {
            return None;
        }
        let (role, first) = self
            .words
            .role_ending_at(self.text, end - 1, self.sentence.start)
            .map(|(r, f)| (Some(r), f))
            .or_else(|| self.is_open_role(end - 1).then_some((None, end - 1)))?;
        let start = modifiers_before(self.article, self.draft, first, self.sentence.start);
        Some(RolePhrase {
            tokens: start..end,
            before: start..first,
            noun: first..end,
            role,
            after: end..end,
        })
    }

    /// A lower-case noun that is made like a role: "the arborist Kim Orr".
    fn is_open_role(&self, token: usize) -> bool {
        let form = self.text.form(token);
        self.text.tokens[token].case == Case::Lower
            && self.language.parts[token] == PartOfSpeech::Noun
            && [
                "ist", "man", "woman", "person", "ologist", "maker", "keeper", "worker", "holder",
            ]
            .iter()
            .any(|s| form.len() > s.len() + 1 && form.ends_with(s))
    }

    /// "Ilse Moor, 54, [head of the port union] since 2011,".
    pub fn apposition(&self, name_end: usize) -> Option<RolePhrase> {
        let mut at = name_end;
        if self.form(at) != "," {
            return None;
        }
        at += 1;
        if self.sentence.contains(&at) && self.text.tokens[at].kind == TokenKind::Number && self.form(at + 1) == "," {
            at += 2;
        }
        let phrase = self.noun_phrase(at)?;
        let after = phrase.tokens.end;
        let closed = after >= self.sentence.end
            || matches!(
                self.form(after),
                "," | "."
                    | ";"
                    | ":"
                    | ")"
                    | "-"
                    | "–"
                    | "—"
                    | "?"
                    | "!"
                    | "who"
                    | "since"
                    | "until"
                    | "\""
                    | "”"
                    | "’"
            );
        let opened = matches!(self.form(at), "a" | "an" | "the" | "one") || phrase.role.is_some();
        (closed && opened).then_some(phrase)
    }

    /// A noun phrase from `at`: article, modifiers, role noun, "of …".
    fn noun_phrase(&self, at: usize) -> Option<RolePhrase> {
        let article = self.form(at);
        let has_article = matches!(article, "a" | "an" | "the");
        let start = if has_article { at + 1 } else { at };
        let limit = self.sentence.end.min(start + LONGEST);
        let mut end = start;
        let mut noun: Option<(Option<u16>, usize, usize)> = None;
        while end < limit {
            let form = self.form(end);
            let token = &self.text.tokens[end];
            let glued_hyphen = is_hyphen(self.text, end) && !token.space_before;
            if is_person_name(self.draft, end) {
                // "Moor, President Xi and …": the title belongs to the next name.
                let possessive = self
                    .draft
                    .name_at(end)
                    .is_some_and(|n| self.form(n.tokens.end as usize) == "'s");
                if !possessive {
                    return None;
                }
            }
            if !(token.kind == TokenKind::Word || token.kind == TokenKind::Number || glued_hyphen) {
                break;
            }
            if end > start
                && matches!(
                    form,
                    "of" | "for" | "at" | "in" | "from" | "with" | "to" | "on" | "and" | "who" | "since" | "until"
                )
            {
                break;
            }
            if is_function_word(form) && !glued_hyphen && form != "us" || self.is_verb(end) {
                break;
            }
            if let Some((role, first)) = self.words.role_ending_at(self.text, end, start) {
                noun = Some((Some(role), first, end + 1));
            }
            end += 1;
        }
        // The role noun must be the last word of the phrase, else it is a modifier ("a player agent").
        let (role, first, noun_end) = match noun {
            Some(n) if n.2 == end => n,
            _ if has_article && article != "the" && end > start && self.is_noun(end - 1) => (None, end - 1, end),
            _ => return None,
        };
        let after = self.complement(noun_end, article != "the");
        Some(RolePhrase {
            tokens: start..after.end.max(noun_end),
            before: start..first,
            noun: first..noun_end,
            role,
            after,
        })
    }

    /// "of the port union", "and activist" after a role noun.
    fn complement(&self, from: usize, indefinite: bool) -> Range<usize> {
        let starts = matches!(
            self.form(from),
            "of" | "for" | "at" | "in" | "from" | "with" | "to" | "on" | "and"
        );
        if !starts || self.form(from) == "and" && !indefinite {
            return from..from;
        }
        let limit = self.sentence.end.min(from + LONGEST);
        let mut end = from + 1;
        while end < limit {
            let token = &self.text.tokens[end];
            let form = self.form(end);
            let in_name = self.draft.name_at(end).is_some();
            let inner = in_name || token.kind == TokenKind::Word || matches!(form, "&" | "-") && !token.space_before;
            if !inner
                || SAYING.contains(form)
                || matches!(form, "who" | "which" | "that" | "since" | "until" | "when" | "as")
            {
                break;
            }
            if !in_name && self.is_verb(end) {
                break;
            }
            end += 1;
        }
        while end > from && is_function_word(self.form(end - 1)) && self.form(end - 1) != "us" {
            end -= 1;
        }
        from..end
    }

    /// "The [mayor of Arlen], Ilse Moor, said".
    pub fn description_before(&self, name: usize, name_end: usize) -> Option<RolePhrase> {
        if name == 0
            || self.form(name - 1) != ","
            || !(matches!(self.form(name_end), "," | ".") || name_end >= self.sentence.end)
        {
            return None;
        }
        let end = name - 1;
        let from = self.sentence.start.max(end.saturating_sub(LONGEST));
        // The role noun nearest to the comma that has an article or a possessor before it.
        for t in (from..end).rev() {
            if self.text.tokens[t].kind == TokenKind::Punctuation && !is_hyphen(self.text, t) {
                return None;
            }
            let Some((role, first)) = self.words.role_ending_at(self.text, t, from) else {
                continue;
            };
            let closes = t + 1 == end || matches!(self.form(t + 1), "of" | "for" | "at" | "in");
            if !closes || self.draft.name_at(t).is_some() {
                continue;
            }
            let start = modifiers_before(self.article, self.draft, first, from);
            let before = if start > self.sentence.start {
                self.form(start - 1)
            } else {
                ""
            };
            let opened = matches!(before, "the" | "its" | "their" | "'s") || start == self.sentence.start;
            let after = self.complement(t + 1, false);
            if !opened || after.end != end && t + 1 != end {
                return None;
            }
            return Some(RolePhrase {
                tokens: start..end,
                before: start..first,
                noun: first..t + 1,
                role: Some(role),
                after: t + 1..end,
            });
        }
        None
    }

    /// "Ilse Moor is the [head of the port union]", "Ilse Moor, who became [mayor] in 2019".
    pub fn predicate(&self, name_end: usize) -> Option<RolePhrase> {
        let mut at = name_end;
        if self.form(at) == "," && self.form(at + 1) == "who" {
            at += 2;
        }
        // "His wife, Ana Vale, is the mayor".
        if self.form(at) == "," && matches!(self.form(at + 1), "is" | "was") {
            at += 1;
        }
        match self.form(at) {
            "is" | "was" | "became" | "remains" => at += 1,
            "has" if self.form(at + 1) == "been" => at += 2,
            _ => return None,
        }
        if matches!(
            self.form(at),
            "elected" | "appointed" | "named" | "made" | "now" | "also" | "then" | "currently" | "still"
        ) {
            at += 1;
        }
        if self.form(at) == "as" {
            at += 1;
        }
        let phrase = self.noun_phrase(at)?;
        phrase.role.is_some().then_some(phrase)
    }

    /// "Ilse Moor, who [leads the port union]": the words that make her its leader.
    pub fn leads(&self, name_end: usize) -> Option<RolePhrase> {
        let who = name_end + usize::from(self.form(name_end) == ",");
        let verb = who + 1 + usize::from(matches!(self.form(who + 1), "has" | "now" | "also" | "currently"));
        if self.form(who) != "who" {
            return None;
        }
        let noun = match self.form(verb) {
            "leads" | "led" => "leader",
            "heads" | "headed" => "head",
            "chairs" | "chaired" => "chair",
            "directs" | "directed" => "director",
            "founded" => "founder",
            "owns" | "owned" => "owner",
            "coaches" | "coached" => "coach",
            "manages" | "managed" => "manager",
            _ => return None,
        };
        let mut end = verb + 1;
        while end < self.sentence.end.min(verb + LONGEST)
            && (self.draft.name_at(end).is_some()
                || self.text.tokens[end].kind == TokenKind::Word && !self.is_verb(end))
        {
            end += 1;
        }
        (end > verb + 1).then_some(RolePhrase {
            tokens: verb..end,
            before: verb..verb,
            noun: verb..verb + 1,
            role: role_named(noun),
            after: verb + 1..end,
        })
    }

    fn is_verb(&self, token: usize) -> bool {
        is_verb(self.language.parts[token]) && !self.text.tokens[token].case.is_capital()
    }

    fn is_noun(&self, token: usize) -> bool {
        self.language.parts[token] == PartOfSpeech::Noun
            && self.text.tokens[token].kind == TokenKind::Word
            && self.text.tokens[token].case == Case::Lower
    }
}

fn is_person_name(draft: &Draft, token: usize) -> bool {
    draft.name_at(token).is_some_and(|n| draft.is_person(n.entity))
}

pub(super) fn is_verb(part: PartOfSpeech) -> bool {
    use PartOfSpeech::*;
    matches!(part, VerbBase | VerbPresent | VerbThirdPerson | VerbPast | Modal)
}

/// The first token of the modifiers before a role noun at `noun`.
pub(super) fn modifiers_before(article: &Stages, draft: &Draft, noun: usize, from: usize) -> usize {
    let &Stages {
        text, words, language, ..
    } = article;
    let mut start = noun;
    while let Some(before) = word_before(text, start, from) {
        if start - before > 1 && noun - start > LONGEST || noun - before > LONGEST {
            break;
        }
        if let Some(name) = draft.name_at(before) {
            // A person may only be the holder's principal: "Moor spokesman Jon Ade".
            if (name.tokens.start as usize) < from || draft.is_person(name.entity) && start < noun {
                break;
            }
            start = name.tokens.start as usize;
            continue;
        }
        let word = words.of(text, before);
        let form = text.form(before);
        let allowed = word.modifier.is_some() || word.country != 0 && text.tokens[before].case.is_capital();
        if !allowed {
            // "WHO chief": in capitals it is a name.
            let is_name = text.tokens[before].case == Case::Upper && text.tokens[noun].case == Case::Lower;
            if is_function_word(form) && !is_name || form.starts_with('\'') {
                break;
            }
            let part = language.parts[before];
            use PartOfSpeech::*;
            let nominal = matches!(part, Noun | PluralNoun | ProperNoun | Adjective | Other)
                || text.tokens[before].case == Case::Upper;
            if !nominal {
                break;
            }
        }
        start = before;
    }
    // "54-year-old": the number belongs to it.
    if start > from + 1 && is_hyphen(text, start - 1) && text.tokens[start - 2].kind == TokenKind::Number {
        start -= 2;
    }
    start
}
