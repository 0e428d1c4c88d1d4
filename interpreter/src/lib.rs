//! LAB: the guest, which is RustPython as a plain WebAssembly module.
//!
//! Its whole state is one block of memory, and its import section is the list of what it may do:
//! `host.write`, `host.now`, `host.random`, `host.read_line`, and `host.poll`, which the build adds so that loops can
//! be ended (xtask/safepoint.rs). wasm-bindgen is not used here, because it would import more.
//!
//! Whoever instantiates the module, the host, calls these exports:
//!
//! 1. `boot` is called once, when the base image is made: it builds the interpreter and imports what lessons
//!    use. The image has the result, so it is never called in a reader's browser.
//! 2. `reserve(length)` gives the address where the host may write a request of that many bytes.
//! 3. `run(length)` runs the cell in that request (JSON of [`paper::Code`]) and gives the address of the
//!    reply: its length as four bytes, little-endian, then JSON of [`paper::Outcome`].
//! 4. `look(length)` answers a question about the interpreter; request and reply are JSON. It may run the reader's
//!    code, so it is called in forks only, never in the reader's own interpreter.
//!
//! A panic traps, and the host never uses an instance that has trapped. Before that, the guest writes the reason to
//! stream 3, its last words, so that the reader can be told.

mod amends;
mod boot;
mod caches;
mod calendar;
mod cell;
mod census;
mod docs;
mod face;
mod failure;
mod host;
mod plain;
mod wording;

use std::cell::RefCell;
use std::sync::atomic::Ordering;

use serde::{Serialize, de::DeserializeOwned};

thread_local! {
    /// The interpreter; `None` before `boot`.
    static LAB: RefCell<Option<boot::Lab>> = const { RefCell::new(None) };
    /// Where the host writes the next request.
    static REQUEST: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    /// The last reply; it stays here for the host to read.
    static REPLY: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Builds the interpreter. Called once, when the image is made.
#[unsafe(no_mangle)]
pub extern "C" fn boot() {
    host::TIDY.store(true, Ordering::Relaxed);
    let lab = boot::Lab::new();
    census::forget();
    host::TIDY.store(false, Ordering::Relaxed);
    LAB.with(|slot| *slot.borrow_mut() = Some(lab));
}

/// Gives the address of room for a request of `length` bytes. The address is valid until the next call of an export.
#[unsafe(no_mangle)]
pub extern "C" fn reserve(length: usize) -> *mut u8 {
    REQUEST.with(|request| {
        let mut request = request.borrow_mut();
        request.clear();
        request.resize(length, 0);
        request.as_mut_ptr()
    })
}

/// Runs the cell in the request that was written to [`reserve`]d room, and gives the address of the reply.
#[unsafe(no_mangle)]
pub extern "C" fn run(length: usize) -> *const u8 {
    answer(length, |lab, code| cell::run(lab, &code))
}

/// Answers the question that was written to [`reserve`]d room, and gives the address of the reply.
#[unsafe(no_mangle)]
pub extern "C" fn look(length: usize) -> *const u8 {
    answer(length, plain::look)
}

/// Reads the request, has `work` answer it, and writes the reply.
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
