//! Transcripts and interviews set without quotation marks: "MOOR: We go on Monday.", "A: Because."

use std::ops::Range;

use crate::analysis::{
    AttributionRule as Rule, BlockKind, Confidence, EntityKind, Mention, Quotation, QuotationKind, Span, Speaker,
    SpeakerStatus,
};
use crate::quotations::carrier::Article;
use crate::quotations::draft::Draft;
use crate::quotations::quotation;
use crate::text::{Case, TokenKind};

/// A block that begins with a label and a colon.
struct Turn {
    block: usize,
    label: Range<usize>,
    said: Range<usize>,
}

/// The turns of a transcript. One label alone is no transcript: there must be two blocks that have one.
/// `group` numbers the utterances.
pub(in crate::quotations) fn turns(article: &Article, group: &mut u32) -> Vec<Quotation> {
    let turns: Vec<Turn> = (0..article.text.blocks.len())
        .filter_map(|b| turn(article, b))
        .collect();
    if turns.len() < 2 {
        return answers(article, group);
    }
    turns
        .iter()
        .map(|turn| {
            let tokens = &article.text.tokens;
            let span = Span {
                start: tokens[turn.said.start].span.start,
                end: tokens[turn.said.end - 1].span.end,
            };
            let speaker = speaker(article, turn);
            let evidence = speaker.mention.into_iter().collect();
            let draft = Draft::new(speaker, Rule::TranscriptTurn, Confidence::Certain, evidence);
            *group += 1;
            quotation(
                QuotationKind::Direct,
                span,
                None,
                turn.block as u32,
                Some(&draft),
                *group,
            )
        })
        .collect()
}

/// The answers of an interview whose questions stand alone on their lines and whose answers are set without marks:
/// "Do you sleep at night?" and, in the next paragraph, "Badly. I hear the cranes." Two such answers make an interview,
/// and the one who answers is the person named first in the paragraphs before the first question.
fn answers(article: &Article, group: &mut u32) -> Vec<Quotation> {
    let text = article.text;
    let tokens_of = |b: usize| text.blocks[b].tokens.start as usize..text.blocks[b].tokens.end as usize;
    let asks = |b: usize| {
        let tokens = tokens_of(b);
        tokens.len() < 30 && tokens.last().is_some_and(|t| text.word(t) == "?")
    };
    let answers = |b: usize| {
        let mut tokens = tokens_of(b);
        let first_person = |t: usize| matches!(text.form(t), "i" | "we" | "my" | "our");
        article.structure.blocks[b].kind == BlockKind::Paragraph
            && text.tokens[tokens.start].kind != TokenKind::Mark
            && tokens.any(first_person)
            && !asks(b)
    };
    let found: Vec<usize> = (1..text.blocks.len()).filter(|&b| asks(b - 1) && answers(b)).collect();
    let entities = &article.entities.entities;
    let who = found.first().filter(|_| found.len() > 1).and_then(|&first| {
        let question = text.blocks[first - 1].span.start;
        let named = article.entities.mentions.iter().take_while(|m| m.span.end <= question);
        let block = |m: &Mention| text.blocks.partition_point(|b| b.span.end <= m.span.start);
        let read = |m: &&Mention| article.structure.blocks[block(m)].kind != BlockKind::Byline;
        named
            .filter(read)
            .find(|m| entities[m.entity as usize].kind == EntityKind::Person)
    });
    let Some(who) = who else { return Vec::new() };
    let speaker = Speaker {
        status: SpeakerStatus::Named,
        entity: Some(who.entity),
        name: Some(entities[who.entity as usize].name.clone()),
        mention: Some(who.span),
        ..Speaker::unknown()
    };
    let draft = Draft::new(speaker, Rule::InterviewAnswer, Confidence::Likely, vec![who.span]);
    let answer = |b: usize| {
        *group += 1;
        let span = text.blocks[b].span;
        quotation(QuotationKind::Direct, span, None, b as u32, Some(&draft), *group)
    };
    found.into_iter().map(answer).collect()
}

fn turn(article: &Article, block: usize) -> Option<Turn> {
    let text = article.text;
    let kind = article.structure.blocks[block].kind;
    if !matches!(
        kind,
        BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Crosshead | BlockKind::KeyPoint | BlockKind::Other
    ) {
        return None;
    }
    let tokens = text.blocks[block].tokens.start as usize..text.blocks[block].tokens.end as usize;
    let mut start = tokens.start;
    // [00:12] Moor: …
    if matches!(text.word(start), "[" | "(") {
        let close = (start + 1..tokens.end.min(start + 6)).find(|&t| matches!(text.word(t), "]" | ")"))?;
        start = close + 1;
    }
    let colon = (start..tokens.end.min(start + 6)).find(|&t| text.word(t) == ":")?;
    let label = start..colon;
    let said = colon + 1..tokens.end;
    let name = |t: usize| text.tokens[t].kind == TokenKind::Word && text.tokens[t].case.is_capital();
    let stamped = start > tokens.start;
    let titled = matches!(
        text.form(start),
        "mr" | "mr." | "ms" | "ms." | "mrs" | "mrs." | "dr" | "dr."
    );
    let capitals = label
        .clone()
        .all(|t| text.tokens[t].case == Case::Upper || text.word(t).chars().count() == 1);
    let fits = !label.is_empty() && label.clone().all(name) && (capitals || stamped || titled);
    let marked = said
        .clone()
        .next()
        .is_some_and(|t| text.tokens[t].kind == TokenKind::Mark);
    (fits && !said.is_empty() && !marked).then_some(Turn { block, label, said })
}

/// The person that a label means: by surname, and "A" for the one person whom the words before are about.
fn speaker(article: &Article, turn: &Turn) -> Speaker {
    let text = article.text;
    let tokens = &text.tokens;
    let mention = Span {
        start: tokens[turn.label.start].span.start,
        end: tokens[turn.label.end - 1].span.end,
    };
    let label = text.form(turn.label.end - 1);
    if label == "q" {
        return Speaker::unknown();
    }
    let entities = &article.entities.entities;
    let person = |e: usize| entities[e].kind == EntityKind::Person;
    let entity = if label == "a" {
        let before = article.entities.mentions.iter().filter(|m| m.span.end <= mention.start);
        before.map(|m| m.entity as usize).find(|&e| person(e))
    } else {
        let surname = |e: usize| {
            entities[e]
                .name
                .rsplit(' ')
                .next()
                .is_some_and(|w| w.to_lowercase() == label)
        };
        let mut fitting = (0..entities.len()).filter(|&e| person(e) && surname(e));
        // The fullest name, where the label itself was taken for a name.
        let first = fitting.next();
        first.map(|first| {
            fitting.fold(first, |a, b| {
                if entities[b].name.len() > entities[a].name.len() {
                    b
                } else {
                    a
                }
            })
        })
    };
    match entity {
        Some(e) => Speaker {
            status: SpeakerStatus::Named,
            entity: Some(e as u32),
            name: Some(entities[e].name.clone()),
            mention: Some(mention),
            ..Speaker::unknown()
        },
        None if label == "a" => Speaker::unknown(),
        None => Speaker {
            status: SpeakerStatus::Unnamed,
            name: Some(mention.of(text.source).to_string()),
            mention: Some(mention),
            ..Speaker::unknown()
        },
    }
}
