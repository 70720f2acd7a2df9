//! The features of a token for learning.

use lede::language::features::{self, FeatureSource, Group, Task, WINDOW};
use lede::language::known_words::EDGE;

/// What is learned without, to see what it is worth.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ablation {
    Nothing,
    Group(Group),
    /// Lines learned again in other cases.
    OtherCases,
    /// `models/training/`.
    TrainingArticles,
}

/// The features of the token, as the engine sees them, but for those of the ablated group.
pub fn features_of(task: Task, view: &FeatureSource, token: usize, ablation: Ablation) -> Vec<u32> {
    let mut all = Vec::with_capacity(64);
    let mut keep = |group: Group, feature| {
        if ablation != Ablation::Group(group) {
            all.push(feature);
        }
    };
    for (place, &offset) in WINDOW.iter().enumerate() {
        let word = view
            .context
            .neighbour(token, offset)
            .map_or(&EDGE, |t| view.words.word(t));
        features::of_word(task, place, word, &mut keep);
    }
    features::of_token(task, view, token, &mut keep);
    all
}
