//! What stands above the text: kicker, headline, standfirst, key points, byline, time, dateline, captions.

use super::view::{End, Item, LineCase, View};
use super::{Draft, byline, caption, dateline, phrases};
use crate::analysis::{BlockKind, BlockRule};
use crate::dates;
use crate::text::HintKind;

/// How far the head is looked for.
const HEAD: usize = 60;

/// What the head of the article is found to be.
pub(super) struct Head {
    pub headline: Option<usize>,
    /// Where the text begins: an index into the blocks.
    pub end: usize,
}

/// Labels the head and says where it ends.
pub(super) fn label(draft: &mut Draft) -> Head {
    let limit = draft.views.len().min(HEAD);
    let first_prose = (0..limit).find(|&i| draft.is_free_prose(i));
    // A poem, a list, a page of code: without running text or the signs of an article there is no headline to look for.
    let signs = (0..limit).any(|i| {
        matches!(
            draft.kind(i),
            Some(BlockKind::Byline | BlockKind::Timestamp | BlockKind::Dateline)
        )
    });
    if first_prose.is_none() && !signs && draft.views.len() > 4 {
        return Head { headline: None, end: 0 };
    }
    let Some(headline) = headline(draft, first_prose.unwrap_or(limit)) else {
        let end = without_headline(draft, first_prose);
        return Head { headline: None, end };
    };
    draft.relabel(headline, BlockKind::Headline, headline_rule(&draft.views[headline]));
    above(draft, headline);
    repeated_headlines(draft, headline, first_prose.unwrap_or(limit).max(headline + 1));
    let from = headline + 1;
    tags_under_heading(draft, from, prose_limit(draft, from, limit, 1));
    names_as_bylines(draft, from, limit);
    let meta = last_sign(draft, from, limit);
    let end = text_start(draft, meta.map_or(from, |m| m + 1), limit);
    lone_dateline(draft, from, end);
    between(draft, from, meta, end);
    Head {
        headline: Some(headline),
        end,
    }
}

fn headline_rule(view: &View) -> BlockRule {
    if matches!(view.hint, Some(HintKind::Heading(_))) {
        BlockRule::Markup
    } else {
        BlockRule::FirstShortLine
    }
}

/// The block of the headline, which stands before `before`.
fn headline(draft: &Draft, before: usize) -> Option<usize> {
    if let Some(marked) = (0..draft.views.len().min(HEAD)).find(|&i| draft.views[i].hint == Some(HintKind::Heading(1)))
    {
        return Some(marked);
    }
    let before = before.min(draft.views.len());
    let candidate = |i: usize| {
        let view = &draft.views[i];
        let topic_label = view.words.contains(['>', '›', '»']) && view.case == LineCase::Title;
        draft.is_free(i)
            && view.item.is_none()
            && !topic_label
            && !phrases::is_section(&view.key)
            && (view.is_title() || (view.count < 3 && view.end == End::None) || sentence_as_headline(draft, i))
    };
    let long = |i: usize| {
        let view = &draft.views[i];
        view.count >= 4 || (view.count == 3 && view.chars >= 22) || (view.hint.is_some() && view.count > 1)
    };
    if let Some(i) = (0..before).find(|&i| candidate(i) && long(i)) {
        // The time or the byline is never above the headline together with its text.
        return Some(i);
    }
    let last_short = (0..before).rev().find(|&i| candidate(i))?;
    let has_text = before < draft.views.len();
    // A single city in capitals before the text is a dateline.
    let city = dateline::read(draft.text, draft.views[last_short].span).is_some_and(|f| f.alone);
    (has_text && !city && draft.views[last_short].count > 1).then_some(last_short)
}

/// "Poll: Wealthy Voters Leave the Party." The first line may be a headline with a stop where it is set in capitals.
fn sentence_as_headline(draft: &Draft, i: usize) -> bool {
    let view = &draft.views[i];
    i == 0
        && draft.views.len() > 2
        && view.sentences == 1
        && view.chars < 140
        && view.case != LineCase::Sentence
        && view.count > 3
        && draft.views[1].gap > 0
        && !view.quoted
}

/// Without a headline the text begins at the first paragraph.
fn without_headline(draft: &mut Draft, first_prose: Option<usize>) -> usize {
    let end = first_prose.unwrap_or(0);
    for i in 0..end {
        let city = dateline::read(draft.text, draft.views[i].span).is_some_and(|f| f.alone);
        if i + 1 == end && city {
            draft.label(i, BlockKind::Dateline, BlockRule::PlaceBeforeText);
        }
        if phrases::is_section(&draft.views[i].key) {
            draft.label(i, BlockKind::Kicker, BlockRule::AboveHeadline);
        }
    }
    end
}

/// Labels what stands above the headline.
fn above(draft: &mut Draft, headline: usize) {
    for i in 0..headline {
        let view = &draft.views[i];
        let weak = matches!(
            draft.kind(i),
            Some(BlockKind::Related | BlockKind::Furniture | BlockKind::Tags | BlockKind::Credit)
        );
        if weak && phrases::is_section(&view.key) || draft.is_free(i) && view.count <= 6 {
            draft.relabel(i, BlockKind::Kicker, BlockRule::AboveHeadline);
        } else {
            draft.label(i, BlockKind::Furniture, BlockRule::AmongFurniture);
        }
    }
}

/// The headline without the name of the site: "Port union rejects plan | The Quay Herald".
fn bare_title(key: &str) -> &str {
    let cut = [" | ", " - ", " – ", " — ", " · "]
        .iter()
        .filter_map(|s| key.rfind(s).map(|i| (i, i + s.len())))
        .max();
    match cut {
        Some((end, site)) if key[site..].split_whitespace().count() <= 5 && end > 15 => key[..end].trim(),
        _ => key,
    }
}

fn repeated_headlines(draft: &mut Draft, headline: usize, before: usize) {
    let key = bare_title(&draft.views[headline].key).to_string();
    for i in headline + 1..before {
        let other = &draft.views[i].key;
        if !key.is_empty() && (bare_title(other) == key || *other == draft.views[headline].key) {
            draft.relabel(i, BlockKind::Headline, BlockRule::RepeatedHeadline);
        }
    }
}

/// Labels bylines that do not say "By": names, roles and agencies beside a time, another byline, or before the text.
fn names_as_bylines(draft: &mut Draft, from: usize, limit: usize) {
    let stop = prose_limit(draft, from, limit, 3);
    for i in from..stop {
        let view = &draft.views[i];
        let short = view.chars <= 120 && view.count <= 16;
        let is_free = draft.is_free(i)
            || draft.kind(i) == Some(BlockKind::Credit) && draft.rule(i) == Some(BlockRule::OnlyCredit);
        if !is_free || !short || view.item.is_some() || matches!(view.end, End::Colon | End::Question) {
            continue;
        }
        let Some(credit) = byline::read(draft.text, view.span) else {
            continue;
        };
        // A sign of an article right beside it, or below with nothing but furniture between.
        let sign = |j: usize| {
            matches!(
                draft.kind(j),
                Some(BlockKind::Byline | BlockKind::Timestamp | BlockKind::Dateline)
            )
        };
        let before = i > from && sign(i - 1);
        let outlet_below =
            i + 1 < stop && draft.views[i + 1].gap == 0 && draft.is_free(i + 1) && draft.views[i + 1].count <= 5 && {
                byline::read(draft.text, draft.views[i + 1].span).is_some_and(|c| c.bylines.is_empty())
            };
        let outlet = |j: usize| draft.is_free(j) && draft.views[j].count <= 5 && byline::is_outlet(&draft.views[j].key);
        let after = (i + 1..stop.min(i + 4)).find(|&j| draft.kind(j) != Some(BlockKind::Furniture) && !outlet(j));
        let after_sign = after.is_some_and(sign);
        let names = credit
            .bylines
            .iter()
            .any(|b| b.name.contains(' ') || byline::is_agency(&b.name.to_lowercase()));
        let told =
            credit.published.is_some() || credit.place.is_some() || credit.bylines.iter().any(|b| b.role.is_some());
        let again = !view.key.is_empty()
            && (from..i).any(|j| draft.kind(j) == Some(BlockKind::Byline) && draft.views[j].key == view.key);
        let next = (i + 1..limit).find(|&j| {
            !matches!(
                draft.kind(j),
                Some(BlockKind::Furniture | BlockKind::Caption | BlockKind::Credit)
            )
        });
        let before_text = next.is_some_and(|j| draft.is_free_prose(j));
        let title = view.case != LineCase::Sentence || view.count <= 5;
        let outlet_beside = !names && (before || after_sign && byline::is_outlet(&view.key));
        if title && (names && (before || after_sign || told || before_text || outlet_below) || again || outlet_beside) {
            draft.relabel(i, BlockKind::Byline, BlockRule::NameUnderHeadline);
        }
    }
}

/// Where the `n`th block of free running text after `from` stands, or `limit`.
fn prose_limit(draft: &Draft, from: usize, limit: usize, n: usize) -> usize {
    (from..limit)
        .filter(|&i| draft.is_free_prose(i))
        .nth(n - 1)
        .unwrap_or(limit)
}

/// The last byline, time or dateline that stands above the text: what is before it is no paragraph.
fn last_sign(draft: &Draft, from: usize, limit: usize) -> Option<usize> {
    let mut prose = 0;
    let mut last = None;
    for i in from..limit {
        if draft.is_free_prose(i) {
            prose += 1;
            if prose > 2 || draft.views[i].chars > 450 {
                break;
            }
        }
        let sign = match draft.kind(i) {
            Some(BlockKind::Byline | BlockKind::Dateline) => true,
            Some(BlockKind::Timestamp) => {
                prose == 0
                    || dates::timestamp_line(draft.views[i].words, draft.views[i].span)
                        .is_some_and(|t| t.date.is_some())
            }
            // A standfirst may stand above the share bar too, a paragraph hardly.
            Some(BlockKind::Furniture) => prose == 0,
            _ => false,
        };
        // Under the first paragraphs a byline is another article's.
        if sign && (prose < 2 || last.is_none()) {
            last = Some(i);
        }
    }
    last
}

/// The first paragraph from `from` on. In a text whose paragraphs stand apart, running text that does not is a standfirst.
fn text_start(draft: &Draft, from: usize, limit: usize) -> usize {
    let Some(first) = (from..limit).find(|&i| draft.is_free_prose(i)) else {
        return (from..draft.views.len())
            .find(|&i| draft.is_free(i) && draft.views[i].is_sentence())
            .unwrap_or(from.min(draft.views.len()));
    };
    let is_attached = draft.spaced
        && draft.views[first].gap == 0
        && draft.views[first].chars <= 450
        && draft.views.get(first + 1).is_some_and(|v| v.gap > 0);
    let next = (first + 1..limit).find(|&i| draft.is_free_prose(i));
    if let Some(next) = next
        && (is_attached || caption::describes_picture(draft.text, &draft.views[first]))
    {
        return next;
    }
    // A short sentence that opens the text: "A preventable crisis."
    let mut start = first;
    while start > from
        && draft.is_free(start - 1)
        && draft.views[start - 1].is_sentence()
        && draft.views[start - 1].gap > 0
        && draft.views[start].gap > 0
    {
        start -= 1;
    }
    start
}

/// A city in capitals on its own line before the text.
fn lone_dateline(draft: &mut Draft, from: usize, end: usize) {
    if end <= from || end > draft.views.len() {
        return;
    }
    let i = end - 1;
    if draft.is_free(i)
        && draft.views[i].count <= 4
        && dateline::read(draft.text, draft.views[i].span).is_some_and(|f| f.alone)
    {
        draft.relabel(i, BlockKind::Dateline, BlockRule::PlaceBeforeText);
    }
}

/// Labels what is left between the headline and the text. `meta` is the last byline, time or the like.
fn between(draft: &mut Draft, from: usize, meta: Option<usize>, end: usize) {
    let end = end.min(draft.views.len());
    key_points(draft, from, end);
    let mut standfirst = false;
    let mut i = from;
    while i < end {
        if !draft.is_free(i) {
            i += 1;
            continue;
        }
        let view = &draft.views[i];
        let under_player = draft.rule(i - 1) == Some(BlockRule::PlayerTime)
            || matches!(draft.views[i - 1].key.as_str(), "video" | "play video" | "watch");
        let repeated = (from..end).any(|j| j != i && !view.key.is_empty() && draft.views[j].key == view.key);
        let above_meta = meta.is_none_or(|m| i < m);
        let signs_before = (from..i).any(|j| {
            matches!(
                draft.kind(j),
                Some(BlockKind::Byline | BlockKind::Timestamp | BlockKind::Dateline)
            )
        });
        let caption_before = i > 0
            && matches!(draft.kind(i - 1), Some(BlockKind::Caption))
            && draft.rule(i - 1) == Some(BlockRule::UnderPlayer);
        let stamped = draft.kind(i - 1) == Some(BlockKind::Timestamp)
            && dates::timestamp_line(draft.views[i - 1].words, draft.views[i - 1].span).is_some_and(|t| t.clock_only);
        // The first question of an interview: others follow.
        let asked = view.end == End::Question
            && view.count <= 15
            && (i + 1..draft.views.len().min(i + 9))
                .any(|j| draft.is_free(j) && draft.views[j].end == End::Question && !draft.views[j].is_prose());
        if asked && i + 1 == end {
            draft.label(i, BlockKind::Crosshead, BlockRule::QuestionBetweenParagraphs);
        } else if stamped && view.is_title() {
            draft.label(i, BlockKind::Crosshead, BlockRule::ShortLineBetweenParagraphs);
        } else if view.hint == Some(HintKind::BlockQuote) {
            draft.label(i, BlockKind::PullQuote, BlockRule::Markup);
        } else if under_player || caption_before {
            draft.label(i, BlockKind::Caption, BlockRule::UnderPlayer);
        } else if caption::describes_picture(draft.text, view) || (repeated && view.count > 3) {
            draft.label(i, BlockKind::Caption, BlockRule::DescribesPicture);
        } else if view.count <= 3 && view.chars < 30 {
            let kind = if phrases::is_section(&view.key) {
                BlockKind::Kicker
            } else {
                BlockKind::Furniture
            };
            draft.label(i, kind, BlockRule::AmongFurniture);
        } else if !standfirst && (above_meta && !signs_before || view.is_prose() || view.is_sentence()) {
            let rule = if signs_before {
                BlockRule::UnderByline
            } else {
                BlockRule::UnderHeadline
            };
            draft.label(i, BlockKind::Standfirst, rule);
            standfirst = true;
        } else if standfirst
            && !signs_before
            && above_meta
            && view.gap == 0
            && draft.kind(i - 1) == Some(BlockKind::Standfirst)
        {
            draft.label(i, BlockKind::Standfirst, BlockRule::UnderHeadline);
        } else {
            draft.label(i, BlockKind::Caption, BlockRule::UnderByline);
        }
        i += 1;
    }
}

/// Topics under a heading, also before the text.
fn tags_under_heading(draft: &mut Draft, from: usize, end: usize) {
    for i in from..end {
        if draft.kind(i) == Some(BlockKind::Tags) {
            super::tail::tags_after(draft, i, end);
        }
    }
}

/// Bullets, or at least three lines of like shape, before the text.
fn key_points(draft: &mut Draft, from: usize, end: usize) {
    let mut i = from;
    while i < end {
        if draft.is_free(i) && draft.views[i].item == Some(Item::Bullet)
            || draft.views[i].hint == Some(HintKind::ListItem) && draft.is_free(i)
        {
            draft.label(i, BlockKind::KeyPoint, BlockRule::BulletOrNumber);
            i += 1;
            continue;
        }
        let is_point = |draft: &Draft, j: usize| {
            let view = &draft.views[j];
            draft.is_free(j) && view.count >= 3 && view.chars <= 200 && view.end != End::Colon && !view.quoted
        };
        let heading = draft.is_free(i) && is_points_heading(&draft.views[i].key);
        let first = if heading { i + 1 } else { i };
        let mut last = first;
        while last < end
            && is_point(draft, last)
            && (last == first || draft.views[last].gap == draft.views[first].gap.min(1) || draft.views[last].gap == 0)
        {
            last += 1;
        }
        if heading && last > first || last >= first + 3 {
            if heading {
                draft.label(i, BlockKind::Crosshead, BlockRule::ShortLinesUnderHeadline);
            }
            for j in first..last {
                draft.label(j, BlockKind::KeyPoint, BlockRule::ShortLinesUnderHeadline);
            }
            i = last;
        } else {
            i += 1;
        }
    }
}

/// "Key points", "At a glance".
pub(super) fn is_points_heading(key: &str) -> bool {
    matches!(
        key,
        "key points"
            | "summary"
            | "in short"
            | "in brief"
            | "highlights"
            | "story highlights"
            | "key takeaways"
            | "takeaways"
            | "at a glance"
            | "main points"
            | "the main points"
            | "key facts"
            | "quick facts"
            | "key highlights"
            | "key developments"
            | "topline"
            | "the basics"
            | "essentials"
            | "synopsis"
            | "what you need to know"
            | "what we know so far"
            | "key moments"
            | "key details"
            | "points"
            | "quick read"
    )
}
