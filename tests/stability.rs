//! A line of furniture more or less changes little: what stands for itself ("Share") says nothing about its neighbours.

#![cfg(not(target_arch = "wasm32"))]

#[path = "articles/files.rs"]
mod files;

use std::collections::BTreeMap;

use lede::analysis::{Analysis, BlockKind};

/// Lines that stand for themselves; none of them opens a list of others.
const FURNITURE: [&str; 6] = [
    "Share",
    "Advertisement",
    "Copy link",
    "Print",
    "Listen to this article",
    "Sign up for our newsletter",
];

/// How many other lines may change their kind.
const MOST: usize = 2;

/// How often more do, of all places of all articles. Such lines stand for themselves (`src/lexicon/standalone.txt`), and
/// the line tagger does not see them.
// FIXME: none. Put in the middle of a hard-wrapped paragraph, they cut it in two.
const BREAKS: usize = 17;

#[test]
fn a_line_of_furniture_more_or_less_changes_two_other_lines_at_most() {
    let (mut places, mut breaks) = (0, 0);
    let mut by_article: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for path in files::articles() {
        let text = std::fs::read_to_string(&path).expect("a readable article");
        let lines: Vec<&str> = text.lines().collect();
        let kinds = kinds(&lines);
        let mut check = |changed: usize, what: String| {
            places += 1;
            if changed > MOST {
                breaks += 1;
                let name = path.file_name().unwrap_or_default().display().to_string();
                let worst = by_article.entry(name).or_default();
                *worst = std::mem::take(worst).max((changed, what));
            }
        };
        for at in 0..=lines.len() {
            for furniture in FURNITURE {
                let mut more = lines.clone();
                more.insert(at, furniture);
                let mut today = self::kinds(&more);
                today.remove(at);
                check(
                    different(&kinds, &today),
                    format!("line {}: {furniture} put in", at + 1),
                );
            }
        }
        for at in (0..lines.len()).filter(|&at| FURNITURE.contains(&lines[at].trim())) {
            let mut less = lines.clone();
            less.remove(at);
            let mut before = kinds.clone();
            before.remove(at);
            check(
                different(&before, &self::kinds(&less)),
                format!("line {}: {} taken out", at + 1, lines[at]),
            );
        }
    }
    println!("stability: {breaks} of {places} places change more than {MOST} other lines");
    let worst: Vec<String> = by_article
        .iter()
        .map(|(name, (changed, what))| format!("{name}, {what}: {changed} others change"))
        .collect();
    assert!(
        breaks <= BREAKS,
        "{breaks} places, at most {BREAKS} are known. The worst of each article:\n{}",
        worst.join("\n")
    );
}

/// The kind of each line of the text that they make; none for blank ones.
fn kinds(lines: &[&str]) -> Vec<Option<BlockKind>> {
    let text = lines.join("\n");
    let analysis: Analysis = lede::analyze(&text);
    let mut blocks = analysis.blocks.iter().peekable();
    let mut start = 0;
    lines
        .iter()
        .map(|line| {
            let first = line
                .find(|c: char| !c.is_whitespace() && c != '\u{feff}')
                .map(|first| start + first);
            start += line.len() + 1;
            let first = first? as u32;
            while blocks.next_if(|block| block.span.end <= first).is_some() {}
            blocks
                .peek()
                .filter(|block| block.span.start <= first)
                .map(|block| block.kind)
        })
        .collect()
}

fn different(these: &[Option<BlockKind>], others: &[Option<BlockKind>]) -> usize {
    these.iter().zip(others).filter(|(this, other)| this != other).count()
}
