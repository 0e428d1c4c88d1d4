//! Faults of the machine: after each of them the interpreter is in the state from before the run.

use crate::{Fault, Lab, Outcome};

/// Runs a cell that may make the machine fail. Checks that a variable from before the run is still there afterwards,
/// and that the next run works. Gives how the cell ended.
fn survives(source: &str) -> Result<Outcome, Fault> {
    let mut lab = Lab::new();
    lab.shows("before = 'here'");
    let ended = lab.run(source);
    assert_eq!(lab.shows("before"), "'here'", "after:\n{source}");
    lab.shows("sum(range(10))");
    ended
}

#[test]
fn a_memory_bomb() {
    let bombs = ["a = []\nwhile True: a.append('x' * 10**6)", "'x' * 10**10", "a = bytearray(2**31)", "[0] * 10**9"];
    for bomb in bombs {
        match survives(bomb) {
            Err(fault) => assert_eq!(fault, Fault::Memory, "{bomb}"),
            Ok(Outcome::Raised(failure)) => {
                assert!(["MemoryError", "OverflowError"].contains(&failure.exception.as_str()), "{failure:?}");
            }
            Ok(other) => panic!("{other:?} from {bomb}"),
        }
    }
}

#[test]
fn os_exit() {
    assert_eq!(survives("import os\nbefore = 'gone'\nos._exit(3)"), Err(Fault::Exit(3)));
}

#[test]
fn recursion_of_the_usual_shapes_is_pythons_own_error() {
    let shapes = [
        "def f(): f()\nf()",
        "class A:\n    def __getattr__(self, name): return getattr(self, name + 'x')\nA().y",
        "class A:\n    def __repr__(self): return repr(self)\nrepr(A())",
        "def f(x): return sorted([1, 2], key=f)\nf(1)",
        "def deco(g):\n    def w(*a, **k): return g(*a, **k)\n    return w\n@deco\ndef f(): return f()\nf()",
        "class A:\n    def __eq__(self, other): return self == other\nA() == A()",
        "class A:\n    def __init__(self): A()\nA()",
        "class A:\n    @property\n    def p(self): return self.p\nA().p",
        "def f(): return eval('f()')\nf()",
        "def f(x): return list(map(f, [x]))\nf(1)",
    ];
    for shape in shapes {
        match survives(shape) {
            Ok(Outcome::Raised(failure)) => assert_eq!(failure.exception, "RecursionError", "{shape}"),
            other => panic!("{other:?} from:\n{shape}"),
        }
    }
}

#[test]
fn nesting_deeper_than_any_stack() {
    // Python counts how deep a repr is. It does not count how deep the parser and the compiler are.
    match survives("a = []\nfor _ in range(10**5): a = [a]\nrepr(a)") {
        Ok(Outcome::Raised(failure)) => assert_eq!(failure.exception, "RecursionError"),
        other => panic!("{other:?}"),
    }
    for source in ["eval('+'.join(['1'] * 20000))", "(".repeat(10_000).as_str()] {
        assert_eq!(survives(source), Err(Fault::Stack), "{}", &source[..20]);
    }
}
