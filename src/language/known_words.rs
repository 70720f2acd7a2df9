//! What is known of each word of a text, whatever stands around it. Cached per distinct word.

use super::vocabulary::{STARTS_PHRASE, Vocabulary};
use crate::sequence::hash;
use crate::text::{Case, Text, TokenKind};

/// The distinct words of a text.
pub struct KnownWords<'t> {
    /// The word of each token: an index into `known`.
    pub of: Vec<u32>,
    pub known: Vec<Word<'t>>,
    /// The list entries of several words that each token is part of.
    pub phrases: Vec<Phrase>,
}

/// A distinct pair of form and case.
#[derive(Clone, Copy)]
pub struct Word<'t> {
    pub form: &'t str,
    pub hash: u64,
    pub case: Case,
    pub kind: TokenKind,
    pub cluster: u16,
    pub lists: u32,
    /// What it looks like, as a number below 64.
    pub look: u8,
}

/// The list entry of several words that a token is part of.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Phrase {
    /// As in [`super::vocabulary::Entry`]; 0 for none.
    pub lists: u32,
    /// 1 first, 2 inside, 3 last.
    pub position: u8,
}

/// The longest entry that is looked for.
const LONGEST: usize = 6;

/// Beyond the edge of a block.
pub const EDGE: Word<'static> = Word {
    form: "",
    hash: 1,
    case: Case::None,
    kind: TokenKind::Punctuation,
    cluster: u16::MAX,
    lists: 0,
    look: OTHER_PUNCTUATION,
};

impl<'t> KnownWords<'t> {
    pub fn of(text: &'t Text, vocabulary: &Vocabulary) -> KnownWords<'t> {
        let mut numbers = vec![u32::MAX; text.forms.len() * 5];
        let mut words = KnownWords {
            of: Vec::with_capacity(text.tokens.len()),
            known: Vec::with_capacity(text.forms.len() + text.forms.len() / 4),
            phrases: vec![Phrase::default(); text.tokens.len()],
        };
        for token in &text.tokens {
            let number = &mut numbers[token.form as usize * 5 + token.case as usize];
            if *number == u32::MAX {
                *number = words.known.len() as u32;
                let form = text.forms[token.form as usize].as_str();
                let hash = hash::text(form);
                let entry = vocabulary.get(hash);
                words.known.push(Word {
                    form,
                    hash,
                    case: token.case,
                    kind: token.kind,
                    cluster: entry.cluster,
                    lists: entry.lists,
                    look: look(form, token.kind, token.case),
                });
            }
            words.of.push(*number);
        }
        words.match_phrases(text, vocabulary);
        words
    }

    pub fn word(&self, token: usize) -> &Word<'t> {
        &self.known[self.of[token] as usize]
    }

    fn match_phrases(&mut self, text: &Text, vocabulary: &Vocabulary) {
        for block in &text.blocks {
            let (mut i, end) = (block.tokens.start as usize, block.tokens.end as usize);
            while i < end {
                let first = self.word(i);
                if first.lists & STARTS_PHRASE == 0 || first.case == Case::Lower {
                    i += 1;
                    continue;
                }
                let mut hash = first.hash;
                let mut best = (i + 1, 0);
                for j in i + 1..end.min(i + LONGEST) {
                    let next = self.word(j);
                    hash = hash::phrase(hash, next.hash);
                    let lists = vocabulary.get(hash).lists;
                    // "Bank of england" is not the entry; its last word must look like a name too.
                    if lists != 0 && next.case != Case::Lower {
                        best = (j + 1, lists);
                    }
                }
                let (stop, lists) = best;
                if lists != 0 {
                    for k in i..stop {
                        self.phrases[k] = Phrase {
                            lists,
                            position: if k == i {
                                1
                            } else if k + 1 == stop {
                                3
                            } else {
                                2
                            },
                        };
                    }
                }
                i = stop;
            }
        }
    }
}

const OTHER_PUNCTUATION: u8 = 31;

/// See [`Word::look`].
fn look(form: &str, kind: TokenKind, case: Case) -> u8 {
    use crate::text::TokenKind::*;
    let length = |short: u8| if form.len() <= 2 { short } else { short + 1 };
    match (kind, case) {
        (Word, Case::Lower) => 0,
        (Word, Case::Capitalised) if form.ends_with('.') => length(2),
        (Word, Case::Capitalised) if form.len() == 1 => 4,
        (Word, Case::Capitalised) => 5,
        (Word, Case::Upper) if form.contains('.') => 6,
        (Word, Case::Upper) => 8 + form.len().min(6) as u8,
        (Word, Case::Mixed) => 16,
        (Word, Case::None) => 17,
        (Number, _) => {
            18 + match form.len() {
                1 => 0,
                2 => 1,
                4 => 2,
                _ => 3,
            }
        }
        (Mark, _) => 24,
        (Punctuation, _) => match form {
            "." => 25,
            "," => 26,
            "-" => 27,
            ":" => 28,
            "(" => 29,
            ")" => 30,
            _ => OTHER_PUNCTUATION,
        },
        (Symbol, _) => 32,
        (Url | Email, _) => 33,
        (Handle, _) => 34,
        (Hashtag, _) => 35,
    }
}
