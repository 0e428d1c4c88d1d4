//! What a guest in a browser has outside of itself: the desk, which hears what it writes; the clock; randomness; and
//! the library.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::WebAssembly::Module;
use js_sys::{ArrayBuffer, Reflect, Uint8Array};
use paper::{STDERR, STDOUT};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, XmlHttpRequest, XmlHttpRequestResponseType};

use super::outbox::Outbox;
use super::scope::{complain, now, post, random_bytes};
use crate::bench::{Host, LOOKING_AT};
use crate::engine::browser::{BrowserHost, collect, message};
use crate::engine::library::Library;
use crate::protocol::{Event, LookId, Stream};

/// The file with the library, beside the page.
const LIBRARY: &str = "library.bin";
/// The file with the functions that the first part of the guest lacks.
const REST: &str = "guest-rest.wasm";
/// The library is compressed this many milliseconds after it has come, and not before the request that needed it is answered.
const SQUEEZED_AFTER: u32 = 1_500;
/// How many bytes are compressed in one go.
const SQUEEZED_AT_ONCE: usize = 1 << 20;
/// How many bytes are kept of what a cell writes that the desk does not hear.
const MOST_ASIDE: usize = 1 << 20;

/// Takes the outbox's events.
type Sink = Box<dyn FnMut(Event)>;

/// The outside world of a guest in a browser.
pub(super) struct Outside {
    scope: DedicatedWorkerGlobalScope,
    /// Where the output of runs goes.
    pub outbox: RefCell<Outbox<Sink>>,
    /// The question that is being asked.
    pub look: Cell<LookId>,
    /// What rehearsed cells have written to stdout; `None` while none is rehearsed. It is not sent to the desk.
    pub aside: RefCell<Option<Vec<u8>>>,
    /// The library, which is fetched when the guest first asks for a file. The start does not wait for it.
    library: Rc<RefCell<Option<Library<Uint8Array>>>>,
    /// The functions that the first part of the guest lacks, once they were needed.
    rest: RefCell<Option<Module>>,
}

impl Outside {
    pub fn new(scope: DedicatedWorkerGlobalScope) -> Self {
        let events = scope.clone();
        Self {
            scope,
            outbox: RefCell::new(Outbox::new(Box::new(move |event| post(&events, &event, &[])))),
            look: Cell::new(LookId(0)),
            aside: RefCell::default(),
            library: Rc::default(),
            rest: RefCell::default(),
        }
    }

    /// Fetches the library and waits for it, because the guest asks in the middle of a run and can't do anything else
    /// meanwhile.
    pub fn bring_library(&self) -> Result<(), String> {
        if self.library.borrow().is_some() {
            return Ok(());
        }
        // In the single file `web/start-worker.js` has put it there.
        let within = Reflect::get(&js_sys::global(), &"workbookLibrary".into()).map_err(|error| message(&error))?;
        let bytes = match within.dyn_into::<Blob>() {
            Ok(library) => {
                let reader = FileReaderSync::new().map_err(|error| message(&error))?;
                reader.read_as_array_buffer(&library).map_err(|error| message(&error))?.into()
            }
            Err(buffer) if buffer.is_instance_of::<ArrayBuffer>() => buffer,
            Err(_) => fetched(LIBRARY)?,
        };
        self.library.replace(Some(Library::open(Uint8Array::new(&bytes))?));
        squeeze(self.library.clone(), SQUEEZED_AFTER);
        Ok(())
    }
}

/// A file from the server.
fn fetched(name: &str) -> Result<JsValue, String> {
    let request = XmlHttpRequest::new().map_err(|error| message(&error))?;
    request.open_with_async("GET", name, false).map_err(|error| message(&error))?;
    request.set_response_type(XmlHttpRequestResponseType::Arraybuffer);
    request.send().map_err(|error| message(&error))?;
    let status = request.status().map_err(|error| message(&error))?;
    if status != 200 {
        return Err(format!("the server answered {status}"));
    }
    request.response().map_err(|error| message(&error))
}

/// Compresses a library a part at a time, each in a task of its own, so that a request does not have to wait for all of it.
fn squeeze(library: Rc<RefCell<Option<Library<Uint8Array>>>>, later: u32) {
    let part = move || {
        let more = library.borrow_mut().as_mut().is_some_and(|library| library.squeeze(SQUEEZED_AT_ONCE));
        if more { squeeze(library, 0) } else { collect() }
    };
    Timeout::new(later, part).forget();
}

impl Host for Outside {
    fn write(&self, stream: u32, bytes: &[u8]) {
        if let Some(aside) = self.aside.borrow_mut().as_mut() {
            if stream == STDOUT {
                let room = MOST_ASIDE.saturating_sub(aside.len());
                aside.extend_from_slice(&bytes[..bytes.len().min(room)]);
            }
            return;
        }
        match stream {
            LOOKING_AT => {
                let at = String::from_utf8_lossy(bytes).into_owned();
                post(&self.scope, &Event::Looking { look: self.look.get(), at }, &[]);
            }
            STDERR => self.outbox.borrow_mut().write(Stream::Stderr, bytes, now()),
            _ => self.outbox.borrow_mut().write(Stream::Stdout, bytes, now()),
        }
    }

    fn now(&self) -> f64 {
        now()
    }

    fn random(&self, block: &mut [u8]) {
        // A browser gives at most 65,536 random bytes at a time.
        for part in block.chunks_mut(65536) {
            let filled = random_bytes(part.len() as u32);
            filled.copy_to(part);
        }
    }

    fn read_file(&self, name: &str) -> Option<Vec<u8>> {
        match self.bring_library() {
            Ok(()) => self.library.borrow().as_ref()?.read(name),
            Err(reason) => {
                // Python says that the file can't be read. The reason is of use to whoever looks after the server.
                complain(&format!("{LIBRARY} did not come: {reason}"));
                None
            }
        }
    }
}

impl BrowserHost for Outside {
    fn rest(&self) -> Result<Module, String> {
        if let Some(rest) = &*self.rest.borrow() {
            return Ok(rest.clone());
        }
        // `web/start-worker.js` has put it there if the page has it already.
        let given = Reflect::get(&js_sys::global(), &"workbookRest".into()).map_err(|error| message(&error))?;
        let rest = match given.dyn_into::<Module>() {
            Ok(rest) => rest,
            Err(_) => Module::new(&fetched(REST)?).map_err(|error| message(&error))?,
        };
        self.rest.replace(Some(rest.clone()));
        Ok(rest)
    }
}
