//! INSPECTION of the content: every cell of every page gives what the page says, in the guest that ships and
//! in CPython 3.14, and where a page declares a difference between the two there is one.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use paper::{Code, Finding, Gave};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use workbook::bench::{Bench, Checkpoint, Recording, Tape};
use workbook::engine::native::{NativeHost, NativeImage};
use workbook::lesson::{Cell, Course, Page};

use crate::{Lab, film_of};

/// The course in `content/`, or the one in the folder that `WORKBOOK_CONTENT` names.
pub fn course() -> Course {
    let content = std::env::var_os("WORKBOOK_CONTENT");
    let content = content.map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), PathBuf::from);
    let mut course = Course::read(&content).unwrap_or_else(|problems| {
        let list: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", list.join("\n"))
    });
    // An author who works on one page can have only that page checked.
    if let Ok(slug) = std::env::var("WORKBOOK_PAGE") {
        course.pages.retain(|page| page.slug == slug);
        assert!(!course.pages.is_empty(), "there is no page {slug}");
    }
    course
}

#[test]
fn every_cell_gives_in_the_guest_what_its_page_says() {
    let wrong = wrong_in_guest(&course());
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

/// Runs all cells of a course in the guest, each page in a pristine interpreter. Gives a text for each thing that is
/// not as its page says.
pub fn wrong_in_guest(course: &Course) -> Vec<String> {
    let Lab { mut bench, host } = Lab::new();
    let mut wrong = Vec::new();
    for page in &course.pages {
        bench.restore(Checkpoint::default()).expect("the guest instantiates");
        for cell in shown(page) {
            let (gave, tape) = in_guest(&mut bench, &host, cell);
            compare_residue(&mut bench, page, cell, tape, &mut wrong);
            object("the guest", page, cell, cell.expected.objections(&gave), &mut wrong);
        }
    }
    wrong
}

#[test]
fn a_cell_that_reads_input_is_typed_its_lines() {
    let cell = Cell {
        id: "talk".into(),
        source: "name = input('Name: ')\nage = int(input('Age: '))\nprint(name, age)\ninput()".into(),
        input: vec!["Ada".into(), "36".into()],
        ..Cell::default()
    };
    let gave = Gave { output: "Name: Age: Ada 36\n".into(), raised: Some("EOFError".into()) };
    let Lab { mut bench, host } = Lab::new();
    assert_eq!(in_guest(&mut bench, &host, &cell).0, gave);
    let page = Page { slug: "p".into(), title: "P".into(), cells: vec![cell], ..Page::default() };
    assert_eq!(in_cpython(&Course { title: "C".into(), pages: vec![page.into()], ..Course::default() })["p"], [gave]);
}

#[test]
fn every_cell_gives_in_cpython_what_its_page_says() {
    let wrong = wrong_in_cpython(&course());
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

/// The same in CPython.
pub fn wrong_in_cpython(course: &Course) -> Vec<String> {
    let gave = in_cpython(course);
    let mut wrong = Vec::new();
    for page in course.pages.iter().filter(|page| shown(page).next().is_some()) {
        for (cell, gave) in shown(page).zip(&gave[&page.slug]) {
            object("CPython", page, cell, cell.expected.cpython_objections(gave), &mut wrong);
        }
    }
    wrong
}

/// How many milliseconds a cell may take. It is a long time because the machine may be busy.
const WITHIN: f64 = 120_000.0;

/// Runs a cell in the guest. Where it reads input it gets the cell's lines, and then the input ends.
pub fn in_guest(bench: &mut Bench<NativeImage>, host: &NativeHost, cell: &Cell) -> (Gave, Tape) {
    let gave =
        bench.rehearse(&Code { cell: cell.id.clone(), source: cell.source.clone() }, &cell.input, WITHIN, || {
            host.take(1)
        });
    host.take(2);
    gave
}

/// Films a run that has just ended, if the cell has a `leaves=`, and adds to `wrong` if other things were left than
/// that says. Takes a checkpoint after the run.
fn compare_residue(bench: &mut Bench<NativeImage>, page: &Page, cell: &Cell, tape: Tape, wrong: &mut Vec<String>) {
    let before = bench.state().clone();
    bench.checkpoint().expect("the memory can be read");
    let Some(leaves) = &cell.expected.leaves else { return };
    let code = Code { cell: cell.id.clone(), source: cell.source.clone() };
    let film = film_of(bench, Recording { before, tape }, code, Some(60_000.0)).expect("the cell ends");
    let found: BTreeSet<_> = film.findings.iter().map(Finding::words).collect();
    if found != leaves.iter().cloned().collect() {
        let found = if found.is_empty() { "nothing".into() } else { found.into_iter().collect::<Vec<_>>().join("|") };
        let place = format!("content/{}:{} ({})", page.file, cell.line, cell.id);
        wrong.push(format!("{place}: the page says leaves=\"{}\", it leaves\n{found}", leaves.join("|")));
    }
}

/// Adds objections to `wrong`, with the cell's place and with `who` has run it.
fn object(who: &str, page: &Page, cell: &Cell, objections: Vec<String>, wrong: &mut Vec<String>) {
    wrong.extend(
        objections
            .iter()
            .map(|objection| format!("content/{}:{} ({}), {who}: {objection}", page.file, cell.line, cell.id)),
    );
}

/// The cells of a page of which it says what they give.
pub fn shown(page: &Page) -> impl Iterator<Item = &Cell> {
    page.cells.iter().filter(|cell| !cell.is_starter)
}

/// The modules and packages that a course's cells can import, beside the standard library.
pub fn importable(course: &Course) -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ours = ["lenses", "residue", "isolation.py"].map(|name| here.join("interpreter/python/lib").join(name));
    let theirs = course.packages.iter().flat_map(|folder| folder.read_dir().expect("the folder can be read"));
    let theirs = theirs.map(|entry| entry.expect("it can be read").path()).filter(|path| !path.ends_with("tests"));
    theirs.chain(ours).collect()
}

/// Runs every page in CPython 3.14, which is Pyodide in Node.js, a fresh one for each page. Gives what each cell gave,
/// by the page's slug.
pub fn in_cpython(course: &Course) -> BTreeMap<String, Vec<Gave>> {
    let pages = course.pages.iter().filter(|page| shown(page).next().is_some());
    let pages: Vec<_> =
        pages.map(|page| json!({ "slug": page.slug, "cells": shown(page).collect::<Vec<_>>() })).collect();
    answered_by("cpython.mjs", &json!({ "importable": importable(course), "pages": pages }))
}

/// What a program in `tests/` answers to these jobs, in Node.js.
pub fn answered_by<T: DeserializeOwned>(program: &str, jobs: &Value) -> T {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(program);
    let mut node = Command::new("node");
    node.arg(program).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut node = node.spawn().expect("node runs");
    // Node reads to the end of its input, which comes when the pipe is dropped at the end of this statement.
    node.stdin.take().expect("node reads").write_all(jobs.to_string().as_bytes()).expect("node reads");
    let node = node.wait_with_output().expect("node ends");
    let said = String::from_utf8_lossy(&node.stderr);
    assert!(node.status.success(), "node failed:\n{said}");
    serde_json::from_slice(&node.stdout).unwrap_or_else(|error| panic!("{error}:\n{said}"))
}

#[test]
fn the_packages_of_the_course_pass_their_own_tests_in_cpython() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Some(packages) = course().packages else { return };
    let node =
        Command::new("node").arg(here.join("tests/cpython-unittest.mjs")).arg(packages).output().expect("node runs");
    assert!(
        node.status.success(),
        "{}{}",
        String::from_utf8_lossy(&node.stdout),
        String::from_utf8_lossy(&node.stderr)
    );
}

/// The files of another course, by their paths, with everything that a course can have.
const OTHER: [(&str, &str); 6] = [
    (
        "course.toml",
        "title = \"Bread\"\nglossary = \"03-words.md\"\npackages = \"kitchen\"\npages = [\"01-start.md\", \"02-dough.md\", \"03-words.md\"]\n",
    ),
    ("kitchen/oven.py", "def bake(loaves):\n    return loaves * 2\n"),
    (
        "pages/01-start.md",
        "# Start\n\n```mermaid\ngraph LR\n  a[\"Start\"] --> b[\"Dough\"]\n  click b \"02-dough.md\"\n  class a here\n```\n\nFeed the sourdough.\n\n\
         ```python id=weigh\n3 * 4\n```\n\n```output\n12\n```\n",
    ),
    (
        "pages/02-dough.md",
        "# Dough\n\n```python id=names raises=NameError\nflour\n```\n\n```python file=kitchen/oven.py only=bake\n```\n\n\
         ```python id=patched leaves=\"attribute math.pi left\"\nimport math\nmath.pi = 3\n```\n\n\
         ```python id=watched\nimport json, residue\nold = json.dumps\nwith residue.watch() as r:\n    json.dumps = len\nprint(r.left)\njson.dumps = old\n```\n\n\
         ```output\n[<attribute json.dumps left: <function dumps> -> <built-in function len>>]\n```\n\n\
         ```exercise id=mend cell=patched\nWhat was left?\n```\n\n## Answer {exercise=mend}\n\n```python id=mended leaves=\"nothing\"\nimport math\nprint(math.tau > 6)\n```\n\n```output\nTrue\n```\n",
    ),
    ("pages/03-words.md", "# Words\n\n| Word | Meaning |\n| --- | --- |\n| Sourdough | Flour, water and time. |\n"),
    ("notes.txt", "Not part of it.\n"),
];

#[test]
fn another_course_is_built_unchanged() {
    let folder = std::env::temp_dir().join(format!("workbook-other-course-{}", std::process::id()));
    for (name, text) in OTHER {
        let file = folder.join(name);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("it can be made");
        std::fs::write(file, text).expect("it can be written");
    }
    let course = Course::read(&folder);
    let course = course.unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_eq!(course.pages.iter().map(|page| page.title.as_str()).collect::<Vec<_>>(), ["Start", "Dough", "Words"]);
    assert!(course.pages[0].html.contains("data-term=\"term-sourdough\""));
    assert_eq!(course.pages[1].exercises[0].answer, Some(("dough".into(), "answer".into())));
    let mut wrong = wrong_in_guest(&course);
    wrong.extend(wrong_in_cpython(&course));
    std::fs::remove_dir_all(&folder).expect("it can be removed");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}
