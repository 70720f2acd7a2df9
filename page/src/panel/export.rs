//! The analysis to take away.

use yew::prelude::*;

use crate::analyser::Analyser;
use crate::files::{self, Format};
use crate::state::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub article: SharedView,
    pub dispatch: Dispatch,
    pub analyser: Analyser,
}

const FORMATS: [(Format, &str); 3] = [
    (
        Format::Markdown,
        "The quotations by speaker, to read, to mail or to paste into a note.",
    ),
    (
        Format::Csv,
        "One row a quotation, for a spreadsheet: words, speaker, reporting words, place, certainty.",
    ),
    (
        Format::Json,
        "Everything, for programs: structure, quotations, names, with their places in the text and the text itself.",
    ),
];

#[component]
pub fn Export(props: &Props) -> Html {
    html! {
        <ul class="formats">
            { for FORMATS.iter().map(|&(format, about)| html! {
                <li>
                    <h3>{ format.name() }</h3>
                    <p>{ about }</p>
                    <button type="button" onclick={save(props, format)}>{ format!("Download {}", format.file_name()) }</button>
                    <button type="button" onclick={copy(props, format)} aria-label={format!("Copy {}", format.name())}>{ "Copy" }</button>
                </li>
            }) }
        </ul>
    }
}

fn save(props: &Props, format: Format) -> Callback<MouseEvent> {
    let (article, analyser, dispatch) = (props.article.clone(), props.analyser.clone(), props.dispatch.clone());
    Callback::from(move |_| {
        let dispatch = dispatch.clone();
        analyser.export(&article, format, move |file| {
            let said = match files::download(&file, format.file_name()) {
                Some(()) => format!("{} is in your downloads.", format.file_name()),
                None => "The browser does not allow downloads here.".to_string(),
            };
            dispatch.dispatch(Action::Say(said));
        });
    })
}

fn copy(props: &Props, format: Format) -> Callback<MouseEvent> {
    let (article, analyser, dispatch) = (props.article.clone(), props.analyser.clone(), props.dispatch.clone());
    Callback::from(move |_| {
        let dispatch = dispatch.clone();
        analyser.export(&article, format, move |file| {
            wasm_bindgen_futures::spawn_local(async move {
                let text = wasm_bindgen_futures::JsFuture::from(file.text()).await;
                let text = text.ok().and_then(|t| t.as_string());
                let copied = match text {
                    Some(text) => files::copy(&text).await,
                    None => false,
                };
                let said = if copied {
                    format!("{} copied.", format.name())
                } else {
                    "The browser does not allow copying here; download the file instead.".to_string()
                };
                dispatch.dispatch(Action::Say(said));
            });
        });
    })
}
