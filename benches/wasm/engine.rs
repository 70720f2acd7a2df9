//! The engine alone as a WebAssembly module, without a page: `cargo xtask bench` runs it in Node (`tests/browser/engine.mjs`).

use std::cell::RefCell;

thread_local! {
    static TEXT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Adds one byte to the text.
#[unsafe(no_mangle)]
pub extern "C" fn push(byte: u32) {
    TEXT.with_borrow_mut(|text| text.push(byte as u8));
}

/// Analyses the text so many times; returns how many quotations were found in all.
#[unsafe(no_mangle)]
pub extern "C" fn run(times: u32) -> u32 {
    TEXT.with_borrow(|text| {
        let text = String::from_utf8_lossy(text);
        let count = |_| lede::analyze(std::hint::black_box(&text)).quotations.len() as u32;
        (0..times).map(count).sum()
    })
}
