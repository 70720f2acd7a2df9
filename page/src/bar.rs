//! The bar at the top: the name of the page, what was found, and what can be done with the text.

use yew::prelude::*;

use super::analyser::Analyser;
use super::editor;
use super::state::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub article: bool,
    pub editing: bool,
    pub phase: Phase,
    pub status: String,
    pub dispatch: Dispatch,
    pub analyser: Analyser,
    pub area: NodeRef,
}

#[component]
pub fn Bar(props: &Props) -> Html {
    let edit = {
        let (dispatch, editing) = (props.dispatch.clone(), props.editing);
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Edit(!editing)))
    };
    let clear = {
        let (analyser, area) = (props.analyser.clone(), props.area.clone());
        Callback::from(move |_: MouseEvent| editor::clear(&analyser, &area))
    };
    let status = match props.phase {
        Phase::Analysing => "Analysing…",
        _ => &props.status,
    };
    html! {
        <header class="bar">
            if props.article {
                <p class="name">{ "Lede" }</p>
            } else {
                <h1 class="name">{ "Lede" }</h1>
            }
            <p class="status" role="status" aria-live="polite">{ status }</p>
            if props.article {
                <p class="private">{ "Nothing has left this page" }</p>
                <div class="actions">
                    <button type="button" onclick={edit} aria-expanded={props.editing.to_string()}
                        aria-controls="editor">{ if props.editing { "Close text" } else { "Edit text" } }</button>
                    <button type="button" onclick={clear}>{ "Clear" }</button>
                </div>
            }
        </header>
    }
}
