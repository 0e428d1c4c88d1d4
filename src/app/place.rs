//! The document and its address: where the reader is, what comes into view, what others may read off the page.

use std::cell::Cell;

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::action::{Action, CellKey};
use super::route::Route;

/// Says, as `data-kept` of the document, whether the next visit will find the state as it is now.
pub fn tell_kept(kept: bool) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-kept", if kept { "yes" } else { "no" });
    }
}

/// Marks, among the browser's own measurements, when Python was first ready.
pub fn tell_ready() {
    thread_local! {
        static TOLD: Cell<bool> = const { Cell::new(false) };
    }
    if !TOLD.replace(true)
        && let Some(performance) = window().performance()
    {
        // A browser that measures nothing is not asked either.
        let _ = performance.mark("workbook-ready");
    }
}

/// Undo and Redo outside of everything that has an undo of its own.
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

/// Where the address says the reader is.
pub fn route() -> Route {
    let hash = window().location().hash().unwrap_or_default();
    Route::from_hash(&hash)
}

/// Brings a place of the page into view; the top if none is named.
pub fn show(anchor: Option<&str>) {
    match anchor.and_then(|anchor| document().get_element_by_id(anchor)) {
        Some(place) => {
            let options = ScrollIntoViewOptions::new();
            options.set_behavior(ScrollBehavior::Auto);
            options.set_block(ScrollLogicalPosition::Start);
            place.scroll_into_view_with_scroll_into_view_options(&options);
        }
        None => window().scroll_to_with_x_and_y(0.0, 0.0),
    }
}

/// Where a cell begins in the window, in CSS pixels from the top edge; none if it is out of sight or on no page.
pub fn top_of(cell: &CellKey) -> Option<f64> {
    let place = on_page(cell)?.get_bounding_client_rect();
    let height = window().inner_height().ok()?.as_f64()?;
    (place.bottom() > 0.0 && place.top() < height).then(|| place.top())
}

/// Scrolls by what a cell has moved since it began `before` CSS pixels below the window's top edge. A browser that
/// anchors what is on the screen does the same by itself, unless its anchor is what has gone.
pub fn hold(cell: &CellKey, before: f64) {
    let Some(place) = on_page(cell) else { return };
    let moved = place.get_bounding_client_rect().top() - before;
    if moved.abs() >= 1.0 {
        window().scroll_by_with_x_and_y(0.0, moved);
    }
}

/// A cell's element. Its id alone may be a heading's, too.
fn on_page(cell: &CellKey) -> Option<Element> {
    document().query_selector(&format!("[data-cell='{}']", cell.id)).ok().flatten()
}
