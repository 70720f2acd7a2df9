//! The paste box and what goes with it: sample, file, clear, formatting, memory.
//!
//! The box is never written to while somebody types in it, so caret and undo stay the browser's own.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::Function;
use lede::text::{Hint, encoding, html as formatted};
use wasm_bindgen::prelude::*;
use web_sys::{ClipboardEvent, DataTransfer, Event, HtmlDocument, HtmlInputElement, HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

use super::analyser::Analyser;
use super::state::*;
use super::{dom, storage};

const SAMPLE: &str = include_str!("sample.txt");

/// Formatting of longer pastes is not looked at: the text alone must do.
const LONGEST_FORMATTED: usize = 1_000_000;

/// A longer text would hold the page while the box lays it out, so the box is hidden before it gets it.
const LONGEST_IN_SIGHT: usize = 200_000;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub editing: bool,
    /// What is to be read below.
    pub article: Option<SharedView>,
    /// What could not be analysed.
    pub unread: Option<Rc<str>>,
    pub dispatch: Dispatch,
    pub analyser: Analyser,
    pub area: NodeRef,
}

#[component]
pub fn Editor(props: &Props) -> Html {
    let Props {
        dispatch,
        analyser,
        area,
        ..
    } = props;
    let plain = use_state(|| false);
    {
        let area = area.clone();
        let watched = (props.editing, props.article.clone(), props.unread.clone());
        use_effect_with(watched, move |(editing, article, unread)| {
            let text = unread.as_deref().or(article.as_ref().map(|a| a.source.as_str()));
            if let (true, Some(text), Some(area)) = (editing, text, area.cast::<HtmlTextAreaElement>())
                && area.has_attribute("data-long")
                && area.text_length() == 0
            {
                area.set_value(text);
            }
        });
    }
    let remembers = use_state(storage::remembers);

    let onpaste = {
        let (analyser, area, plain, collapsed) = (analyser.clone(), area.clone(), *plain, !props.editing);
        Callback::from(move |event: Event| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                if collapsed {
                    area.select();
                }
                paste(event.unchecked_ref(), &analyser, &area, plain);
            }
        })
    };
    let oninput = {
        let (analyser, dispatch, area) = (analyser.clone(), dispatch.clone(), area.clone());
        Callback::from(move |event: InputEvent| {
            let Some(area) = area.cast::<HtmlTextAreaElement>() else {
                return;
            };
            mark_long(&area, area.text_length() as usize > LONGEST_IN_SIGHT);
            match dom::property(&event, "inputType").as_deref() {
                // No type: a script has set the value.
                None | Some("insertFromPaste" | "insertFromDrop") => {
                    analyser.collapse();
                    analyser.read(area.value());
                }
                Some(_) => {
                    dispatch.dispatch(Action::Edit(true));
                    analyser.read_soon(move || area.value());
                }
            }
        })
    };
    let onclick = {
        let (dispatch, editing) = (dispatch.clone(), props.editing);
        Callback::from(move |_: MouseEvent| {
            if !editing {
                dispatch.dispatch(Action::Edit(true));
            }
        })
    };
    let sample = {
        let (analyser, area) = (analyser.clone(), area.clone());
        Callback::from(move |_: MouseEvent| replace(&area, &analyser, SAMPLE.trim_end(), &[]))
    };
    let onfile = {
        let (analyser, dispatch, area) = (analyser.clone(), dispatch.clone(), area.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                open(file, &analyser, &dispatch, &area);
            }
            // The same file can be opened again.
            input.set_value("");
        })
    };
    let clear = {
        let (analyser, area) = (analyser.clone(), area.clone());
        Callback::from(move |_: MouseEvent| clear(&analyser, &area))
    };
    let onplain = {
        let plain = plain.clone();
        Callback::from(move |_: Event| plain.set(!*plain))
    };
    let onremember = {
        let (analyser, area, remembers) = (analyser.clone(), area.clone(), remembers.clone());
        let article = props.article.clone();
        Callback::from(move |_: Event| {
            let in_box = area.cast::<HtmlTextAreaElement>().map(|a| a.value());
            let text = in_box
                .filter(|t| !t.is_empty())
                .or(article.as_ref().map(|a| a.source.clone()));
            let text = text.unwrap_or_default();
            analyser.remember(!*remembers, &text);
            remembers.set(!*remembers);
        })
    };
    let forget = {
        let (analyser, area, remembers, dispatch) =
            (analyser.clone(), area.clone(), remembers.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            analyser.remember(false, "");
            remembers.set(false);
            self::clear(&analyser, &area);
            dispatch.dispatch(Action::Say(
                "Everything is cleared; nothing is kept on this device.".to_string(),
            ));
        })
    };
    html! {
        <section id="editor" class="editor" aria-label="Article text">
            if props.article.is_none() {
                <p class="pitch">{ "See how a news article is built, who is quoted saying what, and whom it names." }</p>
            }
            <label for="article-input">{ "Paste an article" }</label>
            <textarea id="article-input" ref={area.clone()} rows="12" spellcheck="false" autocomplete="off" dir="auto"
                placeholder="Headline, text, captions, share buttons: paste it all as it is." {onpaste} {oninput} {onclick} />
            <div class="tools">
                <button type="button" class={if props.article.is_some() { "" } else { "first" }} onclick={sample}>{ "Read a sample" }</button>
                <span class="file">
                    <input type="file" id="open-file" accept=".txt,.md,.html,.htm,text/plain,text/html" onchange={onfile} />
                    <label for="open-file">{ "Open a file…" }</label>
                </span>
                <button type="button" onclick={clear}>{ "Clear" }</button>
                <div class="switches">
                    <label class="switch">
                        <input type="checkbox" checked={*plain} onchange={onplain} />
                        { "Plain text only" }
                    </label>
                    <label class="switch">
                        <input type="checkbox" checked={*remembers} onchange={onremember} />
                        { "Remember on this device" }
                    </label>
                    <button type="button" class="quiet" onclick={forget}>{ "Clear everything" }</button>
                </div>
            </div>
            <p class="promise">{ "Nothing you paste leaves this page. Lede works here, in your browser, and needs no network." }</p>
        </section>
    }
}

/// A paste into the box. Rich text gives hints about its lines; plain text is left to the browser, which keeps it in
/// its undo history.
fn paste(event: &ClipboardEvent, analyser: &Analyser, area: &HtmlTextAreaElement, plain_only: bool) {
    let Some(data) = event.clipboard_data() else { return };
    let (text, hints) = read(&data, plain_only);
    if text.is_empty() {
        return;
    }
    let trusted = event.is_trusted();
    if trusted && hints.is_empty() && text.len() <= LONGEST_IN_SIGHT {
        // The browser pastes, and `input` follows at once.
        return;
    }
    event.prevent_default();
    analyser.learn(&text, &hints);
    analyser.collapse();
    if text.len() > LONGEST_IN_SIGHT && is_all_selected(area) {
        read_beside(area, analyser, text);
    } else {
        insert(area, &text);
        analyser.read(area.value());
    }
}

/// A long text is analysed without going through the box: browsers take seconds to put it there. It comes into the
/// box when that is opened to edit it.
fn read_beside(area: &HtmlTextAreaElement, analyser: &Analyser, text: String) {
    analyser.started();
    mark_long(area, true);
    area.set_value("");
    let analyser = analyser.clone();
    Timeout::new(0, move || analyser.read(text)).forget();
}

/// The style sheet hides a box with a long text while the article is read.
fn mark_long(area: &HtmlTextAreaElement, long: bool) {
    let _ = area.toggle_attribute_with_force("data-long", long);
}

/// The text on the clipboard, with what its formatting says where it has any.
fn read(data: &DataTransfer, plain_only: bool) -> (String, Vec<Hint>) {
    let plain = data.get_data("text/plain").unwrap_or_default();
    if plain_only {
        return (plain, Vec::new());
    }
    let html = data.get_data("text/html").unwrap_or_default();
    if html.is_empty() || html.len() > LONGEST_FORMATTED {
        return (plain, Vec::new());
    }
    let read = formatted::read_counting(&html);
    // Formatting that lost words is not to be trusted: editors and spreadsheets put strange things there.
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    if plain.is_empty() || letters(&read.text) + read.left_out >= letters(&plain) {
        (read.text, read.hints)
    } else {
        (plain, Vec::new())
    }
}

/// Puts text where the caret is, or in place of the selection.
fn insert(area: &HtmlTextAreaElement, text: &str) {
    if text.len() <= LONGEST_IN_SIGHT && exec(area, "insertText", text) {
        return;
    }
    if is_all_selected(area) {
        area.set_value(text);
    } else {
        let _ = area.set_range_text(text);
    }
}

/// Nothing but what is pasted will be left.
fn is_all_selected(area: &HtmlTextAreaElement) -> bool {
    area.text_length() == 0
        || area.selection_start().ok().flatten() == Some(0)
            && area.selection_end().ok().flatten() == Some(area.text_length())
}

/// An editing command, which unlike setting the value can be undone. Its `input` event is not for us to hear.
fn exec(area: &HtmlTextAreaElement, command: &str, text: &str) -> bool {
    let document: HtmlDocument = dom::document().unchecked_into();
    if document.active_element().as_ref() != Some(area.as_ref()) {
        return false;
    }
    let deaf = Closure::<dyn Fn(Event)>::new(|event: Event| event.stop_immediate_propagation());
    let heard: &Function = deaf.as_ref().unchecked_ref();
    let window = dom::window();
    let _ = window.add_event_listener_with_callback_and_bool("input", heard, true);
    let done = document
        .exec_command_with_show_ui_and_value(command, false, text)
        .unwrap_or(false);
    let _ = window.remove_event_listener_with_callback_and_bool("input", heard, true);
    done
}

/// Sets the whole text of the box.
pub fn put(area: &NodeRef, text: &str) {
    if let Some(area) = area.cast::<HtmlTextAreaElement>() {
        let long = text.len() > LONGEST_IN_SIGHT;
        mark_long(&area, long);
        area.select();
        if text.is_empty() || long || !exec(&area, "insertText", text) {
            area.set_value(text);
        }
    }
}

/// Puts a new text into the box and analyses it.
fn replace(area: &NodeRef, analyser: &Analyser, text: &str, hints: &[Hint]) {
    analyser.learn(text, hints);
    analyser.collapse();
    match area.cast::<HtmlTextAreaElement>() {
        Some(area) if text.len() > LONGEST_IN_SIGHT => read_beside(&area, analyser, text.to_string()),
        _ => {
            put(area, text);
            analyser.read(text.to_string());
        }
    }
}

/// Empties the box; the browser's undo brings the text back.
pub fn clear(analyser: &Analyser, area: &NodeRef) {
    if let Some(area) = area.cast::<HtmlTextAreaElement>() {
        mark_long(&area, false);
        let _ = area.focus();
        area.select();
        if area.text_length() as usize > LONGEST_IN_SIGHT || !exec(&area, "delete", "") {
            area.set_value("");
        }
    }
    analyser.read(String::new());
}

/// Something was dropped on the page: a file, or text.
pub fn drop(event: &DragEvent, analyser: &Analyser, dispatch: &Dispatch, area: &NodeRef) {
    let Some(data) = event.data_transfer() else { return };
    event.prevent_default();
    if let Some(file) = data.files().and_then(|files| files.get(0)) {
        open(file, analyser, dispatch, area);
    } else {
        let (text, hints) = read(&data, false);
        if !text.is_empty() {
            replace(area, analyser, &text, &hints);
        }
    }
}

/// Reads a file, in whatever encoding it is likeliest to be.
fn open(file: web_sys::File, analyser: &Analyser, dispatch: &Dispatch, area: &NodeRef) {
    let (analyser, dispatch, area) = (analyser.clone(), dispatch.clone(), area.clone());
    wasm_bindgen_futures::spawn_local(async move {
        let name = file.name();
        let Ok(bytes) = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await else {
            dispatch.dispatch(Action::Say(format!("“{name}” could not be read.")));
            return;
        };
        let bytes = js_sys::Uint8Array::new(&bytes).to_vec();
        let (encoding, start) = encoding::of(&bytes);
        let text = decode(&bytes[start..], encoding.label());
        let remark = encoding.is_guess().then(|| {
            let taken = if encoding == encoding::Encoding::MacRoman {
                "Mac Roman"
            } else {
                "Windows-1252"
            };
            format!("“{name}” does not say its encoding; it was read as {taken}.")
        });
        let text = text.as_str();
        let lower = name.to_lowercase();
        if lower.ends_with(".html") || lower.ends_with(".htm") {
            let (text, hints) = formatted::read(text);
            replace(&area, &analyser, &text, &hints);
        } else {
            replace(&area, &analyser, text, &[]);
        }
        if let Some(remark) = remark {
            dispatch.dispatch(Action::Say(remark));
        }
    });
}

fn decode(bytes: &[u8], label: &str) -> String {
    web_sys::TextDecoder::new_with_label(label)
        .and_then(|decoder| decoder.decode_with_js_u8_array(&js_sys::Uint8Array::from(bytes)))
        .unwrap_or_default()
}

/// Hears pastes that go nowhere else: they replace the text.
pub fn listen_for_paste(analyser: Analyser, area: NodeRef) -> impl Sized {
    let heard = Closure::<dyn Fn(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        let editable = |target: web_sys::EventTarget| {
            let element = target.dyn_into::<web_sys::Element>().ok();
            element.is_some_and(|e| matches!(e.tag_name().as_str(), "TEXTAREA" | "INPUT"))
        };
        if event.target().is_some_and(editable) {
            return;
        }
        if let Some(data) = event.clipboard_data() {
            let (text, hints) = read(&data, false);
            if !text.is_empty() {
                event.prevent_default();
                replace(&area, &analyser, &text, &hints);
            }
        }
    });
    let document = dom::document();
    let _ = document.add_event_listener_with_callback("paste", heard.as_ref().unchecked_ref());
    Listening { heard }
}

struct Listening {
    heard: Closure<dyn Fn(ClipboardEvent)>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        let _ = dom::document().remove_event_listener_with_callback("paste", self.heard.as_ref().unchecked_ref());
    }
}
