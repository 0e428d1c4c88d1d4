//! The addresses of pages, `#/<slug>`, and of places on pages, `#/<slug>/<anchor>`. All of it stands after the `#`, so
//! that the one file of the workbook works in any folder.
//!
//! The address of a cell can carry code: `#/<slug>/<cell>?code=<code>`, written as `encodeURIComponent` writes it.

/// The page and the place on it that an address names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// The name of the page; empty for the first one.
    pub slug: String,
    /// The name of the place on the page, if there is one.
    pub anchor: Option<String>,
    /// The code that the address brings for the cell at that place.
    pub code: Option<String>,
}

/// What stands between the place and the code.
pub const CODE: &str = "?code=";

impl Route {
    /// Reads `location.hash`. `decode` takes the escapes out of a part of it, if it can: what a place names is taken as it stands
    /// otherwise, but code that was cut in the middle of a letter is not what somebody has written.
    pub fn from_hash(hash: &str, decode: impl Fn(&str) -> Option<String>) -> Self {
        let (path, code) = hash.split_once(CODE).map_or((hash, None), |(path, code)| (path, decode(code)));
        let path = decode(path).unwrap_or_else(|| path.to_owned());
        let path = path.trim_start_matches('#').trim_start_matches('/');
        let (slug, anchor) = path.split_once('/').unwrap_or((path, ""));
        Self { slug: slug.to_owned(), anchor: Some(anchor.to_owned()).filter(|anchor| !anchor.is_empty()), code }
    }

    /// The address of a cell with code, in which `escaped` is the code as it stands in addresses.
    pub fn with_code(slug: &str, cell: &str, escaped: &str) -> String {
        // Programs that make links out of text end them at such characters.
        let escaped = escaped
            .replace('(', "%28")
            .replace(')', "%29")
            .replace('\'', "%27")
            .replace('!', "%21")
            .replace('*', "%2A");
        format!("#/{slug}/{cell}{CODE}{escaped}")
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn hashes_are_read() {
        let route = |slug: &str, anchor: Option<&str>| Route {
            slug: slug.to_owned(),
            anchor: anchor.map(str::to_owned),
            code: None,
        };
        let from_hash = |hash: &str| Route::from_hash(hash, |part| Some(part.to_owned()));
        assert_eq!(from_hash(""), route("", None));
        assert_eq!(from_hash("#/glossary"), route("glossary", None));
        assert_eq!(from_hash("#/glossary/hook"), route("glossary", Some("hook")));
        assert_eq!(from_hash("#/glossary/"), route("glossary", None));
        let brings = from_hash("#/page/cell?code=a / b?code=#c");
        assert_eq!(brings, Route { code: Some("a / b?code=#c".into()), ..route("page", Some("cell")) });
        // What can't be decoded.
        let cut = Route::from_hash("#/page/c?code=%E2%8", |_| None);
        assert_eq!(cut, route("page", Some("c")));
        assert_eq!(Route::with_code("page", "cell", "f('x')%0A"), "#/page/cell?code=f%28%27x%27%29%0A");
    }
}
