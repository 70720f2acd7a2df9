//! Pasted rich text: its words as plain text, and what its elements say of the lines.

use html5gum::emitters::default::{DefaultEmitter, StartTag};
use html5gum::{Token, Tokenizer};

use super::{Hint, HintKind};

/// The text of a piece of HTML, a line for each block, with blank lines where a browser leaves room, and hints for its
/// lines in text order. Nothing is fetched or run; entities are decoded; any string gives an answer.
pub fn read(html: &str) -> (String, Vec<Hint>) {
    let mut emitter = DefaultEmitter::default();
    // Without a tree builder this is what keeps scripts and styles from being read as markup.
    emitter.naively_switch_states(true);
    let mut page = Page::default();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.open(&tag),
            Token::EndTag(tag) => page.close(&tag.name),
            Token::String(string) => page.write(&String::from_utf8_lossy(&string.value)),
            _ => {}
        }
    }
    page.end_line();
    (page.text, page.hints)
}

/// Deeper nesting than any page has; what is deeper is read as if it were at this depth.
const DEEPEST: usize = 400;

#[derive(Default)]
struct Page {
    text: String,
    hints: Vec<Hint>,
    open: Vec<Element>,
    /// Line ends to write before the next word.
    breaks: usize,
    space: bool,
    line: Line,
}

struct Element {
    name: Vec<u8>,
    /// Its text is not shown.
    hidden: bool,
    hint: Option<HintKind>,
}

/// The line that is being written.
#[derive(Default)]
struct Line {
    start: usize,
    /// Characters, and how many of them in links, in `time`, in the author's element.
    chars: usize,
    linked: usize,
    time: usize,
    author: usize,
    hint: Option<HintKind>,
}

impl Page {
    fn open(&mut self, tag: &StartTag<()>) {
        let name = tag.name.as_slice();
        let room = room_around(name);
        if room > 0 {
            // A heading or a link that was never closed ends with its line.
            while self.open.last().is_some_and(|e| {
                matches!(e.hint, Some(HintKind::Heading(_) | HintKind::Link)) && !closes_late(&e.name, name)
            }) {
                self.open.pop();
            }
            self.break_line(room);
        }
        match name {
            b"br" | b"hr" => self.break_line(if name == b"hr" { 2 } else { 1 }),
            b"body" => self.open.clear(),
            b"td" | b"th" if self.line.chars > 0 => self.tab(),
            _ => {}
        }
        if name == b"li" && self.open.last().is_some_and(|e| e.name == b"li") {
            self.open.pop();
        }
        if !is_void(name) && !tag.self_closing && self.open.len() < DEEPEST {
            let attribute = |key: &[u8]| {
                tag.attributes
                    .get(key)
                    .map(|v| String::from_utf8_lossy(&v.value).to_lowercase())
            };
            let is = |key: &[u8], value: &str| attribute(key).is_some_and(|v| v.split_whitespace().any(|w| w == value));
            let hidden = tag.attributes.contains_key(&b"hidden"[..])
                || matches!(
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
                );
            let author = is(b"rel", "author") || is(b"itemprop", "author") || name == b"address";
            let hint = match name {
                b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Some(HintKind::Heading(name[1] - b'0')),
                _ if author => Some(HintKind::Author),
                b"figcaption" => Some(HintKind::Caption),
                b"li" => Some(HintKind::ListItem),
                b"blockquote" => Some(HintKind::BlockQuote),
                b"aside" => Some(HintKind::Aside),
                b"nav" => Some(HintKind::Navigation),
                b"time" => Some(HintKind::Time),
                b"a" if tag.attributes.contains_key(&b"href"[..]) => Some(HintKind::Link),
                _ => None,
            };
            self.open.push(Element {
                name: name.to_vec(),
                hidden,
                hint,
            });
        }
    }

    fn close(&mut self, name: &[u8]) {
        // An end tag without its start closes nothing; one that was forgotten closes with the element around it.
        if let Some(i) = self.open.iter().rposition(|e| e.name == name) {
            self.open.truncate(i);
        }
        let room = room_around(name);
        if room > 0 {
            self.break_line(room);
        }
    }

    fn write(&mut self, words: &str) {
        if self.open.iter().any(|e| e.hidden) {
            return;
        }
        let keeps_lines = self.open.iter().any(|e| e.name == b"pre");
        let inside = |kind: HintKind| self.open.iter().any(|e| e.hint == Some(kind));
        let (linked, time, author) = (inside(HintKind::Link), inside(HintKind::Time), inside(HintKind::Author));
        for c in words.chars() {
            if c == '\n' && keeps_lines {
                self.break_line(1);
                // Two line ends in a row are a blank line.
                self.breaks += usize::from(self.line.chars == 0 && self.breaks == 1);
                continue;
            }
            if c.is_ascii_whitespace() {
                self.space = true;
                continue;
            }
            if self.breaks > 0 {
                if !self.text.is_empty() {
                    (0..self.breaks).for_each(|_| self.text.push('\n'));
                }
                self.breaks = 0;
                self.space = false;
            }
            if self.line.chars == 0 {
                self.line.start = self.text.len();
                self.line.hint = self.hint();
                self.space = false;
            }
            if self.space {
                self.text.push(' ');
                self.space = false;
            }
            self.text.push(c);
            self.line.chars += 1;
            self.line.linked += usize::from(linked);
            self.line.time += usize::from(time);
            self.line.author += usize::from(author);
        }
    }

    /// What the elements around the first word of a line say of it: the one that says most.
    fn hint(&self) -> Option<HintKind> {
        let rank = |hint: &HintKind| match hint {
            HintKind::Heading(_) => 0,
            HintKind::Caption => 1,
            HintKind::Navigation => 2,
            HintKind::ListItem => 3,
            HintKind::BlockQuote => 4,
            HintKind::Aside => 5,
            HintKind::Time | HintKind::Author | HintKind::Link => 6,
        };
        self.open
            .iter()
            .filter_map(|e| e.hint)
            .filter(|h| rank(h) < 6)
            .min_by_key(rank)
    }

    fn tab(&mut self) {
        self.text.push('\t');
        self.space = false;
    }

    fn break_line(&mut self, room: usize) {
        self.end_line();
        self.breaks = self.breaks.max(room);
    }

    /// Sets the line's hint.
    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if line.chars == 0 {
            return;
        }
        // Of a line that is all link, all time or all author that says more than the list that it stands in.
        let whole = |part: usize| part == line.chars;
        let kind = match line.hint {
            Some(HintKind::Heading(_) | HintKind::Caption | HintKind::Navigation) => line.hint,
            _ if whole(line.time) => Some(HintKind::Time),
            _ if line.author * 2 > line.chars => Some(HintKind::Author),
            _ if whole(line.linked) => Some(HintKind::Link),
            hint => hint,
        };
        if let Some(kind) = kind {
            self.hints.push(Hint {
                at: line.start as u32,
                kind,
            });
        }
    }
}

/// A list or a link may stand open around the blocks in it.
fn closes_late(open: &[u8], block: &[u8]) -> bool {
    open == b"a"
        && matches!(
            block,
            b"div" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"figure" | b"article" | b"section" | b"p" | b"li"
        )
        || open.starts_with(b"h") && block == b"div"
}

/// The line ends that an element stands between: two leave a blank line, as browsers do around paragraphs; 0 for what
/// stands in a line.
fn room_around(name: &[u8]) -> usize {
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

fn is_void(name: &[u8]) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines, each after its hint where it has one.
    fn check(html: &str, expected: &str) {
        let (text, hints) = read(html);
        let mut at = 0;
        let mut shown = String::new();
        for line in text.split_inclusive('\n') {
            if let Some(hint) = hints.iter().find(|h| h.at as usize == at) {
                shown += &format!("[{:?}] ", hint.kind);
            }
            shown += line;
            at += line.len();
        }
        assert_eq!(shown, expected);
    }

    #[test]
    fn blocks_become_lines() {
        check(
            "<h1>Port union\n rejects <i>plan</i></h1><p>By <a rel=author href=x>Ana Ruiz</a></p><p>Dockers  voted.<br>They left.</p>",
            "[Heading(1)] Port union rejects plan\n\n[Author] By Ana Ruiz\n\nDockers voted.\nThey left.",
        );
        check("<div>One</div><div>Two</div>", "One\nTwo");
        check("One<p>Two", "One\n\nTwo");
    }

    #[test]
    fn elements_give_hints() {
        check(
            "<ul><li>Talks end<li>Vote Friday</ul>",
            "[ListItem] Talks end\n[ListItem] Vote Friday",
        );
        check(
            "<ul><li><a href=x>Ships wait outside</a></li></ul>",
            "[Link] Ships wait outside",
        );
        check("<time>3 February 2025</time>", "[Time] 3 February 2025");
        check(
            "<figure><img><figcaption>Ships wait.</figcaption></figure>",
            "[Caption] Ships wait.",
        );
        check(
            "<nav><a href=x>Home</a></nav><blockquote>We go.</blockquote>",
            "[Navigation] Home\n\n[BlockQuote] We go.",
        );
        check("<p>Moor <a href=x>said</a> so.</p>", "Moor said so.");
    }

    #[test]
    fn what_is_not_shown_is_left_out() {
        check(
            "<head><title>x</title><style>p{}</style></head><body><script>if(a<b){}</script>Moor",
            "Moor",
        );
        check("<p>Moor<!-- x --> said</p><div hidden>secret</div>", "Moor said");
        check("<svg><text>x</text></svg><noscript>y</noscript>z", "z");
    }

    #[test]
    fn entities_are_decoded() {
        check(
            "<p>AT&amp;T &ldquo;plan&rdquo; &#8217; &nosuch;</p>",
            "AT&T “plan” ’ &nosuch;",
        );
    }

    #[test]
    fn broken_markup_is_survived() {
        check("<h2>What next<p>Talks go on.", "[Heading(2)] What next\n\nTalks go on.");
        check("</p></div>Moor</b> said <", "Moor said <");
        check("<p <b>Moor", "Moor");
        check("", "");
        check(&"<div>".repeat(5000), "");
    }

    #[test]
    fn tables_keep_their_cells_apart() {
        check(
            "<table><tr><td>Arlen</td><td>2</td></tr><tr><td>Quay</td><td>1</td></tr></table>",
            "Arlen\t2\nQuay\t1",
        );
    }
}
