//! Questions about variables and completions. They are answered in forks, so the code that they run never runs in the
//! reader's interpreter.

use serde_json::{Value, json};

use crate::Lab;

/// How many milliseconds an answer may take. It is a long time because the machine may be busy.
const WITHIN: f64 = 60_000.0;

/// The rows of the list of variables.
fn variables(lab: &Lab) -> Vec<Value> {
    let answer = lab.look(&json!({ "ask": "variables", "skip": [] }), WITHIN).expect("an answer");
    answer["rows"].as_array().unwrap_or_else(|| panic!("{answer}")).clone()
}

/// The row of the variable `name`.
fn row<'a>(rows: &'a [Value], name: &str) -> &'a Value {
    rows.iter().find(|row| row["name"] == name).unwrap_or_else(|| panic!("no {name} in {rows:?}"))
}

/// The labels of the completions at the place in `text` where `|` stands.
fn complete(lab: &Lab, text: &str) -> Vec<String> {
    options(lab, text).iter().map(|option| option["label"].as_str().expect("a label").to_owned()).collect()
}

/// The completions at that place.
fn options(lab: &Lab, text: &str) -> Vec<Value> {
    let (before, after) = text.split_once('|').expect("the text has a place");
    let answer = lab.look(&json!({ "ask": "complete", "before": before, "after": after }), WITHIN).expect("an answer");
    answer["options"].as_array().unwrap_or_else(|| panic!("{answer}")).clone()
}

#[test]
fn variables_have_a_name_a_type_a_short_repr_and_a_size() {
    let mut lab = Lab::new();
    lab.shows("import math\nclass A: pass\nclass B(A): pass\ndef f(a, *, b=1): return a\nx = [1, 'zwei', 3.0]\nd = {i: str(i) for i in range(1000)}\na = A()\nlong = 'x' * 10**6\nhuge = 1 << 100_000\nt = (1,)\ng = (i for i in x)");
    let rows = variables(&lab);
    let names: Vec<_> = rows.iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["math", "A", "B", "f", "x", "d", "a", "long", "huge", "t", "g"], "in the order of definition");
    let cell = |name: &str| {
        let row = row(&rows, name);
        (
            row["type"].as_str().unwrap(),
            row["kind"].as_str().unwrap(),
            row["text"].as_str().unwrap(),
            row["size"].as_str().unwrap(),
        )
    };
    assert_eq!(cell("x"), ("list", "value", "[1, 'zwei', 3.0]", "3 items"));
    assert_eq!(
        cell("d"),
        ("dict", "value", "{0: '0', 1: '1', 2: '2', 3: '3', 4: '4', 5: '5', 6: '6', 7: '7', …}", "1,000 items")
    );
    assert_eq!(cell("B"), ("class", "class", "class B(A)", ""));
    assert_eq!(cell("f"), ("function", "function", "f(a, *, b=1)", ""));
    assert_eq!(cell("t"), ("tuple", "value", "(1,)", "1 item"));
    assert_eq!(cell("math").1, "module");
    assert_eq!(cell("long").3, "1,000,000 characters");
    assert_eq!(cell("huge").2, "<an int of about 30,104 digits>");
    assert!(cell("a").2.starts_with("<__main__.A object at"));
    assert!(rows.iter().all(|row| row["text"].as_str().unwrap().chars().count() <= 100));
}

#[test]
fn a_mark_differs_when_anything_reachable_has_changed() {
    let mut lab = Lab::new();
    lab.shows("class A: pass\na = A(); a.inner = [1, {'k': [2]}]\nb = [1, 2]\nc = 5\ndef f(): pass\ns = {1}");
    let before = variables(&lab);
    lab.shows("a.inner[1]['k'].append(3)\nc = 6\ns.add(2)");
    let after = variables(&lab);
    let changed: Vec<_> =
        after.iter().filter(|new| row(&before, new["name"].as_str().unwrap())["mark"] != new["mark"]).collect();
    let changed: Vec<_> = changed.iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(changed, ["a", "c", "s"]);
}

#[test]
fn looking_changes_nothing_whatever_is_looked_at() {
    let mut lab = Lab::new();
    lab.shows(
        "log = []\nclass P:\n    @property\n    def p(self): log.append('p'); return self\n    def __repr__(self): log.append('repr'); print('shown'); return 'P'\n    def __dir__(self): log.append('dir'); return ['one', 'two']\n    def __getattr__(self, name): log.append(name); raise AttributeError(name)\np = P()\nclass Bad:\n    def __repr__(self): raise KeyboardInterrupt\nbad = Bad()",
    );
    let before = lab.memory();
    let rows = variables(&lab);
    assert_eq!(row(&rows, "p")["text"], "P");
    assert_eq!(row(&rows, "bad")["text"], "its repr raises KeyboardInterrupt");
    assert_eq!(complete(&lab, "p.|"), ["one", "two"]);
    assert_eq!(complete(&lab, "log.append(5) or log.|").len(), complete(&lab, "[].|").len());
    assert!(lab.memory() == before, "every byte is as before");
    assert_eq!(lab.host.take(1), "", "a fork writes nothing");
    assert_eq!(lab.shows("log"), "[]");
}

#[test]
fn names_attributes_arguments_and_modules_are_completed() {
    let mut lab = Lab::new();
    lab.shows("import json\nclass Plugin:\n    'Does things.'\n    kind = 'x'\n    def run(self, task, *, retries=3):\n        'Run the task.\\n\\nMore.'\n    @property\n    def secret(self): return 1\nplugin = Plugin()\ndef make(width, height=2): pass\nregistry = {'a': plugin}");
    let has = |text: &str, names: &[&str]| {
        let found = complete(&lab, text);
        for name in names {
            assert!(found.iter().any(|label| label == name), "{name} in {text}: {found:?}");
        }
    };
    has("pl|", &["plugin", "print", "lambda", "make"]);
    has("x = plugin.|", &["run", "kind", "secret"]);
    has("registry['a'].r|", &["run"]);
    has("Plugin().|", &["run"]);
    has("''.jo|", &["join"]);
    has("make(|", &["width=", "height=", "plugin"]);
    has("make(1, hei|", &["height="]);
    has("print(plugin.run(5, |", &["retries="]);
    has("import js|", &["json"]);
    has("import os.|", &["path"]);
    has("from collections import |", &["OrderedDict", "abc"]);
    has("from json.|", &["decoder", "encoder"]);
    has("later = 1\nlat|", &["later"]);
    assert_eq!(complete(&lab, "# a comment, pl|"), [""; 0]);
    assert_eq!(complete(&lab, "'in a string pl|"), [""; 0]);
    assert_eq!(complete(&lab, "nothing_of_that_name.|"), [""; 0]);
    assert_eq!(complete(&lab, "1.|"), [""; 0]);
    let run = options(&lab, "plugin.|").into_iter().find(|option| option["label"] == "run").unwrap();
    assert_eq!(
        run,
        json!({ "label": "run", "type": "function", "detail": "(task, *, retries=3)", "info": "Run the task." })
    );
    let secret = options(&lab, "plugin.|").into_iter().find(|option| option["label"] == "secret").unwrap();
    assert_eq!(secret["type"], "property");
}

#[test]
fn a_broken_interpreter_is_looked_at_all_the_same() {
    let mut lab = Lab::new();
    lab.shows("import builtins, json, inspect, sys\nx = [1]\nsys.modules.clear()\njson.dumps = None\ninspect.signature = None\nbuiltins.len = builtins.type = builtins.isinstance = builtins.repr = None");
    assert_eq!(row(&variables(&lab), "x")["text"], "[1]");
    assert!(complete(&lab, "x.|").contains(&"append".to_owned()));
}

#[test]
fn reading_input_in_a_fork_finds_its_end() {
    let mut lab = Lab::new();
    lab.shows("class A:\n    def __repr__(self): return input()\na = A()");
    assert_eq!(row(&variables(&lab), "a")["text"], "its repr raises EOFError");
}

#[test]
fn very_many_variables_and_very_long_names_are_cut_and_counted() {
    let mut lab = Lab::new();
    lab.shows("g = globals()\nlong = 'x' * 10**6\nfor end in 'ab': g[long + end] = end\ng[5] = g[None] = 1\ng['\\ud800'] = g['a\\u202eb'] = g[''] = g['a b'] = 2\nA = type('C' * 10**6, (), {})\na = A()\ng.update((f'n{i}', i) for i in range(10**5))");
    let answer = lab.look(&json!({ "ask": "variables", "skip": [] }), WITHIN).unwrap();
    let rows = answer["rows"].as_array().unwrap_or_else(|| panic!("{answer}"));
    // Eleven variables come before the 100,000: `g`, `long`, `end`, the two long names, four odd ones, `A` and `a`. The
    // names 5 and None are not strings, so they are not listed.
    let names: Vec<_> = rows.iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!((rows.len(), answer["more"].as_u64()), (500, Some(100_000 + 11 - 500)), "{:?}", &names[..12]);
    assert_eq!(names.iter().collect::<std::collections::HashSet<_>>().len(), 500, "no name twice");
    assert!(
        answer.to_string().len() < 150_000 && lab.host.take(4).len() < 20_000,
        "what was looked at is said, in short"
    );
    assert_eq!(names.iter().filter(|name| name.starts_with("xxxx") && name.contains('…')).count(), 2);
    for name in [r"'\ud800'", r"'a\u202eb'", "''", "a b", "n0"] {
        row(rows, name);
    }
    assert!(row(rows, "a")["type"].as_str().unwrap().starts_with("CCCC"));
    assert_eq!(variables(&lab).len(), 500, "a name that long may hang, too, and is then known by what was said");
    let skipped = names[3];
    let answer = lab.look(&json!({ "ask": "variables", "skip": [skipped] }), WITHIN).unwrap();
    assert_eq!(row(answer["rows"].as_array().unwrap(), skipped)["text"], "its repr does not end");
}

/// Variables whose classes misbehave when somebody looks at them, and some very large ones.
const SLY: &str = "import sys, types
class Equal(type):
    def __eq__(self, other): raise ValueError('not to be compared')
    def __getattribute__(self, name): raise ValueError('not to be asked')
    __mro__ = __name__ = __bases__ = 5
class Odd(metaclass=Equal): pass
odd = Odd()
class NoDict: __dict__ = 5
no_dict = NoDict()
class Endless:
    @property
    def __dict__(self):
        while True: pass
endless = Endless()
class Text(str):
    def __getitem__(self, at): raise ValueError
    def __len__(self): return 5
    def __str__(self): return self
    __iter__ = __add__ = __format__ = None
class Sly:
    def __repr__(self): return Text('text')
sly = Sly()
class Long:
    def __repr__(self): return 'y' * 10**7
long = [Long()] * 100
def function(): pass
function.__name__ = Text('function')
module = types.ModuleType('module')
module.__file__ = object()
far = range(10**30)
nested = {1: Odd, (): [odd, Text('t')]}
attributes = Sly()
for number in range(10**5): setattr(attributes, f'a{number}', number)
big = list(range(10**6))
last = 1
";

#[test]
fn no_value_spoils_the_list() {
    let mut lab = Lab::new();
    lab.shows(SLY);
    let rows = variables(&lab);
    let cell = |name: &str| (row(&rows, name)["type"].as_str().unwrap(), row(&rows, name)["text"].as_str().unwrap());
    assert_eq!(cell("Odd"), ("class (Equal)", "class Odd"));
    assert_eq!(cell("odd").0, "Odd");
    assert_eq!(cell("sly"), ("Sly", "text"));
    assert_eq!(cell("function").0, "function");
    assert_eq!(cell("module"), ("module", "built in"));
    assert_eq!(cell("far").0, "range");
    assert_eq!(cell("last"), ("int", "1"));
    assert_eq!(cell("no_dict").0, "NoDict");
    assert_eq!(cell("endless").0, "Endless");
    assert!(cell("long").1.starts_with("[yyy") && cell("nested").1.starts_with('{'));
    assert_eq!(row(&rows, "big")["size"], "1,000,000 items");
    let again = variables(&lab);
    assert!(
        rows.iter().zip(&again).all(|(one, other)| one["mark"] == other["mark"]),
        "what is the same has the same mark"
    );
}

#[test]
fn reprs_are_left_out_where_several_do_not_end() {
    let mut lab = Lab::new();
    lab.shows("class Loop:\n    def __repr__(self):\n        while True: pass\nloops = [Loop() for _ in range(5)]\na, b = loops[:2]\nd = {'k': (1, a)}\nx = [1, 2.5, 'three']\ndef f(): pass\nm = a.__repr__\nf.__signature__ = a");
    let answer = lab.look(&json!({ "ask": "variables", "skip": [], "reprs": false }), WITHIN).unwrap();
    let rows = answer["rows"].as_array().unwrap_or_else(|| panic!("{answer}"));
    assert_eq!(row(rows, "x")["text"], "[1, 2.5, 'three']");
    assert_eq!(row(rows, "a")["text"], "<Loop; reprs are left out: several do not end>");
    assert!(row(rows, "d")["text"].as_str().unwrap().starts_with("{'k': (1, <Loop; reprs"));
    assert!(row(rows, "f")["text"].as_str().unwrap().starts_with("<function f at"));
    assert_eq!(row(rows, "Loop")["text"], "class Loop");
}

#[test]
fn completions_are_bounded_and_nothing_spoils_them() {
    let mut lab = Lab::new();
    lab.shows(&format!("{SLY}\nsys.modules[5] = sys.modules[Text('odd')] = module\nclass Many:\n    def __dir__(self): return [f'name{{i}}' for i in range(10**5)] + ['x' * 10**6, Text('t')]\nmany = Many()\nglobals().update((f'n{{i}}', i) for i in range(10**5))\nglobals()['y' * 10**6] = 1\ndef takes(**names): pass\nimport inspect\ntakes.__signature__ = inspect.Signature([inspect.Parameter(f'p{{i}}', inspect.Parameter.KEYWORD_ONLY) for i in range(10**4)])"));
    for (text, some) in [
        ("many.|", "name0"),
        ("n|", "n99999"),
        ("import js|", "json"),
        ("odd.|", "__class__"),
        ("takes(|", "p0="),
        ("from json import |", "loads"),
        ("lam|", "lambda"),
        ("pri|", "print"),
    ] {
        let found = options(&lab, text);
        assert!(
            found.len() <= 1_000 && found.iter().any(|option| option["label"] == some),
            "{some} in {text}: {} options",
            found.len()
        );
        assert!(json!(found).to_string().len() < 250_000, "{text}");
    }
}
