//! The words of a piece, segment by segment, each marked with all that it belongs to.

use lede::analysis::{MentionForm, MentionId, QuotationId, QuotationKind, Span};
use lede::view::View;
use lede::view::pieces::Piece;
use lede::view::segments::{Segment, flatten, with_marks};
use yew::prelude::*;

use super::name_style;
use crate::state::Selected;

/// The segments as elements, or as bare text where they belong to nothing.
pub fn draw(article: &View, piece: Piece, selected: Option<Selected>, evidence: &[Span]) -> Html {
    flatten(article, piece, evidence)
        .iter()
        .map(|segment| draw_one(article, segment, selected))
        .collect()
}

fn draw_one(article: &View, segment: &Segment, selected: Option<Selected>) -> Html {
    let text = article.text(segment.span);
    // What stands in the lists; the innermost is what a click means.
    let quotation = segment
        .quotations
        .iter()
        .rev()
        .copied()
        .find(|&q| article.voices.of[q as usize].is_some());
    let mention = segment
        .mentions
        .iter()
        .rev()
        .copied()
        .find(|&m| article.names.counts[m as usize]);
    let mut class = Classes::new();
    if let Some(id) = quotation {
        quotation_classes(article, id, &mut class);
    }
    if let Some(m) = mention.map(|id| article.mention(id)) {
        class.push(if m.form == MentionForm::Name {
            name_style(m.kind)
        } else {
            "mention"
        });
    }
    if segment.date.is_some() {
        class.push("date");
    }
    if segment.evidence {
        class.push("evidence");
    }
    match lit(article, segment, selected) {
        Light::Named => class.push("lit"),
        Light::Said => class.push("chosen"),
        Light::Kin => class.push("kin"),
        Light::None => {}
    }
    if class.is_empty() && segment.quotations.is_empty() && segment.mentions.is_empty() {
        return html! { { text } };
    }
    let starts = starts(article, segment);
    let tabindex = starts.is_some().then_some("-1");
    let q = quotation.map(|id| id.to_string());
    let m = mention.map(|id| id.to_string());
    match segment
        .date
        .and_then(|d| article.analysis.dates[d as usize].iso.clone())
        // The attribute knows no intervals.
        .filter(|iso| !iso.contains('/'))
    {
        Some(iso) => html! {
            <time datetime={iso} {class} data-q={q} data-m={m} data-at={starts} {tabindex}>{ text }</time>
        },
        None => html! {
            <span {class} data-q={q} data-m={m} data-at={starts} {tabindex}>{ text }</span>
        },
    }
}

fn quotation_classes(article: &View, id: QuotationId, class: &mut Classes) {
    let Some(voice) = article.voices.of[id as usize] else {
        return;
    };
    class.push("said");
    class.push(match article.quotation(id).kind {
        QuotationKind::Direct => "direct",
        QuotationKind::Partial => "partial",
        QuotationKind::Indirect => "indirect",
        QuotationKind::Thought => "thought",
        QuotationKind::Scare | QuotationKind::Title => "term",
    });
    class.push(article.voices.style(voice));
}

enum Light {
    None,
    /// A mention of the chosen name.
    Named,
    /// The chosen quotation or voice.
    Said,
    /// A piece of the same utterance.
    Kin,
}

fn lit(article: &View, segment: &Segment, selected: Option<Selected>) -> Light {
    let of_group = |group| segment.quotations.iter().any(|&q| article.quotation(q).group == group);
    let of_voice = |voice| {
        segment
            .quotations
            .iter()
            .any(|&q| article.voices.of[q as usize] == Some(voice))
    };
    let of_entity = |entity| segment.mentions.iter().any(|&m| article.mention(m).entity == entity);
    match selected {
        Some(Selected::Quotation(id)) if segment.quotations.contains(&id) => Light::Said,
        Some(Selected::Quotation(id)) if of_group(article.quotation(id).group) => Light::Kin,
        Some(Selected::Voice(voice)) if of_voice(voice) => Light::Said,
        Some(Selected::Entity(entity, _)) if of_entity(entity) => Light::Named,
        _ => Light::None,
    }
}

/// What begins with this segment: where the page scrolls to. "q3 m7" for quotation 3 and mention 7.
fn starts(article: &View, segment: &Segment) -> Option<String> {
    let at = segment.span.start;
    let quotation = |&&id: &&QuotationId| with_marks(article.quotation(id)).start == at;
    let mention = |&&id: &&MentionId| article.mention(id).span.start == at;
    let ids: Vec<String> = segment
        .quotations
        .iter()
        .filter(quotation)
        .map(|id| format!("q{id}"))
        .chain(segment.mentions.iter().filter(mention).map(|id| format!("m{id}")))
        .collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
