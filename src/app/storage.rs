//! What is kept in this browser: the reader's edits and the choice of colours. The one file that names
//! `localStorage`.
//!
//! A browser may forbid all of it. Reading then gives nothing, writing gives a sentence.

use super::action::CellKey;

const EDIT: &str = "workbook/edit/";
const THEME: &str = "workbook/theme";

/// All kept edits.
pub fn edits() -> Vec<(CellKey, String)> {
    let Some(store) = store() else { return Vec::new() };
    let count = store.length().unwrap_or(0);
    (0..count)
        .filter_map(|index| store.key(index).ok().flatten())
        .filter_map(|name| {
            let (slug, id) = name.strip_prefix(EDIT)?.split_once('/')?;
            let key = CellKey { slug: slug.into(), id: id.into() };
            Some((key, store.get_item(&name).ok().flatten()?))
        })
        .collect()
}

/// Keeps the reader's text of a cell, or forgets it.
///
/// # Errors
/// A sentence for the reader, if the browser refuses.
pub fn keep(cell: &CellKey, source: Option<&str>) -> Result<(), String> {
    let refused = || "This browser does not let the workbook keep your edits; they last until you leave the page.".to_owned();
    let store = store().ok_or_else(refused)?;
    let name = format!("{EDIT}{}/{}", cell.slug, cell.id);
    let done = match source {
        Some(source) => store.set_item(&name, source),
        None => store.remove_item(&name),
    };
    done.map_err(|_| refused())
}

/// `system`, `light` or `dark`.
pub fn theme() -> String {
    let kept = store().and_then(|store| store.get_item(THEME).ok().flatten());
    kept.filter(|theme| theme == "light" || theme == "dark").unwrap_or_else(|| "system".into())
}

/// Applies the choice at once; keeping it may fail without harm.
pub fn set_theme(theme: &str) {
    if let Some(root) = gloo::utils::document().document_element() {
        let _ = root.set_attribute("data-theme", theme);
    }
    if let Some(store) = store() {
        let _ = store.set_item(THEME, theme);
    }
}

fn store() -> Option<web_sys::Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}
