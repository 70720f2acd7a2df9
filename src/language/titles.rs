//! Titles that the tagger took for a part of a person's name: "said *Harbour Master* Stroem".

use rustc_hash::FxHashSet as HashSet;

use super::Name;
use super::vocabulary::Vocabulary;
use crate::analysis::EntityKind;
use crate::lexicon::names::{GIVEN_NAMES, TITLES};
use crate::sequence::hash;
use crate::text::Text;

/// The longest title before a name, in words.
const LONGEST: usize = 3;

/// How far back the office stands of which the words before a name are the end.
const OFFICE: usize = 9;

/// Cuts titles off the names of people.
pub(super) fn mend(text: &Text, vocabulary: &Vocabulary, names: &mut [Name]) {
    let worn = worn_before(text, names);
    for name in names.iter_mut().filter(|n| n.kind == EntityKind::Person) {
        let tokens = name.tokens.start as usize..name.tokens.end as usize;
        let known = (1..tokens.len().min(LONGEST + 1)).rev().find(|&n| {
            let title: Vec<u32> = (tokens.start..tokens.start + n).map(|t| text.tokens[t].form).collect();
            worn.contains(&(title, text.tokens[tokens.end - 1].form))
        });
        let office = || usize::from(ends_office(text, vocabulary, tokens.clone()));
        let cut = known.unwrap_or_else(office);
        if cut > 0 {
            *name = Name::of(text, tokens.start + cut..tokens.end, EntityKind::Person);
        }
    }
}

/// The capitalised words that stand right before a full name, with its last word: "*Harbour Master* Hedda *Stroem*".
fn worn_before(text: &Text, names: &[Name]) -> HashSet<(Vec<u32>, u32)> {
    let mut worn = HashSet::default();
    for name in names
        .iter()
        .filter(|n| n.kind == EntityKind::Person && n.tokens.len() > 1)
    {
        let (start, last) = (name.tokens.start as usize, name.tokens.end as usize - 1);
        let block = text.tokens[start].block;
        let mut title = Vec::new();
        for t in (0..start).rev().take(LONGEST) {
            let token = &text.tokens[t];
            if token.block != block || !token.case.is_capital() {
                break;
            }
            title.insert(0, token.form);
            worn.insert((title.clone(), text.tokens[last].form));
        }
    }
    worn
}

/// The first word ends an office: "Minister for Women and *Equalities* Nina Morden". It is no given name, but the next is.
fn ends_office(text: &Text, vocabulary: &Vocabulary, name: std::ops::Range<usize>) -> bool {
    let lists = |t: usize| vocabulary.get(hash::text(text.form(t))).lists;
    let given = |t: usize| lists(t) >> GIVEN_NAMES & 1 == 1;
    if name.len() < 3 || given(name.start) || !given(name.start + 1) {
        return false;
    }
    let block = text.tokens[name.start].block;
    let before: Vec<usize> = (0..name.start)
        .rev()
        .take(OFFICE)
        .take_while(|&t| text.tokens[t].block == block)
        .collect();
    let joined = before
        .first()
        .is_some_and(|&t| matches!(text.form(t), "and" | "&" | "of" | "for"));
    let of = before.iter().position(|&t| matches!(text.form(t), "for" | "of"));
    // All words from "Minister for" on are capitalised or join.
    let office = of.is_some_and(|of| {
        let title = before.get(of + 1).is_some_and(|&t| lists(t) >> TITLES & 1 == 1);
        let listed = |t: usize| {
            text.tokens[t].case.is_capital() || matches!(text.form(t), "and" | "&" | "," | "the" | "of" | "for")
        };
        title && before[..of].iter().all(|&t| listed(t))
    });
    joined && office
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_worn_elsewhere_and_ends_of_offices_are_cut_off() {
        let source = "Harbour Master Hedda Stroem spoke. Harbour Master Stroem left. The Minister for Women and Equalities Nina Moor stayed.";
        let text = crate::text::read(source, &[]);
        let name = |words: &str| {
            let start = source.find(words).expect("it stands in the text");
            let tokens = text.tokens_in(crate::analysis::Span::new(start, start + words.len()));
            Name::of(&text, tokens, EntityKind::Person)
        };
        let mut names = vec![
            name("Hedda Stroem"),
            name("Harbour Master Stroem"),
            name("Equalities Nina Moor"),
        ];
        let tagger = crate::language::tagger::Tagger::built_in();
        mend(&text, tagger.vocabulary, &mut names);
        let found: Vec<&str> = names.iter().map(|n| n.span.of(source)).collect();
        assert_eq!(found, ["Hedda Stroem", "Stroem", "Nina Moor"]);
    }
}
