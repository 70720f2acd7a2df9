//! Clusters of words that are used alike, from public word vectors (k-means on the sphere).

use std::collections::{BTreeMap, HashMap};
use std::io::{BufRead, BufReader};
use std::path::Path;

use super::random::Random;

const WIDTH: usize = 300;
const CLUSTERS: usize = 1000;
const ROUNDS: usize = 8;
/// How many words are written with their cluster.
const WORDS: usize = 50_000;

/// The cluster, from 1, of each frequent word, lower-cased.
pub fn learn(dir: &Path) -> std::io::Result<BTreeMap<String, u16>> {
    let vectors = read_vectors(&std::fs::read(dir.join("vectors.f16"))?);
    let cluster_of = k_means(&vectors);
    let mut words: BTreeMap<String, Variants> = BTreeMap::new();
    let file = flate2::read::GzDecoder::new(std::fs::File::open(dir.join("words.tsv.gz"))?);
    let mut uses: HashMap<String, u32> = HashMap::new();
    for line in BufReader::new(file).lines() {
        let line = line?;
        let Some((word, row)) = line.split_once('\t') else {
            continue;
        };
        for piece in word.split(|c: char| !c.is_alphabetic()).filter(|p| !p.is_empty()) {
            *uses.entry(piece.to_lowercase()).or_default() += 1;
        }
        let Ok(row) = row.parse::<usize>() else { continue };
        if !word.chars().all(char::is_alphabetic) {
            continue;
        }
        let lower = word.to_lowercase();
        let title = word.chars().next().is_some_and(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
        let variants = words.entry(lower.clone()).or_default();
        let place = if word == lower {
            &mut variants.lower
        } else if title {
            &mut variants.title
        } else if word.chars().all(char::is_uppercase) {
            &mut variants.upper
        } else {
            continue;
        };
        *place = Some(row);
    }
    // The file has no frequencies; a word that it has in all three cases and in the most compounds is a frequent one.
    let mut known: Vec<(u32, String, u16)> = words
        .into_iter()
        .filter(|(_, v)| v.lower.is_some() && v.title.is_some() && v.upper.is_some())
        .filter_map(|(word, v)| Some((uses[&word], word, cluster_of[v.title.or(v.lower)?] + 1)))
        .collect();
    known.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    eprintln!(
        "  {} words, the last used {} times",
        known.len(),
        known.get(WORDS).map_or(0, |k| k.0)
    );
    known.truncate(WORDS);
    Ok(known.into_iter().map(|(_, word, cluster)| (word, cluster)).collect())
}

#[derive(Default)]
struct Variants {
    lower: Option<usize>,
    title: Option<usize>,
    upper: Option<usize>,
}

/// Rows of unit length.
fn read_vectors(bytes: &[u8]) -> Vec<[f32; WIDTH]> {
    bytes
        .chunks_exact(WIDTH * 2)
        .map(|row| {
            let mut v = [0f32; WIDTH];
            for (x, half) in v.iter_mut().zip(row.chunks_exact(2)) {
                *x = from_half(u16::from_le_bytes([half[0], half[1]]));
            }
            normalise(&mut v);
            v
        })
        .collect()
}

fn from_half(half: u16) -> f32 {
    let (sign, exponent, fraction) = (half >> 15, (half >> 10) & 31, half & 1023);
    let size = match exponent {
        0 => f32::from(fraction) / 1024.0 / 16384.0,
        31 => 0.0,
        e => (1.0 + f32::from(fraction) / 1024.0) * f32::from_bits((u32::from(e) + 112) << 23),
    };
    if sign == 1 { -size } else { size }
}

fn normalise(v: &mut [f32; WIDTH]) {
    let length = dot(v, v).sqrt();
    if length > 0.0 {
        v.iter_mut().for_each(|x| *x /= length);
    }
}

fn dot(a: &[f32; WIDTH], b: &[f32; WIDTH]) -> f32 {
    let mut sums = [0f32; 20];
    for (x, y) in a.chunks_exact(20).zip(b.chunks_exact(20)) {
        for ((s, x), y) in sums.iter_mut().zip(x).zip(y) {
            *s += x * y;
        }
    }
    sums.iter().sum()
}

/// The cluster of each row.
fn k_means(rows: &[[f32; WIDTH]]) -> Vec<u16> {
    let mut random = Random(11);
    let mut order: Vec<usize> = (0..rows.len()).collect();
    random.shuffle(&mut order);
    let mut centres: Vec<[f32; WIDTH]> = order[..CLUSTERS].iter().map(|&r| rows[r]).collect();
    let mut best = vec![0u16; rows.len()];
    for _ in 0..ROUNDS {
        let half = rows.len() / 2;
        let (low, high) = best.split_at_mut(half);
        std::thread::scope(|scope| {
            scope.spawn(|| nearest(&rows[..half], &centres, low));
            nearest(&rows[half..], &centres, high);
        });
        let mut sums = vec![[0f32; WIDTH]; CLUSTERS];
        for (row, &c) in rows.iter().zip(&best) {
            for (s, x) in sums[c as usize].iter_mut().zip(row) {
                *s += x;
            }
        }
        for (centre, mut sum) in centres.iter_mut().zip(sums) {
            if sum.iter().any(|x| *x != 0.0) {
                normalise(&mut sum);
                *centre = sum;
            }
        }
    }
    best
}

fn nearest(rows: &[[f32; WIDTH]], centres: &[[f32; WIDTH]], best: &mut [u16]) {
    for (row, best) in rows.iter().zip(best) {
        let mut top = f32::NEG_INFINITY;
        for (c, centre) in centres.iter().enumerate() {
            let near = dot(row, centre);
            if near > top {
                (top, *best) = (near, c as u16);
            }
        }
    }
}
