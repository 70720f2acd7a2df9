//! What speaks for the kind of a line.

use serde::{Deserialize, Serialize};

use super::Rule;
use crate::analysis::Confidence;

/// One thing that can be seen of a line. The strongest one is the line's rule, the two or three that weighed most are its
/// signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// “By …”.
    SaysBy,
    /// Nothing but names, with roles, agencies, places or dates: "Ana Ruiz, Harbour correspondent".
    NamesAlone,
    /// Nothing but a role, an outlet or an agency: "Court reporter".
    RoleOrOutlet,
    /// The name of an author that a byline above gave, or a line that begins with it.
    RepeatsByline,
    /// "Ana Ruiz covers shipping for the Quay Herald."
    AboutAuthor,
    /// A phrase of notes on authors: "contributed to this report".
    AuthorPhrase,
    /// Nothing but a date, with or without its hour.
    OnlyTime,
    /// "2 hours ago", "3 min read", a date without its year.
    TimeAgo,
    /// Only an hour: "10.42 GMT".
    ClockTime,
    /// "1:24", the length of a film.
    PlayerTime,
    /// A date among other words.
    HoldsDate,
    /// A place on a line of its own, as datelines are: "ARLEN (Quay Press) —".
    PlaceAlone,
    /// Running text that begins with a dateline.
    OpensWithPlace,
    /// Nothing but a photographer or an agency.
    OnlyCredit,
    /// It ends with a photographer or an agency, as captions do.
    EndsWithCredit,
    /// A phrase of credits: "Image source".
    CreditPhrase,
    /// It opens as captions do: "File photo", "Image caption".
    OpensAsCaption,
    /// One sentence in the present tense with a date, or with "(left)".
    DescribesPicture,
    /// The name of a section: "Politics", "Analysis".
    SectionName,
    /// A heading for links to other articles: "Related", "Most read".
    LinkHeading,
    /// It opens as links to other articles do: "Read more: …".
    OpensAsLink,
    /// A phrase that sites print around articles, the whole line.
    KnownPhrase,
    /// Such a phrase at its beginning or inside it.
    HoldsPhrase,
    /// Nothing but words from share bars.
    ShareBar,
    /// "©", "All rights reserved".
    Copyright,
    /// A phrase of lists of topics: "Tags:", "More on".
    TopicsPhrase,
    /// Topics that lost the space between them: "PortsLabour".
    GluedTopics,
    /// A phrase of corrections, disclaimers, notes to editors.
    WordToReaders,
    /// A slug or a code of a wire.
    WireSlug,
    /// "-30-", "/ends/".
    EndMark,
    /// The name, handle and date under a post.
    PostSignature,
    /// A phrase of embedded posts.
    PostPhrase,
    /// A handle, a hashtag or a picture letter.
    PostWords,
    /// Nothing but web or mail addresses, or a telephone number.
    OnlyAddress,
    /// Cells in a row.
    TableRow,
    /// No letters and no digits.
    NoWords,
    /// It begins with a bullet.
    Bullet,
    /// It begins with a number such as "1."
    Number,
    /// A turn of a transcript beside one of somebody else.
    Turn,
    /// It ends with a question mark.
    Question,
    /// The same line stands elsewhere on the page.
    Repeated,
    /// Its words stand in a longer paragraph too.
    RepeatsQuotation,
    /// Its own words, where they are few.
    Words,
    /// The words that it begins with.
    Opening,
    /// How long it is.
    Length,
    /// How it ends: with a full stop, a colon, nothing.
    Ending,
    /// How it uses capitals, digits and small words.
    Capitals,
    /// How many of its words the running text has too.
    SharedWords,
    /// Where it stands: above, within or below the running text.
    Place,
    /// The lines that look like it: how many, and where they stand.
    Alike,
    /// The blank lines above and below it.
    Gap,
    /// What stands above it.
    Above,
    /// What stands below it.
    Below,
    /// What usually follows what.
    Order,
    /// The page said so: `h1`, `figcaption`, `li` …
    Markup,
    /// The best of the lines that could be the headline.
    OnlyHeadline,
    /// The headline again, also with the name of the site.
    RepeatedHeadline,
    /// A title with a byline or a time under it, below running text: another article.
    SecondHeadline,
}

impl Sign {
    /// All of them, in the order in which they are declared.
    pub const ALL: [Sign; 58] = [
        Sign::SaysBy,
        Sign::NamesAlone,
        Sign::RoleOrOutlet,
        Sign::RepeatsByline,
        Sign::AboutAuthor,
        Sign::AuthorPhrase,
        Sign::OnlyTime,
        Sign::TimeAgo,
        Sign::ClockTime,
        Sign::PlayerTime,
        Sign::HoldsDate,
        Sign::PlaceAlone,
        Sign::OpensWithPlace,
        Sign::OnlyCredit,
        Sign::EndsWithCredit,
        Sign::CreditPhrase,
        Sign::OpensAsCaption,
        Sign::DescribesPicture,
        Sign::SectionName,
        Sign::LinkHeading,
        Sign::OpensAsLink,
        Sign::KnownPhrase,
        Sign::HoldsPhrase,
        Sign::ShareBar,
        Sign::Copyright,
        Sign::TopicsPhrase,
        Sign::GluedTopics,
        Sign::WordToReaders,
        Sign::WireSlug,
        Sign::EndMark,
        Sign::PostSignature,
        Sign::PostPhrase,
        Sign::PostWords,
        Sign::OnlyAddress,
        Sign::TableRow,
        Sign::NoWords,
        Sign::Bullet,
        Sign::Number,
        Sign::Turn,
        Sign::Question,
        Sign::Repeated,
        Sign::RepeatsQuotation,
        Sign::Words,
        Sign::Opening,
        Sign::Length,
        Sign::Ending,
        Sign::Capitals,
        Sign::SharedWords,
        Sign::Place,
        Sign::Alike,
        Sign::Gap,
        Sign::Above,
        Sign::Below,
        Sign::Order,
        Sign::Markup,
        Sign::OnlyHeadline,
        Sign::RepeatedHeadline,
        Sign::SecondHeadline,
    ];
}

impl Rule for Sign {
    fn in_words(self) -> &'static str {
        match self {
            Sign::SaysBy => "It says by whom.",
            Sign::NamesAlone => "It holds nothing but names, as bylines do.",
            Sign::RoleOrOutlet => "It holds nothing but a role, an agency or an outlet.",
            Sign::RepeatsByline => "It begins with the name of the author.",
            Sign::AboutAuthor => "It says who the author is.",
            Sign::AuthorPhrase => "It uses a phrase of notes about authors.",
            Sign::OnlyTime => "It holds nothing but a date.",
            Sign::TimeAgo => "It holds nothing but a time.",
            Sign::ClockTime => "It holds nothing but an hour.",
            Sign::PlayerTime => "It looks like the length of a film.",
            Sign::HoldsDate => "It holds a date.",
            Sign::PlaceAlone => "It is a place on a line of its own.",
            Sign::OpensWithPlace => "It begins with a dateline.",
            Sign::OnlyCredit => "It names only a photographer or an agency.",
            Sign::EndsWithCredit => "It ends with the name of a photographer or an agency.",
            Sign::CreditPhrase => "It uses a phrase of picture credits.",
            Sign::OpensAsCaption => "It begins as captions do.",
            Sign::DescribesPicture => "It describes a picture: the present tense with a date, or who stands where.",
            Sign::SectionName => "It is the name of a section.",
            Sign::LinkHeading => "Sites print this heading above links to other articles.",
            Sign::OpensAsLink => "It begins as links to other articles do.",
            Sign::KnownPhrase => "Sites print this phrase around their articles.",
            Sign::HoldsPhrase => "It holds a phrase that sites print around their articles.",
            Sign::ShareBar => "It holds nothing but words from share bars.",
            Sign::Copyright => "It says who holds the rights.",
            Sign::TopicsPhrase => "It uses a phrase of lists of topics.",
            Sign::GluedTopics => "Its words lost the space between them, as lists of topics do.",
            Sign::WordToReaders => "It uses a phrase of notes to readers or editors.",
            Sign::WireSlug => "It is a code of a news wire.",
            Sign::EndMark => "It marks the end of a release.",
            Sign::PostSignature => "It is the name, handle and date under a post.",
            Sign::PostPhrase => "It uses a phrase of embedded posts.",
            Sign::PostWords => "It holds a handle, a hashtag or an emoji.",
            Sign::OnlyAddress => "It holds nothing but an address or a telephone number.",
            Sign::TableRow => "It is a row of cells.",
            Sign::NoWords => "There are no words in it.",
            Sign::Bullet => "It begins with a bullet.",
            Sign::Number => "It begins with a number.",
            Sign::Turn => "It is a turn of a conversation.",
            Sign::Question => "It is a question.",
            Sign::Repeated => "The same line stands elsewhere on the page.",
            Sign::RepeatsQuotation => "Its words stand in a paragraph too.",
            Sign::Words => "Its words.",
            Sign::Opening => "The words that it begins with.",
            Sign::Length => "Its length.",
            Sign::Ending => "How it ends.",
            Sign::Capitals => "How it uses capitals, digits and short words.",
            Sign::SharedWords => "How many of its words stand in the running text.",
            Sign::Place => "Where it stands on the page.",
            Sign::Alike => "The lines that look like it, and where they stand.",
            Sign::Gap => "The blank lines around it.",
            Sign::Above => "What stands above it.",
            Sign::Below => "What stands below it.",
            Sign::Order => "The order of the lines: what usually follows what.",
            Sign::Markup => "The page that it was copied from marks it so.",
            Sign::OnlyHeadline => "It is the likeliest headline of the page.",
            Sign::RepeatedHeadline => "It is the headline again.",
            Sign::SecondHeadline => "A title with a byline or a time under it: a second article seems to begin here.",
        }
    }

    /// How sure a line's kind is comes from the model, not from its strongest sign.
    fn at_most(self) -> Confidence {
        Confidence::Certain
    }
}
