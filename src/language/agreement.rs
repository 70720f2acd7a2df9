//! What the first reading of a document called the same words elsewhere: the second reading makes the document agree
//! with itself.

use std::collections::HashMap;

use super::context::Style;
use super::features::{View, look};
use super::hash;
use super::tags::{self, Tag};
use crate::analysis::EntityKind;
use crate::text::{Case, Text};

/// No name, person, organization, place, group, anything else.
const KINDS: usize = 6;

type Tally = [u8; KINDS];

/// How the first reading tagged the words of a document.
pub struct Agreement<'a> {
    first: &'a [Tag],
    /// By form: every use with a capital; as the first, and as another word of a name of several words.
    words: Vec<[Tally; 3]>,
    /// By hash: whole names of several words.
    names: HashMap<u64, Tally>,
    /// By hash of the form that they would have: the initials of names of several words.
    initials: HashMap<u64, Tally>,
    /// The name that each token is part of: its hash, its length, the place of the token in it.
    parts: Vec<(u64, u8, u8)>,
}

impl<'a> Agreement<'a> {
    pub fn of(text: &Text, view: &View, first: &'a [Tag]) -> Agreement<'a> {
        let mut agreement = Agreement {
            first,
            words: vec![[[0; KINDS]; 3]; text.forms.len()],
            names: HashMap::new(),
            initials: HashMap::new(),
            parts: vec![(0, 0, 0); first.len()],
        };
        for block in &text.blocks {
            let start = block.tokens.start as usize;
            tags::spans(&first[start..block.tokens.end as usize], |range, kind| {
                agreement.add_name(view, start + range.start..start + range.end, kind);
            });
        }
        for (i, token) in text.tokens.iter().enumerate() {
            if view.context.runs[i].len > 0 && view.context.style[i] == Style::Normal {
                let tallies = &mut agreement.words[token.form as usize];
                let kind = kind_of(first[i]);
                add(&mut tallies[0], kind);
                match agreement.parts[i] {
                    (_, 2.., 0) => add(&mut tallies[1], kind),
                    (_, 2.., _) => add(&mut tallies[2], kind),
                    _ => {}
                }
            }
        }
        agreement
    }

    fn add_name(&mut self, view: &View, range: std::ops::Range<usize>, kind: EntityKind) {
        let len = range.len().min(255) as u8;
        let mut whole = 0;
        let mut initials = String::new();
        for i in range.clone() {
            let word = view.words.word(i);
            whole = hash::phrase(whole, word.hash);
            if word.case.is_capital() {
                initials.extend(word.form.chars().next());
            }
        }
        for (place, i) in range.enumerate() {
            self.parts[i] = (whole, len, place.min(255) as u8);
        }
        if len >= 2 {
            add(self.names.entry(whole).or_default(), number_of(kind));
            if initials.len() >= 2 {
                add(self.initials.entry(hash::text(&initials)).or_default(), number_of(kind));
            }
        }
    }

    /// Calls `out` with each feature of the token.
    pub fn features(&self, text: &Text, view: &View, token: usize, mut out: impl FnMut(u32)) {
        let run = view.context.runs[token];
        if run.len == 0 {
            return;
        }
        let word = view.words.word(token);
        let look = look(word);
        let [all, first, rest] = self.elsewhere(text, view, token);
        let here = u64::from(self.first[token]);
        let (major, count, agreed) = majority(&all);
        let (as_first, _, _) = majority(&first);
        let (as_rest, _, _) = majority(&rest);
        let place = u64::from(run.place.min(2)) * 3 + u64::from((run.len - run.place).min(3));
        let seen = major * 8 + count * 2 + u64::from(agreed);
        let within = as_first * 8 + as_rest;
        out(hash::feature(1, seen, look));
        out(hash::feature(2, seen, here));
        out(hash::feature(3, within, place));
        out(hash::feature(4, within, here));
        out(hash::feature(5, seen * 64 + within, u64::from(run.len == 1)));
        for (template, offset) in [(6, -1), (7, 1)] {
            if let Some(next) = view.context.neighbour(token, offset) {
                let (other, _, _) = majority(&self.elsewhere(text, view, next)[0]);
                out(hash::feature(template, other * 8 + major, here));
            }
        }
        let (whole, len, at) = self.parts[token];
        if len >= 2 {
            let mut tally = self.names.get(&whole).copied().unwrap_or_default();
            remove(&mut tally, kind_of(self.first[token]));
            let (same, _, _) = majority(&tally);
            out(hash::feature(8, same, here));
            out(hash::feature(9, same, u64::from(at.min(1))));
        }
        if word.case == Case::Upper && run.len == 1 {
            let (of, _, _) = self.initials.get(&word.hash).map_or((0, 0, false), majority);
            out(hash::feature(10, of, here));
        }
    }

    /// The tallies of the token's word without the token itself.
    fn elsewhere(&self, text: &Text, view: &View, token: usize) -> [Tally; 3] {
        let mut tallies = self.words[text.tokens[token].form as usize];
        if view.context.runs[token].len > 0 && view.context.style[token] == Style::Normal {
            let kind = kind_of(self.first[token]);
            remove(&mut tallies[0], kind);
            match self.parts[token] {
                (_, 2.., 0) => remove(&mut tallies[1], kind),
                (_, 2.., _) => remove(&mut tallies[2], kind),
                _ => {}
            }
        }
        tallies
    }
}

fn add(tally: &mut Tally, kind: usize) {
    tally[kind] = tally[kind].saturating_add(1);
}

fn remove(tally: &mut Tally, kind: usize) {
    tally[kind] = tally[kind].saturating_sub(1);
}

fn kind_of(tag: Tag) -> usize {
    tags::meaning(tag).map_or(0, |(kind, _)| number_of(kind))
}

fn number_of(kind: EntityKind) -> usize {
    match kind {
        EntityKind::Person => 1,
        EntityKind::Organization => 2,
        EntityKind::Place => 3,
        EntityKind::Group => 4,
        _ => 5,
    }
}

/// The commonest kind (from 1; 0 for none at all), how often (up to 3), and whether there is no other.
fn majority(tally: &Tally) -> (u64, u64, bool) {
    let total: u32 = tally.iter().map(|&n| u32::from(n)).sum();
    let (kind, &count) = tally
        .iter()
        .enumerate()
        .rev()
        .max_by_key(|(_, n)| **n)
        .unwrap_or((0, &0));
    if count == 0 {
        return (0, 0, false);
    }
    (kind as u64 + 1, u64::from(count.min(3)), u32::from(count) == total)
}
