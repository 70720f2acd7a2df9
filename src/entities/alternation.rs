//! An office that nobody in the text is said to hold, for the person the text is about.
//!
//! "Moor resigned on Friday. The prime minister said …": papers at home do not say who their prime minister is. Read so
//! only where the text alternates between the two in just this way, and speaks of one person more than of all others.

use rustc_hash::FxHashMap as HashMap;
use std::ops::Range;

use super::Stages;
use super::draft::Draft;
use super::titles::Introduction;
use super::words::{ROLES, canonical};
use crate::analysis::{BlockKind, MentionForm, MentionRule, Voice};

/// The person is named no less often than this.
const LEAST_NAMES: u32 = 3;

/// A definite office without its holder: "the prime minister".
pub(super) struct OpenOffice {
    pub tokens: Range<usize>,
    pub role: u16,
}

/// Adds a mention for each use of the one office that the text's topic is called by.
pub(super) fn join(article: &Stages, open: Vec<OpenOffice>, introductions: &[Introduction], draft: &mut Draft) {
    let Some(topic) = topic(article, draft) else {
        return;
    };
    let holds_office = |i: &Introduction| i.description.role.is_some_and(|r| ROLES[r as usize].office);
    if introductions.iter().any(|i| i.entity == topic && holds_office(i)) {
        return;
    }
    let mut uses: HashMap<u16, Vec<Range<usize>>> = HashMap::default();
    for office in open {
        uses.entry(canonical(office.role)).or_default().push(office.tokens);
    }
    let sentences = Sentences::of(article, draft, topic);
    let mut called: Vec<Vec<Range<usize>>> = uses
        .into_values()
        .filter(|uses| uses.iter().any(|tokens| sentences.goes_on(tokens.start)))
        .filter(|uses| 2 * uses.iter().filter(|tokens| sentences.names(tokens.start)).count() <= uses.len())
        .collect();
    if called.len() == 1 {
        for tokens in called.remove(0) {
            draft.add(tokens, MentionForm::Role, topic, MentionRule::Alternation);
        }
    }
}

/// The person named half as often again as any other, or most often and first in the headline.
fn topic(article: &Stages, draft: &Draft) -> Option<u32> {
    let mut counts: HashMap<u32, u32> = HashMap::default();
    for name in draft.mentions[..draft.names]
        .iter()
        .filter(|m| draft.is_person(m.entity))
    {
        let block = article.text.tokens[name.tokens.start as usize].block;
        let kind = article.structure.blocks[block as usize].kind;
        if matches!(kind.voice(), Voice::Story | Voice::Display) {
            *counts.entry(name.entity).or_default() += 1;
        }
    }
    let (&topic, &most) = counts.iter().max_by_key(|&(e, n)| (n, std::cmp::Reverse(e)))?;
    let next = counts.iter().filter(|c| *c.0 != topic).map(|c| *c.1).max().unwrap_or(0);
    let leads = draft.mentions[..draft.names]
        .iter()
        .find(|m| draft.is_person(m.entity))
        .is_some_and(|first| {
            let token = &article.text.tokens[first.tokens.start as usize];
            first.entity == topic && article.structure.blocks[token.block as usize].kind == BlockKind::Headline
        });
    (most >= LEAST_NAMES && (leads || 2 * most >= 3 * next)).then_some(topic)
}

/// Which sentences name the topic, and which open with it.
struct Sentences<'a> {
    article: &'a Stages<'a>,
    names: Vec<bool>,
    opens: Vec<bool>,
}

impl<'a> Sentences<'a> {
    fn of(article: &'a Stages<'a>, draft: &Draft, topic: u32) -> Sentences<'a> {
        let text = article.text;
        let mut names = vec![false; text.sentences.len()];
        let mut opens = names.clone();
        for name in draft.mentions[..draft.names].iter().filter(|m| m.entity == topic) {
            let sentence = text.sentence_of(name.tokens.start as usize);
            names[sentence] = true;
            let possessive =
                text.tokens.get(name.tokens.end as usize).is_some() && text.form(name.tokens.end as usize) == "'s";
            opens[sentence] |= name.tokens.start <= text.sentences[sentence].tokens.start + 1 && !possessive;
        }
        Sentences { article, names, opens }
    }

    fn names(&self, token: usize) -> bool {
        self.names[self.article.text.sentence_of(token)]
    }

    /// The token opens a sentence, and the sentence before opens with the topic.
    fn goes_on(&self, token: usize) -> bool {
        let sentence = self.article.text.sentence_of(token);
        let first = self.article.text.sentences[sentence].tokens.start as usize;
        sentence > 0 && token == first && self.opens[sentence - 1] && !self.names[sentence]
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::check::check_joined;

    #[test]
    fn the_office_goes_on_speaking_of_the_person() {
        check_joined(
            "P[Moor] will stay in office. The prime minister had thought of leaving. P[Moor] met P[Brandt]. P[Moor] and the prime minister's men left.",
            "Moor: Moor, *The prime minister, Moor, Moor, *the prime minister",
        );
    }

    #[test]
    fn somebody_who_meets_the_prime_minister_is_another() {
        check_joined(
            "P[Moor] is a nurse. P[Moor] met the prime minister. P[Moor] told the prime minister no.",
            "Moor (nurse): Moor, *nurse, Moor, Moor",
        );
    }
}
