//! The command line: the same engine natively.

mod jsonl;

use std::io::{self, BufRead, Read, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use lede::analysis::{Analysis, Note, NoteCode, Span};
use lede::export::json::{Options, pretty_document};
use lede::export::offsets::Unit;
use lede::text::encoding::{self, Encoding};
use lede::text::html;

const HELP: &str = "\
lede [FILE]      analyse one article (or standard input) and print one JSON document
lede --jsonl     read lines {\"id\": \"…\", \"text\": \"…\"} and print one document a line;
                 with \"html\" instead of \"text\" the document carries the text

  --html                           the input is HTML; the document then carries its text
  --offsets codepoint|utf16|utf8   unit of the positions (default: codepoint)
  --jobs N                         analyse N lines at a time (default: 1)
  --help, --version

A line that is not such an object gives {\"id\": null, \"error\": \"…\"} in its place, and the exit status is 1 at the end.
Input that cannot be read, or an argument that is not known, gives a message and the exit status 2.
";

struct Arguments {
    file: Option<PathBuf>,
    jsonl: bool,
    html: bool,
    unit: Unit,
    jobs: NonZeroUsize,
}

enum Command {
    Analyse(Arguments),
    Print(String),
}

pub fn main() -> ExitCode {
    let run = match parse() {
        Ok(Command::Analyse(arguments)) => analyse(&arguments),
        Ok(Command::Print(text)) => print(&text).map(|()| ExitCode::SUCCESS),
        Err(error) => Err(io::Error::other(error)),
    };
    match run {
        Ok(status) => status,
        // Who reads the output has had enough: `lede --jsonl | head -1`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("lede: {error}");
            ExitCode::from(2)
        }
    }
}

fn parse() -> Result<Command, lexopt::Error> {
    use lexopt::prelude::*;
    let mut arguments = Arguments {
        file: None,
        jsonl: false,
        html: false,
        unit: Unit::CodePoint,
        jobs: NonZeroUsize::MIN,
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("jsonl") => arguments.jsonl = true,
            Long("html") => arguments.html = true,
            Long("offsets") => {
                arguments.unit = match parser.value()?.to_str() {
                    Some("codepoint") => Unit::CodePoint,
                    Some("utf16") => Unit::Utf16,
                    Some("utf8") => Unit::Utf8,
                    _ => return Err("--offsets takes codepoint, utf16 or utf8".into()),
                }
            }
            Long("jobs") => {
                let jobs = parser.value()?.parse().map_err(|_| "--jobs takes a number from 1 up")?;
                arguments.jobs = jobs;
            }
            Short('h') | Long("help") => return Ok(Command::Print(HELP.to_string())),
            Short('V') | Long("version") => {
                return Ok(Command::Print(format!("lede {}\n", env!("CARGO_PKG_VERSION"))));
            }
            Value(file) if arguments.file.is_none() => arguments.file = Some(file.into()),
            other => return Err(other.unexpected()),
        }
    }
    if arguments.jsonl && arguments.html {
        return Err("--html reads one article; lines of --jsonl say \"html\" themselves".into());
    }
    Ok(Command::Analyse(arguments))
}

fn analyse(arguments: &Arguments) -> io::Result<ExitCode> {
    let input = open(arguments.file.as_deref())?;
    if arguments.jsonl {
        return jsonl::run(input, arguments.unit, arguments.jobs, io::stdout().lock());
    }
    let text = read_all(input, arguments.file.as_deref())?;
    if arguments.html {
        let (words, hints) = html::read(&text.words);
        let analysis = noted(lede::analyze_with_hints(&words, &hints), text.is_guess);
        let options = Options {
            id: None,
            unit: arguments.unit,
            with_text: true,
        };
        print(&(pretty_document(&words, &analysis, &options) + "\n"))?;
        return Ok(ExitCode::SUCCESS);
    }
    let options = Options {
        id: None,
        unit: arguments.unit,
        with_text: false,
    };
    print(&(pretty_document(&text.words, &text.analyse(), &options) + "\n"))?;
    Ok(ExitCode::SUCCESS)
}

/// The file, or standard input where there is none.
fn open(file: Option<&Path>) -> io::Result<Box<dyn BufRead + Send>> {
    match file {
        Some(path) => {
            let file = std::fs::File::open(path).map_err(|e| named(path, &e))?;
            Ok(Box::new(io::BufReader::new(file)))
        }
        None => Ok(Box::new(io::BufReader::new(io::stdin()))),
    }
}

fn read_all(mut input: impl Read, file: Option<&Path>) -> io::Result<Decoded> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|e| match file {
        Some(path) => named(path, &e),
        None => e,
    })?;
    Ok(Decoded::from(bytes))
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Text from bytes.
struct Decoded {
    words: String,
    /// See [`Encoding::is_guess`].
    is_guess: bool,
}

impl Decoded {
    fn from(bytes: Vec<u8>) -> Decoded {
        let (encoding, start) = encoding::of(&bytes);
        let words = match encoding {
            // The mark is a character of the text: positions count it.
            Encoding::Utf8 => String::from_utf8_lossy(&bytes).into_owned(),
            _ => {
                let decoder =
                    encoding_rs::Encoding::for_label(encoding.label().as_bytes()).unwrap_or(encoding_rs::UTF_8);
                decoder.decode_without_bom_handling(&bytes[start..]).0.into_owned()
            }
        };
        Decoded {
            words,
            is_guess: encoding.is_guess(),
        }
    }

    fn analyse(&self) -> Analysis {
        noted(lede::analyze(&self.words), self.is_guess)
    }
}

fn noted(mut analysis: Analysis, is_guess: bool) -> Analysis {
    if is_guess {
        let note = Note {
            code: NoteCode::EncodingGuessed,
            span: Span::new(0, 0),
        };
        analysis.notes.insert(0, note);
    }
    analysis
}
