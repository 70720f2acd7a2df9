//! Sums of money: a sign or a code before the number, or a currency after it.

use super::number::is_scale;
use super::{Number, Stretch};
use crate::text::TokenKind;

/// The first token and the end of the sum around the number.
pub(super) fn around(line: Stretch, number: &Number) -> Option<(usize, usize)> {
    let scaled = number.glued.is_empty() || is_scale(number.glued) || matches!(number.glued, "m" | "b" | "k" | "t");
    if number.start > line.start && number.in_figures && scaled {
        let before = number.start - 1;
        let glued = !line.text.tokens[number.start].space_before;
        if glued && is_sign(line.form(before)) {
            return Some((with_country(line, before), with_short_scale(line, number.end)));
        }
        if is_code(line.form(before)) && line.text.tokens[before].case.is_capital() {
            return Some((before, with_short_scale(line, number.end)));
        }
    }
    if matches!(number.glued, "p" | "c") && number.in_figures && !line.form(number.start).contains(':') {
        return None;
    }
    // "12 million dollars", "10 Canadian dollars".
    let mut at = number.end;
    if scaled && line.form(at) == "-" {
        at += 1;
    }
    if at < line.end && line.text.tokens[at].kind == TokenKind::Word && line.text.tokens[at].case.is_capital() {
        at += 1;
    }
    (scaled && is_currency(line.form(at))).then_some((number.start, at + 1))
}

/// "$5 m", "$5 k".
fn with_short_scale(line: Stretch, end: usize) -> usize {
    let short = matches!(line.form(end), "m" | "b" | "k" | "bn" | "tn" | "mn");
    if short { end + 1 } else { end }
}

/// "US$", "A$": the letters belong to the sign.
fn with_country(line: Stretch, sign: usize) -> usize {
    let letters = sign > line.start
        && !line.text.tokens[sign].space_before
        && matches!(
            line.form(sign - 1),
            "us" | "a" | "au" | "c" | "ca" | "hk" | "nz" | "s" | "r" | "nt" | "u.s"
        );
    if letters { sign - 1 } else { sign }
}

fn is_sign(form: &str) -> bool {
    matches!(
        form,
        "$" | "£"
            | "€"
            | "¥"
            | "₹"
            | "₦"
            | "₩"
            | "₽"
            | "₺"
            | "₱"
            | "₴"
            | "₫"
            | "฿"
            | "₪"
            | "us$"
            | "a$"
            | "c$"
            | "hk$"
            | "nz$"
    )
}

fn is_code(form: &str) -> bool {
    matches!(
        form,
        "rs" | "usd"
            | "eur"
            | "gbp"
            | "inr"
            | "aud"
            | "cad"
            | "chf"
            | "jpy"
            | "cny"
            | "rmb"
            | "sgd"
            | "zar"
            | "ngn"
            | "kes"
            | "ksh"
            | "sh"
            | "shs"
            | "rm"
            | "idr"
            | "php"
            | "rp"
            | "aed"
            | "sek"
            | "nok"
            | "dkk"
    )
}

/// Not "won", which is rather a verb, nor "rand" and "real", which are other words too.
fn is_currency(form: &str) -> bool {
    matches!(
        form,
        "dollar"
            | "dollars"
            | "euro"
            | "euros"
            | "pounds"
            | "yen"
            | "yuan"
            | "renminbi"
            | "rupee"
            | "rupees"
            | "rupiah"
            | "ringgit"
            | "baht"
            | "naira"
            | "shillings"
            | "francs"
            | "pesos"
            | "reais"
            | "roubles"
            | "rubles"
            | "hryvnia"
            | "hryvnias"
            | "zloty"
            | "lira"
            | "liras"
            | "dirhams"
            | "riyals"
            | "dinars"
            | "shekels"
            | "kronor"
            | "kroner"
            | "kronas"
            | "forints"
            | "taka"
            | "cedis"
            | "cents"
            | "pence"
            | "usd"
            | "eur"
    )
}
