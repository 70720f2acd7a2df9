//! The article's facts and its quotations by speaker, in Markdown.

use crate::view::View;
use crate::view::voices::Voice;
use crate::view::wording;

/// Headline and what goes with it, then the quotations, each a block quote under its speaker. What the article says
/// is escaped: it never becomes Markdown of its own.
pub fn report(view: &View) -> String {
    let mut out = String::new();
    let headline = view
        .analysis
        .headline
        .map_or("Article without a headline", |h| view.text(h));
    out.push_str(&format!("# {}\n", line(headline)));
    if let Some(standfirst) = view.analysis.standfirst {
        out.push_str(&format!("\n*{}*\n", line(view.text(standfirst))));
    }
    let facts = facts(view);
    if !facts.is_empty() {
        out.push('\n');
        for (what, value) in facts {
            out.push_str(&format!("- {what}: {}\n", line(&value)));
        }
    }
    out.push_str(&format!("\n{}.\n", view.summary()));
    for voice in &view.voices.list {
        speaker(&mut out, view, voice);
    }
    out
}

fn facts(view: &View) -> Vec<(&'static str, String)> {
    let analysis = &view.analysis;
    let mut facts = Vec::new();
    let authors: Vec<&str> = analysis.bylines.iter().map(|b| b.name.as_str()).collect();
    if !authors.is_empty() {
        facts.push(("By", authors.join(", ")));
    }
    if let Some(published) = &analysis.published {
        facts.push((
            "Published",
            published.iso.clone().unwrap_or_else(|| published.text.clone()),
        ));
    }
    if let Some(dateline) = &analysis.dateline {
        facts.push(("Dateline", dateline.place.clone()));
    }
    facts
}

fn speaker(out: &mut String, view: &View, voice: &Voice) {
    out.push_str(&format!("\n## {}\n", line(&voice.label)));
    let mut about: Vec<String> = voice.roles.clone();
    about.extend(wording::speaker_status(voice.status).map(str::to_string));
    if !about.is_empty() {
        out.push_str(&format!("\n{}\n", line(&about.join("; "))));
    }
    for &id in &voice.quotations {
        let q = view.quotation(id);
        out.push('\n');
        let text = view.text(q.span);
        let (open, close) = if q.marks.is_some() { ("“", "”") } else { ("", "") };
        out.push_str(&format!("> {open}{}{close}\n", line(text)));
        out.push_str(&format!(
            "\n— {}, {}, {}\n",
            wording::quotation_kind(q.kind),
            view.place_of(q.block),
            wording::confidence(q.confidence)
        ));
    }
}

/// The text on one line, with everything that Markdown would read as a sign of its own escaped.
fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (i, word) in text.split_whitespace().enumerate() {
        if i > 0 {
            out.push(' ');
        }
        // At the start of a line digits with a stop make a list.
        if i == 0
            && let Some(digits) = word.strip_suffix(['.', ')'])
            && digits.bytes().all(|b| b.is_ascii_digit())
        {
            out.push_str(digits);
            out.push('\\');
            out.push_str(&word[digits.len()..]);
            continue;
        }
        for c in word.chars() {
            if matches!(
                c,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&'
            ) || i == 0 && matches!(c, '-' | '+' | '=')
            {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{QuotationKind, Speaker};

    #[test]
    fn signs_are_escaped() {
        assert_eq!(line("# not *a* heading"), "\\# not \\*a\\* heading");
        assert_eq!(line("- no list\nno break"), "\\- no list no break");
        assert_eq!(line("3. May"), "3\\. May");
        assert_eq!(line("<b>[x](y)</b>"), "\\<b\\>\\[x\\](y)\\</b\\>");
        assert_eq!(line("a - b"), "a - b");
    }

    #[test]
    fn quotations_stand_under_their_speakers() {
        let source = "Harbour shut\n\n“No *ship* will leave the harbour,” Ilse Moor said.";
        let mut analysis = crate::analyze(source);
        analysis.quotations[0].kind = QuotationKind::Direct;
        analysis.quotations[0].speaker = Speaker::unknown();
        let report = report(&View::new(source.to_string(), analysis));
        assert!(report.starts_with("# Harbour shut\n"), "{report}");
        assert!(report.contains("## Not attributed\n"), "{report}");
        assert!(
            report.contains("> “No \\*ship\\* will leave the harbour,”\n"),
            "{report}"
        );
    }
}
