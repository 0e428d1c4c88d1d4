//! `cargo xtask gate`: what is asked of the form of our sources, before any test.
//!
//! 1. Rust: rustfmt (`rustfmt.toml`), Clippy, and rustdoc, none of which may say anything.
//! 2. JavaScript's types, the style sheets and our Python: `npm run lint` (`tsconfig.json`, `stylelint.config.mjs`,
//!    `ruff.toml`).
//!
//! Clippy and rustdoc leave the guest out: the machine's own Rust may be too old for it (see `machine`), and Debian's
//! compiler brings neither. Clippy reads everything else, with the native machine, the tests on it and the programs of
//! the build, for which it has their wasm engine and tools checked once. rustdoc reads the libraries of the browser's two
//! programs only: what belongs to the native machine and to the build has no page.

use std::path::Path;

use crate::command::{command, run};
use crate::{Result, report, target, test, tools};

/// The libraries that the machine's own Rust compiles, and the programs.
const LIBRARIES: [&str; 6] = ["--package", "paper", "--package", "workbook", "--package", "browser"];
const PROGRAMS: [&str; 2] = ["--package", "xtask"];

/// Checks everything, and says all that is wrong.
///
/// # Errors
/// What the tools have said.
pub fn check(root: &Path) -> Result<()> {
    tools::node(root)?;
    tools::node_modules(root)?;
    let cargo = |words: &[&str]| {
        let mut cargo = command("cargo", root);
        cargo.args(words).env("CARGO_TARGET_DIR", target(root).join("gate"));
        cargo
    };
    let features = format!("workbook/web,{}", test::FEATURES);
    let mut clippy = cargo(&["clippy", "--all-targets", "--features", &features]);
    clippy.args(LIBRARIES).args(PROGRAMS).args(["--", "--deny", "warnings"]);
    let mut rustdoc = cargo(&["doc", "--no-deps", "--document-private-items", "--lib", "--features", "workbook/web"]);
    rustdoc.args(LIBRARIES).env("RUSTDOCFLAGS", "--deny warnings");
    let checks = [
        run(&mut cargo(&["fmt", "--all", "--check"])),
        report::step("Ask Clippy", || run(&mut clippy)),
        report::step("Ask rustdoc", || run(&mut rustdoc)),
        report::step("Read JavaScript, style sheets and Python", || run(command("npm", root).args(["run", "lint"]))),
    ];
    let wrong: Vec<String> = checks.into_iter().filter_map(std::result::Result::err).collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n\n")) }
}
