//! What speaks for a candidate: what the rules claim, whether it can be meant, where it is mentioned, when it spoke, how a description
//! fits it.

use super::Who;
use super::candidates::{BACK, Claim, FORWARD, Weigher};
use super::features::{Feature, Situation};
use super::scene::{Seen, may_speak};
use crate::analysis::{
    AttributionRule, Confidence, EntityId, EntityKind, MentionRule, Quotation, QuotationKind, Speaker, SpeakerStatus,
};
use crate::entities::{Gender, also_called, answers_to, gender_of_noun, is_kin};
use crate::phrases::{Class, Phrase};

impl Weigher<'_> {
    pub(super) fn claimed(&self, q: &Quotation, situation: Situation, found: &mut Vec<Feature>) {
        use AttributionRule as Rule;
        use Feature::*;
        found.push(Claimed);
        match q.confidence {
            _ if situation == Situation::Silent => {}
            Confidence::Certain => found.push(ClaimedCertain),
            Confidence::Weak => found.push(ClaimedWeak),
            Confidence::Likely => {}
        }
        match q.kind {
            QuotationKind::Indirect => found.push(ClaimedClause),
            QuotationKind::Partial => found.push(ClaimedFragment),
            _ => {}
        }
        found.extend(match q.rule {
            Rule::CueAndColon | Rule::CueBefore | Rule::CueAfter | Rule::InvertedCueAfter => Some(ClaimedBeside),
            Rule::ReportedClause | Rule::ClauseBeforeCue => Some(ClaimedByClause),
            Rule::RelativeClause => Some(ClaimedByRelative),
            Rule::ParticipleCue | Rule::Passive => Some(ClaimedByParticiple),
            Rule::NounCue => Some(ClaimedByNoun),
            Rule::UnlistedVerb => Some(ClaimedByUnlisted),
            Rule::AccordingTo => Some(ClaimedByAccording),
            Rule::NameAndColon | Rule::DashSignature | Rule::TranscriptTurn => Some(ClaimedByLabel),
            Rule::HeadlineColon | Rule::HeadlineDash => Some(ClaimedByHeading),
            Rule::LeadIn => Some(ClaimedByLeadIn),
            Rule::AfterSpeaker | Rule::BeforeSpeaker => Some(ClaimedBySentence),
            Rule::SubjectOfSentence => Some(ClaimedBySubject),
            Rule::AfterParagraphAbout => Some(ClaimedByParagraph),
            _ => None,
        });
        let Some((entity, mention)) = q.speaker.entity.zip(q.speaker.mention) else {
            return;
        };
        let mentions = &self.sources.entities.mentions;
        let from = mentions.partition_point(|m| m.span.start < mention.start);
        let joined = mentions[from..]
            .iter()
            .take_while(|m| m.span.start < mention.end)
            .find(|m| m.entity == entity && m.span.end <= mention.end);
        found.extend(joined.and_then(|m| match m.rule {
            MentionRule::OnlyCandidate => Some(JoinedOnly),
            MentionRule::AgreesWithTitle => Some(JoinedTitle),
            MentionRule::Subject => Some(JoinedSubject),
            MentionRule::Topic => Some(JoinedTopic),
            MentionRule::GivenNameUsage => Some(JoinedGivenName),
            MentionRule::OnlyHolder | MentionRule::Age => Some(JoinedHolder),
            MentionRule::RoleOfCountry => Some(JoinedCountry),
            MentionRule::LastNamedHolder | MentionRule::Alternation | MentionRule::LastNamedOrganization => {
                Some(JoinedLast)
            }
            _ => None,
        }));
    }

    /// What a description says of whom it means.
    pub(super) fn description(&self, speaker: &Speaker, found: &mut Vec<Feature>) {
        use Feature::*;
        let Some(name) = &speaker.name else { return };
        if matches!(
            name.to_lowercase().as_str(),
            "he" | "she" | "it" | "they" | "this" | "that" | "who" | "these" | "those"
        ) {
            found.push(BarePronoun);
            return;
        }
        if speaker.status == SpeakerStatus::Collective {
            found.push(Several);
        }
        let phrase = speaker
            .mention
            .and_then(|m| Phrase::read(self.sources.text, self.sources.language, m));
        let Some(phrase) = phrase else { return };
        let head = self.sources.text.form(phrase.head);
        if is_kin(head) {
            found.push(Kin);
        }
        if name.starts_with('@') || name.bytes().any(|b| b.is_ascii_digit()) {
            found.push(NameInMarks);
        }
        found.push(match phrase.class {
            Some(Class::Person) => DescribedPerson,
            Some(Class::Group) => DescribedGroup,
            Some(Class::Document) => DescribedDocument,
            Some(_) => CannotSpeak,
            None => DescribedUnknown,
        });
    }

    /// Whether the pronoun or noun can mean the entity.
    pub(super) fn agreement(&self, entity: EntityId, situation: Situation, claim: &Claim, found: &mut Vec<Feature>) {
        let kind = self.sources.entities.entities[entity as usize].kind;
        let traits = self.sources.entities.traits[entity as usize];
        let class = claim.phrase.as_ref().and_then(|p| p.class);
        let gender = match claim.words.as_str() {
            "he" | "him" | "his" => Some(Gender::Masculine),
            "she" | "her" => Some(Gender::Feminine),
            _ => gender_of_noun(&claim.head),
        };
        if let Some(gender) = gender.filter(|_| kind == EntityKind::Person) {
            match (traits.told.or(self.scene.learned[entity as usize]), traits.usage) {
                (Some(told), _) => found.push(if told == gender {
                    Feature::Agrees
                } else {
                    Feature::Contrary
                }),
                (None, Some(usage)) if usage == gender => found.push(Feature::UsageAgrees),
                (None, Some(_)) => found.push(Feature::UsageContrary),
                _ => {}
            }
        }
        let person = kind == EntityKind::Person;
        let fits = match situation {
            Situation::Pronoun => Some(person),
            Situation::It => Some(!person),
            Situation::They => Some(kind != EntityKind::Person),
            Situation::Definite | Situation::Indefinite => match class {
                Some(Class::Person) => Some(person),
                Some(Class::Group) => Some(!person),
                _ => None,
            },
            _ => None,
        };
        found.extend(fits.map(|fits| if fits { Feature::KindFits } else { Feature::WrongKind }));
    }

    /// Where the entity was mentioned last before, and next.
    pub(super) fn place(&self, q: &Quotation, claim: &Claim, entity: EntityId, found: &mut Vec<Feature>) {
        use Feature::*;
        let told = self.sources.told;
        let cut = self.scene.before(claim.at);
        let sentence = told.partition_point(|t| t.span.start <= claim.at).saturating_sub(1);
        let beyond = usize::from(told.get(sentence).is_none_or(|t| t.span.end <= claim.at));
        let before = self.scene.seen[..cut].iter().rev().take(BACK);
        let spoken_of = before.clone().filter(|s| !s.quoted);
        let speaks = |s: &&Seen| may_speak(self.sources.entities.entities[s.entity as usize].kind);
        let person = |s: &&Seen| self.sources.entities.entities[s.entity as usize].kind == EntityKind::Person;
        match spoken_of.clone().find(|s| s.entity == entity) {
            Some(last) => {
                let back = sentence.saturating_sub(last.sentence as usize) + beyond;
                let blocks = q.block.saturating_sub(last.block);
                found.push(match (back, blocks, last.subject) {
                    (0, _, true) => HereSubject,
                    (0, _, false) => HereOther,
                    (1, 0, true) => BeforeSubject,
                    (1, 0, false) => BeforeOther,
                    (_, 0, _) => SameParagraph,
                    (_, 1, true) => ParagraphSubject,
                    (_, 1, false) => ParagraphBefore,
                    (_, 2 | 3, _) => NearBack,
                    _ => FarBack,
                });
                if !last.named {
                    found.push(ByPronoun);
                }
                let first = self.scene.first[entity as usize].is_some_and(|first| first == last.span.start);
                if first && blocks < 2 {
                    let roles = &self.sources.entities.entities[entity as usize].roles;
                    found.push(if roles.is_empty() { NamedFirst } else { Introduced });
                }
            }
            None => found.push(if self.scene.count[entity as usize] > 0 && cut > BACK {
                FarBack
            } else {
                NotYet
            }),
        }
        let near = spoken_of
            .clone()
            .take_while(|s| s.block + 1 >= q.block)
            .filter(|s| s.entity == entity);
        if near.take(3).count() == 3 {
            found.push(NamedOften);
        }
        let mut people = spoken_of.clone().filter(person).map(|s| s.entity);
        let last = people.next();
        if last == Some(entity) {
            found.push(LastPerson);
        } else if people.find(|&e| Some(e) != last) == Some(entity) {
            found.push(SecondPerson);
        }
        if spoken_of
            .filter(speaks)
            .find(|s| s.subject)
            .is_some_and(|s| s.entity == entity)
        {
            found.push(LastSubject);
        }
        let end = self.scene.before(q.span.end);
        let start = self.scene.before(q.span.start);
        if self.scene.seen[start..end]
            .iter()
            .any(|s| s.entity == entity && s.quoted)
        {
            found.push(NamedInside);
        }
        let next = self.scene.seen[end..]
            .iter()
            .take(FORWARD)
            .find(|s| s.entity == entity && !s.quoted);
        if let Some(next) = next.filter(|s| s.block <= q.block + 1) {
            found.push(if next.subject { NextSubject } else { NextOther });
        }
        if self.scene.headline[entity as usize] {
            found.push(InHeadline);
        }
        if self.scene.most == Some(entity) {
            found.push(Most);
        }
        if self.scene.count[entity as usize] <= 1 {
            found.push(Once);
        }
    }

    /// When the candidate spoke.
    pub(super) fn spoken(&self, q: &Quotation, claim: &Claim, who: Who, found: &mut Vec<Feature>) {
        use Feature::*;
        let Some(&(last, block, end)) = self.spoken_before(q).last() else {
            return;
        };
        if last == who {
            found.push(SpokeLast);
            match q.block - block.min(q.block) {
                0 => found.push(SpokeHere),
                1 | 2 => found.push(SpokeNear),
                _ => {}
            }
            let since = self.scene.before(end)..self.scene.before(claim.at).max(self.scene.before(end));
            let another = |s: &Seen| {
                !s.quoted
                    && Who::Entity(s.entity) != who
                    && self.sources.entities.entities[s.entity as usize].kind == EntityKind::Person
            };
            if self.scene.seen[since].iter().any(another) {
                found.push(NewSince);
            }
        } else if self.spoken_before(q).iter().rev().take(12).any(|h| h.0 == who) {
            found.push(SpokeEarlier);
        } else {
            found.push(SpokenOf);
        }
    }

    /// How the description goes with what is known of the entity.
    pub(super) fn fit(&self, entity: EntityId, claim: &Claim, found: &mut Vec<Feature>) {
        use Feature::*;
        let Some(phrase) = &claim.phrase else { return };
        let (text, entities) = (self.sources.text, self.sources.entities);
        let known = &entities.entities[entity as usize];
        let (mut same, mut wider, mut word) = (false, false, false);
        for role in &known.roles {
            let role = role.to_lowercase();
            let noun = role_head(&role);
            same |= noun == claim.head
                || also_called(noun).next() == also_called(&claim.head).next() && also_called(noun).next().is_some();
            wider |= also_called(noun).any(|n| n == claim.head);
            word |= role
                .split(' ')
                .any(|w| w.len() > 3 && claim.words.split(' ').any(|c| c == w && c != claim.head));
        }
        found.push(match (same, wider) {
            (true, _) => RoleSame,
            (_, true) => RoleWider,
            _ if known.roles.is_empty() => RoleNone,
            _ => RoleOther,
        });
        if word {
            found.push(RoleWord);
        }
        let name = known.name.to_lowercase();
        let words = || name.split(|c: char| !c.is_alphanumeric());
        if known.kind != EntityKind::Person && (words().any(|w| w == claim.head) || answers_to(&claim.head, words())) {
            found.push(NameSaysSo);
        }
        if phrase.age.is_some() && entities.traits[entity as usize].age == phrase.age {
            found.push(AgeSame);
        }
        let tokens = phrase.tokens.clone();
        let (start, end) = (
            text.tokens[tokens.start].span.start,
            text.tokens[tokens.end - 1].span.end,
        );
        let head = text.tokens[phrase.head].span.start;
        let inside = self.scene.before(start)..self.scene.before(end);
        for seen in &self.scene.seen[inside] {
            if seen.entity == entity {
                found.push(if seen.span.start < head { Owner } else { NamedWithin });
                break;
            }
            let last = |e: EntityId| {
                entities.entities[e as usize]
                    .name
                    .rsplit(' ')
                    .next()
                    .unwrap_or_default()
            };
            if seen.span.start < head && last(seen.entity) == last(entity) && known.kind == EntityKind::Person {
                found.push(SharesName);
                break;
            }
        }
        let next = self.scene.before(end);
        if self
            .scene
            .seen
            .get(next)
            .is_some_and(|s| s.entity == entity && s.named && s.span.start <= end + 3)
        {
            found.push(FollowsName);
        }
    }
}

/// "head" of "head of the port union".
fn role_head(role: &str) -> &str {
    let end = [
        " of ", " for ", " at ", " in ", " from ", " and ", " with ", " to ", ",",
    ]
    .iter()
    .filter_map(|p| role.find(p))
    .min()
    .unwrap_or(role.len());
    role[..end].rsplit(' ').next().unwrap_or(role)
}
