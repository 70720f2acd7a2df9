//! What a marked span is: a clause that somebody said, a fragment of somebody's words, a term or irony, a title.

use std::collections::HashSet;
use std::ops::Range;

use crate::analysis::{BlockKind, QuotationKind};
use crate::language::{Language, PartOfSpeech};
use crate::quotations::marks::{MarkedSpan, MarkedSpans};
use crate::structure::Structure;
use crate::text::{Case, Text, TokenKind};

/// The kind of every marked span.
///
/// `governed` tells for each span whether a cue with a speaker governs it ("Moor called it “rash”"): between a fragment
/// of somebody's words and a term, form decides little, and who is said to have used it decides much.
pub fn kinds(
    text: &Text,
    structure: &Structure,
    marks: &MarkedSpans,
    language: &Language,
    governed: impl Fn(usize) -> bool,
) -> Vec<QuotationKind> {
    let goes_on: Vec<bool> = {
        let mut goes_on = vec![false; marks.spans.len()];
        for earlier in marks.spans.iter().filter_map(|s| s.continues) {
            goes_on[earlier as usize] = true;
        }
        goes_on
    };
    let headings: Vec<Heading> = (0..text.blocks.len()).map(|b| heading(text, structure, b)).collect();
    let mut kinds: Vec<QuotationKind> = Vec::with_capacity(marks.spans.len());
    for (i, span) in marks.spans.iter().enumerate() {
        let place = Place::new(text, language, span, headings[span.block as usize]);
        let kind = if span.continues.is_some() || goes_on[i] {
            QuotationKind::Direct
        } else {
            let earlier = place.joined_to(&marks.spans[..i]).map(|e| kinds[e]);
            place.kind(governed(i), earlier)
        };
        kinds.push(kind);
    }
    repeat_headline(text, structure, marks, &mut kinds);
    kinds
}

/// What the headline quotes is somebody's words in the body too: ‘reckless’ above and “reckless” below.
fn repeat_headline(text: &Text, structure: &Structure, marks: &MarkedSpans, kinds: &mut [QuotationKind]) {
    let forms = |span: &MarkedSpan| -> Vec<u32> {
        text.tokens_in(span.content)
            .filter(|&t| text.tokens[t].kind == TokenKind::Word)
            .map(|t| text.tokens[t].form)
            .collect()
    };
    let headline: HashSet<Vec<u32>> = marks
        .spans
        .iter()
        .zip(kinds.iter())
        .filter(|(_, kind)| **kind == QuotationKind::Partial)
        .map(|(span, _)| span)
        .filter(|span| structure.blocks[span.block as usize].kind == BlockKind::Headline)
        .map(forms)
        .collect();
    for (span, kind) in marks.spans.iter().zip(kinds) {
        if *kind == QuotationKind::Scare && headline.contains(&forms(span)) {
            *kind = QuotationKind::Partial;
        }
    }
}

/// How the line of a span is set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heading {
    /// Running text.
    No,
    /// A headline or the like, set as a sentence.
    Sentence,
    /// Set With Capitals or ALL IN CAPITALS: the case of words says nothing.
    Capitals,
}

fn heading(text: &Text, structure: &Structure, block: usize) -> Heading {
    let tokens = text.blocks[block].tokens.start as usize..text.blocks[block].tokens.end as usize;
    let kind = structure.blocks[block].kind;
    let stops = tokens.clone().last().is_some_and(|t| text.word(t) == ".");
    let named = matches!(
        kind,
        BlockKind::Kicker | BlockKind::Headline | BlockKind::Standfirst | BlockKind::Crosshead | BlockKind::Related
    );
    if !named && (tokens.len() > 30 || stops) {
        return Heading::No;
    }
    let words = |case: fn(Case) -> bool| {
        tokens
            .clone()
            .filter(|&t| text.tokens[t].kind == TokenKind::Word && text.word(t).chars().count() > 3)
            .filter(|&t| case(text.tokens[t].case))
            .count()
    };
    let (lower, capital) = (words(|c| c == Case::Lower), words(Case::is_capital));
    if capital > 2 * lower.max(1) {
        Heading::Capitals
    } else {
        Heading::Sentence
    }
}

/// A marked span in its sentence.
struct Place<'a> {
    text: &'a Text<'a>,
    language: &'a Language,
    span: &'a MarkedSpan,
    heading: Heading,
    /// The tokens of the content.
    content: Range<usize>,
    /// The tokens of the block before the opening mark.
    before: Range<usize>,
    /// The tokens of the block after the closing mark.
    after: Range<usize>,
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

impl<'a> Place<'a> {
    fn new(text: &'a Text<'a>, language: &'a Language, span: &'a MarkedSpan, heading: Heading) -> Place<'a> {
        let block = &text.blocks[span.block as usize].tokens;
        let (from, to) = (block.start as usize, block.end as usize);
        let content = text.tokens_in(span.content);
        let outer = span.outer();
        let open = text.tokens.partition_point(|t| t.span.start < outer.start);
        let close = text.tokens.partition_point(|t| t.span.start < outer.end);
        Place {
            text,
            language,
            span,
            heading,
            content,
            before: from..open.clamp(from, to),
            after: close.clamp(from, to)..to,
        }
    }

    fn kind(&self, governed: bool, joined: Option<QuotationKind>) -> QuotationKind {
        if self.is_name() || self.is_named() || self.is_sign(governed) {
            return QuotationKind::Title;
        }
        if self.is_clause()
            || self.stands_alone()
            || self.is_chant()
            || governed && (self.is_exclamation() || self.fills_that())
        {
            return QuotationKind::Direct;
        }
        match joined {
            Some(QuotationKind::Direct) | None => {}
            Some(kind) => return kind,
        }
        if self.is_so_called() {
            return QuotationKind::Scare;
        }
        if self.is_title(governed) {
            return QuotationKind::Title;
        }
        if governed || self.heading != Heading::No || self.is_pointed() || self.names_words() {
            QuotationKind::Partial
        } else {
            QuotationKind::Scare
        }
    }

    /// The word `n` places before the opening mark: 0 is the one beside it. Empty beyond the block's start.
    fn word_before(&self, n: usize) -> &'a str {
        if n < self.before.len() {
            self.text.form(self.before.end - 1 - n)
        } else {
            ""
        }
    }

    /// The word `n` places after the closing mark.
    fn word_after(&self, n: usize) -> &'a str {
        if n < self.after.len() {
            self.text.form(self.after.start + n)
        } else {
            ""
        }
    }

    fn capital_before(&self) -> bool {
        !self.before.is_empty() && self.text.tokens[self.before.end - 1].case == Case::Capitalised
    }

    fn capital_after(&self) -> bool {
        !self.after.is_empty() && self.text.tokens[self.after.start].case == Case::Capitalised
    }

    fn words(&self) -> usize {
        self.content
            .clone()
            .filter(|&t| matches!(self.text.tokens[t].kind, TokenKind::Word | TokenKind::Number))
            .count()
    }

    fn ends_with_stop(&self) -> bool {
        self.span.content.of(self.text.source).ends_with(['.', '!', '?', '…'])
    }

    /// The span before that this one is joined to by "and" or a comma. "“rash” and “cruel”"
    fn joined_to(&self, earlier: &[MarkedSpan]) -> Option<usize> {
        let (last, span) = earlier
            .iter()
            .enumerate()
            .rev()
            .take(4)
            .find(|(_, s)| s.outer().end <= self.span.open.start)?;
        if span.block != self.span.block {
            return None;
        }
        let between = &self.text.source[span.outer().end as usize..self.span.open.start as usize];
        let joins = between
            .split_whitespace()
            .all(|w| matches!(w, "and" | "or" | "," | "and/or" | "nor" | "a" | "an" | "the" | "as"));
        (joins && between.len() < 16).then_some(last)
    }

    /// A nickname. "Joseph “Sonny” Vale", "goes by “Shorty”"
    fn is_name(&self) -> bool {
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

    /// A cue stands beside it, or it is a sentence of its own. "“Absolutely not.”", "Moor said: “Never again!”"
    fn stands_alone(&self) -> bool {
        let content = self.span.content.of(self.text.source);
        let capital = content
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(|c| !c.is_lowercase());
        let stop = self.ends_with_stop() || content.ends_with(',');
        let before = self.word_before(0);
        let starts = matches!(before, "" | "." | "!" | "?" | ":") || self.is_mark_before();
        // ‘No way back’ alone on a line between paragraphs is set as display.
        if starts && capital && (stop || self.after.is_empty() && self.words() > 1 && self.heading == Heading::No) {
            return true;
        }
        // “We start,” Moor said, “on Monday.”
        let goes_on = before == "," && self.ends_with_stop();
        goes_on && (capital || self.before.clone().rev().take(12).any(|t| self.is_mark(t)))
    }

    /// "shouting “Free Arlen!”"
    fn is_exclamation(&self) -> bool {
        let capital = self.text.tokens[self.content.start].case.is_capital();
        capital && self.ends_with_stop() && !self.before.is_empty() && self.is_bare_verb(self.before.end - 1)
    }

    /// "chanting “no contract, no peace”", "cries of “Shame!”"
    fn is_chant(&self) -> bool {
        let one = self.word_before(0);
        let verb = ["chant", "shout", "yell"].iter().any(|v| one.starts_with(v));
        verb || one == "of"
            && matches!(
                self.word_before(1),
                "chants" | "cries" | "shouts" | "chant" | "chorus" | "choruses"
            )
    }

    /// The whole of a that-clause. "Moor said that “all ships get a berth”", not "that “all ships” get a berth"
    fn fills_that(&self) -> bool {
        let ends = self.after.is_empty()
            || self.text.tokens[self.after.start].kind == TokenKind::Punctuation
            || matches!(self.word_after(0), "and" | "but");
        self.word_before(0) == "that" && self.words() > 3 && ends
    }

    /// A fragment that is too long or too much of a statement to be a term. "they were “disappointed”"
    fn is_pointed(&self) -> bool {
        let says_of_subject = matches!(self.word_before(0), "is" | "are" | "was" | "were" | "be" | "been")
            && !self.content.clone().any(|t| self.is_noun(t));
        self.words() > 3 || self.words() > 1 && self.is_bare_verb(self.content.start) || says_of_subject
    }

    /// "the “sinking ship” remark"
    fn names_words(&self) -> bool {
        matches!(
            self.word_after(0),
            "comment"
                | "comments"
                | "remark"
                | "remarks"
                | "claim"
                | "claims"
                | "jibe"
                | "quip"
                | "warning"
                | "pledge"
                | "line"
                | "taunt"
                | "slur"
                | "insult"
                | "accusation"
        )
    }

    fn is_noun(&self, t: usize) -> bool {
        matches!(
            self.language.parts[t],
            PartOfSpeech::Noun | PartOfSpeech::PluralNoun | PartOfSpeech::ProperNoun
        )
    }

    /// The words before belong to the same clause, so that the content cannot be one of its own.
    /// "they “work for the port”", "a “row of teeth”", "to “go home”"
    fn is_begun(&self) -> bool {
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

    fn is_mark_before(&self) -> bool {
        self.before.len() > 1
            && self.is_mark(self.before.end - 1)
            && matches!(self.word_before(1), "." | "," | "!" | "?" | "…" | "...")
    }

    fn is_mark(&self, token: usize) -> bool {
        self.text.tokens[token].kind == TokenKind::Mark
    }

    /// It has a subject and a finite verb of its own, not only in a clause that depends on a noun.
    /// "the wall will hold", not "a wall that will hold", not "will hold".
    fn is_clause(&self) -> bool {
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
            if is_finite(form, self.language.parts[t], begun) {
                if depends {
                    depends = false;
                } else if subject && (is_auxiliary(form) || self.words() > 2) {
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
            } else if begun && is_subordinator(form) {
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

    /// It begins like a clause that leans on the words before it. "leaders “who understand it”", "left “because it hurt”"
    fn depends_on_before(&self) -> bool {
        let first = self.text.form(self.content.start);
        let lower = !self.text.tokens[self.content.start].case.is_capital();
        let word = !self.before.is_empty() && self.text.tokens[self.before.end - 1].kind == TokenKind::Word;
        lower && word && !self.is_bare_verb(self.before.end - 1) && is_subordinator(first) && first != "that"
    }

    /// The pronoun at `t` opens a relative clause without "who" or "that". "something I am not keen on"
    fn is_contact(&self, t: usize) -> bool {
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

    fn followed_by_end(&self, t: usize) -> bool {
        t + 1 >= self.content.end || self.text.tokens[t + 1].kind == TokenKind::Punctuation
    }

    /// A verb that no subject precedes: "provided only vague answers", "to stay", "pushing it".
    fn is_bare_verb(&self, t: usize) -> bool {
        matches!(
            self.language.parts[t],
            PartOfSpeech::VerbBase
                | PartOfSpeech::VerbPresent
                | PartOfSpeech::VerbThirdPerson
                | PartOfSpeech::VerbPast
                | PartOfSpeech::VerbGerund
                | PartOfSpeech::VerbParticiple
                | PartOfSpeech::To
        )
    }

    fn is_so_called(&self) -> bool {
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

    /// The words before say that this is a name. "an article titled “Low Water”", "a list called “Yes Please”"
    fn is_named(&self) -> bool {
        let one = self.word_before(0);
        let noun_called = one == "called"
            && self.before.len() > 1
            && self.is_noun(self.before.end - 2)
            && self.words() > 1
            && self.is_title_case();
        NAMED.contains(&one) || noun_called
    }

    /// Words that something bears. "A sign reading “Keep out”", "with “Press” written on them"
    fn is_sign(&self, governed: bool) -> bool {
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
    fn is_title(&self, governed: bool) -> bool {
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

    /// Every word of some length is capitalised, and not all letters are.
    fn is_title_case(&self) -> bool {
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

fn is_subject_pronoun(form: &str) -> bool {
    matches!(form, "i" | "we" | "he" | "she" | "they" | "you" | "it")
}

/// What opens a clause that depends on the words before it.
fn is_subordinator(form: &str) -> bool {
    matches!(
        form,
        "that"
            | "which"
            | "who"
            | "whom"
            | "whose"
            | "what"
            | "whatever"
            | "whoever"
            | "where"
            | "when"
            | "why"
            | "how"
            | "if"
            | "because"
            | "while"
            | "although"
            | "though"
            | "whether"
            | "unless"
            | "until"
            | "since"
    )
}

/// A finite verb. `begun`: some word stands before it; the part of speech of a first word is not to be relied on.
fn is_finite(form: &str, part: PartOfSpeech, begun: bool) -> bool {
    is_auxiliary(form)
        || begun
            && matches!(
                part,
                PartOfSpeech::VerbPast
                    | PartOfSpeech::VerbThirdPerson
                    | PartOfSpeech::VerbPresent
                    | PartOfSpeech::Modal
            )
}

/// The finite forms of auxiliaries and modals.
fn is_auxiliary(form: &str) -> bool {
    matches!(
        form,
        "is" | "are"
            | "was"
            | "were"
            | "am"
            | "has"
            | "have"
            | "had"
            | "does"
            | "do"
            | "did"
            | "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "shall"
            | "should"
            | "'re"
            | "'m"
            | "'ve"
            | "'ll"
            | "'d"
            | "ca"
            | "wo"
            | "cannot"
    )
}
