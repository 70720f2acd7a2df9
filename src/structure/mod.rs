//! What each block of lines is: headline, standfirst, byline, crosshead, paragraph, furniture …
//!
//! First every line is asked what it says by itself (`alone`, `embed`). Then the article is laid out: what stands above
//! the text (`head`), what below it (`tail`), what between its paragraphs (`body`). What nothing claims is a paragraph.

mod alone;
mod body;
mod byline;
mod caption;
mod dateline;
mod embed;
mod fields;
mod head;
mod phrases;
mod tail;
mod view;

use crate::analysis::{Block, BlockKind, BlockRule, Byline, Dateline, Note, NoteCode, Published, Section, Span};
use crate::dates;
use crate::text::Text;
use view::View;

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
    let mut draft = Draft::new(text);
    alone::label(&mut draft);
    embed::label(&mut draft);
    let head = head::label(&mut draft);
    let tail = tail::start(&draft, head.end);
    body::label(&mut draft, head.end..tail);
    tail::label(&mut draft, tail);
    fields::collect(draft, head)
}

type Label = (BlockKind, BlockRule);

/// The labels while they are being found.
struct Draft<'t, 's> {
    text: &'t Text<'s>,
    views: Vec<View<'s>>,
    /// None: nothing has claimed the block yet.
    labels: Vec<Option<Label>>,
    /// Paragraphs are parted by blank lines; then lines that are not belong to something else.
    spaced: bool,
    /// Lines such as "10:42" stand alone more than once before text: a live blog's, not the lengths of films.
    has_clock_stamps: bool,
    notes: Vec<Note>,
}

impl<'t, 's> Draft<'t, 's> {
    fn new(text: &'t Text<'s>) -> Draft<'t, 's> {
        let views = view::all(text);
        let prose = views.iter().skip(1).filter(|v| v.is_prose()).count();
        let apart = views.iter().skip(1).filter(|v| v.is_prose() && v.gap > 0).count();
        let stamps = views
            .windows(2)
            .filter(|w| {
                w[0].chars == 5
                    && w[1].count > 3
                    && dates::timestamp_line(w[0].words, w[0].span).is_some_and(|t| t.length)
            })
            .count();
        Draft {
            text,
            labels: vec![None; views.len()],
            views,
            spaced: prose > 1 && apart * 10 >= prose * 7,
            has_clock_stamps: stamps > 1,
            notes: Vec::new(),
        }
    }

    fn is_free(&self, i: usize) -> bool {
        self.labels[i].is_none()
    }

    fn kind(&self, i: usize) -> Option<BlockKind> {
        self.labels[i].map(|l| l.0)
    }

    fn rule(&self, i: usize) -> Option<BlockRule> {
        self.labels[i].map(|l| l.1)
    }

    /// Nothing has claimed the block, and it reads as running text.
    fn is_free_prose(&self, i: usize) -> bool {
        self.is_free(i) && self.views[i].is_prose()
    }

    /// Labels a block that nothing has claimed.
    fn label(&mut self, i: usize, kind: BlockKind, rule: BlockRule) {
        if self.is_free(i) {
            self.labels[i] = Some((kind, rule));
        }
    }

    fn relabel(&mut self, i: usize, kind: BlockKind, rule: BlockRule) {
        self.labels[i] = Some((kind, rule));
    }

    fn note(&mut self, code: NoteCode, span: Span) {
        self.notes.push(Note { code, span });
    }
}
