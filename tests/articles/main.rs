//! Whole articles of every make, each with what a reader must find in it.
//!
//! `x.txt` is the text as pasted, `x.expected` what must be found, in the notation of `tests/phenomena/README.md`;
//! what is answered wrongly stands there as `FIXME today: …`. `x.answer` is everything that the engine says, in a
//! form for people, and is compared to the letter: whatever changes an answer shows it. `UPDATE=1 cargo test --test
//! articles` rewrites the FIXME lines and the answers and prints what changed: is each change right? An expectation that
//! was met and is not any more stays a failure; who accepts it writes a line `FIXME today:` there by hand.

mod answer;
mod files;
#[path = "../notation/mod.rs"]
mod notation;

use std::path::Path;

use lede::analysis::Span;
use notation::{Answer, EXPECT, TODAY};

#[test]
fn articles_are_read_as_recorded() {
    let update = std::env::var("UPDATE").is_ok();
    let mut failures = Vec::new();
    let (mut expected_lines, mut wrong_lines) = (0, 0);
    for path in files::articles() {
        let text = read(&path);
        let expected = read(&path.with_extension("expected"));
        let analysis = lede::analyze(&text);
        let answer = Answer {
            text: &text,
            analysis: &analysis,
            part: Span::new(0, text.len()),
        };
        let lines =
            |start: &str| -> Vec<&str> { expected.lines().filter_map(|line| line.strip_prefix(start)).collect() };
        let wrong = notation::check(&answer, &lines(EXPECT));
        expected_lines += lines(EXPECT).len();
        wrong_lines += wrong.len();

        let was_wrong = lines(TODAY).len();
        if update && wrong.len() > was_wrong {
            failures.push(format!(
                "{}: {} expectations are not met, {was_wrong} are recorded:\n{}",
                path.display(),
                wrong.len(),
                wrong.join("\n")
            ));
        } else {
            let kept = expected
                .lines()
                .filter(|line| !line.starts_with(TODAY))
                .map(String::from);
            let recorded: Vec<String> = kept
                .chain(wrong.iter().map(|answer| format!("{TODAY}{answer}")))
                .collect();
            let recorded = recorded.join("\n") + "\n";
            compare(&path.with_extension("expected"), &recorded, update, &mut failures);
        }
        let answer = answer::dump(&text, &analysis);
        compare(&path.with_extension("answer"), &answer, update, &mut failures);
    }
    println!("articles: {expected_lines} things expected, {wrong_lines} answers differ");
    assert!(
        failures.is_empty(),
        "{}\n`UPDATE=1 cargo test --test articles` records today's answers; read the diff.",
        failures.join("\n")
    );
}

/// Holds today's text against the file. Where we are updating, the file becomes today's and the difference is printed.
fn compare(path: &Path, today: &str, update: bool, failures: &mut Vec<String>) {
    let recorded = read(path);
    if recorded == today {
        return;
    }
    let only = |these: &str, others: &str, sign: char| -> String {
        let others: Vec<&str> = others.lines().collect();
        these
            .lines()
            .filter(|line| !others.contains(line))
            .map(|line| format!("{sign} {line}\n"))
            .collect()
    };
    let name = path.file_name().unwrap_or_default().display();
    let difference = format!(
        "{name}:\n{}{}",
        only(&recorded, today, '-'),
        only(today, &recorded, '+')
    );
    if update {
        std::fs::write(path, today).expect("a writable file");
        eprintln!("{difference}");
    } else {
        failures.push(difference);
    }
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
