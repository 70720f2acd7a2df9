//! Learns a linear sequence model: a conditional random field, by follow-the-regularised-leader with L1 and L2.
//!
//! Labels may be latent: where an item is annotated with several possible tags ("some name, of a kind that the set does
//! not say"), the likelihood sums over them.
#![allow(clippy::needless_range_loop, reason = "a tag indexes several arrays at once")]
#![allow(
    clippy::neg_cmp_op_on_partial_ord,
    reason = "a sum that is not a number must stop it too"
)]
#![expect(
    clippy::needless_range_loop,
    reason = "rows are worked through tag by tag, several side by side"
)]

use std::collections::{BTreeMap, HashMap};

use lede::sequence::{NEVER, SCALE, TAGS, Weights, exp};

use super::random::Random;

/// What is learned: how many tags there are, and which sequences of them are possible at all.
pub struct Task {
    pub tags: usize,
    pub may_follow: fn(u8, u8) -> bool,
    pub may_start: fn(u8) -> bool,
}

/// A run of items (words, lines) that is tagged together.
pub struct Example {
    /// The features of each item.
    pub features: Vec<Vec<u32>>,
    /// The possible tags of each item, one bit each.
    pub possible: Vec<u32>,
    /// How often it is learned from in each round.
    pub times: usize,
}

pub struct Options {
    pub epochs: usize,
    /// Features seen less often than this are not used.
    pub least: u32,
    /// Dropout: the share of features that is hidden from each item each time, so that none is relied on alone.
    pub hidden: f64,
    pub rate: f32,
    pub l1: f32,
    pub l2: f32,
    /// The seed of the first run; each run has the next.
    pub seed: u64,
    /// How many models to train with different seeds; their weights are averaged.
    pub runs: u64,
    /// Weights below this are left out of the file.
    pub smallest: i8,
}

type Row = [f32; TAGS];

#[derive(Clone)]
struct Parameters {
    weight: Row,
    z: Row,
    n: Row,
}

impl Parameters {
    const NONE: Parameters = Parameters {
        weight: [0.0; TAGS],
        z: [0.0; TAGS],
        n: [0.0; TAGS],
    };

    fn update(&mut self, gradient: &Row, o: &Options) {
        for t in 0..TAGS {
            let g = gradient[t];
            let more = self.n[t] + g * g;
            let root = more.sqrt();
            self.z[t] += g - (root - self.n[t].sqrt()) / o.rate * self.weight[t];
            self.n[t] = more;
            let z = self.z[t];
            let over = (z.abs() - o.l1).max(0.0);
            self.weight[t] = -over.copysign(z) / ((1.0 + root) / o.rate + o.l2);
        }
    }
}

/// The task's rules as factors: 1 where a tag may follow, 0 where it may not.
struct Grammar {
    tags: usize,
    /// One row for each tag, and the last for the start.
    allowed: Vec<Row>,
}

impl Grammar {
    fn of(task: &Task) -> Grammar {
        let allowed = |from: usize, to: usize| {
            to < task.tags
                && match from {
                    TAGS => (task.may_start)(to as u8),
                    _ => from < task.tags && (task.may_follow)(from as u8, to as u8),
                }
        };
        Grammar {
            tags: task.tags,
            allowed: (0..=TAGS)
                .map(|from| std::array::from_fn(|to| f32::from(u8::from(allowed(from, to)))))
                .collect(),
        }
    }
}

/// Learns the task from the examples.
pub fn learn(task: &Task, examples: &[Example], o: &Options) -> Weights {
    let (numbers, sequences) = number(examples, o.least);
    let grammar = Grammar::of(task);
    let runs = std::thread::scope(|scope| {
        let runs: Vec<_> = (o.seed..o.seed + o.runs)
            .map(|seed| {
                let (numbers, sequences, grammar) = (&numbers, &sequences, &grammar);
                scope.spawn(move || run(numbers, sequences, grammar, seed, o))
            })
            .collect();
        runs.into_iter()
            .map(|run| run.join().expect("learning does not panic"))
            .collect()
    });
    mean_of(runs, grammar.tags, o)
}

/// Trains one model with one seed.
fn run(numbers: &HashMap<u32, u32>, sequences: &[Sequence], grammar: &Grammar, seed: u64, o: &Options) -> Weights {
    let mut weights = vec![Parameters::NONE; numbers.len()];
    let mut transitions = vec![Parameters::NONE; TAGS + 1];
    let mut random = Random(seed);
    let mut order: Vec<usize> = (0..sequences.len())
        .flat_map(|s| std::iter::repeat_n(s, sequences[s].times))
        .collect();
    for epoch in 0..o.epochs {
        random.shuffle(&mut order);
        let mut wrong = (0, 0);
        for &s in &order {
            step(
                &sequences[s],
                &mut weights,
                &mut transitions,
                grammar,
                &mut random,
                o,
                &mut wrong,
            );
        }
        eprintln!(
            "  seed {seed}, epoch {}: {:.4} of the tags most likely wrong",
            epoch + 1,
            f64::from(wrong.0) / f64::from(wrong.1.max(1))
        );
    }
    pack(numbers, &weights, &transitions, grammar, o)
}

struct Sequence {
    /// Indices of the features of all items, concatenated.
    features: Vec<u32>,
    /// `features` ends here for each item.
    ends: Vec<u32>,
    possible: Vec<u32>,
    times: usize,
}

/// Gives an index to each feature that is frequent enough.
fn number(examples: &[Example], least: u32) -> (HashMap<u32, u32>, Vec<Sequence>) {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for f in examples.iter().flat_map(|e| e.features.iter().flatten()) {
        *counts.entry(*f).or_default() += 1;
    }
    let mut kept: Vec<u32> = counts.into_iter().filter(|c| c.1 >= least).map(|c| c.0).collect();
    kept.sort_unstable();
    let numbers: HashMap<u32, u32> = kept.into_iter().zip(0..).collect();
    let sequences = examples
        .iter()
        .filter(|e| !e.possible.is_empty())
        .map(|e| {
            let mut features = Vec::new();
            let mut ends = Vec::new();
            for token in &e.features {
                features.extend(token.iter().filter_map(|f| numbers.get(f)));
                ends.push(features.len() as u32);
            }
            Sequence {
                features,
                ends,
                possible: e.possible.clone(),
                times: e.times,
            }
        })
        .collect();
    (numbers, sequences)
}

fn step(
    sequence: &Sequence,
    weights: &mut [Parameters],
    transitions: &mut [Parameters],
    grammar: &Grammar,
    random: &mut Random,
    o: &Options,
    wrong: &mut (u32, u32),
) {
    let len = sequence.possible.len();
    let mut seen: Vec<u32> = Vec::with_capacity(sequence.features.len());
    let mut ends = Vec::with_capacity(len);
    let mut potentials = vec![[0f32; TAGS]; len];
    let mut start = 0;
    for i in 0..len {
        let mut sum = [0f32; TAGS];
        for &f in &sequence.features[start..sequence.ends[i] as usize] {
            if random.chance(o.hidden) {
                continue;
            }
            seen.push(f);
            for (s, w) in sum.iter_mut().zip(&weights[f as usize].weight) {
                *s += w;
            }
        }
        start = sequence.ends[i] as usize;
        ends.push(seen.len());
        let top = sum[..grammar.tags].iter().copied().fold(f32::NEG_INFINITY, f32::max);
        for t in 0..grammar.tags {
            potentials[i][t] = exp((sum[t] - top) / (1.0 - o.hidden as f32));
        }
    }
    let factors: Vec<Row> = transitions
        .iter()
        .zip(&grammar.allowed)
        .map(|(p, a)| std::array::from_fn(|t| if a[t] > 0.0 { exp(p.weight[t]) } else { 0.0 }))
        .collect();
    let constrained: Vec<Row> = potentials
        .iter()
        .zip(&sequence.possible)
        .map(|(p, m)| std::array::from_fn(|t| if m >> t & 1 == 1 { p[t] } else { 0.0 }))
        .collect();
    let mut moves = vec![[0f32; TAGS]; TAGS + 1];
    let Some(right) = marginals(&constrained, &factors, -1.0, &mut moves) else {
        return;
    };
    let Some(mut expected) = marginals(&potentials, &factors, 1.0, &mut moves) else {
        return;
    };
    let mut from = 0;
    for i in 0..len {
        let best = (0..TAGS)
            .max_by(|&a, &b| expected[i][a].total_cmp(&expected[i][b]))
            .unwrap_or(0);
        wrong.0 += u32::from(sequence.possible[i] >> best & 1 == 0);
        wrong.1 += 1;
        for t in 0..TAGS {
            expected[i][t] -= right[i][t];
        }
        // Skips items whose gradient vanishes.
        if expected[i].iter().any(|g| g.abs() > 1e-3) {
            for &f in &seen[from..ends[i]] {
                weights[f as usize].update(&expected[i], o);
            }
        }
        from = ends[i];
    }
    for (p, g) in transitions.iter_mut().zip(&moves) {
        p.update(g, o);
    }
}

/// Forward–backward: the marginal probability of each tag at each item. Adds the expected transitions, times `sign`, to
/// `moves` (the last row: the start). None where no sequence is possible.
fn marginals(potentials: &[Row], factors: &[Row], sign: f32, moves: &mut [Row]) -> Option<Vec<Row>> {
    let len = potentials.len();
    let mut forward = vec![[0f32; TAGS]; len];
    for i in 0..len {
        let mut row = [0f32; TAGS];
        if i == 0 {
            row = factors[TAGS];
        } else {
            for from in 0..TAGS {
                let a = forward[i - 1][from];
                if a > 0.0 {
                    for t in 0..TAGS {
                        row[t] += a * factors[from][t];
                    }
                }
            }
        }
        let mut sum = 0.0;
        for t in 0..TAGS {
            row[t] *= potentials[i][t];
            sum += row[t];
        }
        if sum.is_nan() || sum <= 0.0 {
            return None;
        }
        forward[i] = row.map(|x| x / sum);
    }
    let mut back = [1f32; TAGS];
    let mut result = vec![[0f32; TAGS]; len];
    for i in (0..len).rev() {
        let mut sum = 0.0;
        for t in 0..TAGS {
            result[i][t] = forward[i][t] * back[t];
            sum += result[i][t];
        }
        if sum.is_nan() || sum <= 0.0 {
            return None;
        }
        result[i].iter_mut().for_each(|x| *x /= sum);
        if i == 0 {
            for t in 0..TAGS {
                moves[TAGS][t] += sign * result[0][t];
            }
            break;
        }
        let ahead: Row = std::array::from_fn(|t| potentials[i][t] * back[t]);
        let mut before = [0f32; TAGS];
        let mut total = 0.0;
        for from in 0..TAGS {
            before[from] = (0..TAGS).map(|t| factors[from][t] * ahead[t]).sum();
            total += forward[i - 1][from] * before[from];
        }
        if total.is_nan() || total <= 0.0 {
            return None;
        }
        for from in 0..TAGS {
            let a = sign * forward[i - 1][from] / total;
            if a != 0.0 {
                for t in 0..TAGS {
                    moves[from][t] += a * factors[from][t] * ahead[t];
                }
            }
        }
        let top = before.iter().copied().fold(0f32, f32::max);
        back = before.map(|x| x / top);
    }
    Some(result)
}

/// The average of several models.
fn mean_of(runs: Vec<Weights>, tags: usize, o: &Options) -> Weights {
    let mean = |sum: i32| (f64::from(sum) / runs.len() as f64).round() as i32;
    let mut rows: BTreeMap<u32, [i32; TAGS]> = BTreeMap::new();
    let mut steps = [[0; TAGS]; TAGS + 1];
    for run in &runs {
        for (hash, row) in &run.rows {
            let sums = rows.entry(*hash).or_insert([0; TAGS]);
            sums.iter_mut().zip(row).for_each(|(sum, w)| *sum += i32::from(*w));
        }
        for (sums, row) in steps.iter_mut().zip(run.transitions.iter().chain([&run.start])) {
            sums.iter_mut().zip(row).for_each(|(sum, w)| *sum += i32::from(*w));
        }
    }
    let rows = rows.into_iter().filter_map(|(hash, sums)| {
        let row = sums.map(|sum| match mean(sum) as i8 {
            w if w.abs() < o.smallest => 0,
            w => w,
        });
        row.iter().any(|w| *w != 0).then_some((hash, row))
    });
    let line = |n: usize| steps[n].map(|sum| mean(sum) as i16);
    Weights {
        rows: rows.collect(),
        transitions: std::array::from_fn(line),
        start: line(TAGS),
        tags,
    }
}

fn pack(
    numbers: &HashMap<u32, u32>,
    weights: &[Parameters],
    transitions: &[Parameters],
    grammar: &Grammar,
    o: &Options,
) -> Weights {
    let quantise = |w: f32| (w * f32::from(SCALE)).round();
    let mut rows: Vec<(u32, [i8; TAGS])> = numbers
        .iter()
        .filter_map(|(&hash, &n)| {
            let row = weights[n as usize].weight.map(|w| {
                let q = quantise(w).clamp(-127.0, 127.0) as i8;
                if q.abs() < o.smallest { 0 } else { q }
            });
            row.iter().any(|w| *w != 0).then_some((hash, row))
        })
        .collect();
    rows.sort_unstable_by_key(|r| r.0);
    let line = |n: usize| -> [i16; TAGS] {
        std::array::from_fn(|t| {
            if grammar.allowed[n][t] > 0.0 {
                quantise(transitions[n].weight[t] * (1.0 - o.hidden as f32)) as i16
            } else {
                NEVER
            }
        })
    };
    Weights {
        rows,
        transitions: std::array::from_fn(line),
        start: line(TAGS),
        tags: grammar.tags,
    }
}
