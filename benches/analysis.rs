//! `cargo bench --bench analysis`: how fast the whole analysis is, and each of its stages. How its time grows with the
//! text: growth.rs.

use divan::Bencher;
use divan::counter::ItemsCount;

const ARTICLE: &str = include_str!("../tests/articles/broadsheet.txt");

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

/// What each stage takes of it, over and over for the same article.
mod stages {
    use super::*;
    use lede::entities::{self, Entities};
    use lede::language::{self, Language};
    use lede::marks::{self, MarkedSpans};
    use lede::structure::{self, Structure};
    use lede::{quotations, text};

    /// What all stages but the last make of the article.
    fn read() -> (text::Text<'static>, Structure, MarkedSpans, Language, Entities) {
        let text = text::read(ARTICLE, &[]);
        let structure = structure::find(&text);
        let marks = marks::scan(&text, &structure);
        let language = language::tag(&text, &structure.blocks, structure.dateline.as_ref());
        let entities = entities::resolve(&text, &structure, &marks, &language);
        (text, structure, marks, language, entities)
    }

    #[divan::bench]
    fn a_text(bencher: Bencher) {
        bencher.bench(|| text::read(divan::black_box(ARTICLE), &[]));
    }

    #[divan::bench]
    fn b_structure(bencher: Bencher) {
        let (text, ..) = read();
        bencher.bench(|| structure::find(&text));
    }

    #[divan::bench]
    fn c_marks(bencher: Bencher) {
        let (text, structure, ..) = read();
        bencher.bench(|| marks::scan(&text, &structure));
    }

    #[divan::bench]
    fn d_language(bencher: Bencher) {
        let (text, structure, ..) = read();
        bencher.bench(|| language::tag(&text, &structure.blocks, structure.dateline.as_ref()));
    }

    #[divan::bench]
    fn e_entities(bencher: Bencher) {
        let (text, structure, marks, language, _) = read();
        bencher.bench(|| entities::resolve(&text, &structure, &marks, &language));
    }

    #[divan::bench]
    fn f_quotations(bencher: Bencher) {
        let (text, structure, marks, language, entities) = read();
        bencher.bench(|| {
            quotations::attribute(
                &text,
                &structure,
                &marks,
                &language,
                &entities,
                lede::who::Weights::learned(),
                None,
            )
        });
    }
}
