//! `cargo xtask bench`: the engine natively, the page in Chromium, and what the page weighs. `cargo xtask bench growth`:
//! whether the engine's time grows with the length of the text and no faster.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::test::browsers;
use crate::{build, growth, shell};

/// What a visitor's browser may have to load, gzipped.
const MOST: usize = 1_300_000;

pub fn command(mut arguments: lexopt::Parser) -> Result<()> {
    let mut article = shell::root().join("tests/articles/broadsheet.txt");
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Value(what) if what == "growth" => return growth::run(),
            lexopt::Arg::Value(file) => article = std::path::absolute(PathBuf::from(file))?,
            other => return Err(other.unexpected().into()),
        }
    }
    println!("== the engine, natively");
    shell::run(shell::cargo().args(["bench", "--quiet", "--package=lede", "--bench=analysis"]))?;

    println!("\n== the engine as WebAssembly, in Node");
    let engine = build::wasm::compile_engine()?;
    shell::run(
        shell::program("node")
            .arg("tests/browser/engine.mjs")
            .arg(engine)
            .arg(&article),
    )?;

    println!("\n== the page, in Chromium");
    let dist = build::build(false)?;
    browsers::install_packages()?;
    let (chromium, _) = browsers::install()?;
    shell::run(
        shell::program("node")
            .arg("tests/browser/bench.mjs")
            .arg(article)
            .env("CHROMIUM", chromium)
            .env("XTASK", std::env::current_exe()?),
    )?;

    println!("\n== what the hosted page loads");
    let mut all = 0;
    for (name, bytes, packed) in build::sizes(&dist)? {
        if name == "lede.html" {
            continue;
        }
        println!("{bytes:>9} bytes, {packed:>9} gzipped  {name}");
        all += packed;
    }
    println!("{all:>26} gzipped  together (at most {MOST})");
    if all > MOST {
        bail!("the page has grown over {MOST} bytes");
    }
    Ok(())
}
