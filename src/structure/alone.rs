//! What a line says by itself, wherever it stands.

use super::phrases::{Part, Topic};
use super::view::{End, LineCase, View};
use super::{Draft, Label, byline, caption, dateline, phrases};
use crate::analysis::{BlockKind, BlockRule};
use crate::dates;
use crate::text::{HintKind, TokenKind};

/// Labels every line that needs no neighbours.
pub(super) fn label(draft: &mut Draft) {
    for i in 0..draft.views.len() {
        let view = &draft.views[i];
        if let Some((kind, rule)) = by_hint(view).or_else(|| by_words(draft, view)) {
            draft.relabel(i, kind, rule);
        }
        read_byline(draft, i);
        read_dateline(draft, i);
    }
}

fn by_hint(view: &View) -> Option<Label> {
    let kind = match view.hint? {
        HintKind::Caption => BlockKind::Caption,
        HintKind::Navigation => BlockKind::Furniture,
        _ => return None,
    };
    Some((kind, BlockRule::Markup))
}

fn by_words(draft: &Draft, view: &View) -> Option<Label> {
    if let Some(label) = without_words(view) {
        return Some(label);
    }
    if let Some(stamp) = dates::timestamp_line(view.words, view.span) {
        return Some(if stamp.length && !draft.has_clock_stamps {
            (BlockKind::Furniture, BlockRule::PlayerTime)
        } else {
            (BlockKind::Timestamp, BlockRule::OnlyTime)
        });
    }
    if view.key.is_empty() {
        return None;
    }
    // "(Adds quotes, details)": a word of the desk.
    let desk = [
        "(adds ",
        "(recasts",
        "(updates ",
        "(corrects ",
        "(refiles",
        "(rewrites",
        "(repeats ",
    ];
    if view.words.ends_with(')') && view.chars < 120 && desk.iter().any(|w| view.key.starts_with(w)) {
        return Some((BlockKind::Note, BlockRule::WordToReaders));
    }
    if let Some(label) = by_phrase(view) {
        return Some(label);
    }
    if is_share_bar(view) {
        return Some((BlockKind::Furniture, BlockRule::ShareBar));
    }
    // The sources of a text, at its end.
    let tokens = &draft.text.tokens[draft.text.tokens_in(view.span)];
    if !tokens.is_empty() && tokens.iter().all(|t| t.kind == TokenKind::Url) {
        return Some((BlockKind::Other, BlockRule::NoWords));
    }
    if is_slug(view) {
        return Some((BlockKind::Note, BlockRule::WireSlug));
    }
    // "($1 = 0.9 euros)"
    if view.words.starts_with('(') && view.words.contains(" = ") && view.chars < 80 {
        return Some((BlockKind::Note, BlockRule::WordToReaders));
    }
    let dated = !view.words.contains('\t') && dates::date_in_line(view.words, view.span).is_some();
    if !dated && is_table_row(view) {
        return Some((BlockKind::Other, BlockRule::TableRow));
    }
    caption::by_credit(draft.text, view)
}

/// "-30-", "###", a rule of asterisks.
fn without_words(view: &View) -> Option<Label> {
    let words = view.words;
    let end_mark = matches!(
        words,
        "-30-" | "–30–" | "— 30 —" | "- 30 -" | "###" | "# # #" | "##" | "//ends//" | "/ends/" | "-0-" | "*Ends*"
    ) || words.eq_ignore_ascii_case("-ends-")
        || (words.len() < 20 && words.starts_with('/') && words.ends_with('/') && words.len() > 2);
    if end_mark {
        return Some((BlockKind::Note, BlockRule::WordToReaders));
    }
    // A picture's link left behind, a letter of a pager.
    (!words.contains(char::is_alphanumeric)).then_some((BlockKind::Other, BlockRule::NoWords))
}

fn by_phrase(view: &View) -> Option<Label> {
    let found = phrases::find(&view.key);
    if found.is_empty() {
        return None;
    }
    let has = |topic, part| found.contains(&(topic, part));
    let whole = |topic| has(topic, Part::Whole);
    // Somebody's words may begin like a button.
    let opens = |topic| !view.quoted && (has(topic, Part::Opening));
    let holds = |topic, limit| !view.quoted && view.chars <= limit && has(topic, Part::Anywhere);
    let label = |kind, rule| Some((kind, rule));
    // Running text may begin like a notice: "Sign up for …" is short, an article's paragraph has a quotation in it.
    let short = view.chars <= 330 && !view.words.contains(['“', '”']);
    if opens(Topic::Copyright) || whole(Topic::Copyright) || holds(Topic::Copyright, 250) {
        return label(BlockKind::Copyright, BlockRule::Copyright);
    }
    if opens(Topic::Embed) || whole(Topic::Embed) || has(Topic::Embed, Part::Anywhere) && view.chars < 500 {
        return label(BlockKind::Embed, BlockRule::PostSignature);
    }
    if opens(Topic::AuthorNote) && view.chars < 600 || whole(Topic::AuthorNote) || holds(Topic::AuthorNote, 400) {
        return label(BlockKind::AuthorNote, BlockRule::AboutAuthor);
    }
    if opens(Topic::Note) || whole(Topic::Note) || holds(Topic::Note, 600) {
        return label(BlockKind::Note, BlockRule::WordToReaders);
    }
    if whole(Topic::Tags) || (opens(Topic::Tags) && view.end != End::Stop && view.chars < 300) {
        return label(BlockKind::Tags, BlockRule::Topics);
    }
    if opens(Topic::Related) && view.end != End::Stop || (whole(Topic::Related) && !whole(Topic::Credit)) {
        return label(BlockKind::Related, BlockRule::OpensAsLink);
    }
    if opens(Topic::Caption) && view.count > 2 && view.chars < 500 {
        return label(BlockKind::Caption, BlockRule::OpensAsCaption);
    }
    if whole(Topic::Credit) || (opens(Topic::Credit) && view.count <= 9 && view.chars < 90) {
        return label(BlockKind::Credit, BlockRule::OnlyCredit);
    }
    // "Yes." is an answer, "Yes" a button.
    let said = view.end == End::Stop && view.count <= 2;
    if whole(Topic::Furniture) && !said || (opens(Topic::Furniture) && short) || (holds(Topic::Furniture, 330) && short)
    {
        return label(BlockKind::Furniture, BlockRule::KnownPhrase);
    }
    None
}

/// "Facebook Twitter Flipboard WhatsApp": every word is a button.
fn is_share_bar(view: &View) -> bool {
    const WORDS: [&str; 72] = [
        "&",
        "and",
        "app",
        "article",
        "bluesky",
        "bookmark",
        "by",
        "chat",
        "close",
        "comment",
        "comments",
        "copied",
        "copy",
        "e-mail",
        "email",
        "facebook",
        "flipboard",
        "gab",
        "gettr",
        "gift",
        "gmail",
        "google",
        "instagram",
        "like",
        "line",
        "link",
        "linkedin",
        "listen",
        "log",
        "in",
        "mastodon",
        "messenger",
        "more",
        "news",
        "on",
        "or",
        "parler",
        "pinterest",
        "pocket",
        "post",
        "print",
        "reddit",
        "reprints",
        "save",
        "send",
        "share",
        "sharing",
        "sign",
        "sms",
        "social",
        "story",
        "subscribe",
        "telegram",
        "text",
        "this",
        "threads",
        "tiktok",
        "to",
        "truth",
        "tumblr",
        "tweet",
        "twitter",
        "up",
        "via",
        "viber",
        "vk",
        "wechat",
        "weibo",
        "whatsapp",
        "x",
        "xing",
        "youtube",
    ];
    let words = view
        .key
        .split(' ')
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric() && c != '&'));
    let mut buttons = 0;
    for word in words.filter(|w| !w.is_empty()) {
        if !WORDS.contains(&word) && !word.chars().all(|c| c.is_ascii_digit()) {
            return false;
        }
        buttons += usize::from(word.len() > 3);
    }
    buttons > 1 && view.end == End::None
}

/// "PORT-STRIKE/ (UPDATE 2)", "BC-EU--Port", "1st Ld-Writethru", "Eds: …".
fn is_slug(view: &View) -> bool {
    let words = view.words;
    if view.chars > 160 {
        return false;
    }
    let code = words.split_whitespace().next().unwrap_or("");
    let capitals = code.chars().any(|c| c.is_ascii_uppercase()) && !code.chars().any(|c| c.is_ascii_lowercase());
    (capitals && code.len() > 4 && code.ends_with('/') && view.count <= 4)
        || words.starts_with("BC-")
        || words.starts_with("AM-") && code.contains("--")
        || view.key.contains("ld-writethru")
        || view.key.contains("writethru")
        || view.key.starts_with("eds:")
        || view.key.starts_with("(eds:")
        || (view.case == LineCase::Upper && view.key.starts_with("wrapup ") && view.count <= 3)
        || (view.case == LineCase::Upper && view.key.starts_with("update ") && view.count <= 2)
}

/// Cells with tabs, strokes or wide gaps between, most of them with digits.
fn is_table_row(view: &View) -> bool {
    if view.chars > 300 || view.end == End::Stop && view.count > 12 {
        return false;
    }
    let cells: Vec<&str> = if view.words.contains('\t') {
        view.words.split('\t').collect()
    } else if view.words.matches(" | ").count() > 1 {
        view.words.split(" | ").collect()
    } else {
        view.words.split("   ").collect()
    };
    let cells: Vec<&str> = cells.into_iter().map(str::trim).filter(|c| !c.is_empty()).collect();
    let numbers = cells
        .iter()
        .filter(|c| c.contains(|c: char| c.is_ascii_digit()))
        .count();
    let tabs = view.words.matches('\t').count();
    cells.len() > 1
        && (tabs > 1 || (numbers > 0 && cells.len() > 2) || (tabs == 1 && numbers > 0))
        && cells.iter().all(|c| c.len() < 60)
}

/// "By Ana Ruiz" is a byline wherever it stands.
fn read_byline(draft: &mut Draft, i: usize) {
    let view = &draft.views[i];
    if view.chars > 250 || !(draft.is_free(i) || draft.rule(i) == Some(BlockRule::KnownPhrase)) {
        return;
    }
    let by_hint = view.hint == Some(HintKind::Author);
    if !by_hint && !byline::says_by(draft.text, view.span) {
        return;
    }
    let Some(credit) = byline::read(draft.text, view.span) else {
        return;
    };
    // "By Monday the port was closed." has a stop and more words than a byline.
    if view.end == End::Stop && view.count > 8 && credit.bylines.iter().all(|b| b.role.is_none()) {
        return;
    }
    draft.relabel(
        i,
        BlockKind::Byline,
        if by_hint { BlockRule::Markup } else { BlockRule::SaysBy },
    );
}

/// A dateline on its own line that has an agency, a date or a dash.
fn read_dateline(draft: &mut Draft, i: usize) {
    let view = &draft.views[i];
    if view.chars < 80 && draft.is_free(i) && dateline::read(draft.text, view.span).is_some_and(|f| f.alone && f.sure) {
        draft.relabel(i, BlockKind::Dateline, BlockRule::PlaceBeforeText);
    }
}
