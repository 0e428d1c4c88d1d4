//! Addresses: `#/<slug>` and `#/<slug>/<anchor>`. Everything after the `#`, so that one file works anywhere.

/// Where the reader is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// Empty for the first page.
    pub slug: String,
    pub anchor: Option<String>,
}

impl Route {
    /// Reads `location.hash`.
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
