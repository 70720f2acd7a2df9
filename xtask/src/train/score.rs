//! Scores names as the evaluation does: exact spans, without article and possessive.

use std::collections::{BTreeMap, HashSet};

use lede::analysis::EntityKind;
use lede::language::Tagger;

use super::gold::GoldArticle;

/// Right, found and wanted, of each kind.
pub type Counts = BTreeMap<EntityKind, [usize; 3]>;

/// Tags the articles and counts. `wrong` gets a line for each name that was missed or found where there is none.
pub fn names(articles: &[GoldArticle], tagger: &Tagger, mut wrong: impl FnMut(String)) -> Counts {
    let mut counts = Counts::new();
    for article in articles {
        let text = lede::text::read(&article.text, &[]);
        let language = lede::language::tag_with(tagger, &text);
        let trim = |start: usize, end: usize, kind| {
            let (start, end) = trim(&article.text, start, end);
            (start, end, kind)
        };
        let found: HashSet<_> = language
            .names
            .iter()
            .map(|n| trim(n.span.start as usize, n.span.end as usize, n.kind))
            .collect();
        let wanted: HashSet<_> = article
            .names
            .iter()
            .filter(|n| n.kinds.len() == 1)
            .map(|n| trim(n.start, n.end, n.kinds[0]))
            .collect();
        for (i, set) in [(1, &found), (2, &wanted)] {
            for name in set {
                counts.entry(name.2).or_default()[i] += 1;
            }
        }
        for (what, set, other) in [("missed", &wanted, &found), ("found", &found, &wanted)] {
            for &(start, end, kind) in set.difference(other) {
                let same = other.iter().find(|o| o.0 < end && start < o.1);
                let instead = same.map_or("-".into(), |o| format!("{:?} {}", o.2, &article.text[o.0..o.1]));
                wrong(format!(
                    "{what}\t{kind:?}\t{}\t{instead}\t{}",
                    &article.text[start..end],
                    around(&article.text, start, end)
                ));
            }
        }
        for name in found.intersection(&wanted) {
            counts.entry(name.2).or_default()[0] += 1;
        }
    }
    counts
}

/// The name with some of the text before and after it, in one line.
fn around(text: &str, start: usize, end: usize) -> String {
    let from = text[..start].char_indices().rev().nth(59).map_or(0, |(at, _)| at);
    let to = text[end..]
        .char_indices()
        .nth(60)
        .map_or(text.len(), |(at, _)| end + at);
    format!("{}[{}]{}", &text[from..start], &text[start..end], &text[end..to]).replace('\n', "¶")
}

fn trim(text: &str, mut start: usize, mut end: usize) -> (usize, usize) {
    for word in ["the ", "The ", "THE ", "a ", "an ", "A ", "An "] {
        if text[start..end].starts_with(word) {
            start += word.len();
            break;
        }
    }
    for word in ["'s", "’s", "'", "’"] {
        if text[start..end].ends_with(word) {
            end -= word.len();
            break;
        }
    }
    (start, end)
}

/// F1 of these kinds together.
pub fn f1(counts: &Counts, kinds: &[EntityKind]) -> f64 {
    let mut sum = [0; 3];
    for kind in kinds {
        for (s, c) in sum.iter_mut().zip(counts.get(kind).copied().unwrap_or_default()) {
            *s += c;
        }
    }
    2.0 * sum[0] as f64 / (sum[1] + sum[2]).max(1) as f64
}

/// F1 of people, organizations and places together, then of some kinds apart, in one line.
pub fn line(counts: &Counts) -> String {
    use EntityKind::*;
    let f1 = |kinds: &[EntityKind]| f1(counts, kinds);
    format!(
        "names {:.4}  person {:.3}  organization {:.3}  place {:.3}  group {:.3}",
        f1(&[Person, Organization, Place]),
        f1(&[Person]),
        f1(&[Organization]),
        f1(&[Place]),
        f1(&[Group])
    )
}
