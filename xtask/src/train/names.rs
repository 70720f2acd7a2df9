//! Learns names.

use lede::language::features::{self, Task, View, WINDOW};
use lede::language::model::Weights;
use lede::language::tags::{self, Position, Tag};
use lede::language::vocabulary::Vocabulary;
use lede::language::words::EDGE;
use lede::text::Text;

use super::crf::{self, Example, Options};
use super::gold::{Article, GoldName};
use super::random::Random;

/// The features of each token, as the engine sees them.
pub fn features_of(task: Task, view: &View, token: usize) -> Vec<u32> {
    let mut all = Vec::with_capacity(64);
    for (place, &offset) in WINDOW.iter().enumerate() {
        let word = view
            .context
            .neighbour(token, offset)
            .map_or(&EDGE, |t| view.words.word(t));
        features::of_word(task, place, word, |f| all.push(f));
    }
    features::of_token(task, view, token, |f| all.push(f));
    all
}

/// Learns the name model from the articles.
pub fn learn(articles: &[Article], vocabulary: &Vocabulary, options: &Options) -> Weights {
    let mut random = Random(options.seed);
    let mut examples = Vec::new();
    for article in articles {
        add_examples(article, vocabulary, |_| true, &mut examples);
        augment(article, vocabulary, &mut random, &mut examples);
    }
    crf::learn(&examples, tags::may_follow, tags::may_start, options)
}

/// Capitals are used in other ways in headlines and on careless pages: some lines are learned in those ways too.
fn augment(article: &Article, vocabulary: &Vocabulary, random: &mut Random, examples: &mut Vec<Example>) {
    type Change = fn(char, bool) -> char;
    let changes: [(f64, Change); 3] = [
        (0.10, |c, _| upper(c)),
        (0.08, |c, first| if first { upper(c) } else { c }),
        (0.03, |c, _| lower(c)),
    ];
    for (share, change) in changes {
        let mut changed = String::with_capacity(article.text.len());
        let mut first = true;
        for c in article.text.chars() {
            let new = change(c, first);
            // The names' places must stay what they are.
            changed.push(if new.len_utf8() == c.len_utf8() { new } else { c });
            first = !c.is_alphanumeric() && c != '’' && c != '\'';
        }
        let copy = Article {
            text: changed,
            names: article.names.clone(),
            silent: article.silent.clone(),
        };
        let salt = random.next();
        add_examples(
            &copy,
            vocabulary,
            |block| Random(salt ^ block as u64).chance(share),
            examples,
        );
    }
}

fn upper(c: char) -> char {
    let mut all = c.to_uppercase();
    all.next().filter(|_| all.next().is_none()).unwrap_or(c)
}

fn lower(c: char) -> char {
    let mut all = c.to_lowercase();
    all.next().filter(|_| all.next().is_none()).unwrap_or(c)
}

fn add_examples(
    article: &Article,
    vocabulary: &Vocabulary,
    wanted: impl Fn(usize) -> bool,
    examples: &mut Vec<Example>,
) {
    let text = lede::text::read(&article.text, &[]);
    let structure = lede::structure::find(&text);
    let marks = lede::quotations::marks::scan(&text, &structure);
    let view = View::of(&text, &marks, vocabulary);
    let possible = possible_tags(&text, article);
    for (number, block) in text.blocks.iter().enumerate() {
        if !wanted(number) {
            continue;
        }
        let tokens = block.tokens.start as usize..block.tokens.end as usize;
        examples.push(Example {
            features: tokens.clone().map(|t| features_of(Task::Names, &view, t)).collect(),
            possible: possible[tokens].to_vec(),
        });
    }
}

/// What each token may be tagged as, one bit a tag.
fn possible_tags(text: &Text, article: &Article) -> Vec<u32> {
    let bit = |tag: Option<Tag>| tag.map_or(0, |t| 1u32 << t);
    let all = |kind| {
        [Position::Begin, Position::Inside, Position::Last, Position::Unit]
            .into_iter()
            .fold(0, |m, p| m | bit(tags::tag(kind, p)))
    };
    let silent = article.silent.iter().fold(0, |m, &k| m | all(k));
    let mut possible: Vec<u32> = text
        .tokens
        .iter()
        .map(|t| 1 | if t.case.is_capital() { silent } else { 0 })
        .collect();
    for name in &article.names {
        let tokens = tokens_of(text, name);
        let len = tokens.len();
        for (i, t) in tokens.enumerate() {
            let position = match (i, len) {
                (0, 1) => Position::Unit,
                (0, _) => Position::Begin,
                (i, len) if i + 1 == len => Position::Last,
                _ => Position::Inside,
            };
            possible[t] = name
                .kinds
                .iter()
                .fold(u32::from(name.doubtful), |m, &k| m | bit(tags::tag(k, position)));
        }
    }
    possible
}

/// The tokens of the name, without article before and possessive after it.
fn tokens_of(text: &Text, name: &GoldName) -> std::ops::Range<usize> {
    let mut start = text.tokens.partition_point(|t| (t.span.end as usize) <= name.start);
    let mut end = text.tokens.partition_point(|t| (t.span.start as usize) < name.end);
    if end > start + 1 && matches!(text.form(start), "the" | "a" | "an") {
        start += 1;
    }
    if end > start + 1 && matches!(text.form(end - 1), "'s" | "'") {
        end -= 1;
    }
    start..end
}
