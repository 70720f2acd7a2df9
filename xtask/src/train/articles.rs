//! Training articles of our own (`models/training/`): invented texts with marks, their slots filled anew each time.
//!
//! `[o|words]` marks a name (p person, o organization, l place, g group, e event, w work, r product, a law).
//! `$city` is filled with some city; `$city1` with the same one in the whole article; `$CITY1` writes it in capitals.
//! A line that starts with `*5 ` stands for five such lines. Articles are parted by blank lines.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use lede::analysis::EntityKind;

use super::gold::{GoldArticle, GoldName};
use super::random::Random;

/// How often each article is filled.
const TIMES: usize = 8;

/// Reads and fills all training articles.
pub fn read(root: &Path) -> Result<Vec<GoldArticle>> {
    let folder = root.join("models/training");
    let words = Words::read(root)?;
    let mut random = Random(17);
    let mut articles = Vec::new();
    for name in ["business", "people", "public", "sports", "world"] {
        let path = folder.join(name).with_extension("txt");
        let text = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        let text: String = text
            .lines()
            .filter(|l| !l.starts_with('#'))
            .map(|l| format!("{l}\n"))
            .collect();
        for template in text.split("\n\n").filter(|t| !t.trim().is_empty()) {
            for _ in 0..TIMES {
                let article = fill(template.trim(), &words, &mut random);
                articles.push(article.with_context(|| format!("in {}", path.display()))?);
            }
        }
    }
    Ok(articles)
}

fn fill(template: &str, words: &Words, random: &mut Random) -> Result<GoldArticle> {
    let mut filled = GoldArticle {
        text: String::new(),
        names: Vec::new(),
        silent: Vec::new(),
        conventions: 0,
        times: 1,
    };
    let mut known = BTreeMap::new();
    // Wire copy often comes with its line breaks lost.
    let joint = if random.chance(0.5) { " " } else { "\n" };
    for line in template.lines() {
        let (times, line) = match line.strip_prefix('*').and_then(|l| l.split_once(' ')) {
            Some((times, line)) => (times.parse::<usize>()?, line),
            None => (1, line),
        };
        for _ in 0..times {
            if !filled.text.is_empty() {
                filled.text.push_str(joint);
            }
            fill_line(line, words, random, &mut known, &mut filled)?;
        }
    }
    Ok(filled)
}

fn fill_line(
    line: &str,
    words: &Words,
    random: &mut Random,
    known: &mut BTreeMap<String, String>,
    out: &mut GoldArticle,
) -> Result<()> {
    let mut open: Option<(usize, EntityKind)> = None;
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        if c == '[' {
            let kind = match rest[1..].chars().next() {
                Some('p') => EntityKind::Person,
                Some('o') => EntityKind::Organization,
                Some('l') => EntityKind::Place,
                Some('g') => EntityKind::Group,
                Some('e') => EntityKind::Event,
                Some('w') => EntityKind::Work,
                Some('r') => EntityKind::Product,
                Some('a') => EntityKind::Law,
                _ => bail!("unknown kind in {line:?}"),
            };
            open = Some((out.text.len(), kind));
            rest = &rest[3..];
        } else if c == ']'
            && let Some((start, kind)) = open.take()
        {
            out.names.push(GoldName {
                start,
                end: out.text.len(),
                kinds: vec![kind],
                doubtful: false,
            });
            rest = &rest[1..];
        } else if c == '$' && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let letters = rest[1..]
                .find(|c: char| !c.is_ascii_alphabetic())
                .unwrap_or(rest.len() - 1);
            let run = &rest[1..1 + letters];
            let lower = run.to_ascii_lowercase();
            // "$nnth" is the slot "nn" and then "th".
            let Some(len) = (1..=lower.len()).rev().find(|&n| words.has(&lower[..n])) else {
                bail!("unknown slot in {line:?}")
            };
            let digit = rest[1 + len..].chars().next().filter(char::is_ascii_digit);
            let fresh = |random: &mut Random| words.pick(&lower[..len], random);
            let mut value = match digit {
                Some(digit) => known
                    .entry(format!("{}{digit}", &lower[..len]))
                    .or_insert_with(|| fresh(random))
                    .clone(),
                None => fresh(random),
            };
            if len > 1 && run[..len].chars().all(|c| c.is_ascii_uppercase()) {
                value = value.to_uppercase();
            }
            out.text.push_str(&value);
            rest = &rest[1 + len + usize::from(digit.is_some())..];
        } else {
            out.text.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    Ok(())
}

/// What slots are filled with.
struct Words {
    lists: BTreeMap<String, Vec<String>>,
}

const MADE_UP: [&str; 14] = [
    "acronym", "initial", "n", "newco", "nn", "nnn", "nnnn", "person", "place", "region", "street", "tick", "title",
    "noun",
];

impl Words {
    fn read(root: &Path) -> Result<Words> {
        let mut lists = BTreeMap::new();
        let own = std::fs::read_to_string(root.join("models/training/words.txt"))?;
        for line in own.lines().filter(|l| !l.starts_with('#')) {
            let Some((name, words)) = line.split_once(": ") else {
                continue;
            };
            lists.insert(
                name.to_string(),
                words.split(", ").map(str::to_string).collect::<Vec<_>>(),
            );
        }
        for (slot, list) in [
            ("city", "cities"),
            ("town", "towns"),
            ("country", "countries"),
            ("company", "companies"),
            ("given", "given_names"),
            ("surname", "surnames"),
        ] {
            let path = root.join("src/lexicon/names").join(list).with_extension("txt");
            let text = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            let words = text
                .lines()
                .filter(|l| !l.starts_with('#') && l.split(' ').count() <= 2);
            lists.insert(
                slot.to_string(),
                words.map(|w| capitalised(w, slot == "company")).collect(),
            );
        }
        Ok(Words { lists })
    }

    fn has(&self, slot: &str) -> bool {
        self.lists.contains_key(slot) || MADE_UP.contains(&slot)
    }

    fn pick(&self, slot: &str, random: &mut Random) -> String {
        if let Some(list) = self.lists.get(slot) {
            return list[random.below(list.len())].clone();
        }
        let letters = |random: &mut Random, n: usize| -> String {
            (0..n).map(|_| (b'A' + random.below(26) as u8) as char).collect()
        };
        let number = |random: &mut Random, low: usize, high: usize| (low + random.below(high - low)).to_string();
        let mut joined =
            |a: &str, joint: &str, b: &str| format!("{}{joint}{}", self.pick(a, random), self.pick(b, random));
        match slot {
            "person" => joined("given", " ", "surname"),
            "title" => match random.below(4) {
                0 => format!("The {} of {}", self.pick("noun", random), self.pick("place", random)),
                1 => format!("{} {}", self.pick("noun", random), self.pick("noun", random)),
                2 => format!("The Last {}", self.pick("noun", random)),
                _ => format!("A {} in {}", self.pick("noun", random), self.pick("city", random)),
            },
            "acronym" => {
                let n = 3 + random.below(2);
                letters(random, n)
            }
            "tick" => letters(random, 4),
            "initial" => letters(random, 1),
            "n" => number(random, 0, 10),
            "nn" => number(random, 10, 100),
            "nnn" => number(random, 100, 1000),
            "nnnn" => number(random, 1000, 10_000),
            "newco" => {
                const FRONT: [&str; 20] = [
                    "Ac", "Bel", "Cor", "Dyn", "Em", "Fin", "Gal", "Hy", "In", "Lum", "Med", "Nov", "Om", "Pro",
                    "Quan", "Syn", "Tel", "Uni", "Ver", "Xen",
                ];
                const BACK: [&str; 20] = [
                    "adyne", "amark", "co", "corp", "data", "dex", "era", "gen", "ico", "ilog", "mart", "net", "onics",
                    "path", "sys", "tech", "tron", "vest", "via", "wave",
                ];
                match random.below(3) {
                    0 => self.pick("surname", random),
                    1 => self.pick("place", random),
                    _ => format!("{}{}", FRONT[random.below(20)], BACK[random.below(20)]),
                }
            }
            _ => {
                const FRONT: [&str; 24] = [
                    "Al", "Bar", "Bren", "Cal", "Dal", "Elm", "Fal", "Gor", "Hal", "Kar", "Kin", "Lan", "Mal", "Mor",
                    "Nam", "Or", "Pel", "Ras", "Sal", "Tam", "Ul", "Van", "Wes", "Zan",
                ];
                const BACK: [&str; 24] = [
                    "abad", "ambe", "ara", "bury", "dale", "den", "don", "ford", "garh", "gate", "holm", "ia", "inga",
                    "mouth", "ova", "pur", "sk", "stad", "ton", "tan", "uru", "vik", "wick", "zi",
                ];
                format!("{}{}", FRONT[random.below(24)], BACK[random.below(24)])
            }
        }
    }
}

/// An entry of a list (all lower case) as it would stand in a text, roughly; short names of companies are mostly initials.
fn capitalised(entry: &str, company: bool) -> String {
    let word = |word: &str| {
        let vowels = word.chars().filter(|c| "aeiouy".contains(*c)).count();
        if company
            && word.len() <= 4
            && word.is_ascii()
            && (vowels == 0 || word.len() <= 3 && vowels < 2 && !word.contains('.'))
            && word != "of"
        {
            return word.to_uppercase();
        }
        if matches!(word, "of" | "and" | "the" | "de" | "la") {
            return word.to_string();
        }
        let mut chars = word.chars();
        chars
            .next()
            .map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
    };
    entry.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
