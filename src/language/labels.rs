//! What the labels of a transcript say of names: "TH: Why?" names nobody, and where "Mira Sand:" and "Sand:" speak, she is
//! a person.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::Name;
use crate::analysis::EntityKind;
use crate::text::{Case, Text, TokenKind};

/// Takes out initials that label turns and are nobody's of the article (the paper's own), and makes people of those who speak under their full name and their last.
pub(super) fn mend(text: &Text, names: &mut Vec<Name>) {
    let labels = labels(text);
    if labels.is_empty() {
        return;
    }
    let label = |form: u32| labels.get(&form).copied().unwrap_or(0);
    let full = names
        .iter()
        .filter(|n| n.kind == EntityKind::Person && n.tokens.len() > 1);
    let known: HashSet<String> = full.map(|n| initials_of(text, n)).collect();
    names.retain(|name| {
        let first = name.tokens.start as usize;
        let token = &text.tokens[first];
        let initials = name.kind == EntityKind::Person
            && name.tokens.len() == 1
            && token.case == Case::Upper
            && (2..4).contains(&text.word(first).len());
        !(initials && label(token.form) > 1 && !known.contains(text.form(first)))
    });
    for name in names.iter_mut().filter(|n| n.tokens.len() > 1) {
        let (first, end) = (name.tokens.start as usize, name.tokens.end as usize);
        let opens = text.blocks[text.tokens[first].block as usize].tokens.start as usize == first;
        let colon = text.tokens.get(end).is_some_and(|_| text.word(end) == ":");
        if opens && colon && label(text.tokens[end - 1].form) > 0 {
            name.kind = EntityKind::Person;
        }
    }
}

/// "ms" for Mira Sand.
fn initials_of(text: &Text, name: &Name) -> String {
    (name.tokens.start as usize..name.tokens.end as usize)
        .filter_map(|t| text.form(t).chars().next())
        .collect()
}

/// The words that stand alone before a colon at the start of a block, by form, and how often.
fn labels(text: &Text) -> HashMap<u32, u32> {
    let mut labels = HashMap::default();
    for block in &text.blocks {
        let first = block.tokens.start as usize;
        let word = &text.tokens[first];
        let alone = first + 2 < block.tokens.end as usize && text.word(first + 1) == ":";
        if alone && word.kind == TokenKind::Word && word.case.is_capital() {
            *labels.entry(word.form).or_default() += 1;
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, names: &[(&str, EntityKind)], wanted: &[(&str, EntityKind)]) {
        let text = crate::text::read(source, &[]);
        let mut from = 0;
        let mut found = Vec::new();
        for (words, kind) in names {
            let start = source[from..].find(words).expect("it stands in the text") + from;
            from = start + words.len();
            let tokens = text.tokens_in(crate::analysis::Span::new(start, from));
            found.push(Name::of(&text, tokens, *kind));
        }
        mend(&text, &mut found);
        let found: Vec<_> = found.iter().map(|n| (n.span.of(source), n.kind)).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn initials_of_nobody_in_the_article_are_no_name() {
        use EntityKind::Person;
        check(
            "Ilse Moor met us.\n\nQH: Why now?\n\nIM: Because.\n\nQH: Is that all?\n\nIM: Yes.",
            &[("Ilse Moor", Person), ("QH", Person), ("IM", Person), ("QH", Person)],
            &[("Ilse Moor", Person), ("IM", Person)],
        );
    }

    #[test]
    fn who_speaks_under_two_labels_is_a_person() {
        check(
            "Mira Sand: I swam.\n\nBo Lind: I did not.\n\nSand: You sank.",
            &[("Mira Sand", EntityKind::Place)],
            &[("Mira Sand", EntityKind::Person)],
        );
    }
}
