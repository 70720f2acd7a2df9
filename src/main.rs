//! `lede`, the command line. On wasm32: the page, and the worker that analyses long texts for it.

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::main()
}

/// The same module runs in the page and in its workers.
#[cfg(target_arch = "wasm32")]
fn main() {
    if web_sys::window().is_some() {
        app::mount();
    } else {
        app::worker::listen();
    }
}
