#![doc = include_str!("../README.md")]

pub mod analysis;
pub mod export;
pub mod text;
pub mod view;

mod phrases;
mod weights;

// The stages and what they share, for the page's worker, the benchmarks and training: no promise is made about them.
#[doc(hidden)]
pub mod dates;
#[doc(hidden)]
pub mod entities;
#[doc(hidden)]
pub mod language;
#[doc(hidden)]
pub mod lexicon;
#[doc(hidden)]
pub mod marks;
#[doc(hidden)]
pub mod quotations;
#[doc(hidden)]
pub mod sequence;
#[doc(hidden)]
pub mod structure;
#[doc(hidden)]
pub mod who;

use analysis::Analysis;

/// Analyses an article. Total: any text gives an answer, and the same text always the same one.
///
/// Spans in the result are byte offsets into `source`, on character boundaries. Problems in the input are
/// reported as [`analysis::Note`]s, never as errors.
pub fn analyze(source: &str) -> Analysis {
    analyze_with_hints(source, &[])
}

/// The same for text that came with some formatting: `hints` says what is known of its lines, in text order
/// (see [`text::html::read`]). The text alone decides where the hints are silent.
pub fn analyze_with_hints(source: &str, hints: &[text::Hint]) -> Analysis {
    analyze_by(source, hints, who::Weights::learned(), None)
}

/// The same by other weights of the decision who said it, writing down what it looked at: for training.
pub fn analyze_by(
    source: &str,
    hints: &[text::Hint],
    weights: &who::Weights,
    decisions: Option<&mut Vec<who::Decision>>,
) -> Analysis {
    let text = text::read(source, hints);
    let structure = structure::find(&text);
    let marks = marks::scan(&text, &structure);
    let language = language::tag(&text, &structure.blocks, structure.dateline.as_ref());
    let entities = entities::resolve(&text, &structure, &marks, &language);
    let quotations = quotations::attribute(&text, &structure, &marks, &language, &entities, weights, decisions);
    assemble(text, structure, marks, entities, quotations)
}

/// Decodes one of the built-in models ahead of time, so that a page can spread the work over its idle time. False where
/// there is no such model.
pub fn unpack(model: usize) -> bool {
    if model == 3 {
        structure::unpack();
    }
    model == 3 || language::unpack(model)
}

fn assemble(
    text: text::Text,
    structure: structure::Structure,
    marks: marks::MarkedSpans,
    entities: entities::Entities,
    quotations: quotations::Quotations,
) -> Analysis {
    let mut notes = text.notes;
    notes.extend(structure.notes);
    notes.extend(marks.notes);
    notes.sort_by_key(|n| n.span);
    Analysis {
        language: text.language.to_string(),
        blocks: structure.blocks,
        headline: structure.headline,
        standfirst: structure.standfirst,
        kicker: structure.kicker,
        bylines: structure.bylines,
        dateline: structure.dateline,
        published: structure.published,
        sections: structure.sections,
        sentences: text
            .sentences
            .iter()
            .map(|s| analysis::Sentence {
                span: s.span,
                block: s.block,
            })
            .collect(),
        entities: entities.entities,
        mentions: entities.mentions,
        quotations: quotations.quotations,
        dates: entities.dates,
        notes,
    }
}
