//! Times of day: "9.30 a.m.", "3pm", "15:00 GMT".

use super::{Found, Reader};
use crate::analysis::DatePrecision;
use crate::text::Case;

impl Reader<'_> {
    /// "9.30 a.m.", "3pm", "15:00 GMT".
    pub(super) fn time(&self, t: usize, end: usize) -> Option<Found> {
        let form = self.form(t, end);
        let glued = ["am", "pm"]
            .iter()
            .find_map(|s| form.strip_suffix(s).map(|digits| (digits, *s)));
        let (digits, half, mut at) = match glued {
            Some((digits, half)) => (digits, half, t + 1),
            None => {
                let word = self.form(t + 1, end);
                let half = match word {
                    "am" | "a.m" => "am",
                    "pm" | "p.m" => "pm",
                    _ => "",
                };
                (form, half, t + 1 + usize::from(!half.is_empty()))
            }
        };
        let (hour, minute) = match digits.split_once([':', '.']) {
            Some((h, m)) if m.len() == 2 => (h.parse::<u32>().ok()?, m.parse::<u32>().ok()?),
            Some(_) => return None,
            None => (digits.parse::<u32>().ok()?, 0),
        };
        let zone = matches!(
            self.form(at, end),
            "gmt" | "bst" | "utc" | "est" | "edt" | "pst" | "pdt" | "cet" | "cest" | "et" | "pt"
        ) && at < end
            && self.text.tokens[at].case == Case::Upper;
        let clock = digits.contains(':') && digits.len() >= 4;
        if half.is_empty() && !zone && !clock || minute > 59 {
            return None;
        }
        at += usize::from(zone);
        let hour = match (half, hour) {
            ("", 0..=23) => hour,
            ("am", 1..=12) => hour % 12,
            ("pm", 1..=12) => hour % 12 + 12,
            _ => return None,
        };
        Some(Found {
            end: at,
            iso: Some(format!("T{hour:02}:{minute:02}")),
            precision: DatePrecision::Time,
            takes_on: false,
        })
    }
}
