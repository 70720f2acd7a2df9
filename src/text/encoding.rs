//! How the bytes of a file are to be read, and text that was read wrongly before it came here.

use super::characters::is_word;
use crate::analysis::{Note, NoteCode, Span};

/// What bytes that hold text are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
    MacRoman,
}

impl Encoding {
    /// Its name in the Encoding Standard, by which decoders know it.
    pub fn label(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1252 => "windows-1252",
            Encoding::MacRoman => "macintosh",
        }
    }

    /// Nothing in the bytes says it: it is the likelier of two.
    pub fn is_guess(self) -> bool {
        matches!(self, Encoding::Windows1252 | Encoding::MacRoman)
    }
}

/// The encoding of a file, and where its text begins: after the byte-order mark, if there is one. Bytes that are neither
/// marked nor UTF-8 are Windows-1252 or, where its curly marks and accents make more sense, Mac Roman.
pub fn of(bytes: &[u8]) -> (Encoding, usize) {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] if std::str::from_utf8(rest).is_ok() => (Encoding::Utf8, 3),
        [0xff, 0xfe, ..] => (Encoding::Utf16Le, 2),
        [0xfe, 0xff, ..] => (Encoding::Utf16Be, 2),
        _ if std::str::from_utf8(bytes).is_ok() => (Encoding::Utf8, 0),
        _ if sense(bytes, MAC_ROMAN) > sense(bytes, WINDOWS_1252) => (Encoding::MacRoman, 0),
        _ => (Encoding::Windows1252, 0),
    }
}

/// The characters of the bytes from 0x80 up.
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ\u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿\
    ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
const MAC_ROMAN: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰\
    ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// How many of the characters beyond ASCII stand where such characters stand, less those that do not: "caf" + "é"
/// against "caf" + "È".
fn sense(bytes: &[u8], table: &str) -> i64 {
    let table: Vec<char> = table.chars().collect();
    let read = |byte: Option<&u8>| {
        let byte = *byte.unwrap_or(&b' ');
        if byte < 0x80 {
            char::from(byte)
        } else {
            table[usize::from(byte) - 0x80]
        }
    };
    let mut sum = 0;
    for (i, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte >= 0x80) {
        let before = read(i.checked_sub(1).and_then(|i| bytes.get(i)));
        let c = read(bytes.get(i));
        let after = read(bytes.get(i + 1));
        let good = match c {
            _ if c.is_lowercase() => {
                (before.is_alphabetic() || after.is_lowercase()) && !after.is_uppercase() && !ends(before)
            }
            _ if c.is_uppercase() => !before.is_lowercase() && after.is_alphabetic() && !before.is_ascii_digit(),
            '“' | '‘' | '«' | '„' | '‚' => !before.is_alphanumeric() && !after.is_whitespace(),
            '”' | '’' | '»' => !before.is_whitespace(),
            '–' | '—' | '…' | '\u{a0}' | '•' | '£' | '€' | '©' | '°' | '§' => continue,
            _ => false,
        };
        sum += if good { 1 } else { -1 };
    }
    sum
}

/// A letter does not stand directly after this: "Go,î" was "Go,”".
fn ends(before: char) -> bool {
    matches!(before, ',' | '.' | '!' | '?' | ';' | ':')
}

/// Says where text begins that was written as UTF-8 and read as Windows-1252: "â€œGoâ€\u{9d}" was "“Go”", "JosÃ©" was
/// "José". It stays as it is.
pub(super) fn note_mojibake(source: &str, notes: &mut Vec<Note>) {
    let found = source.match_indices(['â', 'Ã', 'Â']).find_map(|(at, lead)| {
        let mut rest = source[at + lead.len()..].chars();
        let (second, third) = (rest.next()?, rest.next().unwrap_or(' '));
        let is_wrong = match lead {
            "â" => second == '€' && (!is_word(third) || matches!(third, 'œ' | 'š' | 'ž')),
            "Ã" => matches!(second, '\u{a1}'..='\u{bf}') && !matches!(second, '»' | '·'),
            _ => matches!(second, '\u{a0}' | '£' | '©' | '®' | '°' | '«' | '»' | '½' | '·'),
        };
        let len = lead.len() + second.len_utf8();
        is_wrong.then(|| Span::new(at, at + len))
    });
    notes.extend(found.map(|span| Note {
        code: NoteCode::Mojibake,
        span,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_whole() {
        assert_eq!(WINDOWS_1252.chars().count(), 128);
        assert_eq!(MAC_ROMAN.chars().count(), 128);
    }

    #[test]
    fn marks_at_the_start_decide() {
        assert_eq!(of(b"\xff\xfeG\0o\0"), (Encoding::Utf16Le, 2));
        assert_eq!(of(b"\xfe\xff\0G\0o"), (Encoding::Utf16Be, 2));
        assert_eq!(of("\u{feff}Go".as_bytes()), (Encoding::Utf8, 3));
        assert_eq!(of("José".as_bytes()), (Encoding::Utf8, 0));
        assert_eq!(of(b""), (Encoding::Utf8, 0));
    }

    #[test]
    fn other_bytes_are_guessed_by_where_letters_and_marks_stand() {
        for windows in [
            &b"\x93We start at the caf\xe9,\x94 Ilse Moor said."[..],
            b"The union\x92s plan isn\x92t dead \x96 yet.",
            b"Jos\xe9 Nu\xf1ez paid \xa350.",
            b"\xc9coutez, dit-elle.",
            b"\xff",
        ] {
            assert_eq!(of(windows).0, Encoding::Windows1252, "{windows:?}");
        }
        for mac in [
            &b"\xd2We start at the caf\x8e,\xd3 Ilse Moor said."[..],
            b"The union\xd5s plan isn\xd5t dead \xd0 yet.",
            b"Jos\x8e Nu\x96ez paid \xa350.",
        ] {
            assert_eq!(of(mac).0, Encoding::MacRoman, "{mac:?}");
        }
    }

    #[test]
    fn text_read_wrongly_before_is_noted_once() {
        for (source, start) in [
            ("He said: â€œGo.â€\u{9d} â€œNo.â€\u{9d}", Some(9)),
            ("JosÃ© left", Some(3)),
            ("Â£50", Some(0)),
        ] {
            let mut notes = Vec::new();
            note_mojibake(source, &mut notes);
            assert_eq!(
                notes.iter().map(|n| n.span.start as usize).collect::<Vec<_>>(),
                Vec::from_iter(start),
                "{source}"
            );
        }
        for source in ["“Go,” José said in Ârlen", "Ã", "â", "São", "CÂ", "JOÃO", "pâté €5"] {
            let mut notes = Vec::new();
            note_mojibake(source, &mut notes);
            assert!(notes.is_empty(), "{source}");
        }
    }
}
