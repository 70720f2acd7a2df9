//! What can be said of a line, and what its neighbours see of it too.

use super::super::Page;
use super::super::line::LineFacts;
use super::{bucket, share};
use crate::analysis::{Seen, Sign};
use crate::sequence::hash::text as hash_of;
use crate::text::{Case, TokenKind};

/// One thing that can be said of a line, and that its neighbours see too.
pub(super) struct Quality {
    pub(super) sign: Sign,
    pub(super) value: u64,
    /// Seen from two lines away.
    pub(super) far: bool,
}

pub(super) fn qualities(page: &Page, line: &LineFacts, gap: u32, signs: &[Seen]) -> Vec<Quality> {
    let mut all = Vec::with_capacity(32);
    let mut add = |sign, template: u64, value: u64, far| {
        all.push(Quality {
            sign,
            value: template << 32 | value,
            far,
        });
    };
    let prose = u64::from(line.is_prose());
    let tokens = &page.text.tokens[page.text.tokens_in(line.span)];
    let end = line.end as u64;
    let case = line.case as u64;
    add(Sign::Length, 1, bucket(line.count), true);
    add(Sign::Length, 2, line.chars.max(1).ilog2().into(), false);
    add(Sign::Ending, 3, end * 4 + line.sentences.min(3) as u64, true);
    add(Sign::Ending, 4, prose, true);
    add(Sign::Capitals, 5, case * 16 + bucket(line.count), false);
    add(Sign::Capitals, 6, case, true);
    add(Sign::Opening, 7, opening(line.words), false);
    let gap = gap.min(2).into();
    add(Sign::Gap, 8, gap, true);
    add(Sign::Gap, 9, gap * 4 + u64::from(page.spaced) * 2 + prose, false);
    // Long lines are prose however they look inside.
    if line.chars < 300 {
        let words = tokens.iter().filter(|t| t.kind == TokenKind::Word);
        let count = words.clone().count();
        let capital = words.clone().filter(|t| t.case.is_capital()).count();
        let upper = words
            .clone()
            .filter(|t| t.case == Case::Upper && t.span.end - t.span.start > 1)
            .count();
        let short = words
            .clone()
            .filter(|t| t.case == Case::Lower && t.span.end - t.span.start <= 3)
            .count();
        let numbers = tokens.iter().filter(|t| t.kind == TokenKind::Number).count();
        add(Sign::Capitals, 10, share(capital, count), false);
        add(Sign::Capitals, 11, share(upper, count), false);
        add(Sign::Capitals, 12, share(short, count), false);
        add(Sign::Capitals, 13, share(numbers, tokens.len()), false);
        let marks = [":", "|", "@", "(", "/", "“", "\"", "»", ">", "#", "$", ","];
        for (n, mark) in marks.iter().enumerate() {
            if line.words.contains(mark) {
                add(Sign::Capitals, 14, n as u64, false);
            }
        }
    }
    if line.quoted {
        add(Sign::Opening, 15, 0, false);
    }
    let mut last = None;
    for seen in signs {
        if last != Some(seen.sign) {
            add(seen.sign, 16, seen.sign as u64, true);
        }
        last = Some(seen.sign);
    }
    if !line.key.is_empty() && line.count <= 4 {
        add(
            Sign::Words,
            17,
            hash_of(&digits_as_zero(&line.key)) >> 32,
            line.count <= 2,
        );
    }
    for value in super::super::markup::qualities(line) {
        add(Sign::Markup, 18, value, true);
    }
    add(Sign::Markup, 19, u64::from(page.has_markup), false);
    all
}

fn opening(words: &str) -> u64 {
    match words.chars().next() {
        Some(c) if c.is_uppercase() => 1,
        Some(c) if c.is_lowercase() => 2,
        Some(c) if c.is_ascii_digit() => 3,
        Some('“' | '"' | '‘' | '\'' | '«' | '„') => 4,
        Some('(' | '[') => 5,
        Some('-' | '–' | '—') => 6,
        Some('•' | '·' | '*' | '●' | '▪') => 7,
        Some('@' | '#') => 8,
        Some(c) if c.is_alphabetic() => 9,
        _ => 0,
    }
}

pub(super) fn digits_as_zero(key: &str) -> String {
    key.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}
