//! The desk's last word. A panic ends its program; `web/dead-desk.js` tells the reader, and needs to hear of it: where a
//! listener was called by JavaScript that catches everything, nobody else would.

use std::panic::PanicHookInfo;

use gloo::utils::window;
use wasm_bindgen::JsValue;
use web_sys::CustomEvent;

/// Says a panic in the console, and as an event of the window.
pub fn tell() {
    // Yew would put its own hook in place of any other.
    yew::set_custom_panic_hook(Box::new(|panic: &PanicHookInfo| {
        let message = panic.to_string();
        gloo::console::error!(&message);
        if let Ok(event) = CustomEvent::new("workbook-panic") {
            event.init_custom_event_with_can_bubble_and_cancelable_and_detail(
                "workbook-panic",
                false,
                false,
                &JsValue::from(message),
            );
            // It may not be cancelled, so there is no answer to it.
            let _ = window().dispatch_event(&event);
        }
    }));
}
