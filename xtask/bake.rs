//! `bake <guest.wasm> <library> <own Python files> <programs> <out> <scratch> [<packages>]`: makes the base image.
//!
//! 1. Packs the library: the files of the standard library, our files that replace some of them, and the packages of a
//!    course, in `site-packages`, where an installer would put them.
//! 2. Compiles the modules that `warm.txt` names into the caches where importlib looks for them.
//! 3. Boots the guest with our Python files at hand, and writes the module whose data *is* the booted
//!    memory. A browser instantiates it and has Python, with the modules of `hot.txt` imported.
//! 4. Puts safepoint polls into the module's loops, so that every browser can end it.
//!
//! 5. Splits the module: a first part has the functions that some ordinary `<programs>` call, and the rest follows once
//!    Python has started (`split`).
//!
//! The results are `<out>/guest.wasm` and `<out>/library.bin`, and the two parts as `<out>/split/guest.wasm` and
//! `<out>/split/guest-rest.wasm`. The guest runs in Node.js (`xtask/boot.mjs`), which the
//! bundler needs anyway: compiling a WebAssembly engine into this program would take longer than all the rest. Files
//! that pass between this program and Node.js are in the folder `<scratch>`.

mod docs;
mod marks;
mod safepoint;
mod split;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use paper::{Code, Outcome, Question};
use serde_json::to_value;
use wasmparser::ValType;
use wasmtime_wizer::{InstanceState, SnapshotVal, Wizer};
use workbook::engine::library;

/// Parts of the library that no lesson in a browser can use: windows, terminals, mail and web servers,
/// other operating systems, installers, and test suites.
const LEFT_OUT: &[&str] = &[
    "__phello__",
    "_aix_support.py",
    "_android_support.py",
    "_apple_support.py",
    "_ios_support.py",
    "_osx_support.py",
    "antigravity.py",
    "ctypes",
    "curses",
    "dbm",
    "email/test",
    "ensurepip",
    "ftplib.py",
    "idlelib",
    "imaplib.py",
    "lib2to3",
    "mailbox.py",
    "multiprocessing",
    "nturl2path.py",
    "poplib.py",
    "pydoc_data",
    "smtplib.py",
    "sqlite3",
    "tkinter",
    "turtle.py",
    "turtledemo",
    "venv",
    "webbrowser.py",
    "wsgiref",
    "xmlrpc",
    "zipapp.py",
    "dummy_threading.py",
    "_dummy_os.py",
    "wave.py",
    "tty.py",
    "pty.py",
];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [guest, library, own, programs, out, scratch, packages @ ..] = arguments.as_slice() else {
        return Err(
            "usage: bake <guest.wasm> <library> <own Python files> <programs> <out> <scratch> [<packages>]".into()
        );
    };
    let mut files = BTreeMap::new();
    collect(library, library, &mut files)?;
    files.retain(|name, _| !LEFT_OUT.iter().any(|left| Path::new(name).starts_with(left)));
    let overlay = own.join("lib");
    collect(&overlay, &overlay, &mut files)?;
    for folder in packages {
        let mut found = BTreeMap::new();
        collect(folder, folder, &mut found)?;
        files.extend(found.into_iter().map(|(name, file)| (format!("site-packages/{name}"), file)));
    }
    files.extend(docs::files()?);
    let guest = std::fs::read(guest)?;
    let mut wizer = Wizer::new();
    wizer.init_func("boot");
    let (context, instrumented) = wizer.instrument(&guest)?;
    std::fs::create_dir_all(scratch)?;
    std::fs::create_dir_all(out)?;
    let node = Node { own: own.clone(), scratch: scratch.clone() };
    std::fs::write(node.guest(), instrumented)?;
    std::fs::write(node.library(), library::pack(&files))?;
    files.extend(node.precompiled()?);
    let pack = library::pack(&files);
    std::fs::write(node.library(), &pack)?;
    let wasm = pollster::block_on(wizer.snapshot(&context, &mut node.booted()?))?;
    let whole = safepoint::with_polls(&wasm)?;
    let parts = split::split(&whole, &node.used(&whole, programs.as_os_str())?)?;
    std::fs::create_dir_all(out.join("split"))?;
    std::fs::write(out.join("split/guest.wasm"), parts.first)?;
    std::fs::write(out.join("split/guest-rest.wasm"), parts.rest)?;
    std::fs::write(out.join("guest.wasm"), whole)?;
    std::fs::write(out.join("library.bin"), &pack)?;
    Ok(())
}

/// What runs the guest in Node.js.
struct Node {
    /// The folder with our own Python files.
    own: PathBuf,
    /// The folder for files that pass between this program and Node.js.
    scratch: PathBuf,
}

impl Node {
    /// The guest's module as Wizer has prepared it.
    fn guest(&self) -> PathBuf {
        self.scratch.join("instrumented.wasm")
    }

    /// The library that the guest sees.
    fn library(&self) -> PathBuf {
        self.scratch.join("library.bin")
    }

    /// Boots the guest and has it do `what`, with this request: see `xtask/boot.mjs`.
    ///
    /// # Errors
    /// What the guest or Node.js has written to standard error, if that fails.
    fn does(&self, what: &str, request: Option<&Path>) -> Result<(), Box<dyn Error>> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("xtask/boot.mjs");
        let mut node = Command::new("node");
        node.arg(script).arg(what).args([self.guest(), self.library()]).args([&self.own, &self.scratch]).args(request);
        let output = node.output().map_err(|error| format!("can't run node: {error}"))?;
        match output.status.success() {
            true => Ok(()),
            false => Err(format!("the interpreter did not boot:\n{}", String::from_utf8_lossy(&output.stderr)).into()),
        }
    }

    /// The caches of the modules that `warm.txt` names and of all modules that those import, by their paths in the
    /// library. The guest compiles them now, so that it need not compile them when a reader imports them.
    fn precompiled(&self) -> Result<BTreeMap<String, Vec<u8>>, Box<dyn Error>> {
        let names = serde_json::to_string(&std::fs::read_to_string(self.own.join("warm.txt"))?)?;
        let source = format!("NAMES = {names}\n{}", std::fs::read_to_string(self.own.join("precompile.py"))?);
        let request = self.scratch.join("request.json");
        std::fs::write(&request, serde_json::to_vec(&Code { cell: "precompile".into(), source })?)?;
        self.does("run", Some(&request))?;
        if let Outcome::Raised(failure) = serde_json::from_slice(&std::fs::read(self.scratch.join("reply.json"))?)? {
            return Err(format!("the library does not compile:\n{}", failure.traceback).into());
        }
        let line = |line: &str| {
            let (path, digits) = line.split_once(' ')?;
            let bytes = digits.as_bytes().chunks(2).map(|pair| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok());
            Some((path.to_owned(), bytes.collect::<Option<Vec<u8>>>()?))
        };
        let said = std::fs::read_to_string(self.scratch.join("stdout"))?;
        said.lines().map(|text| line(text).ok_or_else(|| format!("precompile.py wrote {text:?}").into())).collect()
    }

    /// The numbers of the functions that a booted guest enters in what a page has it do, with the Python files of these folders.
    fn used(&self, booted: &[u8], programs: &OsStr) -> Result<BTreeSet<u32>, Box<dyn Error>> {
        std::fs::write(self.guest(), marks::marking(booted)?)?;
        let mut files = BTreeMap::new();
        for folder in std::env::split_paths(programs) {
            collect(&folder, &folder, &mut files)?;
        }
        let mut all = Vec::new();
        for (cell, source) in files {
            let mut source = String::from_utf8(source)?;
            if source.contains("\ndef work(") {
                // A program of a measurement; the function is what takes its time.
                source.push_str("\n_ = work()\n");
                all.push(vec![("run", to_value(Code { cell, source })?)]);
                continue;
            }
            // As in a lesson: what the run left is looked at, and then it is run once more in a fork that is watched.
            let code = Code { cell, source };
            let mut requests = vec![("run", to_value(&code)?)];
            requests.extend([
                ("look", to_value(Question::Variables { skip: Vec::new(), reprs: true })?),
                ("look", to_value(Question::Complete { before: "import json\njson.du".into(), after: String::new() })?),
                ("look", to_value(Question::Evaluate { expression: "1 + 1".into() })?),
            ]);
            all.push(requests);
            all.push(vec![("look", to_value(Question::Sites { code: code.clone(), since: None })?)]);
            all.push(vec![("look", to_value(Question::Film { code, watched: true, within: None })?)]);
        }
        let request = self.scratch.join("requests.json");
        std::fs::write(&request, serde_json::to_vec(&all)?)?;
        self.does("mark", Some(&request))?;
        Ok(serde_json::from_slice(&std::fs::read(self.scratch.join("marks.json"))?)?)
    }

    /// Boots the guest, and gives its globals and memories.
    fn booted(&self) -> Result<Booted, Box<dyn Error>> {
        self.does("image", None)?;
        let globals = serde_json::from_slice(&std::fs::read(self.scratch.join("globals.json"))?)?;
        Ok(Booted { globals, scratch: self.scratch.clone() })
    }
}

/// What Wizer asks of a booted guest. Wizer has made exports of all globals and memories, and names them here.
struct Booted {
    /// The values of the globals in decimal digits.
    globals: BTreeMap<String, String>,
    /// The folder with the memories.
    scratch: PathBuf,
}

impl InstanceState for Booted {
    async fn global_get(&mut self, name: &str, kind: ValType) -> SnapshotVal {
        let digits = self.globals.get(name).unwrap_or_else(|| panic!("there is no global {name}"));
        let value = match kind {
            ValType::I32 => digits.parse().ok().map(SnapshotVal::I32),
            ValType::I64 => digits.parse().ok().map(SnapshotVal::I64),
            ValType::F32 => digits.parse().ok().map(|value: f32| SnapshotVal::F32(value.to_bits())),
            ValType::F64 => digits.parse().ok().map(|value: f64| SnapshotVal::F64(value.to_bits())),
            _ => None,
        };
        value.unwrap_or_else(|| panic!("global {name} is {digits}, of type {kind:?}"))
    }

    async fn memory_contents(&mut self, name: &str, contents: impl FnOnce(&[u8]) + Send) {
        let memory = std::fs::read(self.scratch.join(name).with_added_extension("memory"));
        contents(&memory.unwrap_or_else(|error| panic!("memory {name}: {error}")));
    }
}

/// Adds all `.py` files below `folder` to `files`, except for test suites. Their names are their paths below `root`,
/// with forward slashes.
fn collect(folder: &Path, root: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            let skipped = ["__pycache__", "test", "tests"];
            if !skipped.iter().any(|name| path.ends_with(name)) {
                collect(&path, root, files)?;
            }
        } else if path.extension().is_some_and(|extension| extension == "py") {
            let name: Vec<_> =
                path.strip_prefix(root).unwrap_or(&path).iter().map(|part| part.to_string_lossy()).collect();
            files.insert(name.join("/"), std::fs::read(&path)?);
        }
    }
    Ok(())
}
