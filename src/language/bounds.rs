//! Where a name begins and ends, as far as rules can tell.

use std::ops::Range;

use crate::analysis::EntityKind;
use crate::text::{Case, Text, TokenKind};

/// Calls `found` with the tokens of each name in what was tagged as one.
///
/// "Auburn, Wash." is two places; "the southern Alder Valley" is a place without its direction; names do not go on over
/// wide gaps ("Twitter   Flipboard") and have no article before and no possessive after them.
pub fn tidy(text: &Text, tokens: Range<usize>, kind: EntityKind, mut found: impl FnMut(Range<usize>)) {
    let mut start = tokens.start;
    for i in tokens.clone() {
        let comma = kind == EntityKind::Place && text.form(i) == ",";
        if comma || i > start && is_gap(text, i) {
            found_trimmed(text, start..i, kind, &mut found);
            start = if comma { i + 1 } else { i };
        }
    }
    found_trimmed(text, start..tokens.end, kind, &mut found);
}

/// A person's name with the initials directly before it that are no name by themselves: "T.J. Moor", "J. R. Moor". `from` is
/// where the last name before it ended.
pub fn with_initials(text: &Text, name: Range<usize>, from: usize) -> Range<usize> {
    let block = text.tokens[name.start].block;
    let start = (from..name.start)
        .rev()
        .take_while(|&i| text.tokens[i].block == block && are_initials(text.word(i)) && !is_gap(text, i + 1))
        .last()
        // "an analyst at the F.B.I. Hal Moor"
        .filter(|&i| i == 0 || text.form(i - 1) != "the");
    start.unwrap_or(name.start)..name.end
}

/// "J.", "T.J.", but not "U.S.".
pub(super) fn are_initials(word: &str) -> bool {
    let letters = word.as_bytes();
    let pairs = letters
        .chunks(2)
        .all(|pair| pair.len() == 2 && pair[0].is_ascii_uppercase() && pair[1] == b'.');
    (2..=6).contains(&letters.len()) && pairs && !matches!(word, "U.S." | "U.K." | "U.N." | "E.U." | "D.C." | "L.A.")
}

fn found_trimmed(text: &Text, tokens: Range<usize>, kind: EntityKind, found: &mut impl FnMut(Range<usize>)) {
    let Range { mut start, mut end } = tokens;
    while start < end && begins_no_name(text, start, kind) {
        start += 1;
    }
    while start < end && ends_no_name(text, end - 1) {
        end -= 1;
    }
    // "Quay Lines A/S": the form of a Danish company.
    let beyond = |at: usize| {
        text.tokens
            .get(at)
            .filter(|t| t.block == text.tokens[start].block)
            .map_or("", |_| text.form(at))
    };
    if kind == EntityKind::Organization
        && start < end
        && text.form(end - 1) == "a"
        && beyond(end) == "/"
        && beyond(end + 1) == "s"
    {
        end += 2;
    }
    if start < end {
        found(start..end);
    }
}

/// More than one white-space character stands before the token.
fn is_gap(text: &Text, token: usize) -> bool {
    let (before, here) = (text.tokens[token - 1].span, text.tokens[token].span);
    let between = &text.source[before.end as usize..here.start as usize];
    between.chars().count() > 1 && between.chars().all(char::is_whitespace) && !between.contains('\n')
}

fn begins_no_name(text: &Text, token: usize, kind: EntityKind) -> bool {
    let form = text.form(token);
    match text.tokens[token].kind {
        TokenKind::Word if kind == EntityKind::Place && text.tokens[token].case == Case::Lower => matches!(
            form,
            "north"
                | "south"
                | "east"
                | "west"
                | "northern"
                | "southern"
                | "eastern"
                | "western"
                | "northeastern"
                | "northwestern"
                | "southeastern"
                | "southwestern"
                | "northeast"
                | "northwest"
                | "southeast"
                | "southwest"
                | "central"
                | "mainland"
                | "the"
        ),
        TokenKind::Word => matches!(form, "the" | "a" | "an") && kind != EntityKind::Work,
        TokenKind::Punctuation => !matches!(form, "." | "#" | "&"),
        // "14.20 Navy sends a ship": the time of a post.
        TokenKind::Number => {
            matches!(form.split_once(['.', ':']), Some((h, m)) if h.len() <= 2 && m.len() == 2)
        }
        _ => false,
    }
}

fn ends_no_name(text: &Text, token: usize) -> bool {
    matches!(
        text.form(token),
        "'s" | "'" | "," | ";" | ":" | "(" | "-" | "–" | "—" | "/"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, kind: EntityKind, wanted: &[&str]) {
        let text = crate::text::read(source, &[]);
        let mut names = Vec::new();
        tidy(&text, 0..text.tokens.len(), kind, |t| {
            names.push(&source[text.tokens[t.start].span.start as usize..text.tokens[t.end - 1].span.end as usize]);
        });
        assert_eq!(names, wanted);
    }

    #[test]
    fn names_are_cut_to_their_words() {
        check("Auburn, Wash.", EntityKind::Place, &["Auburn", "Wash."]);
        check("14.20 Navy", EntityKind::Organization, &["Navy"]);
        check("southern Alder Valley", EntityKind::Place, &["Alder Valley"]);
        check("Moor, Brandt & Co", EntityKind::Organization, &["Moor, Brandt & Co"]);
        check("the Alder Gazette's", EntityKind::Organization, &["Alder Gazette"]);
        check("Chirper   Flipper", EntityKind::Organization, &["Chirper", "Flipper"]);
    }

    #[test]
    fn initials_belong_to_the_person() {
        let check = |source: &str, wanted: &str| {
            let text = crate::text::read(source, &[]);
            let end = text.tokens.len();
            let name = with_initials(&text, end - 1..end, 1);
            assert_eq!(&source[text.tokens[name.start].span.start as usize..], wanted);
        };
        check("Sheriff T.J. Moor", "T.J. Moor");
        check("Sheriff J. R. Moor", "J. R. Moor");
        check("the U.S. Moor", "Moor");
        check("the F.B.I. Moor", "Moor");
        check("T.J. Moor", "Moor");
    }
}
