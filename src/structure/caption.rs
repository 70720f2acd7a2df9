//! Captions and credits.

use super::view::View;
use super::{Label, byline};
use crate::analysis::{BlockKind, BlockRule};
use crate::dates;
use crate::text::{Case, Text, TokenKind};

/// A credit in the line: "… Photograph: J. Orr/Agency", "(AP Photo/J. Orr)", "Credit: Quay Images".
pub(super) fn by_credit(text: &Text, view: &View) -> Option<Label> {
    let at = credit_start(text, view)?;
    let before = view.words[..at].trim();
    Some(if before.split_whitespace().count() < 3 {
        (BlockKind::Credit, BlockRule::OnlyCredit)
    } else {
        (BlockKind::Caption, BlockRule::EndsWithCredit)
    })
}

/// Where the credit begins in the line.
fn credit_start(text: &Text, view: &View) -> Option<usize> {
    if view.chars >= 600 {
        return None;
    }
    let words = view.words;
    // A sign of a credit near the end of the line, with a short rest.
    const SIGNS: [(&str, usize); 42] = [
        ("(AP Photo", 90),
        ("AP Photo/", 60),
        ("(Photo", 120),
        ("[Photo", 120),
        ("(Image", 90),
        ("[Image", 90),
        ("Photo: ", 60),
        ("Photo by ", 90),
        ("Photo credit", 80),
        ("Photograph: ", 70),
        ("PHOTO: ", 60),
        ("Photos: ", 60),
        ("Picture: ", 60),
        ("Pic: ", 50),
        ("Image: ", 60),
        ("IMAGE: ", 60),
        ("Credit: ", 80),
        ("CREDIT: ", 80),
        ("Credit…", 60),
        ("Courtesy of ", 70),
        ("Courtesy: ", 60),
        ("Image credit", 70),
        ("Image source", 70),
        ("Getty Images", 50),
        ("/Getty", 30),
        ("via Getty", 40),
        ("REUTERS/", 60),
        ("Reuters/", 50),
        ("/Reuters", 20),
        ("via Reuters", 20),
        ("via AP", 20),
        ("/AP", 20),
        ("/AFP", 40),
        ("AFP/", 40),
        ("AFP via", 40),
        ("/EPA", 30),
        ("EPA-EFE", 40),
        ("/Shutterstock", 20),
        ("(Supplied", 40),
        ("(File", 30),
        ("File Photo", 20),
        ("(Courtesy", 90),
    ];
    let cut = words.char_indices().rev().nth(150).map_or(0, |(i, _)| i);
    let end = &words[cut..];
    // Most lines hold none of these, and then no sign either.
    let possible = end.contains(['(', '[', '/', ':', '…'])
        || ["Photo", "Courtesy", "Image", "Getty", "via ", "AFP", "EPA"]
            .iter()
            .any(|o| end.contains(o));
    let sign = SIGNS
        .iter()
        .filter(|_| possible)
        .filter_map(|(sign, rest)| end.rfind(sign).map(|at| (at + cut, *rest)))
        .filter(|(at, rest)| words[*at..].chars().count() <= *rest)
        .map(|(at, _)| at)
        .min();
    if let Some(at) = sign {
        // "Jo Orr/Agency": the photographer stands before the stroke.
        let from = words[..at].rfind(['.', '(', '[', '"', '|']).map_or(0, |i| i + 1);
        let name = words[from..at].split_whitespace().count();
        let stroke = words[at..].starts_with('/');
        return Some(if stroke && name <= 5 { from } else { at });
    }
    // "… for about an hour. AP": an agency after the last full stop.
    let tail = words
        .rfind(['.', '!', '?', ')', '”'])
        .map(|i| i + words[i..].chars().next().map_or(1, char::len_utf8))?;
    let rest = words[tail..].trim();
    let key = rest.to_lowercase();
    (!rest.is_empty()
        && rest.chars().count() < 50
        && (byline::is_agency(&key)
            || matches!(
                key.as_str(),
                "getty" | "supplied" | "file" | "handout" | "alamy" | "instagram" | "facebook" | "twitter" | "youtube"
            )))
    .then_some(tail)
    .filter(|_| text.source.len() > view.words.len())
}

/// It describes a picture: who stands where, or one sentence in the present tense with a full date.
///
/// "Ilse Moor greets dockers at the port of Arlen on March 1, 2024."
pub(super) fn describes_picture(text: &Text, view: &View) -> bool {
    if view.sentences > 2 || view.count > 70 || view.quoted || view.chars < 25 {
        return false;
    }
    let tokens = text.tokens_in(view.span);
    let forms = || tokens.clone().map(|i| text.form(i));
    if forms().any(|f| matches!(f, "said" | "told" | "says")) {
        return false;
    }
    let side = [
        "(left)",
        "(right)",
        "(centre)",
        "(center)",
        "second left",
        "second from left",
        "(l)",
        "(r)",
        "second right",
        "second from right",
        "(pictured",
        " pictured in ",
        " pictured at ",
        " pictured with ",
    ]
    .iter()
    .any(|side| view.words.contains(side));
    let both = view.words.contains(", left,") && view.words.contains(", right,");
    if side || both {
        return true;
    }
    view.sentences == 1 && dates::tells_full_day(text, tokens) && is_present(text, view)
}

/// Its first verb is in the present tense: "Ilse Moor greets dockers".
pub(super) fn is_present(text: &Text, view: &View) -> bool {
    let tokens = text.tokens_in(view.span);
    // The first lower-case word that can be a verb: "greets", "take", "are seen".
    let verb = tokens.clone().take(16).skip(1).find(|&i| {
        let form = text.form(i);
        text.tokens[i].case == Case::Lower
            && text.tokens[i].kind == TokenKind::Word
            && ((form.len() > 3
                && form.ends_with('s')
                && !form.ends_with("ss")
                && !matches!(
                    form,
                    "this" | "was" | "has" | "his" | "its" | "always" | "perhaps" | "across" | "towards"
                ))
                || matches!(
                    form,
                    "is" | "are" | "seen" | "was" | "has" | "had" | "were" | "have" | "will"
                ))
    });
    verb.is_some_and(|i| !matches!(text.form(i), "was" | "has" | "had" | "were" | "have" | "will"))
}
