//! Attributions while they are being found: one for each marked span.

use super::carrier::Sentence;
use super::frames::Frame;
use super::speaker;
use crate::analysis::{AttributionRule, Confidence, Cue, CueClass, Rule as _, Span, Speaker, SpeakerStatus};

/// Who said a marked span, and why we think so.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub speaker: Speaker,
    pub cue: Option<Cue>,
    pub recipient: Option<Span>,
    pub venue: Option<Span>,
    pub rule: AttributionRule,
    pub confidence: Confidence,
    pub evidence: Vec<Span>,
    /// The same for the pieces of one utterance; None until it is known to have several.
    pub group: Option<u32>,
}

impl Draft {
    pub fn new(speaker: Speaker, rule: AttributionRule, confidence: Confidence, evidence: Vec<Span>) -> Draft {
        Draft {
            speaker,
            cue: None,
            recipient: None,
            venue: None,
            rule,
            confidence,
            evidence,
            group: None,
        }
    }

    /// What the frame says. `group` numbers the frames of the article.
    pub fn from_frame(s: &Sentence, frame: &Frame, rule: AttributionRule, confidence: Confidence, group: u32) -> Draft {
        let cue = s.span(frame.cue.clone());
        let mut evidence = vec![cue];
        let speaker = match &frame.subject {
            Some(phrase) => {
                let mut speaker = speaker::read(s, phrase.clone());
                if let (Some(who), Some(mention)) = (frame.relative, &mut speaker.mention) {
                    mention.end = s.span(who..who + 1).end;
                }
                evidence.extend(speaker.mention);
                if frame.class == CueClass::Statement && s.form(frame.cue.end - 1).starts_with("understand") {
                    speaker.status = SpeakerStatus::Outlet;
                }
                if matches!(speaker.status, SpeakerStatus::Unnamed | SpeakerStatus::Collective) {
                    speaker.reason = reason(s, phrase.end);
                }
                speaker
            }
            None => Speaker::unknown(),
        };
        evidence.sort();
        Draft {
            speaker,
            cue: Some(Cue {
                span: cue,
                class: frame.class,
                polarity: frame.polarity,
            }),
            recipient: frame.recipient.clone().filter(|r| !r.is_empty()).map(|r| s.span(r)),
            venue: frame.venue.clone().filter(|r| !r.is_empty()).map(|r| s.span(r)),
            rule,
            confidence: confidence.max(rule.at_most()),
            evidence,
            group: Some(group),
        }
    }

    /// The same speaker for another piece, by another rule.
    pub fn carried(&self, rule: AttributionRule, confidence: Confidence) -> Draft {
        Draft {
            rule,
            confidence: confidence.max(rule.at_most()),
            ..self.clone()
        }
    }
}

/// Why a source that is described after unit `from` is not named: "who asked not to be named *because he was not
/// authorised to speak*", "on condition of anonymity *for fear of being dismissed*".
fn reason(s: &Sentence, from: usize) -> Option<Span> {
    let nameless = (from..s.len().min(from + 25)).find(|&i| {
        s.form(i) == "anonymity" || matches!(s.form(i), "named" | "identified") && s.form_before(i) == "be"
    })?;
    let opens = (nameless + 1..s.len().min(nameless + 4))
        .find(|&i| matches!(s.form(i), "because" | "since" | "as" | "citing" | "for"))?;
    let end = (opens + 1..s.len())
        .find(|&i| s.is_stop(i) || s.form(i) == "," || s.quote(i).is_some())
        .unwrap_or(s.len());
    let start = opens + usize::from(matches!(s.form(opens), "because" | "since" | "as" | "citing"));
    (start < end).then(|| s.span(start..end))
}

/// A draft for each marked span, or none yet.
pub(super) struct Drafts(Vec<Option<Draft>>);

impl Drafts {
    pub fn new(quotes: usize) -> Drafts {
        Drafts(vec![None; quotes])
    }

    pub fn of(&self, quote: u32) -> Option<&Draft> {
        self.0[quote as usize].as_ref()
    }

    pub fn set(&mut self, quote: u32, draft: Option<Draft>) {
        self.0[quote as usize] = draft;
    }
}
