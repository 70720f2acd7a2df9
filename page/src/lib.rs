//! The page: paste an article, read it with its structure, quotations and names in place.
//!
//! `state` holds everything that is shown and every way that it changes; components only draw it and say what was done.

#![cfg(target_arch = "wasm32")]

mod analyser;
mod article;
mod bar;
mod dom;
mod editor;
mod files;
mod formatting;
mod help;
mod outline;
mod page;
mod panel;
mod state;
mod storage;
mod strip;
mod tools;
mod worker;

/// The same module runs in the page and in its workers.
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    if web_sys::window().is_some() {
        mount();
    } else {
        worker::listen();
    }
}

/// Puts the page into the element `app`.
fn mount() {
    if let Some(root) = dom::document().get_element_by_id("app") {
        yew::Renderer::<page::Page>::with_root(root).render();
    }
}
