//! `= lines | headline + byline …`: how the article is built.

use lede::analysis::Span;

use super::{Answer, Expectation, flat, word};

pub const KINDS: [&str; 13] = [
    "lines",
    "block",
    "headline",
    "standfirst",
    "kicker",
    "byline",
    "dateline",
    "published",
    "section",
    "sentences",
    "note",
    "no note",
    "no",
];
pub const KEYS: [&str; 4] = ["role", "agency", "date", "iso"];

pub fn check(answer: &Answer, expectation: &Expectation) -> Option<String> {
    let analysis = answer.analysis;
    let field = |span: Option<Span>| {
        span.filter(|span| answer.part.contains(*span))
            .map(|span| answer.words(span))
    };
    // A headline may hold the sign that parts the fields.
    let expected = match expectation.kind {
        "headline" | "standfirst" | "kicker" => expectation.values.join(" | "),
        _ => expectation.value(0).unwrap_or_default().to_string(),
    };
    let expected = expected.as_str();
    let absent = || "-".to_string();
    let differs = |today: String| (today != expected).then(|| format!("{} | {today}", expectation.kind));
    match expectation.kind {
        "lines" => lines(answer, expected),
        "block" => {
            let words = &expectation.values[1..].join(" | ");
            let blocks = analysis.blocks.iter().filter(|block| answer.part.contains(block.span));
            let today = blocks
                .into_iter()
                .find(|block| starts(&answer.words(block.span), words));
            let today = today.map_or("no block starts so".into(), |block| word(block.kind));
            (today != expected).then(|| format!("block | {today} | {words}"))
        }
        "headline" => differs(field(analysis.headline).unwrap_or_else(absent)),
        "standfirst" => differs(field(analysis.standfirst).unwrap_or_else(absent)),
        "kicker" => differs(field(analysis.kicker).unwrap_or_else(absent)),
        "byline" => {
            let right = analysis.bylines.iter().any(|byline| {
                let role = byline.role.as_deref().unwrap_or("-");
                byline.name == expected && expectation.key("role").is_none_or(|expected| flat(role) == expected)
            });
            let today: Vec<String> = analysis
                .bylines
                .iter()
                .map(|byline| match &byline.role {
                    Some(role) => format!("{} ({})", byline.name, flat(role)),
                    None => byline.name.clone(),
                })
                .collect();
            (!right).then(|| {
                format!(
                    "bylines | {}",
                    if today.is_empty() { absent() } else { today.join("; ") }
                )
            })
        }
        "dateline" => {
            let dateline = analysis
                .dateline
                .as_ref()
                .filter(|dateline| answer.part.contains(dateline.span));
            let today = |key: &str| match (dateline, key) {
                (Some(dateline), "agency") => dateline.agency.clone().unwrap_or_else(absent),
                (Some(dateline), "date") => dateline.date.clone().unwrap_or_else(absent),
                (Some(dateline), _) => flat(&dateline.place),
                (None, _) => absent(),
            };
            differs_with_keys(expectation, expected, &today)
        }
        "published" => {
            let published = analysis.published.as_ref();
            let today = |key: &str| match (published, key) {
                (Some(published), "iso") => published.iso.clone().unwrap_or_else(absent),
                (Some(published), _) => flat(&published.text),
                (None, _) => absent(),
            };
            differs_with_keys(expectation, expected, &today)
        }
        "section" => {
            // The crosshead, and how many blocks it opens.
            let count = expectation
                .value(1)
                .map(|count| count.parse::<usize>().expect("a number of blocks"));
            let section = analysis.sections.iter().find(|section| {
                section
                    .crosshead
                    .is_some_and(|id| answer.words(analysis.blocks[id as usize].span) == expected)
            });
            match section {
                Some(section) if count.is_none_or(|count| section.blocks.len() == count) => None,
                Some(section) => Some(format!("section | {expected} | {}", section.blocks.len())),
                None => Some(format!("no section | {expected}")),
            }
        }
        "sentences" => differs(
            analysis
                .sentences
                .iter()
                .filter(|s| answer.part.contains(s.span))
                .count()
                .to_string(),
        ),
        "note" | "no note" => {
            let codes: Vec<String> = analysis
                .notes
                .iter()
                .filter(|note| answer.part.overlaps(note.span) || answer.part.contains(note.span))
                .map(|note| word(note.code))
                .collect();
            let right = match (expectation.kind, expectation.value(0)) {
                ("note", Some(code)) => codes.iter().any(|c| c == code),
                ("no note", Some(code)) => codes.iter().all(|c| c != code),
                _ => codes.is_empty(),
            };
            (!right).then(|| format!("notes | {}", if codes.is_empty() { absent() } else { codes.join("; ") }))
        }
        "no" => {
            let today = match expected {
                "headline" => field(analysis.headline),
                "standfirst" => field(analysis.standfirst),
                "kicker" => field(analysis.kicker),
                "byline" => analysis.bylines.first().map(|byline| byline.name.clone()),
                "dateline" => analysis.dateline.as_ref().map(|dateline| dateline.place.clone()),
                "published" => analysis.published.as_ref().map(|published| published.text.clone()),
                _ => panic!("not in the notation: `= no | {expected}`"),
            };
            today.map(|today| format!("{expected} | {today}"))
        }
        kind => unreachable!("{kind}"),
    }
}

fn differs_with_keys(expectation: &Expectation, expected: &str, today: &dyn Fn(&str) -> String) -> Option<String> {
    let mut differing = Vec::new();
    if today("") != expected {
        differing.push(today(""));
    }
    for &(key, expected) in &expectation.keys {
        if today(key) != expected {
            differing.push(format!("{key}: {}", today(key)));
        }
    }
    (!differing.is_empty()).then(|| format!("{} | {}", expectation.kind, differing.join(" | ")))
}

/// The kind of each non-blank line; "+" is a line that goes on with the block of the line before; "_" may be any.
fn lines(answer: &Answer, expected: &str) -> Option<String> {
    let mut today: Vec<String> = Vec::new();
    let mut last = None;
    let mut at = answer.part.start as usize;
    for line in answer.text[answer.part.range()].split_inclusive('\n') {
        // A byte-order mark belongs to no block.
        let words = line.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let start = at + line.len() - words.len();
        at += line.len();
        if line.trim().is_empty() {
            continue;
        }
        let id = answer
            .analysis
            .blocks
            .iter()
            .position(|block| block.span.range().contains(&start));
        today.push(match id {
            Some(id) if last == Some(id) => "+".into(),
            Some(id) => word(answer.analysis.blocks[id].kind),
            None => "none".into(),
        });
        last = id;
    }
    let expected: Vec<&str> = expected.split_whitespace().collect();
    let right = expected.len() == today.len() && expected.iter().zip(&today).all(|(e, t)| *e == "_" || e == t);
    (!right).then(|| format!("lines | {}", today.join(" ")))
}

/// `words` is how the text starts; with a full stop sign "$" at its end it is the whole of it.
fn starts(text: &str, words: &str) -> bool {
    match words.strip_suffix('$') {
        Some(whole) => text == whole.trim_end(),
        None => text.starts_with(words),
    }
}
