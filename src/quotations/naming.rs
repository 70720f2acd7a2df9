//! The name that a description is given right after it: "said a night porter who asked to be called only *Stretch*".

use std::ops::Range;

use super::carrier::Sentence;
use crate::analysis::Span;
use crate::lexicon::NAMING;

/// A name in marks or words that is given to whoever was described.
pub(super) struct Given {
    pub units: Range<usize>,
    /// Without marks, and without the stop that belongs to the sentence: “Stretch.”
    pub name: Span,
}

/// At most so many words lead from the description to the name.
const WORDS: usize = 12;

/// The name that follows the description in `phrase`, with nothing between them but words that give it: "a man *who goes by* “Stretch”", "a
/// nurse, *who gave only her first name,* Mira", "a bus driver *named* Ola Kemp".
pub(super) fn given(s: &Sentence, phrase: &Range<usize>) -> Option<Given> {
    let comma = |i: usize| s.form(i) == ",";
    let start = phrase.end + usize::from(comma(phrase.end));
    let between = |i: usize| s.quote(i).is_none() && (comma(i) || NAMING.contains(s.form(i)));
    let at = (start..s.len().min(start + WORDS)).find(|&i| !between(i))?;
    // "a driver, Tom Ek" is an apposition, and "the driver called Ek a liar" names nobody.
    let relative = matches!(s.form(start), "who" | "whom" | "whose");
    let indefinite = matches!(s.form(phrase.start), "a" | "an" | "another" | "one");
    let gives = |i: usize| {
        matches!(
            s.form(i),
            "called"
                | "calls"
                | "named"
                | "nicknamed"
                | "known"
                | "goes"
                | "went"
                | "gave"
                | "give"
                | "identified"
                | "name"
                | "quoted"
        )
    };
    if !(start..at).any(gives) || !(relative || indefinite) {
        return None;
    }
    if let Some(quote) = s.quote(at) {
        let content = s.article.marks.spans[quote as usize].content;
        let words = content.of(s.article.text.source);
        let name = words.trim_end_matches(['.', ',']);
        let short = name.split_whitespace().count() <= 3 && name.starts_with(char::is_uppercase);
        return short.then_some(Given {
            units: at..at + 1,
            name: Span {
                end: content.start + name.len() as u32,
                ..content
            },
        });
    }
    if !s.is_capital(at) {
        return None;
    }
    let end = match s.name(at) {
        Some(name) => (at..s.len()).find(|&i| s.name(i) != Some(name)).unwrap_or(s.len()),
        None => at + 1,
    };
    Some(Given {
        units: at..end,
        name: s.span(at..end),
    })
}
