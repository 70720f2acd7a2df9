//! What the article holds that may say who speaks: where everybody is mentioned, and what each sentence is about.

use rustc_hash::FxHashMap as HashMap;

use super::Sources;
use crate::analysis::MentionRule;
use crate::analysis::{BlockKind, EntityId, EntityKind, MentionForm, Span};
use crate::entities::Gender;

/// A sentence of the reporter's words, and its subject.
pub(crate) struct Told {
    pub span: Span,
    pub subject: Option<Span>,
}

/// Somebody is mentioned.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    pub span: Span,
    pub entity: EntityId,
    pub block: u32,
    /// Index into `Sources::told` of the sentence that it stands in, or of the one before.
    pub sentence: u32,
    pub subject: bool,
    /// Between marks: whom somebody quoted speaks of.
    pub quoted: bool,
    pub named: bool,
}

pub(super) struct Scene {
    /// In text order.
    pub seen: Vec<Seen>,
    /// For each entity, how often it is mentioned outside marks.
    pub count: Vec<u32>,
    /// For each entity, whether the headline names it.
    pub headline: Vec<bool>,
    /// For each entity, where it is mentioned first outside headlines.
    pub first: Vec<Option<u32>>,
    /// For each entity, what pronouns that surely mean it tell.
    pub learned: Vec<Option<Gender>>,
    /// The person mentioned most.
    pub most: Option<EntityId>,
    /// Entities by each word of their roles, in lower case.
    pub holders: HashMap<String, Vec<EntityId>>,
}

impl Scene {
    pub fn read(sources: &Sources) -> Scene {
        let entities = &sources.entities.entities;
        let mut scene = Scene {
            seen: Vec::with_capacity(sources.entities.mentions.len()),
            count: vec![0; entities.len()],
            headline: vec![false; entities.len()],
            first: vec![None; entities.len()],
            learned: learned(sources),
            most: None,
            holders: HashMap::default(),
        };
        let mut sentence = 0;
        let mut block = 0;
        let mut marks = 0;
        let spans = &sources.marks.spans;
        // The furthest end of the marks passed.
        let mut quoted_to = 0;
        for mention in &sources.entities.mentions {
            let beside = matches!(
                mention.rule,
                MentionRule::TitleBeforeName | MentionRule::Apposition | MentionRule::SaidToBe
            );
            if beside || !may_speak(mention.kind) {
                continue;
            }
            while block + 1 < sources.structure.blocks.len()
                && sources.structure.blocks[block].span.end <= mention.span.start
            {
                block += 1;
            }
            let kind = sources.structure.blocks[block].kind;
            if is_apparatus(kind) {
                continue;
            }
            while marks < spans.len() && spans[marks].content.start <= mention.span.start {
                quoted_to = quoted_to.max(spans[marks].content.end);
                marks += 1;
            }
            while sentence + 1 < sources.told.len() && sources.told[sentence + 1].span.start <= mention.span.start {
                sentence += 1;
            }
            let quoted = mention.span.start < quoted_to;
            let subject = sources.told.get(sentence).and_then(|t| t.subject);
            let subject = !quoted
                && subject.is_some_and(|s| {
                    s.contains(mention.span) && (s.end == mention.span.end || s.start == mention.span.start)
                });
            let e = mention.entity as usize;
            if !quoted {
                scene.count[e] += 1;
            }
            if kind != BlockKind::Headline {
                scene.first[e].get_or_insert(mention.span.start);
            }
            scene.headline[e] |= kind == BlockKind::Headline;
            scene.seen.push(Seen {
                span: mention.span,
                entity: mention.entity,
                block: block as u32,
                sentence: sentence as u32,
                subject,
                quoted,
                named: mention.form == MentionForm::Name,
            });
        }
        let people = (0..entities.len()).filter(|&e| entities[e].kind == EntityKind::Person && scene.count[e] > 1);
        scene.most = people
            .max_by_key(|&e| (scene.count[e], std::cmp::Reverse(e)))
            .map(|e| e as u32);
        for (e, entity) in (0..).zip(entities) {
            for word in entity.roles.iter().flat_map(|role| role.split(' ')) {
                let who = scene.holders.entry(word.to_lowercase()).or_default();
                if who.last() != Some(&e) && who.len() < 8 {
                    who.push(e);
                }
            }
        }
        scene
    }

    /// How many mentions begin before `at`.
    pub fn before(&self, at: u32) -> usize {
        self.seen.partition_point(|s| s.span.start < at)
    }
}

pub(super) fn may_speak(kind: EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::Person | EntityKind::Organization | EntityKind::Place | EntityKind::Group
    )
}

/// Lines where a name is no sign that the story speaks of somebody.
fn is_apparatus(kind: BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Byline
            | BlockKind::Timestamp
            | BlockKind::Dateline
            | BlockKind::Credit
            | BlockKind::Copyright
            | BlockKind::Tags
    )
}

/// "Moor sold her boat": what pronouns tell of those they are joined to, where the given name is not what joins them.
fn learned(sources: &Sources) -> Vec<Option<Gender>> {
    let mut learned = vec![None; sources.entities.entities.len()];
    for mention in &sources.entities.mentions {
        if mention.form == MentionForm::Pronoun && mention.rule != MentionRule::GivenNameUsage {
            let gender = match mention.span.of(sources.text.source).to_lowercase().as_str() {
                "he" | "his" | "him" => Some(Gender::Masculine),
                "she" | "her" | "hers" => Some(Gender::Feminine),
                _ => None,
            };
            learned[mention.entity as usize] = learned[mention.entity as usize].or(gender);
        }
    }
    learned
}
