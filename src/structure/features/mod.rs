//! What the line tagger looks at. Training and tagging both call [`of_page`], so that they cannot drift apart.
//!
//! Every line has qualities (its length, its ending, its signs, its markup …), and is seen with those of the two lines
//! above and below it. Each feature belongs to a [`Sign`], so that the model can say what weighed most.

mod alike;
mod head;
mod layout;
mod qualities;
mod shared_words;

use alike::{Peers, pattern};
use head::{Head, headings, in_head};
use layout::{Layout, place};
use qualities::{Quality, digits_as_zero, qualities};
use shared_words::{Known, shared};

use super::Page;
use super::line::{End, LineCase, LineFacts};
use crate::analysis::{Seen, Sign};
use crate::lexicon::names::LISTS;
use crate::sequence::hash::{feature, text as hash_of};
use crate::text::TokenKind;

/// The features of one line.
#[derive(Clone, Debug, Default)]
pub struct LineFeatures {
    pub hashes: Vec<u32>,
    /// What each of them belongs to. As long as `hashes`.
    pub signs: Vec<Sign>,
}

impl LineFeatures {
    fn add(&mut self, sign: Sign, template: u32, a: u64, b: u64) {
        self.hashes.push(feature(template, a, b));
        self.signs.push(sign);
    }
}

/// The lines around a line whose qualities it is seen with, the line itself first.
const WINDOW: [isize; 5] = [0, -1, 1, -2, 2];

/// The features of each of `page.tagged`, in that order. `signs` are those of all lines of the page.
pub(super) fn of_page(page: &Page, signs: &[Vec<Seen>]) -> Vec<LineFeatures> {
    let lines: Vec<&LineFacts> = page.tagged.iter().map(|&i| &page.lines[i]).collect();
    let qualities: Vec<Vec<Quality>> = page
        .tagged
        .iter()
        .zip(&lines)
        .map(|(&i, line)| qualities(page, line, page.gaps[i], &signs[i]))
        .collect();
    let layout = Layout::of(&lines);
    let known = Known::of(page, &lines, &layout);
    let looks: Vec<u64> = (0..lines.len()).map(|i| look(lines[i], layout.prose[i])).collect();
    let peers = Peers::of(&lines, &looks, &layout);
    let headings = headings(page, &layout, signs);
    let head = Head::of(page, &lines, &layout, signs);
    (0..lines.len())
        .map(|i| {
            let mut features = LineFeatures::default();
            for (place, &offset) in WINDOW.iter().enumerate() {
                let Some(j) = i.checked_add_signed(offset).filter(|&j| j < lines.len()) else {
                    features.add(beside(offset, Sign::Place), place as u32, 0, 0);
                    continue;
                };
                for quality in &qualities[j] {
                    if quality.far || offset.abs() < 2 {
                        features.add(beside(offset, quality.sign), place as u32, quality.value, 1);
                    }
                }
            }
            own_words(page, lines[i], &layout, i, &mut features);
            place(&layout, i, &mut features);
            shared(&known, i, &layout, &mut features);
            together(page, &lines, &layout, &qualities, i, &mut features);
            pattern(&looks, &peers, i, &layout, &mut features);
            in_head(&head, i, &layout, looks[i], &mut features);
            if let Some((sign, distance)) = headings[i] {
                features.add(Sign::Above, 75, sign as u64, coarse(distance));
                features.add(Sign::Above, 76, sign as u64, looks[i]);
                features.add(
                    Sign::Above,
                    77,
                    sign as u64,
                    qualities[i].first().map_or(0, |q| q.value),
                );
            }
            features
        })
        .collect()
}

/// What a quality of the line at `offset` speaks as.
fn beside(offset: isize, sign: Sign) -> Sign {
    match offset {
        0 => sign,
        ..0 => Sign::Above,
        _ => Sign::Below,
    }
}

fn bucket(n: usize) -> u64 {
    match n {
        0..=5 => n as u64,
        6..=8 => 6,
        9..=12 => 7,
        13..=17 => 8,
        18..=25 => 9,
        26..=40 => 10,
        41..=70 => 11,
        _ => 12,
    }
}

/// Few classes: for places on the page, counts and runs.
fn coarse(n: usize) -> u64 {
    match n {
        0..=3 => n as u64,
        4..=6 => 4,
        7..=12 => 5,
        13..=25 => 6,
        26..=60 => 7,
        _ => 8,
    }
}

fn share(part: usize, whole: usize) -> u64 {
    (part * 5).checked_div(whole).map_or(9, |fifths| fifths.min(5) as u64)
}

/// What a line says in words, for the model to know it again.
fn own_words(page: &Page, line: &LineFacts, layout: &Layout, i: usize, features: &mut LineFeatures) {
    let tokens = page.text.tokens_in(line.span);
    let form = |t: usize| hash_of(page.text.form(t));
    let region = layout.region(i);
    let words = || {
        tokens
            .clone()
            .filter(|&t| !matches!(page.text.tokens[t].kind, TokenKind::Punctuation | TokenKind::Mark))
    };
    if line.count <= 14 && line.chars < 140 {
        let class = u64::from(line.count > 4);
        let mut before = 0;
        for t in words().take(16) {
            let here = if page.text.tokens[t].kind == TokenKind::Number {
                0
            } else {
                form(t)
            };
            features.add(Sign::Words, 20, here, class);
            if line.count <= 8 {
                features.add(Sign::Words, 21, before, here);
            }
            before = here;
        }
        if !line.key.is_empty() && line.count <= 8 {
            let key = hash_of(&digits_as_zero(&line.key));
            features.add(Sign::Words, 22, key, 0);
            features.add(Sign::Words, 23, key, region);
        }
    }
    let vocabulary = crate::language::Tagger::built_in().vocabulary;
    let entry = |t: usize| vocabulary.get(form(t));
    if line.count <= 14 && line.chars < 140 {
        let (mut count, mut people, mut places, mut listed, mut unknown) = (0, 0, 0, 0, 0);
        for t in words().take(16) {
            let known = entry(t);
            features.add(Sign::Words, 80, known.cluster.into(), u64::from(line.count > 4));
            count += 1;
            unknown += usize::from(known.cluster == 0);
            if page.text.tokens[t].case.is_capital() {
                let lists = known.lists & !(1 << 31);
                let has = |names: &[&str]| {
                    LISTS
                        .iter()
                        .enumerate()
                        .any(|(n, l)| names.contains(l) && lists >> n & 1 == 1)
                };
                people += usize::from(has(&["given_names", "surnames"]));
                places += usize::from(has(&["cities", "towns", "countries", "regions"]));
                listed += usize::from(lists != 0);
            }
        }
        features.add(
            Sign::Words,
            81,
            share(people, count) * 8 + share(places, count),
            share(listed, count),
        );
        features.add(Sign::Words, 82, share(unknown, count), coarse(count));
    }
    let mut first = words();
    let (one, two, three) = (first.next(), first.next(), first.next());
    if let Some(one) = one {
        let one = form(one);
        let two = two.map_or(0, form);
        features.add(Sign::Opening, 24, one, 0);
        features.add(Sign::Opening, 25, one, two);
        features.add(Sign::Opening, 26, one ^ two.rotate_left(9), three.map_or(0, form));
        features.add(Sign::Opening, 27, one, bucket(line.count));
    }
    for (t, template) in words().take(3).zip(83..) {
        features.add(Sign::Opening, template, entry(t).cluster.into(), 0);
    }
    if let Some(last) = words().next_back() {
        features.add(Sign::Words, 86, entry(last).cluster.into(), u64::from(line.count > 14));
        features.add(Sign::Words, 28, form(last), u64::from(line.count > 14));
    }
}

/// Several things at once: what a line is shows in many weak signs together.
fn together(
    page: &Page,
    lines: &[&LineFacts],
    layout: &Layout,
    qualities: &[Vec<Quality>],
    i: usize,
    features: &mut LineFeatures,
) {
    let line = lines[i];
    let region = layout.region(i);
    let (end, case) = (line.end as u64, line.case as u64);
    let length = bucket(line.count);
    let gap_above = u64::from(page.gaps[page.tagged[i]].min(2));
    let gap_below = page.tagged.get(i + 1).map_or(3, |&j| u64::from(page.gaps[j].min(2)));
    let near_above = (layout.between(i.saturating_sub(4), i) as u64).min(2);
    let near_below = (layout.between(i + 1, i + 5) as u64).min(2);
    let markup = u64::from(page.has_markup);
    let looks = |j: isize| {
        let j = i.checked_add_signed(j).and_then(|j| lines.get(j).map(|l| (j, l)));
        j.map_or(99, |(j, l)| look(l, layout.prose[j]))
    };
    let (before, here, after) = (looks(-1), looks(0), looks(1));
    features.add(Sign::Length, 50, length * 8 + end, region * 4 + case);
    features.add(Sign::Length, 51, length * 16 + near_above * 4 + near_below, case);
    features.add(Sign::Above, 52, before * 128 + here, region);
    features.add(Sign::Below, 53, here * 128 + after, region);
    features.add(Sign::Below, 54, (before * 128 + here) * 128 + after, 0);
    features.add(
        Sign::Gap,
        55,
        gap_above * 4 + gap_below,
        length * 16 + u64::from(page.spaced) * 8 + markup * 4 + region,
    );
    features.add(
        Sign::Gap,
        56,
        gap_above * 4 + gap_below,
        here * 2 + u64::from(page.spaced),
    );
    for quality in &qualities[i] {
        let value = quality.value;
        let is_sign = matches!(value >> 32, 16..=18);
        if is_sign {
            features.add(quality.sign, 57, value, region);
            features.add(quality.sign, 58, value, length * 8 + end);
            features.add(quality.sign, 59, value, near_above * 4 + near_below);
        }
    }
    let signs_of = |j: isize| {
        i.checked_add_signed(j)
            .and_then(|j| qualities.get(j))
            .into_iter()
            .flatten()
            .filter(|q| q.value >> 32 == 16)
    };
    for (offset, sign, template) in [(-1, Sign::Above, 60), (1, Sign::Below, 61)] {
        for quality in signs_of(offset) {
            features.add(sign, template, quality.value, here);
        }
    }
    if line.end == End::None && line.case == LineCase::Title {
        features.add(Sign::Capitals, 62, length, region);
    }
}

/// How a line looks from afar: below 64.
fn look(line: &LineFacts, prose: bool) -> u64 {
    let size = match line.count {
        0..=3 => 0,
        4..=8 => 1,
        9..=17 => 2,
        _ => 3u64,
    };
    (size * 5 + line.end as u64) * 2 + u64::from(prose)
}
