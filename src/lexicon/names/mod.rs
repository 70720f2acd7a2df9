//! The word lists that the tagger looks words up in. `cargo xtask train` packs them into `models/vocabulary.bin`, so that
//! nothing is parsed at the start; the files in this folder are what people read and edit.

/// The files in this folder, without ".txt". The place in this table is the list's bit in
/// [`crate::language::vocabulary::Entry::lists`].
pub const LISTS: [&str; 23] = [
    "given_names",
    "surnames",
    "titles_and_roles",
    "cities",
    "towns",
    "countries",
    "regions",
    "lands",
    "place_heads",
    "companies",
    "agencies",
    "media",
    "teams",
    "organization_heads",
    "organization_suffixes",
    "groups",
    "events",
    "event_heads",
    "laws",
    "law_heads",
    "works_products",
    "sports",
    "finance",
];

pub const GIVEN_NAMES: u32 = 0;
pub const TITLES: u32 = 2;
pub const PLACE_HEADS: u32 = 8;
pub const ORGANIZATION_HEADS: u32 = 13;
pub const ORGANIZATION_SUFFIXES: u32 = 14;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_point_at_their_lists() {
        for (bit, name) in [
            (GIVEN_NAMES, "given_names"),
            (TITLES, "titles_and_roles"),
            (PLACE_HEADS, "place_heads"),
            (ORGANIZATION_HEADS, "organization_heads"),
            (ORGANIZATION_SUFFIXES, "organization_suffixes"),
        ] {
            assert_eq!(LISTS[bit as usize], name);
        }
    }
}
