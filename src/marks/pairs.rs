//! Marks of one block paired: nested, never crossing. A stray mark spoils nothing behind the block's end.

use super::glyphs::{Family, Shape};
use super::lexer::Mark;
use super::roles::Role;
use crate::analysis::{NoteCode, Span};

/// What was found among marks of one block, or one stretch of it.
#[derive(Default)]
pub(super) struct Paired {
    /// They nest and never cross; in no particular order.
    pub pairs: Vec<Pair>,
    pub unclosed: Vec<Unclosed>,
    pub unopened: Vec<Unopened>,
    pub notes: Vec<(NoteCode, Span)>,
}

/// A stretch of words between marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    /// Empty where the quotation is never opened.
    pub open: Span,
    pub close: Option<Span>,
    /// The bytes between the marks.
    pub inner: Span,
}

impl Pair {
    /// Where it ends, with its closing mark.
    pub fn end(&self) -> u32 {
        self.close.map_or(self.inner.end, |c| c.end)
    }
}

/// An opening mark without its close.
pub(super) struct Unclosed {
    pub mark: Mark,
    /// Where the next mark of any family begins, if there is one.
    pub next: Option<u32>,
    /// A mark of the same family and shape stands behind it: it hardly stays open to the block's end.
    pub same_behind: bool,
}

/// A closing mark without its open.
pub(super) struct Unopened {
    pub mark: Mark,
    /// Where the mark before it ends, if there is one.
    pub last: Option<u32>,
}

/// How deep quotations nest at most. Deeper stacks come from noise and are given up.
const DEEPEST: usize = 8;

/// Pairs everything but single marks; these come second, because an apostrophe is the weaker evidence.
pub(super) fn strong(marks: &[Mark]) -> Paired {
    let marks: Vec<Mark> = marks.iter().copied().filter(|m| m.family != Family::Single).collect();
    let better_close = next_is(&marks, |_| true);
    let mut paired = Paired::default();
    let mut stack: Vec<usize> = Vec::new();
    let mut open = [0usize; Family::COUNT];
    let mut skip = false;
    for (i, &mark) in marks.iter().enumerate() {
        if std::mem::take(&mut skip) {
            continue;
        }
        let is_open = open[mark.family as usize] > 0;
        let closes = match mark.role {
            Role::Open | Role::WeakOpen => false,
            Role::Close | Role::LikelyClose => true,
            Role::Either => is_open,
            // "The pipe is 6" wide," he said: a better close follows.
            Role::WeakClose if is_open && !better_close[i] => true,
            Role::WeakClose => continue,
        };
        if !closes {
            if stack.len() == DEEPEST {
                paired.notes.push((NoteCode::UnclosedQuotation, marks[stack[0]].span));
                stack.clear();
                open = [0; Family::COUNT];
            }
            stack.push(i);
            open[mark.family as usize] += 1;
        } else if !is_open {
            let last = i.checked_sub(1).map(|l| marks[l].span.end);
            paired.unopened.push(Unopened { mark, last });
        } else if let Some(close) = doubled_close(&marks, &stack, i) {
            let (inner, outer) = (stack.pop(), stack.pop());
            if let (Some(inner), Some(outer)) = (inner, outer) {
                let open_mark = Mark {
                    span: cover(marks[outer].span, marks[inner].span),
                    ..marks[outer]
                };
                open[mark.family as usize] -= 2;
                paired.close(open_mark, close, stack.iter().map(|&i| marks[i]));
            }
            skip = true;
        } else {
            while let Some(top) = stack.pop() {
                open[marks[top].family as usize] -= 1;
                if marks[top].family == mark.family {
                    paired.close(marks[top], mark, stack.iter().map(|&i| marks[i]));
                    break;
                }
                paired.notes.push((NoteCode::UnclosedQuotation, marks[top].span));
            }
        }
    }
    // Single guillemets alone are bread crumbs. "Home › News"
    stack.retain(|&i| marks[i].family != Family::SingleGuillemet);
    paired.unopened.retain(|u| u.mark.family != Family::SingleGuillemet);
    paired.unclosed = stack.into_iter().map(|i| unclosed(&marks, i)).collect();
    paired
}

/// Marks typed twice are one: ““We go,”” she said. The two closing marks that begin at `i` as one, where the last two
/// open ones stand side by side too.
fn doubled_close(marks: &[Mark], stack: &[usize], i: usize) -> Option<Mark> {
    let (mark, next) = (marks[i], *marks.get(i + 1)?);
    let [.., outer, inner] = *stack else { return None };
    let same = |a: Mark, b: Mark| a.span.end == b.span.start && a.family == b.family;
    let twice = same(marks[outer], marks[inner]) && same(mark, next) && marks[inner].family == mark.family;
    (twice && next.role != Role::Open).then(|| Mark {
        span: cover(mark.span, next.span),
        ..mark
    })
}

fn unclosed(marks: &[Mark], i: usize) -> Unclosed {
    let mark = marks[i];
    Unclosed {
        mark,
        next: marks.get(i + 1).map(|m| m.span.start),
        same_behind: marks[i + 1..]
            .iter()
            .any(|m| m.family == mark.family && m.shape == mark.shape),
    }
}

/// Pairs single marks. `regions` are the strong pairs' insides and unclosed stretches: a single pair lies in one of
/// them or holds it whole. Sorted by start, longer first.
pub(super) fn single(marks: &[Mark], regions: &[Span]) -> Paired {
    let mut cells: Vec<Vec<Mark>> = vec![Vec::new(); regions.len() + 1];
    let mut around: Vec<usize> = Vec::new();
    let mut next = 0;
    for mark in marks.iter().filter(|m| m.family == Family::Single) {
        while next < regions.len() && regions[next].start <= mark.span.start {
            while around.last().is_some_and(|&r| regions[r].end <= regions[next].start) {
                around.pop();
            }
            around.push(next);
            next += 1;
        }
        while around.last().is_some_and(|&r| regions[r].end <= mark.span.start) {
            around.pop();
        }
        cells[around.last().map_or(0, |r| r + 1)].push(*mark);
    }
    let mut paired = Paired::default();
    for (i, cell) in cells.iter().enumerate() {
        let left = single_in(cell, i == 0, &mut paired);
        if i == 0 {
            paired.unclosed.extend(left.map(|i| unclosed(cell, i)));
        }
    }
    paired
}

/// Pairs the single marks of one cell. Returns the last that is left open. `outermost`: outside all strong pairs a mark
/// after punctuation that closes nothing may lack its opening one; an apostrophe never stands there.
fn single_in(marks: &[Mark], outermost: bool, paired: &mut Paired) -> Option<usize> {
    let better_close = next_is(marks, |_| true);
    let firm_close = next_is(marks, |m| m.firm);
    let mut stack: Vec<usize> = Vec::new();
    for (i, &mark) in marks.iter().enumerate() {
        let is_open = !stack.is_empty();
        let closes = match mark.role {
            Role::Open => false,
            Role::WeakOpen if !is_open && firm_close[i] => false,
            Role::WeakOpen => continue,
            Role::Close if is_open => true,
            Role::Close => {
                if outermost && mark.firm {
                    paired.unopened.push(Unopened { mark, last: None });
                }
                continue;
            }
            Role::Either => is_open,
            Role::LikelyClose if is_open && !firm_close[i] => true,
            Role::LikelyClose => continue,
            // "'The ministers' plan will fail,'": a better close follows. "'Lasting cuts' plan": none does.
            Role::WeakClose if is_open && !better_close[i] => true,
            Role::WeakClose => continue,
        };
        if !closes {
            if stack.len() == DEEPEST {
                stack.clear();
            }
            stack.push(i);
        } else if let Some(open) = stack.pop() {
            paired.close(marks[open], mark, stack.iter().map(|&i| marks[i]));
        }
    }
    stack.pop().filter(|&i| marks[i].role == Role::Open)
}

/// For each mark: the first mark behind it that clearly opens or closes closes, and is `good`.
fn next_is(marks: &[Mark], good: impl Fn(&Mark) -> bool) -> Vec<bool> {
    let mut closes = false;
    let mut out = vec![false; marks.len()];
    for (mark, out) in marks.iter().zip(&mut out).rev() {
        *out = closes;
        match mark.role {
            Role::Open => closes = false,
            Role::Close => closes = good(mark),
            Role::LikelyClose if good(mark) => closes = true,
            _ => {}
        }
    }
    out
}

impl Paired {
    fn close(&mut self, open: Mark, close: Mark, mut around: impl Iterator<Item = Mark>) {
        let mixed = match (open.shape, close.shape) {
            (Shape::Low, Shape::Curly) | (Shape::Latex, Shape::Latex | Shape::Straight) => false,
            (a, b) => a != b,
        };
        if mixed {
            self.notes.push((NoteCode::MixedMarks, cover(open.span, close.span)));
        }
        if around.any(|m| m.family == open.family && m.shape == open.shape) {
            self.notes
                .push((NoteCode::NestedSameMarks, cover(open.span, close.span)));
        }
        self.pairs.push(Pair {
            open: open.span,
            close: Some(close.span),
            inner: Span {
                start: open.span.end,
                end: close.span.start,
            },
        });
    }
}

fn cover(open: Span, close: Span) -> Span {
    Span {
        start: open.start,
        end: close.end,
    }
}
