//! The quotations as a table: comma-separated values after RFC 4180, for spreadsheets.

use super::offsets::{Offsets, Unit};
use crate::analysis::*;
use crate::view::View;
use crate::view::wording;

const HEAD: &str = "id,place,kind,speaker,speaker_mention,speaker_type,cue,polarity,quoted_text,words,confidence,rule,start,end,headline,date\r\n";

/// One row a quotation, those in furniture and related links left out, after a row of column names. Positions are
/// code points.
pub fn quotations(view: &View) -> String {
    let offsets = Offsets::new(&view.source, Unit::CodePoint);
    let mut out = HEAD.to_string();
    for (id, q) in (0..).zip(&view.analysis.quotations) {
        if view.voices.of_quotation(id).is_some() {
            row(&mut out, &cells(view, id, q, &offsets));
        }
    }
    out
}

fn cells(view: &View, id: QuotationId, q: &Quotation, offsets: &Offsets) -> [String; 16] {
    let text = |span: Option<Span>| span.map(|s| view.text(s).to_string()).unwrap_or_default();
    let (start, end) = offsets.span(q.span);
    let published = view.analysis.published.as_ref();
    [
        id.to_string(),
        view.place_of(q.block),
        name(&q.kind),
        q.speaker.name.clone().unwrap_or_default(),
        text(q.speaker.mention),
        name(&q.speaker.status),
        text(q.cue.as_ref().map(|c| c.span)),
        q.cue.as_ref().map(|c| name(&c.polarity)).unwrap_or_default(),
        view.text(q.span).to_string(),
        view.text(q.span).split_whitespace().count().to_string(),
        wording::confidence(q.confidence).to_string(),
        name(&q.rule),
        start.to_string(),
        end.to_string(),
        text(view.analysis.headline),
        published
            .map(|p| p.iso.clone().unwrap_or_else(|| p.text.clone()))
            .unwrap_or_default(),
    ]
}

/// The name that the Analysis document gives to a kind, a status or a rule.
fn name(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

fn row(out: &mut String, cells: &[String]) {
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        write_cell(out, cell);
    }
    out.push_str("\r\n");
}

/// Quotes a cell where it needs it. A cell that a spreadsheet would take for a formula begins with an apostrophe.
fn write_cell(out: &mut String, cell: &str) {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if !formula && !cell.contains([',', '"', '\n', '\r']) {
        out.push_str(cell);
        return;
    }
    out.push('"');
    if formula {
        out.push('\'');
    }
    out.push_str(&cell.replace('"', "\"\""));
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> String {
        let mut out = String::new();
        write_cell(&mut out, text);
        out
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(cell("plain words"), "plain words");
        assert_eq!(cell(""), "");
        assert_eq!(cell("one, two"), "\"one, two\"");
        assert_eq!(cell("a \"b\" c"), "\"a \"\"b\"\" c\"");
        assert_eq!(cell("two\nlines"), "\"two\nlines\"");
    }

    #[test]
    fn formulas_are_disarmed() {
        for text in ["=1+1", "+1", "-1", "@sum", "\tx"] {
            assert_eq!(cell(text), format!("\"'{text}\""));
        }
    }

    #[test]
    fn every_row_has_every_column() {
        let source = "Harbour shut\n\n“No ship, none, will leave,” Ilse Moor said.";
        let csv = quotations(&View::new(source.to_string(), crate::analyze(source)));
        let mut lines = csv.lines();
        assert_eq!(lines.next().map(|l| l.split(',').count()), Some(16));
        let row = lines.next().expect("one quotation, one row");
        assert!(row.contains("\"No ship, none, will leave"), "{row}");
        assert!(row.starts_with("0,paragraph 1,direct,"), "{row}");
    }
}
