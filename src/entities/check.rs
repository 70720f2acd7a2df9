//! How the tests of this folder are written: an article with its names marked, and the entities expected of it.

use crate::analysis::{BlockKind, EntityKind, MentionForm, Span};
use crate::language::{Name, tag};
use crate::marks;
use crate::text::read;
use crate::{entities, structure};

/// Checks what becomes of the names marked in `article`: `P[Ilse Moor]` is a person, `O[…]` an organization, `L[…]` a place,
/// `G[…]` a group. Expected is one line an entity, in text order:
/// `Ilse Moor (deputy mayor): Ilse Moor, Moor, *Deputy Mayor, ~she` with `*` before roles and `~` before pronouns.
#[track_caller]
pub(super) fn check(article: &str, expected: &str) {
    let got = resolved(article);
    let want: Vec<&str> = expected.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    let got: Vec<&str> = got.iter().map(String::as_str).collect();
    assert_eq!(got, want, "\nin: {article}\n");
}

/// The same, for the pronouns and roles of the entities alone: those without any are left out.
#[track_caller]
pub(super) fn check_joined(article: &str, expected: &str) {
    let got = resolved(article);
    let got: Vec<&str> = got
        .iter()
        .map(String::as_str)
        .filter(|l| l.contains([':', '~', '*']) && l.contains(['~', '*']))
        .collect();
    let want: Vec<&str> = expected.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    assert_eq!(got, want, "\nin: {article}\n");
}

fn resolved(article: &str) -> Vec<String> {
    let (source, marked) = unmark(article);
    let text = read(&source, &[]);
    let mut structure = structure::find(&text);
    if let [only] = &mut structure.blocks[..] {
        only.kind = BlockKind::Paragraph;
    }
    let marks = marks::scan(&text, &structure);
    let mut language = tag(&text, &structure.blocks, structure.dateline.as_ref());
    language.names = marked
        .into_iter()
        .map(|(span, kind)| {
            let tokens = text.tokens_in(span);
            Name {
                span,
                tokens: tokens.start as u32..tokens.end as u32,
                kind,
            }
        })
        .collect();
    let found = entities::resolve(&text, &structure, &marks, &language);
    found
        .entities
        .iter()
        .map(|entity| {
            let mentions: Vec<String> = entity
                .mentions
                .iter()
                .map(|&m| {
                    let mention = &found.mentions[m as usize];
                    let sign = match mention.form {
                        MentionForm::Name => "",
                        MentionForm::Role => "*",
                        MentionForm::Pronoun => "~",
                    };
                    format!("{sign}{}", mention.span.of(&source))
                })
                .collect();
            let roles = if entity.roles.is_empty() {
                String::new()
            } else {
                format!(" ({})", entity.roles.join("; "))
            };
            format!("{}{roles}: {}", entity.name, mentions.join(", "))
        })
        .collect()
}

fn unmark(article: &str) -> (String, Vec<(Span, EntityKind)>) {
    let mut source = String::new();
    let mut names = Vec::new();
    let mut rest = article;
    while let Some(at) = rest.find('[') {
        let kind = match rest[..at].chars().next_back() {
            Some('P') => EntityKind::Person,
            Some('O') => EntityKind::Organization,
            Some('L') => EntityKind::Place,
            Some('G') => EntityKind::Group,
            other => panic!("{other:?} is no kind"),
        };
        source.push_str(&rest[..at - 1]);
        let end = at + rest[at..].find(']').unwrap();
        let start = source.len();
        source.push_str(&rest[at + 1..end]);
        names.push((Span::new(start, source.len()), kind));
        rest = &rest[end + 1..];
    }
    source.push_str(rest);
    (source, names)
}
