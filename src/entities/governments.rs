//! Places that speak: "Arlen denied the claim" means its government. They stay places; the mention says how it is meant.

use super::Stages;
use super::draft::Draft;
use crate::analysis::{EntityKind, MentionRule};
use crate::language::PartOfSpeech;
use crate::lexicon::cues::is_reporting_verb;
use crate::text::Case;

/// Gives the places before a reporting verb their rule.
pub(super) fn note(article: &Stages, draft: &mut Draft) {
    let text = article.text;
    for n in 0..draft.names {
        let (entity, end) = (draft.mentions[n].entity, draft.mentions[n].tokens.end as usize);
        if draft.entities[entity as usize].kind != EntityKind::Place {
            continue;
        }
        // Not "a minister in Arlen said".
        let start = draft.mentions[n].tokens.start as usize;
        let is_in_phrase = start > 0
            && text.tokens[start - 1].block == text.tokens[start].block
            && (article.language.parts[start - 1] == PartOfSpeech::Preposition
                || matches!(text.form(start - 1), "," | "to"));
        let mut t = end;
        while t < text.tokens.len()
            && t < end + 3
            && (matches!(text.form(t), "has" | "had" | "have") || article.language.parts[t] == PartOfSpeech::Adverb)
        {
            t += 1;
        }
        let acts = t < text.tokens.len()
            && text.tokens[t].block == text.tokens[start].block
            && text.tokens[t].case == Case::Lower
            && super::beside::is_verb(article.language.parts[t])
            && is_reporting_verb(text.form(t));
        if acts && !is_in_phrase {
            draft.mentions[n].rule = MentionRule::Government;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::MentionRule;
    use crate::analyze;

    #[test]
    fn a_place_that_speaks_is_its_government() {
        let analysis = analyze("Norway denied the claim on Monday. A minister in Sweden said nothing of Norway.");
        let rules: Vec<bool> = analysis
            .mentions
            .iter()
            .map(|m| m.rule == MentionRule::Government)
            .collect();
        assert_eq!(rules.iter().filter(|&&r| r).count(), 1);
        assert!(rules[0]);
    }
}
