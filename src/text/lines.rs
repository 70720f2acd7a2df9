//! Lines, and the lines that belong together.

use std::ops::Range;

use super::{Hint, Line};
use crate::analysis::Span;

/// The non-blank lines of the text. CR, LF and CRLF end a line.
pub(super) fn split(source: &str, hints: &[Hint]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut blank_before = 0;
    let mut start = 0;
    let mut hints = hints.iter().peekable();
    while start < source.len() {
        let end = source[start..].find(['\n', '\r']).map_or(source.len(), |i| start + i);
        let line = &source[start..end];
        let content = line.trim();
        if content.is_empty() {
            blank_before += 1;
        } else {
            let from = start + (line.len() - line.trim_start().len());
            let span = Span::new(from, from + content.len());
            while hints.next_if(|h| h.at < span.start).is_some() {}
            let hint = hints.next_if(|h| h.at < span.end).map(|h| h.kind);
            lines.push(Line {
                span,
                blank_before,
                hint,
            });
            blank_before = 0;
        }
        start = end + 1;
        if source[end..].starts_with("\r\n") {
            start += 1;
        }
    }
    lines
}

/// Groups lines into blocks: one line each.
pub(super) fn group(_source: &str, lines: &[Line]) -> Vec<Range<u32>> {
    (0..lines.len() as u32).map(|i| i..i + 1).collect()
}
