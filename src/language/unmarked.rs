//! Names that the context reveals, not a capital: accounts ("a user named moorhen7"), "No 10", the state of a dateline.

use rustc_hash::FxHashMap as HashMap;

use super::{Language, Name, month_names};
use crate::analysis::{Dateline, EntityKind, Span};
use crate::lexicon::calendar;
use crate::lexicon::cues::is_finite_reporting;
use crate::text::{Text, TokenKind};

/// How many tokens before an account's name the word that introduces it may stand.
const REACH: usize = 4;

/// Adds them to the names that were told otherwise; in text order, never overlapping.
pub(super) fn add(text: &Text, dateline: Option<&Dateline>, language: &mut Language) {
    let mut found = houses(text);
    found.extend(month_names::find(text, language));
    found.extend(accounts(text));
    found.extend(states(text, dateline));
    found.extend(businesses(text));
    if found.is_empty() {
        return;
    }
    let names = &mut language.names;
    let mut is_taken = vec![false; text.tokens.len()];
    for name in names.iter() {
        is_taken[name.tokens.start as usize..name.tokens.end as usize].fill(true);
    }
    found.retain(|n| !is_taken[n.tokens.start as usize..n.tokens.end as usize].contains(&true));
    names.extend(found);
    names.sort_by_key(|n| n.tokens.start);
}

/// "No 10", "No. 11", "Number 10" with a capital: houses of Downing Street that stand for those who govern from them.
fn houses(text: &Text) -> Vec<Name> {
    (1..text.tokens.len())
        .filter(|&t| matches!(text.form(t), "10" | "11") && text.tokens[t].block == text.tokens[t - 1].block)
        .filter(|&t| matches!(text.form(t - 1), "no" | "no." | "number") && text.tokens[t - 1].case.is_capital())
        // Not "the No 10 seed".
        .filter(|&t| t < 2 || !matches!(text.form(t - 2), "the" | "a" | "world" | "his" | "her" | "our" | "at"))
        .filter(|&t| speaks_or_is_gone_to(text, t))
        .map(|t| Name::of(text, t - 1..t + 1, EntityKind::Organization))
        .collect()
}

/// The state or country after the town of a dateline: "Mont." in "ARLEN, Mont. (AP) —".
fn states(text: &Text, dateline: Option<&Dateline>) -> Vec<Name> {
    let Some(dateline) = dateline else {
        return Vec::new();
    };
    let mut tokens = text.tokens_in(dateline.span);
    let Some(comma) = tokens.find(|&t| text.form(t) == ",") else {
        return Vec::new();
    };
    let words: Vec<usize> = (comma + 1..tokens.end)
        .take_while(|&t| text.tokens[t].kind == TokenKind::Word && text.tokens[t].case.is_capital())
        .collect();
    let (Some(&first), Some(&last)) = (words.first(), words.last()) else {
        return Vec::new();
    };
    let is_other = words.iter().any(|&t| {
        let form = text.form(t).trim_end_matches('.');
        calendar::month(form).is_some() || calendar::weekday(form).is_some()
    });
    let span = Span {
        start: text.tokens[first].span.start,
        end: text.tokens[last].span.end,
    };
    let is_place = dateline.place.ends_with(span.of(text.source));
    if is_other || !is_place {
        return Vec::new();
    }
    vec![Name::of(text, first..last + 1, EntityKind::Place)]
}

/// A house does what people do, or is gone to: "No 10 said", "inside No 10".
fn speaks_or_is_gone_to(text: &Text, last: usize) -> bool {
    let after = text.tokens.get(last + 1).map_or("", |_| text.form(last + 1));
    let before = if last >= 2 { text.form(last - 2) } else { "" };
    let acts = is_finite_reporting(after)
        || matches!(
            after,
            "has"
                | "had"
                | "is"
                | "was"
                | "declined"
                | "refused"
                | "would"
                | "will"
                | "spokesman"
                | "spokeswoman"
                | "spokesperson"
                | "source"
                | "sources"
                | "officials"
                | "insiders"
                | "aides"
                | "staff"
                | "'s"
                | "downing"
        );
    acts || matches!(
        before,
        "inside" | "from" | "by" | "at" | "enter" | "entered" | "into" | "outside" | "to" | "within"
    )
}

/// "Quayven, a maker of pumps, said": one word at the start of a sentence that the tagger took for no name.
fn businesses(text: &Text) -> Vec<Name> {
    let starts = text.sentences.iter().map(|s| s.tokens.start as usize);
    starts
        .filter(|&t| t + 6 < text.tokens.len() && text.tokens[t].block == text.tokens[t + 6].block)
        .filter(|&t| text.tokens[t].kind == TokenKind::Word && text.tokens[t].case.is_capital())
        .filter(|&t| text.form(t + 1) == "," && matches!(text.form(t + 2), "a" | "an"))
        .filter(|&t| (3..5).any(|ahead| is_business(text.form(t + ahead), text.form(t + ahead + 1))))
        .map(|t| Name::of(text, t..t + 1, EntityKind::Organization))
        .collect()
}

/// The noun says what a company does: "a maker of pumps", "a Danish retailer,".
pub fn is_business(noun: &str, after: &str) -> bool {
    match noun {
        "maker" | "seller" | "supplier" | "provider" | "operator" | "developer" | "producer" | "publisher" => {
            after == "of"
        }
        "company" | "firm" | "retailer" | "startup" | "bank" | "lender" | "insurer" | "airline" | "manufacturer"
        | "brewer" | "carmaker" | "charity" | "chain" | "agency" => {
            matches!(after, "," | "that" | "which" | "in" | "based" | "with" | "from")
        }
        _ => false,
    }
}

/// Account names: letters, then a figure or an underscore, introduced as an account once.
fn accounts(text: &Text) -> Vec<Name> {
    let mut uses: HashMap<u32, (bool, Vec<usize>)> = HashMap::default();
    for (t, token) in text.tokens.iter().enumerate() {
        if !is_account(text.form(t)) {
            continue;
        }
        let (known, all) = uses.entry(token.form).or_default();
        all.push(t);
        *known |= (1..=REACH.min(t)).any(|n| {
            matches!(
                text.form(t - n),
                "user" | "username" | "handle" | "account" | "poster" | "redditor" | "nickname" | "alias" | "streamer"
            )
        });
    }
    let known = uses.into_values().filter(|(known, _)| *known);
    let mut found: Vec<usize> = known.flat_map(|(_, all)| all).collect();
    found.sort_unstable();
    found
        .into_iter()
        .map(|t| Name::of(text, t..t + 1, EntityKind::Person))
        .collect()
}

/// At least four letters and a figure or an underscore: "moorhen7", "ilse_moor".
fn is_account(form: &str) -> bool {
    let letters = form.bytes().filter(u8::is_ascii_alphabetic).count();
    letters >= 4
        && form.as_bytes()[0].is_ascii_alphabetic()
        && form.bytes().any(|b| b.is_ascii_digit() || b == b'_')
        && form.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::{Language, add};
    use crate::analysis::{Dateline, Span};
    use crate::language::PartOfSpeech;
    use crate::text::read;

    fn found<'a>(source: &'a str, place: &str) -> Vec<&'a str> {
        let text = read(source, &[]);
        let mut language = Language {
            parts: vec![PartOfSpeech::Noun; text.tokens.len()],
            names: Vec::new(),
        };
        let start = source.find(place).filter(|_| !place.is_empty());
        let dateline = start.map(|start| Dateline {
            place: place.to_string(),
            agency: None,
            date: None,
            span: Span::new(start, start + place.len()),
        });
        add(&text, dateline.as_ref(), &mut language);
        language.names.iter().map(|n| n.span.of(source)).collect()
    }

    #[test]
    fn an_account_is_a_name_once_it_is_said_to_be_one() {
        let names = found(
            "A user named moorhen7 wrote a post. Later moorhen7 left. The form tx400b was lost.",
            "",
        );
        assert_eq!(names, ["moorhen7", "moorhen7"]);
    }

    #[test]
    fn the_house_stands_for_those_who_govern_from_it() {
        let names = found(
            "No 10 said so on Monday. Number 10 declined to comment. The No 10 seed won in No 10 boots.",
            "",
        );
        assert_eq!(names, ["No 10", "Number 10"]);
    }

    #[test]
    fn the_state_of_a_dateline_is_a_place() {
        let text = "Fire grows near Arlen\n\nARLEN, Mont. (AP) — The fire grew on Monday, the sheriff said.";
        let names = found(text, "ARLEN, Mont.");
        assert_eq!(names, ["Mont."]);
    }
}
