//! What stands below the text: related links, topics, notes about the author, the end of the page.

use super::view::{End, LineCase};
use super::{Draft, byline};
use crate::analysis::{BlockKind, BlockRule, Span};

/// Where the tail begins: after the last paragraph, or at a heading after which hardly a paragraph stands.
pub(super) fn start(draft: &Draft, from: usize) -> usize {
    let n = draft.views.len();
    if !(from..n).any(|i| draft.is_free_prose(i)) {
        // Without running text nothing tells the end of it.
        return n;
    }
    // Of the blocks from `i` on: how many are running text, and whether two follow each other.
    let mut prose = 0;
    let mut pair = false;
    let mut next_prose = false;
    let mut start = n;
    let mut after_text = true;
    for i in (from..n).rev() {
        // A word about the author may end the page as a paragraph does.
        let is_prose = draft.is_free_prose(i) && !(prose == 0 && about_author(draft, i));
        if is_prose {
            pair |= next_prose;
            prose += 1;
            after_text = false;
        } else if after_text
            && (!(draft.is_free(i) && draft.views[i].is_sentence() && draft.views[i].count > 2)
                || about_author(draft, i))
        {
            start = i;
        } else if after_text {
            // "It was over." may be the last paragraph, where one stands right above it.
            after_text = !(i > from && (draft.is_free(i - 1) && draft.views[i - 1].is_sentence()));
            if after_text {
                start = i;
            }
        }
        let others = n - i - prose;
        if is_tail_heading(draft, i) && !pair && (prose == 0 || (others > prose * 3 && others > 5)) {
            start = i;
        }
        if !matches!(
            draft.kind(i),
            Some(BlockKind::Furniture | BlockKind::Caption | BlockKind::Credit)
        ) {
            next_prose = is_prose;
        }
    }
    start.max(from)
}

/// A heading or notice after which the page goes on to other things.
fn is_tail_heading(draft: &Draft, i: usize) -> bool {
    let view = &draft.views[i];
    match draft.kind(i) {
        Some(BlockKind::Related | BlockKind::Tags) => view.count <= 8,
        Some(BlockKind::Copyright | BlockKind::AuthorNote) => true,
        Some(BlockKind::Note) => true,
        Some(BlockKind::Furniture) => {
            view.key.contains("comment")
                || view.key.contains("conversation")
                || view.key.contains("newsletter")
                || view.key.contains("share this")
        }
        _ => false,
    }
}

/// Labels the tail.
pub(super) fn label(draft: &mut Draft, from: usize) {
    let n = draft.views.len();
    for i in from..n {
        match draft.kind(i) {
            Some(BlockKind::Tags) => tags_after(draft, i, n),
            Some(BlockKind::Related) => related_after(draft, i, n),
            Some(BlockKind::Note) if is_notes_heading(&draft.views[i].key) => notes_after(draft, i, n),
            _ => {}
        }
        if !draft.is_free(i) {
            continue;
        }
        let view = &draft.views[i];
        let run = (i..n)
            .take_while(|&j| {
                draft.is_free(j)
                    && draft.views[j].count <= 4
                    && draft.views[j].end != End::Stop
                    && (j == i || draft.views[j].gap == 0)
            })
            .count();
        let (kind, rule) = if repeats_byline(draft, i) {
            (BlockKind::AuthorNote, BlockRule::RepeatsByline)
        } else if about_author(draft, i) {
            (BlockKind::AuthorNote, BlockRule::AboutAuthor)
        } else if run > 1 && mean_words(draft, i, run) <= 2.6 {
            for j in i..i + run {
                draft.label(j, BlockKind::Tags, BlockRule::Topics);
            }
            continue;
        } else if view.end == End::None && view.count <= 12 && is_glued(view.words) {
            (BlockKind::Tags, BlockRule::Topics)
        } else if goes_on(draft, i)
            || view.is_prose() && view.gap > 0 && after_related(draft, i) && draft.views[i - 1].gap == 0
        {
            (BlockKind::Paragraph, BlockRule::Prose)
        } else if view.is_title() && view.count >= 4 {
            (BlockKind::Related, BlockRule::TitleAfterText)
        } else if view.is_prose() && after_related(draft, i) {
            (BlockKind::Related, BlockRule::UnderRelatedHeading)
        } else {
            (BlockKind::Furniture, BlockRule::AmongFurniture)
        };
        draft.label(i, kind, rule);
    }
}

/// Topics that lost the space between them in copying: "PortsLabour DisputesArlen".
fn is_glued(words: &str) -> bool {
    let mut chars = words.chars().zip(words.chars().skip(1));
    let known = ["Mc", "Mac", "You", "Tik", "De"];
    chars.any(|(a, b)| a.is_lowercase() && b.is_uppercase())
        && !known.iter().any(|k| words.contains(k))
        && words.split(' ').all(|w| w.starts_with(char::is_uppercase))
}

/// Right after the text, and a sentence or as long as one that was cut off.
fn goes_on(draft: &Draft, i: usize) -> bool {
    let view = &draft.views[i];
    i > 0 && draft.kind(i - 1) == Some(BlockKind::Paragraph) && (view.is_sentence() || view.chars >= 140)
}

fn mean_words(draft: &Draft, from: usize, run: usize) -> f32 {
    let words: usize = draft.views[from..from + run].iter().map(|v| v.count).sum();
    words as f32 / run as f32
}

fn after_related(draft: &Draft, i: usize) -> bool {
    i > 0 && draft.kind(i - 1) == Some(BlockKind::Related)
}

/// The topics under their heading: short lines, up to anything else.
pub(super) fn tags_after(draft: &mut Draft, heading: usize, end: usize) {
    for i in heading + 1..end {
        let view = &draft.views[i];
        let short = view.count <= 5 && view.chars <= 50 && !matches!(view.end, End::Stop | End::Question | End::Colon);
        if !draft.is_free(i) || !short || (i > heading + 1 && view.gap > draft.views[heading + 1].gap) {
            break;
        }
        draft.label(i, BlockKind::Tags, BlockRule::Topics);
    }
}

/// The links under their heading: titles, names, times, up to a paragraph or other furniture.
pub(super) fn related_after(draft: &mut Draft, heading: usize, end: usize) {
    let mut last = heading;
    for i in heading + 1..end {
        let view = &draft.views[i];
        let weak = matches!(
            draft.kind(i),
            Some(BlockKind::Timestamp | BlockKind::Byline | BlockKind::Related)
        ) || draft.rule(i) == Some(BlockRule::PlayerTime);
        // A paragraph that stands apart from links that do not.
        let apart = view.is_prose() && view.gap > 0 && i > heading + 1 && draft.views[heading + 1].gap == 0;
        if apart || !(draft.is_free(i) || weak) || (view.is_prose() && view.chars > 180) || repeats_byline(draft, i) {
            break;
        }
        let topics = (i..end)
            .take_while(|&j| draft.is_free(j) && (j == i || draft.views[j].gap == 0))
            .count();
        if topics > 1 && (i..i + topics).all(|j| draft.views[j].count <= 3) && mean_words(draft, i, topics) <= 2.1 {
            break;
        }
        last = i;
    }
    for i in heading + 1..=last {
        if draft.kind(i) != Some(BlockKind::Related) {
            draft.relabel(i, BlockKind::Related, BlockRule::UnderRelatedHeading);
        }
    }
}

fn is_notes_heading(key: &str) -> bool {
    key.starts_with("note") && key.contains("editor")
        || key.contains("contact")
        || key == "ends"
        || key.contains("enquiries")
        || key.contains("inquiries")
}

/// What stands under "Notes to editors" or "Contact:" at the end of a press release.
fn notes_after(draft: &mut Draft, heading: usize, end: usize) {
    for i in heading + 1..end {
        if !draft.is_free(i) {
            break;
        }
        draft.label(i, BlockKind::Note, BlockRule::UnderNotesHeading);
    }
}

/// An author's name, alone.
fn repeats_byline(draft: &Draft, i: usize) -> bool {
    let view = &draft.views[i];
    view.count <= 5
        && view.end != End::Stop
        && view.case != LineCase::Sentence
        && draft.is_free(i)
        && (0..i.min(80))
            .filter(|&j| draft.kind(j) == Some(BlockKind::Byline))
            .any(|j| !view.key.is_empty() && draft.views[j].key.contains(&view.key) && view.count > 1)
}

/// "Ana Ruiz is a reporter for the Quay Herald.", "Ana Ruiz covers shipping."
fn about_author(draft: &Draft, i: usize) -> bool {
    let view = &draft.views[i];
    if view.chars > 600 || (view.words.contains(['“', '"']) && view.chars > 200) {
        return false;
    }
    let text = draft.text;
    let tokens = text.tokens_in(view.span);
    let Some(verb) = tokens.clone().take(7).find(|&t| {
        matches!(
            text.form(t),
            "is" | "covers" | "writes" | "reports" | "was" | "has" | "joined" | "leads" | "edits" | "are"
        )
    }) else {
        return false;
    };
    let name = Span {
        start: view.span.start,
        end: text.tokens[verb].span.start,
    };
    let credited = byline::read(text, name).is_some_and(|c| !c.bylines.is_empty());
    let follows_name = i > 0 && draft.kind(i - 1) == Some(BlockKind::AuthorNote);
    let role = (verb + 1..tokens.end.min(verb + 12)).any(|t| {
        matches!(
            text.form(t),
            "reporter"
                | "correspondent"
                | "editor"
                | "journalist"
                | "writer"
                | "columnist"
                | "author"
                | "professor"
                | "fellow"
                | "producer"
                | "contributor"
                | "analyst"
                | "lecturer"
                | "founder"
                | "owner"
                | "photographer"
                | "freelance"
        )
    });
    let beat = matches!(text.form(verb), "covers" | "writes" | "reports" | "leads" | "edits");
    credited && (role || beat) || follows_name && role
}
