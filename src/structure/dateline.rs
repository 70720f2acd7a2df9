//! Datelines: "LONDON (Reuters) - ", "KYIV, Ukraine (AP) —", "PARIS, Feb 3 –", or a city on a line of its own.

use std::ops::Range;

use super::byline;
use crate::analysis::{Dateline, Span};
use crate::dates;
use crate::lexicon::calendar;
use crate::lexicon::names::LISTS;
use crate::lexicon::phrases;
use crate::sequence::hash;
use crate::text::{Case, Text, TokenKind};

/// A dateline at the start of a block.
#[derive(Debug)]
pub(super) struct Found {
    pub dateline: Dateline,
    /// Nothing follows it in its block.
    pub alone: bool,
    /// It has an agency, a date or a dash: more than a city in capitals.
    pub sure: bool,
    /// A colon parts it from the text, as it also parts a speaker from a turn.
    pub colon: bool,
}

/// Where the text begins after an opening day without a place: "3 March 2025 (Norden Wire) – *The mine* …".
pub(crate) fn after_opening_day(text: &Text, tokens: Range<usize>) -> Option<usize> {
    let form = |i: usize| if i < tokens.end { text.form(i) } else { "" };
    let mut i = dates::dateline_end(text, tokens.start, tokens.end)?;
    if form(i) == "(" {
        i = (i + 1..tokens.end.min(i + 8)).find(|&j| form(j) == ")")? + 1;
    }
    let dash = matches!(form(i), "-" | "--" | "–" | "—" | "―");
    (dash && i + 1 < tokens.end).then_some(i + 1)
}

/// Reads the dateline that the block at `span` begins with.
pub(super) fn read(text: &Text, span: Span) -> Option<Found> {
    let tokens = text.tokens_in(span);
    let (start, end) = (tokens.start, tokens.end.min(tokens.start + 30));
    let form = |i: usize| if i < end { text.form(i) } else { "" };
    let place_end = place(text, start, end)?;
    let capitals = (start..place_end).any(|i| text.tokens[i].case == Case::Upper && text.form(i).len() > 1)
        && (start..place_end).all(|i| text.tokens[i].case != Case::Capitalised || text.form(i).len() < 2);
    let mut place_span = Span {
        start: text.tokens[start].span.start,
        end: text.tokens[place_end - 1].span.end,
    };
    let mut i = place_end;
    let (mut region, mut date, mut agency) = (false, None, None);
    // ", Wash.", ", Feb 3".
    while form(i) == "," && (!region || date.is_none()) {
        if let Some(date_end) = dates::dateline_end(text, i + 1, end) {
            date = Some(words(text, i + 1, date_end));
            i = date_end;
        } else if !region
            && date.is_none()
            && let Some(region_end) = place(text, i + 1, end)
        {
            region = true;
            place_span.end = text.tokens[region_end - 1].span.end;
            i = region_end;
        } else {
            break;
        }
    }
    if date.is_none()
        && let Some(date_end) = dates::dateline_end(text, i, end)
    {
        date = Some(words(text, i, date_end));
        i = date_end;
    }
    // "(Reuters)", "/PRNewswire/".
    if matches!(form(i), "(" | "[" | "/") {
        let close = match form(i) {
            "(" => ")",
            "[" => "]",
            _ => "/",
        };
        let closed = (i + 1..end.min(i + 8)).find(|&j| form(j) == close);
        if let Some(closed) = closed
            && closed > i + 1
        {
            // "ARLEN (March 6, 2026) –": what stands in brackets may be the day.
            if date.is_none() && dates::dateline_end(text, i + 1, closed) == Some(closed) {
                date = Some(words(text, i + 1, closed));
                i = closed + 1;
            } else if text.tokens[i + 1].case != Case::Lower {
                agency = Some(words(text, i + 1, closed));
                i = closed + 1;
            }
        }
    }
    // ", March 7 (Reuters)" may also follow the agency: "(AP), Feb. 3 —".
    let content_end = i;
    let dash = i < end
        && matches!(form(i), "-" | "--" | "–" | "—" | "―" | "---")
        && (text.tokens[i].space_before || form(i) != "-" || i + 1 == tokens.end);
    let colon = form(i) == ":";
    let after = if dash || colon { i + 1 } else { i };
    let alone = after >= tokens.end;
    let known = agency
        .as_ref()
        .is_some_and(|a| a.to_lowercase().split('/').all(byline::is_agency));
    let marked = known || date.is_some() || (capitals && agency.is_some());
    let section = phrases::is_section(&place_span.of(text.source).to_lowercase());
    let shouted =
        !alone && text.tokens[after.min(tokens.end - 1)].case == Case::Upper && all_capitals(text, after, tokens.end);
    let sure = (marked || !section)
        && if alone {
            marked || (dash && (capitals || region))
        } else {
            let city = || is_city(text, start, place_end);
            (dash && (marked || capitals || region) && !shouted)
                || (colon && (capitals || date.is_some() || city()) && !shouted)
        };
    // A lone city in capitals, not "FULL INQUIRY ON": the caller knows where that may stand.
    let lone = alone && capitals && !section && place_end - start <= 4 && !dash && !colon;
    if !sure && !lone {
        return None;
    }
    // Without an agency, a capitalised name before a dash is a dateline only as a place with its region.
    Some(Found {
        dateline: Dateline {
            place: place_span
                .of(text.source)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
            agency,
            date,
            span: Span {
                start: place_span.start,
                end: text.tokens[content_end - 1].span.end,
            },
        },
        alone,
        sure,
        colon,
    })
}

/// The place is a town that the word lists know: "Mumbai: A ferry sank …", but "Note: the pier is slippery".
fn is_city(text: &Text, start: usize, end: usize) -> bool {
    let vocabulary = crate::language::Tagger::built_in().vocabulary;
    let word = |i: usize| hash::text(text.form(i));
    let whole = (start + 1..end).fold(word(start), |sum, i| hash::phrase(sum, word(i)));
    let lists = vocabulary.get(whole).lists;
    LISTS
        .iter()
        .enumerate()
        .any(|(bit, list)| matches!(*list, "cities" | "towns") && lists >> bit & 1 == 1)
}

/// Where the place ends that begins at `start`: capitalised words, also two places with a stroke between.
fn place(text: &Text, start: usize, end: usize) -> Option<usize> {
    let mut i = start;
    let mut last = None;
    while i < end && i < start + 8 {
        let token = &text.tokens[i];
        let form = text.form(i);
        let word = token.kind == TokenKind::Word && token.case.is_capital();
        let joint = i > start
            && (matches!(
                form,
                "/" | "de" | "of" | "the" | "el" | "am" | "la" | "upon" | "and" | "al" | "'s"
            ) || (form == "-" && !token.space_before));
        if calendar::month(form.trim_end_matches('.')).is_some() && i > start {
            break;
        }
        if word && !byline::is_agency(form) {
            last = Some(i + 1);
        } else if !joint {
            break;
        }
        i += 1;
    }
    last.filter(|_| i < start + 8)
}

fn words(text: &Text, start: usize, end: usize) -> String {
    let span = Span {
        start: text.tokens[start].span.start,
        end: text.tokens[end - 1].span.end,
    };
    span.of(text.source).to_string()
}

/// No lower-case word from `start` on.
fn all_capitals(text: &Text, start: usize, end: usize) -> bool {
    text.tokens[start..end]
        .iter()
        .take(12)
        .all(|t| t.case == Case::Upper || t.case == Case::None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    /// "place | agency | date", "alone" where nothing follows, "?" where it is only a city in capitals.
    fn check(line: &str, expected: &str) {
        let text = text::read(line, &[]);
        let shown = read(&text, text.blocks[0].span).map_or(String::new(), |f| {
            let mut shown = f.dateline.place;
            for part in [f.dateline.agency, f.dateline.date].into_iter().flatten() {
                shown += " | ";
                shown += &part;
            }
            if f.alone {
                shown += " alone";
            }
            if !f.sure {
                shown += "?";
            }
            shown
        });
        assert_eq!(shown, expected, "{line}");
    }

    #[test]
    fn inline_datelines() {
        check("LONDON (Reuters) - The port closed.", "LONDON | Reuters");
        check("KYIV, Ukraine (AP) — The port closed.", "KYIV, Ukraine | AP");
        check("PARIS, Feb 3 – The port closed.", "PARIS | Feb 3");
        check("PARIS, Feb. 3 (Reuters) - The port closed.", "PARIS | Reuters | Feb. 3");
        check("ARLEN — The port closed.", "ARLEN");
        check("BEIJING/MOSCOW – The port closed.", "BEIJING/MOSCOW");
        check(
            "BEIRUT/THE HAGUE, March 7 (Reuters) - The port closed.",
            "BEIRUT/THE HAGUE | Reuters | March 7",
        );
        check("NEW DELHI: The port closed.", "NEW DELHI");
        check(
            "ARLEN, Wash., Feb. 3, 2025 /PRNewswire/ -- Quay Inc. said",
            "ARLEN, Wash. | PRNewswire | Feb. 3, 2025",
        );
        check("Arlen, Wash. (AP) — The port closed.", "Arlen, Wash. | AP");
    }

    #[test]
    fn datelines_on_their_own_line() {
        check("LONDON", "LONDON alone?");
        check("AUBURN, Wash. —", "AUBURN, Wash. alone");
        check("LONDON (AFP)", "LONDON | AFP alone");
    }

    #[test]
    fn capitals_are_no_dateline_by_themselves() {
        check("ARLEN CITY councillors voted on Monday.", "");
        check("CRICKET - ARLEN TAKE OVER AT TOP", "");
        check("POLITICS", "");
        check("Moor — the mayor — left.", "");
        check("The port closed on Monday.", "");
        check("EXCLUSIVE: The port closed.", "");
    }
}
