//! Everything that is done with the repository: `cargo xtask COMMAND`.

mod bench;
mod build;
mod evaluate;
mod growth;
mod serve;
mod shell;
mod test;
#[cfg(feature = "train")]
mod train;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N] [--dev]   build, serve dist/ on 127.0.0.1:8080 (or the next free port) and open the browser
  build [--dev]              write dist/ (a static site) and dist/lede.html (one file that opens from the disk)
  test [--all]               check everything: format, lints, native tests, wasm tests, the page in real browsers;
                             --all: also what takes hours
  fuzz [N]                   analyse N (default 50,000) damaged articles: no text breaks the engine's promises
  evaluate FILE…             score the engine against gold files (the format: xtask/src/evaluate.rs)
  bench [ARTICLE]            measure the engine, the page in Chromium, and what the page weighs
  bench growth               whether sixteen times the text takes about sixteen times as long
  train DIR                  retrain the models from the data in DIR

  --dev   a quicker build that runs slower
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut arguments = lexopt::Parser::from_env();
    let command = match arguments.next()? {
        Some(lexopt::Arg::Value(command)) => command.to_string_lossy().into_owned(),
        Some(lexopt::Arg::Short('h') | lexopt::Arg::Long("help")) | None => {
            print!("{HELP}");
            return Ok(());
        }
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "build" => build::command(arguments),
        "serve" => serve::command(arguments),
        "bench" => bench::command(arguments),
        "fuzz" => test::fuzz_command(arguments),
        "evaluate" => evaluate::command(arguments),
        "test" => test::command(arguments),
        "train" => train(),
        #[cfg(feature = "wasm-tests")]
        "wasm-tests" => wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os().skip(1)),
        _ => bail!("there is no command `{command}`\n\n{HELP}"),
    }
}

/// Training links the engine and needs it optimised.
#[cfg(not(feature = "train"))]
fn train() -> Result<()> {
    shell::run(
        shell::cargo()
            .args([
                "run",
                "--quiet",
                "--release",
                "--package",
                "xtask",
                "--features",
                "train",
                "--",
            ])
            .args(std::env::args_os().skip(1)),
    )
}

#[cfg(feature = "train")]
fn train() -> Result<()> {
    let mut arguments = lexopt::Parser::from_env();
    arguments.next()?;
    train::command(arguments)
}
