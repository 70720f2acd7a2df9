//! What a standards editor would look at again, in plain words, each with the place in the text.

use super::segments::with_marks;
use super::voices::VoiceKind;
use super::{View, wording};
use crate::analysis::*;

#[derive(Debug, PartialEq)]
pub struct Check {
    pub weight: Weight,
    /// A whole sentence.
    pub says: String,
    /// Where to look, in text order; may be empty.
    pub places: Vec<Place>,
}

#[derive(Debug, PartialEq)]
pub struct Place {
    pub span: Span,
    /// The quotation that it is about, where it is about one.
    pub quotation: Option<QuotationId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Worth looking at again.
    Look,
    /// Good to know.
    Remark,
}

/// All checks: about speakers first, then about the text.
pub fn run(view: &View) -> Vec<Check> {
    let mut checks = Vec::new();
    checks.extend(unattributed(view));
    checks.extend(anonymous(view));
    checks.extend(headline_words(view));
    checks.extend(unsure(view));
    checks.extend(notes(view));
    checks
}

fn unattributed(view: &View) -> Option<Check> {
    let places = quotations(view, |q, kind| kind == VoiceKind::Unattributed && q.kind.is_speech());
    (!places.is_empty()).then(|| Check {
        weight: Weight::Look,
        says: match places.len() {
            1 => "The text does not say who said this.".to_string(),
            n => format!(
                "The text does not say who said {}.",
                wording::count(n, "quotation", "quotations")
            ),
        },
        places,
    })
}

fn anonymous(view: &View) -> Vec<Check> {
    let unnamed = |v: &&super::voices::Voice| v.kind == VoiceKind::Speaker && v.status == SpeakerStatus::Unnamed;
    view.voices
        .list
        .iter()
        .filter(unnamed)
        .map(|voice| match voice.reason {
            Some(reason) => Check {
                weight: Weight::Remark,
                says: format!("“{}” is not named, and the text says why.", voice.label),
                places: vec![Place {
                    span: reason,
                    quotation: None,
                }],
            },
            None => Check {
                weight: Weight::Look,
                says: format!("“{}” is not named, and the text gives no reason.", voice.label),
                places: voice.quotations.first().map(|&q| place(view, q)).into_iter().collect(),
            },
        })
        .collect()
}

fn headline_words(view: &View) -> Option<Check> {
    let in_headline = |q: &Quotation| view.analysis.blocks[q.block as usize].kind == BlockKind::Headline;
    let places = quotations(view, |q, _| {
        in_headline(q) && q.marks.is_some() && q.kind.is_speech() && q.same_as.is_none()
    });
    (!places.is_empty()).then(|| Check {
        weight: Weight::Look,
        says: "The headline quotes words that were not found between marks in the article.".to_string(),
        places,
    })
}

fn unsure(view: &View) -> Option<Check> {
    let places = quotations(view, |q, kind| {
        kind == VoiceKind::Speaker && q.kind.is_speech() && q.confidence == Confidence::Weak
    });
    (!places.is_empty()).then(|| Check {
        weight: Weight::Look,
        says: match places.len() {
            1 => "One speaker is a weak guess.".to_string(),
            n => format!("{} speakers are weak guesses.", wording::number(n)),
        },
        places,
    })
}

/// The engine's notes, those of one kind together.
fn notes(view: &View) -> Vec<Check> {
    let mut checks: Vec<(NoteCode, Check)> = Vec::new();
    for note in &view.analysis.notes {
        let place = (!note.span.is_empty()).then_some(Place {
            span: note.span,
            quotation: None,
        });
        match checks.iter_mut().find(|(code, _)| *code == note.code) {
            Some((_, check)) => check.places.extend(place),
            None => checks.push((
                note.code,
                Check {
                    weight: weight(note.code),
                    says: note.code.message().to_string(),
                    places: place.into_iter().collect(),
                },
            )),
        }
    }
    checks.into_iter().map(|(_, check)| check).collect()
}

fn weight(code: NoteCode) -> Weight {
    match code {
        NoteCode::UnclosedQuotation
        | NoteCode::UnopenedQuotation
        | NoteCode::MixedMarks
        | NoteCode::EmptyMarks
        | NoteCode::SecondArticle
        | NoteCode::NotEnglish
        | NoteCode::TooLong => Weight::Look,
        _ => Weight::Remark,
    }
}

fn quotations(view: &View, wanted: impl Fn(&Quotation, VoiceKind) -> bool) -> Vec<Place> {
    (0..)
        .zip(&view.analysis.quotations)
        .filter(|&(id, q)| view.voices.of_quotation(id).is_some_and(|v| wanted(q, v.kind)))
        .map(|(id, _)| place(view, id))
        .collect()
}

fn place(view: &View, id: QuotationId) -> Place {
    Place {
        span: with_marks(view.quotation(id)),
        quotation: Some(id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, analysis: Analysis) -> Vec<(Weight, String, usize)> {
        run(&View::new(source.to_string(), analysis))
            .into_iter()
            .map(|c| (c.weight, c.says, c.places.len()))
            .collect()
    }

    #[test]
    fn notes_of_one_kind_stand_together() {
        let note = |start, end| Note {
            code: NoteCode::EmptyMarks,
            span: Span { start, end },
        };
        let analysis = Analysis {
            notes: vec![note(0, 2), note(3, 5)],
            ..Analysis::default()
        };
        assert_eq!(
            check("“” “”", analysis),
            [(Weight::Look, NoteCode::EmptyMarks.message().to_string(), 2)]
        );
    }

    #[test]
    fn a_quotation_without_speaker_is_pointed_out() {
        let source = "Harbour shut\n\n“No ship will leave today or tomorrow.”";
        let mut analysis = crate::analyze(source);
        for q in &mut analysis.quotations {
            q.speaker = Speaker::unknown();
            q.kind = QuotationKind::Direct;
        }
        analysis.notes.clear();
        assert_eq!(
            check(source, analysis),
            [(Weight::Look, "The text does not say who said this.".to_string(), 1)]
        );
    }
}
