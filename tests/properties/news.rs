//! Texts of the shapes that news takes, put together at random.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

const LINES: &[&str] = &[
    "POLITICS",
    "Port union rejects ‘reckless’ plan",
    "Moor: Port must close before winter",
    "Leaders to meet again on Friday as ships wait",
    "By Ana Ruiz and TOM ADE, Harbour correspondent",
    "By Ana Ruiz @anaruiz",
    "Mon 3 Feb 2025 09.14 GMT",
    "Updated 2 hours ago",
    "3 min read",
    "LONDON",
    "• Talks end without a deal",
    "1. Read the paper",
    "Union divided",
    "‘No way back’",
    "Image source, Getty Images",
    "Ships wait off Arlen. Photograph: J. Orr/Agency",
    "Read more: Why the cranes stand still",
    "Share",
    "Copy link",
    "112 comments",
    "Sign up for our newsletter",
    "We use cookies to improve your experience.",
    "This article was amended on 4 February 2025.",
    "© 2025 The Quay Herald. All rights reserved.",
    "— Ilse Moor (@imoor) February 3, 2025",
    "pic.twitter.com/abc123",
    "FOR IMMEDIATE RELEASE",
    "ENDS",
    "-30-",
    "###",
    "10.42 GMT",
    "Q: Why did you walk out?",
    "A: Because nobody listened.",
    "MOOR: We go on Monday.",
    "Team | P | W | L",
    "Arlen\t3\t2\t1",
    "Topics: Ports, Labour",
    "#PortStrike https://example.org/a?b=c&d=e",
    "",
    " ",
    "\u{a0}",
    "\u{feff}",
];

const SENTENCES: &[&str] = &[
    "LONDON (Reuters) - Dockers walked out on Monday.",
    "KYIV, Ukraine (AP) — Two ministers resigned.",
    "“We start Monday,” said Ilse Moor, 54, head of the port union.",
    "\"We start Monday,\" Ilse Moor said.",
    "‘We start Monday,’ she added.",
    "'We start Monday,' he told Reuters.",
    "“We start,” Moor said, “on Monday.”",
    "“First it was the wage.",
    "“Then it was the time.”",
    "Moor said the port would close “for good”.",
    "Mr. Brandt, who called the plan \"rash\" and \"cruel\", left.",
    "According to the report, 40 ships waited.",
    "The port, Moor said, will close.",
    "“He told me ‘run’, so I ran,” the minister said.",
    "Moor denied that she had lied.",
    "He believes it won't happen before '29.",
    "The ministers' plan 'will fail', U.S. Sen. Kim Orr said.",
    "A 5'10\" guard stood by a 6\" pipe in the ’90s.",
    "A sign reading “Keep out” hung there.",
    "“It is chaos,” said an official, who asked not to be named.",
    "«Nous partons», dit-elle.",
    "„Wir gehen“, sagte er.",
    "「行こう」と彼は言った。",
    "قال الوزير: «نبدأ يوم الاثنين».",
    "The Dutch premier and the Turkish leader said they agreed.",
    "Northline Ferries said in a statement it was “deeply sorry”.",
    "It cost $1.2 million (£0.9m), up 3.5% on 2 March 2021.",
    "Is it over? No!",
];

fn sentence() -> impl Strategy<Value = String> {
    select(SENTENCES).prop_map(String::from)
}

fn block() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => select(LINES).prop_map(String::from),
        3 => vec(sentence(), 1..5).prop_map(|sentences| sentences.join(" ")),
        // Hard-wrapped.
        1 => vec(sentence(), 2..6).prop_map(|sentences| {
            let words = sentences.join(" ");
            words.split(' ').collect::<Vec<_>>().chunks(9).map(|line| line.join(" ")).collect::<Vec<_>>().join("\n")
        }),
    ]
}

pub fn article() -> impl Strategy<Value = String> {
    let breaks = select(&["\n", "\n\n", "\r\n", "\r\n\r\n", "\r"][..]);
    (vec(block(), 0..14), breaks).prop_map(|(blocks, line_break)| blocks.join(line_break))
}

/// News with a few characters lost, doubled or put in.
pub fn damaged() -> impl Strategy<Value = String> {
    let strange = select(
        &[
            '"', '“', '”', '\'', '’', '\0', '\u{200b}', '\u{ad}', '\u{202e}', '\n', '(', '—', '😀',
        ][..],
    );
    (article(), vec((any::<Index>(), 0..3u8, strange), 1..8)).prop_map(|(text, damages)| {
        let mut chars: Vec<char> = text.chars().collect();
        for (at, damage, strange) in damages {
            let at = at.index(chars.len() + 1);
            match damage {
                0 if at < chars.len() => {
                    chars.remove(at);
                }
                1 if at < chars.len() => chars.insert(at, chars[at]),
                _ => chars.insert(at, strange),
            }
        }
        chars.into_iter().collect()
    })
}
