//! Brings pinned tools: into `target/` where possible, so that nothing of the machine changes.

use std::path::{Path, PathBuf};

use crate::command::{command, run, version};
use crate::fingerprint::Fingerprint;
use crate::{Result, machine, report, target};

/// Crates installed as programs. wasm-bindgen's version must equal the crate's in Cargo.lock.
const TRUNK: Crate = Crate { name: "trunk", version: "0.21.14", features: &["--no-default-features"] };
const WASM_BINDGEN: Crate = Crate { name: "wasm-bindgen-cli", version: "0.2.129", features: &[] };

struct Crate {
    name: &'static str,
    version: &'static str,
    features: &'static [&'static str],
}

/// The folders with Trunk and wasm-bindgen.
pub fn trunk(root: &Path) -> Result<Vec<PathBuf>> {
    [TRUNK, WASM_BINDGEN].iter().map(|tool| tool.folder(root)).collect()
}

impl Crate {
    /// Installs the program unless it is there. Unoptimised: compiling it takes minutes either way, its
    /// own work seconds.
    fn folder(&self, root: &Path) -> Result<PathBuf> {
        let place = target(root).join("tools").join(format!("{}-{}", self.name, self.version));
        if !place.join(".crates.toml").is_file() {
            report::step(&format!("Install {} {}", self.name, self.version), || {
                let mut cargo = command("cargo", root);
                cargo.args(["install", self.name, "--version", self.version, "--locked", "--debug"]);
                cargo.args(self.features).arg("--root").arg(&place);
                cargo.arg("--target-dir").arg(target(root).join("tools/build"));
                cargo.env_remove("RUSTC");
                run(&mut cargo)
            })?;
        }
        Ok(place.join("bin"))
    }
}

/// The npm packages of the lock file.
pub fn node_modules(root: &Path) -> Result<()> {
    if version("npm").is_none() {
        machine::install_packages(root, "Node.js", &["nodejs", "npm"])?;
    }
    let fingerprint = Fingerprint::of("npm").path(&root.join("package-lock.json"))?;
    if fingerprint.is_current(root, "npm", &[root.join("node_modules")]) {
        return Ok(());
    }
    report::step("Install npm packages", || run(command("npm", root).arg("ci")))?;
    fingerprint.note(root, "npm")
}

/// Chromium and its driver, for the browser tests.
pub fn chromium(root: &Path) -> Result<()> {
    if version("chromium").is_some() && version("chromedriver").is_some() {
        return Ok(());
    }
    machine::install_packages(root, "Chromium with its WebDriver", &["chromium", "chromium-driver"])
}
