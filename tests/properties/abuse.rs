//! Texts that nobody pastes on purpose, and texts that are not news. They only have to be answered, and in finite time:
//! a stage whose work grew with the square of the length would not come back from these.

use std::sync::mpsc;
use std::time::Duration;

use crate::invariants;

const MEGABYTE: usize = 1 << 20;
/// Enough to see that the work does not grow with the square of the length.
const LARGE: usize = 1 << 16;

fn filled(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

/// Analyses the text; fails where no answer comes in two minutes (one takes a second or two), so that a test run ends.
fn finishes(text: String) {
    let (done, result) = mpsc::channel();
    let start: String = text.chars().take(20).collect();
    let length = text.len();
    let work = std::thread::spawn(move || {
        invariants::of_large(&text);
        done.send(()).ok();
    });
    if let Err(mpsc::RecvTimeoutError::Timeout) = result.recv_timeout(Duration::from_secs(120)) {
        panic!("no answer: {length} bytes of {start:?} …");
    }
    if let Err(panic) = work.join() {
        std::panic::resume_unwind(panic);
    }
}

#[test]
fn nothing_and_next_to_nothing() {
    for text in [
        "", " ", "\n", "\n\n\n", "\0", "\u{feff}", "\r", ".", "“", "”", "\"", "'", "’", "a", "\u{200b}", "😀",
    ] {
        invariants::hold(text);
    }
}

#[test]
fn a_megabyte_of_one_sign() {
    for sign in ["\"", "("] {
        finishes(filled(sign, MEGABYTE));
    }
}

#[test]
fn a_great_deal_of_one_sign() {
    for piece in [
        "”", "‘", "’ ", " \"", "“a” ", "‘“", "“ ‘", "—", ".", "[", "a", "A", "\0", "é", "\u{202e}", "😀",
    ] {
        finishes(filled(piece, LARGE));
    }
}

#[test]
fn a_megabyte_in_one_line() {
    finishes(filled(
        "“We start Monday,” said Ilse Moor. She said the port would close. ",
        MEGABYTE,
    ));
}

#[test]
fn a_sentence_without_end() {
    for piece in [
        "Moor said Brandt said ",
        "said ",
        "according to ",
        "Ilse Moor and ",
        "word",
        "he ",
        "the ",
        "Moor, ",
        "that ",
        "of the Arlen ",
        "uses they ",
        "when Moor left, saying ",
    ] {
        finishes(filled(piece, LARGE));
    }
}

#[test]
fn many_short_lines() {
    for line in [
        "a\n",
        "Moor\n",
        "“\n",
        "• a\n",
        "By Ana Ruiz\n",
        "LONDON\n",
        "Share\n",
        "“We go.\n\n",
        "\n",
        "\r\n",
        "x\n\n",
        "“No.”\n\n",
        "MOOR: Go.\n",
        "Moor said: “Go.”\n",
    ] {
        finishes(line.repeat(20_000));
    }
    finishes("Moor said: “Go.”\n".repeat(100_000));
}

#[test]
fn many_different_names() {
    finishes(
        (0..5_000)
            .map(|n| format!("“Yes,” said {} Vale. ", spelled(n)))
            .collect(),
    );
    finishes(
        (0..5_000)
            .map(|n| format!("Minister {} left. He said {0} had called.\n", spelled(n)))
            .collect(),
    );
}

/// A capitalised made-up word, another one for each number.
fn spelled(mut number: usize) -> String {
    let mut word = String::from("K");
    for _ in 0..4 {
        word.push_str(["ba", "do", "fi", "gu", "la", "mo", "ne", "pi", "ra", "so", "tu", "vo"][number % 12]);
        number /= 12;
    }
    word
}

#[test]
fn other_languages_and_other_texts() {
    for text in OTHER_TEXTS {
        invariants::hold(text);
    }
}

const OTHER_TEXTS: &[&str] = &[
    // Languages.
    "Le port fermera\n\nARLEN — «Nous partons lundi», a déclaré Ilse Moor à l’issue d’une longue nuit.",
    "Der Hafen schließt\n\n„Wir gehen am Montag“, sagte Ilse Moor. ‚Nie wieder‘, rief Brandt.",
    "Порт закроют\n\n— Мы уходим в понедельник, — сказала Ильзе Моор.",
    "港が閉まる\n\n「月曜日に始めます」とムーア氏は述べた。『さようなら』",
    "الميناء يغلق\n\nقالت إيلسه مور: «سنبدأ يوم الاثنين».",
    "הנמל נסגר\n\n\"נתחיל ביום שני\", אמרה אילזה מור.",
    // A poem.
    "The tide\n\nThe tide goes out,\n  the tide comes in,\nand no one asks\n  where it has been.",
    // Code.
    "fn main() {\n    let s = \"it's\";\n    println!(\"{}\", '\"');\n}\n// \"unclosed",
    // A recipe.
    "Fish soup\n\nServes 4\n\n2 onions\n1 lb cod\n½ tsp salt\n\n1. Fry the onions.\n2. Add 1'000 ml of water.\n3. Serve.",
    // Fiction.
    "Chapter One\n\n“Who’s there?” she said.\n\n“Me,” said the sailor. “Open up.”\n\n“No,” she said, “never.”",
    // A table, a mail, a chat.
    "a,b,c\n1,\"2\",3\n4,\"5\"\"6\",7",
    "From: Ana <ana@example.org>\nSubject: “hi”\n\n> he said \"no\"\n>> she said 'yes'\n\n--\nAna",
    "[10:02] ana: ok\n[10:03] tom: \"ok\"\n[10:03] ana: 😀😀",
];
