//! The two models at work on a text.

use std::sync::LazyLock;

use super::PartOfSpeech;
use super::features::{self, FeatureSource, Task, WINDOW};
use super::known_words::{EDGE, Word};
use super::tags::{self, Tag};
use super::vocabulary::Vocabulary;
use crate::sequence::{Model, Scores, TAGS};
use crate::text::{Text, TokenKind};
use crate::weights::{NAMES, PARTS, VOCABULARY};

static VOCABULARY_READ: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::read(VOCABULARY));
static PARTS_READ: LazyLock<Model> = LazyLock::new(|| Model::read(PARTS));
static NAMES_READ: LazyLock<Model> = LazyLock::new(|| Model::read(NAMES));

/// What is needed to tag: the vocabulary and the models.
#[derive(Clone, Copy)]
pub struct Tagger<'m> {
    pub vocabulary: &'m Vocabulary,
    pub parts: &'m Model,
    pub names: &'m Model,
}

/// Decodes one of the three built-in files ahead of time. False where there is no such file.
pub fn unpack(file: usize) -> bool {
    match file {
        0 => _ = LazyLock::force(&VOCABULARY_READ),
        1 => _ = LazyLock::force(&PARTS_READ),
        2 => _ = LazyLock::force(&NAMES_READ),
        _ => return false,
    }
    true
}

impl Tagger<'_> {
    /// The one that is built in.
    pub fn built_in() -> Tagger<'static> {
        Tagger {
            vocabulary: &VOCABULARY_READ,
            parts: &PARTS_READ,
            names: &NAMES_READ,
        }
    }

    /// The part of speech of each token.
    pub fn parts(&self, text: &Text, view: &FeatureSource) -> Vec<PartOfSpeech> {
        let scores = score(self.parts, Task::PartsOfSpeech, view);
        let mut parts = Vec::with_capacity(scores.len());
        decode(self.parts, text, &scores, |tags| {
            for &tag in tags {
                parts.push(match text.tokens[parts.len()].kind {
                    TokenKind::Mark | TokenKind::Punctuation => PartOfSpeech::Punctuation,
                    _ => PartOfSpeech::LEARNED[tag as usize],
                });
            }
        });
        parts
    }

    /// The tag of each token in the name model.
    pub fn names(&self, text: &Text, view: &FeatureSource) -> Vec<Tag> {
        let scores = score(self.names, Task::Names, view);
        let mut all = Vec::with_capacity(scores.len());
        decode(self.names, text, &scores, |tags| all.extend_from_slice(tags));
        all
    }
}

const _: () = assert!(tags::COUNT <= TAGS && PartOfSpeech::LEARNED.len() <= TAGS);

fn decode(model: &Model, text: &Text, scores: &[Scores], mut done: impl FnMut(&[u8])) {
    let mut best = Vec::new();
    for block in &text.blocks {
        model.decode(
            &scores[block.tokens.start as usize..block.tokens.end as usize],
            &mut best,
        );
        done(&best);
    }
}

/// The scores of every token. What depends on one word alone is computed once per distinct word.
fn score(model: &Model, task: Task, view: &FeatureSource) -> Vec<Scores> {
    let mut found = Vec::with_capacity(64);
    let mut sums = |word: &Word| {
        let mut sums = [[0; TAGS]; WINDOW.len()];
        for (place, scores) in sums.iter_mut().enumerate() {
            found.clear();
            features::of_word(task, place, word, |_, f| found.push(f));
            model.add(&found, scores);
        }
        sums
    };
    let known: Vec<[Scores; WINDOW.len()]> = view.words.known.iter().map(&mut sums).collect();
    let edge = sums(&EDGE);
    (0..view.words.of.len())
        .map(|token| {
            let mut scores = known[view.words.of[token] as usize][0];
            for (place, &offset) in WINDOW.iter().enumerate().skip(1) {
                let more = match view.context.neighbour(token, offset) {
                    Some(neighbour) => &known[view.words.of[neighbour] as usize][place],
                    None => &edge[place],
                };
                for (s, m) in scores.iter_mut().zip(more) {
                    *s += m;
                }
            }
            found.clear();
            features::of_token(task, view, token, |_, f| found.push(f));
            model.add(&found, &mut scores);
            scores
        })
        .collect()
}
