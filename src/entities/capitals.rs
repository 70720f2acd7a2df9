//! Names in capitals, as the article writes their words elsewhere: "ILSE MOOR" is Ilse Moor where it has "Ilse" and "Moor".

use rustc_hash::FxHashMap as HashMap;
use std::ops::Range;

use super::draft::span_of;
use super::on_one_line;
use crate::text::{Case, Text};

/// How the words of the text are written with one capital, looked up once where a name needs it.
#[derive(Default)]
pub(super) struct Plain {
    /// By form, the first token with one capital.
    written: Option<HashMap<u32, u32>>,
}

impl Plain {
    /// The name on one line; of several words in capitals, each as the text writes it elsewhere, if it writes them all so.
    pub fn name(&mut self, text: &Text, tokens: Range<u32>) -> String {
        let range = tokens.start as usize..tokens.end as usize;
        let as_written = on_one_line(span_of(text, tokens).of(text.source));
        let in_capitals = range.len() > 1 && range.clone().all(|t| text.tokens[t].case == Case::Upper);
        if !in_capitals {
            return as_written;
        }
        let written = self.written.get_or_insert_with(|| {
            let mut written = HashMap::default();
            for (t, token) in text.tokens.iter().enumerate() {
                if matches!(token.case, Case::Capitalised | Case::Mixed) {
                    written.entry(token.form).or_insert(t as u32);
                }
            }
            written
        });
        let words: Option<Vec<&str>> = range
            .map(|t| {
                let elsewhere = *written.get(&text.tokens[t].form)?;
                Some(text.tokens[elsewhere as usize].span.of(text.source))
            })
            .collect();
        words.map_or(as_written, |w| w.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::check::check;

    #[test]
    fn a_name_in_capitals_is_written_as_its_words_are_elsewhere() {
        check(
            "P[ILSE MOOR] spoke. “Thank you, P[Ilse],” they said. P[Moor] left. P[HAL BRANDT] stayed.",
            "Ilse Moor: ILSE MOOR, Ilse, Moor
             HAL BRANDT: HAL BRANDT",
        );
    }
}
