//! What is known of words outside their context: the cluster of words used alike, and the word lists they stand in.
//!
//! The file is made by `cargo xtask train` out of the lists in `src/lexicon/` and public word vectors.

use super::hash;

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

/// What is known of a word or phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// 0 where none is known.
    pub cluster: u16,
    /// One bit for each list (see [`crate::lexicon::LISTS`]), and [`STARTS_PHRASE`].
    pub lists: u32,
}

/// Some entry of several words starts with this one.
pub const STARTS_PHRASE: u32 = 1 << 31;

impl Vocabulary {
    /// Reads the file; what is cut off or damaged gives a smaller table, never a panic.
    pub fn read(bytes: &[u8]) -> Vocabulary {
        let mut input = super::bytes::Input(bytes);
        let sets: Vec<u32> = (0..input.varint()).map_while(|_| input.u32()).collect();
        let count = (input.varint() as usize).min(bytes.len());
        let mut slots = vec![
            Slot {
                hash: EMPTY,
                cluster: 0,
                set: 0
            };
            (count * 2).next_power_of_two().max(2)
        ];
        let mut entries = Vec::with_capacity(count);
        let mut at = 0u32;
        for _ in 0..count {
            at = at.wrapping_add(input.varint());
            entries.push(Slot {
                hash: at,
                cluster: 0,
                set: 0,
            });
        }
        for shift in [0, 8] {
            for entry in &mut entries {
                entry.cluster |= u16::from(input.u8()) << shift;
            }
        }
        for shift in [0, 8] {
            for entry in &mut entries {
                entry.set |= u16::from(input.u8()) << shift;
            }
        }
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
    pub fn write(entries: &[(u32, Entry)]) -> Vec<u8> {
        let mut sets: Vec<u32> = entries.iter().map(|e| e.1.lists).collect();
        sets.sort_unstable();
        sets.dedup();
        let mut out = Vec::new();
        super::bytes::write_varint(&mut out, sets.len() as u32);
        for set in &sets {
            out.extend(set.to_le_bytes());
        }
        super::bytes::write_varint(&mut out, entries.len() as u32);
        let mut last = 0;
        for (hash, _) in entries {
            super::bytes::write_varint(&mut out, hash - last);
            last = *hash;
        }
        for shift in [0, 8] {
            out.extend(entries.iter().map(|e| (e.1.cluster >> shift) as u8));
        }
        let set = |e: &(u32, Entry)| sets.binary_search(&e.1.lists).unwrap_or(0) as u16;
        for shift in [0, 8] {
            out.extend(entries.iter().map(|e| (set(e) >> shift) as u8));
        }
        out
    }
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
