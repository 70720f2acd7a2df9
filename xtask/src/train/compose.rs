//! Short pages put together from the lines of our invented ones: news in brief, and what people try a page out with.
//!
//! Each line keeps its kind; a run of lines of one kind (a related box, a list with the line that opens it, the topics)
//! stays together.

use lede::analysis::BlockKind::{self, *};

use super::pages::{GoldLine, OURS, Page};
use super::random::Random;

/// Runs of lines, by the kind of their first line.
struct Parts<'p> {
    runs: Vec<(BlockKind, Vec<&'p str>)>,
}

/// So many short pages, always the same for the same random numbers.
pub fn short_pages(ours: &[&Page], count: usize, random: &mut Random) -> Vec<Page> {
    let parts = Parts::of(ours);
    (0..count).filter_map(|n| page(&parts, n, random)).collect()
}

impl<'p> Parts<'p> {
    fn of(pages: &[&'p Page]) -> Parts<'p> {
        let mut runs: Vec<(BlockKind, Vec<&str>)> = Vec::new();
        for page in pages {
            let mut last = None;
            for line in &page.lines {
                let words = &page.text[line.start..line.end];
                match runs.last_mut() {
                    Some(run) if last == Some(line.kind) && stays_together(line.kind) => run.1.push(words),
                    _ => runs.push((line.kind, vec![words])),
                }
                last = Some(line.kind);
            }
        }
        Parts { runs }
    }

    /// A run of this kind at random.
    fn pick(&self, kind: BlockKind, random: &mut Random) -> Option<Vec<&'p str>> {
        let of_kind: Vec<_> = self.runs.iter().filter(|r| r.0 == kind).collect();
        let run = of_kind.get((random.next() % of_kind.len().max(1) as u64) as usize)?;
        Some(run.1.iter().take(8).copied().collect())
    }
}

fn stays_together(kind: BlockKind) -> bool {
    matches!(
        kind,
        Related | ListItem | KeyPoint | Tags | Embed | PullQuote | Note | AuthorNote | Other
    )
}

struct Draft<'p> {
    lines: Vec<(BlockKind, String)>,
    parts: &'p Parts<'p>,
}

impl Draft<'_> {
    /// Adds a run of this kind with this probability.
    fn maybe(&mut self, kind: BlockKind, chance: f64, random: &mut Random) {
        if random.chance(chance)
            && let Some(run) = self.parts.pick(kind, random)
        {
            self.lines
                .extend(run.into_iter().map(|words| (kind, words.to_string())));
        }
    }

    fn paragraph(&mut self, random: &mut Random) {
        self.maybe(Paragraph, 1.0, random);
    }

    /// A quotation of a paragraph on a line of its own, and now and then who said it.
    fn pull_quote(&mut self) {
        let quoted = self.lines.iter().rev().filter(|l| l.0 == Paragraph).find_map(|l| {
            let (_, rest) = l.1.split_once('“')?;
            let (quotation, rest) = rest.split_once('”')?;
            let name = rest.split(['.', ',']).find_map(|r| r.trim().strip_prefix("said "));
            Some((
                quotation.trim_end_matches([',', '.']).to_string(),
                name.map(str::to_string),
            ))
        });
        let Some((quotation, name)) = quoted.filter(|q| q.0.split(' ').count() > 2) else {
            return;
        };
        self.lines.push((PullQuote, format!("“{quotation}”")));
        if let Some(name) = name.filter(|n| n.starts_with(char::is_uppercase) && n.len() < 40) {
            self.lines.push((PullQuote, name));
        }
    }

    fn head(&mut self, random: &mut Random) {
        self.maybe(Furniture, 0.15, random);
        self.maybe(Note, 0.07, random);
        self.maybe(Kicker, 0.2, random);
        self.maybe(Headline, 0.95, random);
        let byline_first = random.chance(0.4);
        if byline_first {
            self.maybe(Byline, 0.8, random);
        }
        self.maybe(Standfirst, 0.25, random);
        self.maybe(KeyPoint, 0.12, random);
        if !byline_first {
            self.maybe(Byline, 0.7, random);
        }
        self.maybe(Timestamp, 0.4, random);
        self.maybe(Furniture, 0.2, random);
        self.maybe(Caption, 0.15, random);
        self.maybe(Credit, 0.1, random);
        self.maybe(Dateline, 0.1, random);
    }

    fn body(&mut self, random: &mut Random) {
        self.paragraph(random);
        for _ in 0..1 + random.next() % 5 {
            match random.next() % 14 {
                0 | 1 => self.maybe(Crosshead, 1.0, random),
                2 => self.maybe(Furniture, 1.0, random),
                3 => self.maybe(Related, 1.0, random),
                4 => self.maybe(ListItem, 1.0, random),
                5 => {
                    self.maybe(Caption, 1.0, random);
                    self.maybe(Credit, 0.5, random);
                }
                6 => self.pull_quote(),
                7 => self.maybe(Embed, 0.6, random),
                8 => self.maybe(Timestamp, 0.3, random),
                _ => {}
            }
            self.paragraph(random);
        }
    }

    fn tail(&mut self, random: &mut Random) {
        self.maybe(ListItem, 0.1, random);
        self.maybe(AuthorNote, 0.25, random);
        self.maybe(Note, 0.2, random);
        self.maybe(Furniture, 0.25, random);
        self.maybe(Related, 0.25, random);
        self.maybe(Tags, 0.2, random);
        self.maybe(Copyright, 0.2, random);
        self.maybe(Furniture, 0.15, random);
    }
}

fn page(parts: &Parts, number: usize, random: &mut Random) -> Option<Page> {
    let mut draft = Draft {
        lines: Vec::new(),
        parts,
    };
    draft.head(random);
    draft.body(random);
    draft.tail(random);
    // Blank lines everywhere, nowhere, or anywhere.
    let blanks = [1.0, 1.0, 0.0, 0.5][(random.next() % 4) as usize];
    let mut page = Page {
        id: format!("short-{number}"),
        set: OURS,
        outlet: OURS.to_string(),
        text: String::new(),
        html: String::new(),
        lines: Vec::new(),
        headline: None,
    };
    let mut above = None;
    for (kind, words) in draft.lines {
        if above.is_some() {
            let together = above == Some(kind) && stays_together(kind) && blanks < 1.0;
            page.text.push_str(if !together && random.chance(blanks) {
                "\n\n"
            } else {
                "\n"
            });
        }
        let start = page.text.len();
        page.text.push_str(&words);
        page.lines.push(GoldLine {
            start,
            end: page.text.len(),
            kind,
            sure: true,
        });
        above = Some(kind);
    }
    (!page.lines.is_empty()).then_some(page)
}
