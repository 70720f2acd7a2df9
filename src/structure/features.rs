//! What the line tagger looks at. Training and tagging both call [`of_page`], so that they cannot drift apart.
//!
//! Every line has qualities (its length, its ending, its signs, its markup …), and is seen with those of the two lines
//! above and below it. Each feature belongs to a [`Sign`], so that the model can say what weighed most.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Page;
use super::line::{End, Line, LineCase};
use crate::analysis::{Seen, Sign};
use crate::lexicon::names::LISTS;
use crate::sequence::hash::{feature, text as hash_of};
use crate::text::{Case, TokenKind};

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
    let lines: Vec<&Line> = page.tagged.iter().map(|&i| &page.lines[i]).collect();
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

/// One thing that can be said of a line, and that its neighbours see too.
struct Quality {
    sign: Sign,
    value: u64,
    /// Seen from two lines away.
    far: bool,
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

fn qualities(page: &Page, line: &Line, gap: u32, signs: &[Seen]) -> Vec<Quality> {
    let mut all = Vec::with_capacity(32);
    let mut add = |sign, template: u64, value: u64, far| {
        all.push(Quality {
            sign,
            value: template << 32 | value,
            far,
        });
    };
    let prose = u64::from(line.is_prose());
    let tokens = &page.text.tokens[page.text.tokens_in(line.span)];
    let end = line.end as u64;
    let case = line.case as u64;
    add(Sign::Length, 1, bucket(line.count), true);
    add(Sign::Length, 2, line.chars.max(1).ilog2().into(), false);
    add(Sign::Ending, 3, end * 4 + line.sentences.min(3) as u64, true);
    add(Sign::Ending, 4, prose, true);
    add(Sign::Capitals, 5, case * 16 + bucket(line.count), false);
    add(Sign::Capitals, 6, case, true);
    add(Sign::Opening, 7, opening(line.words), false);
    let gap = gap.min(2).into();
    add(Sign::Gap, 8, gap, true);
    add(Sign::Gap, 9, gap * 4 + u64::from(page.spaced) * 2 + prose, false);
    // Long lines are prose however they look inside.
    if line.chars < 300 {
        let words = tokens.iter().filter(|t| t.kind == TokenKind::Word);
        let count = words.clone().count();
        let capital = words.clone().filter(|t| t.case.is_capital()).count();
        let upper = words
            .clone()
            .filter(|t| t.case == Case::Upper && t.span.end - t.span.start > 1)
            .count();
        let short = words
            .clone()
            .filter(|t| t.case == Case::Lower && t.span.end - t.span.start <= 3)
            .count();
        let numbers = tokens.iter().filter(|t| t.kind == TokenKind::Number).count();
        add(Sign::Capitals, 10, share(capital, count), false);
        add(Sign::Capitals, 11, share(upper, count), false);
        add(Sign::Capitals, 12, share(short, count), false);
        add(Sign::Capitals, 13, share(numbers, tokens.len()), false);
        let marks = [":", "|", "@", "(", "/", "“", "\"", "»", ">", "#", "$", ","];
        for (n, mark) in marks.iter().enumerate() {
            if line.words.contains(mark) {
                add(Sign::Capitals, 14, n as u64, false);
            }
        }
    }
    if line.quoted {
        add(Sign::Opening, 15, 0, false);
    }
    let mut last = None;
    for seen in signs {
        if last != Some(seen.sign) {
            add(seen.sign, 16, seen.sign as u64, true);
        }
        last = Some(seen.sign);
    }
    if !line.key.is_empty() && line.count <= 4 {
        add(
            Sign::Words,
            17,
            hash_of(&digits_as_zero(&line.key)) >> 32,
            line.count <= 2,
        );
    }
    for value in super::markup::qualities(line) {
        add(Sign::Markup, 18, value, true);
    }
    add(Sign::Markup, 19, u64::from(page.has_markup), false);
    all
}

fn opening(words: &str) -> u64 {
    match words.chars().next() {
        Some(c) if c.is_uppercase() => 1,
        Some(c) if c.is_lowercase() => 2,
        Some(c) if c.is_ascii_digit() => 3,
        Some('“' | '"' | '‘' | '\'' | '«' | '„') => 4,
        Some('(' | '[') => 5,
        Some('-' | '–' | '—') => 6,
        Some('•' | '·' | '*' | '●' | '▪') => 7,
        Some('@' | '#') => 8,
        Some(c) if c.is_alphabetic() => 9,
        _ => 0,
    }
}

fn digits_as_zero(key: &str) -> String {
    key.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

/// How the page is laid out: where its running text lies.
struct Layout {
    prose: Vec<bool>,
    /// How many lines of prose stand above each line, and one more for the end.
    above: Vec<usize>,
    /// The first and the last line of the running text.
    first: usize,
    last: usize,
    /// How long the run of lines that are no prose is up to each line, and from each on.
    run_above: Vec<usize>,
    run_below: Vec<usize>,
}

impl Layout {
    fn of(lines: &[&Line]) -> Layout {
        let prose: Vec<bool> = lines.iter().map(|l| l.count >= 18 && l.is_prose()).collect();
        let mut above = vec![0];
        let mut run_above = Vec::with_capacity(lines.len());
        let mut run = 0;
        for &p in &prose {
            above.push(above.last().copied().unwrap_or(0) + usize::from(p));
            run = if p { 0 } else { run + 1 };
            run_above.push(run);
        }
        let mut run_below = vec![0; lines.len()];
        run = 0;
        for i in (0..lines.len()).rev() {
            run = if prose[i] { 0 } else { run + 1 };
            run_below[i] = run;
        }
        Layout {
            first: prose.iter().position(|&p| p).unwrap_or(lines.len()),
            last: prose.iter().rposition(|&p| p).unwrap_or(0),
            prose,
            above,
            run_above,
            run_below,
        }
    }

    fn between(&self, from: usize, to: usize) -> usize {
        self.above[to.min(self.prose.len())] - self.above[from.min(self.prose.len())]
    }

    /// Above, within or below the running text.
    fn region(&self, i: usize) -> u64 {
        match i {
            _ if self.first >= self.prose.len() => 3,
            _ if i < self.first => 0,
            _ if i > self.last => 2,
            _ => 1,
        }
    }
}

/// What a line says in words, for the model to know it again.
fn own_words(page: &Page, line: &Line, layout: &Layout, i: usize, features: &mut LineFeatures) {
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

fn place(layout: &Layout, i: usize, features: &mut LineFeatures) {
    let n = layout.prose.len();
    let region = layout.region(i);
    let mut add = |template, a: u64, b: u64| features.add(Sign::Place, template, a, b);
    add(30, region, 0);
    let distance = |to: usize| if i < to { coarse(to - i) } else { 16 + coarse(i - to) };
    add(31, distance(layout.first), u64::from(layout.first >= n));
    add(32, distance(layout.last), u64::from(layout.first >= n));
    add(33, coarse(i), 0);
    add(34, coarse(n - 1 - i), 0);
    add(35, coarse(layout.above[i]), u64::from(layout.prose[i]));
    add(36, coarse(layout.between(i + 1, n)), u64::from(layout.prose[i]));
    let near_above = layout.between(i.saturating_sub(4), i) as u64;
    let near_below = layout.between(i + 1, i + 5) as u64;
    add(37, near_above, near_below);
    add(38, coarse(layout.run_above[i]), coarse(layout.run_below[i]));
    add(39, region * 16 + near_above, near_below);
}

/// Which words and names the running text holds.
struct Known {
    /// For each line: how many of its longer words the first paragraphs have, how many the whole text has, and how many
    /// there are.
    of: Vec<(usize, usize, usize)>,
    /// The line above the running text that has most words in common with its first paragraphs.
    best: Option<usize>,
}

impl Known {
    fn of(page: &Page, lines: &[&Line], layout: &Layout) -> Known {
        let long = |line: &Line| {
            page.text.tokens_in(line.span).filter(|&t| {
                let token = &page.text.tokens[t];
                token.kind == TokenKind::Word && (token.span.end - token.span.start > 3 || token.case == Case::Upper)
            })
        };
        let mut words: FxHashMap<u32, u32> = FxHashMap::default();
        let mut first: FxHashSet<u32> = FxHashSet::default();
        for (n, i) in (0..lines.len()).filter(|&i| layout.prose[i]).enumerate() {
            for t in long(lines[i]) {
                let form = page.text.tokens[t].form;
                *words.entry(form).or_default() += 1;
                if n < 4 {
                    first.insert(form);
                }
            }
        }
        let of: Vec<(usize, usize, usize)> = lines
            .iter()
            .enumerate()
            .map(|(i, line)| {
                if line.chars > 300 {
                    return (0, 0, 0);
                }
                // A paragraph does not count its own words.
                let own = u32::from(layout.prose[i]);
                let (mut early, mut all, mut count) = (0, 0, 0);
                for t in long(line) {
                    let form = page.text.tokens[t].form;
                    count += 1;
                    early += usize::from(own == 0 && first.contains(&form));
                    all += usize::from(words.get(&form).is_some_and(|&n| n > own));
                }
                (early, all, count)
            })
            .collect();
        let best = (0..layout.first.min(lines.len()))
            .filter(|&i| of[i].0 > 1)
            .max_by_key(|&i| (of[i].0 * 4 + of[i].1, usize::MAX - i));
        Known { of, best }
    }
}

fn shared(known: &Known, i: usize, layout: &Layout, features: &mut LineFeatures) {
    let (early, all, count) = known.of[i];
    let region = layout.region(i);
    if count > 0 {
        features.add(Sign::SharedWords, 40, share(early, count), coarse(count) * 4 + region);
        features.add(Sign::SharedWords, 41, share(all, count), coarse(count) * 4 + region);
        features.add(Sign::SharedWords, 42, coarse(early), region);
    }
    if known.best == Some(i) {
        features.add(Sign::SharedWords, 43, region, 0);
    } else if let Some(best) = known.best {
        features.add(Sign::SharedWords, 44, region, u64::from(i < best));
    }
}

/// Several things at once: what a line is shows in many weak signs together.
fn together(
    page: &Page,
    lines: &[&Line],
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
fn look(line: &Line, prose: bool) -> u64 {
    let size = match line.count {
        0..=3 => 0,
        4..=8 => 1,
        9..=17 => 2,
        _ => 3u64,
    };
    (size * 5 + line.end as u64) * 2 + u64::from(prose)
}

/// Lines that look and are marked up alike are often of one kind: how many there are, and where they stand.
struct Peers {
    /// For each line, which group it belongs to.
    group: Vec<u32>,
    /// For each group: how many lines, how many of them stand above prose, below prose, and within the running text.
    counts: Vec<[usize; 4]>,
}

impl Peers {
    fn of(lines: &[&Line], looks: &[u64], layout: &Layout) -> Peers {
        let mut numbers: FxHashMap<u64, u32> = FxHashMap::default();
        let mut counts: Vec<[usize; 4]> = Vec::new();
        let group = (0..lines.len()).map(|i| {
            let signature = looks[i] * 64 + lines[i].case as u64 * 16 + super::markup::signature(lines[i]) * 4096;
            let group = *numbers.entry(signature).or_insert(counts.len() as u32);
            if group as usize == counts.len() {
                counts.push([0; 4]);
            }
            let count = &mut counts[group as usize];
            count[0] += 1;
            count[1] += usize::from(layout.prose.get(i + 1) == Some(&true));
            count[2] += usize::from(i > 0 && layout.prose[i - 1]);
            count[3] += usize::from(layout.region(i) == 1);
            group
        });
        Peers {
            group: group.collect(),
            counts,
        }
    }
}

/// What repeats: lines that look like those one, two and three lines away, and like others all over the page.
fn pattern(looks: &[u64], peers: &Peers, i: usize, layout: &Layout, features: &mut LineFeatures) {
    let same = |offset: isize| {
        i.checked_add_signed(offset)
            .and_then(|j| peers.group.get(j))
            .is_some_and(|g| *g == peers.group[i])
    };
    let bits = [-1, 1, -2, 2, -3, 3]
        .iter()
        .fold(0, |bits, &offset| bits * 2 + u64::from(same(offset)));
    let region = layout.region(i);
    features.add(Sign::Alike, 70, bits, looks[i]);
    features.add(Sign::Alike, 71, bits, region);
    let [count, above, below, within] = peers.counts[peers.group[i] as usize];
    if count > 1 {
        let shares = (share(above, count) * 6 + share(below, count)) * 6 + share(within, count);
        features.add(Sign::Alike, 72, coarse(count), shares);
        features.add(Sign::Alike, 73, looks[i], shares);
        features.add(Sign::Alike, 74, region, shares);
    }
}

/// The last line above each that may head a list (“Related”, “Topics”), if no running text stands between, and how many
/// lines stand between.
fn headings(page: &Page, layout: &Layout, signs: &[Vec<Seen>]) -> Vec<Option<(Sign, usize)>> {
    let mut last: Option<(Sign, usize)> = None;
    let mut all = Vec::with_capacity(page.tagged.len());
    for (i, &line) in page.tagged.iter().enumerate() {
        all.push(last.map(|(sign, at)| (sign, i - at)));
        if layout.prose[i] {
            last = None;
        }
        let heads = |s: &Sign| {
            matches!(
                s,
                Sign::LinkHeading
                    | Sign::OpensAsLink
                    | Sign::TopicsPhrase
                    | Sign::KnownPhrase
                    | Sign::HoldsPhrase
                    | Sign::SaysBy
                    | Sign::OnlyTime
                    | Sign::AuthorPhrase
                    | Sign::WordToReaders
                    | Sign::Copyright
                    | Sign::CreditPhrase
                    | Sign::PostSignature
            )
        };
        if let Some(sign) = signs[line].iter().map(|s| s.sign).find(heads) {
            last = Some((sign, i));
        }
    }
    all
}

/// What stands where above the running text: titles, and the lines that say who wrote it and when.
struct Head {
    /// For each line, how many lines that may be a title stand above it.
    titles: Vec<usize>,
    /// The longest of them above the running text.
    longest: Option<usize>,
    /// For each line, the next sign of an article below and the last one above, and how far away they are.
    below: Vec<Option<(Sign, usize)>>,
    above: Vec<Option<(Sign, usize)>>,
}

impl Head {
    fn of(page: &Page, lines: &[&Line], layout: &Layout, signs: &[Vec<Seen>]) -> Head {
        let told = |i: usize| {
            let told = |s: &Sign| {
                matches!(
                    s,
                    Sign::SaysBy
                        | Sign::NamesAlone
                        | Sign::OnlyTime
                        | Sign::TimeAgo
                        | Sign::PlaceAlone
                        | Sign::OpensWithPlace
                )
            };
            signs[page.tagged[i]].iter().map(|s| s.sign).find(told)
        };
        let nearest = |order: &mut dyn Iterator<Item = usize>| {
            let mut last: Option<(Sign, usize)> = None;
            let mut all = vec![None; lines.len()];
            for i in order {
                all[i] = last.map(|(sign, at)| (sign, i.abs_diff(at)));
                if let Some(sign) = told(i) {
                    last = Some((sign, i));
                }
            }
            all
        };
        let title = |i: usize| lines[i].is_title() && lines[i].item.is_none() && told(i).is_none();
        let mut count = 0;
        let titles = (0..lines.len()).map(|i| {
            count += usize::from(title(i));
            count - usize::from(title(i))
        });
        Head {
            titles: titles.collect(),
            longest: (0..layout.first.min(lines.len()))
                .filter(|&i| title(i))
                .max_by_key(|&i| (lines[i].chars, usize::MAX - i)),
            below: nearest(&mut (0..lines.len()).rev()),
            above: nearest(&mut (0..lines.len())),
        }
    }
}

fn in_head(head: &Head, i: usize, layout: &Layout, look: u64, features: &mut LineFeatures) {
    let region = layout.region(i);
    features.add(Sign::Place, 90, coarse(head.titles[i]), look);
    features.add(Sign::Place, 91, coarse(head.titles[i]), region);
    if head.longest == Some(i) {
        features.add(Sign::Length, 92, coarse(head.titles[i]), 0);
    }
    let near = |found: Option<(Sign, usize)>| {
        found
            .filter(|f| f.1 < 9)
            .map_or(99, |(sign, n)| sign as u64 * 16 + n as u64)
    };
    let (above, below) = (near(head.above[i]), near(head.below[i]));
    features.add(Sign::Below, 93, below, look);
    features.add(Sign::Above, 94, above, look);
    features.add(Sign::Above, 95, above * 1024 + below, region);
}
