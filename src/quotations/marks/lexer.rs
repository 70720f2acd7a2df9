//! Which characters are quotation marks, and which are apostrophes, feet and inches, bullets or code.

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

/// What a mark can do where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Open,
    Close,
    /// Opens, or closes what is open.
    Either,
    /// Opens only where a firm close follows: it may be an elision. "’Twas", "’90".
    WeakOpen,
    /// Closes only where no better close follows: it may be a possessive or a unit. "the ministers’ plan", `a 6" pipe`.
    WeakClose,
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Glyph {
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
    fn family(self) -> Family {
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

    fn shape(self) -> Shape {
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

/// A mark with the characters around it; marks and invisible characters between are passed over.
#[derive(Clone, Copy)]
struct Candidate {
    start: usize,
    end: usize,
    glyph: Glyph,
    before: Option<char>,
    after: Option<char>,
    line_start: bool,
}

/// The marks of one block, in order.
pub(super) fn lex(text: &Text, block: usize) -> Vec<Mark> {
    let block_span = text.blocks[block].span;
    let candidates = candidates(text, block);
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
            Family::Double => double(text.source, block_span, c),
            Family::Single => single(text.source, block_span, c),
            _ => bracket(c),
        };
        if let Some(role) = role {
            marks.push(Mark {
                span: Span::new(c.start, c.end),
                family: c.glyph.family(),
                shape: c.glyph.shape(),
                role,
                firm: c.before.is_some_and(|b| matches!(b, '.' | ',' | '!' | '?' | '…' | ';')),
            });
        }
    }
    marks
}

fn candidates(text: &Text, block: usize) -> Vec<Candidate> {
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
    let mut latex = false;
    let mut before = None;
    let mut at = from;
    while at < to {
        let c = source[at..].chars().next().unwrap_or('\0');
        let glyph = glyph_at(source, at, c, latex);
        let Some((len, glyph)) = glyph else {
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
            latex |= glyph == Glyph::TwoBackticks || glyph == Glyph::TwoApostrophes;
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

fn glyph_at(source: &str, at: usize, c: char, latex: bool) -> Option<(usize, Glyph)> {
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
    latex || (after_gap(before) && after.is_some_and(char::is_alphanumeric))
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

/// A quotation can open after this.
fn after_gap(before: Option<char>) -> bool {
    before.is_none_or(|c| {
        !c.is_alphanumeric() && !matches!(c, '.' | ',' | '!' | '?' | ';' | '…' | ')' | ']' | '}' | '%' | '\'')
    })
}

/// A quotation can open before this.
fn opens_before(after: Option<char>) -> bool {
    after.is_some_and(|c| !c.is_whitespace() && !matches!(c, ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}'))
}

/// A quotation can close after this.
fn closes_after(before: Option<char>) -> bool {
    before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '[' | '{'))
}

/// A quotation can close before this.
fn before_gap(after: Option<char>) -> bool {
    after.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '$' | '£' | '€' | '#' | '@'))
}

fn double(source: &str, block: Span, c: &Candidate) -> Option<Role> {
    let opens = after_gap(c.before) && opens_before(c.after);
    let closes = closes_after(c.before) && before_gap(c.after);
    let digit_before = c.before.is_some_and(|b| b.is_ascii_digit());
    match c.glyph {
        Glyph::StraightDouble | Glyph::TwoApostrophes => {
            if digit_before {
                // `5'10"`, `42°30'15"`, `8"30`: units. `a 6" pipe`: most likely.
                if c.after.is_some_and(|a| a.is_ascii_digit()) || after_feet(source, block, c.start) {
                    return None;
                }
                return Some(if closes { Role::WeakClose } else { Role::Either });
            }
            Some(match (opens, closes) {
                (true, false) => Role::Open,
                (false, true) => Role::Close,
                _ => Role::Either,
            })
        }
        // The shape says what it is, unless the place says the contrary: “We go,“ and ”Vi går”.
        Glyph::LeftDouble if closes && !opens => Some(Role::Either),
        Glyph::RightDouble if opens && !closes => Some(Role::Either),
        Glyph::RightDouble => Some(Role::Close),
        _ => Some(Role::Open),
    }
}

/// `5'10"`: the number before the mark is itself behind a foot or minute mark.
fn after_feet(source: &str, block: Span, at: usize) -> bool {
    let before = source[block.start as usize..at].trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let before = before.trim_end_matches([' ', '-']);
    let Some(feet) = before.strip_suffix(['\'', '’', '′', '‘']) else {
        return false;
    };
    feet.ends_with(|c: char| c.is_ascii_digit())
}

fn bracket(c: &Candidate) -> Option<Role> {
    use Glyph::*;
    let opens = after_gap(c.before) && opens_before(c.after);
    let closes = closes_after(c.before) && before_gap(c.after);
    match c.glyph {
        LeftCorner | LeftWhiteCorner => Some(Role::Open),
        RightCorner | RightWhiteCorner => Some(Role::Close),
        // A bullet at the line's start: "» Read more".
        RightGuillemet | RightSingleGuillemet if c.line_start && c.after.is_some_and(char::is_whitespace) => None,
        // Reversed: »Wir gehen«.
        RightGuillemet | RightSingleGuillemet if opens && !closes => Some(Role::Either),
        LeftGuillemet | LeftSingleGuillemet if closes && !opens => Some(Role::Either),
        LeftGuillemet | LeftSingleGuillemet => Some(Role::Open),
        _ => Some(Role::Close),
    }
}

/// Words that begin with an apostrophe. "'em", "'n'", "'til".
const ELISIONS: [&str; 27] = [
    "appen",
    "arf",
    "ave",
    "bout",
    "cause",
    "cos",
    "coz",
    "cuz",
    "d",
    "em",
    "er",
    "fraid",
    "gainst",
    "im",
    "kay",
    "ll",
    "n",
    "ndrangheta",
    "neath",
    "nuff",
    "re",
    "round",
    "s",
    "til",
    "tis",
    "twas",
    "ve",
];

/// What an apostrophe joins to the word before it, even over other punctuation. "Yahoo!'s", "the U.S.'s".
const CLITICS: [&str; 7] = ["d", "ll", "m", "re", "s", "t", "ve"];

/// Words that end with an apostrophe for a letter left out. "an ol' man", "rock n' roll".
const CLIPPED: [&str; 7] = ["an", "lil", "n", "o", "ol", "po", "th"];

/// Words that do not follow a possessive: after them the mark before is a close. "'lasting cuts' and".
const AFTER_CLOSE: [&str; 58] = [
    "a", "about", "after", "against", "ahead", "amid", "an", "and", "are", "as", "at", "because", "been", "before",
    "but", "by", "can", "could", "during", "for", "from", "had", "has", "have", "he", "if", "in", "into", "is", "it",
    "may", "might", "must", "not", "of", "off", "on", "or", "over", "said", "say", "says", "she", "should", "since",
    "that", "the", "they", "to", "under", "until", "was", "were", "when", "while", "who", "will", "with",
];

fn single(source: &str, block: Span, c: &Candidate) -> Option<Role> {
    let alphanumeric = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    // "don't", "shouldn‘t", "the 1990's", "5'10".
    if alphanumeric(c.before) && alphanumeric(c.after) {
        return None;
    }
    let next = word_after(source, block, c.end);
    if c.before.is_some_and(|b| !b.is_whitespace()) && alphanumeric(c.after) && is_any(next, &CLITICS) {
        return None;
    }
    let opens = after_gap(c.before) && opens_before(c.after);
    let closes = closes_after(c.before) && before_gap(c.after);
    let spaced = c.before.is_none_or(char::is_whitespace) && c.after.is_none_or(char::is_whitespace);
    match c.glyph {
        Glyph::LowSingle => return opens.then_some(Role::Open),
        // A lone backtick opens where it stands for ‘; pairs of them are code.
        Glyph::Backtick => return opens.then_some(Role::Open),
        Glyph::LeftSingle if spaced => return Some(Role::WeakOpen),
        Glyph::RightSingle if spaced => return Some(Role::Close),
        _ if spaced => return None,
        _ => {}
    }
    if opens && !closes {
        return if decade(next) {
            None
        } else if (is_any(next, &ELISIONS) && !hyphen_after(source, c.end + next.len()))
            || c.glyph == Glyph::RightSingle
            || (next.len() == 2 && next.bytes().all(|b| b.is_ascii_digit()))
        {
            // "’Twas", "the summer of ’69"; or a quotation that opens the wrong way.
            Some(Role::WeakOpen)
        } else {
            Some(Role::Open)
        };
    }
    if closes && !opens {
        if c.before.is_some_and(|b| b.is_numeric()) {
            return Some(Role::WeakClose);
        }
        let last = word_before(source, block, c.start);
        if is_any(last, &CLIPPED) {
            return Some(Role::WeakClose);
        }
        let ends = |end: &str| last.len() >= end.len() && last[last.len() - end.len()..].eq_ignore_ascii_case(end);
        let possessive = last.is_ascii() && (ends("s") || ends("x") || ends("z") || (ends("in") && last.len() > 3));
        // "the ministers’ plan", "the dockers’. It always was": but not "'lasting cuts' and".
        let goes_on = c.after.is_some_and(|a| !a.is_whitespace()) || (!next.is_empty() && !is_any(next, &AFTER_CLOSE));
        return Some(if possessive && goes_on {
            Role::WeakClose
        } else {
            Role::Close
        });
    }
    Some(Role::Either)
}

/// "'re-elect me'" is no elision.
fn hyphen_after(source: &str, at: usize) -> bool {
    source.get(at..).is_some_and(|rest| rest.starts_with('-'))
}

/// "'90s", "'00s".
fn decade(next: &str) -> bool {
    let digits = next.trim_end_matches(['s', 'S']);
    digits.len() < next.len() && digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit())
}

fn is_any(word: &str, list: &[&str]) -> bool {
    word.len() <= 12 && list.iter().any(|l| l.eq_ignore_ascii_case(word))
}

/// The letters and digits after `at`, past white space and other marks; at most 16 bytes are looked at.
fn word_after(source: &str, block: Span, at: usize) -> &str {
    let rest = &source[at..block.end as usize];
    let start = rest
        .char_indices()
        .take(6)
        .find(|(_, c)| !c.is_whitespace() && !is_mark(*c))
        .map_or(rest.len(), |(i, _)| i);
    let rest = &rest[start..];
    let end = rest
        .char_indices()
        .take(16)
        .take_while(|(_, c)| c.is_alphanumeric())
        .last()
        .map_or(0, |(i, c)| i + c.len_utf8());
    &rest[..end]
}

/// The letters before `at`, at most 16 of them.
fn word_before(source: &str, block: Span, at: usize) -> &str {
    let mut before = &source[block.start as usize..at];
    for _ in 0..3 {
        before = before.strip_suffix(is_mark).unwrap_or(before);
    }
    let start = before
        .char_indices()
        .rev()
        .take(16)
        .take_while(|(_, c)| c.is_alphanumeric())
        .last()
        .map_or(before.len(), |(i, _)| i);
    &before[start..]
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '“' | '”' | '„' | '\'' | '‘' | '’' | '‚' | '`' | '«' | '»' | '‹' | '›'
    )
}
