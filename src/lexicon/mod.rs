//! Word lists: sorted text files, each with its source and licence in its head.

/// The lists that the taggers look words up in; the place in this table is the list's bit in
/// [`crate::language::vocabulary::Entry::lists`]. `cargo xtask train` packs the files into `models/`.
pub const LISTS: [&str; 0] = [];
