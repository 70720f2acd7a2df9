//! What stands between the paragraphs: crossheads, captions, lists, pull quotes, links.

use std::collections::HashMap;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use super::view::{End, Item, LineCase};
use super::{Draft, byline, caption, head, phrases, tail};
use crate::analysis::{BlockKind, BlockRule, NoteCode, Span};
use crate::dates;
use crate::text::{HintKind, TokenKind};

/// Labels the body.
pub(super) fn label(draft: &mut Draft, body: Range<usize>) {
    second_article(draft, body.clone());
    related_boxes(draft, body.clone());
    by_markup(draft, body.clone());
    cut_by_links(draft, body.clone());
    sources(draft, body.clone());
    lists(draft, body.clone());
    captions(draft, body.clone());
    pull_quotes(draft, body.clone());
    lines_between(draft, body.clone());
    for i in body {
        draft.label(i, BlockKind::Paragraph, BlockRule::Prose);
    }
}

/// Headings inside the body followed by links: "Related", "Read more".
fn related_boxes(draft: &mut Draft, body: Range<usize>) {
    let mut i = body.start;
    while i < body.end {
        let view = &draft.views[i];
        let heading = draft.kind(i) == Some(BlockKind::Related) && draft.rule(i) == Some(BlockRule::OpensAsLink);
        // "Read more: Port union rejects plan" is whole.
        let whole = view.count > 4 && !matches!(view.end, End::Colon) && view.words.contains([':', '|']);
        if draft.kind(i) == Some(BlockKind::Tags) {
            tail::tags_after(draft, i, body.end);
        }
        i += 1;
        if !heading || whole {
            continue;
        }
        let first = i;
        while i < body.end && i < first + 12 && is_link(draft, i) {
            let gap = draft.views[i].gap;
            let apart = draft.spaced && i > first && gap > draft.views[first].gap;
            let title = i > first
                && !draft.spaced
                && crosshead_shape(draft, i)
                && followed_by_prose(draft, i, body.end)
                && draft.views[i].count <= 4;
            if apart || title {
                break;
            }
            draft.relabel(i, BlockKind::Related, BlockRule::UnderRelatedHeading);
            i += 1;
        }
    }
}

/// A line that may stand under a heading for links.
fn is_link(draft: &Draft, i: usize) -> bool {
    let view = &draft.views[i];
    let free = draft.is_free(i)
        || matches!(draft.kind(i), Some(BlockKind::Timestamp))
        || draft.rule(i) == Some(BlockRule::PlayerTime);
    free && !view.is_prose() && !(view.is_sentence() && view.count > 4) && view.end != End::Colon
}

fn by_markup(draft: &mut Draft, body: Range<usize>) {
    for i in body {
        let (kind, rule) = match draft.views[i].hint {
            Some(HintKind::Heading(_)) if draft.views[i].chars < 200 => (BlockKind::Crosshead, BlockRule::Markup),
            Some(HintKind::ListItem) => (BlockKind::ListItem, BlockRule::Markup),
            Some(HintKind::Link) if draft.views[i].is_title() && draft.views[i].count > 3 => {
                (BlockKind::Related, BlockRule::Markup)
            }
            _ => continue,
        };
        draft.label(i, kind, rule);
    }
}

/// A link inside a paragraph whose words came out on lines of their own: "The report" / ", opens new tab".
fn cut_by_links(draft: &mut Draft, body: Range<usize>) {
    for i in body.start..body.end.saturating_sub(1) {
        if draft.is_free(i) && draft.views[i + 1].key == "opens new tab" && draft.views[i].gap == 0 {
            draft.label(i, BlockKind::Paragraph, BlockRule::CutByLink);
        }
    }
}

/// "Sources:" above addresses.
fn sources(draft: &mut Draft, body: Range<usize>) {
    for i in body {
        if draft.views[i].end == End::Colon
            && draft.views[i].count <= 4
            && i + 1 < draft.views.len()
            && draft.kind(i + 1) == Some(BlockKind::Other)
        {
            draft.label(i, BlockKind::Other, BlockRule::NoWords);
        }
    }
}

/// Items with bullets or numbers, short lines after a colon, and runs of very short lines.
fn lists(draft: &mut Draft, body: Range<usize>) {
    let numbered = body
        .clone()
        .filter(|&i| draft.views[i].item == Some(Item::Number))
        .count();
    let mut i = body.start;
    while i < body.end {
        let item = draft.views[i].item;
        if draft.is_free(i) && (item == Some(Item::Bullet) || (item == Some(Item::Number) && numbered > 1)) {
            draft.label(i, BlockKind::ListItem, BlockRule::BulletOrNumber);
            i += 1;
            continue;
        }
        let is_short = |draft: &Draft, j: usize| {
            draft.is_free(j)
                && !draft.views[j].is_sentence()
                && draft.views[j].end != End::Colon
                && draft.views[j].chars < 160
        };
        // All lines of a run stand equally far apart; the first may stand further off.
        let gap = draft.views.get(i + 1).map_or(0, |v| v.gap.min(1));
        let run = (i..body.end)
            .take_while(|&j| is_short(draft, j) && (j == i || draft.views[j].gap == gap))
            .count();
        let after_colon = i > body.start
            && draft.views[i - 1].end == End::Colon
            && draft.kind(i - 1).is_none_or(|k| k == BlockKind::Paragraph);
        // Of a long run the last line may be the crosshead of what follows.
        let tight = run > 1 && draft.views[i + 1..i + run].iter().all(|v| v.gap == 0);
        let words: usize = draft.views[i..i + run].iter().map(|v| v.count).sum();
        if run >= 2 && after_colon && (tight || !draft.spaced || run > 2)
            || run >= 4 && words <= run * 4 && !in_verse(draft, i, run, &body)
        {
            for j in i..i + run {
                draft.label(j, BlockKind::ListItem, BlockRule::RunOfShortLines);
            }
        }
        i += run.max(1);
    }
}

/// Short lines are a poem or a page of code where there is hardly anything else.
fn in_verse(draft: &Draft, from: usize, run: usize, body: &Range<usize>) -> bool {
    let prose = draft.views[body.clone()].iter().filter(|v| v.is_prose()).count();
    prose == 0 || (run > prose * 4 && from == body.start)
}

/// Quotations set apart that a paragraph holds too.
fn pull_quotes(draft: &mut Draft, body: Range<usize>) {
    let whole = |draft: &Draft, i: usize| {
        let view = &draft.views[i];
        draft.is_free(i)
            && (view.quoted || view.hint == Some(HintKind::BlockQuote) || view.end == End::None)
            && (view.count >= 8 || (view.count >= 5 && view.case == LineCase::Sentence))
            && view.chars < 350
            && (view.words.ends_with(['”', '"', '’', '\'', '»']) || view.end == End::None)
    };
    let candidates: Vec<usize> = body.clone().filter(|&i| whole(draft, i)).collect();
    if candidates.is_empty() {
        return;
    }
    // The paragraphs in which each five words in a row stand: the first two are enough.
    let mut seen: HashMap<[u32; 5], (u32, Option<u32>), FxBuildHasher> = HashMap::default();
    let words = |draft: &Draft, i: usize| -> Vec<u32> {
        let tokens = draft.text.tokens_in(draft.views[i].span);
        draft.text.tokens[tokens]
            .iter()
            .filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
            .map(|t| t.form)
            .collect()
    };
    for i in body.clone().filter(|&i| draft.is_free(i)) {
        for five in words(draft, i).windows(5) {
            let entry = seen
                .entry([five[0], five[1], five[2], five[3], five[4]])
                .or_insert((i as u32, None));
            if entry.0 != i as u32 && entry.1.is_none() {
                entry.1 = Some(i as u32);
            }
        }
    }
    for i in candidates {
        let words = words(draft, i);
        let Some(first) = words.first_chunk::<5>() else {
            continue;
        };
        let places = |five: &[u32; 5]| {
            let (first, second) = seen.get(five).copied().unwrap_or((i as u32, None));
            [Some(first), second].into_iter().flatten().find(|&p| p as usize != i)
        };
        let elsewhere = places(first).filter(|p| words.last_chunk::<5>().and_then(&places) == Some(*p));
        // The longer of the two is the paragraph; of equals, the one that comes first.
        let pulled = elsewhere.is_some_and(|p| {
            let other = &draft.views[p as usize];
            other.chars > draft.views[i].chars + 8 || (other.chars + 8 >= draft.views[i].chars && (p as usize) < i)
        });
        if pulled {
            draft.label(i, BlockKind::PullQuote, BlockRule::RepeatsQuotation);
            // The speaker's name under it.
            let named = i + 1 < body.end
                && draft.views[i + 1].count <= 6
                && draft.views[i + 1].end == End::None
                && byline::read(draft.text, draft.views[i + 1].span).is_some_and(|c| !c.bylines.is_empty());
            if named {
                draft.label(i + 1, BlockKind::PullQuote, BlockRule::RepeatsQuotation);
            }
        }
    }
}

fn captions(draft: &mut Draft, body: Range<usize>) {
    // Where one caption is a long line without a stop, others are.
    let long = body
        .clone()
        .filter(|&i| draft.is_free(i) && long_without_stop(draft, i, 95))
        .count();
    for i in body.clone() {
        if !draft.is_free(i) {
            continue;
        }
        let view = &draft.views[i];
        let under_player = i > 0 && draft.rule(i - 1) == Some(BlockRule::PlayerTime);
        let above_credit = i + 1 < body.end && draft.kind(i + 1) == Some(BlockKind::Credit);
        let about = caption::describes_picture(draft.text, view);
        let under_caption = i > 0 && draft.rule(i - 1) == Some(BlockRule::UnderPlayer);
        if under_caption && view.is_prose() && view.sentences == 1 && caption::is_present(draft.text, view)
            || under_player && !view.is_prose()
        {
            draft.label(i, BlockKind::Caption, BlockRule::UnderPlayer);
        } else if about && (!view.is_prose() || view.sentences < 2 || above_credit) {
            draft.label(i, BlockKind::Caption, BlockRule::DescribesPicture);
        } else if above_credit
            && (view.end == End::None || (view.sentences == 1 && draft.views[i + 1].gap == 0))
            && view.count > 3
        {
            draft.label(i, BlockKind::Caption, BlockRule::EndsWithCredit);
        } else if long_without_stop(draft, i, if long > 1 { 60 } else { 95 }) {
            draft.label(i, BlockKind::Caption, BlockRule::LongLineWithoutStop);
        }
    }
}

fn long_without_stop(draft: &Draft, i: usize, chars: usize) -> bool {
    let view = &draft.views[i];
    view.end == End::None
        && view.chars >= chars
        && view.chars < 500
        && view.case == LineCase::Sentence
        && !view.quoted
        && view.count > 9
        && view.sentences == 1
        && !view.words.starts_with('”')
        && i > 0
}

/// Lines without a stop between paragraphs: crossheads, links in capitals, runs of titles.
fn lines_between(draft: &mut Draft, body: Range<usize>) {
    let verse = !body.clone().any(|i| draft.views[i].is_prose());
    if verse {
        return;
    }
    let mut i = body.start;
    while i < body.end {
        if !draft.is_free(i) || !line_shape(draft, i) {
            i += 1;
            continue;
        }
        let run = (i..body.end)
            .take_while(|&j| draft.is_free(j) && line_shape(draft, j))
            .count();
        let last = i + run - 1;
        let ends_at_prose = followed_by_prose(draft, last, body.end);
        let tight = draft.spaced && draft.views[i + 1..=last].iter().any(|v| v.gap == 0);
        let names = (i..=last).any(|j| {
            byline::read(draft.text, draft.views[j].span).is_some_and(|c| !c.bylines.is_empty())
                && draft.views[j].count <= 3
        });
        if run >= 3 && !in_verse(draft, i, run, &body) || run == 2 && (tight || names && draft.views[i].count > 4) {
            // The last of them may be the crosshead of what follows.
            let crosshead = ends_at_prose && !tight && draft.views[last].count <= 4 && !names && run > 2;
            for j in i..if crosshead { last } else { last + 1 } {
                draft.label(j, BlockKind::Related, BlockRule::RunOfTitles);
            }
            if crosshead {
                draft.label(last, BlockKind::Crosshead, BlockRule::ShortLineBetweenParagraphs);
            }
        } else {
            for j in i..=last {
                between_paragraphs(draft, j, body.end);
            }
        }
        i = last + 1;
    }
}

/// Short, and no sentence.
fn line_shape(draft: &Draft, i: usize) -> bool {
    let view = &draft.views[i];
    // A turn of a transcript: "MOOR: Will there be a refund?"
    let turn = view
        .words
        .split_once(": ")
        .is_some_and(|(name, _)| name.len() < 40 && !name.contains(char::is_lowercase));
    view.chars <= 200 && !turn && !view.is_sentence() && !matches!(view.end, End::Comma | End::Colon)
        || view.end == End::Stop
            && view.sentences == 1
            && view.count <= 9
            && view.words.ends_with('!')
            && view.case == LineCase::Title
        || head::is_points_heading(&view.key)
}

fn crosshead_shape(draft: &Draft, i: usize) -> bool {
    let view = &draft.views[i];
    line_shape(draft, i) && view.count <= 15 && view.chars <= 95
}

fn followed_by_prose(draft: &Draft, i: usize, end: usize) -> bool {
    (i + 1..end.min(i + 6))
        .find(|&j| {
            !matches!(
                draft.kind(j),
                Some(
                    BlockKind::Furniture
                        | BlockKind::Caption
                        | BlockKind::Credit
                        | BlockKind::Related
                        | BlockKind::Embed
                )
            )
        })
        .is_some_and(|j| {
            matches!(
                draft.kind(j),
                None | Some(BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Timestamp | BlockKind::Byline)
            )
        })
}

fn between_paragraphs(draft: &mut Draft, i: usize, end: usize) {
    let view = &draft.views[i];
    let words_only = view.words.contains(char::is_alphabetic);
    if view.case == LineCase::Upper && view.count >= 6 {
        draft.label(i, BlockKind::Related, BlockRule::LinkInCapitals);
    } else if crosshead_shape(draft, i)
        && words_only
        && (followed_by_prose(draft, i, end) || i + 1 < draft.views.len() && i + 1 < end)
    {
        let rule = if view.quoted {
            BlockRule::QuotationAsCrosshead
        } else if view.end == End::Question {
            BlockRule::QuestionBetweenParagraphs
        } else {
            BlockRule::ShortLineBetweenParagraphs
        };
        draft.label(i, BlockKind::Crosshead, rule);
    } else if view.end == End::None && view.count > 9 && !view.quoted {
        draft.label(i, BlockKind::Caption, BlockRule::LongLineWithoutStop);
    }
}

/// A title with a byline, a dated time or a dateline under it, after some paragraphs and before others.
fn second_article(draft: &mut Draft, body: Range<usize>) {
    let mut prose_before = 0;
    for i in body.clone() {
        prose_before += usize::from(draft.is_free_prose(i));
        let sign = match draft.kind(i) {
            Some(BlockKind::Byline) => draft.rule(i) == Some(BlockRule::SaysBy),
            Some(BlockKind::Dateline) => true,
            Some(BlockKind::Timestamp) => {
                dates::timestamp_line(draft.views[i].words, draft.views[i].span).is_some_and(|t| t.date.is_some())
            }
            _ => false,
        };
        if !sign || prose_before < 2 {
            continue;
        }
        let prose_after = (i + 1..body.end).filter(|&j| draft.is_free_prose(j)).take(2).count();
        let title = (i.saturating_sub(3).max(body.start)..i).find(|&j| {
            let view = &draft.views[j];
            draft.is_free(j) && view.is_title() && view.count >= 4 && !phrases::is_section(&view.key)
        });
        if let Some(title) = title
            && prose_after == 2
        {
            let span = Span {
                start: draft.views[title].span.start,
                end: draft.views[title].span.end,
            };
            draft.relabel(title, BlockKind::Headline, BlockRule::SecondHeadline);
            for j in title + 1..i {
                draft.label(j, BlockKind::Standfirst, BlockRule::UnderHeadline);
            }
            draft.note(NoteCode::SecondArticle, span);
            prose_before = 0;
        }
    }
}
