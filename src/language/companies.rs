//! Companies by the legal form behind their name, where the tagger did not see them: "Norvik AS", "Lumo GmbH".

use std::ops::Range;

use super::Name;
use crate::analysis::EntityKind;
use crate::lexicon::function_words::is_function_word;
use crate::lexicon::{COMPANY_FORMS, calendar};
use crate::text::{Case, Text, TokenKind};

/// The longest name before the legal form, in words.
const LONGEST: usize = 3;

/// Adds the companies. A name of another kind that holds some of their words gives way.
pub(super) fn mend(text: &Text, names: &mut Vec<Name>) {
    let organization = |t: usize, names: &[Name]| {
        let at = names.partition_point(|n| n.tokens.end as usize <= t);
        names
            .get(at)
            .is_some_and(|n| n.kind == EntityKind::Organization && n.tokens.start as usize <= t)
    };
    for t in 1..text.tokens.len() {
        let token = &text.tokens[t];
        if token.case == Case::Lower && text.word(t) != "plc" {
            continue;
        }
        let Some(&doubtful) = COMPANY_FORMS.get(text.word(t)) else {
            continue;
        };
        if organization(t, names) {
            continue;
        }
        let Some(tokens) = company(text, t, doubtful) else {
            continue;
        };
        let (start, end) = (tokens.start as u32, tokens.end as u32);
        // "Missouri AG": an office of a place.
        let place = |n: &Name| {
            n.tokens.start < end && start < n.tokens.end && matches!(n.kind, EntityKind::Place | EntityKind::Group)
        };
        if doubtful && names.iter().any(place) {
            continue;
        }
        names.retain(|n| n.tokens.end <= start || n.tokens.start >= end);
        let at = names.partition_point(|n| n.tokens.start < start);
        names.insert(at, Name::of(text, tokens, EntityKind::Organization));
    }
}

/// The company whose legal form is token `form`.
fn company(text: &Text, form: usize, doubtful: bool) -> Option<Range<usize>> {
    let block = text.tokens[form].block;
    let here = |t: usize| text.tokens.get(t).is_some_and(|k| k.block == block);
    // "PORT AS WE KNEW IT": in a line of capitals every word looks like one.
    let title = |t: usize| {
        let token = &text.tokens[t];
        let form = text.form(t);
        // "On Monday Norvik AS"
        let other = is_function_word(form) || calendar::month(form).is_some() || calendar::weekday(form).is_some();
        here(t) && token.kind == TokenKind::Word && matches!(token.case, Case::Capitalised | Case::Mixed) && !other
    };
    let start = (0..form).rev().take(LONGEST).take_while(|&t| title(t)).last()?;
    // "Former AG Hal Moor": no company, but letters that stand for an office.
    let capital_next = here(form + 1)
        && text.tokens[form + 1].kind == TokenKind::Word
        && text.tokens[form + 1].case.is_capital()
        && text.tokens[form + 1].space_before;
    (!(doubtful && capital_next) && text.tokens[form].space_before).then_some(start..form + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, wanted: &[&str]) {
        let text = crate::text::read(source, &[]);
        let mut names = Vec::new();
        mend(&text, &mut names);
        let found: Vec<&str> = names.iter().map(|n| n.span.of(source)).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_legal_form_makes_a_company() {
        check("On Monday Norvik AS named a new chief.", &["Norvik AS"]);
        check(
            "Shares in Bexa SpA and Lumo Licht GmbH fell.",
            &["Bexa SpA", "Lumo Licht GmbH"],
        );
        check("The port AS WE KNEW IT is gone.", &[]);
        check("Former AG Hal Moor spoke.", &[]);
    }
}
