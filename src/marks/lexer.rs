//! Which characters of a block are quotation marks, and which are apostrophes, feet and inches, bullets or code.

use super::glyphs::{Family, Glyph, Shape, after_gap, glyph_at};
use super::roles::{self, Candidate, Role};
use crate::analysis::Span;
use crate::text::{Text, TokenKind};

/// A character (or entity, or pair of characters) that may be a quotation mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mark {
    pub span: Span,
    pub family: Family,
    pub shape: Shape,
    pub role: Role,
    /// A closing mark directly after a comma, a stop or the like: it ends a quotation and is no apostrophe.
    pub firm: bool,
}

/// The marks of one block, in order. `doubled`: double marks are typed as two single ones, so far in this text.
pub(super) fn lex(text: &Text, block: usize, doubled: &mut bool) -> Vec<Mark> {
    let block_span = text.blocks[block].span;
    let candidates = candidates(text, block, doubled);
    let mut marks = Vec::with_capacity(candidates.len());
    // `href="x"`: the value of an attribute is no quotation.
    let mut in_attribute = None;
    for c in &candidates {
        let straight = matches!(c.glyph, Glyph::StraightDouble | Glyph::StraightSingle);
        if straight && (in_attribute == Some(c.glyph) || (c.before == Some('=') && c.after.is_some())) {
            in_attribute = in_attribute.is_none().then_some(c.glyph);
            continue;
        }
        let role = match c.glyph.family() {
            Family::Double => roles::double(text.source, block_span, c),
            Family::Single => roles::single(text.source, block_span, c),
            _ => roles::bracket(c),
        };
        if let Some(role) = role {
            marks.push(Mark {
                span: Span::new(c.start, c.end),
                family: c.glyph.family(),
                shape: c.glyph.shape(),
                role,
                firm: c.before.is_some_and(ends_sentence),
            });
        }
    }
    marks
}

fn candidates(text: &Text, block: usize, doubled: &mut bool) -> Vec<Candidate> {
    let b = &text.blocks[block];
    let (from, to) = (b.span.start as usize, b.span.end as usize);
    let source = &text.source[..to];
    let mut urls = text.tokens[b.tokens.start as usize..b.tokens.end as usize]
        .iter()
        .filter(|t| matches!(t.kind, TokenKind::Url | TokenKind::Email))
        .map(|t| t.span)
        .peekable();
    let mut lines = text.lines[b.lines.start as usize..b.lines.end as usize]
        .iter()
        .map(|l| l.span.start as usize)
        .peekable();
    let mut found: Vec<Candidate> = Vec::new();
    let mut single_open = false;
    let mut before = None;
    let mut at = from;
    while at < to {
        let c = source[at..].chars().next().unwrap_or('\0');
        // “The pier will hold,'' she said: where no single mark is open, two that close are a double one.
        let closes_two = !single_open && before.is_some_and(ends_sentence);
        let Some((len, glyph)) = glyph_at(source, at, *doubled || closes_two) else {
            if !invisible(c) {
                before = Some(c);
            }
            at += c.len_utf8();
            continue;
        };
        // A long run of one mark is a rule or noise. `""""""`
        let run = run_length(&source[at..], &source[at..at + len]);
        if run > 3 || (run == 3 && glyph == Glyph::StraightDouble) {
            before = Some(c);
            at += run * len;
            continue;
        }
        while urls.next_if(|u| u.end as usize <= at).is_some() {}
        let in_url = urls.peek().is_some_and(|u| (u.start as usize) <= at);
        while lines.next_if(|l| *l < at).is_some() {}
        if !in_url {
            *doubled |= matches!(glyph, Glyph::TwoBackticks | Glyph::TwoApostrophes | Glyph::TwoCommas);
            single_open |= glyph.family() == Family::Single && after_gap(before);
            found.push(Candidate {
                start: at,
                end: at + len,
                glyph,
                before,
                after: None,
                line_start: lines.peek() == Some(&at),
            });
        }
        at += len;
        // Marks are looked through: in "'We go,'" both opening marks stand after a space.
        if in_url {
            before = Some(c);
        }
    }
    for i in (0..found.len()).rev() {
        found[i].after = match found.get(i + 1) {
            Some(next) if next.start == found[i].end => next.after,
            _ => source[found[i].end..].chars().find(|c| !invisible(*c)),
        };
    }
    found
}

/// Or a part of one: what stands before a mark that surely closes.
fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | ',' | '!' | '?' | '…' | ';')
}

fn run_length(rest: &str, spelling: &str) -> usize {
    let mut n = 0;
    while rest[n * spelling.len()..].starts_with(spelling) {
        n += 1;
    }
    n
}

/// Zero-width characters and soft hyphens: what stands around a mark is seen through them.
pub(super) fn invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{FE0F}')
}
