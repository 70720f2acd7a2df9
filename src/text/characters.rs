//! Characters as the reader means them: HTML entities decoded, look-alikes folded, invisible ones left out.

use unicode_normalization::char::compose;

/// The character at byte `at` and the bytes it takes. An HTML entity ("&amp;", "&#8217;") counts as the character it
/// stands for: pasted text often holds them undecoded.
#[inline]
pub(crate) fn char_at(text: &str, at: usize) -> Option<(char, usize)> {
    let byte = *text.as_bytes().get(at)?;
    if byte == b'&' {
        return Some(entity_at(text, at).unwrap_or(('&', 1)));
    }
    if byte < 0x80 {
        return Some((byte as char, 1));
    }
    let c = text[at..].chars().next()?;
    Some((c, c.len_utf8()))
}

/// The HTML entity at `at`, where there is one.
fn entity_at(text: &str, at: usize) -> Option<(char, usize)> {
    let rest = &text.as_bytes()[at + 1..];
    let end = rest.iter().take(10).position(|&b| b == b';')?;
    let name = text.get(at + 1..at + 1 + end)?;
    let c = named(name)?;
    if c == '&' {
        // Escaped twice: "&amp;quot;".
        let again = rest[end + 1..].iter().take(10).position(|&b| b == b';');
        let name = again.and_then(|again| text.get(at + end + 2..at + end + 2 + again));
        if let Some(name) = name
            && let Some(c) = named(name)
        {
            return Some((c, end + 2 + name.len() + 1));
        }
    }
    Some((c, end + 2))
}

/// What the entity of this name or number stands for. "quot", "#8217"
fn named(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return ENTITIES.iter().find(|(n, _)| *n == name).map(|(_, c)| *c);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    from_windows_1252(code).or_else(|| char::from_u32(code))
}

/// The entities that turn up undecoded in news text.
const ENTITIES: [(&str, char); 48] = [
    ("amp", '&'),
    ("quot", '"'),
    ("apos", '\''),
    ("lt", '<'),
    ("gt", '>'),
    ("nbsp", '\u{a0}'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("sbquo", '‚'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("shy", '\u{ad}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("pound", '£'),
    ("euro", '€'),
    ("cent", '¢'),
    ("yen", '¥'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("deg", '°'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("ecirc", 'ê'),
    ("aacute", 'á'),
    ("agrave", 'à'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("iacute", 'í'),
    ("oacute", 'ó'),
    ("uacute", 'ú'),
    ("ntilde", 'ñ'),
    ("ccedil", 'ç'),
];

/// What browsers show for "&#146;": the C1 codes mean Windows-1252.
fn from_windows_1252(code: u32) -> Option<char> {
    Some(match code {
        0x80 => '€',
        0x82 => '‚',
        0x84 => '„',
        0x85 => '…',
        0x8b => '‹',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x95 => '•',
        0x96 => '–',
        0x97 => '—',
        0x9b => '›',
        _ => return None,
    })
}

/// Takes no room on the page: zero-width characters, soft hyphens, marks of direction, control characters.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
        || (is_control(c))
}

/// A control character that has no business in a text.
pub(super) fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}')
}

/// Ends a line.
pub(super) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// White space, or nothing to see.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// Part of a word: letters, digits, combining marks.
#[inline]
pub(super) fn is_word(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric()
    } else {
        c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{93c}'..='\u{94d}')
    }
}

/// An apostrophe, in any of the shapes that stand for one.
#[inline]
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '＇' | '´')
}

/// A quotation mark or an apostrophe.
pub(super) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '`'
            | '´'
            | 'ʼ'
            | '＂'
            | '＇'
            | '「'
            | '」'
            | '『'
            | '』'
            | '〝'
            | '〞'
            | '″'
            | '′'
            | '❝'
            | '❞'
            | '❛'
            | '❜'
    )
}

/// Two commas that stand for a low opening mark: ",,We go''", not "he left,, and", "1,,000".
pub(crate) fn opens_with_commas(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    text[at..].starts_with(",,")
        && before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | ':') || is_mark(c))
        && text[at + 2..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '…' | '[') || is_mark(c))
}

/// Adds `c` to a token's form: lower case, straight apostrophes, ligatures taken apart, invisible characters left out.
#[inline]
pub(super) fn fold_into(form: &mut String, c: char) {
    if c.is_ascii() {
        form.push(c.to_ascii_lowercase());
    } else if matches!(c, '’' | '‘' | 'ʼ' | '＇' | '´') {
        form.push('\'');
    } else if is_invisible(c) {
    } else if is_combining(c) {
        // "e" and an accent are the letter "é": José is one person however he is typed.
        let composed = form.chars().next_back().and_then(|last| compose(last, c));
        if let Some(composed) = composed {
            form.pop();
            form.push(composed);
        } else {
            form.push(c);
        }
    } else if let Some(letters) = ligature(c) {
        form.push_str(letters);
    } else {
        form.extend(c.to_lowercase());
    }
}

/// An accent that stands over the letter before it.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}')
}

fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_count_as_what_they_stand_for() {
        for (source, c, len) in [
            ("&amp;", '&', 5),
            ("&#8217;s", '’', 7),
            ("&#x2019;", '’', 8),
            ("&#146;", '’', 6),
            ("&amp;quot;We", '"', 10),
            ("&amp;c;", '&', 5),
            ("&nbsp;x", '\u{a0}', 6),
            ("& co;", '&', 1),
            ("&nonsense;", '&', 1),
            ("&#99999999;", '&', 1),
            ("é", 'é', 2),
        ] {
            assert_eq!(char_at(source, 0), Some((c, len)), "{source}");
        }
        assert_eq!(char_at("", 0), None);
    }
}
