//! Problems in the input, reported as notes, never as errors.

use serde::{Deserialize, Serialize};

use super::Span;

/// Something odd in the input, said in plain words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    pub code: NoteCode,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteCode {
    UnclosedQuotation,
    UnopenedQuotation,
    MixedMarks,
    NestedSameMarks,
    EmptyMarks,
    SecondArticle,
    NotEnglish,
    NoHeadline,
    ControlCharacters,
    TooLong,
    EncodingGuessed,
    Mojibake,
}

impl NoteCode {
    /// The note in plain words, a whole sentence.
    pub fn message(self) -> &'static str {
        match self {
            NoteCode::UnclosedQuotation => "This quotation is never closed.",
            NoteCode::UnopenedQuotation => "This closing mark has no opening mark.",
            NoteCode::MixedMarks => "This quotation opens with one kind of mark and closes with another.",
            NoteCode::NestedSameMarks => "A quotation inside a quotation uses the same marks.",
            NoteCode::EmptyMarks => "There is nothing between these marks.",
            NoteCode::SecondArticle => "A second article seems to begin here.",
            NoteCode::NotEnglish => {
                "This does not look like English: structure and quotation marks still work, reporting verbs and names do not."
            }
            NoteCode::NoHeadline => "No headline was found.",
            NoteCode::ControlCharacters => "The text holds control characters; they are kept and ignored.",
            NoteCode::TooLong => "The text is too long; what comes after this point was not analysed.",
            NoteCode::EncodingGuessed => {
                "Nothing says how these bytes are to be read; the likelier of Windows-1252 and Mac Roman was taken."
            }
            NoteCode::Mojibake => {
                "Letters and marks were lost before the text came here: UTF-8 was read as Windows-1252."
            }
        }
    }
}
