//! `cargo xtask bench growth`: whether the engine's time grows with the length of the text and no faster.

use anyhow::Result;

use crate::shell;

/// Fails where a family of texts takes longer to read than its length explains (benches/growth.rs).
pub fn run() -> Result<()> {
    shell::run(shell::cargo().args([
        "bench",
        "--quiet",
        "--profile=quick",
        "--package=lede",
        "--bench=growth",
    ]))
}
