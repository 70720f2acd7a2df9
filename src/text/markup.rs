//! What pasted formatting says of a line.

use serde::{Deserialize, Serialize};

/// One line of the text and what its formatting says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// The line, by any byte in it.
    pub at: u32,
    pub markup: Markup,
}

/// The elements around a line and what stands in it. A plain value: nothing of the page is kept but this.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Markup {
    /// The innermost element around the line's first word that says what a line is.
    pub tag: Option<Tag>,
    /// All elements around the line's first word that say something.
    pub inside: Inside,
    /// What the names of the line's own elements say: those from its block inwards.
    pub own: Words,
    /// What the names of the elements around its block say.
    pub around: Words,
    /// How many lists it stands in.
    pub list_depth: u8,
    /// How much of it stands in links, in bold, in italics, in `time` and in an element of the author: shares of its
    /// characters in percent, rounded up, but 100 only where it is all.
    pub links: u8,
    pub bold: u8,
    pub italic: u8,
    pub time: u8,
    pub author: u8,
    /// The first two letters of the language that it is marked with.
    pub language: Option<[u8; 2]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Tag {
    /// `h1` to `h6`.
    Heading(u8),
    Paragraph,
    Division,
    ListItem,
    /// `dt`
    Term,
    /// `dd`
    Description,
    FigureCaption,
    TableCaption,
    Cell,
    HeadCell,
    Quote,
    Preformatted,
    Time,
    Address,
    Cite,
    Button,
    Label,
    Summary,
    Legend,
    /// Words that stand for a picture (`alt`).
    Image,
}

/// Declares a set of flags as a plain number, with a constant and a name for each.
macro_rules! flags {
    ($(#[$about:meta])* $set:ident: $($(#[$what:meta])* $flag:ident = $bit:literal),+ $(,)?) => {
        $(#[$about])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub struct $set(u32);

        #[allow(non_upper_case_globals)]
        impl $set {
            $($(#[$what])* pub const $flag: $set = $set(1 << $bit);)+

            /// Every flag and its name.
            pub const ALL: &'static [($set, &'static str)] = &[$(($set::$flag, stringify!($flag))),+];

            /// Any of `flags` is in it.
            pub fn has(self, flags: $set) -> bool {
                self.0 & flags.0 != 0
            }

            #[must_use]
            pub const fn and(self, flags: $set) -> $set {
                $set(self.0 | flags.0)
            }

            /// The names of the flags that are in it.
            pub fn names(self) -> impl Iterator<Item = &'static str> {
                Self::ALL.iter().filter(move |(flag, _)| self.has(*flag)).map(|(_, name)| *name)
            }
        }

        impl std::fmt::Debug for $set {
            fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.debug_set().entries(self.names()).finish()
            }
        }
    };
}

flags! {
    /// Elements that a line stands in.
    Inside:
    Heading = 0,
    Figure = 1,
    FigureCaption = 2,
    Aside = 3,
    Navigation = 4,
    Header = 5,
    Footer = 6,
    Article = 7,
    Main = 8,
    Section = 9,
    List = 10,
    ListItem = 11,
    Table = 12,
    Quote = 13,
    Form = 14,
    Time = 15,
    /// `address`, or an element that says of itself that it holds the author.
    Author = 16,
    Cite = 17,
    Preformatted = 18,
    /// `details`, `dialog`, `menu`
    Widget = 19,
    Button = 20,
    Link = 21,
}

flags! {
    /// Plain words that pages use in the names, classes, roles and properties of their elements, by meaning.
    Words:
    Caption = 0,
    Credit = 1,
    Byline = 2,
    Author = 3,
    Date = 4,
    Share = 5,
    Related = 6,
    Promotion = 7,
    Newsletter = 8,
    Comment = 9,
    Topic = 10,
    Headline = 11,
    Standfirst = 12,
    Navigation = 13,
    Advertisement = 14,
    Embed = 15,
    PullQuote = 16,
    Kicker = 17,
    Body = 18,
    Image = 19,
    Player = 20,
    Note = 21,
    Legal = 22,
    Biography = 23,
    Consent = 24,
    Popular = 25,
    Paywall = 26,
    Live = 27,
    KeyPoints = 28,
    Mail = 29,
    Dateline = 30,
    Footer = 31,
}

/// The one thing that the markup of a line says loudest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HintKind {
    Heading(u8),
    ListItem,
    BlockQuote,
    Caption,
    Time,
    Author,
    Aside,
    Navigation,
    /// A line that is all link.
    Link,
    /// Words that stand for a picture.
    Image,
}

impl Markup {
    /// The one thing that it says loudest, if anything.
    pub fn loudest(&self) -> Option<HintKind> {
        let around = [
            (Inside::FigureCaption, HintKind::Caption),
            (Inside::Navigation, HintKind::Navigation),
            (Inside::ListItem, HintKind::ListItem),
            (Inside::Quote, HintKind::BlockQuote),
            (Inside::Aside, HintKind::Aside),
        ];
        let around = around
            .into_iter()
            .find(|(flag, _)| self.inside.has(*flag))
            .map(|(_, kind)| kind);
        // Of a line that is all link, all time or all author that says more than the list that it stands in.
        match (self.tag, around) {
            (Some(Tag::Image), _) => Some(HintKind::Image),
            (Some(Tag::Heading(level)), _) => Some(HintKind::Heading(level)),
            (_, Some(HintKind::Caption | HintKind::Navigation)) => around,
            _ if self.time == 100 => Some(HintKind::Time),
            _ if self.author > 50 => Some(HintKind::Author),
            _ if self.links == 100 => Some(HintKind::Link),
            _ => around,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_have_bits_of_their_own() {
        for all in [
            Inside::ALL.iter().map(|f| f.0.0).collect::<Vec<_>>(),
            Words::ALL.iter().map(|f| f.0.0).collect(),
        ] {
            assert_eq!(all.iter().fold(0, |a, b| a ^ b).count_ones() as usize, all.len());
        }
    }
}
