//! The patched world: whatever a reader puts in the place of builtins and of the attributes of `sys`, `os`, `io`, `codecs` and
//! their like, the page's own code goes on as CPython's C code does. Every attribute is replaced in turn, by something that
//! lies, raises, or counts its calls; then the program prints, works with files, imports, raises, and has a ledger taken.

use paper::{Code, Outcome};

use crate::{Lab, film_of};

/// What is patched. `posix` is what `os` takes its functions from, and `_io` what `io` does.
const MODULES: [&str; 8] = ["builtins", "sys", "os", "io", "codecs", "types", "posix", "_io"];

/// What CPython does not survive either, as a program in `tests/conformance/patching.py` shows for some: what `print` and
/// `open` are, the streams they use, and functions that the program itself calls.
const OWN: [(&str, &str); 7] = [
    ("builtins.print", "print"),
    ("sys.stdout", "print"),
    ("builtins.open", "file"),
    ("os.listdir", "file"),
    ("os.stat", "file"),
    // RustPython's decoder of text files is made by the library's `codecs`.
    ("codecs.IncrementalDecoder", "file"),
    ("sys.modules", "file"),
];

/// Patches each attribute in turn, says of each thing that a program does how it went, and puts the attribute back.
const PROGRAM: &str = r#"
import builtins, codecs, io, os, sys, types
def patched_world(module):
    write, encoded, kind_of, every, put = os.write, str.encode, type, BaseException, setattr
    target, calls, names = sys.modules[module], [], [*vars(sys.modules[module])]
    def lies(*args, **named): return 0
    def raises(*args, **named): raise RuntimeError("patched")
    def printing(): print("one", 2)
    def files():
        with open("note.txt", "w") as file: file.write("text\nmore")
        with open("note.txt") as file: write(1, encoded(file.read()))
        with open("note.txt", "rb") as file: file.read()
        os.listdir("."), os.stat("note.txt")
    for name in names:
        original = getattr(target, name)
        def counts(*args, **named):
            calls.append(name)
            return original(*args, **named)
        for kind in lies, raises, counts:
            for doing, what in (printing, "print"), (files, "file"):
                write(1, encoded(f"\x1e{name}\x1f{kind.__name__}\x1f{what}\x1f"))
                calls.clear()
                put(target, name, kind)
                try:
                    doing()
                except every as error:
                    put(target, name, original)
                    write(1, encoded(kind_of(error).__name__))
                put(target, name, original)
                if calls:
                    write(1, b"called")
"#;

#[test]
fn printing_and_files_do_not_notice_what_is_patched() {
    let mut wrong = Vec::new();
    for module in MODULES {
        let mut lab = Lab::new();
        let outcome = lab.run(&format!("{PROGRAM}\npatched_world({module:?})"));
        let said = lab.host.take(1);
        if !matches!(outcome, Ok(Outcome::Finished { .. })) {
            wrong.push(format!("{module}: {outcome:?}"));
        }
        let mut count = 0;
        for record in said.split('\u{1e}').skip(1) {
            count += 1;
            let parts: Vec<&str> = record.split('\u{1f}').collect();
            let [name, kind, what, said] = parts.as_slice() else { panic!("{record:?}") };
            let full = format!("{module}.{name}");
            let wanted = if *what == "print" { "one 2\n" } else { "text\nmore" };
            if *said != wanted && !OWN.contains(&(full.as_str(), what)) {
                wrong.push(format!("{full} {kind}, {what}: {said}"));
            }
        }
        assert!(count > 100, "{module} has too few attributes: {count} records");
    }
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n"));
}

/// The builtins that can be replaced.
fn builtins() -> Vec<String> {
    let shown = Lab::new().shows("import builtins\nprint(*vars(builtins))");
    let names = shown.split_whitespace().filter(|name| !["None", "True", "False"].contains(name));
    let names = names.filter(|name| !name.starts_with("__") || ["__import__", "__build_class__"].contains(name));
    names.map(str::to_owned).collect()
}

#[test]
fn tracebacks_and_ledgers_do_not_notice_what_is_patched() {
    let mut wrong = Vec::new();
    for name in builtins() {
        for replaced in ["lambda *a, **k: 0", "lambda *a, **k: 1 / 0"] {
            let mut lab = Lab::new();
            let source = format!("import builtins\nbuiltins.{name} = {replaced}\nNone.wrong");
            let code = Code { cell: "test".into(), source };
            let (outcome, run) = match lab.record(&code) {
                Ok(recorded) => recorded,
                Err(fault) => {
                    wrong.push(format!("{name}: {fault:?}"));
                    continue;
                }
            };
            match outcome {
                Outcome::Raised(failure) if failure.exception == "AttributeError" && failure.line == Some(3) => {}
                other => wrong.push(format!("{name}: {other:?}")),
            }
            let wanted = format!("builtins.{name}");
            match film_of(&lab.bench, run, code, Some(60_000.0)) {
                Ok(film) if film.findings.iter().any(|finding| finding.words().contains(&wanted)) => {}
                Ok(film) => wrong.push(format!("{name}: {:?}", film.findings)),
                Err(fault) => wrong.push(format!("{name}: {fault:?}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n"));
}
