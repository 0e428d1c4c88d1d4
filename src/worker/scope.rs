//! What a worker needs of its browser: messages to the desk, the console, the clock, and random bytes.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::DedicatedWorkerGlobalScope;

use crate::engine::browser::message;
use crate::protocol::Event;

/// Sends an event with its attachments.
pub(super) fn post(scope: &DedicatedWorkerGlobalScope, event: &Event, attachments: &[Vec<u8>]) {
    let text = match serde_json::to_string(event) {
        Ok(text) => text,
        Err(error) => return complain(&format!("an event can't be written: {error}")),
    };
    let (parts, transferred) = (Array::of1(&text.into()), Array::new());
    for bytes in attachments {
        let buffer = Uint8Array::from(bytes.as_slice()).buffer();
        parts.push(&buffer);
        transferred.push(&buffer);
    }
    if let Err(error) = scope.post_message_with_transfer(&parts, &transferred) {
        complain(&message(&error));
    }
}

/// Writes an error into the console.
pub(super) fn complain(text: &str) {
    gloo::console::error!(text);
}

/// The time in milliseconds since 1970. It never goes backward.
pub(super) fn now() -> f64 {
    thread_local! {
        static CLOCK: Option<(web_sys::Performance, f64)> = {
            let performance = Reflect::get(&js_sys::global(), &"performance".into()).ok();
            performance.and_then(|clock| clock.dyn_into::<web_sys::Performance>().ok()).map(|clock| {
                let origin = js_sys::Date::now() - clock.now();
                (clock, origin)
            })
        };
    }
    CLOCK.with(|clock| match clock {
        Some((clock, origin)) => origin + clock.now(),
        None => js_sys::Date::now(),
    })
}

pub(super) fn random_bytes(length: u32) -> Uint8Array {
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
        fn get_random_values(array: &Uint8Array);
    }
    let array = Uint8Array::new_with_length(length);
    get_random_values(&array);
    array
}
