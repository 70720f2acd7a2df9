//! What kind each name is of, by all its uses and by what stands beside it.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use crate::analysis::EntityKind;
use crate::entities::words::{SameName, Words};
use crate::language::{Name, is_business};
use crate::structure::Structure;
use crate::text::{Case, Text, TokenKind};

/// The kind of each name.
pub(super) fn agreed(text: &Text, structure: &Structure, names: &[Name], words: &Words) -> Vec<EntityKind> {
    let spelled: Vec<Vec<u32>> = names
        .iter()
        .map(|n| {
            (n.tokens.start..n.tokens.end)
                .map(|t| words.key(text, t as usize))
                .collect()
        })
        .collect();
    let mut kinds: Vec<EntityKind> = names.iter().map(|name| beside(text, words, name)).collect();
    beside_people(text, names, &mut kinds);
    majority(text, structure, names, &spelled, &mut kinds);
    surnames(text, words, names, &spelled, &mut kinds);
    kinds
}

/// What tells a person or a business: "Art Hall, 44, a baker", "a farmer, Georgia Mills, said", "Quayven, a maker of pumps".
fn beside(text: &Text, words: &Words, name: &Name) -> EntityKind {
    let (start, end) = (name.tokens.start as usize, name.tokens.end as usize);
    let block = text.tokens[start].block;
    let form = |t: usize| match text.tokens.get(t) {
        Some(token) if token.block == block => text.form(t),
        _ => "",
    };
    if matches!(name.kind, EntityKind::Person | EntityKind::Place)
        && end == start + 1
        && form(end) == ","
        && matches!(form(end + 1), "a" | "an")
        && (2..5).any(|ahead| is_business(form(end + ahead), form(end + ahead + 1)))
    {
        return EntityKind::Organization;
    }
    let capitalised = |t: usize| text.tokens[t].kind == TokenKind::Word && text.tokens[t].case == Case::Capitalised;
    if name.kind == EntityKind::Person || end != start + 2 || !(start..end).all(capitalised) || form(end) != "," {
        return name.kind;
    }
    let age = form(end + 1).parse::<u8>().is_ok_and(|age| (1..=110).contains(&age)) && form(end + 2) == ",";
    let role = |t: usize| !form(t).is_empty() && words.of(text, t).role.is_some();
    let after = matches!(form(end + 1), "a" | "an") && role(end + 2) && matches!(form(end + 3), "," | ".");
    let before = start > 1 && form(start - 1) == "," && role(start - 2);
    let given = words.of(text, start).usage.is_some();
    if age || given && (after || before) {
        EntityKind::Person
    } else {
        name.kind
    }
}

/// "Rita Moor and N'Dala Koite": what looks like a person's name beside a person is no product.
fn beside_people(text: &Text, names: &[Name], kinds: &mut [EntityKind]) {
    for n in 1..names.len() {
        let and = names[n - 1].tokens.end as usize;
        let joined = and + 1 == names[n].tokens.start as usize && text.form(and) == "and";
        let (a, b) = (kinds[n - 1], kinds[n]);
        let two_words = |n: usize| names[n].tokens.len() == 2;
        match (a, b) {
            (EntityKind::Person, EntityKind::Product) if joined && two_words(n) => kinds[n] = a,
            (EntityKind::Product, EntityKind::Person) if joined && two_words(n - 1) => kinds[n - 1] = b,
            _ => {}
        }
    }
}

/// One kind for the same words throughout the text where all but a few uses agree; headlines follow the text below.
fn majority(text: &Text, structure: &Structure, names: &[Name], spelled: &[Vec<u32>], kinds: &mut [EntityKind]) {
    let displayed = |name: &Name| {
        structure.blocks[text.tokens[name.tokens.start as usize].block as usize]
            .kind
            .drops_articles()
    };
    let mut counts: HashMap<&[u32], Vec<(EntityKind, u32, u32)>> = HashMap::default();
    for ((name, keys), &kind) in names.iter().zip(spelled).zip(kinds.iter()) {
        let counts = counts.entry(keys).or_default();
        let at = counts.iter().position(|c| c.0 == kind).unwrap_or_else(|| {
            counts.push((kind, 0, 0));
            counts.len() - 1
        });
        counts[at].1 += 1;
        counts[at].2 += u32::from(!displayed(name));
    }
    for ((name, keys), kind) in names.iter().zip(spelled).zip(kinds) {
        let counts = &counts[keys.as_slice()];
        let own = counts.iter().find(|c| c.0 == *kind).map_or((0, 0), |c| (c.1, c.2));
        // A single word may well be a place here and a person there.
        let times = if keys.len() > 1 { 2 } else { 3 };
        if let Some(most) = counts.iter().max_by_key(|c| c.1)
            && most.1 >= times * own.0
        {
            *kind = most.0;
        } else if let (true, 0, [below]) = (
            displayed(name),
            own.1,
            &counts.iter().filter(|c| c.2 > 0).collect::<Vec<_>>()[..],
        ) {
            *kind = below.0;
        }
    }
}

/// "Floch" after "Jean-Yves Floch" is he and no company, unless the word is also known as another name; "Quayven" beside
/// "Quayven Foods", where nobody is called so, is the company.
fn surnames(text: &Text, words: &Words, names: &[Name], spelled: &[Vec<u32>], kinds: &mut [EntityKind]) {
    let mut bearers: HashSet<u32> = HashSet::default();
    let mut companies: HashSet<u32> = HashSet::default();
    for (keys, &kind) in spelled.iter().zip(kinds.iter()) {
        match (kind, keys.as_slice()) {
            (EntityKind::Person, keys) if keys.len() > 1 => bearers.extend(keys),
            (EntityKind::Organization, [first, _, ..]) => _ = companies.insert(*first),
            _ => {}
        }
    }
    let mut people: HashSet<u32> = HashSet::default();
    for n in 0..names.len() {
        let t = names[n].tokens.start as usize;
        match spelled[n][..] {
            [_, .., last] if kinds[n] == EntityKind::Person => _ = people.insert(last),
            [word] if kinds[n] == EntityKind::Person => {
                let titled = t > 0 && words.of(text, t - 1).honorific;
                if companies.contains(&word) && !bearers.contains(&word) && !titled && words.of(text, t).usage.is_none()
                {
                    kinds[n] = EntityKind::Organization;
                }
            }
            [word] if kinds[n] != EntityKind::Group => {
                let known = matches!(
                    words.listed(text, t..t + 1),
                    Some(SameName::Country(_) | SameName::People(_))
                );
                if !known && text.tokens[t].case == Case::Capitalised && people.contains(&word) {
                    kinds[n] = EntityKind::Person;
                }
            }
            _ => {}
        }
    }
}
