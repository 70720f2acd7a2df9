//! Pasted rich text: its words as plain text, and what its elements say of the lines.

mod elements;
mod names;
mod writer;

use html5gum::emitters::default::{DefaultEmitter, StartTag};
use html5gum::{Token, Tokenizer};

use self::elements::Context;
use self::writer::{Joint, Writer};
use super::Hint;

/// The text of a piece of HTML, a line for each block, with blank lines where a browser leaves room, and hints for its
/// lines in text order. Nothing is fetched or run; entities are decoded; any string gives an answer.
pub fn read(html: &str) -> (String, Vec<Hint>) {
    let read = read_counting(html);
    (read.text, read.hints)
}

/// What [`read`] gives, and how much it left out.
pub struct Read {
    pub text: String,
    pub hints: Vec<Hint>,
    /// Letters and digits in elements that the page does not show, or that were struck out.
    pub left_out: usize,
}

/// [`read`], for who has to know whether words were lost on the way.
pub fn read_counting(html: &str) -> Read {
    let mut emitter = DefaultEmitter::default();
    // Without a tree builder this is what keeps scripts and styles from being read as markup.
    emitter.naively_switch_states(true);
    let mut page = Page::default();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.open(&tag),
            Token::EndTag(tag) => page.close(&tag.name),
            Token::String(string) => {
                let context = page.context();
                page.after_end = None;
                page.writer.write(&String::from_utf8_lossy(&string.value), &context);
            }
            _ => {}
        }
    }
    page.close_to(0);
    let written = page.writer.finish();
    Read {
        text: written.text,
        hints: written.hints,
        left_out: written.left_out,
    }
}

/// Deeper nesting than any page has; what is deeper is read as if it were at this depth.
const DEEPEST: usize = 400;

#[derive(Default)]
struct Page {
    open: Vec<Element>,
    writer: Writer,
    /// An element ended and nothing came after it yet.
    after_end: Option<Joint>,
}

struct Element {
    name: Vec<u8>,
    /// A heading or a link: it ends with its line where it was never closed.
    is_short: bool,
    context: Context,
}

impl Page {
    fn open(&mut self, tag: &StartTag<()>) {
        let name = tag.name.as_slice();
        let ended = self.after_end.take();
        if name == b"body" {
            self.close_to(0);
        }
        self.end_what_ends_before(name);
        let context = self.context().inside(tag);
        if context.is_block {
            self.writer.break_line(elements::room_around(name).max(1));
        } else if let Some(ended) = ended {
            let both = ended == Joint::Links && name == b"a";
            self.writer.touch(if both { Joint::Links } else { Joint::Elements });
        }
        match name {
            b"br" => self.writer.break_softly(),
            b"hr" => self.writer.break_line(2),
            b"td" | b"th" => self.writer.tab(),
            b"q" if !context.is_hidden() => self.writer.open_quote(),
            b"img" => self.picture(tag, &context),
            _ => {}
        }
        if !elements::is_void(name) && !tag.self_closing && self.open.len() < DEEPEST {
            self.open.push(Element {
                name: name.to_vec(),
                is_short: elements::heading(name).is_some() || name == b"a",
                context,
            });
        } else if name == b"q" {
            self.writer.close_quote(&context);
        }
    }

    /// What was never closed ends where the next thing of its kind begins.
    fn end_what_ends_before(&mut self, name: &[u8]) {
        let ends: &[&[u8]] = match name {
            b"li" => &[b"li"],
            b"dt" | b"dd" => &[b"dt", b"dd"],
            b"td" | b"th" => &[b"td", b"th"],
            b"tr" => &[b"tr"],
            b"option" => &[b"option"],
            _ if elements::ends_paragraph(name) => &[b"p"],
            _ => &[],
        };
        let kept_in = |open: &[u8]| match name {
            b"li" | b"dt" | b"dd" => matches!(open, b"ul" | b"ol" | b"dl") || elements::keeps_in(open),
            b"td" | b"th" | b"tr" => matches!(open, b"table"),
            _ => elements::keeps_in(open),
        };
        let mut around = self
            .open
            .iter()
            .enumerate()
            .rev()
            .take_while(|(_, e)| !kept_in(&e.name) || ends.contains(&&e.name[..]));
        if let Some((i, _)) = around.find(|(_, e)| ends.contains(&e.name.as_slice())) {
            self.close_to(i);
        }
        if elements::room_around(name) > 0 {
            while self
                .open
                .last()
                .is_some_and(|e| e.is_short && !closes_late(&e.name, name))
            {
                self.open.pop();
            }
        }
    }

    fn context(&self) -> Context {
        self.open.last().map(|e| e.context).unwrap_or_default()
    }

    fn close(&mut self, name: &[u8]) {
        // An end tag without its start closes nothing; one that was forgotten closes with the element around it.
        let open = self.open.iter().rposition(|e| e.name == name);
        let is_block = open.is_some_and(|i| self.open[i].context.is_block);
        if let Some(i) = open {
            self.close_to(i);
        }
        if is_block || elements::room_around(name) > 0 {
            self.after_end = None;
            self.writer.break_line(elements::room_around(name).max(1));
        } else if name == b"a" {
            self.after_end = Some(Joint::Links);
        } else if self.after_end.is_none() {
            self.after_end = Some(Joint::Elements);
        }
    }

    /// Closes the innermost elements, all but `count`.
    fn close_to(&mut self, count: usize) {
        while self.open.len() > count {
            if let Some(element) = self.open.pop()
                && element.name == b"q"
                && !element.context.is_hidden()
            {
                self.writer.close_quote(&element.context);
            }
        }
    }

    fn picture(&mut self, tag: &StartTag<()>, context: &Context) {
        let value = |key: &[u8]| tag.attributes.get(key).map(|v| String::from_utf8_lossy(&v.value));
        let is_decoration = value(b"role").is_some_and(|r| matches!(r.trim(), "presentation" | "none"))
            || value(b"aria-hidden").is_some_and(|h| h == "true");
        if let Some(words) = value(b"alt")
            && !is_decoration
            && !context.is_hidden()
        {
            self.writer.picture(words.trim(), context);
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
    fn hidden_and_struck_words_are_counted_and_left_out() {
        check("<p>We go.<span style='display: none'> Secret.</span></p>", "We go.");
        check(
            "<a style='position:absolute;left:-9999px'>Skip</a><p>We go.</p>",
            "We go.",
        );
        check("<p>We go. <span class='visually-hidden'>Skip</span></p>", "We go.");
        check("<p>a bad <ins>joke</ins><del>jest</del>.</p>", "a bad joke.");
        assert_eq!(
            read_counting("<p>We go<del>ne</del>.<script>x</script></p>").left_out,
            2
        );
    }

    #[test]
    fn a_single_line_break_within_a_sentence_joins() {
        check("<p>“They swim<br>in the sea.”</p>", "“They swim in the sea.”");
        check("<p>Moor called it<br/>“a joke.”</p>", "Moor called it “a joke.”");
        check(
            "<p>To: Night desk<br>Date: 12 February</p>",
            "To: Night desk\nDate: 12 February",
        );
        check("<p>They left.<br>eBay stayed.</p>", "They left.\neBay stayed.");
        check("We go<br><br>and stay<br>&nbsp;<br>here", "We go\n\nand stay\n\nhere");
    }

    #[test]
    fn quotations_of_the_markup_have_marks() {
        check("<p>Moor said: <q>We go.</q></p>", "Moor said: “We go.”");
        check("<p><q>“We go,”</q> Moor said.</p>", "“We go,” Moor said.");
        check("<p><q>She said <q>no</q></q></p>", "“She said ‘no’”");
        check("<p><q>We go<p>Moor", "“We go”\n\nMoor");
    }

    #[test]
    fn elements_that_touch_are_kept_apart_outside_paragraphs() {
        check(
            "<div><a href=x>Ports</a><a href=y>Labour</a></div>",
            "[Link] Ports\n[Link] Labour",
        );
        check(
            "<div><span>Ships wait.</span><span>Bo Lind</span></div>",
            "Ships wait.\nBo Lind",
        );
        check("<p><b>M</b><i>oor</i> <b>said</b><i>So</i></p>", "Moor saidSo");
        check("<div><span>T</span><span>he mayor</span></div>", "The mayor");
        check("<span style='display:block'>One</span><b>two</b>", "One\ntwo");
    }

    #[test]
    fn pictures_are_named_without_breaking_a_sentence() {
        let image = "[Image] ";
        check(
            "<img alt='Ships wait'><p>We go.</p>",
            &format!("{image}Ships wait\n\nWe go."),
        );
        check("<p>We <img alt='Ships'>go.</p>", &format!("We go.\n\n{image}Ships"));
        check("<p>We go <img alt='🚢'></p><img alt='' role=x>", "We go 🚢");
    }

    #[test]
    fn what_was_not_closed_ends_where_the_next_begins() {
        let (_, hints) = read("<ul><li><b>One<ul><li>Two</ul><li>Three</ul>");
        let depths: Vec<u8> = hints.iter().map(|h| h.markup.list_depth).collect();
        assert_eq!(depths, [1, 2, 1]);
        let (_, hints) = read(&"<p class=caption>One".repeat(3));
        assert!(hints.iter().all(|h| h.markup.around == Default::default()));
    }

    #[test]
    fn paragraphs_of_word_say_what_they_are() {
        check(
            "<p class=MsoTitle>Port union rejects plan<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level2 \
             lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o&nbsp;&nbsp;</span><![endif]>Talks end</p><p>Moor \
             left.<a class=msocomanchor>[SL1]</a></p><div style='mso-element:comment-list'>[SL1] Check this</div>",
            "[Heading(1)] Port union rejects plan\n\n[ListItem] o\u{a0}\u{a0}Talks end\n\nMoor left.",
        );
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
