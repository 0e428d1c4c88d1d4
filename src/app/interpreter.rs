//! The desk's side of the hatch: the worker at work, the spare one, and the state to go back to. The one
//! file that names `Worker`.
//!
//! A run can't be interrupted, only ended with its worker. So Stop ends the worker, and the spare, which
//! already holds a pristine interpreter, is given the state from before the run.

use gloo::timers::callback::Timeout;
use js_sys::{Array, ArrayBuffer, WebAssembly};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker};
use yew::Callback;

use crate::bench::browser::message;
use crate::protocol::{BUILD, End, Event, Request, RunId};
use crate::report::Code;

/// Loads the worker's program; see `web/start-worker.js`.
const SCRIPT: &str = "start-worker.js";
/// The spare is made this long after Python was ready, so that it costs the page's start nothing.
const SPARE_AFTER: u32 = 1_500;

/// The interpreter, wherever it runs just now.
pub struct Interpreter {
    module: WebAssembly::Module,
    said: Callback<Message>,
    at_work: Connection,
    spare: Option<Connection>,
    /// The state after the last run that ended: what a stopped run goes back to. `None` is pristine.
    before: Option<ArrayBuffer>,
    /// A reset was asked for and not yet answered: a checkpoint that comes now is of the state before it.
    resetting: bool,
    /// A run has ended and its checkpoint is still to come: the worker must not be ended before that.
    owed: bool,
    /// Stop was asked for while a checkpoint was owed.
    stopping: bool,
    spare_timer: Option<Timeout>,
}

/// What a worker said. The number tells the worker at work from one that was ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    worker: u32,
    event: Event,
    attachment: Option<ArrayBuffer>,
}

/// A worker and its listeners.
struct Connection {
    worker: Worker,
    number: u32,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Interpreter {
    /// Starts the first worker. Its `Ready` comes through `said`, as everything else.
    pub fn new(
        module: WebAssembly::Module,
        said: Callback<Message>,
    ) -> Result<Self, String> {
        let at_work = Connection::new(0, &module, &said)?;
        Ok(Self { module, said, at_work, spare: None, before: None, resetting: false, owed: false, stopping: false, spare_timer: None })
    }

    /// What a message means for the desk; `None` if it comes from the spare or from an ended worker.
    /// `wake` is called when it is time for [`Interpreter::make_spare`].
    pub fn receive(&mut self, message: Message, wake: impl FnOnce() + 'static) -> Option<Event> {
        if message.worker != self.at_work.number {
            return None;
        }
        if message.event == Event::Restored {
            self.resetting = false;
        }
        match &message.event {
            Event::Ready | Event::Restored if self.spare.is_none() => {
                self.spare_timer = Some(Timeout::new(SPARE_AFTER, wake));
            }
            Event::Ended { end: End::Outcome(_), .. } => self.owed = true,
            Event::Kept { .. } => {
                self.owed = false;
                if !self.resetting {
                    self.before = message.attachment;
                }
                if std::mem::take(&mut self.stopping)
                    && let Err(reason) = self.stop()
                {
                    return Some(Event::Failed { reason });
                }
            }
            _ => {}
        }
        Some(message.event)
    }

    /// Makes the spare worker, unless there is one.
    pub fn make_spare(&mut self) -> Result<(), String> {
        if self.spare.is_none() {
            let number = self.at_work.number + 1;
            self.spare = Some(Connection::new(number, &self.module, &self.said)?);
        }
        Ok(())
    }

    pub fn run(&self, run: RunId, code: Code) -> Result<(), String> {
        self.at_work.post(&Request::Run { run, code }, &[])
    }

    /// Ends the run at work and goes back to the state before it. The checkpoint of that state is made before
    /// the run begins, so it is waited for where it has not come yet.
    pub fn stop(&mut self) -> Result<(), String> {
        if self.owed {
            self.stopping = true;
            return Ok(());
        }
        self.replace()?;
        match &self.before {
            Some(checkpoint) => self.at_work.post(&Request::Restore, &[checkpoint]),
            None => self.at_work.post(&Request::Reset, &[]),
        }
    }

    /// Becomes pristine, whatever is at work.
    pub fn reset(&mut self, busy: bool) -> Result<(), String> {
        self.before = None;
        self.resetting = true;
        if busy {
            self.replace()?;
        }
        self.at_work.post(&Request::Reset, &[])
    }

    fn replace(&mut self) -> Result<(), String> {
        self.at_work.worker.terminate();
        (self.owed, self.stopping) = (false, false);
        self.make_spare()?;
        if let Some(spare) = self.spare.take() {
            self.at_work = spare;
        }
        Ok(())
    }
}

impl Connection {
    fn new(
        number: u32,
        module: &WebAssembly::Module,
        said: &Callback<Message>,
    ) -> Result<Self, String> {
        let worker = Worker::new(SCRIPT).map_err(|error| message(&error))?;
        let heard = said.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let parts: Array = event.data().unchecked_into();
            let text = parts.get(0).as_string().unwrap_or_default();
            let event = serde_json::from_str(&text)
                .unwrap_or_else(|error| Event::Failed { reason: format!("a message can't be read: {error}") });
            heard.emit(Message { worker: number, event, attachment: parts.get(1).dyn_into().ok() });
        });
        let failed = said.clone();
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |error: ErrorEvent| {
            let reason = match error.message() {
                text if text.is_empty() => "its script did not load".to_owned(),
                text => text,
            };
            failed.emit(Message { worker: number, event: Event::Failed { reason }, attachment: None });
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let connection = Self { worker, number, _on_message: on_message, _on_error: on_error };
        let start = Request::Start { build: BUILD.to_owned() };
        connection.post(&start, &[module])?;
        Ok(connection)
    }

    fn post(&self, request: &Request, attachments: &[&JsValue]) -> Result<(), String> {
        let text = serde_json::to_string(request).map_err(|error| error.to_string())?;
        let parts = Array::of1(&text.into());
        for attachment in attachments {
            parts.push(attachment);
        }
        self.worker.post_message(&parts).map_err(|error| message(&error))
    }
}
