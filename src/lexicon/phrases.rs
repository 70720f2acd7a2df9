//! The phrases that sites print around their articles.

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use super::list::entries;

/// What a phrase says of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    Copyright,
    Embed,
    AuthorNote,
    Note,
    Tags,
    Related,
    Furniture,
    Credit,
    Caption,
    Kicker,
}

/// Which part of the line the phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    Whole,
    Opening,
    Anywhere,
}

struct Phrase {
    words: &'static str,
    topic: Topic,
    part: Reach,
    /// The phrase may end in the middle of a word: "© 20…".
    open_ended: bool,
}

/// By the first word of the phrase.
type Index = HashMap<&'static str, Vec<Phrase>, FxBuildHasher>;

static PHRASES: LazyLock<Index> = LazyLock::new(|| {
    let lists = [
        (Topic::Copyright, include_str!("copyrights.txt")),
        (Topic::Embed, include_str!("embeds.txt")),
        (Topic::AuthorNote, include_str!("author_notes.txt")),
        (Topic::Note, include_str!("notes.txt")),
        (Topic::Tags, include_str!("tags.txt")),
        (Topic::Related, include_str!("related.txt")),
        (Topic::Furniture, include_str!("furniture.txt")),
        (Topic::Credit, include_str!("credits.txt")),
        (Topic::Caption, include_str!("captions.txt")),
        (Topic::Kicker, include_str!("kickers.txt")),
    ];
    let mut index = Index::default();
    for (topic, list) in lists {
        for line in entries(list) {
            let anywhere = line.strip_prefix("… ");
            let opening = anywhere.unwrap_or(line).strip_suffix('…');
            let words = opening.unwrap_or(anywhere.unwrap_or(line));
            let part = match (anywhere, opening) {
                (Some(_), _) => Reach::Anywhere,
                (None, Some(_)) => Reach::Opening,
                (None, None) => Reach::Whole,
            };
            let words = words.trim();
            let first = words.split(' ').next().unwrap_or(words);
            let open_ended = opening.is_some_and(|o| !o.ends_with(' '));
            // An open-ended single word cannot be looked up by its words.
            let first = if open_ended && first == words {
                &first[..first.chars().next().map_or(0, char::len_utf8)]
            } else {
                first
            };
            index.entry(first).or_default().push(Phrase {
                words,
                topic,
                part,
                open_ended,
            });
        }
    }
    index
});

/// The topics of all phrases in `key`, a line in lower case without the punctuation at its ends.
pub fn find(key: &str) -> Vec<(Topic, Reach)> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < key.len() {
        let rest = &key[start..];
        let len = rest.find(' ').unwrap_or(rest.len());
        let letter = rest.chars().next().map_or(0, char::len_utf8);
        for first in [&rest[..len], &rest[..letter]] {
            for phrase in PHRASES.get(first).into_iter().flatten() {
                if holds(rest, start, phrase) && !found.contains(&(phrase.topic, phrase.part)) {
                    found.push((phrase.topic, phrase.part));
                }
            }
            if len == letter {
                break;
            }
        }
        start += len + 1;
    }
    found
}

/// `rest`, which begins at byte `start` of its line, begins with the phrase.
fn holds(rest: &str, start: usize, phrase: &Phrase) -> bool {
    match phrase.part {
        Reach::Whole => start == 0 && rest == phrase.words,
        Reach::Opening | Reach::Anywhere => {
            (start == 0 || phrase.part == Reach::Anywhere)
                && rest.strip_prefix(phrase.words).is_some_and(|after| {
                    phrase.open_ended
                        || !phrase.words.ends_with(char::is_alphanumeric)
                        || !after.starts_with(char::is_alphanumeric)
                })
        }
    }
}

/// The label of a section, such as stands above headlines: "politics", "analysis".
pub fn is_section(key: &str) -> bool {
    find(key).contains(&(Topic::Kicker, Reach::Whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(key: &str, topic: Topic, part: Reach) {
        assert!(find(key).contains(&(topic, part)), "{key}: {:?}", find(key));
    }

    #[test]
    fn phrases_are_found_where_they_stand() {
        check("sign up for the quay letter", Topic::Furniture, Reach::Opening);
        check(
            "get the day in your inbox every morning",
            Topic::Furniture,
            Reach::Anywhere,
        );
        assert!(crate::lexicon::STANDALONE.contains("advertisement"));
        check("© 2025 the quay herald", Topic::Copyright, Reach::Opening);
        check("related: port union rejects plan", Topic::Related, Reach::Opening);
        check("tom ade contributed to this report", Topic::AuthorNote, Reach::Anywhere);
    }

    #[test]
    fn ordinary_words_are_no_phrases() {
        assert_eq!(find("shares in the harbour board fell"), []);
        assert_eq!(find("the mayor signed up for the job"), []);
        assert_eq!(find(""), []);
    }
}
