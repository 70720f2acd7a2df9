//! What the recognisers see in each line: the evidence that the line tagger weighs.
//!
//! A recogniser looks at one line, or at the page for one line, and reports a [`Sign`] with the words that it saw. It
//! decides nothing: "By Ana Ruiz" is a sign of a byline, but also of the card under a link.

use rustc_hash::FxHashMap;

use super::line::{End, Item, LineCase, LineFacts};
use super::{Page, byline, caption, dateline, embed};
use crate::analysis::{Seen, Sign, Span};
use crate::dates;
use crate::lexicon::SHARE_WORDS;
use crate::lexicon::phrases::{self, Reach, Topic};
use crate::sequence::hash;
use crate::text::TokenKind;

/// The signs of every line of the page, in the order of its lines. Takes time linear in the length of the page.
pub(super) fn of_page(page: &Page) -> Vec<Vec<Seen>> {
    let pulled = pulled_quotations(page);
    let mut authors = Authors::default();
    let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
    for line in page.lines.iter().filter(|l| !l.key.is_empty()) {
        *counts.entry(&line.key).or_default() += 1;
    }
    (0..page.lines.len())
        .map(|i| {
            let line = &page.lines[i];
            let mut seen = Vec::new();
            let mut see = |sign, span| seen.push(Seen { sign, span });
            if line.chars < super::line::LONG {
                of_line(page, line, &mut see);
                if counts.get(line.key.as_str()).is_some_and(|&n| n > 1) {
                    see(Sign::Repeated, line.span);
                }
                if authors.know(line) {
                    see(Sign::RepeatsByline, line.span);
                }
            }
            if pulled[i] {
                see(Sign::RepeatsQuotation, line.span);
            }
            opening_dateline(page, line, &mut see);
            if seen.iter().any(|s| s.sign == Sign::SaysBy) {
                authors.learn(page, line);
            }
            seen
        })
        .collect()
}

/// What a line says by itself, wherever it stands.
fn of_line(page: &Page, line: &LineFacts, see: &mut impl FnMut(Sign, Span)) {
    let text = page.text;
    let words = line.words;
    if is_end_mark(words) {
        see(Sign::EndMark, line.span);
    }
    if !words.contains(char::is_alphanumeric) {
        see(Sign::NoWords, line.span);
        return;
    }
    if let Some(stamp) = dates::timestamp_line(words, line.span) {
        let sign = match (stamp.length, stamp.clock_only) {
            (true, _) => Sign::PlayerTime,
            (false, true) => Sign::ClockTime,
            (false, false) if stamp.date.is_some() => Sign::OnlyTime,
            (false, false) => Sign::TimeAgo,
        };
        see(sign, line.span);
    } else if line.chars < 250
        && let Some(date) = dates::date_in_line(words, line.span)
    {
        see(Sign::HoldsDate, date.span);
    }
    by_phrase(line, see);
    if is_share_bar(line) {
        see(Sign::ShareBar, line.span);
    }
    if is_slug(line) {
        see(Sign::WireSlug, line.span);
    }
    if is_table_row(line) {
        see(Sign::TableRow, line.span);
    }
    let tokens = text.tokens_in(line.span);
    let kinds = || text.tokens[tokens.clone()].iter().map(|t| t.kind);
    let address = |k| matches!(k, TokenKind::Url | TokenKind::Email | TokenKind::Handle);
    if !tokens.is_empty() && kinds().all(address) || is_telephone(words) {
        see(Sign::OnlyAddress, line.span);
    }
    if kinds().any(|k| matches!(k, TokenKind::Handle | TokenKind::Hashtag)) || embed::has_emoji(words) {
        see(Sign::PostWords, line.span);
    }
    if embed::is_signature(text, line) {
        see(Sign::PostSignature, line.span);
    }
    if let Some(credit) = caption::credit(text, line) {
        let sign = if credit.start == line.span.start {
            Sign::OnlyCredit
        } else {
            Sign::EndsWithCredit
        };
        see(sign, credit);
    }
    if caption::describes_picture(text, line) {
        see(Sign::DescribesPicture, line.span);
    }
    if line.chars <= 250 {
        if byline::says_by(text, line.span) {
            see(Sign::SaysBy, line.span);
        }
        // "Contact:" heads what follows.
        let heads = line.end == End::Colon && !byline::says_by(text, line.span);
        if let Some(credit) = byline::read(text, line.span).filter(|_| !heads) {
            see(
                if credit.bylines.is_empty() {
                    Sign::RoleOrOutlet
                } else {
                    Sign::NamesAlone
                },
                line.span,
            );
        }
    }
    if line.chars < 80 && dateline::read(text, line.span).is_some_and(|f| f.alone) {
        see(Sign::PlaceAlone, line.span);
    }
    if byline::about_author(text, line) {
        see(Sign::AboutAuthor, line.span);
    }
    match line.item {
        Some(Item::Bullet) => see(Sign::Bullet, line.span),
        Some(Item::Number) => see(Sign::Number, line.span),
        None => {}
    }
    if line.turn {
        see(Sign::Turn, line.span);
    }
    if line.end == End::Question {
        see(Sign::Question, line.span);
    }
    if is_glued(words) && line.count <= 12 {
        see(Sign::GluedTopics, line.span);
    }
}

/// "ARLEN (Quay Press) — Dockers …": running text that begins with a place.
fn opening_dateline(page: &Page, line: &LineFacts, see: &mut impl FnMut(Sign, Span)) {
    let capital = line.words.starts_with(char::is_uppercase);
    if capital
        && line.chars > 60
        && let Some(found) = dateline::read(page.text, line.span).filter(|f| f.sure && !f.alone)
    {
        see(Sign::OpensWithPlace, found.dateline.span);
    }
}

fn by_phrase(line: &LineFacts, see: &mut impl FnMut(Sign, Span)) {
    for (topic, part) in phrases::find(&line.key) {
        // Somebody's words may begin like a button, and running text may hold any phrase.
        if part != Reach::Whole && (line.quoted || line.chars > 600) {
            continue;
        }
        let whole = part == Reach::Whole;
        see(
            match topic {
                Topic::Copyright => Sign::Copyright,
                Topic::Embed => Sign::PostPhrase,
                Topic::AuthorNote => Sign::AuthorPhrase,
                Topic::Note => Sign::WordToReaders,
                Topic::Tags => Sign::TopicsPhrase,
                Topic::Related if whole => Sign::LinkHeading,
                Topic::Related => Sign::OpensAsLink,
                Topic::Furniture if whole => Sign::KnownPhrase,
                Topic::Furniture => Sign::HoldsPhrase,
                Topic::Credit => Sign::CreditPhrase,
                Topic::Caption => Sign::OpensAsCaption,
                Topic::Kicker => Sign::SectionName,
            },
            line.span,
        );
    }
}

/// "-30-", "###", "/ends/".
fn is_end_mark(words: &str) -> bool {
    let bare = words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '*' | '/' | '#'));
    words.len() < 20
        && words.len() > bare.len() + 1
        && matches!(bare, "" | "30" | "0" | "ends" | "ENDS" | "Ends" | "end" | "END")
        && words.contains(['-', '–', '—', '#', '/', '*'])
}

/// "+45 55 55 01 23", "Tel: (555) 0100".
fn is_telephone(words: &str) -> bool {
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    let number = words.trim_start_matches(|c: char| c.is_alphabetic() || matches!(c, ':' | '.' | ' '));
    let parted = number.starts_with(['+', '(']) || number.contains('-') || number.contains(' ');
    let other = |c: char| !(c.is_ascii_digit() || matches!(c, '+' | '-' | '(' | ')' | ' ' | '.' | '/' | '\u{a0}'));
    (7..=16).contains(&digits) && parted && words.len() - number.len() < 12 && !number.contains(other)
}

/// "Facebook Twitter Flipboard WhatsApp": every word is a button.
fn is_share_bar(line: &LineFacts) -> bool {
    let words = line
        .key
        .split(' ')
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric() && c != '&'));
    let mut buttons = 0;
    for word in words.filter(|w| !w.is_empty()) {
        if !SHARE_WORDS.contains(word) && !word.chars().all(|c| c.is_ascii_digit()) {
            return false;
        }
        buttons += usize::from(word.len() > 3);
    }
    buttons > 1 && line.end == End::None
}

/// "PORT-STRIKE/ (UPDATE 2)", "BC-EU--Port", "1st Ld-Writethru", "Eds: …".
fn is_slug(line: &LineFacts) -> bool {
    let words = line.words;
    if line.chars > 160 {
        return false;
    }
    let code = words.split_whitespace().next().unwrap_or("");
    let capitals = code.chars().any(|c| c.is_ascii_uppercase()) && !code.chars().any(|c| c.is_ascii_lowercase());
    (capitals && code.len() > 4 && code.ends_with('/') && line.count <= 4)
        || words.starts_with("BC-")
        || words.starts_with("AM-") && code.contains("--")
        || line.key.contains("writethru")
        || line.key.starts_with("eds:")
        || line.key.starts_with("(eds:")
        || (line.case == LineCase::Upper && line.key.starts_with("wrapup ") && line.count <= 3)
        || (line.case == LineCase::Upper && line.key.starts_with("update ") && line.count <= 2)
}

/// Cells with tabs, strokes or wide gaps between.
fn is_table_row(line: &LineFacts) -> bool {
    if line.chars > 300 || line.end == End::Stop && line.count > 12 {
        return false;
    }
    let gap = if line.words.contains('\t') {
        "\t"
    } else if line.words.matches(" | ").count() > 1 {
        " | "
    } else {
        "   "
    };
    let cells = || line.words.split(gap).map(str::trim).filter(|c| !c.is_empty());
    let numbers = cells().filter(|c| c.contains(|c: char| c.is_ascii_digit())).count();
    let count = cells().count();
    count > 1 && (count > 2 || numbers > 0) && cells().all(|c| c.len() < 60)
}

/// Topics that lost the space between them in copying: "PortsLabour DisputesArlen".
fn is_glued(words: &str) -> bool {
    let mut chars = words.chars().zip(words.chars().skip(1));
    chars.any(|(a, b)| a.is_lowercase() && b.is_uppercase())
        && words.split(' ').all(|w| w.starts_with(char::is_uppercase))
}

/// The names of the authors that bylines above have given.
#[derive(Default)]
struct Authors {
    names: Vec<String>,
}

impl Authors {
    /// More authors than any article has.
    const MOST: usize = 12;

    fn learn(&mut self, page: &Page, line: &LineFacts) {
        let credit = byline::read(page.text, line.span);
        for byline in credit.into_iter().flat_map(|c| c.bylines) {
            let name = byline.name.to_lowercase();
            if self.names.len() < Authors::MOST && name.contains(' ') && !self.names.contains(&name) {
                self.names.push(name);
            }
        }
    }

    /// The line is such a name, or begins with it: "Ana Ruiz" under the article, "Ana Ruiz covers shipping."
    fn know(&self, line: &LineFacts) -> bool {
        self.names.iter().any(|n| {
            line.key
                .strip_prefix(n.as_str())
                .is_some_and(|r| !r.starts_with(char::is_alphanumeric))
        })
    }
}

/// For each line, whether it is made of words that stand in a longer paragraph too: a quotation pulled out of the text.
/// "“We have no choice”" above "“We have no choice,” said Ilse Moor.", or a whole sentence of a paragraph.
fn pulled_quotations(page: &Page) -> Vec<bool> {
    let possible = |line: &LineFacts| line.chars < 320 && line.count >= if line.quoted { 3 } else { 6 };
    // Where runs of three words stand in running text: the first two paragraphs that have them.
    let mut places: FxHashMap<u64, [u32; 2]> = FxHashMap::default();
    let runs = |line: &LineFacts| {
        let words = words_of(line);
        words.windows(3).map(|w| hash::text(&w.concat())).collect::<Vec<u64>>()
    };
    for (i, line) in page.lines.iter().enumerate().filter(|(_, l)| l.is_prose()) {
        for run in runs(line) {
            let place = places.entry(run).or_insert([i as u32; 2]);
            if place[0] == place[1] {
                place[1] = i as u32;
            }
        }
    }
    page.lines
        .iter()
        .enumerate()
        .map(|(i, line)| {
            if !possible(line) {
                return false;
            }
            let runs = runs(line);
            // All runs of the line in one paragraph, which is longer.
            let holds = |place: u32| {
                let other = &page.lines[place as usize];
                place as usize != i
                    && other.chars > line.chars + 8
                    && runs.iter().all(|r| places.get(r).is_some_and(|p| p.contains(&place)))
            };
            runs.first()
                .and_then(|r| places.get(r))
                .is_some_and(|p| p.iter().any(|&p| holds(p)))
        })
        .collect()
}

/// The first words of the line, in lower case and without punctuation.
fn words_of(line: &LineFacts) -> Vec<String> {
    let words = line
        .words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty());
    words.take(120).map(str::to_lowercase).collect()
}
