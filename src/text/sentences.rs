//! Sentences.

use std::ops::Range;

use super::{Case, Token, TokenKind, TokenSentence};
use crate::analysis::{BlockId, Span};
use crate::lexicon::abbreviations::{self, Class};
use crate::lexicon::cues::is_finite_reporting;

/// Splits the tokens of one block into sentences.
pub(super) fn split(source: &str, tokens: &[Token], range: Range<u32>, block: BlockId, out: &mut Vec<TokenSentence>) {
    let offset = range.start;
    let tokens = &tokens[range.start as usize..range.end as usize];
    let mut push = |from: usize, to: usize| {
        let span = Span {
            start: tokens[from].span.start,
            end: tokens[to - 1].span.end,
        };
        out.push(TokenSentence {
            span,
            tokens: offset + from as u32..offset + to as u32,
            block,
        });
    };
    let mut start = 0;
    let mut i = 0;
    // Straight double marks look the same on both sides; counting them tells which one closes.
    let mut open = false;
    while i < tokens.len() {
        let stop = i;
        i += 1;
        if is_straight(source, &tokens[stop]) {
            open = !open;
            continue;
        }
        let Some(kind) = stop_at(source, &tokens[stop]) else {
            continue;
        };
        let mut quoted = false;
        while let Some(len) = closer_at(source, tokens, i, open) {
            quoted |= tokens[i].kind == TokenKind::Mark;
            open &= !is_straight(source, &tokens[i]);
            i += len;
        }
        if i < tokens.len() && ends_at(source, tokens, start, stop, i, kind, quoted) {
            push(start, i);
            start = i;
        }
    }
    if start < tokens.len() {
        push(start, tokens.len());
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    Full,
    /// "!" or "?".
    Loud,
    Ellipsis,
    /// A stop that belongs to a word: "U.S.", "Inc.".
    Abbreviation,
}

fn stop_at(source: &str, token: &Token) -> Option<Stop> {
    let bytes = source.as_bytes();
    match token.kind {
        TokenKind::Punctuation => match token.span.of(source) {
            "." | "。" | "।" | "۔" => Some(Stop::Full),
            "!" | "?" | "！" | "？" | "؟" | "⁉" | "‼" => Some(Stop::Loud),
            "…" => Some(Stop::Ellipsis),
            dots if dots.starts_with("..") => Some(Stop::Ellipsis),
            _ => None,
        },
        TokenKind::Word if bytes[token.span.end as usize - 1] == b'.' => Some(Stop::Abbreviation),
        _ => None,
    }
}

fn is_straight(source: &str, token: &Token) -> bool {
    token.kind == TokenKind::Mark && source.as_bytes()[token.span.start as usize] == b'"'
}

/// Closing marks and brackets, and further stops, belong to the sentence that they close: how many tokens do, from `i`.
fn closer_at(source: &str, tokens: &[Token], i: usize, open: bool) -> Option<usize> {
    let token = tokens.get(i)?;
    let word = token.span.of(source);
    let before_word = tokens
        .get(i + 1)
        .is_some_and(|t| !t.space_before && t.kind == TokenKind::Word);
    if token.space_before {
        // « Nous partons. » closes, »We go.« opens.
        return (matches!(word, "»" | "”") && !before_word).then_some(1);
    }
    match word {
        ")" | "]" | "}" | "”" | "»" | "." | "!" | "?" | "…" => Some(1),
        "’" => Some(1),
        "'" => (!before_word).then_some(1),
        "\"" => (open || !before_word).then_some(1),
        // "[1]", the mark of a footnote.
        "[" => (tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Number)
            && tokens.get(i + 2).is_some_and(|t| t.span.of(source) == "]"))
        .then_some(3),
        _ => None,
    }
}

/// Whether the sentence that began at `start` ends before `next`, after the stop at `stop` and what closes there.
fn ends_at(source: &str, tokens: &[Token], start: usize, stop: usize, next: usize, kind: Stop, quoted: bool) -> bool {
    let opening = &tokens[next];
    let Some(first) = tokens[next..]
        .iter()
        .take(4)
        .find(|t| t.kind != TokenKind::Mark && !matches!(t.span.of(source), "(" | "[" | "¿" | "¡"))
    else {
        return true;
    };
    // `“Go!” she said.` is one sentence; so is "approx. five".
    if first.case == Case::Lower || is_punctuation(source, first) {
        return false;
    }
    let word = first.span.of(source);
    if kind == Stop::Abbreviation {
        let abbreviation = tokens[stop].span.of(source).trim_end_matches('.');
        let never = abbreviation.chars().count() == 1 || abbreviations::class(abbreviation) == Some(Class::Title);
        let begins = abbreviations::starts_sentence(word) || (opening.kind == TokenKind::Mark && next == stop + 1);
        return !never && opening.space_before && first.case.is_capital() && begins;
    }
    // "1. The union", "No. 2. The board": the number of an item is no sentence.
    if tokens[start..stop].iter().all(|t| t.kind == TokenKind::Number) {
        return false;
    }
    if !opening.space_before {
        // Smashed in copying: "it said.“We go", "left.The mayor".
        let word_before = stop > 0
            && tokens[stop - 1].kind == TokenKind::Word
            && tokens[stop - 1].span.end - tokens[stop - 1].span.start > 1;
        return (word_before || quoted)
            && first.case.is_capital()
            && matches!(opening.kind, TokenKind::Word | TokenKind::Mark);
    }
    // "I don’t … I can’t say."
    if kind == Stop::Ellipsis && tokens[stop].space_before && word == "I" {
        return false;
    }
    // `“Are you mad?” Moor asked.`
    !(quoted && kind != Stop::Full && opening.kind == TokenKind::Word && cue_follows(source, &tokens[next..]))
}

fn is_punctuation(source: &str, token: &Token) -> bool {
    token.kind == TokenKind::Punctuation
        && token
            .span
            .of(source)
            .starts_with([',', ';', ':', ')', ']', '–', '—', '-', '/'])
}

/// A name and a verb of saying: the quotation before them is theirs.
fn cue_follows(source: &str, tokens: &[Token]) -> bool {
    let first = tokens[0].span.of(source);
    if abbreviations::starts_sentence(first) && first != "I" {
        return false;
    }
    tokens[1..]
        .iter()
        .take(6)
        .find(|t| t.case == Case::Lower && t.span.of(source).len() > 3)
        .is_some_and(|t| is_finite_reporting(t.span.of(source)))
}

#[cfg(test)]
mod tests {
    use crate::text::read;

    /// The sentences, a "|" between them.
    fn check(expected: &str) {
        let source = expected.replace('|', "");
        let text = read(&source, &[]);
        let shown: Vec<&str> = text.sentences.iter().map(|s| s.span.of(&source)).collect();
        let wanted: Vec<&str> = expected.split('|').map(str::trim).collect();
        assert_eq!(shown, wanted);
    }

    #[test]
    fn stops_end_sentences() {
        check("The union met. |It voted! |Why? |Nobody knows…");
        check("It lost 3.5 percent. |Then it rose.");
        check("Wait ... |Then it rose.");
    }

    #[test]
    fn abbreviations_do_not() {
        check("Mr. Moor met Sen. Orr of the U.S. Senate at 9 a.m. on Monday.");
        check("He lives in the U.S. |The board does not.");
        check("J. K. Orr of Acme Inc. said so. |“No,” he said.");
        check("AUBURN, Wash. — After a year, Ade left.");
        check("It happened on Jan. 6 at No. 5 Quay St. in Arlen.");
    }

    #[test]
    fn closing_marks_stay_with_their_sentence() {
        check("“We go.” |“We stay.” |(It was late.) |Then they left.");
        check("\"We go.\" |\"We stay.\" |Then they left.");
        check("She said: “We go.” |Moor left.");
        check("« Nous partons. » |Il est parti.");
        check("The plan failed.[1] |Nobody was hurt.");
    }

    #[test]
    fn a_cue_belongs_to_its_quotation() {
        check("“Go!” she said. |They went.");
        check("“Are you mad?” Ilse Moor asked. |He was not.");
        check("“Are you mad?” |The mayor left.");
        check("“Go!”, Moor said.");
        check("“No way back …” he said.");
    }

    #[test]
    fn smashed_sentences_part() {
        check("It failed, he said.|“We go on.” |Then he left.|The mayor stayed.");
    }

    #[test]
    fn the_number_of_an_item_is_no_sentence() {
        check("1. The union met. |It voted.");
    }
}
