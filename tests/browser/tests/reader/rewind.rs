//! Going back: Stop, the time limit, Undo and Redo, the timeline, a reload, `input()`, and looking at variables.

use browser::{ENDLESS, Reader, of};
use fantoccini::key::Key;
use serde_json::json;

const SCRATCH: &str = "[data-cell=scratch]";

/// Presses a button of the header and waits until Python is ready again.
async fn go(reader: &Reader, name: &str) {
    reader.until_python("ready").await;
    reader.press("header", name).await;
    reader.until_python("ready").await;
}

/// Runs a source in the scratch cell, which must end well; gives its output.
async fn shows(reader: &Reader, source: &str) -> String {
    let state = reader.try_out(source).await;
    let output = reader.output("scratch").await;
    assert_eq!(state, "ok", "{source}\n{output}");
    output
}

/// Waits until the scratch cell waits for input, and types a line.
async fn type_line(reader: &Reader, line: &str) {
    let field = reader.find(&format!("{SCRATCH}[data-state=waiting] .input input")).await;
    field.send_keys(&format!("{line}{}", char::from(Key::Enter))).await.expect("keys");
}

#[tokio::test]
async fn undo_and_redo_bring_states_back_and_mark_cells_stale() {
    let reader = Reader::new().await;
    reader.open("").await;
    assert_eq!(reader.run("patch-pi").await, "ok");
    shows(&reader, "import math\nmath.pi = 4\nx = 1").await;
    go(&reader, "Undo").await;
    reader.find(&format!("{SCRATCH}[data-state=stale]")).await;
    reader.find(&format!("{}[data-state=ok]", of("patch-pi"))).await;
    go(&reader, "Redo").await;
    reader.find(&format!("{SCRATCH}[data-state=ok]")).await;
    assert_eq!(shows(&reader, "math.pi, x").await, "(4, 1)");
    go(&reader, "Undo").await;
    go(&reader, "Undo").await;
    go(&reader, "Undo").await;
    reader.find(&format!("{}[data-state=stale]", of("patch-pi"))).await;
    assert_eq!(shows(&reader, "import math\n'x' in globals(), math.pi").await, "(False, 3.141592653589793)");
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn the_keyboard_undoes_outside_of_editors_and_jumps_are_announced() {
    let reader = Reader::new().await;
    reader.open("").await;
    shows(&reader, "x = 1").await;
    shows(&reader, "x = 2").await;
    reader.until_python("ready").await;
    let status = "document.querySelector('[role=status]').textContent";
    reader.ask("document.activeElement.blur()").await;
    let chord = |keys: &[Key], letter: char| {
        keys.iter().map(|key| char::from(*key)).chain([letter, char::from(Key::Null)]).collect::<String>()
    };
    reader.find("body").await.send_keys(&chord(&[Key::Control], 'z')).await.expect("keys");
    reader.until(&format!("{status}.includes('after cell scratch had run')")).await;
    reader.find("nav[aria-label=Timeline] li:nth-child(2) [aria-current=step]").await;
    reader.until_python("ready").await;
    reader.find("body").await.send_keys(&chord(&[Key::Control, Key::Shift], 'z')).await.expect("keys");
    reader.find("nav[aria-label=Timeline] li:nth-child(3) [aria-current=step]").await;
    reader.until_python("ready").await;
    // In an editor the same keys undo an edit.
    reader.write("scratch", "x").await;
    reader.client.active_element().await.unwrap().send_keys(&chord(&[Key::Control], 'z')).await.expect("keys");
    reader.find("nav[aria-label=Timeline] li:nth-child(3) [aria-current=step]").await;
    reader.find("nav[aria-label=Timeline] li:nth-child(1) button").await.click().await.expect("a click");
    reader.until(&format!("{status}.includes('pristine')")).await;
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_reset_can_be_undone() {
    let reader = Reader::new().await;
    reader.open("").await;
    shows(&reader, "import json\njson.dumps = len\nx = 1").await;
    go(&reader, "Reset interpreter").await;
    go(&reader, "Undo").await;
    assert_eq!(shows(&reader, "json.dumps([1, 2, 3]), x").await, "(3, 1)");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_run_is_stopped_at_the_time_limit_unless_the_reader_waits() {
    let reader = Reader::new().await;
    reader.open("").await;
    shows(&reader, "kept = 1").await;
    reader.choose_limit("2").await;
    let state = reader.try_out(&format!("kept = 2\n{ENDLESS}")).await;
    assert_eq!(state, "stopped", "{}", reader.output("scratch").await);
    assert!(reader.text(&format!("{SCRATCH} .cell-note")).await.starts_with("Stopped after 2 seconds"));
    assert_eq!(shows(&reader, "kept").await, "1");
    reader.choose_limit("10").await;
    reader.write("scratch", ENDLESS).await;
    reader.start("scratch").await;
    reader.find(&format!("{SCRATCH} .patience")).await.click().await.expect("a click");
    let pressed = reader.ask("performance.now()").await;
    reader.until(&format!("performance.now() > {pressed} + 11000")).await;
    assert_eq!(reader.all(&format!("{SCRATCH}[data-state=running]")).await.len(), 1, "it runs on past the limit");
    reader.press(SCRATCH, "Stop").await;
    assert_eq!(reader.until_ended("scratch").await, "stopped");
    reader.until_python("ready").await;
    reader.choose_limit("30").await;
    reader.client.refresh().await.expect("the page reloads");
    reader.until_python("ready").await;
    assert_eq!(reader.ask("document.querySelector('.limit select').value").await, json!("30"), "the choice is kept");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn after_a_reload_everything_is_there() {
    let reader = Reader::new().await;
    reader.open("").await;
    assert_eq!(reader.run("patch-pi").await, "ok");
    shows(&reader, "import json\njson.dumps = len\ndef gen():\n    yield from range(3)\ng = gen()\nnext(g)").await;
    shows(&reader, "x = [1]\nprint('seen')").await;
    written(&reader, 3).await;
    reader.client.refresh().await.expect("the page reloads");
    reader.until_python("ready").await;
    assert_eq!(reader.output("scratch").await, "seen", "outputs are kept");
    reader.find(&format!("{}[data-state=ok]", of("patch-pi"))).await;
    assert_eq!(shows(&reader, "x, next(g), json.dumps([1, 2])").await, "([1], 1, 2)");
    go(&reader, "Undo").await;
    go(&reader, "Undo").await;
    assert_eq!(shows(&reader, "'x' in globals(), next(g)").await, "(False, 1)", "runs from before can be undone");
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_page_left_in_the_middle_of_a_run_opens_safe() {
    let reader = Reader::new().await;
    reader.open("").await;
    shows(&reader, "x = 1").await;
    written(&reader, 1).await;
    reader.write("scratch", &format!("x = 2\n{ENDLESS}")).await;
    reader.start("scratch").await;
    reader.find(&format!("{SCRATCH} .elapsed")).await;
    reader.client.refresh().await.expect("the page reloads");
    reader.until_python("ready").await;
    let notice = reader.text(".notice").await;
    assert!(notice.contains("“scratch” on the page “Overview” had not finished"), "{notice}");
    assert_eq!(shows(&reader, "x").await, "1");
    reader.press(".notice", "Close").await;
    reader.until("document.querySelector('.notice') === null").await;
    reader.client.refresh().await.expect("the page reloads");
    reader.until_python("ready").await;
    assert!(reader.all(".notice").await.is_empty(), "it is said once");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_run_in_another_window_is_not_taken_for_unfinished() {
    let reader = Reader::new().await;
    reader.open("").await;
    reader.write("scratch", ENDLESS).await;
    reader.start("scratch").await;
    let window = reader.client.new_window(true).await.expect("a second window");
    reader.client.switch_to_window(window.handle).await.expect("it can be looked at");
    reader.open("").await;
    reader.until_python("ready").await;
    assert!(!reader.text(".notice").await.contains("had not finished"), "it runs there, and has not been left");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn forget_everything_really_does() {
    let reader = Reader::new().await;
    reader.open("").await;
    shows(&reader, "x = 1").await;
    reader.write("patch-pi", "'my edit'").await;
    written(&reader, 1).await;
    reader.forget_everything().await;
    reader.until_python("ready").await;
    let kept = "Object.keys(localStorage).filter(name => name.startsWith('workbook/') && name !== 'workbook/theme')";
    assert_eq!(reader.ask(kept).await, json!([]));
    // The next visit begins with a pristine interpreter.
    reader.client.refresh().await.expect("the page reloads");
    reader.until_python("ready").await;
    assert_eq!(reader.all("nav[aria-label=Timeline] li").await.len(), 1, "nothing but the start");
    assert_eq!(shows(&reader, "'x' in globals()").await, "False");
    assert_ne!(reader.text(&format!("{} [role=textbox]", of("patch-pi"))).await, "'my edit'");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_store_that_is_forbidden_is_a_sentence() {
    let reader = Reader::new().await;
    reader.open("").await;
    reader.ask("IDBFactory.prototype.open = function () { throw new DOMException('no', 'SecurityError') }").await;
    shows(&reader, "x = 1").await;
    let notice = reader.text(".notice").await;
    assert!(notice.contains("could not be written"), "{notice}");
    assert_eq!(shows(&reader, "x").await, "1");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn input_waits_and_nothing_is_shown_twice() {
    let reader = Reader::new().await;
    reader.open("").await;
    let source = "import random\nnumber = random.random()\nprint(number)\nname = input('Name: ')\ndef ask(n): return int(input(f'{n}? '))\ntotal = sum(ask(n) for n in range(2))\nprint(f'{name}: {total}', number)";
    reader.write("scratch", source).await;
    reader.start("scratch").await;
    assert_eq!(
        reader.find(&format!("{SCRATCH} .input input")).await.attr("aria-label").await.unwrap().as_deref(),
        Some("Name:")
    );
    let number = reader.output("scratch").await.lines().next().unwrap_or_default().to_owned();
    type_line(&reader, "Ada").await;
    reader.until(&format!("document.querySelector('{SCRATCH} [role=log]').textContent.includes('0? ')")).await;
    type_line(&reader, "40").await;
    reader.until(&format!("document.querySelector('{SCRATCH} [role=log]').textContent.includes('1? ')")).await;
    type_line(&reader, "2").await;
    assert_eq!(reader.until_ended("scratch").await, "ok");
    let expected = format!("{number}\nName: Ada\n0? 40\n1? 2\nAda: 42 {number}");
    assert_eq!(reader.output("scratch").await, expected);
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_waiting_cell_is_stopped_or_told_that_input_has_ended() {
    let reader = Reader::new().await;
    reader.open("").await;
    shows(&reader, "x = 1").await;
    reader.write("scratch", "x = 2\nx = input()").await;
    reader.start("scratch").await;
    reader.find(&format!("{SCRATCH}[data-state=waiting] .input input")).await;
    reader.press(SCRATCH, "Stop").await;
    assert_eq!(reader.until_ended("scratch").await, "stopped");
    assert_eq!(shows(&reader, "x").await, "1");
    reader.write("scratch", "input('more? ')").await;
    reader.start("scratch").await;
    reader.find(&format!("{SCRATCH}[data-state=waiting] .input input")).await;
    reader.press(SCRATCH, "End input").await;
    assert_eq!(reader.until_ended("scratch").await, "error");
    assert!(reader.output("scratch").await.contains("\nEOFError"));
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn variables_are_seen_without_being_touched() {
    let reader = Reader::new().await;
    reader.open("").await;
    reader.press("header", "Variables").await;
    reader.find("[aria-label=Variables]").await;
    let sly = "shown = []\nclass Sly:\n    def __repr__(self):\n        shown.append(1)\n        return 'Sly!'\nsly = Sly()\nxs = [1, 2]";
    shows(&reader, sly).await;
    let cell = |name: &str, column: u32| {
        format!(
            "[...document.querySelectorAll('[aria-label=Variables] tbody tr')].find(r => r.querySelector('th').firstChild.textContent === '{name}')?.querySelector('td:nth-child({column})')?.textContent"
        )
    };
    reader.until(&format!("{} === 'Sly!'", cell("sly", 3))).await;
    reader.until(&format!("{} === '[1, 2]'", cell("xs", 3))).await;
    shows(&reader, "xs.append(len(shown))").await;
    reader.until(&format!("{} === '[1, 2, 0]'", cell("xs", 3))).await;
    let changed = reader.ask("[...document.querySelectorAll('[aria-label=Variables] tr[data-changed] th')].map(th => th.firstChild.textContent)").await;
    assert_eq!(changed, json!(["xs"]));
    // A repr that does not end spoils neither the list nor the interpreter.
    shows(&reader, "class Stuck:\n    def __repr__(self):\n        while True: pass\nstuck = Stuck()\ny = 5").await;
    reader.until(&format!("{} === 'its repr does not end'", cell("stuck", 3))).await;
    reader.until(&format!("{} === '5'", cell("y", 3))).await;
    assert_eq!(shows(&reader, "shown, y").await, "([], 5)");
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn completion_knows_what_the_interpreter_knows() {
    let reader = Reader::new().await;
    reader.open("").await;
    shows(&reader, "fired = []\nclass Plugin:\n    @property\n    def armed(self):\n        fired.append(1)\n        return self\n    def launch(self, target, *, dry_run=True):\n        'Start it.'\nplugin = Plugin()").await;
    reader.write("scratch", "plugin.").await;
    let active = reader.client.active_element().await.unwrap();
    let label =
        "[...document.querySelectorAll('.cm-tooltip-autocomplete .cm-completionLabel')].map(l => l.textContent)";
    active.send_keys("l").await.expect("keys");
    reader.until(&format!("{label}.includes('launch')")).await;
    assert!(reader.text(".cm-tooltip-autocomplete").await.contains("(target, *, dry_run=True)"));
    reader.photograph("completion").await;
    active.send_keys(&char::from(Key::Tab).to_string()).await.expect("keys");
    reader
        .until(&format!("document.querySelector('{SCRATCH} [role=textbox]').textContent.includes('plugin.launch')"))
        .await;
    active.send_keys("(5, dr").await.expect("keys");
    reader.until(&format!("{label}.includes('dry_run=')")).await;
    active.send_keys(&char::from(Key::Escape).to_string()).await.expect("keys");
    assert_eq!(shows(&reader, "fired").await, "[]", "no property was run");
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}

/// Waits until the timeline has `moments` moments and all of it is in the browser's storage.
async fn written(reader: &Reader, moments: usize) {
    reader.until(&format!("document.querySelectorAll('nav[aria-label=Timeline] li').length === {}", moments + 1)).await;
    reader.until_python("ready").await;
    reader.until("document.documentElement.dataset.kept === 'yes'").await;
}
