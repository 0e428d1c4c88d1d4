//! The docstrings of builtin functions and classes, as files of the library: one for each module and each class, which the
//! guest asks for when one of its docstrings is asked for (interpreter/src/docs.rs). In the guest itself they would be a
//! tenth of what a browser loads before Python starts.

use std::collections::BTreeMap;
use std::error::Error;

/// Modules that this Python does not have.
const ABSENT: &[&str] = &[
    "_ctypes",
    "_curses",
    "_curses_panel",
    "_dbm",
    "_gdbm",
    "_interpchannels",
    "_interpqueues",
    "_interpreters",
    "_lsprof",
    "_multiprocessing",
    "_overlapped",
    "_remote_debugging",
    "_scproxy",
    "_socket",
    "_sqlite3",
    "_ssl",
    "_tkinter",
    "_tracemalloc",
    "_winapi",
    "_wmi",
    "ctypes",
    "curses",
    "fcntl",
    "grp",
    "mmap",
    "msvcrt",
    "nt",
    "ossaudiodev",
    "pwd",
    "readline",
    "resource",
    "spwd",
    "sqlite3",
    "ssl",
    "syslog",
    "termios",
    "winreg",
    "winsound",
];

/// The files: for each a path below the library's root, and JSON with the docstrings by name.
///
/// # Errors
/// If the docstrings, which come packed with RustPython, can't be unpacked.
pub fn files() -> Result<BTreeMap<String, Vec<u8>>, Box<dyn Error>> {
    let texts = String::from_utf8(xz::decode_all(rustpython_doc::BLOB)?)?;
    let mut owners: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for (key, place) in rustpython_doc::DB {
        let Some((owner, name)) = key.rsplit_once('.') else { continue };
        let module = owner.split('.').next().unwrap_or_default();
        let text = texts.get(place.offset as usize..(place.offset + place.len) as usize).unwrap_or_default();
        if !ABSENT.contains(&module) && !text.is_empty() {
            owners.entry(owner).or_default().insert(name, text);
        }
    }
    owners.iter().map(|(owner, texts)| Ok((format!("docs/{owner}.json"), serde_json::to_vec(texts)?))).collect()
}
