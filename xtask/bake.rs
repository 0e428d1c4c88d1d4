//! `bake <guest.wasm> <library> <own Python files> <out> [<packages>]`: makes the base image.
//!
//! 1. Packs the library: the standard library's files, with ours over them, and a course's packages, which are where
//!    an installer would put them.
//! 2. Compiles the larger modules of it, those of `warm.txt`, into the caches where importlib looks for them.
//! 3. Boots the guest with our Python files at hand, and writes the module whose data *is* the booted
//!    memory. A browser instantiates it and has Python, with the hot imports done.
//! 4. Gives its loops safepoint polls, so that every browser can end it.
//!
//! Writes `<out>/guest.wasm` and `<out>/library.bin`.

mod safepoint;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use wasmparser::ValType;
use wasmtime::Val;
use wasmtime_wizer::{InstanceState, ModuleContext, SnapshotVal, Wizer};
use workbook::bench::library;
use workbook::bench::native::{self, NativeHost, NativeImage, NativeMachine};
use workbook::bench::{Image, Machine};
use workbook::report::{Code, Outcome};

/// Parts of the library that no lesson in a browser can use: windows, terminals, mail and web servers,
/// other operating systems, installers, and test suites.
const LEFT_OUT: &[&str] = &[
    "__phello__", "_aix_support.py", "_android_support.py", "_apple_support.py", "_ios_support.py",
    "_osx_support.py", "antigravity.py", "ctypes", "curses", "dbm", "email/test", "ensurepip",
    "ftplib.py", "idlelib", "imaplib.py", "lib2to3", "mailbox.py", "multiprocessing", "nturl2path.py",
    "poplib.py", "pydoc_data", "smtplib.py", "sqlite3", "tkinter", "turtle.py", "turtledemo", "venv",
    "webbrowser.py", "wsgiref", "xmlrpc", "zipapp.py", "dummy_threading.py", "_dummy_os.py", "wave.py", "tty.py", "pty.py",
];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [guest, library, own, out, packages @ ..] = arguments.as_slice() else {
        return Err("usage: bake <guest.wasm> <library> <own Python files> <out> [<packages>]".into());
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
    let guest = std::fs::read(guest)?;
    let mut wizer = Wizer::new();
    wizer.init_func("boot");
    let (context, instrumented) = wizer.instrument(&guest)?;
    // Compiled once, for both.
    let image = NativeImage::new(&native::engine()?, &instrumented, host(library::pack(&files), own)?)?;
    files.extend(precompiled(&image, own)?);
    let pack = library::pack(&files);
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join("library.bin"), &pack)?;
    let wasm = bake(&wizer, &context, &image.with_host(host(pack, own)?))?;
    std::fs::write(out.join("guest.wasm"), wasm)?;
    Ok(())
}

/// What the guest sees while an image is made: the library, and our own Python files.
fn host(pack: Vec<u8>, own: &Path) -> Result<NativeHost, Box<dyn Error>> {
    let library = library::Library::open(pack).map_err(|reason| format!("library: {reason}"))?;
    let own = own.to_owned();
    Ok(NativeHost::new(Arc::new(move |name| match name.strip_prefix("own/") {
        Some(name) => std::fs::read(own.join(name)).ok(),
        None => library.read(name).map(<[u8]>::to_vec),
    })))
}

/// The caches of the modules that `warm.txt` names and of all that they import, by path: compiled by the guest itself,
/// which would do so at every first import otherwise.
fn precompiled(image: &NativeImage, own: &Path) -> Result<BTreeMap<String, Vec<u8>>, Box<dyn Error>> {
    let mut machine = image.instantiate()?;
    machine.boot()?;
    let names = serde_json::to_string(&std::fs::read_to_string(own.join("warm.txt"))?)?;
    let source = format!("NAMES = {names}\n{}", std::fs::read_to_string(own.join("precompile.py"))?);
    let reply = machine.exchange("run", &serde_json::to_vec(&Code { cell: "precompile".into(), source })?)?;
    if let Outcome::Raised(failure) = serde_json::from_slice(&reply)? {
        return Err(format!("the library does not compile:\n{}", failure.traceback).into());
    }
    let line = |line: &str| {
        let (path, digits) = line.split_once(' ')?;
        let bytes = digits.as_bytes().chunks(2).map(|pair| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok());
        Some((path.to_owned(), bytes.collect::<Option<Vec<u8>>>()?))
    };
    image.host().take(1).lines().map(|text| line(text).ok_or_else(|| format!("precompile.py wrote {text:?}").into())).collect()
}

/// The module whose data is the memory of the booted guest.
fn bake(wizer: &Wizer, context: &ModuleContext<'_>, image: &NativeImage) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut machine = image.instantiate()?;
    let booted = machine.boot();
    let said = image.host().take(2);
    if let Err(fault) = booted {
        return Err(format!("the interpreter did not boot: {fault}\n{said}").into());
    }
    if !said.is_empty() {
        return Err(format!("the interpreter booted, but complained:\n{said}").into());
    }
    let wasm = pollster::block_on(wizer.snapshot(context, &mut Booted(machine)))?;
    Ok(safepoint::with_polls(&wasm)?)
}

/// A booted guest, as Wizer looks at it. Wizer has made every global and memory an export of a type it knows.
struct Booted(NativeMachine);

impl InstanceState for Booted {
    async fn global_get(&mut self, name: &str, _: ValType) -> SnapshotVal {
        match self.0.global(name) {
            Some(Val::I32(value)) => SnapshotVal::I32(value),
            Some(Val::I64(value)) => SnapshotVal::I64(value),
            Some(Val::F32(bits)) => SnapshotVal::F32(bits),
            Some(Val::F64(bits)) => SnapshotVal::F64(bits),
            Some(Val::V128(value)) => SnapshotVal::V128(value.as_u128()),
            other => panic!("global {name} is {other:?}"),
        }
    }

    async fn memory_contents(&mut self, name: &str, contents: impl FnOnce(&[u8]) + Send) {
        contents(self.0.memory(name).expect("a memory of this name"));
    }
}

/// All `.py` files below `folder`, by their path from `root` with forward slashes.
fn collect(folder: &Path, root: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            let skipped = ["__pycache__", "test", "tests"];
            if !skipped.iter().any(|name| path.ends_with(name)) {
                collect(&path, root, files)?;
            }
        } else if path.extension().is_some_and(|extension| extension == "py") {
            let name: Vec<_> = path.strip_prefix(root).unwrap_or(&path).iter().map(|part| part.to_string_lossy()).collect();
            files.insert(name.join("/"), std::fs::read(&path)?);
        }
    }
    Ok(())
}
