//! Why a quotation has its speaker: the style guide in short.

use serde::{Deserialize, Serialize};

use super::Rule;
use crate::analysis::Confidence;

/// One variant is one way in which a text says who speaks, with an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttributionRule {
    /// MOOR: We start on Monday.
    TranscriptTurn,
    /// Ana Ruiz, 31, nurse: “I am tired.”
    NameAndColon,
    /// “Go home.” — Ilse Moor
    DashSignature,
    /// Ilse Moor said: “We start on Monday.”
    CueAndColon,
    /// Ilse Moor said, “We start on Monday.”
    CueBefore,
    /// “We start on Monday,” Ilse Moor said.
    CueAfter,
    /// “We start on Monday,” said Ilse Moor.
    InvertedCueAfter,
    /// “We start,” Moor said, “on Monday.”
    Interrupted,
    /// The port, according to Moor, will close.
    AccordingTo,
    /// Moor said (that) the port would close.
    ReportedClause,
    /// The port will close, Moor said.
    ClauseBeforeCue,
    /// Moor, who said the deal was dead, left.
    RelativeClause,
    /// Brandt was accused by Moor of lying.
    Passive,
    /// Moor left, adding that time was up.
    ParticipleCue,
    /// Moor's warning that the port would close.
    NounCue,
    /// The paragraph before ends with the mark open, or this one begins with another opening mark.
    OpenParagraph,
    /// “No,” Moor riffed.
    UnlistedVerb,
    /// “We start on Monday,” Moor said. “Be there.”
    SameParagraph,
    /// Moor set out three demands: “Pay, rest, respect.”
    LeadIn,
    /// “No.” “It is nonsense,” Moor said.
    NextCue,
    /// Moor rejected the claim. “It is nonsense.”
    AfterSpeaker,
    /// “The keys, please.” Moor held out her hand.
    BeforeSpeaker,
    /// A paragraph that is only a quotation, after one that quotes somebody.
    NextParagraph,
    /// A paragraph that is only a quotation, after one about somebody.
    AfterParagraphAbout,
    /// “Did you see him?” asked Ek. ⏎ “Yes,” said Ruiz. ⏎ “Where?”
    Dialogue,
    /// Q: Why? A: Because.
    InterviewAnswer,
    /// Moor: Port must close
    HeadlineColon,
    /// ‘Port must close’ – union
    HeadlineDash,
    /// The headline takes its words from a quotation in the article.
    RepeatsBody,
    /// Nothing near it says who speaks, and one of those around fits best.
    BestFit,
    /// The sentence has one possible speaker.
    SubjectOfSentence,
    /// It is said that the port will close.
    Impersonal,
    /// Nothing in the text says who said it.
    NotAttributed,
}

impl Rule for AttributionRule {
    fn at_most(self) -> Confidence {
        match self {
            // Moor called Brandt after the vote, saying “it is over”: whose participle it is takes the whole sentence.
            AttributionRule::ParticipleCue => Confidence::Likely,
            // A mark left open may be one that was lost: “Sold! ⏎ “Be there,” Moor said.
            AttributionRule::OpenParagraph => Confidence::Likely,
            // The sentence of the quotation itself does not say who speaks.
            AttributionRule::AfterSpeaker
            | AttributionRule::BeforeSpeaker
            | AttributionRule::Dialogue
            | AttributionRule::AfterParagraphAbout
            | AttributionRule::SubjectOfSentence
            | AttributionRule::BestFit => Confidence::Likely,
            _ => Confidence::Certain,
        }
    }

    fn in_words(self) -> &'static str {
        use AttributionRule::*;
        match self {
            TranscriptTurn => "The line is a turn of a transcript and names its speaker.",
            NameAndColon => "A name and a colon stand before it.",
            DashSignature => "It is signed with a dash and a name.",
            CueAndColon => "A speaker, a reporting verb and a colon stand before it.",
            CueBefore => "A speaker and a reporting verb stand right before it.",
            CueAfter => "A speaker and a reporting verb follow it.",
            InvertedCueAfter => "A reporting verb and its speaker follow it.",
            Interrupted => "It goes on after the speaker has been named in between.",
            AccordingTo => "The sentence says according to whom.",
            ReportedClause => "It is what the speaker is reported to have said.",
            ClauseBeforeCue => "The sentence ends with the speaker and a reporting verb.",
            RelativeClause => "A clause with “who” says that this person said it.",
            Passive => "The sentence says by whom it was said.",
            ParticipleCue => "A word like “adding” carries on from the subject of the sentence.",
            NounCue => "A word like “warning” or “message” says whose words these are.",
            OpenParagraph => "The quotation of the paragraph before was still open.",
            UnlistedVerb => "A speaker and a verb stand where a speaker and a reporting verb would.",
            SameParagraph => "It follows a quotation of the same paragraph, and nobody else is named.",
            LeadIn => "The sentence before leads up to it and is about this speaker.",
            NextCue => "The next quotation of the same paragraph names the speaker.",
            AfterSpeaker => "The sentence before is about this speaker, and nobody else is named.",
            BeforeSpeaker => "The sentence after is about this speaker, and nobody else is named.",
            NextParagraph => "The paragraph is only a quotation and follows one by this speaker.",
            AfterParagraphAbout => "The paragraph is only a quotation and follows one about this speaker.",
            Dialogue => "Two speak in turn, one asking and the other answering, and it is this one's turn.",
            InterviewAnswer => "It answers a question, and this is the person interviewed.",
            HeadlineColon => "The headline names the speaker before a colon.",
            HeadlineDash => "The headline names the speaker at its end.",
            RepeatsBody => "The same words are quoted, with a speaker, in the article.",
            BestFit => "Its own sentence does not say who speaks; of those around, this speaker fits best.",
            SubjectOfSentence => "The sentence is about this speaker and names no other.",
            Impersonal => "The text says that it is said, not by whom.",
            NotAttributed => "Nothing in the text says who said it.",
        }
    }
}
