//! The structure of an article: the kind of every annotated line, headline, standfirst and authors.

use std::collections::{BTreeMap, BTreeSet};

use super::{Pair, Score, share};

pub fn scores(pairs: &[Pair]) -> Vec<(String, String)> {
    let (mut lines, mut right) = (0, 0);
    let (mut headlines, mut standfirsts) = ((0, 0), (0, 0));
    let mut authors = Score::default();
    let mut confused: BTreeMap<(String, String), usize> = BTreeMap::new();
    for pair in pairs {
        let Some(blocks) = &pair.gold.blocks else { continue };
        for block in blocks.iter().filter(|block| block.sure) {
            let kind = kind_of(pair, block.start, block.end);
            lines += 1;
            if kind == block.kind {
                right += 1;
            } else {
                *confused.entry((block.kind.clone(), kind.to_owned())).or_default() += 1;
            }
        }
        let Some(meta) = &pair.gold.meta else { continue };
        let found = &pair.found;
        for (gold, found, count) in [
            (&meta.headline, &found.headline, &mut headlines),
            (&meta.standfirst, &found.standfirst, &mut standfirsts),
        ] {
            if let Some(gold) = gold {
                count.1 += 1;
                count.0 += usize::from(found.as_ref().is_some_and(|found| found.text.trim() == gold.trim()));
            }
        }
        let gold: BTreeSet<_> = meta.authors.iter().flatten().map(|name| name.to_lowercase()).collect();
        let found: BTreeSet<_> = found.bylines.iter().map(|byline| byline.name.to_lowercase()).collect();
        authors.gold += gold.len();
        authors.found += found.len();
        authors.right += gold.intersection(&found).count();
    }
    if lines == 0 {
        return Vec::new();
    }
    let mut scores = vec![
        ("blocks".to_owned(), share(right, lines)),
        ("headline".to_owned(), share(headlines.0, headlines.1)),
        ("standfirst".to_owned(), share(standfirsts.0, standfirsts.1)),
        ("bylines".to_owned(), authors.to_string()),
    ];
    let mut confused: Vec<_> = confused.into_iter().collect();
    confused.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    scores.extend(
        confused
            .into_iter()
            .take(8)
            .map(|((gold, found), count)| (format!("  {gold} taken for {found}"), count.to_string())),
    );
    scores
}

/// The kind of the block that covers most of the span; `none` where no block does.
fn kind_of(pair: &Pair, start: usize, end: usize) -> &str {
    let covers = |block: &super::Block| block.end.min(end).saturating_sub(block.start.max(start));
    let best = pair
        .found
        .blocks
        .iter()
        .filter(|block| covers(block) > 0)
        .max_by_key(|block| covers(block));
    best.map_or("none", |block| &block.kind)
}
