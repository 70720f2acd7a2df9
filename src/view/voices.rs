//! The quotations grouped by who says them.

use rustc_hash::FxHashMap as HashMap;

use serde::{Deserialize, Serialize};

use crate::analysis::*;

#[derive(Debug, Default, PartialEq)]
pub struct Voices {
    /// Speakers by the number of their quoted words, then by first appearance; after them the quotations that are
    /// not attributed, at the end the words in marks that are nobody's in particular.
    pub list: Vec<Voice>,
    /// For each quotation its voice, an index into `list`; None where it stands in furniture or related links.
    pub of: Vec<Option<u32>>,
    /// For each quotation its number in the article, counted from 1 over those that have a voice.
    pub numbers: Vec<u32>,
    /// Quotations that are somebody's words: direct, partial and reported ones.
    pub counted: usize,
    /// How many of these have a speaker whom the text does not tell.
    pub unattributed: usize,
    /// Quoted words, word for word, of all speakers.
    pub words: usize,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Voice {
    pub kind: VoiceKind,
    /// What to call the voice; never empty. A description begins with a capital here.
    pub label: String,
    pub entity: Option<EntityId>,
    pub status: SpeakerStatus,
    /// As written.
    pub roles: Vec<String>,
    /// The stated reason for anonymity.
    pub reason: Option<Span>,
    /// In text order.
    pub quotations: Vec<QuotationId>,
    /// Words in marks, word for word; repetitions in headline or caption are not counted again.
    pub words: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum VoiceKind {
    Speaker,
    /// Somebody's words, but the text does not say whose.
    Unattributed,
    /// So-called, titles, mottos: nobody's words in particular.
    Nobody,
}

/// How many voices have a colour and a pattern of their own.
pub const TOLD_APART: usize = 8;

impl Voices {
    /// How many quotations have a voice.
    pub fn listed(&self) -> usize {
        self.list.iter().map(|v| v.quotations.len()).sum()
    }

    pub fn of_quotation(&self, id: QuotationId) -> Option<&Voice> {
        self.of[id as usize].map(|v| &self.list[v as usize])
    }

    /// The voice's share of all quoted words in per cent, rounded.
    pub fn share(&self, voice: &Voice) -> usize {
        (voice.words * 100 + self.words / 2)
            .checked_div(self.words)
            .unwrap_or(0)
    }

    /// The style of a voice: "v1" to "v8" for the first speakers, "v0" for the others, "none", "nobody".
    pub fn style(&self, voice: u32) -> &'static str {
        const STYLES: [&str; TOLD_APART] = ["v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8"];
        match self.list[voice as usize].kind {
            VoiceKind::Unattributed => "none",
            VoiceKind::Nobody => "nobody",
            VoiceKind::Speaker => STYLES.get(voice as usize).copied().unwrap_or("v0"),
        }
    }
}

impl Voice {
    /// One or two letters that stand for the speaker in a small space.
    pub fn initials(&self) -> String {
        match self.kind {
            VoiceKind::Unattributed => "?".to_string(),
            VoiceKind::Nobody => "–".to_string(),
            VoiceKind::Speaker => {
                let letters: Vec<char> = self
                    .label
                    .split(|c: char| c.is_whitespace() || c == '-')
                    .filter_map(|w| w.chars().find(|c| c.is_alphanumeric()))
                    .collect();
                let last = letters.iter().skip(1).next_back();
                letters
                    .iter()
                    .take(1)
                    .chain(last)
                    .flat_map(|c| c.to_uppercase())
                    .collect()
            }
        }
    }
}

#[derive(PartialEq, Eq, Hash)]
enum Key {
    Entity(EntityId),
    Described(SpeakerStatus, String),
    Unattributed,
    Nobody,
}

/// Groups all quotations outside furniture and related links.
pub fn group(source: &str, analysis: &Analysis) -> Voices {
    let mut voices: Vec<Voice> = Vec::new();
    let mut known: HashMap<Key, usize> = HashMap::default();
    let mut of = vec![None; analysis.quotations.len()];
    let mut numbers = vec![0; analysis.quotations.len()];
    let (mut number, mut counted, mut unattributed) = (0, 0, 0);
    for (id, q) in analysis.quotations.iter().enumerate() {
        if analysis.blocks.get(q.block as usize).is_some_and(|b| b.kind.is_aside()) {
            continue;
        }
        number += 1;
        numbers[id] = number;
        let key = key(q);
        counted += usize::from(q.kind.is_speech());
        unattributed += usize::from(q.kind.is_speech() && key == Key::Unattributed);
        let voice = *known.entry(key).or_insert_with_key(|key| {
            voices.push(new_voice(key, q, analysis));
            voices.len() - 1
        });
        of[id] = Some(voice as u32);
        let voice = &mut voices[voice];
        voice.quotations.push(id as u32);
        voice.reason = voice.reason.or(q.speaker.reason);
        if matches!(q.kind, QuotationKind::Direct | QuotationKind::Partial) && q.same_as.is_none() {
            voice.words += q.span.of(source).split_whitespace().count();
        }
    }
    let mut order: Vec<usize> = (0..voices.len()).collect();
    order.sort_by_key(|&v| (voices[v].kind as u8, std::cmp::Reverse(voices[v].words), v));
    let mut place = vec![0; voices.len()];
    for (to, &from) in order.iter().enumerate() {
        place[from] = to as u32;
    }
    for voice in of.iter_mut().flatten() {
        *voice = place[*voice as usize];
    }
    let mut sorted: Vec<(u32, Voice)> = place.iter().copied().zip(voices).collect();
    sorted.sort_by_key(|&(place, _)| place);
    let list: Vec<Voice> = sorted.into_iter().map(|(_, voice)| voice).collect();
    Voices {
        words: list.iter().map(|v| v.words).sum(),
        list,
        of,
        numbers,
        counted,
        unattributed,
    }
}

fn key(q: &Quotation) -> Key {
    match (q.kind, q.speaker.entity) {
        (QuotationKind::Scare | QuotationKind::Title, _) => Key::Nobody,
        (_, Some(entity)) => Key::Entity(entity),
        _ if q.speaker.status == SpeakerStatus::Unknown => Key::Unattributed,
        _ => {
            let name = q.speaker.name.as_deref().unwrap_or_default();
            Key::Described(q.speaker.status, name.to_lowercase())
        }
    }
}

fn new_voice(key: &Key, q: &Quotation, analysis: &Analysis) -> Voice {
    let entity = match key {
        Key::Entity(id) => analysis.entities.get(*id as usize),
        _ => None,
    };
    Voice {
        kind: match key {
            Key::Nobody => VoiceKind::Nobody,
            Key::Unattributed => VoiceKind::Unattributed,
            _ => VoiceKind::Speaker,
        },
        label: match (key, entity) {
            (Key::Nobody, _) => "Nobody’s words in particular".to_string(),
            (Key::Unattributed, _) => "Not attributed".to_string(),
            (_, Some(entity)) => entity.name.clone(),
            _ => described(&q.speaker),
        },
        entity: if let Key::Entity(id) = key { Some(*id) } else { None },
        status: q.speaker.status,
        roles: entity.map(|e| e.roles.clone()).unwrap_or_default(),
        reason: None,
        quotations: Vec::new(),
        words: 0,
    }
}

fn described(speaker: &Speaker) -> String {
    let name = speaker.name.as_deref().unwrap_or_default();
    let mut chars = name.chars();
    match (chars.next(), speaker.status) {
        (Some(first), _) => first.to_uppercase().chain(chars).collect(),
        (None, SpeakerStatus::Author) => "The author".to_string(),
        (None, SpeakerStatus::Outlet) => "The outlet".to_string(),
        (None, SpeakerStatus::Document) => "A document".to_string(),
        (None, _) => "Speaker without a name".to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotation(start: u32, end: u32, kind: QuotationKind, speaker: Option<(EntityId, &str)>) -> Quotation {
        Quotation {
            group: start,
            kind,
            span: Span { start, end },
            marks: None,
            block: 0,
            inside: None,
            same_as: None,
            speaker: match speaker {
                Some((entity, name)) => Speaker::named(entity, name, None),
                None => Speaker::unknown(),
            },
            cue: None,
            recipient: None,
            venue: None,
            rule: AttributionRule::NotAttributed,
            evidence: Vec::new(),
            confidence: Confidence::Certain,
        }
    }

    fn entity(name: &str) -> Entity {
        Entity {
            kind: EntityKind::Person,
            name: name.to_string(),
            roles: vec!["pilot".to_string()],
            mentions: Vec::new(),
            salience: 0.5,
        }
    }

    #[test]
    fn speakers_stand_by_quoted_words_and_the_unattributed_after_them() {
        let source = "one two three four five six seven eight nine ten";
        let analysis = Analysis {
            entities: vec![entity("Ada Pell"), entity("Bo Lund")],
            quotations: vec![
                quotation(0, 3, QuotationKind::Scare, None),
                quotation(4, 7, QuotationKind::Direct, Some((0, "Ada Pell"))),
                quotation(8, 13, QuotationKind::Direct, None),
                quotation(14, 27, QuotationKind::Direct, Some((1, "Bo Lund"))),
                quotation(28, 33, QuotationKind::Indirect, Some((0, "Ada Pell"))),
                quotation(34, 39, QuotationKind::Thought, None),
            ],
            ..Analysis::default()
        };
        let voices = group(source, &analysis);
        let labels: Vec<_> = voices.list.iter().map(|v| v.label.as_str()).collect();
        assert_eq!(
            labels,
            ["Bo Lund", "Ada Pell", "Not attributed", "Nobody’s words in particular"]
        );
        assert_eq!(voices.of, [Some(3), Some(1), Some(2), Some(0), Some(1), Some(2)]);
        assert_eq!((voices.counted, voices.unattributed), (4, 1));
        assert_eq!((voices.list[0].words, voices.list[1].words, voices.words), (3, 1, 5));
        assert_eq!(voices.share(&voices.list[0]), 60);
        assert_eq!(voices.list[1].initials(), "AP");
        assert_eq!(voices.list[1].roles, ["pilot"]);
        assert_eq!(
            (voices.style(0), voices.style(2), voices.style(3)),
            ("v1", "none", "nobody")
        );
    }

    #[test]
    fn no_quotations_give_no_voices() {
        let voices = group("", &Analysis::default());
        assert!(voices.list.is_empty());
        assert_eq!(voices.counted, 0);
    }
}
