//! The closed classes of words that attribution reads: auxiliaries, relatives, words of time …
//!
//! All take a form as `Text::form` gives it: lower-cased, apostrophes straight.

pub(super) fn is_be(form: &str) -> bool {
    matches!(
        form,
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "'re" | "'m" | "got" | "gets" | "get"
    )
}

pub(super) fn is_have(form: &str) -> bool {
    matches!(form, "has" | "have" | "had" | "having" | "'ve")
}

pub(super) fn is_do(form: &str) -> bool {
    matches!(form, "do" | "does" | "did" | "doing")
}

pub(super) fn is_modal(form: &str) -> bool {
    matches!(
        form,
        "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "shall"
            | "should"
            | "'ll"
            | "'d"
            | "ca"
            | "wo"
            | "cannot"
    )
}

pub(super) fn is_negation(form: &str) -> bool {
    matches!(form, "not" | "n't" | "never" | "neither" | "nor" | "hardly")
}

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

pub(super) fn is_relative(form: &str) -> bool {
    matches!(form, "who" | "which" | "that" | "whom")
}

/// Words that open a question clause: "asked *whether*".
pub(super) fn opens_question(form: &str) -> bool {
    matches!(
        form,
        "whether" | "if" | "what" | "who" | "how" | "why" | "when" | "where" | "which" | "whom" | "whose"
    )
}

/// Words that open a subordinate clause with a subject of its own.
pub(super) fn is_subordinator(form: &str) -> bool {
    matches!(
        form,
        "that"
            | "because"
            | "when"
            | "if"
            | "as"
            | "while"
            | "although"
            | "though"
            | "after"
            | "before"
            | "until"
            | "unless"
            | "whether"
            | "where"
            | "since"
            | "once"
            | "whereas"
            | "but"
            | "and"
            | "or"
            | "so"
            | "than"
            | "yet"
    )
}

/// Days, months, and other nouns of time that stand without a preposition: "Moor said *Monday*".
pub(super) fn is_time(form: &str) -> bool {
    matches!(
        form,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "jan."
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

pub(super) fn is_subject_pronoun(form: &str) -> bool {
    matches!(
        form,
        "he" | "she" | "it" | "they" | "i" | "we" | "you" | "who" | "everyone" | "someone" | "nobody" | "everybody"
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
