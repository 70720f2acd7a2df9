//! How likely each tag of each item is, all sequences of tags considered: the forward-backward algorithm.

use super::model::{Model, SCALE, Scores, TAGS};

/// The probability of each tag at each item, for a run of items with these scores. `heat` divides the scores: above 1 it
/// makes a model that is too sure of itself less sure. Each row adds up to 1.
pub fn marginals(model: &Model, scores: &[Scores], heat: f32) -> Vec<[f32; TAGS]> {
    let tags = model.tags().min(TAGS);
    let scale = 1.0 / (f32::from(SCALE) * heat);
    let factor = |score: i32| exp(score as f32 * scale);
    let mut steps = [[0f32; TAGS]; TAGS];
    for (from, row) in steps.iter_mut().enumerate().take(tags) {
        for (to, step) in row.iter_mut().enumerate().take(tags) {
            *step = factor(model.step(Some(from as u8), to as u8));
        }
    }
    let potentials: Vec<[f32; TAGS]> = scores
        .iter()
        .map(|item| {
            let top = item[..tags].iter().copied().max().unwrap_or(0);
            let mut row = [0f32; TAGS];
            for (to, from) in row.iter_mut().zip(&item[..tags]) {
                *to = factor(i32::from(*from) - i32::from(top));
            }
            row
        })
        .collect();
    let mut result: Vec<[f32; TAGS]> = Vec::with_capacity(scores.len());
    for (i, potential) in potentials.iter().enumerate() {
        let mut row = [0f32; TAGS];
        match i.checked_sub(1).map(|b| result[b]) {
            None => (0..tags).for_each(|to| row[to] = factor(model.step(None, to as u8))),
            Some(before) => {
                for from in 0..tags {
                    for to in 0..tags {
                        row[to] += before[from] * steps[from][to];
                    }
                }
            }
        }
        row.iter_mut().zip(potential).for_each(|(r, p)| *r *= p);
        normalise(&mut row, tags);
        result.push(row);
    }
    let mut back = [1f32; TAGS];
    for i in (0..result.len()).rev() {
        result[i].iter_mut().zip(&back).for_each(|(r, b)| *r *= b);
        normalise(&mut result[i], tags);
        let ahead: [f32; TAGS] = std::array::from_fn(|to| potentials[i][to] * back[to]);
        for from in 0..tags {
            back[from] = (0..tags).map(|to| steps[from][to] * ahead[to]).sum();
        }
        normalise(&mut back, tags);
    }
    result
}

/// Makes the row add up to 1; where nothing is possible, everything is.
fn normalise(row: &mut [f32; TAGS], tags: usize) {
    let sum: f32 = row[..tags].iter().sum();
    if sum > 0.0 && sum.is_finite() {
        row.iter_mut().for_each(|x| *x /= sum);
    } else {
        row[..tags].iter_mut().for_each(|x| *x = 1.0 / tags.max(1) as f32);
    }
}

/// The exponential function: our own, so that it is the same on every machine.
pub fn exp(x: f32) -> f32 {
    let x = x.clamp(-80.0, 80.0) * std::f32::consts::LOG2_E;
    let whole = x.floor();
    let f = x - whole;
    let p = 1.0
        + f * (std::f32::consts::LN_2 + f * (0.240_226_5 + f * (0.055_504_1 + f * (0.009_618_1 + f * 0.001_333_6))));
    p * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}
