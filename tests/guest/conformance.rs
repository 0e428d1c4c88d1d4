//! The conformance corpus: small programs by area, each run in the guest and in CPython 3.14, which must print the same byte
//! for byte.
//!
//! Each file of `tests/conformance/` is an area; a line `#: <name>` begins a program. What stands before the first of them is
//! run before each, in its namespace. Where this Python is known to differ,
//! `tests/conformance/differs.toml` says so, with the reason: a declaration that is true no longer fails like one that is
//! missing.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::content::answered_by;
use crate::Lab;

/// Defines `show`, which runs a program in a namespace that has only what its area's beginning has made, and prints how it
/// ended. What it writes to stderr is not compared.
const RUN: &str = r#"
def show(beginning, source):
    import io, sys
    errors, sys.stderr = sys.stderr, io.StringIO()
    try:
        names = {"__name__": "__main__"}
        exec(beginning, names)
        exec(compile(source, "<program>", "exec"), names)
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")
    finally:
        sys.stderr = errors
"#;

/// A file of the corpus.
struct Area {
    /// What is run before each program.
    beginning: String,
    programs: Vec<Program>,
}

struct Program {
    name: String,
    source: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance")
}

/// The areas by name.
fn corpus() -> BTreeMap<String, Area> {
    let files = std::fs::read_dir(folder()).expect("the corpus is there").map(|entry| entry.expect("a file").path());
    let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "py"));
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("the file can be read");
        let area = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        (area, parse(&text))
    };
    files.map(read).collect()
}

/// Takes a file apart.
fn parse(text: &str) -> Area {
    let with_newline = format!("\n{text}");
    let mut parts = with_newline.split("\n#: ");
    let beginning = parts.next().unwrap_or_default().to_owned();
    let parts = parts.map(|part| part.split_once('\n').expect("a program follows its name"));
    let programs = parts.map(|(name, source)| Program { name: name.trim().to_owned(), source: source.to_owned() });
    Area { beginning, programs: programs.collect() }
}

/// The reasons of the known differences, by area and name.
fn declared() -> BTreeMap<(String, String), String> {
    let text = std::fs::read_to_string(folder().join("differs.toml")).expect("the declarations can be read");
    let areas: BTreeMap<String, BTreeMap<String, String>> = toml::from_str(&text).expect("the declarations are TOML");
    let all = areas
        .into_iter()
        .flat_map(|(area, names)| names.into_iter().map(move |(name, reason)| ((area.clone(), name), reason)));
    all.collect()
}

#[test]
fn every_program_prints_what_it_prints_in_cpython() {
    let corpus = corpus();
    let areas: BTreeMap<&String, _> = corpus
        .iter()
        .map(|(name, area)| {
            let programs: Vec<_> = area.programs.iter().map(|program| (&area.beginning, &program.source)).collect();
            (name, programs)
        })
        .collect();
    let wanted: BTreeMap<String, Vec<String>> =
        answered_by("cpython-programs.mjs", &json!({ "run": RUN, "importable": [], "areas": areas }));
    let mut declared = declared();
    let mut wrong = String::new();
    let mut table = String::from("area                  programs  the same  declared\n");
    let (mut all, mut same) = (0, 0);
    for (area, Area { beginning, programs }) in &corpus {
        let mut alike = 0;
        let mut known = 0;
        let mut names = BTreeSet::new();
        for (program, wanted) in programs.iter().zip(&wanted[area]) {
            assert!(names.insert(&program.name), "{area}: two programs are called {}", program.name);
            let mut lab = Lab::new();
            let ran = lab.run(&format!("{RUN}\nshow({}, {})", json!(beginning), json!(program.source)));
            let mut printed = lab.host.take(1);
            if let Err(fault) = ran {
                let _ = write!(printed, "{fault:?}");
            }
            let is_declared = declared.remove(&(area.clone(), program.name.clone())).is_some();
            match (printed == *wanted, is_declared) {
                (true, false) => alike += 1,
                (false, true) => known += 1,
                (true, true) => {
                    let _ = writeln!(wrong, "{area}: {}: is said to differ, and does not", program.name);
                }
                (false, false) => {
                    let _ = writeln!(wrong, "{area}: {}\n--- CPython:\n{wanted}--- here:\n{printed}", program.name);
                }
            }
        }
        let _ = writeln!(table, "{area:<22}{:>8}{alike:>10}{known:>10}", programs.len());
        all += programs.len();
        same += alike;
    }
    for (area, name) in declared.keys() {
        let _ = writeln!(wrong, "{area}: {name}: there is no such program");
    }
    // Written past the test runner, which shows it only if the test fails.
    let _ = writeln!(std::io::stdout(), "{table}{same} of {all} programs print what CPython prints");
    assert!(wrong.is_empty(), "{wrong}");
}
