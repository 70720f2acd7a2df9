//! An analysis as a text that a person can read: one line a block, a quotation, an entity.

use lede::analysis::{Analysis, Span, SpeakerStatus};

use crate::notation::{flat, word};

/// Everything of the analysis that an editor would want to see.
pub fn dump(text: &str, analysis: &Analysis) -> String {
    let words = |span: Span| flat(span.of(text));
    let mut lines = Vec::new();
    let mut line = |text: String| lines.push(text);
    line(
        "# What the engine says of this article: not an expectation. `UPDATE=1 cargo test --test articles` writes it."
            .into(),
    );
    line("\nBLOCKS".into());
    for block in &analysis.blocks {
        let section = block.section.map_or(String::new(), |section| format!(" [{section}]"));
        line(format!(
            "{:<11}{section} {}",
            word(block.kind),
            short(&words(block.span), 60)
        ));
    }
    line("\nFIELDS".into());
    for (name, field) in [
        ("kicker", analysis.kicker),
        ("headline", analysis.headline),
        ("standfirst", analysis.standfirst),
    ] {
        field.iter().for_each(|&span| line(format!("{name}: {}", words(span))));
    }
    for byline in &analysis.bylines {
        line(format!(
            "byline: {} | {}",
            byline.name,
            byline.role.as_deref().unwrap_or("-")
        ));
    }
    if let Some(dateline) = &analysis.dateline {
        let field = |field: &Option<String>| field.clone().unwrap_or("-".into());
        line(format!(
            "dateline: {} | {} | {}",
            flat(&dateline.place),
            field(&dateline.agency),
            field(&dateline.date)
        ));
    }
    if let Some(published) = &analysis.published {
        line(format!(
            "published: {} | {}",
            flat(&published.text),
            published.iso.as_deref().unwrap_or("-")
        ));
    }
    line("\nQUOTATIONS: group kind | speaker | cue | words | confidence".into());
    for quotation in &analysis.quotations {
        let speaker = match quotation.speaker.status {
            SpeakerStatus::Unknown => "-".to_string(),
            status => format!(
                "{} ({})",
                quotation.speaker.name.as_deref().unwrap_or("-"),
                word(status)
            ),
        };
        let cue = quotation.cue.as_ref().map_or("-".into(), |cue| words(cue.span));
        let inside = quotation
            .inside
            .map_or(String::new(), |outer| format!(" | inside {outer}"));
        let same = quotation
            .same_as
            .map_or(String::new(), |other| format!(" | same as {other}"));
        line(format!(
            "{} {} | {speaker} | {cue} | {} | {}{inside}{same}",
            quotation.group,
            word(quotation.kind),
            short(&words(quotation.span), 70),
            word(quotation.confidence),
        ));
    }
    line("\nENTITIES: kind | name | roles | mentions".into());
    for entity in &analysis.entities {
        let mentions: Vec<String> = entity
            .mentions
            .iter()
            .map(|&id| words(analysis.mentions[id as usize].span))
            .collect();
        line(format!(
            "{} | {} | {} | {}",
            word(entity.kind),
            entity.name,
            entity.roles.join("; "),
            mentions.join("; ")
        ));
    }
    line("\nDATES".into());
    for date in &analysis.dates {
        line(format!("{} | {}", words(date.span), date.iso.as_deref().unwrap_or("-")));
    }
    line("\nNOTES".into());
    for note in &analysis.notes {
        line(format!("{} | {}", word(note.code), short(&words(note.span), 40)));
    }
    lines.join("\n") + "\n"
}

/// The start and the end of a long text.
fn short(text: &str, length: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= length {
        return text.to_string();
    }
    let start: String = chars[..length - length / 3].iter().collect();
    let end: String = chars[chars.len() - length / 3..].iter().collect();
    format!("{} … {}", start.trim_end(), end.trim_start())
}
