//! What elements are and say, by name and attributes.

use html5gum::emitters::default::StartTag;

use super::names;
use crate::text::{Inside, Tag, Words};

/// What the open elements say together of the words in them: each element says what the one around it says, and more.
#[derive(Clone, Copy, Default)]
pub(super) struct Context {
    pub tag: Option<Tag>,
    pub inside: Inside,
    pub own: Words,
    pub around: Words,
    pub list_depth: u8,
    pub link: bool,
    pub bold: bool,
    pub italic: bool,
    /// Its text is not shown.
    pub hidden: bool,
    pub keeps_lines: bool,
    pub language: Option<[u8; 2]>,
}

impl Context {
    /// What is said inside an element that opens here.
    pub fn inside(self, tag: &StartTag<()>) -> Context {
        let name = tag.name.as_slice();
        let attribute = |key: &[u8]| {
            let value = tag.attributes.get(key)?;
            Some(String::from_utf8_lossy(&value.value).to_lowercase())
        };
        let role = attribute(b"role").unwrap_or_default();
        let style = attribute(b"style").map(|s| Style::read(&s)).unwrap_or_default();
        let words = names::words(tag);
        let mut inner = self;
        let heading = heading(name).or_else(|| {
            let level = attribute(b"aria-level").and_then(|l| l.trim().parse().ok());
            // Of a `span` the role only says that a paragraph begins with some words in bold.
            (role == "heading" && room_around(name) > 0).then(|| level.unwrap_or(2).clamp(1, 6))
        });
        if room_around(name) > 0 && !matches!(name, b"html" | b"body") {
            inner.around = self.around.and(self.own);
            inner.own = words;
        } else if !matches!(name, b"html" | b"body") {
            inner.own = self.own.and(words);
        }
        let is_author = {
            let is = |key: &[u8]| attribute(key).is_some_and(|v| v.split_whitespace().any(|w| w == "author"));
            is(b"rel") || is(b"itemprop") || name == b"address"
        };
        let mut inside = around(name);
        inside = inside.and(match role.as_str() {
            "navigation" | "menu" | "menubar" => Inside::Navigation,
            "complementary" => Inside::Aside,
            "banner" => Inside::Header,
            "contentinfo" => Inside::Footer,
            "form" | "search" => Inside::Form,
            "button" => Inside::Button,
            _ => Inside::default(),
        });
        if is_author {
            inside = inside.and(Inside::Author);
        }
        inner.link |= name == b"a" && tag.attributes.contains_key(&b"href"[..]);
        if inner.link {
            inside = inside.and(Inside::Link);
        }
        if heading.is_some() {
            inside = inside.and(Inside::Heading);
        }
        inner.inside = self.inside.and(inside);
        // A heading is the headline's whatever stands in it.
        if !matches!(self.tag, Some(Tag::Heading(_))) {
            inner.tag = heading.map(Tag::Heading).or(of_line(name)).or(self.tag);
        }
        inner.list_depth = self
            .list_depth
            .saturating_add(u8::from(matches!(name, b"ul" | b"ol" | b"dl" | b"menu")));
        inner.bold = style.bold.unwrap_or(self.bold || matches!(name, b"b" | b"strong"));
        inner.italic = style.italic.unwrap_or(self.italic || matches!(name, b"i" | b"em"));
        inner.hidden |= is_not_text(name) || tag.attributes.contains_key(&b"hidden"[..]);
        inner.keeps_lines |= name == b"pre";
        if let Some(language) = attribute(b"lang")
            && let Some(&[a, b]) = language.as_bytes().first_chunk()
        {
            inner.language = Some([a, b]);
        }
        inner
    }
}

/// What an element's own style says.
#[derive(Default)]
struct Style {
    bold: Option<bool>,
    italic: Option<bool>,
}

impl Style {
    /// Reads a lower-cased `style` attribute.
    fn read(style: &str) -> Style {
        let mut read = Style::default();
        for (property, value) in style.split(';').filter_map(|d| d.split_once(':')) {
            let value = value.trim();
            match property.trim() {
                "font-weight" => {
                    read.bold = match value.parse::<u32>() {
                        Ok(weight) => Some(weight >= 600),
                        Err(_) if value.starts_with("bold") => Some(true),
                        Err(_) if value.starts_with("normal") => Some(false),
                        Err(_) => None,
                    }
                }
                "font-style" => read.italic = Some(value.starts_with("italic") || value.starts_with("oblique")),
                _ => {}
            }
        }
        read
    }
}

/// 1 to 6.
pub(super) fn heading(name: &[u8]) -> Option<u8> {
    match name {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

/// What a line is whose first word stands directly in this element.
fn of_line(name: &[u8]) -> Option<Tag> {
    Some(match name {
        b"p" => Tag::Paragraph,
        b"div" => Tag::Division,
        b"li" => Tag::ListItem,
        b"dt" => Tag::Term,
        b"dd" => Tag::Description,
        b"figcaption" => Tag::FigureCaption,
        b"caption" => Tag::TableCaption,
        b"td" => Tag::Cell,
        b"th" => Tag::HeadCell,
        b"blockquote" => Tag::Quote,
        b"pre" => Tag::Preformatted,
        b"time" => Tag::Time,
        b"address" => Tag::Address,
        b"cite" => Tag::Cite,
        b"button" => Tag::Button,
        b"label" => Tag::Label,
        b"summary" => Tag::Summary,
        b"legend" => Tag::Legend,
        _ => return None,
    })
}

fn around(name: &[u8]) -> Inside {
    match name {
        b"figure" => Inside::Figure,
        b"figcaption" => Inside::FigureCaption,
        b"aside" => Inside::Aside,
        b"nav" => Inside::Navigation,
        b"header" => Inside::Header,
        b"footer" => Inside::Footer,
        b"article" => Inside::Article,
        b"main" => Inside::Main,
        b"section" => Inside::Section,
        b"ul" | b"ol" | b"dl" => Inside::List,
        b"li" => Inside::ListItem,
        b"table" => Inside::Table,
        b"blockquote" => Inside::Quote,
        b"form" => Inside::Form,
        b"time" => Inside::Time,
        b"cite" => Inside::Cite,
        b"pre" => Inside::Preformatted,
        b"details" | b"dialog" | b"menu" => Inside::Widget,
        b"button" => Inside::Button,
        _ => Inside::default(),
    }
}

/// The line ends that an element stands between: two leave a blank line, as browsers do around paragraphs; 0 for what
/// stands in a line.
pub(super) fn room_around(name: &[u8]) -> usize {
    match name {
        b"p" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"ul" | b"ol" | b"dl" | b"blockquote" | b"pre"
        | b"table" | b"figure" => 2,
        b"address" | b"article" | b"aside" | b"body" | b"button" | b"caption" | b"center" | b"dd" | b"details"
        | b"dialog" | b"div" | b"dt" | b"fieldset" | b"figcaption" | b"footer" | b"form" | b"header" | b"html"
        | b"label" | b"legend" | b"li" | b"main" | b"nav" | b"option" | b"section" | b"summary" | b"tbody"
        | b"tfoot" | b"thead" | b"tr" => 1,
        _ => 0,
    }
}

/// What stands in it is no text of the page.
fn is_not_text(name: &[u8]) -> bool {
    matches!(
        name,
        b"head"
            | b"title"
            | b"script"
            | b"style"
            | b"template"
            | b"noscript"
            | b"svg"
            | b"iframe"
            | b"textarea"
            | b"select"
            | b"audio"
            | b"video"
            | b"canvas"
            | b"object"
    )
}

pub(super) fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"param"
            | b"source"
            | b"track"
            | b"wbr"
    )
}
