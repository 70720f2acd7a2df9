//! A view taken apart and put together again: what a long article's worker sends, a little at a time, so that the page
//! never reads for long.

use serde::{Deserialize, Serialize};

use super::View;
use super::names::NamesOfKind;
use super::outline::Entry;
use super::pieces::Piece;
use super::voices::Voice;
use crate::analysis::*;

#[derive(Debug, Serialize, Deserialize)]
pub enum Part {
    /// The analysis without its long lists.
    Fields(Box<Analysis>),
    Blocks(Vec<Block>),
    Sections(Vec<Section>),
    Sentences(Vec<Sentence>),
    Entities(Vec<Entity>),
    Mentions(Vec<Mention>),
    Quotations(Vec<Quotation>),
    Dates(Vec<Date>),
    Notes(Vec<Note>),
    Pieces(Vec<Piece>),
    Voices(Vec<Voice>),
    VoiceOf(Vec<Option<u32>>),
    Numbers(Vec<u32>),
    /// `counted`, `unattributed`, `words` of the voices.
    Counts(usize, usize, usize),
    Names(Vec<NamesOfKind>),
    Counted(Vec<bool>),
    Outline(Vec<Entry>),
    Paragraphs(Vec<u32>),
}

/// How many items a part holds at most.
const MOST: usize = 4_000;

/// Everything of a view but its source.
pub fn take_apart(view: &View) -> Vec<Part> {
    let a = &view.analysis;
    let fields = Analysis {
        language: a.language.clone(),
        headline: a.headline,
        standfirst: a.standfirst,
        kicker: a.kicker,
        bylines: a.bylines.clone(),
        dateline: a.dateline.clone(),
        published: a.published.clone(),
        ..Analysis::default()
    };
    let v = &view.voices;
    let mut parts = vec![
        Part::Fields(Box::new(fields)),
        Part::Counts(v.counted, v.unattributed, v.words),
    ];
    slices(&mut parts, &a.blocks, Part::Blocks);
    slices(&mut parts, &a.sections, Part::Sections);
    slices(&mut parts, &a.sentences, Part::Sentences);
    slices(&mut parts, &a.entities, Part::Entities);
    slices(&mut parts, &a.mentions, Part::Mentions);
    slices(&mut parts, &a.quotations, Part::Quotations);
    slices(&mut parts, &a.dates, Part::Dates);
    slices(&mut parts, &a.notes, Part::Notes);
    slices(&mut parts, &view.pieces, Part::Pieces);
    slices(&mut parts, &v.list, Part::Voices);
    slices(&mut parts, &v.of, Part::VoiceOf);
    slices(&mut parts, &v.numbers, Part::Numbers);
    slices(&mut parts, &view.names.kinds, Part::Names);
    slices(&mut parts, &view.names.counts, Part::Counted);
    slices(&mut parts, &view.outline, Part::Outline);
    slices(&mut parts, &view.paragraphs, Part::Paragraphs);
    parts
}

fn slices<T: Clone>(parts: &mut Vec<Part>, items: &[T], part: fn(Vec<T>) -> Part) {
    parts.extend(items.chunks(MOST).map(|items| part(items.to_vec())));
}

impl View {
    /// Adds a part. `Fields` must come first.
    pub fn add(&mut self, part: Part) {
        let a = &mut self.analysis;
        match part {
            Part::Fields(fields) => *a = *fields,
            Part::Blocks(items) => a.blocks.extend(items),
            Part::Sections(items) => a.sections.extend(items),
            Part::Sentences(items) => a.sentences.extend(items),
            Part::Entities(items) => a.entities.extend(items),
            Part::Mentions(items) => a.mentions.extend(items),
            Part::Quotations(items) => a.quotations.extend(items),
            Part::Dates(items) => a.dates.extend(items),
            Part::Notes(items) => a.notes.extend(items),
            Part::Pieces(items) => self.pieces.extend(items),
            Part::Voices(items) => self.voices.list.extend(items),
            Part::VoiceOf(items) => self.voices.of.extend(items),
            Part::Numbers(items) => self.voices.numbers.extend(items),
            Part::Counts(counted, unattributed, words) => {
                self.voices.counted = counted;
                self.voices.unattributed = unattributed;
                self.voices.words = words;
            }
            Part::Names(items) => self.names.kinds.extend(items),
            Part::Counted(items) => self.names.counts.extend(items),
            Part::Outline(items) => self.outline.extend(items),
            Part::Paragraphs(items) => self.paragraphs.extend(items),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_put_together_are_the_view() {
        let source = format!(
            "Harbour shut\n\nBy Ana Ruiz\n\nLONDON — {}",
            "“No ship will leave today,” Ilse Moor said in Oslo on Monday.\n\n".repeat(2_000)
        );
        let view = View::new(source.clone(), crate::analyze(&source));
        assert!(view.analysis.sentences.len() > MOST || view.analysis.mentions.len() > MOST);
        let mut again = View {
            source,
            ..View::default()
        };
        take_apart(&view).into_iter().for_each(|part| again.add(part));
        assert!(again == view);
    }
}
