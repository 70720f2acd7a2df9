//! Which language a text seems to be in.

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use super::{Text, TokenKind};
use crate::analysis::{Note, NoteCode, Span};

/// How many tokens are looked at: enough for an article, and the same time for a book.
const SAMPLE: usize = 4000;

/// Guesses the language from its function words, or from its script. "und" where there is too little text.
pub(super) fn guess(text: &Text) -> &'static str {
    let sample = &text.tokens[..text.tokens.len().min(SAMPLE)];
    let mut times = vec![0u32; text.forms.len()];
    let mut words = 0;
    for token in sample.iter().filter(|t| t.kind == TokenKind::Word) {
        times[token.form as usize] += 1;
        words += 1;
    }
    let mut hits = [0u32; FUNCTION_WORDS.len()];
    let mut scripts = [0u32; SCRIPTS.len()];
    for (form, &n) in text.forms.iter().zip(&times).filter(|(_, n)| **n > 0) {
        let mut languages = LANGUAGES.get(form.as_str()).copied().unwrap_or(0);
        while languages != 0 {
            hits[languages.trailing_zeros() as usize] += n;
            languages &= languages - 1;
        }
        let first = form.chars().next().unwrap_or(' ');
        if first.is_ascii() {
            continue;
        }
        for (script, (_, from, to)) in scripts.iter_mut().zip(&SCRIPTS) {
            *script += if (*from..=*to).contains(&first) { n } else { 0 };
        }
    }
    let (script, times_seen) = best(&scripts);
    if times_seen * 2 > words {
        return SCRIPTS[script].0;
    }
    let (language, times_seen) = best(&hits);
    // A text of news is a third function words; a list of names has hardly any.
    if times_seen < 3 || times_seen * 20 < words {
        "und"
    } else {
        FUNCTION_WORDS[language].0
    }
}

/// The languages that a function word belongs to, one bit for each of `FUNCTION_WORDS`.
static LANGUAGES: LazyLock<HashMap<&str, u16, FxBuildHasher>> = LazyLock::new(|| {
    let mut languages = HashMap::default();
    for (i, (_, list)) in FUNCTION_WORDS.iter().enumerate() {
        for word in *list {
            *languages.entry(*word).or_default() |= 1 << i;
        }
    }
    languages
});

fn best(counts: &[u32]) -> (usize, u32) {
    let mut best = (0, 0);
    for (i, &n) in counts.iter().enumerate() {
        if n > best.1 {
            best = (i, n);
        }
    }
    best
}

/// A note over the first block where the text is in another language than English.
pub(super) fn note(text: &Text) -> Option<Note> {
    let known = !matches!(text.language, "en" | "und");
    let span = text.blocks.first().map_or(Span::default(), |b| b.span);
    known.then_some(Note {
        code: NoteCode::NotEnglish,
        span,
    })
}

/// English first: it wins a tie.
const FUNCTION_WORDS: [(&str, &[&str]); 11] = [
    (
        "en",
        &[
            "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "was", "on", "with", "he", "as", "be",
            "by", "at", "said", "his", "from", "are", "this", "have", "has", "were", "not", "they", "will", "their",
            "who", "had", "but", "she", "its", "we", "after", "an", "been",
        ],
    ),
    (
        "fr",
        &[
            "le", "la", "les", "des", "du", "et", "un", "une", "dans", "que", "qui", "est", "pour", "sur", "par", "au",
            "aux", "avec", "pas", "ne", "ce", "cette", "sont", "il", "elle", "a", "été", "ont", "mais", "l", "d",
        ],
    ),
    (
        "de",
        &[
            "der", "die", "das", "und", "den", "dem", "des", "von", "zu", "mit", "auf", "für", "ist", "im", "nicht",
            "ein", "eine", "einen", "als", "auch", "sich", "es", "bei", "aus", "nach", "hat", "wird", "sind", "er",
            "sie",
        ],
    ),
    (
        "es",
        &[
            "el", "la", "los", "las", "de", "del", "y", "que", "en", "un", "una", "por", "con", "para", "se", "su",
            "al", "lo", "como", "más", "pero", "sus", "ha", "este", "esta", "es", "fue", "no",
        ],
    ),
    (
        "it",
        &[
            "il", "di", "che", "la", "gli", "della", "del", "dei", "delle", "e", "un", "una", "per", "con", "non",
            "sono", "nel", "nella", "alla", "è", "anche", "ha", "si", "dal", "più", "ma", "come",
        ],
    ),
    (
        "pt",
        &[
            "o", "os", "as", "do", "da", "dos", "das", "e", "em", "no", "na", "um", "uma", "para", "com", "não", "que",
            "por", "ao", "mais", "foi", "são", "é", "seu", "sua", "pelo", "pela",
        ],
    ),
    (
        "nl",
        &[
            "de", "het", "een", "van", "en", "in", "is", "dat", "op", "te", "voor", "met", "zijn", "niet", "aan",
            "door", "ook", "bij", "naar", "werd", "heeft", "hij", "maar", "om", "uit",
        ],
    ),
    (
        "sv",
        &[
            "och", "att", "det", "som", "en", "på", "är", "av", "för", "med", "den", "till", "inte", "har", "ett",
            "om", "de", "var", "från", "han", "hon",
        ],
    ),
    (
        "da",
        &[
            "og", "at", "det", "som", "en", "på", "er", "af", "for", "med", "den", "til", "ikke", "har", "et", "om",
            "de", "var", "fra", "han", "blev",
        ],
    ),
    (
        "pl",
        &[
            "i", "w", "na", "z", "się", "nie", "do", "że", "jest", "to", "o", "od", "przez", "po", "jak", "oraz",
            "dla", "za", "są",
        ],
    ),
    (
        "tr",
        &[
            "ve", "bir", "bu", "için", "ile", "da", "de", "olarak", "olan", "daha", "çok", "en", "sonra", "gibi", "ne",
            "kadar",
        ],
    ),
];

/// Scripts that mostly one language of news uses.
const SCRIPTS: [(&str, char, char); 9] = [
    ("ru", '\u{400}', '\u{52f}'),
    ("el", '\u{370}', '\u{3ff}'),
    ("he", '\u{590}', '\u{5ff}'),
    ("ar", '\u{600}', '\u{6ff}'),
    ("hi", '\u{900}', '\u{97f}'),
    ("th", '\u{e00}', '\u{e7f}'),
    ("ja", '\u{3040}', '\u{30ff}'),
    ("ko", '\u{ac00}', '\u{d7af}'),
    ("zh", '\u{4e00}', '\u{9fff}'),
];

#[cfg(test)]
mod tests {
    use crate::text::read;

    fn check(source: &str, expected: &str) {
        assert_eq!(read(source, &[]).language, expected, "{source}");
    }

    #[test]
    fn function_words_tell_the_language() {
        check("The union met on Monday, and it voted to strike.", "en");
        check("Le syndicat a voté lundi et les dockers sont dans la rue.", "fr");
        check(
            "Die Gewerkschaft hat am Montag für den Streik gestimmt, und das ist neu.",
            "de",
        );
        check(
            "El sindicato votó el lunes por la huelga y los barcos no salen del puerto.",
            "es",
        );
        check(
            "Il sindacato ha votato per lo sciopero, e le navi della città non sono partite.",
            "it",
        );
        check("Профсоюз проголосовал за забастовку.", "ru");
    }

    #[test]
    fn too_little_text_tells_nothing() {
        check("", "und");
        check("Port union rejects plan", "und");
        check("Moor, Orr, Ade, Ruiz, Brandt", "und");
    }
}
