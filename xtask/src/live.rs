//! Follows an author's edits while `cargo xtask serve` runs.
//!
//! 1. [`site`] copies the site and puts `web/live.js` into the copy's page.
//! 2. [`follow`] looks at `content/` every now and then. When something has changed it reads the course, draws its
//!    diagrams, and writes `course.jsonl` and the documents anew. Nothing is compiled.
//! 3. `web/live.js` asks the server for a newer version of the course; [`Versions::newer`] answers once there is one.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use workbook::lesson::file;

use crate::fingerprint::{Fingerprint, files};
use crate::page::{self, Documents};
use crate::{Result, build, report, single};

/// How long to wait between two looks at `content/`.
const LOOK_EVERY: Duration = Duration::from_millis(300);
/// A page that asks is answered after this time at the latest, so that connections of pages that are gone don't pile
/// up.
const ANSWER_AFTER: Duration = Duration::from_secs(25);

/// The versions of the course since the server was started. The first one has number 0.
#[derive(Default)]
pub struct Versions {
    /// The number of the newest version.
    newest: Mutex<u64>,
    /// Wakes those who wait for a newer version.
    grown: Condvar,
}

impl Versions {
    /// Waits for a version newer than `after`, but not longer than [`ANSWER_AFTER`]. Gives the number of the newest
    /// one.
    pub fn newer(&self, after: u64) -> u64 {
        let newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.grown.wait_timeout_while(newest, ANSWER_AFTER, |newest| *newest <= after);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }

    /// There is one more version.
    fn grow(&self) {
        *self.newest.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.grown.notify_all();
    }
}

/// Makes a copy of the site in `dist` whose page follows the course, and gives its folder.
///
/// # Errors
/// If a file can't be copied or written.
pub fn site(root: &Path, dist: &Path) -> Result<PathBuf> {
    let served = crate::target(root).join("served");
    let failed = |error: std::io::Error| format!("can't write {}: {error}", served.display());
    build::replace(&served, dist)?;
    fs::copy(root.join("web/live.js"), served.join("live.js")).map_err(failed)?;
    let listening = listen(&served).and_then(|()| build::precache(&served));
    listening.map(|()| served)
}

/// Has the documents in a folder listen for changes.
fn listen(served: &Path) -> Result<()> {
    for file in files(served)? {
        if file.extension().is_some_and(|extension| extension == "html") && !file.ends_with(single::NAME) {
            let page = build::read(&file)?;
            build::write(&file, &page.replace("</body>", "<script defer src=\"live.js\"></script></body>"))?;
        }
    }
    Ok(())
}

/// Looks for changes of the course until the program ends, and puts each changed course into the folder `served`. The
/// problems of a course that can't be read are printed.
pub fn follow(root: PathBuf, programs: PathBuf, served: PathBuf, versions: Arc<Versions>) {
    let print = || Fingerprint::of("content").path(&root.join("content")).map(|print| print.hex());
    let mut known = print();
    loop {
        std::thread::sleep(LOOK_EVERY);
        let now = print();
        // The folder can't be read for a moment if an editor is just replacing a file.
        if now.is_err() || now == known {
            continue;
        }
        known = now;
        let began = Instant::now();
        match build::course(&root, "").and_then(|text| put(&root, &programs, &served, &text)) {
            Ok(()) => {
                versions.grow();
                report::note(&format!("✓ The course has changed  {}", report::seconds(began.elapsed())));
            }
            Err(problems) => report::note(&problems),
        }
    }
}

/// Writes a course into the served site, with a document for each page.
fn put(root: &Path, programs: &Path, served: &Path, text: &str) -> Result<()> {
    build::write(&served.join(file::NAME), text)?;
    page::clear(served)?;
    Documents::of(root, served, programs)?.write(root, served)?;
    listen(served)?;
    build::precache(served)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_waits_for_a_version_is_woken() {
        let versions = Arc::new(Versions::default());
        let waiting = {
            let versions = versions.clone();
            std::thread::spawn(move || versions.newer(0))
        };
        versions.grow();
        assert_eq!(waiting.join().unwrap(), 1);
        assert_eq!(versions.newer(0), 1);
    }
}
