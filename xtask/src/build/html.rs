//! Filling in `index.html`: its comments `policy`, `links`, `scripts` and `unbuilt` mark the places.

use anyhow::{Context, Result, bail};

const STYLE: &str = "<link rel=\"stylesheet\" href=\"style.css\">";

/// What a built page has in the places that `index.html` leaves.
pub struct Filling<'a> {
    /// The Content-Security-Policy, first in the head so that nothing comes before it.
    pub policy: &'a str,
    /// The style sheet: an element.
    pub style: &'a str,
    /// Other elements of the head.
    pub links: &'a str,
    /// Elements at the end of the body.
    pub scripts: &'a str,
}

/// The built page. Fails where `index.html` lacks one of the places.
pub fn fill(page: &str, filling: &Filling) -> Result<String> {
    let policy = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
        filling.policy
    );
    let page = replace(page, "<!-- policy -->", &policy)?;
    let page = replace(&page, STYLE, filling.style)?;
    let page = replace(&page, "<!-- links -->", filling.links)?;
    let page = replace(&page, "<!-- scripts -->", filling.scripts)?;
    let (before, rest) = page
        .split_once("<!-- unbuilt -->")
        .context("index.html has no <!-- unbuilt -->")?;
    let (_, after) = rest
        .split_once("<!-- /unbuilt -->")
        .context("index.html has no <!-- /unbuilt -->")?;
    Ok(format!("{before}<p id=\"starting\">Starting…</p>{after}"))
}

fn replace(page: &str, place: &str, with: &str) -> Result<String> {
    if page.matches(place).count() != 1 {
        bail!("index.html must have {place} once");
    }
    Ok(page.replacen(place, with, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head>\n<!-- policy -->\n<link rel=\"stylesheet\" href=\"style.css\">\n<!-- links -->\n</head>\n\
        <main><!-- unbuilt -->how to build<!-- /unbuilt --></main><!-- scripts -->";
    const FILLING: Filling = Filling {
        policy: "default-src 'none'",
        style: "<style></style>",
        links: "",
        scripts: "<script></script>",
    };

    #[test]
    fn the_policy_is_first_in_the_head_and_the_build_words_are_gone() {
        let page = fill(PAGE, &FILLING).unwrap();
        assert!(
            page.starts_with("<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">")
        );
        assert!(!page.contains("how to build"));
    }

    #[test]
    fn a_page_without_a_place_for_the_policy_is_refused() {
        assert!(fill(&PAGE.replace("<!-- policy -->", ""), &FILLING).is_err());
    }
}
