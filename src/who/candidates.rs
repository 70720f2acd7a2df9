//! Who may have said something.

use rustc_hash::FxHashMap as HashMap;

use super::features::{Feature, Situation};
use super::scene::{Scene, Seen};
use super::{Choice, Sources, Who};
use crate::analysis::{AttributionRule, EntityId, EntityKind, MentionForm, Quotation, Span, Speaker, SpeakerStatus};
use crate::entities::also_called;
use crate::phrases::{Definite, Phrase, class_of};

/// How many mentions back, and how many forward, are looked at.
pub(super) const BACK: usize = 100;
pub(super) const FORWARD: usize = 12;
/// How many of those named before and after stand for election.
const NAMED_BEFORE: usize = 7;
const NAMED_AFTER: usize = 2;
/// How many who spoke before do.
const SPOKE: usize = 4;
/// How many who have a role that fits the description do, wherever they are named.
const HOLDERS: usize = 4;

/// One who may have said it.
pub(super) struct Candidate {
    pub who: Who,
    pub features: Vec<Feature>,
}

/// Gathers candidates, and remembers who spoke.
pub(super) struct Weigher<'a> {
    pub sources: &'a Sources<'a>,
    pub scene: Scene,
    /// Speakers that no entity stands for.
    described: Vec<Speaker>,
    index: HashMap<String, u32>,
    /// Who spoke, and in which block, in text order.
    history: Vec<(Who, u32, u32)>,
    /// Who was meant by words that name a speaker.
    meant: HashMap<Span, Who>,
    /// The same by the words of a description.
    words: HashMap<String, Who>,
}

/// The words that the rules took for the speaker, read.
pub(super) struct Claim {
    pub who: Who,
    pub phrase: Option<Phrase>,
    pub head: String,
    /// The words without article, in lower case.
    pub words: String,
    /// Where whoever they mean was spoken of before.
    pub at: u32,
}

impl<'a> Weigher<'a> {
    pub fn new(sources: &'a Sources<'a>) -> Weigher<'a> {
        Weigher {
            scene: Scene::read(sources),
            sources,
            described: Vec::new(),
            index: HashMap::default(),
            history: Vec::new(),
            meant: HashMap::default(),
            words: HashMap::default(),
        }
    }

    pub fn described(&self, d: u32) -> &Speaker {
        &self.described[d as usize]
    }

    /// What the rules claim.
    pub fn claim(&mut self, q: &Quotation) -> Who {
        if q.speaker.status == SpeakerStatus::Unknown {
            return Who::Nobody;
        }
        match (q.speaker.entity, &q.speaker.name) {
            (Some(entity), _) => Who::Entity(entity),
            (None, Some(name)) => {
                let next = self.described.len() as u32;
                let d = *self.index.entry(name.to_lowercase()).or_insert(next);
                if d == next {
                    self.described.push(q.speaker.clone());
                }
                Who::Described(d)
            }
            (None, None) => Who::Nobody,
        }
    }

    /// Takes note of who said a quotation.
    pub fn spoke(&mut self, q: &Quotation, who: Who) {
        if who != Who::Nobody {
            // Lines set apart are looked at last, and nobody goes on from them.
            if self.history.last().is_none_or(|h| h.2 <= q.span.end) {
                self.history.push((who, q.block, q.span.end));
            }
        }
        if let Some(mention) = q.speaker.mention {
            self.meant.insert(mention, who);
            let words = without_article(mention.of(self.sources.text.source));
            if words.contains(' ') || class_of(&words).is_some() {
                self.words.insert(words, who);
            }
        }
    }

    /// Who spoke before a quotation, in text order.
    pub fn spoken_before(&self, q: &Quotation) -> &[(Who, u32, u32)] {
        &self.history[..self.history.partition_point(|h| h.2 <= q.span.start)]
    }

    /// The mention of an entity nearest before `at`, else the first after it.
    pub fn nearest(&self, entity: EntityId, at: u32) -> Option<Span> {
        let cut = self.scene.before(at);
        let own = |s: &&Seen| s.entity == entity && s.named;
        let before = self.scene.seen[..cut].iter().rev().take(BACK).find(own);
        before
            .or_else(|| self.scene.seen[cut..].iter().take(BACK).find(own))
            .map(|s| s.span)
            .or_else(|| {
                let entities = self.sources.entities;
                let first = entities.entities[entity as usize].mentions.first();
                first.map(|&m| entities.mentions[m as usize].span)
            })
    }

    /// A candidate as training sees it.
    pub fn shown(&self, candidate: &Candidate) -> Choice {
        Choice {
            names: self.names_of(candidate.who),
            features: candidate.features.clone(),
        }
    }

    /// The names of whoever was chosen; where the decision does not concern itself with the speaker, what is claimed.
    pub fn names(&self, who: Who, q: &Quotation) -> Vec<String> {
        match who {
            Who::Nobody => q.speaker.name.iter().cloned().collect(),
            _ => self.names_of(who),
        }
    }

    fn names_of(&self, who: Who) -> Vec<String> {
        match who {
            Who::Nobody => Vec::new(),
            Who::Described(d) => self.described(d).name.iter().cloned().collect(),
            Who::Entity(entity) => {
                let known = &self.sources.entities.entities[entity as usize];
                let mentions = known
                    .mentions
                    .iter()
                    .map(|&m| &self.sources.entities.mentions[m as usize]);
                let names = mentions
                    .filter(|m| m.form == MentionForm::Name)
                    .map(|m| m.span.of(self.sources.text.source).to_string());
                let mut names: Vec<String> = names.chain([known.name.clone()]).collect();
                names.sort();
                names.dedup();
                names
            }
        }
    }

    pub fn situation(&self, q: &Quotation) -> Situation {
        use AttributionRule as Rule;
        match q.rule {
            _ if q.speaker.status == SpeakerStatus::Unknown => return Situation::Silent,
            Rule::SameParagraph | Rule::OpenParagraph | Rule::NextCue | Rule::Interrupted => return Situation::GoesOn,
            Rule::AfterSpeaker
            | Rule::AfterParagraphAbout
            | Rule::BeforeSpeaker
            | Rule::SubjectOfSentence
            | Rule::LeadIn => {
                return Situation::After;
            }
            Rule::NextParagraph | Rule::Dialogue => return Situation::Paragraph,
            _ => {}
        }
        let Some(mention) = q.speaker.mention else {
            return Situation::Silent;
        };
        match mention.of(self.sources.text.source).to_lowercase().as_str() {
            "he" | "she" | "him" | "her" | "his" => return Situation::Pronoun,
            "it" | "this" | "that" | "its" => return Situation::It,
            "they" | "them" | "their" | "these" | "those" => return Situation::They,
            _ => {}
        }
        if let Some(entity) = q.speaker.entity {
            return if self.holds_name(entity, mention) {
                Situation::Named
            } else {
                Situation::Definite
            };
        }
        if q.speaker.status == SpeakerStatus::Document {
            return Situation::Document;
        }
        let phrase = Phrase::read(self.sources.text, self.sources.language, mention);
        match phrase {
            // "Senator Boyle": a name, though no entity was made of it.
            Some(p) if p.class.is_none() && self.sources.text.tokens[p.head].case.is_capital() => Situation::Named,
            Some(p) if p.definite == Definite::A || p.definite == Definite::Bare && p.plural => Situation::Indefinite,
            _ => Situation::Definite,
        }
    }

    /// The span holds the entity's name.
    fn holds_name(&self, entity: EntityId, span: Span) -> bool {
        let mentions = &self.sources.entities.mentions;
        let from = mentions.partition_point(|m| m.span.start < span.start);
        mentions[from..]
            .iter()
            .take_while(|m| m.span.start < span.end)
            .any(|m| m.entity == entity && m.form == MentionForm::Name)
    }

    fn read_claim(&mut self, q: &Quotation, situation: Situation) -> Claim {
        let text = self.sources.text;
        let mut who = self.claim(q);
        let carried = matches!(situation, Situation::GoesOn | Situation::Paragraph | Situation::After);
        if let Some(&meant) = q.speaker.mention.and_then(|m| self.meant.get(&m)) {
            who = meant;
        }
        let mention = q.speaker.mention.filter(|_| !carried);
        let phrase = mention.and_then(|m| Phrase::read(text, self.sources.language, m));
        Claim {
            who,
            head: phrase
                .as_ref()
                .map_or_else(String::new, |p| text.form(p.head).to_string()),
            words: mention.map_or_else(String::new, |m| without_article(m.of(text.source))),
            phrase,
            at: mention.map_or(q.span.start, |m| m.start),
        }
    }

    pub fn candidates(
        &mut self,
        q: &Quotation,
        situation: Situation,
        hints: &[(Option<Who>, Feature)],
    ) -> Vec<Candidate> {
        let claim = self.read_claim(q, situation);
        let mut who: Vec<Who> = vec![claim.who];
        let mut add = |w: Who| {
            if !who.contains(&w) {
                who.push(w);
            }
        };
        add(Who::Nobody);
        hints.iter().filter_map(|h| h.0).for_each(&mut add);
        for &(spoke, ..) in self.spoken_before(q).iter().rev().take(SPOKE) {
            add(spoke);
        }
        let entities = &self.sources.entities.entities;
        let person = |e: EntityId| entities[e as usize].kind == EntityKind::Person;
        let speaks = |e: EntityId| matches!(entities[e as usize].kind, EntityKind::Person | EntityKind::Organization);
        let cut = self.scene.before(claim.at);
        let mut named: Vec<EntityId> = Vec::new();
        for seen in self.scene.seen[..cut]
            .iter()
            .rev()
            .take(BACK)
            .filter(|s| !s.quoted && speaks(s.entity))
        {
            if !named.contains(&seen.entity) && named.len() < NAMED_BEFORE {
                named.push(seen.entity);
            }
        }
        let mut after: Vec<EntityId> = Vec::new();
        let end = self.scene.before(q.span.end);
        for seen in self.scene.seen[end..]
            .iter()
            .take(FORWARD)
            .filter(|s| !s.quoted && person(s.entity))
        {
            if !after.contains(&seen.entity) && after.len() < NAMED_AFTER && seen.block <= q.block + 2 {
                after.push(seen.entity);
            }
        }
        let mut fitting: Vec<EntityId> = Vec::new();
        if claim.phrase.as_ref().is_some_and(|p| !p.plural) && situation != Situation::Named {
            let called = also_called(&claim.head).map(str::to_string);
            for word in [claim.head.clone()].into_iter().chain(called.take(1)) {
                fitting.extend(
                    self.scene
                        .holders
                        .get(&word)
                        .into_iter()
                        .flatten()
                        .take(HOLDERS)
                        .copied(),
                );
            }
        }
        let most = self.scene.most;
        named
            .into_iter()
            .chain(after)
            .chain(fitting)
            .chain(most)
            .for_each(|e| add(Who::Entity(e)));
        let mut candidates: Vec<Candidate> = who
            .into_iter()
            .map(|who| Candidate {
                who,
                features: self.features(q, situation, &claim, who, hints),
            })
            .collect();
        // “Why?” the judge asked Moor: Moor does not ask.
        if let Some(recipient) = q.recipient {
            let hears = self.scene.before(recipient.start)..self.scene.before(recipient.end);
            let hears: Vec<EntityId> = self.scene.seen[hears].iter().map(|s| s.entity).collect();
            candidates.retain(|c| !matches!(c.who, Who::Entity(e) if hears.contains(&e)) || c.who == claim.who);
        }
        // "Moor's lawyer" is not Moor.
        candidates.retain(|c| !c.features.contains(&Feature::Owner) || c.who == claim.who);
        let fits = |c: &Candidate| {
            c.features
                .iter()
                .any(|f| matches!(f, Feature::RoleSame | Feature::RoleWider))
        };
        if candidates.iter().filter(|c| fits(c)).count() == 1
            && let Some(only) = candidates.iter_mut().find(|c| fits(c))
        {
            only.features.push(Feature::OnlyFitting);
        }
        candidates
    }

    fn features(
        &self,
        q: &Quotation,
        situation: Situation,
        claim: &Claim,
        who: Who,
        hints: &[(Option<Who>, Feature)],
    ) -> Vec<Feature> {
        let mut found = Vec::with_capacity(24);
        if who == claim.who {
            self.claimed(q, situation, &mut found);
        }
        match who {
            Who::Nobody => {
                found.push(Feature::Nobody);
                return found;
            }
            Who::Described(d) => self.description(self.described(d), &mut found),
            Who::Entity(entity) => {
                found.push(match self.sources.entities.entities[entity as usize].kind {
                    EntityKind::Person => Feature::Person,
                    EntityKind::Organization => Feature::Organization,
                    _ => Feature::PlaceOrGroup,
                });
                self.agreement(entity, situation, claim, &mut found);
                self.place(q, claim, entity, &mut found);
                if matches!(
                    situation,
                    Situation::Definite | Situation::Indefinite | Situation::Document
                ) {
                    self.fit(entity, claim, &mut found);
                }
            }
        }
        self.spoken(q, claim, who, &mut found);
        found.extend(
            hints
                .iter()
                .filter(|(hint, _)| *hint == Some(who))
                .map(|(_, feature)| *feature),
        );
        if !claim.words.is_empty() && situation != Situation::Named && self.words.get(&claim.words) == Some(&who) {
            found.push(Feature::SaidSoBefore);
        }
        found
    }
}

fn without_article(words: &str) -> String {
    let words = words.to_lowercase();
    let bare = ["the ", "a ", "an "].iter().find_map(|a| words.strip_prefix(a));
    bare.unwrap_or(&words).to_string()
}
