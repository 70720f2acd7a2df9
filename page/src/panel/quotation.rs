//! One quotation of the list: the words, what they are, and why they have their speaker.

use lede::analysis::{CueClass, Quotation, QuotationId, Rule as _, Span};
use lede::view::voices::VoiceKind;
use lede::view::{View, wording};
use yew::prelude::*;

use crate::files;
use crate::state::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub article: SharedView,
    pub id: QuotationId,
    pub chosen: bool,
    /// "Why?" is open.
    pub why: bool,
    pub dispatch: Dispatch,
}

/// Longer quotations are cut in the list; the article has them whole.
const LONGEST: usize = 600;

#[component]
pub fn Item(props: &Props) -> Html {
    let Props {
        article, id, dispatch, ..
    } = props;
    let id = *id;
    let q = article.quotation(id);
    let Some(voice) = article.voices.of[id as usize] else {
        return Html::default();
    };
    let act = |action: fn(QuotationId) -> Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action(id)))
    };
    let show = act(|id| Action::Show(Selected::Quotation(id), true));
    let choose = act(|id| Action::Show(Selected::Quotation(id), false));
    let why = act(Action::Why);
    let copy = {
        let (article, dispatch) = (article.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            let (words, dispatch) = (citation(&article, id), dispatch.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let said = if files::copy(&words).await {
                    "Copied."
                } else {
                    "The browser does not allow copying here."
                };
                dispatch.dispatch(Action::Say(said.to_string()));
            });
        })
    };
    let why_id = format!("why-{id}");
    html! {
        <li id={format!("quotation-{id}")} data-quotation={id.to_string()}
            data-speaker={q.speaker.name.clone().unwrap_or_default()}
            class={classes!("item", article.voices.style(voice), props.chosen.then_some("chosen"))}>
            <p class="words" onclick={choose}>{ quoted(article, q) }</p>
            <p class="facts">{ facts(article, id, q) }</p>
            <div class="actions">
                <button type="button" onclick={show}>{ "Show in article" }</button>
                <button type="button" onclick={why} aria-expanded={props.why.to_string()} aria-controls={why_id.clone()}>{ "Why?" }</button>
                <button type="button" onclick={copy}>{ "Copy" }</button>
            </div>
            <div class="why" id={why_id} hidden={!props.why}>
                if props.why {
                    { because(article, q, article.voices.list[voice as usize].kind) }
                }
            </div>
        </li>
    }
}

fn quoted(article: &View, q: &Quotation) -> String {
    let text = wording::excerpt(article.text(q.span), LONGEST);
    if q.marks.is_some() {
        format!("“{text}”")
    } else {
        text
    }
}

/// Number, kind, place, certainty, and how the speaker is called here.
fn facts(article: &View, id: QuotationId, q: &Quotation) -> String {
    let number = article.voices.numbers[id as usize];
    let mut facts = vec![
        number.to_string(),
        wording::quotation_kind(q.kind).to_string(),
        article.place_of(q.block),
    ];
    let attributed = article
        .voices
        .of_quotation(id)
        .is_some_and(|v| v.kind == VoiceKind::Speaker);
    if attributed {
        facts.push(wording::confidence(q.confidence).to_string());
    }
    if let Some(same) = q.same_as {
        facts.push(format!("same words as {}", article.voices.numbers[same as usize]));
    }
    let mention = q.speaker.mention.map(|m| article.text(m));
    if let Some(mention) = mention.filter(|m| attributed && q.speaker.name.as_deref() != Some(m)) {
        facts.push(format!("said by “{}”", wording::excerpt(mention, 40)));
    }
    facts.join(" · ")
}

/// The rule in words and what it rests on.
fn because(article: &View, q: &Quotation, kind: VoiceKind) -> Html {
    let heading = match (&q.speaker.name, kind) {
        (_, VoiceKind::Nobody) => "Why nobody’s words?".to_string(),
        (Some(name), _) => format!("Why {name}?"),
        (None, _) => "Why not attributed?".to_string(),
    };
    let text = |span: Span| wording::excerpt(article.text(span), 80);
    let mut rests: Vec<(&str, String)> = Vec::new();
    if let Some(cue) = &q.cue {
        let class = class(cue.class).map(|c| format!(" ({c})")).unwrap_or_default();
        rests.push(("reporting words", format!("“{}”{class}", text(cue.span))));
        rests.extend(wording::polarity(cue.polarity).map(|p| ("but", p.to_string())));
    }
    let spans = [
        ("speaker in the text", q.speaker.mention),
        ("reason for not naming", q.speaker.reason),
        ("said to", q.recipient),
        ("said where", q.venue),
    ];
    rests.extend(
        spans
            .into_iter()
            .filter_map(|(what, span)| span.map(|s| (what, format!("“{}”", text(s))))),
    );
    let told = |id: &u32| article.entity(*id).name.clone();
    if !q.speaker.members.is_empty() {
        let members: Vec<String> = q.speaker.members.iter().map(told).collect();
        rests.push(("speakers", members.join(", ")));
    }
    if !q.speaker.candidates.is_empty() {
        let candidates: Vec<String> = q.speaker.candidates.iter().map(told).collect();
        rests.push(("it may have been", candidates.join(", ")));
    }
    html! {
        <>
            <p><strong>{ heading }</strong>{ " " }{ q.rule.in_words() }</p>
            <dl>
                { for rests.into_iter().map(|(what, value)| html! { <div><dt>{ what }</dt><dd>{ value }</dd></div> }) }
                <div><dt>{ wording::quotation_kind(q.kind) }</dt><dd>{ wording::quotation_kind_meaning(q.kind) }</dd></div>
            </dl>
        </>
    }
}

fn class(class: CueClass) -> Option<&'static str> {
    match class {
        CueClass::Neutral | CueClass::Statement => None,
        CueClass::Directive => Some("a demand or advice"),
        CueClass::Question => Some("a question"),
        CueClass::Loaded => Some("a word that takes sides"),
        CueClass::Denial => Some("a denial"),
        CueClass::Commitment => Some("a promise or a threat"),
        CueClass::Written => Some("in writing"),
        CueClass::Manner => Some("how it was said"),
        CueClass::Thought => Some("a thought"),
    }
}

/// The words with their speaker, for the clipboard.
fn citation(article: &View, id: QuotationId) -> String {
    let q = article.quotation(id);
    let text = article.text(q.span);
    let who = article.voices.of_quotation(id).map_or("", |v| v.label.as_str());
    if q.marks.is_some() {
        format!("“{text}” — {who}")
    } else {
        format!("{text} — {who}, reported")
    }
}
