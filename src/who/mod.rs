//! Who said it: one decision for every quotation.
//!
//! The rules claim a speaker for most quotations (`quotations`). Here everybody who may have said it, and nobody, are
//! weighed against each other by a small linear model: what the rules claim, where each was mentioned, who spoke
//! before, how a description fits. The margin says how sure the answer is.

mod candidates;
mod evidence;
mod features;
mod scene;
mod signs;
mod similar;
mod weights;

use rustc_hash::FxHashMap as HashMap;

use crate::analysis::{
    AttributionRule, Confidence, EntityId, Quotation, QuotationKind, Rule as _, Span, Speaker, SpeakerStatus,
};
use crate::entities::Entities;
use crate::language::Language;
use crate::marks::MarkedSpans;
use crate::structure::Structure;
use crate::text::Text;
use candidates::{Candidate, Weigher};
pub use features::{FEATURES, Feature, SIGNS, SITUATIONS, Sign, Situation};
pub(crate) use scene::Told;
pub use weights::{COLUMNS, SURE, Weights};

/// What the earlier stages made of the text.
pub(crate) struct Sources<'a> {
    pub text: &'a Text<'a>,
    pub structure: &'a Structure,
    pub marks: &'a MarkedSpans,
    pub language: &'a Language,
    pub entities: &'a Entities,
    /// In text order.
    pub told: &'a [Told],
}

/// Who may have said something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Who {
    Entity(EntityId),
    /// An index into the speakers described so far.
    Described(u32),
    Nobody,
}

/// One decision, for training.
#[derive(Clone, Debug)]
pub struct Decision {
    pub span: Span,
    pub kind: QuotationKind,
    pub situation: Situation,
    pub candidates: Vec<Choice>,
    pub signs: Vec<Sign>,
    /// The names of the speaker that was chosen; none for nobody.
    pub speaker: Vec<String>,
}

/// One who may have said it, for training.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its names in the article, or its description; none for nobody.
    pub names: Vec<String>,
    pub features: Vec<Feature>,
}

/// Decides who said each quotation, and how sure that is. `quotations` are in text order and hold what the rules claim.
/// Returns for each whether it is to be kept: what is hardly a reported clause is not.
pub(crate) fn decide(
    sources: &Sources,
    weights: &Weights,
    quotations: &mut [Quotation],
    mut trace: Option<&mut Vec<Decision>>,
) -> Vec<bool> {
    let mut weigher = Weigher::new(sources);
    // Pieces of one utterance have one speaker.
    let mut decided: HashMap<(u32, Span), Who> = HashMap::default();
    let mut keep = vec![true; quotations.len()];
    let coming: Vec<Who> = quotations.iter().map(|q| weigher.claim(q)).collect();
    // Lines set apart repeat what the article quotes, so they come last.
    let similar = similar::find(sources, quotations);
    let apart = |q: &Quotation| similar::is_display(sources.structure, q.block);
    let (body, display): (Vec<usize>, Vec<usize>) = (0..quotations.len()).partition(|&i| !apart(&quotations[i]));
    let mut chosen: HashMap<u32, Who> = HashMap::default();
    for i in body.into_iter().chain(display) {
        let q = &quotations[i];
        if !q.kind.is_speech() || q.inside.is_some() || q.rule == AttributionRule::RepeatsBody {
            continue;
        }
        let claimed = coming[i];
        let situation = weigher.situation(q);
        let settled = matches!(q.speaker.status, SpeakerStatus::Author | SpeakerStatus::Outlet)
            || !q.speaker.members.is_empty()
            || matches!(
                q.rule,
                AttributionRule::Impersonal | AttributionRule::TranscriptTurn | AttributionRule::InterviewAnswer
            );
        let (mut who, mut sure) = (claimed, 1.0);
        let mut shown = Vec::new();
        if !settled {
            let next = quotations[i + 1..]
                .iter()
                .zip(&coming[i + 1..])
                .take(8)
                .find(|(q, _)| q.kind.is_speech() && q.cue.is_some());
            let next = next.filter(|(n, _)| n.block <= q.block + 1).map(|(_, who)| *who);
            let candidates = weigher.candidates(
                q,
                situation,
                &[
                    (next, Feature::SpeaksNext),
                    (
                        similar.get(&(i as u32)).and_then(|s| chosen.get(s)).copied(),
                        Feature::SaysSimilar,
                    ),
                ],
            );
            let (best, share) = weigh(&candidates, situation, weights);
            (who, sure) = (candidates[best].who, share);
            if trace.is_some() {
                shown = candidates.iter().map(|c| weigher.shown(c)).collect();
            }
            if let Some(mention) = q.speaker.mention {
                who = *decided.entry((q.group, mention)).or_insert(who);
            }
        }
        weigher.spoke(q, who);
        chosen.insert(i as u32, who);
        let q = &mut quotations[i];
        if who != claimed {
            weigher.attribute(q, who);
        }
        let signs = signs::read(sources, q, situation, who, who != claimed, sure);
        let column = usize::from(q.kind == QuotationKind::Indirect);
        let right = weights.right(&signs, column);
        let confidence = match right {
            r if r >= weights.certain[column] => Confidence::Certain,
            r if r >= weights.likely[column] => Confidence::Likely,
            _ => Confidence::Weak,
        };
        let beside = matches!(
            q.rule,
            AttributionRule::BeforeSpeaker | AttributionRule::AfterParagraphAbout
        );
        let at_most = if beside && q.confidence == Confidence::Weak {
            Confidence::Weak
        } else {
            q.rule.at_most()
        };
        q.confidence = confidence.max(at_most);
        // Where no rule claims a speaker, a weak guess at people without a name is none: "residents" were spoken of
        // before, but nothing says that they wrote what stands on the sheet of paper.
        let guessed = claimed == Who::Nobody && q.rule == AttributionRule::BestFit && q.confidence == Confidence::Weak;
        if guessed && matches!(who, Who::Described(_)) {
            weigher.attribute(q, Who::Nobody);
        }
        // That nobody is known to have said it, or that it is denied, says nothing of whether it is a clause.
        let exempt = [Sign::HoldsMarks, Sign::Passive, Sign::Denial];
        keep[i] = column == 0 || right >= weights.keep || exempt.iter().any(|s| signs.contains(s));
        if let Some(trace) = trace.as_deref_mut() {
            trace.push(Decision {
                span: q.span,
                kind: q.kind,
                situation,
                candidates: shown,
                signs,
                speaker: weigher.names(who, q),
            });
        }
    }
    for i in 0..quotations.len() {
        if quotations[i].rule == AttributionRule::RepeatsBody
            && let Some(body) = quotations[i].same_as
        {
            quotations[i].speaker = quotations[body as usize].speaker.clone();
            quotations[i].confidence = quotations[body as usize].confidence.max(Confidence::Likely);
        }
    }
    keep
}

/// The candidate that fits best, and its probability among all.
fn weigh(candidates: &[Candidate], situation: Situation, weights: &Weights) -> (usize, f32) {
    let score = |c: &Candidate| -> f32 { c.features.iter().map(|&f| weights.of(f, situation)).sum() };
    let scores: Vec<f32> = candidates.iter().map(score).collect();
    let best = (0..scores.len())
        .rev()
        .max_by(|&a, &b| scores[a].total_cmp(&scores[b]))
        .unwrap_or(0);
    let total: f32 = scores.iter().map(|s| (s - scores[best]).exp()).sum();
    (best, 1.0 / total)
}

impl Weigher<'_> {
    /// Gives the quotation another speaker than the rules claim.
    fn attribute(&self, q: &mut Quotation, who: Who) {
        let claim = q.speaker.mention;
        q.speaker = match who {
            Who::Nobody => Speaker::unknown(),
            Who::Described(d) => self.described(d).clone(),
            Who::Entity(entity) => Speaker::named(entity, &self.sources.entities.entities[entity as usize].name, None),
        };
        let nearest = if let Who::Entity(entity) = who {
            self.nearest(entity, q.span.start)
        } else {
            None
        };
        match who {
            Who::Nobody => {
                q.rule = AttributionRule::NotAttributed;
                q.evidence.clear();
                q.cue = None;
            }
            // "The expert said": the words stay, with the name that they stand for.
            _ if claim.is_some() && q.cue.is_some() => q.speaker.mention = claim,
            _ => {
                q.rule = AttributionRule::BestFit;
                q.speaker.mention = nearest.or(q.speaker.mention);
                q.evidence = q.speaker.mention.into_iter().collect();
            }
        }
        if let Some(nearest) = nearest.filter(|n| !q.evidence.contains(n)) {
            q.evidence.push(nearest);
            q.evidence.sort();
        }
    }
}
