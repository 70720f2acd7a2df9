//! How quotation marks are spelled: characters, pairs of characters, HTML entities.

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
    /// `''` where ` `` ` or another `''` opened.
    TwoApostrophes,
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
            StraightDouble | LeftDouble | RightDouble | LowDouble | TwoBackticks | TwoApostrophes => Family::Double,
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
            TwoBackticks | TwoApostrophes | Backtick => Shape::Latex,
            _ => Shape::Bracket,
        }
    }
}

/// The mark that is spelled at `at`, where `c` stands, and how many bytes it takes.
pub(super) fn glyph_at(source: &str, at: usize, c: char, latex: bool) -> Option<(usize, Glyph)> {
    let rest = &source[at..];
    let one = |glyph| Some((c.len_utf8(), glyph));
    match c {
        '"' | '″' | '＂' => one(Glyph::StraightDouble),
        '\\' if rest.starts_with("\\\"") => Some((2, Glyph::StraightDouble)),
        '\\' if rest.starts_with("\\'") => Some((2, Glyph::StraightSingle)),
        '“' | '‟' | '〝' => one(Glyph::LeftDouble),
        '”' | '〞' => one(Glyph::RightDouble),
        '„' => one(Glyph::LowDouble),
        '\'' if rest.starts_with("''") && !rest.starts_with("'''") && two_apostrophes(source, at, latex) => {
            Some((2, Glyph::TwoApostrophes))
        }
        '\'' | '′' | '´' | '＇' => one(Glyph::StraightSingle),
        '‘' if rest.starts_with("‘‘") => Some((6, Glyph::LeftDouble)),
        '‘' | '‛' => one(Glyph::LeftSingle),
        '’' => one(Glyph::RightSingle),
        '‚' => one(Glyph::LowSingle),
        '`' if rest.starts_with("``") => Some((2, Glyph::TwoBackticks)),
        '`' => one(Glyph::Backtick),
        '«' => one(Glyph::LeftGuillemet),
        '»' => one(Glyph::RightGuillemet),
        '‹' => one(Glyph::LeftSingleGuillemet),
        '›' => one(Glyph::RightSingleGuillemet),
        '「' => one(Glyph::LeftCorner),
        '」' => one(Glyph::RightCorner),
        '『' => one(Glyph::LeftWhiteCorner),
        '』' => one(Glyph::RightWhiteCorner),
        '&' => ENTITIES
            .iter()
            .find(|(spelling, _)| {
                rest.get(..spelling.len())
                    .is_some_and(|r| r.eq_ignore_ascii_case(spelling))
            })
            .map(|(spelling, glyph)| (spelling.len(), *glyph)),
        _ => None,
    }
}

/// `''` is one double mark where it opens, or where one is open; otherwise two single ones close together.
fn two_apostrophes(source: &str, at: usize, latex: bool) -> bool {
    let before = source[..at].chars().next_back();
    let after = source[at + 2..].chars().next();
    latex || (super::roles::after_gap(before) && after.is_some_and(char::is_alphanumeric))
}

/// The spellings of marks, by their first byte's group; longer ones first.
const ENTITIES: [(&str, Glyph); 22] = [
    ("&quot;", Glyph::StraightDouble),
    ("&#34;", Glyph::StraightDouble),
    ("&#x22;", Glyph::StraightDouble),
    ("&ldquo;", Glyph::LeftDouble),
    ("&#8220;", Glyph::LeftDouble),
    ("&#x201c;", Glyph::LeftDouble),
    ("&rdquo;", Glyph::RightDouble),
    ("&#8221;", Glyph::RightDouble),
    ("&#x201d;", Glyph::RightDouble),
    ("&apos;", Glyph::StraightSingle),
    ("&#39;", Glyph::StraightSingle),
    ("&#039;", Glyph::StraightSingle),
    ("&#x27;", Glyph::StraightSingle),
    ("&lsquo;", Glyph::LeftSingle),
    ("&#8216;", Glyph::LeftSingle),
    ("&#x2018;", Glyph::LeftSingle),
    ("&rsquo;", Glyph::RightSingle),
    ("&#8217;", Glyph::RightSingle),
    ("&#x2019;", Glyph::RightSingle),
    ("&bdquo;", Glyph::LowDouble),
    ("&laquo;", Glyph::LeftGuillemet),
    ("&raquo;", Glyph::RightGuillemet),
];
