//! The reader's edits and choices, and what is going on: what must be kept at once. The one file that names `localStorage` and
//! `sessionStorage`; Python's state is kept by `store.rs`.
//!
//! Everything but the theme belongs to one course at one address, the *scope*. A second tab of the same scope reads what the
//! first one keeps and writes into its own `sessionStorage`: neither overwrites the other.
//!
//! A browser may forbid all of it. Reading then gives nothing, writing gives a [`Trouble`].

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::*;
use web_sys::StorageEvent;

use crate::app::state::USUAL_LIMIT;
use crate::app::state::effect::Unfinished;
use crate::app::state::key::CellKey;
use crate::app::state::trouble::Trouble;

/// Everything of ours begins with this.
const OURS: &str = "workbook/";
const THEME: &str = "workbook/theme";
const EDIT: &str = "edit/";
const ANSWER: &str = "answer/";
const LIMIT: &str = "limit";
const UNFINISHED: &str = "unfinished";
const PLACES: &str = "workbook/places/";
/// Written when everything is forgotten, for other tabs to see.
const FORGOTTEN: &str = "forgotten";

thread_local! {
    static SCOPE: RefCell<String> = const { RefCell::new(String::new()) };
    static IS_SECOND: Cell<bool> = const { Cell::new(false) };
}

/// Names the course and the address that everything is kept for, and gives the scope's name.
pub fn enter(course: &str) -> String {
    let path = gloo::utils::window().location().pathname().unwrap_or_default();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let scope: String = js_sys::encode_uri_component(&format!("{course} at {folder}/")).into();
    SCOPE.replace(scope.clone());
    scope
}

/// From now on this tab writes what is its own only.
pub fn be_second() {
    IS_SECOND.set(true);
}

/// All kept edits. What an earlier build has kept for all courses alike is adopted, if `is_ours` knows the cell.
pub fn edits(is_ours: impl Fn(&CellKey) -> bool) -> Vec<(CellKey, String)> {
    adopt(EDIT, &is_ours);
    adopt(ANSWER, &is_ours);
    kept(EDIT)
}

/// All kept answers to exercises.
pub fn answers() -> Vec<(CellKey, Vec<String>)> {
    kept(ANSWER).into_iter().filter_map(|(key, text)| Some((key, serde_json::from_str(&text).ok()?))).collect()
}

/// Moves what was kept without a scope into this one.
fn adopt(kind: &str, is_ours: &impl Fn(&CellKey) -> bool) {
    let Some(store) = local() else { return };
    let unscoped = format!("{OURS}{kind}");
    for name in names(&store, &unscoped) {
        let Some(key) = name.strip_prefix(&unscoped).and_then(key_of).filter(is_ours) else { continue };
        let ours = scoped(&format!("{kind}{}/{}", key.slug, key.id));
        if let (Ok(Some(text)), Ok(None)) = (store.get_item(&name), store.get_item(&ours))
            && store.set_item(&ours, &text).is_ok()
        {
            let _ = store.remove_item(&name);
        }
    }
}

fn kept(kind: &str) -> Vec<(CellKey, String)> {
    let prefix = scoped(kind);
    let mut kept = std::collections::BTreeMap::new();
    // What a second tab has written itself comes after what it has from the first.
    for store in [local(), session()].into_iter().flatten() {
        for name in names(&store, &prefix) {
            if let (Some(key), Ok(Some(text))) = (name.strip_prefix(&prefix).and_then(key_of), store.get_item(&name)) {
                kept.insert(key, text);
            }
        }
    }
    kept.into_iter().collect()
}

fn key_of(name: &str) -> Option<CellKey> {
    let (slug, id) = name.split_once('/')?;
    Some(CellKey { slug: slug.into(), id: id.into() })
}

/// What this tab has written while it was the second one is now for all to see.
pub fn be_first() {
    let (Some(local), Some(session)) = (local(), session()) else { return };
    for name in names(&session, &scoped("")) {
        if let Ok(Some(text)) = session.get_item(&name)
            && local.set_item(&name, &text).is_ok()
        {
            let _ = session.remove_item(&name);
        }
    }
}

/// Keeps the reader's text of a cell, or forgets it.
///
/// # Errors
/// If the browser refuses.
pub fn keep(cell: &CellKey, source: Option<&str>) -> Result<(), Trouble> {
    put(EDIT, cell, source)
}

/// Keeps the reader's answer to an exercise.
///
/// # Errors
/// If the browser refuses.
pub fn keep_answer(exercise: &CellKey, boxes: &[String]) -> Result<(), Trouble> {
    let text = serde_json::to_string(boxes).map_err(|_| Trouble::Edits)?;
    put(ANSWER, exercise, Some(&text))
}

fn put(kind: &str, place: &CellKey, text: Option<&str>) -> Result<(), Trouble> {
    let store = own().ok_or(Trouble::Edits)?;
    let name = scoped(&format!("{kind}{}/{}", place.slug, place.id));
    let done = match text {
        Some(text) => store.set_item(&name, text),
        None => store.remove_item(&name),
    };
    done.map_err(|_| Trouble::Edits)
}

/// `system`, `light` or `dark`.
pub fn theme() -> String {
    let kept = local().and_then(|store| store.get_item(THEME).ok().flatten());
    kept.filter(|theme| theme == "light" || theme == "dark").unwrap_or_else(|| "system".into())
}

/// Applies the choice at once; keeping it may fail without harm.
pub fn set_theme(theme: &str) {
    if let Some(root) = gloo::utils::document().document_element() {
        let _ = root.set_attribute("data-theme", theme);
    }
    if let Some(store) = local() {
        let _ = store.set_item(THEME, theme);
    }
}

/// Seconds a run may take, as the reader has chosen.
pub fn limit() -> Option<u32> {
    let kept = local().and_then(|store| store.get_item(&scoped(LIMIT)).ok().flatten());
    kept.map_or(USUAL_LIMIT, |kept| kept.parse().ok())
}

/// Keeps the choice; failing to does no harm.
pub fn keep_limit(limit: Option<u32>) {
    if let Some(store) = own() {
        let _ = store.set_item(&scoped(LIMIT), &limit.map_or("none".into(), |limit| limit.to_string()));
    }
}

/// Where the reader was on the entries of this tab's history, as [`keep_places`] has kept it.
pub fn places() -> Option<String> {
    session()?.get_item(&places_name()).ok().flatten()
}

/// Keeps that for this tab; failing to does no harm.
pub fn keep_places(places: &str) {
    if let Some(store) = session() {
        let _ = store.set_item(&places_name(), places);
    }
}

/// Not among what the first tab takes over from the second.
fn places_name() -> String {
    SCOPE.with_borrow(|scope| format!("{PLACES}{scope}"))
}

/// Notes what the page has begun, before it does; or that it is done.
pub fn mark_unfinished(what: Option<&Unfinished>) {
    let Some(store) = own() else { return };
    let _ = match what.and_then(|what| serde_json::to_string(what).ok()) {
        Some(text) => store.set_item(&scoped(UNFINISHED), &text),
        None => store.remove_item(&scoped(UNFINISHED)),
    };
}

/// What the last page of this scope had begun and not ended.
pub fn unfinished() -> Option<Unfinished> {
    let text = local()?.get_item(&scoped(UNFINISHED)).ok().flatten()?;
    serde_json::from_str(&text).ok()
}

/// Forgets everything of this scope, and lets other tabs know if `tell_others`.
pub fn forget(tell_others: bool) {
    for store in [local(), session()].into_iter().flatten() {
        for name in names(&store, &scoped("")) {
            let _ = store.remove_item(&name);
        }
    }
    if let Some(store) = session() {
        let _ = store.remove_item(&places_name());
    }
    if tell_others && let Some(store) = local() {
        let name = scoped(FORGOTTEN);
        let _ = store.set_item(&name, &js_sys::Date::now().to_string());
        let _ = store.remove_item(&name);
    }
    set_theme("system");
}

/// Whether another tab says that everything is forgotten.
pub fn is_forgotten_by(event: &StorageEvent) -> bool {
    event.key().is_some_and(|name| name == scoped(FORGOTTEN)) && event.new_value().is_some()
}

fn scoped(name: &str) -> String {
    SCOPE.with_borrow(|scope| format!("{OURS}{scope}/{name}"))
}

/// The names of what begins like this.
fn names(store: &web_sys::Storage, prefix: &str) -> Vec<String> {
    let count = store.length().unwrap_or(0);
    let names = (0..count).filter_map(|index| store.key(index).ok().flatten());
    names.filter(|name| name.starts_with(prefix)).collect()
}

/// Where this tab writes.
fn own() -> Option<web_sys::Storage> {
    if IS_SECOND.get() { session() } else { local() }
}

fn local() -> Option<web_sys::Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

fn session() -> Option<web_sys::Storage> {
    gloo::utils::window().session_storage().ok().flatten()
}

/// Bytes that this address may keep, if the browser says so.
pub async fn quota() -> Option<f64> {
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["navigator", "storage"], catch)]
        fn estimate() -> Result<js_sys::Promise, JsValue>;
    }
    let estimated = wasm_bindgen_futures::JsFuture::from(estimate().ok()?).await.ok()?;
    js_sys::Reflect::get(&estimated, &"quota".into()).ok()?.as_f64()
}

/// Gibibytes of memory, if the browser says so.
pub fn memory() -> Option<f64> {
    js_sys::Reflect::get(&gloo::utils::window().navigator(), &"deviceMemory".into()).ok()?.as_f64()
}
