//! A linear sequence model for any task that labels a run of items (words of a block, lines of an article): its
//! weights, its file and its decoders. Knows neither words nor lines: features come in as hashes, labels as numbers.

pub mod coder;
pub mod hash;
mod marginals;
mod model;

pub use marginals::{exp, marginals};
pub use model::{Model, NEVER, SCALE, Scores, TAGS, Weights};
