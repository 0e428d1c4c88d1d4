//! Finds a compiler for WebAssembly on this computer, and installs packages of its system.
//!
//! RustPython 0.6 needs rustc 1.96.
//!
//! 1. If the machine's own rustc is that new and has the wasm target, it is used.
//! 2. If it only lacks the target and `rustup` is there, `rustup` adds the target.
//! 3. Otherwise Debian's package `rustc-web` is used, and installed if it is missing. It has no standard library for
//!    the wasm target, so that is built from source.
//!
//! The machine's own toolchains are not changed, except for the added target.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{command, run, version};
use crate::{Result, report};

const TARGET: &str = "wasm32-unknown-unknown";
/// The oldest rustc that compiles RustPython's parser.
const NEEDED: (u32, u32) = (1, 96);
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_PACKAGES: [&str; 2] = ["rustc-web", "rust-web-src"];

/// A line about this machine for whoever reads a measurement: its processor, and how busy it was during the last minute.
pub fn about() -> String {
    let named = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let named = named.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let processor = named.map_or("a processor that has no name", |(_, name)| name);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().filter(|load| !load.is_empty()).unwrap_or("unknown");
    format!("{cores} cores of {processor}; {load} programs were running in the last minute")
}

/// The compiler for the wasm builds.
#[derive(Clone, Debug)]
pub struct Compiler {
    /// The environment variables that make Cargo use it.
    variables: Vec<(&'static str, String)>,
    /// What `rustc --version` prints. It is a part of fingerprints, because another compiler makes another program.
    pub version: String,
}

impl Compiler {
    /// Makes `command` (a Cargo, or a program that calls Cargo) build for wasm with this compiler.
    pub fn set(&self, command: &mut Command) {
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
    }
}

/// Finds a compiler, and installs what is missing where that is possible.
///
/// # Errors
/// A sentence that says what is missing and how to get it.
pub fn compiler(root: &Path) -> Result<Compiler> {
    let own = version("rustc").ok_or("rustc does not run; install Rust from https://rustup.rs")?;
    if new_enough(&own) && has_target("rustc", root) {
        return Ok(Compiler { variables: Vec::new(), version: own });
    }
    if new_enough(&own) && version("rustup").is_some() {
        let added =
            report::step("Add the wasm target", || run(command("rustup", root).args(["target", "add", TARGET])));
        if added.is_ok() && has_target("rustc", root) {
            return Ok(Compiler { variables: Vec::new(), version: own });
        }
    }
    debian(root).map_err(|reason| {
        format!(
            "No compiler for WebAssembly: RustPython needs rustc {}.{} with the target {TARGET}; this machine has \
             `{own}`, and {reason}. Install a newer Rust (`rustup update`, `rustup target add {TARGET}`) and try again.",
            NEEDED.0, NEEDED.1
        )
    })
}

/// Debian's compiler, which is to build the standard library from source.
fn debian(root: &Path) -> Result<Compiler> {
    if !version(DEBIAN_RUSTC).is_some_and(|version| new_enough(&version)) {
        install_packages(root, "Debian's compiler for WebAssembly", &DEBIAN_PACKAGES)?;
    }
    let version = version(DEBIAN_RUSTC).filter(|version| new_enough(version));
    let version = version.ok_or("Debian's rustc-web is not new enough")?;
    let linker = linker(root).ok_or("no rust-lld was found beside the machine's Rust")?;
    Ok(Compiler {
        variables: vec![
            ("RUSTC", DEBIAN_RUSTC.into()),
            // Building the standard library is an unstable feature of Cargo, which a released compiler refuses without
            // this.
            ("RUSTC_BOOTSTRAP", "1".into()),
            ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort".into()),
            ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker.to_string_lossy().into_owned()),
        ],
        version,
    })
}

/// Installs packages of the system with apt-get, and says so. `what` names in a message what they are for.
///
/// # Errors
/// A sentence that names the packages, if there is no apt-get or if it fails, for example without root's rights.
pub fn install_packages(root: &Path, what: &str, packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    let missing = format!("{what} is missing; install the packages {names}");
    if version("apt-get").is_none() {
        return Err(missing);
    }
    report::step(&format!("Install {names}"), || {
        // The machine's lists of packages may be old, and name an older version than the one that is needed. If they
        // can't be updated, the installation is tried all the same.
        let updated = run(command("apt-get", root).arg("update"));
        let mut apt = command("apt-get", root);
        apt.args(["install", "--yes", "--no-install-recommends"]).args(packages);
        run(apt.env("DEBIAN_FRONTEND", "noninteractive"))
            .map_err(|reason| updated.err().unwrap_or(reason))
            .map(|_| ())
            .map_err(|reason| format!("{missing} ({})", reason.lines().last().unwrap_or_default()))
    })
}

/// Whether a compiler has a standard library for the wasm target.
fn has_target(rustc: &str, root: &Path) -> bool {
    let found = run(command(rustc, root).args(["--print", "target-libdir", "--target", TARGET]));
    found.is_ok_and(|folder| Path::new(folder.trim()).is_dir())
}

/// The linker for wasm that comes with the machine's own Rust.
fn linker(root: &Path) -> Option<PathBuf> {
    let sysroot = run(command("rustc", root).args(["--print", "sysroot"])).ok()?;
    let host = run(command("rustc", root).args(["--print", "host-tuple"])).ok()?;
    let linker = Path::new(sysroot.trim()).join("lib/rustlib").join(host.trim()).join("bin/rust-lld");
    linker.is_file().then_some(linker)
}

/// Whether a compiler is new enough that says `rustc 1.96.0 (…)` of itself.
fn new_enough(version: &str) -> bool {
    let mut numbers = version.split([' ', '.', '-']).skip(1).map(str::parse::<u32>);
    matches!((numbers.next(), numbers.next()), (Some(Ok(major)), Some(Ok(minor))) if (major, minor) >= NEEDED)
}

#[cfg(test)]
mod tests {
    use super::new_enough;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(new_enough("rustc 1.96.0 (abc 2026-05-01)"));
        assert!(new_enough("rustc 1.100.0-nightly (abc)"));
        assert!(!new_enough("rustc 1.95.0 (abc)"));
        assert!(!new_enough("something else"));
    }
}
