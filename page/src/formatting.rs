//! What the pasted formatting said of each line, kept while the text is edited.

use std::collections::HashMap;

use lede::text::{Hint, Markup};

/// Hints by the words of their line: a line that is edited loses its hint, the others keep theirs.
#[derive(Default)]
pub struct Formatting {
    lines: HashMap<String, Markup>,
}

impl Formatting {
    /// Adds what is known of a text's lines.
    pub fn learn(&mut self, text: &str, hints: &[Hint]) {
        for hint in hints {
            let at = hint.at as usize;
            if let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) {
                let start = before.rfind('\n').map_or(0, |i| i + 1);
                let end = at + after.find('\n').unwrap_or(after.len());
                self.lines.insert(text[start..end].trim().to_string(), hint.markup);
            }
        }
    }

    /// The hints for a text, in order.
    pub fn hints(&self, text: &str) -> Vec<Hint> {
        if self.lines.is_empty() {
            return Vec::new();
        }
        let mut at = 0;
        let mut hints = Vec::new();
        for line in text.split_inclusive('\n') {
            if let Some(&markup) = self.lines.get(line.trim()) {
                let start = at + line.len() - line.trim_start().len();
                hints.push(Hint {
                    at: start as u32,
                    markup,
                });
            }
            at += line.len();
        }
        hints
    }
}
