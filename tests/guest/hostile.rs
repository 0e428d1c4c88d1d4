//! The hostile corpus on the native machine. Cells that do not end by themselves are ended by the clock, at a
//! safepoint poll of the guest.

use crate::hostile::corpus;
use crate::{Fault, Lab, Machine, Outcome};

/// Milliseconds for a cell that may not end.
const LIMIT: f64 = 200.0;

#[test]
fn every_hostile_cell_ends_as_it_says_and_hurts_nothing() {
    let mut wrong = Vec::new();
    for cell in &corpus() {
        // A cell that hangs is the last one named.
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
            // Nobody types here, and there is no other interpreter to ask.
            Err(Fault::Input | Fault::Elsewhere(_)) => "waiting".into(),
            Err(Fault::Unrepeatable) => "unrepeatable".into(),
            Err(fault) => format!("panic, {fault}"),
        };
        if !cell.may_end_with(&ended) {
            wrong.push(format!("{} ended with {ended}, not {}", cell.name, cell.ends.join(" or ")));
        }
        // Whatever was broken, the next run can be ended; and one step back nothing is.
        lab.bench.machine().expect("a fresh instance can be made").limit(10.0 * LIMIT);
        let _ = lab.run("kept");
        lab.bench.restore(before).expect("a fresh instance can be made");
        lab.host.take(1);
        lab.host.take(2);
        assert_eq!(lab.shows("kept"), "[1, 2]", "after {}", cell.name);
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
