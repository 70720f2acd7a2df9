//! Who speaks in small articles: names given after a description, couples, two who speak in turn, copied posts,
//! transcripts, namesakes. Each line is "speaker: words".

use lede::analyze;

/// The direct quotations of an article around these paragraphs, with their speakers.
fn said(paragraphs: &str) -> Vec<String> {
    let article = format!(
        "Old quay to be dug up again\n\nBy Tom Ade\n\nThe old quay in Arlen will be dug up for the third time in two years, the port said on Monday, and the shops on it will close.\n\n{paragraphs}\n\nThe work begins in May and is to last until the end of the summer, if the weather holds.\n"
    );
    let analysis = analyze(&article);
    let direct = analysis
        .quotations
        .iter()
        .filter(|q| q.kind == lede::analysis::QuotationKind::Direct);
    direct
        .map(|q| format!("{}: {}", q.speaker.name.as_deref().unwrap_or("?"), q.span.of(&article)))
        .collect()
}

#[test]
fn a_name_that_is_given_after_the_description() {
    for speaker in [
        "a cook who gave her name only as Nadia",
        "a cook, who gave only her first name, Nadia",
        "a cook named Nadia",
        "a cook who asked to be identified only as Nadia",
        "a cook who goes by Nadia",
        "a cook known to everyone as “Nadia”",
    ] {
        let quotations = said(&format!("“We will be gone by then,” said {speaker}."));
        assert_eq!(quotations, ["Nadia: We will be gone by then,"], "{speaker}");
    }
    assert_eq!(
        said("“We will be gone,” said the cook who had called Hal Brandt a liar."),
        ["cook: We will be gone,"]
    );
}

#[test]
fn couples_and_families_speak_together() {
    assert_eq!(
        said("Jon and Ilse Moor have sold rope here since 1980. “We sold miles of it,” the couple said."),
        ["couple: We sold miles of it,"]
    );
    assert_eq!(
        said(
            "Jon and Ilse Moor have sold rope here since 1980. “We sold miles of it,” the Moors said. “He counted,” said Ilse Moor."
        ),
        ["Moors: We sold miles of it,", "Ilse Moor: He counted,"]
    );
}

#[test]
fn two_speak_in_turn() {
    let exchange = "Hal Brandt questioned the foreman, Ilse Moor.\n\n“Was it safe?” asked Brandt.\n\n“It was,” said Moor.\n\n“All of it?”\n\n“All that I saw.”\n\n“And the rest?”\n\n“I did not look.”";
    assert_eq!(
        said(exchange),
        [
            "Hal Brandt: Was it safe?",
            "Ilse Moor: It was,",
            "Hal Brandt: All of it?",
            "Ilse Moor: All that I saw.",
            "Hal Brandt: And the rest?",
            "Ilse Moor: I did not look."
        ]
    );
    // One who goes on is not answered.
    assert_eq!(
        said("“Was it safe?” asked Hal Brandt.\n\n“It was,” said Ilse Moor. “I walked on it for years.”"),
        [
            "Hal Brandt: Was it safe?",
            "Ilse Moor: It was,",
            "Ilse Moor: I walked on it for years."
        ]
    );
}

#[test]
fn copied_posts_are_their_authors() {
    assert_eq!(
        said("Ilse Moor\n@ilsemoor\nNo rope today. Ask the port.\n9:14 AM · Mar 3, 2025 · 12.3K Views"),
        ["Ilse Moor: No rope today. Ask the port."]
    );
    assert_eq!(
        said("No rope today. Ask the port.\n\n— Ilse Moor (@ilsemoor) March 3, 2025"),
        ["Ilse Moor: No rope today. Ask the port."]
    );
}

#[test]
fn signatures_after_the_quotation() {
    for signature in [
        "— Ilse Moor, Quay Street",
        "-Ilse Moor",
        "– Ilse Moor (@ilsemoor) March 3, 2025",
    ] {
        let quotations = said(&format!(
            "Shopkeepers pinned notes to the gate.\n\n“Dig up the palace instead.” {signature}"
        ));
        assert_eq!(quotations, ["Ilse Moor: Dig up the palace instead."], "{signature}");
    }
}

#[test]
fn namesakes_by_their_titles() {
    assert_eq!(
        said(
            "Nurse Ilse Moor and Captain Jon Moor live above the shop. “I sleep by day,” said Nurse Moor. “I never sleep,” said Captain Moor."
        ),
        ["Ilse Moor: I sleep by day,", "Jon Moor: I never sleep,"]
    );
}

#[test]
fn a_text_that_opens_with_a_day() {
    let article = "Tug hits mole in fog\n\nBy Tom Ade\n\n3 March 2025 (Norden Wire) – A tug hit the mole at Arlen in fog, its owner said.\n\nIts crew of four walked ashore and asked for coffee.\n";
    let quotations = analyze(article).quotations;
    assert_eq!(quotations[0].span.of(article), "A tug hit the mole at Arlen in fog");
}

#[test]
fn the_age_before_a_name_tells_who_is_meant() {
    for introduced in [
        "A 36-year-old deckhand, Ilse Moor,",
        "A 36-year-old deckhand from the north, Ilse Moor,",
        "The 36-year-old Ilse Moor",
    ] {
        let quotations = said(&format!(
            "{introduced} found the boat. “It was empty,” the 36-year-old said."
        ));
        assert_eq!(quotations, ["Ilse Moor: It was empty,"], "{introduced}");
    }
    assert_eq!(
        said("The 36-year-old brother of Hal Brandt found the boat. “It was empty,” the 36-year-old said."),
        ["36-year-old: It was empty,"]
    );
}
