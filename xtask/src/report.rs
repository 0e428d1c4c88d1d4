//! Says what is going on: a line for each step that has ended, with its time, and on a terminal one more for the steps
//! that are at work. Steps may run beside each other.

use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::Result;

/// How often running steps say that they still run.
const STILL: Duration = Duration::from_secs(1);
const STILL_IN_LOG: Duration = Duration::from_secs(60);

/// The steps at work, in the order in which they began.
static AT_WORK: Mutex<Vec<(String, Instant)>> = Mutex::new(Vec::new());
/// Somebody says every now and then that they still are. Changed only while [`AT_WORK`] is held.
static TICKING: AtomicBool = AtomicBool::new(false);

/// A line between two steps.
pub fn note(text: &str) {
    say(&at_work(), text);
}

/// Runs a step and says so: its name while it runs, with the time, and its time when it is done.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let began = Instant::now();
    begin(name, began);
    let result = work();
    let mut steps = at_work();
    steps.retain(|(step, _)| step != name);
    let mark = if result.is_ok() { "✓" } else { "✗" };
    say(&steps, &format!("{mark} {name}  {}", seconds(began.elapsed())));
    result
}

fn begin(name: &str, began: Instant) {
    let mut steps = at_work();
    steps.push((name.to_owned(), began));
    if !stderr().is_terminal() {
        eprintln!("  {name} …");
    }
    // The ticker lives as long as there are steps.
    if !TICKING.swap(true, Ordering::Relaxed) {
        std::thread::spawn(tick);
    }
}

fn tick() {
    let terminal = stderr().is_terminal();
    let mut said = Instant::now();
    loop {
        std::thread::sleep(STILL);
        let steps = at_work();
        if steps.is_empty() {
            TICKING.store(false, Ordering::Relaxed);
            return;
        }
        if terminal {
            draw(&steps);
        } else if said.elapsed() >= STILL_IN_LOG {
            said = Instant::now();
            eprintln!("  {}", list(&steps));
        }
    }
}

fn say(steps: &[(String, Instant)], text: &str) {
    let clear = if stderr().is_terminal() { "\r\x1b[2K" } else { "" };
    eprintln!("{clear}{text}");
    if stderr().is_terminal() && !steps.is_empty() {
        draw(steps);
    }
}

fn draw(steps: &[(String, Instant)]) {
    eprint!("\r\x1b[2K  {}", list(steps));
    // A terminal that is gone needs no drawing.
    let _ = stderr().flush();
}

fn list(steps: &[(String, Instant)]) -> String {
    let said: Vec<String> = steps.iter().map(|(name, began)| format!("{name} … {}", seconds(began.elapsed()))).collect();
    said.join(" · ")
}

fn at_work() -> MutexGuard<'static, Vec<(String, Instant)>> {
    AT_WORK.lock().unwrap_or_else(PoisonError::into_inner)
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
