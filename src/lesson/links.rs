//! Links between Markdown files become routes; each must lead somewhere.

use std::collections::BTreeMap;

use super::{Page, Problem, Term};

/// A link to a place on a page, kept until all pages are known.
pub struct AnchorLink {
    pub file: String,
    pub line: usize,
    pub slug: String,
    pub anchor: String,
}

/// Where a link between Markdown files leads: a page's slug and a place on it. `None` if it leads out of the course,
/// or to no page of it.
pub fn target<'a>(url: &'a str, slugs: &BTreeMap<&'a str, &'a str>, own: &'a str) -> Option<(&'a str, Option<&'a str>)> {
    let (file, anchor) = url.split_once('#').map_or((url, None), |(file, anchor)| (file, Some(anchor)));
    if is_outside(url, file) {
        return None;
    }
    let slug = if file.is_empty() { own } else { slugs.get(file).copied()? };
    Some((slug, anchor))
}

pub fn is_outside(url: &str, file: &str) -> bool {
    url.contains("://") || url.starts_with("mailto:") || !(file.is_empty() || file.ends_with(".md"))
}

/// The same as the address of a page.
pub fn route(url: &str, slugs: &BTreeMap<&str, &str>, own: &str) -> Option<String> {
    target(url, slugs, own).map(|(slug, anchor)| match anchor {
        Some(anchor) => format!("#/{slug}/{anchor}"),
        None => format!("#/{slug}"),
    })
}

/// Links to places that are on no page.
pub fn dangling(pages: &[Page], terms: &[Term], glossary: Option<&str>, links: Vec<AnchorLink>) -> Vec<Problem> {
    let exists = |link: &AnchorLink| {
        let is_term = glossary == Some(&link.slug) && terms.iter().any(|term| term.anchor == link.anchor);
        is_term || pages.iter().any(|page| {
            page.slug == link.slug
                && (page.headings.iter().any(|heading| heading.anchor == link.anchor)
                    || page.cells.iter().any(|cell| cell.id == link.anchor)
                    || page.exercises.iter().any(|exercise| exercise.id == link.anchor))
        })
    };
    links
        .into_iter()
        .filter(|link| !exists(link))
        .map(|link| Problem {
            text: format!("no heading or cell `{}` on page `{}`", link.anchor, link.slug),
            file: link.file,
            line: link.line,
        })
        .collect()
}
