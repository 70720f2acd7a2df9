//! The worker's side: the same wasm module, started where there is no window.
//!
//! The contract between the page and a worker:
//! - The boot script defines `globalThis.ledeWorker`, a function without arguments that returns a new `Worker`. It has
//!   already been handed the compiled module and can be posted to at once: what arrives before it has started is kept.
//! - The page posts `{id, text}`. The worker answers `{id, analysis}`, where `analysis` is [`lede::analysis::Analysis`]
//!   as `serde_wasm_bindgen` writes it; spans are byte offsets into `text`. One answer for each message, in order.
//! - A newer text cancels the older one by `Worker::terminate`; the page then asks for a new worker.

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// What the page posts.
#[derive(Serialize, Deserialize)]
pub struct Task {
    pub id: u32,
    pub text: String,
}

/// What the worker answers.
#[derive(Serialize, Deserialize)]
pub struct Answer {
    pub id: u32,
    pub analysis: lede::analysis::Analysis,
}

/// Answers every [`Task`] posted to this worker. Called by `main` in the worker, never in the page.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = {
        let scope = scope.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let Ok(task) = serde_wasm_bindgen::from_value::<Task>(event.data()) else {
                return;
            };
            let analysis = lede::analyze(&task.text);
            if let Ok(answer) = serde_wasm_bindgen::to_value(&Answer { id: task.id, analysis }) {
                let _ = scope.post_message(&answer);
            }
        })
    };
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
}
