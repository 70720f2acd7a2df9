//! The phenomena of pasted news as executable tables: what a careful reader expects, case by case.
//!
//! `tests/phenomena/README.md` explains the notation. `UPDATE=1 cargo test --test phenomena` rewrites the lines
//! `FIXME today: …` of cases that have some, and nothing else; `ROW=A21 cargo test --test phenomena -- --nocapture` shows one row at work.

mod cases;
#[path = "../notation/mod.rs"]
mod notation;

use std::collections::BTreeMap;

use cases::{Case, Outcome};

/// The rows that the tables hold, M1–M35, A1–A110, S1–S48, and how many cases each has at least. One tidy example shows
/// that a phenomenon was thought of; three in different words and surroundings begin to show that it is understood.
const ROWS: [(char, usize); 3] = [('A', 110), ('M', 35), ('S', 48)];
const LEAST: usize = 3;

#[test]
fn the_tables_are_answered_as_recorded() {
    let only = std::env::var("ROW").ok();
    let update = std::env::var("UPDATE").is_ok();
    let mut failures = Vec::new();
    let mut outcomes: Vec<(String, bool)> = Vec::new();
    for mut file in cases::files() {
        let cases: Vec<Case> = file
            .cases()
            .into_iter()
            .filter(|c| only.as_ref().is_none_or(|o| *o == c.row))
            .collect();
        let mut today = Vec::new();
        for case in cases {
            let wrong = case.wrong();
            if only.is_some() {
                case.show(&wrong);
            }
            outcomes.push((case.row.clone(), wrong.is_empty()));
            let said = match case.outcome(&wrong) {
                Outcome::Right | Outcome::KnownWrong => None,
                Outcome::NowRight => Some("is right now: its FIXME has done its work"),
                Outcome::Wrong => Some("is answered wrongly"),
                Outcome::OtherwiseWrong => Some("is answered otherwise than its FIXME says"),
            };
            // A case that was right never becomes a known wrong one by updating.
            if let Some(said) = said
                && (!update || matches!(case.outcome(&wrong), Outcome::Wrong))
            {
                failures.push(format!(
                    "{}:{} {} {said}:\n{}",
                    file.name,
                    case.line,
                    case.row,
                    wrong.join("\n")
                ));
            }
            if case.is_recorded_wrong() {
                today.push((case, wrong));
            }
        }
        if update && only.is_none() {
            file.rewrite(&today);
        }
    }
    if only.is_none() {
        println!("{}", table(&outcomes));
    }
    assert!(
        failures.is_empty(),
        "{}\n\n{} cases differ from what is recorded. `UPDATE=1 cargo test --test phenomena` rewrites the FIXME lines of \
         cases that have some; read the diff.",
        failures.join("\n\n"),
        failures.len()
    );
    if only.is_none() && !update {
        let rows = by_row(&outcomes);
        let right = rows.values().filter(|row| row.right == row.cases).count();
        let share = right as f64 / rows.len() as f64;
        assert!(
            share >= FLOOR,
            "{right} of {} rows are right in all their cases: less than {FLOOR}",
            rows.len()
        );
    }
}

/// The share of rows that must be right in every one of their cases: what was measured last.
const FLOOR: f64 = 0.75;

#[test]
fn every_row_has_its_cases() {
    let mut cases: BTreeMap<String, usize> = BTreeMap::new();
    for case in cases::files().iter_mut().flat_map(|file| file.cases()) {
        *cases.entry(case.row).or_default() += 1;
    }
    let few: Vec<String> = ROWS
        .iter()
        .flat_map(|&(group, rows)| (1..=rows).map(move |number| format!("{group}{number}")))
        .filter(|row| cases.get(row).is_none_or(|&count| count < LEAST))
        .collect();
    assert!(few.is_empty(), "rows with too few cases: {}", few.join(" "));
}

#[derive(Default)]
struct Row {
    cases: usize,
    right: usize,
}

fn by_row(outcomes: &[(String, bool)]) -> BTreeMap<&str, Row> {
    let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
    for (row, right) in outcomes {
        let entry = rows.entry(row).or_default();
        entry.cases += 1;
        entry.right += usize::from(*right);
    }
    rows
}

/// How many rows and cases of each group are right.
fn table(outcomes: &[(String, bool)]) -> String {
    let rows = by_row(outcomes);
    let mut groups: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for (name, row) in &rows {
        let counts = groups.entry(&name[..1]).or_default();
        counts[0] += usize::from(row.right == row.cases);
        counts[1] += 1;
        counts[2] += row.right;
        counts[3] += row.cases;
    }
    let mut table = String::from("group   rows right   cases right\n");
    for (group, [rows_right, rows, right, cases]) in groups {
        table += &format!(
            "{group:<7} {:>10}   {:>11}\n",
            format!("{rows_right}/{rows}"),
            format!("{right}/{cases}")
        );
    }
    table
}
