//! Why a block has its kind.

use serde::{Deserialize, Serialize};

use super::Rule;
use crate::analysis::Confidence;

/// One variant is one rule, named for what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockRule {
    /// The page said so: `h1`, `figcaption`, `li` …
    Markup,
    /// The first line above the text that is long enough, and no sentence.
    FirstShortLine,
    /// The headline again, also with the name of the site.
    RepeatedHeadline,
    /// A title with a byline or a time under it, in the middle of the text: another article.
    SecondHeadline,
    /// A short line above the headline.
    AboveHeadline,
    /// Between the headline and the byline, the time or the dateline.
    UnderHeadline,
    /// Under the byline, apart from the paragraphs.
    UnderByline,
    /// Bullets, or several short lines, between the headline and the text.
    ShortLinesUnderHeadline,
    /// "By …".
    SaysBy,
    /// A name, a role, an agency or an outlet where bylines stand.
    NameUnderHeadline,
    /// Nothing but a date, a time, or how long it takes to read.
    OnlyTime,
    /// A city on a line of its own before the text begins, or with an agency or a dash.
    PlaceBeforeText,
    /// A short line without a stop between paragraphs.
    ShortLineBetweenParagraphs,
    /// Short quoted words between paragraphs.
    QuotationAsCrosshead,
    /// A heading in an article of questions and answers.
    QuestionBetweenParagraphs,
    /// It begins with a bullet or a number.
    BulletOrNumber,
    /// Short lines after a colon, or many in a row.
    RunOfShortLines,
    /// It opens as captions do: "File photo", "Image caption".
    OpensAsCaption,
    /// It ends with a photographer or an agency, as captions do.
    EndsWithCredit,
    /// One sentence in the present tense with a date, or with "(left)": a picture is described.
    DescribesPicture,
    /// A long line without a stop between paragraphs.
    LongLineWithoutStop,
    /// Under a player's time.
    UnderPlayer,
    /// Nothing but a photographer or an agency.
    OnlyCredit,
    /// The same quotation stands in a paragraph.
    RepeatsQuotation,
    /// It opens as links to other articles do: "Read more:".
    OpensAsLink,
    /// Titles under a heading such as "Related".
    UnderRelatedHeading,
    /// Titles in a row without a heading.
    RunOfTitles,
    /// A title all in capitals, as some sites print links.
    LinkInCapitals,
    /// A title after the last paragraph.
    TitleAfterText,
    /// A phrase that sites print around articles.
    KnownPhrase,
    /// Nothing but words from share bars.
    ShareBar,
    /// The length of a film.
    PlayerTime,
    /// A few words after the last paragraph, or among page furniture.
    AmongFurniture,
    /// It says who wrote, reported or edited, or who the author is.
    AboutAuthor,
    /// An author's name again, after the text.
    RepeatsByline,
    /// A correction, a disclaimer, a word to editors, a release header, an end mark.
    WordToReaders,
    /// A slug or a code of a wire.
    WireSlug,
    /// Under a heading such as "Notes to editors".
    UnderNotesHeading,
    /// "©", "All rights reserved".
    Copyright,
    /// Short lines under a heading such as "Topics", or after the text.
    Topics,
    /// The name, handle and date under a post, or another sign of one.
    PostSignature,
    /// Above the name, handle and date of a post.
    AbovePostSignature,
    /// Cells in a row.
    TableRow,
    /// No letters, or nothing that news is made of.
    NoWords,
    /// It goes on with the paragraph that a link cut in two.
    CutByLink,
    /// Nothing says otherwise.
    Prose,
}

impl Rule for BlockRule {
    fn in_words(self) -> &'static str {
        match self {
            BlockRule::Markup => "The page that it was copied from marks it so.",
            BlockRule::FirstShortLine => {
                "It is the first line above the text that is long enough, and it is no sentence."
            }
            BlockRule::RepeatedHeadline => "It is the headline again.",
            BlockRule::SecondHeadline => {
                "A title with a byline or a time under it: a second article seems to begin here."
            }
            BlockRule::AboveHeadline => "It is a short line above the headline.",
            BlockRule::UnderHeadline => "It stands between the headline and the byline, the time or the text.",
            BlockRule::UnderByline => "It stands under the byline, apart from the paragraphs.",
            BlockRule::ShortLinesUnderHeadline => "It is one of several short lines between the headline and the text.",
            BlockRule::SaysBy => "It says by whom.",
            BlockRule::NameUnderHeadline => "It is a name, a role or an agency where bylines stand.",
            BlockRule::OnlyTime => "It holds nothing but a date, a time, or how long it takes to read.",
            BlockRule::PlaceBeforeText => "It is a place on a line of its own before the text begins.",
            BlockRule::ShortLineBetweenParagraphs => "It is a short line without a full stop between paragraphs.",
            BlockRule::QuotationAsCrosshead => "It is a short quotation on a line of its own between paragraphs.",
            BlockRule::QuestionBetweenParagraphs => "It is a question on a line of its own between paragraphs.",
            BlockRule::BulletOrNumber => "It begins with a bullet or a number.",
            BlockRule::RunOfShortLines => "It is one of a run of short lines.",
            BlockRule::OpensAsCaption => "It begins as captions do.",
            BlockRule::EndsWithCredit => "It ends with the name of a photographer or an agency.",
            BlockRule::DescribesPicture => {
                "It describes a picture: the present tense with a date, or who stands where."
            }
            BlockRule::LongLineWithoutStop => "It is a long line without a full stop between paragraphs.",
            BlockRule::UnderPlayer => "It stands under the time of a player.",
            BlockRule::OnlyCredit => "It names only a photographer or an agency.",
            BlockRule::RepeatsQuotation => "The same quotation stands in a paragraph.",
            BlockRule::OpensAsLink => "It begins as links to other articles do.",
            BlockRule::UnderRelatedHeading => "It stands under a heading for links to other articles.",
            BlockRule::RunOfTitles => "It is one of several titles in a row.",
            BlockRule::LinkInCapitals => "It is a whole title in capitals, as some sites print links.",
            BlockRule::TitleAfterText => "It is a title after the last paragraph.",
            BlockRule::KnownPhrase => "Sites print this phrase around their articles.",
            BlockRule::ShareBar => "It holds nothing but words from share bars.",
            BlockRule::PlayerTime => "It is the length of a film.",
            BlockRule::AmongFurniture => "It stands apart from the text, among what sites print around it.",
            BlockRule::AboutAuthor => "It says who wrote, reported or edited, or who the author is.",
            BlockRule::RepeatsByline => "It is an author's name again, after the text.",
            BlockRule::WordToReaders => "It is a word to readers or editors, not a part of the text.",
            BlockRule::WireSlug => "It is a code of a news wire.",
            BlockRule::UnderNotesHeading => "It stands under a heading for notes.",
            BlockRule::Copyright => "It says who holds the rights.",
            BlockRule::Topics => "It is one of a list of topics.",
            BlockRule::PostSignature => "It carries the signs of an embedded post.",
            BlockRule::AbovePostSignature => "It stands above the name and handle of an embedded post.",
            BlockRule::TableRow => "It is a row of cells.",
            BlockRule::NoWords => "There are no words in it.",
            BlockRule::CutByLink => "It goes on with a paragraph that a link cut in two.",
            BlockRule::Prose => "It reads as running text.",
        }
    }

    fn at_most(self) -> Confidence {
        match self {
            // Words that stand in no other kind of line.
            BlockRule::Markup
            | BlockRule::SaysBy
            | BlockRule::OnlyTime
            | BlockRule::BulletOrNumber
            | BlockRule::RepeatedHeadline
            | BlockRule::RepeatsQuotation
            | BlockRule::RepeatsByline
            | BlockRule::OpensAsCaption
            | BlockRule::KnownPhrase
            | BlockRule::ShareBar
            | BlockRule::PlayerTime
            | BlockRule::Copyright
            | BlockRule::PostSignature
            | BlockRule::TableRow
            | BlockRule::NoWords
            | BlockRule::CutByLink => Confidence::Certain,
            // Nothing but the lines around it.
            BlockRule::UnderByline
            | BlockRule::RunOfShortLines
            | BlockRule::RunOfTitles
            | BlockRule::TitleAfterText
            | BlockRule::LongLineWithoutStop
            | BlockRule::LinkInCapitals
            | BlockRule::AmongFurniture => Confidence::Weak,
            _ => Confidence::Likely,
        }
    }
}
