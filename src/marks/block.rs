//! The marked stretches of one block: pairs, and what is left open or was never opened.

use super::glyphs::{Family, Shape};
use super::lexer::Mark;
use super::missing;
use super::pairs::{self, Pair, Paired, Unclosed};
use super::roles::Role;
use super::{MarkedSpan, MarkedSpans};
use crate::analysis::{BlockId, NoteCode, Span};
use crate::text::Text;

pub(super) struct Found {
    /// They nest and never cross.
    pub stretches: Vec<Pair>,
    /// The open mark of the quotation that may go on in the next paragraph.
    pub goes_on: Option<(Span, Family)>,
    pub notes: Vec<(NoteCode, Span)>,
}

/// Completes the strong pairs of a block with the unclosed and unopened ones, and with the single marks.
/// `next_begins`: the mark that the next paragraph begins with. `resumed`: the block goes on with a quotation of an
/// earlier paragraph.
pub(super) fn complete(
    text: &Text,
    block: usize,
    marks: &[Mark],
    strong: Paired,
    next_begins: Option<Family>,
    resumed: bool,
) -> Found {
    let mut found = Found {
        stretches: strong.pairs,
        goes_on: None,
        notes: strong.notes,
    };
    let place = Place {
        text,
        span: text.blocks[block].span,
        next_begins,
    };
    for unopened in &strong.unopened {
        let start = match unopened.last {
            None if resumed => Some(place.span.start),
            last => {
                found.notes.push((NoteCode::UnopenedQuotation, unopened.mark.span));
                place.start_of(&unopened.mark, last)
            }
        };
        found.stretches.extend(start.map(|start| Pair {
            open: Span { start, end: start },
            close: Some(unopened.mark.span),
            inner: Span {
                start,
                end: unopened.mark.span.start,
            },
        }));
    }
    place.add_unclosed(&strong.unclosed, &mut found);
    let mut regions: Vec<Span> = found.stretches.iter().map(|s| s.inner).collect();
    regions.sort_by_key(|r| (r.start, std::cmp::Reverse(r.end)));
    let single = pairs::single(marks, &regions);
    found.notes.extend(single.notes);
    found.stretches.extend(single.pairs);
    // The first only: a mark that lacks its opening one is rare, and each is looked for among all others.
    if let Some(unopened) = single.unopened.first() {
        let mark = unopened.mark;
        let ends = found.stretches.iter().map(Pair::end).filter(|&e| e <= mark.span.start);
        if let Some(start) = place.start_of(&mark, ends.max()) {
            found.notes.push((NoteCode::UnopenedQuotation, mark.span));
            found.stretches.push(Pair {
                open: Span { start, end: start },
                close: Some(mark.span),
                inner: Span {
                    start,
                    end: mark.span.start,
                },
            });
        }
    }
    if found.goes_on.is_none() {
        // An apostrophe is likelier than a lone single mark, except where a quotation would begin.
        let unclosed: Vec<Unclosed> = single
            .unclosed
            .into_iter()
            .filter(|u| place.begins_quotation(u.mark.span.start))
            .collect();
        place.add_unclosed(&unclosed, &mut found);
    }
    found
}

struct Place<'a> {
    text: &'a Text<'a>,
    span: Span,
    next_begins: Option<Family>,
}

impl Place<'_> {
    fn add_unclosed(&self, unclosed: &[Unclosed], found: &mut Found) {
        for u in unclosed {
            let open = u.mark.span;
            let reopened = self.next_begins == Some(u.mark.family);
            let certain = u.mark.role == Role::Open
                || u.mark.shape == Shape::Curly
                || u.mark.shape == Shape::Bracket && reopened && self.begins_quotation(open.start);
            if !certain {
                found.notes.push((NoteCode::UnclosedQuotation, open));
                continue;
            }
            let to_end = !u.same_behind && (reopened || self.begins_quotation(open.start));
            let end = match u.next {
                _ if to_end => self.span.end,
                Some(next) => next.max(open.end),
                None => self.sentence_at(open).end,
            };
            let within = |cue: u32| found.stretches.iter().any(|s| s.open.start < cue && cue < s.end());
            let cue = missing::end_before_cue(self.text, Span { start: open.end, end }).filter(|&c| !within(c));
            let end = cue.unwrap_or(end);
            if to_end && cue.is_none() {
                found.goes_on = Some((open, u.mark.family));
            } else {
                found.notes.push((NoteCode::UnclosedQuotation, open));
            }
            found.stretches.push(Pair {
                open,
                close: None,
                inner: Span { start: open.end, end },
            });
        }
    }

    fn start_of(&self, mark: &Mark, last: Option<u32>) -> Option<u32> {
        missing::begins_sentence(self.text, mark, self.span, self.sentence_at(mark.span), last)
    }

    /// A quotation is likely to begin here: at the block's start, or after a colon or comma.
    fn begins_quotation(&self, at: u32) -> bool {
        let before = self.text.source[self.span.start as usize..at as usize].trim_end();
        before.is_empty() || before.ends_with([':', ','])
    }

    /// The sentence around a mark, within the block. It holds the whole mark, though a sentence may end between the two
    /// apostrophes that are one mark: "Go.''I said."
    fn sentence_at(&self, mark: Span) -> Span {
        let i = self.text.sentences.partition_point(|s| s.span.end <= mark.start);
        let sentence = self.text.sentences.get(i).map_or(self.span, |s| s.span);
        Span {
            start: sentence.start.max(self.span.start).min(mark.start),
            end: sentence.end.min(self.span.end).max(mark.end),
        }
    }
}

/// Adds the stretches of a block to the spans of the text, in order, each with the one around it.
pub(super) fn nest(text: &Text, block: usize, stretches: Vec<Pair>, out: &mut MarkedSpans) {
    let first = out.spans.len();
    for stretch in stretches {
        let content = trim(text.source, stretch.inner);
        if content.is_empty() {
            let end = stretch.close.map_or(stretch.open.end, |c| c.end);
            out.note(
                NoteCode::EmptyMarks,
                Span {
                    start: stretch.open.start,
                    end,
                },
            );
            continue;
        }
        let open = if stretch.open.is_empty() {
            Span {
                start: content.start,
                end: content.start,
            }
        } else {
            stretch.open
        };
        out.spans.push(MarkedSpan {
            open,
            close: stretch.close,
            content,
            block: block as BlockId,
            inside: None,
            continues: None,
        });
    }
    let spans = &mut out.spans[first..];
    spans.sort_by_key(|s| (s.open.start, std::cmp::Reverse(s.outer().end)));
    let mut around: Vec<usize> = Vec::new();
    for i in 0..spans.len() {
        while around
            .last()
            .is_some_and(|&a| spans[a].outer().end <= spans[i].open.start)
        {
            around.pop();
        }
        spans[i].inside = around.last().map(|&a| (first + a) as u32);
        around.push(i);
    }
}

/// `span` without white space and invisible characters at its edges.
pub(super) fn trim(source: &str, span: Span) -> Span {
    let blank = |c: char| c.is_whitespace() || super::lexer::invisible(c);
    let words = span.of(source);
    let start = words.len() - words.trim_start_matches(blank).len();
    let end = words.trim_end_matches(blank).len();
    Span::new(span.start as usize + start, span.start as usize + end.max(start))
}
