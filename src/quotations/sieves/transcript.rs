//! Transcripts set without quotation marks: "MOOR: We go on Monday.", "Host: Why?", "ILSE MOOR, HOST: …", "[00:12] Moor: …".

use std::ops::Range;

use super::interview;
use crate::analysis::{
    AttributionRule as Rule, BlockKind, Confidence, EntityId, EntityKind, Quotation, QuotationKind, Span, Speaker,
};
use crate::entities::is_role;
use crate::quotations::carrier::Article;
use crate::quotations::draft::Draft;
use crate::quotations::quotation;
use crate::text::{Case, Text, TokenKind};

/// The longest label, in tokens: "UNIDENTIFIED PERSON #1", "Dr. Ilse van den Moor".
const LONGEST_LABEL: usize = 7;
/// So many of the labels are looked at before they are taken for a transcript's.
const MOST_LOOKED_AT: usize = 40;
/// No more paragraphs without a label go on with a turn.
const LONGEST_TURN: usize = 6;

/// A block that begins with a label and a colon.
struct Turn {
    block: usize,
    label: Range<usize>,
    said: Range<usize>,
    /// Set as labels are: in capitals, with a time, a title or a role behind a comma.
    strong: bool,
    /// Names somebody, or says what they do there.
    speaks: bool,
    entity: Option<EntityId>,
}

/// The turns of a transcript. `group` numbers the utterances.
pub(in crate::quotations) fn turns(article: &Article, group: &mut u32) -> Vec<Quotation> {
    let turns: Vec<Turn> = (0..article.text.blocks.len())
        .filter_map(|b| turn(article, b))
        .collect();
    let turns = if is_dialogue(article.text, &turns) {
        turns
    } else {
        turns.into_iter().filter(|t| t.strong).collect()
    };
    // One label alone is no transcript, nor are lines in capitals that name nobody: "ADD TO CART: …", "RTX 3080: …".
    let looked_at = &turns[..turns.len().min(MOST_LOOKED_AT)];
    let repeats = |t: &Turn| looked_at.iter().filter(|u| same(article.text, t, u)).count() > 1;
    let named = looked_at.iter().filter(|t| t.speaks || repeats(t)).count();
    if turns.len() < 2 || 2 * named < looked_at.len() {
        return interview::answers(article, group);
    }
    let mut quotations = Vec::new();
    let from_to = turns[turns.len() - 1].block - turns[0].block + 1;
    let throughout = from_to <= 2 * turns.len() + 2;
    for (i, turn) in turns.iter().enumerate() {
        let speaker = speaker(article, turn);
        let evidence = speaker.mention.into_iter().collect();
        let draft = Draft::new(speaker, Rule::TranscriptTurn, Confidence::Certain, evidence);
        *group += 1;
        let tokens = &article.text.tokens;
        if !turn.said.is_empty() {
            let span = Span {
                start: tokens[turn.said.start].span.start,
                end: tokens[turn.said.end - 1].span.end,
            };
            quotations.push(said(span, turn.block, &draft, *group));
        }
        // What stands between two turns goes on with the first; after the last the reporter may go on.
        let next = turns.get(i + 1).map_or(turn.block + 1, |t| t.block);
        let next = if turn.said.is_empty() {
            next.max(turn.block + 2)
        } else {
            next
        };
        let goes_on = (turn.block + 1..next.min(article.text.blocks.len())).take(LONGEST_TURN);
        for block in goes_on.filter(|&b| throughout && is_spoken(article, b)) {
            quotations.push(said(article.text.blocks[block].span, block, &draft, *group));
        }
    }
    quotations
}

fn said(span: Span, block: usize, draft: &Draft, group: u32) -> Quotation {
    quotation(QuotationKind::Direct, span, None, block as u32, Some(draft), group)
}

/// A paragraph without marks and without brackets around it: "(Soundbite of applause)".
fn is_spoken(article: &Article, block: usize) -> bool {
    let tokens = &article.text.blocks[block].tokens;
    let first = tokens.start as usize;
    article.structure.blocks[block].kind == BlockKind::Paragraph
        && !matches!(article.text.word(first), "(" | "[")
        && article.text.tokens[first].kind != TokenKind::Mark
}

/// Two turns of one speaker.
fn same(text: &Text, a: &Turn, b: &Turn) -> bool {
    match (a.entity, b.entity) {
        (Some(a), Some(b)) => a == b,
        _ => text.form(a.label.end - 1) == text.form(b.label.end - 1),
    }
}

/// Labels in mixed case are turns only where two or more take turns: somebody speaks again after another has.
fn is_dialogue(text: &Text, turns: &[Turn]) -> bool {
    let same = |a: &Turn, b: &Turn| same(text, a, b);
    turns
        .windows(3)
        .any(|t| !same(&t[0], &t[1]) && (same(&t[0], &t[2]) || turns.len() > 3 && !same(&t[1], &t[2])))
        && turns
            .iter()
            .enumerate()
            .any(|(i, t)| turns[i + 1..].iter().take(6).any(|u| same(t, u)))
}

fn turn(article: &Article, block: usize) -> Option<Turn> {
    let text = article.text;
    let kind = article.structure.blocks[block].kind;
    let tokens = text.blocks[block].tokens.start as usize..text.blocks[block].tokens.end as usize;
    let mut start = tokens.start;
    // [00:12] Moor: …
    if matches!(text.word(start), "[" | "(") {
        let close = (start + 1..tokens.end.min(start + 6)).find(|&t| matches!(text.word(t), "]" | ")"))?;
        start = close + 1;
    }
    let stamped = start > tokens.start;
    let (label, colon, behind) = label(text, start..tokens.end)?;
    let name = |t: usize| {
        let small = matches!(
            text.form(t),
            "the" | "de" | "van" | "von" | "der" | "den" | "al" | "bin" | "da"
        );
        let number = text.tokens[t].kind == TokenKind::Number || matches!(text.word(t), "#" | "." | "-" | "'" | "’");
        text.tokens[t].kind == TokenKind::Word && (text.tokens[t].case.is_capital() || small)
            || number && t > label.start
    };
    let words = || label.clone().filter(|&t| text.tokens[t].kind == TokenKind::Word);
    // "Dear Abby:" opens a letter to her.
    if words().next().is_none() || text.form(label.start) == "dear" || !label.clone().all(name) {
        return None;
    }
    let titled = is_courtesy(text.form(start));
    let capitals = words().all(|t| text.tokens[t].case == Case::Upper || text.word(t).chars().count() == 1);
    let strong = capitals || stamped || titled || behind;
    let said = colon + 1..tokens.end;
    let marked = said
        .clone()
        .next()
        .is_some_and(|t| text.tokens[t].kind == TokenKind::Mark);
    // A label alone on its line has its words in the next paragraph.
    if marked || said.is_empty() && !(strong && label.len() > 1) {
        return None;
    }
    let entity = person(article, label.clone());
    let role = words().any(|t| is_speaking_role(text.form(t)) || is_role(text.form(t)));
    let short = words().all(|t| text.word(t).len() < 3);
    let speaks = entity.is_some() || role || stamped || titled || behind || short;
    // A short turn may have been taken for a teaser: "Presenter: And you?"
    if !(kind.may_be_turn() || kind.is_prose() && kind != BlockKind::Headline && (entity.is_some() || role)) {
        return None;
    }
    // The paper that asks: "Post: Is it over?"
    let asks = label.len() == 1 && text.word(tokens.end - 1) == "?";
    (strong || entity.is_some() || role || asks || words().count() == 2).then_some(Turn {
        block,
        label,
        said,
        strong,
        speaks,
        entity,
    })
}

/// The label, the token of its colon, and whether a role or a time stands behind the name: "ILSE MOOR, HOST:", "Speaker 1 (00:01):".
fn label(text: &Text, tokens: Range<usize>) -> Option<(Range<usize>, usize, bool)> {
    let colon = tokens.clone().take(LONGEST_LABEL + 4).find(|&t| {
        text.word(t) == ":"
            && text
                .tokens
                .get(t + 1)
                .is_none_or(|n| n.space_before || t + 1 == tokens.end)
    })?;
    let behind = (tokens.start..colon).find(|&t| matches!(text.word(t), "," | "(" | "["));
    let label = tokens.start..behind.unwrap_or(colon);
    let fits = !label.is_empty() && label.len() <= LONGEST_LABEL;
    let fits_behind = behind.is_none_or(|b| match text.word(b) {
        // "(00:01)", not "(4-3-3)"
        "(" | "[" => (b..colon).any(|t| text.word(t) == ":" || text.word(t).contains(':')),
        _ => (b + 1..colon).all(|t| text.tokens[t].case == Case::Upper || text.tokens[t].kind != TokenKind::Word),
    });
    (fits && fits_behind).then_some((label, colon, behind.is_some()))
}

fn is_courtesy(form: &str) -> bool {
    matches!(form, "mr" | "mr." | "ms" | "ms." | "mrs" | "mrs." | "dr" | "dr.")
}

/// What people are called who speak in transcripts and are not named.
fn is_speaking_role(form: &str) -> bool {
    matches!(
        form,
        "interviewer"
            | "moderator"
            | "host"
            | "presenter"
            | "anchor"
            | "reporter"
            | "question"
            | "answer"
            | "speaker"
            | "caller"
            | "narrator"
            | "court"
            | "witness"
            | "operator"
            | "audience"
    )
}

/// The person that a label means: by the whole name, the surname, the initials or the given name.
fn person(article: &Article, label: Range<usize>) -> Option<EntityId> {
    let text = article.text;
    let words: Vec<&str> = label
        .clone()
        .filter(|&t| text.tokens[t].kind == TokenKind::Word)
        .map(|t| text.form(t))
        .filter(|w| !is_courtesy(w) || text.tokens[label.start].case == Case::Upper && label.len() == 1)
        .collect();
    let last = *words.last()?;
    let initials = words.len() == 1 && (2..4).contains(&last.len()) && text.tokens[label.start].case == Case::Upper;
    let entities = &article.entities.entities;
    let fits = |name: &str| {
        let name = name.to_lowercase();
        let parts: Vec<&str> = name.split([' ', '-']).filter(|p| !p.is_empty()).collect();
        if parts == words {
            return 4;
        }
        let letters: String = parts.iter().filter_map(|p| p.chars().next()).collect();
        let whole = || words.len() == 1 || parts.first() == words.iter().find(|w| !is_role(w));
        match () {
            _ if parts.len() < 2 => 0,
            _ if parts.last() == Some(&last) && whole() => 3,
            _ if initials && letters == last => 2,
            _ if words.len() == 1 && parts.first() == Some(&last) => 1,
            _ => 0,
        }
    };
    let people = (0..entities.len()).filter(|&e| entities[e].kind == EntityKind::Person);
    let best = people
        .map(|e| (fits(&entities[e].name), entities[e].name.len(), std::cmp::Reverse(e)))
        .max()
        .filter(|best| best.0 > 0)?;
    // "Moor" alone may be an entity of its own: the fullest name is meant.
    Some(best.2.0 as u32)
}

/// Who speaks: the person, else what the label says; "A" is the one person whom the words before are about.
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
    let person = |e: &u32| entities[*e as usize].kind == EntityKind::Person;
    let entity = if label == "a" {
        let before = article.entities.mentions.iter().filter(|m| m.span.end <= mention.start);
        before.map(|m| m.entity).find(person)
    } else {
        turn.entity
    };
    match entity {
        Some(e) => Speaker::named(e, &entities[e as usize].name, Some(mention)),
        None if label == "a" => Speaker::unknown(),
        None => Speaker::described(mention.of(text.source), mention),
    }
}
