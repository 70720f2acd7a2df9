//! Who and what the text names, and where.

use serde::{Deserialize, Serialize};

use super::{EntityId, MentionId, MentionRule, Span};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    Person,
    Organization,
    Place,
    Group,
    Event,
    Work,
    Product,
    Law,
    Money,
    Percent,
    Quantity,
    Other,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    pub kind: EntityKind,
    /// The fullest form in the article, without title or honorific.
    pub name: String,
    /// As written, without article: "head of the port union".
    pub roles: Vec<String>,
    /// In text order.
    pub mentions: Vec<MentionId>,
    /// 0 to 1: how much the article is about it.
    pub salience: f32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    pub span: Span,
    pub form: MentionForm,
    pub kind: EntityKind,
    pub entity: EntityId,
    pub rule: MentionRule,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MentionForm {
    /// The bare name: no title, no article, no possessive.
    Name,
    /// A title or description that means a particular one: "the prime minister".
    Role,
    Pronoun,
}
