//! Long texts are analysed here, beside the page: the same wasm module, started where there is no window.
//!
//! The contract between the page and a worker:
//! - The boot script defines `globalThis.ledeWorker`, a function without arguments that returns a new `Worker`. It has
//!   already been handed the compiled module and can be posted to at once: what arrives before it has started is kept.
//! - The page posts a [`Task`] as `serde_wasm_bindgen` writes it. The answer to a text is several messages `{id, part}`,
//!   each a [`Part`] as postcard's bytes, then `{id, done}`, or `{id, failed}`; to an export `{id, file}`, a Blob made of the text analysed
//!   last.
//! - A newer text cancels the older one by `Worker::terminate`; the page then asks for a new worker.

use std::cell::RefCell;

use js_sys::{Array, Object, Reflect, Uint8Array};
use lede::text::Hint;
use lede::view::View;
use lede::view::parts::{Part, take_apart};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker};

use super::files::{self, Format};

/// What the page posts.
#[derive(Serialize, Deserialize)]
pub enum Task {
    Analyse { id: u32, text: String, hints: Vec<Hint> },
    Export { id: u32, format: Format },
}

/// Answers every [`Task`] posted to this worker. Called by `main` in the worker, never in the page.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let last: RefCell<Option<View>> = RefCell::new(None);
    let answer = {
        let scope = scope.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let Ok(task) = serde_wasm_bindgen::from_value::<Task>(event.data()) else {
                return;
            };
            match task {
                Task::Analyse { id, text, hints } => {
                    let analysis = lede::analyze_with_hints(&text, &hints);
                    let view = View::new(text, analysis);
                    for part in take_apart(&view) {
                        let Ok(bytes) = postcard::to_allocvec(&part) else {
                            let _ = scope.post_message(&message(id, "failed", &true.into()));
                            return;
                        };
                        let bytes = Uint8Array::from(bytes.as_slice());
                        let _ = scope
                            .post_message_with_transfer(&message(id, "part", &bytes), &Array::of1(&bytes.buffer()));
                    }
                    let _ = scope.post_message(&message(id, "done", &true.into()));
                    last.replace(Some(view));
                }
                Task::Export { id, format } => {
                    if let Some(file) = last.borrow().as_ref().and_then(|view| files::write(view, format)) {
                        let _ = scope.post_message(&message(id, "file", &file));
                    }
                }
            }
        })
    };
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
}

fn message(id: u32, name: &str, value: &JsValue) -> Object {
    let message = Object::new();
    let _ = Reflect::set(&message, &"id".into(), &id.into());
    let _ = Reflect::set(&message, &name.into(), value);
    message
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = ledeWorker, catch)]
    fn lede_worker() -> Result<Worker, JsValue>;
}

/// What a worker answers.
pub enum Answer {
    /// A part of the view of a text.
    Part(Part),
    /// All parts have arrived.
    Done,
    File(web_sys::Blob),
    /// The worker could not be started, or it stopped.
    Failed,
}

/// The page's end of one worker. Dropping it stops the worker.
pub struct Client {
    worker: Worker,
    _onmessage: Closure<dyn Fn(MessageEvent)>,
    _onerror: Closure<dyn Fn(JsValue)>,
}

impl Client {
    /// Starts a worker. `answered` hears every answer with its id.
    pub fn start(answered: impl Fn(u32, Answer) + Clone + 'static) -> Option<Client> {
        let worker = lede_worker().ok()?;
        let onmessage = {
            let answered = answered.clone();
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let data = event.data();
                let get = |name: &str| Reflect::get(&data, &name.into()).ok().filter(|v| !v.is_undefined());
                let id = get("id").and_then(|v| v.as_f64()).unwrap_or_default() as u32;
                let answer = if let Some(part) = get("part") {
                    let bytes = part.unchecked_into::<Uint8Array>().to_vec();
                    postcard::from_bytes(&bytes).map_or(Answer::Failed, Answer::Part)
                } else if let Some(file) = get("file") {
                    Answer::File(file.unchecked_into())
                } else if get("failed").is_some() {
                    Answer::Failed
                } else {
                    Answer::Done
                };
                answered(id, answer);
            })
        };
        // An error has no id: whoever waits for the newest answer hears of it.
        let onerror = Closure::<dyn Fn(JsValue)>::new(move |_| answered(u32::MAX, Answer::Failed));
        worker.set_onmessage(Some(onmessage.as_ref().unchecked_ref()));
        worker.set_onerror(Some(onerror.as_ref().unchecked_ref()));
        Some(Client {
            worker,
            _onmessage: onmessage,
            _onerror: onerror,
        })
    }

    pub fn post(&self, task: &Task) -> bool {
        serde_wasm_bindgen::to_value(task).is_ok_and(|task| self.worker.post_message(&task).is_ok())
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
