//! Marks around words that nobody says there: names of works and boats, signs, nicknames, so-called things.

use super::display::Heading;
use super::place::Place;
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
        let noun_called = one == "called"
            && self.before.len() > 1
            && self.is_noun(self.before.end - 2)
            && self.words() > 1
            && self.is_title_case();
        NAMED.contains(&one) || noun_called
    }

    /// Words that something bears. "A sign reading “Keep out”", "with “Press” written on them"
    pub(super) fn is_sign(&self, governed: bool) -> bool {
        let one = self.word_before(0);
        let near = (0..6).any(|n| SIGNS.contains(&self.word_before(n)));
        MARKED.contains(&one)
            || SIGNS.contains(&one)
            || one == ":" && SIGNS.contains(&self.word_before(1))
            || near
                && matches!(
                    one,
                    "reading" | "reads" | "read" | "is" | "was" | "says" | "saying" | "said" | "with" | "of"
                )
            || (0..2).any(|n| MARKED.contains(&self.word_after(n)) && self.words() < 4)
            || SIGNS.contains(&self.word_after(0)) && !governed
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
        let work = WORKS.contains(&one) || WORKS.contains(&two) || WORKS.contains(&self.word_after(0));
        let maker = MAKERS.contains(&self.word_after(0)) || MAKERS.contains(&self.word_after(1));
        let on = matches!(
            one,
            "on" | "'s" | "of" | "in" | "from" | "for" | "watching" | "hosts" | "wrote" | "called"
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
        SO_CALLED.contains(&one)
            || one == "called" && (two == "so" || two == "-" && three == "so")
            || one == "as" && matches!(two, "known" | "termed") && !self.is_title_case()
            || one == "term"
            || one == "phrase" && !self.is_title_case()
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

/// Nouns for what has a title. "his film “Low Water”"
const WORKS: [&str; 66] = [
    "album",
    "anthem",
    "article",
    "ballad",
    "biography",
    "blog",
    "book",
    "broadcast",
    "cartoon",
    "channel",
    "chapter",
    "collection",
    "column",
    "comedy",
    "documentary",
    "drama",
    "editorial",
    "episode",
    "essay",
    "exhibit",
    "exhibition",
    "fame",
    "feature",
    "film",
    "franchise",
    "game",
    "headline",
    "hit",
    "hymn",
    "journal",
    "magazine",
    "memoir",
    "mixtape",
    "movie",
    "musical",
    "newsletter",
    "newspaper",
    "novel",
    "op-ed",
    "opera",
    "page",
    "painting",
    "paper",
    "pilot",
    "play",
    "podcast",
    "poem",
    "portrait",
    "production",
    "program",
    "programme",
    "radio",
    "record",
    "remake",
    "report",
    "segment",
    "sequel",
    "series",
    "show",
    "single",
    "sitcom",
    "song",
    "special",
    "spinoff",
    "thriller",
    "track",
];

/// Who is named by a work. "“The Late Hour” host Kim Orr"
const MAKERS: [&str; 24] = [
    "actor",
    "actress",
    "alum",
    "anchor",
    "anchorman",
    "author",
    "co-host",
    "co-star",
    "composer",
    "contestant",
    "correspondent",
    "creator",
    "director",
    "filmmaker",
    "host",
    "judge",
    "moderator",
    "novelist",
    "presenter",
    "producer",
    "singer",
    "star",
    "stars",
    "writer",
];

/// What bears words that nobody in particular says. "A sign reading “Keep out”"
const SIGNS: [&str; 34] = [
    "badge",
    "badges",
    "banner",
    "banners",
    "billboard",
    "bumper",
    "button",
    "cap",
    "caps",
    "emblem",
    "engraved",
    "hashtag",
    "hat",
    "hats",
    "inscription",
    "label",
    "logo",
    "motto",
    "mottos",
    "patch",
    "placard",
    "placards",
    "plaque",
    "poster",
    "posters",
    "shirt",
    "shirts",
    "sign",
    "signs",
    "slogan",
    "slogans",
    "sticker",
    "stickers",
    "tagline",
];

/// Participles that put words on things. "a car marked “Pilot”"
const MARKED: [&str; 12] = [
    "branded",
    "emblazoned",
    "engraved",
    "inscribed",
    "labeled",
    "labelled",
    "marked",
    "painted",
    "printed",
    "stamped",
    "stencilled",
    "written",
];

/// Participles and nouns that give a name. "a boat named “Second Wind”"
const NAMED: [&str; 17] = [
    "aka",
    "alias",
    "christened",
    "codename",
    "codenamed",
    "entitled",
    "headlined",
    "moniker",
    "named",
    "nickname",
    "nicknamed",
    "pseudonym",
    "renamed",
    "subtitled",
    "titled",
    "username",
    "title",
];

/// Before these a fragment is somebody's name for a thing, and not the reporter's. "the so-called “harbour tax”"
const SO_CALLED: [&str; 10] = [
    "alleged",
    "defined",
    "ostensible",
    "proverbial",
    "purported",
    "self-described",
    "self-proclaimed",
    "self-styled",
    "supposed",
    "usual",
];
