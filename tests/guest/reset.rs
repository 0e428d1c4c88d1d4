//! Reset, checkpoints and restore: an interpreter's state can be copied, carried elsewhere and put back.

use crate::{Checkpoint, Lab};

/// Cells that change something outside of their own names, each with an expression whose value shows the change.
const PATCHES: &[(&str, &str)] = &[
    ("import json\njson.dumps = lambda *a, **k: 'patched'", "__import__('json').dumps(1)"),
    ("import builtins\nbuiltins.len = lambda _: -1", "len([])"),
    (
        "import sys\nsys.modules['json'] = 5\nsys.modules['ghost'] = sys",
        "__import__('sys').modules.get('ghost'), type(__import__('json')).__name__",
    ),
    (
        "import sys\nsys.meta_path.insert(0, type('F', (), {'find_spec': lambda *a: None}))",
        "len(__import__('sys').meta_path)",
    ),
    (
        "import collections.abc\nclass Own: pass\ncollections.abc.Sequence.register(Own)\nissubclass(Own, collections.abc.Sequence)",
        "len(__import__('_abc')._get_dump(__import__('collections.abc').abc.Sequence)[0])",
    ),
    (
        "import sys\nsys.addaudithook(lambda *a: None)\nsys.setrecursionlimit(500)",
        "__import__('sys').getrecursionlimit()",
    ),
    ("open('left.txt', 'w').close()", "__import__('os').listdir()"),
];

#[test]
fn reset_gives_the_pristine_interpreter() {
    let pristine = Lab::new().memory();
    for (patch, probe) in PATCHES {
        let mut lab = Lab::new();
        let before = lab.shows(probe);
        lab.bench.restore(Checkpoint::default()).unwrap();
        lab.shows(patch);
        assert_ne!(lab.shows(probe), before, "the patch is seen:\n{patch}");
        lab.bench.restore(Checkpoint::default()).unwrap();
        assert!(lab.memory() == pristine, "every byte is pristine after\n{patch}");
        assert_eq!(lab.shows(probe), before);
    }
}

#[test]
fn a_checkpoint_carries_a_state_to_another_instance() {
    let mut lab = Lab::new();
    lab.shows("import json\nx = {'n': list(range(1000))}\njson.dumps = len\nbig = 'x' * 30_000_000");
    let memory = lab.memory();
    let bytes = lab.bench.state().pack();
    let mut other = Lab::new();
    other.bench.restore(Checkpoint::unpack(&bytes).unwrap()).unwrap();
    assert!(other.memory() == memory, "every byte is the same");
    assert_eq!(other.shows("len(big), sum(x['n']), json.dumps([1, 2])"), "(30000000, 499500, 2)");
}

#[test]
fn identity_is_the_same_in_a_copy() {
    let mut lab = Lab::new();
    lab.shows("class A: pass\na = A()");
    let checkpoint = lab.bench.state().clone();
    let mut copy = Lab::new();
    copy.bench.restore(checkpoint).unwrap();
    assert_eq!(lab.shows("id(a), id(len)"), copy.shows("id(a), id(len)"));
}

#[test]
fn restoring_again_and_again_does_not_grow_the_memory() {
    let mut lab = Lab::new();
    lab.shows("x = 1");
    let checkpoint = lab.bench.state().clone();
    let size = lab.memory().len();
    for _ in 0..20 {
        lab.bench.restore(checkpoint.clone()).unwrap();
        lab.shows("x += 1");
    }
    assert_eq!(lab.memory().len(), size);
    assert_eq!(lab.shows("x"), "2");
}
