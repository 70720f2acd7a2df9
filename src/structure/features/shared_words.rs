//! Which of a line's words the running text has too.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::Page;
use super::super::line::LineFacts;
use super::layout::Layout;
use super::{LineFeatures, coarse, share};
use crate::analysis::Sign;
use crate::text::{Case, TokenKind};

/// Which words and names the running text holds.
pub(super) struct Known {
    /// For each line: how many of its longer words the first paragraphs have, how many the whole text has, and how many
    /// there are.
    of: Vec<(usize, usize, usize)>,
    /// The line above the running text that has most words in common with its first paragraphs.
    best: Option<usize>,
}

impl Known {
    pub(super) fn of(page: &Page, lines: &[&LineFacts], layout: &Layout) -> Known {
        let long = |line: &LineFacts| {
            page.text.tokens_in(line.span).filter(|&t| {
                let token = &page.text.tokens[t];
                token.kind == TokenKind::Word && (token.span.end - token.span.start > 3 || token.case == Case::Upper)
            })
        };
        let mut words: FxHashMap<u32, u32> = FxHashMap::default();
        let mut first: FxHashSet<u32> = FxHashSet::default();
        for (n, i) in (0..lines.len()).filter(|&i| layout.prose[i]).enumerate() {
            for t in long(lines[i]) {
                let form = page.text.tokens[t].form;
                *words.entry(form).or_default() += 1;
                if n < 4 {
                    first.insert(form);
                }
            }
        }
        let of: Vec<(usize, usize, usize)> = lines
            .iter()
            .enumerate()
            .map(|(i, line)| {
                if line.chars > 300 {
                    return (0, 0, 0);
                }
                // A paragraph does not count its own words.
                let own = u32::from(layout.prose[i]);
                let (mut early, mut all, mut count) = (0, 0, 0);
                for t in long(line) {
                    let form = page.text.tokens[t].form;
                    count += 1;
                    early += usize::from(own == 0 && first.contains(&form));
                    all += usize::from(words.get(&form).is_some_and(|&n| n > own));
                }
                (early, all, count)
            })
            .collect();
        let best = (0..layout.first.min(lines.len()))
            .filter(|&i| of[i].0 > 1)
            .max_by_key(|&i| (of[i].0 * 4 + of[i].1, usize::MAX - i));
        Known { of, best }
    }
}

pub(super) fn shared(known: &Known, i: usize, layout: &Layout, features: &mut LineFeatures) {
    let (early, all, count) = known.of[i];
    let region = layout.region(i);
    if count > 0 {
        features.add(Sign::SharedWords, 40, share(early, count), coarse(count) * 4 + region);
        features.add(Sign::SharedWords, 41, share(all, count), coarse(count) * 4 + region);
        features.add(Sign::SharedWords, 42, coarse(early), region);
    }
    if known.best == Some(i) {
        features.add(Sign::SharedWords, 43, region, 0);
    } else if let Some(best) = known.best {
        features.add(Sign::SharedWords, 44, region, u64::from(i < best));
    }
}
