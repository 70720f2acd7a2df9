//! Steps through the article from one marked thing to the next, for the keyboard and its buttons.

use super::View;
use super::segments::with_marks;
use super::voices::VoiceKind;
use crate::analysis::*;

/// Something in the article that can be gone to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    Quotation(QuotationId),
    Mention(MentionId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    Everything,
    Quotations,
    Names,
    Unattributed,
}

impl Stop {
    /// Where it stands in the article, marks included.
    pub fn span(self, view: &View) -> Span {
        match self {
            Stop::Quotation(id) => with_marks(view.quotation(id)),
            Stop::Mention(id) => view.mention(id).span,
        }
    }
}

/// The first stop after `from`, or the first of all where `from` is None; None where there is none.
pub fn next(view: &View, from: Option<Stop>, among: Among) -> Option<Stop> {
    let after = from.map(|stop| order(view, stop));
    let quotation = first(quotations_after(view, after), |id| {
        let stop = Stop::Quotation(id);
        (after.is_none_or(|a| order(view, stop) > a) && wants_quotation(view, id, among)).then_some(stop)
    });
    let mention = first(mentions_after(view, after), |id| {
        let stop = Stop::Mention(id);
        (after.is_none_or(|a| order(view, stop) > a) && wants_mention(view, id, among)).then_some(stop)
    });
    [quotation, mention]
        .into_iter()
        .flatten()
        .min_by_key(|&stop| order(view, stop))
}

/// The last stop before `from`, or the last of all where `from` is None.
pub fn previous(view: &View, from: Option<Stop>, among: Among) -> Option<Stop> {
    let before = from.map(|stop| order(view, stop));
    let quotation = first((0..quotations_until(view, before)).rev(), |id| {
        let stop = Stop::Quotation(id);
        (before.is_none_or(|b| order(view, stop) < b) && wants_quotation(view, id, among)).then_some(stop)
    });
    let mention = first((0..mentions_until(view, before)).rev(), |id| {
        let stop = Stop::Mention(id);
        (before.is_none_or(|b| order(view, stop) < b) && wants_mention(view, id, among)).then_some(stop)
    });
    [quotation, mention]
        .into_iter()
        .flatten()
        .max_by_key(|&stop| order(view, stop))
}

/// Text order: by start, quotations before the mentions that start with them, the list's order among equals.
type Order = (u32, bool, u32);

fn order(view: &View, stop: Stop) -> Order {
    match stop {
        // The content's start: quotations are listed by it.
        Stop::Quotation(id) => (view.quotation(id).span.start, false, id),
        Stop::Mention(id) => (view.mention(id).span.start, true, id),
    }
}

fn first(mut ids: impl Iterator<Item = u32>, wanted: impl Fn(u32) -> Option<Stop>) -> Option<Stop> {
    ids.find_map(wanted)
}

fn quotations_after(view: &View, after: Option<Order>) -> impl Iterator<Item = u32> + use<> {
    let quotations = &view.analysis.quotations;
    let from = after.map_or(0, |(start, ..)| quotations.partition_point(|q| q.span.start < start));
    from as u32..quotations.len() as u32
}

fn mentions_after(view: &View, after: Option<Order>) -> impl Iterator<Item = u32> + use<> {
    let mentions = &view.analysis.mentions;
    let from = after.map_or(0, |(start, ..)| mentions.partition_point(|m| m.span.start < start));
    from as u32..mentions.len() as u32
}

fn quotations_until(view: &View, before: Option<Order>) -> u32 {
    let quotations = &view.analysis.quotations;
    before.map_or(quotations.len(), |(start, ..)| {
        quotations.partition_point(|q| q.span.start <= start)
    }) as u32
}

fn mentions_until(view: &View, before: Option<Order>) -> u32 {
    let mentions = &view.analysis.mentions;
    before.map_or(mentions.len(), |(start, ..)| {
        mentions.partition_point(|m| m.span.start <= start)
    }) as u32
}

fn wants_quotation(view: &View, id: QuotationId, among: Among) -> bool {
    let Some(voice) = view.voices.of_quotation(id) else {
        return false;
    };
    match among {
        Among::Everything | Among::Quotations => true,
        Among::Names => false,
        Among::Unattributed => voice.kind == VoiceKind::Unattributed && view.quotation(id).kind.is_speech(),
    }
}

fn wants_mention(view: &View, id: MentionId, among: Among) -> bool {
    match among {
        Among::Everything | Among::Names => view.names.counts[id as usize],
        Among::Quotations | Among::Unattributed => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_forth_and_back_meet_every_stop_in_text_order() {
        let source = "Harbour stays shut\n\n“No ship will leave,” Ilse Moor said. “None at all.”\n\n“Not one,” she said in Arlen.";
        let view = View::new(source.to_string(), crate::analyze(source));
        for among in [Among::Everything, Among::Quotations, Among::Names, Among::Unattributed] {
            let mut forth = Vec::new();
            let mut at = None;
            while let Some(stop) = next(&view, at, among) {
                forth.push(stop);
                at = Some(stop);
            }
            let mut back = Vec::new();
            let mut at = None;
            while let Some(stop) = previous(&view, at, among) {
                back.push(stop);
                at = Some(stop);
            }
            back.reverse();
            assert_eq!(forth, back, "{among:?}");
            assert!(forth.is_sorted_by_key(|s| s.span(&view).start));
            if among == Among::Quotations {
                assert_eq!(forth.len(), view.analysis.quotations.len());
                assert!(forth.len() >= 3);
            }
        }
    }
}
