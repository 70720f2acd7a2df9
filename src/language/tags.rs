//! The tags of the name model: where a name of which kind begins, goes on and ends.

use crate::analysis::EntityKind;

/// One tag of the name model, by number. 0 is "no name".
pub type Tag = u8;

pub const OUTSIDE: Tag = 0;

/// How many tags there are.
pub const COUNT: usize = 23;

/// Kinds with tags of their own for the last word and for names of one word (begin, inside, last, unit).
pub const FINE: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];

/// Kinds with begin and inside only: there is too little of them to learn more from.
pub const COARSE: [EntityKind; 5] = [
    EntityKind::Group,
    EntityKind::Event,
    EntityKind::Work,
    EntityKind::Product,
    EntityKind::Law,
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    Begin,
    Inside,
    Last,
    Unit,
}

/// The tag for a word at this position of a name of this kind; None for kinds that the model does not know.
pub fn tag(kind: EntityKind, position: Position) -> Option<Tag> {
    if let Some(k) = FINE.iter().position(|&f| f == kind) {
        return Some(1 + 4 * k as u8 + position as u8);
    }
    let k = COARSE.iter().position(|&c| c == kind)?;
    let inside = matches!(position, Position::Inside | Position::Last);
    Some(1 + 4 * FINE.len() as u8 + 2 * k as u8 + u8::from(inside))
}

/// The kind, and the position: coarse kinds have `Begin` and `Inside` only. None for "no name".
pub fn meaning(tag: Tag) -> Option<(EntityKind, Position)> {
    let t = tag.checked_sub(1)? as usize;
    if let Some(&kind) = FINE.get(t / 4) {
        let position = [Position::Begin, Position::Inside, Position::Last, Position::Unit][t % 4];
        return Some((kind, position));
    }
    let t = t - 4 * FINE.len();
    let kind = *COARSE.get(t / 2)?;
    Some((
        kind,
        if t.is_multiple_of(2) {
            Position::Begin
        } else {
            Position::Inside
        },
    ))
}

fn is_fine(kind: EntityKind) -> bool {
    FINE.contains(&kind)
}

/// Whether `to` may directly follow `from`.
pub fn may_follow(from: Tag, to: Tag) -> bool {
    use Position::*;
    let open = match meaning(from) {
        Some((kind, Begin | Inside)) => Some(kind),
        _ => None,
    };
    match (open, meaning(to)) {
        (Some(kind), Some((k, Inside | Last))) => kind == k,
        (Some(kind), _) => !is_fine(kind),
        (None, Some((_, Inside | Last))) => false,
        (None, _) => true,
    }
}

/// Whether a block may start with `tag`.
pub fn may_start(tag: Tag) -> bool {
    may_follow(OUTSIDE, tag)
}

/// Calls `found` with the range and kind of each name in the tags, in order. Any tags give some answer.
pub fn spans(tags: &[Tag], mut found: impl FnMut(std::ops::Range<usize>, EntityKind)) {
    let mut open: Option<(usize, EntityKind)> = None;
    for (i, &tag) in tags.iter().enumerate() {
        let here = meaning(tag);
        if let Some((start, kind)) = open {
            let goes_on = here.is_some_and(|(k, p)| k == kind && matches!(p, Position::Inside | Position::Last));
            if !goes_on {
                found(start..i, kind);
                open = None;
            }
        }
        let Some((kind, position)) = here else { continue };
        let start = open.map_or(i, |(start, _)| start);
        open = Some((start, kind));
        if matches!(position, Position::Unit | Position::Last) {
            found(start..i + 1, kind);
            open = None;
        }
    }
    if let Some((start, kind)) = open {
        found(start..tags.len(), kind);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_meanings_agree() {
        for t in 1..COUNT as u8 {
            let (kind, position) = meaning(t).unwrap();
            assert_eq!(tag(kind, position), Some(t));
        }
        assert_eq!(meaning(COUNT as u8), None);
    }

    #[test]
    fn names_are_read_off_the_tags() {
        use EntityKind::*;
        use Position::*;
        let tags: Vec<Tag> = [
            tag(Person, Begin),
            tag(Person, Last),
            tag(Place, Unit),
            Some(0),
            tag(Group, Begin),
            tag(Work, Begin),
            tag(Work, Inside),
            tag(Work, Begin),
        ]
        .into_iter()
        .map(Option::unwrap)
        .collect();
        let mut names = Vec::new();
        spans(&tags, |range, kind| names.push((range, kind)));
        assert_eq!(
            names,
            [(0..2, Person), (2..3, Place), (4..5, Group), (5..7, Work), (7..8, Work)]
        );
        assert!(!may_follow(tag(Person, Begin).unwrap(), OUTSIDE));
        assert!(may_follow(tag(Work, Begin).unwrap(), OUTSIDE));
        assert!(!may_start(tag(Work, Inside).unwrap()));
    }
}
