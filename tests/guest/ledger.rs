//! What answers about residue have beside the findings: their lines, the programs that take them back, what would be
//! left after a failure. Also, that watching a run does not change the reader's interpreter.

use std::collections::BTreeSet;

use paper::seen::Place;
use paper::{Code, Question};
use serde_json::{Value, json};
use workbook::bench::{Checkpoint, Machine, Recording, Tape};

use crate::{Lab, film_of};

/// How many milliseconds a question may take. It is a long time because the machine may be busy.
const WITHIN: f64 = 60_000.0;

/// A cell that patches an attribute and puts it back, but not if its body fails.
const PATCHED: &str = "import json
from contextlib import contextmanager

@contextmanager
def patched(owner, name, value):
    old = getattr(owner, name)
    setattr(owner, name, value)
    yield
    setattr(owner, name, old)

def loud(*args, **kwargs):
    return 'LOUD'

with patched(json, 'dumps', loud):
    text = json.dumps([1])
    print(text)
";

/// Runs a cell and gives the film of it.
fn film(lab: &mut Lab, source: &str) -> Value {
    let code = Code { cell: "test".into(), source: source.into() };
    let (_, run) = lab.record(&code).expect("the cell ends");
    json!(film_of(&lab.bench, run, code, None).expect("the film ends"))
}

/// The only finding of a film.
fn only(film: &Value) -> &Value {
    match film["findings"].as_array().map(Vec::as_slice) {
        Some([finding]) => finding,
        _ => panic!("{film:#}"),
    }
}

#[test]
fn a_finding_has_the_lines_between_which_it_was_there() {
    let mut lab = Lab::new();
    let film = film(&mut lab, PATCHED);
    let finding = only(&film);
    assert_eq!((&finding["line"], &finding["gone"], &finding["status"]), (&json!(7), &json!(9), &json!("reverted")));
    assert_eq!(film["ordinary"], "defines patched, loud, text; imports json, contextmanager");
    assert_eq!(film["sampled"], false);
}

#[test]
fn what_can_be_undone_has_a_program_that_does() {
    let cells = [
        "import json\njson.dumps = len",
        "import math\nmath.pi = 3",
        "import json\ndel json.loads",
        "import json\njson.JSONEncoder.encode = lambda self, value: 'no'",
        "import string\nstring.shout = str.upper",
        "import sys\nclass Finder:\n    def find_spec(self, *rest): return None\nsys.meta_path.insert(0, Finder())",
        "import sys\nsys.path.append('/plugins')",
        "import sys\nsys.setrecursionlimit(500)",
        "import sys, io\nsys.stderr = io.StringIO()",
        "import builtins\nbuiltins.shout = print",
        "import sys, types\nsys.modules['virtual'] = types.ModuleType('virtual')",
        "import os\nos.environ['MODE'] = 'test'",
        "import gc\ngc.disable()",
        "import logging\nlogging.getLogger('app').setLevel('DEBUG')",
        "import warnings\nwarnings.simplefilter('ignore')",
        "import sys\nsys.excepthook = print",
        "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)",
        "open('/tmp/notes.txt', 'w').close()",
        "def task():\n    try:\n        yield\n    finally:\n        pass\ng = task()\nnext(g)",
        "class Tool:\n    def run(self): return 1\ntool = Tool()\ntool.run = lambda: 2",
        "list = 5",
        "import http.client\nhttp.client.responses[418] = 'tea'",
        "import http, http.client\ndel http.client.responses[http.HTTPStatus.OK]\nhttp.client.responses[299] = 'odd'",
        "import keyword\nkeyword.kwlist.append('unless')",
        "import csv\ncsv.register_dialect('semi', delimiter=';')",
        "import csv\ncsv.field_size_limit(10)",
        "import sys\nsys.stdout.reconfigure(errors='replace')",
        "import contextlib\nstack = contextlib.ExitStack()\nstack.callback(print)",
        "import sys\nsys.path_importer_cache['shelf:'] = type('Shelf', (), {})()",
    ];
    for cell in cells {
        let mut lab = Lab::new();
        lab.shows("import http.client");
        let seen = film(&mut lab, cell);
        assert_eq!(seen["findings"].as_array().map(Vec::len), Some(1), "{cell}\n{seen:#}");
        let finding = only(&seen);
        assert_eq!(finding["status"], "left", "{cell}\n{finding:#}");
        let undo = finding["undo"].as_str().unwrap_or_default();
        assert!(!undo.is_empty(), "no way back from {cell}\n{finding:#}");
        let back = film(&mut lab, undo);
        let back =
            back["findings"].as_array().expect("findings").iter().find(|each| each["target"] == finding["target"]);
        let back = back.unwrap_or_else(|| panic!("{undo}\nchanges nothing of {cell}"));
        assert_eq!(back["is"], finding["was"], "{undo}\nleads elsewhere, after {cell}");
    }
}

#[test]
fn a_function_of_a_module_that_the_film_imports_is_known_again() {
    let mut lab = Lab::new();
    let first = only(&film(&mut lab, "import colorsys\nkept = colorsys.rgb_to_hsv\ncolorsys.rgb_to_hsv = len")).clone();
    let second = only(&film(&mut lab, "colorsys.rgb_to_hsv = kept")).clone();
    assert_eq!((&first["status"], &first["was"]), (&json!("left"), &second["is"]));
    assert_ne!(second["was"], second["is"]);
}

#[test]
fn what_can_not_be_undone_says_why() {
    let mut lab = Lab::new();
    let film = film(&mut lab, "import sys\nsys.addaudithook(lambda *event: None)");
    let finding = only(&film);
    assert_eq!((&finding["status"], &finding["undo"]), (&json!("permanent"), &json!("")));
    assert_eq!(finding["why"], "Python has no way to remove an audit hook.");
}

/// Statements of different kinds that begin with a call. They stand between two changes and the lines that put those
/// back.
const BEGINNINGS: &str = "import json
def changed(*args):
    json.indent = 3
    return args
old = json.dumps
json.dumps = old2 = changed(1)
sorted(str(n) for n in range(3))
for each in changed(2):
    value = -len([each])
if changed(3):
    value += 1 + len(str(value))
with open('/tmp/a', 'w') as file:
    print(file.name, file=file)
json.dumps = old
del json.indent
";

#[test]
fn a_call_with_which_a_statement_begins_fails_as_the_statement_does() {
    let lab = Lab::new();
    for source in [BEGINNINGS, PATCHED] {
        let code = Code { cell: "test".into(), source: source.into() };
        let faults = lab.bench.faults(&code, None, None, WITHIN, || true).expect("the cell ends");
        let same: Vec<&Place> = faults.places.iter().filter(|place| place.site.same_as.is_some()).collect();
        assert!(same.len() > 1, "{faults:#?}");
        for Place { site, failed } in same {
            let mut fork = lab.bench.fork().expect("a fresh instance can be made");
            let mut ask = |question: Question| -> Value {
                let reply = fork.exchange("look", &serde_json::to_vec(&question).expect("JSON")).expect("a reply");
                let answer: Result<Value, String> = serde_json::from_slice(&reply).expect("JSON");
                answer.expect("an answer")
            };
            ask(Question::Trial { code: code.clone(), since: None });
            let tried = ask(Question::Fault { line: site.line, call: site.call.clone() });
            let failed = failed.as_ref().expect("it could be tried");
            assert_eq!((&tried["left"], &tried["handled"]), (&json!(failed.left), &json!(failed.handled)), "{site:#?}");
        }
    }
}

#[test]
fn a_context_manager_without_finally_lights_up_where_it_fails() {
    let lab = Lab::new();
    let code = Code { cell: "test".into(), source: PATCHED.into() };
    let faults = lab.bench.faults(&code, None, None, WITHIN, || true).expect("the cell ends");
    let leaves = |line: u32, call: &str| {
        let place = faults.places.iter().find(|place| place.site.line == line && place.site.call == call);
        leaves_something(place.unwrap_or_else(|| panic!("no {line} {call} in {faults:#?}")))
    };
    assert!(leaves(15, "") && leaves(16, "") && leaves(16, "print") && leaves(15, "json.dumps"), "inside of the block");
    assert!(!leaves(14, "") && !leaves(7, "") && !leaves(7, "setattr"), "before it");
    let some = lab.bench.faults(&code, Some((14, 15)), None, WITHIN, || true).expect("the cell ends");
    let lines: BTreeSet<_> = some.places.iter().map(|place| place.site.line).collect();
    assert_eq!(lines, BTreeSet::from([14, 15]), "only what is selected fails");
    let safe = PATCHED.replace(
        "    yield\n    setattr(owner, name, old)",
        "    try:\n        yield\n    finally:\n        setattr(owner, name, old)",
    );
    let faults = lab.bench.faults(&Code { source: safe, ..code }, None, None, WITHIN, || true).expect("the cell ends");
    let left = faults.places.iter().filter(|place| leaves_something(place));
    let lines: Vec<_> = left.map(|place| (place.site.line, place.site.call.as_str())).collect();
    // If the statement that puts the attribute back fails, a `finally` does not help.
    assert_eq!(lines, [(11, ""), (11, "setattr")], "{faults:#?}");
}

fn leaves_something(place: &Place) -> bool {
    place.failed.as_ref().is_ok_and(|failed| !failed.left.is_empty())
}

#[test]
fn both_worlds_answer() {
    let mut lab = Lab::new();
    lab.shows("import math\nmath.pi = 4");
    let question = json!({ "ask": "evaluate", "expression": "__import__('math').pi" });
    let pristine = Recording { before: Checkpoint::default(), tape: Tape::default() };
    assert_eq!(lab.look_at_run(pristine, &question, WITHIN).unwrap()["text"], "3.141592653589793");
    assert_eq!(lab.look(&question, WITHIN).unwrap()["text"], "4");
    let question = json!({ "ask": "evaluate", "expression": "1 +" });
    assert_eq!(lab.look(&question, WITHIN).unwrap()["raises"], true);
}

#[test]
fn looking_leaves_the_readers_interpreter_as_it_is_byte_for_byte() {
    let mut lab = Lab::new();
    lab.shows("import json\nold = json.dumps\njson.dumps = lambda value: 'loud'\nclass Sly:\n    def __repr__(self): global seen; seen = True; return 'sly'\nsly = Sly()");
    let before = lab.memory();
    let code = Code { cell: "test".into(), source: PATCHED.into() };
    for question in [
        json!({ "ask": "variables", "skip": [] }),
        json!({ "ask": "film", "cell": "test", "source": PATCHED }),
        json!({ "ask": "evaluate", "expression": "repr(sly)" }),
    ] {
        lab.look(&question, WITHIN).expect("an answer");
    }
    lab.bench.faults(&code, None, None, WITHIN, || true).expect("an answer");
    assert_eq!(lab.memory(), before);
}

#[test]
fn the_ledger_is_told_apart_from_what_the_reader_breaks() {
    let mut lab = Lab::new();
    let broken = "import builtins, sys, ast, gc, re\nast.parse = gc.disable = re.search = None\nfor name in ('len', 'sorted', 'isinstance', 'getattr'):\n    delattr(builtins, name)\nsys.modules.pop('types')";
    let seen = film(&mut lab, broken);
    let found: Vec<_> = seen["findings"]
        .as_array()
        .unwrap_or_else(|| panic!("{seen}"))
        .iter()
        .map(|each| each["target"].as_str().unwrap_or_default())
        .collect();
    for target in ["ast.parse", "gc.disable", "re.search", "builtins.len", "builtins.getattr", "types"] {
        assert!(found.contains(&target), "{target} is missing in {found:?}");
    }
}

#[test]
fn lessons_can_watch_for_themselves() {
    let mut lab = Lab::new();
    let watched = "import json, sys, residue\nwith residue.watch() as r:\n    json.dumps = len\n    sys.path.append('/x')\n    r.look()\n    sys.path.remove('/x')\nprint(r.left, r.reverted)\nassert 'attribute json.dumps left' in r.left and 'sys_path /x reverted' in r.reverted\njson.dumps = residue.original('json.dumps')\nprint(json.dumps([1]))";
    assert_eq!(
        lab.shows(watched),
        "[<attribute json.dumps left: <function dumps> -> <built-in function len>>] [<sys_path /x reverted: nothing -> nothing>]\n[1]\n"
    );
    assert!(
        lab.fails("residue.original('json.nonsense')")
            .traceback
            .contains("the pristine interpreter has no json.nonsense")
    );
}

#[test]
fn ten_thousand_findings_are_counted_and_two_hundred_listed_what_is_left_first() {
    let mut lab = Lab::new();
    let seen = film(
        &mut lab,
        "import math\nfor i in range(10**4): setattr(math, f'n{i}', i)\nfor i in range(10**4 - 5): delattr(math, f'n{i}')",
    );
    let findings = seen["findings"].as_array().unwrap_or_else(|| panic!("{seen}"));
    // How many of the reverted attributes were seen depends on the time that comparing may take.
    assert_eq!(findings.len(), 200);
    assert!(seen["more"].as_u64().is_some_and(|more| more > 1_000), "{}", seen["more"]);
    assert_eq!(findings.iter().filter(|finding| finding["status"] == "left").count(), 5);
    assert!(seen.to_string().len() < 200_000);
}

#[test]
fn names_of_a_megabyte_are_cut_and_told_apart() {
    let mut lab = Lab::new();
    let seen = film(
        &mut lab,
        "import math, os, logging, sys\nlong = 'x' * 10**6\nfor end in 'ab':\n    setattr(math, long + end, type(long + end, (), {}))\n    sys.path.append('/' + long + end)\n    os.environ[long + end] = long\n    logging.getLogger(long + end).setLevel(10)\nglobals()[long] = 5\nmath.pi = long\nmath.e = 10**5000\nmath.tau = [long] * 20\nlong = 1",
    );
    let findings = seen["findings"].as_array().unwrap_or_else(|| panic!("{seen}"));
    let targets: BTreeSet<_> = findings.iter().map(|finding| finding["target"].as_str().unwrap_or_default()).collect();
    assert_eq!((findings.len(), targets.len()), (11, 11), "{targets:#?}");
    assert!(seen.to_string().len() < 20_000, "{}", seen.to_string().len());
    for finding in findings {
        let length = |name: &str| finding[name].as_str().unwrap_or_default().chars().count();
        assert!(
            length("target") <= 140 && length("before") <= 120 && length("after") <= 120 && length("sentence") <= 400,
            "{finding:#}"
        );
        assert!(
            length("undo") == 0
                || finding["target"].as_str().is_some_and(|target| ["math.pi", "math.e", "math.tau"].contains(&target)),
            "{finding:#}"
        );
        assert!(length("undo") > 0 || length("why") > 0, "{finding:#}");
    }
}

/// Cells that each leave something with an odd name or value. The first text of a pair runs before the cell.
const ODDLY_NAMED: [(&str, &str); 20] = [
    ("", "import math\nsetattr(math, 'a b', 1)"),
    ("", "import math\nsetattr(math, 'x\\nimport os; os._exit(1) #', 1)"),
    ("", "import math\nsetattr(math, 'class', 1)"),
    ("", "import math\nsetattr(math, 'a.b', 1)"),
    ("", "import math\nsetattr(math, '\u{fb01}', 1)"),
    ("", "import math\nsetattr(math, '\u{e4}', 1)"),
    ("", "import json\nsetattr(json.JSONEncoder, 'a b', print)"),
    ("import math\nmath.x = float('inf')", "math.x = 1"),
    ("import math\nmath.x = 'it\\'s \\n'", "math.x = 1"),
    ("import os\nos.environ['MODE'] = \"it's\"", "os.environ['MODE'] = 'new'"),
    ("import warnings", "warnings.simplefilter('ignore', append=True)"),
    ("import sys", "sys.path += ['/twice', '/twice']"),
    (
        "import sys\nclass Finder:\n    def find_spec(self, *rest): return None",
        "sys.meta_path[:0] = [Finder(), Finder()]",
    ),
    (
        "class Tool:\n    def run(self): return 1\ntool = Tool()",
        "setattr(Tool, 'a b', print)\nTool.run.__wrapped__ = 1\nsetattr(tool, 'run', print)\ndelattr(Tool, 'a b')",
    ),
    (
        "def make():\n    class Tool:\n        def run(self): return 1\n    return Tool\nMade = make()\ndef other(self): pass",
        "Made.other = other",
    ),
    ("import logging", "logging.getLogger('it\\'s').setLevel(25)"),
    ("import logging\nlogging.getLogger('a').disabled = True", "logging.getLogger('a').disabled = False"),
    ("import mimetypes\nmimetypes.init()", "mimetypes.types_map[\"it's\"] = 'a/b'"),
    ("from collections import defaultdict\nd = defaultdict(list)", "d[\"it's\"]"),
    ("import sys, types\nm = types.ModuleType('a b')\nsys.modules['a b'] = m\nm.x = 1", "m.x = print"),
];

#[test]
fn odd_names_have_a_way_back_that_is_a_program() {
    for (earlier, cell) in ODDLY_NAMED {
        let mut lab = Lab::new();
        lab.shows(earlier);
        let seen = film(&mut lab, cell);
        let left: Vec<_> = seen["findings"]
            .as_array()
            .unwrap_or_else(|| panic!("{seen}"))
            .iter()
            .filter(|each| each["status"] == "left")
            .collect();
        let [finding] = left[..] else { panic!("{cell}\n{seen:#}") };
        let undo = finding["undo"].as_str().unwrap_or_default();
        assert!(!undo.is_empty(), "no way back from {cell}\n{finding:#}");
        let back = film(&mut lab, undo);
        let findings = back["findings"].as_array().unwrap_or_else(|| panic!("{undo}\n{back}"));
        let others = findings.iter().filter(|each| each["target"] != finding["target"]).count();
        let same = findings.iter().find(|each| each["target"] == finding["target"]);
        assert!(same.is_some_and(|same| same["is"] == finding["was"]) && others == 0, "{cell}\n{undo}\n{back:#}");
    }
}

#[test]
fn what_no_program_can_name_or_write_has_a_reason_and_no_program() {
    let cells = [
        (
            "import os\nfolder = '/tmp/' + 'a' * 100\nos.mkdir(folder)\nos.chdir(folder)",
            "os.chdir('/')",
            "What was there before is gone",
        ),
        ("from collections import defaultdict\nd = defaultdict(list)", "d['x' * 3000]", "No short program"),
        ("from collections import defaultdict\nd = defaultdict(list)\nclass Key: pass", "d[Key()]", "No short program"),
        ("import math\nmath.x = 'x' * 10**5", "math.x = 1", "What was there before is gone"),
        ("import math", "setattr(math, 'x' * 10**5, 1)", "No short program"),
        ("import atexit", "atexit.register(lambda: None)", "No short program"),
        (
            "def task():\n    try:\n        yield\n    finally:\n        pass",
            "globals()['a b'] = task()\nnext(globals()['a b'])",
            "No short program",
        ),
        (
            "import types, math\nm = types.ModuleType('nowhere')\nimport sys\nsys.modules['nowhere'] = m\ndef f(): pass\nm.f = f",
            "del sys.modules['nowhere'].f",
            "What was there before is gone",
        ),
    ];
    for (earlier, cell, why) in cells {
        let mut lab = Lab::new();
        lab.shows(earlier);
        let seen = film(&mut lab, cell);
        let finding = only(&seen);
        assert_eq!(finding["undo"], "", "{cell}\n{finding:#}");
        assert!(finding["why"].as_str().is_some_and(|words| words.starts_with(why)), "{cell}\n{finding:#}");
    }
}

/// Cells that break something which watching a run uses, or that leave objects which misbehave when they are compared
/// or shown.
const SABOTAGE: [&str; 28] = [
    "import sys\nsys.path = 5",
    "import sys\nsys.meta_path = None",
    "import sys\nsys.path_hooks = sys.path_importer_cache = sys.argv = {}",
    "import sys\nclass Bad:\n    def __str__(self): raise ValueError\n    __repr__ = __str__\nsys.path.append(Bad())",
    "import sys\nclass Endless:\n    def __str__(self):\n        while True: pass\nsys.path.append(Endless())\nsys.argv.append(Endless())",
    "import gc\ngc.callbacks = 5",
    "class M(type):\n    def __eq__(self, other): raise ValueError\nclass A(metaclass=M): pass\na = A()\nb = [A, a]",
    "import math\nclass M(type):\n    def __eq__(self, other): return True\n    def __hash__(self): raise ValueError\nclass A(metaclass=M): pass\nmath.a = A()\nmath.A = A",
    "class Key:\n    ready = False\n    def __hash__(self):\n        if Key.ready: raise ValueError\n        return 1\nglobals()[Key()] = 1\nimport math, sys\nmath.__dict__[Key()] = sys.modules[Key()] = 1\nKey.ready = True",
    "import sys\nsys.modules[5] = 5\nsys.modules[None] = None",
    "import types, functools, math\nmath.m = types.MethodType(functools.partial(print), 5)\nm = math.m\nfor _ in range(50): m = types.MethodType(m, m)\nmath.n = m",
    "import math\nclass S(str):\n    def __format__(self, how): raise ValueError\n    __str__ = __repr__ = __hash__ = __eq__ = None\ndef f(): pass\nf.__name__ = S('x')\nf.__module__ = S('y')\nmath.f = f\nmath.__name__ = S('z')",
    "import sys\nmain = sys.modules['__main__']\nsys.modules['__main__'] = 5",
    "import math\nmath.__name__ = 5\nmath.__spec__ = type('Spec', (), {'__getattr__': lambda self, name: 1 / 0})()",
    "import linecache\nlinecache.cache[5] = 5\nlinecache.cache['<cell other>'] = 5",
    "import os\nos.environ = 5",
    "import logging\nlogging.root = logging.Logger.manager = None",
    "import logging\nlogging.Logger.manager.loggerDict[5] = 5\nlogging.getLogger('x').level = logging.getLogger('x').handlers = object()",
    "import warnings\nwarnings.filters = 5",
    "import warnings\nwarnings.filters.append(5)",
    "import random\nrandom._inst = None",
    "import contextvars\ncontextvars.copy_context = None",
    "import json\njson.x = 10**5000\njson.y = [10**5000] * 3\nx = json.x",
    "import math\nclass A:\n    @property\n    def __dict__(self):\n        while True: pass\nmath.a = a = A()",
    "import mimetypes, copyreg, csv\nmimetypes.init()\nclass E:\n    def __format__(self, how):\n        while True: pass\n    __str__ = __format__\nmimetypes.types_map[E()] = 'a/b'\ncopyreg.dispatch_table[5] = 5",
    "import functools\nclass M(type):\n    def __eq__(self, other): raise ValueError\n    __hash__ = type.__hash__\nclass A(metaclass=M): pass\n@functools.singledispatch\ndef show(x): pass\nshow.register(A, print)\nshow(A())",
    "import abc\nclass M(abc.ABCMeta):\n    def __eq__(self, other): raise ValueError\n    __hash__ = abc.ABCMeta.__hash__\nclass A(metaclass=M): pass\nclass B: pass\nA.register(B)\nissubclass(B, A)",
    "import _residue\n_residue.audit_hooks = _residue.codec_errors = 5",
];

#[test]
fn a_run_is_watched_whatever_stands_in_the_way() {
    let patch = "import json\njson.dumps = len\n";
    let finds_the_patch = |seen: &Value, cell: &str| {
        let findings = seen["findings"].as_array().unwrap_or_else(|| panic!("{cell}\n{seen}"));
        let finding =
            findings.iter().find(|each| each["target"] == "json.dumps").unwrap_or_else(|| panic!("{cell}\n{seen:#}"));
        assert_eq!(
            finding["undo"], "import residue\nimport json\njson.dumps = residue.original('json.dumps')",
            "{cell}"
        );
        findings.len()
    };
    for cell in SABOTAGE {
        let mut lab = Lab::new();
        let ended = lab.run(cell);
        assert!(ended.is_ok(), "{cell}\n{ended:?}");
        let found = finds_the_patch(&film(&mut lab, patch), cell);
        assert_eq!(found, 1, "nothing but the patch is found after\n{cell}");
        finds_the_patch(&film(&mut Lab::new(), &format!("{cell}\n{patch}")), cell);
    }
}
