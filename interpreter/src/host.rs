//! The guest's imports, and the native module `_host` through which our Python files call them.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};

use paper::{LAST_WORDS, LastWords};

/// The functions that the guest imports: all that it can ask of the world outside its memory.
mod import {
    #[link(wasm_import_module = "host")]
    unsafe extern "C" {
        /// Sends bytes to a stream: 1 stdout, 2 stderr, 3 last words before a trap, 4 what a fork looks at.
        pub fn write(stream: u32, at: *const u8, length: usize);
        /// Milliseconds since 1970, with fractions. Never goes backward.
        pub fn now() -> f64;
        /// Fills a block with random bytes.
        pub fn random(at: *mut u8, length: usize);
        /// Asks for a text by its name. Gives the text's length in bytes, or -1 if there is no such text; copies the
        /// text to `into` only if its length is at most `capacity`. `lib` is the list of the library's files,
        /// `lib/<path>` is one of them; `line/<n>` is the n-th line of input that this run reads, counted from 0, and
        /// empty at the end of input; `clock` is the time, in forks only; `own/<name>` is one of our own Python files,
        /// while the image is made.
        pub fn read_line(name: *const u8, length: usize, into: *mut u8, capacity: usize) -> i32;
    }
}

/// The streams that Python may write to. Last words are not among them, because with those a cell could claim an end
/// that is not its own.
const OF_PYTHON: [u32; 3] = [1, 2, 4];

/// Nanoseconds that `time.sleep` has skipped: sleeping moves the guest's clock and returns at once.
static SLEPT: AtomicU64 = AtomicU64::new(0);
/// The clock's first reading in this interpreter, from which `time.monotonic` counts; 0 before that.
static FIRST_READING: AtomicU64 = AtomicU64::new(0);
/// The newest reading. A state may be restored in a browser whose clock is behind the one that it was made with; the
/// guest's clock then stands still for a while instead of going backward.
static LAST_READING: AtomicU64 = AtomicU64::new(0);
/// How many lines of input this run has read.
static LINES_READ: AtomicU32 = AtomicU32::new(0);

/// Sends bytes to a stream.
pub fn write(stream: u32, bytes: &[u8]) {
    unsafe { import::write(stream, bytes.as_ptr(), bytes.len()) }
}

/// Fills a block with random bytes.
pub fn random(block: &mut [u8]) {
    unsafe { import::random(block.as_mut_ptr(), block.len()) }
}

/// Nanoseconds since 1970, with the time that was slept.
pub fn now() -> u64 {
    let nanoseconds = unsafe { import::now() } * 1e6;
    let now = nanoseconds as u64 + SLEPT.load(Ordering::Relaxed);
    now.max(LAST_READING.fetch_max(now, Ordering::Relaxed))
}

/// Makes the next line of input the first one. Called before each run.
pub fn begin_run() {
    LINES_READ.store(0, Ordering::Relaxed);
}

/// The next line of input, with its newline; empty at the end of input. If the host does not have that line yet, the
/// run ends here with the last words `words`. The host repeats the run once it has the line: when the reader has typed
/// it (`input`), or when another interpreter has answered (`elsewhere <request>`).
fn line(words: &LastWords) -> Vec<u8> {
    let number = LINES_READ.fetch_add(1, Ordering::Relaxed);
    ask(&format!("line/{number}")).unwrap_or_else(|| {
        write(LAST_WORDS, words.to_string().as_bytes());
        std::process::abort();
    })
}

/// Nanoseconds since this interpreter first looked at its clock.
fn monotonic() -> u64 {
    let now = now();
    match FIRST_READING.compare_exchange(0, now, Ordering::Relaxed, Ordering::Relaxed) {
        Ok(_) => 0,
        Err(first) => now.saturating_sub(first),
    }
}

/// Asks the host for a text by its name; see [`import::read_line`].
pub fn ask(name: &str) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    loop {
        let length = unsafe { import::read_line(name.as_ptr(), name.len(), text.as_mut_ptr(), text.len()) };
        let length = usize::try_from(length).ok()?;
        if length <= text.len() {
            text.truncate(length);
            return Some(text);
        }
        text.resize(length, 0);
    }
}

/// Where the crate `getrandom` gets its random bytes.
#[unsafe(no_mangle)]
unsafe extern "Rust" fn __getrandom_v03_custom(at: *mut u8, length: usize) -> Result<(), getrandom::Error> {
    unsafe { import::random(at, length) };
    Ok(())
}

/// The system's allocator with two additions:
///
/// 1. When it can't get memory it writes the last words `memory`, so that the host knows the reason of the trap that
///    follows.
/// 2. While the image is made it fills freed blocks with zeros. The image has all of the memory, and what boot leaves
///    behind in freed blocks made the download three times as large.
struct Allocator;

/// Whether freed blocks are filled with zeros; true while the image is made.
pub static TIDY: AtomicBool = AtomicBool::new(false);

unsafe impl GlobalAlloc for Allocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        announce(unsafe { System.alloc(layout) })
    }
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        announce(unsafe { System.alloc_zeroed(layout) })
    }
    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if !TIDY.load(Ordering::Relaxed) {
            return announce(unsafe { System.realloc(at, layout, size) });
        }
        unsafe {
            let moved = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !moved.is_null() {
                std::ptr::copy_nonoverlapping(at, moved, layout.size().min(size));
                self.dealloc(at, layout);
            }
            moved
        }
    }
    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        if TIDY.load(Ordering::Relaxed) {
            unsafe { at.write_bytes(0, layout.size()) };
        }
        unsafe { System.dealloc(at, layout) }
    }
}

/// Writes the last words `memory` if an allocation has failed, which a null address means.
fn announce(at: *mut u8) -> *mut u8 {
    if at.is_null() {
        write(LAST_WORDS, LastWords::MEMORY.as_bytes());
    }
    at
}

#[global_allocator]
static ALLOCATOR: Allocator = Allocator;

pub(crate) use native::module_def;

#[rustpython_vm::pymodule(name = "_host")]
mod native {
    use rustpython_vm::{
        AsObject, PyObjectRef, PyRef, PyResult, TryFromObject, VirtualMachine,
        builtins::{PyModule, PyStrRef, PyType, PyTypeRef},
        common::wtf8::{Wtf8Buf, Wtf8Chunk},
        function::{ArgBytesLike, ArgIntoFloat, OptionalArg},
    };
    use std::sync::atomic::Ordering;

    use crate::{
        amends, calendar,
        face::{self, Event, Parameters},
    };

    /// Sends bytes to a stream: 1 is stdout, 2 is stderr, 4 is what `looking.py` is about to look at. The host hears
    /// stream 4 from forks only.
    #[pyfunction]
    fn write(stream: u32, data: ArgBytesLike, vm: &VirtualMachine) -> PyResult<()> {
        if !super::OF_PYTHON.contains(&stream) {
            return Err(vm.new_value_error(format!("there is no stream {stream}")));
        }
        data.with_ref(|bytes| super::write(stream, bytes));
        Ok(())
    }

    /// n random bytes.
    #[pyfunction]
    fn random(n: usize, vm: &VirtualMachine) -> PyResult {
        let mut block = Vec::new();
        block.try_reserve_exact(n).map_err(|_| vm.new_memory_error("too many random bytes"))?;
        block.resize(n, 0);
        super::random(&mut block);
        Ok(vm.ctx.new_bytes(block).into())
    }

    /// The content of a library file, by its path below the library's root.
    #[pyfunction]
    fn library(path: PyStrRef, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        let name = format!("lib/{}", path.to_string_lossy());
        super::ask(&name).ok_or_else(|| vm.new_key_error(path.into()))
    }

    /// All files of the library, a line for each: its size in bytes, a blank, its path.
    #[pyfunction]
    fn library_index(vm: &VirtualMachine) -> PyResult<String> {
        let index = super::ask("lib").ok_or_else(|| vm.new_os_error("there is no library"))?;
        Ok(String::from_utf8_lossy(&index).into_owned())
    }

    /// The content of one of the workbook's own Python files. The host has them only while the image is made.
    #[pyfunction]
    fn own_file(name: PyStrRef, vm: &VirtualMachine) -> PyResult<String> {
        let text =
            super::ask(&format!("own/{}", name.to_string_lossy())).ok_or_else(|| vm.new_key_error(name.into()))?;
        Ok(String::from_utf8_lossy(&text).into_owned())
    }

    /// Makes a builtin function of a module, or a method of a class, that calls a Python function: see `crate::face`, and
    /// `face` in boot.py.
    #[pyfunction]
    fn face(
        function: PyObjectRef,
        owner: PyObjectRef,
        texts: (PyStrRef, PyStrRef),
        parameters: (Vec<PyStrRef>, usize, usize, Vec<PyStrRef>),
        event: OptionalArg<PyStrRef>,
        arguments: OptionalArg<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult {
        let (positional, positional_only, required, keyword_only) = parameters;
        let (name, doc) = (text(&texts.0), text(&texts.1));
        let parameters = Parameters {
            positional: positional.iter().map(text).collect(),
            positional_only,
            required,
            keyword_only: keyword_only.iter().map(text).collect(),
        };
        let event = event.into_option().zip(arguments.into_option());
        let event = event.map(|(name, arguments)| Event { name: text(&name), arguments });
        match owner.downcast::<PyType>() {
            Ok(class) => Ok(face::of_class(function, class, &name, &doc, parameters, vm)),
            Err(module) => face::of_module(function, a_module(module, vm)?, &name, &doc, parameters, event, vm),
        }
    }

    fn text(text: &PyStrRef) -> String {
        text.to_string_lossy().into_owned()
    }

    fn a_module(module: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<PyModule>> {
        module.downcast::<PyModule>().map_err(|_| vm.new_type_error("a function belongs to a class or a module"))
    }

    /// Makes a builtin function that does what `original` does, after audit hooks have heard of it: see `crate::face`.
    #[pyfunction]
    fn audited(
        original: PyObjectRef,
        module: PyObjectRef,
        texts: (PyStrRef, PyStrRef),
        event: PyStrRef,
        arguments: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let event = Event { name: text(&event), arguments };
        face::audited(original, a_module(module, vm)?, &text(&texts.0), &text(&texts.1), event, vm)
    }

    /// Makes a builtin function that calls what `choose` gives: see `crate::face`.
    #[pyfunction]
    fn chosen(choose: PyObjectRef, module: PyObjectRef, texts: (PyStrRef, PyStrRef), vm: &VirtualMachine) -> PyResult {
        face::chosen(choose, a_module(module, vm)?, &text(&texts.0), &text(&texts.1), vm)
    }

    /// Makes an attribute that does what `original` does, after audit hooks have heard that it is set: see `crate::face`.
    #[pyfunction]
    fn audited_attribute(
        original: PyObjectRef,
        class: PyTypeRef,
        name: PyStrRef,
        fitting: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        face::audited_attribute(original, class, &text(&name), fitting, vm)
    }

    /// Gives an attribute to a builtin class, which Python code can't.
    #[pyfunction]
    fn set_attribute(class: PyTypeRef, name: PyStrRef, value: PyObjectRef, vm: &VirtualMachine) {
        class.set_str_attr(&text(&name), value, &vm.ctx);
    }

    /// Makes a native attribute of a class whose value a Python function gives.
    #[pyfunction]
    fn attribute(getter: PyObjectRef, class: PyTypeRef, name: PyStrRef, vm: &VirtualMachine) -> PyObjectRef {
        face::attribute(getter, class, &name.to_string_lossy(), vm)
    }

    /// The next line of standard input with its newline; empty at the end of input.
    #[pyfunction]
    fn line(vm: &VirtualMachine) -> PyResult {
        Ok(vm.ctx.new_bytes(super::line(&paper::LastWords::Input)).into())
    }

    /// Puts a request to another interpreter and gives its answer as one line of JSON; see `lib/isolation.py`. Empty in
    /// a fork, which has no other interpreter to ask.
    #[pyfunction]
    fn elsewhere(request: PyStrRef) -> String {
        let answer = super::line(&paper::LastWords::Elsewhere(request.to_string_lossy().into_owned()));
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Ends the run at once, as `os._exit` must. The interpreter is then again in the state from before the run.
    #[pyfunction]
    fn exit(code: i32) {
        super::write(paper::LAST_WORDS, paper::LastWords::Exit(code).to_string().as_bytes());
        std::process::abort();
    }

    #[pyfunction]
    fn time() -> f64 {
        super::now() as f64 / 1e9
    }

    #[pyfunction]
    fn time_ns() -> u64 {
        super::now()
    }

    #[pyfunction]
    fn monotonic() -> f64 {
        super::monotonic() as f64 / 1e9
    }

    #[pyfunction]
    fn monotonic_ns() -> u64 {
        super::monotonic()
    }

    #[pyfunction]
    fn perf_counter() -> f64 {
        monotonic()
    }

    #[pyfunction]
    fn perf_counter_ns() -> u64 {
        monotonic_ns()
    }

    #[pyfunction]
    fn process_time() -> f64 {
        monotonic()
    }

    #[pyfunction]
    fn process_time_ns() -> u64 {
        monotonic_ns()
    }

    #[pyfunction]
    fn thread_time() -> f64 {
        monotonic()
    }

    #[pyfunction]
    fn thread_time_ns() -> u64 {
        monotonic_ns()
    }

    /// Delays execution for a number of seconds: the clock moves forward by them, and the call returns at once.
    #[pyfunction]
    fn sleep(seconds: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let kind = seconds.class().name().to_owned();
        let seconds = ArgIntoFloat::try_from_object(vm, seconds)
            .map_err(|_| vm.new_type_error(format!("'{kind}' object cannot be interpreted as an integer or float")))?
            .into_float();
        if seconds.is_nan() {
            return Err(vm.new_value_error("Invalid value NaN (not a number)"));
        }
        if seconds < 0.0 {
            return Err(vm.new_value_error("sleep length must be non-negative"));
        }
        if seconds > 9.2e9 {
            return Err(vm.new_overflow_error("timestamp too large to convert to C PyTime_t"));
        }
        vm.audit("time.sleep", || (vm.ctx.new_float(seconds),))?;
        super::SLEPT.fetch_add((seconds * 1e9) as u64, Ordering::Relaxed);
        Ok(())
    }

    #[pyfunction]
    fn localtime(secs: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        calendar::gmtime(&given(secs, vm).unwrap_or_else(|| clock(vm)), vm)
    }

    #[pyfunction]
    fn gmtime(secs: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        calendar::gmtime(&given(secs, vm).unwrap_or_else(|| clock(vm)), vm)
    }

    /// Mends the class of sockets: see `amends`.
    #[pyfunction]
    fn sockets(class: PyTypeRef) {
        amends::sockets(&class);
    }

    /// `sum`: see `amends`.
    #[pyfunction]
    fn sum(iterable: PyObjectRef, start: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        amends::sum(&iterable, start, vm)
    }

    /// Takes over RustPython's class `time.struct_time`, whose instances `gmtime` and `localtime` give.
    #[pyfunction]
    fn adopt_struct_time(class: PyTypeRef) {
        calendar::adopt(class);
    }

    #[pyfunction]
    fn ctime(secs: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<String> {
        calendar::ctime(&given(secs, vm).unwrap_or_else(|| clock(vm)), vm)
    }

    #[pyfunction]
    fn asctime(moment: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<String> {
        calendar::asctime(&moment_or_now(moment, vm)?, vm)
    }

    #[pyfunction]
    fn mktime(moment: PyObjectRef, vm: &VirtualMachine) -> PyResult<f64> {
        calendar::mktime(&moment, vm)
    }

    #[pyfunction]
    fn strftime(format: PyStrRef, moment: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<Wtf8Buf> {
        // Characters that are no text by themselves stay what they are.
        let moment = moment_or_now(moment, vm)?;
        let format = format.as_wtf8();
        let Ok(text) = format.as_str() else {
            let mut made = Wtf8Buf::new();
            for chunk in format.chunks() {
                match chunk {
                    Wtf8Chunk::Utf8(text) => made.push_str(&calendar::strftime(text, &moment, vm)?),
                    Wtf8Chunk::Surrogate(character) => made.push(character),
                }
            }
            return Ok(made);
        };
        Ok(calendar::strftime(text, &moment, vm)?.into())
    }

    /// The `struct_time` that was given, or that of now.
    fn moment_or_now(moment: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        match moment {
            OptionalArg::Present(moment) => Ok(moment),
            OptionalArg::Missing => calendar::gmtime(&clock(vm), vm),
        }
    }

    /// An argument, unless it is missing or `None`.
    fn given(argument: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> Option<PyObjectRef> {
        argument.into_option().filter(|argument| !vm.is_none(argument))
    }

    /// Seconds since 1970.
    fn clock(vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.new_float(super::now() as f64 / 1e9).into()
    }
}
