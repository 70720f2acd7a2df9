//! The WebAssembly module and its JavaScript glue.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::shell;

const TARGET: &str = "wasm32-unknown-unknown";

/// Compiles the package for the browser; returns the glue, a classic script, and the module.
pub fn compile(dev: bool) -> Result<(String, Vec<u8>)> {
    add_target()?;
    let profile = if dev { "quick" } else { "dist" };
    shell::run(shell::cargo().args(["build", "--package=lede-page", "--target", TARGET, "--profile", profile]))?;
    let target = target_folder()?;
    let module = target.join(TARGET).join(profile).join("lede_page.wasm");
    let bound = target.join("bound");
    // `no_modules`: one classic script that serves the hosted page, the page opened from a file, and the workers of both.
    Bindgen::new()
        .input_path(&module)
        .out_name("lede")
        .no_modules(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(!dev)
        .remove_producers_section(true)
        .generate(&bound)
        .with_context(|| format!("cannot bind {}", module.display()))?;
    let glue = fs::read_to_string(bound.join("lede.js"))?;
    let module = fs::read(bound.join("lede_bg.wasm"))?;
    Ok((glue, module))
}

/// Compiles the engine alone, as the page has it, for `benches/wasm/engine.rs`; returns the module's file.
pub fn compile_engine() -> Result<PathBuf> {
    add_target()?;
    shell::run(shell::cargo().args([
        "build",
        "--package=lede",
        "--example=engine",
        "--target",
        TARGET,
        "--profile=dist",
    ]))?;
    Ok(target_folder()?.join(TARGET).join("dist/examples/engine.wasm"))
}

/// Adds the target where it is missing.
pub fn add_target() -> Result<()> {
    let sysroot = PathBuf::from(shell::output(shell::program("rustc").args(["--print", "sysroot"]))?);
    if sysroot.join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    println!("Adding the target {TARGET}");
    if let Err(error) = shell::run(shell::program("rustup").args(["target", "add", TARGET])) {
        bail!(
            "the target {TARGET} is missing and cannot be added: {error:#}\nInstall Rust from rustup, or the target from where your Rust came."
        );
    }
    Ok(())
}

fn target_folder() -> Result<PathBuf> {
    let metadata = shell::output(shell::cargo().args(["metadata", "--format-version=1", "--no-deps"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let folder = metadata["target_directory"]
        .as_str()
        .context("cargo names no target folder")?;
    Ok(folder.into())
}
