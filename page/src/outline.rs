//! The left column: the article in a few lines, and the order in which its voices come.

use lede::analysis::{BlockKind, Voice};
use lede::view::outline::Entry;
use yew::prelude::*;

use super::state::*;
use super::strip::Strip;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub article: SharedView,
    pub dispatch: Dispatch,
}

/// Longer outlines are cut; the article itself is never.
const LONGEST: usize = 200;

#[component]
pub fn Outline(props: &Props) -> Html {
    let entries = &props.article.outline;
    html! {
        <nav class="outline" aria-label="Outline">
            <h2>{ "Outline" }</h2>
            <ol>{ for entries.iter().take(LONGEST).map(|entry| item(entry, &props.dispatch)) }</ol>
            if entries.len() > LONGEST {
                <p>{ format!("and {} more parts", lede::view::wording::number(entries.len() - LONGEST)) }</p>
            }
            <Strip article={props.article.clone()} dispatch={props.dispatch.clone()} />
        </nav>
    }
}

fn item(entry: &Entry, dispatch: &Dispatch) -> Html {
    let (dispatch, block) = (dispatch.clone(), entry.block);
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::GoTo(block)));
    let class = match entry.kind {
        BlockKind::Headline => "top",
        BlockKind::Crosshead => "section",
        kind if kind.voice() == Voice::Page => "faint",
        _ => "",
    };
    html! {
        <li {class}><button type="button" {onclick}>{ entry.label.clone() }</button></li>
    }
}
