//! The quotations, by speaker.

use lede::analysis::QuotationId;
use lede::view::voices::{Voice, VoiceKind};
use lede::view::wording;
use yew::prelude::*;

use super::quotation::Item;
use crate::state::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub article: SharedView,
    /// How many items are drawn.
    pub shown: usize,
    pub selected: Option<Selected>,
    pub why: Option<QuotationId>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Quotations(props: &Props) -> Html {
    let article = &props.article;
    let total = article.voices.listed();
    let more = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ListMore))
    };
    if total == 0 {
        return html! { <p class="nothing">{ "Nobody is quoted in this text, as far as Lede can see." }</p> };
    }
    let mut left = props.shown.min(total);
    let mut drawn_selected = false;
    let groups: Html = (0..)
        .zip(&article.voices.list)
        .map_while(|(id, voice)| {
            if left == 0 {
                return None;
            }
            let shown = &voice.quotations[..voice.quotations.len().min(left)];
            left -= shown.len();
            drawn_selected |= shown.iter().any(|&q| props.selected == Some(Selected::Quotation(q)));
            Some(group(props, id, voice, shown))
        })
        .collect();
    let pinned = match props.selected {
        Some(Selected::Quotation(id)) if !drawn_selected => html! {
            <ol class="pinned">{ item(props, id) }</ol>
        },
        _ => Html::default(),
    };
    html! {
        <>
            { pinned }
            { groups }
            if props.shown < total {
                <button type="button" class="more" onclick={more}>
                    { format!("{} more quotations: show some of them", wording::number(total - props.shown)) }
                </button>
            }
        </>
    }
}

fn group(props: &Props, id: u32, voice: &Voice, shown: &[QuotationId]) -> Html {
    let voices = &props.article.voices;
    let share = voices.share(voice);
    let choose = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Show(Selected::Voice(id), false)))
    };
    let chosen = props.selected == Some(Selected::Voice(id));
    html! {
        <section key={id} class={classes!("voice", voices.style(id), chosen.then_some("chosen"))}>
            <div class="speaker">
                <span class="badge" aria-hidden="true">{ voice.initials() }</span>
                <h3><button type="button" onclick={choose} aria-pressed={chosen.to_string()}>{ voice.label.clone() }</button></h3>
                if voice.words > 0 && voice.kind == VoiceKind::Speaker {
                    <span class="share" title="Share of all words quoted in this article">{ format!("{share} %") }</span>
                }
                { about(props, voice) }
                if voice.words > 0 && voice.kind != VoiceKind::Nobody {
                    <svg class="meter" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
                        <rect class="all" width="100" height="5" />
                        <rect class="part" width={share.to_string()} height="5" />
                    </svg>
                }
            </div>
            <ol>{ for shown.iter().map(|&q| item(props, q)) }</ol>
        </section>
    }
}

/// What is known of the speaker besides the name.
fn about(props: &Props, voice: &Voice) -> Html {
    let mut lines: Vec<String> = Vec::new();
    match voice.kind {
        VoiceKind::Unattributed => lines.push("The text does not say who said this.".to_string()),
        VoiceKind::Nobody => {
            lines.push("Terms, titles and so-called, in marks; not counted as quotations.".to_string())
        }
        VoiceKind::Speaker => {
            if !voice.roles.is_empty() {
                lines.push(voice.roles.join("; "));
            }
            match (wording::speaker_status(voice.status), voice.reason) {
                (Some(status), Some(reason)) => {
                    lines.push(format!(
                        "{status}: “{}”",
                        wording::excerpt(props.article.text(reason), 120)
                    ));
                }
                (Some(status), None) => lines.push(status.to_string()),
                _ => {}
            }
        }
    }
    let counts = match (voice.kind, voice.words) {
        (VoiceKind::Nobody, _) => None,
        (_, 0) => Some(wording::count(voice.quotations.len(), "passage", "passages")),
        (_, n) => Some(format!(
            "{}, {} quoted",
            wording::count(voice.quotations.len(), "passage", "passages"),
            wording::count(n, "word", "words")
        )),
    };
    lines.extend(counts);
    html! { <p class="about">{ for lines.into_iter().map(|l| html! { <span>{ l }</span> }) }</p> }
}

fn item(props: &Props, id: QuotationId) -> Html {
    html! {
        <Item key={id} article={props.article.clone()} {id} chosen={props.selected == Some(Selected::Quotation(id))}
            why={props.why == Some(id)} dispatch={props.dispatch.clone()} />
    }
}
