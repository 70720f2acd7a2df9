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
    /// Its text is not shown, though it is text: only that of elements such as `script` is none.
    pub hidden: bool,
    pub no_text: bool,
    pub keeps_lines: bool,
    /// The element itself stands on lines of its own.
    pub is_block: bool,
    pub language: Option<[u8; 2]>,
}

impl Context {
    pub fn is_hidden(&self) -> bool {
        self.hidden || self.no_text
    }

    /// What is said inside an element that opens here.
    pub fn inside(self, tag: &StartTag<()>) -> Context {
        let name = tag.name.as_slice();
        let attribute = |key: &[u8]| {
            let value = tag.attributes.get(key)?;
            Some(String::from_utf8_lossy(&value.value).to_lowercase())
        };
        let role = attribute(b"role").unwrap_or_default();
        let style = attribute(b"style").map(|s| Style::read(&s)).unwrap_or_default();
        let named = names::of(tag);
        let words = named.words;
        let mut inner = self;
        inner.is_block = style.block || room_around(name) > 0;
        let heading = heading(name).or_else(|| {
            let level = attribute(b"aria-level").and_then(|l| l.trim().parse().ok());
            // Of a `span` the role only says that a paragraph begins with some words in bold.
            (role == "heading" && room_around(name) > 0).then(|| level.unwrap_or(2).clamp(1, 6))
        });
        let heading = heading.or(named.title.then_some(1));
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
        if let Some(level) = style.list_level {
            inner.tag = Some(Tag::ListItem);
            inner.inside = inner.inside.and(Inside::List).and(Inside::ListItem);
            inner.list_depth = level;
        }
        inner.bold = style.bold.unwrap_or(self.bold || matches!(name, b"b" | b"strong"));
        inner.italic = style.italic.unwrap_or(self.italic || matches!(name, b"i" | b"em"));
        inner.no_text |= is_not_text(name);
        // What was taken out of the text is kept in `del` only to show that it was.
        let is_out = name == b"del" || tag.attributes.contains_key(&b"hidden"[..]);
        inner.hidden |= is_out || style.hidden || named.hidden;
        inner.keeps_lines = style.keeps_lines.unwrap_or(self.keeps_lines || name == b"pre");
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
    hidden: bool,
    /// It stands on lines of its own, whatever its element is: browsers put `display: block` on what they copy.
    block: bool,
    keeps_lines: Option<bool>,
    /// How deep in a list of Word's its paragraph stands.
    list_level: Option<u8>,
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
                "display" => {
                    read.hidden |= value.starts_with("none");
                    read.block |= ["block", "flex", "grid", "list-item"]
                        .iter()
                        .any(|d| value.starts_with(d));
                }
                "visibility" => read.hidden |= value.starts_with("hidden") || value.starts_with("collapse"),
                // Pushed off the page, as links are that only screen readers should find.
                "left" | "right" | "top" | "text-indent" => {
                    let number: String = value
                        .chars()
                        .take_while(|c| matches!(c, '-' | '.' | '0'..='9'))
                        .collect();
                    read.hidden |= number.parse::<f32>().is_ok_and(|n| n <= -900.0);
                }
                "font-size" => read.hidden |= matches!(value, "0" | "0px" | "0pt"),
                "white-space" | "white-space-collapse" => {
                    let keeps = value.starts_with("pre") || value.starts_with("break-spaces");
                    read.keeps_lines = Some(keeps);
                }
                "mso-hide" => read.hidden |= value.starts_with("all"),
                // Remarks of Word's readers, at the end of the text.
                "mso-element" => read.hidden |= value.starts_with("comment"),
                "mso-list" => {
                    let level = value
                        .split_whitespace()
                        .find_map(|w| w.strip_prefix("level")?.parse().ok());
                    read.list_level = level.or(read.list_level);
                }
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
            // Settings of Word's.
            | b"xml"
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

/// Ends a paragraph that was not closed.
pub(super) fn ends_paragraph(name: &[u8]) -> bool {
    room_around(name) > 0
        && !matches!(
            name,
            b"body" | b"button" | b"caption" | b"html" | b"label" | b"legend" | b"option"
        )
        && !matches!(name, b"tbody" | b"tfoot" | b"thead" | b"tr")
}

/// What begins in it does not end what stands open around it.
pub(super) fn keeps_in(name: &[u8]) -> bool {
    matches!(
        name,
        b"table" | b"td" | b"th" | b"caption" | b"button" | b"html" | b"template" | b"object"
    )
}
