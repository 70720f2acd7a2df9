//! The cues of one text, looked up once for each distinct form.

use crate::analysis::CueClass;
use crate::lexicon::cues;
pub use crate::lexicon::cues::{Takes, VerbCue, VerbForm};
use crate::text::Text;

/// The cues of one text: what each of its distinct word forms may bring in.
pub struct Cues {
    verbs: Vec<&'static [VerbCue]>,
    nouns: Vec<Option<CueClass>>,
}

impl Cues {
    /// Looks every distinct form of the text up once.
    pub fn of(text: &Text) -> Cues {
        Cues {
            verbs: text.forms.iter().map(|f| cues::verbs(f)).collect(),
            nouns: text.forms.iter().map(|f| cues::noun(f)).collect(),
        }
    }

    /// The reporting verbs that a token may be: phrasal ones ("point out") first.
    pub fn verbs(&self, text: &Text, token: usize) -> &'static [VerbCue] {
        self.verbs[text.tokens[token].form as usize]
    }

    /// The class of a reporting noun ("warning", "warnings").
    pub fn noun(&self, text: &Text, token: usize) -> Option<CueClass> {
        self.nouns[text.tokens[token].form as usize]
    }
}
