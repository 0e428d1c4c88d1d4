//! The addresses that links lead to. A link to another Markdown file of the course becomes a route (`#/<slug>`), and it
//! is a problem if that page, or the place on it, does not exist.

use std::collections::{BTreeMap, BTreeSet};

use super::Problem;

/// A link to a place on a page. Whether the place exists can be said only when all pages have been read.
pub struct AnchorLink {
    /// The file of the page that has the link.
    pub file: String,
    /// The link's line in that file, counted from 1.
    pub line: usize,
    /// The slug of the page that the link leads to.
    pub slug: String,
    /// The place on that page.
    pub anchor: String,
}

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// To a page of the course, and to a place on it if there is an anchor.
    Page { slug: &'a str, anchor: Option<String> },
    /// Out of the course.
    Outside,
}

impl Target<'_> {
    /// The address within the workbook, for example `#/slug/anchor`; `None` if the link leads out of the course.
    pub fn route(&self) -> Option<String> {
        match self {
            Self::Page { slug, anchor: Some(anchor) } => Some(format!("#/{slug}/{anchor}")),
            Self::Page { slug, anchor: None } => Some(format!("#/{slug}")),
            Self::Outside => None,
        }
    }
}

/// Where the link to `url` leads. `slugs` has each page's slug by its file name; `own` is the slug of the page that the
/// link is on.
///
/// # Errors
/// A sentence for the author, if the link leads to no page of the course, or to an address that [`is_outside`] refuses.
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

/// Whether an address leads out of the course, which it does if it has a scheme.
///
/// # Errors A sentence for the author, if the scheme is not `https:` or `mailto:` (a `javascript:` would run a program in
/// the page, and what comes by `http:` can be changed on its way), or if nothing follows it.
pub fn is_outside(url: &str) -> Result<bool, String> {
    let Some((scheme, rest)) = url.split_once(':').filter(|(scheme, _)| !scheme.contains(['/', '?', '#'])) else {
        return Ok(false);
    };
    let good = match scheme.to_ascii_lowercase().as_str() {
        "https" => rest.strip_prefix("//").is_some_and(|place| !place.is_empty()),
        "mailto" => !rest.is_empty(),
        _ => return Err(format!("an address may begin with `https:` or `mailto:`, not with `{scheme}:`")),
    };
    if good { Ok(true) } else { Err(format!("the address `{url}` leads nowhere")) }
}

/// A problem for each link to a place that does not exist. `places` has the places of each page, by the page's slug.
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

/// Decodes an anchor that was copied from a browser's address bar: `%C3%BC` becomes `ü`. What is not such a code, or
/// gives no UTF-8, stays as it is.
fn decoded(anchor: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = anchor.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = (*first == b'%')
            .then(|| after.get(..2))
            .flatten()
            .filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
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
        for (anchor, plain) in [
            ("a-1", "a-1"),
            ("%C3%BCber", "über"),
            ("50%", "50%"),
            ("%zz%4", "%zz%4"),
            ("%FF", "%FF"),
            ("%+1", "%+1"),
            ("", ""),
        ] {
            assert_eq!(decoded(anchor), plain);
        }
    }
}
