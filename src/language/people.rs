//! People's names as what stands beside them tells, where the tagger did not see them: after a title ("Lance Cpl. Ole Brandt"),
//! after initials ("R. L. March"), after "named", before an age, with their particles ("van Leuven"), and parts of a name
//! that the text has in full ("said Will").

use std::ops::Range;

use rustc_hash::FxHashSet as HashSet;

use super::Name;
use super::bounds::are_initials;
use super::vocabulary::Vocabulary;
use crate::analysis::EntityKind;
use crate::lexicon::{function_words::is_function_word, names};
use crate::sequence::hash;
use crate::text::{Case, Text, TokenKind};

/// The longest name that is added, in words.
const LONGEST: usize = 3;

/// Mends the names that the tagger found; they stay in text order and never overlap.
pub(super) fn mend(text: &Text, vocabulary: &Vocabulary, names: &mut Vec<Name>) {
    // "He saw his nan": no name, but for texts that have no capitals at all.
    names.retain(|name| {
        let first = text.sentences[text.sentence_of(name.tokens.start as usize)]
            .tokens
            .start as usize;
        let lower = text.tokens[name.tokens.start as usize].case == Case::Lower;
        !(name.kind == EntityKind::Person && name.tokens.len() == 1 && lower && text.tokens[first].case.is_capital())
    });
    let mut people = People {
        text,
        vocabulary,
        name_of: vec![0; text.tokens.len()],
        added: Vec::new(),
    };
    for (number, name) in names.iter_mut().enumerate() {
        if name.kind == EntityKind::Person {
            let start = without_rank(text, name.tokens.start as usize..name.tokens.end as usize);
            *name = Name::of(text, start..name.tokens.end as usize, name.kind);
        }
        people.name_of[name.tokens.start as usize..name.tokens.end as usize].fill(number as u32 + 1);
    }
    for n in 0..names.len() {
        people.with_given_name(n, names);
    }
    for t in 0..text.tokens.len() {
        people.after_title(t, names);
        people.after_initials(t, names);
        people.after_named(t);
        people.before_age(t);
    }
    people.take_in(names);
    people.known_parts(names);
    people.take_in(names);
    with_particles(text, names);
}

struct People<'a> {
    text: &'a Text<'a>,
    vocabulary: &'a Vocabulary,
    /// For each token the name it belongs to, from 1; 0 is none.
    name_of: Vec<u32>,
    added: Vec<Range<usize>>,
}

impl People<'_> {
    fn same_block(&self, a: usize, b: usize) -> bool {
        self.text.tokens.get(a).map(|t| t.block) == self.text.tokens.get(b).map(|t| t.block)
    }

    fn form(&self, token: usize, beside: usize) -> &str {
        if self.same_block(token, beside) {
            self.text.form(token)
        } else {
            ""
        }
    }

    /// A capitalised word of the block that is in no name.
    fn is_free(&self, token: usize, beside: usize) -> bool {
        self.same_block(token, beside)
            && self.text.tokens[token].kind == TokenKind::Word
            && self.text.tokens[token].case.is_capital()
            && self.name_of[token] == 0
    }

    fn is_given_name(&self, token: usize) -> bool {
        let lists = self.vocabulary.get(hash::text(self.text.form(token))).lists;
        lists >> names::GIVEN_NAMES & 1 == 1
    }

    /// The free capitalised words from here, with hyphens between them.
    fn free_run(&self, start: usize) -> Range<usize> {
        let mut end = start;
        let mut words = 0;
        while words < LONGEST && self.is_free(end, start) {
            end += 1;
            words += 1;
            let hyphen = self.form(end, start) == "-" && !self.text.tokens[end].space_before;
            if hyphen && self.is_free(end + 1, start) && !self.text.tokens[end + 1].space_before {
                end += 1;
            }
        }
        start..end
    }

    fn add(&mut self, tokens: Range<usize>) {
        self.name_of[tokens.clone()].fill(u32::MAX);
        self.added.push(tokens);
    }

    fn take_in(&mut self, names: &mut Vec<Name>) {
        if self.added.is_empty() {
            return;
        }
        let added = self.added.drain(..);
        names.extend(added.map(|tokens| Name::of(self.text, tokens, EntityKind::Person)));
        names.sort_by_key(|n| n.tokens.start);
        for (number, name) in names.iter().enumerate() {
            self.name_of[name.tokens.start as usize..name.tokens.end as usize].fill(number as u32 + 1);
        }
    }

    /// "Per Holm, a former minister": a given name that opens the sentence and looks like another word.
    fn with_given_name(&mut self, n: usize, names: &mut [Name]) {
        let (start, end) = (names[n].tokens.start as usize, names[n].tokens.end as usize);
        let sentence = self.text.sentences[self.text.sentence_of(start)].tokens.start as usize;
        let kind = matches!(names[n].kind, EntityKind::Person | EntityKind::Organization);
        let apposition =
            self.form(end, start) == "," && matches!(self.form(end + 1, start), "a" | "an" | "the" | "then" | "who");
        if kind
            && end == start + 1
            && sentence + 1 == start
            && apposition
            && self.is_free(sentence, start)
            && self.text.form(sentence) != "said"
            && self.is_given_name(sentence)
        {
            names[n] = Name::of(self.text, sentence..end, EntityKind::Person);
            self.name_of[sentence] = n as u32 + 1;
        }
    }

    /// "Mrs May", "Lance Cpl. Ole Brandt", "Prince Sigurd".
    fn after_title(&mut self, t: usize, names: &mut [Name]) {
        if !self.text.tokens[t].case.is_capital() || !self.same_block(t, t + 1) || self.name_of[t] != 0 {
            return;
        }
        let form = self.text.form(t).trim_end_matches('.');
        let next = t + 1;
        if matches!(form, "mr" | "mrs" | "ms" | "mx") {
            let number = self.name_of[next];
            if number != 0 && number != u32::MAX {
                // "Mr England" is no country.
                let name = &mut names[number as usize - 1];
                if name.tokens.start as usize == next {
                    name.kind = EntityKind::Person;
                }
            } else if !self.free_run(next).is_empty() {
                self.add(self.free_run(next));
            }
            return;
        }
        let run = self.free_run(next);
        let is_name = match form {
            _ if run.is_empty() => false,
            // Not "Miss World".
            "miss" => !matches!(
                self.text.form(next),
                "world" | "universe" | "america" | "usa" | "teen" | "international"
            ),
            _ if is_rank(self.text, t) => run.len() > 1 && !is_rank(self.text, next),
            // Not "King Street", "Queen of the South", "Sister Act", nor "Jean King Cup".
            "prince" | "princess" | "king" | "queen" | "sister" | "brother" | "pope" | "sheikh" => {
                let alone = run.len() == 1
                    && !self.form(next + 1, t).starts_with("of")
                    && self.name_of.get(next + 1) == Some(&0);
                alone
                    && self.is_given_name(next)
                    && !(self.same_block(t.wrapping_sub(1), t) && self.text.tokens[t - 1].case.is_capital())
            }
            _ => false,
        };
        if is_name {
            self.add(run);
        }
    }

    /// "R. L. March said", "T.J. Field": two initials and a word.
    fn after_initials(&mut self, t: usize, names: &mut [Name]) {
        let starts = are_initials(self.text.word(t))
            && !(t > 0 && self.same_block(t - 1, t) && are_initials(self.text.word(t - 1)));
        if !starts {
            return;
        }
        let mut end = t;
        let mut letters = 0;
        while self.same_block(end, t) && are_initials(self.text.word(end)) {
            letters += self.text.word(end).len() / 2;
            end += 1;
        }
        let free = |token: usize| self.name_of[token] == 0;
        let number = self.name_of[t];
        if letters < 2
            || end >= self.text.tokens.len()
            || self.text.tokens[end].case != Case::Capitalised
            || !self.is_free(end, t)
        {
            return;
        }
        if (t..end).all(free) {
            self.add(t..end + 1);
        } else if number != 0 && number != u32::MAX {
            let name = &mut names[number as usize - 1];
            if name.tokens == (t as u32..end as u32) {
                *name = Name::of(self.text, t..end + 1, EntityKind::Person);
                self.name_of[end] = number;
            }
        }
    }

    /// "a diver named Ole Brandt", "gave her name as Dina".
    fn after_named(&mut self, t: usize) {
        if t < 2 || !self.same_block(t - 2, t + 1) {
            return;
        }
        let before = self.text.form(t - 1);
        let brings_in = match self.text.form(t) {
            "named" => is_person_noun(before),
            "as" => matches!(before, "name" | "herself" | "himself" | "themselves"),
            _ => false,
        };
        let run = self.free_run(t + 1);
        if brings_in && !run.is_empty() {
            self.add(run);
        }
    }

    /// "Will Brandt, 9, and …".
    fn before_age(&mut self, t: usize) {
        if t + 3 >= self.text.tokens.len() || !self.is_free(t, t) || t > 0 && self.is_free(t - 1, t) {
            return;
        }
        let run = self.free_run(t);
        let age = self
            .form(run.end + 1, t)
            .parse::<u8>()
            .is_ok_and(|age| (1..=110).contains(&age));
        let closed = matches!(self.form(run.end + 2, t), "," | "." | ";");
        if run.len() >= 2 && self.form(run.end, t) == "," && age && closed && self.is_given_name(t) {
            self.add(run);
        }
    }

    /// Words of a full name alone: "said Will" where Will Brandt is named.
    fn known_parts(&mut self, names: &[Name]) {
        let text = self.text;
        let mut parts: HashSet<u32> = HashSet::default();
        for name in names
            .iter()
            .filter(|n| n.kind == EntityKind::Person && n.tokens.len() > 1)
        {
            let tokens = name.tokens.start as usize..name.tokens.end as usize;
            let words = [tokens.start, tokens.end - 1];
            parts.extend(words.map(|t| text.tokens[t].form));
        }
        let is_lower: HashSet<u32> = text
            .tokens
            .iter()
            .filter(|t| t.case == Case::Lower)
            .map(|t| t.form)
            .collect();
        for t in 0..text.tokens.len() {
            let token = &text.tokens[t];
            if token.case != Case::Capitalised
                || !parts.contains(&token.form)
                || !self.is_free(t, t)
                || text.form(t).len() < 3
            {
                continue;
            }
            let alone = !(self.is_beside(t + 1, t) || t > 0 && self.is_beside(t - 1, t));
            let starts = text.sentences[text.sentence_of(t)].tokens.start as usize == t;
            let plain = is_lower.contains(&token.form) || is_function_word(text.form(t));
            if alone && !(starts && plain) {
                self.add(t..t + 1);
            }
        }
    }

    /// A capitalised word or a name of which the word beside it may be part.
    fn is_beside(&self, token: usize, word: usize) -> bool {
        self.same_block(token, word)
            && (self.name_of[token] != 0
                || self.text.tokens[token].kind == TokenKind::Word && self.text.tokens[token].case.is_capital())
    }
}

/// Where the name begins without the ranks before it: "DI Ole Brandt".
fn without_rank(text: &Text, name: Range<usize>) -> usize {
    let mut start = name.start;
    while start + 1 < name.end && is_rank(text, start) {
        start += 1;
    }
    start
}

/// A rank as it stands before a name, and "Lance" before one.
fn is_rank(text: &Text, token: usize) -> bool {
    let form = text.form(token);
    match form.trim_end_matches('.') {
        "dc" | "di" | "ds" | "dci" | "pc" | "ps" | "wpc" | "wo1" | "wo2" => text.tokens[token].case == Case::Upper,
        "insp" | "supt" | "sgt" | "cpl" | "lt" | "col" | "capt" | "gen" | "adm" | "maj" | "brig" | "cmdr" | "cdr"
        | "pvt" | "spc" | "det" | "bombardier" | "corporal" | "sergeant" | "lieutenant" | "inspector"
        | "superintendent" | "constable" => true,
        "lance" => token + 1 < text.tokens.len() && is_rank(text, token + 1),
        _ => false,
    }
}

/// A noun made as those for people are: "a diver named Ole", not "a boat named Ole".
fn is_person_noun(form: &str) -> bool {
    let ends = [
        "man", "woman", "boy", "girl", "person", "er", "or", "ist", "nurse", "teen", "student", "resident",
    ];
    ends.iter().any(|end| form.ends_with(end)) && !matches!(form, "her" | "for" | "or" | "after" | "computer" | "never")
}

/// Lower-case words in names.
fn is_particle(form: &str) -> bool {
    matches!(
        form,
        "van"
            | "von"
            | "der"
            | "den"
            | "de"
            | "da"
            | "di"
            | "del"
            | "della"
            | "dos"
            | "du"
            | "la"
            | "bin"
            | "ibn"
            | "ter"
            | "ten"
            | "zu"
    )
}

/// Gives surnames the particles that they have in the full name: "van Leuven said".
fn with_particles(text: &Text, names: &mut [Name]) {
    // Surnames that have a particle before them in some full name.
    let mut full: HashSet<u32> = HashSet::default();
    for name in names.iter() {
        if name.kind != EntityKind::Person {
            continue;
        }
        let (start, end) = (name.tokens.start as usize, name.tokens.end as usize);
        for t in start + 1..end {
            if text.tokens[t].case.is_capital()
                && text.tokens[t - 1].case == Case::Lower
                && is_particle(text.form(t - 1))
            {
                full.insert(text.tokens[t].form);
            }
        }
    }
    for n in 0..names.len() {
        if names[n].kind != EntityKind::Person {
            continue;
        }
        let (start, end) = (names[n].tokens.start as usize, names[n].tokens.end as usize);
        let from = if n > 0 { names[n - 1].tokens.end as usize } else { 0 };
        let block = text.tokens[start].block;
        let first = (from..start)
            .rev()
            .take_while(|&t| {
                text.tokens[t].block == block && text.tokens[t].case == Case::Lower && is_particle(text.form(t))
            })
            .last();
        if let Some(first) = first
            && full.contains(&text.tokens[start].form)
        {
            names[n] = Name::of(text, first..end, EntityKind::Person);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Tagger;

    /// Checks what becomes of the marked names: those of people are wanted, joined by commas.
    #[track_caller]
    fn check(source: &str, tagged: &[(&str, EntityKind)], wanted: &str) {
        let text = crate::text::read(source, &[]);
        let mut names: Vec<Name> = tagged
            .iter()
            .map(|(words, kind)| {
                let start = source.find(words).unwrap();
                let span = crate::analysis::Span::new(start, start + words.len());
                Name::of(&text, text.tokens_in(span), *kind)
            })
            .collect();
        mend(&text, Tagger::built_in().vocabulary, &mut names);
        let people = names.iter().filter(|n| n.kind == EntityKind::Person);
        assert_eq!(people.map(|n| n.span.of(source)).collect::<Vec<_>>().join(", "), wanted);
    }

    #[test]
    fn titles_bring_people_in() {
        use EntityKind::*;
        check(
            "Mrs May met Mr England and Lance Cpl. Ole Holt.",
            &[("England", Place)],
            "May, England, Ole Holt",
        );
        check(
            "Then DI Ole Holt left King Street.",
            &[("DI Ole Holt", Person)],
            "Ole Holt",
        );
        check(
            "Queen Ingrid and Prince Harald met Miss Day.",
            &[],
            "Ingrid, Harald, Day",
        );
    }

    #[test]
    fn initials_ages_and_naming_bring_people_in() {
        check("R. L. March said no. T.J. Field left.", &[], "R. L. March, T.J. Field");
        check("A diver named Ove saw it; one gave her name as Dina.", &[], "Ove, Dina");
        check("It was Will Sand, 9, who fell.", &[], "Will Sand");
        check(
            "Will Sand, a diver, fell.",
            &[("Sand", EntityKind::Organization)],
            "Will Sand",
        );
        check("He saw his nan.", &[("nan", EntityKind::Person)], "");
    }

    #[test]
    fn parts_of_a_known_name_are_names() {
        use EntityKind::Person;
        check(
            "Will Sand rowed. “No,” said Will. Will he row?",
            &[("Will Sand", Person)],
            "Will Sand, Will",
        );
        check(
            "Ana van Loon left. “No,” van Loon said. Van Loon drove.",
            &[("Ana van Loon", Person)],
            "Ana van Loon, van Loon",
        );
    }
}
