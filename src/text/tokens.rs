//! Tokens: words, numbers, marks, addresses.

use super::addresses::{domain_at, email_at, url_at};
use super::characters::{
    char_at, fold_into, is_apostrophe, is_blank, is_invisible, is_line_end, is_mark, is_word, opens_with_commas,
};
use super::{Case, Token, TokenKind};
use crate::analysis::{BlockId, Span};
use crate::lexicon::abbreviations::{self, Class};

/// Cuts the block at `span` into tokens. `intern` numbers the forms.
pub(super) fn cut(source: &str, span: Span, block: BlockId, out: &mut Vec<Token>, mut intern: impl FnMut(&str) -> u32) {
    let text = span.of(source);
    let base = span.start as usize;
    let first = out.len();
    let has_at = text.as_bytes().contains(&b'@');
    let mut form = String::new();
    let mut at = 0;
    let mut space_before = true;
    while let Some((c, len)) = char_at(text, at) {
        if is_blank(c) {
            space_before |= !is_invisible(c);
            at += len;
            continue;
        }
        let after_comma = out[first..].last().is_some_and(|t| t.span.of(source) == ",");
        let (len, kind) = match drop_cap(text, at) {
            Some(len) => (len, TokenKind::Word),
            None => token_at(text, at, c, has_at, after_comma),
        };
        let case = read_form(&text[at..at + len], &mut form);
        out.push(Token {
            span: Span::new(base + at, base + at + len),
            kind,
            form: intern(&form),
            case,
            space_before,
            block,
        });
        space_before = false;
        at += len;
    }
}

/// The length and kind of the token that begins at `at` with the character `c`.
fn token_at(text: &str, at: usize, c: char, has_at: bool, after_comma: bool) -> (usize, TokenKind) {
    if c.is_numeric() {
        if has_at && let Some(len) = email_at(text, at) {
            return (len, TokenKind::Email);
        }
        return (number_end(text, at) - at, TokenKind::Number);
    }
    if is_word(c) {
        if has_at && let Some(len) = email_at(text, at) {
            return (len, TokenKind::Email);
        }
        if matches!(c, 'h' | 'w' | 'H' | 'W')
            && let Some(len) = url_at(&text[at..])
        {
            return (len, TokenKind::Url);
        }
        let end = word_end(text, at);
        if text[end..].starts_with('.') {
            if let Some((len, kind)) = domain_at(text, at, end) {
                return (len, kind);
            }
            if let Some(end) = stop_kept(text, at, end, after_comma) {
                return (end - at, TokenKind::Word);
            }
        }
        return (end - at, TokenKind::Word);
    }
    let (_, len) = char_at(text, at).unwrap_or((c, 1));
    if is_apostrophe(c) {
        let glued = text[..at].chars().next_back().is_some_and(|c| is_word(c) || c == ';');
        if glued && let After::Clitic(end) = after_apostrophe(text, at + len) {
            return (end - at, TokenKind::Word);
        }
        return (len, TokenKind::Mark);
    }
    if is_mark(c) {
        return (len, TokenKind::Mark);
    }
    match c {
        '@' | '#' => {
            let glued = text[..at].chars().next_back().is_some_and(is_word);
            let name = &text[at + 1..];
            let mut end = name.find(|c: char| !is_word(c) && c != '_').unwrap_or(name.len());
            if c == '@' {
                // Handles of federated networks hold dots: "@moor.example.social".
                while name[end..].starts_with('.') && name[end + 1..].starts_with(|c: char| c.is_ascii_lowercase()) {
                    let label = &name[end + 1..];
                    end += 1 + label.find(|c: char| !is_word(c) && c != '-').unwrap_or(label.len());
                }
            }
            if glued || !name[..end].contains(|c: char| c.is_alphabetic()) {
                (1, TokenKind::Symbol)
            } else if c == '@' {
                (1 + end, TokenKind::Handle)
            } else {
                (1 + end, TokenKind::Hashtag)
            }
        }
        // An ellipsis or a typewriter's dash is one token.
        '.' | '-' => {
            let rest = &text[at..];
            (rest.len() - rest.trim_start_matches(c).len(), TokenKind::Punctuation)
        }
        ',' if opens_with_commas(text, at) => (2, TokenKind::Mark),
        _ if is_symbol(c) => (len, TokenKind::Symbol),
        _ => (len, TokenKind::Punctuation),
    }
}

fn is_symbol(c: char) -> bool {
    match c {
        '$' | '%' | '+' | '=' | '<' | '>' | '|' | '~' | '^' | '&' | '*' => true,
        '•' | '‣' | '†' | '‡' | '§' | '¶' => true,
        // General and CJK punctuation.
        '\u{2010}'..='\u{205e}' | '\u{3000}'..='\u{303f}' | '¡' | '¿' | '·' => false,
        _ => c as u32 >= 0xa0,
    }
}

/// Where the word ends that begins at `at`. Clitics ("'s", "n't") and the other parts of a hyphenated word are words
/// of their own; a word divided at the end of a line ("negotia-", "tions") is one.
fn word_end(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut letters = 0;
    let mut last = (' ', 0);
    while let Some((c, len)) = char_at(text, end) {
        if is_word(c) {
            if letters >= 3 && c.is_uppercase() && last.0.is_lowercase() && begins_sentence(&text[end..]) {
                break;
            }
            // "n’t" is a token of its own.
            if letters == 0
                && matches!(c, 'n' | 'N')
                && let Some(end) = negation_at(text, end)
            {
                return end;
            }
            end += len;
            last = (c, len);
            letters += 1;
        } else if is_apostrophe(c) {
            match after_apostrophe(text, end + len) {
                After::Negation if matches!(last.0, 'n' | 'N') && letters > 1 => return end - last.1,
                // "O’Brien", "o'clock"; but not the smashed `plan’The` and `the‘reckless’`.
                After::Letter(next)
                    if (c != '‘' || letters == 1) && !(letters > 2 && last.0.is_lowercase() && next.is_uppercase()) =>
                {
                    end += len;
                }
                _ => break,
            }
        } else if c == '-'
            && let Some(next) = line_break_after(text, end + 1)
            && !stays_hyphenated(&text[at..end])
        {
            end = next;
        } else if is_invisible(c) && next_is_word(text, end + len) {
            end += len;
        } else {
            break;
        }
    }
    end
}

enum After {
    /// "'s", "’re" and the like, and where it ends.
    Clitic(usize),
    /// "'t".
    Negation,
    /// More of the word.
    Letter(char),
    Nothing,
}

/// What follows an apostrophe that ends before `at`.
fn after_apostrophe(text: &str, at: usize) -> After {
    let mut letters = ['\0'; 3];
    let mut ends = at;
    let mut n = 0;
    let mut i = at;
    while n < 3
        && let Some((c, len)) = char_at(text, i)
        && is_word(c)
    {
        letters[n] = c.to_ascii_lowercase();
        i += len;
        n += 1;
        ends = i;
    }
    let first = char_at(text, at).map_or('\0', |c| c.0);
    match &letters[..n] {
        [] => After::Nothing,
        ['s' | 'd' | 'm'] | ['r' | 'v', 'e'] | ['l', 'l'] => After::Clitic(ends),
        ['t'] => After::Negation,
        _ if first.is_alphabetic() => After::Letter(first),
        _ => After::Nothing,
    }
}

/// "n’t" at `at`, and where it ends.
fn negation_at(text: &str, at: usize) -> Option<usize> {
    let (apostrophe, len) = char_at(text, at + 1)?;
    (is_apostrophe(apostrophe) && matches!(after_apostrophe(text, at + 1 + len), After::Negation))
        .then_some(at + 2 + len)
}

/// A word that is smashed onto the one before it by copying: "MoorThe harbour".
fn begins_sentence(rest: &str) -> bool {
    let word = &rest[..rest.find(|c: char| !is_word(c)).unwrap_or(rest.len())];
    matches!(
        word,
        "The" | "This" | "These" | "They" | "There" | "But" | "However" | "When" | "While" | "Meanwhile" | "According"
    )
}

fn next_is_word(text: &str, mut at: usize) -> bool {
    while let Some((c, len)) = char_at(text, at) {
        if !is_invisible(c) {
            return is_word(c);
        }
        at += len;
    }
    false
}

/// Only white space with one line end from `at` to a lower-case letter: where that letter is.
fn line_break_after(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let skipped = rest.len() - rest.trim_start().len();
    (rest[..skipped].contains(is_line_end) && rest[skipped..].starts_with(char::is_lowercase)).then_some(at + skipped)
}

/// The hyphen after this part belongs to the word wherever the line breaks: "long-term", "self-made".
fn stays_hyphenated(part: &str) -> bool {
    const PARTS: [&str; 30] = [
        "all", "anti", "cross", "ex", "far", "first", "five", "four", "full", "half", "hard", "high", "ill", "large",
        "left", "long", "low", "mid", "near", "non", "one", "self", "short", "six", "so", "three", "two", "vice",
        "well", "year",
    ];
    PARTS.iter().any(|p| part.eq_ignore_ascii_case(p))
}

/// The stop after the word at `at..end` belongs to it, where it is an abbreviation or an initial: the new end.
fn stop_kept(text: &str, at: usize, end: usize, after_comma: bool) -> Option<usize> {
    let word = &text[at..end];
    if word.len() <= 2 && word.chars().count() == 1 {
        return initials_end(text, at, end);
    }
    if word == "Ph" && text[end..].starts_with(".D") {
        return Some(end + 2 + usize::from(text[end + 2..].starts_with('.')));
    }
    let class = abbreviations::class(word)?;
    let capital = word.starts_with(char::is_uppercase);
    let after = text[end + 1..].trim_start();
    let next = after.chars().next();
    let digit = next.is_some_and(char::is_numeric);
    // A full stop would be followed by a capital or by nothing.
    let goes_on = next.is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ';' | ')' | '-' | '–' | '—'));
    let kept = match class {
        Class::Always => true,
        Class::Company => capital,
        Class::Title => capital && next.is_some_and(|c| c.is_alphabetic() || is_mark(c)),
        Class::Number => digit,
        Class::Month => capital && (digit || goes_on),
        Class::State => capital && (after_comma || goes_on),
    };
    kept.then_some(end + 1)
}

/// "U.S.", "a.m.", "J." before a name: the end of the run of single letters with stops.
fn initials_end(text: &str, at: usize, letter_end: usize) -> Option<usize> {
    let mut end = letter_end;
    let mut letters = 1;
    // `end` stands after a letter, before a stop.
    while let Some((c, len)) = char_at(text, end + 1)
        && c.is_alphabetic()
        && !char_at(text, end + 1 + len).is_some_and(|(c, _)| is_word(c))
    {
        end += 1 + len;
        letters += 1;
        if !text[end..].starts_with('.') {
            return Some(end);
        }
    }
    if letters > 1 {
        return Some(end + 1);
    }
    if !text[at..letter_end].starts_with(char::is_uppercase) {
        return None;
    }
    // One initial: a name goes on after it. "Plan B. The mayor" and "So did I. Later" end sentences.
    let after = text[end + 1..].trim_start();
    let word = &after[..after.find(|c: char| !is_word(c)).unwrap_or(after.len())];
    let name = word.starts_with(char::is_uppercase) && !abbreviations::starts_sentence(word);
    (name || after.starts_with(',')).then_some(end + 1)
}

fn number_end(text: &str, at: usize) -> usize {
    let mut end = at;
    while let Some((c, len)) = char_at(text, end) {
        let inner = matches!(c, '.' | ',' | ':') && char_at(text, end + 1).is_some_and(|(c, _)| c.is_numeric());
        if !is_word(c) && !inner && !c.is_numeric() {
            break;
        }
        end += len;
    }
    end
}

/// A drop cap and the rest of its word at the start of a block: "T he mayor", or the letter on a line of its own.
fn drop_cap(text: &str, at: usize) -> Option<usize> {
    if at != 0 {
        return None;
    }
    let first = text.chars().next()?;
    if !first.is_uppercase() {
        return None;
    }
    let after = &text[first.len_utf8()..];
    let rest = after.trim_start();
    let gap = after.len() - rest.len();
    let own_line = after[..gap].contains(is_line_end);
    let word = &rest[..rest.find(|c: char| !is_word(c)).unwrap_or(rest.len())];
    // "A" and "I" are words too, and "X" a name: those only where the whole is a known opening word.
    let letter_only = !matches!(first, 'A' | 'I' | 'O' | 'X') && own_line && word.starts_with(char::is_lowercase);
    (gap > 0 && !word.is_empty() && (letter_only || abbreviations::has_drop_cap(first, word)))
        .then_some(first.len_utf8() + gap + word.len())
}

/// Puts the form of a token into `form` and returns its case.
fn read_form(word: &str, form: &mut String) -> Case {
    form.clear();
    let (mut first_upper, mut letters, mut upper, mut lower) = (false, 0, 0, 0);
    let mut at = 0;
    while let Some((c, len)) = char_at(word, at) {
        let skip = is_blank(c) || (c == '-' && len < word.len() - at && line_break_after(word, at + 1).is_some());
        if !skip {
            if c.is_alphabetic() {
                let is_upper = c.is_uppercase();
                if letters == 0 {
                    first_upper = is_upper;
                }
                letters += 1;
                upper += u32::from(is_upper);
                lower += u32::from(c.is_lowercase());
            }
            fold_into(form, c);
        }
        at += len;
    }
    match (letters, first_upper, upper, lower) {
        (_, _, 0, 0) => Case::None,
        (_, false, 0, _) => Case::Lower,
        (_, true, 1, _) => Case::Capitalised,
        (_, true, _, 0) => Case::Upper,
        _ => Case::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use crate::text::read;

    /// The tokens, a "|" between them; with the form in brackets where it is more than the word in lower case.
    fn check(source: &str, expected: &str) {
        let text = read(source, &[]);
        let shown: Vec<String> = (0..text.tokens.len())
            .map(|i| {
                let (word, form) = (text.word(i), text.form(i));
                if word.to_lowercase() == form {
                    word.to_string()
                } else {
                    format!("{}[{form}]", word.replace('\n', "⏎"))
                }
            })
            .collect();
        assert_eq!(shown.join("|"), expected);
    }

    #[test]
    fn clitics_stand_alone() {
        check("Moor's crew don't know", "Moor|'s|crew|do|n't|know");
        check("They’re here; we'll see", "They|’re['re]|here|;|we|'ll|see");
        check("the workers' union", "the|workers|'|union");
        check("CAN'T WON'T", "CA|N'T|WO|N'T");
        check("the 1980's", "the|1980|'s");
    }

    #[test]
    fn an_apostrophe_inside_a_name_stays() {
        check("O’Brien’s o'clock", "O’Brien[o'brien]|’s['s]|o'clock");
        check("Xi'an and D'Artagnan", "Xi'an|and|D'Artagnan");
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        check("Mr. Moor of the U.S. at 9 a.m.", "Mr.|Moor|of|the|U.S.|at|9|a.m.");
        check("AUBURN, Wash. — On Jan. 6", "AUBURN|,|Wash.|—|On|Jan.|6");
        check("Plan B. The wash.", "Plan|B|.|The|wash|.");
        check("J.K. Orr and T. Ade", "J.K.|Orr|and|T.|Ade");
        check("No. 5 said no. Sun.", "No.|5|said|no|.|Sun|.");
        check("Dr. Orr, Ph.D., of Acme Inc.", "Dr.|Orr|,|Ph.D.|,|of|Acme|Inc.");
    }

    #[test]
    fn hyphenated_words_are_cut_but_divided_ones_joined() {
        check("a long-term plan", "a|long|-|term|plan");
        check(
            "The talks on the future of the harbour were long, and the two sides' negotia-\ntions ended.",
            "The|talks|on|the|future|of|the|harbour|were|long|,|and|the|two|sides|'|negotia-⏎tions[negotiations]|ended|.",
        );
        check("co\u{ad}operation", "co\u{ad}operation[cooperation]");
    }

    #[test]
    fn numbers_keep_their_separators() {
        check("1,000.5 and 9:30, 21st", "1,000.5|and|9:30|,|21st");
        check("$5bn, 3.5%.", "$|5bn|,|3.5|%|.");
    }

    #[test]
    fn addresses_are_one_token() {
        check("See https://quay.example/a?b=1.", "See|https://quay.example/a?b=1|.");
        check("quay.co.uk/x, Quayside.com", "quay.co.uk/x|,|Quayside.com");
        check("Mail ana.ruiz@quay.example.", "Mail|ana.ruiz@quay.example|.");
        check("(@anaruiz) #PortStrike #1", "(|@anaruiz|)|#PortStrike|#|1");
        check("pic.twitter.com/aBc1", "pic.twitter.com/aBc1");
    }

    #[test]
    fn entities_are_read_and_kept() {
        check(
            "AT&amp;T&#8217;s &quot;plan&quot;",
            "AT|&amp;[&]|T|&#8217;s['s]|&quot;[\"]|plan|&quot;[\"]",
        );
        check("Moor&nbsp;said", "Moor|said");
    }

    #[test]
    fn smashed_words_come_apart() {
        check("it said.“We go", "it|said|.|“|We|go");
        check("by Ana MoorThe mayor left", "by|Ana|Moor|The|mayor|left");
        check("McDonald of YouTube", "McDonald|of|YouTube");
    }

    #[test]
    fn drop_caps_join_their_word() {
        check("T he mayor left", "T he[the]|mayor|left");
        check("T\nhe mayor left", "T⏎he[the]|mayor|left");
        check("W\norkmen left the harbour.", "W⏎orkmen[workmen]|left|the|harbour|.");
        check("A man left", "A|man|left");
    }

    #[test]
    fn invisible_characters_are_no_part_of_a_form() {
        check(
            "\u{feff}zero\u{200b}width \u{2060}an",
            "zero\u{200b}width[zerowidth]|an",
        );
        check("ﬁnal", "ﬁnal[final]");
    }
}
