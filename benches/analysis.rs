//! `cargo bench`: how fast the whole analysis is, and that its time grows no faster than the text.
//!
//! In the growth tables the throughput (MB/s) must stay level from one size to the next.

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};

const ARTICLE: &str = include_str!("../tests/articles/broadsheet.txt");
const KIBIBYTES: [usize; 5] = [64, 128, 256, 512, 1024];

fn main() {
    divan::main();
}

/// One article, in words a second ("item/s").
#[divan::bench]
fn article(bencher: Bencher) {
    let words = ARTICLE.split_whitespace().count();
    bencher
        .counter(ItemsCount::new(words))
        .bench(|| lede::analyze(divan::black_box(ARTICLE)));
}

mod growth {
    use super::*;

    #[divan::bench(args = KIBIBYTES, sample_count = 5)]
    fn article_text(bencher: Bencher, kibibytes: usize) {
        repeated(bencher, &format!("{ARTICLE}\n\n"), kibibytes);
    }

    /// Nothing but opening marks, all of them unclosed.
    #[divan::bench(args = KIBIBYTES, sample_count = 5)]
    fn quotation_marks(bencher: Bencher, kibibytes: usize) {
        repeated(bencher, "\"", kibibytes);
    }

    #[divan::bench(args = KIBIBYTES, sample_count = 5)]
    fn parentheses(bencher: Bencher, kibibytes: usize) {
        repeated(bencher, "(", kibibytes);
    }

    #[divan::bench(args = KIBIBYTES, sample_count = 5)]
    fn one_name_without_end(bencher: Bencher, kibibytes: usize) {
        repeated(bencher, "Moor ", kibibytes);
    }

    fn repeated(bencher: Bencher, part: &str, kibibytes: usize) {
        let text = part.repeat(kibibytes * 1024 / part.len());
        bencher
            .counter(BytesCount::of_str(&text))
            .bench(|| lede::analyze(divan::black_box(&text)));
    }
}
