//! One worker and what passes between it and the desk. The one file that names `Worker`.

use js_sys::{Array, ArrayBuffer, Uint8Array, WebAssembly};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker};
use yew::Callback;

use super::Message;
use crate::bench::Checkpoint;
use crate::bench::browser::message;
use crate::protocol::{BUILD, Event, Request};

/// Loads the worker's program; see `web/start-worker.js`.
const SCRIPT: &str = "start-worker.js";

/// A worker and its listeners.
pub struct Connection {
    worker: Worker,
    pub number: u32,
    /// Requests to become another state, or to start, that it has not answered.
    pub unanswered: u32,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

impl Connection {
    pub fn new(number: u32, module: &WebAssembly::Module, said: &Callback<Message>) -> Result<Self, String> {
        let worker = Worker::new(SCRIPT).map_err(|error| message(&error))?;
        let heard = said.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let parts: Array = event.data().unchecked_into();
            let text = parts.get(0).as_string().unwrap_or_default();
            let event = serde_json::from_str(&text)
                .unwrap_or_else(|error| Event::Failed { reason: format!("a message can't be read: {error}") });
            heard.emit(Message::Said { worker: number, event, attachment: parts.get(1).dyn_into().ok() });
        });
        let failed = said.clone();
        let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            // A script that does not load gives an event that has no message at all.
            let text = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).filter(|text| !text.is_empty());
            let reason = text.unwrap_or_else(|| "its script did not load".to_owned());
            failed.emit(Message::Said { worker: number, event: Event::Failed { reason }, attachment: None });
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let connection = Self { worker, number, unanswered: 1, _on_message: on_message, _on_error: on_error };
        let start = Request::Start { build: BUILD.to_owned() };
        connection.post(&start, Some(module))?;
        Ok(connection)
    }

    pub fn hear(&mut self, event: &Event) {
        if matches!(event, Event::Ready | Event::Became) {
            self.unanswered = self.unanswered.saturating_sub(1);
        }
    }

    pub fn become_state(&mut self, state: &Checkpoint) -> Result<(), String> {
        self.unanswered += 1;
        if *state == Checkpoint::default() {
            return self.post(&Request::Become, None);
        }
        let bytes = Uint8Array::from(state.to_bytes().as_slice());
        self.post(&Request::Become, Some(&bytes.buffer()))
    }

    /// Array buffers go over, everything else is copied.
    pub fn post(&self, request: &Request, attachment: Option<&JsValue>) -> Result<(), String> {
        let text = serde_json::to_string(request).map_err(|error| error.to_string())?;
        let parts = Array::of1(&text.into());
        let transferred = Array::new();
        if let Some(attachment) = attachment {
            parts.push(attachment);
            if attachment.is_instance_of::<ArrayBuffer>() {
                transferred.push(attachment);
            }
        }
        self.worker.post_message_with_transfer(&parts, &transferred).map_err(|error| message(&error))
    }

    /// Ends the worker, whatever it does.
    pub fn end(&self) {
        self.worker.terminate();
    }
}
