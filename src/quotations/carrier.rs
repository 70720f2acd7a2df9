//! The carrier: the reporter's own text, with every quotation folded into one unit.
//!
//! Cues and speakers are looked for here, so that words between marks can never be taken for either, and a
//! quotation of ten sentences stands in the reporter's sentence like one word.

use std::ops::Range;

use super::cues::{Cues, VerbForm};
use rustc_hash::FxHashMap as HashMap;

use crate::analysis::{BlockId, EntityId, EntityKind, Span};
use crate::entities::Entities;
use crate::language::{Language, PartOfSpeech};
use crate::marks::MarkedSpans;
use crate::structure::{Structure, dateline};
use crate::text::{Text, TokenKind};

/// Everything that attribution reads.
pub(super) struct Article<'a> {
    pub text: &'a Text<'a>,
    pub structure: &'a Structure,
    pub marks: &'a MarkedSpans,
    pub language: &'a Language,
    pub entities: &'a Entities,
    pub cues: Cues,
    /// For each token, the index into `Language::names` of the name that it is part of.
    name_of: Vec<Option<u32>>,
    /// By each word of people's full names in lower case: the person, None where several have it.
    pub name_parts: HashMap<String, Option<EntityId>>,
    /// For each token that is an opening mark, the index into `MarkedSpans::spans`.
    opens: Vec<(u32, u32)>,
}

/// A word or a punctuation mark of the reporter's, or a whole quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// Index into `Text::tokens`; of its opening mark for a quotation.
    pub token: u32,
    /// The token after the last one.
    pub end: u32,
    /// Index into `MarkedSpans::spans`.
    pub quote: Option<u32>,
}

/// The reporter's text of one block, or of the inside of one quotation that holds others.
pub(super) struct Carrier {
    pub block: BlockId,
    pub units: Vec<Unit>,
    /// Ranges of `units`.
    pub sentences: Vec<Range<usize>>,
}

/// A longer sentence is cut: nobody writes one, and the sieves look at every cue of a sentence for each of its clauses.
const LONGEST_SENTENCE: usize = 250;

impl<'a> Article<'a> {
    pub fn new(
        text: &'a Text<'a>,
        structure: &'a Structure,
        marks: &'a MarkedSpans,
        language: &'a Language,
        entities: &'a Entities,
    ) -> Article<'a> {
        let mut name_of = vec![None; text.tokens.len()];
        for (i, name) in language.names.iter().enumerate() {
            for token in name.tokens.clone() {
                name_of[token as usize] = Some(i as u32);
            }
        }
        let mut opens: Vec<(u32, u32)> = marks
            .spans
            .iter()
            .enumerate()
            .map(|(i, m)| {
                (
                    text.tokens.partition_point(|t| t.span.start < m.open.start) as u32,
                    i as u32,
                )
            })
            .collect();
        opens.sort_unstable();
        Article {
            text,
            structure,
            marks,
            language,
            entities,
            cues: Cues::of(text),
            name_of,
            name_parts: name_parts(entities),
            opens,
        }
    }

    /// The carrier of a block.
    pub fn carrier(&self, block: usize) -> Carrier {
        let mut tokens = self.text.blocks[block].tokens.clone();
        // An inline dateline is no part of the first sentence.
        if let Some(dateline) = &self.structure.dateline
            && self.text.blocks[block].span.contains(dateline.span)
            && dateline.span != self.text.blocks[block].span
        {
            while tokens.start < tokens.end {
                let token = &self.text.tokens[tokens.start as usize];
                let dash = matches!(
                    self.text.word(tokens.start as usize),
                    "-" | "–" | "—" | "―" | "(" | ")" | ":"
                );
                if token.span.start >= dateline.span.end && !dash {
                    break;
                }
                tokens.start += 1;
            }
        }
        let (start, end) = (tokens.start as usize, tokens.end as usize);
        if let Some(after) = dateline::after_opening_day(self.text, start..end) {
            tokens.start = after as u32;
        }
        self.fold(block as BlockId, tokens, None)
    }

    /// The carrier inside a quotation, for the quotations that it holds.
    pub fn carrier_inside(&self, quote: u32) -> Carrier {
        let marked = &self.marks.spans[quote as usize];
        let tokens = self.text.tokens_in(marked.content);
        self.fold(marked.block, tokens.start as u32..tokens.end as u32, Some(quote))
    }

    fn fold(&self, block: BlockId, tokens: Range<u32>, inside: Option<u32>) -> Carrier {
        let mut units = Vec::with_capacity(tokens.len());
        let mut next_open = self.opens.partition_point(|&(token, _)| token < tokens.start);
        let mut token = tokens.start;
        while token < tokens.end {
            while next_open < self.opens.len() && self.opens[next_open].0 < token {
                next_open += 1;
            }
            let quote = self.opens[next_open..]
                .iter()
                .take_while(|&&(at, _)| at == token)
                .map(|&(_, quote)| quote)
                .find(|&q| self.marks.spans[q as usize].inside == inside);
            let end = match quote {
                Some(q) => self.end_of(q).clamp(token + 1, tokens.end.max(token + 1)),
                None => token + 1,
            };
            // Signs of emphasis that a copy keeps are no words: **“We go,”** Moor said.
            if quote.is_some() || !matches!(self.text.word(token as usize), "*" | "_" | "**" | "__") {
                units.push(Unit { token, end, quote });
            }
            token = end;
        }
        let sentences = self.sentences(&units);
        Carrier {
            block,
            units,
            sentences,
        }
    }

    /// The token after a quotation and its closing mark.
    fn end_of(&self, quote: u32) -> u32 {
        let marked = &self.marks.spans[quote as usize];
        let end = marked.close.map_or(marked.content.end, |c| c.end);
        self.text.tokens.partition_point(|t| t.span.start < end) as u32
    }

    fn sentences(&self, units: &[Unit]) -> Vec<Range<usize>> {
        let mut sentences = Vec::new();
        let mut start = 0;
        for i in 1..units.len() {
            if i - start == LONGEST_SENTENCE || self.breaks(units, i) {
                sentences.push(start..i);
                start = i;
            }
        }
        if start < units.len() {
            sentences.push(start..units.len());
        }
        sentences
    }

    /// A sentence of the carrier ends before unit `i`.
    fn breaks(&self, units: &[Unit], i: usize) -> bool {
        let (before, after) = (units[i - 1], units[i]);
        let Some(quote) = before.quote else {
            let sentence = |token: u32| self.text.sentence_of(token as usize);
            if self.text.word(before.token as usize) == ":" {
                return false;
            }
            return sentence(before.token) != sentence(after.token);
        };
        let content = self.marks.spans[quote as usize].content.of(self.text.source);
        if !content.ends_with(['.', '?', '!', '…']) {
            return false;
        }
        if after.quote.is_some() {
            return true;
        }
        let token = &self.text.tokens[after.token as usize];
        if !token.case.is_capital() || token.kind != TokenKind::Word {
            return token.kind == TokenKind::Number;
        }
        // “Go home!” Moor said.
        !self.cue_follows(&units[i..], content.ends_with('.'))
    }

    /// The units begin with a few words of a name or role and a reporting verb, or the other way round.
    /// After a full stop it must also end there (`strict`), or "“No.” Moor said that …" would go wrong.
    fn cue_follows(&self, units: &[Unit], strict: bool) -> bool {
        for (i, unit) in units.iter().take(8).enumerate() {
            if unit.quote.is_some() {
                return false;
            }
            let token = unit.token as usize;
            let verbs = self.cues.verbs(self.text, token);
            let says = verbs
                .iter()
                .any(|v| !matches!(v.form, VerbForm::Base | VerbForm::Gerund) && v.particle.is_none());
            if says && self.text.tokens[token].case == crate::text::Case::Lower {
                let word = |k: usize| units.get(k).map_or("", |u| self.text.word(u.token as usize));
                let ends = units.len() == i + 1 || word(i + 1) == ".";
                return i > 0 && (ends || !strict);
            }
            let kind = self.text.tokens[token].kind;
            // “Go home!” Ilse Moor, head of the union, said.
            if i > 0 && !strict && self.text.word(token) == "," {
                return units[i + 1..]
                    .windows(2)
                    .take(30)
                    .take_while(|w| w[0].quote.is_none())
                    .any(|w| {
                        w[1].quote.is_none()
                            && self.text.word(w[0].token as usize) == ","
                            && !self.cues.verbs(self.text, w[1].token as usize).is_empty()
                    });
            }
            if kind == TokenKind::Punctuation && !matches!(self.text.word(token), "-" | ".") {
                return false;
            }
            let small = matches!(
                self.text.form(token),
                "the" | "a" | "an" | "of" | "de" | "von" | "also" | "later"
            );
            if !self.text.tokens[token].case.is_capital() && !small && self.part(token) != PartOfSpeech::Noun {
                return false;
            }
        }
        false
    }

    pub fn part(&self, token: usize) -> PartOfSpeech {
        self.language.parts[token]
    }

    pub fn name_of(&self, token: usize) -> Option<u32> {
        self.name_of[token]
    }
}

fn name_parts(entities: &Entities) -> HashMap<String, Option<EntityId>> {
    let mut parts: HashMap<String, Option<EntityId>> = HashMap::default();
    let people = (0..)
        .zip(&entities.entities)
        .filter(|(_, e)| e.kind == EntityKind::Person);
    for (id, entity) in people.filter(|(_, e)| e.name.contains(' ')) {
        for part in entity.name.split(' ') {
            let who = parts.entry(part.to_lowercase()).or_insert(Some(id));
            *who = who.filter(|&w| w == id);
        }
    }
    parts
}

/// One sentence of a carrier: what the rules look at. Positions are indices into `units`.
#[derive(Clone, Copy)]
pub(super) struct Sentence<'a> {
    pub article: &'a Article<'a>,
    pub units: &'a [Unit],
}

impl<'a> Sentence<'a> {
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// The word in lower case; empty for a quotation and beyond the edges.
    pub fn form(&self, i: usize) -> &'a str {
        match self.units.get(i) {
            Some(Unit { quote: None, token, .. }) => self.article.text.form(*token as usize),
            _ => "",
        }
    }

    /// The word before position `i`; empty at the start.
    pub fn form_before(&self, i: usize) -> &'a str {
        if i == 0 { "" } else { self.form(i - 1) }
    }

    pub fn quote(&self, i: usize) -> Option<u32> {
        self.units.get(i).and_then(|u| u.quote)
    }

    /// The part of speech; `Punctuation` for a quotation and beyond the edges.
    pub fn part(&self, i: usize) -> PartOfSpeech {
        match self.units.get(i) {
            Some(Unit { quote: None, token, .. }) => self.article.part(*token as usize),
            _ => PartOfSpeech::Punctuation,
        }
    }

    pub fn is_capital(&self, i: usize) -> bool {
        matches!(self.units.get(i), Some(u) if u.quote.is_none()
            && self.article.text.tokens[u.token as usize].case.is_capital())
    }

    /// The name that the word is part of.
    pub fn name(&self, i: usize) -> Option<u32> {
        match self.units.get(i) {
            Some(Unit { quote: None, token, .. }) => self.article.name_of(*token as usize),
            _ => None,
        }
    }

    pub fn space_before(&self, i: usize) -> bool {
        self.units
            .get(i)
            .is_none_or(|u| self.article.text.tokens[u.token as usize].space_before)
    }

    /// The stretch of source that the units cover. `range` must not be empty.
    pub fn span(&self, range: Range<usize>) -> Span {
        let tokens = &self.article.text.tokens;
        Span {
            start: tokens[self.units[range.start].token as usize].span.start,
            end: tokens[self.units[range.end - 1].end as usize - 1].span.end,
        }
    }

    pub fn words(&self, range: Range<usize>) -> &'a str {
        self.span(range).of(self.article.text.source)
    }

    /// Full stop, question mark and so on.
    pub fn is_stop(&self, i: usize) -> bool {
        matches!(self.form(i), "." | "!" | "?" | "…" | "...")
    }

    pub fn is_dash(&self, i: usize) -> bool {
        matches!(self.form(i), "—" | "–" | "―" | "--")
            || self.form(i) == "-" && self.space_before(i) && self.space_before(i + 1)
    }
}
