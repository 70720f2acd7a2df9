//! Headlines and other lines set apart: "Moor: Port must close", "‘Port must close’ – union", and words that the
//! headline takes from a quotation of the article.

use std::ops::Range;

use crate::analysis::{
    AttributionRule as Rule, BlockKind, Confidence, Quotation, QuotationId, QuotationKind, SpeakerStatus,
};
use crate::language::PartOfSpeech::*;
use crate::quotations::carrier::Sentence;
use crate::quotations::draft::Draft;
use crate::quotations::{Passage, speaker};
use crate::structure::Structure;

/// How many lines set apart, and how many quotations of the body, are compared.
const HEADINGS: usize = 60;
const BODY: usize = 600;

/// A speaker that a headline names at its edge, and what the rest of it is.
pub(in crate::quotations) struct Edge {
    pub draft: Draft,
    /// The units that are said.
    pub said: Range<usize>,
}

/// The block is a line that is set as headlines are.
pub(in crate::quotations) fn is_heading(structure: &Structure, block: u32) -> bool {
    structure.blocks[block as usize].kind.is_heading()
}

/// Reads a headline's edges for its speaker.
pub(in crate::quotations) fn edge(passage: &Passage) -> Option<Edge> {
    let s = &passage.sentence;
    if !is_heading(s.article.structure, passage.block) || !passage.reading.frames.iter().all(|f| f.subject.is_none()) {
        return None;
    }
    speaker_first(s).or_else(|| speaker_last(s))
}

/// Moor: Port must close
fn speaker_first(s: &Sentence) -> Option<Edge> {
    let phrase = s.phrase_after(0)?;
    let said = phrase.end + 1..end(s);
    if s.form(phrase.end) != ":" || said.len() < 2 {
        return None;
    }
    let who = speaker::read(s, phrase.clone());
    (who.status == SpeakerStatus::Named).then(|| edge_of(s, phrase, said, Rule::HeadlineColon))
}

/// ‘Port must close’: Moor — or after a dash, where a role will do: Port must close – union
fn speaker_last(s: &Sentence) -> Option<Edge> {
    let end = end(s);
    let cut = (1..end).rev().take(7).find(|&i| s.form(i) == ":" || s.is_dash(i))?;
    let phrase = s.phrase_after(cut + 1)?;
    if phrase.end != end {
        return None;
    }
    let who = speaker::read(s, phrase.clone());
    let person = who
        .entity
        .is_some_and(|e| s.article.entities.entities[e as usize].kind == crate::analysis::EntityKind::Person);
    let role = s.is_dash(cut) && matches!(s.part(phrase.start), Noun | PluralNoun) && phrase.len() <= 3;
    let quoted = (0..cut).any(|i| s.quote(i).is_some()) && who.status == SpeakerStatus::Named;
    (person || role || quoted).then(|| edge_of(s, phrase, 0..cut, Rule::HeadlineDash))
}

fn end(s: &Sentence) -> usize {
    if s.len() > 0 && s.is_stop(s.len() - 1) {
        s.len() - 1
    } else {
        s.len()
    }
}

fn edge_of(s: &Sentence, phrase: Range<usize>, said: Range<usize>, rule: Rule) -> Edge {
    let evidence = vec![s.span(phrase.clone())];
    Edge {
        draft: Draft::new(speaker::read(s, phrase), rule, Confidence::Likely, evidence),
        said,
    }
}

/// Ties quotations in headlines, standfirsts and captions to the one in the body whose words they repeat, and gives
/// them its speaker where they have none. A term of the reporter's repeats nobody. `quotations` are in text order.
pub(in crate::quotations) fn tie(quotations: &mut [Quotation], structure: &Structure, source: &str) {
    let apart = |q: &Quotation| structure.blocks[q.block as usize].kind.repeats_story();
    let words = |q: &Quotation| -> Vec<String> {
        q.span
            .of(source)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let marked = |q: &Quotation| q.marks.is_some() && q.kind.is_speech();
    let body: Vec<(usize, Vec<String>)> = quotations
        .iter()
        .enumerate()
        .filter(|(_, q)| marked(q) && structure.blocks[q.block as usize].kind == BlockKind::Paragraph)
        .take(BODY)
        .map(|(i, q)| (i, words(q)))
        .collect();
    let headings: Vec<usize> = (0..quotations.len())
        .filter(|&i| quotations[i].marks.is_some() && apart(&quotations[i]))
        .filter(|&i| quotations[i].kind != QuotationKind::Scare)
        .take(HEADINGS)
        .collect();
    for i in headings {
        let own = words(&quotations[i]);
        if own.is_empty() {
            continue;
        }
        let Some(&(source, _)) = body
            .iter()
            .find(|(_, theirs)| theirs.windows(own.len()).any(|w| w == own.as_slice()))
        else {
            continue;
        };
        quotations[i].same_as = Some(source as QuotationId);
        let from = quotations[source].clone();
        let heading = &mut quotations[i];
        if heading.speaker.status == SpeakerStatus::Unknown && from.speaker.status != SpeakerStatus::Unknown {
            heading.speaker = from.speaker;
            heading.rule = Rule::RepeatsBody;
            heading.evidence = vec![from.span];
            heading.confidence = Confidence::Likely;
            if !heading.kind.is_speech() {
                heading.kind = from.kind;
            }
        }
    }
}
