//! Lines set apart that quote nearly the words of a quotation of the article: “Our worst year ever” above “It was the worst year
//! we ever had”.

use rustc_hash::FxHashMap as HashMap;
use rustc_hash::FxHashSet as HashSet;

use super::Sources;
use crate::analysis::{BlockKind, Quotation};
use crate::lexicon::function_words::is_function_word;
use crate::structure::Structure;
use crate::text::TokenKind;

/// How many lines set apart, and how many quotations of the body, are compared.
const DISPLAY: usize = 40;
const BODY: usize = 200;

/// Where words are set apart from the running text.
pub(super) fn is_display(structure: &Structure, block: u32) -> bool {
    matches!(
        structure.blocks[block as usize].kind,
        BlockKind::Kicker
            | BlockKind::Headline
            | BlockKind::Standfirst
            | BlockKind::Crosshead
            | BlockKind::KeyPoint
            | BlockKind::PullQuote
            | BlockKind::Caption
    )
}

/// For quotations in lines set apart the one of the body that shares most of their words, if that is more than half.
pub(super) fn find(sources: &Sources, quotations: &[Quotation]) -> HashMap<u32, u32> {
    let text = sources.text;
    let words = |q: &Quotation| -> HashSet<u32> {
        text.tokens_in(q.span)
            .filter(|&t| text.tokens[t].kind == TokenKind::Word && !is_function_word(text.form(t)))
            .map(|t| text.tokens[t].form)
            .collect()
    };
    let speech = || (0..).zip(quotations).filter(|(_, q)| q.kind.is_speech());
    let display: Vec<(u32, &Quotation)> = speech()
        .filter(|(_, q)| is_display(sources.structure, q.block))
        .take(DISPLAY)
        .collect();
    if display.is_empty() {
        return HashMap::default();
    }
    let body: Vec<(u32, HashSet<u32>)> = speech()
        .filter(|(_, q)| !is_display(sources.structure, q.block))
        .take(BODY)
        .map(|(i, q)| (i, words(q)))
        .collect();
    let mut similar = HashMap::default();
    for (i, q) in display {
        let own = words(q);
        let shared = |theirs: &HashSet<u32>| own.intersection(theirs).count();
        if let Some((j, theirs)) = body.iter().rev().max_by_key(|(_, theirs)| shared(theirs))
            && 2 * shared(theirs) > own.len()
        {
            similar.insert(i, *j);
        }
    }
    similar
}
