//! Copies of the site whose files a test may change or remove. `cargo xtask test` serves the folder that they are in.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Once;

use serde_json::{Value, json};

use crate::{Engine, address};

/// The path of an empty page of the site's origin. It has an empty icon, so that no browser looks for one.
pub fn empty_page() -> String {
    const NAME: &str = "empty.html";
    static WRITTEN: Once = Once::new();
    WRITTEN.call_once(|| {
        let file = PathBuf::from(address("WORKBOOK_SITES")).join(NAME);
        fs::write(file, "<!doctype html><title>Nothing</title><link rel=\"icon\" href=\"data:,\" />").expect("a page");
    });
    format!("/sites/{NAME}")
}

/// A copy of the site. It is removed when this value is dropped.
pub struct Site {
    folder: PathBuf,
    /// The copy's path on the server. It begins and ends with `/`.
    pub path: String,
}

impl Site {
    /// Makes a copy. No other test may use the same name.
    pub fn new(name: &str) -> Self {
        let name = format!("{name}-{}", Engine::current().name());
        let folder = PathBuf::from(address("WORKBOOK_SITES")).join(&name);
        // A test program that was killed has left its copies.
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("an old copy goes");
        }
        link(Path::new(&address("WORKBOOK_DIST")), &folder);
        Self { folder, path: format!("/sites/{name}/") }
    }

    /// Where the copy is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The text of a file.
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// The copy without one of its files.
    pub fn without(self, file: &str) -> Self {
        fs::remove_file(self.folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        self
    }

    /// The copy with only the first half of a file, as after an upload that broke off.
    pub fn with_half_of(self, file: &str) -> Self {
        let content = fs::read(self.folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        self.write(file, &content[..content.len() / 2]);
        self
    }

    /// The copy with a page in place of a file: some hosts answer with a page where they have no file.
    pub fn with_page_for(self, file: &str) -> Self {
        let site = self.without(file);
        let folder = site.folder.join(file);
        fs::create_dir(&folder)
            .and_then(|()| fs::write(folder.join("index.html"), "<!doctype html><title>Welcome</title>"))
            .expect("a page");
        site
    }

    /// The copy with the course of `tests/course/` in the place of its own.
    pub fn with_another_course(self) -> Self {
        let folder = PathBuf::from(address("WORKBOOK_SITES")).join("other-course");
        for entry in fs::read_dir(&folder).expect("`cargo xtask test` makes it") {
            let file = entry.expect("it can be read").path();
            let content = fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            self.write(&file.file_name().unwrap_or_default().to_string_lossy(), &content);
        }
        self
    }

    /// Replaces the page. The list of the offline store names it by `version` then, and does not know its hash.
    ///
    /// # Panics
    /// If the service worker does not begin with that list.
    pub fn write_page(&self, page: &str, version: &str) {
        self.write("index.html", page.as_bytes());
        let script = self.read("service-worker.js");
        let (list, body) = script.split_once('\n').expect("the list is the first line");
        let (name, list) = list.split_once(" = ").expect("the list has a name");
        let mut files: Vec<Value> = serde_json::from_str(list.trim_end_matches(';')).expect("a list of files");
        let entry = files.iter_mut().find(|file| file["url"] == "index.html").expect("the page is in it");
        *entry = json!({ "url": "index.html", "revision": version });
        self.write("service-worker.js", format!("{name} = {};\n{body}", json!(files)).as_bytes());
    }

    /// Adds a file, or replaces one.
    pub fn write(&self, file: &str, content: &[u8]) {
        let file = self.folder.join(file);
        // The copy's file and the build's are the same one, under two names. Writing into it would change the build.
        if file.exists() {
            fs::remove_file(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        }
        fs::write(&file, content).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // What can't be removed now is removed before the next copy of this name is made.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Makes a folder with the same files by hard links, which copies no content.
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
