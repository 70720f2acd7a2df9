//! Interviews whose questions stand alone on their lines and whose answers are set without marks: "Do you sleep at night?" and, on
//! the next line, "Badly. I hear the cranes."

use crate::analysis::{
    AttributionRule as Rule, BlockKind, Confidence, EntityKind, Mention, Quotation, QuotationKind, Speaker,
};
use crate::quotations::carrier::Article;
use crate::quotations::draft::Draft;
use crate::quotations::quotation;
use crate::text::TokenKind;

/// Longer questions, in tokens, are no lines of an interview.
const LONGEST_QUESTION: usize = 40;

/// The answers. Two make an interview; the one who answers is the person whom the headline names, else the one named first before
/// the first question. `group` numbers the utterances.
pub(super) fn answers(article: &Article, group: &mut u32) -> Vec<Quotation> {
    let text = article.text;
    let blocks = &article.structure.blocks;
    let tokens_of = |b: usize| text.blocks[b].tokens.start as usize..text.blocks[b].tokens.end as usize;
    let told = |b: usize| {
        matches!(
            blocks[b].kind,
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Crosshead | BlockKind::KeyPoint | BlockKind::Other
        )
    };
    let asks = |b: usize| {
        let tokens = tokens_of(b);
        told(b) && tokens.len() < LONGEST_QUESTION && tokens.last().is_some_and(|t| text.word(t) == "?")
    };
    let holds = |b: usize, words: &[&str]| tokens_of(b).any(|t| words.contains(&text.form(t)));
    // "She laughs before she answers." is the reporter's.
    let answers = |b: usize| {
        let first = tokens_of(b).start;
        told(b) && text.tokens[first].kind != TokenKind::Mark && !matches!(text.form(first), "he" | "she") && !asks(b)
    };
    let found: Vec<usize> = (1..text.blocks.len()).filter(|&b| asks(b - 1) && answers(b)).collect();
    if found.len() < 2 {
        return Vec::new();
    }
    let entities = &article.entities.entities;
    let block_of = |m: &Mention| text.blocks.partition_point(|b| b.span.end <= m.span.start);
    let question = text.blocks[found[0] - 1].span.start;
    let before = article.entities.mentions.iter().take_while(|m| m.span.end <= question);
    let mut people = before
        .filter(|m| {
            blocks[block_of(m)].kind != BlockKind::Byline && entities[m.entity as usize].kind == EntityKind::Person
        })
        .peekable();
    let Some(&first) = people.peek() else { return Vec::new() };
    let in_headline = people.find(|m| matches!(blocks[block_of(m)].kind, BlockKind::Headline | BlockKind::Standfirst));
    let who = in_headline.unwrap_or(first);
    // Questions and answers of the reporter's own speak of nobody: "Who pays? The town does."
    let spoken = found
        .iter()
        .filter(|&&b| holds(b, &["i", "my", "me", "we", "our"]))
        .count();
    let addressed = found
        .iter()
        .filter(|&&b| holds(b - 1, &["you", "your"]) || holds(b, &["i", "my", "me"]))
        .count();
    let is_interview = 2 * spoken >= found.len() || in_headline.is_some() && 3 * addressed >= found.len();
    if !is_interview {
        return Vec::new();
    }
    let speaker = Speaker::named(who.entity, &entities[who.entity as usize].name, Some(who.span));
    let draft = Draft::new(speaker, Rule::InterviewAnswer, Confidence::Likely, vec![who.span]);
    let answer = |b: usize| {
        *group += 1;
        let span = text.blocks[b].span;
        quotation(QuotationKind::Direct, span, None, b as u32, Some(&draft), *group)
    };
    found.into_iter().map(answer).collect()
}
