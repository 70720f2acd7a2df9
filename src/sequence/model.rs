//! A linear sequence model: hashed features, one row of weights for each, transitions between tags, Viterbi decoding.

#[cfg(any(test, feature = "training"))]
use super::coder::Encoder;
use super::coder::{Coder, Decoder, Step, Symbol};
use super::hash;

/// A task has at most this many tags; a row of weights is this long. `Weights::tags` says how many it has.
pub const TAGS: usize = 24;

/// The scores of one item of the sequence, one for each tag.
pub type Scores = [i16; TAGS];

/// A transition or tag that never happens.
pub const NEVER: i16 = -20_000;

/// A weight of 1 as the file and the scores hold it: `score / SCALE` is a natural logarithm.
pub const SCALE: i16 = 16;

/// Weights of one model.
pub struct Model {
    /// `starts[h]..starts[h + 1]` is the bucket for high bits `h`, in `rest` and in `rows`.
    starts: Vec<u32>,
    /// The low bits of the hash of each feature, and eight bytes of padding: small enough for the L2 cache.
    rest: Vec<u8>,
    /// One for each feature.
    rows: Vec<[i8; TAGS]>,
    /// `steps[from][to]`: the transition times `ROOM`, plus the back-pointer (low tags highest, so that they win ties).
    steps: [[i32; TAGS]; TAGS],
    /// What a run may start with.
    start: [i16; TAGS],
    tags: usize,
}

/// How many bits of a hash are in `Model::rest`.
const REST: u32 = 8;

/// The weights as training leaves them, before they are packed.
pub struct Weights {
    /// Sorted by hash.
    pub rows: Vec<(u32, [i8; TAGS])>,
    pub transitions: [[i16; TAGS]; TAGS],
    pub start: [i16; TAGS],
    pub tags: usize,
}

impl Weights {
    /// The bytes of the model's file.
    #[cfg(any(test, feature = "training"))]
    pub fn write(self) -> Vec<u8> {
        let mut coder = Encoder::default();
        self.code(&mut coder, usize::MAX);
        coder.finish()
    }

    /// Reads the file; what is cut off or damaged gives other weights, never a panic.
    fn read(bytes: &[u8]) -> Weights {
        let nothing = Weights {
            rows: Vec::new(),
            transitions: [[0; TAGS]; TAGS],
            start: [0; TAGS],
            tags: 0,
        };
        nothing.code(&mut Decoder::new(bytes), bytes.len())
    }

    /// The format of the file. Of each row it holds how far its hash is from the one before, then the tags whose weights
    /// are not zero, each told by the one before it, and the weights. At most `most` rows are read.
    fn code(mut self, coder: &mut impl Coder, most: usize) -> Weights {
        self.tags = (coder.even(8, self.tags as u32) as usize).clamp(1, TAGS);
        for row in self.transitions.iter_mut().chain([&mut self.start]) {
            for w in row {
                *w = coder.even(16, *w as u16 as u32) as i16;
            }
        }
        let count = (coder.even(24, self.rows.len() as u32) as usize).min(most);
        self.rows.resize(count, (0, [0; TAGS]));
        let mut steps = Step::default();
        let mut tags = vec![Symbol::new(5); TAGS + 1];
        let mut weights = vec![Symbol::new(8); TAGS];
        let mut last = 0u32;
        for (hash, row) in &mut self.rows {
            last = last.wrapping_add(steps.code(coder, hash.wrapping_sub(last)));
            *hash = last;
            let mut before = TAGS;
            let mut from = 0;
            loop {
                let tag = (from..TAGS).find(|&t| row[t] != 0).unwrap_or(TAGS);
                let tag = tags[before].code(coder, tag as u32) as usize;
                if !(from..TAGS).contains(&tag) {
                    break;
                }
                row[tag] = weights[tag].code(coder, u32::from(row[tag] as u8)) as u8 as i8;
                before = tag;
                from = tag + 1;
            }
        }
        self
    }
}

impl Model {
    /// Reads the file; what is cut off or damaged gives other weights, never a panic.
    pub fn read(bytes: &[u8]) -> Model {
        let weights = Weights::read(bytes);
        let mut table = weights.rows;
        table.retain(|row| row.0 >> hash::BITS == 0);
        table.sort_by_key(|row| row.0);
        let mut starts = vec![0u32; (1 << (hash::BITS - REST)) + 1];
        for row in &table {
            starts[(row.0 >> REST) as usize + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut steps = [[0; TAGS]; TAGS];
        for (from, (steps, transitions)) in steps.iter_mut().zip(&weights.transitions).enumerate() {
            *steps = transitions.map(|w| i32::from(w) * ROOM + ROOM - 1 - from as i32);
        }
        Model {
            starts,
            rest: table.iter().map(|row| row.0 as u8).chain([0; 8]).collect(),
            rows: table.into_iter().map(|row| row.1).collect(),
            steps,
            start: weights.start,
            tags: weights.tags,
        }
    }

    /// Adds the weights of these features.
    pub fn add(&self, features: &[u32], scores: &mut Scores) {
        let mut sums = *scores;
        // All rows are found before the first is read, so that the processor fetches several at once.
        let mut rows = [0; 32];
        for features in features.chunks(rows.len()) {
            let mut count = 0;
            for &feature in features {
                let (row, found) = self.find(feature);
                rows[count] = row;
                count += usize::from(found);
            }
            for &row in &rows[..count] {
                for (s, w) in sums.iter_mut().zip(&self.rows[row]) {
                    *s += i16::from(*w);
                }
            }
        }
        *scores = sums;
    }

    /// The row of a feature, and whether there is one. Compares eight at once and without a branch: most features of a
    /// text are as likely to be there as not.
    #[inline]
    fn find(&self, feature: u32) -> (usize, bool) {
        const ONES: u64 = u64::MAX / 255;
        let front = (feature >> REST) as usize;
        let (from, to) = (self.starts[front] as usize, self.starts[front + 1] as usize);
        let rest = self.rest[from..]
            .first_chunk()
            .map_or(0, |&eight| u64::from_le_bytes(eight));
        let differs = rest ^ (ONES * u64::from(feature as u8));
        let same = differs.wrapping_sub(ONES) & !differs & (ONES << 7);
        let row = from + (same.trailing_zeros() / 8) as usize;
        if to - from > 8 && same == 0 {
            let row = (from + 8..to).find(|&row| self.rest[row] == feature as u8);
            return (row.unwrap_or(0), row.is_some());
        }
        (row, row < to)
    }

    /// The weights of one feature, if the model has it.
    pub fn row(&self, feature: u32) -> Option<&[i8; TAGS]> {
        let (row, found) = self.find(feature);
        found.then(|| &self.rows[row])
    }

    /// The score of a tag after another one; None before the first item.
    pub fn step(&self, from: Option<u8>, to: u8) -> i32 {
        match from {
            Some(from) => self.steps[from as usize][to as usize].div_euclid(ROOM),
            None => i32::from(self.start[to as usize]),
        }
    }

    /// How many tags the task has.
    pub fn tags(&self) -> usize {
        self.tags
    }

    /// The best tags for a run of items with these scores.
    pub fn decode(&self, scores: &[Scores], best: &mut Vec<u8>) {
        best.clear();
        let mut back: Vec<[u8; TAGS]> = Vec::with_capacity(scores.len());
        // The best sum that ends in each tag, times `ROOM`.
        let mut total = [0; TAGS];
        // The tags that still have a chance, one bit each.
        let mut live = 0u32;
        for (i, item) in scores.iter().enumerate() {
            let mut next = [i32::MIN; TAGS];
            if i == 0 {
                for (next, w) in next.iter_mut().zip(&self.start) {
                    *next = i32::from(*w) * ROOM;
                }
            }
            while live != 0 {
                let from = live.trailing_zeros() as usize;
                live &= live - 1;
                for (next, step) in next.iter_mut().zip(&self.steps[from]) {
                    *next = (*next).max(total[from] + step);
                }
            }
            let mut from = [0; TAGS];
            let mut top = i32::MIN;
            for tag in 0..TAGS {
                from[tag] = (ROOM - 1 - next[tag].rem_euclid(ROOM)) as u8;
                let sum = next[tag].div_euclid(ROOM) + i32::from(item[tag]);
                total[tag] = if tag < self.tags { sum } else { i32::MIN / ROOM };
                top = top.max(total[tag]);
            }
            back.push(from);
            // A long run stays within what the numbers hold: what matters is how far each is from the best.
            for (tag, total) in total.iter_mut().enumerate() {
                let behind = total.saturating_sub(top).max(FLOOR);
                *total = behind * ROOM;
                live |= u32::from(behind >= HOPELESS) << tag;
            }
        }
        let mut tag = (0..self.tags).rev().max_by_key(|&t| total[t]).unwrap_or(0) as u8;
        best.resize(scores.len(), 0);
        for i in (0..scores.len()).rev() {
            best[i] = tag;
            tag = back[i][tag as usize].min(TAGS as u8 - 1);
        }
    }
}

/// Score and back-pointer are packed in one integer, `score * ROOM + pointer`, so that one `max` finds both, for all
/// tags at once.
const ROOM: i32 = 32;

/// Beam: a sequence this far behind the best one at its item (e⁸ times less likely) is not followed further.
const HOPELESS: i32 = -8 * SCALE as i32;

/// A sum so far below the best of its token is as good as never.
const FLOOR: i32 = -1_000_000;

#[cfg(test)]
mod tests {
    use super::*;

    fn model() -> (Vec<(u32, [i8; TAGS])>, Vec<u8>) {
        let mut up = [0; TAGS];
        up[1] = 50;
        let mut down = [0; TAGS];
        down[0] = 40;
        down[2] = -3;
        let mut transitions = [[0; TAGS]; TAGS];
        transitions[1][1] = NEVER;
        let weights = Weights {
            rows: vec![(7, up), (900, down)],
            transitions,
            start: [0; TAGS],
            tags: 3,
        };
        (weights.rows.clone(), weights.write())
    }

    #[test]
    fn weights_survive_the_file() {
        let (rows, bytes) = model();
        let model = Model::read(&bytes);
        for (hash, row) in rows {
            let mut scores = [0; TAGS];
            model.add(&[hash], &mut scores);
            assert_eq!(scores, row.map(i16::from));
        }
        for cut in 0..bytes.len() {
            Model::read(&bytes[..cut]);
        }
    }

    #[test]
    fn forbidden_transitions_do_not_happen() {
        let (_, bytes) = model();
        let model = Model::read(&bytes);
        let mut scores = [[0; TAGS]; 2];
        model.add(&[7], &mut scores[0]);
        model.add(&[7], &mut scores[1]);
        scores[1][1] += 5;
        let mut best = Vec::new();
        model.decode(&scores, &mut best);
        assert_eq!(best, [0, 1]);
    }
}
