//! One worker, and what passes between it and the desk.

use js_sys::{Array, ArrayBuffer, WebAssembly};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent};
use yew::Callback;

use crate::app::browser::parts;
use crate::app::browser::workers::Message;
use crate::app::crew::WorkerId;
use crate::engine::browser::message;
use crate::protocol::{BUILD, Event, Request};

/// A worker and its listeners.
pub struct Connection {
    worker: parts::Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

impl Connection {
    /// Starts a worker and sends it the guest.
    ///
    /// # Errors
    /// What the browser says if it refuses.
    pub fn new(
        id: WorkerId,
        follows: bool,
        module: &WebAssembly::Module,
        said: &Callback<Message>,
    ) -> Result<Self, String> {
        let worker = parts::worker()?;
        let heard = said.clone();
        let on_message =
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| heard.emit(read(id, &event)));
        let failed = said.clone();
        let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            // A script that does not load gives an event that has no message at all.
            let text = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).filter(|text| !text.is_empty());
            let reason = text.unwrap_or_else(|| "its script did not load".to_owned());
            failed.emit(Message::Said { worker: id, event: Event::Failed { reason }, attachments: Vec::new() });
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let connection = Self { worker, _on_message: on_message, _on_error: on_error };
        connection.post_parts(&Request::Start { build: BUILD.to_owned(), follows }, &[module.as_ref()])?;
        Ok(connection)
    }

    /// Sends a request. The attachments are copied, because the desk may need them again.
    ///
    /// # Errors
    /// What the browser says if it refuses.
    pub fn post(&self, request: &Request, attachments: &[&ArrayBuffer]) -> Result<(), String> {
        let attachments: Vec<&JsValue> = attachments.iter().map(|buffer| buffer.as_ref()).collect();
        self.post_parts(request, &attachments)
    }

    fn post_parts(&self, request: &Request, attachments: &[&JsValue]) -> Result<(), String> {
        let text = serde_json::to_string(request).map_err(|error| error.to_string())?;
        let parts = Array::of1(&text.into());
        attachments.iter().for_each(|attachment| {
            parts.push(attachment);
        });
        self.worker.post_message(&parts).map_err(|error| message(&error))
    }

    /// Ends the worker, whatever it does.
    pub fn end(&self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Reads a worker's message: an event and its attachments.
fn read(worker: WorkerId, event: &MessageEvent) -> Message {
    let parts: Array = event.data().dyn_into().unwrap_or_default();
    let text = parts.get(0).as_string().unwrap_or_default();
    let event = serde_json::from_str(&text)
        .unwrap_or_else(|error| Event::Failed { reason: format!("a message can't be read: {error}") });
    let attachments = parts.iter().skip(1).filter_map(|part| part.dyn_into().ok()).collect();
    Message::Said { worker, event, attachments }
}
