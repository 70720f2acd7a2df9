//! How quotation marks are spelled: characters, pairs of characters, HTML entities.

use crate::text::{char_at, opens_with_commas};

/// Marks of different families never close each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// `"` `“` `”` `„` and their spellings.
    Double,
    /// `'` `‘` `’` `‚` and their spellings.
    Single,
    /// `«` `»`
    Guillemet,
    /// `‹` `›`
    SingleGuillemet,
    /// `「` `」`
    Corner,
    /// `『` `』`
    WhiteCorner,
}

impl Family {
    pub const COUNT: usize = 6;
}

/// How the mark is drawn: a quotation that opens with one shape and closes with another is repaired with a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Straight,
    Curly,
    Low,
    /// ` `` ` and `''`.
    Latex,
    Bracket,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glyph {
    StraightDouble,
    LeftDouble,
    RightDouble,
    LowDouble,
    /// ` `` `
    TwoBackticks,
    /// `''` where two marks opened.
    TwoApostrophes,
    /// `,,`
    TwoCommas,
    StraightSingle,
    LeftSingle,
    RightSingle,
    LowSingle,
    Backtick,
    LeftGuillemet,
    RightGuillemet,
    LeftSingleGuillemet,
    RightSingleGuillemet,
    LeftCorner,
    RightCorner,
    LeftWhiteCorner,
    RightWhiteCorner,
}

impl Glyph {
    pub fn family(self) -> Family {
        use Glyph::*;
        match self {
            StraightDouble | LeftDouble | RightDouble | LowDouble | TwoBackticks | TwoApostrophes | TwoCommas => {
                Family::Double
            }
            StraightSingle | LeftSingle | RightSingle | LowSingle | Backtick => Family::Single,
            LeftGuillemet | RightGuillemet => Family::Guillemet,
            LeftSingleGuillemet | RightSingleGuillemet => Family::SingleGuillemet,
            LeftCorner | RightCorner => Family::Corner,
            LeftWhiteCorner | RightWhiteCorner => Family::WhiteCorner,
        }
    }

    pub fn shape(self) -> Shape {
        use Glyph::*;
        match self {
            StraightDouble | StraightSingle => Shape::Straight,
            LeftDouble | RightDouble | LeftSingle | RightSingle => Shape::Curly,
            LowDouble | LowSingle => Shape::Low,
            TwoBackticks | TwoApostrophes | TwoCommas | Backtick => Shape::Latex,
            _ => Shape::Bracket,
        }
    }
}

/// The mark that is spelled at `at`, and how many bytes it takes. `doubled`: double marks are typed as two single ones
/// in this text.
pub(super) fn glyph_at(source: &str, at: usize, doubled: bool) -> Option<(usize, Glyph)> {
    let (c, len) = char_at(source, at)?;
    let two = |glyph| Some((2 * len, glyph));
    let twice = || source[at + len..].starts_with(&source[at..at + len]);
    let thrice = || source[at + 2 * len..].starts_with(&source[at..at + len]);
    let glyph = match c {
        '"' | '″' | '＂' => Glyph::StraightDouble,
        '\\' => {
            return match source.as_bytes().get(at + 1) {
                Some(b'"') => Some((2, Glyph::StraightDouble)),
                Some(b'\'') => Some((2, Glyph::StraightSingle)),
                _ => None,
            };
        }
        '“' | '‟' | '〝' | '❝' => Glyph::LeftDouble,
        '”' | '〞' | '❞' => Glyph::RightDouble,
        '„' => Glyph::LowDouble,
        ',' if opens_with_commas(source, at) => return two(Glyph::TwoCommas),
        '\'' | '´' | '’' if twice() && !thrice() && (doubled || two_open(source, at, len)) => {
            return two(Glyph::TwoApostrophes);
        }
        '\'' | '′' | '´' | '＇' => Glyph::StraightSingle,
        '‘' if twice() => return two(Glyph::TwoBackticks),
        '‘' | '‛' | '❛' => Glyph::LeftSingle,
        '’' | '❜' => Glyph::RightSingle,
        '‚' if twice() => return two(Glyph::TwoCommas),
        '‚' => Glyph::LowSingle,
        '`' if twice() => return two(Glyph::TwoBackticks),
        '`' => Glyph::Backtick,
        '«' => Glyph::LeftGuillemet,
        '»' => Glyph::RightGuillemet,
        '‹' => Glyph::LeftSingleGuillemet,
        '›' => Glyph::RightSingleGuillemet,
        '「' => Glyph::LeftCorner,
        '」' => Glyph::RightCorner,
        '『' => Glyph::LeftWhiteCorner,
        '』' => Glyph::RightWhiteCorner,
        _ => return None,
    };
    Some((len, glyph))
}

/// Two marks open a quotation: "''We go".
fn two_open(source: &str, at: usize, len: usize) -> bool {
    let before = source[..at].chars().next_back();
    let after = source[at + 2 * len..].chars().next();
    after_gap(before) && after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '…' | '['))
}

/// A quotation can open after this.
pub(super) fn after_gap(before: Option<char>) -> bool {
    before.is_none_or(|c| {
        !c.is_alphanumeric() && !matches!(c, '.' | ',' | '!' | '?' | ';' | '…' | ')' | ']' | '}' | '%' | '\'')
    })
}
