//! `cargo xtask train DIR --ablate`: what each group of features is worth, as a table for `models/README.md`.

use lede::analysis::EntityKind::{Organization, Person, Place};
use lede::language::Tagger;
use lede::language::features::Group;
use lede::language::vocabulary::Vocabulary;
use lede::sequence::Model;

use super::gold::Article;
use super::{HELD_OUT, names, score};

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
pub fn table(sets: Vec<Article>, ours: Vec<Article>, held_out: &[Vec<Article>], known: &Vocabulary) {
    let count = sets.len();
    let all: Vec<Article> = sets.into_iter().chain(ours).collect();
    println!(
        "| without | features | {} |\n|---|---|{}",
        HELD_OUT.join(" | "),
        "---|".repeat(HELD_OUT.len())
    );
    for (name, without) in ROWS {
        let articles = match without {
            Without::TrainingArticles => &all[..count],
            _ => &all[..],
        };
        let weights = names::learn(articles, known, &super::names_options(), without);
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
