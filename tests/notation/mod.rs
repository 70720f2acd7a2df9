//! The notation in which the tests say what a reader expects of an analysis. `tests/phenomena/README.md` explains it.
//!
//! An expectation is one line, `= kind | value | key: value …`. [`check`] gives one line in the same notation for
//! everything that the analysis answers otherwise: that is what stands behind `FIXME today:`.

mod blocks;
mod names;
mod quotations;

use lede::analysis::{Analysis, Span};

/// The start of a line that says what the reader expects.
pub const EXPECT: &str = "= ";
/// The start of a line that holds today's wrong answer.
pub const TODAY: &str = "FIXME today: ";

/// One parsed `= …` line.
pub struct Expectation<'a> {
    /// The first field: "direct", "lines", "person" …
    pub kind: &'a str,
    /// The fields after it, without a key.
    pub values: Vec<&'a str>,
    /// The fields of the form `key: value`.
    pub keys: Vec<(&'a str, &'a str)>,
}

/// What the checks read: the whole text, its analysis, and the part of it that the case is about.
pub struct Answer<'a> {
    pub text: &'a str,
    pub analysis: &'a Analysis,
    pub part: Span,
}

impl<'a> Expectation<'a> {
    /// Reads a line without its "= ". Panics on what is not in the notation: the test file is wrong then.
    fn parse(line: &'a str) -> Expectation<'a> {
        let mut fields = line.split(" | ").map(str::trim);
        let kind = fields.next().unwrap_or_default();
        let keys: &[&str] = if quotations::KINDS.contains(&kind) {
            &quotations::KEYS
        } else if blocks::KINDS.contains(&kind) {
            &blocks::KEYS
        } else if names::KINDS.contains(&kind) || kind == "no name" {
            &names::KEYS
        } else {
            &[]
        };
        let mut parsed = Expectation {
            kind,
            values: Vec::new(),
            keys: Vec::new(),
        };
        for field in fields {
            match field.split_once(": ").filter(|(key, _)| keys.contains(key)) {
                Some(pair) => parsed.keys.push(pair),
                None => parsed.values.push(field),
            }
        }
        parsed
    }

    pub fn value(&self, index: usize) -> Option<&'a str> {
        self.values.get(index).copied()
    }

    pub fn key(&self, name: &str) -> Option<&'a str> {
        self.keys.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
    }
}

/// What the analysis answers otherwise than `expectations` (lines without their "= "); empty where all is right.
pub fn check(answer: &Answer, expectations: &[&str]) -> Vec<String> {
    let parsed: Vec<Expectation> = expectations.iter().map(|line| Expectation::parse(line)).collect();
    let mut wrong = quotations::check(answer, &parsed);
    for expectation in &parsed {
        let kind = expectation.kind;
        if quotations::KINDS.contains(&kind) || quotations::WHOLE.contains(&kind) {
            continue;
        } else if blocks::KINDS.contains(&kind) {
            wrong.extend(blocks::check(answer, expectation));
        } else if names::KINDS.contains(&kind) || kind == "no name" {
            wrong.extend(names::check(answer, expectation));
        } else {
            panic!("not in the notation: `= {kind}` (tests/phenomena/README.md)");
        }
    }
    wrong
}

impl<'a> Answer<'a> {
    pub fn words(&self, span: Span) -> String {
        flat(span.of(self.text))
    }
}

/// Any run of white space as one space, none at the edges.
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of a value of a plain enum as the Analysis document writes it: "list_item".
pub fn word<T: serde::Serialize>(value: T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        other => panic!("not a plain name: {other:?}"),
    }
}
