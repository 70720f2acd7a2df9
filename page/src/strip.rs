//! The order of voices: who speaks when, from the first line of the article to the last.

use lede::view::voices::VoiceKind;
use lede::view::{View, wording};
use yew::prelude::*;

use super::state::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub article: SharedView,
    pub dispatch: Dispatch,
}

/// The drawing's width in its own units.
const WIDTH: f64 = 1000.0;

/// More bars than this cannot be told apart.
const MOST: usize = 400;

#[component]
pub fn Strip(props: &Props) -> Html {
    let article = &props.article;
    let bars: Vec<(u32, f64, f64, u32)> = bars(article);
    if bars.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h2>{ "Order of voices" }</h2>
            <svg class="strip" viewBox="0 0 1000 44" preserveAspectRatio="none" role="img" aria-label={in_words(article)}>
                <rect class="ground" width="1000" height="44" />
                { for bars.iter().map(|&(id, x, width, voice)| {
                    let dispatch = props.dispatch.clone();
                    let onclick = Callback::from(move |_: MouseEvent| {
                        dispatch.dispatch(Action::Show(Selected::Quotation(id), true));
                    });
                    html! {
                        <rect class={classes!("beat", article.voices.style(voice))} x={format!("{x:.1}")} y={height(voice)}
                            width={format!("{width:.1}")} height="44" {onclick} />
                    }
                }) }
            </svg>
            <p>{ in_words(article) }</p>
        </>
    }
}

/// Each quotation's id, place, width and voice.
fn bars(article: &View) -> Vec<(u32, f64, f64, u32)> {
    let whole = article.source.len().max(1) as f64;
    let said = (0..).zip(&article.analysis.quotations).filter_map(|(id, q)| {
        let voice = article.voices.of[id as usize]?;
        let speaks = article.voices.list[voice as usize].kind != VoiceKind::Nobody && q.kind.is_speech();
        speaks.then(|| {
            let x = f64::from(q.span.start) / whole * WIDTH;
            let width = f64::from(q.span.end - q.span.start) / whole * WIDTH;
            (id, x, width.max(7.0), voice)
        })
    });
    said.take(MOST).collect()
}

/// The bars of different voices begin at different heights: told apart without colour.
fn height(voice: u32) -> String {
    (f64::from(voice.min(8)) * 4.0).to_string()
}

fn in_words(article: &View) -> String {
    let speaking: Vec<&str> = article
        .analysis
        .quotations
        .iter()
        .enumerate()
        .filter(|(_, q)| q.kind.is_speech())
        .filter_map(|(id, _)| article.voices.of_quotation(id as u32))
        .filter(|v| v.kind == VoiceKind::Speaker)
        .map(|v| v.label.as_str())
        .collect();
    let voices = article
        .voices
        .list
        .iter()
        .filter(|v| v.kind == VoiceKind::Speaker)
        .count();
    match (speaking.first(), speaking.last()) {
        (Some(first), Some(_)) if voices == 1 => format!("One voice: {first}."),
        (Some(first), Some(last)) => format!(
            "{}. First word {first}, last word {last}.",
            wording::count(voices, "voice", "voices")
        ),
        _ => "Nobody is named as speaking.".to_string(),
    }
}
