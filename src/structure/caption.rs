//! Captions and credits.

use super::byline;
use super::line::LineFacts;
use crate::analysis::Span;
use crate::dates;
use crate::lexicon::{CREDIT_SIGNS, PICTURE_SOURCES, SAYING};
use crate::text::{Case, Text, TokenKind};

/// The credit in the line: "… Photograph: J. Orr/Agency", "(AP Photo/J. Orr)", "Credit: Quay Images". It is the whole
/// line where less than three words stand before it.
pub(super) fn credit(text: &Text, line: &LineFacts) -> Option<Span> {
    let at = credit_start(text, line)?;
    let alone = line.words[..at].split_whitespace().count() < 3;
    let start = if alone {
        line.span.start
    } else {
        line.span.start + at as u32
    };
    Some(Span {
        start,
        end: line.span.end,
    })
}

/// Where the credit begins in the line.
fn credit_start(text: &Text, line: &LineFacts) -> Option<usize> {
    if line.chars >= 600 {
        return None;
    }
    let words = line.words;
    let cut = words.char_indices().rev().nth(150).map_or(0, |(i, _)| i);
    let end = &words[cut..];
    // A sign of a credit near the end of the line, with a short rest. Most lines hold none of these, and then no sign either.
    let possible = end.contains(['(', '[', '/', ':', '…'])
        || ["Photo", "Courtesy", "Image", "Getty", "via ", "AFP", "EPA"]
            .iter()
            .any(|o| end.contains(o));
    let sign = CREDIT_SIGNS
        .iter()
        .filter(|_| possible)
        .filter_map(|(sign, longest)| end.rfind(sign).map(|at| (at + cut, *longest)))
        .filter(|(at, longest)| words[*at..].chars().count() <= *longest)
        .map(|(at, _)| at)
        .min();
    if let Some(at) = sign {
        // "Jo Orr/Agency": the photographer stands before the stroke.
        let from = words[..at].rfind(['.', '(', '[', '"', '|']).map_or(0, |i| i + 1);
        let name = words[from..at].split_whitespace().count();
        let stroke = words[at..].starts_with('/');
        return Some(if stroke && name <= 5 { from } else { at });
    }
    // "… for about an hour. AP": an agency after the last full stop.
    let tail = words
        .rfind(['.', '!', '?', ')', '”'])
        .map(|i| i + words[i..].chars().next().map_or(1, char::len_utf8))?;
    let rest = words[tail..].trim();
    let key = rest.to_lowercase();
    (!rest.is_empty()
        && rest.chars().count() < 50
        && (byline::is_agency(&key) || PICTURE_SOURCES.contains(key.as_str())))
    .then_some(tail)
    .filter(|_| text.source.len() > line.words.len())
}

/// It describes a picture: who stands where, or one sentence in the present tense with a full date.
///
/// "Ilse Moor greets dockers at the port of Arlen on March 1, 2024."
pub(super) fn describes_picture(text: &Text, line: &LineFacts) -> bool {
    if line.sentences > 2 || line.count > 70 || line.quoted || line.chars < 25 {
        return false;
    }
    let tokens = text.tokens_in(line.span);
    let forms = || tokens.clone().map(|i| text.form(i));
    if forms().any(|f| SAYING.contains(f)) {
        return false;
    }
    let side = [
        "(left)",
        "(right)",
        "(centre)",
        "(center)",
        "second left",
        "second from left",
        "(l)",
        "(r)",
        "second right",
        "second from right",
        "(pictured",
        " pictured in ",
        " pictured at ",
        " pictured with ",
    ]
    .iter()
    .any(|side| line.words.contains(side));
    let both = line.words.contains(", left,") && line.words.contains(", right,");
    if side || both {
        return true;
    }
    line.sentences == 1 && dates::tells_day(text, tokens) && is_present(text, line)
}

/// Its first verb is in the present tense: "Ilse Moor greets dockers".
fn is_present(text: &Text, line: &LineFacts) -> bool {
    let tokens = text.tokens_in(line.span);
    // The first lower-case word that can be a verb: "greets", "take", "are seen".
    let verb = tokens.clone().take(16).skip(1).find(|&i| {
        let form = text.form(i);
        text.tokens[i].case == Case::Lower
            && text.tokens[i].kind == TokenKind::Word
            && ((form.len() > 3
                && form.ends_with('s')
                && !form.ends_with("ss")
                && !matches!(
                    form,
                    "this" | "was" | "has" | "his" | "its" | "always" | "perhaps" | "across" | "towards"
                ))
                || matches!(
                    form,
                    "is" | "are" | "seen" | "was" | "has" | "had" | "were" | "have" | "will"
                ))
    });
    verb.is_some_and(|i| !matches!(text.form(i), "was" | "has" | "had" | "were" | "have" | "will"))
}
