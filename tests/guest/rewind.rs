//! The property that Undo, Redo, jumps and resets rely on: in whatever way the reader has come to a state, the
//! interpreter's memory is the same, byte for byte, as after a straight run. That is a run, in a pristine interpreter,
//! of only those cells that led to the state.

use std::collections::BTreeMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use paper::Code;
use workbook::bench::{Anchor, Checkpoint, Led, Route, Step, Tape, Timeline, Way};

use crate::Lab;

/// Cells that change things which are hard to put back: a memory that has grown, identities, random numbers, time,
/// modules, files, the garbage collector, generators that are suspended, exceptions.
const CELLS: &[&str] = &[
    "xs = [i for i in range(1000)]",
    "xs = globals().get('xs', [])\nxs.append(len(xs))\nlen(xs)",
    "import random, time\nr = (random.random(), time.time())",
    "big = 'x' * 5_000_000",
    "big = None\nimport gc\ngc.collect()",
    "import json\njson.dumps = lambda *a, **k: 'patched'",
    "import importlib, json\nimportlib.reload(json)\njson.dumps([1])",
    "class Node:\n    def __init__(self, n): self.next = n\nring = Node(None)\nring.next = Node(ring)",
    "def count():\n    n = 0\n    while True:\n        n += 1\n        yield n\ncounter = count()\nnext(counter)",
    "next(counter)",
    "open('notes.txt', 'a').write('line\\n')\nopen('notes.txt').read()",
    "1 / 0",
    "import decimal\ndecimal.getcontext().prec = 5\nd = decimal.Decimal(1) / 3",
    "import uuid, os\nids = [uuid.uuid4() for _ in range(10)], os.urandom(16)",
    "cache = {}\nfor i in range(20000): cache[i] = str(i)",
    "cache = {}\nimport sys\nsys.setrecursionlimit(900)",
];

/// A generator of random numbers. The same seed gives the same numbers, so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        let mut hasher = DefaultHasher::new();
        self.0.hash(&mut hasher);
        self.0 = hasher.finish();
        (self.0 % sides as u64) as usize
    }
}

/// A run of a cell.
#[derive(Clone)]
struct Ran {
    /// The cell's index in [`CELLS`].
    cell: usize,
    /// What the run was told.
    tape: Tape,
}

/// What the desk holds without reading it: packed steps and whole states, by the numbers of their moments.
#[derive(Default)]
struct Shelf {
    steps: BTreeMap<u32, Vec<u8>>,
    wholes: BTreeMap<u32, Vec<u8>>,
}

impl Shelf {
    /// The state at the end of a route.
    fn state(&self, route: &Route) -> Checkpoint {
        let anchor = match route.anchor {
            Anchor::Pristine => Checkpoint::default(),
            Anchor::Whole { number, .. } => Checkpoint::unpack(&self.wholes[&number]).expect("it was packed"),
            Anchor::Live { .. } => unreachable!("nothing is let go here"),
        };
        route.steps.iter().fold(anchor, |state, number| {
            let step = Step::unpack(&self.steps[number]).expect("it was packed");
            step.taken(&state, Way::Forth).expect("the step begins here")
        })
    }
}

/// A cell by its index in [`CELLS`].
fn code(cell: usize) -> Code {
    Code { cell: format!("c{cell}"), source: CELLS[cell].into() }
}

/// Repeats runs one after another in a pristine interpreter, each with its tape, and gives the memory after them.
fn straight(runs: &[Ran]) -> Vec<u8> {
    let mut lab = Lab::new();
    for ran in runs {
        lab.bench.run(&code(ran.cell), &mut ran.tape.clone()).expect("it ran before");
        lab.bench.checkpoint().expect("a fresh instance can be made");
    }
    lab.memory()
}

#[test]
fn whatever_way_a_state_was_reached_its_memory_is_the_same() {
    for seed in 0..6 {
        let mut dice = Dice(seed);
        let mut lab = Lab::new();
        let mut timeline: Timeline<Ran> = Timeline::default();
        let (mut shelf, mut number) = (Shelf::default(), 0);
        let mut story = Vec::new();
        for _ in 0..24 {
            match dice.roll(10) {
                0 | 1 if timeline.here() > 0 => {
                    story.push("undo".to_owned());
                    // A worker that is in the present state takes one step back.
                    let last = timeline.moments()[timeline.here() - 1].number;
                    timeline.go(timeline.here() - 1);
                    let back = match shelf.steps.get(&last) {
                        Some(step) => Step::unpack(step).unwrap().taken(lab.bench.state(), Way::Back).unwrap(),
                        None => lab.bench.state().clone(),
                    };
                    assert!(back == shelf.state(&timeline.route_here()), "both ways lead to the same state");
                    lab.bench.restore(back).unwrap();
                }
                2 if timeline.here() < timeline.moments().len() => {
                    story.push("redo".to_owned());
                    timeline.go(timeline.here() + 1);
                    lab.bench.restore(shelf.state(&timeline.route_here())).unwrap();
                }
                3 => {
                    let to = dice.roll(timeline.moments().len() + 1);
                    story.push(format!("jump to {to}"));
                    timeline.go(to);
                    lab.bench.restore(shelf.state(&timeline.route_here())).unwrap();
                }
                4 => {
                    story.push("carry to another instance, as bytes, and hold the whole state".to_owned());
                    let packed = lab.bench.state().pack();
                    lab = Lab::new();
                    lab.bench.restore(Checkpoint::unpack(&packed).unwrap()).unwrap();
                    let here = timeline.route_here();
                    if let Some(last) = here.steps.last() {
                        timeline.keep_whole(*last, packed.len());
                        shelf.wholes.insert(*last, packed);
                    }
                }
                5 => {
                    story.push("look".to_owned());
                    lab.look(&serde_json::json!({ "ask": "variables", "skip": [] }), 60_000.0).unwrap();
                }
                6 => {
                    story.push("a run that traps".to_owned());
                    lab.run("xs = ring = cache = None\nimport os\nos._exit(1)").unwrap_err();
                }
                _ => {
                    let cell = dice.roll(CELLS.len());
                    story.push(format!("run {cell}"));
                    let mut tape = Tape::default();
                    lab.bench.run(&code(cell), &mut tape).unwrap_or_else(|fault| panic!("{fault} after {story:?}"));
                    number += 1;
                    let step = lab.bench.checkpoint().unwrap();
                    let packed = step.pack();
                    timeline.push(
                        number,
                        Ran { cell, tape },
                        if step.is_nothing() { Led::Nowhere } else { Led::Step(packed.len()) },
                    );
                    if !step.is_nothing() {
                        shelf.steps.insert(number, packed);
                    }
                }
            }
        }
        let survivors: Vec<Ran> =
            timeline.moments()[..timeline.here()].iter().map(|moment| moment.about.clone()).collect();
        let fork = lab.bench.fork().unwrap();
        assert!(lab.memory() == straight(&survivors), "seed {seed}: {story:?}");
        assert!(crate::memory_of(&fork) == lab.memory(), "a fork is the same, seed {seed}");
    }
}

#[test]
fn five_hundred_small_runs_fit() {
    let mut lab = Lab::new();
    let mut timeline: Timeline<()> = Timeline::default();
    let mut shelf = Shelf::default();
    for number in 1..=500 {
        let source = match number % 5 {
            0 => format!("x{number} = [i * i for i in range(50)]"),
            1 => format!("def f{number}(a): return a + {number}\nf{number}(1)"),
            2 => format!("class C{number}:\n    def m(self): return {number}\nprint(C{number}().m())"),
            3 => "import json\njson.loads(json.dumps({'a': [1, 2, 3]}))".into(),
            _ => "sum(len(v) for v in list(globals().values()) if isinstance(v, list))".to_owned(),
        };
        lab.bench.run(&Code { cell: format!("c{number}"), source }, &mut Tape::default()).unwrap();
        let packed = lab.bench.checkpoint().unwrap().pack();
        timeline.push(number, (), Led::Step(packed.len()));
        shelf.steps.insert(number, packed);
    }
    let megabytes = timeline.bytes() as f64 / 1e6;
    println!("500 runs take {megabytes:.1} MB");
    assert!(megabytes < 60.0, "{megabytes} MB");
    let memory = lab.memory();
    lab.bench.restore(shelf.state(&timeline.route(0))).unwrap();
    assert!(lab.memory() == Lab::new().memory());
    lab.bench.restore(shelf.state(&timeline.route(500))).unwrap();
    assert!(lab.memory() == memory);
}
