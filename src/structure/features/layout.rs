//! How a page is laid out: where its running text lies, and where a line stands to it.

use super::super::line::LineFacts;
use super::{LineFeatures, coarse};
use crate::analysis::Sign;

/// How the page is laid out: where its running text lies.
pub(super) struct Layout {
    pub(super) prose: Vec<bool>,
    /// How many lines of prose stand above each line, and one more for the end.
    pub(super) above: Vec<usize>,
    /// The first and the last line of the running text.
    pub(super) first: usize,
    pub(super) last: usize,
    /// How long the run of lines that are no prose is up to each line, and from each on.
    pub(super) run_above: Vec<usize>,
    pub(super) run_below: Vec<usize>,
}

impl Layout {
    pub(super) fn of(lines: &[&LineFacts]) -> Layout {
        let prose: Vec<bool> = lines.iter().map(|l| l.count >= 18 && l.is_prose()).collect();
        let mut above = vec![0];
        let mut run_above = Vec::with_capacity(lines.len());
        let mut run = 0;
        for &p in &prose {
            above.push(above.last().copied().unwrap_or(0) + usize::from(p));
            run = if p { 0 } else { run + 1 };
            run_above.push(run);
        }
        let mut run_below = vec![0; lines.len()];
        run = 0;
        for i in (0..lines.len()).rev() {
            run = if prose[i] { 0 } else { run + 1 };
            run_below[i] = run;
        }
        Layout {
            first: prose.iter().position(|&p| p).unwrap_or(lines.len()),
            last: prose.iter().rposition(|&p| p).unwrap_or(0),
            prose,
            above,
            run_above,
            run_below,
        }
    }

    pub(super) fn between(&self, from: usize, to: usize) -> usize {
        self.above[to.min(self.prose.len())] - self.above[from.min(self.prose.len())]
    }

    /// Above, within or below the running text.
    pub(super) fn region(&self, i: usize) -> u64 {
        match i {
            _ if self.first >= self.prose.len() => 3,
            _ if i < self.first => 0,
            _ if i > self.last => 2,
            _ => 1,
        }
    }
}

pub(super) fn place(layout: &Layout, i: usize, features: &mut LineFeatures) {
    let n = layout.prose.len();
    let region = layout.region(i);
    let mut add = |template, a: u64, b: u64| features.add(Sign::Place, template, a, b);
    add(30, region, 0);
    let distance = |to: usize| if i < to { coarse(to - i) } else { 16 + coarse(i - to) };
    add(31, distance(layout.first), u64::from(layout.first >= n));
    add(32, distance(layout.last), u64::from(layout.first >= n));
    add(33, coarse(i), 0);
    add(34, coarse(n - 1 - i), 0);
    add(35, coarse(layout.above[i]), u64::from(layout.prose[i]));
    add(36, coarse(layout.between(i + 1, n)), u64::from(layout.prose[i]));
    let near_above = layout.between(i.saturating_sub(4), i) as u64;
    let near_below = layout.between(i + 1, i + 5) as u64;
    add(37, near_above, near_below);
    add(38, coarse(layout.run_above[i]), coarse(layout.run_below[i]));
    add(39, region * 16 + near_above, near_below);
}
