//! `lede`, the command line.

#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::main()
}

/// Cargo builds the command line before the tests that run in WebAssembly, where there is none.
#[cfg(target_arch = "wasm32")]
fn main() {}
