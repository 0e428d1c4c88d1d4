//! Makes everything that ships, in the order of dependence.
//!
//! 1. guest: the interpreter crate for wasm; beside it, on the other cores, everything that does not need it: the programs of
//!    the build, the bundles of editor, style and service worker, desk and worker;
//! 2. image: the guest booted once, and the library packed (`xtask/bake.rs`);
//! 3. course: `content/` as JSON;
//! 4. site: all of it in `dist/`, with a document for each page (`page`) and one that has everything in itself (`single`).

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;
use sha2::{Digest, Sha256};
use workbook::lesson::{Course, file};

use crate::command::{command, run, run_aloud};
use crate::fingerprint::{Fingerprint, files};
use crate::machine::Compiler;
use crate::page::Documents;
use crate::{Result, diagrams, machine, page, report, single, takeout, target, test, tools};

/// Files that ship as they are.
const PLAIN: [&str; 4] = ["start-worker.js", "icon.svg", "icon-192.png", "icon-512.png"];
/// Scripts that are bundled, and ship as files.
const BUNDLES: [&str; 4] = ["download-guest.js", "editor.js", "start.js", "service-worker.js"];
/// What is compiled or read, and ships as files.
const MADE: [&str; 6] = ["app.js", "app_bg.wasm", "worker.js", "worker_bg.wasm", "library.bin", file::NAME];
/// The interpreter in two parts, which ship as files without the folder, from the [`stage`]. The whole one there is for the single
/// file and for the native machine.
const PARTS: [&str; 2] = [FIRST_PART, "split/guest-rest.wasm"];
/// The part with which Python starts, in the [`stage`].
pub const FIRST_PART: &str = "split/guest.wasm";
/// What is bundled, and becomes a part of documents.
const WITHIN: [&str; 5] = ["hosted.js", "single.js", "handout.js", "style/workbook.css", "style/paper.css"];
/// The feature of the programs of the build.
pub const WORKSHOP: &str = "workbook/workshop";
/// Cargo's profile of what runs on the builder's machine.
pub const PROFILE: &str = "native";
/// The two programs of the browser.
const PROGRAMS: [&str; 2] = ["app", "worker"];

/// What [`site`] has built.
pub struct Site {
    /// Where it is.
    pub folder: PathBuf,
    /// The build's name, which desk and worker compare.
    pub build: String,
    /// Where the programs of the build are.
    pub programs: PathBuf,
}

/// Everything up to the finished site. The programs of the build are compiled with these `features`: whoever
/// needs the native machine anyway has it compiled with them, once. `also` is done beside compiling the guest, which leaves a
/// core idle for minutes.
pub fn site(root: &Path, features: &str, also: impl FnOnce() -> Result<()> + Send) -> Result<Site> {
    // An author's mistake is said before anything is waited for.
    read_course(root)?;
    let compiler = machine::compiler(root)?;
    tools::node(root)?;
    // All of the lock file at once: the Cargos below would wait for each other's downloads.
    run(command("cargo", root).args(["fetch", "--locked"]))?;
    let build = build_id(root, &compiler)?;
    let (guest, beside) = std::thread::scope(|scope| {
        let beside = scope.spawn(|| {
            tools::node_modules(root)?;
            bundles(root)?;
            let programs = workshop(root, features)?;
            web_programs(root, &compiler, &programs, &build)?;
            also().map(|()| programs)
        });
        (guest(root, &compiler), beside.join())
    });
    let programs = beside.map_err(|_| "setting up has panicked")??;
    image(root, &guest?, &programs)?;
    report::step("Read the course", || write(&stage(root).join(file::NAME), &course(root, &build)?))?;
    let folder = put_together(root, &programs, &build)?;
    Ok(Site { folder, build, programs })
}

/// The folder where the parts of the site gather.
pub fn stage(root: &Path) -> PathBuf {
    target(root).join("stage")
}

/// The folder of the bundles that become a part of documents.
pub fn parts(root: &Path) -> PathBuf {
    target(root).join("parts")
}

/// The guest and the base image, as `guest.wasm` and `library.bin` in the [`stage`].
///
/// Made by one of the workshop's `programs`.
fn image(root: &Path, guest: &Path, programs: &Path) -> Result<()> {
    let (own, library) = (root.join("interpreter/python"), standard_library(root)?);
    let ordinary = ["interpreter/ordinary", "tests/compute"].map(|folder| root.join(folder));
    let packages = read_course(root)?.packages;
    let mut fingerprint = Fingerprint::of("image")
        .path(guest)?
        .path(&own)?
        .path(&root.join("xtask/bake.rs"))?
        .path(&root.join("xtask/boot.mjs"))?
        .path(&root.join("xtask/docs.rs"))?
        .path(&root.join("xtask/marks.rs"))?
        .path(&root.join("xtask/safepoint.rs"))?
        .path(&root.join("xtask/split.rs"))?
        .path(&ordinary[0])?
        .path(&ordinary[1])?
        .path(&root.join("src/engine/library.rs"))?
        .text(&library.to_string_lossy());
    if let Some(packages) = &packages {
        fingerprint = fingerprint.path(packages)?;
    }
    let outputs = ["guest.wasm", "library.bin", PARTS[0], PARTS[1]].map(|name| stage(root).join(name));
    if fingerprint.is_current(root, "image", &outputs) {
        return Ok(());
    }
    report::step("Make the base image", || {
        let scratch = target(root).join("bake");
        run(command(programs.join("bake"), root)
            .arg(guest)
            .args([&library, &own])
            .arg(std::env::join_paths(&ordinary).map_err(|error| error.to_string())?)
            .args([&stage(root), &scratch])
            .args(&packages))
    })?;
    fingerprint.note(root, "image")
}

/// The folder of the programs of the build, which are compiled with these features: [`WORKSHOP`] and perhaps more.
fn workshop(root: &Path, features: &str) -> Result<PathBuf> {
    report::step("Build the workshop", || {
        let mut cargo = command("cargo", root);
        cargo.args([
            "build",
            "--package",
            "workbook",
            "--bin",
            "bake",
            "--bin",
            "bindgen",
            "--bin",
            "prerender",
            "--features",
            features,
            "--profile",
            PROFILE,
        ]);
        run(&mut cargo)
    })?;
    Ok(target(root).join(PROFILE))
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
        .path(&root.join("paper"))?
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

/// What a page is made of beside its programs: the editor, the service worker and the style, each bundled into one file, and
/// the plain files.
fn bundles(root: &Path) -> Result<()> {
    let fingerprint = Fingerprint::of("bundles")
        .path(&root.join("web"))?
        .path(&root.join("package-lock.json"))?
        // How they are bundled.
        .path(&root.join("xtask/src/build.rs"))?;
    let within = WITHIN.iter().map(|name| parts(root).join(Path::new(name).file_name().unwrap_or_default()));
    let outputs: Vec<_> = BUNDLES.iter().chain(&PLAIN).map(|name| stage(root).join(name)).chain(within).collect();
    if fingerprint.is_current(root, "bundles", &outputs) {
        return Ok(());
    }
    let esbuild = |entry: &str, out: &Path| {
        let mut esbuild = command(root.join("node_modules/.bin/esbuild"), root);
        esbuild.arg(format!("web/{entry}"));
        esbuild.args(["--bundle", "--minify", "--format=iife", "--target=es2020", "--log-level=warning"]);
        match entry {
            "editor.js" => drop(esbuild.arg("--global-name=WorkbookCodeMirror")),
            "service-worker.js" => drop(esbuild.arg("--define:process.env.NODE_ENV=\"production\"")),
            _ => {}
        }
        run(esbuild.arg(format!("--outdir={}", out.display())))
    };
    report::step("Bundle scripts and style", || {
        BUNDLES.iter().try_for_each(|entry| esbuild(entry, &stage(root)).map(drop))?;
        WITHIN.iter().try_for_each(|entry| esbuild(entry, &parts(root)).map(drop))?;
        for file in PLAIN {
            let copied = fs::copy(root.join("web").join(file), stage(root).join(file));
            copied.map_err(|error| format!("can't copy web/{file}: {error}"))?;
        }
        Ok(())
    })?;
    fingerprint.note(root, "bundles")
}

/// Reads the course, or lists everything that is wrong with it.
pub fn read_course(root: &Path) -> Result<Course> {
    read_course_in(root, "content")
}

/// Reads the course in a folder of the repository.
fn read_course_in(root: &Path, folder: &str) -> Result<Course> {
    Course::read(&root.join(folder)).map_err(|problems| {
        let list: Vec<String> = problems.iter().map(|problem| format!("{folder}/{problem}")).collect();
        format!("{}\n\n{} to mend in {folder}/.", list.join("\n"), count(problems.len(), "problem"))
    })
}

/// `cargo xtask check`.
pub fn check(root: &Path) -> Result<()> {
    read_course(root).map(|_| ())
}

/// The course and what it belongs to, as the desk wants it: JSON. `build` is for measurements, which start workers of their
/// own.
pub fn course(root: &Path, build: &str) -> Result<String> {
    course_in(root, "content", build)
}

/// The same of the course in another folder of the repository.
pub fn course_in(root: &Path, folder: &str, build: &str) -> Result<String> {
    let mut course = read_course_in(root, folder)?;
    diagrams::draw(root, &mut course)?;
    let guest = stage(root).join("guest.wasm");
    let bytes = fs::metadata(stage(root).join(FIRST_PART)).map_err(|error| error.to_string())?.len();
    // The library belongs to it: a state knows which files there are.
    let name = Fingerprint::of("states").path(&guest)?.path(&stage(root).join("library.bin"))?.hex();
    file::write(build, file::Image { bytes, name }, course).map_err(|error| error.to_string())
}

/// Desk and worker, with JavaScript's side of each, in the [`stage`].
fn web_programs(root: &Path, compiler: &Compiler, programs: &Path, build: &str) -> Result<()> {
    report::step("Build the pages", || {
        let mut cargo = command("cargo", root);
        cargo.args([
            "build",
            "--release",
            "--package",
            "workbook",
            "--features",
            "web",
            "--target",
            "wasm32-unknown-unknown",
        ]);
        cargo.args(PROGRAMS.iter().flat_map(|name| ["--bin", name]));
        compiler.set(&mut cargo);
        run(cargo.env("WORKBOOK_BUILD", build))?;
        for name in PROGRAMS {
            let program = target(root).join("wasm32-unknown-unknown/release").join(name).with_extension("wasm");
            run(command(programs.join("bindgen"), root).arg(program).arg(stage(root)))?;
        }
        Ok(())
    })
}

/// The site, in place of the last one.
fn put_together(root: &Path, programs: &Path, build: &str) -> Result<PathBuf> {
    let dist = root.join("dist");
    let fingerprint = Fingerprint::of("site")
        // The program that draws the pages.
        .text(build)
        .path(&stage(root))?
        .path(&parts(root))?
        .path(&root.join("web"))?
        .path(&root.join("xtask/src"))?
        // What readers take along.
        .path(&root.join("content"))?
        .path(&root.join("interpreter/python/lib"))?;
    let outputs = ["index.html", single::NAME, takeout::ARCHIVE, "service-worker.js"].map(|name| dist.join(name));
    if fingerprint.is_current(root, "site", &outputs) {
        return Ok(dist);
    }
    report::step("Write the documents", || {
        empty(&dist)?;
        for name in MADE.iter().chain(&PARTS).chain(&BUNDLES).chain(&PLAIN) {
            let file = stage(root).join(name);
            let copied = fs::copy(&file, dist.join(file.file_name().unwrap_or_default()));
            copied.map_err(|error| format!("can't copy {name}: {error}"))?;
        }
        let documents = Documents::of(root, &dist, programs)?;
        documents.write(root, &dist)?;
        takeout::write(root, &dist, documents.course())?;
        single::write(root, &dist, &documents)?;
        precache(&dist)
    })?;
    fingerprint.note(root, "site")?;
    Ok(dist)
}

/// Makes an empty folder, in the place of one that may be there.
fn empty(folder: &Path) -> Result<()> {
    let gone = if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) };
    gone.and_then(|()| fs::create_dir_all(folder)).map_err(|error| format!("can't write {}: {error}", folder.display()))
}

/// Makes a folder a copy of another.
pub fn replace(copy: &Path, folder: &Path) -> Result<()> {
    let failed = |error: std::io::Error| format!("can't write {}: {error}", copy.display());
    empty(copy)?;
    for file in files(folder)? {
        let place = copy.join(file.strip_prefix(folder).unwrap_or(&file));
        fs::create_dir_all(place.parent().unwrap_or(copy)).map_err(failed)?;
        fs::copy(&file, &place).map_err(failed)?;
    }
    Ok(())
}

/// Names a build by everything the desk and a worker must agree on.
fn build_id(root: &Path, compiler: &Compiler) -> Result<String> {
    let mut fingerprint = Fingerprint::of("build").text(&compiler.version);
    let made_of = [
        "src",
        "paper",
        "interpreter",
        "xtask/bake.rs",
        "xtask/boot.mjs",
        "xtask/safepoint.rs",
        "Cargo.toml",
        "Cargo.lock",
    ];
    let made_of = made_of.map(|part| root.join(part));
    for part in made_of.iter().chain(&read_course(root)?.packages) {
        fingerprint = fingerprint.path(part)?;
    }
    Ok(fingerprint.hex())
}

/// Whether the service worker is to keep a file. It can't keep itself: the browser looks for a newer one by its own rules. The
/// texts of pages are there for who has no desk yet; the single file, notebooks and scripts for who takes them along.
fn is_kept(name: &str) -> bool {
    let other = name == "service-worker.js"
        || name.ends_with(".gz")
        || name == takeout::ARCHIVE
        || name.starts_with(takeout::FOLDER);
    name == "index.html" || !(name.ends_with(".html") || other)
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
        if is_kept(&name) {
            let content = fs::read(&file).map_err(|error| format!("can't read {}: {error}", file.display()))?;
            let hash = format!("sha256-{}", BASE64.encode(Sha256::digest(&content)));
            entries.insert(name, (hash, content.len()));
        }
    }
    let list: Vec<_> = entries
        .iter()
        .map(|(url, (hash, bytes))| json!({ "url": url, "revision": hash, "integrity": hash, "bytes": bytes }))
        .collect();
    let script = dist.join("service-worker.js");
    let text = read(&script)?;
    // The two lines of an earlier list.
    let body = if text.starts_with(FILES) { text.splitn(3, '\n').nth(2).unwrap_or_default() } else { &text };
    let pages: Vec<_> = page::names(dist)?;
    write(&script, &format!("{FILES}{};\nself.WORKBOOK_PAGES = {};\n{body}", json!(list), json!(pages)))
}

/// `cargo xtask lab`.
pub fn lab(root: &Path, files: &[&str]) -> Result<()> {
    let compiler = machine::compiler(root)?;
    tools::node(root)?;
    image(root, &guest(root, &compiler)?, &workshop(root, test::FEATURES)?)?;
    report::step("Build the native machine", || {
        run(command("cargo", root).args(["build", "--package", "workbook", "--bin", "lab"]).args(test::NATIVE))
    })?;
    run_aloud(command(target(root).join(PROFILE).join("lab"), root).arg(stage(root)).args(files))
}

fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// Reads a file of text.
pub fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| format!("can't read {}: {error}", file.display()))
}

/// Writes a file of text.
pub fn write(file: &Path, text: &str) -> Result<()> {
    write_bytes(file, text.as_bytes())
}

/// Writes a file, and the folder that it is in if that is not there.
pub fn write_bytes(file: &Path, bytes: &[u8]) -> Result<()> {
    let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(file, bytes)).map_err(|error| format!("can't write {}: {error}", file.display()))
}
