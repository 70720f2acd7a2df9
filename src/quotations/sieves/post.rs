//! Posts of a social network that were copied into the text: the words, and who wrote them above or below.

use std::ops::Range;

use super::block_quotation::{direct, inner, is_apart, signature, tokens_of};
use crate::analysis::{AttributionRule as Rule, BlockKind, Confidence, Quotation, Span, Speaker};
use crate::lexicon::phrases;
use crate::quotations::carrier::Article;
use crate::quotations::draft::Draft;
use crate::quotations::speaker::named_in;
use crate::text::TokenKind;

/// A longer line is no name, in tokens.
const LONGEST_NAME: usize = 8;

/// The words of each post, with its author, in text order. `group` numbers the utterances.
///
/// "Ilse Moor ⏎ @imoor ⏎ *No ferry tonight.* ⏎ 9:14 AM · Mar 3, 2025" or "*No ferry tonight.* ⏎ — Ilse Moor (@imoor) March 3, 2025".
pub(in crate::quotations) fn posts(article: &Article, group: &mut u32) -> Vec<Quotation> {
    let embedded = |b: &usize| article.structure.blocks[*b].kind == BlockKind::Embed && !is_apart(article, *b);
    let lines: Vec<usize> = (0..article.text.blocks.len()).filter(embedded).collect();
    let mut quotations = Vec::new();
    for run in lines.chunk_by(|a, b| a + 1 == *b) {
        let mut from = run[0];
        let end = run[run.len() - 1] + 1;
        while from < end {
            let Some((words, author, next)) = post(article, from..end) else {
                break;
            };
            from = next;
            let evidence = author.mention.into_iter().collect();
            let draft = Draft::new(author, Rule::DashSignature, Confidence::Certain, evidence);
            *group += 1;
            for block in words.filter(|&b| is_words(article, b)) {
                let mut said = direct(article, block..block + 1, &draft, *group);
                said.iter_mut().for_each(|q| q.span = without_links(article, q.span));
                quotations.extend(said);
            }
        }
    }
    quotations
}

/// The first post of these lines: its words, its author, and where the next may begin.
fn post(article: &Article, lines: Range<usize>) -> Option<(Range<usize>, Speaker, usize)> {
    let signed = |b: usize| holds_handle(article, b) && !is_handle(article, b);
    let handle = lines.clone().find(|&b| is_handle(article, b));
    let signature_at = lines.clone().find(|&b| signed(b) && signature(article, b).is_some());
    match (handle, signature_at) {
        (Some(handle), at) if handle > 0 && at.is_none_or(|at| handle < at) => {
            let name = tokens_of(article, handle - 1);
            let author = (1..=LONGEST_NAME)
                .contains(&name.len())
                .then(|| named_in(article, span_of(article, name)))?;
            // The next post begins with its name above its handle.
            let next = (handle + 1..lines.end).find(|&b| is_handle(article, b));
            let end = next.map_or(lines.end, |n| n - 1);
            Some((handle + 1..end, author, end))
        }
        (_, Some(at)) => Some((lines.start..at, signature(article, at)?, at + 1)),
        _ => None,
    }
}

/// "No ferry tonight. *pic.example.org/x1*": the picture is not said.
fn without_links(article: &Article, span: Span) -> Span {
    let tokens = &article.text.tokens[article.text.tokens_in(span)];
    let last = tokens.iter().rev().find(|t| t.kind != TokenKind::Url);
    Span {
        end: last.map_or(span.end, |t| t.span.end),
        ..span
    }
}

/// "@imoor" and nothing else, or "@imoor · Mar 3".
fn is_handle(article: &Article, block: usize) -> bool {
    let tokens = &article.text.tokens[tokens_of(article, block)];
    tokens.first().is_some_and(|t| t.kind == TokenKind::Handle) && tokens.len() <= 6
}

fn holds_handle(article: &Article, block: usize) -> bool {
    let tokens = &article.text.tokens[tokens_of(article, block)];
    tokens.iter().any(|t| t.kind == TokenKind::Handle)
}

/// Not the time of the post, nor its counts or buttons: "9:14 AM · Mar 3, 2025 · 12.3K Views", "View this post on Instagram".
fn is_words(article: &Article, block: usize) -> bool {
    let tokens = &article.text.tokens[tokens_of(article, block)];
    let numbers = tokens.iter().filter(|t| t.kind == TokenKind::Number).count();
    let words = tokens.iter().filter(|t| t.kind == TokenKind::Word).count();
    if words < 2 || numbers * 3 >= words {
        return false;
    }
    let key = inner(article, block).of(article.text.source).to_lowercase();
    phrases::find(&key).is_empty()
}

fn span_of(article: &Article, tokens: Range<usize>) -> Span {
    let tokens = &article.text.tokens[tokens];
    Span {
        start: tokens[0].span.start,
        end: tokens[tokens.len() - 1].span.end,
    }
}
