//! The words that bring in somebody's words: reporting verbs and nouns.

use rustc_hash::FxHashMap as HashMap;
use std::sync::LazyLock;

use super::list::entries;
use crate::analysis::CueClass;

/// What may follow a reporting verb. The list's head explains each with an example.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Takes {
    pub clause: bool,
    pub that: bool,
    pub question: bool,
    pub infinitive: bool,
    pub request: bool,
    pub person: bool,
    pub object_complement: bool,
    pub object: bool,
    pub gerund: bool,
    pub adjacent: bool,
    /// Even a loose reading of what follows is a clause: only after "say".
    pub loose: bool,
    /// The preposition that its content stands after: called *for* talks.
    pub preposition: Option<&'static str>,
}

/// One way to read a word as a reporting verb.
#[derive(Clone, Debug, PartialEq)]
pub struct VerbCue {
    pub lemma: &'static str,
    /// The particle that makes the verb: point *out*.
    pub particle: Option<&'static str>,
    pub class: CueClass,
    pub takes: Takes,
    pub form: VerbForm,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// say
    Base,
    /// says
    ThirdPerson,
    /// said, told: past tense and participle alike
    Past,
    /// wrote
    PastTense,
    /// written
    Participle,
    /// saying
    Gerund,
}

static VERBS: LazyLock<HashMap<String, Vec<VerbCue>>> = LazyLock::new(|| read_verbs(include_str!("cue_verbs.txt")));
static NOUNS: LazyLock<HashMap<&'static str, CueClass>> = LazyLock::new(|| read_nouns(include_str!("cue_nouns.txt")));

/// What a form may be as a reporting verb: phrasal verbs ("point out") first.
pub fn verbs(form: &str) -> &'static [VerbCue] {
    VERBS.get(form).map_or(&[], Vec::as_slice)
}

/// The form of a reporting verb that can be the verb of a clause: "said", "says", "wrote"; not "saying", "say".
pub fn is_finite_reporting(form: &str) -> bool {
    let finite = |f| matches!(f, VerbForm::ThirdPerson | VerbForm::Past | VerbForm::PastTense);
    verbs(form).iter().any(|v| v.particle.is_none() && finite(v.form))
}

/// The same for verbs that the reported clause follows at once: "said (that) she", not "asked her".
pub fn reports_clause(form: &str) -> bool {
    let clause = |v: &VerbCue| v.particle.is_none() && v.takes.clause && !v.takes.person;
    is_finite_reporting(form) && verbs(form).iter().any(clause)
}

/// The form is one of a reporting verb: "said".
pub fn is_reporting_verb(form: &str) -> bool {
    VERBS.contains_key(form)
}

/// The class of a reporting noun in either number: "warning", "warnings".
pub fn noun(form: &str) -> Option<CueClass> {
    NOUNS
        .get(form)
        .or_else(|| NOUNS.get(form.strip_suffix('s')?))
        .or_else(|| NOUNS.get(format!("{}y", form.strip_suffix("ies")?).as_str()))
        .copied()
}

fn read_nouns(list: &'static str) -> HashMap<&'static str, CueClass> {
    entries(list)
        .filter_map(|l| l.split_once(' '))
        .filter_map(|(noun, class)| Some((noun, class_of(class)?)))
        .collect()
}

fn read_verbs(list: &'static str) -> HashMap<String, Vec<VerbCue>> {
    let mut table: HashMap<String, Vec<VerbCue>> = HashMap::default();
    for line in entries(list) {
        let (entry, irregular) = line.split_once(" =").unwrap_or((line, ""));
        let mut fields = entry.split(' ');
        let (Some(lemma), Some(class), Some(takes)) = (fields.next(), fields.next().and_then(class_of), fields.next())
        else {
            continue;
        };
        let (head, particle) = match lemma.split_once('_') {
            Some((head, particle)) => (head, Some(particle)),
            None => (lemma, None),
        };
        for (word, form) in forms(head, irregular) {
            let readings = table.entry(word).or_default();
            let cue = VerbCue {
                lemma,
                particle,
                class,
                takes: takes_of(takes),
                form,
            };
            // Phrasal verbs are tried before the bare verb.
            let at = if particle.is_some() { 0 } else { readings.len() };
            readings.insert(at, cue);
        }
    }
    table
}

fn class_of(word: &str) -> Option<CueClass> {
    Some(match word {
        "neutral" => CueClass::Neutral,
        "statement" => CueClass::Statement,
        "directive" => CueClass::Directive,
        "question" => CueClass::Question,
        "loaded" => CueClass::Loaded,
        "denial" => CueClass::Denial,
        "commitment" => CueClass::Commitment,
        "written" => CueClass::Written,
        "manner" => CueClass::Manner,
        "thought" => CueClass::Thought,
        _ => return None,
    })
}

fn takes_of(list: &'static str) -> Takes {
    let mut takes = Takes::default();
    for word in list.split(',') {
        match word {
            "clause" => (takes.clause, takes.that) = (true, true),
            "that" => takes.that = true,
            "question" => takes.question = true,
            "infinitive" => takes.infinitive = true,
            "request" => takes.request = true,
            "person" => (takes.person, takes.that) = (true, true),
            "complement" => takes.object_complement = true,
            "object" => takes.object = true,
            "gerund" => takes.gerund = true,
            "adjacent" => takes.adjacent = true,
            "loose" => takes.loose = true,
            preposition => takes.preposition = Some(preposition),
        }
    }
    takes
}

/// All forms of a verb. Regular spelling, unless `irregular` gives "third,past,participle,gerund"; further forms after
/// those are other spellings of the past ("labeled") and the gerund ("labeling").
fn forms(head: &str, irregular: &str) -> Vec<(String, VerbForm)> {
    let mut forms = vec![(head.to_string(), VerbForm::Base)];
    if !irregular.is_empty() {
        let given: Vec<&str> = irregular.split(',').collect();
        for (i, &word) in given.iter().enumerate() {
            let form = match i {
                0 => VerbForm::ThirdPerson,
                1 if given.get(2) == Some(&word) => VerbForm::Past,
                1 => VerbForm::PastTense,
                2 if given.get(1) == Some(&word) => continue,
                2 => VerbForm::Participle,
                _ if word.ends_with("ing") => VerbForm::Gerund,
                _ => VerbForm::Past,
            };
            forms.push((word.to_string(), form));
        }
        return forms;
    }
    let before_y = |c: Option<char>| c.is_some_and(|c| !"aeiou".contains(c));
    let (third, past, gerund) = if let Some(stem) = head.strip_suffix("ie") {
        (format!("{head}s"), format!("{head}d"), format!("{stem}ying"))
    } else if let Some(stem) = head.strip_suffix('e') {
        let gerund = if stem.ends_with('e') { head } else { stem };
        (format!("{head}s"), format!("{head}d"), format!("{gerund}ing"))
    } else if head.ends_with('y') && before_y(head[..head.len() - 1].chars().next_back()) {
        let stem = &head[..head.len() - 1];
        (format!("{stem}ies"), format!("{stem}ied"), format!("{head}ing"))
    } else {
        let es = ["s", "sh", "ch", "x", "z"].iter().any(|e| head.ends_with(e));
        let third = if es { format!("{head}es") } else { format!("{head}s") };
        (third, format!("{head}ed"), format!("{head}ing"))
    };
    forms.extend([
        (third, VerbForm::ThirdPerson),
        (past, VerbForm::Past),
        (gerund, VerbForm::Gerund),
    ]);
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: &[(&str, VerbForm)]) {
        let found: Vec<(&str, VerbForm)> = verbs(word).iter().map(|v| (v.lemma, v.form)).collect();
        assert_eq!(found, expected, "{word}");
    }

    #[test]
    fn forms_of_verbs() {
        check("said", &[("say", VerbForm::Past)]);
        check("wrote", &[("write", VerbForm::PastTense)]);
        check("replied", &[("reply", VerbForm::Past)]);
        check("argues", &[("argue", VerbForm::ThirdPerson)]);
        check("stressing", &[("stress", VerbForm::Gerund)]);
        check("stresses", &[("stress", VerbForm::ThirdPerson)]);
        check("agreeing", &[("agree", VerbForm::Gerund)]);
        check("pointed", &[("point_out", VerbForm::Past)]);
        check("labeling", &[("label", VerbForm::Gerund)]);
        check("harbour", &[]);
    }

    #[test]
    fn nouns_in_both_numbers() {
        assert_eq!(noun("warnings"), Some(CueClass::Directive));
        assert_eq!(noun("replies"), Some(CueClass::Neutral));
        assert_eq!(noun("harbour"), None);
    }

    #[test]
    fn every_entry_has_a_class() {
        for list in [include_str!("cue_verbs.txt"), include_str!("cue_nouns.txt")] {
            for line in entries(list) {
                assert!(line.split(' ').nth(1).and_then(class_of).is_some(), "{line}");
            }
        }
    }
}
