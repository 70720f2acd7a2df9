//! Percentages: "18%", "five per cent", "two percentage points".

use super::{Number, Stretch};

/// The end of the percentage that the number begins.
pub(super) fn after(line: Stretch, number: &Number) -> Option<usize> {
    if !number.glued.is_empty() {
        return None;
    }
    // "A 5-percent rise".
    let at = number.end + usize::from(line.form(number.end) == "-");
    match (line.form(at), line.form(at + 1)) {
        ("%" | "percent" | "pct", _) => Some(at + 1),
        ("per", "cent") => Some(at + 2),
        ("percentage", "point" | "points") => Some(at + 2),
        _ => None,
    }
}
