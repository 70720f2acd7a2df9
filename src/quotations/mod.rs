//! Who says what: marked spans classified, reported speech found, speakers joined to what they said.
//!
//! Quotations are folded away first (`carrier`), so that cues and speakers are looked for in the reporter's own
//! words only. Each sentence of the carrier is read for its reporting frames (`frames`: cue, subject, recipient,
//! venue, and what follows). The `sieves` then give every quotation its speaker, from the surest rule to the least
//! sure; what none of them settles stays without a speaker.

mod carrier;
mod classify;
mod clauses;
pub(crate) mod cues;
mod draft;
mod frames;
mod naming;
mod pairs;
mod phrase;
mod predicate;
mod reference;
mod sieves;
pub(crate) mod speaker;
mod subject;
mod words;

use crate::analysis::{
    AttributionRule, BlockId, BlockKind, Confidence, CueClass, Marks, Quotation, QuotationKind, Span, Speaker,
    SpeakerStatus,
};
use crate::entities::Entities;
use crate::language::Language;
use crate::marks::{MarkedSpan, MarkedSpans};
use crate::structure::Structure;
use crate::text::Text;
use crate::who::{self, Decision, Sources, Told, Weights};
use carrier::{Article, Carrier, Sentence};
use classify::Governed;
use draft::{Draft, Drafts};
use sieves::headline;
use sieves::in_sentence::{self, Reading};

pub struct Quotations {
    /// In text order (by start, longer first).
    pub quotations: Vec<Quotation>,
}

/// One sentence of the article's carrier, read.
struct Passage<'a> {
    block: BlockId,
    sentence: Sentence<'a>,
    reading: Reading,
}

/// Finds what is said and by whom.
pub fn attribute(
    text: &Text,
    structure: &Structure,
    marks: &MarkedSpans,
    language: &Language,
    entities: &Entities,
    weights: &Weights,
    decisions: Option<&mut Vec<Decision>>,
) -> Quotations {
    let article = Article::new(text, structure, marks, language, entities);
    let carriers: Vec<Carrier> = (0..structure.blocks.len())
        .filter(|&b| structure.blocks[b].kind.is_prose())
        .map(|b| article.carrier(b))
        .collect();
    let passages: Vec<Passage> = carriers.iter().flat_map(|c| passages(&article, c)).collect();
    let mut drafts = Drafts::new(marks.spans.len());
    let mut quotations = Vec::new();
    let mut group = marks.spans.len() as u32;
    for passage in &passages {
        read_frames(passage, &mut drafts, &mut quotations, &mut group);
    }
    for passage in &passages {
        read_edge(passage, &mut drafts, &mut quotations, &mut group);
    }
    sieves::between_sentences::fill(&passages, &mut drafts);
    quotations.extend(sieves::transcript::turns(&article, &mut group));
    quotations.extend(sieves::block_quotation::set_apart(&article, &passages, &mut group));
    quotations.extend(sieves::post::posts(&article, &mut group));
    // "Editor's note: We left out what the children are called." Nobody is quoted.
    quotations.retain(|q| structure.blocks[q.block as usize].kind != BlockKind::Note);
    nested(&article, &mut drafts);
    let kinds = classify::kinds(text, structure, marks, language, |i| governs(drafts.of(i as u32)));
    let reported = |q: &&Quotation| q.kind != QuotationKind::Direct;
    let mut clauses: Vec<Span> = quotations.iter().filter(reported).map(|q| q.span).collect();
    clauses.sort_unstable();
    for ((i, marked), kind) in (0..).zip(&marks.spans).zip(kinds) {
        let fragment = kind == QuotationKind::Direct
            && drafts.of(i).is_some()
            && lies_in(&clauses, marked.content)
            && !opens(text, marked, &clauses)
            && !is_writing(&article, marked);
        // Within a quotation a fragment beside its cue is all that was said: “Brandt told me ‘run for it’.”
        let beside = |d: &Draft| matches!(d.rule, AttributionRule::CueBefore | AttributionRule::CueAndColon);
        let nested = kind == QuotationKind::Partial && marked.inside.is_some() && drafts.of(i).is_some_and(beside);
        let kind = if nested {
            QuotationKind::Direct
        } else if fragment {
            QuotationKind::Partial
        } else {
            kind
        };
        quotations.push(marked_quotation(kind, marked, drafts.of(i), i));
    }
    finish(&mut quotations);
    reference::join(&article, &passages, &mut quotations);
    let told: Vec<Told> = passages.iter().filter_map(told).collect();
    let sources = Sources {
        text,
        structure,
        marks,
        language,
        entities,
        told: &told,
    };
    headline::tie(&mut quotations, structure, text.source);
    let mut keep = who::decide(&sources, weights, &mut quotations, decisions).into_iter();
    if !keep.clone().all(|k| k) {
        quotations.retain(|_| keep.next().unwrap_or(true));
        finish(&mut quotations);
    }
    reference::temper(&article, &mut quotations);
    reference::first_person(&mut quotations);
    reference::list_candidates(&article, &mut quotations);
    headline::tie(&mut quotations, structure, text.source);
    Quotations { quotations }
}

/// What the decision who said it needs of a sentence that holds words of the reporter's.
fn told(passage: &Passage) -> Option<Told> {
    let s = &passage.sentence;
    let own = (0..s.len()).any(|i| s.quote(i).is_none() && s.part(i) != crate::language::PartOfSpeech::Punctuation);
    own.then(|| Told {
        span: s.span(0..s.len()),
        subject: s.main_subject(0..s.len()).map(|phrase| s.span(phrase)),
    })
}

fn passages<'a>(article: &'a Article<'a>, carrier: &'a Carrier) -> impl Iterator<Item = Passage<'a>> {
    carrier.sentences.iter().map(move |range| {
        let sentence = Sentence {
            article,
            units: &carrier.units[range.clone()],
        };
        Passage {
            block: carrier.block,
            sentence,
            reading: in_sentence::read(&sentence),
        }
    })
}

/// Writes down what a sentence says of its quotations, and its reported clauses.
fn read_frames(passage: &Passage, drafts: &mut Drafts, quotations: &mut Vec<Quotation>, group: &mut u32) {
    let (s, reading) = (&passage.sentence, &passage.reading);
    let first = *group;
    *group += reading.frames.len() as u32;
    for quoted in &reading.quotes {
        if let Some(claim) = quoted.by {
            let mut frame = reading.frames[claim.frame].clone();
            if let Some((start, end)) = claim.subject {
                frame.subject = Some(start..end);
            }
            let draft = Draft::from_frame(s, &frame, claim.rule, claim.confidence, first + claim.frame as u32);
            drafts.set(quoted.quote, Some(draft));
        }
    }
    // "said that “the plan is dead” and “time is up”": what is wholly in marks is no reported clause.
    let in_words = |clause: &&in_sentence::Clause| {
        clause.units.clone().any(|i| {
            let joins = matches!(s.form(i), "and" | "or" | "but" | "that");
            s.quote(i).is_none() && s.part(i) != crate::language::PartOfSpeech::Punctuation && !joins
        })
    };
    // "said a driver called Tom Ek, 52": a name is given, nothing is said.
    let gives_name = |clause: &&in_sentence::Clause| {
        let subject = reading.frames[clause.claim.frame].subject.as_ref();
        let given = subject.and_then(|phrase| naming::given(s, phrase));
        given.is_some_and(|given| clause.units.contains(&given.units.start))
    };
    // "The hearing goes on, and Moor told members that it would end soon": the nearer cue has the clause.
    let nearer = |i: usize| {
        reading.clauses[i + 1..]
            .iter()
            .any(|c| c.units == reading.clauses[i].units)
    };
    let clauses = reading.clauses.iter().enumerate().filter(|&(i, _)| !nearer(i));
    for clause in clauses.map(|(_, c)| c).filter(in_words).filter(|c| !gives_name(c)) {
        let frame = &reading.frames[clause.claim.frame];
        let group = first + clause.claim.frame as u32;
        let draft = Draft::from_frame(s, frame, clause.claim.rule, clause.claim.confidence, group);
        let kind = if frame.class == CueClass::Thought {
            QuotationKind::Thought
        } else {
            QuotationKind::Indirect
        };
        let span = s.span(clause.units.clone());
        quotations.push(quotation(kind, span, None, passage.block, Some(&draft), group));
    }
}

/// Writes down what the edge of a headline says of the rest of it.
fn read_edge(passage: &Passage, drafts: &mut Drafts, quotations: &mut Vec<Quotation>, group: &mut u32) {
    let s = &passage.sentence;
    let Some(edge) = headline::edge(passage) else { return };
    let draft = Draft {
        group: Some(*group),
        ..edge.draft
    };
    let mut only_marks = true;
    for i in edge.said.clone() {
        match s.quote(i) {
            Some(quote) => drafts.set(quote, Some(draft.clone())),
            None => only_marks &= s.part(i) == crate::language::PartOfSpeech::Punctuation,
        }
    }
    if !only_marks {
        let span = s.span(edge.said);
        quotations.push(quotation(
            QuotationKind::Indirect,
            span,
            None,
            passage.block,
            Some(&draft),
            *group,
        ));
    }
    *group += 1;
}

/// Quotations inside quotations, with the speakers that the words around them name.
fn nested(article: &Article, drafts: &mut Drafts) {
    let holds: std::collections::BTreeSet<u32> = article.marks.spans.iter().filter_map(|m| m.inside).collect();
    for outer in holds {
        let carrier = article.carrier_inside(outer);
        for passage in passages(article, &carrier) {
            for quoted in &passage.reading.quotes {
                if let Some(claim) = quoted.by {
                    let frame = &passage.reading.frames[claim.frame];
                    let draft = Draft::from_frame(&passage.sentence, frame, claim.rule, claim.confidence, quoted.quote);
                    drafts.set(quoted.quote, Some(draft));
                }
            }
        }
    }
}

fn marked_quotation(kind: QuotationKind, marked: &MarkedSpan, draft: Option<&Draft>, id: u32) -> Quotation {
    let speech = kind.is_speech();
    let marks = Marks {
        open: marked.open,
        close: marked.close,
    };
    let group = draft.and_then(|d| d.group).unwrap_or(id);
    quotation(
        kind,
        marked.content,
        Some(marks),
        marked.block,
        draft.filter(|_| speech),
        group,
    )
}

/// A reported clause begins with the marks, and a capital: “We start on Monday” whatever happens, Moor said. Or one
/// clause has ended: The tugs left and “We start on Monday,” Moor said. A comma or colon parts: The tugs left, “so we
/// start on Monday,” Moor said.
fn opens(text: &Text, marked: &MarkedSpan, clauses: &[Span]) -> bool {
    let content = marked.content.of(text.source);
    let capital = content.starts_with(char::is_uppercase);
    let before = text.source[..marked.open.start as usize].trim_end();
    let joined = before.ends_with(" and") || before.ends_with(" but");
    let parted = before.ends_with([',', ':']);
    // "I" has a capital wherever it stands.
    parted
        || capital
            && (joined && !content.starts_with("I ")
                || clauses.binary_search_by_key(&marked.open.start, |c| c.start).is_ok())
}

/// Moor posted a photo with the caption “Our boats are back”: all that is written there, whatever clause it stands in.
fn is_writing(article: &Article, marked: &MarkedSpan) -> bool {
    let text = article.text;
    let before = text.tokens.partition_point(|t| t.span.end <= marked.open.start);
    let noun = before.checked_sub(1).and_then(|token| article.cues.noun(text, token));
    noun == Some(CueClass::Written) && marked.content.of(text.source).starts_with(char::is_uppercase)
}

/// A span lies in one of the reported clauses, which are in text order: what is in marks there is a part of it.
fn lies_in(clauses: &[Span], span: Span) -> bool {
    let after = clauses.partition_point(|c| c.start <= span.start);
    clauses[..after].iter().rev().take(8).any(|c| c.contains(span))
}

/// Whether the words around the span say whose words it holds; that the sentence has a subject says little.
fn governs(draft: Option<&Draft>) -> Governed {
    match draft.map(|d| d.rule) {
        None | Some(AttributionRule::SubjectOfSentence | AttributionRule::Impersonal) => Governed::No,
        Some(AttributionRule::ReportedClause | AttributionRule::ClauseBeforeCue) => Governed::InClause,
        Some(_) => Governed::Yes,
    }
}

fn quotation(
    kind: QuotationKind,
    span: Span,
    marks: Option<Marks>,
    block: BlockId,
    draft: Option<&Draft>,
    group: u32,
) -> Quotation {
    Quotation {
        group,
        kind,
        span,
        marks,
        block,
        inside: None,
        same_as: None,
        speaker: draft.map_or_else(Speaker::unknown, |d| d.speaker.clone()),
        cue: draft.and_then(|d| d.cue.clone()),
        recipient: draft.and_then(|d| d.recipient),
        venue: draft.and_then(|d| d.venue),
        rule: draft.map_or(AttributionRule::NotAttributed, |d| d.rule),
        evidence: draft.map_or_else(Vec::new, |d| d.evidence.clone()),
        confidence: draft.map_or(Confidence::Weak, |d| d.confidence),
    }
}

/// Text order, groups numbered from the first piece, and who stands inside whom.
fn finish(quotations: &mut [Quotation]) {
    quotations.sort_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end), q.marks.is_some()));
    let mut groups = rustc_hash::FxHashMap::default();
    for (i, q) in quotations.iter_mut().enumerate() {
        q.group = *groups.entry(q.group).or_insert(i as u32);
    }
    let mut open: Vec<usize> = Vec::new();
    for i in 0..quotations.len() {
        let span = quotations[i].span;
        open.retain(|&o| quotations[o].span.end > span.start);
        quotations[i].inside = open
            .iter()
            .rev()
            .find(|&&o| quotations[o].span.contains(span) && quotations[o].group != quotations[i].group)
            .filter(|&&o| speaks_apart(&quotations[o], &quotations[i]))
            .map(|&o| o as u32);
        open.push(i);
    }
}

/// The enclosing quotation is somebody's speech, and not the same speaker's.
fn speaks_apart(outer: &Quotation, inner: &Quotation) -> bool {
    let known = |q: &Quotation| q.speaker.status != SpeakerStatus::Unknown;
    outer.kind.is_speech() && !(known(outer) && known(inner) && outer.speaker.mention == inner.speaker.mention)
}
