//! The whole page.

use gloo_timers::callback::Timeout;
use web_sys::ScrollLogicalPosition as Position;
use yew::prelude::*;

use super::analyser::Analyser;
use super::article::Reader;
use super::bar::Bar;
use super::editor::{self, Editor};
use super::help::Help;
use super::outline::Outline;
use super::panel::Panel;
use super::state::*;
use super::{dom, storage};
use lede::view::steps::Stop;

#[component]
pub fn Page() -> Html {
    let state = use_reducer(|| State {
        editing: true,
        ..State::default()
    });
    let dispatch = state.dispatcher();
    let analyser = (*use_memo((), |()| Analyser::new(dispatch.clone()))).clone();
    let area = use_node_ref();

    use_start(&analyser, &area);
    use_effect_with((state.name(), state.article.clone()), |(name, _)| dom::set_state(name));
    use_effect_with(state.reveal, |reveal| {
        if let Some(reveal) = reveal {
            show(*reveal);
        }
    });
    {
        let dispatch = dispatch.clone();
        let drawn = (state.article.clone(), state.shown.end, state.listed, state.grows());
        use_effect_with(drawn, move |&(_, _, _, grows)| {
            // A slice at a time: what the user does comes between.
            let next = grows.then(|| Timeout::new(12, move || dispatch.dispatch(Action::Grow)));
            move || drop(next)
        });
    }

    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let ondrop = {
        let (analyser, dispatch, area) = (analyser.clone(), dispatch.clone(), area.clone());
        Callback::from(move |event: DragEvent| editor::drop(&event, &analyser, &dispatch, &area))
    };
    let layout = match (&state.article, state.editing) {
        (None, _) => "page start",
        (Some(_), true) => "page editing",
        (Some(_), false) => "page reading",
    };
    html! {
        <div class={layout} {ondragover} {ondrop}>
            if state.article.is_some() {
                <a class="skip" href="#article">{ "Skip to the article" }</a>
            }
            <Bar article={state.article.is_some()} editing={state.editing} status={state.status.clone()}
                phase={state.phase} dispatch={dispatch.clone()} analyser={analyser.clone()} area={area.clone()} />
            <main>
            <Editor editing={state.editing} article={state.article.clone()} unread={state.unread.clone()} dispatch={dispatch.clone()}
                analyser={analyser.clone()} {area} />
            if let Some(article) = state.article.clone() {
                <div class="desk">
                    <Outline article={article.clone()} dispatch={dispatch.clone()} />
                    <Reader article={article.clone()} shown={state.shown.clone()} selected={state.selected}
                        why={state.why} unfolded={state.unfolded.clone()} dispatch={dispatch.clone()} />
                    <Panel {article} tab={state.tab} sheet={state.sheet} listed={state.listed} selected={state.selected} why={state.why}
                        dispatch={dispatch.clone()} {analyser} />
                </div>
            }
            </main>
            if state.help {
                <Help {dispatch} />
            }
        </div>
    }
}

/// What happens once: the text of the last visit comes back where it was to be remembered, and pasting works
/// everywhere on the page.
#[hook]
fn use_start(analyser: &Analyser, area: &NodeRef) {
    let (analyser, area) = (analyser.clone(), area.clone());
    use_effect_with((), move |()| {
        if let Some(text) = storage::text().filter(|t| !t.is_empty()) {
            editor::put(&area, &text);
            analyser.collapse();
            analyser.read(text);
        } else {
            analyser.warm_up();
        }
        let paste = editor::listen_for_paste(analyser, area);
        move || drop(paste)
    });
}

/// Scrolls to what was asked for and moves the focus where that was asked too.
fn show(reveal: Reveal) {
    let (selector, position) = match reveal.target {
        Target::Stop(Stop::Quotation(id)) => (format!("[data-at~=\"q{id}\"]"), Position::Center),
        Target::Stop(Stop::Mention(id)) => (format!("[data-at~=\"m{id}\"]"), Position::Center),
        Target::Block(id) => (format!("#block-{id}"), Position::Start),
        Target::Quotation(id) => (format!("#quotation-{id}"), Position::Nearest),
        Target::Name(id) => (format!("#name-{id}"), Position::Nearest),
        Target::Editor => ("#article-input".to_string(), Position::Nearest),
    };
    let Some(element) = dom::find(&selector) else { return };
    if reveal.target == Target::Editor || !dom::is_in_sight(&element) {
        dom::scroll_to(&element, position);
    }
    // The other side of what was chosen in the article is its item in the panel.
    if let Target::Stop(_) = reveal.target
        && let Some(item) = dom::find(".panel .chosen")
        && !dom::is_in_sight(&item)
    {
        dom::scroll_to(&item, Position::Nearest);
    }
    if reveal.focus {
        let inner = match reveal.target {
            Target::Quotation(_) | Target::Name(_) => element.query_selector("button").ok().flatten(),
            _ => None,
        };
        let target = inner
            .and_then(|e| wasm_bindgen::JsCast::dyn_into(e).ok())
            .unwrap_or(element);
        dom::focus(&target);
    }
}
