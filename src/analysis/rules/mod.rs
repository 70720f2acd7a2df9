//! Why a block has its kind, a mention its entity, a quotation its speaker: one variant is one rule.

mod attribution;
mod mention;
mod sign;

pub use attribution::AttributionRule;
pub use mention::MentionRule;
pub use sign::Sign;

use super::Confidence;

/// What every rule can say of itself.
pub trait Rule: Copy {
    /// The rule in plain words, for "why?".
    fn in_words(self) -> &'static str;

    /// How sure its results can be at most.
    fn at_most(self) -> Confidence;
}
