//! `cargo xtask evaluate FILE…`: scores `lede` against gold files, by what its command line prints.
//!
//! A gold file is JSON Lines, one document a line. Positions are code points of `text`, ends exclusive. What a file does
//! not annotate is left out, and is then not scored:
//! ```json
//! {"id": "a1", "text": "…",
//!  "entities": [{"start": 0, "end": 9, "type": "PERSON"}],
//!  "quotes": [{"start": 20, "end": 41, "kind": "direct", "speaker": {"start": 0, "end": 9, "text": "Ilse Moor"},
//!              "speaker_name": "Ilse Moor"}],
//!  "blocks": [{"start": 0, "end": 41, "kind": "paragraph"}],
//!  "meta": {"headline": "…", "standfirst": null, "authors": ["…"]}}
//! ```
//! `type`: PERSON ORG LOC (also GPE, FAC, PLACE) NORP. `kind` of a quotation: direct, partial (also mixed), scare, title
//! (also other), indirect; `speaker`: the words in the text, `speaker_name`: who that is; both null where nobody is named.
//! `"alts": [{"kind": "partial", "speaker_name": null}]`: other readings that are right too; `"optional": true`: it may be
//! found or not. `"sure": false` on a block: the line does not count.

mod article;
mod names;
mod quotations;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::shell;

#[derive(Deserialize)]
pub struct Gold {
    id: String,
    text: String,
    entities: Option<Vec<GoldName>>,
    quotes: Option<Vec<GoldQuotation>>,
    blocks: Option<Vec<Block>>,
    meta: Option<Meta>,
}

#[derive(Deserialize)]
struct GoldName {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
}

#[derive(Deserialize)]
struct GoldQuotation {
    start: usize,
    end: usize,
    kind: String,
    speaker: Option<Words>,
    speaker_name: Option<String>,
    /// Other readings that a careful editor could defend: any of them is right too.
    #[serde(default)]
    alts: Vec<Reading>,
    /// It may be counted or not.
    #[serde(default)]
    optional: bool,
}

#[derive(Deserialize)]
struct Reading {
    kind: String,
    speaker_name: Option<String>,
}

#[derive(Deserialize, Default)]
struct Meta {
    headline: Option<String>,
    standfirst: Option<String>,
    #[serde(default)]
    authors: Option<Vec<String>>,
}

/// The parts of an Analysis document that are scored.
#[derive(Deserialize)]
pub struct Found {
    id: Option<String>,
    blocks: Vec<Block>,
    headline: Option<Words>,
    standfirst: Option<Words>,
    bylines: Vec<Byline>,
    mentions: Vec<Mention>,
    quotations: Vec<Quotation>,
}

#[derive(Deserialize)]
struct Block {
    start: usize,
    end: usize,
    kind: String,
    /// False where the gold is not sure: such a line does not count.
    #[serde(default = "yes")]
    sure: bool,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
struct Words {
    start: usize,
    end: usize,
    text: String,
}

#[derive(Deserialize)]
struct Byline {
    name: String,
}

#[derive(Deserialize)]
struct Mention {
    start: usize,
    end: usize,
    form: String,
    kind: String,
}

#[derive(Deserialize)]
struct Quotation {
    start: usize,
    end: usize,
    kind: String,
    inside: Option<u32>,
    speaker: Speaker,
}

#[derive(Deserialize)]
struct Speaker {
    status: String,
    name: Option<String>,
    mention: Option<Words>,
}

/// A gold document, its text as code points, and what was found in it.
pub struct Pair {
    gold: Gold,
    text: Vec<char>,
    found: Found,
}

pub fn command(mut arguments: lexopt::Parser) -> Result<()> {
    let mut files = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Value(file) => files.push(PathBuf::from(file)),
            other => return Err(other.unexpected().into()),
        }
    }
    if files.is_empty() {
        bail!("evaluate wants one gold file or more");
    }
    shell::run(shell::cargo().args(["build", "--quiet", "--release", "--package=lede"]))?;
    for file in files {
        let gold: Vec<Gold> = lines(&std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?)?;
        let start = Instant::now();
        let pairs = analyse(gold)?;
        println!(
            "{}: {} documents, {:.2} s",
            name(&file),
            pairs.len(),
            start.elapsed().as_secs_f32()
        );
        let scores = [
            names::scores(&pairs),
            quotations::scores(&pairs),
            article::scores(&pairs),
        ];
        for (name, score) in scores.into_iter().flatten() {
            println!("  {name:28} {score}");
        }
    }
    Ok(())
}

fn name(file: &Path) -> String {
    file.file_name()
        .unwrap_or(file.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// Gives every text to `lede --jsonl`, and pairs what it prints with the gold.
fn analyse(gold: Vec<Gold>) -> Result<Vec<Pair>> {
    let mut child = shell::program("target/release/lede")
        .args(["--jsonl", "--offsets", "codepoint"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot run lede")?;
    let mut input = child.stdin.take().context("lede reads nothing")?;
    let documents: String = gold
        .iter()
        .map(|g| format!("{}\n", serde_json::json!({"id": g.id, "text": g.text})))
        .collect();
    // Written from another thread: lede prints while it reads, and a full pipe would block both.
    let writer = std::thread::spawn(move || input.write_all(documents.as_bytes()));
    let output = child.wait_with_output()?;
    if !output.status.success() || writer.join().is_err() {
        bail!("lede stopped: {}", output.status);
    }
    let found: Vec<Found> = lines(&output.stdout)?;
    if found.len() != gold.len() {
        bail!("lede answered {} of {} documents", found.len(), gold.len());
    }
    let pairs = gold.into_iter().zip(found).map(|(gold, found)| {
        let text = gold.text.chars().collect();
        Pair { gold, text, found }
    });
    let pairs: Vec<Pair> = pairs.collect();
    match pairs
        .iter()
        .find(|pair| pair.found.id.as_deref() != Some(&pair.gold.id))
    {
        Some(pair) => bail!("lede gave no answer for {}", pair.gold.id),
        None => Ok(pairs),
    }
}

fn lines<T: DeserializeOwned>(bytes: &[u8]) -> Result<Vec<T>> {
    let lines = bytes.split(|byte| *byte == b'\n').enumerate();
    lines
        .filter(|(_, line)| !line.trim_ascii().is_empty())
        .map(|(number, line)| serde_json::from_slice(line).with_context(|| format!("line {}", number + 1)))
        .collect()
}

/// Counts of the gold, of what was found, and of what was found and is right.
#[derive(Clone, Copy, Default)]
pub struct Score {
    gold: usize,
    found: usize,
    right: usize,
}

impl Score {
    pub fn f1(self) -> f64 {
        if self.gold + self.found == 0 {
            0.0
        } else {
            2.0 * self.right as f64 / (self.gold + self.found) as f64
        }
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
        let (precision, recall) = (share(self.right, self.found), share(self.right, self.gold));
        write!(
            f,
            "F1 {:.4}  P {precision:.4}  R {recall:.4}  of {}",
            self.f1(),
            self.gold
        )
    }
}

/// Accuracy: right, of all.
fn share(right: usize, of: usize) -> String {
    format!("{:.4}  of {of}", if of == 0 { 0.0 } else { right as f64 / of as f64 })
}
