//! One row: a block (or a list, a figure, a folded run) and the margin beside it.

use lede::analysis::{Block, BlockKind, Span};
use lede::view::pieces::Piece;
use lede::view::rows::{Row, Shape};
use lede::view::{why, wording};
use yew::prelude::*;

use super::margin::Margin;
use super::segment;
use crate::state::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub article: SharedView,
    pub row: Row,
    /// Where some of it is in this row.
    pub selected: Option<Selected>,
    /// To be marked, in this row.
    pub evidence: Vec<Span>,
    /// A folded row that was opened.
    pub open: bool,
    pub dispatch: Dispatch,
}

#[component]
pub fn RowView(props: &Props) -> Html {
    let Props { article, row, .. } = props;
    let pieces = &article.pieces[row.pieces.clone()];
    let Some(block) = pieces.first().map(|p| &article.analysis.blocks[p.block as usize]) else {
        return Html::default();
    };
    let label = match block.kind {
        BlockKind::Paragraph => article.paragraphs[pieces[0].block as usize].to_string(),
        kind => wording::block_kind(kind).to_string(),
    };
    let content = match row.shape {
        Shape::Single => single(props, block, pieces[0]),
        Shape::List => html! { <ul>{ for pieces.iter().map(|&p| part(props, "li", "", p)) }</ul> },
        Shape::Figure => html! {
            <figure><figcaption>
                { for pieces.iter().map(|&p| {
                    let credit = article.analysis.blocks[p.block as usize].kind == BlockKind::Credit;
                    part(props, "p", if credit { "credit" } else { "" }, p)
                }) }
            </figcaption></figure>
        },
        Shape::Folded => folded(props, pieces),
    };
    let doubtful = row.shape != Shape::Folded
        && pieces
            .iter()
            .any(|p| why::is_doubtful(&article.analysis.blocks[p.block as usize]));
    let reason = why::block(block);
    html! {
        <div class={classes!("row", style(block.kind), doubtful.then_some("doubtful"))}>
            <div class="label" data-label={(!pieces[0].continued).then_some(label)} title={reason.clone()}
                role={doubtful.then_some("note")} aria-label={doubtful.then_some(reason)}
                aria-hidden={(!doubtful).then_some("true")} />
            { content }
            if row.shape != Shape::Folded {
                <Margin article={article.clone()} pieces={row.pieces.clone()} selected={props.selected}
                    dispatch={props.dispatch.clone()} />
            }
        </div>
    }
}

fn style(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Kicker => "kicker",
        BlockKind::Headline => "headline",
        BlockKind::Standfirst => "standfirst",
        BlockKind::Byline => "byline",
        BlockKind::Timestamp => "timestamp",
        BlockKind::Dateline => "dateline",
        BlockKind::Crosshead => "crosshead",
        BlockKind::Paragraph => "paragraph",
        BlockKind::ListItem => "list",
        BlockKind::KeyPoint => "key-points",
        BlockKind::Caption | BlockKind::Credit => "caption",
        BlockKind::PullQuote => "pull-quote",
        BlockKind::AuthorNote | BlockKind::Note | BlockKind::Embed | BlockKind::Other => "note",
        BlockKind::Related | BlockKind::Furniture | BlockKind::Copyright | BlockKind::Tags => "folded-row",
    }
}

fn single(props: &Props, block: &Block, piece: Piece) -> Html {
    let article = &props.article;
    match block.kind {
        BlockKind::Headline
            if !piece.continued && article.analysis.headline.is_some_and(|h| h.overlaps(block.span)) =>
        {
            part(props, "h1", "", piece)
        }
        BlockKind::Headline => part(props, "p", "headline-again", piece),
        BlockKind::Crosshead if !piece.continued => part(props, "h2", "", piece),
        BlockKind::PullQuote => html! { <blockquote>{ part(props, "p", "", piece) }</blockquote> },
        BlockKind::Timestamp => {
            let published = article.analysis.published.as_ref();
            let iso = published
                .filter(|p| p.span.overlaps(block.span))
                .and_then(|p| p.iso.clone());
            match iso {
                Some(iso) => html! {
                    <p id={id(piece)} tabindex="-1"><time datetime={iso}>{ inside(props, piece) }</time></p>
                },
                None => part(props, "p", "", piece),
            }
        }
        _ => part(props, "p", "", piece),
    }
}

fn part(props: &Props, tag: &'static str, class: &'static str, piece: Piece) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! {
        <@{tag} id={id(piece)} tabindex="-1" {class}>{ inside(props, piece) }</@>
    }
}

/// Blocks can be gone to; the later parts of a long one cannot.
fn id(piece: Piece) -> Option<String> {
    (!piece.continued).then(|| format!("block-{}", piece.block))
}

fn inside(props: &Props, piece: Piece) -> Html {
    let kind = props.article.analysis.blocks[piece.block as usize].kind;
    if kind.is_aside() && props.selected.is_none() {
        return html! { { props.article.text(piece.span) } };
    }
    segment::draw(&props.article, piece, props.selected, &props.evidence)
}

/// A run of furniture: its first line, or all of it where it is open. The text is there in both cases.
fn folded(props: &Props, pieces: &[Piece]) -> Html {
    let kinds = pieces
        .iter()
        .map(|p| props.article.analysis.blocks[p.block as usize].kind);
    let first = pieces[0].block;
    let mut names: Vec<&str> = Vec::new();
    for name in kinds.map(wording::block_kind) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let what = format!(
        "{} · {}",
        names.join(", "),
        wording::count(pieces.len(), "line", "lines")
    );
    let toggle = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Unfold(first)))
    };
    html! {
        <div class={classes!("folded", props.open.then_some("open"))}>
            <button type="button" aria-expanded={props.open.to_string()} onclick={toggle}
                aria-label={format!("{what}: {}", if props.open { "fold" } else { "open" })} data-label={what.clone()} />
            <div class="lines">
                { for pieces.iter().map(|&p| part(props, "p", "", p)) }
            </div>
        </div>
    }
}
