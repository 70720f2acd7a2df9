//! How the lists of this folder are read: one entry a line, "#" before a comment.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// A list of words or phrases in lower case, read when it is first asked.
pub type WordSet = LazyLock<FxHashSet<&'static str>>;

/// The entries of a list.
pub fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|l| !l.is_empty() && !l.starts_with('#'))
}

/// The fields of each entry, "premier | prime minister | leader | o"; four at least, those that are missing empty.
pub fn fields(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    entries(list).map(|line| {
        let mut fields: Vec<&str> = line.split('|').map(str::trim).collect();
        fields.resize(fields.len().max(4), "");
        fields
    })
}

/// The items of a field that holds several: "union, federation".
pub fn items(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split(',').map(str::trim).filter(|w| !w.is_empty())
}

/// The set of a file's entries.
macro_rules! word_set {
    ($file:literal) => {
        std::sync::LazyLock::new(|| crate::lexicon::list::entries(include_str!($file)).collect())
    };
}
pub(super) use word_set;

#[cfg(test)]
mod tests {
    use super::*;

    /// Every list says where it comes from; its entries are trimmed, sorted and none stands twice.
    #[test]
    fn lists_are_sound() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon");
        // Sorted by something else: nouns by class, the others by what wins.
        let unsorted = ["countries.txt", "nouns.txt", "organization_nouns.txt", "roles.txt"];
        let mut count = 0;
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_none_or(|e| e != "txt") {
                continue;
            }
            count += 1;
            let name = path.file_name().unwrap().to_str().unwrap().to_string();
            let list: &'static str = std::fs::read_to_string(&path).unwrap().leak();
            assert!(list.starts_with("# "), "{name} says what it is");
            let entries: Vec<&str> = entries(list).collect();
            for entry in &entries {
                assert_eq!(*entry, entry.trim_end(), "{name}");
            }
            for pair in entries.windows(2) {
                assert!(pair[0] < pair[1] || unsorted.contains(&&*name), "{name}: {pair:?}");
            }
        }
        assert!(count > 20);
    }

    #[test]
    fn fields_and_their_items() {
        let list = "# Comment.\nport | harbour, quay | \n\nunion | | o\n";
        assert_eq!(
            fields(list).collect::<Vec<_>>(),
            [["port", "harbour, quay", "", ""], ["union", "", "o", ""]]
        );
        assert_eq!(items("harbour, quay").collect::<Vec<_>>(), ["harbour", "quay"]);
        assert_eq!(items("").count(), 0);
    }
}
