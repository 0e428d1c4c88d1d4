//! `input()`: a run that needs another line is undone, and repeated from the state before it with one line more on its
//! tape.

use paper::{Code, Outcome};
use workbook::bench::{Fault, Tape};

use crate::Lab;

/// Runs a cell, and gives it one of the `lines` each time it waits for input; `None` ends the input. Gives how
/// the cell ended, what its last attempt has written to stdout, and how many attempts there were.
fn talk(lab: &mut Lab, source: &str, lines: &[Option<&str>]) -> (Result<Outcome, Fault>, String, usize) {
    let code = Code { cell: "talk".into(), source: source.into() };
    let mut tape = Tape::default();
    let mut lines = lines.iter();
    let mut written = String::new();
    for attempt in 1.. {
        let ended = lab.bench.run(&code, &mut tape);
        let now = lab.host.take(1);
        assert!(now.starts_with(&written), "a repeated run writes the same again: {written:?}, then {now:?}");
        written = now;
        match (&ended, lines.next()) {
            (Err(Fault::Input), Some(line)) => tape.type_line(line.map(|line| format!("{line}\n"))),
            (_, None) if ended != Err(Fault::Input) => {
                lab.bench.checkpoint().expect("a fresh instance can be made");
                return (ended, written, attempt);
            }
            other => panic!("{other:?} after {written}"),
        }
    }
    unreachable!("the loop ends by returning");
}

/// How a cell without a result ends well.
fn ok() -> Result<Outcome, Fault> {
    Ok(Outcome::Finished { result: None })
}

#[test]
fn a_line_is_asked_for_and_given() {
    let mut lab = Lab::new();
    let (ended, written, attempts) = talk(&mut lab, "name = input('Name: ')\nprint('Hello', name)", &[Some("Ada")]);
    assert_eq!((ended, written.as_str(), attempts), (ok(), "Name: Hello Ada\n", 2));
    assert_eq!(lab.shows("name"), "'Ada'");
}

#[test]
fn several_lines_in_loops_and_functions() {
    let mut lab = Lab::new();
    lab.shows("seen = []");
    let source =
        "def ask(n):\n    return int(input(f'{n}? '))\nfor n in range(3):\n    seen.append(ask(n))\nprint(sum(seen))";
    let (ended, written, attempts) = talk(&mut lab, source, &[Some("10"), Some("20"), Some("30")]);
    assert_eq!((ended, written.as_str(), attempts), (ok(), "0? 1? 2? 60\n", 4));
    assert_eq!(lab.shows("seen"), "[10, 20, 30]", "an abandoned attempt left nothing");
    let (_, written, _) = talk(
        &mut lab,
        "import sys\nfor line in sys.stdin: print(line.upper(), end='')",
        &[Some("a"), Some("ä b"), None],
    );
    assert_eq!(written, "A\nÄ B\n");
    let (_, written, _) = talk(&mut lab, "print(sys.stdin.read(1)); print(repr(sys.stdin.readline()))", &[Some("xyz")]);
    assert_eq!(written, "x\n'yz\\n'\n");
}

#[test]
fn the_end_of_input_is_eof_error() {
    let mut lab = Lab::new();
    let (ended, _, _) = talk(&mut lab, "input()", &[None]);
    assert!(matches!(ended, Ok(Outcome::Raised(failure)) if failure.exception == "EOFError"));
    let (ended, written, _) = talk(
        &mut lab,
        "try:\n    while True: print(input())\nexcept EOFError: print('end')",
        &[Some("1"), Some(""), None],
    );
    assert_eq!((ended, written.as_str()), (ok(), "1\n\nend\n"));
}

#[test]
fn a_run_that_waits_has_done_nothing() {
    let mut lab = Lab::new();
    lab.shows("import json\nkept = 1");
    let before = lab.memory();
    assert_eq!(lab.run("kept = 2\njson.dumps = len\ninput()"), Err(Fault::Input));
    assert!(lab.memory() == before, "every byte is as before");
}

#[test]
fn time_and_chance_are_the_same_when_a_run_is_repeated() {
    let mut lab = Lab::new();
    let source = "import random, time, os, uuid, datetime\n\
        print(time.time(), time.perf_counter(), time.monotonic(), datetime.datetime.now(), random.random(), os.urandom(8), uuid.uuid4())\n\
        time.sleep(2)\nfor _ in range(1000): t = time.time()\nprint(t)\ninput()\nprint(time.time() >= t)";
    let (ended, written, attempts) = talk(&mut lab, source, &[Some("")]);
    assert_eq!((ended, attempts), (ok(), 2));
    assert!(written.ends_with("True\n"), "{written}");
}

#[test]
fn a_tape_repeats_a_run_bit_for_bit() {
    let mut lab = Lab::new();
    let code = Code {
        cell: "x".into(),
        source: "import random, time, secrets\nxs = [(random.random(), secrets.token_hex(4), time.time_ns()) for _ in range(500)]\nxs[-1]".into(),
    };
    let mut tape = Tape::default();
    let first = lab.bench.run(&code, &mut tape).unwrap();
    let memory = lab.memory();
    lab.bench.restore(Default::default()).unwrap();
    assert_ne!(lab.bench.run(&code, &mut Tape::default()).unwrap(), first, "without the tape it is another run");
    lab.bench.restore(Default::default()).unwrap();
    assert_eq!(lab.bench.run(&code, &mut tape.clone()).unwrap(), first);
    assert!(lab.memory() == memory, "every byte is the same");
}

#[test]
fn the_clocks_agree_and_sleeping_costs_nothing() {
    let mut lab = Lab::new();
    let source = "import time, datetime\n\
        def all(): return [time.time(), time.monotonic(), time.perf_counter(), datetime.datetime.now().timestamp(), time.time_ns() / 1e9, time.monotonic_ns() / 1e9]\n\
        a = all()\ntime.sleep(86400)\nb = all()\n[round(y - x) for x, y in zip(a, b)]";
    assert_eq!(lab.shows(source), "[86400, 86400, 86400, 86400, 86400, 86400]");
    assert_eq!(lab.shows("c = all()\nmin(y - x for x, y in zip(b, c)) >= 0"), "True", "no clock goes back");
}
