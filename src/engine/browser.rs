//! The machine of a browser: `WebAssembly` in the worker in which this runs.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Object, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::prelude::*;

use crate::bench::tape::{Doors, Tape};
use crate::bench::{Fault, Host, Image, Machine};
use crate::engine::library::Bytes;

/// The outside world of a guest in a browser.
pub trait BrowserHost: Host {
    /// The functions that the first part of the guest lacks, compiled (`xtask/split.rs`).
    ///
    /// # Errors
    /// Why they did not come.
    fn rest(&self) -> Result<WebAssembly::Module, String>;
}

/// The guest, compiled by the browser: the first part of it, or all of it.
pub struct BrowserImage<H> {
    module: WebAssembly::Module,
    host: Rc<H>,
}

impl<H: BrowserHost + 'static> BrowserImage<H> {
    /// An image of this compiled module, whose instances all have the same host.
    pub fn new(module: WebAssembly::Module, host: Rc<H>) -> Self {
        Self { module, host }
    }
}

impl<H> Clone for BrowserImage<H> {
    fn clone(&self) -> Self {
        Self { module: self.module.clone(), host: self.host.clone() }
    }
}

impl<H: BrowserHost + 'static> Image for BrowserImage<H> {
    type Machine = BrowserMachine<H>;

    fn instantiate(&self) -> Result<BrowserMachine<H>, Fault> {
        let memory = Rc::new(OnceCell::new());
        let doors = Rc::new(RefCell::new(Doors::new(self.host.clone())));
        let rest = Rc::new(OnceCell::new());
        let imports = Imports::new(&doors, &memory, &rest);
        let instance = WebAssembly::Instance::new(&self.module, &imports.object).map_err(broken)?;
        let exports = instance.exports();
        if let Some(known) = Rest::of(&exports, &imports.object) {
            let _ = rest.set(known);
        }
        let exported = Reflect::get(&exports, &"memory".into())
            .and_then(|memory| memory.dyn_into::<WebAssembly::Memory>())
            .map_err(broken)?;
        let _ = memory.set(exported.clone());
        Ok(BrowserMachine { exports, memory: exported, doors, _imports: imports, _collected: Collected })
    }
}

/// An instance in the browser.
pub struct BrowserMachine<H> {
    exports: Object,
    memory: WebAssembly::Memory,
    doors: Rc<RefCell<Doors<Rc<H>>>>,
    /// Held for as long as the instance may call them.
    _imports: Imports,
    /// The last field, so that it is dropped when no other field holds the instance any more.
    _collected: Collected,
}

/// Has the garbage collector run when an instance is dropped. Engines do not count the memory of an instance, so
/// dropped instances would pile up.
///
/// The collector runs twice: at once, because one request may take many instances one after another; and when the
/// request is done, because the engine finds the last instance on its stack until then.
struct Collected;

/// How many bytes have an engine run its garbage collector. This was found by measuring: with this many, after
/// everything else of the instance is dropped, 20 steps of `cargo xtask bench soak` ended with a renderer of 440 MB
/// instead of 524.
const WORTH_A_COLLECTION: u32 = 72 << 20;

impl Drop for Collected {
    fn drop(&mut self) {
        collect();
        collect_later();
    }
}

/// Has the garbage collector run once the task at work is done, and nothing is on its stack any more.
pub fn collect_later() {
    Timeout::new(0, collect).forget();
}

/// Has the garbage collector run, by making a buffer and dropping it at once. An engine counts the buffer's bytes, but
/// they take no memory before they are written to.
pub fn collect() {
    let buffer = Reflect::get(&js_sys::global(), &"ArrayBuffer".into()).and_then(|class| class.dyn_into::<Function>());
    // Where there is no room for the buffer, the engine collects by itself.
    let _ = buffer.and_then(|class| Reflect::construct(&class, &Array::of1(&WORTH_A_COLLECTION.into())));
}

/// The memory of an instance, which is known only once the instance exists, after its imports.
type LateMemory = Rc<OnceCell<WebAssembly::Memory>>;

impl<H: BrowserHost + 'static> Machine for BrowserMachine<H> {
    fn size(&self) -> usize {
        bytes(&self.memory).length() as usize
    }

    fn grow_to(&mut self, size: usize) -> Result<(), Fault> {
        const WASM_PAGE: usize = 65536;
        let missing = size.saturating_sub(self.size()).div_ceil(WASM_PAGE);
        if missing == 0 {
            return Ok(());
        }
        // `Memory.grow` throws if the engine refuses, although js-sys declares that it does not.
        let grow = Reflect::get(&self.memory, &"grow".into()).map_err(broken)?;
        let grow: Function = grow.dyn_into().map_err(broken)?;
        grow.call1(&self.memory, &(missing as u32).into()).map(|_| ()).map_err(|_| Fault::Memory)
    }

    fn read(&self, address: usize, into: &mut [u8]) {
        part(&self.memory, address, into.len()).copy_to(into);
    }

    fn write(&mut self, address: usize, bytes: &[u8]) {
        part(&self.memory, address, bytes.len()).copy_from(bytes);
    }

    fn call(&mut self, export: &str, argument: u32) -> Result<u32, Fault> {
        let function = Reflect::get(&self.exports, &export.into()).map_err(broken)?;
        let function: Function = function.dyn_into().map_err(broken)?;
        match function.call1(&JsValue::UNDEFINED, &argument.into()) {
            Ok(value) => Ok(value.as_f64().unwrap_or_default() as i64 as u32),
            Err(trap) => Err(self.doors.borrow().fault(&message(&trap))),
        }
    }

    fn play(&mut self, tape: Tape) {
        self.doors.borrow_mut().play(tape);
    }

    fn take_tape(&mut self) -> Tape {
        self.doors.borrow_mut().take_tape()
    }

    fn mute(&mut self) {
        self.doors.borrow_mut().mute();
    }

    fn limit(&mut self, milliseconds: f64) {
        self.doors.borrow_mut().limit(milliseconds);
    }
}

/// What the first part of a guest lacks; see `xtask/split.rs`.
struct Rest {
    /// Not 0 if the rest is wanted.
    wanted: WebAssembly::Global,
    /// What it is instantiated with: the imports of the first part, and the first part's exports.
    imports: Object,
}

impl Rest {
    /// What an instance with these exports and imports lacks; `None` if it has all of the guest.
    fn of(exports: &Object, imports: &Object) -> Option<Self> {
        let wanted = Reflect::get(exports, &"wanted".into()).ok()?.dyn_into().ok()?;
        let imports = Object::assign(&Object::new(), imports);
        set(&imports, "guest", exports);
        Some(Self { wanted, imports })
    }

    fn is_wanted(&self) -> bool {
        self.wanted.value() != 0
    }

    /// Instantiates the rest, which puts its functions where the first part finds them.
    fn join(&self, module: &WebAssembly::Module) -> Result<(), JsValue> {
        self.wanted.set_value(&0.into());
        let joined = WebAssembly::Instance::new(module, &self.imports).map(|_| ());
        joined.map_err(|error| {
            let why = message(&error);
            format!("the rest of the interpreter does not fit, perhaps because it is of a newer version; load the page again ({why})").into()
        })
    }
}

/// The five functions that the guest may call. The closures must live as long as the instance.
struct Imports {
    object: Object,
    _write: Closure<dyn Fn(u32, u32, u32)>,
    _now: Closure<dyn Fn() -> f64>,
    /// Enters JavaScript, where an engine notices that the worker was ended; see `xtask/safepoint.rs`. The first part of a
    /// guest also calls it when it wants the rest.
    _poll: Closure<dyn Fn() -> Result<(), JsValue>>,
    _random: Closure<dyn Fn(u32, u32)>,
    _read_line: Closure<dyn Fn(u32, u32, u32, u32) -> i32>,
}

impl Imports {
    fn new<H: BrowserHost + 'static>(
        doors: &Rc<RefCell<Doors<Rc<H>>>>,
        memory: &LateMemory,
        rest: &Rc<OnceCell<Rest>>,
    ) -> Self {
        let write = {
            let (doors, memory) = (doors.clone(), memory.clone());
            Closure::<dyn Fn(u32, u32, u32)>::new(move |stream, at, length| {
                doors.borrow_mut().write(stream, &copied(&memory, at, length));
            })
        };
        let now = {
            let doors = doors.clone();
            Closure::<dyn Fn() -> f64>::new(move || doors.borrow_mut().now())
        };
        let poll = {
            let (doors, rest) = (doors.clone(), rest.clone());
            Closure::<dyn Fn() -> Result<(), JsValue>>::new(move || {
                if let Some(rest) = rest.get().filter(|rest| rest.is_wanted()) {
                    let module = doors.borrow_mut().outside_time(|host| host.rest());
                    let module = module.map_err(|why| format!("the rest of the interpreter did not come: {why}"))?;
                    return rest.join(&module);
                }
                if doors.borrow_mut().poll() { Ok(()) } else { Err("the time is over".into()) }
            })
        };
        let random = {
            let (doors, memory) = (doors.clone(), memory.clone());
            Closure::<dyn Fn(u32, u32)>::new(move |at, length: u32| {
                let mut block = vec![0; length as usize];
                doors.borrow_mut().random(&mut block);
                part(known(&memory), at as usize, block.len()).copy_from(&block);
            })
        };
        let read_line = {
            let (doors, memory) = (doors.clone(), memory.clone());
            Closure::<dyn Fn(u32, u32, u32, u32) -> i32>::new(move |name, length, into: u32, capacity: u32| {
                let name = String::from_utf8_lossy(&copied(&memory, name, length)).into_owned();
                let Some(text) = doors.borrow_mut().read_line(&name) else { return -1 };
                if text.len() <= capacity as usize {
                    part(known(&memory), into as usize, text.len()).copy_from(&text);
                }
                text.len() as i32
            })
        };
        let functions = Object::new();
        for (name, function) in [
            ("write", write.as_ref()),
            ("now", now.as_ref()),
            ("poll", poll.as_ref()),
            ("random", random.as_ref()),
            ("read_line", read_line.as_ref()),
        ] {
            set(&functions, name, function);
        }
        let object = Object::new();
        set(&object, "host", &functions);
        Self { object, _write: write, _now: now, _poll: poll, _random: random, _read_line: read_line }
    }
}

/// Bytes in the browser's own memory, and not in that of this program.
impl Bytes for Uint8Array {
    fn length(&self) -> usize {
        Uint8Array::length(self) as usize
    }

    fn part(&self, range: Range<usize>) -> Vec<u8> {
        self.subarray(range.start as u32, range.end as u32).to_vec()
    }
}

fn known(memory: &LateMemory) -> &WebAssembly::Memory {
    memory.get().expect("the guest calls its imports only after it was instantiated")
}

fn copied(memory: &LateMemory, at: u32, length: u32) -> Vec<u8> {
    part(known(memory), at as usize, length as usize).to_vec()
}

fn bytes(memory: &WebAssembly::Memory) -> Uint8Array {
    Uint8Array::new(&memory.buffer())
}

fn part(memory: &WebAssembly::Memory, address: usize, length: usize) -> Uint8Array {
    Uint8Array::new_with_byte_offset_and_length(&memory.buffer(), address as u32, length as u32)
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of a plain object can't fail.
    let _ = Reflect::set(object, &name.into(), value);
}

fn broken(error: JsValue) -> Fault {
    Fault::broken(message(&error))
}

/// The message of an error, or whatever else was thrown, as text.
pub fn message(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    message.unwrap_or_else(|| format!("{error:?}"))
}
