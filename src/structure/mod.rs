//! What each block of lines is: headline, standfirst, byline, crosshead, paragraph, furniture …
//!
//! Recognisers report what they see in each line (`signs`), a linear model weighs that together with what the lines
//! around show (`features`, `tagger`), and the fields are read out of the labelled lines (`fields`).

mod byline;
mod caption;
pub(crate) mod dateline;
mod embed;
mod features;
mod fields;
mod line;
mod markup;
mod signs;
mod tagger;

pub use features::LineFeatures;
pub use tagger::{LABELS, Label, Side, label, label_kind, unpack};

use crate::analysis::{Block, Byline, Dateline, Note, Published, Section, Span};
use crate::sequence::Model;
use crate::text::Text;
use line::LineFacts;

/// The blocks with their kinds, one for each of `Text::blocks` in the same order, and the fields read out of them.
pub struct Structure {
    pub blocks: Vec<Block>,
    pub headline: Option<Span>,
    pub standfirst: Option<Span>,
    pub kicker: Option<Span>,
    pub bylines: Vec<Byline>,
    pub dateline: Option<Dateline>,
    pub published: Option<Published>,
    pub sections: Vec<Section>,
    pub notes: Vec<Note>,
}

/// Labels every block.
pub fn find(text: &Text) -> Structure {
    find_with(text, tagger::built_in())
}

/// The same with weights that are not the built-in ones: for training.
pub fn find_with(text: &Text, model: &Model) -> Structure {
    let page = Page::of(text);
    let signs = signs::of_page(&page);
    let features = features::of_page(&page, &signs);
    let labels = tagger::tag(&page, &signs, &features, model);
    fields::collect(&page, labels)
}

/// What the tagger sees of a text: for each block that the model labels (the others are told by their words alone) its
/// index and its features.
pub fn features_of(text: &Text) -> Vec<(usize, LineFeatures)> {
    let page = Page::of(text);
    let signs = signs::of_page(&page);
    let features = features::of_page(&page, &signs);
    page.tagged.iter().copied().zip(features).collect()
}

/// The lines of a page as the recognisers look at them.
struct Page<'t, 's> {
    text: &'t Text<'s>,
    /// One for each block of the text.
    lines: Vec<LineFacts<'s>>,
    /// The lines that the model labels. The others stand for themselves wherever they are ("Advertisement"), and the
    /// model does not see them: a button more or less changes nothing else.
    tagged: Vec<usize>,
    /// The blank lines above each line, those above the lines that stand for themselves before it included.
    gaps: Vec<u32>,
    /// Most paragraphs follow a blank line, so a line that does not is probably no paragraph.
    spaced: bool,
    /// It was pasted with markup.
    has_markup: bool,
}

impl<'t, 's> Page<'t, 's> {
    fn of(text: &'t Text<'s>) -> Page<'t, 's> {
        let lines = line::all(text);
        let mut tagged = Vec::with_capacity(lines.len());
        let mut gaps = Vec::with_capacity(lines.len());
        let mut above = 0;
        for (i, line) in lines.iter().enumerate() {
            above = line.gap.max(above);
            gaps.push(above);
            if !line.stands_for_itself() {
                tagged.push(i);
                above = 0;
            }
        }
        let later = || tagged.iter().skip(1).filter(|&&i| lines[i].is_prose());
        let prose = later().count();
        let apart = later().filter(|&&i| gaps[i] > 0).count();
        Page {
            text,
            has_markup: lines.iter().any(|l| l.markup.is_some()),
            spaced: prose > 1 && apart * 10 >= prose * 7,
            lines,
            tagged,
            gaps,
        }
    }
}
