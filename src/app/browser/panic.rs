//! Tells the world outside of this program that it has panicked, and so ended. `web/dead-desk.js` then tells the
//! reader. It would not notice by itself, because JavaScript that calls a listener may catch everything.

use std::panic::PanicHookInfo;

use gloo::utils::window;
use wasm_bindgen::JsValue;
use web_sys::CustomEvent;

/// From now on a panic is written into the console, and is an event of the window.
pub fn tell() {
    // Yew would put its own hook in the place of any that is set in another way.
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
            // The event can't be cancelled, so what is returned says nothing.
            let _ = window().dispatch_event(&event);
        }
    }));
}
