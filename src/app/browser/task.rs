//! Work in pieces, each in a task of its own, so that what the reader does is heard in between.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Ends in another task. `web/task.js` says why it is no timer.
pub async fn next_task() {
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = workbookNextTask)]
        fn next_task() -> Promise;
    }
    // The promise is never rejected.
    let _ = JsFuture::from(next_task()).await;
}
