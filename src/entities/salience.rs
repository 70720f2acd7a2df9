//! How much the article is about each entity.

use super::Stages;
use super::draft::Draft;
use crate::analysis::{BlockKind, EntityKind};

/// From 0 to 1 for each entity; they add up to no more than 1. A mention counts by its block: the headline most, the first
/// paragraphs more than the last, furniture not at all. People count a little more than what is only named in passing, and
/// nationalities less.
pub(super) fn weigh(article: &Stages, draft: &Draft) -> Vec<f32> {
    let text = article.text;
    let end = text.source.len().max(1) as f32;
    let mut weights = vec![0.0_f32; draft.entities.len()];
    for mention in &draft.mentions {
        let token = &text.tokens[mention.tokens.start as usize];
        let of_block = match article.structure.blocks[token.block as usize].kind {
            BlockKind::Headline => 4.0,
            BlockKind::Standfirst | BlockKind::Kicker => 2.0,
            BlockKind::KeyPoint | BlockKind::Crosshead | BlockKind::Caption => 1.0,
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::PullQuote | BlockKind::Other | BlockKind::Embed => {
                2.0 - token.span.start as f32 / end
            }
            BlockKind::Byline
            | BlockKind::Timestamp
            | BlockKind::Dateline
            | BlockKind::Credit
            | BlockKind::Related
            | BlockKind::Furniture
            | BlockKind::AuthorNote
            | BlockKind::Note
            | BlockKind::Copyright
            | BlockKind::Tags => 0.0,
        };
        let of_kind = match draft.entities[mention.entity as usize].kind {
            EntityKind::Person | EntityKind::Organization | EntityKind::Event => 1.0,
            EntityKind::Group => 0.4,
            EntityKind::Money | EntityKind::Percent | EntityKind::Quantity => 0.0,
            _ => 0.7,
        };
        weights[mention.entity as usize] += of_block * of_kind;
    }
    let sum: f32 = weights.iter().sum();
    if sum > 0.0 {
        for weight in &mut weights {
            *weight /= sum;
        }
    }
    weights
}

#[cfg(test)]
mod tests {
    use crate::analyze;

    #[test]
    fn whom_the_headline_and_most_paragraphs_name_comes_first() {
        let analysis = analyze(
            "Ilse Moor wins Arlen vote\n\nIlse Moor won the vote in Arlen on Monday. Moor thanked the town.\n\n\
             Her rival, Hal Brandt, was not there. “We did it,” Moor said.",
        );
        let most = analysis
            .entities
            .iter()
            .max_by(|a, b| a.salience.total_cmp(&b.salience))
            .unwrap();
        assert_eq!(most.name, "Ilse Moor");
        assert!(analysis.entities.iter().all(|e| (0.0..=1.0).contains(&e.salience)));
    }
}
