//! People whose name is a month's: "Mrs May", and "May said" where the text names a Dora May. The model reads such
//! words as dates. And the other way about: months and days of the week that it takes for names.

use super::{Language, Name, PartOfSpeech};
use crate::analysis::{EntityKind, Span};
use crate::dates;
use crate::lexicon::{HONORIFICS, SAYING, calendar};
use crate::text::Text;

/// Takes out names that are months after all: "He would stay until May", "on 5 June", "April, June and Sept.", where there
/// may be a Dora May too; and days of the week that open a date: "Thu 9 Jan 2025", "Wed., Feb. 12".
pub(super) fn drop_dates(text: &Text, names: &mut Vec<Name>) {
    let is_date = |t| is_month(text, t) || is_weekday_of_a_date(text, t);
    names.retain(|name| name.tokens.len() != 1 || !is_date(name.tokens.start as usize));
}

fn is_weekday_of_a_date(text: &Text, t: usize) -> bool {
    let end = text.blocks[text.tokens[t].block as usize].tokens.end as usize;
    dates::opens_with_weekday(text, t, end)
}

fn is_month(text: &Text, t: usize) -> bool {
    let form = text.form(t).trim_end_matches('.');
    if calendar::month(form).is_none() {
        return false;
    }
    let near = |u: Option<usize>| {
        let u = u.filter(|&u| text.tokens.get(u).is_some_and(|k| k.block == text.tokens[t].block));
        u.map_or("", |u| text.form(u).trim_end_matches('.'))
    };
    let back = |n: usize| near(t.checked_sub(n));
    let ahead = |n: usize| near(Some(t + n));
    let number = |form: &str| form.len() <= 4 && form.starts_with(|c: char| c.is_ascii_digit());
    // "March, who", "June and May": the other one has to be a month and nothing else.
    let other = |form: &str| calendar::month(form).is_some() && !(is_name_too(form) && is_name_too(text.form(t)));
    let joint = |form: &str| matches!(form, "," | "and" | "or" | "to" | "through" | "-" | "–");
    opens_date(back(1))
        || number(back(1))
        || number(ahead(1))
        || joint(back(1)) && other(back(2))
        || joint(ahead(1)) && other(ahead(2))
}

/// The names that are not in `language.names` yet, in text order.
pub(super) fn find(text: &Text, language: &Language) -> Vec<Name> {
    let month_of_form: Vec<Option<u32>> = text
        .forms
        .iter()
        .map(|form| calendar::month(form).filter(|_| is_name_too(form)))
        .collect();
    let month = |t: usize| month_of_form[text.tokens[t].form as usize].filter(|_| text.tokens[t].case.is_capital());
    let months: Vec<usize> = (0..text.tokens.len()).filter(|&t| month(t).is_some()).collect();
    if months.is_empty() {
        return Vec::new();
    }
    let mut known = 0u16;
    for name in language.names.iter().filter(|n| n.kind == EntityKind::Person) {
        for t in name.tokens.start as usize..name.tokens.end as usize {
            known |= month(t).map_or(0, |m| 1 << m);
        }
    }
    let titled = |t: usize| {
        t > 0 && text.tokens[t - 1].case.is_capital() && HONORIFICS.contains(text.form(t - 1).trim_end_matches('.'))
    };
    for &t in months.iter().filter(|&&t| titled(t)) {
        known |= month(t).map_or(0, |m| 1 << m);
    }
    months
        .into_iter()
        .filter(|&t| titled(t) || month(t).is_some_and(|m| known & 1 << m != 0) && acts(text, language, t))
        .map(|t| Name {
            span: Span {
                start: text.tokens[t].span.start,
                end: text.tokens[t].span.end,
            },
            tokens: t as u32..t as u32 + 1,
            kind: EntityKind::Person,
        })
        .collect()
}

fn is_name_too(form: &str) -> bool {
    matches!(form, "may" | "march" | "april" | "june" | "august" | "january")
}

/// It does what people do, and no preposition makes a date of it: "May said that she would stay until May".
fn acts(text: &Text, language: &Language, t: usize) -> bool {
    let same_block = |u: usize| text.tokens.get(u).is_some_and(|k| k.block == text.tokens[t].block);
    let before = before(text, t);
    if opens_date(before) {
        return false;
    }
    let verb = |u: usize| {
        matches!(
            language.parts[u],
            PartOfSpeech::VerbPast | PartOfSpeech::VerbThirdPerson | PartOfSpeech::Modal | PartOfSpeech::VerbPresent
        )
    };
    let acts = same_block(t + 1) && (verb(t + 1) || text.form(t + 1) == "'s");
    let is_said = t > 0 && SAYING.contains(before);
    acts || is_said
}

/// The token before `t` in its block.
fn before<'a>(text: &'a Text, t: usize) -> &'a str {
    match t.checked_sub(1) {
        Some(b) if text.tokens[b].block == text.tokens[t].block => text.form(b),
        _ => "",
    }
}

/// Before a month it makes a date of it.
fn opens_date(form: &str) -> bool {
    matches!(
        form,
        "in" | "since" | "until" | "till" | "during" | "early" | "late" | "last" | "next" | "this" | "every" | "each"
    )
}

#[cfg(test)]
mod tests {
    use crate::analyze;

    /// The people named and the dates, in text order.
    #[track_caller]
    fn check(source: &str, people: &str, dates: &str) {
        let analysis = analyze(source);
        let named = analysis
            .mentions
            .iter()
            .filter(|m| m.kind == crate::analysis::EntityKind::Person && m.form == crate::analysis::MentionForm::Name);
        let named: Vec<&str> = named.map(|m| m.span.of(source)).collect();
        let dated: Vec<&str> = analysis.dates.iter().map(|d| d.span.of(source)).collect();
        assert_eq!(
            (named.join("; ").as_str(), dated.join("; ").as_str()),
            (people, dates),
            "{source}"
        );
    }

    #[test]
    fn people_called_like_a_month_and_the_month() {
        check(
            "Mrs May opened the pool beside the old mill. May will travel in May.",
            "May; May",
            "May",
        );
        check(
            "Dora May keeps the lighthouse lamp. May said that the stairs were shut until May.",
            "Dora May; May",
            "May",
        );
        check(
            "Ms June met Mr March on 3 March. The ferry will stop in June.",
            "June; March",
            "on 3 March; June",
        );
        check(
            "The ferry stopped in May. It was late, and it rained until June.",
            "",
            "May; June",
        );
    }

    #[test]
    fn a_day_of_the_week_before_its_date_is_nobody() {
        for (line, date) in [
            ("Thu 9 Jan 2025", "Thu 9 Jan 2025"),
            ("Fri, 10 January 2025", "Fri, 10 January 2025"),
            ("Wed. Feb. 12, 2025", "Wed. Feb. 12, 2025"),
        ] {
            let source = format!("The mill is sold\n\nIda Holm\n{line}\n\nThe old mill by the river was sold.");
            let analysis = analyze(&source);
            let names: Vec<&str> = analysis.entities.iter().map(|e| e.name.as_str()).collect();
            let dates: Vec<&str> = analysis.dates.iter().map(|d| d.span.of(&source)).collect();
            assert_eq!((names, dates), (vec!["Ida Holm"], vec![date]), "{source}");
        }
    }
}
