//! Quotations that are set apart instead of marked: a paragraph in a block of its own (`blockquote`, Markdown's ">")
//! after "Moor wrote to parents:", or above a signature, and an embedded post.
//!
//! Only where the markup sets them apart: in plain text nothing tells such a paragraph from the reporter's.

use std::ops::Range;

use crate::analysis::{
    AttributionRule as Rule, BlockKind, Confidence, Polarity, Quotation, QuotationKind, Span, Speaker,
};
use crate::quotations::carrier::Article;
use crate::quotations::draft::Draft;
use crate::quotations::speaker::named_in;
use crate::quotations::{Passage, quotation};
use crate::text::{Inside, Markup, Tag, TokenKind};

/// A longer run of lines set apart is no quotation but a whole text: a mail that is answered.
const LONGEST: usize = 8;
/// A longer line is no signature, in tokens.
const LONGEST_SIGNATURE: usize = 30;

/// The quotations, in text order. `group` numbers the utterances.
pub(in crate::quotations) fn set_apart(article: &Article, passages: &[Passage], group: &mut u32) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    let apart: Vec<usize> = (0..article.text.blocks.len())
        .filter(|&b| is_apart(article, b))
        .collect();
    for run in apart.chunk_by(|a, b| a + 1 == *b).filter(|run| run.len() <= LONGEST) {
        let (first, last) = (run[0], run[run.len() - 1]);
        let signed = signature(article, last).filter(|_| run.len() > 1);
        let end = if signed.is_some() { last } else { last + 1 };
        let draft = signed
            .map(|speaker| {
                let evidence = speaker.mention.into_iter().collect();
                Draft::new(speaker, Rule::DashSignature, Confidence::Certain, evidence)
            })
            .or_else(|| lead_in(article, passages, first, *group + 1));
        let Some(draft) = draft else { continue };
        *group += 1;
        quotations.extend(direct(article, first..end, &draft, *group));
    }
    quotations
}

/// The blocks' words as direct quotations, but for those in marks.
pub(super) fn direct(article: &Article, blocks: Range<usize>, draft: &Draft, group: u32) -> Vec<Quotation> {
    let blocks = blocks.filter(|&b| is_unmarked(article, b));
    blocks
        .map(|b| {
            quotation(
                QuotationKind::Direct,
                inner(article, b),
                None,
                b as u32,
                Some(draft),
                group,
            )
        })
        .collect()
}

pub(super) fn is_apart(article: &Article, block: usize) -> bool {
    let quoted = markup(article, block).is_some_and(|m| m.inside.has(Inside::Quote));
    // A headline stands in a whole text that is quoted: a mail.
    quoted && article.structure.blocks[block].kind != BlockKind::Headline
}

/// There are words in it, and no marks around them: those in marks are quotations already.
pub(super) fn is_unmarked(article: &Article, block: usize) -> bool {
    let tokens = &article.text.tokens[tokens_of(article, block)];
    tokens.iter().any(|t| t.kind == TokenKind::Word) && tokens.first().is_some_and(|t| t.kind != TokenKind::Mark)
}

/// Who signs a block quotation in its last line: "— Ilse Moor, port director", "Ilse Moor" in `cite`, "A post shared by Ilse Moor
/// (@imoor)", "— Ilse Moor (@imoor) February 3, 2025".
pub(super) fn signature(article: &Article, block: usize) -> Option<Speaker> {
    let text = article.text;
    let tokens = tokens_of(article, block);
    if tokens.is_empty() || tokens.len() > LONGEST_SIGNATURE {
        return None;
    }
    let dash = matches!(text.word(tokens.start), "—" | "–" | "-" | "―");
    let cited = markup(article, block).is_some_and(|m| m.tag == Some(Tag::Cite));
    let shared = tokens
        .clone()
        .take(4)
        .position(|t| text.form(t) == "by")
        .filter(|&at| at > 1 && text.form(tokens.start + 1) == "post");
    let from = match (dash, cited, shared) {
        (true, ..) => tokens.start + 1,
        (_, true, _) => tokens.start,
        (.., Some(by)) => tokens.start + by + 1,
        _ => return None,
    };
    let end = (from..tokens.end)
        .find(|&t| matches!(text.word(t), "(" | "," | "[") || text.tokens[t].kind == TokenKind::Handle)
        .unwrap_or(tokens.end);
    if from >= end {
        return None;
    }
    let span = Span {
        start: text.tokens[from].span.start,
        end: text.tokens[end - 1].span.end,
    };
    Some(named_in(article, span))
}

/// Who speaks by the line before: "The head teacher, Ilse Moor, wrote to parents:".
fn lead_in(article: &Article, passages: &[Passage], first: usize, group: u32) -> Option<Draft> {
    let before = first.checked_sub(1)?;
    let colon = tokens_of(article, before).next_back()?;
    if article.text.word(colon) != ":" {
        return None;
    }
    let from = passages.partition_point(|p| p.block < before as u32);
    let passage = passages[from..]
        .iter()
        .take_while(|p| p.block == before as u32)
        .last()?;
    let frame = passage
        .reading
        .frames
        .iter()
        .rev()
        .find(|f| f.subject.is_some() && f.polarity == Polarity::Affirmed)?;
    Some(Draft::from_frame(
        &passage.sentence,
        frame,
        Rule::CueAndColon,
        Confidence::Certain,
        group,
    ))
}

/// What the markup says of the block's first line.
fn markup(article: &Article, block: usize) -> Option<Markup> {
    article.text.lines[article.text.blocks[block].lines.start as usize].markup
}

/// The tokens of a block, without Markdown's ">" before them.
pub(super) fn tokens_of(article: &Article, block: usize) -> Range<usize> {
    let tokens = &article.text.blocks[block].tokens;
    let (start, end) = (tokens.start as usize, tokens.end as usize);
    let marks = (start..end).take_while(|&t| article.text.word(t) == ">").count();
    start + marks..end
}

/// The words of a block that has some.
pub(super) fn inner(article: &Article, block: usize) -> Span {
    let tokens = &article.text.tokens[tokens_of(article, block)];
    Span {
        start: tokens[0].span.start,
        end: tokens[tokens.len() - 1].span.end,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::QuotationKind;
    use crate::{analyze, analyze_with_hints, text};

    const OPENING: &str =
        "<h1>School roof falls in</h1><p>Part of the roof of the school in Hollin gave way on Monday.</p>";

    /// Direct quotations with their speakers, of clipboard HTML.
    fn said(html: &str) -> Vec<String> {
        let (text, hints) = text::html::read(&format!("{OPENING}{html}"));
        let quotations = analyze_with_hints(&text, &hints).quotations;
        list(&text, &quotations)
    }

    fn list(source: &str, quotations: &[crate::analysis::Quotation]) -> Vec<String> {
        let direct = quotations.iter().filter(|q| q.kind == QuotationKind::Direct);
        direct
            .map(|q| format!("{}: {}", q.speaker.name.as_deref().unwrap_or("?"), q.span.of(source)))
            .collect()
    }

    #[test]
    fn a_block_quotation_belongs_to_whom_the_line_before_names() {
        assert_eq!(
            said(
                "<p>The head, Ilse Moor, wrote to parents:</p><blockquote><p>All are safe.</p><p>Come on Tuesday.</p></blockquote>"
            ),
            ["Ilse Moor: All are safe.", "Ilse Moor: Come on Tuesday."]
        );
        assert_eq!(
            said("<p>The day was cold.</p><blockquote><p>All are safe.</p></blockquote><p>It snowed.</p>"),
            [""; 0]
        );
    }

    #[test]
    fn or_to_whom_it_is_signed_by() {
        for signature in [
            "<footer>— <cite>Ilse Moor, head teacher</cite></footer>",
            "<p><cite>Ilse Moor, Hollin</cite></p>",
            "&mdash; Ilse Moor (@imoor) <a href='https://example.com/1'>February 12, 2026</a>",
            "<p>A post shared by Ilse Moor (@imoor)</p>",
        ] {
            let quotations = said(&format!(
                "<blockquote><p>All are safe.</p>{signature}</blockquote><p>It snowed.</p>"
            ));
            assert_eq!(quotations, ["Ilse Moor: All are safe."], "{signature}");
        }
    }

    #[test]
    fn marks_and_markdown() {
        assert_eq!(
            said("<p>The head, Ilse Moor, wrote:</p><blockquote><p>“All are safe.”</p></blockquote>"),
            ["Ilse Moor: All are safe."]
        );
        let markdown = "# School roof falls in\n\nThe *old* roof in Hollin gave way on **Monday** under the snow.\n\n> All are safe.\n>\n> — Ilse Moor, head teacher\n\nIt snowed.\n";
        assert_eq!(
            list(markdown, &analyze(markdown).quotations),
            ["Ilse Moor: All are safe."]
        );
    }
}
