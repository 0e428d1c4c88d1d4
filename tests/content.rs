//! INSPECTION of the content: every cell of every page gives what the page says, on the shipped guest and
//! in CPython 3.14, and every declared difference is one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::{Deserialize, Serialize};
use workbook::bench::{Bench, native};
use workbook::lesson::{Cell, Course, Page, matches};
use workbook::report::{Code, Outcome};

/// What running a cell gave.
#[derive(Debug, PartialEq, Deserialize)]
struct Gave {
    /// stdout, and the result's repr on a line of its own.
    output: String,
    /// Class of the exception that left the cell, without its module.
    raised: Option<String>,
}

fn course() -> Course {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    Course::read(&content).unwrap_or_else(|problems| {
        let list: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", list.join("\n"))
    })
}

#[test]
fn every_cell_gives_in_the_guest_what_its_page_says() {
    let (image, host) = native::open(&from_environment("WORKBOOK_STAGE")).expect("the base image was built");
    let mut bench = Bench::new(image).expect("the guest instantiates");
    let mut wrong = Vec::new();
    for page in &course().pages {
        bench.reset().expect("the guest instantiates");
        for cell in &page.cells {
            let ended = bench.run(&Code { cell: cell.id.clone(), source: cell.source.clone() });
            let output = host.take(1);
            host.take(2);
            let gave = match ended {
                Ok(Outcome::Finished { result }) => Gave { output: joined(output, result), raised: None },
                Ok(Outcome::Raised(failure)) => {
                    Gave { output, raised: failure.exception.rsplit('.').next().map(str::to_owned) }
                }
                Ok(Outcome::Exited { .. }) => Gave { output, raised: Some("SystemExit".into()) },
                Err(fault) => Gave { output, raised: Some(fault.to_string()) },
            };
            compare("the guest", page, cell, &cell.expected.output, &gave, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

#[test]
fn every_cell_gives_in_cpython_what_its_page_says() {
    let course = course();
    let gave = in_cpython(&course);
    let mut wrong = Vec::new();
    for page in &course.pages {
        for (cell, gave) in page.cells.iter().zip(&gave[&page.slug]) {
            let expected = cell.expected.cpython_output.as_ref().unwrap_or(&cell.expected.output);
            compare("CPython", page, cell, expected, gave, &mut wrong);
            if cell.expected.differs.is_some() && matches(&cell.expected.output, &gave.output) {
                wrong.push(format!("{}:{}: stale: CPython no longer differs here", page.file, cell.line));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

fn compare(who: &str, page: &Page, cell: &Cell, expected: &str, gave: &Gave, wrong: &mut Vec<String>) {
    let place = format!("content/{}:{} ({})", page.file, cell.line, cell.id);
    if gave.raised != cell.expected.raises {
        wrong.push(format!("{place}: {who} raised {:?}, the page says {:?}", gave.raised, cell.expected.raises));
    }
    if !matches(expected, &gave.output) {
        wrong.push(format!("{place}: {who} gave\n{}\nthe page says\n{expected}", gave.output));
    }
}

fn joined(output: String, result: Option<String>) -> String {
    match result {
        Some(result) if output.is_empty() || output.ends_with('\n') => output + &result,
        Some(result) => format!("{output}\n{result}"),
        None => output,
    }
}

/// Runs every page in CPython 3.14: Pyodide under Node, a fresh one for each page.
fn in_cpython(course: &Course) -> BTreeMap<String, Vec<Gave>> {
    #[derive(Serialize)]
    struct Job<'a> {
        slug: &'a str,
        sources: Vec<&'a str>,
    }
    let jobs: Vec<_> = course
        .pages
        .iter()
        .map(|page| Job { slug: &page.slug, sources: page.cells.iter().map(|cell| cell.source.as_str()).collect() })
        .collect();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cpython.mjs");
    let jobs = serde_json::to_string(&jobs).expect("jobs are plain data");
    let node = Command::new("node").arg(script).arg(jobs).output().expect("node runs");
    let said = String::from_utf8_lossy(&node.stderr);
    assert!(node.status.success(), "node failed:\n{said}");
    serde_json::from_slice(&node.stdout).unwrap_or_else(|error| panic!("{error}:\n{said}"))
}

fn from_environment(name: &str) -> PathBuf {
    std::env::var_os(name).unwrap_or_else(|| panic!("`cargo xtask test` sets {name}")).into()
}
