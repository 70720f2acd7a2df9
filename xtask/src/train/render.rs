//! Our invented pages as a browser's clipboard would hold them: the elements that pages commonly use for each kind of
//! line, with the plain words that they give them as classes, at random.

use lede::analysis::BlockKind;

use super::pages::Page;
use super::random::Random;

/// The page as HTML. The words of its lines are those of its text.
pub fn html(page: &Page, random: &mut Random) -> String {
    let classes = random.chance(0.6);
    let lists = random.chance(0.7);
    let mut out = String::from("<article>");
    let mut above = None;
    for (i, line) in page.lines.iter().enumerate() {
        let (open, class, close) = pick(elements(line.kind), random);
        let list = open.starts_with("<li");
        if list && above != Some(line.kind) {
            out.push_str(if lists { "<ul>" } else { "<div><ul>" });
        }
        let class = match classes && random.chance(0.8) && !class.is_empty() {
            true => format!(" class=\"{}\"", class_name(class, random)),
            false => String::new(),
        };
        let (tag, inner) = open.split_once('>').unwrap_or((open, ""));
        out.push_str(&format!("{tag}{class}>{inner}"));
        escape(&page.text[line.start..line.end], &mut out);
        out.push_str(close);
        let ends = page.lines.get(i + 1).is_none_or(|next| next.kind != line.kind);
        if list && ends {
            out.push_str(if lists { "</ul>" } else { "</ul></div>" });
        }
        above = list.then_some(line.kind);
    }
    out + "</article>"
}

type Element = (&'static str, &'static str, &'static str);

fn pick(of: &'static [Element], random: &mut Random) -> Element {
    of[(random.next() % of.len() as u64) as usize]
}

/// "byline", "article-byline", "c-byline__text".
fn class_name(word: &str, random: &mut Random) -> String {
    match random.next() % 4 {
        0 => format!("article-{word}"),
        1 => format!("c-{word}__text"),
        2 => format!("{word} u-block"),
        _ => word.to_string(),
    }
}

/// The element that a line opens, the word of its class, and what closes it. List items stand beside each other.
fn elements(kind: BlockKind) -> &'static [Element] {
    match kind {
        BlockKind::Headline => &[
            ("<h1>", "headline", "</h1>"),
            ("<h1>", "", "</h1>"),
            ("<h1><span>", "title", "</span></h1>"),
        ],
        BlockKind::Standfirst => &[
            ("<p>", "standfirst", "</p>"),
            ("<h2>", "dek", "</h2>"),
            ("<div>", "summary", "</div>"),
        ],
        BlockKind::Kicker => &[
            ("<a href=\"#\">", "kicker", "</a><br>"),
            ("<div>", "eyebrow", "</div>"),
            ("<span>", "section", "</span><br>"),
        ],
        BlockKind::Byline => &[
            ("<div>", "byline", "</div>"),
            ("<address>", "", "</address>"),
            ("<p><a rel=\"author\" href=\"#\">", "author", "</a></p>"),
        ],
        BlockKind::Timestamp => &[
            ("<div><time>", "date", "</time></div>"),
            ("<div>", "timestamp", "</div>"),
            ("<p><time>", "published", "</time></p>"),
        ],
        BlockKind::Dateline => &[("<p>", "dateline", "</p>"), ("<div>", "", "</div>")],
        BlockKind::Crosshead => &[
            ("<h2>", "", "</h2>"),
            ("<h3>", "", "</h3>"),
            ("<p><strong>", "", "</strong></p>"),
        ],
        BlockKind::Paragraph => &[
            ("<p>", "", "</p>"),
            ("<p>", "paragraph", "</p>"),
            ("<div>", "body", "</div>"),
        ],
        BlockKind::ListItem => &[("<li>", "", "</li>"), ("<li><p>", "", "</p></li>")],
        BlockKind::KeyPoint => &[("<li>", "highlights", "</li>"), ("<li>", "keypoints", "</li>")],
        BlockKind::Caption => &[
            ("<figure><figcaption>", "caption", "</figcaption></figure>"),
            ("<div>", "caption", "</div>"),
            ("<figure><figcaption>", "", "</figcaption></figure>"),
        ],
        BlockKind::Credit => &[
            ("<div>", "credit", "</div>"),
            ("<figure><figcaption>", "credit", "</figcaption></figure>"),
            ("<small>", "photographer", "</small><br>"),
        ],
        BlockKind::PullQuote => &[
            ("<blockquote>", "pullquote", "</blockquote>"),
            ("<aside>", "pull", "</aside>"),
        ],
        BlockKind::Related => &[
            ("<li><a href=\"#\">", "related", "</a></li>"),
            ("<aside><a href=\"#\">", "recommended", "</a></aside>"),
            ("<div><a href=\"#\">", "more", "</a></div>"),
        ],
        BlockKind::Furniture => &[
            ("<div>", "share", "</div>"),
            ("<div><a href=\"#\">", "nav", "</a></div>"),
            ("<div>", "newsletter", "</div>"),
            ("<button>", "", "</button><br>"),
            ("<div>", "ad", "</div>"),
        ],
        BlockKind::AuthorNote => &[
            ("<div>", "bio", "</div>"),
            ("<p><em>", "", "</em></p>"),
            ("<footer>", "author", "</footer>"),
        ],
        BlockKind::Note => &[
            ("<p><em>", "note", "</em></p>"),
            ("<div>", "correction", "</div>"),
            ("<p>", "", "</p>"),
        ],
        BlockKind::Copyright => &[
            ("<footer>", "copyright", "</footer>"),
            ("<p><small>", "legal", "</small></p>"),
        ],
        BlockKind::Tags => &[
            ("<li><a href=\"#\">", "tags", "</a></li>"),
            ("<li><a href=\"#\">", "keywords", "</a></li>"),
        ],
        BlockKind::Embed => &[
            ("<blockquote>", "tweet", "</blockquote>"),
            ("<blockquote><p>", "embed", "</p></blockquote>"),
        ],
        BlockKind::Other => &[("<div>", "", "</div>"), ("<p>", "", "</p>")],
    }
}

fn escape(words: &str, out: &mut String) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            _ => out.push(c),
        }
    }
}
