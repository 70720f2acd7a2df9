//! The source text, kept verbatim, cut into lines, blocks of lines, tokens and sentences.

mod addresses;
mod characters;
pub mod encoding;
pub mod html;
mod language;
mod lines;
mod markdown;
mod markup;
mod sentences;
mod tokens;
mod wrapping;

pub(crate) use characters::{char_at, opens_with_commas};

use std::collections::HashMap;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

pub use self::markup::{Hint, HintKind, Inside, Markup, Tag, Words};
use crate::analysis::{BlockId, Note, Span};

/// The text and the ways it is cut. Later stages read it and never change it.
#[doc(hidden)]
pub struct Text<'a> {
    pub source: &'a str,
    /// BCP 47 tag, "und" where there is too little text to tell.
    pub language: &'static str,
    /// The non-blank lines, in order.
    pub lines: Vec<Line>,
    /// One or more lines that belong together (a hard-wrapped paragraph is one block). Every line is in exactly one.
    pub blocks: Vec<LineBlock>,
    /// The tokens of all blocks, in order. No token crosses a block's edge.
    pub tokens: Vec<Token>,
    /// The sentences of all blocks, in order. Every token is in exactly one.
    pub sentences: Vec<TokenSentence>,
    /// The distinct lower-cased forms of the tokens, apostrophes made straight, soft hyphens and zero-width
    /// characters left out. Index: `Token::form`.
    pub forms: Vec<String>,
    pub notes: Vec<Note>,
}

/// A non-blank line without its line ending and the white space at its edges.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct Line {
    pub span: Span,
    /// The span without Markdown's marks at its edges: "Port to close" of "# Port to close".
    pub content: Span,
    /// How many blank lines stand before it.
    pub blank_before: u32,
    /// What the pasted formatting says of it.
    pub markup: Option<Markup>,
}

#[derive(Clone, Debug)]
#[doc(hidden)]
pub struct LineBlock {
    pub span: Span,
    /// Indices into `Text::lines`.
    pub lines: Range<u32>,
    /// Indices into `Text::tokens`.
    pub tokens: Range<u32>,
}

#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct Token {
    pub span: Span,
    pub kind: TokenKind,
    /// Index into `Text::forms`.
    pub form: u32,
    pub case: Case,
    /// White space (or the start of the block) stands directly before it.
    pub space_before: bool,
    pub block: BlockId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[doc(hidden)]
pub enum TokenKind {
    /// A word or a part of one: clitics ("'s", "n't") and the parts of hyphenated words are tokens of their own;
    /// an abbreviation keeps its stop ("Mr.", "U.S.").
    Word,
    /// Digits, with their separators ("1,000.5", "1990s", "21st").
    Number,
    /// A quotation mark or an apostrophe that stands alone.
    Mark,
    Punctuation,
    Symbol,
    Url,
    Email,
    Handle,
    Hashtag,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[doc(hidden)]
pub enum Case {
    /// No letter with case.
    None,
    Lower,
    /// First letter upper, the rest lower.
    Capitalised,
    /// Two or more letters, all upper.
    Upper,
    /// Anything else: "iPhone", "McDonald".
    Mixed,
}

impl Case {
    /// The first letter is upper case.
    pub fn is_capital(self) -> bool {
        matches!(self, Case::Capitalised | Case::Upper | Case::Mixed)
    }
}

#[derive(Clone, Debug)]
#[doc(hidden)]
pub struct TokenSentence {
    pub span: Span,
    pub tokens: Range<u32>,
    pub block: BlockId,
}

impl Text<'_> {
    /// The token's words as they stand in the source.
    pub fn word(&self, token: usize) -> &str {
        self.tokens[token].span.of(self.source)
    }

    /// The token lower-cased and cleaned (see `Text::forms`).
    pub fn form(&self, token: usize) -> &str {
        &self.forms[self.tokens[token].form as usize]
    }

    /// The tokens that lie inside `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let from = self.tokens.partition_point(|t| t.span.start < span.start);
        let to = self.tokens.partition_point(|t| t.span.end <= span.end);
        from..to.max(from)
    }

    /// The sentence that a token belongs to: an index into `Text::sentences`.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end as usize <= token)
    }
}

/// Reads any text. Nothing of it is altered; all spans point into `source`.
#[doc(hidden)]
pub fn read<'a>(source: &'a str, hints: &[Hint]) -> Text<'a> {
    let lines = lines::split(source, hints);
    let grouped = lines::group(source, &lines);
    let mut text = Text {
        source,
        language: "und",
        lines,
        blocks: Vec::with_capacity(grouped.len()),
        tokens: Vec::with_capacity(source.len() / 5),
        sentences: Vec::with_capacity(source.len() / 100),
        forms: Vec::new(),
        notes: Vec::new(),
    };
    let mut interned: HashMap<Box<str>, u32, FxBuildHasher> = HashMap::default();
    for lines in grouped {
        let span = Span {
            start: text.lines[lines.start as usize].span.start,
            end: text.lines[lines.end as usize - 1].span.end,
        };
        let block = text.blocks.len() as BlockId;
        let from = text.tokens.len();
        tokens::cut(source, span, block, &mut text.tokens, |form| {
            if let Some(&id) = interned.get(form) {
                return id;
            }
            let id = text.forms.len() as u32;
            text.forms.push(form.to_string());
            interned.insert(form.into(), id);
            id
        });
        let tokens = from as u32..text.tokens.len() as u32;
        sentences::split(source, &text.tokens, tokens.clone(), block, &mut text.sentences);
        text.blocks.push(LineBlock { span, lines, tokens });
    }
    text.language = language::guess(&text);
    text.notes.extend(language::note(&text));
    lines::note_control_characters(source, &mut text.notes);
    encoding::note_mojibake(source, &mut text.notes);
    text
}
