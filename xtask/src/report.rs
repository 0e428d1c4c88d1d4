//! Says what is going on: one line a step, with its time.

use std::io::{IsTerminal, Write, stderr};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use crate::Result;

/// How often a running step says that it still runs.
const STILL: Duration = Duration::from_secs(1);
const STILL_IN_LOG: Duration = Duration::from_secs(60);

/// Runs a step and says so: its name while it runs, with the time, and its time when it is done.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let began = Instant::now();
    let (finished, wait) = channel::<()>();
    let shown = name.to_owned();
    let terminal = stderr().is_terminal();
    let ticker = std::thread::spawn(move || {
        if !terminal {
            eprintln!("  {shown} …");
        }
        let pause = if terminal { STILL } else { STILL_IN_LOG };
        while wait.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
            let time = seconds(began.elapsed());
            if terminal {
                eprint!("\r\x1b[2K  {shown} … {time}");
                let _ = stderr().flush();
            } else {
                eprintln!("  {shown} … {time}");
            }
        }
    });
    let result = work();
    drop(finished);
    // The ticker has nothing to return and can't panic.
    let _ = ticker.join();
    let (mark, clear) = (if result.is_ok() { "✓" } else { "✗" }, if terminal { "\r\x1b[2K" } else { "" });
    eprintln!("{clear}{mark} {name}  {}", seconds(began.elapsed()));
    result
}

/// The last line of a command.
pub fn done(what: &str, began: Instant) {
    eprintln!("{what} ({} in all).", seconds(began.elapsed()));
}

pub fn seconds(time: Duration) -> String {
    match time.as_secs() {
        0 => format!("{} ms", time.as_millis()),
        1..60 => format!("{:.1} s", time.as_secs_f64()),
        all => format!("{} min {:02} s", all / 60, all % 60),
    }
}
