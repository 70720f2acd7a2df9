//! `cargo xtask train DIR --ablate`: what each group of features is worth, as a table for `models/README.md`.

use lede::analysis::EntityKind::{Organization, Person, Place};
use lede::language::Tagger;
use lede::language::features::Group;
use lede::language::vocabulary::Vocabulary;
use lede::sequence::Model;

use super::features::Ablation;
use super::gold::GoldArticle;
use super::{HELD_OUT, names, score};

const ROWS: [(&str, Ablation); 13] = [
    ("nothing", Ablation::Nothing),
    ("the word itself", Ablation::Group(Group::Word)),
    ("shape", Ablation::Group(Group::Shape)),
    ("affixes", Ablation::Group(Group::Affixes)),
    ("words beside it", Ablation::Group(Group::Context)),
    ("clusters", Ablation::Group(Group::Clusters)),
    ("lists", Ablation::Group(Group::Lists)),
    ("list entries of several words", Ablation::Group(Group::Phrases)),
    ("runs of capitalised words", Ablation::Group(Group::Runs)),
    ("the same word elsewhere", Ablation::Group(Group::Memory)),
    ("style and start of the sentence", Ablation::Group(Group::Style)),
    ("lines learned again in other cases", Ablation::OtherCases),
    ("`training/`", Ablation::TrainingArticles),
];

/// Learns names without each group and prints the table. `ours` are the articles of `models/training/`.
pub fn table(sets: Vec<GoldArticle>, ours: Vec<GoldArticle>, held_out: &[Vec<GoldArticle>], known: &Vocabulary) {
    let count = sets.len();
    let all: Vec<GoldArticle> = sets.into_iter().chain(ours).collect();
    println!(
        "| without | features | {} |\n|---|---|{}",
        HELD_OUT.join(" | "),
        "---|".repeat(HELD_OUT.len())
    );
    for (name, ablation) in ROWS {
        let articles = match ablation {
            Ablation::TrainingArticles => &all[..count],
            _ => &all[..],
        };
        let weights = names::learn(articles, known, &super::names_options(), ablation);
        let features = weights.rows.len();
        let tagger = Tagger {
            vocabulary: known,
            parts: &Model::read(&[]),
            names: &Model::read(&weights.write()),
        };
        let f1 = |set| score::f1(&score::names(set, &tagger, |_| ()), &[Person, Organization, Place]);
        let scores: String = held_out.iter().map(|set| format!(" {:.3} |", f1(set))).collect();
        println!("| {name} | {features} |{scores}");
    }
}
