//! What heads a list, and what stands where above the running text.

use super::super::Page;
use super::super::line::LineFacts;
use super::layout::Layout;
use super::{LineFeatures, coarse};
use crate::analysis::{Seen, Sign};

/// The last line above each that may head a list (“Related”, “Topics”), if no running text stands between, and how many
/// lines stand between.
pub(super) fn headings(page: &Page, layout: &Layout, signs: &[Vec<Seen>]) -> Vec<Option<(Sign, usize)>> {
    let mut last: Option<(Sign, usize)> = None;
    let mut all = Vec::with_capacity(page.tagged.len());
    for (i, &line) in page.tagged.iter().enumerate() {
        all.push(last.map(|(sign, at)| (sign, i - at)));
        if layout.prose[i] {
            last = None;
        }
        let heads = |s: &Sign| {
            matches!(
                s,
                Sign::LinkHeading
                    | Sign::OpensAsLink
                    | Sign::TopicsPhrase
                    | Sign::KnownPhrase
                    | Sign::HoldsPhrase
                    | Sign::SaysBy
                    | Sign::OnlyTime
                    | Sign::AuthorPhrase
                    | Sign::WordToReaders
                    | Sign::Copyright
                    | Sign::CreditPhrase
                    | Sign::PostSignature
            )
        };
        if let Some(sign) = signs[line].iter().map(|s| s.sign).find(heads) {
            last = Some((sign, i));
        }
    }
    all
}

/// What stands where above the running text: titles, and the lines that say who wrote it and when.
pub(super) struct Head {
    /// For each line, how many lines that may be a title stand above it.
    titles: Vec<usize>,
    /// The longest of them above the running text.
    longest: Option<usize>,
    /// For each line, the next sign of an article below and the last one above, and how far away they are.
    below: Vec<Option<(Sign, usize)>>,
    above: Vec<Option<(Sign, usize)>>,
}

impl Head {
    pub(super) fn of(page: &Page, lines: &[&LineFacts], layout: &Layout, signs: &[Vec<Seen>]) -> Head {
        let told = |i: usize| {
            let told = |s: &Sign| {
                matches!(
                    s,
                    Sign::SaysBy
                        | Sign::NamesAlone
                        | Sign::OnlyTime
                        | Sign::TimeAgo
                        | Sign::PlaceAlone
                        | Sign::OpensWithPlace
                )
            };
            signs[page.tagged[i]].iter().map(|s| s.sign).find(told)
        };
        let nearest = |order: &mut dyn Iterator<Item = usize>| {
            let mut last: Option<(Sign, usize)> = None;
            let mut all = vec![None; lines.len()];
            for i in order {
                all[i] = last.map(|(sign, at)| (sign, i.abs_diff(at)));
                if let Some(sign) = told(i) {
                    last = Some((sign, i));
                }
            }
            all
        };
        let title = |i: usize| lines[i].is_title() && lines[i].item.is_none() && told(i).is_none();
        let mut count = 0;
        let titles = (0..lines.len()).map(|i| {
            count += usize::from(title(i));
            count - usize::from(title(i))
        });
        Head {
            titles: titles.collect(),
            longest: (0..layout.first.min(lines.len()))
                .filter(|&i| title(i))
                .max_by_key(|&i| (lines[i].chars, usize::MAX - i)),
            below: nearest(&mut (0..lines.len()).rev()),
            above: nearest(&mut (0..lines.len())),
        }
    }
}

pub(super) fn in_head(head: &Head, i: usize, layout: &Layout, look: u64, features: &mut LineFeatures) {
    let region = layout.region(i);
    features.add(Sign::Place, 90, coarse(head.titles[i]), look);
    features.add(Sign::Place, 91, coarse(head.titles[i]), region);
    if head.longest == Some(i) {
        features.add(Sign::Length, 92, coarse(head.titles[i]), 0);
    }
    let near = |found: Option<(Sign, usize)>| {
        found
            .filter(|f| f.1 < 9)
            .map_or(99, |(sign, n)| sign as u64 * 16 + n as u64)
    };
    let (above, below) = (near(head.above[i]), near(head.below[i]));
    features.add(Sign::Below, 93, below, look);
    features.add(Sign::Above, 94, above, look);
    features.add(Sign::Above, 95, above * 1024 + below, region);
}
