//! The fields that are read out of the labelled blocks.

use super::head::Head;
use super::{Draft, Structure, byline, dateline};
use crate::analysis::{Block, BlockKind, BlockRule, Byline, Dateline, NoteCode, Published, Section, Span};
use crate::dates;

pub(super) fn collect(mut draft: Draft, head: Head) -> Structure {
    if head.headline.is_none() && draft.views.len() > 1 {
        let first = draft.views[0].span;
        draft.note(NoteCode::NoHeadline, first);
    }
    let second = (head.end..draft.views.len())
        .find(|&i| draft.rule(i) == Some(BlockRule::SecondHeadline))
        .unwrap_or(draft.views.len());
    let mut blocks: Vec<Block> = draft
        .views
        .iter()
        .zip(&draft.labels)
        .map(|(view, label)| {
            let (kind, rule) = label.unwrap_or((BlockKind::Paragraph, BlockRule::Prose));
            Block {
                kind,
                span: view.span,
                section: None,
                rule,
            }
        })
        .collect();
    let sections = sections(&mut blocks);
    let first = |kind: BlockKind| blocks[..second].iter().find(|b| b.kind == kind).map(|b| b.span);
    let kicker = head
        .headline
        .and_then(|h| blocks[..h].iter().rev().find(|b| b.kind == BlockKind::Kicker))
        .map(|b| b.span);
    Structure {
        headline: first(BlockKind::Headline),
        standfirst: standfirst(&blocks[..second]),
        kicker,
        bylines: bylines(&draft, &blocks[..second]),
        dateline: dateline(&draft, &blocks[..second]),
        published: published(&draft, &blocks[..second]),
        sections,
        notes: draft.notes,
        blocks,
    }
}

/// The first standfirst, with the lines that stand directly under it.
fn standfirst(blocks: &[Block]) -> Option<Span> {
    let first = blocks.iter().position(|b| b.kind == BlockKind::Standfirst)?;
    let last = blocks[first..]
        .iter()
        .take_while(|b| b.kind == BlockKind::Standfirst)
        .last()?;
    Some(Span {
        start: blocks[first].span.start,
        end: last.span.end,
    })
}

/// Every author once.
fn bylines(draft: &Draft, blocks: &[Block]) -> Vec<Byline> {
    let mut bylines: Vec<Byline> = Vec::new();
    for block in blocks.iter().filter(|b| b.kind == BlockKind::Byline).take(20) {
        let Some(credit) = byline::read(draft.text, block.span) else {
            continue;
        };
        // "Court reporter" under the name; "The Associated Press" under it says for whom.
        if let (Some(role), Some(last)) = (credit.role, bylines.last_mut()) {
            last.role = last.role.take().or(Some(role));
        }
        let agencies = credit.bylines.iter().all(|b| byline::is_agency(&b.name.to_lowercase()));
        if agencies && !credit.labelled && !bylines.is_empty() {
            continue;
        }
        for byline in credit.bylines {
            match bylines.iter_mut().find(|b| b.name.eq_ignore_ascii_case(&byline.name)) {
                Some(known) => known.role = known.role.take().or(byline.role),
                None => bylines.push(byline),
            }
        }
    }
    bylines
}

/// A dateline block, or one that the first paragraphs begin with.
fn dateline(draft: &Draft, blocks: &[Block]) -> Option<Dateline> {
    let own = blocks
        .iter()
        .find(|b| b.kind == BlockKind::Dateline)
        .and_then(|b| dateline::read(draft.text, b.span));
    let inline = || {
        blocks
            .iter()
            .filter(|b| b.kind == BlockKind::Paragraph)
            .take(2)
            .find_map(|b| dateline::read(draft.text, b.span).filter(|f| f.sure && !f.alone))
            .filter(|f| !f.colon || !is_transcript(blocks, draft.text.source))
    };
    let in_byline = || {
        let block = blocks.iter().find(|b| b.kind == BlockKind::Byline)?;
        let credit = byline::read(draft.text, block.span)?;
        let place = credit
            .place
            .filter(|p| p.of(draft.text.source).chars().all(|c| !c.is_lowercase()))?;
        Some(Dateline {
            place: place.of(draft.text.source).to_string(),
            agency: credit
                .bylines
                .first()
                .map(|b| b.name.clone())
                .filter(|n| byline::is_agency(&n.to_lowercase())),
            date: None,
            span: place,
        })
    };
    own.or_else(inline).map(|f| f.dateline).or_else(in_byline)
}

/// Several paragraphs begin with a name in capitals and a colon: "MOOR: We start Monday."
fn is_transcript(blocks: &[Block], source: &str) -> bool {
    let turn = |b: &&Block| {
        let words = b.span.of(source);
        words.split_once(": ").is_some_and(|(name, _)| {
            name.len() < 40 && name.contains(char::is_alphabetic) && !name.contains(char::is_lowercase)
        })
    };
    blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Paragraph)
        .take(20)
        .filter(turn)
        .count()
        > 1
}

/// The first date in a timestamp or a byline.
fn published(draft: &Draft, blocks: &[Block]) -> Option<Published> {
    blocks
        .iter()
        .filter(|b| matches!(b.kind, BlockKind::Timestamp | BlockKind::Byline))
        .take(30)
        .find_map(|b| {
            let words = b.span.of(draft.text.source);
            match b.kind {
                BlockKind::Timestamp => dates::timestamp_line(words, b.span)?.date,
                _ => byline::read(draft.text, b.span)?.published,
            }
        })
}

/// The crossheads and the blocks of text that each opens.
fn sections(blocks: &mut [Block]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (i, block) in blocks.iter_mut().enumerate() {
        match block.kind {
            BlockKind::Crosshead => sections.push(Section {
                crosshead: Some(i as u32),
                blocks: Vec::new(),
            }),
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::PullQuote => {
                if sections.is_empty() {
                    sections.push(Section {
                        crosshead: None,
                        blocks: Vec::new(),
                    });
                }
                if let Some(section) = sections.last_mut() {
                    section.blocks.push(i as u32);
                }
            }
            _ => continue,
        }
        block.section = sections
            .last()
            .filter(|s| s.crosshead.is_some())
            .map(|_| sections.len() as u32 - 1);
    }
    sections
}
