//! What the decision looks at: the situation of a quotation, and the features of one who may have said it.

/// Names a list of cases once, with the words that stand in the table of weights.
macro_rules! cases {
    ($(#[$about:meta])* $kind:ident, $list:ident: $($(#[$doc:meta])* $case:ident = $name:literal,)*) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $kind { $($(#[$doc])* $case,)* }
        pub const $list: &[(&str, $kind)] = &[$(($name, $kind::$case),)*];
    };
}

cases! {
    /// What the words around a quotation say of its speaker.
    Situation, SITUATIONS:
    /// said Moor
    Named = "named",
    /// he said
    Pronoun = "he-she",
    /// it said
    It = "it",
    /// they said
    They = "they",
    /// the minister said
    Definite = "the",
    /// a minister said, officials said
    Indefinite = "a",
    /// the report said
    Document = "document",
    /// Another piece of what somebody says, by the rules.
    GoesOn = "goes-on",
    /// The sentence or paragraph before is about somebody.
    After = "after",
    /// A paragraph that is only a quotation, after one with a speaker.
    Paragraph = "paragraph",
    /// Nobody.
    Silent = "silent",
}

cases! {
    /// What is true of one who may have said it.
    Feature, FEATURES:
    // What the rules claim.
    Claimed = "claimed",
    ClaimedCertain = "claimed-certain",
    ClaimedWeak = "claimed-weak",
    ClaimedClause = "claimed-clause",
    ClaimedFragment = "claimed-fragment",
    ClaimedBeside = "by-cue-beside",
    ClaimedByClause = "by-reported-clause",
    ClaimedByRelative = "by-relative",
    ClaimedByParticiple = "by-participle",
    ClaimedByNoun = "by-noun",
    ClaimedByUnlisted = "by-unlisted-verb",
    ClaimedByAccording = "by-according-to",
    ClaimedByLabel = "by-label",
    ClaimedByHeading = "by-heading",
    ClaimedByLeadIn = "by-lead-in",
    ClaimedBySentence = "by-sentence-before",
    ClaimedBySubject = "by-subject",
    ClaimedByParagraph = "by-paragraph-about",
    // How the claimed words were joined to a name.
    JoinedOnly = "joined-only",
    JoinedTitle = "joined-by-title",
    JoinedSubject = "joined-by-subject",
    JoinedTopic = "joined-by-topic",
    JoinedGivenName = "joined-by-given-name",
    JoinedHolder = "joined-only-holder",
    JoinedCountry = "joined-role-of-country",
    JoinedLast = "joined-last-holder",
    // What it is.
    Person = "person",
    Organization = "organization",
    PlaceOrGroup = "place-or-group",
    Nobody = "nobody",
    DescribedPerson = "described-person",
    DescribedGroup = "described-group",
    DescribedDocument = "described-document",
    DescribedUnknown = "described-unknown",
    CannotSpeak = "cannot-speak",
    BarePronoun = "bare-pronoun",
    Several = "several",
    Kin = "somebodys",
    NameInMarks = "account-or-odd",
    // Whether it can be what the pronoun or noun means.
    Agrees = "gender-told",
    UsageAgrees = "gender-usual",
    UsageContrary = "gender-unusual",
    Contrary = "gender-contrary",
    WrongKind = "wrong-kind",
    // Where it was mentioned last before, outside marks.
    HereSubject = "here-subject",
    HereOther = "here",
    BeforeSubject = "sentence-before-subj",
    BeforeOther = "sentence-before",
    SameParagraph = "same-paragraph",
    ParagraphSubject = "paragraph-before-subj",
    ParagraphBefore = "paragraph-before",
    NearBack = "two-or-three-back",
    FarBack = "far-back",
    NotYet = "not-yet-named",
    ByPronoun = "last-by-pronoun",
    NamedFirst = "first-named-just-now",
    Introduced = "introduced-just-now",
    NamedOften = "named-thrice-near",
    // Where next.
    NextSubject = "next-subject",
    NextOther = "next",
    LastPerson = "last-person-named",
    SecondPerson = "second-last-person",
    LastSubject = "last-subject",
    NamedInside = "named-inside",
    InHeadline = "in-headline",
    Most = "named-most",
    Once = "named-once",
    // Who spoke before.
    SpokeLast = "spoke-last",
    SpokeHere = "spoke-last-here",
    SpokeNear = "spoke-last-near",
    SpokeEarlier = "spoke-earlier",
    NewSince = "another-since",
    SpokenOf = "never-spoke",
    SpeaksNext = "speaks-next",
    SaysSimilar = "says-similar",
    // How a description fits.
    RoleSame = "role-same",
    RoleWider = "role-wider",
    RoleWord = "role-word",
    RoleOther = "role-other",
    RoleNone = "role-none",
    NameSaysSo = "name-says-so",
    Owner = "owner-of-description",
    NamedWithin = "named-in-description",
    SharesName = "description-shares-name",
    AgeSame = "age-same",
    OnlyFitting = "only-fitting",
    SaidSoBefore = "same-words-before",
    KindFits = "kind-fits",
    FollowsName = "named-right-after",
}

cases! {
    /// What is true of a quotation as a whole.
    Sign, SIGNS:
    Always = "always",
    Named = "named",
    Pronoun = "he-she",
    It = "it",
    They = "they",
    Definite = "the",
    Indefinite = "a",
    Document = "document",
    GoesOn = "goes-on",
    After = "after",
    Paragraph = "paragraph",
    Silent = "silent",
    // How far the best candidate is ahead, in per cent.
    Under50 = "under-50",
    Under70 = "under-70",
    Under85 = "under-85",
    Under95 = "under-95",
    Under98 = "under-98",
    Over98 = "over-98",
    Changed = "not-as-claimed",
    // The rule.
    CueAndColon = "cue-and-colon",
    CueBefore = "cue-before",
    CueAfter = "cue-after",
    InvertedCue = "inverted-cue",
    ReportedClause = "reported-clause",
    ClauseBeforeCue = "clause-before-cue",
    Relative = "relative",
    Passive = "passive",
    Participle = "participle",
    Noun = "noun",
    Unlisted = "unlisted-verb",
    According = "according-to",
    Label = "label",
    HeadlineColon = "headline-colon",
    HeadlineDash = "headline-dash",
    OpenParagraph = "open-paragraph",
    SubjectOfSentence = "subject-of-sentence",
    LeadIn = "lead-in",
    Impersonal = "impersonal",
    // The kind.
    Direct = "direct",
    Fragment = "fragment",
    Clause = "clause",
    // The speaker.
    ByPerson = "by-person",
    ByOrganization = "by-organization",
    ByPlace = "by-place",
    ByDescribed = "by-described-person",
    ByGroup = "by-group",
    ByDocument = "by-document",
    ByThing = "by-thing",
    ByUnknown = "by-unknown-noun",
    ByPronoun = "by-pronoun",
    ByAuthor = "by-author",
    ByNobody = "by-nobody",
    // The cue.
    NoCue = "no-cue",
    Neutral = "neutral",
    Statement = "statement",
    Directive = "directive",
    Question = "question",
    Loaded = "loaded",
    Denial = "denial",
    Commitment = "commitment",
    Written = "written",
    Manner = "manner",
    Thought = "thought",
    Denied = "denied",
    Declined = "declined",
    Hypothetical = "hypothetical",
    Says = "says",
    Gerund = "gerund",
    ToSay = "to-say",
    // The words.
    That = "that",
    OpensTo = "opens-to",
    OpensGerund = "opens-gerund",
    OpensPronoun = "opens-pronoun",
    OpensWh = "opens-wh",
    OpensPreposition = "opens-preposition",
    OpensDeterminer = "opens-determiner",
    OpensName = "opens-name",
    OpensConjunction = "opens-conjunction",
    OpensVerb = "opens-verb",
    Capital = "capital",
    NoVerb = "no-verb",
    Thing = "a-thing",
    Asks = "asks-somebody-to",
    OneVerb = "one-verb",
    Verbs = "verbs",
    OneWord = "one-word",
    FewWords = "few-words",
    SomeWords = "some-words",
    ManyWords = "many-words",
    VeryLong = "very-long",
    FirstPerson = "first-person",
    HoldsMarks = "holds-marks",
    HoldsComma = "holds-comma",
    OpensBlock = "opens-block",
    EndsSentence = "ends-sentence",
    // The line.
    InHeading = "in-heading",
    InDisplay = "in-display",
    InCaption = "in-caption",
    InApparatus = "in-apparatus",
}
