//! The index of names, by kind, with their mentions.

use lede::analysis::{EntityId, MentionForm, MentionId, Rule as _, Span};
use lede::view::names::NameEntry;
use lede::view::{View, wording};
use yew::prelude::*;

use crate::article::name_style;
use crate::state::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub article: SharedView,
    /// How many items are drawn.
    pub shown: usize,
    pub selected: Option<Selected>,
    pub dispatch: Dispatch,
}

/// How many mentions of one name are listed.
const MENTIONS: usize = 60;

#[component]
pub fn NamesList(props: &Props) -> Html {
    let article = &props.article;
    let total = article.names.len();
    let more = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ListMore))
    };
    if total == 0 {
        return html! { <p class="nothing">{ "Nobody and nothing is named in this text, as far as Lede can see." }</p> };
    }
    let chosen = match props.selected {
        Some(Selected::Entity(id, _)) => Some(id),
        _ => None,
    };
    let mut left = props.shown.min(total);
    let mut drawn_chosen = chosen.is_none();
    let kinds: Html = article
        .names
        .kinds
        .iter()
        .map_while(|kind| {
            if left == 0 {
                return None;
            }
            let shown = &kind.entries[..kind.entries.len().min(left)];
            left -= shown.len();
            drawn_chosen |= shown.iter().any(|e| Some(e.entity) == chosen);
            Some(html! {
                <section key={wording::entity_kinds(kind.kind)} class="kind">
                    <h3><span class={name_style(kind.kind)}>{ wording::entity_kinds(kind.kind) }</span>
                        <small>{ wording::number(kind.entries.len()) }</small></h3>
                    <ul>{ for shown.iter().map(|entry| name(props, entry)) }</ul>
                </section>
            })
        })
        .collect();
    let pinned = chosen.filter(|_| !drawn_chosen).and_then(|id| entry(article, id));
    html! {
        <>
            if let Some(entry) = pinned {
                <ul class="pinned">{ name(props, entry) }</ul>
            }
            { kinds }
            if props.shown < total {
                <button type="button" class="more" onclick={more}>
                    { format!("{} more names: show some of them", wording::number(total - props.shown)) }
                </button>
            }
        </>
    }
}

fn entry(article: &View, id: EntityId) -> Option<&NameEntry> {
    let kind = article.entity(id).kind;
    let kind = article.names.kinds.iter().find(|k| k.kind == kind)?;
    kind.entries.iter().find(|e| e.entity == id)
}

fn name(props: &Props, entry: &NameEntry) -> Html {
    let selected = match props.selected {
        Some(Selected::Entity(id, mention)) if id == entry.entity => Some(mention),
        _ => None,
    };
    html! {
        <Name key={entry.entity} article={props.article.clone()} id={entry.entity} mentions={entry.mentions.clone()}
            chosen={selected.is_some()} mention={selected.flatten()} dispatch={props.dispatch.clone()} />
    }
}

#[derive(Properties, PartialEq)]
struct NameProps {
    article: SharedView,
    id: EntityId,
    /// Those that count.
    mentions: Vec<MentionId>,
    chosen: bool,
    /// The one that was gone to.
    mention: Option<MentionId>,
    dispatch: Dispatch,
}

#[component]
fn Name(props: &NameProps) -> Html {
    let NameProps { article, id, .. } = props;
    let id = *id;
    let entity = article.entity(id);
    let choose = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Show(Selected::Entity(id, None), false)))
    };
    html! {
        <li id={format!("name-{id}")} data-entity={id.to_string()} data-name={entity.name.clone()}
            class={classes!("name", props.chosen.then_some("chosen"))}>
            <button type="button" class="main" onclick={choose} aria-expanded={props.chosen.to_string()}>
                <span class={name_style(entity.kind)}>{ entity.name.clone() }</span>
                <span class="count" aria-label={wording::count(props.mentions.len(), "mention", "mentions")}>
                    { wording::number(props.mentions.len()) }
                </span>
            </button>
            if !entity.roles.is_empty() {
                <p class="roles">{ wording::excerpt(&entity.roles.join("; "), 160) }</p>
            }
            if props.chosen {
                <ol class="mentions">
                    { for props.mentions.iter().take(MENTIONS).map(|&m| mention(props, m)) }
                    if props.mentions.len() > MENTIONS {
                        <li>{ format!("and {} more, marked in the article",
                            wording::number(props.mentions.len() - MENTIONS)) }</li>
                    }
                </ol>
            }
        </li>
    }
}

/// A mention in its context; the button leads to it.
fn mention(props: &NameProps, id: MentionId) -> Html {
    let article = &props.article;
    let m = article.mention(id);
    let go = {
        let (dispatch, entity) = (props.dispatch.clone(), props.id);
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Show(Selected::Entity(entity, Some(id)), true)))
    };
    let (before, after) = context(article, m.span);
    let place = article
        .block_at(m.span.start)
        .map(|b| article.place_of(b))
        .unwrap_or_default();
    let why = (m.form != MentionForm::Name).then(|| m.rule.in_words());
    html! {
        <li class={classes!((props.mention == Some(id)).then_some("here"))}>
            <button type="button" onclick={go}>
                <span class="context">{ before }<strong>{ article.text(m.span) }</strong>{ after }</span>
                <small>{ place }</small>
            </button>
            if let Some(why) = why {
                <small class="because">{ why }</small>
            }
        </li>
    }
}

/// A few words of the same block on both sides.
fn context(article: &View, span: Span) -> (String, String) {
    const AROUND: usize = 32;
    let whole = article
        .block_at(span.start)
        .map_or(span, |b| article.analysis.blocks[b as usize].span);
    let before = &article.source[whole.start as usize..span.start as usize];
    let after = &article.source[span.end as usize..(whole.end.max(span.end)) as usize];
    let from = before.char_indices().rev().take(AROUND).last().map_or(0, |(i, _)| i);
    let cut = before[from..].find(' ').filter(|_| from > 0).map_or(from, |i| from + i);
    let to = after.char_indices().nth(AROUND).map_or(after.len(), |(i, _)| i);
    let end = after[..to].rfind(' ').filter(|_| to < after.len()).unwrap_or(to);
    let dots = |cut: bool| if cut { "…" } else { "" };
    (
        format!("{}{}", dots(cut > 0), before[cut..].trim_start()),
        format!("{}{}", &after[..end], dots(end < after.len())),
    )
}
