//! The line tagger: a linear model over the features of the lines and over what follows what.
//!
//! Its labels are the kinds of blocks; what stands around the article has labels of its own by where it stands, so that
//! the model remembers that the article has ended. See `models/README.md` for what it was learned from.

use std::sync::LazyLock;

use super::Page;
use super::features::LineFeatures;
use crate::analysis::{BlockKind, Confidence, Seen, Sign, Span};
use crate::sequence::{Model, Scores, TAGS, marginals};
use crate::weights::LINES;

/// A label of the model: a kind, and for apparatus where it stands.
pub type Label = u8;

/// The kinds in the order of their labels. The last three labels are apparatus by its place.
const KINDS: [BlockKind; 24] = [
    BlockKind::Paragraph,
    BlockKind::Headline,
    BlockKind::Standfirst,
    BlockKind::Byline,
    BlockKind::Timestamp,
    BlockKind::Dateline,
    BlockKind::Crosshead,
    BlockKind::ListItem,
    BlockKind::KeyPoint,
    BlockKind::Caption,
    BlockKind::Credit,
    BlockKind::PullQuote,
    BlockKind::Related,
    BlockKind::Furniture,
    BlockKind::AuthorNote,
    BlockKind::Note,
    BlockKind::Copyright,
    BlockKind::Tags,
    BlockKind::Embed,
    BlockKind::Other,
    BlockKind::Kicker,
    BlockKind::Furniture,
    BlockKind::Furniture,
    BlockKind::Related,
];

pub const LABELS: usize = KINDS.len();
const _: () = assert!(LABELS <= TAGS);

const FURNITURE_ABOVE: Label = 21;
const FURNITURE_BELOW: Label = 22;
const RELATED_BELOW: Label = 23;

/// Where a line stands to the article that it comes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Above,
    Within,
    Below,
}

/// The label of a line of this kind that stands above the headline, within the article, or below its last line.
pub fn label(kind: BlockKind, side: Side) -> Label {
    match (kind, side) {
        (BlockKind::Furniture, Side::Above) => FURNITURE_ABOVE,
        (BlockKind::Furniture, Side::Below) => FURNITURE_BELOW,
        (BlockKind::Related, Side::Below) => RELATED_BELOW,
        _ => KINDS.iter().position(|&k| k == kind).unwrap_or(0) as Label,
    }
}

/// The kind that a label means.
pub fn label_kind(label: Label) -> BlockKind {
    KINDS[usize::from(label).min(LABELS - 1)]
}

static LINES_READ: LazyLock<Model> = LazyLock::new(|| Model::read(LINES));

pub(super) fn built_in() -> &'static Model {
    &LINES_READ
}

/// Unpacks the built-in weights, for a page that does so before they are needed.
pub fn unpack() {
    LazyLock::force(&LINES_READ);
}

/// What is said of one line: its kind, how sure that is, and why.
#[derive(Clone, Debug)]
pub(super) struct Tagged {
    pub kind: BlockKind,
    /// The probability of each kind, at the place of its first label.
    chances: [f32; LABELS],
    /// What weighed most for the kind and against the next likely one, heaviest first; never empty.
    pub signs: Vec<Seen>,
}

impl Tagged {
    /// How likely the line is of this kind, 0 to 1.
    pub fn chance(&self, kind: BlockKind) -> f32 {
        self.chances[usize::from(label(kind, Side::Within))]
    }

    /// The next likely kind, where there is one worth telling.
    pub fn runner_up(&self) -> Option<BlockKind> {
        let (kind, chance) = best(&self.chances, |k| k != self.kind);
        (chance >= WORTH_TELLING).then_some(kind)
    }

    pub fn confidence(&self) -> Confidence {
        match self.chance(self.kind) {
            c if c >= CERTAIN => Confidence::Certain,
            c if c >= LIKELY => Confidence::Likely,
            _ => Confidence::Weak,
        }
    }

    /// Gives the line another kind for a reason that the model does not know.
    pub fn relabel(&mut self, kind: BlockKind, sign: Sign, span: Span) {
        if self.kind != kind {
            self.kind = kind;
            self.signs = vec![Seen { sign, span }];
        }
    }

    /// The kind is none that the line may have: the next likely one.
    pub fn take_runner_up(&mut self) {
        let kind = self.kind;
        self.kind = best(&self.chances, |k| k != kind).0;
    }

    /// Told by the words alone.
    fn by_words(kind: BlockKind, sign: Sign, span: Span) -> Tagged {
        let mut chances = [0.0; LABELS];
        chances[usize::from(label(kind, Side::Within))] = 1.0;
        Tagged {
            kind,
            chances,
            signs: vec![Seen { sign, span }],
        }
    }
}

/// A kind less likely than this is not worth telling as the runner-up.
const WORTH_TELLING: f32 = 0.02;
/// From which probability a kind is certain or likely, by folds over outlets (`cargo xtask train`).
const CERTAIN: f32 = 0.95;
const LIKELY: f32 = 0.6;
/// What it costs to fold away a line of the article, against one for keeping a line too many.
const LOST: f32 = 1.15;

/// What each line of the page is.
pub(super) fn tag(page: &Page, signs: &[Vec<Seen>], features: &[LineFeatures], model: &Model) -> Vec<Tagged> {
    let scores: Vec<Scores> = features
        .iter()
        .map(|line| {
            let mut scores = [0; TAGS];
            model.add(&line.hashes, &mut scores);
            scores
        })
        .collect();
    let chances = marginals(model, &scores, 1.0);
    let mut tagged = page.tagged.iter().zip(features).zip(&chances);
    let mut next = page.tagged.iter().peekable();
    (0..page.lines.len())
        .map(|i| {
            let line = &page.lines[i];
            if next.next_if(|&&t| t == i).is_none() {
                return match signs[i]
                    .iter()
                    .find(|s| matches!(s.sign, Sign::EndMark | Sign::NoWords))
                {
                    Some(seen) if seen.sign == Sign::EndMark => Tagged::by_words(BlockKind::Note, seen.sign, seen.span),
                    Some(seen) => Tagged::by_words(BlockKind::Other, seen.sign, seen.span),
                    None => Tagged::by_words(BlockKind::Furniture, Sign::KnownPhrase, line.span),
                };
            }
            let Some(((_, features), labels)) = tagged.next() else {
                return Tagged::by_words(BlockKind::Paragraph, Sign::Length, line.span);
            };
            let mut chances = [0.0; LABELS];
            for (label, chance) in labels.iter().enumerate().take(LABELS) {
                chances[usize::from(self::label(KINDS[label], Side::Within))] += chance;
            }
            let kind = cheapest(&chances);
            let mut tagged = Tagged {
                kind,
                chances,
                signs: Vec::new(),
            };
            let against = best(&tagged.chances, |k| k != kind).0;
            tagged.signs = explain(page, i, &signs[i], features, model, (kind, against), labels);
            tagged
        })
        .collect()
}

/// The likeliest kind of those wanted, and its probability.
fn best(chances: &[f32; LABELS], wanted: impl Fn(BlockKind) -> bool) -> (BlockKind, f32) {
    let mut found = (BlockKind::Paragraph, -1.0);
    for (label, &chance) in chances.iter().enumerate() {
        if chance > found.1 && wanted(KINDS[label]) {
            found = (KINDS[label], chance);
        }
    }
    found
}

/// The kind that is wrong at the least expected cost: in doubt a line is the article's, and not folded away.
fn cheapest(chances: &[f32; LABELS]) -> BlockKind {
    let article: f32 = KINDS
        .iter()
        .zip(chances)
        .filter(|(k, _)| !is_apparatus(**k))
        .map(|(_, c)| c)
        .sum();
    let cost = |label: usize| {
        let wrong = 1.0 - chances[label];
        let lost = if is_apparatus(KINDS[label]) {
            article * (LOST - 1.0)
        } else {
            0.0
        };
        wrong + lost
    };
    let labels = (0..LABELS).filter(|&l| chances[l] > 0.0);
    KINDS[labels.min_by(|&a, &b| cost(a).total_cmp(&cost(b))).unwrap_or(0)]
}

/// Not of the article: what is folded away.
fn is_apparatus(kind: BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Related
            | BlockKind::Furniture
            | BlockKind::Tags
            | BlockKind::Copyright
            | BlockKind::Embed
            | BlockKind::Other
    )
}

/// At most this many signs are told.
const TOLD: usize = 3;

/// The signs that weigh most for the line's kind and against the next likely one, heaviest first. `labels` are the
/// probabilities of the model's labels.
fn explain(
    page: &Page,
    line: usize,
    seen: &[Seen],
    features: &LineFeatures,
    model: &Model,
    (kind, against): (BlockKind, BlockKind),
    labels: &[f32; TAGS],
) -> Vec<Seen> {
    // Of the labels of a kind, the likeliest one.
    let likeliest = |kind: BlockKind| {
        let of_kind = (0..LABELS).filter(|&l| KINDS[l] == kind);
        of_kind.max_by(|&a, &b| labels[a].total_cmp(&labels[b])).unwrap_or(0)
    };
    let (kind, against) = (likeliest(kind), likeliest(against));
    let mut weights = [0i32; Sign::ALL.len()];
    for (hash, sign) in features.hashes.iter().zip(&features.signs) {
        if let Some(row) = model.row(*hash) {
            weights[*sign as usize] += i32::from(row[kind]) - i32::from(row[against]);
        }
    }
    let span = page.lines[line].span;
    let neighbour = |offset: isize| {
        let place = page.tagged.binary_search(&line).ok()?.checked_add_signed(offset)?;
        page.tagged.get(place).map(|&i| page.lines[i].span)
    };
    let mut heaviest: Vec<Sign> = Sign::ALL.into_iter().filter(|s| weights[*s as usize] > 0).collect();
    heaviest.sort_by_key(|s| std::cmp::Reverse(weights[*s as usize]));
    heaviest.truncate(TOLD);
    if heaviest.is_empty() {
        heaviest.push(Sign::Order);
    }
    heaviest
        .into_iter()
        .map(|sign| {
            let words = match sign {
                Sign::Above => neighbour(-1),
                Sign::Below => neighbour(1),
                _ => seen.iter().find(|s| s.sign == sign).map(|s| s.span),
            };
            Seen {
                sign,
                span: words.unwrap_or(span),
            }
        })
        .collect()
}
