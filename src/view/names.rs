//! The index of what is named, by kind.

use serde::{Deserialize, Serialize};

use super::block_at;
use crate::analysis::*;

#[derive(Debug, Default, PartialEq)]
pub struct Names {
    /// By kind, people first; only kinds that occur.
    pub kinds: Vec<NamesOfKind>,
    /// For each mention: whether it counts, standing outside furniture and related links.
    pub counts: Vec<bool>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NamesOfKind {
    pub kind: EntityKind,
    /// Most mentioned first, then by first appearance.
    pub entries: Vec<NameEntry>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NameEntry {
    pub entity: EntityId,
    /// The mentions that count, in text order.
    pub mentions: Vec<MentionId>,
}

const ORDER: [EntityKind; 12] = [
    EntityKind::Person,
    EntityKind::Organization,
    EntityKind::Place,
    EntityKind::Group,
    EntityKind::Event,
    EntityKind::Work,
    EntityKind::Product,
    EntityKind::Law,
    EntityKind::Other,
    EntityKind::Money,
    EntityKind::Percent,
    EntityKind::Quantity,
];

impl Names {
    /// How many entities are listed.
    pub fn len(&self) -> usize {
        self.kinds.iter().map(|k| k.entries.len()).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }
}

/// Lists every entity that is mentioned outside furniture and related links.
pub fn index(analysis: &Analysis) -> Names {
    let counts: Vec<bool> = analysis
        .mentions
        .iter()
        .map(|m| block_at(analysis, m.span.start).is_none_or(|b| !analysis.blocks[b as usize].kind.is_aside()))
        .collect();
    let mut by_kind: Vec<Vec<NameEntry>> = ORDER.iter().map(|_| Vec::new()).collect();
    for (entity, e) in (0..).zip(&analysis.entities) {
        let mentions: Vec<MentionId> = e.mentions.iter().copied().filter(|&m| counts[m as usize]).collect();
        let kind = ORDER.iter().position(|&k| k == e.kind);
        if let (Some(kind), false) = (kind, mentions.is_empty()) {
            by_kind[kind].push(NameEntry { entity, mentions });
        }
    }
    let kinds = ORDER
        .into_iter()
        .zip(by_kind)
        .filter(|(_, entries)| !entries.is_empty())
        .map(|(kind, mut entries)| {
            entries.sort_by_key(|e| (std::cmp::Reverse(e.mentions.len()), e.mentions[0]));
            NamesOfKind { kind, entries }
        })
        .collect();
    Names { kinds, counts }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_left_out_of_lists_and_counts() {
        let block = |kind, start, end| Block {
            kind,
            span: Span { start, end },
            section: None,
            rule: Sign::Length,
            confidence: Confidence::Certain,
            signs: Vec::new(),
            runner_up: None,
        };
        let mention = |start, entity| Mention {
            span: Span { start, end: start + 1 },
            form: MentionForm::Name,
            kind: EntityKind::Person,
            entity,
            rule: MentionRule::FullName,
        };
        let entity = |name: &str, kind, mentions: &[u32]| Entity {
            kind,
            name: name.to_string(),
            roles: Vec::new(),
            mentions: mentions.to_vec(),
            salience: 0.0,
        };
        let analysis = Analysis {
            blocks: vec![block(BlockKind::Paragraph, 0, 10), block(BlockKind::Related, 12, 20)],
            entities: vec![
                entity("Once", EntityKind::Person, &[0, 3]),
                entity("Twice", EntityKind::Person, &[1, 2]),
                entity("Link only", EntityKind::Place, &[4]),
            ],
            mentions: vec![
                mention(0, 0),
                mention(2, 1),
                mention(4, 1),
                mention(13, 0),
                mention(15, 2),
            ],
            ..Analysis::default()
        };
        let names = index(&analysis);
        assert_eq!(names.counts, [true, true, true, false, false]);
        assert_eq!(names.kinds.len(), 1);
        let listed: Vec<_> = names.kinds[0]
            .entries
            .iter()
            .map(|e| (e.entity, e.mentions.len()))
            .collect();
        assert_eq!(listed, [(1, 2), (0, 1)]);
    }
}
