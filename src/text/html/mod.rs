//! Pasted rich text: its words as plain text, and what its elements say of the lines.

mod elements;
mod names;

use html5gum::emitters::default::{DefaultEmitter, StartTag};
use html5gum::{Token, Tokenizer};

use self::elements::Context;
use super::{Hint, Inside, Markup};

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
    /// A heading or a link: it ends with its line where it was never closed.
    is_short: bool,
    context: Context,
}

/// The line that is being written.
#[derive(Default)]
struct Line {
    start: usize,
    /// Characters, and how many of them in links, bold, italics, `time`, the author's element.
    chars: usize,
    links: usize,
    bold: usize,
    italic: usize,
    time: usize,
    author: usize,
    /// Around its first word.
    context: Context,
}

impl Page {
    fn open(&mut self, tag: &StartTag<()>) {
        let name = tag.name.as_slice();
        let room = elements::room_around(name);
        if room > 0 {
            while self
                .open
                .last()
                .is_some_and(|e| e.is_short && !closes_late(&e.name, name))
            {
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
        if !elements::is_void(name) && !tag.self_closing && self.open.len() < DEEPEST {
            let context = self.context().inside(tag);
            self.open.push(Element {
                name: name.to_vec(),
                is_short: elements::heading(name).is_some() || name == b"a",
                context,
            });
        }
    }

    fn context(&self) -> Context {
        self.open.last().map(|e| e.context).unwrap_or_default()
    }

    fn close(&mut self, name: &[u8]) {
        // An end tag without its start closes nothing; one that was forgotten closes with the element around it.
        if let Some(i) = self.open.iter().rposition(|e| e.name == name) {
            self.open.truncate(i);
        }
        let room = elements::room_around(name);
        if room > 0 {
            self.break_line(room);
        }
    }

    fn write(&mut self, words: &str) {
        let context = self.context();
        if context.hidden {
            return;
        }
        for c in words.chars() {
            if c == '\n' && context.keeps_lines {
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
                self.line.context = context;
                self.space = false;
            }
            if self.space {
                self.text.push(' ');
                self.space = false;
            }
            self.text.push(c);
            self.line.chars += 1;
            self.line.links += usize::from(context.link);
            self.line.bold += usize::from(context.bold);
            self.line.italic += usize::from(context.italic);
            self.line.time += usize::from(context.inside.has(Inside::Time));
            self.line.author += usize::from(context.inside.has(Inside::Author));
        }
    }

    fn tab(&mut self) {
        self.text.push('\t');
        self.space = false;
    }

    fn break_line(&mut self, room: usize) {
        self.end_line();
        self.breaks = self.breaks.max(room);
    }

    /// Writes down what the line's markup says.
    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if line.chars > 0 {
            self.hints.push(Hint {
                at: line.start as u32,
                markup: line.markup(),
            });
        }
    }
}

impl Line {
    fn markup(&self) -> Markup {
        let percent = |part: usize| match (part * 100).div_ceil(self.chars) {
            100 if part < self.chars => 99,
            share => share as u8,
        };
        let context = &self.context;
        Markup {
            tag: context.tag,
            inside: context.inside,
            own: context.own,
            around: context.around,
            list_depth: context.list_depth,
            links: percent(self.links),
            bold: percent(self.bold),
            italic: percent(self.italic),
            time: percent(self.time),
            author: percent(self.author),
            language: context.language,
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines, each after its hint where it has one.
    fn check(html: &str, expected: &str) {
        let (text, hints) = read(html);
        let mut at = 0;
        let mut shown = String::new();
        for line in text.split_inclusive('\n') {
            let hint = hints.iter().find(|h| h.at as usize == at);
            if let Some(kind) = hint.and_then(|h| h.markup.loudest()) {
                shown += &format!("[{kind:?}] ");
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
