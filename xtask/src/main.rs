//! WORKSHOP: sets up, builds, serves and tests. `cargo xtask help` lists the commands.
//!
//! 1. `machine` finds a compiler for WebAssembly on this computer, and installs packages of the system.
//! 2. `tools` brings what is missing: npm packages, browsers, their drivers.
//! 3. `build` makes the guest, the base image, the bundles, the course and the site.
//! 4. `serve` and `test` use the result; `test` also runs the benchmarks.
//!
//! Each step prints what it does and how long it took, and is skipped when nothing that it reads has changed.
//! No step changes anything outside of the project, except for packages of the system, which it names first, and for a
//! target that it has rustup add to the machine's Rust.

mod build;
mod command;
mod diagrams;
mod fingerprint;
mod gate;
#[cfg(test)]
mod house;
mod live;
mod machine;
mod page;
mod release;
mod report;
mod sample;
mod serve;
mod single;
mod takeout;
mod test;
mod tools;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

const HELP: &str = "\
cargo xtask serve        build the workbook and serve it on this computer
cargo xtask serve --lan  the same for everybody in the network, with a QR code
cargo xtask test         run every test
cargo xtask test all     the same, and every test and every hostile cell in every engine instead of a sample
cargo xtask dist         write the static site to dist/, and the single file dist/workbook.html
cargo xtask release      make an archive of the site, the single file and their checksums in release/
cargo xtask check        list every problem in content/
cargo xtask gate         rustfmt, Clippy, rustdoc, and their like for JavaScript, style sheets and Python
cargo xtask bench start  measure start, reset and stop against Pyodide, in Chromium
cargo xtask bench compute [NAME] measure how fast Python is, beside Pyodide, in Chromium
cargo xtask bench lenses measure how long a picture takes, in Chromium
cargo xtask bench load   measure what a visit loads, and the time to text and to Python, in Chromium
cargo xtask bench residue measure the ledger, the film and fault injection, in Chromium
cargo xtask bench practice measure how long a check takes, beside the start of a Pyodide, in Chromium
cargo xtask bench rewind measure stop, undo, checkpoints and forks, beside Pyodide's only way, in Chromium
cargo xtask bench soak   measure what a visit of 500 steps takes of the machine, in Chromium
cargo xtask pictures     take the README's pictures, in Chromium
cargo xtask lab FILES    run Python files in the guest, without a browser";

fn main() -> ExitCode {
    // Cargo sets this for `cargo run`; paths in this program are relative to it.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default();
    let began = Instant::now();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["serve"] => serve::run(&root, began, serve::To::ThisComputer),
        ["serve", "--lan"] => serve::run(&root, began, serve::To::Network),
        ["release"] => release::make(&root).map(|made| report::done(&made, began)),
        ["test", filter @ ..] => test::all(&root, filter),
        ["dist"] => build::site(&root, build::WORKSHOP, || Ok(()))
            .map(|site| report::done(&format!("The site is in {}", site.folder.display()), began)),
        ["gate"] => gate::check(&root).map(|()| report::done("The gate is open", began)),
        ["check"] => build::check(&root).map(|()| report::done("No problems in content/", began)),
        ["bench", "compute", filters @ ..] => test::bench(&root, "compute", filters),
        ["bench", name @ ("start" | "lenses" | "load" | "rewind" | "residue" | "practice" | "soak")] => {
            test::bench(&root, name, &[])
        }
        ["pictures"] => test::bench(&root, "pictures", &[]),
        ["lab", files @ ..] => build::lab(&root, files),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(format!("unknown command; these are known:\n{HELP}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("\n{reason}");
            ExitCode::FAILURE
        }
    }
}

/// What a step gives: its result, or a sentence or a list for the person at the keyboard.
type Result<T, E = String> = std::result::Result<T, E>;

/// The folder for what is built: `target/` of the project, or the one that `CARGO_TARGET_DIR` names.
fn target(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |target| root.join(target))
}
