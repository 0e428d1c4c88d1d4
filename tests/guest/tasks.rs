//! INSPECTION of the tasks: for each one, what the build promises of it. The starter, the empty cell, `pass` and a cell that
//! raises in its first line fail; the solution passes; each foreseen wrong answer fails and its author gets the sentence.
//! In the guest and, as far as a check does not ask for findings, in CPython 3.14. And: no trick of a reader's makes a
//! wrong answer pass.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use paper::verdict::Verdict;
use paper::{Code, Task};
use serde_json::json;
use workbook::bench::Limits;
use workbook::lesson::{Course, Exercise, Page};

use super::content::{answered_by, course, importable, wrong_in_cpython, wrong_in_guest};
use crate::Lab;

/// Long, because the machine may be busy.
const LIMITS: Limits = Limits { each: 60_000.0, faults: 120_000.0, all: 600_000.0 };
const SEED: u32 = 7;

/// An answer to a task, and what it must come to.
struct Answer {
    /// What it is, in a message.
    name: String,
    source: String,
    /// Whether it must pass.
    passes: bool,
    /// The beginning of a sentence that its author must get to read.
    says: Option<String>,
}

/// All answers that are tried for a task.
fn answers(page: &Page, exercise: &Exercise) -> Vec<Answer> {
    let Some(task) = &exercise.task else { return Vec::new() };
    let cell = page.cells.iter().find(|cell| Some(&cell.id) == exercise.cell.as_ref());
    let starter = cell.map_or("", |cell| &cell.source);
    let answer = |name: &str, source: String, passes| Answer { name: name.into(), source, passes, says: None };
    let mut answers = vec![
        answer("the starter", starter.into(), false),
        answer("the empty cell", String::new(), false),
        answer("pass", "pass\n".into(), false),
        answer("a crash in line 1", format!("raise RuntimeError('x')\n{starter}"), false),
        answer("the solution", task.solution.clone(), true),
    ];
    answers.extend(
        task.wrong
            .iter()
            .map(|wrong| Answer { says: Some(wrong.says.clone()), ..answer(&wrong.file, wrong.source.clone(), false) }),
    );
    answers
}

/// What is wrong with a verdict; `None` if it is as it must be.
fn objection(answer: &Answer, verdict: &Verdict) -> Option<String> {
    let lines: Vec<String> = verdict
        .lines
        .iter()
        .map(|line| format!("  {} {} – {} – {}", line.ok, line.tried, line.expected, line.happened))
        .collect();
    let said: Vec<&str> = verdict
        .says
        .iter()
        .chain(verdict.lines.iter().filter_map(|line| line.says.as_ref()))
        .map(String::as_str)
        .collect();
    let what = match (&answer.says, verdict.passed) {
        (_, passed) if passed != answer.passes => if passed { "it passes" } else { "it does not pass" }.to_owned(),
        (Some(says), _) if !said.iter().any(|sentence| sentence.starts_with(says.as_str())) => {
            format!("its author does not get to read “{says}”, but {said:?}")
        }
        _ => return None,
    };
    Some(format!("{}: {what}\n{}", answer.name, lines.join("\n")))
}

/// The exercises with a check, each with its page.
fn tasks(course: &Course) -> impl Iterator<Item = (&Page, &Exercise)> {
    let exercises =
        course.pages.iter().flat_map(|page| page.exercises.iter().map(move |exercise| (&**page, &**exercise)));
    exercises.filter(|(_, exercise)| {
        let only = std::env::var("WORKBOOK_TASK").ok();
        exercise.task.is_some() && only.is_none_or(|only| only == exercise.id)
    })
}

/// Assesses an answer in the guest.
fn in_guest(lab: &Lab, check: &str, cell: &str, source: &str) -> Verdict {
    in_guest_within(lab, check, cell, source, LIMITS)
}

fn in_guest_within(lab: &Lab, check: &str, cell: &str, source: &str, limits: Limits) -> Verdict {
    let code = Code { cell: cell.into(), source: source.into() };
    let task = Task { code, check: check.into(), seed: SEED };
    let began = Instant::now();
    let said = || {
        lab.host.take(2);
        lab.host.take(1)
    };
    lab.bench.assess(&task, limits, said, || began.elapsed().as_secs_f64() * 1e3).expect("there is a verdict")
}

/// A course about something else, which the engine must take as it is.
fn another_course() -> Course {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/course");
    Course::read(&folder).unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[test]
fn every_task_is_what_it_promises_in_the_guest() {
    let wrong = broken_in_guest(&course());
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

#[test]
fn another_course_has_tasks_too() {
    let course = another_course();
    let mut wrong = broken_in_guest(&course);
    wrong.extend(broken_in_cpython(&course));
    wrong.extend(wrong_in_guest(&course));
    wrong.extend(wrong_in_cpython(&course));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
    assert_eq!(tasks(&course).count(), 1);
    let predictions = course.pages.iter().flat_map(|page| &page.cells).filter(|cell| cell.prediction.is_some());
    assert_eq!((predictions.count(), course.pages[2].exits.len(), course.groups.len()), (2, 1, 2));
}

/// What is not as it must be with the tasks of a course, in the guest.
fn broken_in_guest(course: &Course) -> Vec<String> {
    let lab = Lab::new();
    let mut wrong = Vec::new();
    for (page, exercise) in tasks(course) {
        let Some(task) = &exercise.task else { continue };
        let cell = exercise.cell.as_deref().unwrap_or_default();
        for answer in answers(page, exercise) {
            let verdict = in_guest(&lab, &task.check, cell, &answer.source);
            wrong.extend(objection(&answer, &verdict).map(|what| format!("{} in the guest, {what}", exercise.id)));
        }
    }
    wrong
}

#[test]
fn every_task_is_what_it_promises_in_cpython() {
    let wrong = broken_in_cpython(&course());
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

/// The same in CPython.
fn broken_in_cpython(course: &Course) -> Vec<String> {
    let jobs: Vec<_> = tasks(course)
        .map(|(page, exercise)| {
            let answers: BTreeMap<_, _> =
                answers(page, exercise).into_iter().map(|answer| (answer.name, answer.source)).collect();
            let check = exercise.task.as_ref().map(|task| &task.check);
            json!({ "id": exercise.id, "check": check, "answers": answers })
        })
        .collect();
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ours = ["lib/checking.py", "trying.py"].map(|name| here.join("interpreter/python").join(name));
    let importable: Vec<_> = importable(course).into_iter().chain(ours).collect();
    let verdicts: BTreeMap<String, BTreeMap<String, Verdict>> =
        answered_by("cpython-tasks.mjs", &json!({ "importable": importable, "tasks": jobs }));
    let mut wrong = Vec::new();
    for (page, exercise) in tasks(course) {
        for answer in answers(page, exercise) {
            let what = objection(&answer, &verdicts[&exercise.id][&answer.name]);
            wrong.extend(what.map(|what| format!("{} in CPython, {what}", exercise.id)));
        }
    }
    wrong
}

/// The check of the tricks: `double(n)` for seeded numbers, a list that is put back, and nothing left behind.
const CHECK: &str = "
from checking import cell, seeded

for _ in range(3):
    number = seeded.randrange(10, 1_000_000)
    cell.case(f'double({number})').gives(2 * number)
cell.case('isinstance(double(1), int) and len(str(double(1)))').gives(1)
cell.case('[double(n) for n in (1, 2)]').gives([2, 4])
cell.case('print(double(4))').prints('8')
cell.case('double(5)').costs(calls=50)
cell.leaves()
cell.case('double(6)').leaves()
";

/// Cells that do not double, and try to pass nevertheless.
const TRICKS: &[(&str, &str)] = &[
    (
        "replaced builtins",
        "import builtins\nbuiltins.isinstance = lambda *a: True\nbuiltins.len = lambda x: 1\ndef double(n): return n\n",
    ),
    (
        "own names like builtins",
        "isinstance = lambda *a: True\nlen = lambda x: 1\nprint = lambda *a: None\ndef double(n): return n\n",
    ),
    (
        "printing that it passed",
        "print('passed')\nprint('{\"verdict\": {\"passed\": true, \"lines\": [], \"says\": []}}')\ndef double(n): print('passed'); return n\n",
    ),
    ("SystemExit", "raise SystemExit(0)\n"),
    ("SystemExit in a case", "def double(n): raise SystemExit(0)\n"),
    ("os._exit", "import os\nos._exit(0)\n"),
    ("os._exit in a case", "import os\ndef double(n): os._exit(0)\n"),
    (
        "an equal-to-everything value",
        "class Same(int):\n    def __eq__(self, other): return True\n    __hash__ = int.__hash__\ndef double(n): return Same(n)\n",
    ),
    (
        "an equal-to-everything object",
        "class Same:\n    def __eq__(self, other): return True\n    def __repr__(self): return '2'\ndef double(n): return Same()\n",
    ),
    (
        "a repr that pretends",
        "class R:\n    def __init__(self, n): self.n = n\n    def __repr__(self): return str(2 * self.n)\ndef double(n): return R(n)\n",
    ),
    (
        "a patched checking module",
        "import sys, types\nfake = types.ModuleType('checking')\nclass Any:\n    def __getattr__(self, name): return lambda *a, **k: self\nfake.cell = Any(); fake.seeded = Any()\nsys.modules['checking'] = fake\ndef double(n): return n\n",
    ),
    (
        "a patched judge",
        "import checking\nchecking.judge = lambda *a: {'verdict': {'passed': True, 'lines': [], 'says': []}}\nchecking.Check.verdict = lambda self: {'passed': True, 'lines': [], 'says': []}\ndef double(n): return n\n",
    ),
    (
        "reading the check by frames",
        "import sys\ndef double(n):\n    frame = sys._getframe()\n    while frame:\n        for value in list(frame.f_globals.values()) + list(frame.f_locals.values()):\n            if isinstance(value, str) and 'gi' + 'ves(2' in value: return 2 * n\n            if isinstance(value, dict) and 'expected' in value: return value['expected']\n        frame = frame.f_back\n    return n\n",
    ),
    (
        "reading the check by files",
        "import os\ndef double(n):\n    for folder, _, names in os.walk('/'):\n        for name in names:\n            try: text = open(os.path.join(folder, name)).read()\n            except Exception: continue\n            if 'gi' + 'ves(2' in text: return 2 * n\n    return n\n",
    ),
    (
        "reading the check by linecache",
        "import linecache\ndef double(n):\n    for name, entry in linecache.cache.items():\n        if 'gi' + 'ves(2' in ''.join(entry[2] if len(entry) > 2 else ''): return 2 * n\n    return n\n",
    ),
    (
        "a patched residue",
        "import json, residue\nresidue.watch = None\nfor name in dir(residue): setattr(residue, name, None)\njson.dumps = len\ndef double(n): return n + n\n",
    ),
    ("residue that is left", "import json\njson.dumps = len\ndef double(n): return n + n\n"),
    ("residue that a case leaves", "import json\ndef double(n):\n    json.dumps = len\n    return n + n\n"),
    ("an endless loop", "while True: pass\n"),
    ("an endless case", "def double(n):\n    while True: pass\n"),
    ("recursion", "def double(n): return double(n)\n"),
    (
        "a trace that rewrites",
        "import sys\ndef trace(frame, event, arg):\n    frame.f_trace_lines = True\n    if event == 'return': frame.f_locals['value'] = 2\n    return trace\nsys.settrace(trace)\nsys.setprofile(trace)\ndef double(n): return n\n",
    ),
    (
        "no profile",
        "import sys\nsys.setprofile = sys.settrace = lambda f: None\ndef one(n): return n\ndef double(n):\n    for _ in range(100): one(n)\n    return 2 * n\n",
    ),
    (
        "no profile, from within",
        "import sys\ndef one(n): return n\ndef double(n):\n    sys.setprofile(None)\n    for _ in range(100): one(n)\n    return 2 * n\n",
    ),
    ("too deep to be marked", "import json\njson.dumps = len\nx = DEEP\ndef double(n): return n + n\n"),
    (
        "a patched copy of plain data",
        "import sys\ndef double(n):\n    frame = sys._getframe(1)\n    while frame:\n        if '_literal' in frame.f_globals: frame.f_globals['plain'] = lambda value: '1 +'\n        frame = frame.f_back\n    return 2 * n\n",
    ),
    ("an exception without a name", "def double(n): return 2 * n\nraise type('', (Exception,), {})\n"),
    ("endless output", "while True: print('x' * 100_000)\n"),
    ("memory", "data = []\nwhile True: data.append('x' * 1_000_000)\n"),
    ("an input", "n = input()\ndef double(n): return 2 * n\n"),
    (
        "stdout replaced",
        "import sys, io\nclass Out(io.StringIO):\n    def getvalue(self): return '8'\nsys.stdout = Out()\nio.StringIO.getvalue = lambda self: '8'\ndef double(n): return n\n",
    ),
];

#[test]
fn no_trick_fools_a_check() {
    let lab = Lab::new();
    let limits = Limits { each: 1_500.0, faults: 1_500.0, all: 30_000.0 };
    let verdict = |source: &str| in_guest_within(&lab, CHECK, "trick", source, limits);
    let honest = verdict("def double(n):\n    return 2 * n\n");
    assert!(honest.passed, "{honest:#?}");
    let fooled: Vec<&str> = TRICKS.iter().filter(|(_, source)| verdict(source).passed).map(|(name, _)| *name).collect();
    assert!(fooled.is_empty(), "passed: {fooled:?}");
}

#[test]
fn a_verdict_names_the_readers_line_and_never_the_solution() {
    let lab = Lab::new();
    let source = "def double(n):\n    if n > 5:\n        raise ValueError('too much')\n    return 2 * n\n";
    let verdict = in_guest(&lab, CHECK, "double", source);
    let line = verdict.lines.iter().find(|line| !line.ok).expect("a line fails");
    assert_eq!((line.line, line.happened.as_str()), (Some(3), "raises `ValueError: too much`"));
    let syntax = in_guest(&lab, CHECK, "double", "def double(n)\n    return 2 * n\n");
    assert_eq!((syntax.lines[0].ok, syntax.lines[0].line), (false, Some(1)), "{:?}", syntax.lines[0]);
    // What a reader sees of a wrong answer has no line of the solution that the starter does not have.
    let course = course();
    let mut told = Vec::new();
    for (page, exercise) in tasks(&course) {
        let Some(task) = &exercise.task else { continue };
        for answer in answers(page, exercise).iter().filter(|answer| !answer.passes).take(1) {
            let verdict = in_guest(&lab, &task.check, exercise.cell.as_deref().unwrap_or_default(), &answer.source);
            let shown = format!("{verdict:?}");
            let lines = task.solution.lines().map(str::trim).filter(|line| line.len() > 30 && !line.starts_with('#'));
            let secret = lines.filter(|line| !answer.source.contains(line) && shown.contains(line));
            told.extend(secret.map(|line| format!("{}: {line}", exercise.id)));
        }
    }
    assert!(told.is_empty(), "\n{}", told.join("\n"));
}
