//! LAB: RustPython as a plain WebAssembly module.
//!
//! Its whole state is one block of memory, and its import section is the list of what it may do:
//! `host.write`, `host.now`, `host.random`, `host.read_line`, and `host.poll`, which the build adds so that loops can
//! be ended (xtask/safepoint.rs). No wasm-bindgen here.
//!
//! 1. `boot` runs once, when the base image is made: it builds the interpreter and imports what lessons
//!    use. The image keeps the result; no reader's browser ever runs it.
//! 2. `reserve(length)` gives the address where a request of that many bytes may be written.
//! 3. `run(length)` runs the cell written there (JSON of [`report::Code`]) and gives the address of the
//!    reply: four bytes of length, little-endian, then JSON of [`report::Outcome`].
//! 4. `look(length)` answers a question about the interpreter, JSON both ways. It is asked in forks only: it may
//!    run the reader's code, and nobody cares what becomes of a fork.
//!
//! A panic traps. The instance is then worthless and the host throws it away; the last words go to
//! stream 3 so that the reader is told what happened.

mod boot;
mod cell;
mod census;
mod failure;
mod host;
mod plain;
#[path = "../../src/report.rs"]
#[allow(dead_code)]
mod report;

use std::cell::RefCell;
use std::sync::atomic::Ordering;

use serde::{Serialize, de::DeserializeOwned};

thread_local! {
    static LAB: RefCell<Option<boot::Lab>> = const { RefCell::new(None) };
    static REQUEST: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static REPLY: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Builds the interpreter. Called once, by whoever makes the image.
#[unsafe(no_mangle)]
pub extern "C" fn boot() {
    host::TIDY.store(true, Ordering::Relaxed);
    let lab = boot::Lab::new();
    census::forget();
    host::TIDY.store(false, Ordering::Relaxed);
    LAB.with(|slot| *slot.borrow_mut() = Some(lab));
}

/// Room for a request of `length` bytes; the address stays valid until the next call.
#[unsafe(no_mangle)]
pub extern "C" fn reserve(length: usize) -> *mut u8 {
    REQUEST.with(|request| {
        let mut request = request.borrow_mut();
        request.clear();
        request.resize(length, 0);
        request.as_mut_ptr()
    })
}

/// Runs the cell whose request was written to [`reserve`]d room.
#[unsafe(no_mangle)]
pub extern "C" fn run(length: usize) -> *const u8 {
    answer(length, |lab, code| cell::run(lab, &code))
}

/// Answers the question that was written to [`reserve`]d room.
#[unsafe(no_mangle)]
pub extern "C" fn look(length: usize) -> *const u8 {
    answer(length, plain::look)
}

fn answer<Q: DeserializeOwned, A: Serialize>(length: usize, work: impl FnOnce(&boot::Lab, Q) -> A) -> *const u8 {
    let request = REQUEST.with(|request| std::mem::take(&mut *request.borrow_mut()));
    let question = serde_json::from_slice(&request[..length]).expect("the host wrote a well-formed request");
    drop(request);
    let answer = LAB.with(|lab| work(lab.borrow().as_ref().expect("boot ran before anything else"), question));
    let body = serde_json::to_vec(&answer).expect("an answer is plain data");
    REPLY.with(|reply| {
        let mut reply = reply.borrow_mut();
        *reply = Vec::with_capacity(body.len() + 4);
        reply.extend_from_slice(&u32::try_from(body.len()).unwrap_or(u32::MAX).to_le_bytes());
        reply.extend_from_slice(&body);
        reply.as_ptr()
    })
}
