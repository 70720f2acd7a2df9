//! Hashes of words and of features. They are part of the format of the files in `models/`.

/// Hashes are cut to this many bits: with a hundred thousand entries, one unknown word in seven hundred is mistaken
/// for a known one.
pub const BITS: u32 = 24;

/// The hash of some text, with all its bits.
pub fn text(text: &str) -> u64 {
    let mut h: u64 = 0xcbf2_9ce4_8422_2325;
    for &b in text.as_bytes() {
        h = (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    mix(h)
}

/// The hash of a phrase, from the hash of its words but the last and that of its last.
pub fn phrase(start: u64, next: u64) -> u64 {
    mix(start.rotate_left(17) ^ next.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// The hash of a feature: which template, and the values that fill it.
#[inline]
pub fn feature(template: u32, a: u64, b: u64) -> u32 {
    let h = (a ^ u64::from(template).wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let h = ((h ^ (h >> 32)).wrapping_add(b)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    (h >> (64 - BITS)) as u32
}

/// A hash cut to what the files hold.
#[inline]
pub fn short(hash: u64) -> u32 {
    (hash >> (64 - BITS)) as u32
}

#[inline]
fn mix(h: u64) -> u64 {
    let h = (h ^ (h >> 31)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    (h ^ (h >> 29)).wrapping_mul(0xc4ce_b9fe_1a85_ec53)
}
