//! The engine as WebAssembly, where addresses have 32 bits, and its way to the page as a JavaScript value.
#![cfg(target_arch = "wasm32")]

use lede::analysis::Analysis;
use wasm_bindgen_test::wasm_bindgen_test as test;

const ARTICLE: &str = "Ferry strike ends after night of talks\n\nBy Ruth Calder\n\nPORT ARDEN - Crews voted to go back.\n\n\
    “We got what we came for,” said Ilse Moor, who leads the port union.\n";

#[test]
fn an_analysis_crosses_to_the_page_and_back_unchanged() {
    let analysis = lede::analyze(ARTICLE);
    assert!(
        !analysis.blocks.is_empty() && !analysis.quotations.is_empty(),
        "there is something to carry"
    );
    let value = serde_wasm_bindgen::to_value(&analysis).expect("an analysis is plain data");
    let back: Analysis = serde_wasm_bindgen::from_value(value).expect("what was written can be read");
    assert_eq!(back, analysis);
}

#[test]
fn a_long_text_of_one_mark_gives_an_answer() {
    for text in ["\"", "(", "“", "’", "\n", "A ", "said "] {
        let text = text.repeat((1 << 18) / text.len());
        for block in lede::analyze(&text).blocks {
            assert!(
                text.get(block.span.range()).is_some(),
                "spans lie on character boundaries"
            );
        }
    }
}
