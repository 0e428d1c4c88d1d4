//! Lenses: what their pictures must show, in the guest and in CPython 3.14, and that looking changes nothing.
//!
//! Each file of `tests/lenses/` has programs for one lens. `#: <name>` begins a program, `#? <lens> <subject>` asks for a picture
//! once it has run (`\n` in the subject is a line break, `auto` lets the subject decide), and each `#= ` line is a line of the
//! picture as text; if there is no picture, the exception.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use paper::lens::LENSES;
use paper::{Question, Seen};
use serde_json::json;
use workbook::bench::Fault;
use workbook::lesson::{Course, Page};

use super::content::{answered_by, course, in_cpython, in_guest, shown};
use crate::Lab;

/// How many milliseconds a picture may take. It is a long time because the machine may be busy.
const WITHIN: f64 = 60_000.0;

/// Defines `show`, which runs a program and prints a picture for each question, as text. The questions are asked one after
/// another in one interpreter, so that a later one finds what an earlier one has done. At the end the import machinery,
/// builtins and tracing are as they were, because in CPython all programs share an interpreter.
const RUN: &str = r##"
import builtins, gc, json, lenses, sys

def show(questions, source):
    names = {"__name__": "__main__"}
    lists = [sys.meta_path, sys.path_hooks, sys.path]
    before, modules, own = [list(each) for each in lists], set(sys.modules), dict(vars(builtins))
    try:
        exec(compile(source, "<program>", "exec"), names)
        for kind, subject in json.loads(questions):
            print("@@")
            try:
                print(lenses.text(kind, subject, names))
            except BaseException as error:
                print(f"{type(error).__name__}: {error}")
    finally:
        sys.settrace(None)
        sys.setprofile(None)
        for each, items in zip(lists, before):
            each[:] = items
        for name in set(sys.modules) - modules:
            del sys.modules[name]
        vars(builtins).update(own)
        names.clear()
        gc.collect()
"##;

/// A program of the corpus.
#[derive(Default)]
struct Program {
    name: String,
    source: String,
    asked: Vec<Asked>,
}

/// A question of the corpus.
struct Asked {
    /// The lens; empty if the subject decides.
    kind: String,
    subject: String,
    /// The picture as text.
    wanted: String,
}

/// The programs by the name of their file.
fn corpus() -> BTreeMap<String, Vec<Program>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lenses");
    let files = std::fs::read_dir(folder).expect("the corpus is there").map(|entry| entry.expect("a file").path());
    let read = |path: std::path::PathBuf| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        (name, parse(&std::fs::read_to_string(&path).expect("the file can be read")))
    };
    files.filter(|path| path.extension().is_some_and(|extension| extension == "py")).map(read).collect()
}

fn parse(text: &str) -> Vec<Program> {
    let mut programs: Vec<Program> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("#: ") {
            programs.push(Program { name: name.to_owned(), ..Program::default() });
            continue;
        }
        // What stands before the first program is about the file.
        let Some(program) = programs.last_mut() else { continue };
        if let Some(question) = line.strip_prefix("#? ") {
            let (kind, subject) = question.split_once(' ').expect("a subject follows the lens");
            let kind = if kind == "auto" { "" } else { kind };
            let subject = subject.replace("\\n", "\n");
            program.asked.push(Asked { kind: kind.to_owned(), subject, wanted: String::new() });
        } else if let Some(wanted) = line.strip_prefix("#= ") {
            let asked = program.asked.last_mut().expect("a question stands before its answer");
            asked.wanted.push_str(wanted);
            asked.wanted.push('\n');
        } else {
            program.source.push_str(line);
            program.source.push('\n');
        }
    }
    programs
}

/// The picture as text, or the reason why there is none.
fn picture(lab: &Lab, kind: &str, subject: &str, within: f64) -> Result<String, Fault> {
    let question = Question::Lens { kind: kind.to_owned(), subject: subject.to_owned() };
    match lab.bench.look(&question, within)? {
        Seen::Picture(Ok(picture)) => Ok(picture.text()),
        // As CPython's traceback would end; the page gets a sentence.
        Seen::Picture(Err(why)) => {
            let raised = why.strip_prefix("There is no picture: `").and_then(|rest| rest.strip_suffix("`."));
            Ok(raised.map_or_else(|| format!("NoPicture: {why}\n"), |raised| format!("{raised}\n")))
        }
        other => panic!("another question was answered: {other:?}"),
    }
}

#[test]
fn every_lens_shows_what_happens_in_both_interpreters() {
    let corpus = corpus();
    let areas: BTreeMap<&String, _> = corpus
        .iter()
        .map(|(file, programs)| {
            let questions = |program: &Program| {
                let asked: Vec<_> = program.asked.iter().map(|asked| (&asked.kind, &asked.subject)).collect();
                json!(asked).to_string()
            };
            let programs: Vec<_> = programs.iter().map(|program| (questions(program), &program.source)).collect();
            (file, programs)
        })
        .collect();
    let lenses = Path::new(env!("CARGO_MANIFEST_DIR")).join("interpreter/python/lib/lenses");
    let run: BTreeMap<String, Vec<String>> =
        answered_by("cpython-programs.mjs", &json!({ "run": RUN, "importable": [lenses], "areas": areas }));
    let mut wrong = String::new();
    let mut asked_of = BTreeMap::from(LENSES.map(|kind| (kind, 0)));
    for (file, programs) in &corpus {
        for (program, printed) in programs.iter().zip(&run[file]) {
            assert!(!program.asked.is_empty(), "{file}: {} asks nothing", program.name);
            let mut lab = Lab::new();
            let besides = json!(program.asked.iter().map(|asked| (&asked.kind, &asked.subject)).collect::<Vec<_>>());
            let ended = lab.run(&format!("{RUN}\nshow({}, {})", json!(besides.to_string()), json!(program.source)));
            let mut here = lab.host.take(1);
            if let Err(fault) = ended {
                let _ = write!(here, "{fault:?}");
            }
            for (who, printed) in [("the guest", &here), ("CPython", printed)] {
                let shown: Vec<&str> = printed.split("@@\n").skip(1).collect();
                for (number, asked) in program.asked.iter().enumerate() {
                    let shown = shown.get(number).copied().unwrap_or(printed);
                    if shown != asked.wanted {
                        let place = format!("{file}: {}: {} {}", program.name, asked.kind, asked.subject);
                        let _ = writeln!(wrong, "{place}\n--- wanted:\n{}--- {who}:\n{shown}", asked.wanted);
                    }
                }
            }
            *asked_of.entry(LENSES.into_iter().find(|kind| *kind == file).expect("a file is a lens")).or_default() +=
                program.asked.len();
        }
    }
    let unasked: Vec<_> = asked_of.iter().filter(|(_, count)| **count == 0).map(|(kind, _)| kind).collect();
    assert!(unasked.is_empty(), "nothing is asked of {unasked:?}");
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_fork_shows_the_same_and_the_interpreter_does_not_notice() {
    for (file, programs) in &corpus() {
        for program in programs {
            let mut lab = Lab::new();
            lab.shows(&program.source);
            let before = lab.memory();
            let first = &program.asked[0];
            let shown = picture(&lab, &first.kind, &first.subject, WITHIN).expect("there is an answer");
            assert_eq!(shown, first.wanted, "{file}: {}: {} {}", program.name, first.kind, first.subject);
            for asked in &program.asked[1..] {
                picture(&lab, &asked.kind, &asked.subject, WITHIN).expect("there is an answer");
            }
            assert!(before == lab.memory(), "{file}: looking at {} has changed the interpreter", program.name);
        }
    }
}

#[test]
fn a_lens_on_code_that_does_not_end_ends_with_a_sentence() {
    let mut lab = Lab::new();
    lab.shows("class Endless:\n    def __getattr__(self, name):\n        while True: pass\n    def __call__(self):\n        while True: pass\nendless = Endless()\nclass Meta(type):\n    def __instancecheck__(cls, value):\n        while True: pass\nclass Waits(metaclass=Meta): pass");
    for (kind, subject) in [("lookup", "endless.x"), ("call", "endless()"), ("contract", "isinstance(1, Waits)")] {
        let ended = picture(&lab, kind, subject, 500.0);
        assert!(matches!(ended, Err(Fault::TimedOut)), "{kind} {subject}: {ended:?}");
    }
    assert_eq!(lab.shows("1 + 1"), "2", "the reader's interpreter has not noticed");
}

#[test]
fn what_is_no_subject_is_a_sentence() {
    let lab = Lab::new();
    for kind in LENSES.iter().chain(&[""]) {
        for subject in [
            "",
            "1 +",
            "\u{0}",
            "nobody",
            "1/0",
            "import",
            "class",
            "x", /* a name that there is not */
            "lambda: (",
            "a.b.c.d",
        ] {
            let said = picture(&lab, kind, subject, WITHIN).expect("there is an answer");
            assert!(!said.trim().is_empty() && !said.contains("Traceback"), "{kind} {subject:?}: {said}");
        }
    }
}

#[test]
fn every_lens_shows_in_the_guest_what_its_page_says() {
    let mut wrong = Vec::new();
    for page in &course().pages {
        let mut lab = Lab::new();
        let mut done = 0;
        for lens in &page.lenses {
            for cell in page.cells[done..lens.cells].iter().filter(|cell| !cell.is_starter) {
                in_guest(&mut lab.bench, &lab.host, cell);
                lab.bench.checkpoint().expect("the memory can be read");
            }
            done = lens.cells;
            let text = picture(&lab, &lens.kind, &lens.subject, WITHIN).unwrap_or_else(|fault| fault.sentence());
            let place = format!("content/{}:{} ({}), the guest", page.file, lens.line, lens.id);
            wrong.extend(lens.objection(&text).map(|objection| format!("{place}: {objection}")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

#[test]
fn every_lens_shows_in_cpython_what_its_page_says() {
    // A page of its own for each lens, whose last cell prints the picture: so no lens sees what another one has left.
    let course = course();
    let mut pages = Vec::new();
    for page in &course.pages {
        for lens in &page.lenses {
            let mut cells: Vec<_> = shown(page).filter(|cell| cell.line < lens.line).cloned().collect();
            let source =
                format!("print(__import__('lenses').text({}, {}, globals()))", json!(lens.kind), json!(lens.subject));
            cells.push(workbook::lesson::Cell { id: lens.id.clone(), source, ..Default::default() });
            pages.push(Page { slug: format!("{} {}", page.slug, lens.id), cells, ..Page::default() }.into());
        }
    }
    let gave = in_cpython(&Course { pages, ..course.clone() });
    let mut wrong = Vec::new();
    for page in &course.pages {
        for lens in &page.lenses {
            let shown = gave[&format!("{} {}", page.slug, lens.id)].last().expect("the lens was asked");
            let text = format!("{}{}", shown.output, shown.raised.as_deref().unwrap_or_default());
            let place = format!("content/{}:{} ({}), CPython", page.file, lens.line, lens.id);
            wrong.extend(lens.objection(&text).map(|objection| format!("{place}: {objection}")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}
