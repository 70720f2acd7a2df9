//! What tells of a quotation whether its answer will be right: how its sentence is built, of what kind its speaker is, how far the
//! best candidate is ahead.

use super::features::{Sign, Situation};
use super::{Sources, Who};
use crate::analysis::AttributionRule;
use crate::analysis::{BlockKind, CueClass, EntityKind, Polarity, Quotation, QuotationKind, SpeakerStatus};
use crate::language::PartOfSpeech;
use crate::lexicon::cues;
use crate::phrases::{Class, Phrase};
use crate::text::TokenKind;

/// Reads the signs of a quotation that is decided. `sure` is the probability of its speaker among the candidates.
pub(super) fn read(
    sources: &Sources,
    q: &Quotation,
    situation: Situation,
    who: Who,
    changed: bool,
    sure: f32,
) -> Vec<Sign> {
    let mut signs = vec![of_situation(situation), of_margin(sure)];
    if changed {
        signs.push(Sign::Changed);
    }
    signs.extend(of_rule(q.rule));
    signs.push(match q.kind {
        QuotationKind::Direct => Sign::Direct,
        QuotationKind::Partial => Sign::Fragment,
        _ => Sign::Clause,
    });
    speaker(sources, q, who, &mut signs);
    cue(sources, q, &mut signs);
    content(sources, q, &mut signs);
    signs.extend(match sources.structure.blocks[q.block as usize].kind {
        BlockKind::Headline | BlockKind::Standfirst | BlockKind::Kicker => Some(Sign::InHeading),
        BlockKind::Crosshead | BlockKind::KeyPoint | BlockKind::PullQuote => Some(Sign::InDisplay),
        BlockKind::Caption => Some(Sign::InCaption),
        BlockKind::Paragraph | BlockKind::ListItem => None,
        _ => Some(Sign::InApparatus),
    });
    signs
}

fn of_situation(situation: Situation) -> Sign {
    match situation {
        Situation::Named => Sign::Named,
        Situation::Pronoun => Sign::Pronoun,
        Situation::It => Sign::It,
        Situation::They => Sign::They,
        Situation::Definite => Sign::Definite,
        Situation::Indefinite => Sign::Indefinite,
        Situation::Document => Sign::Document,
        Situation::GoesOn => Sign::GoesOn,
        Situation::After => Sign::After,
        Situation::Paragraph => Sign::Paragraph,
        Situation::Silent => Sign::Silent,
    }
}

fn of_margin(sure: f32) -> Sign {
    match sure {
        s if s < 0.5 => Sign::Under50,
        s if s < 0.7 => Sign::Under70,
        s if s < 0.85 => Sign::Under85,
        s if s < 0.95 => Sign::Under95,
        s if s < 0.98 => Sign::Under98,
        _ => Sign::Over98,
    }
}

fn of_rule(rule: AttributionRule) -> Option<Sign> {
    use AttributionRule as Rule;
    Some(match rule {
        Rule::CueAndColon => Sign::CueAndColon,
        Rule::CueBefore => Sign::CueBefore,
        Rule::CueAfter => Sign::CueAfter,
        Rule::InvertedCueAfter => Sign::InvertedCue,
        Rule::ReportedClause => Sign::ReportedClause,
        Rule::ClauseBeforeCue => Sign::ClauseBeforeCue,
        Rule::RelativeClause => Sign::Relative,
        Rule::Passive => Sign::Passive,
        Rule::ParticipleCue => Sign::Participle,
        Rule::NounCue => Sign::Noun,
        Rule::UnlistedVerb => Sign::Unlisted,
        Rule::AccordingTo => Sign::According,
        Rule::NameAndColon | Rule::DashSignature | Rule::TranscriptTurn | Rule::InterviewAnswer => Sign::Label,
        Rule::HeadlineColon => Sign::HeadlineColon,
        Rule::HeadlineDash => Sign::HeadlineDash,
        Rule::OpenParagraph => Sign::OpenParagraph,
        Rule::SubjectOfSentence => Sign::SubjectOfSentence,
        Rule::LeadIn => Sign::LeadIn,
        Rule::Impersonal => Sign::Impersonal,
        _ => return None,
    })
}

fn speaker(sources: &Sources, q: &Quotation, who: Who, signs: &mut Vec<Sign>) {
    let kind = match who {
        Who::Entity(entity) => Some(sources.entities.entities[entity as usize].kind),
        _ => q.speaker.entity.map(|e| sources.entities.entities[e as usize].kind),
    };
    signs.push(match (kind, q.speaker.status) {
        (Some(EntityKind::Person), _) => Sign::ByPerson,
        (Some(EntityKind::Organization), _) => Sign::ByOrganization,
        (Some(_), _) => Sign::ByPlace,
        (None, SpeakerStatus::Author | SpeakerStatus::Outlet) => Sign::ByAuthor,
        (None, SpeakerStatus::Unknown) => Sign::ByNobody,
        (None, _) => match q.speaker.name.as_deref().unwrap_or_default().to_lowercase().as_str() {
            "he" | "she" | "it" | "they" | "this" | "that" | "who" | "which" | "these" | "those" | "you" | "one" => {
                Sign::ByPronoun
            }
            _ => {
                let phrase = q
                    .speaker
                    .mention
                    .and_then(|m| Phrase::read(sources.text, sources.language, m));
                match phrase.and_then(|p| p.class) {
                    Some(Class::Person) => Sign::ByDescribed,
                    Some(Class::Group) => Sign::ByGroup,
                    Some(Class::Document) => Sign::ByDocument,
                    Some(_) => Sign::ByThing,
                    None => Sign::ByUnknown,
                }
            }
        },
    });
}

fn cue(sources: &Sources, q: &Quotation, signs: &mut Vec<Sign>) {
    let Some(cue) = &q.cue else {
        signs.push(Sign::NoCue);
        return;
    };
    signs.push(match cue.class {
        CueClass::Neutral => Sign::Neutral,
        CueClass::Statement => Sign::Statement,
        CueClass::Directive => Sign::Directive,
        CueClass::Question => Sign::Question,
        CueClass::Loaded => Sign::Loaded,
        CueClass::Denial => Sign::Denial,
        CueClass::Commitment => Sign::Commitment,
        CueClass::Written => Sign::Written,
        CueClass::Manner => Sign::Manner,
        CueClass::Thought => Sign::Thought,
    });
    signs.extend(match cue.polarity {
        Polarity::Affirmed => None,
        Polarity::Denied => Some(Sign::Denied),
        Polarity::Declined => Some(Sign::Declined),
        Polarity::Hypothetical => Some(Sign::Hypothetical),
    });
    let text = sources.text;
    let tokens = text.tokens_in(cue.span);
    let Some(last) = tokens.clone().next_back() else { return };
    let form = text.form(last);
    if cues::verbs(form)
        .iter()
        .any(|verb| matches!(verb.lemma, "say" | "tell"))
    {
        signs.push(Sign::Says);
    }
    if form.ends_with("ing") {
        signs.push(Sign::Gerund);
    }
    if tokens.clone().any(|t| text.form(t) == "to") {
        signs.push(Sign::ToSay);
    }
}

/// How the quoted or reported words begin, and what they hold.
fn content(sources: &Sources, q: &Quotation, signs: &mut Vec<Sign>) {
    let (text, parts) = (sources.text, &sources.language.parts);
    let tokens = text.tokens_in(q.span);
    if tokens.is_empty() {
        return;
    }
    let first = tokens.start;
    if first > 0 && text.form(first - 1) == "that" {
        signs.push(Sign::That);
    }
    use PartOfSpeech::*;
    signs.extend(match parts[first] {
        To => Some(Sign::OpensTo),
        VerbGerund => Some(Sign::OpensGerund),
        Pronoun | Existential => Some(Sign::OpensPronoun),
        WhWord => Some(Sign::OpensWh),
        Preposition => Some(Sign::OpensPreposition),
        Determiner | PossessivePronoun => Some(Sign::OpensDeterminer),
        ProperNoun => Some(Sign::OpensName),
        Conjunction => Some(Sign::OpensConjunction),
        VerbBase | VerbPresent | VerbPast | VerbThirdPerson => Some(Sign::OpensVerb),
        _ => None,
    });
    if text.tokens[first].case.is_capital() {
        signs.push(Sign::Capital);
    }
    let finite = tokens
        .clone()
        .filter(|&t| matches!(parts[t], VerbPresent | VerbThirdPerson | VerbPast | Modal))
        .count();
    signs.push(match finite {
        0 => Sign::NoVerb,
        1 => Sign::OneVerb,
        _ => Sign::Verbs,
    });
    let follows = !matches!(q.rule, AttributionRule::ClauseBeforeCue | AttributionRule::AccordingTo);
    let directs = q.cue.as_ref().is_some_and(|cue| cue.class == CueClass::Directive);
    match parts[first] {
        // "urged ministers *to act*"; "vowed *to act*" is the speaker's own doing.
        To if directs => signs.push(Sign::Asks),
        To | VerbGerund => {}
        // "called for *calm*", "denied *any part in it*": named, not told.
        _ if finite == 0 && follows && !signs.contains(&Sign::That) => signs.push(Sign::Thing),
        _ => {}
    }
    let words = tokens
        .clone()
        .filter(|&t| text.tokens[t].kind == TokenKind::Word)
        .count();
    signs.push(match words {
        0 | 1 => Sign::OneWord,
        2 | 3 => Sign::FewWords,
        4..8 => Sign::SomeWords,
        8..25 => Sign::ManyWords,
        _ => Sign::VeryLong,
    });
    if tokens
        .clone()
        .any(|t| matches!(text.form(t), "i" | "we" | "my" | "our" | "you" | "me" | "us"))
    {
        signs.push(Sign::FirstPerson);
    }
    if tokens.clone().any(|t| text.tokens[t].kind == TokenKind::Mark) {
        signs.push(Sign::HoldsMarks);
    }
    if tokens.clone().any(|t| text.form(t) == ",") {
        signs.push(Sign::HoldsComma);
    }
    let block = &sources.structure.blocks[q.block as usize];
    if q.span.start.saturating_sub(block.span.start) < 3 {
        signs.push(Sign::OpensBlock);
    }
    let after = tokens.end;
    if text.tokens.get(after).is_none_or(|t| t.span.start >= block.span.end) || text.form(after) == "." {
        signs.push(Sign::EndsSentence);
    }
}
