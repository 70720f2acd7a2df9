//! `cargo xtask train DIR`: learns the models in `models/` from the annotated sets in DIR.
//!
//! `--permissive` learns from the sets with free texts alone. `--errors FILE` lists the wrong names of the held-out sets.
//! `--who` learns who said it alone, from pages annotated by hand; it rests on the other models, so it comes last.
//! `--names` learns names alone, `--lines` lines alone (with `--folds N`: scores them on N folds over outlets, and writes
//! nothing); the vocabulary and the parts of speech stay as they are. `--ablate` writes nothing and
//! prints what each group of features is worth.

mod ablate;
mod articles;
mod clusters;
mod compose;
mod crf;
mod features;
mod forms;
mod gold;
mod lines;
mod lists;
mod names;
mod pages;
mod parts;
mod random;
mod render;
mod score;
mod who;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use lede::language::Tagger;
use lede::language::vocabulary::{Entry, Vocabulary};
use lede::sequence::Model;
use lede::sequence::hash;

use crf::Options;
use features::Ablation;

/// Sets that names are learned from.
const SETS: [&str; 9] = [
    "pasted.train",
    "worldwide.train",
    "gum_permissive.train",
    "wikigold",
    "uner_ewt.dev",
    "uner_ewt.test",
    "crossner_politics.train",
    "crossner_politics.dev",
    "crossner_politics.test",
];

/// Those of them whose texts and annotations are free to use for anything.
const PERMISSIVE: [&str; 2] = ["gum_permissive.train", "wikigold"];

/// Sets that are looked at and never learned from.
const HELD_OUT: [&str; 4] = ["worldwide.dev", "cleanconll.dev", "finer_ord.dev", "pasted.dev"];

pub fn command(mut arguments: lexopt::Parser) -> Result<()> {
    let mut dir = None;
    let mut permissive = false;
    let mut only_names = false;
    let mut ablate = false;
    let mut errors = None;
    let mut only_lines = false;
    let mut folds = 0;
    let mut only_who = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("permissive") => permissive = true,
            lexopt::Arg::Long("names") => only_names = true,
            lexopt::Arg::Long("who") => only_who = true,
            lexopt::Arg::Long("ablate") => ablate = true,
            lexopt::Arg::Long("lines") => only_lines = true,
            lexopt::Arg::Long("folds") => folds = arguments.value()?.to_string_lossy().parse()?,
            lexopt::Arg::Long("errors") => errors = Some(std::fs::File::create(arguments.value()?)?),
            lexopt::Arg::Value(value) if dir.is_none() => dir = Some(PathBuf::from(value)),
            other => return Err(other.unexpected().into()),
        }
    }
    let Some(dir) = dir else {
        bail!("train wants the directory of the annotated sets")
    };
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models");

    if only_who {
        write(&models, "who.txt", who::learn(&dir)?.into_bytes())?;
        return Ok(());
    }
    if only_lines || !only_names {
        let ours = pages::ours(&models.join("training/pages"))?;
        let mut pages = if permissive {
            Vec::new()
        } else {
            pages::annotated(&dir)?
        };
        pages.extend(ours);
        if folds > 0 {
            lines::folds(&pages, folds, &lines::options(), |line| {
                if let Some(file) = &mut errors {
                    _ = writeln!(file, "{line}");
                }
            });
        } else if ablate {
            // Differences, not levels, are wanted: four seeds do.
            let options = Options {
                runs: 4,
                ..lines::options()
            };
            lines::ablate(&pages, &options);
        } else {
            eprintln!("lines");
            let all: Vec<&pages::Page> = pages.iter().collect();
            let weights = lines::learn(&all, &lines::options(), &[]);
            eprintln!("  {} features", weights.rows.len());
            write(&models, "lines.bin", weights.write())?;
        }
        if only_lines {
            return Ok(());
        }
    }
    if !only_names && !ablate {
        eprintln!("vocabulary");
        write(&models, "vocabulary.bin", vocabulary(&dir)?)?;
    }
    let vocabulary = std::fs::read(models.join("vocabulary.bin"))?;
    let known = || Vocabulary::read(&vocabulary);
    if !only_names && !ablate {
        eprintln!("parts of speech");
        write(&models, "parts.bin", parts_of_speech(&dir, &known)?)?;
    }
    let parts = std::fs::read(models.join("parts.bin"))?;

    eprintln!("names");
    let sets = if permissive { &PERMISSIVE[..] } else { &SETS[..] };
    let mut articles = Vec::new();
    for set in sets {
        articles.extend(gold::read(&dir, set)?);
    }
    let ours = articles::read(&models.join(".."))?;
    let held_out = HELD_OUT.map(|set| gold::read(&dir, set));
    let held_out = held_out.into_iter().collect::<Result<Vec<_>>>()?;
    if ablate {
        ablate::table(articles, ours, &held_out, &known());
        return Ok(());
    }
    articles.extend(ours);
    let names = names::learn(&articles, &known(), &names_options(), Ablation::Nothing);
    eprintln!("  {} features", names.rows.len());
    let names = write(&models, "names.bin", names.write())?;
    let tagger = Tagger {
        vocabulary: &known(),
        parts: &Model::read(&parts),
        names: &Model::read(&names),
    };
    for (set, gold) in HELD_OUT.iter().zip(&held_out) {
        let mut lines = Vec::new();
        let counts = score::names(gold, &tagger, |line| lines.push(line));
        if let Some(file) = &mut errors {
            lines.sort();
            for line in lines {
                writeln!(file, "{set}\t{line}")?;
            }
        }
        println!("{set:16} {}", score::line(&counts));
    }
    Ok(())
}

/// Learns parts of speech: first without a tenth of the texts, to score them, then from all.
fn parts_of_speech(dir: &Path, known: &dyn Fn() -> Vocabulary) -> Result<Vec<u8>> {
    let mut texts = gold::read_conllu(&dir.join("data/gum_permissive.train.conllu"))?;
    // Every tenth text to the end.
    let count = texts.len();
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|i| i % 10 == 0);
    let mut sorted: Vec<Option<gold::TaggedText>> = texts.drain(..).map(Some).collect();
    texts.extend(order.into_iter().filter_map(|i| sorted[i].take()));
    let rest = count - count.div_ceil(10);
    let tagger = Tagger {
        vocabulary: &known(),
        parts: &Model::read(&parts::learn(&texts[..rest], &known(), &parts_options()).write()),
        names: &Model::read(&[]),
    };
    let (right, all) = parts::score(&texts[rest..], &tagger);
    println!(
        "parts of speech on held-out texts: {:.4} of {all} words",
        right as f64 / all as f64
    );
    Ok(parts::learn(&texts, &known(), &parts_options()).write())
}

fn parts_options() -> Options {
    Options {
        epochs: 6,
        least: 2,
        hidden: 0.1,
        rate: 0.1,
        l1: 0.7,
        l2: 0.1,
        seed: 3,
        runs: 5,
        smallest: 2,
    }
}

fn names_options() -> Options {
    Options {
        epochs: 4,
        least: 3,
        hidden: 0.2,
        rate: 0.1,
        l1: 3.2,
        l2: 0.1,
        seed: 5,
        runs: 4,
        smallest: 2,
    }
}

/// The bytes of the vocabulary: words with their clusters and lists.
fn vocabulary(dir: &Path) -> Result<Vec<u8>> {
    let mut entries: BTreeMap<u32, Entry> = BTreeMap::new();
    for (word, cluster) in clusters::learn(&dir.join("lexical"))? {
        entries.entry(hash::short(hash::text(&word))).or_default().cluster = cluster;
    }
    lists::add(&mut entries)?;
    let entries: Vec<_> = entries.into_iter().collect();
    eprintln!("  {} words and phrases", entries.len());
    Ok(Vocabulary::write(&entries))
}

fn write(models: &Path, name: &str, bytes: Vec<u8>) -> Result<Vec<u8>> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&bytes)?;
    eprintln!("  {name}: {} bytes, {} gzipped", bytes.len(), packed.finish()?.len());
    std::fs::write(models.join(name), &bytes)?;
    Ok(bytes)
}
