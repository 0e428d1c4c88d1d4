//! Tests house rule 4 of ARCHITECTURE.md: some things may be named in one file only.

use std::fs;
use std::path::Path;

use crate::fingerprint::files;

/// The Rust files that contain `words`, sorted. `folder` and the files' paths begin at the project's root.
fn naming(folder: &str, words: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found: Vec<String> = files(&root.join(folder))
        .expect("the folder is there")
        .into_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "rs"))
        .filter(|file| fs::read_to_string(file).is_ok_and(|text| text.contains(words)))
        .map(|file| file.strip_prefix(&root).expect("below the root").to_string_lossy().into_owned())
        .collect();
    found.sort();
    found
}

#[test]
fn the_worker_is_named_in_one_file() {
    assert_eq!(naming("src", "web_sys::Worker"), ["src/app/browser/parts.rs"]);
}

#[test]
fn the_storage_is_named_in_one_file() {
    assert_eq!(naming("src", "local_storage("), ["src/app/browser/storage.rs"]);
}

#[test]
fn the_store_is_named_in_one_file() {
    assert_eq!(naming("src", "idb::"), ["src/app/browser/store.rs"]);
}

#[test]
fn rustpython_stays_in_the_lab() {
    assert_eq!(naming("src", "rustpython_"), [""; 0]);
    assert_eq!(naming("tests", "rustpython_"), [""; 0]);
}
