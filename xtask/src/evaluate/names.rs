//! Names: the exact span and the kind must both be right. Articles before a name and possessives after it do not count.

use std::collections::BTreeSet;

use super::{Pair, Score};

const KINDS: [&str; 4] = ["person", "organization", "place", "group"];

/// A score for each kind that the gold has, and `names` over people, organizations and places.
pub fn scores(pairs: &[Pair]) -> Vec<(String, String)> {
    let mut scores = [Score::default(); KINDS.len()];
    for pair in pairs {
        let Some(names) = &pair.gold.entities else { continue };
        let gold: BTreeSet<_> = names
            .iter()
            .filter_map(|name| Some((trim(&pair.text, name.start, name.end), gold_kind(&name.kind)?)))
            .collect();
        let found: BTreeSet<_> = pair
            .found
            .mentions
            .iter()
            .filter(|mention| mention.form == "name")
            .filter_map(|mention| Some((trim(&pair.text, mention.start, mention.end), found_kind(&mention.kind)?)))
            .collect();
        for (kind, score) in scores.iter_mut().enumerate() {
            score.gold += gold.iter().filter(|name| name.1 == kind).count();
            score.found += found.iter().filter(|name| name.1 == kind).count();
            score.right += gold.intersection(&found).filter(|name| name.1 == kind).count();
        }
    }
    let mut all = Score::default();
    for score in &scores[..3] {
        all.gold += score.gold;
        all.found += score.found;
        all.right += score.right;
    }
    if all.gold == 0 {
        return Vec::new();
    }
    let kinds = KINDS.iter().zip(scores).filter(|(_, score)| score.gold > 0);
    let mut lines = vec![("names".to_owned(), all.to_string())];
    lines.extend(kinds.map(|(kind, score)| (format!("names, {kind}"), score.to_string())));
    lines
}

fn gold_kind(kind: &str) -> Option<usize> {
    match kind {
        "PERSON" | "PER" => Some(0),
        "ORG" => Some(1),
        "LOC" | "GPE" | "FAC" | "PLACE" => Some(2),
        "NORP" => Some(3),
        _ => None,
    }
}

fn found_kind(kind: &str) -> Option<usize> {
    KINDS.iter().position(|known| *known == kind)
}

fn trim(text: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
    let words: String = text[start..end].iter().collect::<String>().to_lowercase();
    if let Some(article) = ["the ", "a ", "an "]
        .into_iter()
        .find(|article| words.starts_with(article))
    {
        start += article.len();
    }
    if let Some(ending) = ["'s", "’s", "'", "’"]
        .into_iter()
        .find(|ending| words.ends_with(ending))
    {
        end -= ending.chars().count();
    }
    (start, end)
}

#[cfg(test)]
mod tests {
    use super::trim;

    #[test]
    fn articles_and_possessives_are_trimmed() {
        let text: Vec<char> = "The Harbour Board’s".chars().collect();
        assert_eq!(trim(&text, 0, text.len()), (4, text.len() - 2));
    }
}
