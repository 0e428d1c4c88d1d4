//! The document and its address: where the reader is, what comes into view, what has the focus, and what other programs
//! can read off the page.

mod arrival;
mod focus;

use std::cell::Cell;

use gloo::utils::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::{Element, KeyboardEvent};

pub use arrival::show;
pub use focus::{focus, focus_on, focus_page};

use crate::app::route::{CODE, Route};
use crate::app::state::action::Action;
use crate::app::state::key::CellKey;

/// Says in the document's attribute `data-kept` whether the next visit would find the state as it is now.
pub fn tell_kept(kept: bool) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-kept", if kept { "yes" } else { "no" });
    }
}

/// Marks in the browser's measurements when Python was ready for the first time.
pub fn tell_ready() {
    thread_local! {
        static TOLD: Cell<bool> = const { Cell::new(false) };
    }
    if !TOLD.replace(true)
        && let Some(performance) = window().performance()
    {
        // A browser without measurements does not matter: nobody asks it for them.
        let _ = performance.mark("workbook-ready");
    }
}

/// The selector of the element for the desk. It is hidden until [`take_over`].
pub const DESK: &str = "[data-desk]";

/// Puts the desk in the place of the text that the build has written into the document, if a page is drawn; see
/// `web/before.js`. Later calls do nothing.
pub fn take_over() {
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = workbookTakeOver)]
        fn take_over();
    }
    take_over();
}

/// Puts a sentence above the text that the build has written into the document, where that stays because there is no course.
pub fn tell_above_text(sentence: &str) {
    let above = document().query_selector("[data-before] .notices").ok().flatten();
    let told = above.zip(document().create_element("p").ok());
    if let Some((above, told)) = told {
        // Attributes of plain names can be set.
        let _ = told.set_attribute("class", "notice");
        let _ = told.set_attribute("role", "alert");
        told.set_text_content(Some(sentence));
        let _ = above.append_child(&told);
    }
}

/// Whether the reader still reads the text that the build has written into the document.
pub fn is_text_shown() -> bool {
    cfg!(target_family = "wasm") && matches!(document().query_selector("[data-before]"), Ok(Some(_)))
}

/// Whether the page of this name and title is in the document, and the page list marks it as the current one. The state
/// has a page before the document does.
pub fn is_drawn(slug: &str, title: &str) -> bool {
    let find = |css: &str| document().query_selector(css).ok().flatten();
    let listed =
        find("[data-desk] nav[aria-label=Pages] [aria-current=page]").and_then(|link| link.get_attribute("href"));
    let begins = find("[data-desk] [data-drawn=all] h1").and_then(|heading| heading.text_content());
    listed.is_some_and(|address| address == format!("#/{slug}"))
        && begins.is_some_and(|heading| heading.trim() == title)
}

/// Whether no page is in the document, and the page list marks none. If the address names no page, the page from before
/// must be gone from both, which are not drawn at the same time.
pub fn nothing_is_drawn() -> bool {
    matches!(
        document()
            .query_selector(":is([data-before], [data-desk]) :is(main h1, nav[aria-label=Pages] [aria-current=page])"),
        Ok(None)
    )
}

/// The action of a key: Undo and Redo, except in an element that has an undo of its own.
pub fn shortcut(event: &KeyboardEvent) -> Option<Action> {
    let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let own = target.and_then(|target| target.closest("input, textarea, select, [contenteditable]").ok().flatten());
    if own.is_some() || !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Action::UndoClicked),
        ("z", true) | ("y", false) => Some(Action::RedoClicked),
        _ => None,
    }
}

/// The page and the place that the address names, and the code that it brings.
pub fn route() -> Route {
    Route::from_hash(&window().location().hash().unwrap_or_default(), decoded)
}

/// A part of an address without its escapes, if they say something. Browsers write letters that are not ASCII as `%C3%BC`.
fn decoded(part: &str) -> Option<String> {
    js_sys::decode_uri_component(part).map(String::from).ok()
}

/// Takes the code out of the address.
pub fn forget_code() {
    let hash = window().location().hash().unwrap_or_default();
    let Some((place, _)) = hash.split_once(CODE) else { return };
    if let Ok(history) = window().history() {
        // The entry's number stays; see `place/arrival.rs`. Where the browser refuses, a reload brings the code again.
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(place));
    }
}

/// The address of a cell with this code in it.
pub fn link_to(cell: &CellKey, source: &str) -> String {
    let here = window().location().href().unwrap_or_default();
    let page = here.split('#').next().unwrap_or_default();
    let escaped = String::from(js_sys::encode_uri_component(source));
    format!("{page}{}", Route::with_code(&cell.slug, &cell.id, &escaped))
}

/// The part of the address after and with its `#`, as links have it.
fn hash() -> String {
    let hash = window().location().hash().unwrap_or_default();
    decoded(&hash).unwrap_or(hash)
}

/// The top edges of the cells that are in sight, by the cells' ids, in CSS pixels from the top of the window.
pub fn tops() -> Vec<(String, f64)> {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let Ok(cells) = document().query_selector_all("[data-cell]") else { return Vec::new() };
    let top = |index| {
        let cell: Element = cells.get(index)?.dyn_into().ok()?;
        let place = cell.get_bounding_client_rect();
        let in_sight = place.bottom() > 0.0 && place.top() < height;
        in_sight.then_some((cell.get_attribute("data-cell")?, place.top()))
    };
    (0..cells.length()).filter_map(top).collect()
}

/// Scrolls by as much as a cell has moved, which began `before` CSS pixels below the top of the window. A browser that
/// anchors what is on the screen scrolls by itself, unless the element that it has taken as its anchor is gone.
pub fn hold(cell: &str, before: f64) {
    let Some(place) = of_cell(cell) else { return };
    let moved = place.get_bounding_client_rect().top() - before;
    if moved.abs() >= 1.0 {
        window().scroll_by_with_x_and_y(0.0, moved);
    }
}

/// The text that is selected in a cell's editor, if any is. `web/editor.js` puts it into an attribute.
pub fn selection(cell: &str) -> Option<String> {
    let editor = of_cell(cell)?.query_selector(".editor").ok()??;
    editor.get_attribute("data-selection").filter(|text| !text.trim().is_empty())
}

/// The element of a cell that is on the page.
pub fn of_cell(id: &str) -> Option<Element> {
    document().query_selector(&format!("[data-cell='{id}']")).ok().flatten()
}
