//! What the word lists know of each word form of a text, looked up once a form.

use rustc_hash::FxHashMap as HashMap;
use std::sync::LazyLock;

use crate::lexicon::list::{entries, fields, items};
use crate::text::{Text, TokenKind};

/// Tells people apart and orders the candidates for a pronoun; never part of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Masculine,
    Feminine,
}

/// A country by its line in `countries.txt`, from 1; 0 is none.
pub(super) type Country = u16;

/// What a word does beside a role noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Modifier {
    /// Another post than the bare noun names.
    Rank,
    Former,
    New,
    /// Says nothing of who it is.
    Plain,
}

/// What is known of one word form.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    /// Equal for forms that differ only in accents and stops ("U.S.", "US").
    pub key: u32,
    /// Where the form alone names a country or its people.
    pub country: Country,
    /// Index into the role list, where the form alone is a role noun.
    pub role: Option<u16>,
    /// The last word of a role noun of several words: "general".
    pub ends_role: bool,
    pub honorific: bool,
    pub gender: Option<Gender>,
    /// The usual use of a given name.
    pub usage: Option<Gender>,
    pub modifier: Option<Modifier>,
    /// Index into the list of organization nouns.
    pub organization_noun: Option<u8>,
}

/// The words of one text. Index: `Token::form`.
pub(super) struct Words {
    of_form: Vec<Word>,
    /// The forms that were normalised to another, each with its key.
    keys: HashMap<String, u32>,
}

/// One line of `roles.txt`.
pub(super) struct RoleNoun {
    pub noun: &'static str,
    pub same_as: Option<u16>,
    /// Wider nouns that may stand for it: "the leader" for a president.
    pub wider: Vec<u16>,
    /// Few hold it at a time, so that "the …" alone means one person throughout an article.
    pub office: bool,
    /// Only ever somebody's: "his lawyer", "Moor's son".
    pub kin: bool,
    pub gender: Option<Gender>,
}

/// One line of `organization_nouns.txt`.
pub(super) struct OrganizationNoun {
    pub noun: &'static str,
    pub name_words: Vec<&'static str>,
    pub wider: Vec<&'static str>,
}

pub(super) static ROLES: LazyLock<Vec<RoleNoun>> = LazyLock::new(|| {
    let lines: Vec<Vec<&str>> = fields(include_str!("../lexicon/roles.txt")).collect();
    let index: HashMap<&str, u16> = lines.iter().enumerate().map(|(i, l)| (l[0], i as u16)).collect();
    lines
        .iter()
        .map(|line| RoleNoun {
            noun: line[0],
            same_as: index.get(line[1]).copied(),
            wider: items(line[2]).filter_map(|w| index.get(w).copied()).collect(),
            office: line[3].contains('o'),
            kin: line[3].contains('k'),
            gender: gender(line[3]),
        })
        .collect()
});

pub(super) static ORGANIZATION_NOUNS: LazyLock<Vec<OrganizationNoun>> = LazyLock::new(|| {
    fields(include_str!("../lexicon/organization_nouns.txt"))
        .map(|line| OrganizationNoun {
            noun: line[0],
            name_words: items(line[1]).collect(),
            wider: items(line[2]).collect(),
        })
        .collect()
});

/// Names of several words and their country, or the number of their line in `same_names.txt`.
static NAMES: LazyLock<HashMap<String, SameName>> = LazyLock::new(|| {
    let mut names = HashMap::default();
    for (i, line) in fields(include_str!("../lexicon/same_names.txt")).enumerate() {
        for name in [line[0]].into_iter().chain(items(line[1])) {
            names.insert(name.to_string(), SameName::Line(i as u16));
        }
    }
    for (i, line) in fields(include_str!("../lexicon/countries.txt")).enumerate() {
        for name in [line[0]].into_iter().chain(items(line[1])) {
            names.insert(name.to_string(), SameName::Country(i as Country + 1));
        }
        for demonym in items(line[2]) {
            names.insert(demonym.to_string(), SameName::People(i as Country + 1));
            if !demonym.ends_with("sh") && !demonym.ends_with("ese") && !demonym.ends_with("ss") {
                names.insert(format!("{demonym}s"), SameName::People(i as Country + 1));
            }
        }
    }
    names
});

/// What a listed name refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum SameName {
    Country(Country),
    /// The people of a country, or what is theirs: "French".
    People(Country),
    /// A line of `same_names.txt`.
    Line(u16),
}

static SINGLE: LazyLock<HashMap<&'static str, Word>> = LazyLock::new(|| {
    let mut words: HashMap<&'static str, Word> = HashMap::default();
    for line in fields(include_str!("../lexicon/honorifics.txt")) {
        let word = words.entry(line[0]).or_default();
        word.honorific = true;
        word.gender = gender(line[1]);
    }
    for (i, line) in fields(include_str!("../lexicon/roles.txt")).enumerate() {
        if !line[0].contains(' ') {
            words.entry(line[0]).or_default().role = Some(i as u16);
        } else if let Some((_, last)) = line[0].rsplit_once(' ') {
            words.entry(last).or_default().ends_role = true;
        }
    }
    for line in fields(include_str!("../lexicon/role_words.txt")) {
        words.entry(line[0]).or_default().modifier = Some(match line[1] {
            "rank" => Modifier::Rank,
            "former" => Modifier::Former,
            "new" => Modifier::New,
            _ => Modifier::Plain,
        });
    }
    for line in entries(include_str!("../lexicon/given_name_usage.txt")) {
        if let Some((name, usage)) = line.split_once(' ') {
            words.entry(name).or_default().usage = gender(usage);
        }
    }
    for (i, line) in fields(include_str!("../lexicon/organization_nouns.txt")).enumerate() {
        words.entry(line[0]).or_default().organization_noun = Some(i as u8);
    }
    for (name, of) in NAMES.iter() {
        if let SameName::Country(c) | SameName::People(c) = of
            && !name.contains(' ')
        {
            words.entry(name.as_str()).or_default().country = *c;
        }
    }
    words
});

static ROLES_OF_SEVERAL_WORDS: LazyLock<HashMap<&'static str, u16>> = LazyLock::new(|| {
    fields(include_str!("../lexicon/roles.txt"))
        .enumerate()
        .filter(|(_, line)| line[0].contains(' '))
        .map(|(i, line)| (line[0], i as u16))
        .collect()
});

impl Words {
    pub fn read(text: &Text) -> Words {
        let mut keys: HashMap<String, u32> = HashMap::default();
        let mut odd = Vec::new();
        for (i, form) in text.forms.iter().enumerate() {
            if form.bytes().any(|b| b == b'.' || b == b'\'' || b >= 0x80) {
                odd.push(i as u32);
            }
        }
        let mut of_form: Vec<Word> = text
            .forms
            .iter()
            .map(|f| SINGLE.get(f.as_str()).copied().unwrap_or_default())
            .collect();
        for (i, word) in of_form.iter_mut().enumerate() {
            word.key = i as u32;
        }
        if !odd.is_empty() {
            let plain: HashMap<&str, u32> = text
                .forms
                .iter()
                .enumerate()
                .map(|(i, f)| (f.as_str(), i as u32))
                .collect();
            for i in odd {
                let normal = normal(&text.forms[i as usize]);
                let key = plain
                    .get(normal.as_str())
                    .copied()
                    .unwrap_or_else(|| *keys.entry(normal.clone()).or_insert(i));
                of_form[i as usize] = SINGLE.get(normal.as_str()).copied().unwrap_or_default();
                of_form[i as usize].key = key;
            }
        }
        Words { of_form, keys }
    }

    pub fn of(&self, text: &Text, token: usize) -> Word {
        self.of_form[text.tokens[token].form as usize]
    }

    /// What is known of the form that a key stands for.
    pub fn of_key(&self, key: u32) -> Word {
        self.of_form[key as usize]
    }

    pub fn key(&self, text: &Text, token: usize) -> u32 {
        self.of(text, token).key
    }

    /// The normal form that a key stands for.
    pub fn spelled<'a>(&'a self, text: &'a Text, key: u32) -> String {
        debug_assert!(self.keys.len() <= text.forms.len());
        normal(&text.forms[key as usize])
    }

    /// The listed name that the words of these tokens make up, punctuation left out.
    pub fn listed(&self, text: &Text, tokens: std::ops::Range<usize>) -> Option<SameName> {
        if tokens.len() > 12 {
            return None;
        }
        let mut name = String::new();
        for t in tokens {
            if matches!(text.tokens[t].kind, TokenKind::Word | TokenKind::Number) {
                if !name.is_empty() && text.form(t) != "'s" {
                    name.push(' ');
                }
                name.push_str(&normal(text.form(t)));
            }
        }
        NAMES.get(&name).copied()
    }

    /// The role noun whose last word is `token`, of up to four words, and its first token. Words joined by hyphens count as
    /// words; nothing before `from` is looked at.
    pub fn role_ending_at(&self, text: &Text, token: usize, from: usize) -> Option<(u16, usize)> {
        let word = self.of(text, token);
        let mut found = word.role.map(|r| (r, token));
        if !word.ends_role {
            return found;
        }
        let mut name = text.form(token).to_string();
        let mut at = token;
        for _ in 0..3 {
            let Some(before) = word_before(text, at, from) else {
                break;
            };
            name = format!("{} {}", text.form(before), name);
            at = before;
            if let Some(&role) = ROLES_OF_SEVERAL_WORDS.get(name.as_str()) {
                found = Some((role, at));
            }
        }
        found
    }
}

/// The word before a token, over a hyphen if one is between; None at other punctuation.
pub(super) fn word_before(text: &Text, token: usize, from: usize) -> Option<usize> {
    let mut at = token.checked_sub(1)?;
    if at > from && is_hyphen(text, at) && !text.tokens[at + 1].space_before {
        at -= 1;
    }
    (at >= from && text.tokens[at].kind == TokenKind::Word).then_some(at)
}

pub(super) fn is_hyphen(text: &Text, token: usize) -> bool {
    matches!(text.form(token), "-" | "‐" | "‑" | "–")
}

/// The number of a role noun of one word.
pub(super) fn role_named(noun: &str) -> Option<u16> {
    SINGLE.get(noun).and_then(|w| w.role)
}

/// What a role noun is called besides: others for the same post, then wider ones, narrowest first.
pub(crate) fn also_called(noun: &str) -> impl Iterator<Item = &'static str> {
    let role = role_named(noun);
    let same = role.map(canonical);
    let of = |role: u16| ROLES[role as usize].noun;
    let wider = [role, same]
        .into_iter()
        .flatten()
        .flat_map(|r| ROLES[r as usize].wider.iter().copied());
    same.into_iter().chain(wider).map(of)
}

/// A role noun of one word.
pub(crate) fn is_role(noun: &str) -> bool {
    role_named(noun).is_some()
}

/// Only ever somebody's: "lawyer", "son".
pub(crate) fn is_kin(noun: &str) -> bool {
    role_named(noun).is_some_and(|r| ROLES[r as usize].kin)
}

pub(crate) fn is_organization_noun(noun: &str) -> bool {
    SINGLE.get(noun).is_some_and(|w| w.organization_noun.is_some())
}

/// An organization whose name has these words is what the noun says: the Bank of Arlen is a "lender".
pub(crate) fn answers_to<'a>(noun: &str, name: impl Iterator<Item = &'a str>) -> bool {
    let of = SINGLE.get(noun).and_then(|w| w.organization_noun);
    let words = of.map(|n| &ORGANIZATION_NOUNS[n as usize].name_words);
    words.is_some_and(|words| name.into_iter().any(|w| words.contains(&w)))
}

/// Whom the noun alone means: "the woman", "the actress".
pub(crate) fn gender_of_noun(noun: &str) -> Option<Gender> {
    let role = role_named(noun)?;
    ROLES[role as usize]
        .gender
        .or_else(|| ROLES[canonical(role) as usize].gender)
}

/// Role nouns mean the same post.
pub(super) fn canonical(role: u16) -> u16 {
    ROLES[role as usize].same_as.unwrap_or(role)
}

/// Without accents, stops and apostrophes.
pub(super) fn normal(form: &str) -> String {
    let mut out = String::with_capacity(form.len());
    for c in form.chars() {
        match c {
            '.' | '\'' | '’' => {}
            'a'..='z' | '0'..='9' => out.push(c),
            _ => match plain_letter(c) {
                Some(s) => out.push_str(s),
                None => out.push(c),
            },
        }
    }
    out
}

/// The Latin letter without its accents, as newspapers write it without.
fn plain_letter(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' | 'ċ' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' | 'ģ' | 'ġ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' => "t",
        'þ' => "th",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

fn gender(flags: &str) -> Option<Gender> {
    match (flags.contains('m'), flags.contains('f')) {
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        _ => None,
    }
}
