//! Why a block has its kind, a mention its entity, a quotation its speaker: one variant is one rule.

mod attribution;
mod block;
mod mention;

pub use attribution::AttributionRule;
pub use block::BlockRule;
pub use mention::MentionRule;

use super::Confidence;

/// What every rule can say of itself.
pub trait Rule: Copy {
    /// The rule in plain words, for "why?".
    fn in_words(self) -> &'static str;

    /// How sure its results can be at most.
    fn at_most(self) -> Confidence;
}
