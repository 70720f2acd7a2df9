//! The article, set as an article, with its quotations and names in place and its speakers in the margin.

mod margin;
mod row;
mod segment;

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use lede::analysis::{BlockId, EntityKind, QuotationId};
use lede::view::steps::{Among, Stop};
use lede::view::{rows, selection, wording};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::dom;
use super::state::*;
use super::tools::Tools;
use row::RowView;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub article: SharedView,
    pub shown: Range<usize>,
    pub selected: Option<Selected>,
    pub why: Option<QuotationId>,
    pub unfolded: Rc<BTreeSet<BlockId>>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Reader(props: &Props) -> Html {
    let Props {
        article,
        shown,
        dispatch,
        ..
    } = props;
    let onclick = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: MouseEvent| click(&event, &dispatch))
    };
    let onkeydown = {
        let (dispatch, selected) = (dispatch.clone(), props.selected);
        Callback::from(move |event: KeyboardEvent| key(&event, selected, &dispatch))
    };
    let button = |action: fn() -> Action, words: String| {
        let dispatch = dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(action()));
        html! { <button type="button" class="more" {onclick}>{ words }</button> }
    };
    let evidence = selection::evidence(article, props.why);
    let left = article.pieces.len() - shown.end;
    let language = Some(article.analysis.language.clone()).filter(|l| l != "und");
    let quotations = article.voices.listed();
    html! {
        <div class="reader">
            <Tools {quotations} names={article.names.len()} unattributed={article.voices.unattributed}
                dispatch={dispatch.clone()} />
            if shown.start > 0 {
                { button(|| Action::ShowEarlier, format!("{} above are not drawn: show more of them",
                    wording::count(shown.start, "part", "parts"))) }
            }
            <article id="article" tabindex="0" aria-label="Article" lang={language} {onclick} {onkeydown}>
                { for rows::rows(article, shown.clone()).into_iter().map(|row| {
                    let (span, key) = (row.span(article), row.key());
                    let open = row.folds() && props.unfolded.contains(&row.block(article));
                    html! {
                        <RowView {key} article={article.clone()}
                            selected={selection::selected_in(article, props.selected, span)}
                            evidence={selection::overlapping(&evidence, span)}
                            {open}
                            {row} dispatch={dispatch.clone()} />
                    }
                }) }
            </article>
            if left > 0 {
                { button(|| Action::ShowMore, format!("{} below are analysed but not drawn yet: show more of them",
                    wording::count(left, "part", "parts"))) }
            }
        </div>
    }
}

/// A click on marked words chooses them: the name where there is one, else the quotation.
fn click(event: &MouseEvent, dispatch: &Dispatch) {
    let selecting = dom::window()
        .get_selection()
        .ok()
        .flatten()
        .is_some_and(|s| !s.is_collapsed());
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let marked = target.and_then(|t| t.closest("[data-m],[data-q]").ok().flatten());
    let Some(marked) = marked.filter(|_| !selecting) else {
        return;
    };
    let id = |name| marked.get_attribute(name).and_then(|v| v.parse().ok());
    if let Some(mention) = id("data-m") {
        dispatch.dispatch(Action::Choose(Stop::Mention(mention)));
    } else if let Some(quotation) = id("data-q") {
        dispatch.dispatch(Action::Choose(Stop::Quotation(quotation)));
    }
}

/// The keys of the reader. They act only while the article has the focus and leave the browser's own alone.
fn key(event: &KeyboardEvent, selected: Option<Selected>, dispatch: &Dispatch) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let action = match event.key().as_str() {
        "j" | "ArrowDown" => Action::Step(Among::Everything, Direction::Forth),
        "k" | "ArrowUp" => Action::Step(Among::Everything, Direction::Back),
        "q" => Action::Step(Among::Quotations, Direction::Forth),
        "Q" => Action::Step(Among::Quotations, Direction::Back),
        "e" => Action::Step(Among::Names, Direction::Forth),
        "E" => Action::Step(Among::Names, Direction::Back),
        "u" => Action::Step(Among::Unattributed, Direction::Forth),
        "Enter" if selected.is_some() && !on_button(event) => Action::Inspect,
        "w" => Action::WhyChosen,
        "?" => Action::Help(true),
        "Escape" => Action::Escape(Where::Article),
        _ => return,
    };
    event.prevent_default();
    dispatch.dispatch(action);
}

fn on_button(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    element.is_some_and(|e| e.tag_name() == "BUTTON")
}

/// The style of a kind of name.
pub fn name_style(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
        EntityKind::Group => "group",
        _ => "thing",
    }
}
