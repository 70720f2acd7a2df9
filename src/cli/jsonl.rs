//! Many articles, one a line, analysed by several threads and printed in the order in which they came.

use std::borrow::Cow;
use std::io::{self, BufRead, Write};
use std::num::NonZeroUsize;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread;

use lede::export::json::{Options, document};
use lede::export::offsets::Unit;
use lede::text::html;
use serde::Deserialize;

use super::{Decoded, noted};

#[derive(Deserialize)]
struct Request {
    id: String,
    text: Option<String>,
    html: Option<String>,
}

/// One line of input, numbered from 1.
type Line = io::Result<(usize, Vec<u8>)>;

/// What is printed for a line.
type Answer = io::Result<Result<String, String>>;

/// How many lines wait for each thread, and how many answers wait to be printed.
const WAITING: usize = 4;

/// Line n goes to thread n modulo `jobs`, and answers are taken from the threads in the same turn: the output is in
/// order whatever the number of threads, and no more lines are in memory than wait in the channels.
pub(super) fn run(
    input: impl BufRead + Send + 'static,
    unit: Unit,
    jobs: NonZeroUsize,
    output: impl Write,
) -> io::Result<ExitCode> {
    let mut lines_to = Vec::new();
    let mut answers_from = Vec::new();
    let mut workers = Vec::new();
    for _ in 0..jobs.get() {
        let (to_worker, lines) = sync_channel(WAITING);
        let (answers, from_worker) = sync_channel(WAITING);
        let worker = thread::Builder::new().spawn(move || answer_lines(&lines, &answers, unit))?;
        workers.push(worker);
        lines_to.push(to_worker);
        answers_from.push(from_worker);
    }
    // Where the output is closed early, nobody waits for the threads: they end with the process.
    thread::Builder::new().spawn(move || read_lines(input, &lines_to))?;
    let status = write_answers(&answers_from, output)?;
    drop(answers_from);
    for worker in workers {
        let ended = worker.join();
        ended.map_err(|_| io::Error::other("an article could not be analysed; this is an error in lede"))?;
    }
    Ok(status)
}

fn read_lines(input: impl BufRead, workers: &[SyncSender<Line>]) {
    for ((number, line), worker) in (1..).zip(input.split(b'\n')).zip(workers.iter().cycle()) {
        let failed = line.is_err();
        if worker.send(line.map(|line| (number, line))).is_err() || failed {
            return;
        }
    }
}

fn answer_lines(lines: &Receiver<Line>, answers: &SyncSender<Answer>, unit: Unit) {
    for line in lines {
        let answer = line.map(|(number, line)| {
            let answer = caught(|| answer(line, unit));
            answer.map_err(|e| format!("line {number}: {e}"))
        });
        if answers.send(answer).is_err() {
            return;
        }
    }
}

/// No text should make the engine panic. If one did, the others are answered all the same.
fn caught(work: impl FnOnce() -> Result<String, String>) -> Result<String, String> {
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    result.unwrap_or_else(|_| Err("this article could not be analysed; that is an error in lede".to_string()))
}

fn answer(line: Vec<u8>, unit: Unit) -> Result<String, String> {
    let line = Decoded::from(line);
    // A file may begin with a byte order mark.
    let words = whole_surrogates(line.words.trim_start_matches('\u{FEFF}'));
    // serde_json counts lines too, and for it there is only one.
    let place = |e: serde_json::Error| e.to_string().replace(" at line 1 column", " at column");
    let request: Request = serde_json::from_str(&words).map_err(place)?;
    let (text, hints) = match (request.text, &request.html) {
        (Some(_), Some(_)) => return Err("an article has `text` or `html`, not both".to_string()),
        (None, None) => return Err("missing field `text`".to_string()),
        (Some(text), None) => (text, Vec::new()),
        (None, Some(html)) => html::read(html),
    };
    let analysis = noted(lede::analyze_with_hints(&text, &hints), line.is_guess);
    let options = Options {
        id: Some(&request.id),
        unit,
        with_text: request.html.is_some(),
    };
    Ok(document(&text, &analysis, &options))
}

/// Half a surrogate pair, which some programs write where they cut a text within an emoji, is no character: the sign for
/// a lost one takes its place, which counts the same in every unit but bytes.
fn whole_surrogates(json: &str) -> Cow<'_, str> {
    let mut whole = String::new();
    let mut kept = 0;
    let mut at = 0;
    while let Some(i) = json[at..].find('\\') {
        at += i;
        let code = |at: usize| {
            let digits = json.get(at..at + 6)?.strip_prefix("\\u")?;
            u16::from_str_radix(digits, 16).ok()
        };
        at += match code(at) {
            Some(0xd800..0xdc00) if matches!(code(at + 6), Some(0xdc00..0xe000)) => 12,
            Some(0xd800..0xe000) => {
                whole.push_str(&json[kept..at]);
                whole.push_str("\\ufffd");
                kept = at + 6;
                6
            }
            // A backslash and what it stands before: "\\\\ud800" is no surrogate.
            _ => 1 + json[at + 1..].chars().next().map_or(0, char::len_utf8),
        };
    }
    if kept == 0 {
        return Cow::Borrowed(json);
    }
    whole.push_str(&json[kept..]);
    Cow::Owned(whole)
}

fn write_answers(workers: &[Receiver<Answer>], output: impl Write) -> io::Result<ExitCode> {
    let mut output = io::BufWriter::new(output);
    let mut status = ExitCode::SUCCESS;
    // The first thread without a further answer has had the line after the last.
    for worker in workers.iter().cycle() {
        let answer = match worker.try_recv() {
            Err(TryRecvError::Empty) => {
                // Whoever sends one line and waits gets the answer.
                output.flush()?;
                worker.recv().ok()
            }
            answer => answer.ok(),
        };
        let Some(answer) = answer else { break };
        let line = answer?.unwrap_or_else(|error| {
            status = ExitCode::FAILURE;
            serde_json::json!({"id": null, "error": error}).to_string()
        });
        writeln!(output, "{line}")?;
    }
    output.flush()?;
    Ok(status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_of_its_line() {
        let answer = caught(|| panic!("a fault"));
        assert!(answer.is_err_and(|e| e.contains("could not be analysed")));
        assert_eq!(caught(|| Ok("{}".to_string())).as_deref(), Ok("{}"));
    }

    #[test]
    fn lone_surrogates_become_the_sign_for_a_lost_character() {
        for (json, expected) in [
            (r#""\ud83d\udea2""#, r#""\ud83d\udea2""#),
            (r#""\ud83d go""#, r#""\ufffd go""#),
            (r#""\udea2\ud83d""#, r#""\ufffd\ufffd""#),
            (r#""\\ud83d""#, r#""\\ud83d""#),
            (r#""\uD83D\n\""#, r#""\ufffd\n\""#),
        ] {
            assert_eq!(whole_surrogates(json), expected);
        }
    }
}
