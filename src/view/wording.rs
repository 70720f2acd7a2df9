//! The page's plain words for kinds, certainty and numbers.

use crate::analysis::*;

pub fn block_kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Kicker => "Kicker",
        BlockKind::Headline => "Headline",
        BlockKind::Standfirst => "Standfirst",
        BlockKind::Byline => "Byline",
        BlockKind::Timestamp => "Date and time",
        BlockKind::Dateline => "Dateline",
        BlockKind::Crosshead => "Crosshead",
        BlockKind::Paragraph => "Paragraph",
        BlockKind::ListItem => "List",
        BlockKind::KeyPoint => "Key points",
        BlockKind::Caption => "Caption",
        BlockKind::Credit => "Credit",
        BlockKind::PullQuote => "Pull quote",
        BlockKind::Related => "Related links",
        BlockKind::Furniture => "Page furniture",
        BlockKind::AuthorNote => "About the author",
        BlockKind::Note => "Note",
        BlockKind::Copyright => "Copyright",
        BlockKind::Tags => "Topics",
        BlockKind::Embed => "Embedded post",
        BlockKind::Other => "Other",
    }
}

/// What a quotation is, as a short label.
pub fn quotation_kind(kind: QuotationKind) -> &'static str {
    match kind {
        QuotationKind::Direct => "direct",
        QuotationKind::Partial => "partial",
        QuotationKind::Scare => "so-called",
        QuotationKind::Title => "title or name",
        QuotationKind::Indirect => "reported",
        QuotationKind::Thought => "thought",
    }
}

/// The same as a sentence, for those who do not know the label.
pub fn quotation_kind_meaning(kind: QuotationKind) -> &'static str {
    match kind {
        QuotationKind::Direct => "A whole statement, word for word.",
        QuotationKind::Partial => "A few words, word for word, inside the reporter’s own sentence.",
        QuotationKind::Scare => "Marks set by the writer: a term or so-called, nobody’s words in particular.",
        QuotationKind::Title => "A title, nickname, sign or motto.",
        QuotationKind::Indirect => "Reported, not word for word.",
        QuotationKind::Thought => "What somebody thinks or means to do; not counted as speech.",
    }
}

pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Certain => "certain",
        Confidence::Likely => "likely",
        Confidence::Weak => "weak",
    }
}

/// One of a kind.
pub fn entity_kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Place => "place",
        EntityKind::Group => "group",
        EntityKind::Event => "event",
        EntityKind::Work => "work",
        EntityKind::Product => "product",
        EntityKind::Law => "law",
        EntityKind::Money => "sum of money",
        EntityKind::Percent => "percentage",
        EntityKind::Quantity => "quantity",
        EntityKind::Other => "other name",
    }
}

/// A heading over several of a kind.
pub fn entity_kinds(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "People",
        EntityKind::Organization => "Organizations",
        EntityKind::Place => "Places",
        EntityKind::Group => "Nations, religions, movements",
        EntityKind::Event => "Events",
        EntityKind::Work => "Works",
        EntityKind::Product => "Products",
        EntityKind::Law => "Laws",
        EntityKind::Money => "Sums of money",
        EntityKind::Percent => "Percentages",
        EntityKind::Quantity => "Quantities",
        EntityKind::Other => "Other names",
    }
}

/// What the speaker is, where it is not simply a name.
pub fn speaker_status(status: SpeakerStatus) -> Option<&'static str> {
    match status {
        SpeakerStatus::Named | SpeakerStatus::Unknown => None,
        SpeakerStatus::Unnamed => Some("not named"),
        SpeakerStatus::Collective => Some("several speakers"),
        SpeakerStatus::Document => Some("a document"),
        SpeakerStatus::Outlet => Some("the outlet itself"),
        SpeakerStatus::Author => Some("the author"),
    }
}

/// What the reporting words say of the quotation beyond that it was said.
pub fn polarity(polarity: Polarity) -> Option<&'static str> {
    match polarity {
        Polarity::Affirmed => None,
        Polarity::Denied => Some("denied"),
        Polarity::Declined => Some("declined to say"),
        Polarity::Hypothetical => Some("not said, only supposed"),
    }
}

/// "1 paragraph", "12 paragraphs", "40,000 paragraphs".
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// Digits with commas between thousands.
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The text on one line and no longer than `limit` characters, cut at a word with "…" where it is longer.
pub fn excerpt(text: &str, limit: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let width = word.chars().count();
        if length > 0 && length + 1 + width > limit {
            out.push('…');
            return out;
        }
        if length > 0 {
            out.push(' ');
            length += 1;
        }
        if width > limit {
            out.extend(word.chars().take(limit));
            out.push('…');
            return out;
        }
        out.push_str(word);
        length += width;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!(number(7), "7");
        assert_eq!(number(1000), "1,000");
        assert_eq!(number(1234567), "1,234,567");
        assert_eq!(count(1, "name", "names"), "1 name");
    }

    #[test]
    fn excerpts_end_at_a_word() {
        assert_eq!(excerpt("The port\n  is shut", 20), "The port is shut");
        assert_eq!(excerpt("The port is shut", 10), "The port…");
        assert_eq!(excerpt("aaaaaaaaaaaaaaa", 4), "aaaa…");
        assert_eq!(excerpt("", 4), "");
    }
}
