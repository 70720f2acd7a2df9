//! `= direct | words | speaker | cue: said …`: what is said, and by whom.

use std::collections::HashMap;

use lede::analysis::{Quotation, QuotationKind, SpeakerStatus};

use super::{Answer, Expectation, flat, word};

pub const KINDS: [&str; 6] = ["direct", "partial", "scare", "title", "indirect", "thought"];
/// Lines about all quotations of the case: others may be there too; there are none; none of them is speech.
pub const WHOLE: [&str; 3] = ["…", "nothing", "no speech"];
pub const KEYS: [&str; 15] = [
    "cue",
    "class",
    "polarity",
    "to",
    "venue",
    "mention",
    "reason",
    "group",
    "inside",
    "same",
    "sure",
    "status",
    "members",
    "candidates",
    "block",
];

pub fn check(answer: &Answer, expectations: &[Expectation]) -> Vec<String> {
    let found: Vec<usize> = (0..answer.analysis.quotations.len())
        .filter(|&q| answer.part.contains(answer.analysis.quotations[q].span))
        .collect();
    let expected: Vec<&Expectation> = expectations.iter().filter(|e| KINDS.contains(&e.kind)).collect();
    let others_may_be_there = expectations.iter().any(|e| e.kind == "…");
    let nothing = expectations.iter().any(|e| e.kind == "nothing");
    let no_speech = expectations.iter().any(|e| e.kind == "no speech");
    let mut wrong = Vec::new();

    let mut used = vec![false; found.len()];
    let mut groups: HashMap<&str, u32> = HashMap::new();
    // An exact pair of words and kind goes before a pair that only shares the words.
    let mut pairs: Vec<Option<usize>> = vec![None; expected.len()];
    for same_kind in [true, false] {
        for (e, expectation) in expected
            .iter()
            .enumerate()
            .filter(|(e, _)| pairs[*e].is_none())
            .collect::<Vec<_>>()
        {
            let words = expectation.value(0).unwrap_or_default();
            let hit = (0..found.len()).find(|&i| {
                let quotation = &answer.analysis.quotations[found[i]];
                !used[i]
                    && is_content(&answer.words(quotation.span), words)
                    && (!same_kind || word(quotation.kind) == expectation.kind)
            });
            if let Some(i) = hit {
                used[i] = true;
                pairs[e] = Some(found[i]);
            }
        }
    }
    for (e, expectation) in expected.iter().enumerate() {
        let Some(q) = pairs[e] else {
            wrong.push(format!(
                "not found: {} | {}",
                expectation.kind,
                expectation.value(0).unwrap_or_default()
            ));
            continue;
        };
        let differing = differences(answer, &answer.analysis.quotations[q], expectation, &mut groups);
        if !differing.is_empty() {
            let words = answer.words(answer.analysis.quotations[q].span);
            wrong.push(format!(
                "{} | {words} | {}",
                word(answer.analysis.quotations[q].kind),
                differing.join(" | ")
            ));
        }
    }
    let complete = (!expected.is_empty() && !others_may_be_there) || nothing || no_speech;
    for (i, &q) in found.iter().enumerate() {
        let quotation = &answer.analysis.quotations[q];
        if complete && !used[i] && (!no_speech || quotation.kind.is_speech()) {
            let speaker = speaker(quotation);
            wrong.push(format!(
                "also: {} | {} | {speaker}",
                word(quotation.kind),
                answer.words(quotation.span)
            ));
        }
    }
    wrong
}

/// Today's values of the fields that differ from the expected ones.
fn differences<'a>(
    answer: &Answer,
    quotation: &Quotation,
    expectation: &Expectation<'a>,
    groups: &mut HashMap<&'a str, u32>,
) -> Vec<String> {
    let mut differing = Vec::new();
    if word(quotation.kind) != expectation.kind {
        differing.push(format!("not {}", expectation.kind));
    }
    if let Some(expected) = expectation.value(1)
        && expected != "?"
        && speaker(quotation) != expected
    {
        differing.push(speaker(quotation));
    }
    for &(key, expected) in &expectation.keys {
        let today = match key {
            "group" => {
                // The letter is bound by its first quotation; another letter is another group.
                let taken = groups
                    .iter()
                    .any(|(letter, group)| *letter != expected && *group == quotation.group);
                match groups.get(expected) {
                    None if !taken => {
                        groups.insert(expected, quotation.group);
                        continue;
                    }
                    Some(group) if *group == quotation.group => continue,
                    _ => "another".to_string(),
                }
            }
            _ => field(answer, quotation, key),
        };
        let right = match key {
            "inside" | "same" if expected != "-" => today.starts_with(expected),
            "reason" if expected != "-" => today.contains(expected),
            "candidates" => today.split("; ").any(|name| name == expected),
            _ => today == expected,
        };
        if !right {
            differing.push(format!("{key}: {today}"));
        }
    }
    differing
}

fn field(answer: &Answer, quotation: &Quotation, key: &str) -> String {
    let words = |span: Option<lede::analysis::Span>| span.map_or("-".into(), |span| answer.words(span));
    let other = |id: Option<u32>| words(id.map(|id| answer.analysis.quotations[id as usize].span));
    let names = |ids: &[u32]| -> String {
        let names: Vec<&str> = ids
            .iter()
            .map(|&id| answer.analysis.entities[id as usize].name.as_str())
            .collect();
        if names.is_empty() { "-".into() } else { names.join("; ") }
    };
    let cue = quotation.cue.as_ref();
    match key {
        "cue" => words(cue.map(|cue| cue.span)),
        "class" => cue.map_or("-".into(), |cue| word(cue.class)),
        "polarity" => cue.map_or("-".into(), |cue| word(cue.polarity)),
        "to" => words(quotation.recipient),
        "venue" => words(quotation.venue),
        "mention" => words(quotation.speaker.mention),
        "reason" => words(quotation.speaker.reason),
        "inside" => other(quotation.inside),
        "same" => other(quotation.same_as),
        "sure" => word(quotation.confidence),
        "status" => word(quotation.speaker.status),
        "members" => names(&quotation.speaker.members),
        "candidates" => names(&quotation.speaker.candidates),
        "block" => word(answer.analysis.blocks[quotation.block as usize].kind),
        _ => panic!("no such key of a quotation: {key}"),
    }
}

/// The speaker's name; "-" unknown, "(author)", "(outlet)"; nobody is asked for scare quotes and titles.
fn speaker(quotation: &Quotation) -> String {
    let nobody = matches!(quotation.kind, QuotationKind::Scare | QuotationKind::Title);
    match quotation.speaker.status {
        SpeakerStatus::Unknown if nobody => "".into(),
        SpeakerStatus::Unknown => "-".into(),
        SpeakerStatus::Author => "(author)".into(),
        SpeakerStatus::Outlet => "(outlet)".into(),
        _ => quotation.speaker.name.as_deref().map_or("(no name)".into(), flat),
    }
}

/// Whether these are the expected words; "~" in those stands for any.
fn is_content(found: &str, expected: &str) -> bool {
    let found = content(found);
    match expected.split_once('~') {
        Some((start, end)) => {
            let (start, end) = (start.trim_end(), content(end));
            found.len() > start.len() + end.len() && found.starts_with(start) && found.ends_with(end.trim_start())
        }
        None => found == content(expected),
    }
}

/// Contents are compared without a closing comma or full stop, which may be in or out.
fn content(words: &str) -> String {
    flat(words).trim_end_matches([',', '.', ' ']).to_string()
}
