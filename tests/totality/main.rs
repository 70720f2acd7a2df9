//! No text whatever makes the engine panic or break a promise (`invariants`): the project's own articles, damaged in many
//! ways. `cargo xtask fuzz [N]` reads N texts in a release build; `FIRST=n TEXTS=1` reads the n-th again. What breaks is
//! cut down to as little as still breaks.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../articles/files.rs"]
mod files;
#[path = "../properties/invariants.rs"]
mod invariants;
mod mutate;

use std::panic::catch_unwind;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// Enough for a run of all tests to notice what breaks often.
const TEXTS: u64 = 500;
/// One text in so many is analysed twice and exported too, which takes much longer.
const WHOLE: u64 = 20;
/// How many broken texts are shown at most.
const SHOWN: usize = 20;

#[test]
fn damaged_articles_are_answered() {
    let number = |name: &str| std::env::var(name).ok().map(|n| n.parse::<u64>().expect("a number"));
    let first = number("FIRST").unwrap_or(0);
    let end = first + number("TEXTS").unwrap_or(TEXTS);
    let read = |path: PathBuf| std::fs::read_to_string(path).expect("a readable article");
    let articles: Vec<String> = files::articles().into_iter().map(read).collect();
    let next = AtomicU64::new(first);
    let broken: Mutex<Vec<(u64, String)>> = Mutex::new(Vec::new());

    // Panics are looked for here, and shown once, below.
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= end || broken.lock().is_ok_and(|broken| broken.len() >= SHOWN) {
                        return;
                    }
                    let text = mutate::text(seed, &articles);
                    let whole = seed.is_multiple_of(WHOLE);
                    if let Some(reason) = breaks(&text, whole) {
                        let least = shrink(text, |text| breaks(text, whole).is_some());
                        let said = format!("FIRST={seed} TEXTS=1: {reason}\n    {least:?}");
                        broken.lock().expect("a list").push((seed, said));
                    }
                }
            });
        }
    });
    std::panic::set_hook(hook);

    let mut broken = broken.into_inner().expect("a list");
    broken.sort();
    let said: Vec<String> = broken.into_iter().map(|(_, said)| said).collect();
    assert!(said.is_empty(), "{} texts break:\n{}", said.len(), said.join("\n"));
    println!("{} damaged texts are answered", end - first);
}

/// Why the analysis of the text panics or breaks a promise.
fn breaks(text: &str, whole: bool) -> Option<String> {
    let panic = catch_unwind(|| {
        if whole {
            invariants::hold(text);
        } else {
            invariants::of_large(text);
        }
    })
    .err()?;
    let said = panic.downcast_ref::<String>().map(String::as_str);
    let said = said.or(panic.downcast_ref::<&str>().copied());
    Some(said.unwrap_or("a panic without words").to_string())
}

/// The text without all that it breaks without as well: ever smaller pieces are left out.
fn shrink(text: String, breaks: impl Fn(&str) -> bool) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let mut piece = chars.len() / 2;
    while piece > 0 {
        let mut at = 0;
        while at < chars.len() {
            let end = (at + piece).min(chars.len());
            let without: Vec<char> = [&chars[..at], &chars[end..]].concat();
            if breaks(&without.iter().collect::<String>()) {
                chars = without;
            } else {
                at = end;
            }
        }
        piece /= 2;
    }
    chars.into_iter().collect()
}
