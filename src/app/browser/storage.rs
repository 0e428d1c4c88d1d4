//! What has to be kept at once: the reader's edits, answers and choices, and what the page has begun. This is the one
//! file that names `localStorage` and `sessionStorage`. Python's state is kept by `store.rs`.
//!
//! Everything but the theme and the size of letters belongs to the *scope*: one course at one address. A second tab of the same scope reads
//! what the first one keeps, and writes into its own `sessionStorage`, so that neither overwrites the other's.
//!
//! A browser may forbid all of it. Reading then gives nothing, and writing what the reader has written gives a
//! [`Trouble`].

use std::cell::{Cell, RefCell};

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use web_sys::StorageEvent;

use crate::app::state::effect::Unfinished;
use crate::app::state::forms::Fields;
use crate::app::state::key::CellKey;
use crate::app::state::trouble::Trouble;
use crate::app::state::{Guess, Practice, USUAL_LIMIT};

/// All names under which the workbook keeps something begin with this.
const OURS: &str = "workbook/";
const EDIT: &str = "edit/";
const ANSWER: &str = "answer/";
/// What the reader has done with an exercise, and what was guessed about a cell.
const PRACTICE: &str = "practice/";
const GUESS: &str = "guess/";
/// What stands in the fields of a form.
const FORM: &str = "form/";
/// Where the reader has last done something.
const LAST: &str = "last";
const LIMIT: &str = "limit";
const UNFINISHED: &str = "unfinished";
const PLACES: &str = "workbook/places/";
/// Is written when everything is forgotten, so that other tabs notice.
const FORGOTTEN: &str = "forgotten";

thread_local! {
    /// The name of the scope.
    static SCOPE: RefCell<String> = const { RefCell::new(String::new()) };
    /// Whether this tab is not the first one of its scope.
    static IS_SECOND: Cell<bool> = const { Cell::new(false) };
}

/// Everything is kept for this course at the page's address from now on. Returns the name of the scope.
pub fn enter(course: &str) -> String {
    let path = gloo::utils::window().location().pathname().unwrap_or_default();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let scope: String = js_sys::encode_uri_component(&format!("{course} at {folder}/")).into();
    SCOPE.replace(scope.clone());
    scope
}

/// From now on this tab writes into its own storage.
pub fn be_second() {
    IS_SECOND.set(true);
}

/// All edits that are kept. Earlier builds kept edits without a scope: those of cells that `is_ours` knows are moved
/// into this one first.
pub fn edits(is_ours: impl Fn(&CellKey) -> bool) -> Vec<(CellKey, String)> {
    adopt(EDIT, &is_ours);
    adopt(ANSWER, &is_ours);
    kept(EDIT)
}

/// All answers to exercises that are kept, as the texts of the boxes.
pub fn answers() -> Vec<(CellKey, Vec<String>)> {
    records(ANSWER)
}

/// All that is kept of what the reader has done with exercises.
pub fn practice() -> Vec<(CellKey, Practice)> {
    records(PRACTICE)
}

/// All guesses that are kept.
pub fn guesses() -> Vec<(CellKey, Guess)> {
    records(GUESS)
}

/// All that is kept of what stands in the fields of forms.
pub fn fields() -> Vec<(CellKey, Fields)> {
    records(FORM)
}

/// All records of a kind that can be read.
fn records<T: DeserializeOwned>(kind: &str) -> Vec<(CellKey, T)> {
    kept(kind).into_iter().filter_map(|(key, text)| Some((key, serde_json::from_str(&text).ok()?))).collect()
}

/// Moves into this scope what an earlier build has kept without a scope.
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
    // What a second tab has written itself comes last, because it is newer than what the first one has kept.
    for store in [local(), session()].into_iter().flatten() {
        for name in names(&store, &prefix) {
            if let (Some(key), Ok(Some(text))) = (name.strip_prefix(&prefix).and_then(key_of), store.get_item(&name)) {
                let both = kept.remove(&key).map_or(text.clone(), |first: String| together(kind, &first, &text));
                kept.insert(key, both);
            }
        }
    }
    kept.into_iter().collect()
}

/// What two tabs have kept under one name: what the second one has written, but of what was done with an exercise the most
/// that either has.
fn together(kind: &str, first: &str, second: &str) -> String {
    let practice = |text: &str| serde_json::from_str::<Practice>(text).ok();
    match (kind, practice(first), practice(second)) {
        (PRACTICE, Some(one), Some(other)) => serde_json::to_string(&one.and(other)).unwrap_or_else(|_| second.into()),
        _ => second.into(),
    }
}

fn key_of(name: &str) -> Option<CellKey> {
    let (slug, id) = name.split_once('/')?;
    Some(CellKey { slug: slug.into(), id: id.into() })
}

/// This tab is the first one of its scope: what it has written as a second one is kept for all from now on.
pub fn be_first() {
    let (Some(local), Some(session)) = (local(), session()) else { return };
    for name in names(&session, &scoped("")) {
        if let Ok(Some(text)) = session.get_item(&name)
            && let Ok(first) = local.get_item(&name)
            && let kind = if name.starts_with(&scoped(PRACTICE)) { PRACTICE } else { "" }
            && local.set_item(&name, &first.map_or(text.clone(), |first| together(kind, &first, &text))).is_ok()
        {
            let _ = session.remove_item(&name);
        }
    }
}

/// Keeps the reader's text of a cell, or forgets it if there is none.
///
/// # Errors
/// If the browser refuses.
pub fn keep_edit(cell: &CellKey, source: Option<&str>) -> Result<(), Trouble> {
    put(EDIT, cell, source)
}

/// Keeps what stands in the boxes of an exercise.
///
/// # Errors
/// If the browser refuses.
pub fn keep_answer(exercise: &CellKey, boxes: &[String]) -> Result<(), Trouble> {
    put_record(ANSWER, exercise, boxes)
}

/// Keeps what the reader has done with an exercise.
///
/// # Errors
/// If the browser refuses.
pub fn keep_practice(exercise: &CellKey, practice: &Practice) -> Result<(), Trouble> {
    put_record(PRACTICE, exercise, practice)
}

/// Keeps what the reader has guessed about a cell.
///
/// # Errors
/// If the browser refuses.
pub fn keep_guess(cell: &CellKey, guess: &Guess) -> Result<(), Trouble> {
    put_record(GUESS, cell, guess)
}

/// Where the reader has last done something.
pub fn last() -> Option<CellKey> {
    let kept = [session(), local()].into_iter().flatten();
    let mut kept = kept.filter_map(|store| store.get_item(&scoped(LAST)).ok().flatten());
    kept.find_map(|name| key_of(&name))
}

/// Keeps where the reader has last done something. If the browser refuses, the next visit does not offer to go there.
pub fn keep_last(place: &CellKey) {
    if let Some(store) = own() {
        let _ = store.set_item(&scoped(LAST), &format!("{}/{}", place.slug, place.id));
    }
}

/// Keeps what stands in the fields of a form.
///
/// # Errors
/// If the browser refuses.
pub fn keep_fields(form: &CellKey, fields: &Fields) -> Result<(), Trouble> {
    put_record(FORM, form, fields)
}

/// Forgets all that is kept of exercises and guesses.
///
/// # Errors
/// If the browser refuses.
pub fn forget_practice() -> Result<(), Trouble> {
    let store = own().ok_or(Trouble::Edits)?;
    for kind in [ANSWER, PRACTICE, GUESS, FORM] {
        for name in names(&store, &scoped(kind)) {
            store.remove_item(&name).map_err(|_| Trouble::Edits)?;
        }
    }
    Ok(())
}

fn put_record<T: Serialize + ?Sized>(kind: &str, place: &CellKey, record: &T) -> Result<(), Trouble> {
    let text = serde_json::to_string(record).map_err(|_| Trouble::Edits)?;
    put(kind, place, Some(&text))
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

/// Something about the page's looks that the reader chooses. `web/theme.js` sets it before anything is drawn.
#[derive(Debug, PartialEq, Eq)]
pub struct Look {
    /// The attribute of the document that has the choice. It is also the name in the storage, after [`OURS`].
    pub attribute: &'static str,
    /// What can be chosen, the usual choice first.
    choices: [&'static str; 3],
}

/// The colours.
pub const THEME: Look = Look { attribute: "theme", choices: ["system", "light", "dark"] };
/// The size of letters.
pub const SIZE: Look = Look { attribute: "size", choices: ["normal", "large", "larger"] };

impl Look {
    /// What was chosen.
    pub fn chosen(&self) -> &'static str {
        let kept = local().and_then(|store| store.get_item(&self.name()).ok().flatten());
        self.choices.into_iter().find(|choice| kept.as_deref() == Some(*choice)).unwrap_or(self.choices[0])
    }

    /// The choice after this one, in turn.
    pub fn next(&self, choice: &str) -> &'static str {
        let at = self.choices.iter().position(|known| *known == choice).unwrap_or(0);
        self.choices[(at + 1) % self.choices.len()]
    }

    /// Shows and keeps a choice. If it can't be kept, the page has it nevertheless. The usual one is not worth keeping.
    pub fn choose(&self, choice: &str) {
        if let Some(root) = gloo::utils::document().document_element() {
            let _ = root.set_attribute(&format!("data-{}", self.attribute), choice);
        }
        if let Some(store) = local() {
            let name = self.name();
            let _ = if choice == self.choices[0] { store.remove_item(&name) } else { store.set_item(&name, choice) };
        }
    }

    fn name(&self) -> String {
        format!("{OURS}{}", self.attribute)
    }
}

/// How many seconds a run may take, as the reader has chosen; `None` is without end.
pub fn limit() -> Option<u32> {
    let kept = local().and_then(|store| store.get_item(&scoped(LIMIT)).ok().flatten());
    kept.map_or(USUAL_LIMIT, |kept| kept.parse().ok())
}

/// Keeps how many seconds a run may take. If the browser refuses, the choice is lost with the page.
pub fn keep_limit(limit: Option<u32>) {
    if let Some(store) = own() {
        let _ = store.set_item(&scoped(LIMIT), &limit.map_or("none".into(), |limit| limit.to_string()));
    }
}

/// The places that [`keep_places`] has kept in this tab.
pub fn places() -> Option<String> {
    session()?.get_item(&places_name()).ok().flatten()
}

/// Keeps where the reader was on the entries of this tab's history. If the browser refuses, the places are lost with
/// the page.
pub fn keep_places(places: &str) {
    if let Some(store) = session() {
        let _ = store.set_item(&places_name(), places);
    }
}

/// The name of those places. It is outside of the scope's names, because the places are this tab's alone: [`be_first`]
/// must not move them.
fn places_name() -> String {
    SCOPE.with_borrow(|scope| format!("{PLACES}{scope}"))
}

/// Keeps what the page is about to begin, or that nothing is going on any more.
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

/// Forgets everything of this scope. If `tell_others`, other tabs notice.
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
    for look in [THEME, SIZE] {
        look.choose(look.choices[0]);
    }
}

/// Whether an event says that another tab has forgotten everything.
pub fn is_forgotten_by(event: &StorageEvent) -> bool {
    event.key().is_some_and(|name| name == scoped(FORGOTTEN)) && event.new_value().is_some()
}

fn scoped(name: &str) -> String {
    SCOPE.with_borrow(|scope| format!("{OURS}{scope}/{name}"))
}

/// The names in a storage that begin with `prefix`.
fn names(store: &web_sys::Storage, prefix: &str) -> Vec<String> {
    let count = store.length().unwrap_or(0);
    let names = (0..count).filter_map(|index| store.key(index).ok().flatten());
    names.filter(|name| name.starts_with(prefix)).collect()
}

/// The storage into which this tab writes.
fn own() -> Option<web_sys::Storage> {
    if IS_SECOND.get() { session() } else { local() }
}

fn local() -> Option<web_sys::Storage> {
    // The build draws pages, too, and has no browser.
    if cfg!(not(target_family = "wasm")) {
        return None;
    }
    gloo::utils::window().local_storage().ok().flatten()
}

fn session() -> Option<web_sys::Storage> {
    gloo::utils::window().session_storage().ok().flatten()
}

/// How many bytes this address may keep, if the browser says so.
pub async fn quota() -> Option<f64> {
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["navigator", "storage"], catch)]
        fn estimate() -> Result<js_sys::Promise, JsValue>;
    }
    let estimated = wasm_bindgen_futures::JsFuture::from(estimate().ok()?).await.ok()?;
    js_sys::Reflect::get(&estimated, &"quota".into()).ok()?.as_f64()
}

/// How many gibibytes of memory the machine has, if the browser says so.
pub fn memory() -> Option<f64> {
    js_sys::Reflect::get(&gloo::utils::window().navigator(), &"deviceMemory".into()).ok()?.as_f64()
}
