//! The hostile corpus on the native machine. Cells that do not end by themselves are ended after a while, at a
//! safepoint poll of the guest.

use std::fs::OpenOptions;
use std::io::Write;

use serde_json::json;

use crate::hostile::corpus;
use crate::{Code, Fault, Lab, Machine, Outcome};

/// How many milliseconds a cell may take that might not end.
const LIMIT: f64 = 200.0;

#[test]
fn every_hostile_cell_ends_as_it_says_and_hurts_nothing() {
    let mut wrong = Vec::new();
    for cell in &corpus() {
        // If a cell hangs, its name is the last one that was printed.
        println!("{}", cell.name);
        let mut lab = Lab::new();
        lab.shows("kept = [1, 2]");
        let before = lab.bench.state().clone();
        if cell.may_not_end() {
            lab.bench.machine().expect("a fresh instance can be made").limit(LIMIT);
        }
        let ended = match lab.run(&cell.source) {
            Ok(Outcome::Finished { .. } | Outcome::Exited { .. }) => "ok".to_owned(),
            Ok(Outcome::Raised(failure)) => {
                let class = failure.exception.rsplit('.').next().unwrap_or_default();
                assert!(!failure.traceback.is_empty(), "{}", cell.name);
                format!("error {class}")
            }
            Err(Fault::Memory) => "memory".into(),
            Err(Fault::Stack) => "stack".into(),
            Err(Fault::Exit(_)) => "exit".into(),
            Err(Fault::TimedOut) => "endless".into(),
            // No lines are typed here, and no other interpreter is asked.
            Err(Fault::Input | Fault::Elsewhere(_)) => "waiting".into(),
            Err(Fault::Unrepeatable) => "unrepeatable".into(),
            Err(fault) => format!("panic, {fault}"),
        };
        if !cell.may_end_with(&ended) {
            wrong.push(format!("{} ended with {ended}, not {}", cell.name, cell.ends.join(" or ")));
        }
        // Whatever the cell has broken, the next run ends or can be ended; and in the state from before the cell
        // nothing is broken.
        lab.bench.machine().expect("a fresh instance can be made").limit(10.0 * LIMIT);
        let _ = lab.run("kept");
        lab.bench.restore(before).expect("a fresh instance can be made");
        lab.host.take(1);
        lab.host.take(2);
        assert_eq!(lab.shows("kept"), "[1, 2]", "after {}", cell.name);
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Writes down what was late, where `cargo xtask test` writes down the tests that it has tried twice.
fn forgive(late: &str) {
    let (Some(file), Ok(build)) = (std::env::var_os("WORKBOOK_TRIED_TWICE"), std::env::var("WORKBOOK_TRIED_BUILD"))
    else {
        return;
    };
    let file = OpenOptions::new().create(true).append(true).open(file);
    let written = file.and_then(|mut file| writeln!(file, "{build} native: late, {late}"));
    written.expect("the file can be written");
}

/// How many milliseconds a question may take.
const WITHIN: f64 = 2_000.0;
/// How many bytes an answer may have as JSON. The desk reads, stores and draws answers after each run.
const LONGEST_ANSWER: usize = 400_000;

#[test]
fn what_the_desk_is_told_after_a_hostile_cell_is_small() {
    let mut wrong = Vec::new();
    for cell in corpus().iter().filter(|cell| cell.kind() == "desk") {
        println!("{}", cell.name);
        let mut lab = Lab::new();
        lab.bench.machine().expect("a fresh instance can be made").limit(10.0 * WITHIN);
        let code = Code { cell: "test".into(), source: cell.source.clone() };
        let Ok((_, run)) = lab.record(&code) else { continue };
        let film = lab.look_at_run(run, &json!({ "ask": "film", "cell": code.cell, "source": code.source }), WITHIN);
        let variables = lab.look(&json!({ "ask": "variables", "skip": [] }), WITHIN);
        let completions = lab.look(&json!({ "ask": "complete", "before": "", "after": "" }), WITHIN);
        for (what, answer) in [("film", film), ("variables", variables), ("completions", completions)] {
            match answer {
                // The page asks again and leaves out what the fork was looking at, or says that there is no answer.
                Err(Fault::TimedOut) => forgive(&format!("{}: {what}", cell.name)),
                Err(fault) => wrong.push(format!("{}: {what}: {}", cell.name, fault.sentence())),
                Ok(answer) => {
                    let length = answer.to_string().len();
                    if length > LONGEST_ANSWER {
                        wrong.push(format!("{}: {what} takes {length} bytes", cell.name));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
