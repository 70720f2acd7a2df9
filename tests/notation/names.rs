//! `= person | Ilse Moor | mentions: she; Moor`: who and what is named.

use lede::analysis::{EntityKind, MentionForm};

use super::{Answer, Expectation, word};

pub const KINDS: [&str; 14] = [
    "person",
    "organization",
    "place",
    "group",
    "event",
    "work",
    "product",
    "law",
    "money",
    "percent",
    "quantity",
    "other",
    "name",
    "dated",
];
pub const KEYS: [&str; 3] = ["mentions", "roles", "iso"];

/// `= person | name` is an entity with a mention in the case, `= name | words` a mention, `= no name | words` none.
pub fn check(answer: &Answer, expectation: &Expectation) -> Option<String> {
    let expected = expectation.value(0).unwrap_or_default();
    let analysis = answer.analysis;
    let mentions = || {
        analysis
            .mentions
            .iter()
            .filter(|mention| answer.part.contains(mention.span))
    };
    match expectation.kind {
        "no name" => mentions()
            .find(|mention| mention.form == MentionForm::Name && answer.words(mention.span) == expected)
            .map(|mention| format!("name | {expected} | {}", word(mention.kind))),
        "name" => {
            let kind = expectation.value(1);
            let mut kinds = mentions()
                .filter(|m| answer.words(m.span) == expected)
                .map(|m| word(m.kind))
                .peekable();
            match kinds.peek().cloned() {
                None => Some(format!("no name | {expected}")),
                Some(today) => (kind.is_some_and(|kind| kinds.all(|today| today != kind)))
                    .then(|| format!("name | {expected} | {today}")),
            }
        }
        "dated" => {
            let date = analysis
                .dates
                .iter()
                .find(|d| answer.part.contains(d.span) && answer.words(d.span) == expected);
            let today = date.map(|date| date.iso.clone().unwrap_or_else(|| "-".into()));
            match (today, expectation.key("iso")) {
                (None, _) => Some(format!("no date | {expected}")),
                (Some(today), Some(iso)) if today != iso => Some(format!("dated | {expected} | iso: {today}")),
                _ => None,
            }
        }
        kind => entity(answer, kind, expected, expectation),
    }
}

fn entity(answer: &Answer, kind: &str, name: &str, expectation: &Expectation) -> Option<String> {
    let analysis = answer.analysis;
    let in_case = |id: u32| answer.part.contains(analysis.mentions[id as usize].span);
    let named = || {
        analysis
            .entities
            .iter()
            .filter(|e| e.name == name && e.mentions.iter().any(|&m| in_case(m)))
    };
    let Some(entity) = named()
        .find(|entity| word::<EntityKind>(entity.kind) == kind)
        .or(named().next())
    else {
        return Some(format!("no {kind} | {name}"));
    };
    let mut differing = Vec::new();
    if word(entity.kind) != kind {
        differing.push(format!("not {kind}"));
    }
    let mentions = entity.mentions.iter().filter(|&&id| in_case(id));
    let mentions: Vec<String> = mentions
        .map(|&id| answer.words(analysis.mentions[id as usize].span))
        .collect();
    let listed = |today: &[String], expected: &str| {
        let mut rest: Vec<&String> = today.iter().collect();
        expected.split("; ").all(|words| {
            rest.iter()
                .position(|t| *t == words)
                .map(|i| rest.swap_remove(i))
                .is_some()
        })
    };
    for &(key, expected) in &expectation.keys {
        let today = match key {
            "mentions" => &mentions,
            "roles" => &entity.roles,
            _ => panic!("no such key of an entity: {key}"),
        };
        if !listed(today, expected) {
            differing.push(format!("{key}: {}", today.join("; ")));
        }
    }
    (!differing.is_empty()).then(|| format!("{} | {name} | {}", word(entity.kind), differing.join(" | ")))
}
