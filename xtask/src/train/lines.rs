//! Learns what the lines of a page are, and scores it on folds over outlets.

use std::collections::HashMap;

use lede::analysis::{BlockKind, Sign};
use lede::sequence::{Model, Weights, hash};
use lede::structure::{self, LABELS, Side, label};
use lede::text;

use super::compose;
use super::crf::{self, Example, Options, Task};
use super::forms::{self, Paste, is_apparatus, is_article, squash};
use super::pages::{OURS, Page};
use super::random::Random;
use super::render;

/// An example to learn from.
fn example(paste: &Paste, without: &[Sign]) -> Example {
    let text = text::read(&paste.text, &paste.hints);
    let kinds = &paste.kinds;
    let headline = kinds.iter().position(|k| *k == Some(BlockKind::Headline)).unwrap_or(0);
    let last = kinds
        .iter()
        .rposition(|k| k.is_some_and(is_article))
        .unwrap_or(kinds.len());
    let mut features = Vec::new();
    let mut possible = Vec::new();
    for (i, line) in structure::features_of(&text) {
        let side = match i {
            _ if i < headline => Side::Above,
            _ if i > last => Side::Below,
            _ => Side::Within,
        };
        let kept = line
            .hashes
            .into_iter()
            .zip(line.signs)
            .filter(|(_, sign)| !without.contains(sign));
        features.push(kept.map(|(hash, _)| hash).collect());
        possible.push(match kinds[i] {
            Some(kind) => 1 << label(kind, side),
            None => (1 << LABELS) - 1,
        });
    }
    Example {
        features,
        possible,
        times: 1,
    }
}

pub fn options() -> Options {
    Options {
        epochs: 5,
        least: 20,
        hidden: 0.5,
        rate: 0.1,
        l1: 4.0,
        l2: 0.1,
        seed: 11,
        runs: 16,
        smallest: 2,
    }
}

/// How many other forms of each form of a page are learned from.
const VARIED: usize = 8;

/// How many short pages are put together from our own.
const SHORT: usize = 800;

/// Learns from these pages.
pub fn learn(pages: &[&Page], options: &Options, without: &[Sign]) -> Weights {
    let mut random = Random(options.seed);
    let mut examples = Vec::new();
    let ours: Vec<&Page> = pages.iter().copied().filter(|p| p.set == OURS).collect();
    for page in compose::short_pages(&ours, SHORT, &mut random) {
        examples.push(example(&forms::plain(&page), without));
        if random.chance(0.3) {
            let html = render::html(&page, &mut random);
            examples.push(example(&forms::formatted(&page, &html), without));
        }
    }
    for page in pages {
        let mut forms = vec![forms::plain(page)];
        if page.set == OURS {
            forms.push(forms::formatted(page, &render::html(page, &mut random)));
        } else if !page.html.is_empty() {
            forms.push(forms::formatted(page, &page.html));
        }
        for form in &forms {
            examples.push(example(form, without));
        }
        for form in forms.iter().flat_map(|f| std::iter::repeat_n(f, VARIED)) {
            let other = forms::varied(form, &mut random);
            if !other.kinds.is_empty() {
                examples.push(example(&other, without));
            }
        }
    }
    let task = Task {
        tags: LABELS,
        may_follow: |_, _| true,
        may_start: |_| true,
    };
    crf::learn(&task, &examples, options)
}

/// What is counted over many pages.
#[derive(Default, Clone)]
pub struct Counts {
    lines: u32,
    right: u32,
    merged: u32,
    article: u32,
    lost: u32,
    apparatus: u32,
    leaked: u32,
    headlines: u32,
    headlines_right: u32,
    missing: usize,
    confusions: HashMap<(BlockKind, BlockKind), u32>,
    /// Lines and right ones for each confidence: certain, likely, weak.
    tiers: [[u32; 2]; 3],
}

impl Counts {
    fn sum(&mut self, other: &Counts) {
        self.lines += other.lines;
        self.right += other.right;
        self.merged += other.merged;
        self.article += other.article;
        self.lost += other.lost;
        self.apparatus += other.apparatus;
        self.leaked += other.leaked;
        self.headlines += other.headlines;
        self.headlines_right += other.headlines_right;
        self.missing += other.missing;
        for (sum, tier) in self.tiers.iter_mut().zip(&other.tiers) {
            sum[0] += tier[0];
            sum[1] += tier[1];
        }
        for (pair, n) in &other.confusions {
            *self.confusions.entry(*pair).or_default() += n;
        }
    }

    fn add(&mut self, page: &Page, paste: &Paste, model: &Model, tell: &mut impl FnMut(String)) {
        let text = text::read(&paste.text, &paste.hints);
        let found = structure::find_with(&text, model);
        for (i, (block, want)) in found.blocks.iter().zip(&paste.kinds).enumerate() {
            let Some(want) = *want else { continue };
            let got = block.kind;
            self.lines += 1;
            self.right += u32::from(got == want);
            let tier = &mut self.tiers[block.confidence as usize];
            tier[0] += 1;
            tier[1] += u32::from(got == want);
            let (a, b) = (is_apparatus(want), is_apparatus(got));
            self.merged += u32::from(got == want || a && b);
            self.article += u32::from(is_article(want));
            self.lost += u32::from(is_article(want) && b);
            self.apparatus += u32::from(a);
            self.leaked += u32::from(a && is_article(got));
            if got != want {
                *self.confusions.entry((want, got)).or_default() += 1;
                let words: String = block.span.of(&paste.text).chars().take(90).collect();
                let form = if paste.hints.is_empty() { "plain" } else { "html" };
                tell(format!(
                    "{}\t{form}\t{}\t{i}\t{want:?}\t{got:?}\t{words}",
                    page.set, page.id
                ));
            }
        }
        if let Some(headline) = &page.headline {
            self.headlines += 1;
            let ok = found
                .headline
                .is_some_and(|h| squash(h.of(&paste.text)) == squash(headline));
            self.headlines_right += u32::from(ok);
            if !ok {
                let got = found.headline.map_or("", |h| h.of(&paste.text));
                tell(format!("{}\theadline\t{}\t{headline}\t{got}", page.set, page.id));
            }
        }
        self.missing += paste.missing;
    }

    fn row(&self) -> String {
        let share = |a: u32, b: u32| f64::from(a) / f64::from(b.max(1));
        format!(
            "lines {:.3} merged {:.3} headline {:.3} lost {:.3} leaked {:.3}, certain {:.3} of {:.3}, likely {:.3} of {:.3}, weak {:.3} of {:.3} ({} lines, {} not found)",
            share(self.right, self.lines),
            share(self.merged, self.lines),
            share(self.headlines_right, self.headlines),
            share(self.lost, self.article),
            share(self.leaked, self.apparatus),
            share(self.tiers[0][1], self.tiers[0][0]),
            share(self.tiers[0][0], self.lines),
            share(self.tiers[1][1], self.tiers[1][0]),
            share(self.tiers[1][0], self.lines),
            share(self.tiers[2][1], self.tiers[2][0]),
            share(self.tiers[2][0], self.lines),
            self.lines,
            self.missing,
        )
    }
}

/// How many parts the outlets are cut into.
const FOLDS: u64 = 5;

/// Scores each page with weights that saw no page of its outlet; the first `folds` folds only.
///
/// Returns the counts of each set in each form.
fn count_folds(
    pages: &[Page],
    folds: u64,
    options: &Options,
    without: &[Sign],
    mut tell: impl FnMut(String),
) -> Vec<(String, Counts)> {
    let fold = |page: &Page| (page.set != OURS).then(|| hash::text(&page.outlet) % FOLDS);
    let mut counts: Vec<(String, Counts)> = Vec::new();
    for held_out in 0..folds.min(FOLDS) {
        let seen: Vec<&Page> = pages.iter().filter(|p| fold(p) != Some(held_out)).collect();
        let model = Model::read(&learn(&seen, options, without).write());
        for page in pages.iter().filter(|p| fold(p) == Some(held_out)) {
            let form = if page.id.ends_with("+all") { "+all" } else { "" };
            let mut forms = vec![("plain", forms::plain(page))];
            if !page.html.is_empty() {
                forms.push(("html", forms::formatted(page, &page.html)));
            }
            for (name, paste) in forms {
                let key = format!("{}{form} {name}", page.set);
                let place = counts.iter().position(|c| c.0 == key).unwrap_or_else(|| {
                    counts.push((key, Counts::default()));
                    counts.len() - 1
                });
                counts[place].1.add(page, &paste, &model, &mut tell);
            }
        }
    }
    counts.sort_by(|a, b| a.0.cmp(&b.0));
    let mut total = Counts::default();
    counts.iter().for_each(|(_, counts)| total.sum(counts));
    counts.push(("all".to_string(), total));
    counts
}

/// Prints how each page is labelled by weights that saw no page of its outlet, set by set and form by form; the first
/// `folds` folds only. `tell` gets a line for each wrong label.
pub fn folds(pages: &[Page], folds: u64, options: &Options, tell: impl FnMut(String)) {
    let counts = count_folds(pages, folds, options, &[], tell);
    for (key, counts) in &counts {
        println!("{key:28} {}", counts.row());
    }
    let Some((_, all)) = counts.last() else { return };
    let mut confusions: Vec<_> = all.confusions.iter().collect();
    confusions.sort_by_key(|((a, b), n)| (std::cmp::Reverse(**n), format!("{a:?}{b:?}")));
    for ((want, got), n) in confusions.iter().take(24) {
        println!("  {want:?} taken for {got:?}: {n}");
    }
}

/// Prints what each group of signs is worth: the same without it, on the first two folds.
pub fn ablate(pages: &[Page], options: &Options) {
    use Sign::*;
    let general = [
        Words,
        Opening,
        Length,
        Ending,
        Capitals,
        SharedWords,
        Place,
        Alike,
        Gap,
        Above,
        Below,
        Order,
        Markup,
    ];
    let recognisers: Vec<Sign> = Sign::ALL.into_iter().filter(|s| !general.contains(s)).collect();
    let groups: [(&str, &[Sign]); 11] = [
        ("nothing", &[]),
        ("what recognisers see", &recognisers),
        ("its words", &[Words]),
        ("the words that it begins with", &[Opening]),
        ("length and ending", &[Length, Ending]),
        ("capitals, digits, marks", &[Capitals]),
        ("words shared with the text", &[SharedWords]),
        ("its place", &[Place, Gap]),
        ("lines that look like it", &[Alike]),
        ("the lines around it", &[Above, Below]),
        ("markup", &[Markup]),
    ];
    for (name, signs) in groups {
        let counts = count_folds(pages, 2, options, signs, |_| {});
        if let Some((_, all)) = counts.last() {
            println!("| {name} | {} |", all.row());
        }
    }
}
