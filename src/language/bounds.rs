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

fn found_trimmed(text: &Text, tokens: Range<usize>, kind: EntityKind, found: &mut impl FnMut(Range<usize>)) {
    let Range { mut start, mut end } = tokens;
    while start < end && begins_no_name(text, start, kind) {
        start += 1;
    }
    while start < end && ends_no_name(text, end - 1) {
        end -= 1;
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
        check("southern Alder Valley", EntityKind::Place, &["Alder Valley"]);
        check("Moor, Brandt & Co", EntityKind::Organization, &["Moor, Brandt & Co"]);
        check("the Alder Gazette's", EntityKind::Organization, &["Alder Gazette"]);
        check("Chirper   Flipper", EntityKind::Organization, &["Chirper", "Flipper"]);
    }
}
