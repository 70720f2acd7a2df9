//! Word lists: sorted text files, each with its source and licence in its head.

pub mod calendar;
pub mod function_words;
pub mod names;
