//! Questions are answered in forks: what they run never happens in the reader's interpreter.

use serde_json::{Value, json};

use crate::Lab;

/// Milliseconds for an answer on a busy machine.
const WITHIN: f64 = 60_000.0;

fn variables(lab: &Lab) -> Vec<Value> {
    let answer = lab.bench.look(&json!({ "ask": "variables", "skip": [] }), WITHIN).unwrap();
    answer["rows"].as_array().unwrap_or_else(|| panic!("{answer}")).clone()
}

fn row<'a>(rows: &'a [Value], name: &str) -> &'a Value {
    rows.iter().find(|row| row["name"] == name).unwrap_or_else(|| panic!("no {name} in {rows:?}"))
}

/// Labels of the completions where `|` stands.
fn complete(lab: &Lab, text: &str) -> Vec<String> {
    options(lab, text).iter().map(|option| option["label"].as_str().unwrap().to_owned()).collect()
}

fn options(lab: &Lab, text: &str) -> Vec<Value> {
    let (before, after) = text.split_once('|').unwrap();
    let answer = lab.bench.look(&json!({ "ask": "complete", "before": before, "after": after }), WITHIN).unwrap();
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
        (row["type"].as_str().unwrap(), row["kind"].as_str().unwrap(), row["text"].as_str().unwrap(), row["size"].as_str().unwrap())
    };
    assert_eq!(cell("x"), ("list", "value", "[1, 'zwei', 3.0]", "3 items"));
    assert_eq!(cell("d"), ("dict", "value", "{0: '0', 1: '1', 2: '2', 3: '3', 4: '4', 5: '5', 6: '6', 7: '7', …}", "1,000 items"));
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
    let changed: Vec<_> = after.iter().filter(|new| row(&before, new["name"].as_str().unwrap())["mark"] != new["mark"]).collect();
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
    assert_eq!(run, json!({ "label": "run", "type": "function", "detail": "(task, *, retries=3)", "info": "Run the task." }));
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
