//! The worker's side of the hatch: requests in, a [`Bench`] at work, events out.
//!
//! While a cell runs this thread does nothing else and no timer fires, so output leaves from inside the
//! guest's own `write`: at once as long as it is little, in blocks once it floods, counted only once
//! there is more of it than anybody reads.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, XmlHttpRequest, XmlHttpRequestResponseType};

use super::browser::{BrowserImage, message};
use super::library::Library;
use super::{Bench, Checkpoint, Host};
use crate::protocol::{End, Event, Piece, Request, RunId, Stream};
use crate::report::Outcome;

const LIBRARY: &str = "library.bin";
/// Bytes of output kept of one run. More is only counted.
const KEPT: usize = 1_000_000;
/// Messages sent at once before a flood is recognised, and how many a second are allowed after that.
const BURST: f64 = 200.0;
const PER_SECOND: f64 = 25.0;

/// Starts listening. The script's last act; everything else happens when a message comes.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let mut worker = Worker { scope: scope.clone(), bench: None, outbox: None };
    let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Err(reason) = worker.receive(&event.data()) {
            post(&worker.scope, &Event::Failed { reason }, None);
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
}

struct Worker {
    scope: DedicatedWorkerGlobalScope,
    bench: Option<Bench<BrowserImage<Outside>>>,
    outbox: Option<Rc<RefCell<Outbox>>>,
}

impl Worker {
    fn receive(&mut self, data: &JsValue) -> Result<(), String> {
        let parts: Array = data.clone().dyn_into().map_err(|_| "a message was no list".to_owned())?;
        let text = parts.get(0).as_string().unwrap_or_default();
        let request = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        match request {
            Request::Start { build } => self.begin(&build, parts.get(1)),
            Request::Run { run, code } => {
                let (bench, outbox) = self.at_work()?;
                outbox.borrow_mut().open(run);
                let began = now();
                let ran = bench.run(&code);
                let milliseconds = now() - began;
                let end = match ran {
                    Ok(outcome) => {
                        if let Outcome::Finished { result: Some(result) } = &outcome {
                            outbox.borrow_mut().result(result);
                        }
                        End::Outcome(outcome)
                    }
                    Err(fault) => End::Fault(fault),
                };
                outbox.borrow_mut().close();
                let changed = matches!(end, End::Outcome(_));
                self.say(&Event::Ended { run, end, milliseconds }, None);
                if changed {
                    let checkpoint = self.at_work()?.0.checkpoint().map(Checkpoint::to_bytes);
                    self.say(&Event::Kept { run }, Some(checkpoint.map_err(|fault| fault.sentence())?));
                }
                Ok(())
            }
            Request::Reset => {
                self.at_work()?.0.reset().map_err(|fault| fault.sentence())?;
                self.say(&Event::Restored, None);
                Ok(())
            }
            Request::Restore => {
                let bytes = Uint8Array::new(&parts.get(1)).to_vec();
                let checkpoint = Checkpoint::from_bytes(&bytes).map_err(|error| error.to_string())?;
                self.at_work()?.0.restore(checkpoint).map_err(|fault| fault.sentence())?;
                self.say(&Event::Restored, None);
                Ok(())
            }
        }
    }

    fn begin(&mut self, build: &str, module: JsValue) -> Result<(), String> {
        if build != crate::protocol::BUILD {
            return Err("the workbook was updated while it was open; please reload the page".into());
        }
        let module: WebAssembly::Module =
            module.dyn_into().map_err(|_| "no compiled interpreter came with the start".to_owned())?;
        let outbox = Rc::new(RefCell::new(Outbox::new(self.scope.clone())));
        let outside = Rc::new(Outside { outbox: outbox.clone(), library: OnceCell::new() });
        let bench = Bench::new(BrowserImage::new(module, outside)).map_err(|fault| fault.sentence())?;
        self.bench = Some(bench);
        self.outbox = Some(outbox);
        self.say(&Event::Ready, None);
        Ok(())
    }

    fn at_work(&mut self) -> Result<(&mut Bench<BrowserImage<Outside>>, Rc<RefCell<Outbox>>), String> {
        match (&mut self.bench, &self.outbox) {
            (Some(bench), Some(outbox)) => Ok((bench, outbox.clone())),
            _ => Err("a request came before the start".into()),
        }
    }

    fn say(&self, event: &Event, attachment: Option<Vec<u8>>) {
        post(&self.scope, event, attachment);
    }
}

/// The outside world of a browser's guest.
struct Outside {
    outbox: Rc<RefCell<Outbox>>,
    /// Brought when the guest first asks for a file. A start never waits for it.
    library: OnceCell<Library>,
}

impl Outside {
    /// Waits for the library: the guest, which asks in the middle of a run, can't be told to come back.
    fn library(&self) -> Result<&Library, String> {
        if let Some(library) = self.library.get() {
            return Ok(library);
        }
        let request = XmlHttpRequest::new().map_err(|error| message(&error))?;
        request.open_with_async("GET", LIBRARY, false).map_err(|error| message(&error))?;
        request.set_response_type(XmlHttpRequestResponseType::Arraybuffer);
        request.send().map_err(|error| message(&error))?;
        let status = request.status().map_err(|error| message(&error))?;
        if status != 200 {
            return Err(format!("the server answered {status}"));
        }
        let bytes = request.response().map_err(|error| message(&error))?;
        let library = Library::open(Uint8Array::new(&bytes).to_vec())?;
        Ok(self.library.get_or_init(|| library))
    }
}

impl Host for Outside {
    fn write(&self, stream: u32, bytes: &[u8]) {
        let stream = if stream == 2 { Stream::Stderr } else { Stream::Stdout };
        self.outbox.borrow_mut().write(stream, bytes);
    }

    fn now(&self) -> f64 {
        now()
    }

    fn random(&self, block: &mut [u8]) {
        // The browser gives at most 65,536 bytes a call.
        for part in block.chunks_mut(65536) {
            let filled = random_bytes(part.len() as u32);
            filled.copy_to(part);
        }
    }

    fn read_line(&self, name: &str) -> Option<Vec<u8>> {
        match self.library() {
            Ok(library) => library.read(name).map(<[u8]>::to_vec),
            Err(reason) => {
                // Python says that the file can't be read; why is for whoever looks after the server.
                complain(&format!("{LIBRARY} did not come: {reason}"));
                None
            }
        }
    }
}

/// Output on its way to the desk.
struct Outbox {
    scope: DedicatedWorkerGlobalScope,
    run: RunId,
    waiting: Vec<Piece>,
    /// The beginning of a character whose rest has not come, by stream.
    halves: [Vec<u8>; 2],
    kept: usize,
    withheld: u64,
    /// How many messages may still be sent at once, and when that was true.
    allowance: f64,
    counted_at: f64,
}

impl Outbox {
    fn new(scope: DedicatedWorkerGlobalScope) -> Self {
        Self {
            scope,
            run: RunId(0),
            waiting: Vec::new(),
            halves: Default::default(),
            kept: 0,
            withheld: 0,
            allowance: BURST,
            counted_at: 0.0,
        }
    }

    fn open(&mut self, run: RunId) {
        *self = Self { run, counted_at: now(), ..Self::new(self.scope.clone()) };
    }

    fn write(&mut self, stream: Stream, bytes: &[u8]) {
        if self.kept >= KEPT {
            self.withheld += bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        } else {
            let text = self.whole_characters(stream, bytes);
            self.push(stream, text);
        }
        self.send_if_allowed();
    }

    fn result(&mut self, repr: &str) {
        self.push(Stream::Result, format!("{repr}\n"));
    }

    fn close(&mut self) {
        for (half, stream) in [(0, Stream::Stdout), (1, Stream::Stderr)] {
            let rest = std::mem::take(&mut self.halves[half]);
            self.push(stream, String::from_utf8_lossy(&rest).into_owned());
        }
        self.send();
    }

    fn push(&mut self, stream: Stream, text: String) {
        self.kept += text.len();
        match self.waiting.last_mut() {
            Some(last) if last.stream == stream => last.text.push_str(&text),
            _ if text.is_empty() => {}
            _ => self.waiting.push(Piece { stream, text }),
        }
    }

    /// Writes may end inside a character; the half is kept until the rest comes.
    fn whole_characters(&mut self, stream: Stream, bytes: &[u8]) -> String {
        let half = &mut self.halves[usize::from(stream == Stream::Stderr)];
        half.extend_from_slice(bytes);
        let whole = match str::from_utf8(half) {
            Ok(_) => half.len(),
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Err(_) => half.len(),
        };
        let text = String::from_utf8_lossy(&half[..whole]).into_owned();
        half.drain(..whole);
        text
    }

    fn send_if_allowed(&mut self) {
        let now = now();
        let earned = (now - self.counted_at) / 1e3 * PER_SECOND;
        self.allowance = (self.allowance + earned).min(BURST);
        self.counted_at = now;
        if self.allowance >= 1.0 {
            self.allowance -= 1.0;
            self.send();
        }
    }

    fn send(&mut self) {
        let pieces = std::mem::take(&mut self.waiting);
        if !pieces.is_empty() {
            post(&self.scope, &Event::Output { run: self.run, pieces }, None);
        }
        if self.withheld > 0 {
            let lines = std::mem::take(&mut self.withheld);
            post(&self.scope, &Event::Withheld { run: self.run, lines }, None);
        }
    }
}

fn post(scope: &DedicatedWorkerGlobalScope, event: &Event, attachment: Option<Vec<u8>>) {
    let text = match serde_json::to_string(event) {
        Ok(text) => text,
        Err(error) => return complain(&format!("an event can't be written: {error}")),
    };
    let parts = Array::of1(&text.into());
    let sent = match attachment {
        None => scope.post_message(&parts),
        Some(bytes) => {
            let buffer = Uint8Array::from(bytes.as_slice()).buffer();
            parts.push(&buffer);
            scope.post_message_with_transfer(&parts, &Array::of1(&buffer))
        }
    };
    if let Err(error) = sent {
        complain(&message(&error));
    }
}

fn complain(text: &str) {
    gloo::console::error!(text);
}

/// Milliseconds since 1970, never going backward.
fn now() -> f64 {
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

fn random_bytes(length: u32) -> Uint8Array {
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
        fn get_random_values(array: &Uint8Array);
    }
    let array = Uint8Array::new_with_length(length);
    get_random_values(&array);
    array
}
