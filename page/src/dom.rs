//! The few things that components need of the browser beyond events and elements.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

pub fn window() -> web_sys::Window {
    web_sys::window().expect("the page has a window")
}

pub fn document() -> web_sys::Document {
    window().document().expect("the page has a document")
}

/// Sets `data-state` of the body: what scripts and the style sheet go by.
pub fn set_state(state: &str) {
    if let Some(body) = document().body() {
        let _ = body.set_attribute("data-state", state);
    }
}

pub fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Scrolls an element into view, in the middle where it was out of view.
pub fn scroll_to(element: &Element, position: web_sys::ScrollLogicalPosition) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(position);
    options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Gives an element the focus and leaves the scroll position alone.
pub fn focus(element: &HtmlElement) {
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"preventScroll".into(), &true.into());
    let focus = js_sys::Reflect::get(element, &"focus".into()).ok();
    if let Some(focus) = focus.and_then(|f| f.dyn_into::<js_sys::Function>().ok()) {
        let _ = focus.call1(element, &options);
    }
}

/// The value that an event carries under a name that not all events of its kind have.
pub fn property(event: &JsValue, name: &str) -> Option<String> {
    js_sys::Reflect::get(event, &name.into()).ok()?.as_string()
}

/// The element's first line can be seen: it lies within the panel, or within the part of the window that neither the
/// bar nor the panel covers.
pub fn is_in_sight(element: &Element) -> bool {
    let frame = element.get_bounding_client_rect();
    let panel = find(".panel").map(|p| p.get_bounding_client_rect());
    let height = window()
        .inner_height()
        .ok()
        .and_then(|h| h.as_f64())
        .unwrap_or_default();
    let (top, bottom) = match (panel, element.closest(".panel").ok().flatten()) {
        (Some(panel), Some(_)) => (panel.top() + TABS, panel.bottom()),
        // On a narrow screen it lies over the article's end.
        (Some(panel), None) if panel.left() <= 0.0 => (BAR, panel.top()),
        _ => (BAR, height),
    };
    frame.height() > 0.0 && frame.top() >= top && frame.top() + LINE <= bottom
}

/// Heights in CSS pixels.
const BAR: f64 = 64.0;
const TABS: f64 = 56.0;
const LINE: f64 = 28.0;

/// Does what may panic. In WebAssembly a panic is an exception, and only a call through JavaScript can catch it: without
/// this it would end whatever the page was doing, with no word to the reader.
pub fn guarded<T: 'static>(work: impl FnOnce() -> T + 'static) -> Option<T> {
    let slot = Rc::new(RefCell::new(None));
    let function = {
        let slot = slot.clone();
        Closure::once_into_js(move || {
            let done = work();
            slot.replace(Some(done));
        })
    };
    function.unchecked_ref::<Function>().call0(&JsValue::NULL).ok()?;
    slot.take()
}
