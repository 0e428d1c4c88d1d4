//! The files that a visit loads, and how many bytes they have.

use std::fs;
use std::io::Write;
use std::path::Path;

use flate2::{Compression, write::GzEncoder};

/// The page with its text and style.
pub const PAGE: &[&str] = &["index.html"];
/// The desk.
pub const DESK: &[&str] = &["app.js", "app_bg.wasm", "start.js"];
/// The course.
pub const COURSE: &[&str] = &["course.jsonl"];
/// The interpreter and its worker, as far as Python needs them to start.
pub const INTERPRETER: &[&str] = &["guest.wasm", "download-guest.js", "start-worker.js", "worker.js", "worker_bg.wasm"];
/// The rest of the interpreter, which comes after that.
pub const REST: &[&str] = &["guest-rest.wasm"];
/// The editor, which comes once a cell is near.
pub const EDITOR: &[&str] = &["editor.js"];
/// The rest of the standard library, which comes at the first import.
pub const LIBRARY: &[&str] = &["library.bin"];
/// What the least page with a Pyodide loads.
pub const PEER: &[&str] =
    &["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"];

/// The size of some files of a folder in megabytes: as they are, with gzip, and with brotli, in which static hosts compress them.
///
/// # Panics
/// If one of them can't be read.
pub fn megabytes(folder: &Path, files: &[&str]) -> [f64; 3] {
    let mut sizes = [0; 3];
    for file in files {
        let content = fs::read(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&content).expect("memory takes bytes");
        let mut brotli = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 24);
        brotli.write_all(&content).expect("memory takes bytes");
        sizes[0] += content.len();
        sizes[1] += gzip.finish().expect("memory takes bytes").len();
        sizes[2] += brotli.into_inner().len();
    }
    sizes.map(|bytes| bytes as f64 / 1e6)
}
