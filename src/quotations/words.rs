//! The words around a reporting verb: adverbs, words of time, verbs that carry on, refuse or put off.
//!
//! All take a form as `Text::form` gives it: lower-cased, apostrophes straight.

use crate::lexicon::calendar;
pub(super) use crate::lexicon::function_words::{
    is_be, is_do, is_have, is_modal, is_negation, is_relative, opens_question,
};
use crate::lexicon::function_words::{is_subject_pronoun, is_subordinating};

/// Adverbs that stand in or beside a verb group, besides those in -ly.
pub(super) fn is_adverb(form: &str) -> bool {
    matches!(
        form,
        "also"
            | "then"
            | "later"
            | "now"
            | "just"
            | "once"
            | "often"
            | "always"
            | "even"
            | "still"
            | "again"
            | "first"
            | "further"
            | "soon"
            | "already"
            | "too"
            | "however"
            | "yesterday"
            | "today"
            | "ever"
            | "long"
            | "instead"
            | "meanwhile"
            | "though"
            | "therefore"
            | "thus"
            | "simply"
            | "since"
            | "earlier"
            | "afterwards"
            | "afterward"
            | "recently"
            | "sometimes"
            | "rather"
            | "both"
            | "all"
            | "apparently"
    )
}

/// Words that open a clause with a subject of its own.
pub(super) fn opens_clause(form: &str) -> bool {
    is_subordinating(form) || matches!(form, "but" | "and" | "or" | "yet")
}

/// Words that are a whole subject: "*Everyone* said".
pub(super) fn is_whole_subject(form: &str) -> bool {
    is_subject_pronoun(form) || matches!(form, "who" | "everyone" | "someone" | "nobody" | "everybody")
}

/// Days, months, and other nouns of time that stand without a preposition: "Moor said *Monday*".
pub(super) fn is_time(form: &str) -> bool {
    let spelt_out = form.len() > 3 || form == "may";
    spelt_out && (calendar::weekday(form).is_some() || calendar::month(form).is_some())
        || matches!(
            form,
            "jan."
                | "feb."
                | "mar."
                | "apr."
                | "aug."
                | "sept."
                | "oct."
                | "nov."
                | "dec."
                | "today"
                | "yesterday"
                | "tomorrow"
                | "tonight"
                | "week"
                | "weekend"
                | "month"
                | "year"
                | "years"
                | "morning"
                | "afternoon"
                | "evening"
                | "night"
                | "day"
                | "days"
                | "weeks"
                | "months"
                | "minutes"
                | "hours"
                | "hour"
                | "moments"
                | "ago"
                | "noon"
                | "midday"
                | "winter"
                | "summer"
                | "autumn"
                | "midnight"
                | "a.m."
                | "p.m."
                | "gmt"
        )
}

/// What may stand before a noun of time: "*last* week", "*late on* Sunday".
pub(super) fn leads_time(form: &str) -> bool {
    matches!(
        form,
        "last"
            | "this"
            | "next"
            | "early"
            | "late"
            | "earlier"
            | "later"
            | "that"
            | "the"
            | "same"
            | "one"
            | "two"
            | "on"
    )
}

/// Prepositions that hang a phrase on the noun before it: "a spokesman *for* the ministry".
pub(super) fn joins_nouns(form: &str) -> bool {
    matches!(
        form,
        "of" | "for"
            | "at"
            | "from"
            | "in"
            | "with"
            | "to"
            | "on"
            | "by"
            | "near"
            | "inside"
            | "behind"
            | "among"
            | "against"
            | "between"
            | "within"
            | "across"
            | "outside"
            | "under"
            | "around"
            | "about"
            | "over"
    )
}

/// Determiners and numbers that stand for people on their own: "*Some* said".
pub(super) fn stands_alone(form: &str) -> bool {
    matches!(
        form,
        "some"
            | "others"
            | "other"
            | "many"
            | "several"
            | "both"
            | "few"
            | "most"
            | "all"
            | "one"
            | "two"
            | "three"
            | "another"
            | "another's"
            | "neither"
            | "none"
            | "each"
            | "those"
            | "these"
            | "this"
            | "that"
            | "everyone"
            | "everybody"
            | "someone"
            | "somebody"
            | "nobody"
            | "anyone"
            | "percent"
            | "%"
    )
}

/// Verbs whose "to say" really happens: "went on *to say*".
pub(super) fn carries_on(form: &str) -> bool {
    matches!(
        form,
        "on" | "continued"
            | "continues"
            | "proceeded"
            | "began"
            | "begins"
            | "came"
            | "rushed"
            | "used"
            | "quick"
            | "happy"
    )
}

/// Verbs and adjectives that refuse what follows: "declined *to say*".
pub(super) fn refuses(form: &str) -> bool {
    matches!(
        form,
        "declined"
            | "declines"
            | "declining"
            | "refused"
            | "refuses"
            | "refusing"
            | "failed"
            | "fails"
            | "stopped"
            | "unable"
            | "reluctant"
            | "unwilling"
    )
}

/// Verbs and adjectives that put what follows in the future or in doubt: "is expected *to say*".
pub(super) fn puts_off(form: &str) -> bool {
    matches!(
        form,
        "expected"
            | "due"
            | "set"
            | "likely"
            | "unlikely"
            | "wants"
            | "want"
            | "wanted"
            | "going"
            | "hopes"
            | "plans"
            | "planned"
            | "planning"
            | "hoping"
            | "supposed"
            | "ready"
            | "able"
            | "asked"
            | "told"
            | "urged"
            | "scheduled"
            | "poised"
            | "preparing"
            | "about"
            | "have"
            | "has"
            | "had"
            | "needs"
            | "need"
            | "like"
            | "trying"
            | "easy"
            | "fair"
            | "safe"
            | "hard"
            | "me"
            | "him"
            | "them"
            | "us"
    )
}
