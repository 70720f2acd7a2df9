//! Packs the word lists.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use lede::language::vocabulary::{Entry, STARTS_PHRASE};
use lede::lexicon::names::LISTS;
use lede::sequence::hash;

/// Adds what `src/lexicon/names/` knows of words and phrases.
pub fn add(entries: &mut BTreeMap<u32, Entry>) -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/lexicon/names");
    for (bit, name) in LISTS.iter().enumerate() {
        let path = folder.join(name).with_extension("txt");
        let list = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        for line in list.lines().filter(|l| !l.starts_with('#')) {
            let words = words(line);
            let Some((first, rest)) = words.split_first() else {
                continue;
            };
            if !rest.is_empty() {
                entries.entry(hash::short(*first)).or_default().lists |= STARTS_PHRASE;
            }
            let all = rest.iter().fold(*first, |all, word| hash::phrase(all, *word));
            entries.entry(hash::short(all)).or_default().lists |= 1 << bit;
        }
    }
    Ok(())
}

/// The hashed words of an entry, cut as the engine cuts text.
fn words(entry: &str) -> Vec<u64> {
    // The list is in lower case; names are not, and capitals tell where an abbreviation ends.
    let mut title = String::with_capacity(entry.len());
    let mut start = true;
    for c in entry.chars() {
        if start {
            title.extend(c.to_uppercase());
        } else {
            title.push(c);
        }
        start = !c.is_alphanumeric() && c != '\'';
    }
    let text = lede::text::read(&title, &[]);
    text.tokens
        .iter()
        .map(|t| hash::text(&text.forms[t.form as usize]))
        .collect()
}
