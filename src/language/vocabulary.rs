//! What is known of words outside their context: the cluster of words used alike, and the word lists they stand in.
//!
//! The file is made by `cargo xtask train` out of the lists in `src/lexicon/` and public word vectors.

#[cfg(any(test, feature = "training"))]
use crate::sequence::coder::Encoder;
use crate::sequence::coder::{Coder, Decoder, Step, Symbol};
use crate::sequence::hash;

/// A table from hashed words and phrases to what is known of them.
pub struct Vocabulary {
    /// Open addressing; `EMPTY` where free. A power of two long.
    slots: Vec<Slot>,
    sets: Vec<u32>,
}

#[derive(Clone, Copy)]
struct Slot {
    hash: u32,
    cluster: u16,
    set: u16,
}

const EMPTY: u32 = u32::MAX;

/// There are fewer sets of lists than 2^10, and fewer clusters than 2^10.
const SET_BITS: u32 = 10;
const CLUSTER_BITS: u32 = 10;

/// What is known of a word or phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// 0 where none is known.
    pub cluster: u16,
    /// One bit for each list (see [`crate::lexicon::names::LISTS`]), and [`STARTS_PHRASE`].
    pub lists: u32,
}

/// Some entry of several words starts with this one.
pub const STARTS_PHRASE: u32 = 1 << 31;

impl Vocabulary {
    /// Reads the file; what is cut off or damaged gives another table, never a panic.
    pub fn read(bytes: &[u8]) -> Vocabulary {
        let (sets, entries) = code(&mut Decoder::new(bytes), Vec::new(), Vec::new(), bytes.len());
        let free = Slot {
            hash: EMPTY,
            cluster: 0,
            set: 0,
        };
        let mut slots = vec![free; (entries.len() * 2).next_power_of_two().max(2)];
        for entry in entries {
            let mut i = slot(entry.hash, slots.len());
            while slots[i].hash != EMPTY {
                i = (i + 1) & (slots.len() - 1);
            }
            slots[i] = entry;
        }
        Vocabulary { slots, sets }
    }

    /// What is known of the word or phrase with this hash.
    pub fn get(&self, hash: u64) -> Entry {
        let short = hash::short(hash);
        let mut i = slot(short, self.slots.len());
        loop {
            let s = self.slots[i];
            if s.hash == short {
                return Entry {
                    cluster: s.cluster,
                    lists: self.sets.get(s.set as usize).copied().unwrap_or(0),
                };
            }
            if s.hash == EMPTY {
                return Entry::default();
            }
            i = (i + 1) & (self.slots.len() - 1);
        }
    }

    /// The file for these entries: pairs of short hash and what is known, sorted by hash, none twice.
    #[cfg(any(test, feature = "training"))]
    pub fn write(entries: &[(u32, Entry)]) -> Vec<u8> {
        let mut sets: Vec<u32> = entries.iter().map(|e| e.1.lists).collect();
        sets.sort_unstable();
        sets.dedup();
        let entries = entries
            .iter()
            .map(|&(hash, entry)| Slot {
                hash,
                cluster: entry.cluster,
                set: sets.binary_search(&entry.lists).unwrap_or(0) as u16,
            })
            .collect();
        let mut coder = Encoder::default();
        code(&mut coder, sets, entries, usize::MAX);
        coder.finish()
    }
}

/// The format of the file: the sets of lists that occur; then for each entry the difference of its hash from the previous
/// one, the index of its set, and its cluster. At most `most` sets and entries are read.
fn code(coder: &mut impl Coder, mut sets: Vec<u32>, mut entries: Vec<Slot>, most: usize) -> (Vec<u32>, Vec<Slot>) {
    let count = (coder.even(SET_BITS, sets.len() as u32) as usize).min(most);
    sets.resize(count, 0);
    for set in &mut sets {
        *set = coder.even(32, *set);
    }
    let count = (coder.even(24, entries.len() as u32) as usize).min(most);
    let nothing = Slot {
        hash: 0,
        cluster: 0,
        set: 0,
    };
    entries.resize(count, nothing);
    let mut steps = Step::default();
    let mut in_lists = Symbol::new(1);
    let mut numbers = Symbol::new(SET_BITS);
    let mut has_cluster = vec![Symbol::new(1); 1 << SET_BITS];
    let mut clusters = Symbol::new(CLUSTER_BITS);
    let mut last = 0u32;
    for entry in &mut entries {
        last = last.wrapping_add(steps.code(coder, entry.hash.wrapping_sub(last)));
        entry.hash = last;
        // Half of the words stand in no list: the first set.
        if in_lists.code(coder, u32::from(entry.set != 0)) == 1 {
            entry.set = numbers.code(coder, u32::from(entry.set)) as u16;
        }
        if has_cluster[usize::from(entry.set)].code(coder, u32::from(entry.cluster != 0)) == 1 {
            entry.cluster = clusters.code(coder, u32::from(entry.cluster)) as u16;
        }
    }
    (sets, entries)
}

fn slot(hash: u32, len: usize) -> usize {
    (hash.wrapping_mul(0x9e37_79b1) >> 5) as usize & (len - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut entries: Vec<(u32, Entry)> = ["moor", "brandt", "port of alder"]
            .iter()
            .zip(1..)
            .map(|(w, n)| {
                (
                    hash::short(hash::text(w)),
                    Entry {
                        cluster: n * 300,
                        lists: u32::from(n),
                    },
                )
            })
            .collect();
        entries.sort_unstable_by_key(|e| e.0);
        let bytes = Vocabulary::write(&entries);
        let vocabulary = Vocabulary::read(&bytes);
        assert_eq!(vocabulary.get(hash::text("brandt")), Entry { cluster: 600, lists: 2 });
        assert_eq!(vocabulary.get(hash::text("elsewhere")), Entry::default());
        for cut in 0..bytes.len() {
            Vocabulary::read(&bytes[..cut]).get(hash::text("moor"));
        }
    }
}
