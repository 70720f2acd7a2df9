//! `cargo xtask test`: everything there is to check. Installs what it needs; what it cannot install is a failure, never
//! a silent gap. `--all` adds what takes longer than one waits for. The last line is `N passed, N failed`: tests, and one for each check that is not a test.

pub mod browsers;

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use lexopt::ValueExt;

use crate::{build, growth, shell};

const WASM: &str = "wasm32-unknown-unknown";

#[derive(Clone, Copy, Default)]
struct Count {
    passed: usize,
    failed: usize,
}

pub fn command(mut arguments: lexopt::Parser) -> Result<()> {
    let mut all = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("all") => all = true,
            other => return Err(other.unexpected().into()),
        }
    }
    let longer = if all { &LONGER[..] } else { &[] };
    let mut total = Count::default();
    for (name, step) in STEPS.iter().chain(longer) {
        println!("\n== {name}");
        let count = step().unwrap_or_else(|error| {
            println!("{name}: {error:#}");
            Count { passed: 0, failed: 1 }
        });
        total.passed += count.passed;
        total.failed += count.failed;
    }
    println!("\n{} passed, {} failed", total.passed, total.failed);
    if total.failed > 0 {
        bail!("not everything passed");
    }
    Ok(())
}

type Step = fn() -> Result<Count>;

const STEPS: [(&str, Step); 9] = [
    ("format", || check(shell::cargo().args(["fmt", "--all", "--check"]))),
    ("lints, native", || {
        check(
            shell::cargo()
                .args(["clippy", "--workspace", "--all-targets", "--features=xtask/train"])
                .args(DENY),
        )
    }),
    ("lints, wasm", || {
        build::add_target()?;
        let clippy = [
            "clippy",
            "--package=lede",
            "--package=lede-page",
            "--lib",
            "--test=web",
            "--target",
            WASM,
        ];
        check(shell::cargo().args(clippy).args(DENY))
    }),
    ("tests, native", || {
        tests(shell::cargo().args(["test", "--workspace", "--features=xtask/train", "--no-fail-fast"]))
    }),
    ("damaged articles", || fuzz(TEXTS)),
    ("growth", || {
        growth::run()?;
        Ok(Count { passed: 1, failed: 0 })
    }),
    ("tests, wasm", wasm_tests),
    ("build", || {
        build::build(false)?;
        Ok(Count { passed: 1, failed: 0 })
    }),
    ("tests, browsers", browser_tests),
];

/// What `--all` does besides.
const LONGER: [(&str, Step); 1] = [("many damaged articles", || fuzz(40 * TEXTS))];

/// How many damaged articles are read.
const TEXTS: u64 = 50_000;

const DENY: [&str; 3] = ["--", "--deny", "warnings"];

/// `cargo xtask fuzz [N]`.
pub fn fuzz_command(mut arguments: lexopt::Parser) -> Result<()> {
    let mut texts = TEXTS;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Value(number) => texts = number.parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    if fuzz(texts)?.failed > 0 {
        bail!("the engine breaks its promises");
    }
    Ok(())
}

/// Damaged articles in a release build (tests/totality).
fn fuzz(texts: u64) -> Result<Count> {
    tests(
        shell::cargo()
            .args([
                "test",
                "--quiet",
                "--profile=quick",
                "--package=lede",
                "--test=totality",
            ])
            .args(["--", "--nocapture"])
            .env("TEXTS", texts.to_string()),
    )
}

/// The engine's tests in WebAssembly, in Node, by wasm-bindgen's own runner. It is a feature of this package so that
/// only this step compiles it.
fn wasm_tests() -> Result<Count> {
    build::add_target()?;
    browsers::install_node()?;
    shell::run(shell::cargo().args([
        "build",
        "--package=xtask",
        "--features=wasm-tests",
        "--target-dir=target/runner",
    ]))?;
    let runner = shell::root().join("target/runner/debug/xtask");
    tests(
        shell::cargo()
            .args(["test", "--release", "--package=lede", "--test=web", "--target", WASM])
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                format!("{} wasm-tests", runner.display()),
            ),
    )
}

/// `tests/browser/*.test.mjs` against `dist/`, which the step before has built.
fn browser_tests() -> Result<Count> {
    browsers::install_packages()?;
    let (chromium, firefox) = browsers::install()?;
    let folder = shell::root().join("tests/browser");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    tests(
        shell::program("node")
            .args(["--test", "--test-reporter=spec"])
            .args(files)
            .env("CHROMIUM", chromium)
            .env("FIREFOX", firefox)
            .env("XTASK", std::env::current_exe()?),
    )
}

/// A check that passes or fails as a whole.
fn check(command: &mut Command) -> Result<Count> {
    shell::run(command)?;
    Ok(Count { passed: 1, failed: 0 })
}

/// Runs tests, shows what they print, and counts them. No test at all is a failure, and so is one that is left out.
fn tests(command: &mut Command) -> Result<Count> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("cannot run the tests")?;
    let mut count = Count::default();
    for line in BufReader::new(child.stdout.take().context("the tests print nothing")?).lines() {
        let line = line?;
        println!("{line}");
        let here = read_count(&line);
        count.passed += here.passed;
        count.failed += here.failed;
    }
    let status = child.wait()?;
    if count.failed == 0 && !status.success() {
        // Something that is no test went wrong: it did not compile, or it stopped midway.
        count.failed = 1;
    }
    if count.passed + count.failed == 0 {
        bail!("no test ran");
    }
    Ok(count)
}

/// The count in a line of cargo's summary or of Node's; zero in any other line.
fn read_count(line: &str) -> Count {
    let mut count = Count::default();
    if let Some(summary) = line.strip_prefix("test result: ") {
        for part in summary.split(['.', ';']) {
            match part
                .trim()
                .split_once(' ')
                .map(|(number, what)| (number.parse::<usize>(), what))
            {
                Some((Ok(number), "passed")) => count.passed += number,
                Some((Ok(number), "failed" | "ignored")) => count.failed += number,
                _ => {}
            }
        }
    } else if let Some((what, number)) = line.strip_prefix("ℹ ").and_then(|line| line.split_once(' ')) {
        match (number.parse(), what) {
            (Ok(number), "pass") => count.passed = number,
            (Ok(number), "fail" | "cancelled" | "skipped" | "todo") => count.failed = number,
            _ => {}
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::read_count;

    fn counted(line: &str) -> (usize, usize) {
        let count = read_count(line);
        (count.passed, count.failed)
    }

    #[test]
    fn the_summaries_of_cargo_and_node_are_read() {
        let cargo =
            "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 5 filtered out; finished in 0.02s";
        assert_eq!(counted(cargo), (12, 4));
        assert_eq!(counted("ℹ pass 34"), (34, 0));
        assert_eq!(counted("ℹ skipped 2"), (0, 2));
        assert_eq!(counted("ℹ duration_ms 85246.1"), (0, 0));
        assert_eq!(counted("test text::a ... ok"), (0, 0));
    }
}
