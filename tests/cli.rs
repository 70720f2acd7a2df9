//! The command line as its users see it: arguments, streams, exit status.
#![cfg(not(target_arch = "wasm32"))]

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use serde_json::Value;

fn lede(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lede"));
    command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = lede(arguments).spawn().expect("lede starts");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    let input = input.to_vec();
    let feed = thread::spawn(move || {
        // The child may stop reading early.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("lede ends");
    feed.join().expect("the input is fed");
    output
}

fn lines(output: &Output) -> Vec<Value> {
    String::from_utf8(output.stdout.clone())
        .expect("the output is UTF-8")
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is one JSON value"))
        .collect()
}

fn document(output: &Output) -> Value {
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("the output is one JSON document")
}

fn notes(document: &Value) -> Vec<&str> {
    let notes = document["notes"].as_array().expect("notes are a list");
    notes.iter().filter_map(|n| n["code"].as_str()).collect()
}

/// Articles of very different lengths, so that threads do not finish in the order in which they began.
fn articles(count: usize) -> String {
    (0..count)
        .map(|i| {
            let paragraph = format!("“We start at gate {i},” Ilse Moor said. The crews of Arlen waited.\\n\\n");
            let text = paragraph.repeat(1 + (i * 7919) % 40);
            format!("{{\"id\": \"a{i}\", \"text\": \"{text}\"}}\n")
        })
        .collect()
}

#[test]
fn one_article_from_standard_input() {
    let output = run(&[], "“We start Monday,” Ilse Moor said.".as_bytes());
    let document = document(&output);
    assert_eq!(document["format"], 1);
    assert_eq!(document["id"], Value::Null);
    assert_eq!(document["text"], Value::Null);
    assert_eq!(document["offsets"], "codepoint");
    assert_eq!(document["quotations"][0]["text"], "We start Monday,");
    assert_eq!(document["quotations"][0]["start"], 1);
}

#[test]
fn nothing_at_all_is_a_document() {
    assert_eq!(document(&run(&[], b""))["blocks"], serde_json::json!([]));
}

#[test]
fn positions_in_each_unit() {
    let text = "Ships \u{1F6A2} wait. “Go now,” Ilse Moor said.";
    for (unit, start) in [("codepoint", 15), ("utf16", 16), ("utf8", 20)] {
        let document = document(&run(&["--offsets", unit], text.as_bytes()));
        assert_eq!(document["offsets"], unit);
        assert_eq!(document["quotations"][0]["start"], start, "in {unit}");
    }
}

#[test]
fn one_article_from_a_file() {
    let path = std::env::temp_dir().join(format!("lede-cli-{}.txt", std::process::id()));
    std::fs::write(&path, "“We start Monday,” Ilse Moor said.").expect("the file is written");
    let output = run(&[path.to_str().expect("the path is UTF-8")], b"");
    std::fs::remove_file(&path).expect("the file is removed");
    assert_eq!(document(&output)["quotations"][0]["text"], "We start Monday,");
}

#[test]
fn what_cannot_be_read_is_a_message_and_status_2() {
    for path in ["no/such/file.txt", env!("CARGO_TARGET_TMPDIR")] {
        let output = run(&[path], b"");
        assert_eq!(output.status.code(), Some(2), "{path}");
        let message = String::from_utf8_lossy(&output.stderr);
        assert!(message.starts_with("lede: ") && message.contains(path), "{message}");
        assert_eq!(output.stdout, b"");
    }
}

#[test]
fn wrong_arguments_are_a_message_and_status_2() {
    for arguments in [
        &["--nonsense"][..],
        &["--offsets", "words"],
        &["--jobs", "0"],
        &["--jobs", "many"],
        &["a", "b"],
    ] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stderr.starts_with(b"lede: "), "{arguments:?}");
    }
}

#[test]
fn help_names_every_option() {
    let output = run(&["--help"], b"");
    assert_eq!(output.status.code(), Some(0));
    let help = String::from_utf8_lossy(&output.stdout);
    for option in ["--jsonl", "--offsets", "--jobs"] {
        assert!(help.contains(option), "{option}");
    }
}

#[test]
fn other_bytes_are_windows_1252() {
    // “café” with the marks and the é of Windows-1252.
    let text = b"\x93We start at the caf\xe9,\x94 Ilse Moor said.";
    let document = document(&run(&[], text));
    assert_eq!(document["quotations"][0]["text"], "We start at the café,");
    assert_eq!(notes(&document)[0], "encoding-guessed");
    let mut line = b"{\"id\": \"a\", \"text\": \"".to_vec();
    line.extend(text);
    line.extend(b"\"}\n");
    let document = &lines(&run(&["--jsonl"], &line))[0];
    assert_eq!(document["quotations"][0]["text"], "We start at the café,");
    assert_eq!(notes(document)[0], "encoding-guessed");
}

#[test]
fn mac_roman_is_known_by_where_its_marks_stand() {
    let document = document(&run(&[], b"\xd2We start at the caf\x8e,\xd3 Ilse Moor said."));
    assert_eq!(document["quotations"][0]["text"], "We start at the café,");
    assert_eq!(notes(&document)[0], "encoding-guessed");
}

#[test]
fn a_line_may_hold_html_but_not_text_as_well() {
    let input =
        "{\"id\": \"a\", \"html\": \"<p>“Go,” Ilse Moor said.\"}\n{\"id\": \"b\", \"html\": \"\", \"text\": \"\"}\n";
    let output = run(&["--jsonl"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let lines = lines(&output);
    assert_eq!(lines[0]["text"], "“Go,” Ilse Moor said.");
    assert_eq!(lines[0]["quotations"][0]["text"], "Go,");
    assert!(lines[1]["error"].as_str().is_some_and(|e| e.contains("not both")));
}

#[test]
fn utf_16_with_its_mark_is_read_as_such() {
    let bytes: Vec<u8> = "\u{FEFF}“Go,” Ilse Moor said."
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let document = document(&run(&[], &bytes));
    assert_eq!(document["quotations"][0]["text"], "Go,");
    assert!(!notes(&document).contains(&"encoding-guessed"));
}

#[test]
fn lines_keep_their_order_and_bytes_whatever_the_number_of_threads() {
    let input = articles(60);
    let one = run(&["--jsonl"], input.as_bytes());
    let ids: Vec<String> = lines(&one)
        .iter()
        .map(|d| d["id"].as_str().unwrap().to_string())
        .collect();
    assert_eq!(ids, (0..60).map(|i| format!("a{i}")).collect::<Vec<_>>());
    for jobs in ["2", "3", "16"] {
        let many = run(&["--jsonl", "--jobs", jobs], input.as_bytes());
        assert_eq!(many.status.code(), Some(0));
        assert!(many.stdout == one.stdout, "--jobs {jobs} prints other bytes");
    }
}

#[test]
fn a_bad_line_is_answered_in_its_place_and_the_run_goes_on() {
    let bad = [
        "not json",
        "",
        "[1]",
        "{\"id\": 3, \"text\": \"x\"}",
        "{\"id\": \"a\"}",
        "{\"id\": \"a\", \"text\": null}",
    ];
    let good = "{\"id\": \"good\", \"text\": \"“Go,” Ilse Moor said.\", \"more\": 1}";
    let input: String = bad.iter().map(|line| format!("{line}\n{good}\n")).collect();
    for jobs in ["1", "4"] {
        let output = run(&["--jsonl", "--jobs", jobs], input.as_bytes());
        assert_eq!(output.status.code(), Some(1));
        let lines = lines(&output);
        assert_eq!(lines.len(), 2 * bad.len());
        for (i, pair) in lines.chunks(2).enumerate() {
            assert_eq!(pair[0]["id"], Value::Null);
            let error = pair[0]["error"].as_str().expect("an error is a string");
            assert!(error.starts_with(&format!("line {}: ", 2 * i + 1)), "{error}");
            assert_eq!(pair[1]["id"], "good");
            assert_eq!(pair[1]["quotations"][0]["text"], "Go,");
        }
    }
}

#[test]
fn no_line_end_at_the_end_is_fine() {
    let output = run(
        &["--jsonl"],
        b"{\"id\": \"a\", \"text\": \"x\"}\r\n{\"id\": \"b\", \"text\": \"x\"}",
    );
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(lines(&output).len(), 2);
}

#[test]
fn an_answer_comes_before_the_next_line_is_sent() {
    let mut child: Child = lede(&["--jsonl", "--jobs", "2"]).spawn().expect("lede starts");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    let mut stdout = BufReader::new(child.stdout.take().expect("standard output is a pipe"));
    for id in ["a", "b", "c"] {
        writeln!(stdin, "{{\"id\": \"{id}\", \"text\": \"x\"}}").expect("a line is sent");
        let mut line = String::new();
        stdout.read_line(&mut line).expect("an answer comes");
        assert!(line.contains(&format!("\"id\":\"{id}\"")), "{line}");
    }
    drop(stdin);
    assert_eq!(child.wait().expect("lede ends").code(), Some(0));
}

#[test]
fn a_reader_who_leaves_early_is_no_error() {
    let mut child = lede(&["--jsonl", "--jobs", "2"]).spawn().expect("lede starts");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    let mut stdout = BufReader::new(child.stdout.take().expect("standard output is a pipe"));
    let input = articles(400);
    // Fed for as long as lede takes it; standard input stays open until then.
    let feed = thread::spawn(move || {
        let _ = stdin.write_all(input.as_bytes());
    });
    let mut first = String::new();
    stdout.read_line(&mut first).expect("an answer comes");
    drop(stdout);
    let status = child.wait().expect("lede ends");
    feed.join().expect("the input is fed");
    let mut message = String::new();
    child
        .stderr
        .take()
        .expect("standard error is a pipe")
        .read_to_string(&mut message)
        .expect("it is text");
    assert_eq!((status.code(), message.as_str()), (Some(0), ""));
    assert!(first.contains("\"id\":\"a0\""));
}
