//! Articles, damaged: each text follows from its number alone.

use std::ops::Range;

/// What a paste may hold and an article should not.
const ODD: &[&str] = &[
    // Control characters and line ends of all kinds.
    "\0",
    "\u{1}",
    "\u{b}",
    "\u{c}",
    "\u{1c}",
    "\u{1f}",
    "\u{7f}",
    "\u{85}",
    "\r",
    "\n\r",
    "\r\n",
    "\n\n",
    "\t",
    "\u{2028}",
    "\u{2029}",
    "\u{1b}[0m",
    // Characters that take no place, and spaces of other widths.
    "\u{200b}",
    "\u{200c}",
    "\u{200d}",
    "\u{2060}",
    "\u{feff}",
    "\u{ad}",
    "\u{a0}",
    "\u{3000}",
    "\u{202f}",
    // Directions.
    "\u{200e}",
    "\u{200f}",
    "\u{202a}",
    "\u{202e}",
    "\u{202c}",
    "\u{2066}",
    "\u{2069}",
    "\u{61c}",
    // Combining marks, emoji, private and last characters, letters whose case has another length.
    "\u{301}",
    "\u{308}\u{301}\u{327}",
    "\u{20e3}",
    "\u{fe0f}",
    "😀",
    "👩‍👩‍👧",
    "🇳🇴",
    "\u{e000}",
    "\u{10ffff}",
    "\u{fffd}",
    "İ",
    "ß",
    "ﬁ",
    "ǅ",
    "ŉ",
    "ẞ",
    "漢字",
    "قال",
    "אמר",
    // Marks, brackets, dashes, dots.
    "\"",
    "'",
    "''",
    "``",
    "`",
    ",,",
    "“",
    "”",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "‚",
    "‹",
    "›",
    "「",
    "」",
    "\\\"",
    "(",
    ")",
    "[",
    "]",
    "—",
    " – ",
    "-",
    "…",
    ". . .",
    ".",
    ":",
    ";",
    ",",
    "•",
    "©",
    "@",
    "#",
    "$",
    "%",
    "&quot;",
    "&#8220;",
    // Words and lines that decide much.
    "By ",
    "said",
    " she said ",
    "Related\n",
    "Share\n",
    "\n- ",
    "\nLONDON (Reuters) - ",
    "3 February 2025",
    "1.5",
    "Mr. ",
    "U.S. ",
    "’s ",
    " and ",
    "according to ",
    "https://example.org/?q=\"",
    "A:",
    "1984",
    "12:",
    "5'10\"",
];

/// Marks that are put in the place of others.
const MARKS: &str = "\"'“”‘’«»„‚‹›「」『』`";

/// A small generator of numbers (SplitMix64), because the texts must stay the same from one version to the next.
pub struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, 0 where that is 0.
    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    fn range(&mut self, within: usize, longest: usize) -> Range<usize> {
        let start = self.below(within + 1);
        start..(start + self.below(longest + 1)).min(within)
    }

    fn of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

/// Text number `seed`: some lines of an article, one time in sixteen the whole of it, with one to eight damages.
pub fn text(seed: u64, articles: &[String]) -> String {
    let random = &mut Random(seed);
    let article = random.of(articles);
    let mut chars: Vec<char> = match random.below(16) {
        0 => article.chars().collect(),
        _ => lines(random, article).chars().collect(),
    };
    for _ in 0..=random.below(8) {
        damage(random, &mut chars, articles);
    }
    chars.into_iter().collect()
}

/// One to twelve lines that follow each other.
fn lines(random: &mut Random, article: &str) -> String {
    let lines: Vec<&str> = article.split_inclusive('\n').collect();
    let start = random.below(lines.len());
    let end = (start + 1 + random.below(12)).min(lines.len());
    lines[start..end].concat()
}

fn damage(random: &mut Random, chars: &mut Vec<char>, articles: &[String]) {
    match random.below(12) {
        // A cut, short or long.
        0 => drop(chars.drain(random.range(chars.len(), 4))),
        1 => drop(chars.drain(random.range(chars.len(), 200))),
        // A piece of another article in the middle of a word.
        2 => {
            let other = random.of(articles);
            let other: Vec<char> = lines(random, other).chars().collect();
            let piece = other[random.range(other.len(), 120)].to_vec();
            insert(random, chars, &piece);
        }
        // The same again, a few times or until the line is very long.
        3 => {
            let piece = chars[random.range(chars.len(), 12)].to_vec();
            let times = *random.of(&[1, 2, 3, 200]);
            insert(random, chars, &piece.repeat(times));
        }
        // Lines in another order.
        4 => {
            let text: String = chars.iter().collect();
            let mut lines: Vec<&str> = text.split('\n').collect();
            for _ in 0..=random.below(4) {
                let (a, b) = (random.below(lines.len()), random.below(lines.len()));
                lines.swap(a, b);
            }
            *chars = lines.join("\n").chars().collect();
        }
        // Other line ends, or none.
        5 => {
            let end = *random.of(&["\r", "\r\n", " ", "", "\n\n", "\u{2028}", "\n\u{1f}"]);
            let text: String = chars.iter().collect();
            *chars = text.replace('\n', end).chars().collect();
        }
        // Other marks.
        6 => {
            let marks: Vec<char> = MARKS.chars().collect();
            for char in chars.iter_mut().filter(|char| marks.contains(char)) {
                if random.below(3) == 0 {
                    *char = *random.of(&marks);
                }
            }
        }
        // Capitals.
        7 => {
            let range = random.range(chars.len(), 80);
            let upper: String = chars[range.clone()].iter().collect::<String>().to_uppercase();
            chars.splice(range, upper.chars());
        }
        // Odd characters, sometimes many.
        _ => {
            for _ in 0..*random.of(&[1, 1, 2, 4, 16]) {
                let odd: Vec<char> = random.of(ODD).chars().collect();
                insert(random, chars, &odd);
            }
        }
    }
}

fn insert(random: &mut Random, chars: &mut Vec<char>, piece: &[char]) {
    let at = random.below(chars.len() + 1);
    chars.splice(at..at, piece.iter().copied());
}
