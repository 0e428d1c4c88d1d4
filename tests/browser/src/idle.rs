//! Browsers that wait for the next test. Starting a browser takes seconds of computing, in Firefox more than the test
//! itself. So a test that has passed sweeps its browser, which then has no storage, no history and one new window, and
//! leaves it here. The browser of a test that has failed ends.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use fantoccini::Client;
use fantoccini::error::CmdError;
use fantoccini::wd::TimeoutConfiguration;
use serde_json::json;

use crate::driver::Driver;
use crate::sites::empty_page;
use crate::{PATIENCE, address};

/// The drivers whose browsers wait.
static IDLE: Mutex<Vec<Driver>> = Mutex::new(Vec::new());

/// How long clearing the storage may take. It waits for a page that is still going away and has the storage open.
const SWEEP: Duration = Duration::from_secs(10);

/// Clears all that the origin has stored. Gives the names of what is still there afterwards, which should be none.
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

/// Takes a browser that another test has left.
pub fn take() -> Option<Driver> {
    idle().pop()
}

/// Leaves a swept browser to the next test.
pub fn leave(driver: Driver) {
    idle().push(driver);
}

/// Removes from a browser what a test has left in it.
///
/// # Errors
/// If the browser does not answer in time, or if something stays stored. It is then not fit for another test.
pub async fn sweep(client: &Client) -> Result<(), String> {
    let words = |error: CmdError| error.to_string();
    let windows = client.windows().await.map_err(words)?;
    // A new window has no history and no sessionStorage.
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

/// Ends the browsers that the last tests have left. It is called at the program's end, because Rust does not drop a
/// `static`.
#[dtor::dtor(unsafe)]
fn end_all() {
    idle().clear();
}
