//! The machine of a browser: `WebAssembly` in the worker this runs in.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Object, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::prelude::*;

use super::{Fault, Host, Image, LAST_WORDS, Machine};

/// The guest, compiled by the browser.
pub struct BrowserImage<H> {
    module: WebAssembly::Module,
    host: Rc<H>,
}

impl<H: Host + 'static> BrowserImage<H> {
    pub fn new(module: WebAssembly::Module, host: Rc<H>) -> Self {
        Self { module, host }
    }
}

impl<H: Host + 'static> Image for BrowserImage<H> {
    type Machine = BrowserMachine;

    fn instantiate(&self) -> Result<BrowserMachine, Fault> {
        let doors = Doors { memory: OnceCell::new(), last_words: RefCell::default() };
        let doors = Rc::new(doors);
        let imports = Imports::new(&self.host, &doors);
        let instance = WebAssembly::Instance::new(&self.module, &imports.object).map_err(broken)?;
        let exports = instance.exports();
        let memory = Reflect::get(&exports, &"memory".into())
            .and_then(|memory| memory.dyn_into::<WebAssembly::Memory>())
            .map_err(broken)?;
        let _ = doors.memory.set(memory.clone());
        Ok(BrowserMachine { exports, memory, doors, _imports: imports })
    }
}

/// An instance in the browser.
pub struct BrowserMachine {
    exports: Object,
    memory: WebAssembly::Memory,
    doors: Rc<Doors>,
    /// Held as long as the instance may call them.
    _imports: Imports,
}

/// What the imports need of their own instance.
struct Doors {
    /// Known only after the instance exists.
    memory: OnceCell<WebAssembly::Memory>,
    last_words: RefCell<String>,
}

impl Machine for BrowserMachine {
    fn size(&self) -> usize {
        bytes(&self.memory).length() as usize
    }

    fn grow_to(&mut self, size: usize) -> Result<(), Fault> {
        const WASM_PAGE: usize = 65536;
        let missing = size.saturating_sub(self.size()).div_ceil(WASM_PAGE);
        if missing == 0 {
            return Ok(());
        }
        // `Memory.grow` throws where the engine refuses; js-sys declares it infallible.
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
            Err(trap) => Err(Fault::of_trap(&self.doors.last_words.borrow(), &message(&trap))),
        }
    }
}

/// The four functions the guest may call. The closures must outlive the instance.
struct Imports {
    object: Object,
    _write: Closure<dyn Fn(u32, u32, u32)>,
    _now: Closure<dyn Fn() -> f64>,
    _random: Closure<dyn Fn(u32, u32)>,
    _read_line: Closure<dyn Fn(u32, u32, u32, u32) -> i32>,
}

impl Imports {
    fn new<H: Host + 'static>(host: &Rc<H>, doors: &Rc<Doors>) -> Self {
        let write = {
            let (host, doors) = (host.clone(), doors.clone());
            Closure::<dyn Fn(u32, u32, u32)>::new(move |stream, at, length| {
                let bytes = doors.copy(at, length);
                if stream == LAST_WORDS {
                    *doors.last_words.borrow_mut() = String::from_utf8_lossy(&bytes).into_owned();
                } else {
                    host.write(stream, &bytes);
                }
            })
        };
        let now = {
            let host = host.clone();
            Closure::<dyn Fn() -> f64>::new(move || host.now())
        };
        let random = {
            let (host, doors) = (host.clone(), doors.clone());
            Closure::<dyn Fn(u32, u32)>::new(move |at, length: u32| {
                let mut block = vec![0; length as usize];
                host.random(&mut block);
                part(doors.memory(), at as usize, block.len()).copy_from(&block);
            })
        };
        let read_line = {
            let (host, doors) = (host.clone(), doors.clone());
            Closure::<dyn Fn(u32, u32, u32, u32) -> i32>::new(move |name, length, into: u32, capacity: u32| {
                let name = String::from_utf8_lossy(&doors.copy(name, length)).into_owned();
                let Some(text) = host.read_line(&name) else { return -1 };
                if text.len() <= capacity as usize {
                    part(doors.memory(), into as usize, text.len()).copy_from(&text);
                }
                text.len() as i32
            })
        };
        let functions = Object::new();
        for (name, function) in [
            ("write", write.as_ref()),
            ("now", now.as_ref()),
            ("random", random.as_ref()),
            ("read_line", read_line.as_ref()),
        ] {
            set(&functions, name, function);
        }
        let object = Object::new();
        set(&object, "host", &functions);
        Self { object, _write: write, _now: now, _random: random, _read_line: read_line }
    }
}

impl Doors {
    fn memory(&self) -> &WebAssembly::Memory {
        self.memory.get().expect("the guest calls its imports only after it was instantiated")
    }

    fn copy(&self, at: u32, length: u32) -> Vec<u8> {
        part(self.memory(), at as usize, length as usize).to_vec()
    }
}

fn bytes(memory: &WebAssembly::Memory) -> Uint8Array {
    Uint8Array::new(&memory.buffer())
}

fn part(memory: &WebAssembly::Memory, address: usize, length: usize) -> Uint8Array {
    Uint8Array::new_with_byte_offset_and_length(&memory.buffer(), address as u32, length as u32)
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a plain object's property can't fail.
    let _ = Reflect::set(object, &name.into(), value);
}

fn broken(error: JsValue) -> Fault {
    Fault::broken(message(&error))
}

/// An error's message, or whatever was thrown, as text.
pub fn message(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    message.unwrap_or_else(|| format!("{error:?}"))
}
