//! The files of cases: reading them, asking the engine, and writing today's wrong answers back.

use std::path::PathBuf;

use lede::analysis::Span;

use crate::notation::{Answer, EXPECT, TODAY, check};

pub struct File {
    path: PathBuf,
    pub name: String,
    lines: Vec<String>,
}

/// One case: a text, perhaps in the middle of a given article, and what a reader expects of it.
pub struct Case {
    /// "A21".
    pub row: String,
    /// The line of its heading, counted from 1.
    pub line: usize,
    title: String,
    text: String,
    part: Span,
    expected: Vec<String>,
    recorded: Vec<String>,
    /// The lines of the file from the first expectation to the last line of the case.
    answers: std::ops::Range<usize>,
}

pub enum Outcome {
    Right,
    KnownWrong,
    Wrong,
    NowRight,
    OtherwiseWrong,
}

/// All files of cases, by name.
pub fn files() -> Vec<File> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/phenomena");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("the folder of the tables")
        .map(|entry| entry.expect("a file of the folder").path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "txt"))
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| File {
            name: path
                .strip_prefix(env!("CARGO_MANIFEST_DIR"))
                .unwrap_or(&path)
                .display()
                .to_string(),
            lines: std::fs::read_to_string(&path)
                .expect("a readable table")
                .lines()
                .map(String::from)
                .collect(),
            path,
        })
        .collect()
}

impl File {
    /// Reads the cases. What stands before the first of them is the head of the file, for people.
    pub fn cases(&mut self) -> Vec<Case> {
        let mut cases = Vec::new();
        let mut given = [String::new(), String::new()];
        let mut at = 0;
        while at < self.lines.len() {
            if self.lines[at] == "@ given" {
                let end = at
                    + self.lines[at..]
                        .iter()
                        .position(|line| line == "@ end")
                        .expect("`@ end`");
                given = self.given(at + 1..end);
                at = end + 1;
            } else if row_of(&self.lines[at]).is_some() {
                let next = |line: &String| row_of(line).is_some() || line.starts_with("@ ");
                let end = self.lines[at + 1..]
                    .iter()
                    .position(next)
                    .map_or(self.lines.len(), |n| at + 1 + n);
                cases.push(self.case(at..end, &given));
                at = end;
            } else {
                at += 1;
            }
        }
        cases
    }

    /// The given article, before and after the "…" that stands for the case.
    fn given(&self, lines: std::ops::Range<usize>) -> [String; 2] {
        let article = self.lines[lines].join("\n");
        match article.split_once("\n…") {
            Some((before, after)) => [format!("{before}\n"), after.to_string()],
            None => [article, String::new()],
        }
    }

    fn case(&self, lines: std::ops::Range<usize>, given: &[String; 2]) -> Case {
        let heading = &self.lines[lines.start];
        let row = row_of(heading).expect("a heading");
        let is_answer = |line: &&String| line.starts_with(EXPECT) || line.starts_with(TODAY);
        let from = lines.start
            + 1
            + self.lines[lines.start + 1..lines.end]
                .iter()
                .take_while(|l| !is_answer(l))
                .count();
        let to = from
            + self.lines[from..lines.end]
                .iter()
                .rposition(|l| is_answer(&l))
                .map_or(0, |last| last + 1);
        assert!(from < to, "{}:{}: a case expects something", self.name, lines.start + 1);
        let own: Vec<&str> = self.lines[lines.start + 1..from]
            .iter()
            .map(String::as_str)
            .filter(|l| !l.starts_with("//"))
            .collect();
        let own = unescape(own.join("\n").trim_matches('\n'));
        let text = format!("{}{own}{}", given[0], given[1]);
        let of = |start: &str| -> Vec<String> {
            self.lines[from..to]
                .iter()
                .filter_map(|line| line.strip_prefix(start))
                .map(String::from)
                .collect()
        };
        Case {
            row: row.to_string(),
            line: lines.start + 1,
            title: heading[3..].to_string(),
            part: Span::new(given[0].len(), given[0].len() + own.len()),
            text,
            expected: of(EXPECT),
            recorded: of(TODAY),
            answers: from..to,
        }
    }

    /// Writes today's wrong answers under the expectations of these cases. All else is left as it is.
    pub fn rewrite(&self, today: &[(Case, Vec<String>)]) {
        let mut lines: Vec<String> = Vec::new();
        let mut at = 0;
        for (case, wrong) in today {
            lines.extend_from_slice(&self.lines[at..case.answers.start]);
            let expected = self.lines[case.answers.clone()].iter();
            lines.extend(expected.filter(|line| !line.starts_with(TODAY)).cloned());
            lines.extend(wrong.iter().map(|answer| format!("{TODAY}{answer}")));
            at = case.answers.end;
        }
        lines.extend_from_slice(&self.lines[at..]);
        if lines != self.lines {
            std::fs::write(&self.path, lines.join("\n") + "\n").expect("a writable table");
        }
    }
}

impl Case {
    /// What the engine answers otherwise than expected.
    pub fn wrong(&self) -> Vec<String> {
        let analysis = lede::analyze(&self.text);
        let answer = Answer {
            text: &self.text,
            analysis: &analysis,
            part: self.part,
        };
        let expected: Vec<&str> = self.expected.iter().map(String::as_str).collect();
        check(&answer, &expected)
    }

    /// Whether a line `FIXME today:` stands below it.
    pub fn is_recorded_wrong(&self) -> bool {
        !self.recorded.is_empty()
    }

    pub fn outcome(&self, wrong: &[String]) -> Outcome {
        match (wrong.is_empty(), self.is_recorded_wrong()) {
            (true, false) => Outcome::Right,
            (true, true) => Outcome::NowRight,
            (false, false) => Outcome::Wrong,
            (false, true) if self.recorded == wrong => Outcome::KnownWrong,
            (false, true) => Outcome::OtherwiseWrong,
        }
    }

    /// Prints the case as the engine sees it.
    pub fn show(&self, wrong: &[String]) {
        println!("## {}\n{}\n", self.title, self.part.of(&self.text));
        for line in &self.expected {
            println!("{EXPECT}{line}");
        }
        for line in wrong {
            println!("today: {line}");
        }
        let analysis = lede::analyze(&self.text);
        for quotation in analysis.quotations.iter().filter(|q| self.part.contains(q.span)) {
            println!("{} {quotation:?}", quotation.span.of(&self.text));
        }
        println!();
    }
}

/// "A2" of the heading "## A2 postposed, inverted".
fn row_of(line: &str) -> Option<&str> {
    let row = line.strip_prefix("## ")?.split(' ').next()?;
    let mut letters = row.chars();
    let right = letters.next()?.is_ascii_uppercase() && letters.next()?.is_ascii_digit();
    right.then_some(row)
}

/// `{U+00A0}` is that character; a "\" at the start of a line only keeps it from being read as notation.
fn unescape(text: &str) -> String {
    let lines: Vec<&str> = text
        .split('\n')
        .map(|line| line.strip_prefix('\\').unwrap_or(line))
        .collect();
    let mut plain = String::new();
    for (i, piece) in lines.join("\n").split("{U+").enumerate() {
        match piece
            .split_once('}')
            .and_then(|(hex, rest)| Some((u32::from_str_radix(hex, 16).ok()?, rest)))
        {
            Some((code, rest)) if i > 0 => {
                plain.extend(char::from_u32(code));
                plain += rest;
            }
            _ => plain += piece,
        }
    }
    plain
}
