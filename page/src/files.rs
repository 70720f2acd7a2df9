//! What the page gives away: files to download, words for the clipboard.

use js_sys::Array;
use lede::export::{csv, json, markdown, offsets::Unit};
use lede::view::View;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::dom;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    Json,
    Csv,
    Markdown,
}

impl Format {
    pub fn name(self) -> &'static str {
        match self {
            Format::Json => "JSON",
            Format::Csv => "CSV",
            Format::Markdown => "Markdown",
        }
    }

    pub fn file_name(self) -> &'static str {
        match self {
            Format::Json => "lede.json",
            Format::Csv => "quotations.csv",
            Format::Markdown => "quotations.md",
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Format::Json => "application/json",
            Format::Csv => "text/csv;charset=utf-8",
            Format::Markdown => "text/markdown;charset=utf-8",
        }
    }
}

/// The file as text.
pub fn text(view: &View, format: Format) -> String {
    match format {
        Format::Json => json::pretty_document(
            &view.source,
            &view.analysis,
            &json::Options {
                id: None,
                unit: Unit::CodePoint,
                with_text: true,
            },
        ),
        Format::Csv => csv::quotations(view),
        Format::Markdown => markdown::report(view),
    }
}

/// The file. Spreadsheets need a byte order mark to see that a table is UTF-8.
pub fn write(view: &View, format: Format) -> Option<Blob> {
    let mark = if format == Format::Csv { "\u{FEFF}" } else { "" };
    let parts = Array::of2(&mark.into(), &text(view, format).into());
    let options = BlobPropertyBag::new();
    options.set_type(format.media_type());
    Blob::new_with_str_sequence_and_options(&parts, &options).ok()
}

/// Hands a file to the browser's downloads.
pub fn download(file: &Blob, name: &str) -> Option<()> {
    let url = Url::create_object_url_with_blob(file).ok()?;
    let link: HtmlAnchorElement = dom::document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has its own hold on the file by the time that this comes round.
    gloo_timers::callback::Timeout::new(10_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}

/// Puts words on the clipboard. Returns false where the browser does not allow it.
pub async fn copy(words: &str) -> bool {
    let navigator = dom::window().navigator();
    // Not every page may use it: `clipboard` is undefined where the page is not from a secure place.
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into())
        .ok()
        .filter(|c| c.is_object());
    match clipboard {
        Some(_) => wasm_bindgen_futures::JsFuture::from(navigator.clipboard().write_text(words))
            .await
            .is_ok(),
        None => false,
    }
}
