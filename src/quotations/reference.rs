//! Speakers that stand for no entity: "they" after "the crews", "the official" after "a senior port official"; and how
//! sure a speaker can be who is only "he".

use crate::analysis::{Confidence, Quotation, Speaker, SpeakerStatus};
use crate::quotations::phrase::is_handle;
use crate::quotations::{Passage, speaker};

/// Somebody or something that a sentence is about or quotes, and that no entity stands for.
struct Known {
    /// Where it is mentioned.
    end: u32,
    block: u32,
    speaker: Speaker,
}

/// How many blocks back "they" reaches.
const REACH: u32 = 2;

/// Gives pronouns that mean no entity the description they stand for. Where there is none the speaker is weak: the
/// text says "he", and we do not know who that is. `quotations` are in text order.
pub(super) fn join(passages: &[Passage], quotations: &mut [Quotation]) {
    let known = described(passages);
    let mut full: Vec<(String, Speaker)> = Vec::new();
    for q in quotations.iter_mut().filter(|q| q.speaker.entity.is_none()) {
        let (Some(name), Some(mention)) = (q.speaker.name.clone(), q.speaker.mention) else {
            continue;
        };
        if !matches!(q.speaker.status, SpeakerStatus::Unnamed | SpeakerStatus::Collective) {
            continue;
        }
        let Some(number) = number(&name) else {
            reuse(&mut full, q, &name);
            continue;
        };
        let before = known.partition_point(|k| k.end <= mention.start);
        let antecedent = known[..before]
            .iter()
            .rev()
            .take(12)
            .take_while(|k| k.block + REACH >= q.block)
            .find(|k| fits(number, &k.speaker));
        match antecedent {
            Some(k) => {
                q.speaker.name = k.speaker.name.clone();
                q.speaker.status = k.speaker.status;
                q.confidence = q.confidence.max(Confidence::Likely);
            }
            None => q.confidence = Confidence::Weak,
        }
    }
}

/// Whom the sentences are about, in text order: subjects that are no entity and no pronoun.
fn described(passages: &[Passage]) -> Vec<Known> {
    let mut known: Vec<Known> = Vec::new();
    for passage in passages {
        let s = &passage.sentence;
        let main = s.main_subject(0..s.len());
        let cued = passage.reading.frames.iter().filter_map(|f| f.subject.clone());
        for phrase in main.into_iter().chain(cued) {
            let speaker = speaker::read(s, phrase);
            let Some(mention) = speaker.mention else { continue };
            let pronoun = speaker.name.as_deref().is_none_or(|n| number(n).is_some());
            if speaker.entity.is_none() && !pronoun && speaker.members.is_empty() {
                known.push(Known {
                    end: mention.end,
                    block: passage.block,
                    speaker,
                });
            }
        }
    }
    known.sort_by_key(|k| k.end);
    known
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Number {
    Person,
    Thing,
    Several,
}

/// What kind of speaker a pronoun stands for; None where the words are no pronoun.
fn number(words: &str) -> Option<Number> {
    Some(match words.to_lowercase().as_str() {
        "he" | "she" => Number::Person,
        "it" => Number::Thing,
        "they" => Number::Several,
        _ => return None,
    })
}

fn fits(number: Number, speaker: &Speaker) -> bool {
    match number {
        Number::Several => {
            // "rowan77 … they said"
            let handle = speaker.name.as_deref().is_some_and(is_handle);
            speaker.status == SpeakerStatus::Collective || handle
        }
        Number::Person => speaker.status == SpeakerStatus::Unnamed,
        Number::Thing => speaker.status == SpeakerStatus::Document,
    }
}

/// "The official said" after "a senior port official said": the fuller words, where only one source ends in that noun.
fn reuse(full: &mut Vec<(String, Speaker)>, q: &mut Quotation, name: &str) {
    let noun = |n: &str| n.split_whitespace().next_back().map(str::to_lowercase);
    let Some(noun) = noun(name) else { return };
    if name.contains(' ') {
        if full.len() < 50 && !full.iter().any(|(n, _)| *n == noun) {
            full.push((noun, q.speaker.clone()));
        }
    } else if q.speaker.status == SpeakerStatus::Unnamed
        && let Some((_, earlier)) = full.iter().find(|(n, _)| *n == noun)
    {
        q.speaker.name = earlier.name.clone();
        q.speaker.reason = q.speaker.reason.or(earlier.reason);
        q.confidence = q.confidence.max(Confidence::Likely);
    }
}
