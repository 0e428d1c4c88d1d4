//! Files and texts that leave the page, or come in, by the reader's own press.

use gloo::file::{Blob, ObjectUrl};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use yew::Callback;

/// Has the browser save a text as a file.
pub fn save(name: &str, mime: &str, text: &str) {
    save_blob(name, Blob::new_with_options(text, Some(mime)));
}

/// Has the browser save bytes as a file.
pub fn save_bytes(name: &str, mime: &str, bytes: &Uint8Array) {
    save_blob(name, Blob::new_with_options(bytes.buffer(), Some(mime)));
}

fn save_blob(name: &str, blob: Blob) {
    let url = ObjectUrl::from(blob);
    let document = gloo::utils::document();
    let made = document.create_element("a").and_then(|link| {
        link.set_attribute("href", &url)?;
        link.set_attribute("download", name)?;
        link.dyn_into::<HtmlElement>().map_err(Into::into)
    });
    match made {
        Ok(link) => link.click(),
        Err(error) => gloo::console::error!("the file can't be saved:", error),
    }
    // The browser reads the address after this task.
    gloo::timers::callback::Timeout::new(10_000, move || drop(url)).forget();
}

/// Puts a text onto the clipboard, and says whether that was possible.
pub fn copy(text: &str, done: Callback<bool>) {
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
        fn write_text(text: &str) -> Result<js_sys::Promise, JsValue>;
    }
    // A page that is not served securely has no clipboard.
    match write_text(text) {
        Err(_) => done.emit(false),
        Ok(promise) => wasm_bindgen_futures::spawn_local(async move {
            done.emit(wasm_bindgen_futures::JsFuture::from(promise).await.is_ok());
        }),
    }
}

/// Reads a file that the reader has chosen, and gives its text; or what is wrong with it, as a sentence.
pub fn read(file: web_sys::File, most: f64, done: Callback<Result<String, String>>) {
    if file.size() > most {
        return done.emit(Err("This file is too large to be one of the workbook's.".into()));
    }
    let file = gloo::file::File::from(file);
    wasm_bindgen_futures::spawn_local(async move {
        let text = gloo::file::futures::read_as_text(&file).await;
        done.emit(text.map_err(|_| "This file can't be read.".into()));
    });
}
