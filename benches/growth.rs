//! `cargo xtask bench growth`: that the time an analysis takes grows no faster than its text.
//!
//! Each family of texts is read at one, four and sixteen times a size that takes some milliseconds. Sixteen times the
//! text may take [`LIMIT`] times as long; work that grows with the square of the length takes 256 times as long.

use std::time::Duration;

use cpu_time::ThreadTime;

/// Over 16, because memory and noise cost something.
const LIMIT: f64 = 24.0;
/// The smallest text of a family is made at least so long that it takes this.
const LEAST: Duration = Duration::from_millis(5);
/// Of so many runs the fastest counts.
const RUNS: usize = 5;
/// A family that fails is measured again: another program may have been in the way.
const TRIES: usize = 3;

/// Families that are known to fail. One that passes must leave this list.
const KNOWN: &[&str] = &[];

/// A name, and the text of `n` pieces.
type Family = (&'static str, fn(usize) -> Text);

enum Text {
    Plain(String),
    Html(String),
}

const PARAGRAPHS: &str = "Port union rejects plan\n\nBy Ana Ruiz\n\nDockers in Arlen voted on Monday against longer shifts, \
                          their union said.\n\nThe vote was close, with fewer than twenty ballots between the two \
                          sides.\n\nTalks go on at the end of the week, when both sides meet at the customs house.\n\n";

const FAMILIES: &[Family] = &[
    ("articles", |n| {
        repeated(n.div_ceil(64), include_str!("../tests/articles/broadsheet.txt"))
    }),
    ("prose", |n| {
        repeated(
            n,
            "The vote was close, officials at the port said, and Ilse Moor of the union left before the count. She had \
             told reporters that it would end in March.\n\n",
        )
    }),
    ("quotations", |n| {
        repeated(n, "“We start Monday,” Ilse Moor said. ‘Never,’ he added.\n\n")
    }),
    ("marks", |n| repeated(n, "\" ' “ ” ‘ ’ « ")),
    ("nested marks", |n| repeated(n, "“She said ‘he said “go")),
    ("paragraphs that are never closed", |n| {
        repeated(n, "“We go on Monday.\n\n")
    }),
    ("brackets", |n| repeated(n, "(so [it ")),
    ("short lines after “Related”", |n| {
        Text::Plain(format!("{PARAGRAPHS}Related\n{}", "A harbour song\n".repeat(n)))
    }),
    ("short lines", |n| repeated(n, "Harbour song\n")),
    ("buttons", |n| repeated(n, "Share\nAdvertisement\n\n")),
    ("one line", |n| {
        repeated(n, "“We start Monday,” said Ilse Moor. She said the port would close. ")
    }),
    ("one sentence", |n| repeated(n, "Moor said Brandt believes that ")),
    ("bylines", |n| {
        repeated(n, "By Ana Ruiz and Tom Ade, Harbour correspondent\n")
    }),
    ("dates", |n| {
        repeated(
            n,
            "On 3 March 2021, Monday, and from May to June 12, 1984 at 3 p.m. GMT, ",
        )
    }),
    ("lines of dates", |n| {
        repeated(n, "Mon 3 Feb 2025 09.14 GMT\nUpdated 2 hours ago\n")
    }),
    ("names", names),
    ("one name again and again", |n| repeated(n, "Moor ")),
    ("bullets", |n| repeated(n, "• Shorter shifts for all crews\n")),
    ("enumerations", |n| {
        repeated(n, "Ana Ruiz, Tom Ade, the union, Arlen and ")
    }),
    ("capitals", |n| repeated(n, "ARLEN PORT UNION SAYS NO\n\n")),
    ("turns", |n| repeated(n, "MOOR: We go on Monday.\nBRANDT: Why?\n")),
    ("embedded posts", |n| {
        repeated(n, "— Ilse Moor (@imoor) February 3, 2025\npic.twitter.com/aBc12\n\n")
    }),
    ("decomposed accents", |n| {
        repeated(
            n,
            "Jose\u{301} Nu\u{301}n\u{303}ez said Zoe\u{308} had left Sa\u{303}o Tome\u{301}. ",
        )
    }),
    ("HTML, nested", |n| {
        Text::Html(format!(
            "{}So it goes.{}",
            "<div><p>Go on. ".repeat(n),
            "</div>".repeat(n)
        ))
    }),
    ("HTML, never closed", |n| {
        Text::Html("<ul><li><a href=x>Harbour <b>song".repeat(n))
    }),
    ("HTML, paragraphs", |n| {
        Text::Html("<p>The vote was <a href=x>close</a>, officials said.</p>\n<hr>".repeat(n))
    }),
];

fn repeated(times: usize, piece: &str) -> Text {
    Text::Plain(piece.repeat(times))
}

/// Another name in every sentence.
fn names(n: usize) -> Text {
    let syllables = ["ba", "do", "fi", "gu", "la", "mo", "ne", "pi", "ra", "so", "tu", "vo"];
    let sentence = |mut number: usize| {
        let mut name = String::from("K");
        for _ in 0..5 {
            name += syllables[number % syllables.len()];
            number /= syllables.len();
        }
        format!("Minister Ilse {name} left. “Yes,” he said.\n")
    };
    Text::Plain((0..n).map(sentence).collect())
}

fn main() {
    let mut failures = Vec::new();
    println!(
        "{:<34}{:>10}{:>10}{:>10}{:>10}{:>8}",
        "", "bytes", "1×", "4×", "16×", "ratio"
    );
    for (name, text) in FAMILIES {
        let mut pieces = 64;
        while best(&text(pieces), 2) < LEAST {
            pieces *= 2;
        }
        let known = KNOWN.contains(name);
        let mut ratio = f64::INFINITY;
        for _ in 0..if known { 1 } else { TRIES } {
            let times = [1, 4, 16].map(|factor| best(&text(pieces * factor), if factor == 16 { 3 } else { RUNS }));
            ratio = times[2].as_secs_f64() / times[0].as_secs_f64();
            let bytes = match text(pieces) {
                Text::Plain(text) | Text::Html(text) => text.len(),
            };
            let [one, four, sixteen] = times.map(|time| format!("{:.1} ms", time.as_secs_f64() * 1e3));
            println!("{name:<34}{bytes:>10}{one:>10}{four:>10}{sixteen:>10}{ratio:>8.1}");
            if ratio <= LIMIT {
                break;
            }
        }
        match (ratio <= LIMIT, known) {
            (false, false) => failures.push(format!("{name}: 16 times the text takes {ratio:.0} times as long")),
            (true, true) => failures.push(format!(
                "{name} grows as it should: take it from the list of known failures"
            )),
            (false, true) => println!("    (known)"),
            (true, false) => {}
        }
    }
    if !failures.is_empty() {
        println!("\n{}", failures.join("\n"));
        std::process::exit(1);
    }
}

/// The fastest of `runs` analyses, in time at work.
fn best(text: &Text, runs: usize) -> Duration {
    let run = |_| {
        let start = ThreadTime::now();
        match text {
            Text::Plain(text) => drop(std::hint::black_box(lede::analyze(text))),
            Text::Html(html) => {
                let (text, hints) = lede::text::html::read(html);
                drop(std::hint::black_box(lede::analyze_with_hints(&text, &hints)));
            }
        }
        start.elapsed()
    };
    (0..runs).map(run).min().unwrap_or_default()
}
