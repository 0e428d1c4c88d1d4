//! Makes everything that ships, in the order of dependence.
//!
//! 1. guest: the interpreter crate for wasm; beside it, on the other cores, everything that does not need it: tools,
//!    the native machine, the bundles of editor and service worker;
//! 2. image: the guest booted once, and the library packed (`xtask/bake.rs`);
//! 3. course: `content/` as JSON;
//! 4. site: Trunk builds desk and worker and puts all of it into `dist/`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;
use sha2::{Digest, Sha256};
use workbook::lesson::Course;

use crate::command::{command, run, run_aloud};
use crate::fingerprint::{Fingerprint, files};
use crate::machine::Compiler;
use crate::{Result, diagrams, machine, report, target, test, tools};

/// The service worker can't keep itself; the browser looks for a newer one by its own rules.
const NOT_PRECACHED: &[&str] = &["service-worker.js"];
/// Scripts that ship as they are; `index.html`, `Trunk.toml` and the desk name them.
const PLAIN_SCRIPTS: [&str; 5] = ["dead-desk.js", "theme.js", "start.js", "offline.js", "start-worker.js"];

/// Everything up to the finished site; gives its folder. `also` is done beside compiling the guest, which leaves a core
/// idle for minutes.
pub fn site(root: &Path, also: impl FnOnce() -> Result<()> + Send) -> Result<PathBuf> {
    // An author's mistake is said before anything is waited for.
    read_course(root)?;
    let compiler = machine::compiler(root)?;
    tools::node(root)?;
    // All of the lock file: Trunk's Cargo is told to stay offline, and needs crates that nothing before it does.
    run(command("cargo", root).args(["fetch", "--locked"]))?;
    let (guest, beside) = std::thread::scope(|scope| {
        let beside = scope.spawn(|| {
            tools::node_modules(root)?;
            bundles(root)?;
            tools::trunk(root)?;
            let programs = native(root)?;
            also().map(|()| programs)
        });
        (guest(root, &compiler), beside.join())
    });
    let programs = beside.map_err(|_| "setting up has panicked")??;
    image(root, &guest?, &programs)?;
    let build = build_id(root, &compiler)?;
    report::step("Read the course", || write(&stage(root).join("course.json"), &course(root, &build)?))?;
    trunk(root, &compiler, &build)
}

/// The folder where the parts of the site are put together. Named in index.html too, so it is always this.
pub fn stage(root: &Path) -> PathBuf {
    root.join("target/stage")
}

/// The guest and the base image, as `guest.wasm` and `library.bin` in the [`stage`].
///
/// Made by one of the native `programs`.
fn image(root: &Path, guest: &Path, programs: &Path) -> Result<()> {
    let (own, library) = (root.join("interpreter/python"), standard_library(root)?);
    let packages = read_course(root)?.packages;
    let mut fingerprint = Fingerprint::of("image")
        .path(guest)?
        .path(&own)?
        .path(&root.join("xtask/bake.rs"))?
        .path(&root.join("xtask/safepoint.rs"))?
        .path(&root.join("src/bench"))?
        .text(&library.to_string_lossy());
    if let Some(packages) = &packages {
        fingerprint = fingerprint.path(packages)?;
    }
    let outputs = [stage(root).join("guest.wasm"), stage(root).join("library.bin")];
    if fingerprint.is_current(root, "image", &outputs) {
        return Ok(());
    }
    report::step("Make the base image", || {
        run(command(programs.join("bake"), root).arg(guest).arg(&library).arg(&own).arg(stage(root)).args(&packages))
    })?;
    fingerprint.note(root, "image")
}

/// The folder of the `native` profile's programs, which bring the wasm engine: the heavy part.
fn native(root: &Path) -> Result<PathBuf> {
    report::step("Build the native machine", || {
        run(command("cargo", root).args(["build", "--package", "workbook", "--bin", "bake", "--bin", "lab"]).args(test::NATIVE))
    })?;
    Ok(target(root).join("native"))
}

fn guest(root: &Path, compiler: &Compiler) -> Result<PathBuf> {
    let guest = target(root).join("wasm32-unknown-unknown/guest/guest.wasm");
    let fingerprint = Fingerprint::of("guest")
        .text(&compiler.version)
        .path(&root.join("interpreter/src"))?
        // The profile that compiles it.
        .path(&root.join("Cargo.toml"))?
        .path(&root.join("interpreter/Cargo.toml"))?
        .path(&root.join("interpreter/build.rs"))?
        .path(&root.join("src/report.rs"))?
        .path(&root.join(".cargo/config.toml"))?
        .text(&rustpython_versions(root)?);
    if fingerprint.is_current(root, "guest", std::slice::from_ref(&guest)) {
        return Ok(guest);
    }
    report::step("Compile the interpreter to WebAssembly (the first time takes over ten minutes)", || {
        let mut cargo = command("cargo", root);
        cargo.args(["build", "--package", "interpreter", "--profile", "guest", "--target", "wasm32-unknown-unknown"]);
        compiler.set(&mut cargo);
        run(&mut cargo)
    })?;
    fingerprint.note(root, "guest")?;
    Ok(guest)
}

/// The lock file's entries of RustPython, so that an update rebuilds the guest and others don't.
fn rustpython_versions(root: &Path) -> Result<String> {
    let lock = read(&root.join("Cargo.lock"))?;
    Ok(lock.split("[[package]]").filter(|package| package.contains("name = \"rustpython-")).collect())
}

/// The folder of RustPython's standard library: the sources of a crate that Cargo has fetched.
fn standard_library(root: &Path) -> Result<PathBuf> {
    let metadata = run(command("cargo", root).args(["metadata", "--format-version", "1", "--locked"]))?;
    // Cargo's notes on stderr come after the one line of JSON.
    let line = metadata.lines().find(|line| line.starts_with('{')).unwrap_or_default();
    let metadata: serde_json::Value = serde_json::from_str(line).map_err(|error| format!("cargo metadata: {error}"))?;
    let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
    let pylib = packages.iter().find(|package| package["name"] == "rustpython-pylib");
    let manifest = pylib.and_then(|package| package["manifest_path"].as_str());
    let manifest = manifest.ok_or("cargo metadata does not name rustpython-pylib")?;
    Ok(Path::new(manifest).with_file_name("Lib"))
}

/// The page's scripts: the editor and the service worker, each bundled into one file, and the plain ones.
fn bundles(root: &Path) -> Result<()> {
    let fingerprint = Fingerprint::of("bundles")
        .path(&root.join("web"))?
        .path(&root.join("package-lock.json"))?
        // How they are bundled.
        .path(&root.join("xtask/src/build.rs"))?;
    let outputs: Vec<_> = ["editor.js", "service-worker.js"].iter().chain(&PLAIN_SCRIPTS).map(|name| stage(root).join(name)).collect();
    if fingerprint.is_current(root, "bundles", &outputs) {
        return Ok(());
    }
    let esbuild = |entry: &str, more: &[&str]| {
        let mut esbuild = command(root.join("node_modules/.bin/esbuild"), root);
        esbuild.arg(entry).args(["--bundle", "--minify", "--format=iife", "--target=es2020", "--log-level=warning"]);
        esbuild.args(more).arg(format!("--outdir={}", stage(root).display()));
        run(&mut esbuild)
    };
    report::step("Bundle the editor", || {
        esbuild("web/editor.js", &["--global-name=WorkbookEditor"])?;
        esbuild("web/service-worker.js", &["--define:process.env.NODE_ENV=\"production\""])?;
        for script in PLAIN_SCRIPTS {
            let copied = fs::copy(root.join("web").join(script), stage(root).join(script));
            copied.map_err(|error| format!("can't copy web/{script}: {error}"))?;
        }
        Ok(())
    })?;
    fingerprint.note(root, "bundles")
}

/// Reads the course, or lists everything that is wrong with it.
pub fn read_course(root: &Path) -> Result<Course> {
    Course::read(&root.join("content")).map_err(|problems| {
        let list: Vec<String> = problems.iter().map(|problem| format!("content/{problem}")).collect();
        format!("{}\n\n{} to mend in content/.", list.join("\n"), count(problems.len(), "problem"))
    })
}

/// `cargo xtask check`.
pub fn check(root: &Path) -> Result<()> {
    read_course(root).map(|_| ())
}

/// The course and what it belongs to, as the desk wants it: JSON. `build` is for measurements, which start workers of their
/// own.
pub fn course(root: &Path, build: &str) -> Result<String> {
    let mut course = read_course(root)?;
    diagrams::draw(root, &mut course)?;
    let guest = stage(root).join("guest.wasm");
    let bytes = fs::metadata(&guest).map_err(|error| error.to_string())?.len();
    // The library belongs to it: a state knows which files there are.
    let name = Fingerprint::of("states").path(&guest)?.path(&stage(root).join("library.bin"))?.hex();
    Ok(json!({ "build": build, "course": course, "image": { "bytes": bytes, "name": name } }).to_string())
}

/// Desk and worker, and the site around them.
fn trunk(root: &Path, compiler: &Compiler, build: &str) -> Result<PathBuf> {
    let tools = tools::trunk(root)?;
    let dist = root.join("dist");
    report::step("Build the pages", || {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(tools.iter().cloned().chain(std::env::split_paths(&path)))
            .map_err(|error| error.to_string())?;
        let mut trunk = command(tools[0].join("trunk"), root);
        compiler.set(&mut trunk);
        run(trunk.arg("build").env("PATH", path).env("WORKBOOK_BUILD", build).env_remove("NO_COLOR"))?;
        precache(&dist)
    })?;
    Ok(dist)
}

/// Names a build by everything the desk and a worker must agree on.
fn build_id(root: &Path, compiler: &Compiler) -> Result<String> {
    Ok(Fingerprint::of("build")
        .text(&compiler.version)
        .path(&root.join("src"))?
        .path(&root.join("Cargo.lock"))?
        .path(&stage(root).join("guest.wasm"))?
        .path(&stage(root).join("library.bin"))?
        .hex())
}

/// The line before the service worker that names the build's files.
const FILES: &str = "self.WORKBOOK_FILES = ";

/// Puts the list of the build's files, with their hashes, before the service worker.
///
/// The browser compares them (`integrity`), so that a service worker never keeps a file of another build than its own.
pub fn precache(dist: &Path) -> Result<()> {
    let mut entries = BTreeMap::new();
    for file in files(dist)? {
        let name = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        if !NOT_PRECACHED.contains(&name.as_str()) {
            let content = fs::read(&file).map_err(|error| format!("can't read {}: {error}", file.display()))?;
            entries.insert(name, format!("sha256-{}", BASE64.encode(Sha256::digest(content))));
        }
    }
    let list: Vec<_> = entries.iter().map(|(url, hash)| json!({ "url": url, "revision": hash, "integrity": hash })).collect();
    let script = dist.join("service-worker.js");
    let text = read(&script)?;
    let body = if text.starts_with(FILES) { text.split_once('\n').map_or("", |(_, body)| body) } else { &text };
    write(&script, &format!("{FILES}{};\n{body}", json!(list)))
}

/// `cargo xtask lab`.
pub fn lab(root: &Path, files: &[&str]) -> Result<()> {
    let compiler = machine::compiler(root)?;
    let programs = native(root)?;
    image(root, &guest(root, &compiler)?, &programs)?;
    run_aloud(command(programs.join("lab"), root).arg(stage(root)).args(files))
}

fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| format!("can't read {}: {error}", file.display()))
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).map_err(|error| format!("can't write {}: {error}", file.display()))
}
