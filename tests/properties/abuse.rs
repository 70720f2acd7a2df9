//! Texts that nobody pastes on purpose, and texts that are not news. They only have to be answered, and in finite time:
//! a stage whose work grew with the square of the length would not come back from these.

use crate::invariants;

const MEGABYTE: usize = 1 << 20;

fn filled(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
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
    for piece in [
        "\"", "(", "'", "“", "”", "‘", "’ ", " \"", "“a” ", "‘“", "—", ".", "a", "A", "\0", "é", "\u{202e}",
    ] {
        invariants::of_large(&filled(piece, MEGABYTE));
    }
}

#[test]
fn a_megabyte_in_one_line() {
    invariants::of_large(&filled(
        "“We start Monday,” said Ilse Moor. She said the port would close. ",
        MEGABYTE,
    ));
    invariants::of_large(&filled("Moor said Brandt said ", MEGABYTE));
    invariants::of_large(&filled("said ", MEGABYTE));
    invariants::of_large(&filled("Ilse Moor and ", MEGABYTE));
    invariants::of_large(&filled("word", MEGABYTE));
    invariants::of_large(&filled("he ", MEGABYTE));
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
    ] {
        invariants::of_large(&line.repeat(100_000));
    }
}

#[test]
fn many_different_names() {
    let names: String = (0..20_000)
        .map(|n| format!("“Yes,” said {} Vale. ", spelled(n)))
        .collect();
    invariants::of_large(&names);
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
