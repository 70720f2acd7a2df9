//! The command line: the same engine natively.

use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;

use lede::export::json::{Options, document, pretty_document};
use lede::export::offsets::Unit;
use serde::Deserialize;

const HELP: &str = "\
lede [FILE]      analyse one article (or standard input) and print one JSON document
lede --jsonl     read lines {\"id\": \"…\", \"text\": \"…\"} and print one document a line

  --offsets codepoint|utf16|utf8   unit of the positions (default: codepoint)
";

struct Arguments {
    file: Option<std::path::PathBuf>,
    jsonl: bool,
    unit: Unit,
}

pub fn main() -> ExitCode {
    let arguments = match parse() {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("lede: {error}");
            return ExitCode::from(2);
        }
    };
    let run = if arguments.jsonl {
        lines(&arguments)
    } else {
        one(&arguments)
    };
    run.unwrap_or_else(|error| {
        eprintln!("lede: {error}");
        ExitCode::from(2)
    })
}

fn parse() -> Result<Option<Arguments>, lexopt::Error> {
    use lexopt::prelude::*;
    let mut arguments = Arguments {
        file: None,
        jsonl: false,
        unit: Unit::CodePoint,
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("jsonl") => arguments.jsonl = true,
            Long("offsets") => {
                arguments.unit = match parser.value()?.to_str() {
                    Some("codepoint") => Unit::CodePoint,
                    Some("utf16") => Unit::Utf16,
                    Some("utf8") => Unit::Utf8,
                    _ => return Err("--offsets takes codepoint, utf16 or utf8".into()),
                }
            }
            Short('h') | Long("help") => return Ok(None),
            Value(file) if arguments.file.is_none() => arguments.file = Some(file.into()),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(arguments))
}

fn input(arguments: &Arguments) -> io::Result<Box<dyn BufRead>> {
    Ok(match &arguments.file {
        Some(file) => Box::new(io::BufReader::new(std::fs::File::open(file)?)),
        None => Box::new(io::stdin().lock()),
    })
}

fn one(arguments: &Arguments) -> io::Result<ExitCode> {
    let mut bytes = Vec::new();
    input(arguments)?.read_to_end(&mut bytes)?;
    let text =
        String::from_utf8(bytes).unwrap_or_else(|e| encoding_rs::WINDOWS_1252.decode(e.as_bytes()).0.into_owned());
    let analysis = lede::analyze(&text);
    let options = Options {
        id: None,
        unit: arguments.unit,
        with_text: false,
    };
    writeln!(io::stdout(), "{}", pretty_document(&text, &analysis, &options))?;
    Ok(ExitCode::SUCCESS)
}

#[derive(Deserialize)]
struct Article {
    id: String,
    text: String,
}

fn lines(arguments: &Arguments) -> io::Result<ExitCode> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut status = ExitCode::SUCCESS;
    for (number, line) in (1..).zip(input(arguments)?.split(b'\n')) {
        let line = line?;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match serde_json::from_slice::<Article>(&line) {
            Ok(article) => {
                let analysis = lede::analyze(&article.text);
                let options = Options {
                    id: Some(&article.id),
                    unit: arguments.unit,
                    with_text: false,
                };
                writeln!(out, "{}", document(&article.text, &analysis, &options))?;
            }
            Err(error) => {
                let error = serde_json::json!({"id": null, "error": format!("line {number}: {error}")});
                writeln!(out, "{error}")?;
                status = ExitCode::FAILURE;
            }
        }
    }
    out.flush()?;
    Ok(status)
}
