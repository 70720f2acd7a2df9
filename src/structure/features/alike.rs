//! Lines that look alike, and what repeats.

use rustc_hash::FxHashMap;

use super::super::line::LineFacts;
use super::super::markup;
use super::layout::Layout;
use super::{LineFeatures, coarse, share};
use crate::analysis::Sign;

/// Lines that look and are marked up alike are often of one kind: how many there are, and where they stand.
pub(super) struct Peers {
    /// For each line, which group it belongs to.
    group: Vec<u32>,
    /// For each group: how many lines, how many of them stand above prose, below prose, and within the running text.
    counts: Vec<[usize; 4]>,
}

impl Peers {
    pub(super) fn of(lines: &[&LineFacts], looks: &[u64], layout: &Layout) -> Peers {
        let mut numbers: FxHashMap<u64, u32> = FxHashMap::default();
        let mut counts: Vec<[usize; 4]> = Vec::new();
        let group = (0..lines.len()).map(|i| {
            let signature = looks[i] * 64 + lines[i].case as u64 * 16 + markup::signature(lines[i]) * 4096;
            let group = *numbers.entry(signature).or_insert(counts.len() as u32);
            if group as usize == counts.len() {
                counts.push([0; 4]);
            }
            let count = &mut counts[group as usize];
            count[0] += 1;
            count[1] += usize::from(layout.prose.get(i + 1) == Some(&true));
            count[2] += usize::from(i > 0 && layout.prose[i - 1]);
            count[3] += usize::from(layout.region(i) == 1);
            group
        });
        Peers {
            group: group.collect(),
            counts,
        }
    }
}

/// What repeats: lines that look like those one, two and three lines away, and like others all over the page.
pub(super) fn pattern(looks: &[u64], peers: &Peers, i: usize, layout: &Layout, features: &mut LineFeatures) {
    let same = |offset: isize| {
        i.checked_add_signed(offset)
            .and_then(|j| peers.group.get(j))
            .is_some_and(|g| *g == peers.group[i])
    };
    let bits = [-1, 1, -2, 2, -3, 3]
        .iter()
        .fold(0, |bits, &offset| bits * 2 + u64::from(same(offset)));
    let region = layout.region(i);
    features.add(Sign::Alike, 70, bits, looks[i]);
    features.add(Sign::Alike, 71, bits, region);
    let [count, above, below, within] = peers.counts[peers.group[i] as usize];
    if count > 1 {
        let shares = (share(above, count) * 6 + share(below, count)) * 6 + share(within, count);
        features.add(Sign::Alike, 72, coarse(count), shares);
        features.add(Sign::Alike, 73, looks[i], shares);
        features.add(Sign::Alike, 74, region, shares);
    }
}
