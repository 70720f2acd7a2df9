//! The names of the text, all uses of the same words taken together.

use rustc_hash::FxHashMap as HashMap;
use std::ops::Range;

use super::kinds;
use crate::analysis::{EntityKind, MentionRule};
use crate::entities::draft::Generation;
use crate::entities::words::{Gender, ROLES, SameName, Words, normal};
use crate::language::Name;
use crate::structure::Structure;
use crate::text::{Case, Text, TokenKind};

/// All uses of one name: the same words, the same kind, and for a bare surname the same honorific gender.
pub(super) struct Variant {
    pub kind: EntityKind,
    pub words: Vec<u32>,
    pub gender: Option<Gender>,
    pub generation: Option<Generation>,
    /// An honorific word that stands before it.
    pub honorific: Option<u32>,
    pub first: Range<u32>,
    /// All its uses are in headlines and the like, or in capitals.
    pub only_display: bool,
    pub kin: bool,
    /// One word in capitals: "APA".
    pub capitals: bool,
    pub listed: Option<SameName>,
    pub entity: Option<u32>,
    pub rule: MentionRule,
    /// Several entities share the name; each use is decided where it stands.
    pub shared: Vec<u32>,
    /// The full name beside that of a son or father: "Hal Moor Jr. never met Hal Moor".
    pub beside_namesake: bool,
}

/// What the names of one variant have in common: kind, gender where one name alone tells it, generation, words.
type Key = (EntityKind, Option<bool>, Option<Generation>, Vec<u32>);

/// One name in the text.
pub(super) struct Use {
    pub tokens: Range<u32>,
    pub variant: u32,
    pub gender: Option<Gender>,
}

/// The names of the text and their variants.
pub(super) fn read(text: &Text, structure: &Structure, names: &[Name], words: &Words) -> (Vec<Variant>, Vec<Use>) {
    let mut variants: Vec<Variant> = Vec::new();
    let mut uses = Vec::with_capacity(names.len());
    let mut known: HashMap<Key, u32> = HashMap::default();
    let kinds = kinds::agreed(text, structure, names, words);
    for (i, name) in names.iter().enumerate() {
        let Some(tokens) = bare(text, words, name.tokens.clone(), kinds[i]) else {
            continue;
        };
        let kind = kinds[i];
        let keys = keys(text, words, tokens.clone(), kind);
        let generation = (kind == EntityKind::Person && tokens.len() > 1)
            .then(|| Generation::of(text.form(tokens.end as usize - 1)))
            .flatten();
        let before = title_before(text, words, tokens.start as usize);
        let (mut gender, mut honorific, mut kin) = (None, None, false);
        if kind == EntityKind::Person
            && let Some(t) = before
        {
            let word = words.of(text, t);
            let role = word.role.map(|r| &ROLES[r as usize]);
            gender = word.gender.or(role.and_then(|r| r.gender));
            honorific = word.honorific.then_some(t as u32);
            kin = role.is_some_and(|r| r.kin);
        }
        let split = (keys.len() == 1 && kind == EntityKind::Person)
            .then(|| gender.map(|g| g == Gender::Feminine))
            .flatten();
        let display = structure.blocks[text.tokens[tokens.start as usize].block as usize]
            .kind
            .drops_articles()
            || text.tokens[tokens.start as usize..tokens.end as usize]
                .iter()
                .all(|t| t.case == Case::Upper);
        let capitals = tokens.len() == 1
            && matches!(text.tokens[tokens.start as usize].case, Case::Upper | Case::Mixed)
            && (2..=8).contains(&text.form(tokens.start as usize).len());
        let id = *known.entry((kind, split, generation, keys.clone())).or_insert_with(|| {
            variants.push(Variant {
                kind,
                listed: words.listed(text, tokens.start as usize..tokens.end as usize),
                words: keys,
                gender: None,
                generation,
                honorific: None,
                first: tokens.clone(),
                only_display: true,
                kin,
                capitals,
                entity: None,
                rule: MentionRule::FullName,
                shared: Vec::new(),
                beside_namesake: false,
            });
            variants.len() as u32 - 1
        });
        let variant = &mut variants[id as usize];
        if variant.only_display && !display {
            variant.only_display = false;
            variant.first = tokens.clone();
        }
        variant.gender = variant.gender.or(gender);
        variant.honorific = variant.honorific.or(honorific);
        uses.push(Use {
            tokens,
            variant: id,
            gender,
        });
    }
    note_namesakes(text, &mut variants, &uses);
    (variants, uses)
}

/// Nobody is named in full twice in two sentences, once with "Jr." and once without: those are two people.
fn note_namesakes(text: &Text, variants: &mut [Variant], uses: &[Use]) {
    let mut last: HashMap<Vec<u32>, (usize, u32)> = HashMap::default();
    for u in uses {
        let variant = &variants[u.variant as usize];
        if variant.kind != EntityKind::Person || variant.words.len() < 2 {
            continue;
        }
        let sentence = text.sentence_of(u.tokens.start as usize);
        let before = last.insert(variant.words.clone(), (sentence, u.variant));
        let Some((_, other)) = before.filter(|b| b.0 + 1 >= sentence) else {
            continue;
        };
        let plain = match (variant.generation, variants[other as usize].generation) {
            (None, Some(_)) => u.variant,
            (Some(_), None) => other,
            _ => continue,
        };
        let variant = &mut variants[plain as usize];
        variant.beside_namesake = !variant.only_display;
    }
}

/// Variants in parentheses directly after a longer name: the variant, and that of the name before.
pub(super) fn in_parentheses(text: &Text, uses: &[Use]) -> HashMap<u32, u32> {
    let mut found = HashMap::default();
    for pair in uses.windows(2) {
        let (whole, letters) = (&pair[0], &pair[1]);
        let (from, to) = (whole.tokens.end as usize, letters.tokens.start as usize);
        if letters.tokens.len() == 1
            && whole.tokens.len() > 1
            && to == from + 1
            && text.form(from) == "("
            && text
                .tokens
                .get(letters.tokens.end as usize)
                .is_some_and(|t| t.span.of(text.source) == ")")
            && text.tokens[to].case == Case::Upper
        {
            found.entry(letters.variant).or_insert(whole.variant);
        }
    }
    found
}

/// The tokens of a name without article, honorific and possessive.
fn bare(text: &Text, words: &Words, tokens: Range<u32>, kind: EntityKind) -> Option<Range<u32>> {
    let (mut start, mut end) = (tokens.start as usize, tokens.end as usize);
    while end > start + 1 && matches!(text.form(end - 1), "'s" | "'" | ",") {
        end -= 1;
    }
    while start + 1 < end {
        let word = words.of(text, start);
        let article = matches!(text.form(start), "the" | "a" | "an") && kind != EntityKind::Work;
        let honorific = kind == EntityKind::Person && word.honorific && text.tokens[start].case.is_capital();
        if !article && !honorific {
            break;
        }
        start += 1;
    }
    if kind == EntityKind::Person {
        (start, end) = without_role_words(text, words, start..end);
    }
    (start < end).then_some(start as u32..end as u32)
}

/// A person's name without "KC" after it, and without a role and what stands before it: "Quay partner Ilse Moor".
fn without_role_words(text: &Text, words: &Words, name: Range<usize>) -> (usize, usize) {
    let (mut start, mut end) = (name.start, name.end);
    while end > start + 2
        && text.tokens[end - 1].case != Case::Lower
        && matches!(
            text.form(end - 1),
            "kc" | "qc" | "mp" | "mep" | "msp" | "mla" | "obe" | "mbe" | "cbe" | "phd" | "md" | "frs" | ","
        )
    {
        end -= 1;
    }
    let role = (start..end.saturating_sub(1))
        .rev()
        .find(|&t| text.tokens[t].case == Case::Lower && words.of(text, t).role.is_some());
    if let Some(role) = role {
        start = role + 1;
    }
    // "Bride Ilse Moor": a role before a given name and a surname.
    let is_role = |t: usize| words.of(text, t).role.is_some() && words.of(text, t).usage.is_none();
    if end >= start + 3 && is_role(start) && words.of(text, start + 1).usage.is_some() {
        start += 1;
    }
    (start, end)
}

/// The keys of the words that count for joining.
fn keys(text: &Text, words: &Words, tokens: Range<u32>, kind: EntityKind) -> Vec<u32> {
    let mut keys: Vec<u32> = (tokens.start as usize..tokens.end as usize)
        .filter(|&t| matches!(text.tokens[t].kind, TokenKind::Word | TokenKind::Number))
        .filter(|&t| text.form(t) != "'s")
        .map(|t| words.key(text, t))
        .collect();
    let tail: &[&str] = match kind {
        EntityKind::Person => &["kc", "qc", "mp", "obe", "mbe", "cbe", "phd", "md"],
        EntityKind::Organization => &[
            "inc",
            "incorporated",
            "ltd",
            "limited",
            "plc",
            "corp",
            "corporation",
            "llc",
            "llp",
            "gmbh",
            "ag",
            "sa",
            "nv",
        ],
        _ => &[],
    };
    let is_tail = |key: u32| {
        let form = normal(&text.forms[key as usize]);
        tail.contains(&form.as_str()) || kind == EntityKind::Person && Generation::of(&form).is_some()
    };
    while keys.len() > 1 && is_tail(*keys.last().unwrap()) {
        keys.pop();
    }
    if keys.is_empty() {
        keys = (tokens.start as usize..tokens.end as usize)
            .map(|t| words.key(text, t))
            .collect();
    }
    keys
}

/// The honorific or role noun directly before a name: "Ms", "chairwoman"; over a comma a relative: "his wife, Ana Vale".
fn title_before(text: &Text, words: &Words, name: usize) -> Option<usize> {
    let t = name.checked_sub(1)?;
    let same_block = |t: usize| text.tokens[t].block == text.tokens[name].block;
    let role = |t: usize| words.of(text, t).role.map(|r| &ROLES[r as usize]);
    if text.form(t) == "," && t > 0 && same_block(t - 1) && role(t - 1).is_some_and(|r| r.kin) {
        return Some(t - 1);
    }
    let honorific = words.of(text, t).honorific && text.tokens[t].case.is_capital();
    (same_block(t) && (honorific || role(t).is_some())).then_some(t)
}
