//! Tracebacks are as CPython 3.14 writes them, and have no frames of our own Python files.

use crate::Lab;

/// Checks the traceback of a cell that an exception leaves.
#[track_caller]
fn traceback(source: &str, expected: &str) {
    let failure = Lab::new().fails(source);
    assert_eq!(failure.traceback, expected);
}

#[test]
fn source_lines_and_carets() {
    traceback(
        "def inner(a):\n    return a / 0\n\ninner(1)\n",
        r#"Traceback (most recent call last):
  File "<cell test>", line 4, in <module>
    inner(1)
    ~~~~~^^^
  File "<cell test>", line 2, in inner
    return a / 0
           ~~^~~
ZeroDivisionError: division by zero
"#,
    );
}

#[test]
fn causes_contexts_and_notes() {
    traceback(
        "try:\n    {}['k']\nexcept KeyError as error:\n    new = ValueError('no k')\n    new.add_note('look twice')\n    raise new from error\n",
        r#"Traceback (most recent call last):
  File "<cell test>", line 2, in <module>
    {}['k']
    ~~^^^^^
KeyError: 'k'

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "<cell test>", line 6, in <module>
    raise new from error
ValueError: no k
look twice
"#,
    );
}

#[test]
fn groups() {
    traceback(
        "raise ExceptionGroup('two', [ValueError(1), TypeError(2)])",
        r#"  + Exception Group Traceback (most recent call last):
  |   File "<cell test>", line 1, in <module>
  |     raise ExceptionGroup('two', [ValueError(1), TypeError(2)])
  | ExceptionGroup: two (2 sub-exceptions)
  +-+---------------- 1 ----------------
    | ValueError: 1
    +---------------- 2 ----------------
    | TypeError: 2
    +------------------------------------
"#,
    );
}

#[test]
fn recursion_is_shortened() {
    let failure = Lab::new().fails("def f(): return f()\nf()");
    assert_eq!(failure.exception, "RecursionError");
    assert!(failure.traceback.contains("[Previous line repeated 9"), "{}", failure.traceback);
    assert!(failure.traceback.lines().count() < 20);
}

#[test]
fn syntax_errors() {
    traceback(
        "x = 1\nif x\n    pass\n",
        "  File \"<cell test>\", line 2\n    if x\n        ^\nSyntaxError: expected ':'\n",
    );
    assert_eq!(Lab::new().fails("x = (1,\n").line, Some(1));
    assert_eq!(Lab::new().fails("def f():\nreturn 1\n").exception, "IndentationError");
}

#[test]
fn suggestions() {
    let last = |source: &str| Lab::new().fails(source).traceback.lines().last().unwrap_or_default().to_owned();
    assert_eq!(last("value = 1\nvaleu"), "NameError: name 'valeu' is not defined. Did you mean: 'value'?");
    assert_eq!(
        last("class A: colour = 1\nA().color"),
        "AttributeError: 'A' object has no attribute 'color'. Did you mean: 'colour'?"
    );
    assert_eq!(last("import nothing_such"), "ModuleNotFoundError: No module named 'nothing_such'");
}

#[test]
fn frames_of_our_files_are_left_out() {
    for source in [
        "open('nope')",
        "import os; os.mkdir('/a/b')",
        "import os; os.stat('nope')",
        "import importlib; importlib.import_module('nope')",
        "import traceback\ntry: open('nope')\nexcept OSError: text = traceback.format_exc()\nraise Exception(text)",
    ] {
        let failure = Lab::new().fails(source);
        assert!(!failure.traceback.contains("<workbook"), "{}", failure.traceback);
    }
}

#[test]
fn a_reader_who_breaks_everything_still_gets_a_traceback() {
    for breakage in [
        "import traceback, linecache\ntraceback.TracebackException = None\nlinecache.getline = None",
        "import builtins\nbuiltins.len = builtins.isinstance = builtins.str = None",
        "import sys\nsys.modules.clear()",
        "import builtins\nfor name in list(vars(builtins)): delattr(builtins, name)",
        "import re, tokenize\nre.compile = tokenize.open = None",
        "import sys\nsys.stderr = sys.stdout = None",
    ] {
        let mut lab = Lab::new();
        lab.run(breakage).unwrap_or_else(|fault| panic!("{fault}: {breakage}"));
        let failure = lab.fails("1 / 0");
        assert_eq!(failure.exception, "ZeroDivisionError", "after {breakage}");
        assert!(failure.traceback.contains("line 1, in <module>"), "{}", failure.traceback);
        assert!(failure.traceback.ends_with("ZeroDivisionError: division by zero\n"), "{}", failure.traceback);
        // Our copy of `traceback` imports modules that it shares with the reader. If those are broken, Rust writes the
        // traceback (interpreter/src/failure.rs), which then lacks the source lines.
        let short = breakage.contains("builtins") || breakage.contains("re.compile");
        assert!(short || failure.traceback.contains("    1 / 0\n"), "after {breakage}\n{}", failure.traceback);
    }
}

#[test]
fn an_exception_that_can_not_be_shown_is_still_named() {
    let failure = Lab::new().fails("class E(Exception):\n    def __str__(self): raise RuntimeError\nraise E");
    assert!(failure.traceback.contains("E: <exception str() failed>"), "{}", failure.traceback);
}
