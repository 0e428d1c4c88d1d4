//! Links between Markdown files become routes; each must lead somewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::Problem;

/// A link to a place on a page, kept until all pages are known.
pub struct AnchorLink {
    pub file: String,
    pub line: usize,
    pub slug: String,
    pub anchor: String,
}

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// To a page of the course, and maybe a place on it.
    Page { slug: &'a str, anchor: Option<String> },
    /// Out of the course.
    Outside,
}

impl Target<'_> {
    /// The address of a page.
    pub fn route(&self) -> Option<String> {
        match self {
            Self::Page { slug, anchor: Some(anchor) } => Some(format!("#/{slug}/{anchor}")),
            Self::Page { slug, anchor: None } => Some(format!("#/{slug}")),
            Self::Outside => None,
        }
    }
}

/// Where a link leads; `own` is the slug of the page it is on.
///
/// # Errors
/// A sentence for the author, if it leads nowhere or has a scheme that a link has no business with.
pub fn target<'a>(url: &'a str, slugs: &BTreeMap<&'a str, &'a str>, own: &'a str) -> Result<Target<'a>, String> {
    if is_outside(url)? {
        return Ok(Target::Outside);
    }
    let (file, anchor) = url.split_once('#').map_or((url, None), |(file, anchor)| (file, Some(decoded(anchor))));
    let slug = match (file, &anchor) {
        ("", Some(_)) => Some(own),
        (file, _) => slugs.get(file).copied(),
    };
    match slug {
        Some(slug) => Ok(Target::Page { slug, anchor }),
        None => Err(format!("the link leads to `{file}`, which is not a page of the course")),
    }
}

/// Whether an address leads out of the course.
///
/// # Errors
/// A sentence for the author, if it is none that a browser should follow from here.
pub fn is_outside(url: &str) -> Result<bool, String> {
    let Some((scheme, rest)) = url.split_once(':').filter(|(scheme, _)| !scheme.contains(['/', '?', '#'])) else {
        return Ok(false);
    };
    let good = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest.strip_prefix("//").is_some_and(|place| !place.is_empty()),
        "mailto" => !rest.is_empty(),
        _ => return Err(format!("an address may begin with `https:`, `http:` or `mailto:`, not with `{scheme}:`")),
    };
    if good { Ok(true) } else { Err(format!("the address `{url}` leads nowhere")) }
}

/// Links to places that are on no page; `places` has each page's, by its slug.
pub fn dangling(places: &BTreeMap<String, BTreeSet<String>>, links: Vec<AnchorLink>) -> Vec<Problem> {
    let exists = |link: &AnchorLink| places.get(&link.slug).is_some_and(|places| places.contains(&link.anchor));
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

/// An anchor as it was copied from a browser's address bar, in plain letters: `%C3%BC` is `ü`.
fn decoded(anchor: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = anchor.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = (*first == b'%').then(|| after.get(..2)).flatten().filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        match digits.and_then(|digits| u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| anchor.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_is_what_its_letters_say() {
        for (anchor, plain) in [("a-1", "a-1"), ("%C3%BCber", "über"), ("50%", "50%"), ("%zz%4", "%zz%4"), ("%FF", "%FF"), ("%+1", "%+1"), ("", "")] {
            assert_eq!(decoded(anchor), plain);
        }
    }
}
