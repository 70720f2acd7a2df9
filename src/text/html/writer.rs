//! The text of the page as it is written, line by line, with what each line's elements said.

use super::elements::Context;
use crate::text::characters::is_blank;
use crate::text::{Hint, Inside, Markup, Tag};

#[derive(Default)]
pub(super) struct Writer {
    pub text: String,
    pub hints: Vec<Hint>,
    /// Letters and digits that stood in elements that are not shown.
    pub left_out: usize,
    /// Line ends to write before the next word.
    breaks: usize,
    space: bool,
    line: OpenLine,
    /// The line before a single `br`, while it is open whether the sentence goes on after it.
    held: Option<Held>,
    /// The `q` elements that stand open.
    quotes: Vec<Quote>,
    /// Pictures within the line, to be named after it.
    pictures: Vec<(String, Context)>,
    /// An element ended and the next begins with nothing between them.
    joint: Option<Joint>,
}

/// The line that is being written.
#[derive(Default)]
struct OpenLine {
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

struct Held {
    line: OpenLine,
    /// Where the line end stands that becomes a space if the sentence goes on.
    at: Option<usize>,
}

#[derive(PartialEq)]
enum Quote {
    /// Its first word has not come.
    Waiting,
    /// It was given marks.
    Marked,
    /// The page wrote marks itself.
    HasOwn,
}

/// What met where nothing stood between.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Joint {
    Elements,
    Links,
}

impl Writer {
    pub fn write(&mut self, words: &str, context: &Context) {
        if context.is_hidden() {
            self.left_out += words.chars().filter(|c| context.hidden && c.is_alphanumeric()).count();
            return;
        }
        for c in words.chars() {
            if c == '\n' && context.keeps_lines {
                // Two line ends in a row are a blank line.
                let empty = self.line.chars == 0 && self.breaks == 1;
                self.break_line(1);
                self.breaks += usize::from(empty);
            } else if c.is_ascii_whitespace() {
                self.space = true;
                self.joint = None;
            } else if self.line.chars > 0 || !is_blank(c) {
                self.put(c, context);
            }
        }
    }

    fn put(&mut self, c: char, context: &Context) {
        if let Some(joint) = self.joint.take()
            && self.are_two(joint, c, context)
        {
            self.break_line(1);
        }
        self.end_lines();
        if self.line.chars == 0 {
            self.line.start = self.text.len();
            self.line.context = *context;
            self.space = false;
        }
        if self.space {
            self.text.push(' ');
            self.space = false;
        }
        self.mark_quotes(c, context);
        self.add(c, context);
        if c.is_alphanumeric() && self.held.is_some() {
            self.settle(c.is_lowercase());
        }
    }

    fn add(&mut self, c: char, context: &Context) {
        self.text.push(c);
        let line = &mut self.line;
        line.chars += 1;
        line.links += usize::from(context.link);
        line.bold += usize::from(context.bold);
        line.italic += usize::from(context.italic);
        line.time += usize::from(context.inside.has(Inside::Time));
        line.author += usize::from(context.inside.has(Inside::Author));
    }

    /// Writes the line ends that stand before the next word.
    fn end_lines(&mut self) {
        if self.breaks == 0 {
            return;
        }
        if let Some(held) = &mut self.held {
            held.at = Some(self.text.len());
        }
        if !self.text.is_empty() {
            (0..self.breaks).for_each(|_| self.text.push('\n'));
        }
        self.breaks = 0;
        self.space = false;
    }

    /// A sentence goes on after a single `br` where the next word is small and nothing ended before it: "“They swim" /
    /// "in the sea.”" is one line.
    fn settle(&mut self, small: bool) {
        let Some(held) = self.held.take() else { return };
        let ended = |c: char| matches!(c, '.' | '!' | '?' | ':' | ';' | '…' | '-' | '\u{ad}');
        match held.at {
            Some(at)
                if small
                    && !self.text[..at]
                        .trim_end_matches(['”', '"', '’', '\'', ')', ' '])
                        .ends_with(ended) =>
            {
                self.text.replace_range(at..at + 1, " ");
                let after = std::mem::replace(&mut self.line, held.line);
                let line = &mut self.line;
                line.chars += after.chars + 1;
                line.links += after.links;
                line.bold += after.bold;
                line.italic += after.italic;
                line.time += after.time;
                line.author += after.author;
            }
            _ => self.hints.push(held.line.hint()),
        }
    }

    /// Two elements that touch outside a paragraph are two things that the page's style keeps apart: two links, or
    /// "March 24, 2014." and "David McNew".
    fn are_two(&self, joint: Joint, next: char, context: &Context) -> bool {
        if self.line.chars == 0 || matches!(context.tag, Some(Tag::Paragraph | Tag::Heading(_) | Tag::Preformatted)) {
            return false;
        }
        let Some(last) = self.text.chars().next_back() else {
            return false;
        };
        let begins = next.is_uppercase() || next.is_ascii_digit() || matches!(next, '©' | '“');
        let ends = last.is_lowercase()
            || matches!(last, '.' | '!' | '?' | '”' | ')')
            || last.is_ascii_digit() && !next.is_ascii_digit();
        joint == Joint::Links || ends && begins
    }

    /// An element ended and another begins. Nothing stands between them unless a word or a space is written next.
    pub fn touch(&mut self, joint: Joint) {
        if self.breaks == 0 && !self.space && self.line.chars > 0 {
            self.joint = Some(joint);
        }
    }

    pub fn tab(&mut self) {
        if self.line.chars > 0 {
            self.text.push('\t');
            self.space = false;
            self.joint = None;
        }
    }

    /// A block begins or ends.
    pub fn break_line(&mut self, room: usize) {
        self.end_line();
        self.breaks = self.breaks.max(room);
        for (words, context) in std::mem::take(&mut self.pictures) {
            self.name_picture(&words, &context);
        }
    }

    /// `br`: a second one leaves a blank line.
    pub fn break_softly(&mut self) {
        if self.line.chars == 0 {
            self.end_line();
            self.breaks = 2;
            return;
        }
        self.settle(false);
        self.held = Some(Held {
            line: std::mem::take(&mut self.line),
            at: None,
        });
        self.breaks = self.breaks.max(1);
        self.joint = None;
    }

    /// The words that stand for a picture, on a line of their own; a sentence is not broken for them.
    pub fn picture(&mut self, words: &str, context: &Context) {
        if !words.contains(char::is_alphanumeric) {
            self.write(words, context);
        } else if self.line.chars > 0 {
            self.pictures.push((words.to_string(), *context));
        } else {
            self.break_line(1);
            self.name_picture(words, context);
        }
    }

    fn name_picture(&mut self, words: &str, context: &Context) {
        let context = Context {
            tag: Some(Tag::Image),
            keeps_lines: false,
            ..*context
        };
        self.write(words, &context);
        self.end_line();
        self.breaks = self.breaks.max(1);
    }

    pub fn open_quote(&mut self) {
        self.quotes.push(Quote::Waiting);
    }

    pub fn close_quote(&mut self, context: &Context) {
        if self.quotes.pop() == Some(Quote::Marked) {
            let mark = self.mark('”', '’');
            self.add(mark, context);
        }
    }

    /// Browsers draw marks around a `q`, so its words have marks here, unless the page wrote them itself.
    fn mark_quotes(&mut self, next: char, context: &Context) {
        for i in 0..self.quotes.len() {
            if self.quotes[i] != Quote::Waiting {
                continue;
            }
            if matches!(next, '“' | '"' | '‘' | '\'' | '«' | '„') {
                self.quotes[i] = Quote::HasOwn;
            } else {
                let mark = self.mark('“', '‘');
                self.quotes[i] = Quote::Marked;
                self.add(mark, context);
            }
        }
    }

    /// Marks within marks are single ones.
    fn mark(&self, outer: char, inner: char) -> char {
        let depth = self.quotes.iter().filter(|q| **q == Quote::Marked).count();
        if depth.is_multiple_of(2) { outer } else { inner }
    }

    /// Writes down what the line's markup says.
    fn end_line(&mut self) {
        self.joint = None;
        self.settle(false);
        let line = std::mem::take(&mut self.line);
        if line.chars > 0 {
            self.hints.push(line.hint());
        }
    }

    pub fn finish(mut self) -> Self {
        self.break_line(0);
        self
    }
}

impl OpenLine {
    fn hint(&self) -> Hint {
        let percent = |part: usize| match (part * 100).div_ceil(self.chars) {
            100 if part < self.chars => 99,
            share => share.min(100) as u8,
        };
        let context = &self.context;
        let markup = Markup {
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
        };
        Hint {
            at: self.start as u32,
            markup,
        }
    }
}
