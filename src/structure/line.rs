//! What can be seen of one line by itself: its length, how it ends, how it uses capitals.

use crate::analysis::Span;
use crate::lexicon::STANDALONE;
use crate::text::{Case, Markup, Text, Token, TokenKind};

/// One line of the page (several where a paragraph is hard-wrapped), looked at from outside.
pub(super) struct LineFacts<'a> {
    pub span: Span,
    /// As it stands in the source.
    pub words: &'a str,
    /// In lower case, apostrophes straight, white space single, without punctuation, symbols and counts at its ends.
    /// Empty for what is too long to be a phrase.
    pub key: String,
    /// Characters, at most `LONG`.
    pub chars: usize,
    /// Words with white space before them.
    pub count: usize,
    pub sentences: usize,
    pub end: End,
    /// Blank lines before it.
    pub gap: u32,
    /// What the formatting that it was pasted with says of it.
    pub markup: Option<Markup>,
    pub case: LineCase,
    /// It begins with a quotation mark.
    pub quoted: bool,
    /// It begins with a bullet or a number such as "1."
    pub item: Option<Item>,
    /// A turn of a transcript or an interview, beside one of somebody else: "Q: Why?" above "A: Because."
    pub turn: bool,
}

/// Nothing longer is anything but running text.
pub(super) const LONG: usize = 700;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A full stop, an exclamation mark or an ellipsis, before or after closing marks.
    Stop,
    Question,
    Colon,
    Comma,
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineCase {
    /// No lower-case letter.
    Upper,
    /// Nearly all longer words have a capital.
    Title,
    Sentence,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Bullet,
    Number,
}

impl LineFacts<'_> {
    /// Its words alone say what it is, wherever it stands: "Advertisement", a rule of dashes.
    pub fn stands_for_itself(&self) -> bool {
        STANDALONE.contains(self.key.as_str()) || !self.words.contains(char::is_alphanumeric)
    }

    /// It ends as a sentence does.
    pub fn is_sentence(&self) -> bool {
        matches!(self.end, End::Stop) || (self.end == End::Question && self.sentences > 1)
    }

    /// It reads as running text: whole sentences, and not a few words.
    pub fn is_prose(&self) -> bool {
        (self.is_sentence()
            && (self.chars >= 70 || (self.sentences > 1 && self.count > 5) || (self.quoted && self.count > 4)))
            || (self.end == End::Question && self.chars >= 100)
            || (self.end == End::Colon && self.sentences > 1 && self.chars >= 60)
            || self.chars >= 300
            || self.turn
    }

    /// It could be a headline or a link to another article: some words without a full stop.
    pub fn is_title(&self) -> bool {
        self.chars <= 200
            && self.count >= 3
            && !matches!(self.end, End::Colon | End::Comma)
            && (self.end != End::Stop || (self.sentences == 1 && ends_with_exclamation(self.words)))
    }
}

fn ends_with_exclamation(words: &str) -> bool {
    words.trim_end_matches(['”', '"', '’', '\'', ')']).ends_with('!')
}

/// All blocks of the text, in order.
pub(super) fn all<'a>(text: &Text<'a>) -> Vec<LineFacts<'a>> {
    let mut sentences = text.sentences.iter().peekable();
    let labels: Vec<Option<&str>> = text.blocks.iter().map(|b| turn_label(b.span.of(text.source))).collect();
    let beside = |i: usize, j: Option<&Option<&str>>| matches!(j, Some(Some(label)) if labels[i] != Some(label));
    text.blocks
        .iter()
        .enumerate()
        .map(|(i, block)| {
            let first = &text.lines[block.lines.start as usize];
            let content = if block.lines.len() == 1 {
                first.content
            } else {
                block.span
            };
            let words = content.of(text.source);
            let tokens = &text.tokens[block.tokens.start as usize..block.tokens.end as usize];
            let mut count = 0;
            while sentences.next_if(|s| s.block as usize == i).is_some() {
                count += 1;
            }
            let chars = words.chars().take(LONG).count();
            LineFacts {
                span: content,
                words,
                key: if chars < LONG { key(words) } else { String::new() },
                chars,
                count: tokens
                    .iter()
                    .filter(|t| t.space_before && !matches!(t.kind, TokenKind::Punctuation | TokenKind::Symbol))
                    .count(),
                sentences: count,
                end: end(words),
                gap: first.blank_before,
                markup: first.markup,
                case: case(tokens),
                quoted: words.starts_with(['“', '"', '‘', '\'', '«', '„']),
                item: item(words),
                turn: labels[i].is_some() && (beside(i, labels.get(i + 1)) || i > 0 && beside(i, labels.get(i - 1))),
            }
        })
        .collect()
}

/// See `Line::key`.
pub(super) fn key(words: &str) -> String {
    let mut key = String::with_capacity(words.len());
    for word in words.split(|c: char| c.is_whitespace() || c == '\u{200b}') {
        if word.is_empty() {
            continue;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        for c in word.chars() {
            match c {
                '’' | '‘' => key.push('\''),
                _ if c.is_ascii() => key.push(c.to_ascii_lowercase()),
                '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
                _ => key.extend(c.to_lowercase()),
            }
        }
    }
    let edge = |c: char| !c.is_alphanumeric() && !matches!(c, '©' | '(' | ')' | '@' | '#');
    let trimmed = key.trim_matches(edge);
    let trimmed = without_count(trimmed);
    let (a, b) = (trimmed.as_ptr() as usize - key.as_ptr() as usize, trimmed.len());
    key.truncate(a + b);
    key.drain(..a);
    key
}

/// "112 comments" and "share14k" without their counts.
fn without_count(key: &str) -> &str {
    let is_count = |w: &str| {
        let digits = w.trim_end_matches(['k', 'm', '+']);
        !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    };
    if let Some((first, rest)) = key.split_once(' ')
        && is_count(first)
        && !rest.contains(' ')
    {
        return rest;
    }
    if !key.contains(' ') {
        let letters = key
            .trim_end_matches(['k', 'm'])
            .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        if letters.len() > 3
            && letters.len() < key.len()
            && key[letters.len()..].starts_with(|c: char| c.is_ascii_digit())
        {
            return letters;
        }
    }
    key.strip_suffix(')')
        .and_then(|k| k.rsplit_once(" ("))
        .filter(|(_, n)| is_count(n))
        .map_or(key, |(k, _)| k)
}

fn end(words: &str) -> End {
    let words = words.trim_end_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '”' | '"' | '’' | '\'' | '»' | ')' | ']' | '*' | '\u{200b}' | '\u{2060}'
            )
    });
    match words.chars().next_back() {
        Some('.' | '!' | '…' | '。') => End::Stop,
        Some('?' | '？') => End::Question,
        Some(':') => End::Colon,
        Some(',' | ';') => End::Comma,
        _ if words.ends_with("&hellip;") => End::Stop,
        _ => End::None,
    }
}

fn case(tokens: &[Token]) -> LineCase {
    let (mut long, mut capital, mut upper, mut lower) = (0, 0, 0, 0);
    for token in tokens.iter().take(60).filter(|t| t.kind == TokenKind::Word) {
        match token.case {
            Case::Upper => upper += 1,
            // One letter ("A") has both cases, and so has the letter of a clitic.
            Case::Capitalised | Case::Mixed if token.space_before && token.span.end - token.span.start > 1 => {
                lower += 1
            }
            Case::Lower if token.space_before => lower += 1,
            _ => {}
        }
        if token.span.end - token.span.start >= 4 {
            long += 1;
            capital += usize::from(token.case.is_capital());
        }
    }
    if upper > 0 && lower == 0 {
        LineCase::Upper
    } else if long > 0 && capital * 10 >= long * 8 {
        LineCase::Title
    } else {
        LineCase::Sentence
    }
}

/// The label of a line that reads as a turn: "Q" in "Q: Why did you go?", "MOOR" in "MOOR: Because I had to."
fn turn_label(words: &str) -> Option<&str> {
    let colon = words.bytes().take(40).position(|b| b == b':')?;
    let label = &words[..colon];
    let capitals = label.starts_with(char::is_alphabetic)
        && label
            .chars()
            .all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '\'' | '’'));
    let said = words[colon + 1..].starts_with(' ') && matches!(end(words), End::Stop | End::Question);
    (capitals && said).then_some(label)
}

fn item(words: &str) -> Option<Item> {
    let rest = words.trim_start_matches([
        '•', '‣', '▪', '●', '◦', '■', '►', '▶', '✓', '✔', '➡', '→', '·', '*', '–', '-', '—',
    ]);
    if rest.len() < words.len() {
        // A dash or an asterisk needs a space, and one of them only: "— Moor" may be the name under a quotation.
        let mark = words.chars().next()?;
        let plain = matches!(mark, '-' | '*' | '–' | '—');
        let gap = rest.starts_with(char::is_whitespace);
        let one = words.len() - rest.len() == mark.len_utf8();
        return ((!plain || (gap && one && mark != '—')) && !rest.trim().is_empty()).then_some(Item::Bullet);
    }
    let rest = words.strip_prefix('(').unwrap_or(words);
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = &rest[digits..];
    let number = (1..=2).contains(&digits)
        && after
            .strip_prefix(['.', ')', ':'])
            .is_some_and(|r| r.starts_with(|c: char| c.is_whitespace() || c.is_alphabetic()));
    number.then_some(Item::Number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    fn check(line: &str, expected: &str) {
        assert_eq!(key(line), expected);
    }

    #[test]
    fn keys_leave_out_what_varies() {
        check("READ MORE:", "read more");
        check("112 comments", "comments");
        check("Share14K", "share");
        check("  Share\u{a0} this  article ›", "share this article");
        check("Comments (12)", "comments");
        check("We’re here", "we're here");
        check("1.", "1");
    }

    #[test]
    fn ends_are_seen_through_closing_marks() {
        assert_eq!(end("He said: “We go.”"), End::Stop);
        assert_eq!(end("Why? [1]"), End::None);
        assert_eq!(end("What we know:"), End::Colon);
        assert_eq!(end(""), End::None);
    }

    #[test]
    fn case_is_that_of_the_whole_line() {
        let case = |line: &str| all(&text::read(line, &[]))[0].case;
        assert_eq!(case("FULL INQUIRY"), LineCase::Upper);
        assert_eq!(case("WHAT IT’S ABOUT"), LineCase::Upper);
        assert_eq!(case("Port Union Rejects the Plan"), LineCase::Title);
        assert_eq!(case("Port union rejects the plan"), LineCase::Sentence);
    }

    #[test]
    fn items_are_told_from_numbers() {
        assert_eq!(item("• Talks end"), Some(Item::Bullet));
        assert_eq!(item("- Talks end"), Some(Item::Bullet));
        assert_eq!(item("1. Talks end"), Some(Item::Number));
        assert_eq!(item("1.5 million left"), None);
        assert_eq!(item("2025 was good"), None);
        assert_eq!(item("— Ilse Moor"), None);
    }
}
