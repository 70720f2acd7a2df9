//! Many articles, one a line, analysed by several threads and printed in the order in which they came.

use std::io::{self, BufRead, Write};
use std::num::NonZeroUsize;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread;

use lede::export::json::{Options, document};
use lede::export::offsets::Unit;
use serde::Deserialize;

use super::{Decoded, noted};

#[derive(Deserialize)]
struct Article {
    id: String,
    text: String,
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
            // serde_json counts lines too, and for it there is only one.
            let place = |e: serde_json::Error| e.to_string().replace(" at line 1 column", " at column");
            answer(line, unit).map_err(|e| format!("line {number}: {}", place(e)))
        });
        if answers.send(answer).is_err() {
            return;
        }
    }
}

fn answer(line: Vec<u8>, unit: Unit) -> serde_json::Result<String> {
    let line = Decoded::from(line);
    // A file may begin with a byte order mark.
    let article: Article = serde_json::from_str(line.words.trim_start_matches('\u{FEFF}'))?;
    let analysis = noted(lede::analyze(&article.text), line.is_guess);
    let options = Options {
        id: Some(&article.id),
        unit,
        with_text: false,
    };
    Ok(document(&article.text, &analysis, &options))
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
