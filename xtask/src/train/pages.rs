//! Reads pages whose lines are labelled: the annotated sets, and our own invented ones.

use std::collections::HashSet;
use std::path::Path;

use anyhow::{Context, Result, bail};
use lede::analysis::BlockKind;
use serde::Deserialize;

/// Sets that lines are learned from.
pub const SETS: [&str; 4] = ["pasted.dev", "pasted.train", "pages.train", "pages-other.train"];

/// A page as it was pasted, with what each of its lines is.
pub struct Page {
    pub id: String,
    pub set: &'static str,
    pub outlet: String,
    pub text: String,
    pub html: String,
    /// In text order.
    pub lines: Vec<GoldLine>,
    pub headline: Option<String>,
}

#[derive(Clone)]
pub struct GoldLine {
    /// In bytes of the text.
    pub start: usize,
    pub end: usize,
    pub kind: BlockKind,
    pub sure: bool,
}

#[derive(Deserialize)]
struct PageIn {
    id: String,
    #[serde(default)]
    outlet: Option<String>,
    text: String,
    #[serde(default)]
    html: Option<String>,
    blocks: Vec<LineIn>,
    meta: MetaIn,
}

#[derive(Deserialize)]
struct LineIn {
    start: usize,
    end: usize,
    kind: BlockKind,
    #[serde(default = "yes")]
    sure: bool,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
struct MetaIn {
    headline: Option<String>,
}

/// Reads the annotated sets of `DIR/data`. Where a page stands in two of them, the labels made by hand win.
pub fn annotated(dir: &Path) -> Result<Vec<Page>> {
    let mut pages: Vec<Page> = Vec::new();
    let mut known = HashSet::new();
    for set in SETS {
        let path = dir.join("data").join(format!("{set}.jsonl"));
        let file = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        for line in file.lines() {
            let page: PageIn = serde_json::from_str(line)?;
            if !known.insert(page.id.clone()) {
                continue;
            }
            let mut bytes: Vec<usize> = page.text.char_indices().map(|(i, _)| i).collect();
            bytes.push(page.text.len());
            let at = |i: usize| bytes.get(i).copied().unwrap_or(page.text.len());
            let lines = page.blocks.iter().map(|b| GoldLine {
                start: at(b.start),
                end: at(b.end),
                kind: b.kind,
                sure: b.sure,
            });
            pages.push(Page {
                lines: lines.collect(),
                set,
                outlet: page.outlet.unwrap_or_else(|| page.id.clone()),
                id: page.id,
                html: page.html.unwrap_or_default(),
                headline: page.meta.headline,
                text: page.text,
            });
        }
    }
    Ok(pages)
}

/// The name of the set of our own pages.
pub const OURS: &str = "ours";

/// Reads the invented pages: a line each, its kind, a tab and its words; blank lines are the page's own.
pub fn ours(folder: &Path) -> Result<Vec<Page>> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .with_context(|| format!("reading {}", folder.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.sort();
    files
        .iter()
        .filter(|f| f.extension().is_some_and(|e| e == "txt"))
        .map(|file| invented(file))
        .collect()
}

fn invented(file: &Path) -> Result<Page> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut page = Page {
        set: OURS,
        outlet: name.clone(),
        id: name,
        text: String::new(),
        html: String::new(),
        lines: Vec::new(),
        headline: None,
    };
    for line in std::fs::read_to_string(file)?.lines().skip(1) {
        let (kind, words) = line.split_once('\t').unwrap_or((line, ""));
        if !kind.is_empty() {
            let Ok(kind) = serde_json::from_value::<BlockKind>(kind.into()) else {
                bail!("{}: no kind of line: {line}", file.display());
            };
            if kind == BlockKind::Headline {
                page.headline.get_or_insert_with(|| words.to_string());
            }
            let start = page.text.len();
            page.lines.push(GoldLine {
                start,
                end: start + words.len(),
                kind,
                sure: true,
            });
            page.text.push_str(words);
        }
        page.text.push('\n');
    }
    Ok(page)
}
