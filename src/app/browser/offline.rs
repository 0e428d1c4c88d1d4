//! The offline store, which `web/offline.js` looks after.

use gloo::console;
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use yew::Callback;

/// How the offline store stands.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Standing {
    /// What it is at.
    pub kind: Kind,
    /// How many bytes are in it, or have come so far.
    #[serde(default)]
    pub bytes: f64,
    /// How many it will have.
    #[serde(default)]
    pub total: f64,
    /// Why there is none, as a part of a sentence.
    #[serde(default)]
    pub reason: String,
}

/// What the store is at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// There can be none here.
    None,
    /// It is empty.
    #[default]
    Absent,
    /// It is being filled.
    Filling,
    /// It has everything.
    Ready,
    /// It could not be filled.
    Failed,
}

/// From now on `heard` gets how the store stands.
pub fn hear(heard: Callback<Standing>) {
    let listener = Closure::<dyn Fn(String)>::new(move |text: String| match serde_json::from_str(&text) {
        Ok(standing) => heard.emit(standing),
        Err(error) => console::error!("the offline store is not understood:", error.to_string()),
    });
    listen(&listener);
    // It is called for as long as there is a page.
    listener.forget();
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = workbookOffline, js_name = hear)]
    fn listen(listener: &Closure<dyn Fn(String)>);

    /// Has the store filled.
    #[wasm_bindgen(js_namespace = workbookOffline)]
    pub fn keep();

    /// Has it emptied.
    #[wasm_bindgen(js_namespace = workbookOffline)]
    pub fn remove();
}
