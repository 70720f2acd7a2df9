//! The Analysis document, format version 1: what `lede` prints and what the page's JSON export holds.

use serde::Serialize;

use super::offsets::{Offsets, Unit};
use crate::analysis::*;

/// What the document is made with, besides the analysis.
pub struct Options<'a> {
    pub id: Option<&'a str>,
    pub unit: Unit,
    /// The document carries the text that its positions point into (for HTML input and for the page's export).
    pub with_text: bool,
}

/// The document as one line of JSON.
pub fn document(source: &str, analysis: &Analysis, options: &Options) -> String {
    serde_json::to_string(&build(source, analysis, options)).expect("a document of plain values has a JSON form")
}

/// The document as indented JSON.
pub fn pretty_document(source: &str, analysis: &Analysis, options: &Options) -> String {
    serde_json::to_string_pretty(&build(source, analysis, options)).expect("a document of plain values has a JSON form")
}

#[derive(Serialize)]
struct Document<'a> {
    id: Option<&'a str>,
    format: u32,
    generator: Generator,
    offsets: &'static str,
    text: Option<&'a str>,
    language: &'a str,
    blocks: Vec<BlockOut>,
    headline: Option<Words<'a>>,
    standfirst: Option<Words<'a>>,
    kicker: Option<Words<'a>>,
    bylines: Vec<BylineOut<'a>>,
    dateline: Option<DatelineOut<'a>>,
    published: Option<PublishedOut<'a>>,
    sections: &'a [Section],
    sentences: Vec<SentenceOut>,
    entities: Vec<EntityOut<'a>>,
    mentions: Vec<MentionOut<'a>>,
    quotations: Vec<QuotationOut<'a>>,
    dates: Vec<DateOut<'a>>,
    notes: Vec<NoteOut>,
}

#[derive(Serialize)]
struct Generator {
    name: &'static str,
    version: &'static str,
    models: &'static str,
}

#[derive(Serialize)]
struct Position {
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct Words<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

#[derive(Serialize)]
struct BlockOut {
    id: u32,
    kind: BlockKind,
    start: u32,
    end: u32,
    section: Option<u32>,
    rule: Sign,
    confidence: Confidence,
    signs: Vec<SignOut>,
    runner_up: Option<BlockKind>,
}

#[derive(Serialize)]
struct SignOut {
    sign: Sign,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct BylineOut<'a> {
    name: &'a str,
    role: Option<&'a str>,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct DatelineOut<'a> {
    place: &'a str,
    agency: Option<&'a str>,
    date: Option<&'a str>,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct PublishedOut<'a> {
    text: &'a str,
    iso: Option<&'a str>,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct SentenceOut {
    start: u32,
    end: u32,
    block: u32,
}

#[derive(Serialize)]
struct EntityOut<'a> {
    id: u32,
    kind: EntityKind,
    name: &'a str,
    roles: &'a [String],
    mentions: &'a [MentionId],
    salience: f64,
}

#[derive(Serialize)]
struct MentionOut<'a> {
    id: u32,
    start: u32,
    end: u32,
    text: &'a str,
    form: MentionForm,
    kind: EntityKind,
    entity: u32,
    rule: MentionRule,
}

#[derive(Serialize)]
struct QuotationOut<'a> {
    id: u32,
    group: u32,
    kind: QuotationKind,
    start: u32,
    end: u32,
    text: &'a str,
    marks: Option<MarksOut>,
    block: u32,
    inside: Option<u32>,
    same_as: Option<u32>,
    speaker: SpeakerOut<'a>,
    cue: Option<CueOut<'a>>,
    recipient: Option<Words<'a>>,
    venue: Option<Words<'a>>,
    rule: AttributionRule,
    evidence: Vec<Position>,
    confidence: Confidence,
}

#[derive(Serialize)]
struct MarksOut {
    open: Position,
    close: Option<Position>,
}

#[derive(Serialize)]
struct SpeakerOut<'a> {
    status: SpeakerStatus,
    entity: Option<u32>,
    name: Option<&'a str>,
    mention: Option<Words<'a>>,
    members: &'a [EntityId],
    reason: Option<Words<'a>>,
    candidates: &'a [EntityId],
}

#[derive(Serialize)]
struct CueOut<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    class: CueClass,
    polarity: Polarity,
}

#[derive(Serialize)]
struct DateOut<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    iso: Option<&'a str>,
    precision: DatePrecision,
}

#[derive(Serialize)]
struct NoteOut {
    code: NoteCode,
    message: &'static str,
    start: u32,
    end: u32,
}

fn build<'a>(source: &'a str, analysis: &'a Analysis, options: &Options<'a>) -> Document<'a> {
    let offsets = Offsets::new(source, options.unit);
    let position = |span: Span| {
        let (start, end) = offsets.span(span);
        Position { start, end }
    };
    let sign = |seen: &Seen| {
        let Position { start, end } = position(seen.span);
        SignOut {
            sign: seen.sign,
            start,
            end,
        }
    };
    let words = |span: Span| {
        let (start, end) = offsets.span(span);
        Words {
            start,
            end,
            text: span.of(source),
        }
    };
    Document {
        id: options.id,
        format: 1,
        generator: Generator {
            name: "lede",
            version: env!("CARGO_PKG_VERSION"),
            models: crate::weights::hash(),
        },
        offsets: options.unit.name(),
        text: options.with_text.then_some(source),
        language: &analysis.language,
        blocks: (0..)
            .zip(&analysis.blocks)
            .map(|(id, b)| {
                let Position { start, end } = position(b.span);
                BlockOut {
                    id,
                    kind: b.kind,
                    start,
                    end,
                    section: b.section,
                    rule: b.rule,
                    confidence: b.confidence,
                    signs: b.signs.iter().map(sign).collect(),
                    runner_up: b.runner_up,
                }
            })
            .collect(),
        headline: analysis.headline.map(words),
        standfirst: analysis.standfirst.map(words),
        kicker: analysis.kicker.map(words),
        bylines: analysis
            .bylines
            .iter()
            .map(|b| {
                let Position { start, end } = position(b.span);
                BylineOut {
                    name: &b.name,
                    role: b.role.as_deref(),
                    start,
                    end,
                }
            })
            .collect(),
        dateline: analysis.dateline.as_ref().map(|d| {
            let Position { start, end } = position(d.span);
            DatelineOut {
                place: &d.place,
                agency: d.agency.as_deref(),
                date: d.date.as_deref(),
                start,
                end,
            }
        }),
        published: analysis.published.as_ref().map(|p| {
            let Position { start, end } = position(p.span);
            PublishedOut {
                text: &p.text,
                iso: p.iso.as_deref(),
                start,
                end,
            }
        }),
        sections: &analysis.sections,
        sentences: analysis
            .sentences
            .iter()
            .map(|s| {
                let Position { start, end } = position(s.span);
                SentenceOut {
                    start,
                    end,
                    block: s.block,
                }
            })
            .collect(),
        entities: (0..)
            .zip(&analysis.entities)
            .map(|(id, e)| EntityOut {
                id,
                kind: e.kind,
                name: &e.name,
                roles: &e.roles,
                mentions: &e.mentions,
                salience: (f64::from(e.salience) * 1000.0).round() / 1000.0,
            })
            .collect(),
        mentions: (0..)
            .zip(&analysis.mentions)
            .map(|(id, m)| {
                let Words { start, end, text } = words(m.span);
                MentionOut {
                    id,
                    start,
                    end,
                    text,
                    form: m.form,
                    kind: m.kind,
                    entity: m.entity,
                    rule: m.rule,
                }
            })
            .collect(),
        quotations: (0..)
            .zip(&analysis.quotations)
            .map(|(id, q)| {
                let Words { start, end, text } = words(q.span);
                QuotationOut {
                    id,
                    group: q.group,
                    kind: q.kind,
                    start,
                    end,
                    text,
                    marks: q.marks.map(|m| MarksOut {
                        open: position(m.open),
                        close: m.close.map(position),
                    }),
                    block: q.block,
                    inside: q.inside,
                    same_as: q.same_as,
                    speaker: SpeakerOut {
                        status: q.speaker.status,
                        entity: q.speaker.entity,
                        name: q.speaker.name.as_deref(),
                        mention: q.speaker.mention.map(words),
                        members: &q.speaker.members,
                        reason: q.speaker.reason.map(words),
                        candidates: &q.speaker.candidates,
                    },
                    cue: q.cue.as_ref().map(|c| {
                        let Words { start, end, text } = words(c.span);
                        CueOut {
                            start,
                            end,
                            text,
                            class: c.class,
                            polarity: c.polarity,
                        }
                    }),
                    recipient: q.recipient.map(words),
                    venue: q.venue.map(words),
                    rule: q.rule,
                    evidence: q.evidence.iter().copied().map(position).collect(),
                    confidence: q.confidence,
                }
            })
            .collect(),
        dates: analysis
            .dates
            .iter()
            .map(|d| {
                let Words { start, end, text } = words(d.span);
                DateOut {
                    start,
                    end,
                    text,
                    iso: d.iso.as_deref(),
                    precision: d.precision,
                }
            })
            .collect(),
        notes: analysis
            .notes
            .iter()
            .map(|n| {
                let Position { start, end } = position(n.span);
                NoteOut {
                    code: n.code,
                    message: n.code.message(),
                    start,
                    end,
                }
            })
            .collect(),
    }
}
