//! Two who speak in turn: “Where?” ⏎ “At the weir.”

use crate::analysis::{AttributionRule as Rule, Confidence, Speaker};
use crate::quotations::Passage;
use crate::quotations::draft::{Draft, Drafts};

/// Whose turn it is where passage `i` is only a quotation and follows a question and its answer.
///
/// “Did you see him?” asked Ek. ⏎ “Yes,” said Ruiz. ⏎ “*Where?*” ⏎ “*At the weir.*”
pub(super) fn turn(passages: &[Passage], i: usize, drafts: &Drafts) -> Option<Draft> {
    let [asked, answered, here] = passages.get(i.checked_sub(2)?..=i)? else {
        return None;
    };
    let near = here.block - asked.block <= 2 && here.block - answered.block <= 1;
    let (first, second) = (last_of(asked, drafts)?, last_of(answered, drafts)?);
    let turned = second.rule == Rule::Dialogue;
    if !near || !(turned || answers(asked, answered)) || same(&first.speaker, &second.speaker) {
        return None;
    }
    // “No,” said Ruiz. “I never did.”: she goes on, unless it is a question, or somebody answers right away.
    let apart = here.block != answered.block || turned;
    let replied = passages.get(i + 1).is_some_and(|next| {
        next.block - here.block <= u32::from(apart)
            && opens_with_quotation(next)
            && next.sentence.len() <= here.sentence.len() + 6
    });
    let asks = asks(here);
    let turns = if apart {
        asks || replied || turned
    } else {
        asks && replied
    };
    turns.then(|| first.carried(Rule::Dialogue, Confidence::Likely))
}

/// One asks and the other answers, or the other way round.
fn answers(asked: &Passage, answered: &Passage) -> bool {
    asks(asked) != asks(answered)
}

fn last_of<'a>(passage: &Passage, drafts: &'a Drafts) -> Option<&'a Draft> {
    drafts.of(passage.reading.quotes.last()?.quote)
}

/// Its last quotation ends with a question mark.
fn asks(passage: &Passage) -> bool {
    passage.reading.quotes.last().is_some_and(|quoted| {
        let article = passage.sentence.article;
        let words = article.marks.spans[quoted.quote as usize]
            .content
            .of(article.text.source);
        words.trim_end().ends_with('?')
    })
}

fn opens_with_quotation(passage: &Passage) -> bool {
    passage.sentence.quote(0).is_some()
}

fn same(a: &Speaker, b: &Speaker) -> bool {
    match (a.entity, b.entity) {
        (Some(a), Some(b)) => a == b,
        _ => a.name.is_none() || a.name == b.name,
    }
}
