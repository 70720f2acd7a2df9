//! The facts of the article and what is worth another look.

use lede::view::checks::{self, Check, Place, Weight};
use lede::view::{View, wording};
use yew::prelude::*;

use crate::state::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub article: SharedView,
    pub dispatch: Dispatch,
}

/// How many places of one check are listed.
const PLACES: usize = 20;

#[component]
pub fn Checks(props: &Props) -> Html {
    let article = &props.article;
    let checks = use_memo(article.clone(), |article| checks::run(article));
    html! {
        <>
            <h3>{ "The article" }</h3>
            <dl class="facts">
                { for facts(article).into_iter().map(|(what, value)| html! {
                    <div><dt>{ what }</dt><dd>{ value }</dd></div>
                }) }
            </dl>
            <h3>{ "Worth another look" }</h3>
            if checks.is_empty() {
                <p class="nothing">{ "Nothing stands out: every quotation has a speaker and every mark its partner." }</p>
            }
            <ul class="checks">{ for checks.iter().map(|check| draw(props, check)) }</ul>
        </>
    }
}

fn facts(article: &View) -> Vec<(&'static str, String)> {
    let analysis = &article.analysis;
    let text = |span| wording::excerpt(article.text(span), 160);
    let mut facts = Vec::new();
    facts.extend(analysis.kicker.map(|s| ("Kicker", text(s))));
    facts.push(("Headline", analysis.headline.map_or("none found".to_string(), text)));
    facts.extend(analysis.standfirst.map(|s| ("Standfirst", text(s))));
    let authors: Vec<String> = analysis
        .bylines
        .iter()
        .map(|b| match &b.role {
            Some(role) => format!("{} ({role})", b.name),
            None => b.name.clone(),
        })
        .collect();
    if !authors.is_empty() {
        facts.push(("By", authors.join(", ")));
    }
    if let Some(published) = &analysis.published {
        let iso = published.iso.as_ref().filter(|iso| **iso != published.text);
        facts.push((
            "Published",
            match iso {
                Some(iso) => format!("{} ({iso})", published.text),
                None => published.text.clone(),
            },
        ));
    }
    if let Some(dateline) = &analysis.dateline {
        let parts = [Some(&dateline.place), dateline.agency.as_ref(), dateline.date.as_ref()];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        facts.push(("Dateline", parts.join(", ")));
    }
    let crossheads = analysis.sections.iter().filter(|s| s.crosshead.is_some()).count();
    facts.push((
        "Length",
        format!(
            "{}, {}, {}",
            wording::count(article.paragraph_count(), "paragraph", "paragraphs"),
            wording::count(analysis.sentences.len(), "sentence", "sentences"),
            wording::count(crossheads, "crosshead", "crossheads"),
        ),
    ));
    facts
}

fn draw(props: &Props, check: &Check) -> Html {
    let class = match check.weight {
        Weight::Look => "look",
        Weight::Remark => "remark",
    };
    html! {
        <li {class}>
            <p>{ check.says.clone() }</p>
            if !check.places.is_empty() {
                <div class="places">{ for check.places.iter().take(PLACES).map(|place| button(props, place)) }</div>
            }
            if check.places.len() > PLACES {
                <p class="nothing">{ format!("and {} more", wording::number(check.places.len() - PLACES)) }</p>
            }
        </li>
    }
}

fn button(props: &Props, place: &Place) -> Html {
    let dispatch = props.dispatch.clone();
    let (quotation, at) = (place.quotation, place.span.start);
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(match quotation {
            Some(id) => Action::Show(Selected::Quotation(id), true),
            None => Action::LookAt(at),
        });
    });
    let article = &props.article;
    let block = article.block_at(at).map(|b| article.place_of(b)).unwrap_or_default();
    html! {
        <button type="button" {onclick}>
            <q>{ wording::excerpt(article.text(place.span), 60) }</q><small>{ block }</small>
        </button>
    }
}
