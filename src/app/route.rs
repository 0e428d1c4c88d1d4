//! The addresses of pages, `#/<slug>`, and of places on pages, `#/<slug>/<anchor>`. All of it stands after the `#`, so
//! that the one file of the workbook works in any folder.

/// The page and the place on it that an address names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// The name of the page; empty for the first one.
    pub slug: String,
    /// The name of the place on the page, if there is one.
    pub anchor: Option<String>,
}

impl Route {
    /// Reads `location.hash`, in which nothing is escaped any more.
    pub fn from_hash(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let (slug, anchor) = path.split_once('/').unwrap_or((path, ""));
        Self { slug: slug.to_owned(), anchor: Some(anchor.to_owned()).filter(|anchor| !anchor.is_empty()) }
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn hashes_are_read() {
        let route =
            |slug: &str, anchor: Option<&str>| Route { slug: slug.to_owned(), anchor: anchor.map(str::to_owned) };
        assert_eq!(Route::from_hash(""), route("", None));
        assert_eq!(Route::from_hash("#/glossary"), route("glossary", None));
        assert_eq!(Route::from_hash("#/glossary/hook"), route("glossary", Some("hook")));
        assert_eq!(Route::from_hash("#/glossary/"), route("glossary", None));
    }
}
