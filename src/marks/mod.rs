//! Quotation marks paired: in each block, and over several paragraphs.

mod block;
mod glyphs;
mod lexer;
mod missing;
mod pairs;
mod paragraphs;
mod roles;

use crate::analysis::{BlockId, Note, NoteCode, Span};
use crate::structure::Structure;
use crate::text::Text;
use paragraphs::Pending;

pub struct MarkedSpans {
    /// In text order (by start, longer first). They may nest, they never cross, and none crosses a block's edge:
    /// a quotation over several paragraphs is one span a paragraph, joined by `continues`.
    pub spans: Vec<MarkedSpan>,
    /// At most 100: noise could give one a byte.
    pub notes: Vec<Note>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarkedSpan {
    /// Empty, and at the content's start, where no mark stands: a paragraph that carries on an open quotation without
    /// reopening it, or a quotation that is closed and never opened.
    pub open: Span,
    /// None where the quotation is never closed, or goes on in the next paragraph.
    pub close: Option<Span>,
    /// What stands between the marks, without white space at its edges. Never empty.
    pub content: Span,
    pub block: BlockId,
    /// The index of the smallest marked span around this one.
    pub inside: Option<u32>,
    /// The index of the span, in an earlier paragraph, that this one continues.
    pub continues: Option<u32>,
}

impl MarkedSpan {
    /// The content with its marks.
    pub fn outer(&self) -> Span {
        Span {
            start: self.open.start,
            end: self.close.map_or(self.content.end, |c| c.end),
        }
    }
}

impl MarkedSpans {
    fn note(&mut self, code: NoteCode, span: Span) {
        if self.notes.len() < 100 {
            self.notes.push(Note { code, span });
        }
    }
}

/// Pairs the quotation marks of the text, in linear time.
pub fn scan(text: &Text, structure: &Structure) -> MarkedSpans {
    let mut out = MarkedSpans {
        spans: Vec::new(),
        notes: Vec::new(),
    };
    let mut doubled = false;
    let marks: Vec<Vec<lexer::Mark>> = (0..text.blocks.len())
        .map(|b| lexer::lex(text, b, &mut doubled))
        .collect();
    let next_begins = paragraphs::next_begins(text, structure, &marks);
    // A quotation of the body that was open at the end of an earlier paragraph.
    let mut pending: Option<Pending> = None;
    for (block, &next_begins) in next_begins.iter().enumerate() {
        let body = paragraphs::is_body(structure, block);
        let marks = &marks[block];
        let strong = pairs::strong(marks);
        if body && let Some(p) = pending.take_if(|p| p.passes(marks, &strong)) {
            pending = p.pass(text, block, &mut out);
            continue;
        }
        if marks.is_empty() {
            continue;
        }
        let resumed = match pending.take_if(|_| body) {
            Some(p) => p.resume(text, block, marks, &strong, &mut out),
            None => None,
        };
        let found = block::complete(text, block, marks, strong, next_begins, resumed.is_some());
        for (code, span) in found.notes {
            out.note(code, span);
        }
        let first = out.spans.len();
        block::nest(text, block, found.stretches, &mut out);
        if let (Some(earlier), Some(span)) = (resumed, out.spans.get_mut(first))
            && span.open.start == text.blocks[block].span.start
        {
            span.continues = Some(earlier);
        }
        if let Some((open, family)) = found.goes_on.filter(|_| body) {
            let span = out.spans[first..].iter().rposition(|s| s.open == open);
            pending = span.map(|s| Pending::new((first + s) as u32, open, family));
        } else if let Some((open, _)) = found.goes_on {
            out.note(NoteCode::UnclosedQuotation, open);
        }
    }
    if let Some(p) = pending {
        p.give_up(&mut out);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scanned(source: &str) -> MarkedSpans {
        let text = crate::text::read(source, &[]);
        let mut structure = crate::structure::find(&text);
        for block in &mut structure.blocks {
            block.kind = crate::analysis::BlockKind::Paragraph;
        }
        scan(&text, &structure)
    }

    /// The contents in order: `(…` inside the one before, `+…` continues one.
    #[track_caller]
    fn check(source: &str, expected: &[&str]) {
        let spans = scanned(source).spans;
        let found: Vec<String> = spans
            .iter()
            .map(|s| {
                let depth = std::iter::successors(s.inside, |&i| spans[i as usize].inside).count();
                let sign = if s.continues.is_some() { "+" } else { "" };
                format!("{}{sign}{}", "(".repeat(depth), s.content.of(source))
            })
            .collect();
        assert_eq!(found, expected, "in {source:?}");
    }

    #[test]
    fn double_marks() {
        check("\"We start Monday,\" Ilse Moor said.", &["We start Monday,"]);
        check("“We start Monday,” Ilse Moor said.", &["We start Monday,"]);
        check("“We go,\" she said", &["We go,"]);
        check("``We go,'' she said", &["We go,"]);
        check(
            "\\\"We go\\\" and &quot;stay&quot; &ldquo;now&rdquo;",
            &["We go", "stay", "now"],
        );
        check("”Vi går”, sade hon", &["Vi går"]);
        check("“We go,“ she said.", &["We go,"]);
        check("„Wir gehen“, sagte er, „jetzt”.", &["Wir gehen", "jetzt"]);
        check("“ We go ” she said", &["We go"]);
        check("He said: \" We go \" and left", &["We go"]);
        check("Moor said.\"We go\" now", &["We go"]);
    }

    #[test]
    fn single_marks() {
        check("‘We start Monday,’ said Ilse Moor.", &["We start Monday,"]);
        check("'We start Monday,' said Ilse Moor.", &["We start Monday,"]);
        check("Mayor vows 'no retreat' on harbour", &["no retreat"]);
        check("The mayor's office can't reopen", &[]);
        check("the ministers' plan 'will fail'", &["will fail"]);
        check("the ministers’ plan ‘will fail’", &["will fail"]);
        check(
            "'The ministers' plan will fail,' he said",
            &["The ministers' plan will fail,"],
        );
        check("Mayor slams 'reckless cuts' plan", &["reckless cuts"]);
        check("a 'lasting peace,' he said of the ministers' plan", &["lasting peace,"]);
        check("’Twas the ’90s, rock ’n’ roll, get ’em", &[]);
        check("'Twas the '90s, rock 'n' roll, get 'em", &[]);
        check("the ‘90s deal they shouldn‘t sign", &[]);
        check("'We loved the '90s deal,' he said.", &["We loved the '90s deal,"]);
        check("in '98 the 'lost decade' began", &["lost decade"]);
    }

    #[test]
    fn units_bullets_and_code() {
        check("a 5'10\" guard, a 6\" pipe, 42°30'15\" north", &[]);
        check("\"The pipe is 6\" wide,\" he said", &["The pipe is 6\" wide,"]);
        check("\"It was 2020\" he said", &["It was 2020"]);
        check("» Read more", &[]);
        check("Home › News › Port", &[]);
        check("won in 8\"30 with href=\"x\" set \"here\"", &["here"]);
    }

    #[test]
    fn other_languages() {
        check("«Nous partons», dit-elle", &["Nous partons"]);
        check("« Nous partons », dit-elle", &["Nous partons"]);
        check("»Wir gehen«, sagte er", &["Wir gehen"]);
        check("他说「走『吧』」。", &["走『吧』", "(吧"]);
    }

    #[test]
    fn nested() {
        check(
            "“She told me ‘never again’ and left,” Moor said.",
            &["She told me ‘never again’ and left,", "(never again"],
        );
        check(
            "‘She told me “never again”,’ Moor said.",
            &["She told me “never again”,", "(never again"],
        );
        check(
            "\"They called it \"a gift\" then,\" he said.",
            &["They called it \"a gift\" then,", "(a gift"],
        );
        check("“He said ‘no.’” She left.", &["He said ‘no.’", "(no."]);
        check("\"'No,' he said,\" she said.", &["'No,' he said,", "(No,"]);
    }

    #[test]
    fn over_paragraphs() {
        check("“First.\n“Second,” she said.", &["First.", "+Second,"]);
        check("‘First.\n‘Second,’ she said.", &["First.", "+Second,"]);
        check("'First.\n'Second,' she said.", &["First.", "+Second,"]);
        check(
            "“First.\nNo mark's here.\nThird,” she said.",
            &["First.", "+No mark's here.", "+Third,"],
        );
        check(
            "“First. Second.\nThen he left.\n“Third,” she said.",
            &["First. Second.", "Third,"],
        );
        check(
            "Moor said: “First. Second.\nThen he left “now”.",
            &["First. Second.", "now"],
        );
    }

    #[test]
    fn strays_spoil_nothing() {
        check("We go,” she said.\n“Yes,” he said.", &["We go,", "Yes,"]);
        check("One \" stray here.\n\"Yes,\" he said.", &["Yes,"]);
        check(
            "One \" stray. \"We go,\" she said. \"Yes,\" he said.",
            &["We go,", "Yes,"],
        );
        check("He said “” and “ ”.", &[]);
    }

    /// What holds for every text.
    fn hold(source: &str) {
        let spans = scanned(source).spans;
        let mut used = vec![false; source.len()];
        let mut around: Vec<usize> = Vec::new();
        for (i, span) in spans.iter().enumerate() {
            assert!(!span.content.is_empty() && span.content.of(source).trim() == span.content.of(source));
            assert!(span.open.end <= span.content.start);
            assert!(span.close.is_none_or(|c| span.content.end <= c.start));
            for byte in span.open.range().chain(span.close.iter().flat_map(|c| c.range())) {
                assert!(!used[byte], "a mark is in two pairs");
                used[byte] = true;
            }
            while around.last().is_some_and(|&a| spans[a].outer().end <= span.open.start) {
                around.pop();
            }
            assert_eq!(span.inside, around.last().map(|&a| a as u32));
            if let Some(&a) = around.last() {
                assert!(spans[a].outer().contains(span.outer()), "two spans cross");
                assert_eq!(spans[a].block, span.block);
            }
            if let Some(earlier) = span.continues {
                assert!((earlier as usize) < i && spans[earlier as usize].block < span.block);
                assert_eq!(spans[earlier as usize].close, None);
            }
            around.push(i);
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

        #[test]
        fn marks_of_any_text(source in "[a-cS .,:=1\n\"'`\\\\“”‘’«»‹›„‚「」『』\u{200B}\u{AD}—-]{0,60}") {
            hold(&source);
        }

        #[test]
        fn marks_of_something_like_prose(source in "(([ \n(]|, )?[\"'“‘]?(we|We|ministers|2020|'em)[.,!]?[\"'”’]?( said)?){0,24}") {
            hold(&source);
        }
    }
}
