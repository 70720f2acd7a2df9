//! Why a mention belongs to its entity.

use serde::{Deserialize, Serialize};

use super::Rule;
use crate::analysis::Confidence;

/// The rules by which mentions are joined, those of names first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MentionRule {
    /// The fullest form of the name in the text.
    FullName,
    /// The last words of a person's full name: "Moor" for Ilse Moor.
    Surname,
    /// The first word of a person's full name: "Ilse", "Xi".
    GivenName,
    /// Other words of the full name: "Goldman" for Goldman Sachs, "Supreme Court" for US Supreme Court.
    PartOfName,
    /// A surname that several people share: the one named last, or introduced first.
    SharedSurname,
    /// The first letters of the words, or letters in parentheses after the name: "Arlen Port Authority (APA)".
    Initials,
    /// Another usual name of the same: "UK" for Britain.
    OtherName,
    /// The same words in another order or spelling: "Justice Department" for Department of Justice.
    SameWords,
    /// A place that speaks: "Norway denied the claim". Its government is meant.
    Government,
    /// A sum, a percentage or a measure: the same words are one.
    Amount,
    /// A title directly before the name: "Deputy Mayor Ilse Moor".
    TitleBeforeName,
    /// A description set beside the name: "Ilse Moor, head of the port union".
    Apposition,
    /// What somebody is said to be or to become: "Ilse Moor is the head of the port union".
    SaidToBe,
    /// A role that one person in the text holds: "the minister".
    OnlyHolder,
    /// A role with its country or organization: "the British premier", "Arlen's mayor".
    RoleOfCountry,
    /// A role that several hold: the one named last.
    LastNamedHolder,
    /// An office that nobody in the text is said to hold, where the text goes on from a person to it: "Moor resigned. The
    /// prime minister …".
    Alternation,
    /// Somebody's age: "the 54-year-old".
    Age,
    /// A noun for the organization named last: "the company".
    LastNamedOrganization,
    /// A pronoun for the only person it can be.
    OnlyCandidate,
    /// A pronoun for the person whom a title, or an earlier pronoun, tells apart from the others.
    AgreesWithTitle,
    /// A pronoun for the subject of the clause or sentence before.
    Subject,
    /// A pronoun for the person the text is speaking of.
    Topic,
    /// A pronoun where only the given name decides. Weak.
    GivenNameUsage,
}

impl Rule for MentionRule {
    fn in_words(self) -> &'static str {
        match self {
            MentionRule::FullName => "It is the whole name.",
            MentionRule::Surname => "It is the surname of somebody named in full.",
            MentionRule::GivenName => "It is the first part of the name of somebody named in full.",
            MentionRule::PartOfName => "It is a part of a longer name in the text.",
            MentionRule::SharedSurname => "Several share this surname; this is the one the text is speaking of.",
            MentionRule::Initials => {
                "It is made of the first letters of the name, or is given in parentheses after it."
            }
            MentionRule::OtherName => "It is another usual name of the same.",
            MentionRule::SameWords => "It has the same words in another order or spelling.",
            MentionRule::Government => "It is the name of a place; its government is meant.",
            MentionRule::Amount => "It is a number with its currency, per cent or unit.",
            MentionRule::TitleBeforeName => "It is the title directly before the name.",
            MentionRule::Apposition => "It stands beside the name and describes it.",
            MentionRule::SaidToBe => "The text says that this is what the person is.",
            MentionRule::OnlyHolder => "Only one person in the text has this role.",
            MentionRule::RoleOfCountry => "Only one person in the text has this role there.",
            MentionRule::LastNamedHolder => "Several have this role; this one was named last.",
            MentionRule::Alternation => {
                "The text goes from this person to the office and back, and names no other holder."
            }
            MentionRule::Age => "Only one person in the text is of this age.",
            MentionRule::LastNamedOrganization => "It is the organization of this kind that was named last.",
            MentionRule::OnlyCandidate => "Nobody else near it can be meant.",
            MentionRule::AgreesWithTitle => {
                "A title or an earlier pronoun tells this person apart from the others near it."
            }
            MentionRule::Subject => "The sentence or clause before is about this person.",
            MentionRule::Topic => "The text goes on speaking of this person.",
            MentionRule::GivenNameUsage => "Several could be meant; only the usual use of the given name decides.",
        }
    }

    fn at_most(self) -> Confidence {
        match self {
            MentionRule::GivenNameUsage => Confidence::Weak,
            MentionRule::SharedSurname
            | MentionRule::LastNamedHolder
            | MentionRule::Alternation
            | MentionRule::LastNamedOrganization
            | MentionRule::Subject
            | MentionRule::Topic => Confidence::Likely,
            _ => Confidence::Certain,
        }
    }
}
