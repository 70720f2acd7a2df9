//! Learns names.

use std::collections::HashSet;

use lede::analysis::EntityKind;
use lede::language::features::{FeatureSource, Task};
use lede::language::known_words::EDGE;
use lede::language::tags::{self, Position, Tag};
use lede::language::vocabulary::Vocabulary;
use lede::sequence::Weights;
use lede::sequence::hash;
use lede::text::Text;

use super::crf::{self, Example, Options};
use super::features::{Ablation, features_of};
use super::gold::{GoldArticle, GoldName};
use super::random::Random;

const TASK: crf::Task = crf::Task {
    tags: tags::COUNT,
    may_follow: tags::may_follow,
    may_start: tags::may_start,
};

/// Learns the name model from the articles.
pub fn learn(articles: &[GoldArticle], vocabulary: &Vocabulary, options: &Options, ablation: Ablation) -> Weights {
    let mut lessons = Lessons {
        vocabulary,
        ablation,
        examples: Vec::new(),
        corpus_features: HashSet::new(),
    };
    let mut random = Random(options.seed);
    for article in articles {
        lessons.add(article, |_| true);
        if ablation != Ablation::OtherCases {
            lessons.add_in_other_cases(article, &mut random);
        }
    }
    let mut weights = crf::learn(&TASK, &lessons.examples, options);
    weights.rows.retain(|row| !lessons.corpus_features.contains(&row.0));
    weights
}

/// Training examples for names.
struct Lessons<'v> {
    vocabulary: &'v Vocabulary,
    ablation: Ablation,
    examples: Vec<Example>,
    /// Per-corpus features: they absorb differing annotation rules in training and are then dropped.
    corpus_features: HashSet<u32>,
}

impl Lessons<'_> {
    /// Adds the wanted blocks of the article.
    fn add(&mut self, article: &GoldArticle, wanted: impl Fn(usize) -> bool) {
        let text = lede::text::read(&article.text, &[]);
        let view = FeatureSource::of(&text, self.vocabulary);
        let possible = possible_tags(&text, article);
        for (number, block) in text.blocks.iter().enumerate() {
            if !wanted(number) {
                continue;
            }
            let tokens = block.tokens.start as usize..block.tokens.end as usize;
            let features = tokens.clone().map(|t| {
                let mut all = features_of(Task::Names, &view, t, self.ablation);
                if article.conventions != 0 {
                    conventions(article.conventions, &view, t, |f| {
                        all.push(f);
                        self.corpus_features.insert(f);
                    });
                }
                all
            });
            let features = features.collect();
            self.examples.push(Example {
                features,
                possible: possible[tokens].to_vec(),
                times: article.times,
            });
        }
    }

    /// Capitals are used in other ways in headlines and on careless pages: some lines are learned in those ways too.
    fn add_in_other_cases(&mut self, article: &GoldArticle, random: &mut Random) {
        let changes: [(f64, Recase); 3] = [
            (0.10, |c, _| upper(c)),
            (0.08, |c, first| if first { upper(c) } else { c }),
            (0.03, |c, _| lower(c)),
        ];
        for (share, change) in changes {
            let mut changed = String::with_capacity(article.text.len());
            let mut first = true;
            for c in article.text.chars() {
                let new = change(c, first);
                // The names' places must stay what they are.
                changed.push(if new.len_utf8() == c.len_utf8() { new } else { c });
                first = !c.is_alphanumeric() && c != '’' && c != '\'';
            }
            let copy = GoldArticle {
                text: changed,
                names: article.names.clone(),
                silent: article.silent.clone(),
                conventions: article.conventions,
                times: article.times,
            };
            let salt = random.next();
            self.add(&copy, |block| Random(salt ^ block as u64).chance(share));
        }
    }
}

/// A character in the case that a headline, say, gives it; the flag says that it begins a word.
type Recase = fn(char, bool) -> char;

fn upper(c: char) -> char {
    let mut all = c.to_uppercase();
    all.next().filter(|_| all.next().is_none()).unwrap_or(c)
}

fn lower(c: char) -> char {
    let mut all = c.to_lowercase();
    all.next().filter(|_| all.next().is_none()).unwrap_or(c)
}

/// Per-corpus features. The engine never asks for them, and they are left out of the file.
fn conventions(set: u64, view: &FeatureSource, token: usize, mut out: impl FnMut(u32)) {
    let word = view.words.word(token);
    let case = word.case as u64;
    out(hash::feature(1000, set, case));
    out(hash::feature(1001, set ^ word.hash, case));
    out(hash::feature(1002, set, u64::from(word.cluster) * 8 + case));
    out(hash::feature(1003, set, u64::from(word.lists) * 8 + case));
    let before = view.context.neighbour(token, -1).map_or(&EDGE, |t| view.words.word(t));
    out(hash::feature(1004, set ^ before.hash, case));
    let run = view.context.runs[token];
    out(hash::feature(
        1005,
        set,
        u64::from(run.len.min(4)) * 8 + u64::from(run.place.min(4)),
    ));
}

/// What each token may be tagged as, one bit a tag.
fn possible_tags(text: &Text, article: &GoldArticle) -> Vec<u32> {
    let bit = |tag: Option<Tag>| tag.map_or(0, |t| 1u32 << t);
    let all = |kind| {
        [Position::Begin, Position::Inside, Position::Last, Position::Unit]
            .into_iter()
            .fold(0, |m, p| m | bit(tags::tag(kind, p)))
    };
    let silent = article.silent.iter().fold(0, |m, &k| m | all(k));
    let mut possible: Vec<u32> = text
        .tokens
        .iter()
        .map(|t| 1 | if t.case.is_capital() { silent } else { 0 })
        .collect();
    for name in &article.names {
        let whole = tokens_of(text, name);
        for t in whole.clone() {
            possible[t] = 1;
        }
        let kind = name.kinds.first().copied().unwrap_or(EntityKind::Other);
        lede::language::bounds::tidy(text, whole, kind, |tokens| {
            let len = tokens.len();
            for (i, t) in tokens.enumerate() {
                let position = match (i, len) {
                    (0, 1) => Position::Unit,
                    (0, _) => Position::Begin,
                    (i, len) if i + 1 == len => Position::Last,
                    _ => Position::Inside,
                };
                possible[t] = name
                    .kinds
                    .iter()
                    .fold(u32::from(name.doubtful), |m, &k| m | bit(tags::tag(k, position)));
            }
        });
    }
    possible
}

/// The tokens that the name covers.
fn tokens_of(text: &Text, name: &GoldName) -> std::ops::Range<usize> {
    let start = text.tokens.partition_point(|t| (t.span.end as usize) <= name.start);
    let end = text.tokens.partition_point(|t| (t.span.start as usize) < name.end);
    start..end
}
