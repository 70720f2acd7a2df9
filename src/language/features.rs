//! What the models look at. Training and tagging both call these functions, so that they cannot drift apart.
//!
//! `of_word` depends on one word and is cached per distinct word of a text; `of_token` looks at several.

use super::context::Context;
use super::known_words::{KnownWords, Word};
use super::memory::Memory;
use super::vocabulary::Vocabulary;
use crate::sequence::hash::{self, feature};
use crate::text::Text;

/// Which of the two models.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    PartsOfSpeech,
    Names,
}

/// Groups of features, for the ablation in `models/README.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The same for every token.
    Bias,
    /// The word itself.
    Word,
    /// Its capitals, digits, length, and those of its neighbours.
    Shape,
    Affixes,
    /// The words beside it.
    Context,
    Clusters,
    Lists,
    /// List entries of several words.
    Phrases,
    /// Runs of capitalised words.
    Runs,
    /// The same word elsewhere in the document.
    Memory,
    /// How the sentence uses capitals, and where it begins.
    Style,
}

/// Everything that features are computed from.
pub struct FeatureSource<'t> {
    pub words: KnownWords<'t>,
    pub context: Context,
    pub memory: Memory,
}

impl<'t> FeatureSource<'t> {
    pub fn of(text: &'t Text, vocabulary: &Vocabulary) -> FeatureSource<'t> {
        let words = KnownWords::of(text, vocabulary);
        let context = Context::of(text, &words);
        let memory = Memory::of(text, &words, &context);
        FeatureSource { words, context, memory }
    }
}

/// The places of the window around a token, the token itself included.
pub const WINDOW: [i32; 5] = [0, -1, 1, -2, 2];

/// Calls `out` with each feature that depends on one word alone, standing at `WINDOW[place]`.
pub fn of_word(task: Task, place: usize, word: &Word, mut out: impl FnMut(Group, u32)) {
    let base = place as u32 * 16;
    let cluster = u64::from(word.cluster);
    let look = u64::from(word.look);
    match place {
        0 => {
            out(Group::Bias, feature(base, 0, 0));
            out(Group::Word, feature(base + 1, word.hash, 0));
            out(Group::Word, feature(base + 2, word.hash, look));
            out(Group::Shape, feature(base + 3, look, 0));
            if word.cluster != 0 {
                out(Group::Clusters, feature(base + 4, cluster, 0));
                if task == Task::PartsOfSpeech {
                    out(Group::Clusters, feature(base + 5, cluster, look));
                }
            }
            affixes(word.form, |len, front, hash| {
                out(Group::Affixes, feature(base + 6 + u32::from(front), hash, len));
                if len == 3 && task == Task::PartsOfSpeech {
                    out(Group::Affixes, feature(base + 8 + u32::from(front), hash, look));
                }
            });
            if task == Task::Names {
                lists(word.lists, |list| out(Group::Lists, feature(base + 10, list, look)));
            }
            if word.lists != 0 && task == Task::Names {
                out(Group::Lists, feature(base + 11, u64::from(word.lists), look));
            }
        }
        1 | 2 => {
            out(Group::Context, feature(base + 1, word.hash, 0));
            out(Group::Shape, feature(base + 3, look, 0));
            if word.cluster != 0 {
                out(Group::Clusters, feature(base + 4, cluster, 0));
            }
            if word.lists != 0 && task == Task::Names {
                out(Group::Lists, feature(base + 11, u64::from(word.lists), look));
            }
            suffix(word.form, 3, |hash| out(Group::Affixes, feature(base + 6, hash, 0)));
        }
        _ => {
            if task == Task::Names {
                out(Group::Context, feature(base + 1, word.hash, 0));
            }
            out(Group::Shape, feature(base + 3, look, 0));
            if word.cluster != 0 {
                out(Group::Clusters, feature(base + 4, cluster, 0));
            }
        }
    }
}

/// Calls `out` with each feature that depends on several words, or on the text around the token.
pub fn of_token(task: Task, view: &FeatureSource, token: usize, mut out: impl FnMut(Group, u32)) {
    use Group::{Clusters, Context, Lists, Memory, Phrases, Runs, Shape, Style};
    let FeatureSource { words, context, memory } = view;
    let at = |offset: i32| context.word(words, token, offset);
    let (p2, p, w, n, n2) = (at(-2), at(-1), at(0), at(1), at(2));
    let look = |word: &Word| u64::from(word.look);
    let (look_p, look_w, look_n) = (look(p), look(w), look(n));
    let c = |w: &Word| u64::from(w.cluster);
    // Each template has its own number, so that removing one leaves the hashes of the others unchanged.
    let mut f = |template: u32, group: Group, a: u64, b: u64| out(group, feature(template, a, b));
    f(129, Context, p.hash, w.hash);
    f(130, Context, w.hash, n.hash);
    if task == Task::PartsOfSpeech {
        f(131, Clusters, c(p), c(w));
        f(132, Clusters, c(w), c(n));
        f(133, Shape, look_p * 64 + look_w, look_n);
        f(134, Context, p.hash, n.hash);
        f(135, Clusters, c(p2), c(p));
        f(136, Clusters, c(n), c(n2));
        f(137, Style, u64::from(context.starts_sentence[token]), look_w);
        f(138, Context, p.hash, look_w);
        return;
    }
    f(134, Clusters, c(p), c(n));
    f(135, Context, p.hash, look_w);
    f(136, Context, n.hash, look_w);
    let looks = look(p2) * 4096 + look_p * 64 + look_w;
    f(137, Shape, looks, look_n * 64 + look(n2));
    f(138, Clusters, c(p) * 64 + look_w, look_n);
    f(139, Lists, u64::from(p.lists) * 64 + look_w, u64::from(w.lists));
    f(140, Lists, u64::from(w.lists) * 64 + look_w, u64::from(n.lists));
    let start = u64::from(context.starts_sentence[token]) * 4;
    f(141, Style, start + context.style[token] as u64, look_w);
    let phrase = words.phrases[token];
    f(142, Phrases, u64::from(phrase.lists), u64::from(phrase.position));
    let run = context.runs[token];
    if run.len > 0 {
        let place = u64::from(run.place.min(3)) * 8 + u64::from((run.len - run.place).min(4));
        let (first, last) = (words.word(run.first as usize), words.word(run.last as usize));
        f(145, Runs, last.hash, u64::from(run.place.min(1)));
        f(146, Runs, c(last), place);
        f(147, Runs, u64::from(last.lists), place);
        f(148, Runs, u64::from(first.lists), place);
        f(149, Runs, first.hash, u64::from(run.place.min(3)));
        let before = context.word(words, run.first as usize, -1);
        let after = context.word(words, run.last as usize, 1);
        f(152, Runs, c(before), c(after));
        let signs = u64::from(memory.signs[token]);
        f(155, Memory, signs, place);
        let mut left = signs;
        while left != 0 {
            f(127, Memory, u64::from(left.trailing_zeros()), place);
            left &= left - 1;
        }
    }
}

/// Calls `out` with the length, whether it stands at the front, and the hash of each affix of one to four letters.
fn affixes(form: &str, mut out: impl FnMut(u64, bool, u64)) {
    for (len, (at, _)) in (1..=4).zip(form.char_indices().skip(1)) {
        out(len, true, hash::text(&form[..at]));
    }
    for (len, (at, _)) in (1..=4).zip(form.char_indices().rev()) {
        if at > 0 {
            out(len, false, hash::text(&form[at..]));
        }
    }
}

fn suffix(form: &str, len: usize, out: impl FnOnce(u64)) {
    if let Some((at, _)) = form.char_indices().rev().nth(len - 1) {
        out(hash::text(&form[at..]));
    }
}

fn lists(mut bits: u32, mut out: impl FnMut(u64)) {
    bits &= !super::vocabulary::STARTS_PHRASE;
    while bits != 0 {
        out(u64::from(bits.trailing_zeros()));
        bits &= bits - 1;
    }
}
