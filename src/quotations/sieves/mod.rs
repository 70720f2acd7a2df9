//! The sieves: from the surest to the least sure, each fills only what the earlier ones left open.

pub(super) mod between_sentences;
pub(super) mod block_quotation;
mod dialogue;
pub(super) mod headline;
pub(super) mod in_sentence;
mod interview;
pub(super) mod post;
pub(super) mod transcript;
