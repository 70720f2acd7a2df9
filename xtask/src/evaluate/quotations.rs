//! Quotations: a span counts as found where it shares half of its characters with the gold; marks and closing
//! punctuation do not count.

use super::{GoldQuotation, Pair, Quotation, Score, share};

/// For each group of kinds that the gold has: the spans; of the spans found, the speakers; and both at once.
pub fn scores(pairs: &[Pair]) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for (name, kinds) in [
        ("in marks", &["direct", "partial", "scare", "title"][..]),
        ("spoken, in marks", &["direct", "partial"][..]),
        ("direct", &["direct"][..]),
        ("indirect", &["indirect"][..]),
    ] {
        let mut spans = Score::default();
        let mut both = Score::default();
        let (mut words, mut people, mut named) = (0, 0, 0);
        for pair in pairs {
            let Some(quotes) = &pair.gold.quotes else { continue };
            let gold: Vec<_> = quotes.iter().filter(|quote| of_kinds(quote, kinds, pair)).collect();
            // An indirect quotation in another's words is not annotated by anybody.
            let found: Vec<_> = pair
                .found
                .quotations
                .iter()
                .filter(|quotation| kinds.contains(&quotation.kind.as_str()))
                .filter(|quotation| quotation.kind != "indirect" || quotation.inside.is_none())
                .collect();
            spans.gold += gold.iter().filter(|quote| !quote.optional).count();
            spans.found += found.len();
            for (quote, quotation) in matched(&pair.text, &gold, &found) {
                if quote.optional {
                    spans.found -= 1;
                    continue;
                }
                spans.right += 1;
                let person = same_person(quote, quotation);
                let alternative = || {
                    quote
                        .alts
                        .iter()
                        .any(|other| is_named(other.speaker_name.as_deref(), quotation))
                };
                let speaker = person || same_words(quote, quotation) || alternative();
                named += usize::from(quote.speaker_name.is_some());
                people += usize::from(quote.speaker_name.is_some() && person);
                words += usize::from(speaker);
            }
            both.right = words;
        }
        both.gold = spans.gold;
        both.found = spans.found;
        if spans.gold == 0 {
            continue;
        }
        lines.push((format!("{name}: span"), spans.to_string()));
        if name != "in marks" {
            lines.push((format!("{name}: speaker"), share(words, spans.right)));
            lines.push((format!("{name}: the person"), share(people, named)));
            lines.push((format!("{name}: both"), both.to_string()));
        }
    }
    lines
}

/// The quotation counts among these kinds: by its own kind, or by another that is right too and was found in its place.
fn of_kinds(quote: &GoldQuotation, kinds: &[&str], pair: &Pair) -> bool {
    let at = |q: &&Quotation| q.start.max(quote.start) < q.end.min(quote.end);
    let found = |kind: &str| pair.found.quotations.iter().filter(at).any(|q| q.kind == kind);
    let own = gold_kind(&quote.kind);
    let alternatives = quote.alts.iter().map(|other| gold_kind(&other.kind));
    let kind = if found(own) {
        own
    } else {
        alternatives.into_iter().find(|&k| found(k)).unwrap_or(own)
    };
    kinds.contains(&kind)
}

fn gold_kind(kind: &str) -> &str {
    match kind {
        "mixed" => "partial",
        "other" => "title",
        kind => kind,
    }
}

/// One to one, the largest overlap first.
fn matched<'a>(
    text: &[char],
    gold: &[&'a GoldQuotation],
    found: &[&'a Quotation],
) -> Vec<(&'a GoldQuotation, &'a Quotation)> {
    let found_spans: Vec<_> = found
        .iter()
        .map(|quotation| strip(text, quotation.start, quotation.end))
        .collect();
    let mut candidates = Vec::new();
    for (g, quote) in gold.iter().enumerate() {
        let (start, end) = strip(text, quote.start, quote.end);
        for (f, span) in found_spans.iter().enumerate() {
            let common = end.min(span.1).saturating_sub(start.max(span.0));
            let all = end.max(span.1) - start.min(span.0);
            if common > 0 && 2 * common >= all {
                candidates.push((common as f64 / all as f64, g, f));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut used_gold, mut used_found) = (vec![false; gold.len()], vec![false; found.len()]);
    let mut matched = Vec::new();
    for (_, g, f) in candidates {
        if !used_gold[g] && !used_found[f] {
            (used_gold[g], used_found[f]) = (true, true);
            matched.push((gold[g], found[f]));
        }
    }
    matched
}

fn strip(text: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
    let edge = |c: char| c.is_whitespace() || "\"'“”‘’«»‹›„‟`´.,;:!?…-–—()[]".contains(c);
    while start < end && edge(text[start]) {
        start += 1;
    }
    while start < end && edge(text[end - 1]) {
        end -= 1;
    }
    (start, end)
}

/// The words that the attribution rests on overlap; or nobody is named, and nobody was found.
fn same_words(gold: &GoldQuotation, found: &Quotation) -> bool {
    let unknown = found.speaker.status == "unknown";
    match (&gold.speaker, &found.speaker.mention) {
        (Some(gold), Some(found)) if !unknown => gold.start.max(found.start) < gold.end.min(found.end),
        (None, _) => gold.speaker_name.is_none() && unknown,
        _ => false,
    }
}

fn same_person(gold: &GoldQuotation, found: &Quotation) -> bool {
    let words = gold.speaker.as_ref().map(|words| words.text.as_str());
    is_named(gold.speaker_name.as_deref().or(words), found)
}

/// The names mean the same: one is the other or a shorter form of it. Nobody named, and nobody found, is the same too.
fn is_named(gold: Option<&str>, found: &Quotation) -> bool {
    let found = found
        .speaker
        .name
        .as_deref()
        .filter(|_| found.speaker.status != "unknown");
    match (gold, found) {
        (Some(gold), Some(found)) => same_name(gold, found),
        (gold, found) => gold.is_none() && found.is_none(),
    }
}

fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let (Some(first), Some(last), Some(long_last)) = (short.first(), short.last(), long.last()) else {
        return false;
    };
    match &short[..] {
        [one] => one == &long[0] || one == long_last,
        _ => (first == &long[0] && last == long_last) || long.windows(short.len()).any(|part| part == &short[..]),
    }
}

fn words(name: &str) -> Vec<String> {
    const EMPTY: [&str; 11] = ["the", "a", "an", "mr", "mrs", "ms", "dr", "sir", "jr", "sr", "ii"];
    const PRONOUNS: [&str; 8] = ["he", "she", "they", "it", "i", "we", "you", "who"];
    let words = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words
        .map(str::to_lowercase)
        .filter(|word| !EMPTY.contains(&&word[..]) && !PRONOUNS.contains(&&word[..]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::same_name;

    #[test]
    fn shorter_forms_are_the_same_person_and_relatives_are_not() {
        assert!(same_name("Ilse Moor", "Moor"));
        assert!(same_name("Dr Ilse Moor", "Ilse van der Moor"));
        assert!(!same_name("Ilse Moor", "Piet Moor"));
        assert!(!same_name("she", "She"));
        assert!(!same_name("Ilse Moor", "the union"));
    }
}
