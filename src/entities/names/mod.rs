//! Names that mean the same: whole names, parts of names, initials, other usual names.
//!
//! All uses of the same words are one variant (`variant`). Variants find their entity among those placed before them
//! (`joiner`), longest first; a surname that several people share is decided use by use (`uses`).

mod joiner;
mod kinds;
mod organization;
mod person;
mod uses;
mod variant;

use super::draft::Draft;
use super::words::Words;
use crate::analysis::{EntityKind, MentionRule};
use crate::language::Language;
use crate::structure::Structure;
use crate::text::Text;
use joiner::Joiner;

/// Makes an entity of every name and joins those that mean the same.
pub(super) fn join(text: &Text, structure: &Structure, language: &Language, words: &Words) -> Draft {
    let (mut variants, uses) = variant::read(text, structure, &language.names, words);
    let mut joiner = Joiner::new(text, words);
    let mut order: Vec<usize> = (0..variants.len()).collect();
    // Full names first, so that a part finds its whole wherever it stands, in the headline too.
    order.sort_by_key(|&v| {
        (
            std::cmp::Reverse(variants[v].words.len()),
            variants[v].generation.is_none(),
            variants[v].gender.is_none(),
            v,
        )
    });
    let brackets = variant::in_parentheses(text, &uses);
    for v in order {
        joiner.place(&mut variants[v], brackets.get(&(v as u32)).copied());
        if let (Some(entity), true) = (variants[v].entity, !variants[v].words.is_empty()) {
            joiner.index(entity, &variants[v]);
        }
    }
    for (&v, &whole) in &brackets {
        // "Arlen Port Authority (APA)": the letters need not be its initials.
        let (whole, variant) = (whole as usize, v as usize);
        if variants[variant].rule == MentionRule::FullName
            && variants[variant].kind == EntityKind::Organization
            && variants[whole].kind == EntityKind::Organization
            && variants[whole].entity.is_some()
        {
            variants[variant].entity = variants[whole].entity;
            variants[variant].rule = MentionRule::Initials;
        }
    }
    uses::decide(text, joiner.entities, &variants, uses)
}

#[cfg(test)]
mod tests {
    use crate::entities::check::check;

    #[test]
    fn a_surname_or_a_given_name_joins_the_full_name_wherever_it_stands() {
        check(
            "P[MOOR] wins vote in L[Arlen]\n\nP[Ilse Moor] won on Monday. P[Moor] thanked P[Hal de Brandt]. “P[Ilse], thank you,” P[de Brandt] said.",
            "Ilse Moor: MOOR, Ilse Moor, Moor, Ilse
             Arlen: Arlen
             Hal de Brandt: Hal de Brandt, de Brandt",
        );
    }

    #[test]
    fn middle_names_and_initials_are_the_same_person() {
        check(
            "P[Jon R. Ade] came. P[Jon Ade] left. P[J. Ade] slept. P[Jon Ade Jr.] woke.",
            "Jon R. Ade: Jon R. Ade, Jon Ade, J. Ade, Jon Ade Jr.",
        );
    }

    #[test]
    fn father_and_son_and_middle_initials_are_kept_apart() {
        check(
            "P[Hal Moor Sr.] hired P[Hal Moor Jr.] early. P[Moor Jr.] left; P[Moor Sr.] slept. P[Ole Brandt III] is rich. He never met P[Ole Brandt].",
            "Hal Moor Sr.: Hal Moor Sr., Moor Sr.
             Hal Moor Jr.: Hal Moor Jr., Moor Jr.
             Ole Brandt III: Ole Brandt III, ~He
             Ole Brandt: Ole Brandt",
        );
        check(
            "P[Ana A. Vale] sued P[Ana B. Vale] today. P[Tom J. K. Ade] is not P[Tom K. Ade].",
            "Ana A. Vale: Ana A. Vale
             Ana B. Vale: Ana B. Vale
             Tom J. K. Ade: Tom J. K. Ade
             Tom K. Ade: Tom K. Ade",
        );
    }

    #[test]
    fn what_stands_beside_a_name_tells_its_kind() {
        check(
            "L[Art Hall], 44, met P[Jean Floch] and O[Quay Foods]. O[Floch] paid P[Quay] and Mr P[Quay]. P[Lund], a maker of pumps, won.",
            "Art Hall: Art Hall
             Jean Floch: Jean Floch, Floch
             Quay Foods: Quay Foods, Quay
             Quay: Quay
             Lund: Lund",
        );
    }

    #[test]
    fn honorifics_keep_people_of_one_surname_apart() {
        check(
            "Sir P[Tom Vale] was there with Lady P[Vale]. Mr P[Vale] left; Lady P[Vale] did not. P[Vale] came back.",
            "Tom Vale: Tom Vale, Vale, Vale
             Lady Vale: Vale, Vale",
        );
    }

    #[test]
    fn a_relative_does_not_take_the_surname_over() {
        check(
            "Mayor P[Tom Vale] spoke. His son P[Hal Vale] was found guilty. P[Vale] would not comment.",
            "Tom Vale (Mayor): *Mayor, Tom Vale, ~His, Vale
             Hal Vale: Hal Vale",
        );
    }

    #[test]
    fn a_wife_is_told_from_her_husband_by_their_titles() {
        check(
            "P[Tom Vale] left. P[Vale]'s wife, P[Ana Vale], did not. Mr P[Vale] slept; Ms P[Vale] read.",
            "Tom Vale: Tom Vale, Vale, Vale
             Ana Vale: Ana Vale, Vale",
        );
    }

    #[test]
    fn a_place_and_a_person_of_the_same_name_stay_apart() {
        check(
            "P[Arlen Hall] flew to L[Arlen]. P[Hall] likes L[Arlen].",
            "Arlen Hall: Arlen Hall, Hall
             Arlen: Arlen, Arlen",
        );
    }

    #[test]
    fn accents_and_stops_make_no_difference() {
        check(
            "P[Inés Muñoz] met P[Ines Munoz] in the L[U.S.] and the L[US], that is L[America].",
            "Inés Muñoz: Inés Muñoz, Ines Munoz
             U.S.: U.S., US, America",
        );
    }

    #[test]
    fn organizations_join_by_initials_parentheses_and_parts() {
        check(
            "The O[Arlen Port Authority] sued O[Quay Steel Inc] today. The O[APA] won. O[Quay Steel] lost, O[Quay] said. \
             The O[Society of Tugs] (O[TUGS]) was glad. The O[Ministry of Tides], or O[Tides Ministry], was not.",
            "Arlen Port Authority: Arlen Port Authority, APA
             Quay Steel Inc: Quay Steel Inc, Quay Steel, Quay
             Society of Tugs: Society of Tugs, TUGS
             Ministry of Tides: Ministry of Tides, Tides Ministry",
        );
    }

    #[test]
    fn a_bare_country_word_is_no_part_of_an_organization() {
        check(
            "The O[Bank of Norway] and the O[Bank of Sweden] met. The O[Norwegian Coast Guard] came; the O[Coast Guard] left.",
            "Bank of Norway: Bank of Norway
             Bank of Sweden: Bank of Sweden
             Norwegian Coast Guard: Norwegian Coast Guard, Coast Guard",
        );
    }

    #[test]
    fn groups_join_over_number_and_countries_have_several_names() {
        check(
            "G[Ukrainian] troops and G[Ukrainians] thank L[Britain], the L[UK] and the G[British].",
            "Ukrainian: Ukrainian, Ukrainians
             Britain: Britain, UK
             British: British",
        );
    }

    #[test]
    fn letters_after_a_name_and_roles_in_it_are_no_part_of_it() {
        check(
            "P[Hal Brandt KC] met P[Quay accountant Ilse Moor] and P[Bride Mary Vale]. P[Moor] left.",
            "Hal Brandt: Hal Brandt
             Ilse Moor (Quay accountant): *Quay accountant, Ilse Moor, Moor
             Mary Vale (Bride): *Bride, Mary Vale",
        );
    }
}
