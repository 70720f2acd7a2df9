//! What stands around each token: its block, its sentence, the run of capitalised words that it is part of.

use super::known_words::{EDGE, KnownWords, Word};
use crate::text::{Case, Text, TokenKind};

/// One of each for every token.
pub struct Context {
    /// The tokens of the block, the end not included.
    blocks: Vec<(u32, u32)>,
    pub starts_sentence: Vec<bool>,
    pub style: Vec<Style>,
    pub runs: Vec<Run>,
}

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As running text does.
    Normal,
    /// On Most of Its Words, as Many Headlines Do.
    Title,
    /// ON ALL OF THEM.
    Upper,
    /// on none of them.
    Lower,
}

/// A run of capitalised words, with the small words that join them ("Bank of England", not "Moor and Brandt").
#[derive(Clone, Copy, Default)]
pub struct Run {
    /// 0: the token is in none.
    pub len: u32,
    pub place: u32,
    pub first: u32,
    pub last: u32,
}

impl Context {
    pub fn of(text: &Text, words: &KnownWords) -> Context {
        let count = text.tokens.len();
        let mut context = Context {
            blocks: Vec::with_capacity(count),
            starts_sentence: vec![false; count],
            style: vec![Style::Normal; count],
            runs: vec![Run::default(); count],
        };
        for block in &text.blocks {
            let (start, end) = (block.tokens.start, block.tokens.end);
            context.blocks.extend((start..end).map(|_| (start, end)));
        }
        for sentence in &text.sentences {
            let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
            if let Some(first) = range.clone().find(|&i| text.tokens[i].kind == TokenKind::Word) {
                context.starts_sentence[first] = true;
            }
            let style = style(text, range.clone());
            context.style[range].fill(style);
        }
        for block in &text.blocks {
            context.find_runs(words, block.tokens.start as usize, block.tokens.end as usize);
        }
        context
    }

    /// The word `offset` tokens from this one, or the edge of the block.
    pub fn word<'w, 't>(&self, words: &'w KnownWords<'t>, token: usize, offset: i32) -> &'w Word<'t>
    where
        't: 'w,
    {
        self.neighbour(token, offset).map_or(&EDGE, |at| words.word(at))
    }

    /// The token `offset` tokens from this one; None beyond the edge of the block.
    pub fn neighbour(&self, token: usize, offset: i32) -> Option<usize> {
        let (start, end) = self.blocks[token];
        let at = token as i64 + i64::from(offset);
        (at >= i64::from(start) && at < i64::from(end)).then_some(at as usize)
    }

    fn find_runs(&mut self, words: &KnownWords, start: usize, end: usize) {
        let capital = |i: usize| {
            let w = words.word(i);
            w.kind == TokenKind::Word && w.case.is_capital()
        };
        let mut i = start;
        while i < end {
            if !capital(i) {
                i += 1;
                continue;
            }
            let mut stop = i + 1;
            loop {
                let mut next = stop;
                while next < end && next < stop + 2 && joins(words.word(next)) {
                    next += 1;
                }
                if next >= end || !capital(next) {
                    break;
                }
                stop = next + 1;
            }
            for k in i..stop {
                self.runs[k] = Run {
                    len: (stop - i) as u32,
                    place: (k - i) as u32,
                    first: i as u32,
                    last: stop as u32 - 1,
                };
            }
            i = stop;
        }
    }
}

fn joins(word: &Word) -> bool {
    matches!(
        word.form,
        "of" | "de"
            | "la"
            | "du"
            | "al"
            | "el"
            | "for"
            | "the"
            | "bin"
            | "von"
            | "van"
            | "der"
            | "den"
            | "da"
            | "di"
            | "dos"
            | "&"
            | "-"
    )
}

fn style(text: &Text, range: std::ops::Range<usize>) -> Style {
    let (mut words, mut upper, mut capital, mut lower) = (0, 0, 0, 0);
    for token in &text.tokens[range] {
        if token.kind != TokenKind::Word || token.span.end - token.span.start < 4 {
            continue;
        }
        words += 1;
        match token.case {
            Case::Upper => upper += 1,
            Case::Lower => lower += 1,
            _ => capital += 1,
        }
    }
    if words >= 2 && upper * 10 >= words * 6 {
        Style::Upper
    } else if words >= 3 && (capital + upper) * 10 >= words * 7 {
        Style::Title
    } else if words >= 3 && lower == words {
        Style::Lower
    } else {
        Style::Normal
    }
}
