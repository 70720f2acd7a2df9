//! A range coder: what is likely takes less than a bit. The files in `models/` are written and read with it.
//!
//! The arithmetic is the one of LZMA's range coder (Igor Pavlov's LZMA specification, public domain): 32 bits of range,
//! chances of 11 bits that learn from what was coded. A format is described once, over [`Coder`], and serves both ways.

/// Writes bits, or reads them.
pub trait Coder {
    /// Codes a bit whose chance is known, and lets the chance learn from it. Returns the bit; a reader ignores `bit`.
    fn bit(&mut self, chance: &mut Chance, bit: bool) -> bool;

    /// Codes the low `bits` of `value`, each as likely 0 as 1. Returns them; a reader ignores `value`.
    fn even(&mut self, bits: u32, value: u32) -> u32;
}

/// How likely the next bit is 0, of 2^11.
#[derive(Clone, Copy)]
pub struct Chance(u16);

const CHANCE_BITS: u32 = 11;
/// A chance moves by one part in 2^5 of what it was wrong by.
const LEARNS: u32 = 5;

impl Chance {
    const EVEN: Chance = Chance(1 << (CHANCE_BITS - 1));

    fn learn(&mut self, bit: bool) {
        if bit {
            self.0 -= self.0 >> LEARNS;
        } else {
            self.0 += ((1 << CHANCE_BITS) - self.0) >> LEARNS;
        }
    }
}

/// Numbers of a fixed count of bits, whose chances are learnt.
#[derive(Clone)]
pub struct Symbol {
    bits: u32,
    chances: Vec<Chance>,
}

impl Symbol {
    pub fn new(bits: u32) -> Symbol {
        Symbol {
            bits,
            chances: vec![Chance::EVEN; 1 << bits],
        }
    }

    /// Codes `value`, which has at most the symbol's bits. Returns it; a reader ignores `value`.
    pub fn code(&mut self, coder: &mut impl Coder, value: u32) -> u32 {
        let mut node = 1;
        for shift in (0..self.bits).rev() {
            let bit = coder.bit(&mut self.chances[node], value >> shift & 1 == 1);
            node = node << 1 | usize::from(bit);
        }
        node as u32 - (1 << self.bits)
    }
}

/// Steps from one of many numbers, spread evenly, to the next: the low `LOW` bits as they are, then how often 2^`LOW`
/// goes into the step, one bit for each time.
pub struct Step {
    more: [Chance; 4],
}

const LOW: u32 = 7;
/// Longer steps than this many times 2^`LOW` do not occur between tens of thousands of hashes; they are written whole.
const MOST: u32 = 40;

impl Default for Step {
    fn default() -> Step {
        Step {
            more: [Chance::EVEN; 4],
        }
    }
}

impl Step {
    /// Codes `value`. Returns it; a reader ignores `value`.
    pub fn code(&mut self, coder: &mut impl Coder, value: u32) -> u32 {
        let mut times = 0;
        while times < MOST {
            let chance = &mut self.more[(times as usize).min(3)];
            if !coder.bit(chance, value >> LOW > times) {
                return times << LOW | coder.even(LOW, value & ((1 << LOW) - 1));
            }
            times += 1;
        }
        coder.even(u32::BITS, value)
    }
}

/// A number of so many bits in pieces that the range has room for, the high ones first: how far up, and how many bits.
fn pieces(bits: u32) -> impl Iterator<Item = (u32, u32)> {
    (0..bits.div_ceil(12))
        .rev()
        .map(move |i| (i * 12, (bits - i * 12).min(12)))
}

/// Writes.
#[cfg(any(test, feature = "training"))]
pub struct Encoder {
    low: u64,
    range: u32,
    held: u8,
    /// The bytes that a carry can still change, `held` included.
    pending: u64,
    out: Vec<u8>,
}

#[cfg(any(test, feature = "training"))]
impl Default for Encoder {
    fn default() -> Encoder {
        Encoder {
            low: 0,
            range: u32::MAX,
            held: 0,
            pending: 1,
            out: Vec::new(),
        }
    }
}

#[cfg(any(test, feature = "training"))]
impl Encoder {
    /// All that was written.
    pub fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        self.out
    }

    fn shift(&mut self) {
        if self.low < 0xff00_0000 || self.low > u64::from(u32::MAX) {
            let carry = (self.low >> 32) as u8;
            for i in 0..self.pending {
                let byte = if i == 0 { self.held } else { 0xff };
                self.out.push(byte.wrapping_add(carry));
            }
            self.pending = 0;
            self.held = (self.low >> 24) as u8;
        }
        self.pending += 1;
        self.low = (self.low & 0x00ff_ffff) << 8;
    }

    fn widen(&mut self) {
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
    }
}

#[cfg(any(test, feature = "training"))]
impl Coder for Encoder {
    fn bit(&mut self, chance: &mut Chance, bit: bool) -> bool {
        let bound = (self.range >> CHANCE_BITS) * u32::from(chance.0);
        if bit {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        chance.learn(bit);
        self.widen();
        bit
    }

    fn even(&mut self, bits: u32, value: u32) -> u32 {
        for (shift, bits) in pieces(bits) {
            self.range >>= bits;
            self.low += u64::from(value >> shift & ((1 << bits) - 1)) * u64::from(self.range);
            self.widen();
        }
        value
    }
}

/// Reads. Past the end of the bytes it goes on with zeros: the numbers mean nothing then, but nothing fails.
pub struct Decoder<'a> {
    range: u32,
    code: u32,
    input: &'a [u8],
}

impl<'a> Decoder<'a> {
    pub fn new(input: &'a [u8]) -> Decoder<'a> {
        let mut decoder = Decoder {
            range: u32::MAX,
            code: 0,
            input,
        };
        for _ in 0..5 {
            decoder.code = decoder.code << 8 | decoder.byte();
        }
        decoder
    }

    #[inline]
    fn byte(&mut self) -> u32 {
        let Some((&first, rest)) = self.input.split_first() else {
            return 0;
        };
        self.input = rest;
        u32::from(first)
    }

    #[inline]
    fn widen(&mut self) {
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.code = self.code << 8 | self.byte();
        }
    }
}

impl Coder for Decoder<'_> {
    #[inline]
    fn bit(&mut self, chance: &mut Chance, _: bool) -> bool {
        let bound = (self.range >> CHANCE_BITS) * u32::from(chance.0);
        let bit = self.code >= bound;
        if bit {
            self.code -= bound;
            self.range -= bound;
        } else {
            self.range = bound;
        }
        chance.learn(bit);
        self.widen();
        bit
    }

    #[inline]
    fn even(&mut self, bits: u32, _: u32) -> u32 {
        let mut value = 0;
        for (_, bits) in pieces(bits) {
            self.range >>= bits;
            // Bytes that are not a file can hold more than the range.
            let piece = (self.code / self.range).min((1 << bits) - 1);
            self.code -= piece * self.range;
            value = value << bits | piece;
            self.widen();
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(coder: &mut impl Coder, values: &[u32]) -> Vec<u32> {
        let (mut symbol, mut step) = (Symbol::new(9), Step::default());
        values
            .iter()
            .map(|&v| {
                let low = symbol.code(coder, v & 511);
                assert_eq!(coder.even(5, 19), 19);
                let all = step.code(coder, v);
                assert_eq!(all & 511, low);
                all
            })
            .collect()
    }

    #[test]
    fn what_is_written_is_read() {
        let values: Vec<u32> = (0..31)
            .flat_map(|bit| [0, 1 << bit, (1 << bit) - 1, u32::MAX >> 1 >> bit, 0x1e37_79b9 >> bit])
            .cycle()
            .take(20_000)
            .collect();
        let mut encoder = Encoder::default();
        all(&mut encoder, &values);
        let bytes = encoder.finish();
        assert_eq!(all(&mut Decoder::new(&bytes), &values), values);
    }

    #[test]
    fn what_is_likely_takes_little() {
        let mut encoder = Encoder::default();
        let mut symbol = Symbol::new(8);
        for _ in 0..10_000 {
            symbol.code(&mut encoder, 77);
        }
        assert!(encoder.finish().len() < 600);
    }

    #[test]
    fn bytes_that_were_cut_off_are_read_as_well() {
        let mut symbol = Symbol::new(8);
        let mut decoder = Decoder::new(&[1, 2, 3]);
        for _ in 0..100 {
            symbol.code(&mut decoder, 0);
        }
    }
}
