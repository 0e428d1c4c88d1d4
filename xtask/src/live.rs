//! Follows an author's edits: a changed course is read, drawn and handed to the pages that are open, without building
//! anything.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::fingerprint::Fingerprint;
use crate::{Result, build, report};

/// How often `content/` is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(300);
/// A page that asks is answered after this time at the latest, so that connections don't pile up.
const ANSWER_AFTER: Duration = Duration::from_secs(25);

/// How many versions of the course there have been since the server was started.
#[derive(Default)]
pub struct Versions {
    newest: Mutex<u64>,
    grown: Condvar,
}

impl Versions {
    /// Waits until there is a newer version than `after`, for a while; gives the newest.
    pub fn newer(&self, after: u64) -> u64 {
        let newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.grown.wait_timeout_while(newest, ANSWER_AFTER, |newest| *newest <= after);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }

    fn grow(&self) {
        *self.newest.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.grown.notify_all();
    }
}

/// A copy of the site whose pages follow the course.
pub fn site(root: &Path, dist: &Path) -> Result<PathBuf> {
    let served = crate::target(root).join("served");
    let failed = |error: std::io::Error| format!("can't write {}: {error}", served.display());
    build::replace(&served, dist)?;
    let index = served.join("index.html");
    let page = fs::read_to_string(&index).map_err(failed)?;
    fs::write(&index, page.replace("</body>", "<script defer src=\"live.js\"></script></body>")).map_err(failed)?;
    fs::copy(root.join("web/live.js"), served.join("live.js")).map_err(failed)?;
    build::precache(&served)?;
    Ok(served)
}

/// Looks for changes for ever.
pub fn follow(root: PathBuf, served: PathBuf, versions: Arc<Versions>) {
    let print = || Fingerprint::of("content").path(&root.join("content")).map(|print| print.hex());
    let mut known = print();
    loop {
        std::thread::sleep(LOOK_EVERY);
        let now = print();
        // An editor may be in the middle of replacing a file.
        if now.is_err() || now == known {
            continue;
        }
        known = now;
        let began = Instant::now();
        match build::course(&root, "").and_then(|text| put(&served, &text)) {
            Ok(()) => {
                versions.grow();
                report::note(&format!("✓ The course has changed  {}", report::seconds(began.elapsed())));
            }
            Err(problems) => report::note(&problems),
        }
    }
}

fn put(served: &Path, text: &str) -> Result<()> {
    let file = served.join("course.json");
    fs::write(&file, text).map_err(|error| format!("can't write {}: {error}", file.display()))?;
    build::precache(served)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_waits_for_a_version_is_woken() {
        let versions = Arc::new(Versions::default());
        let waiting = { let versions = versions.clone(); std::thread::spawn(move || versions.newer(0)) };
        versions.grow();
        assert_eq!(waiting.join().unwrap(), 1);
        assert_eq!(versions.newer(0), 1);
    }
}
