//! The panel: one of four lists at a time. All are in the page; three are hidden.

mod checks;
mod export;
mod names;
mod quotation;
mod quotations;

use lede::analysis::QuotationId;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::analyser::Analyser;
use super::state::*;
use checks::Checks;
use export::Export;
use names::NamesList;
use quotations::Quotations;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub article: SharedView,
    pub tab: Tab,
    /// On a narrow screen: it lies over the article.
    pub sheet: bool,
    /// How many items of each list are drawn.
    pub listed: usize,
    pub selected: Option<Selected>,
    pub why: Option<QuotationId>,
    pub dispatch: Dispatch,
    pub analyser: Analyser,
}

const TABS: [(Tab, &str, &str); 4] = [
    (Tab::Quotations, "quotations", "Quotations"),
    (Tab::Names, "names", "Names"),
    (Tab::Notes, "notes", "Notes"),
    (Tab::Export, "export", "Export"),
];

#[component]
pub fn Panel(props: &Props) -> Html {
    let Props { article, dispatch, .. } = props;
    let onkeydown = {
        let (dispatch, tab) = (dispatch.clone(), props.tab);
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                dispatch.dispatch(Action::Escape(Where::Panel));
            } else if let Some(next) = neighbour(&event, tab) {
                event.prevent_default();
                dispatch.dispatch(Action::OpenTab(next));
                if let Some(button) = super::dom::find(&format!("#tab-{}", name(next))) {
                    super::dom::focus(&button);
                }
            }
        })
    };
    let close = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Sheet(false)))
    };
    let page = |tab: Tab, content: Html| {
        html! {
            <div role="tabpanel" id={format!("panel-{}", name(tab))} aria-labelledby={format!("tab-{}", name(tab))}
                hidden={props.tab != tab}>
                <h2 class="unseen">{ label(tab) }</h2>
                { content }
            </div>
        }
    };
    html! {
        <section class={classes!("panel", props.sheet.then_some("open"))} aria-label="What was found" {onkeydown}>
            <div class="tabs" role="tablist">
                { for TABS.iter().map(|&(tab, id, label)| {
                    let dispatch = dispatch.clone();
                    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::OpenTab(tab)));
                    let here = props.tab == tab;
                    html! {
                        <button type="button" role="tab" id={format!("tab-{id}")} aria-controls={format!("panel-{id}")}
                            aria-selected={here.to_string()} tabindex={if here { "0" } else { "-1" }} {onclick}>
                            { label }
                        </button>
                    }
                }) }
            </div>
            <button type="button" class="close" onclick={close}>{ "Close" }</button>
            <div class="pages">
                { page(Tab::Quotations, html! {
                    <Quotations article={article.clone()} shown={props.listed} selected={props.selected} why={props.why}
                        dispatch={dispatch.clone()} />
                }) }
                { page(Tab::Names, html! {
                    <NamesList article={article.clone()} shown={props.listed} selected={props.selected} dispatch={dispatch.clone()} />
                }) }
                { page(Tab::Notes, html! { <Checks article={article.clone()} dispatch={dispatch.clone()} /> }) }
                { page(Tab::Export, html! {
                    <Export article={article.clone()} dispatch={dispatch.clone()} analyser={props.analyser.clone()} />
                }) }
            </div>
        </section>
    }
}

fn name(tab: Tab) -> &'static str {
    TABS.iter().find(|t| t.0 == tab).map_or("", |t| t.1)
}

fn label(tab: Tab) -> &'static str {
    TABS.iter().find(|t| t.0 == tab).map_or("", |t| t.2)
}

/// The tab that an arrow key leads to while a tab has the focus.
fn neighbour(event: &KeyboardEvent, tab: Tab) -> Option<Tab> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    if target.get_attribute("role").as_deref() != Some("tab") {
        return None;
    }
    let at = TABS.iter().position(|t| t.0 == tab)?;
    let to = match event.key().as_str() {
        "ArrowRight" => (at + 1) % TABS.len(),
        "ArrowLeft" => (at + TABS.len() - 1) % TABS.len(),
        "Home" => 0,
        "End" => TABS.len() - 1,
        _ => return None,
    };
    Some(TABS[to].0)
}
