//! The parts of the workbook: the course, the interpreter and the workers' program. JavaScript brings them, from a server
//! (`web/parts.js`) or out of the single file (`web/parts-within.js`).

use js_sys::{Array, Promise, Uint8Array, WebAssembly};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
pub use web_sys::Worker;

use super::task::next_task;
use crate::engine::browser::message;
use crate::lesson::Course;
use crate::lesson::file::{self, Image};

/// The course, and the image that belongs to it.
///
/// # Errors
/// Why the course can't be had, as a part of a sentence.
pub async fn course() -> Result<(Course, Image), String> {
    let bytes = JsFuture::from(bring_course()).await;
    let bytes = bytes.map_err(|error| format!("{} did not come ({})", file::NAME, message(&error)))?;
    let bytes = Uint8Array::new(&bytes).to_vec();
    let mut reader = file::Reader::open(&bytes)?;
    // Another task may come in after each page.
    while reader.next_page()? {
        next_task().await;
    }
    let file::Head { course, image, .. } = reader.finish();
    Ok((course, image))
}

/// The guest, which is compiled while it arrives. `progress` gets the number of bytes that have come.
///
/// # Errors
/// Why the guest can't be had, as a part of a sentence.
pub async fn guest(progress: impl Fn(u64) + 'static) -> Result<WebAssembly::Module, String> {
    let hear = Closure::<dyn Fn(f64)>::new(move |received: f64| progress(received as u64));
    let asked = bring_guest(&hear);
    // The closure is called until the download ends, so it lives as long as the page.
    hear.forget();
    let guest = JsFuture::from(asked).await;
    guest
        .map_err(|error| format!("guest.wasm did not come ({})", message(&error)))?
        .dyn_into()
        .map_err(|other| message(&other))
}

/// A new worker. Its program is on the way; what is posted meanwhile is not lost.
///
/// # Errors
/// What the browser says if it refuses.
pub fn worker() -> Result<Worker, String> {
    start_worker().map_err(|error| message(&error))
}

/// What the compiled guest imports, as `module.name`, with the kind in brackets behind it if it is no function.
///
/// # Errors
/// Why the guest can't be had, as a part of a sentence.
pub async fn imports() -> Result<Vec<String>, String> {
    let names = JsFuture::from(list_imports()).await.map_err(|error| message(&error))?;
    Ok(Array::from(&names).iter().filter_map(|name| name.as_string()).collect())
}

/// The archive with all notebooks and scripts, which the single file has within.
///
/// # Errors
/// Why it can't be had, as a part of a sentence.
pub async fn archive() -> Result<Uint8Array, String> {
    let bytes = JsFuture::from(bring_archive()).await;
    bytes.map(|buffer| Uint8Array::new(&buffer)).map_err(|error| message(&error))
}

/// Whether the workbook is the single file, which no server has.
pub fn is_single() -> bool {
    // The build draws pages for a server.
    cfg!(target_family = "wasm") && PARTS.with(Parts::is_single)
}

#[wasm_bindgen]
extern "C" {
    type Parts;

    #[wasm_bindgen(thread_local_v2, js_name = workbookParts)]
    static PARTS: Parts;

    #[wasm_bindgen(method, getter, js_name = isSingle)]
    fn is_single(this: &Parts) -> bool;

    #[wasm_bindgen(js_namespace = workbookParts, js_name = course)]
    fn bring_course() -> Promise;

    #[wasm_bindgen(js_namespace = workbookParts, js_name = guest)]
    fn bring_guest(progress: &Closure<dyn Fn(f64)>) -> Promise;

    #[wasm_bindgen(js_namespace = workbookParts, js_name = archive)]
    fn bring_archive() -> Promise;

    #[wasm_bindgen(js_namespace = workbookParts, js_name = imports)]
    fn list_imports() -> Promise;

    #[wasm_bindgen(js_namespace = workbookParts, js_name = worker, catch)]
    fn start_worker() -> Result<Worker, JsValue>;
}
