//! Names of the article in its headline, standfirst and crossheads, where every word has a capital or the tagger sees too little.

use rustc_hash::FxHashMap as HashMap;

use super::Name;
use crate::analysis::{Block, BlockKind, Dateline, EntityKind};
use crate::lexicon::function_words::is_function_word;
use crate::text::{Text, TokenKind};

/// Of the names that begin with one word so many are compared, so that time stays linear in any text.
const MOST: usize = 8;

/// Adds to the names of headlines those that the paragraphs have.
pub(super) fn add(text: &Text, blocks: &[Block], dateline: Option<&Dateline>, names: &mut Vec<Name>) {
    // A dateline names a place and an agency.
    if let Some(dateline) = dateline {
        let people = names.iter_mut().filter(|n| n.kind == EntityKind::Person);
        people
            .filter(|n| dateline.span.contains(n.span))
            .for_each(|n| n.kind = EntityKind::Place);
    }
    let kind = |token: usize| blocks[text.tokens[token].block as usize].kind;
    let mut below: HashMap<u32, Vec<&Name>> = HashMap::default();
    let mut is_taken = vec![false; text.tokens.len()];
    for name in names.iter() {
        let start = name.tokens.start as usize;
        is_taken[start..name.tokens.end as usize].fill(true);
        if kind(start) == BlockKind::Paragraph {
            let same = below.entry(text.tokens[start].form).or_default();
            if same.len() < MOST && !same.iter().any(|n| is_same(text, n, start, name.tokens.len())) {
                same.push(name);
            }
        }
    }
    // "Arlen: a harbour between two winters" is of the town below.
    let is_place_below = |name: &Name| {
        let start = name.tokens.start as usize;
        let same = below
            .get(&text.tokens[start].form)
            .map_or(&[][..], |same| same.as_slice());
        same.iter()
            .any(|n| n.kind == EntityKind::Place && is_same(text, n, start, 1))
    };
    let places: Vec<usize> = (0..names.len())
        .filter(|&n| names[n].kind == EntityKind::Person && names[n].tokens.len() == 1)
        .filter(|&n| kind(names[n].tokens.start as usize) == BlockKind::Headline && is_place_below(&names[n]))
        .collect();
    let mut found = Vec::new();
    for (number, block) in text.blocks.iter().enumerate() {
        if !matches!(
            blocks[number].kind,
            BlockKind::Headline | BlockKind::Standfirst | BlockKind::Crosshead
        ) {
            continue;
        }
        let mut t = block.tokens.start as usize;
        while t < block.tokens.end as usize {
            let token = &text.tokens[t];
            let is_word = token.kind == TokenKind::Word && token.case.is_capital() && !is_function_word(text.form(t));
            let fits = |name: &&&Name| {
                let end = t + name.tokens.len();
                end <= block.tokens.end as usize
                    && is_same(text, name, t, name.tokens.len())
                    && !is_taken[t..end].contains(&true)
            };
            let longest = below
                .get(&token.form)
                .filter(|_| is_word)
                .and_then(|same| same.iter().filter(fits).max_by_key(|n| n.tokens.len()));
            match longest {
                Some(name) => {
                    found.push(Name::of(text, t..t + name.tokens.len(), name.kind));
                    t += name.tokens.len();
                }
                None => t += 1,
            }
        }
    }
    places.into_iter().for_each(|n| names[n].kind = EntityKind::Place);
    if !found.is_empty() {
        names.extend(found);
        names.sort_by_key(|n| n.tokens.start);
    }
}

/// The words from `start` are those of the name.
fn is_same(text: &Text, name: &Name, start: usize, len: usize) -> bool {
    let forms = |from: usize| text.tokens[from..from + len].iter().map(|t| t.form);
    name.tokens.len() == len && start + len <= text.tokens.len() && forms(name.tokens.start as usize).eq(forms(start))
}
