//! The native machine: wasmtime, which runs the same `guest.wasm` that readers get.

use std::error::Error;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use wasmtime::{Caller, Config, Engine, Extern, Instance, Linker, Memory, Module, Store, Val};

use crate::bench::tape::{Doors, Tape};
use crate::bench::{Fault, Host, Image, Machine};
use crate::engine::library::Library;

/// How many bytes of the engine's stack a guest may use. The worker of a Chromium has about as many, so what fits here
/// fits there.
const STACK: usize = 1 << 20;

/// An engine with the limits of a browser.
///
/// # Errors
/// If wasmtime does not take the settings.
pub fn engine() -> wasmtime::Result<Engine> {
    let mut config = Config::new();
    config.max_wasm_stack(STACK);
    Engine::new(&config)
}

/// Gives the text that is asked for by name; `None` if there is no such text.
pub type Texts = Arc<dyn Fn(&str) -> Option<Vec<u8>> + Send + Sync>;

/// The outside world of a native machine: keeps what is written, and has the computer's clock and randomness.
#[derive(Clone)]
pub struct NativeHost {
    texts: Texts,
    streams: Arc<Mutex<[Vec<u8>; 4]>>,
}

impl NativeHost {
    /// A host with these texts, to which nothing was written yet.
    pub fn new(texts: Texts) -> Self {
        Self { texts, streams: Arc::default() }
    }

    /// A host with the same texts, to which nothing was written yet.
    pub fn another(&self) -> Self {
        Self::new(self.texts.clone())
    }

    /// Takes out what was written to a stream since the last call: 1 is stdout, 2 is stderr, 4 is what a fork has said
    /// that it looks at.
    ///
    /// # Panics
    /// If there is no such stream.
    pub fn take(&self, stream: u32) -> String {
        let mut streams = self.streams.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        String::from_utf8_lossy(&std::mem::take(&mut streams[stream as usize - 1])).into_owned()
    }
}

impl Host for NativeHost {
    fn write(&self, stream: u32, bytes: &[u8]) {
        let mut streams = self.streams.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(stream) = streams.get_mut((stream as usize).wrapping_sub(1)) {
            stream.extend_from_slice(bytes);
        }
    }

    fn now(&self) -> f64 {
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0.0, |time| time.as_secs_f64() * 1e3)
    }

    fn random(&self, block: &mut [u8]) {
        getrandom::fill(block).expect("the operating system has randomness");
    }

    fn read_file(&self, name: &str) -> Option<Vec<u8>> {
        (self.texts)(name)
    }
}

/// The image and its host, whose texts are the library's, from the folder in which the build gathers its files.
///
/// # Errors
/// If a file is missing or damaged, or the guest does not compile.
pub fn open(stage: &Path) -> Result<(NativeImage, NativeHost), Box<dyn Error>> {
    let host = host(stage)?;
    let image = NativeImage::new(&engine()?, &std::fs::read(stage.join("guest.wasm"))?, host.clone())?;
    Ok((image, host))
}

/// As [`open`], with the guest in two parts, as a site has it.
///
/// # Errors
/// As [`open`].
pub fn open_in_parts(stage: &Path) -> Result<(NativeImage, NativeHost), Box<dyn Error>> {
    let (engine, host) = (engine()?, host(stage)?);
    let part = |name: &str| std::fs::read(stage.join("split").join(name));
    let rest = Module::new(&engine, part("guest-rest.wasm")?)?;
    let module = Module::new(&engine, part("guest.wasm")?)?;
    Ok((NativeImage { module, linker: linker(&engine, Some(rest))?, host: host.clone() }, host))
}

/// A host whose texts are the library's.
fn host(stage: &Path) -> Result<NativeHost, Box<dyn Error>> {
    let library = Library::open(std::fs::read(stage.join("library.bin"))?)?;
    Ok(NativeHost::new(Arc::new(move |name| library.read(name))))
}

/// A linker that gives the guest its five imports, and the first part of a guest the `rest`.
fn linker<H: Host + 'static>(engine: &Engine, rest: Option<Module>) -> wasmtime::Result<Linker<Doors<H>>> {
    let mut linker = Linker::new(engine);
    linker.func_wrap("host", "write", |mut caller: Caller<'_, Doors<H>>, stream: u32, at: u32, length: u32| {
        let (memory, doors) = memory_and_doors(&mut caller)?;
        doors.write(stream, part(memory, at, length)?);
        Ok(())
    })?;
    linker.func_wrap("host", "now", |mut caller: Caller<'_, Doors<H>>| caller.data_mut().now())?;
    linker.func_wrap("host", "poll", move |mut caller: Caller<'_, Doors<H>>| {
        let wanted = rest.as_ref().zip(caller.get_export("wanted").and_then(Extern::into_global));
        if let Some((rest, wanted)) = wanted.filter(|(_, wanted)| wanted.get(&mut caller).i32() == Some(1)) {
            wanted.set(&mut caller, Val::I32(0))?;
            return join(&mut caller, rest);
        }
        if caller.data_mut().poll() { Ok(()) } else { Err(wasmtime::Error::msg("the time is over")) }
    })?;
    linker.func_wrap("host", "random", |mut caller: Caller<'_, Doors<H>>, at: u32, length: u32| {
        let (memory, doors) = memory_and_doors(&mut caller)?;
        doors.random(part(memory, at, length)?);
        Ok(())
    })?;
    linker.func_wrap(
        "host",
        "read_line",
        |mut caller: Caller<'_, Doors<H>>, name: u32, length: u32, into: u32, capacity: u32| {
            let (memory, doors) = memory_and_doors(&mut caller)?;
            let name = String::from_utf8_lossy(part(memory, name, length)?).into_owned();
            let Some(text) = doors.read_line(&name) else { return Ok(-1) };
            if text.len() <= capacity as usize {
                part(memory, into, text.len() as u32)?.copy_from_slice(&text);
            }
            Ok(text.len() as i32)
        },
    )?;
    Ok(linker)
}

/// Instantiates the rest of a guest with the imports and the exports of its first part; see `xtask/split.rs`.
fn join<H: Host + 'static>(first: &mut Caller<'_, Doors<H>>, rest: &Module) -> wasmtime::Result<()> {
    let mut linker = linker(rest.engine(), None)?;
    for import in rest.imports().filter(|import| import.module() == "guest") {
        let given = first.get_export(import.name());
        let given = given.ok_or_else(|| wasmtime::Error::msg("the rest of the guest is of another version"))?;
        linker.define(&mut *first, "guest", import.name(), given)?;
    }
    linker.instantiate(first, rest).map(|_| ())
}

fn memory_and_doors<'a, H>(caller: &'a mut Caller<'_, Doors<H>>) -> wasmtime::Result<(&'a mut [u8], &'a mut Doors<H>)> {
    let memory = caller.get_export("memory").and_then(Extern::into_memory);
    let memory = memory.ok_or_else(|| wasmtime::Error::msg("the guest exports no memory"))?;
    Ok(memory.data_and_store_mut(caller))
}

fn part(memory: &mut [u8], at: u32, length: u32) -> wasmtime::Result<&mut [u8]> {
    let (at, length) = (at as usize, length as usize);
    memory.get_mut(at..at + length).ok_or_else(|| wasmtime::Error::msg("the guest named memory it does not have"))
}

/// The guest, compiled for this computer.
#[derive(Clone)]
pub struct NativeImage {
    module: Module,
    linker: Linker<Doors<NativeHost>>,
    host: NativeHost,
}

impl NativeImage {
    /// Compiles the guest.
    ///
    /// # Errors
    /// If `wasm` is no module, or needs other imports than the five.
    pub fn new(engine: &Engine, wasm: &[u8], host: NativeHost) -> wasmtime::Result<Self> {
        Ok(Self { module: Module::new(engine, wasm)?, linker: linker(engine, None)?, host })
    }

    /// The names of the guest's imports, each as `module.name`.
    pub fn imports(&self) -> Vec<String> {
        self.module.imports().map(|import| format!("{}.{}", import.module(), import.name())).collect()
    }

    /// The host that all instances have.
    pub fn host(&self) -> &NativeHost {
        &self.host
    }

    /// The same compiled guest, whose instances have another host.
    pub fn with_host(&self, host: NativeHost) -> Self {
        Self { module: self.module.clone(), linker: self.linker.clone(), host }
    }
}

impl Image for NativeImage {
    type Machine = NativeMachine;

    fn instantiate(&self) -> Result<NativeMachine, Fault> {
        let mut store = Store::new(self.module.engine(), Doors::new(self.host.clone()));
        let instance = self.linker.instantiate(&mut store, &self.module).map_err(Fault::broken)?;
        let memory = instance.get_memory(&mut store, "memory");
        let memory = memory.ok_or_else(|| Fault::broken("the guest exports no memory"))?;
        Ok(NativeMachine { store, instance, memory })
    }
}

/// An instance in wasmtime.
pub struct NativeMachine {
    store: Store<Doors<NativeHost>>,
    instance: Instance,
    memory: Memory,
}

impl Machine for NativeMachine {
    fn size(&self) -> usize {
        self.memory.data_size(&self.store)
    }

    fn grow_to(&mut self, size: usize) -> Result<(), Fault> {
        let missing = size.saturating_sub(self.size()) as u64;
        let pages = missing.div_ceil(self.memory.page_size(&self.store));
        self.memory.grow(&mut self.store, pages).map(|_| ()).map_err(|_| Fault::Memory)
    }

    fn read(&self, address: usize, into: &mut [u8]) {
        into.copy_from_slice(&self.memory.data(&self.store)[address..address + into.len()]);
    }

    fn write(&mut self, address: usize, bytes: &[u8]) {
        self.memory.data_mut(&mut self.store)[address..address + bytes.len()].copy_from_slice(bytes);
    }

    fn call(&mut self, export: &str, argument: u32) -> Result<u32, Fault> {
        let function = self.instance.get_typed_func::<u32, u32>(&mut self.store, export).map_err(Fault::broken)?;
        function.call(&mut self.store, argument).map_err(|trap| self.store.data().fault(&format!("{trap:?}")))
    }

    fn play(&mut self, tape: Tape) {
        self.store.data_mut().play(tape);
    }

    fn take_tape(&mut self) -> Tape {
        self.store.data_mut().take_tape()
    }

    fn mute(&mut self) {
        self.store.data_mut().mute();
    }

    fn limit(&mut self, milliseconds: f64) {
        self.store.data_mut().limit(milliseconds);
    }
}
