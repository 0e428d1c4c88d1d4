//! What a run of a cell does: its result, its names, its streams, and the ways in which it can end.

use crate::{Lab, Outcome};

#[test]
fn the_last_expression_is_the_result() {
    let mut lab = Lab::new();
    assert_eq!(lab.shows("x = 40\nx + 2"), "42");
    assert_eq!(lab.shows("'it' + chr(39) + 's'"), "\"it's\"");
    for silent in ["None", "x = 5", "def f(): return 1", "class A: pass", "", "# only a comment", "pass"] {
        assert_eq!(lab.shows(silent), "", "of {silent:?}");
    }
    assert_eq!(lab.shows("print('a'); 7"), "a\n7");
    assert_eq!(lab.shows("for i in range(2):\n    i"), "");
}

#[test]
fn names_live_on_in_main() {
    let mut lab = Lab::new();
    lab.shows("x = [1]\ndef add(n): x.append(n)");
    assert_eq!(lab.shows("add(2)\nx"), "[1, 2]");
    assert_eq!(lab.shows("__name__, add.__module__"), "('__main__', '__main__')");
    assert_eq!(lab.shows("import sys; sys.modules['__main__'].x is x"), "True");
}

#[test]
fn streams_are_told_apart_and_nothing_is_lost() {
    let mut lab = Lab::new();
    lab.run("import sys\nprint('out', end='')\nprint('err', file=sys.stderr)\nsys.stdout.write('more')").unwrap();
    assert_eq!((lab.host.take(1).as_str(), lab.host.take(2).as_str()), ("outmore", "err\n"));
    assert_eq!(lab.shows("_ = sys.stdout.buffer.write(b'bytes')"), "bytes");
}

#[test]
fn odd_characters_do_no_harm() {
    let mut lab = Lab::new();
    assert_eq!(lab.shows(r"print('a\0b')"), "a\0b\n");
    assert_eq!(lab.shows(r"'\ud800'"), r"'\ud800'");
    let failure = lab.fails(r"print('\ud800')");
    assert_eq!(failure.exception, "UnicodeEncodeError");
    lab.run(r"import sys; print('\ud800', file=sys.stderr)").unwrap();
    assert_eq!(lab.host.take(2), "\\ud800\n");
    let failure = lab.fails(r"raise ValueError('\ud800 and \0')");
    assert!(failure.traceback.contains("ValueError"));
    assert_eq!(lab.shows("print('ä€🐍')"), "ä€🐍\n");
    assert_eq!(lab.shows("1"), "1");
}

#[test]
fn exit_ends_the_run_and_not_the_interpreter() {
    let mut lab = Lab::new();
    lab.shows("x = 1");
    let exit = |code: &str| Ok(Outcome::Exited { code: code.into() });
    assert_eq!(lab.run("import sys\nsys.exit()\nx = 2"), exit(""));
    assert_eq!(lab.run("sys.exit(3)"), exit("3"));
    assert_eq!(lab.run("exit('bye')"), exit("bye"));
    assert_eq!(lab.run("raise SystemExit(None)"), exit(""));
    assert_eq!(lab.shows("x"), "1");
}

#[test]
fn texts_of_any_length_are_cut_where_they_leave_the_guest() {
    let mut lab = Lab::new();
    let Ok(Outcome::Exited { code }) = lab.run("import sys\nsys.exit('x' * 10**7)") else { panic!("it exits") };
    assert!(
        code.starts_with("xxxx") && code.ends_with("… (9999000 more characters)") && code.len() < 1_100,
        "{}",
        code.len()
    );
    let failure = lab.fails("raise type('E' * 10**6, (Exception,), {})('m' * 10**6)");
    assert!(failure.exception.starts_with("EEEE") && failure.exception.len() < 300, "{}", failure.exception.len());
    assert!(failure.traceback.len() < 101_000 && failure.traceback.contains("line 1, in <module>"));
    let shown = lab.shows("class Long:\n    def __repr__(self): return 'r' * (150 << 20)\nLong()");
    assert!(
        shown.starts_with("rrrr") && shown.len() < 101_000,
        "a repr for which there is room is cut, not copied first"
    );
    let broken = "import builtins\nnames = vars(builtins)\ndeep = type('E' * 10**6, (RuntimeError,), {})\ndef fall(n):\n    if n: fall(n - 1)\n    names.clear()\n    raise deep\nfall(200)";
    let failure = lab.fails(broken);
    assert!(
        failure.exception.starts_with("EEEE") && failure.traceback.len() < 101_000 && failure.line.is_some(),
        "{}",
        failure.traceback.len()
    );
}

#[test]
fn the_last_words_are_not_a_cells_to_say() {
    let mut lab = Lab::new();
    for stream in [0, 3, 5, u32::MAX] {
        let failure = lab.fails(&format!("import _host\n_host.write({stream}, b'exit 0')"));
        assert!(
            failure.traceback.ends_with(&format!("ValueError: there is no stream {stream}\n")),
            "{}",
            failure.traceback
        );
    }
    lab.shows("_host.write(4, b'nobody hears this')");
    assert_eq!(lab.host.take(4), "");
    assert_eq!(lab.shows("_host.write(1, b'heard')"), "heard");
}

#[test]
fn a_program_for_another_interpreter_can_be_sent() {
    let mut lab = Lab::new();
    assert_eq!(lab.fails("import isolation\nisolation.run('print(\"\\ud800\")')").exception, "UnicodeEncodeError");
    let failure = lab.fails("isolation.run('#' * (10**6 + 1))");
    assert!(
        failure.traceback.ends_with("ValueError: a program may have at most 1,000,000 bytes\n"),
        "{}",
        failure.traceback
    );
}

#[test]
fn source_is_found_for_what_cells_define() {
    let mut lab = Lab::new();
    let source =
        "import inspect\ndef f(a):\n    return a\n\nclass A:\n    def m(self):\n        return 1\n\nclass B: pass\n";
    lab.run_as("one", source).unwrap();
    lab.run_as("two", "class C(A):\n    x = 1\n\n@property\ndef g(self):\n    return 2\n").unwrap();
    assert_eq!(lab.shows("inspect.getsource(f)"), r"'def f(a):\n    return a\n'");
    assert_eq!(lab.shows("inspect.getsource(A)"), r"'class A:\n    def m(self):\n        return 1\n'");
    assert_eq!(lab.shows("inspect.getsource(A.m)"), r"'    def m(self):\n        return 1\n'");
    assert_eq!(lab.shows("inspect.getsource(B)"), r"'class B: pass\n'");
    assert_eq!(lab.shows("inspect.getsource(C)"), r"'class C(A):\n    x = 1\n'");
    lab.run_as("one", "def f(a):\n    return a + 1\n").unwrap();
    assert_eq!(lab.shows("inspect.getsource(f)"), r"'def f(a):\n    return a + 1\n'");
    assert_eq!(lab.shows("inspect.getsource(A)"), r"'class A:\n    def m(self):\n        return 1\n'");
    assert!(lab.shows("import json; inspect.getsource(json.loads)").contains("def loads(s"));
}

#[test]
fn files_clocks_and_chance_work() {
    let mut lab = Lab::new();
    assert_eq!(
        lab.shows("with open('a.txt', 'w') as f: _ = f.write('one\\ntwo\\n')\nopen('a.txt').readlines()"),
        r"['one\n', 'two\n']"
    );
    assert_eq!(lab.shows("import os; os.listdir(), os.path.exists('b')"), "(['a.txt'], False)");
    assert_eq!(
        lab.fails("open('nope')").traceback.lines().last(),
        Some("FileNotFoundError: [Errno 2] No such file or directory: 'nope'")
    );
    let slept = lab.shows("import time\na = time.time(), time.monotonic(), time.perf_counter()\ntime.sleep(3600)\nb = time.time(), time.monotonic(), time.perf_counter()\n[round((y - x) / 60) for x, y in zip(a, b)]");
    assert_eq!(slept, "[60, 60, 60]");
    assert_eq!(lab.shows("from datetime import datetime\nabs(datetime.now().timestamp() - time.time()) < 1, datetime.now().year > 2024"), "(True, True)");
    assert_eq!(lab.shows("import random\n0 <= random.random() < 1, len(os.urandom(8))"), "(True, 8)");
}

#[test]
fn two_pristine_interpreters_draw_different_numbers() {
    let draw = || Lab::new().shows("import random\nrandom.random()");
    assert_ne!(draw(), draw());
}
