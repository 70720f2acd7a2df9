//! Whether what stands in marks is a clause of its own.

use super::place::Place;
use crate::language::PartOfSpeech;
use crate::lexicon::function_words::{is_finite_auxiliary, is_subject_pronoun, opens_question};
use crate::text::TokenKind;

impl Place<'_> {
    /// It has a subject and a finite verb of its own, not only in a clause that depends on a noun.
    /// "the wall will hold", not "a wall that will hold", not "will hold".
    pub(super) fn is_clause(&self) -> bool {
        let mut subject = false;
        let mut depends = false;
        let mut begun = false;
        if matches!(self.text.form(self.content.start), "let" | "please") {
            return true;
        }
        if self.is_begun() || self.is_bare_verb(self.content.start) || self.depends_on_before() {
            return false;
        }
        for t in self.content.clone() {
            let form = self.text.form(t);
            if self.text.tokens[t].kind != TokenKind::Word {
                continue;
            }
            if is_finite(form, self.language.parts[t], begun) || subject && self.happens_always(t) {
                if depends {
                    depends = false;
                } else if subject && (is_finite_auxiliary(form) || self.words() > 2) {
                    return true;
                } else if !begun {
                    return self.span.content.of(self.text.source).ends_with('?');
                }
            } else if is_subject_pronoun(form) {
                // A verb follows a pronoun as good as always: "I think", "we never go".
                if self.is_contact(t) {
                    depends = true;
                } else if !depends && !self.followed_by_end(t) {
                    return true;
                }
                subject = true;
            } else if begun && leans(form) {
                depends = true;
            } else if self.is_noun(t)
                || matches!(
                    form,
                    "this" | "that" | "these" | "those" | "there" | "nobody" | "nothing" | "everyone"
                )
            {
                subject = true;
            }
            begun |= !matches!(
                form,
                "and" | "but" | "or" | "so" | "because" | "that" | "if" | "when" | "as"
            );
        }
        false
    }

    /// After "always" and the like stands a verb, whatever it was taken for. "the sea always *wins*"
    fn happens_always(&self, t: usize) -> bool {
        let before = if t > self.content.start {
            self.text.form(t - 1)
        } else {
            ""
        };
        matches!(before, "always" | "never" | "often" | "rarely" | "seldom" | "usually")
            && self.text.form(t).ends_with('s')
            && self.is_noun(t)
    }

    /// The words before belong to the same clause, so that the content cannot be one of its own.
    /// "they “work for the port”", "a “row of teeth”", "to “go home”"
    pub(super) fn is_begun(&self) -> bool {
        if self.before.is_empty() || self.text.tokens[self.content.start].case.is_capital() {
            return false;
        }
        let before = self.before.end - 1;
        matches!(
            self.language.parts[before],
            PartOfSpeech::Determiner
                | PartOfSpeech::PossessivePronoun
                | PartOfSpeech::Possessive
                | PartOfSpeech::To
                | PartOfSpeech::Modal
                | PartOfSpeech::Pronoun
                | PartOfSpeech::Adjective
        ) && self.text.form(before) != "that"
            || matches!(
                self.text.form(before),
                "is" | "are"
                    | "was"
                    | "were"
                    | "be"
                    | "been"
                    | "being"
                    | "has"
                    | "have"
                    | "had"
                    | "not"
                    | "of"
                    | "in"
                    | "at"
                    | "from"
                    | "by"
                    | "for"
                    | "on"
                    | "with"
                    | "who"
                    | "which"
            )
    }

    /// It begins like a clause that leans on the words before it. "leaders “who understand it”", "left “because it hurt”"
    pub(super) fn depends_on_before(&self) -> bool {
        let first = self.text.form(self.content.start);
        let lower = !self.text.tokens[self.content.start].case.is_capital();
        let word = !self.before.is_empty() && self.text.tokens[self.before.end - 1].kind == TokenKind::Word;
        lower && word && !self.is_bare_verb(self.before.end - 1) && leans(first) && first != "that"
    }

    /// The pronoun at `t` opens a relative clause without "who" or "that". "something I am not keen on"
    pub(super) fn is_contact(&self, t: usize) -> bool {
        if t == self.content.start {
            return false;
        }
        let before = self.text.form(t - 1);
        let time = matches!(
            before,
            "year"
                | "week"
                | "month"
                | "day"
                | "time"
                | "night"
                | "morning"
                | "today"
                | "tomorrow"
                | "yesterday"
                | "now"
        );
        matches!(before, "something" | "anything" | "everything" | "nothing" | "all")
            || !time && self.language.parts[t - 1] == PartOfSpeech::Noun
            || self.language.parts[t - 1] == PartOfSpeech::PluralNoun
    }

    pub(super) fn followed_by_end(&self, t: usize) -> bool {
        t + 1 >= self.content.end || self.text.tokens[t + 1].kind == TokenKind::Punctuation
    }
}

/// What opens a clause that depends on the words before it.
fn leans(form: &str) -> bool {
    opens_question(form)
        || matches!(
            form,
            "that"
                | "whatever"
                | "whoever"
                | "because"
                | "while"
                | "although"
                | "though"
                | "unless"
                | "until"
                | "since"
        )
}

/// A finite verb. `begun`: some word stands before it; the part of speech of a first word is not to be relied on.
fn is_finite(form: &str, part: PartOfSpeech, begun: bool) -> bool {
    is_finite_auxiliary(form)
        || begun
            && matches!(
                part,
                PartOfSpeech::VerbPast
                    | PartOfSpeech::VerbThirdPerson
                    | PartOfSpeech::VerbPresent
                    | PartOfSpeech::Modal
            )
}
