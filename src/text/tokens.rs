//! Tokens.

use super::{Case, Token, TokenKind};
use crate::analysis::{BlockId, Span};

const CLITICS: [&str; 7] = ["s", "re", "ve", "ll", "d", "m", "t"];

/// Cuts the block at `span` into tokens. `intern` numbers the lower-cased forms.
pub(super) fn cut(source: &str, span: Span, block: BlockId, out: &mut Vec<Token>, mut intern: impl FnMut(&str) -> u32) {
    let text = span.of(source);
    let base = span.start as usize;
    let mut at = 0;
    let mut space_before = true;
    while at < text.len() {
        let c = text[at..].chars().next().unwrap();
        if c.is_whitespace() {
            at += c.len_utf8();
            space_before = true;
            continue;
        }
        let (len, kind) = token_at(text, at);
        let word = &text[at..at + len];
        let form = word.to_lowercase().replace('’', "'");
        out.push(Token {
            span: Span::new(base + at, base + at + len),
            kind,
            form: intern(&form),
            case: case_of(word),
            space_before,
            block,
        });
        space_before = false;
        at += len;
    }
}

fn token_at(text: &str, at: usize) -> (usize, TokenKind) {
    let rest = &text[at..];
    let c = rest.chars().next().unwrap();
    if c.is_alphabetic() {
        let len = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        // "n't" splits off before its n.
        let after = &rest[len..];
        if rest[..len].ends_with('n') && len > 1 && (after.starts_with("'t") || after.starts_with("’t")) {
            return (len - 1, TokenKind::Word);
        }
        if rest[..len].eq_ignore_ascii_case("n") && (after.starts_with("'t") || after.starts_with("’t")) {
            return (len + after.chars().next().unwrap().len_utf8() + 1, TokenKind::Word);
        }
        // Initials keep their stops: "U.S.", "J.".
        let mut end = len;
        if rest[..len].chars().count() == 1 {
            while rest[end..].starts_with('.') && rest[end + 1..].chars().next().is_some_and(|c| c.is_alphabetic()) {
                let letter = rest[end + 1..].chars().next().unwrap().len_utf8();
                if rest[end + 1 + letter..].starts_with(|c: char| c.is_alphanumeric()) {
                    break;
                }
                end += 1 + letter;
            }
            if rest[end..].starts_with('.') && rest[..len].chars().all(char::is_uppercase) {
                end += 1;
            }
        } else if rest[end..].starts_with('.')
            && [
                "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "st", "jr", "sr", "lt", "col", "prof", "rev",
            ]
            .iter()
            .any(|a| rest[..len].eq_ignore_ascii_case(a))
        {
            end += 1;
        }
        return (end, TokenKind::Word);
    }
    if c.is_numeric() {
        let mut end = 0;
        let mut chars = rest.char_indices().peekable();
        while let Some((i, c)) = chars.next() {
            let inner = matches!(c, '.' | ',' | ':') && chars.peek().is_some_and(|(_, c)| c.is_numeric());
            if !c.is_alphanumeric() && !inner {
                break;
            }
            end = i + c.len_utf8();
        }
        return (end, TokenKind::Number);
    }
    if matches!(c, '\'' | '’') {
        let after = &rest[c.len_utf8()..];
        let len = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
        let glued = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        if glued && CLITICS.iter().any(|w| after[..len].eq_ignore_ascii_case(w)) {
            return (c.len_utf8() + len, TokenKind::Word);
        }
        return (c.len_utf8(), TokenKind::Mark);
    }
    let kind = match c {
        '"' | '“' | '”' | '„' | '‟' | '‘' | '‚' | '‛' | '«' | '»' | '`' | '「' | '」' | '『' | '』' => {
            TokenKind::Mark
        }
        '$' | '£' | '€' | '¥' | '%' | '+' | '=' | '<' | '>' | '|' | '~' | '^' | '°' => TokenKind::Symbol,
        _ => TokenKind::Punctuation,
    };
    if c == '.' {
        return (rest.len() - rest.trim_start_matches('.').len(), kind);
    }
    (c.len_utf8(), kind)
}

fn case_of(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::None };
    let (mut upper, mut lower) = (0, 0);
    for c in letters {
        if c.is_uppercase() {
            upper += 1;
        } else if c.is_lowercase() {
            lower += 1;
        }
    }
    match (first.is_uppercase(), upper, lower) {
        (false, 0, _) if first.is_lowercase() => Case::Lower,
        (false, 0, 0) => Case::None,
        (true, 0, _) => Case::Capitalised,
        (true, _, 0) => Case::Upper,
        _ => Case::Mixed,
    }
}
