//! What holds for the analysis of any text whatever: see `invariants`.

mod abuse;
mod invariants;
mod news;

use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string(text in "\\PC{0,200}") {
        invariants::hold(&text);
    }

    #[test]
    fn any_characters_with_line_ends(text in proptest::collection::vec(any::<char>(), 0..200)) {
        invariants::hold(&text.into_iter().collect::<String>());
    }

    #[test]
    fn marks_and_letters(text in "[a-cA-C .,:?\n\"'“”‘’«»„‚()\\[\\]–—-]{0,120}") {
        invariants::hold(&text);
    }

    /// Control characters between the halves of marks, and sentences that end there: "Go.\u{1f}''I".
    #[test]
    fn marks_in_halves(text in "[a-bI .,\u{1f}\u{200b}\u{ad}\u{301}\n\"'`’‘„&;]{0,40}") {
        invariants::hold(&text);
    }

    #[test]
    fn news(text in news::article()) {
        invariants::hold(&text);
    }

    #[test]
    fn damaged_news(text in news::damaged()) {
        invariants::hold(&text);
    }
}
