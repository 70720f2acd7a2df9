//! The help sheet: how things are marked, and the keys.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::state::*;

const KEYS: [(&str, &str); 9] = [
    ("j, ↓", "Next marked words"),
    ("k, ↑", "Marked words before"),
    ("q, Shift q", "Next quotation, quotation before"),
    ("e, Shift e", "Next name, name before"),
    ("u", "Next quotation that is not attributed"),
    ("Enter", "Show the chosen words in the list"),
    ("w", "Why this speaker?"),
    ("Esc", "Back to where you came from; choose nothing"),
    ("?", "This sheet"),
];

const MARKS: [(&str, &str, &str); 9] = [
    (
        "said direct v1",
        "“word for word”",
        "Direct: a whole statement, in its speaker’s colour",
    ),
    (
        "said partial v1",
        "“a few words”",
        "Partial: inside the reporter’s own sentence",
    ),
    ("said indirect v1", "that it was so", "Reported, not word for word"),
    (
        "said direct none",
        "“who said it?”",
        "Not attributed: the text does not say",
    ),
    ("person", "Ilse Moor", "Person"),
    ("organization", "Port Union", "Organization"),
    ("place", "Arlen", "Place"),
    ("group", "Frisian", "Nation, religion or movement; other names"),
    ("date", "on Monday", "Date or time"),
];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub dispatch: Dispatch,
}

#[component]
pub fn Help(props: &Props) -> Html {
    let dialog = use_node_ref();
    use_effect_with(dialog.clone(), |dialog| {
        if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
            let _ = dialog.show_modal();
        }
    });
    let close = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Help(false)))
    };
    let onclose = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: Event| dispatch.dispatch(Action::Help(false)))
    };
    html! {
        <dialog ref={dialog} class="help" aria-labelledby="help-title" {onclose}>
            <h2 id="help-title">{ "How things are marked" }</h2>
            <dl class="marks">
                { for MARKS.iter().map(|(class, words, means)| html! {
                    <div><dt><span class={*class}>{ *words }</span></dt><dd>{ *means }</dd></div>
                }) }
            </dl>
            <h2>{ "Keys" }</h2>
            <p>{ "They work while the article has the focus. Each has a button too." }</p>
            <dl>
                { for KEYS.iter().map(|(keys, does)| html! {
                    <div><dt>{ *keys }</dt><dd>{ *does }</dd></div>
                }) }
            </dl>
            <button type="button" onclick={close}>{ "Close" }</button>
        </dialog>
    }
}
