//! The trained weights that are built in; `models/README.md` says what they were learned from.

use std::sync::OnceLock;

pub const VOCABULARY: &[u8] = include_bytes!("../models/vocabulary.bin");
pub const PARTS: &[u8] = include_bytes!("../models/parts.bin");
pub const NAMES: &[u8] = include_bytes!("../models/names.bin");
pub const LINES: &[u8] = include_bytes!("../models/lines.bin");

/// Hash of the weights and word lists that are built in, sixteen hexadecimal digits.
pub fn hash() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for &byte in [VOCABULARY, PARTS, NAMES, LINES].into_iter().flatten() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        format!("{hash:016x}")
    })
}
