//! Reads annotated texts.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result};
use lede::analysis::EntityKind::{self, *};
use lede::language::PartOfSpeech;
use lede::sequence::hash;
use serde::Deserialize;

/// An article with its names.
pub struct GoldArticle {
    pub text: String,
    pub names: Vec<GoldName>,
    /// Kinds that the set does not annotate: a word without a name may still be one of these.
    pub silent: Vec<EntityKind>,
    /// The corpus, for its own features in training (see `names.rs`): corpora differ in what they annotate as a name. 0
    /// where the annotation rules are ours.
    pub conventions: u64,
    /// How often it is learned from in each round.
    pub times: usize,
}

#[derive(Clone)]
pub struct GoldName {
    /// In bytes.
    pub start: usize,
    pub end: usize,
    /// Several where the set does not tell them apart; empty for "no name that we know".
    pub kinds: Vec<EntityKind>,
    /// Whether it may be no name at all.
    pub doubtful: bool,
}

#[derive(Deserialize)]
struct GoldLine {
    text: String,
    entities: Vec<GoldLineName>,
}

#[derive(Deserialize)]
struct GoldLineName {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
}

/// Reads a set of `DIR/data`. Which kinds it annotates goes by its name.
pub fn read(dir: &Path, set: &str) -> Result<Vec<GoldArticle>> {
    let path = dir.join("data").join(format!("{set}.jsonl"));
    let file = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    file.lines()
        .map(|line| {
            let line: GoldLine = serde_json::from_str(line)?;
            Ok(article(set, line))
        })
        .collect()
}

fn article(set: &str, line: GoldLine) -> GoldArticle {
    let mut bytes: Vec<usize> = line.text.char_indices().map(|(i, _)| i).collect();
    bytes.push(line.text.len());
    let family = set.split('.').next().unwrap_or(set);
    let names = line
        .entities
        .iter()
        .filter_map(|e| {
            let (kinds, doubtful): (Vec<EntityKind>, bool) = match e.kind.as_str() {
                "PERSON" => (vec![Person], false),
                "ORG" => (vec![Organization], false),
                "LOC" | "GPE" | "FAC" | "PLACE" => (vec![Place], false),
                "NORP" => (vec![Group], false),
                "EVENT" => (vec![Event], false),
                "WORK" => (vec![Work], false),
                "LAW" => (vec![Law], false),
                "PRODUCT" => (vec![Product], family.starts_with("gum")),
                "MISC" if family == "worldwide" => (vec![Event, Work, Law, Product], true),
                "MISC" => (vec![Group, Event, Work, Law, Product], true),
                "OTHER" => (vec![Group, Work, Law, Product], true),
                _ => return None,
            };
            Some(GoldName {
                start: *bytes.get(e.start)?,
                end: *bytes.get(e.end)?,
                kinds,
                doubtful,
            })
        })
        .collect();
    let silent = match family {
        "worldwide" => vec![],
        "gum_permissive" => vec![Group, Work, Law],
        "uner_ewt" => vec![Group, Event, Work, Product, Law],
        _ => vec![],
    };
    GoldArticle {
        text: line.text,
        names,
        silent,
        conventions: match family {
            "worldwide" | "pasted" => 0,
            _ => hash::text(family),
        },
        // News as the engine reads it counts more than sentences of encyclopaedias.
        times: match family {
            "worldwide" | "pasted" => 2,
            _ => 1,
        },
    }
}

/// A text with the part of speech of each of its words.
pub struct TaggedText {
    pub text: String,
    /// By the byte that the word starts at: where it ends, and its part of speech.
    pub words: HashMap<usize, (usize, PartOfSpeech)>,
}

/// Reads a file in CoNLL-U, one text a document.
pub fn read_conllu(path: &Path) -> Result<Vec<TaggedText>> {
    let file = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let mut texts: Vec<TaggedText> = Vec::new();
    let mut space = "";
    let mut inside_until = 0;
    for line in file.lines() {
        if line.starts_with("# newdoc") {
            texts.push(TaggedText {
                text: String::new(),
                words: HashMap::new(),
            });
            space = "";
        } else if line.starts_with("# newpar") {
            if space == " " {
                space = "\n\n";
            }
        } else if !line.starts_with('#')
            && let Some(text) = texts.last_mut()
        {
            let columns: Vec<&str> = line.split('\t').collect();
            let [id, form, _, _, fine, .., misc] = columns[..] else {
                continue;
            };
            if let Some((_, last)) = id.split_once('-') {
                // Several words written as one: the text has the whole, the words follow.
                inside_until = last.parse().unwrap_or(0);
                let at = push(text, space, form);
                // Clitics are tokens of their own in our text; the words that follow say where.
                text.words.insert(usize::MAX, (at, PartOfSpeech::Other));
                space = if misc.contains("SpaceAfter=No") { "" } else { " " };
                continue;
            }
            if id.contains('.') {
                continue;
            }
            let number: usize = id.parse().unwrap_or(0);
            let part = part(fine);
            if number <= inside_until && number > 0 {
                let (at, _) = text.words[&usize::MAX];
                if text.text[at..].starts_with(form) {
                    text.words.insert(at, (at + form.len(), part));
                    text.words.insert(usize::MAX, (at + form.len(), PartOfSpeech::Other));
                }
                if number == inside_until {
                    inside_until = 0;
                }
                continue;
            }
            inside_until = 0;
            let at = push(text, space, form);
            text.words.insert(at, (at + form.len(), part));
            space = if misc.contains("SpaceAfter=No") { "" } else { " " };
        }
    }
    for text in &mut texts {
        text.words.remove(&usize::MAX);
    }
    Ok(texts)
}

fn push(text: &mut TaggedText, space: &str, form: &str) -> usize {
    text.text.push_str(space);
    let at = text.text.len();
    text.text.push_str(form);
    at
}

fn part(fine: &str) -> PartOfSpeech {
    use PartOfSpeech as P;
    match fine {
        "NN" => P::Noun,
        "NNS" => P::PluralNoun,
        "NNP" | "NNPS" => P::ProperNoun,
        "PRP" => P::Pronoun,
        "PRP$" => P::PossessivePronoun,
        "VB" => P::VerbBase,
        "VBP" => P::VerbPresent,
        "VBZ" => P::VerbThirdPerson,
        "VBD" => P::VerbPast,
        "VBG" => P::VerbGerund,
        "VBN" => P::VerbParticiple,
        "MD" => P::Modal,
        "JJ" | "JJR" | "JJS" => P::Adjective,
        "RB" | "RBR" | "RBS" => P::Adverb,
        "DT" | "PDT" => P::Determiner,
        "IN" => P::Preposition,
        "RP" => P::Particle,
        "TO" => P::To,
        "CC" => P::Conjunction,
        "WDT" | "WP" | "WP$" | "WRB" => P::WhWord,
        "EX" => P::Existential,
        "CD" => P::Number,
        "POS" => P::Possessive,
        _ => P::Other,
    }
}
