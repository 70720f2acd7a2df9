//! Bylines: "By Ana Ruiz, Harbour correspondent", "Ana Ruiz in Arlen", "AFP".

use super::line::LineFacts;
use crate::analysis::{Byline, Published, Span};
use crate::dates;
use crate::lexicon::{AGENCIES, BYLINE_DESKS, BYLINE_ROLES, NAME_PARTICLES, NO_AUTHORS, OUTLET_WORDS};
use crate::text::{Case, Text, TokenKind};

/// What a byline says.
#[derive(Debug, Default)]
pub(super) struct Credit {
    /// The authors, in order. Empty for "Staff reporter" or an outlet's own name.
    pub bylines: Vec<Byline>,
    /// A date that stands in the same line.
    pub published: Option<Published>,
    /// It says so itself: "By …".
    pub labelled: bool,
    /// What the author is, where the line names no author: "Court reporter" under a name.
    pub role: Option<String>,
    /// "AFP, MANILA": where it was written.
    pub place: Option<Span>,
}

/// Reads the block at `span` as a byline, if it is one. Without "By" every part must read as a name, a role, an agency or an
/// outlet, and so may other lines: the caller knows whether a byline may stand there.
pub(super) fn read(text: &Text, span: Span) -> Option<Credit> {
    let tokens = text.tokens_in(span);
    if tokens.is_empty() || tokens.len() > 60 {
        return None;
    }
    let (prefix, labelled) = label(text, &tokens);
    let mut credit = Credit {
        labelled,
        ..Credit::default()
    };
    let start = tokens.start + prefix;
    let mut i = start;
    let mut joined = true;
    let mut known = 0;
    let mut unknown = 0;
    while i < tokens.end {
        if separator(text, i) {
            // An agency after "and" is an author; after a comma or a gap it is whom the author writes for.
            joined = matches!(text.form(i), "and" | "&");
            i += 1;
            continue;
        }
        let end = (i..tokens.end).find(|&j| separator(text, j)).unwrap_or(tokens.end);
        match part(text, i, end) {
            BylinePart::Person { name, role } => {
                credit.bylines.push(Byline {
                    name: name_of(text, name),
                    role: role.map(|r| clean(r.of(text.source))),
                    span: name,
                });
                known += 1;
            }
            BylinePart::Agency(name) => {
                if credit.bylines.is_empty() || joined {
                    credit.bylines.push(Byline {
                        name: clean(name.of(text.source)),
                        role: None,
                        span: name,
                    });
                }
                known += 1;
            }
            BylinePart::Role(role) => {
                let role = clean(role.of(text.source));
                match credit.bylines.last_mut() {
                    Some(last) => last.role = last.role.take().or(Some(role)),
                    None => credit.role = credit.role.take().or(Some(role)),
                }
                known += 1;
            }
            BylinePart::Place(place) => {
                credit.place = Some(place);
                known += 1;
            }
            BylinePart::Aside => known += 1,
            // What follows a date is its year and its clock.
            BylinePart::Date => {
                known += 1;
                break;
            }
            BylinePart::Unknown => unknown += 1,
        }
        joined = false;
        i = end;
    }
    let plausible = if labelled {
        !credit.bylines.is_empty() || known > 0
    } else {
        known > 0 && unknown == 0
    };
    credit.published = dates::date_in_line(span.of(text.source), span);
    plausible.then_some(credit)
}

/// The line begins with "By" and what may be a name.
pub(super) fn says_by(text: &Text, span: Span) -> bool {
    label(text, &text.tokens_in(span)).1
}

/// The tokens that "By" and the like take, and whether there are any.
fn label(text: &Text, tokens: &std::ops::Range<usize>) -> (usize, bool) {
    let form = |i: usize| {
        if tokens.start + i < tokens.end {
            text.form(tokens.start + i)
        } else {
            ""
        }
    };
    let mut n = match (form(0), form(1)) {
        ("by", _) => 1,
        (
            "words" | "story" | "written" | "report" | "text" | "posted" | "published" | "authored" | "opinion"
            | "analysis" | "reported" | "interview" | "review" | "article" | "commentary" | "column",
            "by",
        ) => 2,
        ("author" | "authors" | "writer" | "byline" | "words" | "reporter", ":") => 2,
        _ => return (0, false),
    };
    if form(n) == ":" {
        n += 1;
    }
    let next = tokens.start + n;
    // "By Monday the port …", "By the numbers".
    let name = next < tokens.end
        && (text.tokens[next].case.is_capital() || text.tokens[next].kind == TokenKind::Handle || form(n) == "staff")
        && !NO_AUTHORS.contains(form(n));
    (if name { n } else { 0 }, name)
}

/// Parts a byline's names: a comma, "and", a stroke, a wide gap or a line end.
fn separator(text: &Text, i: usize) -> bool {
    let token = &text.tokens[i];
    match token.kind {
        TokenKind::Punctuation | TokenKind::Symbol => {
            matches!(
                text.form(i),
                "," | ";" | "|" | "/" | "•" | "·" | "–" | "—" | "&" | "(" | ")" | "+" | ":" | "●" | "*"
            ) || (text.form(i) == "-" && token.space_before)
        }
        TokenKind::Word => matches!(text.form(i), "and" | "with"),
        _ => false,
    }
}

enum BylinePart {
    Person {
        name: Span,
        role: Option<Span>,
    },
    Agency(Span),
    Role(Span),
    Place(Span),
    /// A handle, an address, an outlet: said beside the name, no part of it.
    Aside,
    Date,
    Unknown,
}

fn part(text: &Text, start: usize, end: usize) -> BylinePart {
    // Two names that only a wide gap parts are two parts, but a wide gap is mostly before an outlet.
    let whole = span(text, start, end);
    let lower = text.source[whole.range()].to_lowercase();
    let key = clean(&lower);
    if AGENCIES.contains(key.as_str()) {
        return BylinePart::Agency(whole);
    }
    if text.tokens[start..end].iter().all(|t| {
        matches!(
            t.kind,
            TokenKind::Handle | TokenKind::Email | TokenKind::Url | TokenKind::Mark
        )
    }) {
        return BylinePart::Aside;
    }
    let name_end = name_end(text, start, end);
    let capital_end = text.tokens[end - 1].case.is_capital() || text.tokens[end - 1].kind == TokenKind::Url;
    if BYLINE_DESKS.contains(key.as_str())
        || (name_end == end || words_in(text, start, name_end) < 2) && capital_end && is_outlet(&key)
    {
        return BylinePart::Aside;
    }
    let forms: Vec<&str> = (start..end).map(|i| text.form(i)).collect();
    if forms.len() > 1 && matches!(forms[0], "in" | "at" | "from") && text.tokens[start + 1].case.is_capital() {
        return BylinePart::Place(span(text, start + 1, end));
    }
    if matches!(forms[0], "for" | "on" | "of" | "at") {
        return BylinePart::Aside;
    }
    if dates::opens_byline_date(text, start, end) {
        return BylinePart::Date;
    }
    let words = words_in(text, start, name_end);
    if (1..=5).contains(&words) && (words > 1 || start + 1 == end) && !NO_AUTHORS.contains(forms[0]) {
        let name = span(text, start, name_end);
        if name_end == end {
            if words == 1 && text.tokens[start].case == Case::Upper && text.source[name.range()].len() > 3 {
                return BylinePart::Place(name);
            }
            return BylinePart::Person { name, role: None };
        }
        // What follows the name is a role, a place or an outlet.
        let rest = span(text, name_end, end);
        let next = text.form(name_end);
        // "Ana Ruiz Harbour correspondent": the beat belongs to the role.
        let beat = words == 3 && text.tokens[name_end].case == Case::Lower && BYLINE_ROLES.contains(next);
        if beat {
            return BylinePart::Person {
                name: span(text, start, name_end - 1),
                role: Some(span(text, name_end - 1, end)),
            };
        }
        if BYLINE_ROLES.contains(next) || role_word(text, name_end, end) {
            return BylinePart::Person { name, role: Some(rest) };
        }
        if matches!(next, "in" | "for" | "at" | "of" | "from" | "on" | "reports" | "is")
            || matches!(
                text.tokens[name_end].kind,
                TokenKind::Handle | TokenKind::Email | TokenKind::Url | TokenKind::Mark
            )
            || is_outlet(&clean(&text.source[rest.range()].to_lowercase()))
            || AGENCIES.contains(clean(&text.source[rest.range()].to_lowercase()).as_str())
            || dates::opens_byline_date(text, name_end, end)
        {
            return BylinePart::Person { name, role: None };
        }
        return BylinePart::Unknown;
    }
    if role_word(text, start, end) {
        return BylinePart::Role(whole);
    }
    BylinePart::Unknown
}

fn span(text: &Text, start: usize, end: usize) -> Span {
    Span {
        start: text.tokens[start].span.start,
        end: text.tokens[end - 1].span.end,
    }
}

/// Words with white space before them.
fn words_in(text: &Text, start: usize, end: usize) -> usize {
    (start..end)
        .filter(|&i| i == start || text.tokens[i].space_before)
        .count()
}

fn role_word(text: &Text, start: usize, end: usize) -> bool {
    (start..end).any(|i| BYLINE_ROLES.contains(text.form(i)))
}

/// Where the name ends that begins at `start`: capitalised words, initials, hyphens and particles, up to five words.
fn name_end(text: &Text, start: usize, end: usize) -> usize {
    let mut i = start;
    let mut last = start;
    let mut words = 0;
    while i < end && words < 6 {
        let token = &text.tokens[i];
        let form = text.form(i);
        // A wide gap or a line end parts a name from what it is printed above.
        if i > start
            && text.source[text.tokens[i - 1].span.end as usize..token.span.start as usize]
                .chars()
                .count()
                > 1
        {
            break;
        }
        let name = token.kind == TokenKind::Word
            && token.case.is_capital()
            && !BYLINE_ROLES.contains(form)
            && !NO_AUTHORS.contains(form);
        let particle = i > start && NAME_PARTICLES.contains(form);
        let hyphen = form == "-" && !token.space_before && i > start && i + 1 < end && !text.tokens[i + 1].space_before;
        // "Ana Ruiz BBC News": capitals after a name in small letters are an outlet's.
        let outlet = token.case == Case::Upper && form.len() > 2 && text.tokens[start].case == Case::Capitalised;
        if i > start && (dates::opens_byline_date(text, i, end) || AGENCIES.contains(form) || outlet) {
            break;
        }
        if name {
            words += usize::from(token.space_before);
            last = i + 1;
        } else if !particle && !hyphen {
            break;
        }
        i += 1;
    }
    last
}

/// The name in ordinary capitals: "DOLORES CHANG" is "Dolores Chang".
fn name_of(text: &Text, span: Span) -> String {
    let name = clean(span.of(text.source));
    let long = |w: &str| w.chars().filter(|c| c.is_alphabetic()).count() > 2;
    if !name.split(' ').any(long) || name.chars().any(char::is_lowercase) {
        return name;
    }
    let mut out = String::with_capacity(name.len());
    let mut inside = false;
    for c in name.chars() {
        if inside {
            out.extend(c.to_lowercase());
        } else {
            out.push(c);
        }
        inside = c.is_alphabetic();
    }
    out
}

fn clean(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of a paper, a channel, a site: "The West Australian", "BBC News", "dailymail.com".
pub(super) fn is_outlet(key: &str) -> bool {
    let key = key.trim_start_matches("by ");
    let words: Vec<&str> = key.split_whitespace().map(|w| w.trim_end_matches(',')).collect();
    if words.is_empty() || words.len() > 6 {
        return false;
    }
    let address = [".com", ".co.uk", ".org", ".net"].iter().any(|end| key.ends_with(end));
    (address && words.len() == 1)
        || words.iter().any(|w| OUTLET_WORDS.contains(w))
        || (words[0] == "the" && words.len() <= 4)
}

/// A news agency, by its name in lower case.
pub(super) fn is_agency(key: &str) -> bool {
    AGENCIES.contains(key)
}

/// "Ana Ruiz is a reporter for the Quay Herald.", "Ana Ruiz covers shipping."
pub(super) fn about_author(text: &Text, line: &LineFacts) -> bool {
    if line.chars > 600 || (line.words.contains(['“', '"']) && line.chars > 200) {
        return false;
    }
    let tokens = text.tokens_in(line.span);
    let Some(verb) = tokens.clone().take(7).find(|&t| {
        matches!(
            text.form(t),
            "is" | "covers" | "writes" | "reports" | "was" | "has" | "joined" | "leads" | "edits" | "are"
        )
    }) else {
        return false;
    };
    let name = Span {
        start: line.span.start,
        end: text.tokens[verb].span.start,
    };
    let credited = read(text, name).is_some_and(|c| !c.bylines.is_empty());
    let role = (verb + 1..tokens.end.min(verb + 12)).any(|t| {
        matches!(
            text.form(t),
            "reporter"
                | "correspondent"
                | "editor"
                | "journalist"
                | "writer"
                | "columnist"
                | "author"
                | "professor"
                | "fellow"
                | "producer"
                | "contributor"
                | "analyst"
                | "lecturer"
                | "founder"
                | "owner"
                | "photographer"
                | "freelance"
        )
    });
    let beat = matches!(text.form(verb), "covers" | "writes" | "reports" | "leads" | "edits");
    credited && (role || beat)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    /// The authors, "; " between them, a role in brackets; "" for no byline.
    fn check(line: &str, expected: &str) {
        let text = text::read(line, &[]);
        let span = text.blocks[0].span;
        let shown = read(&text, span).map_or(String::new(), |credit| {
            let names: Vec<String> = credit
                .bylines
                .iter()
                .map(|b| match &b.role {
                    Some(role) => format!("{} ({role})", b.name),
                    None => b.name.clone(),
                })
                .collect();
            if names.is_empty() {
                "nobody".to_string()
            } else {
                names.join("; ")
            }
        });
        assert_eq!(shown, expected, "{line}");
    }

    #[test]
    fn names_after_by() {
        check("By Ana Ruiz", "Ana Ruiz");
        check("By ANA RUIZ and TOM ADE", "Ana Ruiz; Tom Ade");
        check(
            "By Ana Ruiz, Tom Ade and Kit van den Brandt",
            "Ana Ruiz; Tom Ade; Kit van den Brandt",
        );
        check("Words by Ana Ruiz", "Ana Ruiz");
        check("By: Ana Ruiz", "Ana Ruiz");
        check("By Dr. Ana Ruiz-Orr", "Dr. Ana Ruiz-Orr");
        check("By J. K. Orr", "J. K. Orr");
    }

    #[test]
    fn roles_places_and_outlets_are_no_names() {
        check("By Ana Ruiz, Harbour correspondent", "Ana Ruiz (Harbour correspondent)");
        check("Ana Ruiz Political Correspondent", "Ana Ruiz (Political Correspondent)");
        check("By Ana Ruiz in Arlen", "Ana Ruiz");
        check("Ana Ruiz in Arlen", "Ana Ruiz");
        check("By ANA RUIZ FOR QUAYHERALD.COM", "Ana Ruiz");
        check("By Ana Ruiz | Quay News", "Ana Ruiz");
        check("By Ana Ruiz BBC News", "Ana Ruiz");
        check("By Ana Ruiz @anaruiz", "Ana Ruiz");
        check("By Ana Ruiz and Tom Ade  The Associated Press", "Ana Ruiz; Tom Ade");
        check("The West Quay Herald", "nobody");
        check("By Staff Reporter", "nobody");
    }

    #[test]
    fn an_agency_may_be_an_author() {
        check("Ana Ruiz and AP", "Ana Ruiz; AP");
        check("AFP", "AFP");
        check("By Reuters", "Reuters");
        check("AFP, MANILA", "AFP");
    }

    #[test]
    fn a_date_may_follow() {
        check("by Ana Ruiz Jul. 19, 2026 9:45 am", "Ana Ruiz");
        let text = text::read("by Ana Ruiz Jul. 19, 2026 9:45 am", &[]);
        let credit = read(&text, text.blocks[0].span).unwrap();
        assert_eq!(credit.published.unwrap().iso.as_deref(), Some("2026-07-19T09:45"));
    }

    #[test]
    fn sentences_are_no_bylines() {
        check("By Monday the port was closed.", "");
        check("By the numbers", "");
        check("Port union rejects plan", "");
        check("What we know so far", "");
    }
}
