//! The closed classes of English words: auxiliaries, pronouns, conjunctions, prepositions.
//!
//! All take a form as `Text::form` gives it: lower-cased, apostrophes straight.

use super::calendar;

pub fn is_be(form: &str) -> bool {
    matches!(
        form,
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "'re" | "'m"
    )
}

pub fn is_have(form: &str) -> bool {
    matches!(form, "has" | "have" | "had" | "having" | "'ve")
}

pub fn is_do(form: &str) -> bool {
    matches!(form, "do" | "does" | "did" | "doing")
}

pub fn is_modal(form: &str) -> bool {
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

/// The finite forms of auxiliaries and modals.
pub fn is_finite_auxiliary(form: &str) -> bool {
    is_modal(form)
        || (is_be(form) || is_have(form) || is_do(form))
            && !matches!(form, "be" | "been" | "being" | "having" | "doing")
}

pub fn is_negation(form: &str) -> bool {
    matches!(form, "not" | "n't" | "never" | "neither" | "nor" | "hardly")
}

/// Pronouns as subjects: "we", not "us".
pub fn is_subject_pronoun(form: &str) -> bool {
    matches!(form, "i" | "we" | "he" | "she" | "they" | "you" | "it")
}

pub fn is_relative(form: &str) -> bool {
    matches!(form, "who" | "which" | "that" | "whom")
}

/// Words that open a question clause: "asked *whether*".
pub fn opens_question(form: &str) -> bool {
    matches!(
        form,
        "whether" | "if" | "what" | "who" | "how" | "why" | "when" | "where" | "which" | "whom" | "whose"
    )
}

/// Conjunctions that open a clause which depends on another: "*because* it rained".
pub fn is_subordinating(form: &str) -> bool {
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
            | "so"
            | "than"
    )
}

/// Words that cannot belong to a title: articles, prepositions, conjunctions, pronouns, auxiliaries, days and months.
pub fn is_function_word(form: &str) -> bool {
    let spelt_out = form.len() > 3 || form == "may";
    is_finite_auxiliary(form)
        || is_be(form)
        || is_subject_pronoun(form)
        || is_subordinating(form)
        || opens_question(form)
        || spelt_out && (calendar::weekday(form).is_some() || calendar::month(form).is_some())
        || matches!(
            form,
            "the"
                | "a"
                | "an"
                | "this"
                | "these"
                | "those"
                | "his"
                | "her"
                | "its"
                | "their"
                | "my"
                | "our"
                | "your"
                | "him"
                | "them"
                | "us"
                | "and"
                | "or"
                | "but"
                | "nor"
                | "not"
                | "of"
                | "in"
                | "on"
                | "at"
                | "for"
                | "with"
                | "by"
                | "from"
                | "to"
                | "into"
                | "over"
                | "about"
                | "between"
                | "against"
                | "during"
                | "without"
                | "through"
                | "despite"
                | "including"
                | "like"
                | "said"
                | "says"
                | "told"
                | "also"
                | "then"
                | "there"
                | "here"
                | "yet"
                | "both"
                | "either"
                | "however"
                | "meanwhile"
                | "today"
                | "yesterday"
                | "tomorrow"
        )
}
