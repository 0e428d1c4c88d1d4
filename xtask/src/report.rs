//! Tells the person at the keyboard what is going on: a line for each step that has ended, with the time that it took,
//! and on a terminal one more line for the steps that are at work. Several steps may be at work at the same time.

use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::Result;

/// How long to wait before the steps at work are shown again, on a terminal and in a log.
const STILL: Duration = Duration::from_secs(1);
const STILL_IN_LOG: Duration = Duration::from_secs(60);

/// The steps at work, in the order in which they began, each with the time of its beginning.
static AT_WORK: Mutex<Vec<(String, Instant)>> = Mutex::new(Vec::new());
/// Whether the thread runs that shows them again and again. Changed only while [`AT_WORK`] is locked.
static TICKING: AtomicBool = AtomicBool::new(false);

/// Prints a line that does not belong to a step.
pub fn note(text: &str) {
    say(&at_work(), text);
}

/// Runs `work` as a step called `name`: shows its name and its time while it runs, and prints both when it has ended.
///
/// # Errors
/// What `work` gives.
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

/// Adds a step to those at work.
fn begin(name: &str, began: Instant) {
    let mut steps = at_work();
    steps.push((name.to_owned(), began));
    if !stderr().is_terminal() {
        eprintln!("  {name} …");
    }
    if !TICKING.swap(true, Ordering::Relaxed) {
        std::thread::spawn(tick);
    }
}

/// Shows the steps at work again and again, until there are none.
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

/// Prints a line, with the steps at work below it.
fn say(steps: &[(String, Instant)], text: &str) {
    let clear = if stderr().is_terminal() { "\r\x1b[2K" } else { "" };
    eprintln!("{clear}{text}");
    if stderr().is_terminal() && !steps.is_empty() {
        draw(steps);
    }
}

/// Draws the line with the steps at work over the one that is there.
fn draw(steps: &[(String, Instant)]) {
    eprint!("\r\x1b[2K  {}", list(steps));
    // This fails only if the terminal is gone, and then nobody sees the line.
    let _ = stderr().flush();
}

/// The steps at work in one line.
fn list(steps: &[(String, Instant)]) -> String {
    let said: Vec<String> =
        steps.iter().map(|(name, began)| format!("{name} … {}", seconds(began.elapsed()))).collect();
    said.join(" · ")
}

/// Locks the list of steps at work.
fn at_work() -> MutexGuard<'static, Vec<(String, Instant)>> {
    AT_WORK.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Prints the last line of a command: what it has done, and the time since `began`.
pub fn done(what: &str, began: Instant) {
    eprintln!("{what} ({} in all).", seconds(began.elapsed()));
}

/// A time in words: `120 ms`, `3.4 s`, `2 min 05 s`.
pub fn seconds(time: Duration) -> String {
    match time.as_secs() {
        0 => format!("{} ms", time.as_millis()),
        1..60 => format!("{:.1} s", time.as_secs_f64()),
        all => format!("{} min {:02} s", all / 60, all % 60),
    }
}
