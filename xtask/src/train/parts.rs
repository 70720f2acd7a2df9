//! Learns parts of speech.

use lede::language::features::{FeatureSource, Task};
use lede::language::vocabulary::Vocabulary;
use lede::language::{PartOfSpeech, Tagger};
use lede::sequence::Weights;

use super::crf::{self, Example, Options};
use super::features::{Ablation, features_of};
use super::gold::TaggedText;

/// Any part of speech may follow any other.
const TASK: crf::Task = crf::Task {
    tags: PartOfSpeech::LEARNED.len(),
    may_follow: |_, _| true,
    may_start: |_| true,
};

/// Learns the model of parts of speech from the texts.
pub fn learn(texts: &[TaggedText], vocabulary: &Vocabulary, options: &Options) -> Weights {
    let mut examples = Vec::new();
    for gold in texts {
        let text = lede::text::read(&gold.text, &[]);
        let view = FeatureSource::of(&text, vocabulary);
        let any = (1u32 << PartOfSpeech::LEARNED.len()) - 1;
        for block in &text.blocks {
            let tokens = block.tokens.start as usize..block.tokens.end as usize;
            examples.push(Example {
                features: tokens
                    .clone()
                    .map(|t| features_of(Task::PartsOfSpeech, &view, t, Ablation::Nothing))
                    .collect(),
                possible: tokens
                    .map(|t| {
                        let span = text.tokens[t].span;
                        let part = gold.words.get(&(span.start as usize));
                        let tag = part.filter(|(end, _)| *end == span.end as usize);
                        tag.and_then(|(_, part)| PartOfSpeech::LEARNED.iter().position(|p| p == part))
                            .map_or(any, |t| 1 << t)
                    })
                    .collect(),
                times: 1,
            });
        }
    }
    crf::learn(&TASK, &examples, options)
}

/// How many of the words that both see alike are tagged rightly, and how many there are.
pub fn score(texts: &[TaggedText], tagger: &Tagger) -> (usize, usize) {
    let (mut right, mut all) = (0, 0);
    for gold in texts {
        let text = lede::text::read(&gold.text, &[]);
        let language = lede::language::tag_with(tagger, &text);
        for (token, part) in text.tokens.iter().zip(&language.parts) {
            if let Some(&(end, wanted)) = gold.words.get(&(token.span.start as usize))
                && end == token.span.end as usize
                && *part != PartOfSpeech::Punctuation
            {
                all += 1;
                right += usize::from(wanted == *part);
            }
        }
    }
    (right, all)
}
