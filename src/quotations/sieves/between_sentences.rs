//! Quotations whose own sentence does not say who speaks: it goes on from, or leads up to, one that does.

use crate::analysis::{AttributionRule as Rule, BlockKind, Confidence, CueClass, EntityKind, Speaker, SpeakerStatus};
use crate::language::PartOfSpeech::*;
use crate::quotations::carrier::{Sentence, Unit};
use crate::quotations::draft::{Draft, Drafts};
use crate::quotations::sieves::dialogue;
use crate::quotations::sieves::headline::is_heading;
use crate::quotations::{Passage, speaker};
use crate::text::Case;

/// Fills what the sentences themselves left open, in text order; then once backwards for quotations before their cue.
pub(in crate::quotations) fn fill(passages: &[Passage], drafts: &mut Drafts) {
    open_paragraph_back(passages, drafts);
    for (i, passage) in passages.iter().enumerate() {
        for (at, quoted) in passage.reading.quotes.iter().enumerate() {
            if drafts.of(quoted.quote).is_some() {
                continue;
            }
            let draft = transcript_turn(passage, quoted.quote)
                .or_else(|| open_paragraph(passage, quoted.quote, drafts))
                .or_else(|| dash_signature(passages, i))
                .or_else(|| name_under(passages, i))
                .or_else(|| name_and_colon(passage, quoted.unit))
                .or_else(|| lead_in(passage, quoted.unit))
                .or_else(|| same_sentence(passage, at, drafts));
            if draft.is_some() {
                drafts.set(quoted.quote, draft);
            }
        }
        if !is_bare(passage) {
            continue;
        }
        let quotes: Vec<u32> = passage.reading.quotes.iter().map(|q| q.quote).collect();
        for quote in quotes {
            if drafts.of(quote).is_none() {
                let draft = dialogue::turn(passages, i, drafts)
                    .or_else(|| from_sentence_before(passages, i, drafts))
                    .or_else(|| from_next_cue(passages, i, drafts))
                    .or_else(|| before_speaker(passages, i))
                    .or_else(|| from_paragraph_before(passages, i, drafts));
                drafts.set(quote, draft);
            }
        }
    }
    for passage in passages {
        for quoted in &passage.reading.quotes {
            if drafts.of(quoted.quote).is_none() {
                drafts.set(quoted.quote, subject_of_sentence(passage, quoted.unit));
            }
        }
    }
}

/// The sentence is nothing but quotations.
fn is_bare(passage: &Passage) -> bool {
    let s = passage.sentence;
    // "As a parent, “we are worn out.”" has no other speaker either.
    let own_words = |i: usize| s.is_verb(i) || s.is_capital(i) && i > 0 || s.form(i) == ":";
    !passage.reading.quotes.is_empty()
        && (0..s.len()).all(|i| s.quote(i).is_some() || s.part(i) == Punctuation || s.len() < 8 && !own_words(i))
}

/// The cue of the last of several paragraphs serves those before it that have none.
fn open_paragraph_back(passages: &[Passage], drafts: &mut Drafts) {
    let quotes = passages.iter().rev().flat_map(|p| p.reading.quotes.iter().rev());
    for quoted in quotes {
        let passage_marks = &passages[0].sentence.article.marks.spans;
        if let Some(before) = passage_marks[quoted.quote as usize].continues
            && drafts.of(before).is_none()
            && let Some(draft) = drafts.of(quoted.quote)
        {
            let carried = draft.carried(Rule::OpenParagraph, draft.confidence);
            drafts.set(before, Some(carried));
        }
    }
}

/// “MOOR: We start on Monday.” — a transcript with marks around each turn.
fn transcript_turn(passage: &Passage, quote: u32) -> Option<Draft> {
    let article = passage.sentence.article;
    let tokens = article.text.tokens_in(article.marks.spans[quote as usize].content);
    let colon = tokens.clone().take(5).find(|&t| article.text.word(t) == ":")?;
    let label = tokens.start..colon;
    if label.is_empty()
        || label
            .clone()
            .any(|t| article.text.tokens[t].case != Case::Upper || article.text.word(t).len() < 2)
    {
        return None;
    }
    let units: Vec<Unit> = label
        .map(|t| Unit {
            token: t as u32,
            end: t as u32 + 1,
            quote: None,
        })
        .collect();
    let s = Sentence { article, units: &units };
    let who = speaker::read(&s, 0..units.len());
    let evidence = who.mention.into_iter().collect();
    Some(Draft::new(who, Rule::TranscriptTurn, Confidence::Certain, evidence))
}

/// “We start on Monday. ⏎ “Be there,” Moor said.
fn open_paragraph(passage: &Passage, quote: u32, drafts: &Drafts) -> Option<Draft> {
    let before = passage.sentence.article.marks.spans[quote as usize].continues?;
    let draft = drafts.of(before)?;
    Some(draft.carried(Rule::OpenParagraph, draft.confidence))
}

/// Ana Ruiz, 31, nurse: “I am tired.” Also "More from Ruiz: “…”" and "Pollsters agree - Ana Ruiz: “…”".
fn name_and_colon(passage: &Passage, unit: usize) -> Option<Draft> {
    let s = &passage.sentence;
    if s.form_before(unit) != ":" {
        return None;
    }
    let start = (0..unit)
        .rev()
        .take(80)
        .find(|&i| s.is_dash(i) || s.quote(i).is_some() || s.form(i) == "from")
        .map_or(0, |i| i + 1);
    if (start..unit).any(|i| s.is_finite(i)) {
        return None;
    }
    // Past a comma or a bullet.
    let start = start + usize::from(!s.form(start).contains(char::is_alphanumeric));
    let phrase = s.phrase_after(start)?;
    let named = s.is_capital(phrase.end - 1) && !s.is_time(phrase.start);
    if !named || !(phrase.end == unit - 1 || s.form(phrase.end) == ",") {
        return None;
    }
    Some(Draft::new(
        speaker::read(s, phrase.clone()),
        Rule::NameAndColon,
        Confidence::Certain,
        vec![s.span(phrase)],
    ))
}

/// “Go home.” — Ilse Moor, in the same paragraph or alone in the next.
fn dash_signature(passages: &[Passage], i: usize) -> Option<Draft> {
    let here = &passages[i].sentence;
    let signed = |s: &Sentence<'_>, dash: usize| {
        // “Go home.” -Ilse Moor
        let hyphen = s.form(dash) == "-" && (dash == 0 || s.quote(dash - 1).is_some());
        if !(s.is_dash(dash) || hyphen) {
            return None;
        }
        let mut phrase = s.phrase_after(dash + 1)?;
        // — Ilse Moor (@imoor) February 3, 2025
        if let Some(bracket) = (phrase.start + 1..phrase.end).find(|&k| s.form(k) == "(") {
            phrase.end = bracket;
        }
        let ends = phrase.end >= s.len() || s.is_stop(phrase.end) || matches!(s.form(phrase.end), "," | "(");
        let told = s.form(phrase.end) != "(" && (dash..s.len()).any(|k| s.is_finite(k) || s.quote(k).is_some());
        if !ends || told || !phrase.clone().any(|k| s.is_capital(k)) {
            return None;
        }
        let evidence = vec![s.span(phrase.clone())];
        Some(Draft::new(
            speaker::read(s, phrase),
            Rule::DashSignature,
            Confidence::Certain,
            evidence,
        ))
    };
    let last = passages[i].reading.quotes.last()?.unit;
    signed(here, last + 1).or_else(|| {
        let next = &passages.get(i + 1)?.sentence;
        let dash = next.is_dash(0) || next.form(0) == "-";
        (dash && next.len() < 20 && is_bare(&passages[i])).then(|| signed(next, 0))?
    })
}

/// “We have no choice” ⏎ Ilse Moor: a pull quotation with the name under it.
fn name_under(passages: &[Passage], i: usize) -> Option<Draft> {
    let (here, next) = (&passages[i], passages.get(i + 1)?);
    let kind = |p: &Passage| here.sentence.article.structure.blocks[p.block as usize].kind;
    let s = &next.sentence;
    let pulled =
        kind(here) == BlockKind::PullQuote && kind(next) == BlockKind::PullQuote && next.block == here.block + 1;
    if !pulled || !is_bare(here) || s.len() > 10 || (0..s.len()).any(|k| s.is_finite(k) || s.quote(k).is_some()) {
        return None;
    }
    let phrase = s.phrase_after(0).filter(|phrase| s.is_person(phrase.end - 1))?;
    let evidence = vec![s.span(phrase.clone())];
    Some(Draft::new(
        speaker::read(s, phrase),
        Rule::DashSignature,
        Confidence::Certain,
        evidence,
    ))
}

/// Moor set out three demands: “Pay, rest, respect.”
fn lead_in(passage: &Passage, unit: usize) -> Option<Draft> {
    let s = &passage.sentence;
    if s.form_before(unit) != ":" {
        return None;
    }
    // The subject nearest to the colon that can speak; else the name right before it.
    let who = (0..unit)
        .rev()
        .take(80)
        .filter(|&i| s.is_finite(i))
        .filter_map(|verb| s.subject_before(verb))
        .map(|subject| speaker::read(s, subject.phrase))
        .find(|who| speaks(s, who))
        .or_else(|| {
            let who = speaker::read(s, s.phrase_before(unit - 1)?);
            (speaks(s, &who) && who.status == SpeakerStatus::Named).then_some(who)
        })?;
    let evidence = who.mention.into_iter().collect();
    Some(Draft::new(who, Rule::LeadIn, Confidence::Likely, evidence))
}

/// A second quotation of a sentence, after one that has its speaker.
fn same_sentence(passage: &Passage, at: usize, drafts: &Drafts) -> Option<Draft> {
    let before = passage.reading.quotes[..at].last()?;
    let draft = drafts.of(before.quote)?;
    let s = &passage.sentence;
    let unit = passage.reading.quotes[at].unit;
    let joined = (before.unit + 1..unit).all(|i| !s.is_finite(i));
    joined.then(|| draft.carried(Rule::Interrupted, Confidence::Likely))
}

/// “We start on Monday,” Moor said. “Be there.” — or a quotation after a sentence about Moor.
fn from_sentence_before(passages: &[Passage], i: usize, drafts: &Drafts) -> Option<Draft> {
    let before = passages[..i].last()?;
    if before.block != passages[i].block {
        return None;
    }
    if let Some(draft) = last_spoken(before, drafts) {
        return Some(draft.carried(Rule::SameParagraph, draft.confidence));
    }
    reported_last(before, Rule::AfterSpeaker).or_else(|| {
        about(before).map(|who| {
            let evidence = who.mention.into_iter().collect();
            Draft::new(who, Rule::AfterSpeaker, Confidence::Likely, evidence)
        })
    })
}

/// The last quotation of a sentence that has its speaker; one with a cue beside it before a fragment or a title.
fn last_spoken<'a>(passage: &Passage, drafts: &'a Drafts) -> Option<&'a Draft> {
    let drafts = passage.reading.quotes.iter().rev().filter_map(|q| drafts.of(q.quote));
    let beside = |d: &&Draft| {
        matches!(
            d.rule,
            Rule::CueAfter | Rule::InvertedCueAfter | Rule::CueBefore | Rule::CueAndColon | Rule::SameParagraph
        )
    };
    drafts.clone().find(beside).or_else(|| drafts.clone().next())
}

/// “No.” “It is nonsense,” Moor said.
fn from_next_cue(passages: &[Passage], i: usize, drafts: &Drafts) -> Option<Draft> {
    let next = passages.get(i + 1)?;
    if next.block != passages[i].block {
        return None;
    }
    let first = next.reading.quotes.first()?;
    if first.unit > 0 {
        return None;
    }
    let draft = drafts.of(first.quote)?;
    matches!(draft.rule, Rule::CueAfter | Rule::InvertedCueAfter)
        .then(|| draft.carried(Rule::NextCue, Confidence::Likely))
}

/// “The keys, please.” Moor held out her hand. — or, less surely, a paragraph of its own before "Moor was speaking …".
fn before_speaker(passages: &[Passage], i: usize) -> Option<Draft> {
    let next = passages.get(i + 1)?;
    let (here, s) = (&passages[i], &next.sentence);
    let first = i == 0 || passages[i - 1].block != here.block;
    let beat = next.block == here.block && s.len() < 14;
    let speaking = next.block != here.block && (0..s.len().min(12)).any(|k| s.form(k) == "speaking");
    if !first || !(beat || speaking) || !next.reading.quotes.is_empty() {
        return None;
    }
    let who = about(next)?;
    let evidence = who.mention.into_iter().collect();
    let confidence = if beat { Confidence::Likely } else { Confidence::Weak };
    Some(Draft::new(who, Rule::BeforeSpeaker, confidence, evidence))
}

/// A paragraph that begins with a bare quotation, after one that quotes or is about somebody.
fn from_paragraph_before(passages: &[Passage], i: usize, drafts: &Drafts) -> Option<Draft> {
    let block = passages[i].block;
    let article = passages[i].sentence.article;
    // A line of display between paragraphs is nobody's continuation.
    if is_heading(article.structure, block)
        || is_title_case(&passages[i])
        || passages[..i].last().is_some_and(|p| p.block == block)
    {
        return None;
    }
    let before = passages[..i].iter().rev().take(12).find(|p| {
        let kind = p.sentence.article.structure.blocks[p.block as usize].kind;
        matches!(kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Standfirst)
    })?;
    if let Some(draft) = last_spoken(before, drafts) {
        let confidence = draft.confidence.max(Confidence::Likely);
        return Some(draft.carried(Rule::NextParagraph, confidence));
    }
    let s = &before.sentence;
    if s.form_before(s.len()) == ":" {
        // "From chairwoman Moor:" ⏎ “…”
        if let Some(draft) = name_and_colon(before, s.len()) {
            return Some(draft);
        }
        // "The Quay Herald reports:" ⏎ “…”
        let cue = before
            .reading
            .frames
            .iter()
            .rev()
            .find(|f| f.subject.is_some() && !s.is_stop(f.cue.start));
        if let Some(frame) = cue
            && (frame.end..s.len()).all(|i| !s.is_finite(i))
            && let Some(phrase) = &frame.subject
        {
            let mut draft = Draft::new(
                speaker::read(s, phrase.clone()),
                Rule::LeadIn,
                Confidence::Likely,
                Vec::new(),
            );
            draft.evidence.extend(draft.speaker.mention);
            draft.evidence.push(s.span(frame.cue.clone()));
            return Some(draft);
        }
        return reported_last(before, Rule::LeadIn).or_else(|| {
            about(before).map(|who| {
                let evidence = who.mention.into_iter().collect();
                Draft::new(who, Rule::LeadIn, Confidence::Likely, evidence)
            })
        });
    }
    reported_last(before, Rule::AfterParagraphAbout).or_else(|| {
        about(before).map(|who| {
            let evidence = who.mention.into_iter().collect();
            Draft::new(who, Rule::AfterParagraphAbout, Confidence::Weak, evidence)
        })
    })
}

/// ‘Legend in the Coal Fields.’ stands alone and is set as a title.
fn is_title_case(passage: &Passage) -> bool {
    let article = passage.sentence.article;
    let Some(quoted) = passage.reading.quotes.first() else {
        return false;
    };
    let tokens = article
        .text
        .tokens_in(article.marks.spans[quoted.quote as usize].content);
    let long = tokens.clone().filter(|&t| article.text.word(t).chars().count() > 3);
    tokens.len() <= 9 && long.clone().count() > 1 && long.clone().all(|t| article.text.tokens[t].case.is_capital())
}

/// The speaker of what a sentence reports without marks.
fn reported_last(passage: &Passage, rule: Rule) -> Option<Draft> {
    let s = &passage.sentence;
    let clause = passage.reading.clauses.first()?;
    let frame = &passage.reading.frames[clause.claim.frame];
    let who = speaker::read(s, frame.subject.clone()?);
    if who.status == SpeakerStatus::Document {
        return None;
    }
    let evidence = vec![s.span(frame.cue.clone())];
    Some(Draft::new(who, rule, Confidence::Likely, evidence))
}

/// Who a sentence is about: its subject, where that is somebody who can speak.
fn about(passage: &Passage) -> Option<Speaker> {
    let s = &passage.sentence;
    let phrase = s.main_subject(0..s.len())?;
    let who = speaker::read(s, phrase.clone());
    speaks(s, &who).then_some(who)
}

fn speaks(s: &Sentence, who: &Speaker) -> bool {
    match who.status {
        SpeakerStatus::Named => who.entity.is_some_and(|e| {
            use crate::analysis::EntityKind::*;
            matches!(s.article.entities.entities[e as usize].kind, Person | Organization)
        }),
        SpeakerStatus::Collective => !who.members.is_empty(),
        SpeakerStatus::Unnamed => matches!(who.name.as_deref(), Some("he" | "He" | "she" | "She")),
        _ => false,
    }
}

/// A fragment in a sentence without a cue: its subject, with little confidence; somebody named is likely.
fn subject_of_sentence(passage: &Passage, unit: usize) -> Option<Draft> {
    let s = &passage.sentence;
    // In a headline the verb itself may stand in marks: Moor ‘applauds’ Brandt.
    let verb_in_marks = || {
        let phrase = s.phrase_before(unit)?;
        let heads = phrase.start == 0 && is_heading(s.article.structure, passage.block);
        let token = s.units[unit].token as usize + 1;
        (heads && s.article.text.form(token).ends_with('s') && s.units[unit].end as usize <= token + 3)
            .then_some(phrase)
    };
    // "The port is full, by a count that *Moor* will use to defend his “calm” plan": whose clause it is.
    let user = || {
        let verb = (unit.saturating_sub(12)..unit).rev().find(|&i| s.is_finite(i))?;
        let phrase = s.subject_before(verb)?.phrase;
        let that = phrase.start.checked_sub(1).filter(|&i| s.form(i) == "that")?;
        let noun = that > 0 && matches!(s.part(that - 1), Noun | PluralNoun);
        let goes_on = (verb..unit).all(|i| s.form(i) != ",");
        (noun && goes_on && s.is_person(phrase.end - 1)).then_some(phrase)
    };
    let phrase = user()
        .or_else(|| s.main_subject(unit.saturating_sub(120)..unit))
        .or_else(verb_in_marks)?;
    let who = speaker::read(s, phrase);
    // "The crews said it was late, but they were “worn out”": those who spoke before.
    let spoke = |who: &Speaker| {
        passage.reading.frames.iter().any(|f| {
            let same = f
                .subject
                .as_ref()
                .is_some_and(|p| Some(s.span(p.clone())) == who.mention);
            same && f.cue.start < unit && f.class != CueClass::Thought
        })
    };
    if !(speaks(s, &who) || who.status == SpeakerStatus::Collective && spoke(&who)) {
        return None;
    }
    let evidence = who.mention.into_iter().collect();
    let person = |e: u32| s.article.entities.entities[e as usize].kind == EntityKind::Person;
    let confidence = if who.entity.is_some_and(person) {
        Confidence::Likely
    } else {
        Confidence::Weak
    };
    Some(Draft::new(who, Rule::SubjectOfSentence, confidence, evidence))
}
