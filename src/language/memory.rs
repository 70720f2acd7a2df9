//! What the same word does elsewhere in the document.

use super::context::{Context, Style};
use super::known_words::KnownWords;
use crate::lexicon::{SAYING, names};
use crate::text::{Case, Text};

/// For every token: what other uses of its word in the document show, one bit for each [`Sign`].
pub struct Memory {
    pub signs: Vec<u16>,
}

/// What one use of a word shows.
#[derive(Clone, Copy)]
enum Sign {
    /// In lower case: "the summit".
    Lower,
    /// With a capital that its place does not ask for: "in the Summit".
    Capital,
    /// After a title or a given name: "Mayor Moor", "Ilse Moor".
    Person,
    /// Before or after a verb of saying: "Moor said".
    Speaks,
    /// Alone after "in", "at", "near": "in Alder".
    Place,
    /// In a name that ends in a word for organizations: "Alder Bank".
    Organization,
    /// In a name that ends in a word for places: "Alder Bridge".
    Landmark,
    /// The last of several words, the first of which is a given name.
    Surname,
    /// With "the" before it, alone.
    Article,
    /// In brackets after a name whose initials it is: "the Alder Port Union (APU)".
    Acronym,
    /// The first of several capitalised words.
    First,
    /// The last of several capitalised words.
    Last,
    /// Led or spoken for by somebody: "director of Alder Works".
    Led,
}

const SIGNS: usize = 13;

impl Memory {
    pub fn of(text: &Text, words: &KnownWords, context: &Context) -> Memory {
        let mut own = vec![0u16; text.tokens.len()];
        let mut counts = vec![[0u16; SIGNS]; text.forms.len()];
        for (i, token) in text.tokens.iter().enumerate() {
            own[i] = signs(words, context, i);
            let mut left = own[i];
            let counts = &mut counts[token.form as usize];
            while left != 0 {
                let sign = left.trailing_zeros() as usize;
                counts[sign] = counts[sign].saturating_add(1);
                left &= left - 1;
            }
        }
        let signs = text
            .tokens
            .iter()
            .zip(&own)
            .map(|(token, own)| {
                if !token.case.is_capital() {
                    return 0;
                }
                let counts = &counts[token.form as usize];
                (0..SIGNS).fold(0, |all, sign| {
                    let elsewhere = counts[sign] > (own >> sign & 1);
                    all | u16::from(elsewhere) << sign
                })
            })
            .collect();
        Memory { signs }
    }
}

fn signs(words: &KnownWords, context: &Context, token: usize) -> u16 {
    let word = words.word(token);
    let bit = |sign: Sign, yes: bool| u16::from(yes) << sign as u16;
    if word.case == Case::Lower {
        return bit(Sign::Lower, true);
    }
    let run = context.runs[token];
    if run.len == 0 || context.style[token] != Style::Normal {
        return 0;
    }
    let before = context.word(words, token, -1);
    let before_run = context.word(words, run.first as usize, -1);
    let after = context.word(words, token, 1);
    let after_run = context.word(words, run.last as usize, 1);
    let before_that = context.word(words, run.first as usize, -2);
    let (first, last) = (words.word(run.first as usize), words.word(run.last as usize));
    let several = run.len > 1;
    let is_last = token as u32 == run.last;
    let alone = !several;
    let is = |word: &super::known_words::Word, list| word.lists >> list & 1 == 1;
    bit(
        Sign::Capital,
        several && run.place > 0 || !context.starts_sentence[token],
    ) | bit(
        Sign::Person,
        before.case.is_capital() && (is(before, names::TITLES) || is(before, names::GIVEN_NAMES)),
    ) | bit(
        Sign::Speaks,
        is_last && speaks(after_run.form) || run.place == 0 && speaks(before_run.form),
    ) | bit(
        Sign::Place,
        alone && matches!(before.form, "in" | "at" | "near" | "off" | "across" | "outside"),
    ) | bit(
        Sign::Organization,
        several
            && (is(last, names::ORGANIZATION_HEADS)
                || is(last, names::ORGANIZATION_SUFFIXES)
                || is(first, names::ORGANIZATION_HEADS)),
    ) | bit(Sign::Landmark, several && is(last, names::PLACE_HEADS))
        | bit(Sign::Surname, several && is_last && is(first, names::GIVEN_NAMES))
        | bit(Sign::Article, alone && before.form == "the")
        | bit(
            Sign::Acronym,
            alone && word.case == Case::Upper && before.form == "(" && after.form == ")",
        )
        | bit(Sign::First, several && run.place == 0)
        | bit(Sign::Last, several && is_last)
        | bit(
            Sign::Led,
            matches!(before_run.form, "of" | "for" | "at") && is(before_that, names::TITLES),
        )
}

fn speaks(form: &str) -> bool {
    form == "who" || SAYING.contains(form)
}
