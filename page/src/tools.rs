//! The steps through the article as buttons: the same as the keys.

use lede::view::steps::Among;
use yew::prelude::*;

use super::state::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub quotations: usize,
    pub names: usize,
    pub unattributed: usize,
    pub dispatch: Dispatch,
}

#[component]
pub fn Tools(props: &Props) -> Html {
    let step = |among, direction, label: &'static str, shown: &'static str, key: &'static str| {
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Step(among, direction)));
        html! {
            <button type="button" {onclick} aria-label={label} title={format!("{label} ({key})")}>{ shown }</button>
        }
    };
    let help = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Help(true)))
    };
    html! {
        <div class="steps" role="group" aria-label="Go through the article">
            if props.quotations > 0 {
                <span class="pair">
                    { step(Among::Quotations, Direction::Back, "Quotation before", "‹", "Shift q") }
                    { step(Among::Quotations, Direction::Forth, "Next quotation", "Quotation ›", "q") }
                </span>
            }
            if props.names > 0 {
                <span class="pair">
                    { step(Among::Names, Direction::Back, "Name before", "‹", "Shift e") }
                    { step(Among::Names, Direction::Forth, "Next name", "Name ›", "e") }
                </span>
            }
            if props.unattributed > 0 {
                { step(Among::Unattributed, Direction::Forth, "Next not attributed", "Not attributed ›", "u") }
            }
            <button type="button" onclick={help} title="Help (?)">{ "Help" }</button>
        </div>
    }
}
