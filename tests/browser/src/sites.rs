//! Copies of the site that a test may spoil or renew. `cargo xtask test` serves the folder they are in.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Once;

use crate::{Engine, address};

/// The path of a page of the site's origin with nothing on it, not even an icon that a browser would look for.
pub fn empty_page() -> String {
    const NAME: &str = "empty.html";
    static WRITTEN: Once = Once::new();
    WRITTEN.call_once(|| {
        let file = PathBuf::from(address("WORKBOOK_SITES")).join(NAME);
        fs::write(file, "<!doctype html><title>Nothing</title><link rel=\"icon\" href=\"data:,\" />").expect("a page");
    });
    format!("/sites/{NAME}")
}

/// A copy, gone with this value.
pub struct Site {
    folder: PathBuf,
    /// Where it is on the server, from `/` to `/`.
    pub path: String,
}

impl Site {
    /// A copy under a name that no other test uses.
    pub fn new(name: &str) -> Self {
        let name = format!("{name}-{}", Engine::current().name());
        let folder = PathBuf::from(address("WORKBOOK_SITES")).join(&name);
        // An ended run may have left it.
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("an old copy goes");
        }
        link(Path::new(&address("WORKBOOK_DIST")), &folder);
        Self { folder, path: format!("/sites/{name}/") }
    }

    /// A file's text.
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// Takes a file away.
    pub fn without(self, file: &str) -> Self {
        fs::remove_file(self.folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        self
    }

    /// Leaves half of a file, as an upload that broke off does.
    pub fn with_half_of(self, file: &str) -> Self {
        let content = fs::read(self.folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        self.write(file, &content[..content.len() / 2]);
        self
    }

    /// Has the server answer with a page where a file should be, as hosts do that know every address.
    pub fn with_page_for(self, file: &str) -> Self {
        let site = self.without(file);
        let folder = site.folder.join(file);
        fs::create_dir(&folder).and_then(|()| fs::write(folder.join("index.html"), "<!doctype html><title>Welcome</title>")).expect("a page");
        site
    }

    /// Puts a file beside the others, or in place of one.
    pub fn write(&self, file: &str, content: &[u8]) {
        let file = self.folder.join(file);
        // It is the build's own: not to be written into.
        if file.exists() {
            fs::remove_file(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        }
        fs::write(&file, content).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // What stays is taken away before the next copy.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The same files in another folder, without copying what is in them.
fn link(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for the copy");
    for entry in fs::read_dir(from).expect("the site is a folder") {
        let entry = entry.expect("the site can be read");
        let target = to.join(entry.file_name());
        match entry.path() {
            folder if folder.is_dir() => link(&folder, &target),
            file => fs::hard_link(&file, &target).unwrap_or_else(|error| panic!("{}: {error}", file.display())),
        }
    }
}
