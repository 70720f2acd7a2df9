//! Byte offsets made code points or UTF-16 units, at the edge.

use crate::analysis::Span;

/// The unit of exported positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    CodePoint,
    Utf16,
    Utf8,
}

impl Unit {
    /// The name that the document and the command line use.
    pub fn name(self) -> &'static str {
        match self {
            Unit::CodePoint => "codepoint",
            Unit::Utf16 => "utf16",
            Unit::Utf8 => "utf8",
        }
    }
}

/// How many bytes lie between two remembered positions.
const STEP: usize = 64;

/// Converts byte offsets of one text, each in constant time.
pub struct Offsets<'a> {
    source: &'a str,
    unit: Unit,
    /// The converted position of every `STEP`th byte (of the character that holds it).
    known: Vec<u32>,
}

impl<'a> Offsets<'a> {
    pub fn new(source: &'a str, unit: Unit) -> Offsets<'a> {
        let mut known = Vec::new();
        if unit != Unit::Utf8 {
            let mut position = 0;
            for (at, c) in source.char_indices() {
                while known.len() * STEP < at + c.len_utf8() {
                    known.push(position);
                }
                position += width(c, unit);
            }
        }
        Offsets { source, unit, known }
    }

    /// The position of a byte offset that is on a character boundary.
    pub fn at(&self, byte: u32) -> u32 {
        let byte = byte as usize;
        if self.unit == Unit::Utf8 || self.known.is_empty() {
            return byte as u32;
        }
        let step = (byte / STEP).min(self.known.len() - 1);
        let mut from = step * STEP;
        while !self.source.is_char_boundary(from) {
            from -= 1;
        }
        self.known[step]
            + self.source[from..byte]
                .chars()
                .map(|c| width(c, self.unit))
                .sum::<u32>()
    }

    pub fn span(&self, span: Span) -> (u32, u32) {
        (self.at(span.start), self.at(span.end))
    }
}

fn width(c: char, unit: Unit) -> u32 {
    if unit == Unit::Utf16 { c.len_utf16() as u32 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_agree_with_counting() {
        let text = "a“b”\u{1F600}ü – ".repeat(40);
        for unit in [Unit::CodePoint, Unit::Utf16, Unit::Utf8] {
            let offsets = Offsets::new(&text, unit);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let counted = match unit {
                    Unit::CodePoint => text[..at].chars().count(),
                    Unit::Utf16 => text[..at].encode_utf16().count(),
                    Unit::Utf8 => at,
                };
                assert_eq!(offsets.at(at as u32) as usize, counted, "byte {at} in {unit:?}");
            }
        }
        assert_eq!(Offsets::new("", Unit::CodePoint).at(0), 0);
    }
}
