//! What is kept in this browser: the reader's edits and choices, and what is going on. The one file that
//! names `localStorage`; Python's state is kept by `memory.rs`.
//!
//! A browser may forbid all of it. Reading then gives nothing, writing gives a sentence.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Object, Promise, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::action::{CellKey, Unfinished};
use super::state::USUAL_LIMIT;

/// Everything of ours begins with this.
const OURS: &str = "workbook/";
const EDIT: &str = "workbook/edit/";
const ANSWER: &str = "workbook/answer/";
const THEME: &str = "workbook/theme";
const LIMIT: &str = "workbook/limit";
const UNFINISHED: &str = "workbook/unfinished";
/// The lock that a page with this number holds as long as it is open.
const PAGE: &str = "workbook/page/";

/// What is going on, and in which page: the same workbook may be open twice.
#[derive(Serialize, Deserialize)]
struct Going {
    page: u32,
    what: Unfinished,
}

/// All kept edits.
pub fn edits() -> Vec<(CellKey, String)> {
    kept(EDIT)
}

/// All kept answers to exercises.
pub fn answers() -> Vec<(CellKey, Vec<String>)> {
    kept(ANSWER).into_iter().filter_map(|(key, text)| Some((key, serde_json::from_str(&text).ok()?))).collect()
}

fn kept(kind: &str) -> Vec<(CellKey, String)> {
    let Some(store) = store() else { return Vec::new() };
    names(&store)
        .filter_map(|name| {
            let (slug, id) = name.strip_prefix(kind)?.split_once('/')?;
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
    put(EDIT, cell, source)
}

/// Keeps the reader's answer to an exercise.
///
/// # Errors
/// A sentence for the reader, if the browser refuses.
pub fn keep_answer(exercise: &CellKey, boxes: &[String]) -> Result<(), String> {
    let text = serde_json::to_string(boxes).map_err(|error| error.to_string())?;
    put(ANSWER, exercise, Some(&text))
}

fn put(kind: &str, place: &CellKey, text: Option<&str>) -> Result<(), String> {
    let refused = || "This browser does not let the workbook keep what you write; it lasts until you leave the page.".to_owned();
    let store = store().ok_or_else(refused)?;
    let name = format!("{kind}{}/{}", place.slug, place.id);
    let done = match text {
        Some(text) => store.set_item(&name, text),
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

/// Seconds a run may take, as the reader has chosen.
pub fn limit() -> Option<u32> {
    let kept = store().and_then(|store| store.get_item(LIMIT).ok().flatten());
    kept.map_or(USUAL_LIMIT, |kept| kept.parse().ok())
}

/// Keeps the choice; failing to does no harm.
pub fn keep_limit(limit: Option<u32>) {
    if let Some(store) = store() {
        let _ = store.set_item(LIMIT, &limit.map_or("none".into(), |limit| limit.to_string()));
    }
}

/// Notes what the page has begun, before it does.
pub fn begin(what: &Unfinished) {
    let going = Going { page: page(), what: what.clone() };
    if let (Some(store), Ok(text)) = (store(), serde_json::to_string(&going)) {
        let _ = store.set_item(UNFINISHED, &text);
    }
}

/// What the page has begun is done.
pub fn end() {
    if let Some(store) = store() {
        let _ = store.remove_item(UNFINISHED);
    }
}

/// What a page that is gone had begun and not ended. Said once.
pub async fn unfinished() -> Option<Unfinished> {
    hold(page());
    let text = store()?.get_item(UNFINISHED).ok().flatten()?;
    let going: Going = serde_json::from_str(&text).ok()?;
    if is_open(going.page).await {
        return None;
    }
    end();
    Some(going.what)
}

/// Forgets everything but the page's own number.
pub fn forget() {
    if let Some(store) = store() {
        for name in names(&store).collect::<Vec<_>>() {
            let _ = store.remove_item(&name);
        }
    }
    set_theme("system");
}

/// This page's number.
fn page() -> u32 {
    thread_local! {
        static PAGE: u32 = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    }
    PAGE.with(|page| *page)
}

/// Holds this page's lock until the page is gone.
fn hold(page: u32) {
    let forever = Closure::once_into_js(|| Promise::new(&mut |_, _| {}));
    // A browser without locks takes every other page for closed.
    let _ = request_lock(&format!("{PAGE}{page}"), &Object::new(), &forever);
}

/// Whether a page with this number still holds its lock.
async fn is_open(page: u32) -> bool {
    let taken = Rc::new(Cell::new(false));
    let look = {
        let taken = taken.clone();
        Closure::once_into_js(move |lock: JsValue| taken.set(lock.is_null()))
    };
    let options = Object::new();
    // Setting a plain object's property can't fail.
    let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    match request_lock(&format!("{PAGE}{page}"), &options, &look) {
        Ok(looked) => JsFuture::from(looked).await.is_ok() && taken.get(),
        Err(_) => false,
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request_lock(name: &str, options: &Object, held: &JsValue) -> Result<Promise, JsValue>;
}

/// The names of everything that is ours.
fn names(store: &web_sys::Storage) -> impl Iterator<Item = String> + use<> {
    let count = store.length().unwrap_or(0);
    let names: Vec<String> = (0..count).filter_map(|index| store.key(index).ok().flatten()).collect();
    names.into_iter().filter(|name| name.starts_with(OURS))
}

fn store() -> Option<web_sys::Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}
