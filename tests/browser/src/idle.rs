//! Browsers between two tests. To start one takes seconds of computing, in Firefox more than the test that follows, so a
//! test leaves its browser to the next one, swept: without storage, history or windows. A browser whose test has failed
//! is not left to anybody.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use fantoccini::Client;
use fantoccini::error::CmdError;
use fantoccini::wd::TimeoutConfiguration;
use serde_json::json;

use crate::driver::Driver;
use crate::sites::empty_page;
use crate::{PATIENCE, address};

static IDLE: Mutex<Vec<Driver>> = Mutex::new(Vec::new());

/// A page's store may be held by a page that is just going away. No longer than this.
const SWEEP: Duration = Duration::from_secs(10);

/// Clears what the origin keeps. Gives what is left when it has been cleared, in words: nothing.
const CLEAR: &str = "const done = arguments[0];
    const clear = async () => {
        localStorage.clear();
        sessionStorage.clear();
        for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
        for (const name of await caches.keys()) await caches.delete(name);
        const deleted = ({ name }) => new Promise((resolve, reject) => {
            const request = indexedDB.deleteDatabase(name);
            request.onsuccess = resolve;
            request.onerror = () => reject(request.error);
        });
        await Promise.all((await indexedDB.databases()).map(deleted));
        const left = [localStorage.length && 'localStorage', (await caches.keys()).length && 'caches',
            (await indexedDB.databases()).length && 'databases', (await navigator.serviceWorker.getRegistrations()).length && 'service workers'];
        return left.filter(Boolean).join(', ');
    };
    clear().then(done, (error) => done(String(error)));";

/// A browser that some test has left.
pub fn take() -> Option<Driver> {
    idle().pop()
}

/// Leaves a swept browser to the next test.
pub fn leave(driver: Driver) {
    idle().push(driver);
}

/// Takes from a browser what a test has left in it.
///
/// # Errors
/// If it does not answer in time, or keeps something: it is not fit for another test.
pub async fn sweep(client: &Client) -> Result<(), String> {
    let words = |error: CmdError| error.to_string();
    let windows = client.windows().await.map_err(words)?;
    // A new one has no history, and nothing of the session.
    let new = client.new_window(true).await.map_err(words)?.handle;
    for window in windows {
        client.switch_to_window(window).await.map_err(words)?;
        client.close_window().await.map_err(words)?;
    }
    client.switch_to_window(new).await.map_err(words)?;
    client.goto(&(address("WORKBOOK_URL") + &empty_page())).await.map_err(words)?;
    client.update_timeouts(TimeoutConfiguration::new(Some(SWEEP), Some(PATIENCE / 2), None)).await.map_err(words)?;
    let left = client.execute_async(CLEAR, Vec::new()).await.map_err(words)?;
    if left == json!("") { Ok(()) } else { Err(format!("it keeps {left}")) }
}

fn idle() -> MutexGuard<'static, Vec<Driver>> {
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The browsers that the last tests have left end with the program; nothing else would end them.
#[dtor::dtor(unsafe)]
fn end_all() {
    idle().clear();
}
