//! Whole articles of every make, each with what a reader must find in it.
//!
//! `x.txt` is the text as pasted, `x.expected` what must be found, in the notation of `tests/phenomena/README.md`;
//! what is answered wrongly stands there as `FIXME today: …`. `x.answer` is everything that the engine says, in a
//! form for people. `UPDATE=1 cargo test --test articles` rewrites the FIXME lines and the answers: read the diff.

mod answer;
#[path = "../notation/mod.rs"]
mod notation;

use std::path::{Path, PathBuf};

use lede::analysis::Span;
use notation::{Answer, EXPECT, TODAY};

/// Whether a known wrong answer that changes fails the test.
// FIXME: true. The engine changes in several places at once just now, and every change would touch every article.
const STRICT: bool = false;

#[test]
fn articles_are_read_as_recorded() {
    let update = std::env::var("UPDATE").is_ok();
    let mut failures = Vec::new();
    let (mut expected_lines, mut wrong_lines) = (0, 0);
    for path in articles() {
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

        let mut recorded: String = expected
            .lines()
            .filter(|line| !line.starts_with(TODAY))
            .fold(String::new(), append);
        recorded = wrong
            .iter()
            .map(|answer| format!("{TODAY}{answer}"))
            .fold(recorded, |text, line| append(text, &line));
        compare(
            &path.with_extension("expected"),
            &expected,
            &recorded,
            update,
            &mut failures,
        );

        let dump = path.with_extension("answer");
        if dump.exists() && (update || STRICT) {
            compare(
                &dump,
                &read(&dump),
                &answer::dump(&text, &analysis),
                update,
                &mut failures,
            );
        }
    }
    println!("articles: {expected_lines} things expected, {wrong_lines} answers differ");
    assert!(
        failures.is_empty(),
        "{}\n`UPDATE=1 cargo test --test articles` records today's answers; read the diff.",
        failures.join("\n")
    );
}

fn append(text: String, line: &str) -> String {
    text + line + "\n"
}

/// Writes what is new where we are updating, else says where the two differ first.
fn compare(path: &Path, recorded: &str, today: &str, update: bool, failures: &mut Vec<String>) {
    if recorded == today {
        return;
    }
    if update {
        std::fs::write(path, today).expect("a writable file");
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
    failures.push(format!(
        "{name}:\n{}{}",
        only(recorded, today, '-'),
        only(today, recorded, '+')
    ));
}

fn articles() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("the folder of the articles")
        .map(|entry| entry.expect("a file of the folder").path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "txt"))
        .collect();
    paths.sort();
    assert!(paths.len() >= 14, "articles are missing");
    paths
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
