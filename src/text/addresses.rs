//! Addresses of pages and of mail: each is one token.

use super::TokenKind;

/// "https://…" or "www.…" at the start of `rest`: its length, without the punctuation after it.
pub(super) fn url_at(rest: &str) -> Option<usize> {
    let starts = |prefix: &str| rest.get(..prefix.len()).is_some_and(|p| p.eq_ignore_ascii_case(prefix));
    if !starts("http://") && !starts("https://") && !starts("www.") {
        return None;
    }
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '”' | '“' | '»'))
        .unwrap_or(rest.len());
    let url = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’']);
    (url.len() > 4).then_some(url.len())
}

/// An address without "www.": "quayherald.example/ports", "pic.twitter.com/x". `end` is where its first word ends, at
/// a stop. A capitalised name of this shape ("Quayside.com") is a word.
pub(super) fn domain_at(text: &str, at: usize, end: usize) -> Option<(usize, TokenKind)> {
    const TOP_LEVEL: [&str; 20] = [
        "app", "au", "ca", "co", "com", "de", "edu", "eu", "example", "fr", "gov", "info", "int", "io", "mil", "net",
        "news", "org", "tv", "uk",
    ];
    let bytes = text.as_bytes();
    if !bytes.get(end + 1).is_some_and(u8::is_ascii_lowercase) {
        return None;
    }
    let mut host = end;
    let mut last_label = "";
    while bytes.get(host) == Some(&b'.')
        && let label = text[host + 1..]
            .bytes()
            .take(64)
            .take_while(|b| b.is_ascii_alphanumeric() || *b == b'-')
            .count()
        && label > 0
    {
        last_label = &text[host + 1..host + 1 + label];
        host += 1 + label;
    }
    if TOP_LEVEL
        .binary_search(&last_label.to_ascii_lowercase().as_str())
        .is_err()
    {
        return None;
    }
    if bytes.get(host) == Some(&b'/') {
        let path = &text[host..];
        let len = path
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '”' | '“' | '»'))
            .unwrap_or(path.len());
        let path = path[..len].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’']);
        return Some((host + path.len() - at, TokenKind::Url));
    }
    let capital = bytes[at].is_ascii_uppercase();
    Some((host - at, if capital { TokenKind::Word } else { TokenKind::Url }))
}

/// An e-mail address at `at`: its length.
pub(super) fn email_at(text: &str, at: usize) -> Option<usize> {
    let rest = &text.as_bytes()[at..];
    let inner = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%');
    let local = rest.iter().take(65).take_while(|&&b| inner(b)).count();
    if rest.get(local) != Some(&b'@') {
        return None;
    }
    let host = &rest[local + 1..];
    let mut len = host
        .iter()
        .take(255)
        .take_while(|&&b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
        .count();
    while len > 0 && !host[len - 1].is_ascii_alphanumeric() {
        len -= 1;
    }
    host[..len].contains(&b'.').then_some(local + 1 + len)
}
