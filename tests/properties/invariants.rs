//! What every analysis keeps to, whatever the text.

use lede::analysis::*;
use lede::export::json::{Options, document};
use lede::export::offsets::Unit;
use serde_json::Value;

/// Analyses the text and panics where the analysis breaks a promise.
pub fn hold(text: &str) {
    let analysis = lede::analyze(text);
    of(text, &analysis);
    assert_eq!(analysis, lede::analyze(text), "the same text has the same answer");
}

/// The promises of an analysis of `text`.
pub fn of(text: &str, analysis: &Analysis) {
    spans(text, analysis);
    blocks(text, analysis);
    sections(analysis);
    sentences(analysis);
    entities(analysis);
    quotations(text, analysis);
    positions(text, analysis);
}

/// The same without asking twice, and without the export: for texts of a megabyte.
pub fn of_large(text: &str) {
    let analysis = lede::analyze(text);
    spans(text, &analysis);
    blocks(text, &analysis);
    sections(&analysis);
    sentences(&analysis);
    entities(&analysis);
    quotations(text, &analysis);
}

fn good(text: &str, span: Span) {
    let Span { start, end } = span;
    assert!(
        start <= end && end as usize <= text.len(),
        "{start}..{end} is out of bounds"
    );
    assert!(
        text.is_char_boundary(start as usize) && text.is_char_boundary(end as usize),
        "{start}..{end}"
    );
}

fn spans(text: &str, analysis: &Analysis) {
    let fields = [analysis.headline, analysis.standfirst, analysis.kicker]
        .into_iter()
        .flatten();
    let all = fields
        .chain(analysis.bylines.iter().map(|byline| byline.span))
        .chain(analysis.dateline.iter().map(|dateline| dateline.span))
        .chain(analysis.published.iter().map(|published| published.span))
        .chain(analysis.blocks.iter().map(|block| block.span))
        .chain(analysis.sentences.iter().map(|sentence| sentence.span))
        .chain(analysis.mentions.iter().map(|mention| mention.span))
        .chain(analysis.dates.iter().map(|date| date.span));
    for span in all {
        good(text, span);
        assert!(!span.is_empty(), "{span:?} is empty");
    }
    analysis.notes.iter().for_each(|note| good(text, note.span));
    for quotation in &analysis.quotations {
        let speaker = &quotation.speaker;
        let others = [speaker.mention, speaker.reason, quotation.recipient, quotation.venue];
        let cue = quotation.cue.as_ref().map(|cue| cue.span);
        let close = quotation.marks.and_then(|marks| marks.close);
        let all = others.into_iter().chain([cue, close, Some(quotation.span)]).flatten();
        for span in all.chain(quotation.evidence.iter().copied()) {
            good(text, span);
            assert!(!span.is_empty(), "{span:?} of a quotation is empty");
        }
        // The opening mark of a quotation that was never opened is the empty place where it should be.
        quotation.marks.iter().for_each(|marks| good(text, marks.open));
    }
}

/// Every non-blank line is in exactly one block, and blocks are in order.
fn blocks(text: &str, analysis: &Analysis) {
    for pair in analysis.blocks.windows(2) {
        assert!(
            pair[0].span.end <= pair[1].span.start,
            "blocks overlap or are out of order"
        );
    }
    if analysis.notes.iter().any(|note| note.code == NoteCode::TooLong) {
        return;
    }
    let mut at = 0;
    let mut blocks = analysis.blocks.iter().peekable();
    for line in text.split_inclusive(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
        let first = line.find(char::is_alphanumeric).map(|first| at + first);
        let last = line.rfind(char::is_alphanumeric).map(|last| at + last);
        at += line.len();
        let (Some(first), Some(last)) = (first, last) else {
            continue;
        };
        while blocks.next_if(|block| block.span.end as usize <= first).is_some() {}
        let block = blocks
            .peek()
            .unwrap_or_else(|| panic!("no block holds the line {line:?}"));
        assert!(
            block.span.range().contains(&first) && block.span.range().contains(&last),
            "the line {line:?} is not in one block"
        );
    }
}

fn sections(analysis: &Analysis) {
    for block in &analysis.blocks {
        assert!(
            block
                .section
                .is_none_or(|section| (section as usize) < analysis.sections.len())
        );
    }
    for (id, section) in analysis.sections.iter().enumerate() {
        if let Some(crosshead) = section.crosshead {
            assert_eq!(analysis.blocks[crosshead as usize].kind, BlockKind::Crosshead);
        }
        // What stands before the first crosshead is in a section, but no crosshead has opened it.
        let expected = section.crosshead.map(|_| id as u32);
        for &block in &section.blocks {
            let section = analysis.blocks[block as usize].section;
            assert!(
                section == Some(id as u32) || section == expected,
                "block and section disagree"
            );
        }
    }
}

fn sentences(analysis: &Analysis) {
    for sentence in &analysis.sentences {
        let block = analysis.blocks[sentence.block as usize].span;
        assert!(
            block.contains(sentence.span),
            "a sentence crosses the edge of its block"
        );
    }
    for pair in analysis.sentences.windows(2) {
        assert!(
            pair[0].span.end <= pair[1].span.start,
            "sentences overlap or are out of order"
        );
    }
}

fn entities(analysis: &Analysis) {
    for (id, entity) in analysis.entities.iter().enumerate() {
        assert!(!entity.name.trim().is_empty(), "an entity without a name");
        assert!((0.0..=1.0).contains(&entity.salience), "salience {}", entity.salience);
        assert!(entity.mentions.is_sorted(), "mentions out of order");
        assert!(!entity.mentions.is_empty(), "{} is nowhere mentioned", entity.name);
        for &mention in &entity.mentions {
            assert_eq!(
                analysis.mentions[mention as usize].entity as usize, id,
                "mention and entity disagree"
            );
        }
    }
    let mut open: Vec<Span> = Vec::new();
    for (id, mention) in analysis.mentions.iter().enumerate() {
        let entity = &analysis.entities[mention.entity as usize];
        assert!(
            entity.mentions.binary_search(&(id as u32)).is_ok(),
            "an entity does not know its mention"
        );
        while open.pop_if(|outer| outer.end <= mention.span.start).is_some() {}
        if let Some(outer) = open.last() {
            assert!(
                outer.contains(mention.span),
                "mentions cross: {outer:?} and {:?}",
                mention.span
            );
        }
        open.push(mention.span);
    }
}

fn quotations(text: &str, analysis: &Analysis) {
    let entity = |id: &EntityId| assert!((*id as usize) < analysis.entities.len(), "no entity {id}");
    for (id, quotation) in analysis.quotations.iter().enumerate() {
        let words = quotation.span.of(text);
        assert!(!words.trim().is_empty(), "a quotation of nothing");
        let block = analysis.blocks[quotation.block as usize].span;
        assert!(
            block.range().contains(&(quotation.span.start as usize)),
            "{words:?} starts outside its block"
        );
        match quotation.kind {
            QuotationKind::Direct => {}
            QuotationKind::Partial | QuotationKind::Scare | QuotationKind::Title => {
                assert!(quotation.marks.is_some(), "{words:?} has no marks");
            }
            QuotationKind::Indirect | QuotationKind::Thought => {
                assert!(quotation.marks.is_none(), "{words:?} has marks of its own");
            }
        }
        if let Some(marks) = quotation.marks {
            assert!(
                marks.open.end <= quotation.span.start,
                "{words:?} starts before its mark ends"
            );
            assert!(marks.close.is_none_or(|close| quotation.span.end <= close.start));
        }
        if let Some(outer) = quotation.inside {
            assert!(outer as usize != id && analysis.quotations[outer as usize].span.contains(quotation.span));
        }
        if let Some(other) = quotation.same_as {
            assert!(other as usize != id && (other as usize) < analysis.quotations.len());
        }
        if let Some(cue) = &quotation.cue {
            let marked = quotation.marks.is_some();
            assert!(
                !(marked && quotation.span.overlaps(cue.span)),
                "the cue of {words:?} lies in it"
            );
        }
        let speaker = &quotation.speaker;
        let who = format!("{words:?}: {speaker:?}");
        let mentioned = !matches!(
            speaker.status,
            SpeakerStatus::Author | SpeakerStatus::Outlet | SpeakerStatus::Unknown
        );
        assert!(speaker.mention.is_some() || !mentioned, "{who}");
        assert!(
            speaker.name.as_ref().is_some_and(|name| !name.trim().is_empty()) || !mentioned,
            "{who}"
        );
        match speaker.status {
            SpeakerStatus::Named => assert!(speaker.entity.is_some(), "{who}"),
            SpeakerStatus::Unknown => assert!(speaker.entity.is_none() && speaker.name.is_none(), "{who}"),
            _ => {}
        }
        speaker
            .entity
            .iter()
            .chain(&speaker.members)
            .chain(&speaker.candidates)
            .for_each(entity);
    }
    let starts: Vec<(u32, std::cmp::Reverse<u32>)> = analysis
        .quotations
        .iter()
        .map(|q| (q.span.start, std::cmp::Reverse(q.span.end)))
        .collect();
    assert!(starts.is_sorted(), "quotations are out of order");
}

/// In the exported document, positions in code points, UTF-16 units and bytes mean the same words.
fn positions(text: &str, analysis: &Analysis) {
    let documents = [Unit::CodePoint, Unit::Utf16, Unit::Utf8].map(|unit| {
        let options = Options {
            id: None,
            unit,
            with_text: false,
        };
        let json = document(text, analysis, &options);
        serde_json::from_str::<Value>(&json).expect("the document is JSON")
    });
    let chars: Vec<char> = text.chars().collect();
    let units: Vec<u16> = text.encode_utf16().collect();
    for list in ["mentions", "quotations", "dates", "blocks"] {
        let lists = documents
            .each_ref()
            .map(|document| document[list].as_array().expect("a list"));
        for i in 0..lists[0].len() {
            let [code_points, utf16, utf8] = lists.map(|list| {
                let edge = |name: &str| list[i][name].as_u64().expect("a position") as usize;
                edge("start")..edge("end")
            });
            let words = &text[utf8];
            assert_eq!(chars[code_points].iter().collect::<String>(), words);
            assert_eq!(String::from_utf16_lossy(&units[utf16]), words);
            if let Some(said) = lists[0][i]["text"].as_str() {
                assert_eq!(said, words);
            }
        }
    }
}
