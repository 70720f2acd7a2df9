//! Numbers in figures and words, with what multiplies them: "262 million", "3bn", "twenty-five".

use super::Stretch;
use crate::text::TokenKind;

/// No number in words is longer, in tokens.
const LONGEST: usize = 8;

/// A number that was read.
pub(super) struct Number<'a> {
    pub start: usize,
    pub end: usize,
    /// The letters that its figures end with: "km" of "12km".
    pub glued: &'a str,
    pub in_figures: bool,
}

/// The number that begins at `t`.
pub(super) fn read<'a>(line: Stretch<'a>, t: usize) -> Option<Number<'a>> {
    if line.text.tokens[t].kind == TokenKind::Number {
        let form = line.form(t);
        let figures = form.trim_end_matches(|c: char| c.is_alphabetic());
        let glued = &form[figures.len()..];
        let mut end = t + 1;
        if glued.is_empty() {
            while is_scale(line.form(end)) {
                end += 1;
            }
        }
        return Some(Number {
            start: t,
            end,
            glued,
            in_figures: true,
        });
    }
    let first = line.form(t);
    if !(is_number_word(first) || matches!(first, "a" | "half") && is_scale(line.form(t + 1))) {
        return None;
    }
    let mut end = t + 1;
    while end < t + LONGEST {
        if is_number_word(line.form(end)) || is_scale(line.form(end)) {
            end += 1;
        } else if matches!(line.form(end), "-" | "and" | "a") && is_number_word(line.form(end + 1)) {
            end += 2;
        } else {
            break;
        }
    }
    Some(Number {
        start: t,
        end,
        glued: "",
        in_figures: false,
    })
}

/// What multiplies a number, glued to it or as a word.
pub(super) fn is_scale(form: &str) -> bool {
    matches!(
        form,
        "hundred"
            | "thousand"
            | "million"
            | "billion"
            | "trillion"
            | "crore"
            | "lakh"
            | "bn"
            | "mn"
            | "tn"
            | "mln"
            | "bln"
    )
}

fn is_number_word(form: &str) -> bool {
    matches!(
        form,
        "one"
            | "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "eleven"
            | "twelve"
            | "thirteen"
            | "fourteen"
            | "fifteen"
            | "sixteen"
            | "seventeen"
            | "eighteen"
            | "nineteen"
            | "twenty"
            | "thirty"
            | "forty"
            | "fifty"
            | "sixty"
            | "seventy"
            | "eighty"
            | "ninety"
            | "half"
    )
}
