//! Sums of money, percentages and measures: "$262 million", "five per cent", "12 km". Found by rules, beside the names.

mod money;
mod number;
mod percent;
mod quantity;

use rustc_hash::FxHashMap as HashMap;

use super::Stages;
use super::draft::{Draft, Known};
use crate::analysis::{BlockKind, EntityKind, MentionForm, MentionRule, Voice};
use crate::text::Text;
use number::Number;

/// The tokens of one block, up to `end`.
#[derive(Clone, Copy)]
struct Stretch<'a> {
    text: &'a Text<'a>,
    start: usize,
    end: usize,
}

impl<'a> Stretch<'a> {
    /// The form of a token without its full stop; empty beyond the line.
    fn form(&self, token: usize) -> &'a str {
        if (self.start..self.end).contains(&token) {
            self.text.form(token).trim_end_matches('.')
        } else {
            ""
        }
    }
}

/// Adds a mention for every amount; the same words are one entity. None lies in a name.
pub(super) fn join(article: &Stages, draft: &mut Draft) {
    let text = article.text;
    let mut known: HashMap<(EntityKind, String), u32> = HashMap::default();
    for (block, found) in text.blocks.iter().zip(&article.structure.blocks) {
        if found.kind.voice() == Voice::Page || found.kind == BlockKind::Timestamp {
            continue;
        }
        let line = Stretch {
            text,
            start: block.tokens.start as usize,
            end: block.tokens.end as usize,
        };
        let mut t = line.start;
        while t < line.end {
            let read = amount(line, t);
            let Some((kind, start, end)) = read else {
                t += 1;
                continue;
            };
            t = end;
            if start < line.start || (start..end).any(|u| draft.name_at(u).is_some()) {
                continue;
            }
            let words: Vec<&str> = (start..end).map(|u| line.form(u)).collect();
            let entity = *known.entry((kind, words.join(" "))).or_insert_with(|| {
                draft.entities.push(Known::amount(kind, start as u32..end as u32));
                draft.entities.len() as u32 - 1
            });
            draft.add(start..end, MentionForm::Name, entity, MentionRule::Amount);
        }
    }
}

/// The amount whose number begins at `t`: its kind, first token and end.
fn amount(line: Stretch, t: usize) -> Option<(EntityKind, usize, usize)> {
    let number = number::read(line, t)?;
    if let Some((start, end)) = money::around(line, &number) {
        return Some((EntityKind::Money, start, end));
    }
    if let Some(end) = percent::after(line, &number) {
        return Some((EntityKind::Percent, t, end));
    }
    quantity::after(line, &number).map(|end| (EntityKind::Quantity, t, end))
}

#[cfg(test)]
mod tests {
    use crate::analysis::EntityKind;
    use crate::analyze;

    #[track_caller]
    fn check(source: &str, kind: EntityKind, expected: &[&str]) {
        let analysis = analyze(source);
        let found: Vec<&str> = analysis
            .mentions
            .iter()
            .filter(|m| m.kind == kind)
            .map(|m| m.span.of(source))
            .collect();
        assert_eq!(found, expected, "\nin: {source}\n");
    }

    #[test]
    fn sums_of_money() {
        check(
            "The port paid $262 million, then €3bn, £5,000 and Rs 40 crore. It owes 12 million dollars and US$7.5m. He won 3 times.",
            EntityKind::Money,
            &[
                "$262 million",
                "€3bn",
                "£5,000",
                "Rs 40 crore",
                "12 million dollars",
                "US$7.5m",
            ],
        );
    }

    #[test]
    fn percentages() {
        check(
            "Prices rose 18%, wages by five per cent and rents by 3.5 percent. It fell two percentage points.",
            EntityKind::Percent,
            &["18%", "five per cent", "3.5 percent", "two percentage points"],
        );
    }

    #[test]
    fn measures() {
        check(
            "The road is 12 km long, 30ft wide and holds 4 million tonnes of sand over twenty-five square miles. Twelve people came.",
            EntityKind::Quantity,
            &["12 km", "30ft", "4 million tonnes", "twenty-five square miles"],
        );
    }
}
