//! The single file: the whole workbook in one HTML document, which works without any server.
//!
//! `web/parts-within.js` takes the parts out of it again.

use std::io::Write;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::Compression;
use flate2::write::GzEncoder;
use workbook::lesson::file;

use crate::page::Documents;
use crate::{Result, build, takeout};

/// The name of the single file.
pub const NAME: &str = "workbook.html";
/// Its parts, in the order in which they are needed.
const PARTS: [&str; 8] = [
    "app_bg.wasm",
    file::NAME,
    "worker.js",
    "start-worker.js",
    "worker_bg.wasm",
    "guest.wasm",
    "library.bin",
    takeout::ARCHIVE,
];
/// The scripts that run once all of it is read, in order.
const SCRIPTS: [&str; 3] = ["app.js", "editor.js", "start.js"];

/// Makes the single file from the files of a site, and gives how many bytes it has.
///
/// # Errors
/// If a file can't be read or written.
pub fn write(root: &Path, site: &Path, documents: &Documents) -> Result<usize> {
    let first = build::read(&build::parts(root).join("single.js"))?;
    let scripts = SCRIPTS.iter().map(|name| build::read(&site.join(name))).collect::<Result<Vec<_>>>()?;
    let parts = PARTS.iter().map(|name| block(&folder_of(root, site, name), name)).collect::<Result<String>>()?;
    // What the readers of the site wait for, and not those of the single file.
    packed(&build::stage(root), build::FIRST_PART)?;
    let single = documents.single(&first, &scripts, &parts).ok_or("the course has no pages")?;
    build::write(&site.join(NAME), &single)?;
    Ok(single.len())
}

/// Where a part is. The site has the interpreter in two parts; the single file has all of it from the beginning.
fn folder_of(root: &Path, site: &Path, name: &str) -> PathBuf {
    if name == "guest.wasm" { build::stage(root) } else { site.to_path_buf() }
}

/// The most bytes that parts may have, compressed: what a reader waits for. A build that exceeds one of them fails. The
/// figures are those of 2026-11 and a tenth more.
const BUDGETS: [(&str, usize); 6] = [
    ("app_bg.wasm", 680_000),
    (file::NAME, 260_000),
    ("worker_bg.wasm", 215_000),
    (build::FIRST_PART, 7_350_000),
    ("guest.wasm", 9_250_000),
    ("library.bin", 4_100_000),
];

/// A part as a block of text that no browser runs.
///
/// # Errors
/// As [`packed`].
fn block(folder: &Path, name: &str) -> Result<String> {
    let packed = BASE64.encode(packed(folder, name)?);
    Ok(format!("<script type=\"text/plain\" data-part=\"{name}\">{packed}</script>\n"))
}

/// A part, compressed.
///
/// # Errors
/// If it can't be read, or exceeds its budget.
fn packed(folder: &Path, name: &str) -> Result<Vec<u8>> {
    let file = folder.join(name);
    let failed = |error: std::io::Error| format!("can't pack {}: {error}", file.display());
    let packed = std::fs::read(&file).and_then(|bytes| gzip(&bytes)).map_err(failed)?;
    match BUDGETS.iter().find(|(part, most)| *part == name && packed.len() > *most) {
        None => Ok(packed),
        Some((_, most)) => Err(format!(
            "{name} has {} kB compressed; its budget is {} kB (xtask/src/single.rs)",
            packed.len() / 1000,
            most / 1000
        )),
    }
}

/// Compresses bytes as well as gzip can.
///
/// # Errors
/// What the compressor says.
pub fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}
