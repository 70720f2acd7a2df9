//! What the reader has chosen, and where in the article it lies.

use super::View;
use super::segments::with_marks;
use crate::analysis::{EntityId, MentionId, QuotationId, Span};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selected {
    Quotation(QuotationId),
    /// All mentions of an entity; one of them may be the one that was gone to.
    Entity(EntityId, Option<MentionId>),
    /// All quotations of a voice: an index into `Voices::list`.
    Voice(u32),
}

/// What is selected, where some of it lies in `span`.
pub fn selected_in(article: &View, selected: Option<Selected>, span: Span) -> Option<Selected> {
    let lies = |ids: &[QuotationId]| {
        let from = ids.partition_point(|&q| with_marks(article.quotation(q)).end <= span.start);
        ids.get(from)
            .is_some_and(|&q| with_marks(article.quotation(q)).overlaps(span))
    };
    selected.filter(|selected| match *selected {
        Selected::Quotation(id) => {
            let group = article.quotation(id).group;
            let near = article
                .analysis
                .quotations
                .partition_point(|q| q.span.end <= span.start);
            with_marks(article.quotation(id)).overlaps(span)
                || article.analysis.quotations[near..]
                    .iter()
                    .take_while(|q| q.span.start < span.end)
                    .any(|q| q.group == group)
        }
        Selected::Entity(id, _) => {
            let mentions = &article.entity(id).mentions;
            let from = mentions.partition_point(|&m| article.mention(m).span.end <= span.start);
            mentions
                .get(from)
                .is_some_and(|&m| article.mention(m).span.overlaps(span))
        }
        Selected::Voice(voice) => lies(&article.voices.list[voice as usize].quotations),
    })
}

/// The words that the attribution of a quotation rests on.
pub fn evidence(article: &View, why: Option<QuotationId>) -> Vec<Span> {
    let Some(q) = why.map(|id| article.quotation(id)) else {
        return Vec::new();
    };
    let further = [
        q.cue.as_ref().map(|c| c.span),
        q.speaker.mention,
        q.speaker.reason,
        q.recipient,
        q.venue,
    ];
    q.evidence
        .iter()
        .copied()
        .chain(further.into_iter().flatten())
        .collect()
}

pub fn overlapping(spans: &[Span], with: Span) -> Vec<Span> {
    spans.iter().copied().filter(|s| s.overlaps(with)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_in_two_pieces_is_selected_in_both() {
        let text = "Port chief quits\n\n“We start,” Ilse Moor said, “on Monday.” The board met.\n\nNobody came.\n";
        let view = View::new(text.to_string(), crate::analyze(text));
        let span = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let first = Some(Selected::Quotation(0));
        assert_eq!(selected_in(&view, first, span("We start")), first);
        assert_eq!(selected_in(&view, first, span("on Monday")), first);
        assert_eq!(selected_in(&view, first, span("Nobody came")), None);
        let moor = Some(Selected::Entity(view.mention(0).entity, None));
        assert_eq!(selected_in(&view, moor, span("Ilse Moor said")), moor);
        assert_eq!(selected_in(&view, moor, span("The board")), None);
        assert!(evidence(&view, Some(0)).contains(&span("said")));
        assert_eq!(evidence(&view, None), []);
    }
}
