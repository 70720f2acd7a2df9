//! Learns the decision who said it (models/who.txt) from pages annotated by hand.
//!
//! Every tenth of the outlets is scored by weights that saw none of its pages (folds); those scores set from which
//! probability on a speaker is called certain or likely.

use std::path::Path;

use anyhow::{Context, Result};
use lede::analysis::QuotationKind;
use lede::who::{COLUMNS, Decision, FEATURES, SIGNS, SITUATIONS, SURE, Weights};
use serde::Deserialize;

const SETS: [&str; 2] = ["pasted.train", "pasted.dev"];
const FOLDS: usize = 10;
/// How often candidates are gathered anew: who spoke before is known by the weights of the round before.
const ROUNDS: usize = 2;
const STEPS: usize = 400;
/// How much a weight costs: of the first column, and of one that holds in one situation only.
const COST: f64 = 1.0;
const COST_OF_SITUATION: f64 = 3.0;
const COST_OF_SIGN: f64 = 2.0;
/// How often speakers that are called so must be right in the folds.
const CERTAIN: f64 = 0.98;
const LIKELY: f64 = 0.82;

#[derive(Deserialize)]
struct Page {
    text: String,
    #[serde(default)]
    outlet: String,
    quotes: Vec<Quote>,
    #[serde(skip)]
    fold: usize,
}

#[derive(Deserialize)]
struct Quote {
    start: usize,
    end: usize,
    kind: String,
    speaker_name: Option<String>,
    #[serde(default)]
    alts: Vec<Reading>,
    #[serde(default)]
    optional: bool,
}

#[derive(Deserialize)]
struct Reading {
    kind: String,
    speaker_name: Option<String>,
}

/// A decision with the candidates that are right.
struct Example {
    fold: usize,
    situation: usize,
    candidates: Vec<Vec<usize>>,
    right: Vec<bool>,
    signs: Vec<usize>,
    /// 0 for words in marks, 1 for a reported clause.
    column: usize,
    /// Whether the speaker that was chosen is right; None where that says nothing.
    outcome: Option<bool>,
}

pub fn learn(dir: &Path) -> Result<String> {
    let mut pages: Vec<Page> = Vec::new();
    for set in SETS {
        let path = dir.join("data").join(format!("{set}.jsonl"));
        let file = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        for line in file.lines() {
            pages.push(serde_json::from_str(line)?);
        }
    }
    let mut outlets: Vec<String> = pages.iter().map(|p| p.outlet.clone()).collect();
    outlets.sort_unstable();
    outlets.dedup();
    for page in &mut pages {
        page.fold = outlets.binary_search(&page.outlet).unwrap_or(0) % FOLDS;
    }
    let mut apart: Vec<Example> = Vec::new();
    for fold in 0..FOLDS {
        let (held, rest): (Vec<&Page>, Vec<&Page>) = pages.iter().partition(|p| p.fold == fold);
        apart.extend(examples(&held, &fit(&rest)));
    }
    report(&apart);
    // How sure the decisions of each fold are, by signs learned from the others.
    let mut scored: Vec<Scored> = Vec::new();
    for fold in 0..FOLDS {
        let rest: Vec<&Example> = apart.iter().filter(|e| e.fold != fold).collect();
        let signs = [0, 1].map(|column| logistic(&rest, column));
        for example in apart.iter().filter(|e| e.fold == fold) {
            if let Some(right) = example.outcome {
                let sure = chance(&signs[example.column], &example.signs) as f32;
                let column = example.column;
                scored.push(Scored { column, right, sure });
            }
        }
    }
    let mut weights = fit(&pages.iter().collect::<Vec<_>>());
    let all: Vec<&Example> = apart.iter().collect();
    for column in 0..SURE.len() {
        for (sign, weight) in logistic(&all, column).into_iter().enumerate() {
            weights.set_sign(sign, column, round(weight));
        }
        (weights.certain[column], weights.likely[column]) = thresholds(&scored, column);
    }
    let clauses: usize = pages
        .iter()
        .flat_map(|p| &p.quotes)
        .filter(|q| q.kind == "indirect" && !q.optional)
        .count();
    weights.keep = keep(&scored, clauses);
    shares(&scored, &weights);
    Ok(weights.write())
}

/// Weights of the candidates' features from these pages.
fn fit(pages: &[&Page]) -> Weights {
    let mut weights = Weights::default();
    for _ in 0..ROUNDS {
        weights = descend(&examples(pages, &weights));
    }
    weights
}

fn examples(pages: &[&Page], weights: &Weights) -> Vec<Example> {
    let mut examples = Vec::new();
    for page in pages {
        let mut bytes: Vec<usize> = page.text.char_indices().map(|(i, _)| i).collect();
        bytes.push(page.text.len());
        let mut decisions = Vec::new();
        lede::analyze_by(&page.text, &[], weights, Some(&mut decisions));
        examples.extend(decisions.iter().filter_map(|d| example(page, &bytes, d)));
    }
    examples
}

fn example(page: &Page, bytes: &[usize], decision: &Decision) -> Option<Example> {
    let marked = decision.kind != QuotationKind::Indirect;
    let (x, y) = (decision.span.start as usize, decision.span.end as usize);
    let overlap = |q: &Quote| {
        let (a, b) = (bytes[q.start], bytes[q.end]);
        b.min(y).saturating_sub(a.max(x)) as f64 / (b.max(y) - a.min(x)).max(1) as f64
    };
    let same = |q: &&Quote| (q.kind != "indirect") == marked;
    let best = page
        .quotes
        .iter()
        .filter(same)
        .max_by(|a, b| overlap(a).total_cmp(&overlap(b)));
    let best = best.filter(|q| overlap(q) >= 0.5);
    let spoken = |kind: &str| matches!(kind, "direct" | "partial" | "indirect");
    let mut example = Example {
        fold: page.fold,
        situation: decision.situation as usize,
        candidates: Vec::new(),
        right: Vec::new(),
        signs: decision.signs.iter().map(|s| *s as usize).collect(),
        column: usize::from(!marked),
        outcome: None,
    };
    let Some(best) = best.filter(|q| spoken(&q.kind)) else {
        // A clause that is none; with words in marks in it the gold has those alone.
        let holds = |q: &Quote| spoken(&q.kind) && bytes[q.start] >= x && bytes[q.end] <= y;
        example.outcome = (!marked && best.is_none() && !page.quotes.iter().any(holds)).then_some(false);
        return example.outcome.is_some().then_some(example);
    };
    let mut gold = vec![&best.speaker_name];
    gold.extend(best.alts.iter().filter(|r| spoken(&r.kind)).map(|r| &r.speaker_name));
    let right = |names: &[String]| {
        gold.iter().any(|gold| match gold {
            None => names.is_empty(),
            Some(gold) => names.iter().any(|name| same_name(gold, name)),
        })
    };
    for candidate in &decision.candidates {
        example
            .candidates
            .push(candidate.features.iter().map(|f| *f as usize).collect());
        example.right.push(right(&candidate.names));
    }
    example.outcome = (!best.optional).then(|| right(&decision.speaker));
    Some(example)
}

/// The probability of each candidate.
fn probabilities(example: &Example, weights: &[[f64; COLUMNS]]) -> Vec<f64> {
    let scores: Vec<f64> = example
        .candidates
        .iter()
        .map(|c| {
            c.iter()
                .map(|&f| weights[f][0] + weights[f][example.situation + 1])
                .sum()
        })
        .collect();
    let most = scores.iter().copied().fold(f64::MIN, f64::max);
    let odds: Vec<f64> = scores.iter().map(|s| (s - most).exp()).collect();
    let sum: f64 = odds.iter().sum();
    odds.iter().map(|o| o / sum).collect()
}

/// The probability that these signs give.
fn chance(weights: &[f64], signs: &[usize]) -> f64 {
    let sum: f64 = signs.iter().map(|&s| weights[s]).sum();
    1.0 / (1.0 + (-(sum + weights[0])).exp())
}

/// Steps down a slope, each weight at a rate of its own that shrinks to nothing.
struct Descent {
    drift: Vec<f64>,
    squares: Vec<f64>,
    step: i32,
}

impl Descent {
    fn new(weights: usize) -> Descent {
        Descent {
            drift: vec![0.0; weights],
            squares: vec![0.0; weights],
            step: 0,
        }
    }

    fn step(&mut self, weights: &mut [f64], slope: &[f64]) {
        self.step += 1;
        let rate = 0.1 * (1.0 - f64::from(self.step) / (STEPS + 1) as f64);
        for (i, weight) in weights.iter_mut().enumerate() {
            self.drift[i] = 0.9 * self.drift[i] + 0.1 * slope[i];
            self.squares[i] = 0.99 * self.squares[i] + 0.01 * slope[i] * slope[i];
            let drift = self.drift[i] / (1.0 - 0.9f64.powi(self.step));
            let squares = self.squares[i] / (1.0 - 0.99f64.powi(self.step));
            *weight -= rate * drift / (squares.sqrt() + 1e-8);
        }
    }
}

/// By which signs a decision is right. The first weight always counts.
fn logistic(examples: &[&Example], column: usize) -> Vec<f64> {
    let mut weights = vec![0.0; SIGNS.len()];
    let mut descent = Descent::new(weights.len());
    for _ in 0..STEPS {
        let mut slope: Vec<f64> = weights.iter().map(|w| COST_OF_SIGN * w).collect();
        slope[0] = 0.0;
        for example in examples.iter().filter(|e| e.column == column) {
            let Some(right) = example.outcome else { continue };
            let toward = chance(&weights, &example.signs) - f64::from(u8::from(right));
            slope[0] += toward;
            example.signs.iter().for_each(|&s| slope[s] += toward);
        }
        descent.step(&mut weights, &slope);
    }
    weights
}

/// A weight as the table will hold it.
fn round(weight: f64) -> f32 {
    let weight = ((weight * 100.0).round() / 100.0) as f32;
    if weight.abs() < 0.05 { 0.0 } else { weight }
}

/// Raises the likelihood of the right candidates.
fn descend(examples: &[Example]) -> Weights {
    let mut weights = vec![[0.0; COLUMNS]; FEATURES.len()];
    let mut descent = Descent::new(FEATURES.len() * COLUMNS);
    for _ in 0..STEPS {
        let mut slope = weights.clone();
        for row in &mut slope {
            row.iter_mut()
                .enumerate()
                .for_each(|(c, w)| *w *= if c == 0 { COST } else { COST_OF_SITUATION });
        }
        for example in examples.iter().filter(|e| e.right.contains(&true)) {
            let p = probabilities(example, &weights);
            let right: f64 = p.iter().zip(&example.right).filter(|(_, r)| **r).map(|(p, _)| p).sum();
            for ((features, &p), &is_right) in example.candidates.iter().zip(&p).zip(&example.right) {
                let toward = p - if is_right { p / right.max(1e-12) } else { 0.0 };
                for &f in features {
                    slope[f][0] += toward;
                    slope[f][example.situation + 1] += toward;
                }
            }
        }
        descent.step(weights.as_flattened_mut(), slope.as_flattened());
    }
    let mut learned = Weights::default();
    for (f, row) in weights.iter().enumerate() {
        for (c, &w) in row.iter().enumerate() {
            learned.set(f, c, round(w));
        }
    }
    learned
}

/// How sure a decision was, and whether rightly so.
struct Scored {
    column: usize,
    right: bool,
    sure: f32,
}

fn report(examples: &[Example]) {
    println!("situation        n  claim  right  possible");
    let line = |name: &str, of: Vec<&Example>| {
        let share = |f: &dyn Fn(&Example) -> bool| of.iter().filter(|e| f(e)).count() as f64 / of.len().max(1) as f64;
        println!(
            "{name:12} {:5}  {:.3}  {:.3}  {:.3}",
            of.len(),
            share(&|e| e.right[0]),
            share(&|e| e.outcome == Some(true)),
            share(&|e| e.right.contains(&true))
        );
    };
    let decided = || examples.iter().filter(|e| !e.right.is_empty() && e.outcome.is_some());
    for (i, (name, _)) in SITUATIONS.iter().enumerate() {
        line(name, decided().filter(|e| e.situation == i).collect());
    }
    for (column, name) in SURE.iter().enumerate() {
        line(name, decided().filter(|e| e.column == column).collect());
    }
}

/// From which probability on the folds are right often enough to be called certain, and likely.
fn thresholds(scored: &[Scored], column: usize) -> (f32, f32) {
    let mut sorted: Vec<&Scored> = scored.iter().filter(|s| s.column == column).collect();
    sorted.sort_by(|a, b| b.sure.total_cmp(&a.sure));
    let cut = |from: usize, least: f64| {
        let (mut right, mut end) = (0, from);
        for (i, s) in sorted[from..].iter().enumerate() {
            right += usize::from(s.right);
            if right as f64 >= least * (i + 1) as f64 {
                end = from + i + 1;
            }
        }
        end
    };
    let certain = cut(0, CERTAIN);
    let likely = cut(certain, LIKELY);
    let at = |i: usize| i.checked_sub(1).map_or(2.0, |i| sorted[i].sure);
    (at(certain), at(likely))
}

/// From which probability on a clause is kept: where precision and recall together are best.
fn keep(scored: &[Scored], gold: usize) -> f32 {
    let mut sorted: Vec<&Scored> = scored.iter().filter(|s| s.column == 1).collect();
    sorted.sort_by(|a, b| b.sure.total_cmp(&a.sure));
    let (mut right, mut best) = (0, (0.0, 0.0f32));
    for (i, s) in sorted.iter().enumerate() {
        right += usize::from(s.right);
        let f1 = 2.0 * right as f64 / (i + 1 + gold) as f64;
        if f1 > f64::from(best.0) {
            best = (f1 as f32, s.sure);
        }
    }
    let all = 2.0 * right as f64 / (sorted.len() + gold) as f64;
    // Sets differ about what is a report (PolNeAR's readers count more): two thirds of what these pages would have.
    best.1 *= 2.0 / 3.0;
    println!("clauses: F1 {:.3}, {:.3} with those from {:.3} on", all, best.0, best.1);
    best.1
}

fn shares(scored: &[Scored], weights: &Weights) {
    for (column, name) in SURE.iter().enumerate() {
        let all = scored.iter().filter(|s| s.column == column).count();
        let (certain, likely) = (weights.certain[column], weights.likely[column]);
        for (tier, lower, upper) in [
            ("certain", certain, 2.0),
            ("likely", likely, certain),
            ("weak", 0.0, likely),
        ] {
            let within = || {
                scored
                    .iter()
                    .filter(|s| s.column == column && s.sure >= lower && s.sure < upper)
            };
            let right = within().filter(|s| s.right).count() as f64 / within().count().max(1) as f64;
            let share = within().count() as f64 / all as f64;
            println!("{name} {tier:8} from {lower:.3}: share {share:.3}, right {right:.3}");
        }
    }
}

const SUFFIXES: [&str; 4] = ["jr", "sr", "ii", "iii"];
const LEFT_OUT: [&str; 7] = ["the", "a", "an", "mr", "mrs", "ms", "dr"];
const PRONOUNS: [&str; 12] = [
    "he", "she", "they", "it", "him", "her", "them", "i", "we", "you", "who", "sir",
];

/// Two names that mean the same: equal without articles and titles, or one a shorter form of the other.
fn same_name(a: &str, b: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        name.to_lowercase()
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .filter(|w| !w.is_empty() && !LEFT_OUT.contains(w) && !SUFFIXES.contains(w) && *w != "sir")
            .map(str::to_string)
            .collect()
    };
    let (mut short, mut long) = (words(a), words(b));
    let pronouns = |w: &[String]| w.iter().all(|w| PRONOUNS.contains(&w.as_str()));
    if pronouns(&short) || pronouns(&long) {
        return false;
    }
    if short.len() > long.len() {
        std::mem::swap(&mut short, &mut long);
    }
    let (first, last) = (&long[0], &long[long.len() - 1]);
    if short.len() == 1 {
        return short == long || short[0].len() > 1 && (short[0] == *first || short[0] == *last);
    }
    short[0] == *first && short[short.len() - 1] == *last || long.windows(short.len()).any(|w| w == short)
}
