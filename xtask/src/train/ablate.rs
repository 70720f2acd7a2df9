//! `cargo xtask train DIR --ablate`: what each group of features is worth, as a table for `models/README.md`.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Result;
use lede::analysis::EntityKind::{Organization, Person, Place};
use lede::language::Tagger;
use lede::language::features::Group;
use lede::language::model::Model;
use lede::language::vocabulary::Vocabulary;

use super::gold::Article;
use super::{HELD_OUT, crf, names, score};

/// Results differ by chance: each row is the mean of these.
const SEEDS: [u64; 2] = [5, 6];

/// What a row of the table does without.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Without {
    Nothing,
    Group(Group),
    /// Lines learned again in other cases.
    OtherCases,
    /// `models/training/`.
    TrainingArticles,
}

const ROWS: [(&str, Without); 13] = [
    ("nothing", Without::Nothing),
    ("the word itself", Without::Group(Group::Word)),
    ("shape", Without::Group(Group::Shape)),
    ("affixes", Without::Group(Group::Affixes)),
    ("words beside it", Without::Group(Group::Context)),
    ("clusters", Without::Group(Group::Clusters)),
    ("lists", Without::Group(Group::Lists)),
    ("list entries of several words", Without::Group(Group::Phrases)),
    ("runs of capitalised words", Without::Group(Group::Runs)),
    ("the same word elsewhere", Without::Group(Group::Memory)),
    ("style and start of the sentence", Without::Group(Group::Style)),
    ("lines learned again in other cases", Without::OtherCases),
    ("`training/`", Without::TrainingArticles),
];

/// Learns names without each group and prints the table. `ours` are the articles of `models/training/`.
pub fn table(sets: Vec<Article>, ours: Vec<Article>, held_out: &[Vec<Article>], known: &Vocabulary) -> Result<()> {
    let count = sets.len();
    let all: Vec<Article> = sets.into_iter().chain(ours).collect();
    let next = AtomicUsize::new(0);
    let results = Mutex::new(vec![None; ROWS.len() * SEEDS.len()]);
    let work = || {
        loop {
            let job = next.fetch_add(1, Ordering::Relaxed);
            let Some((name, without)) = ROWS.get(job / SEEDS.len()) else {
                return;
            };
            let articles = match without {
                Without::TrainingArticles => &all[..count],
                _ => &all[..],
            };
            let options = crf::Options {
                seed: SEEDS[job % SEEDS.len()],
                ..super::names_options()
            };
            let weights = names::learn(articles, known, &options, *without);
            let features = weights.rows.len() as f64;
            let tagger = Tagger {
                vocabulary: known,
                parts: &Model::read(&[]),
                names: &Model::read(&weights.write()),
            };
            let mut row = [features; HELD_OUT.len() + 1];
            for (score, set) in row[1..].iter_mut().zip(held_out) {
                *score = score::f1(&score::names(set, &tagger, |_| ()), &[Person, Organization, Place]);
            }
            eprintln!("  without {name}: {row:?}");
            if let Ok(mut results) = results.lock() {
                results[job] = Some(row);
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(work);
        work();
    });
    println!(
        "| without | features | {} |\n|---|---|{}",
        HELD_OUT.join(" | "),
        "---|".repeat(HELD_OUT.len())
    );
    let results = results.into_inner().unwrap_or_default();
    for ((name, _), rows) in ROWS.iter().zip(results.chunks(SEEDS.len())) {
        let mean = |column: usize| rows.iter().flatten().map(|r| r[column]).sum::<f64>() / SEEDS.len() as f64;
        let scores: String = (1..=HELD_OUT.len()).map(|c| format!(" {:.3} |", mean(c))).collect();
        println!("| {name} | {:.0} |{scores}", mean(0));
    }
    Ok(())
}
