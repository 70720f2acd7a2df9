//! Who speaks, in the margin beside the words.
//!
//! The labels are drawn from attributes, so that they are neither copied nor found with the article's text.

use std::ops::Range;

use lede::analysis::{MentionForm, QuotationId, QuotationKind, SpeakerStatus};
use lede::view::steps::Stop;
use lede::view::voices::VoiceKind;
use lede::view::{View, wording};
use yew::prelude::*;

use crate::state::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub article: SharedView,
    /// Indices into `View::pieces`.
    pub pieces: Range<usize>,
    pub selected: Option<Selected>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Margin(props: &Props) -> Html {
    let article = &props.article;
    let labels = labels(article, props.pieces.clone());
    if labels.is_empty() {
        return Html::default();
    }
    html! {
        <div class="margin">
            { for labels.into_iter().map(|(voice, ids)| label(props, voice, &ids)) }
        </div>
    }
}

/// The voices that speak in the pieces, in order, each with its quotations there.
fn labels(article: &View, pieces: Range<usize>) -> Vec<(u32, Vec<QuotationId>)> {
    let pieces = &article.pieces[pieces];
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
        return Vec::new();
    };
    let quotations = &article.analysis.quotations;
    let from = quotations.partition_point(|q| q.span.start < first.span.start);
    let to = quotations.partition_point(|q| q.span.start < last.span.end);
    let mut labels: Vec<(u32, Vec<QuotationId>)> = Vec::new();
    for id in from..to.max(from) {
        let Some(voice) = article.voices.of[id] else { continue };
        if article.voices.list[voice as usize].kind == VoiceKind::Nobody {
            continue;
        }
        match labels.iter_mut().find(|(v, _)| *v == voice) {
            Some((_, ids)) => ids.push(id as u32),
            None => labels.push((voice, vec![id as u32])),
        }
    }
    labels
}

fn label(props: &Props, voice: u32, ids: &[QuotationId]) -> Html {
    let article = &props.article;
    let who = article.voices.list[voice as usize].label.clone();
    let how = how(article, ids);
    let numbers: Vec<String> = ids
        .iter()
        .map(|&id| article.voices.numbers[id as usize].to_string())
        .collect();
    let numbers = numbers.join(", ");
    let chosen = match props.selected {
        Some(Selected::Quotation(id)) => ids.contains(&id),
        Some(Selected::Voice(v)) => v == voice,
        _ => false,
    };
    let onclick = {
        let dispatch = props.dispatch.clone();
        let first = ids[0];
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Choose(Stop::Quotation(first))))
    };
    html! {
        <button type="button" tabindex="-1" class={classes!("who", article.voices.style(voice), chosen.then_some("chosen"))}
            aria-label={format!("{who}, {how}, quotation {numbers}")} data-who={who.clone()} data-how={how.clone()}
            data-numbers={numbers.clone()} {onclick} />
    }
}

/// How it is said and how sure that is, in a few words.
fn how(article: &View, ids: &[QuotationId]) -> String {
    let all = |wanted: &dyn Fn(QuotationId) -> bool| ids.iter().all(|&id| wanted(id));
    let kind = |id| article.quotation(id).kind;
    let q = article.quotation(ids[0]);
    if let Some(same) = q.same_as.filter(|_| ids.len() == 1) {
        return format!("same words in {}", article.place_of(article.quotation(same).block));
    }
    if article
        .voices
        .of_quotation(ids[0])
        .is_some_and(|v| v.kind == VoiceKind::Unattributed)
    {
        return "the text does not say".to_string();
    }
    let mut parts = Vec::new();
    if all(&|id| kind(id) == QuotationKind::Indirect) {
        parts.push("reported".to_string());
    } else if all(&|id| kind(id) == QuotationKind::Thought) {
        parts.push("thought, not said".to_string());
    }
    parts.extend(
        q.cue
            .as_ref()
            .and_then(|c| wording::polarity(c.polarity))
            .map(str::to_string),
    );
    match q.speaker.status {
        SpeakerStatus::Unnamed if q.speaker.reason.is_some() => parts.push("not named, reason given".to_string()),
        status => parts.extend(wording::speaker_status(status).map(str::to_string)),
    }
    if parts.is_empty()
        && let Some(as_written) = other_words(article, q)
    {
        parts.push(format!("“{as_written}”"));
    }
    let surest = ids.iter().map(|&id| article.quotation(id).confidence).max();
    parts.extend(surest.map(|c| wording::confidence(c).to_string()));
    parts.join(" · ")
}

/// How the text calls the speaker here, where that is not a name: "he", "the minister".
fn other_words<'a>(article: &'a View, q: &lede::analysis::Quotation) -> Option<&'a str> {
    let span = q.speaker.mention?;
    let mentions = &article.analysis.mentions;
    let at = mentions.partition_point(|m| m.span.start < span.start);
    let exact = mentions[at..]
        .iter()
        .take_while(|m| m.span.start == span.start)
        .find(|m| m.span == span)?;
    let text = article.text(span);
    (exact.form != MentionForm::Name && text.chars().count() <= 30).then_some(text)
}
