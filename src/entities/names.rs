//! Names that mean the same: whole names, parts of names, initials, other usual names.

use rustc_hash::FxHashMap as HashMap;
use std::ops::Range;

use super::draft::{Draft, Found, Known};
use super::rules::MentionRule;
use super::words::{Gender, ORGANIZATION_NOUNS, ROLES, SameName, Words, normal};
use crate::analysis::{BlockKind, EntityKind, MentionForm};
use crate::language::Language;
use crate::structure::Structure;
use crate::text::{Case, Text, TokenKind};

/// At most this many entities are considered for one word, so that time stays linear in any text.
const MOST_CANDIDATES: usize = 16;

/// All uses of one name: the same words, the same kind, and for a bare surname the same honorific gender.
struct Variant {
    kind: EntityKind,
    words: Vec<u32>,
    gender: Option<Gender>,
    /// An honorific word that stands before it.
    honorific: Option<u32>,
    first: Range<u32>,
    /// All its uses are in headlines and the like, or in capitals.
    only_display: bool,
    kin: bool,
    /// One word in capitals: "APA".
    capitals: bool,
    listed: Option<SameName>,
    entity: Option<u32>,
    rule: MentionRule,
    /// Several entities share the surname; each use is decided where it stands.
    shared: Vec<u32>,
}

/// One name in the text.
struct Use {
    tokens: Range<u32>,
    variant: u32,
    gender: Option<Gender>,
}

/// Makes an entity of every name and joins those that mean the same.
pub(super) fn join(text: &Text, structure: &Structure, language: &Language, words: &Words) -> Draft {
    let (mut variants, uses) = read(text, structure, language, words);
    let mut joiner = Joiner {
        text,
        words,
        entities: Vec::new(),
        by_word: HashMap::default(),
        by_spelling: HashMap::default(),
        by_listed: HashMap::default(),
        by_bag: HashMap::default(),
        by_initials: HashMap::default(),
    };
    let mut order: Vec<usize> = (0..variants.len()).collect();
    // Full names first, so that a part finds its whole wherever it stands, in the headline too.
    order.sort_by_key(|&v| {
        (
            std::cmp::Reverse(variants[v].words.len()),
            variants[v].gender.is_none(),
            v,
        )
    });
    let brackets = in_parentheses(text, &uses);
    for v in order {
        joiner.place(&mut variants[v], brackets.get(&(v as u32)).copied());
        if let (Some(entity), true) = (variants[v].entity, !variants[v].words.is_empty()) {
            joiner.index(entity, &variants[v]);
        }
    }
    for (&v, &whole) in &brackets {
        // "Arlen Port Authority (APA)": the letters need not be its initials.
        let (whole, variant) = (whole as usize, v as usize);
        if variants[variant].rule == MentionRule::FullName
            && variants[variant].kind == EntityKind::Organization
            && variants[whole].kind == EntityKind::Organization
            && variants[whole].entity.is_some()
        {
            variants[variant].entity = variants[whole].entity;
            variants[variant].rule = MentionRule::Initials;
        }
    }
    decide(text, &mut joiner.entities, &variants, uses)
}

/// The names of the text and their variants.
fn read(text: &Text, structure: &Structure, language: &Language, words: &Words) -> (Vec<Variant>, Vec<Use>) {
    let mut variants: Vec<Variant> = Vec::new();
    let mut uses = Vec::with_capacity(language.names.len());
    let mut known: HashMap<(EntityKind, Option<bool>, Vec<u32>), u32> = HashMap::default();
    let kinds = agreed_kinds(text, structure, language, words);
    for (i, name) in language.names.iter().enumerate() {
        let Some(tokens) = bare(text, words, name.tokens.clone(), kinds[i]) else {
            continue;
        };
        let kind = kinds[i];
        let keys = keys(text, words, tokens.clone(), kind);
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
        let display = is_display(structure.blocks[text.tokens[tokens.start as usize].block as usize].kind)
            || text.tokens[tokens.start as usize..tokens.end as usize]
                .iter()
                .all(|t| t.case == Case::Upper);
        let capitals = tokens.len() == 1
            && matches!(text.tokens[tokens.start as usize].case, Case::Upper | Case::Mixed)
            && (2..=8).contains(&text.form(tokens.start as usize).len());
        let id = *known.entry((kind, split, keys.clone())).or_insert_with(|| {
            variants.push(Variant {
                kind,
                listed: words.listed(text, tokens.start as usize..tokens.end as usize),
                words: keys,
                gender: None,
                honorific: None,
                first: tokens.clone(),
                only_display: true,
                kin,
                capitals,
                entity: None,
                rule: MentionRule::FullName,
                shared: Vec::new(),
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
    (variants, uses)
}

/// One kind for the same words throughout the text where all but a few uses agree.
fn agreed_kinds(text: &Text, structure: &Structure, language: &Language, words: &Words) -> Vec<EntityKind> {
    let dateline = structure.dateline.as_ref().map(|d| d.span);
    let mut counts: HashMap<Vec<u32>, Vec<(EntityKind, u32)>> = HashMap::default();
    let spelled: Vec<Vec<u32>> = language
        .names
        .iter()
        .map(|n| {
            (n.tokens.start..n.tokens.end)
                .map(|t| words.key(text, t as usize))
                .collect()
        })
        .collect();
    for (name, keys) in language.names.iter().zip(&spelled) {
        let kinds = counts.entry(keys.clone()).or_default();
        match kinds.iter_mut().find(|(k, _)| *k == name.kind) {
            Some((_, n)) => *n += 1,
            None => kinds.push((name.kind, 1)),
        }
    }
    language
        .names
        .iter()
        .zip(&spelled)
        .map(|(name, keys)| {
            // A dateline names a place and an agency.
            if name.kind == EntityKind::Person && dateline.is_some_and(|d| d.contains(name.span)) {
                return EntityKind::Place;
            }
            let kinds = &counts[keys];
            let most = kinds.iter().max_by_key(|(_, n)| *n).map_or((name.kind, 0), |&k| k);
            let own = kinds.iter().find(|(k, _)| *k == name.kind).map_or(0, |k| k.1);
            if most.1 >= 3 * own { most.0 } else { name.kind }
        })
        .collect()
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
    (start < end).then_some(start as u32..end as u32)
}

/// The keys of the words that count for joining.
fn keys(text: &Text, words: &Words, tokens: Range<u32>, kind: EntityKind) -> Vec<u32> {
    let mut keys: Vec<u32> = (tokens.start as usize..tokens.end as usize)
        .filter(|&t| matches!(text.tokens[t].kind, TokenKind::Word | TokenKind::Number))
        .filter(|&t| text.form(t) != "'s")
        .map(|t| words.key(text, t))
        .collect();
    let tail: &[&str] = match kind {
        EntityKind::Person => &[
            "jr", "sr", "ii", "iii", "kc", "qc", "mp", "obe", "mbe", "cbe", "phd", "md",
        ],
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
    while keys.len() > 1 && tail.contains(&normal(&text.forms[*keys.last().unwrap() as usize]).as_str()) {
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

/// Lines written in headline style, where articles fall away.
pub(super) fn is_display(kind: BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Headline
            | BlockKind::Kicker
            | BlockKind::Standfirst
            | BlockKind::Crosshead
            | BlockKind::KeyPoint
            | BlockKind::Related
            | BlockKind::Tags
            | BlockKind::PullQuote
            | BlockKind::Furniture
    )
}

/// Variants in parentheses directly after a longer name: the variant, and that of the name before.
fn in_parentheses(text: &Text, uses: &[Use]) -> HashMap<u32, u32> {
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

struct Joiner<'a> {
    text: &'a Text<'a>,
    words: &'a Words,
    entities: Vec<Known>,
    /// Entities by each word of their name.
    by_word: HashMap<(EntityKind, u32), Vec<u32>>,
    /// By all words written together.
    by_spelling: HashMap<(EntityKind, String), u32>,
    by_listed: HashMap<(EntityKind, SameName), u32>,
    /// By the words in alphabetical order, small words left out.
    by_bag: HashMap<Vec<String>, u32>,
    by_initials: HashMap<String, Vec<u32>>,
}

impl Joiner<'_> {
    /// Finds the entity that a variant names, or makes one.
    fn place(&mut self, variant: &mut Variant, in_parentheses: Option<u32>) {
        let found = match variant.kind {
            EntityKind::Person => self.person(variant),
            EntityKind::Organization => self.organization(variant, in_parentheses.is_some()),
            _ => self.other(variant),
        };
        if let Some((entity, rule)) = found {
            variant.entity = Some(entity);
            variant.rule = rule;
            let known = &mut self.entities[entity as usize];
            known.gender = known.gender.or(variant.gender);
            return;
        }
        if !variant.shared.is_empty() {
            return;
        }
        variant.entity = Some(self.entities.len() as u32);
        self.entities.push(Known {
            kind: variant.kind,
            words: variant.words.clone(),
            name: variant.first.clone(),
            gender: variant.gender,
            country: match variant.listed {
                Some(SameName::Country(c) | SameName::People(c)) => c,
                _ => 0,
            },
            honorific: None,
            kin: variant.kin,
            roles: Vec::new(),
            age: None,
        });
    }

    fn index(&mut self, entity: u32, variant: &Variant) {
        let kind = variant.kind;
        for &word in &variant.words {
            let list = self.by_word.entry((kind, word)).or_default();
            if list.len() < MOST_CANDIDATES && !list.contains(&entity) {
                list.push(entity);
            }
        }
        self.by_spelling.entry((kind, self.spelling(variant))).or_insert(entity);
        if let Some(listed) = variant.listed {
            self.by_listed.entry((kind, listed)).or_insert(entity);
        }
        if kind == EntityKind::Organization && variant.words.len() > 1 {
            self.by_bag.entry(self.bag(variant)).or_insert(entity);
            for initials in self.initials(variant) {
                let list = self.by_initials.entry(initials).or_default();
                if !list.contains(&entity) && list.len() < MOST_CANDIDATES {
                    list.push(entity);
                }
            }
        }
    }

    fn spelling(&self, variant: &Variant) -> String {
        let mut spelling: String = variant
            .words
            .iter()
            .map(|&w| self.words.spelled(self.text, w))
            .collect();
        if variant.kind == EntityKind::Group && spelling.len() > 3 {
            // "Palestinians", "Tories".
            if let Some(stem) = spelling.strip_suffix("ies") {
                spelling = format!("{stem}y");
            } else if spelling.ends_with('s') && !spelling.ends_with("ss") {
                spelling.pop();
            }
        }
        spelling
    }

    fn bag(&self, variant: &Variant) -> Vec<String> {
        let mut bag: Vec<String> = variant
            .words
            .iter()
            .map(|&w| self.words.spelled(self.text, w))
            .filter(|w| !is_small(w))
            .map(|w| match w.as_str() {
                "defence" => "defense".to_string(),
                "organisation" => "organization".to_string(),
                "centre" => "center".to_string(),
                "labor" => "labour".to_string(),
                _ => w,
            })
            .collect();
        bag.sort();
        bag
    }

    /// First letters, with and without the small words.
    fn initials(&self, variant: &Variant) -> Vec<String> {
        let words: Vec<String> = variant
            .words
            .iter()
            .map(|&w| self.words.spelled(self.text, w))
            .collect();
        let first = |w: &String| w.chars().next();
        let all: String = words.iter().filter_map(first).collect();
        let long: String = words.iter().filter(|w| !is_small(w)).filter_map(first).collect();
        if all == long { vec![all] } else { vec![all, long] }
    }

    fn candidates(&self, kind: EntityKind, word: u32) -> &[u32] {
        self.by_word.get(&(kind, word)).map_or(&[], |l| l.as_slice())
    }

    fn person(&self, variant: &mut Variant) -> Option<(u32, MentionRule)> {
        let words = &variant.words;
        if words.len() > 1 {
            if let Some(&e) = self.by_spelling.get(&(variant.kind, self.spelling(variant))) {
                return Some((e, MentionRule::FullName));
            }
            let last = *words.last().unwrap();
            let mut same = self.candidates(variant.kind, last).iter().copied().filter(|&e| {
                let whole = &self.entities[e as usize].words;
                contains(whole, words)
                    || whole.last() == Some(&last) && (whole[0] == words[0] || self.is_initial_of(words[0], whole[0]))
            });
            let found = same.next()?;
            return same.next().is_none().then_some((found, MentionRule::PartOfName));
        }
        let word = words[0];
        let fits = |e: &u32| {
            let known = &self.entities[*e as usize];
            variant.gender.is_none() || known.gender.is_none() || variant.gender == known.gender
        };
        let all: Vec<u32> = self
            .candidates(variant.kind, word)
            .iter()
            .copied()
            .filter(fits)
            .collect();
        let of_rank = |rank: usize| -> Vec<u32> {
            all.iter()
                .copied()
                .filter(|&e| {
                    let whole = &self.entities[e as usize].words;
                    let at = match () {
                        _ if whole.last() == Some(&word) => 0,
                        _ if whole[0] == word => 1,
                        _ => 2,
                    };
                    at == rank
                })
                .collect()
        };
        for rank in 0..3 {
            let mut found = of_rank(rank);
            let rule = [MentionRule::Surname, MentionRule::GivenName, MentionRule::PartOfName][rank];
            match found.len() {
                0 => continue,
                1 => return Some((found[0], rule)),
                _ => {
                    // A title may tell which: "Ms Vale" where one Vale is Ms.
                    if variant.gender.is_some() {
                        let told: Vec<u32> = found
                            .iter()
                            .copied()
                            .filter(|&e| self.entities[e as usize].gender == variant.gender)
                            .collect();
                        if told.len() == 1 {
                            return Some((told[0], rule));
                        }
                    }
                    // Without a title it is rather somebody named in full.
                    if found.iter().any(|&e| self.entities[e as usize].words.len() > 1) {
                        found.retain(|&e| self.entities[e as usize].words.len() > 1);
                    }
                    if let [e] = found[..] {
                        return Some((e, rule));
                    }
                    found.sort_unstable();
                    variant.shared = found;
                    return None;
                }
            }
        }
        None
    }

    /// The word is one letter, the first of the other.
    fn is_initial_of(&self, letter: u32, word: u32) -> bool {
        let (a, b) = (
            self.words.spelled(self.text, letter),
            self.words.spelled(self.text, word),
        );
        let short = |s: &String| s.chars().count() == 1;
        short(&a) && b.starts_with(&a) || short(&b) && a.starts_with(&b)
    }

    fn organization(&self, variant: &Variant, in_parentheses: bool) -> Option<(u32, MentionRule)> {
        if let Some(found) = self.other(variant) {
            return Some(found);
        }
        let words = &variant.words;
        if let Some(&e) = self.by_bag.get(&self.bag(variant)) {
            return Some((e, MentionRule::SameWords));
        }
        if variant.capitals && !in_parentheses {
            let letters = self.words.spelled(self.text, words[0]);
            if let Some([e]) = self.by_initials.get(&letters).map(|l| l.as_slice()) {
                return Some((*e, MentionRule::Initials));
            }
        }
        // A part: the first words of a longer name, or what follows its country.
        let mut found: Option<u32> = None;
        for &e in self.candidates(variant.kind, words[0]) {
            let known = &self.entities[e as usize];
            let whole = &known.words;
            if whole.len() <= words.len() {
                continue;
            }
            let earlier = known.name.start < variant.first.start || variant.only_display;
            let fits = if whole.starts_with(words) {
                let rest = &whole[words.len()..];
                let generic = |w: &u32| self.is_organization_word(*w);
                let distinct = !words.iter().all(|w| self.is_plain_word(*w));
                if distinct {
                    earlier || rest.iter().all(generic)
                } else {
                    // "the Bank" for the Bank of Arlen.
                    earlier && words.len() == 1 && generic(&words[0])
                }
            } else if whole.ends_with(words) {
                let rest = &whole[..whole.len() - words.len()];
                let of_country = rest.iter().all(|w| self.words.of_key(*w).country != 0);
                let of_place = rest.iter().all(|w| self.is_place_word(*w));
                (earlier && of_place || of_country) && (words.len() > 1 || self.is_organization_word(words[0]))
            } else {
                false
            };
            if fits {
                if found.is_some() {
                    return None;
                }
                found = Some(e);
            }
        }
        found.map(|e| (e, MentionRule::PartOfName))
    }

    /// Places, groups and all other kinds: the same name, spelling apart, or another usual name.
    fn other(&self, variant: &Variant) -> Option<(u32, MentionRule)> {
        if let Some(&e) = self.by_spelling.get(&(variant.kind, self.spelling(variant))) {
            return Some((e, MentionRule::SameWords));
        }
        if let Some(&e) = variant.listed.and_then(|l| self.by_listed.get(&(variant.kind, l))) {
            return Some((e, MentionRule::OtherName));
        }
        if variant.kind == EntityKind::Organization {
            return None;
        }
        let words = &variant.words;
        let mut fits = self.candidates(variant.kind, words[0]).iter().copied().filter(|&e| {
            let whole = &self.entities[e as usize].words;
            match variant.kind {
                // "Thole" for Thole Island.
                EntityKind::Place => {
                    whole.len() > words.len()
                        && whole.starts_with(words)
                        && whole[words.len()..].iter().all(|&w| {
                            matches!(
                                self.words.spelled(self.text, w).as_str(),
                                "island" | "islands" | "peninsula" | "mountains"
                            )
                        })
                }
                EntityKind::Group => false,
                _ => words.len() > 1 && whole.len() > words.len() && whole.ends_with(words),
            }
        });
        let found = fits.next()?;
        fits.next().is_none().then_some((found, MentionRule::PartOfName))
    }

    /// A word that says "organization" in a name: "Party", "Bank".
    fn is_organization_word(&self, word: u32) -> bool {
        let spelled = self.words.spelled(self.text, word);
        ORGANIZATION_NOUNS
            .iter()
            .any(|n| n.noun == spelled || n.noun != "newspaper" && n.name_words.contains(&spelled.as_str()))
    }

    /// A country, its people, or "national" and the like.
    fn is_place_word(&self, word: u32) -> bool {
        let spelled = self.words.spelled(self.text, word);
        self.words.of_key(word).country != 0
            || self.entities_named(EntityKind::Place, word)
            || matches!(
                spelled.as_str(),
                "national" | "federal" | "royal" | "of" | "the" | "south" | "north" | "new" | "united" | "states"
            )
    }

    fn entities_named(&self, kind: EntityKind, word: u32) -> bool {
        self.candidates(kind, word)
            .iter()
            .any(|&e| self.entities[e as usize].words.len() == 1)
    }

    /// A word that names nothing by itself: "National", "American", "Bank", "of".
    fn is_plain_word(&self, word: u32) -> bool {
        self.is_place_word(word) || self.is_organization_word(word) || is_small(&self.words.spelled(self.text, word))
    }
}

fn is_small(word: &str) -> bool {
    matches!(
        word,
        "of" | "the" | "and" | "for" | "in" | "on" | "to" | "a" | "de" | "la" | "del" | "des" | "du" | "et" | "y"
    )
}

/// `part` stands in `whole` as a run.
fn contains(whole: &[u32], part: &[u32]) -> bool {
    whole.len() >= part.len() && whole.windows(part.len()).any(|w| w == part)
}

/// Gives every use its entity; shared surnames are decided here, in text order.
fn decide(text: &Text, entities: &mut Vec<Known>, variants: &[Variant], uses: Vec<Use>) -> Draft {
    // Who was last named without doubt, by entity: the token.
    let mut last_named: Vec<Option<u32>> = vec![None; entities.len()];
    let mut first_named: Vec<u32> = vec![u32::MAX; entities.len()];
    for u in &uses {
        if let Some(e) = variants[u.variant as usize].entity {
            first_named[e as usize] = first_named[e as usize].min(u.tokens.start);
        }
    }
    let mut mentions = Vec::with_capacity(uses.len());
    for u in uses {
        let variant = &variants[u.variant as usize];
        let (entity, rule) = match variant.entity {
            Some(e) => {
                last_named[e as usize] = Some(u.tokens.start);
                (e, variant.rule)
            }
            None => {
                let fits = |e: u32| {
                    let gender = entities[e as usize].gender;
                    u.gender.is_none() || gender.is_none() || gender == u.gender
                };
                let sentence = text.sentence_of(u.tokens.start as usize);
                // Somebody introduced by full name in this sentence or the one before, not as somebody's relative.
                let since = text.sentences[sentence.saturating_sub(1)].tokens.start;
                let near = variant
                    .shared
                    .iter()
                    .copied()
                    .filter(|&e| fits(e) && !entities[e as usize].kin)
                    .filter(|&e| last_named[e as usize].is_some_and(|t| t >= since))
                    .max_by_key(|&e| last_named[e as usize]);
                let chosen = near
                    .or_else(|| {
                        let rank = |&e: &u32| (!fits(e), entities[e as usize].kin, first_named[e as usize]);
                        variant.shared.iter().copied().min_by_key(rank)
                    })
                    .unwrap_or(0);
                (chosen, MentionRule::SharedSurname)
            }
        };
        let whole = &mut entities[entity as usize];
        if variant.words.len() == whole.words.len() && !variant.only_display {
            // Prefer the first use that is not in capitals.
            let is_capitals = |r: &Range<u32>| {
                text.tokens[r.start as usize..r.end as usize]
                    .iter()
                    .all(|t| t.case == Case::Upper)
            };
            if is_capitals(&whole.name) && !is_capitals(&u.tokens) && whole.words == variant.words {
                whole.name = u.tokens.clone();
            }
        }
        mentions.push(Found {
            tokens: u.tokens,
            form: MentionForm::Name,
            entity,
            rule,
        });
    }
    tell_namesakes_apart(variants, entities);
    let mut name_of_token = vec![0; text.tokens.len()];
    for (i, mention) in mentions.iter().enumerate() {
        name_of_token[mention.tokens.start as usize..mention.tokens.end as usize].fill(i as u32 + 1);
    }
    Draft {
        name_of_token,
        entities: std::mem::take(entities),
        names: mentions.len(),
        mentions,
    }
}

/// An honorific stays with a bare surname that somebody else also bears.
fn tell_namesakes_apart(variants: &[Variant], entities: &mut [Known]) {
    let mut bearers: HashMap<u32, u32> = HashMap::default();
    for known in entities.iter().filter(|k| k.kind == EntityKind::Person) {
        if let Some(&last) = known.words.last() {
            *bearers.entry(last).or_default() += 1;
        }
    }
    for variant in variants {
        if let (Some(e), [word], Some(honorific)) = (variant.entity, variant.words.as_slice(), variant.honorific)
            && variant.kind == EntityKind::Person
            && bearers.get(word).is_some_and(|&n| n > 1)
            && entities[e as usize].words.len() == 1
            && entities[e as usize].name.start == honorific + 1
        {
            entities[e as usize].honorific = Some(honorific);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::check::check;

    #[test]
    fn a_surname_or_a_given_name_joins_the_full_name_wherever_it_stands() {
        check(
            "P[MOOR] wins vote in L[Arlen]\n\nP[Ilse Moor] won on Monday. P[Moor] thanked P[Hal de Brandt]. “P[Ilse], thank you,” P[de Brandt] said.",
            "Ilse Moor: MOOR, Ilse Moor, Moor, Ilse
             Arlen: Arlen
             Hal de Brandt: Hal de Brandt, de Brandt",
        );
    }

    #[test]
    fn middle_names_and_initials_are_the_same_person() {
        check(
            "P[Jon R. Ade] came. P[Jon Ade] left. P[J. Ade] slept. P[Jon Ade Jr.] woke.",
            "Jon R. Ade: Jon R. Ade, Jon Ade, J. Ade, Jon Ade Jr.",
        );
    }

    #[test]
    fn honorifics_keep_people_of_one_surname_apart() {
        check(
            "Sir P[Tom Vale] was there with Lady P[Vale]. Mr P[Vale] left; Lady P[Vale] did not. P[Vale] came back.",
            "Tom Vale: Tom Vale, Vale, Vale
             Lady Vale: Vale, Vale",
        );
    }

    #[test]
    fn a_relative_does_not_take_the_surname_over() {
        check(
            "Mayor P[Tom Vale] spoke. His son P[Hal Vale] was found guilty. P[Vale] would not comment.",
            "Tom Vale (Mayor): *Mayor, Tom Vale, ~His, Vale
             Hal Vale: Hal Vale",
        );
    }

    #[test]
    fn a_wife_is_told_from_her_husband_by_their_titles() {
        check(
            "P[Tom Vale] left. P[Vale]'s wife, P[Ana Vale], did not. Mr P[Vale] slept; Ms P[Vale] read.",
            "Tom Vale: Tom Vale, Vale, Vale
             Ana Vale: Ana Vale, Vale",
        );
    }

    #[test]
    fn a_place_and_a_person_of_the_same_name_stay_apart() {
        check(
            "P[Arlen Hall] flew to L[Arlen]. P[Hall] likes L[Arlen].",
            "Arlen Hall: Arlen Hall, Hall
             Arlen: Arlen, Arlen",
        );
    }

    #[test]
    fn accents_and_stops_make_no_difference() {
        check(
            "P[Inés Muñoz] met P[Ines Munoz] in the L[U.S.] and the L[US], that is L[America].",
            "Inés Muñoz: Inés Muñoz, Ines Munoz
             U.S.: U.S., US, America",
        );
    }

    #[test]
    fn organizations_join_by_initials_parentheses_and_parts() {
        check(
            "The O[Arlen Port Authority] sued O[Quay Steel Inc] today. The O[APA] won. O[Quay Steel] lost, O[Quay] said. \
             The O[Society of Tugs] (O[TUGS]) was glad. The O[Ministry of Tides], or O[Tides Ministry], was not.",
            "Arlen Port Authority: Arlen Port Authority, APA
             Quay Steel Inc: Quay Steel Inc, Quay Steel, Quay
             Society of Tugs: Society of Tugs, TUGS
             Ministry of Tides: Ministry of Tides, Tides Ministry",
        );
    }

    #[test]
    fn a_bare_country_word_is_no_part_of_an_organization() {
        check(
            "The O[Bank of Norway] and the O[Bank of Sweden] met. The O[Norwegian Coast Guard] came; the O[Coast Guard] left.",
            "Bank of Norway: Bank of Norway
             Bank of Sweden: Bank of Sweden
             Norwegian Coast Guard: Norwegian Coast Guard, Coast Guard",
        );
    }

    #[test]
    fn groups_join_over_number_and_countries_have_several_names() {
        check(
            "G[Ukrainian] troops and G[Ukrainians] thank L[Britain], the L[UK] and the G[British].",
            "Ukrainian: Ukrainian, Ukrainians
             Britain: Britain, UK
             British: British",
        );
    }
}
