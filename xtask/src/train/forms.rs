//! The forms in which one page may be pasted: plain or with markup, whole or in part.

use lede::analysis::BlockKind;
use lede::text::{self, Hint};

use super::pages::{GoldLine, Page};
use super::random::Random;

/// A page in one of the forms that a paste may have.
pub struct Paste {
    pub text: String,
    pub hints: Vec<Hint>,
    /// What each block of the text is; None where that is not known.
    pub kinds: Vec<Option<BlockKind>>,
    /// Gold lines that are in no block of the text.
    pub missing: usize,
}

/// The page as plain text.
pub fn plain(page: &Page) -> Paste {
    let text = text::read(&page.text, &[]);
    let kinds = text
        .blocks
        .iter()
        .map(|b| gold_kind(page, b.span.start as usize, b.span.end as usize));
    Paste {
        kinds: kinds.collect(),
        text: page.text.clone(),
        hints: Vec::new(),
        missing: 0,
    }
}

/// The kind of most of the characters between two bytes of the page's text, where it is sure.
fn gold_kind(page: &Page, start: usize, end: usize) -> Option<BlockKind> {
    let overlap = |l: &GoldLine| l.end.min(end).saturating_sub(l.start.max(start));
    let line = page
        .lines
        .iter()
        .filter(|l| l.start < end && start < l.end)
        .max_by_key(|l| overlap(l))?;
    line.sure.then_some(line.kind)
}

/// The page as a browser's clipboard gives it: its lines are matched to the gold's by their words.
pub fn formatted(page: &Page, html: &str) -> Paste {
    let (source, hints) = text::html::read(html);
    let text = text::read(&source, &hints);
    let ours: Vec<String> = text.blocks.iter().map(|b| squash(b.span.of(&source))).collect();
    let gold: Vec<String> = page.lines.iter().map(|l| squash(&page.text[l.start..l.end])).collect();
    let mut kinds = vec![None; ours.len()];
    let matches = common(&ours, &gold);
    for &(i, j) in &matches {
        kinds[i] = page.lines[j].sure.then_some(page.lines[j].kind);
    }
    let missing = page.lines.len() - matches.len();
    Paste {
        kinds,
        missing,
        text: source,
        hints,
    }
}

pub fn squash(words: &str) -> String {
    words
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The longest common subsequence, as pairs of places.
fn common(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut best = vec![0u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            best[i * width + j] = if a[i] == b[j] && !a[i].is_empty() {
                best[(i + 1) * width + j + 1] + 1
            } else {
                best[(i + 1) * width + j].max(best[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < a.len() && j < b.len() {
        if a[i] == b[j] && !a[i].is_empty() {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Lines of the article itself: the last of them tells where the article ends.
pub fn is_article(kind: BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Crosshead | BlockKind::PullQuote
    )
}

/// What is folded away.
pub fn is_apparatus(kind: BlockKind) -> bool {
    use BlockKind::*;
    matches!(kind, Related | Furniture | Tags | Copyright | Embed | Other)
}

/// Other forms in which the same page may be pasted: without markup, without blank lines, without its head or tail, with
/// lines lost or put in.
pub fn varied(paste: &Paste, random: &mut Random) -> Paste {
    let text = text::read(&paste.text, &paste.hints);
    let n = text.blocks.len();
    let no_blanks = random.chance(0.2);
    let all_blanks = !no_blanks && random.chance(0.2);
    let no_markup = random.chance(0.4);
    let drop = if random.chance(0.5) { 0.08 } else { 0.0 };
    // Whole stretches of a page come and go: other pages have other boxes.
    let boxes = random.chance(0.4);
    let mut gone = 0u32;
    // A short article, as news in brief and as people try things out.
    let short = random.chance(0.1);
    let mut paragraphs = 0;
    let first = paste
        .kinds
        .iter()
        .position(|k| *k == Some(BlockKind::Headline))
        .unwrap_or(0);
    let last = paste.kinds.iter().rposition(|k| k.is_some_and(is_article)).unwrap_or(n);
    let from = if random.chance(0.3) { first } else { 0 };
    let to = if random.chance(0.3) { last + 1 } else { n };
    let mut out = Paste {
        text: String::new(),
        hints: Vec::new(),
        kinds: Vec::new(),
        missing: 0,
    };
    for i in from.min(n)..to.min(n) {
        if boxes && gone == 0 && paste.kinds[i].is_some_and(is_apparatus) && random.chance(0.15) {
            gone = 1 + (random.next() % 8) as u32;
        }
        if gone > 0 && paste.kinds[i].is_some_and(is_apparatus) {
            gone -= 1;
            continue;
        }
        gone = 0;
        if short
            && matches!(
                paste.kinds[i],
                Some(BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Crosshead) | None
            )
        {
            paragraphs += 1;
            if paragraphs > 1 && random.chance(0.75) {
                continue;
            }
        }
        if random.chance(drop) && paste.kinds[i] != Some(BlockKind::Headline) {
            continue;
        }
        let block = &text.blocks[i];
        let blank = text.lines[block.lines.start as usize].blank_before;
        if !out.text.is_empty() {
            let blank = if no_blanks {
                0
            } else if all_blanks {
                1
            } else {
                blank.min(3)
            };
            (0..=blank).for_each(|_| out.text.push('\n'));
        }
        let start = out.text.len();
        out.text.push_str(block.span.of(&paste.text));
        if !no_markup {
            let hints = paste
                .hints
                .iter()
                .filter(|h| block.span.start <= h.at && h.at < block.span.end);
            out.hints.extend(hints.map(|h| Hint {
                at: h.at - block.span.start + start as u32,
                ..*h
            }));
        }
        out.kinds.push(paste.kinds[i]);
    }
    // Lines that now wrap otherwise would shift the labels.
    if text::read(&out.text, &out.hints).blocks.len() != out.kinds.len() {
        out.kinds.clear();
    }
    out
}
