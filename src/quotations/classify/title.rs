//! Marks around words that nobody says there: names of works and boats, signs, nicknames, so-called things.

use super::display::Heading;
use super::place::Place;
use crate::language::PartOfSpeech;
use crate::lexicon::{MAKERS, MARKED, NAMED, SIGNS, SO_CALLED, WORKS};
use crate::text::{Case, TokenKind};

impl Place<'_> {
    /// A nickname. "Joseph “Sonny” Vale", "goes by “Shorty”"
    pub(super) fn is_name(&self) -> bool {
        if self.words() > 4 || self.heading == Heading::Capitals {
            return false;
        }
        let first = &self.text.tokens[self.content.start.min(self.text.tokens.len() - 1)];
        let article = matches!(self.text.form(self.content.start), "the" | "el" | "la") && self.words() > 1;
        let touches_name = self.capital_after()
            && (article || first.case == Case::Capitalised)
            && (self.capital_before() && self.before.len() > 1 || article && self.is_title_case());
        let goes_by = self.word_before(0) == "by" && matches!(self.word_before(1), "goes" | "went" | "go" | "going");
        touches_name && !self.ends_with_stop() || goes_by
    }

    /// The words before say that this is a name. "an article titled “Low Water”", "a list called “Yes Please”"
    pub(super) fn is_named(&self) -> bool {
        let one = self.word_before(0);
        let capital = self.text.tokens[self.content.start].case.is_capital();
        let called = one == "called" && self.is_participle() && (capital && self.words() > 1 || self.is_title_case());
        // "dubbed “Smart City”", but "dubbed “duvet lung”" is somebody's term.
        let dubbed = one == "dubbed" && self.is_title_case();
        NAMED.contains(one) || self.gives_name() || called || dubbed || one == "code" && self.words() == 1
    }

    /// "titles such as “Low Water”", "the nickname of “Shorty”", "the tagline? “Sail on”"
    fn gives_name(&self) -> bool {
        let at = match self.word_before(0) {
            "as" if self.word_before(1) == "such" => 2,
            "as" | "of" | "like" | ":" | "?" => 1,
            _ => return false,
        };
        let noun = self.word_before(at);
        let noun = noun.strip_suffix('s').unwrap_or(noun);
        matches!(
            noun,
            "nickname" | "title" | "subtitle" | "headline" | "tagline" | "slogan" | "codename" | "pseudonym"
        )
    }

    /// The word before the mark belongs to a noun: "a group *called* “Sail On”", not "Moor *called* “Sail on”" or "what
    /// critics *called* “a farce”".
    fn is_participle(&self) -> bool {
        let noun = self.before.len() > 1
            && matches!(
                self.language.parts[self.before.end - 2],
                PartOfSpeech::Noun | PartOfSpeech::PluralNoun | PartOfSpeech::Adverb
            );
        noun && !(2..7).any(|n| matches!(self.word_before(n), "what" | "which" | "that" | "whom"))
    }

    /// Words that something bears. "A sign reading “Keep out”", "with “Press” written on them"
    pub(super) fn is_sign(&self, governed: bool) -> bool {
        let one = self.word_before(0);
        let near = (0..6).any(|n| SIGNS.contains(self.word_before(n)));
        MARKED.contains(one)
            || SIGNS.contains(one)
            || one == ":" && SIGNS.contains(self.word_before(1))
            || near
                && matches!(
                    one,
                    "reading" | "reads" | "read" | "is" | "was" | "says" | "saying" | "said" | "with" | "of"
                )
            || (0..2).any(|n| MARKED.contains(self.word_after(n)) && self.words() < 4)
            || SIGNS.contains(self.word_after(0)) && !governed
    }

    /// The name of a work or a thing, a word as a word.
    pub(super) fn is_title(&self, governed: bool) -> bool {
        let (one, two) = (self.word_before(0), self.word_before(1));
        if one == "as" && matches!(two, "known" | "billed") || one == "pronounced" {
            return true;
        }
        if matches!(self.word_after(0), "refers" | "means" | "stands") {
            return true;
        }
        if matches!(one, "word" | "words" | "letter" | "letters") && !governed {
            return true;
        }
        let work = WORKS.contains(one) || WORKS.contains(two) || WORKS.contains(self.word_after(0));
        let maker = MAKERS.contains(self.word_after(0)) || MAKERS.contains(self.word_after(1));
        let on = matches!(
            one,
            "on" | "'s"
                | "of"
                | "in"
                | "from"
                | "for"
                | "to"
                | "through"
                | "under"
                | "watching"
                | "hosts"
                | "wrote"
                | "called"
        );
        match self.heading {
            Heading::Capitals => work || maker,
            _ if self.is_title_case() => {
                work || maker || !governed || (on && self.words() > 1) || matches!(one, "on" | "hosts")
            }
            _ => false,
        }
    }

    pub(super) fn is_so_called(&self) -> bool {
        let (one, two, three) = (self.word_before(0), self.word_before(1), self.word_before(2));
        SO_CALLED.contains(one)
            || one == "called" && (two == "so" || two == "-" && three == "so")
            || one == "as" && matches!(two, "known" | "termed") && !self.is_title_case()
            || one == "term"
            || one == "phrase" && !self.is_title_case()
            || one == "called" && self.is_participle() && !self.is_title_case()
            || one == "dubbed"
            || (0..5).any(|n| self.word_before(n) == "term") && matches!(one, "is" | "was" | "used")
            || one == "of" && matches!(two, "name" | "concept" | "notion" | "idea") && self.words() < 5
            || one == "called"
                && matches!(two, "is" | "are" | "was" | "were" | "often" | "sometimes" | "commonly")
                && !self.is_title_case()
    }

    /// Every word of some length is capitalised, and not all letters are.
    pub(super) fn is_title_case(&self) -> bool {
        if self.heading == Heading::Capitals {
            return false;
        }
        let mut capitals = 0;
        for t in self.content.clone() {
            let token = &self.text.tokens[t];
            if token.kind != TokenKind::Word {
                continue;
            }
            match token.case {
                Case::Capitalised | Case::Mixed => capitals += 1,
                Case::Upper if token.span.end - token.span.start < 5 => {}
                Case::Lower if is_small(self.text.form(t)) => {}
                _ => return false,
            }
        }
        capitals > 0
    }
}

/// Words that titles leave in lower case.
fn is_small(form: &str) -> bool {
    matches!(
        form,
        "a" | "an"
            | "and"
            | "as"
            | "at"
            | "but"
            | "by"
            | "for"
            | "from"
            | "in"
            | "into"
            | "of"
            | "on"
            | "or"
            | "over"
            | "the"
            | "to"
            | "vs"
            | "with"
            | "'s"
            | "n't"
            | "de"
            | "la"
    )
}
