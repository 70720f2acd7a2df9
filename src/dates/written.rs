//! Days and clock times as they are written: "3 February 2025", "Feb. 3", "03/02/2025", "2021年3月12日", "9:14 p.m. EST".

use super::items::{Counter, Item, Kind};

/// A day as written, with or without its year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Written {
    /// How many items it takes.
    pub len: usize,
    pub year: Option<u32>,
    pub month: u32,
    pub day: u32,
    /// It has no month's name: "03/02/2025".
    pub figures: bool,
    /// Day and month may be the other way round.
    pub either_way: bool,
}

/// A day that begins at item `i`. Figures like 5/3/2024 are read day first unless only the other way makes a day.
pub(super) fn day_at(items: &[Item], i: usize) -> Option<Written> {
    let kind = |j: usize| items.get(i + j).map(|i| i.kind);
    let small = |j: usize| match kind(j) {
        Some(Kind::Number(n, 1 | 2) | Kind::Ordinal(n)) if (1..=31).contains(&n) => Some(n),
        _ => None,
    };
    let year = |j: usize| match kind(j) {
        Some(Kind::Number(n, 4)) if (1500..2200).contains(&n) => Some(n),
        _ => None,
    };
    let month_at = |j: usize| match kind(j) {
        Some(Kind::Month(n) | Kind::ForeignMonth(n)) => Some(n),
        _ => None,
    };
    let made = |len: usize, year: Option<u32>, month: u32, day: u32| {
        let named = (0..len).any(|j| month_at(j).is_some());
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Written {
            len,
            year,
            month,
            day,
            figures: !named,
            either_way: false,
        })
    };
    // Commas, stops and dashes may stand between the parts, or "of": "3 de mayo de 2022".
    let skip = |j: usize| {
        let mut j = j;
        while matches!(kind(j), Some(Kind::Comma | Kind::Dash | Kind::Dot | Kind::Slash)) {
            j += 1;
        }
        j
    };
    let of = |j: usize| j + usize::from(matches!(kind(j), Some(Kind::Filler)));
    let with_year = |end: usize, month: u32, day: u32| {
        let y = [skip(end), of(end)].into_iter().find(|&y| year(y).is_some());
        match y {
            Some(y) => made(y + 1, year(y), month, day),
            None => made(end, None, month, day),
        }
    };
    // "3월 12일".
    let counted = |j: usize, counter: Counter| kind(j) == Some(Kind::Counter(counter));
    if let (Some(Kind::Number(month, 1 | 2)), true, Some(day), true) =
        (kind(0), counted(1, Counter::Month), small(2), counted(3, Counter::Day))
    {
        return made(4, None, month, day);
    }
    if let Some(day) = small(0) {
        // "3 February 2025", "3rd of February, 2025", "12. März 2021".
        let m = skip(of(1));
        if let Some(month) = month_at(m) {
            return with_year(m + 1, month, day);
        }
        return in_figures(items, i, day, small(2)?);
    }
    if let Some(month) = month_at(0) {
        // "February 3, 2025"; "February 2025" is no day.
        return with_year(2, month, small(1)?);
    }
    let first = year(0)?;
    // "2021年3月12日".
    if counted(1, Counter::Year) && counted(3, Counter::Month) && counted(5, Counter::Day) {
        return made(6, Some(first), small(2)?, small(4)?);
    }
    // "2025-02-03", "2025/02/03".
    let joint = |j: usize| matches!(kind(j), Some(Kind::Dash | Kind::Slash | Kind::Dot));
    if let (true, Some(month), true, Some(day)) = (joint(1), small(2), joint(3), small(4)) {
        return made(5, Some(first), month, day);
    }
    // "2025 February 3".
    made(3, Some(first), month_at(1)?, small(2)?)
}

/// "03/02/2025", "03.02.2025", "3-2-25": the day or the month first.
fn in_figures(items: &[Item], i: usize, first: u32, second: u32) -> Option<Written> {
    let kind = |j: usize| items.get(i + j).map(|i| i.kind);
    let joint = kind(1).filter(|k| matches!(k, Kind::Slash | Kind::Dot | Kind::Dash))?;
    let glued = || items[i..i + 5].windows(2).all(|w| w[0].end == w[1].start);
    let year = match (kind(3)?, kind(4)?) {
        (Kind::Slash | Kind::Dot | Kind::Dash, Kind::Number(y, 4)) if (1500..2200).contains(&y) => y,
        // "15.10.24".
        (k, Kind::Number(y, 2)) if k == joint && joint != Kind::Dash && glued() => 2000 + y,
        _ => return None,
    };
    let (day, month) = if second > 12 { (second, first) } else { (first, second) };
    (month <= 12).then_some(Written {
        len: 5,
        year: Some(year),
        month,
        day,
        figures: true,
        either_way: first <= 12 && second <= 12 && first != second && joint != Kind::Dot,
    })
}

#[derive(Clone, Copy)]
pub(super) struct Clock {
    pub hour: u32,
    pub minute: u32,
    /// Minutes from UTC.
    pub zone: Option<i32>,
}

/// A clock time that begins at item `i`, and how many items it takes.
pub(super) fn clock_at(items: &[Item], i: usize) -> Option<(usize, Clock)> {
    let kind = |j: usize| items.get(i + j).map(|i| &i.kind);
    // "오후 2:30", "午後2時30分".
    if let Some(Kind::Half(post)) = kind(0) {
        let (len, clock) = clock_at(items, i + 1).filter(|_| !matches!(kind(1), Some(Kind::Half(_))))?;
        let hour = clock.hour % 12 + if *post { 12 } else { 0 };
        return Some((len + 1, Clock { hour, ..clock }));
    }
    let (mut len, mut hour, minute) = match (kind(0)?, kind(1)) {
        (Kind::Clock { hour, minute, .. }, _) => (1, *hour, *minute),
        (Kind::Number(n @ 1..=12, 1 | 2), Some(Kind::Half(_))) => (1, *n, 0),
        // "1430 GMT", "0900 hrs".
        (Kind::Number(n, 4), Some(Kind::Unit | Kind::Zone(_))) if n % 100 < 60 && *n < 2400 => (1, n / 100, n % 100),
        (Kind::Number(n @ 0..=23, 1 | 2), Some(Kind::Counter(Counter::Hour))) => match (kind(2), kind(3)) {
            (Some(Kind::Number(m @ 0..=59, 1 | 2)), Some(Kind::Counter(Counter::Minute))) => (4, *n, *m),
            _ => (2, *n, 0),
        },
        _ => return None,
    };
    match kind(len) {
        Some(Kind::Half(post)) => {
            hour = if *post { hour % 12 + 12 } else { hour % 12 };
            len += 1;
        }
        Some(Kind::Unit) => len += 1,
        _ => {}
    }
    let mut zone = None;
    let bracket = usize::from(matches!(kind(len), Some(Kind::Filler | Kind::Comma)));
    if let Some(Kind::Zone(offset)) = kind(len + bracket) {
        zone = *offset;
        len += 1 + bracket;
        // "GMT+1", "GMT+0530".
        if let (Some(Kind::Sign(_) | Kind::Dash), Some(n)) = (kind(len), kind(len + 1)) {
            let sign = if matches!(kind(len), Some(Kind::Sign(1))) {
                1
            } else {
                -1
            };
            let minutes = match n {
                Kind::Number(h, 1 | 2) if *h <= 14 => Some(h * 60),
                Kind::Number(hm, 4) => Some(hm / 100 * 60 + hm % 100),
                Kind::Clock { hour, minute, .. } => Some(hour * 60 + minute),
                _ => None,
            };
            if let Some(minutes) = minutes {
                zone = Some(sign * minutes as i32);
                len += 2;
            }
        }
    } else if let (Some(Kind::Sign(sign)), Some(Kind::Clock { hour: h, minute: m, .. })) = (kind(len), kind(len + 1)) {
        zone = Some(sign * (h * 60 + m) as i32);
        len += 2;
    }
    Some((len, Clock { hour, minute, zone }))
}
