//! The plain words in the names that pages give to their elements: `class="article__byline"` says "byline".

use html5gum::emitters::default::StartTag;

use crate::text::Words;

/// Words of names and what they mean, sorted.
const MEANINGS: &[(&str, Words)] = &[
    ("ad", Words::Advertisement),
    ("ads", Words::Advertisement),
    ("advert", Words::Advertisement),
    ("advertisement", Words::Advertisement),
    ("advertising", Words::Advertisement),
    ("audio", Words::Player),
    ("author", Words::Author),
    ("authors", Words::Author),
    ("banner", Words::Promotion),
    ("bio", Words::Biography),
    ("biography", Words::Biography),
    ("body", Words::Body),
    ("breadcrumb", Words::Navigation),
    ("breadcrumbs", Words::Navigation),
    ("bullets", Words::KeyPoints),
    ("byline", Words::Byline),
    ("bylines", Words::Byline),
    ("caption", Words::Caption),
    ("captions", Words::Caption),
    ("category", Words::Kicker),
    ("comment", Words::Comment),
    ("comments", Words::Comment),
    ("consent", Words::Consent),
    ("content", Words::Body),
    ("contributor", Words::Author),
    ("cookie", Words::Consent),
    ("cookies", Words::Consent),
    ("copyright", Words::Legal),
    ("correction", Words::Note),
    ("corrections", Words::Note),
    ("creator", Words::Author),
    ("credit", Words::Credit),
    ("credits", Words::Credit),
    ("cta", Words::Promotion),
    ("date", Words::Date),
    ("dateline", Words::Dateline),
    ("datemodified", Words::Date),
    ("datepublished", Words::Date),
    ("datetime", Words::Date),
    ("deck", Words::Standfirst),
    ("dek", Words::Standfirst),
    ("description", Words::Standfirst),
    ("disclaimer", Words::Legal),
    ("discussion", Words::Comment),
    ("embed", Words::Embed),
    ("excerpt", Words::Standfirst),
    ("eyebrow", Words::Kicker),
    ("facebook", Words::Share),
    ("footer", Words::Footer),
    ("gallery", Words::Image),
    ("gdpr", Words::Consent),
    ("headline", Words::Headline),
    ("highlights", Words::KeyPoints),
    ("image", Words::Image),
    ("instagram", Words::Embed),
    ("intro", Words::Standfirst),
    ("keypoints", Words::KeyPoints),
    ("keyword", Words::Topic),
    ("keywords", Words::Topic),
    ("kicker", Words::Kicker),
    ("lede", Words::Standfirst),
    ("legal", Words::Legal),
    ("live", Words::Live),
    ("liveblog", Words::Live),
    ("locked", Words::Paywall),
    ("mail", Words::Mail),
    ("mailing", Words::Newsletter),
    ("menu", Words::Navigation),
    ("meter", Words::Paywall),
    ("more", Words::Related),
    ("mostread", Words::Popular),
    ("nav", Words::Navigation),
    ("navbar", Words::Navigation),
    ("navigation", Words::Navigation),
    ("newsletter", Words::Newsletter),
    ("newsletters", Words::Newsletter),
    ("note", Words::Note),
    ("outbrain", Words::Advertisement),
    ("overline", Words::Kicker),
    ("paywall", Words::Paywall),
    ("photo", Words::Image),
    ("photographer", Words::Credit),
    ("picture", Words::Image),
    ("player", Words::Player),
    ("podcast", Words::Player),
    ("popular", Words::Popular),
    ("premium", Words::Paywall),
    ("profile", Words::Biography),
    ("promo", Words::Promotion),
    ("promotion", Words::Promotion),
    ("pubdate", Words::Date),
    ("published", Words::Date),
    ("pull", Words::PullQuote),
    ("pullquote", Words::PullQuote),
    ("rail", Words::Related),
    ("recirc", Words::Related),
    ("recommendation", Words::Related),
    ("recommendations", Words::Related),
    ("recommended", Words::Related),
    ("related", Words::Related),
    ("share", Words::Share),
    ("sharing", Words::Share),
    ("sidebar", Words::Related),
    ("signup", Words::Newsletter),
    ("slideshow", Words::Image),
    ("social", Words::Share),
    ("sponsor", Words::Advertisement),
    ("sponsored", Words::Advertisement),
    ("standfirst", Words::Standfirst),
    ("story", Words::Body),
    ("strap", Words::Standfirst),
    ("strapline", Words::Standfirst),
    ("subhead", Words::Standfirst),
    ("subheadline", Words::Standfirst),
    ("subscribe", Words::Newsletter),
    ("subscription", Words::Newsletter),
    ("subtitle", Words::Standfirst),
    ("summary", Words::Standfirst),
    ("taboola", Words::Advertisement),
    ("tag", Words::Topic),
    ("tags", Words::Topic),
    ("takeaways", Words::KeyPoints),
    ("teaser", Words::Promotion),
    ("terms", Words::Legal),
    ("time", Words::Date),
    ("timestamp", Words::Date),
    ("title", Words::Headline),
    ("topic", Words::Topic),
    ("topics", Words::Topic),
    ("trending", Words::Popular),
    ("tweet", Words::Embed),
    ("twitter", Words::Embed),
    ("updated", Words::Date),
    ("video", Words::Player),
    ("writer", Words::Author),
];

/// What names say of an element.
#[derive(Default)]
pub(super) struct Named {
    pub words: Words,
    /// The page's style hides it: what is only for screen readers, and the remarks of Word's readers.
    pub hidden: bool,
    /// Word's style for the title of a document.
    pub title: bool,
}

/// Classes of elements that nobody sees on the page.
const UNSEEN: [&str; 9] = [
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "screen-reader-only",
    "screenreader-only",
    "msocomanchor",
    "msocomtxt",
    "msodel",
];

/// What the name, classes, role and properties of an element say.
pub(super) fn of(tag: &StartTag<()>) -> Named {
    let mut named = Named::default();
    // Elements that are not HTML's own: `<article-byline>`.
    if tag.name.contains(&b'-') {
        named.words = words(&String::from_utf8_lossy(&tag.name));
    }
    for key in [
        &b"class"[..],
        b"id",
        b"itemprop",
        b"rel",
        b"role",
        b"data-component",
        b"data-testid",
    ] {
        if let Some(value) = tag.attributes.get(key) {
            named.words = named.words.and(words(&String::from_utf8_lossy(&value.value)));
        }
    }
    if let Some(classes) = tag.attributes.get(&b"class"[..]) {
        for class in String::from_utf8_lossy(&classes.value)
            .to_lowercase()
            .split_whitespace()
        {
            named.hidden |= UNSEEN.contains(&class);
            named.title |= class == "msotitle";
        }
    }
    named
}

/// What a list of names says: "article__byline--large", "PullQuote", "photo_caption".
fn words(names: &str) -> Words {
    let mut said = Words::default();
    let mut word = String::new();
    let mut after_small = false;
    // A space more ends the last word.
    for c in names.chars().chain([' ']) {
        if !c.is_ascii_alphabetic() || (c.is_ascii_uppercase() && after_small) {
            said = said.and(meaning(&word));
            word.clear();
        }
        if c.is_ascii_alphabetic() {
            word.push(c.to_ascii_lowercase());
        }
        after_small = c.is_ascii_lowercase();
    }
    said
}

fn meaning(word: &str) -> Words {
    let found = MEANINGS.binary_search_by_key(&word, |(word, _)| word);
    found.map_or_else(|_| Words::default(), |i| MEANINGS[i].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meanings_are_sorted() {
        assert!(MEANINGS.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn names_are_cut_into_words() {
        assert_eq!(words("article__byline--large"), Words::Byline);
        assert_eq!(
            words("storyBody photo_caption"),
            Words::Body.and(Words::Image).and(Words::Caption)
        );
        assert_eq!(words("css-1x2y headband"), Words::default());
    }
}
