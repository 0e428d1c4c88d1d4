//! Tells apart the tabs that have one course at one address open: one of them has the lock, for as long as its page is
//! there.
//!
//! Browsers give their own locks only to pages that are served securely, and the server of a classroom often has no
//! certificate. Where there are no locks, the tabs ask each other over a `BroadcastChannel`.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, DomException, MessageEvent};

use crate::engine::browser::message;

/// How many milliseconds the lock is waited for. A page that is being left may hold it for a moment after the next one
/// has begun.
const LOCK_WITHIN: u32 = 2_500;
/// How many milliseconds other tabs have to answer. A tab hears of a question only when the current task of its page's
/// thread has ended; the longest that was measured on two cores, while a page starts, took 190.
const ANSWERED_WITHIN: u32 = 1_000;
/// What the tab says that has the lock. It is greater than any tab's number.
const HELD: f64 = 2.0;

/// Takes the lock of this name until the page is gone. Returns false if another tab has it.
///
/// If a browser has neither way, each page is taken for the only one.
pub async fn take(name: &str) -> bool {
    match from_browser(name).or_else(|| from_others(name)) {
        Some(taken) => match JsFuture::from(taken).await {
            Ok(taken) => taken.as_bool().unwrap_or(true),
            Err(error) => {
                gloo::console::warn!("the course's lock can't be taken:", message(&error));
                true
            }
        },
        None => true,
    }
}

/// Asks the browser for the lock; `None` if it has no locks.
fn from_browser(name: &str) -> Option<Promise> {
    let has_locks =
        Reflect::get(&gloo::utils::window().navigator(), &"locks".into()).is_ok_and(|locks| locks.is_object());
    has_locks.then(|| {
        Promise::new(&mut |resolve, _| {
            let taken = {
                let resolve = resolve.clone();
                Closure::once_into_js(move || {
                    answer(&resolve, true);
                    Promise::new(&mut |_, _| {})
                })
            };
            let options = Object::new();
            if let Ok(signal) = within(LOCK_WITHIN) {
                // Setting a plain object's property can't fail.
                let _ = Reflect::set(&options, &"signal".into(), &signal);
            }
            match request_lock(name, &options, &taken) {
                Ok(held) => {
                    // A frame that is shut off gets no locks at all; it can't keep anything either, so nobody is in its way.
                    let refused = Closure::once(move |error: JsValue| answer(&resolve, is_forbidden(&error)));
                    let _ = held.catch(&refused);
                    // It is called at most once, when the time is over.
                    refused.forget();
                }
                Err(_) => answer(&resolve, true),
            }
        })
    })
}

/// Asks the other tabs whether one of them has the lock; `None` if they can't be asked.
///
/// Each tab asks with a random number of its own. The tab that has the lock answers. If two tabs ask at the same time,
/// the one with the greater number gives way.
fn from_others(name: &str) -> Option<Promise> {
    let channel = BroadcastChannel::new(name).ok()?;
    let mine = js_sys::Math::random();
    Some(Promise::new(&mut |resolve, _| {
        let has_lock = Rc::new(Cell::new(None));
        let heard = {
            let (channel, has_lock, resolve) = (channel.clone(), has_lock.clone(), resolve.clone());
            Closure::<dyn Fn(MessageEvent)>::new(move |said: MessageEvent| {
                let said = said.data().as_f64().unwrap_or_default();
                match has_lock.get() {
                    None if said == HELD || said < mine => {
                        has_lock.set(Some(false));
                        answer(&resolve, false);
                    }
                    None | Some(true) if said < HELD => say(&channel, HELD),
                    _ => {}
                }
            })
        };
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        // The tab answers for as long as its page is there.
        heard.forget();
        say(&channel, mine);
        let resolve = resolve.clone();
        gloo::timers::callback::Timeout::new(ANSWERED_WITHIN, move || {
            if has_lock.get().is_none() {
                has_lock.set(Some(true));
                answer(&resolve, true);
            }
        })
        .forget();
    }))
}

/// Whether the browser refuses locks to this page, and not only this one at the moment.
fn is_forbidden(error: &JsValue) -> bool {
    error.dyn_ref::<DomException>().is_some_and(|error| error.name() == "SecurityError")
}

fn say(channel: &BroadcastChannel, number: f64) {
    // The browser refuses only what can't be copied, and a number can.
    let _ = channel.post_message(&number.into());
}

fn answer(resolve: &Function, taken: bool) {
    // The function of the promise does not throw.
    let _ = resolve.call1(&JsValue::UNDEFINED, &taken.into());
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request_lock(name: &str, options: &Object, held: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = AbortSignal, js_name = timeout, catch)]
    fn within(milliseconds: u32) -> Result<JsValue, JsValue>;
}
