//! From a text to the page's state: at once for an ordinary article, in the worker for a long one.

use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use lede::text::Hint;
use lede::view::View;

use super::dom;
use super::files::{self, Format};
use super::formatting::Formatting;
use super::state::{Action, Dispatch, SharedView};
use super::storage;
use super::worker::{Answer, Client, Task};

/// Texts of more bytes than this are analysed in the worker. Chosen so that analysis and drawing together stay within
/// 50 ms on a machine of ordinary speed (`tests/browser/page-long.test.mjs` prints the longest task).
const AT_ONCE: usize = 16_000;

/// How long typing rests before the text is analysed.
const REST: u32 = 220;

/// A handle on the one analyser of the page.
#[derive(Clone)]
pub struct Analyser(Rc<Inner>);

impl PartialEq for Analyser {
    fn eq(&self, other: &Analyser) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Analyser {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// Takes a finished export.
type Receiver = Box<dyn FnOnce(web_sys::Blob)>;

pub struct Inner {
    dispatch: Dispatch,
    /// Counts the texts; an answer to an older one is dropped.
    serial: Cell<u32>,
    client: RefCell<Option<Client>>,
    /// The view that the worker sends, part by part.
    coming: RefCell<View>,
    waiting: RefCell<Option<Timeout>>,
    formatting: RefCell<Formatting>,
    remembers: Cell<bool>,
    /// What waits for the worker to write its file.
    export: RefCell<Option<Receiver>>,
}

impl Analyser {
    pub fn new(dispatch: Dispatch) -> Analyser {
        Analyser(Rc::new(Inner {
            dispatch,
            serial: Cell::new(0),
            client: RefCell::default(),
            coming: RefCell::default(),
            waiting: RefCell::default(),
            formatting: RefCell::default(),
            remembers: Cell::new(storage::remembers()),
            export: RefCell::default(),
        }))
    }

    /// Analyses the text that `read` gives once typing rests. A later call replaces an earlier one.
    pub fn read_soon(&self, read: impl FnOnce() -> String + 'static) {
        self.started();
        let analyser = self.clone();
        let waiting = Timeout::new(REST, move || analyser.read(read()));
        self.waiting.replace(Some(waiting));
    }

    /// Analyses a text; cancels the analysis that is running.
    pub fn read(&self, text: String) {
        self.waiting.take();
        self.serial.set(self.serial.get() + 1);
        if self.remembers.get() && !storage::keep(&text) {
            self.dispatch.dispatch(Action::Say(
                "This text is too long to be remembered on this device.".to_string(),
            ));
        }
        if text.trim().is_empty() {
            self.client.take();
            self.coming.take();
            self.formatting.take();
            self.dispatch.dispatch(Action::Emptied);
            return;
        }
        let hints = self.formatting.borrow().hints(&text);
        if text.len() <= AT_ONCE {
            self.client.take();
            let source = text.clone();
            let view = dom::guarded(move || {
                let analysis = lede::analyze_with_hints(&source, &hints);
                View::new(source, analysis)
            });
            match view {
                Some(view) => self.finished(view),
                None => self.dispatch.dispatch(Action::Failed(text)),
            }
        } else {
            self.started();
            self.ask_worker(text, hints);
        }
    }

    /// Analysis has started.
    pub fn started(&self) {
        // Set synchronously, so a script never sees the previous text's "ready".
        dom::set_state("analysing");
        self.dispatch.dispatch(Action::Started);
    }

    fn finished(&self, view: View) {
        self.dispatch.dispatch(Action::Finished(SharedView(Rc::new(view))));
    }

    fn ask_worker(&self, text: String, hints: Vec<Hint>) {
        let analyser = self.clone();
        let client = Client::start(move |id, answer| analyser.answered(id, answer));
        let id = self.serial.get();
        let task = Task::Analyse { id, text, hints };
        let asked = client.as_ref().is_some_and(|c| c.post(&task));
        // Dropping the previous client cancels the previous analysis.
        self.client.replace(client);
        let Task::Analyse { text, .. } = task else { return };
        self.coming.replace(View {
            source: text,
            ..View::default()
        });
        if !asked {
            self.failed();
        }
    }

    fn answered(&self, id: u32, answer: Answer) {
        match answer {
            Answer::Part(part) if id == self.serial.get() => self.coming.borrow_mut().add(part),
            Answer::Done if id == self.serial.get() => self.finished(self.coming.take()),
            Answer::File(file) => {
                if let Some(then) = self.export.take() {
                    then(file);
                }
            }
            Answer::Failed if id == self.serial.get() || id == u32::MAX => {
                self.failed();
            }
            _ => {}
        }
    }

    /// The worker stopped: at a text, or after it, at a file.
    fn failed(&self) {
        let text = self.coming.take().source;
        if text.is_empty() {
            self.export.take();
            let said = "This file could not be written. That is a fault in Lede.";
            self.dispatch.dispatch(Action::Say(said.to_string()));
        } else {
            self.dispatch.dispatch(Action::Failed(text));
        }
    }

    /// Writes a file from the analysis that is shown and hands it to `then`; a long one in the worker.
    pub fn export(&self, view: &View, format: Format, then: impl FnOnce(web_sys::Blob) + 'static) {
        let id = self.serial.get();
        let client = self.client.borrow();
        if let Some(client) = client.as_ref()
            && view.source.len() > AT_ONCE
        {
            self.export.replace(Some(Box::new(then)));
            client.post(&Task::Export { id, format });
        } else if let Some(file) = files::write(view, format) {
            then(file);
        }
    }

    /// Keeps what pasted formatting said of the lines of `text`.
    pub fn learn(&self, text: &str, hints: &[Hint]) {
        self.formatting.borrow_mut().learn(text, hints);
    }

    /// Keeps texts on this device from now on, or forgets all.
    pub fn remember(&self, remember: bool, text: &str) {
        self.remembers.set(remember);
        if !remember {
            storage::forget();
        } else if !storage::keep(text) {
            self.dispatch.dispatch(Action::Say(
                "This text cannot be remembered: it is too long, or the browser gives this page no room.".to_string(),
            ));
        }
    }
}

impl Analyser {
    /// Closes the paste area: a whole text has come, and the article is what matters now.
    pub fn collapse(&self) {
        self.dispatch.dispatch(Action::Edit(false));
    }

    /// Decodes the models in idle time, one at a time, so that the first paste does not wait for them.
    pub fn warm_up(&self) {
        fn unpack(file: usize) {
            Timeout::new(0, move || {
                if lede::unpack(file) {
                    unpack(file + 1);
                } else {
                    lede::analyze("Harbour reopens\n\n“We are ready,” Ilse Moor said in Arlen on Monday.");
                }
            })
            .forget();
        }
        unpack(0);
    }
}
