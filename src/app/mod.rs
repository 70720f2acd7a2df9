//! The page.

pub mod worker;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// Puts the page into `<main id="app">`.
pub fn mount() {
    let root = dom::document().get_element_by_id("app");
    if let Some(root) = root {
        yew::Renderer::<Page>::with_root(root).render();
        dom::set_state("empty");
    }
}

#[component]
fn Page() -> Html {
    let count = use_state(|| None::<usize>);
    let oninput = {
        let count = count.clone();
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            let text = area.value();
            count.set(Some(lede::analyze(&text).blocks.len()));
            dom::set_state(if text.trim().is_empty() { "empty" } else { "ready" });
        })
    };
    html! {
        <>
            <h1>{"Lede"}</h1>
            <label for="article-input">{"Paste an article"}</label>
            <textarea id="article-input" rows="12" {oninput} />
            <p role="status">{ count.map(|blocks| format!("{blocks} blocks")).unwrap_or_default() }</p>
        </>
    }
}

mod dom {
    pub fn document() -> web_sys::Document {
        web_sys::window()
            .and_then(|w| w.document())
            .expect("a page has a document")
    }

    pub fn set_state(state: &str) {
        if let Some(body) = document().body() {
            let _ = body.set_attribute("data-state", state);
        }
    }
}
