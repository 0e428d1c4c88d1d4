//! What a reader is asked to do: guesses, tasks with checks and hints, exit slots, forms, and progress that travels.

use browser::{Reader, Site, of};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::json;

/// The task of the other course, and its cell.
const TASK: &str = "[data-exercise=countdown]";
const CELL: &str = "countdown-cell";
const RIGHT: &str = "def countdown(n):\n    while n > 0:\n        yield n\n        n -= 1\n";

/// Opens a page of a site.
async fn open(reader: &Reader, site: &Site, hash: &str) {
    reader.visit(&format!("{}{hash}", site.path)).await;
    reader.until_python("ready").await;
    reader.until_editors().await;
}

async fn state(reader: &Reader, css: &str) -> String {
    reader.find(css).await.attr("data-state").await.expect("the browser answers").unwrap_or_default()
}

#[tokio::test]
async fn a_course_is_practised_from_guess_to_exit_and_goes_along_to_another_browser() {
    let site = Site::new("practice").with_another_course();
    let reader = Reader::new().await;
    open(&reader, &site, "#/countdown").await;
    // A guess: the output stays shut until it is made.
    assert_eq!(state(&reader, "[data-predict=lazy]").await, "open");
    assert_eq!(reader.run("lazy").await, "ok");
    assert!(reader.all(&format!("{} [role=log]", of("lazy"))).await.is_empty(), "the output is shut");
    assert!(reader.all(&format!("{} .expected", of("lazy"))).await.is_empty(), "and so is what should happen");
    reader.photograph("guess").await;
    let choice = reader.find("[data-predict=lazy] .choice input").await;
    choice.click().await.expect("a click");
    reader.press("[data-predict=lazy]", "Guess").await;
    assert_eq!(state(&reader, "[data-predict=lazy][data-state=wrong]").await, "wrong");
    let output = reader.output("lazy").await;
    assert!(output.starts_with("asked\nmade"), "{output:?}");
    // It comes back at the end of the page, until it is right.
    reader.find("[data-again=lazy] .choice:nth-child(2) input").await.click().await.expect("a click");
    reader.press("[data-again=lazy]", "Guess").await;
    reader.find(".predict-mended").await;
    // The task: the starter does not pass, and opens no answer.
    reader.check(TASK).await;
    assert!(reader.text(&format!("{TASK} .verdict-head")).await.starts_with("Not yet"));
    assert_eq!(reader.all(&format!("{TASK} .verdict li[data-ok=no]")).await.len(), 2);
    assert!(
        reader
            .text(&format!("{TASK} .verdict"))
            .await
            .contains("`yield` gives them one by one".replace('`', "").as_str())
    );
    reader.press(TASK, "Show answer").await;
    assert!(reader.all(&format!("{TASK} .solution")).await.is_empty(), "there was no attempt yet");
    // A mistake that the author has foreseen, a hint, and the answer in two steps.
    reader.write(CELL, "def countdown(n):\n    yield from range(1, n + 1)\n").await;
    reader.check(TASK).await;
    assert!(reader.text(TASK).await.contains("It counts up."));
    assert_eq!(state(&reader, TASK).await, "attempted");
    reader.press(TASK, "Hint").await;
    assert_eq!(reader.all(&format!("{TASK} .hint")).await.len(), 1);
    reader.photograph("verdict").await;
    reader.press(TASK, "Show answer").await;
    assert_eq!(reader.all(&format!("{TASK} .lines li")).await.len(), 4);
    reader.press(TASK, "Show answer").await;
    assert!(reader.text(&format!("{TASK} .solution")).await.contains("while n > 0:"));
    // The answer passes, and meets the exit slot.
    reader.write(CELL, RIGHT).await;
    reader.check(TASK).await;
    reader.find(&format!("{TASK}[data-state=passed]")).await;
    reader.photograph("passed").await;
    reader.ask("location.hash = '#/leaving'").await;
    assert_eq!(state(&reader, "[data-exit=can-count]").await, "met");
    // All of it survives a reload.
    reader.client.refresh().await.expect("the page reloads");
    reader.until_python("ready").await;
    assert_eq!(state(&reader, "[data-exit=can-count]").await, "met");
    let progress = "document.querySelector('[data-progress]').dataset.progress";
    assert_eq!(reader.ask(progress).await, json!("2/3"));
    reader.find(".go-on").await.click().await.expect("a click");
    reader.until("document.querySelector('main h1').textContent === 'Countdown'").await;
    // It leaves as a file, and another browser takes it in.
    reader.find(".settings summary").await.click().await.expect("a click");
    let saved = reader.saved(".settings", "Export progress").await;
    reader.press(".settings", "Forget everything").await;
    reader.press(".settings", "Yes, forget").await;
    reader.until(&format!("{progress} === '0/3'")).await;
    assert_eq!(state(&reader, TASK).await, "open");
    for (text, wanted) in [(json!("{}"), "0/3"), (json!(saved), "2/3")] {
        let bring = format!(
            "(() => {{
                const input = document.querySelector('.takeout input');
                const files = new DataTransfer();
                files.items.add(new File([{text}], 'progress.json'));
                input.files = files.files;
                input.dispatchEvent(new Event('change', {{ bubbles: true }}));
                return true;
            }})()"
        );
        reader.ask(&bring).await;
        // The file is read first, which takes a moment.
        reader.until("[...document.querySelectorAll('.takeout button')].some((button) => button.textContent === 'Yes, replace')").await;
        reader.press(".takeout", "Yes, replace").await;
        reader.find(".notice").await;
        reader.until(&format!("{progress} === '{wanted}'")).await;
    }
    assert_eq!(state(&reader, TASK).await, "passed");
    let code = format!("document.querySelector('{} .cm-content').innerText.includes('yield n')", of(CELL));
    reader.until(&code).await;
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_task_can_be_done_by_keyboard_alone() {
    let site = Site::new("keys").with_another_course();
    let reader = Reader::new().await;
    open(&reader, &site, "#/countdown").await;
    let focus = |css: &str| format!("(document.querySelector(\"{css}\").focus(), true)");
    let press = async |key: Key| {
        let key: String = char::from(key).into();
        reader.client.active_element().await.expect("a focus").send_keys(&key).await.expect("keys");
    };
    // The guess: the choices are one stop of Tab, the arrows choose.
    reader.ask(&focus("[data-predict=lazy] .choice input")).await;
    press(Key::Down).await;
    press(Key::Enter).await;
    reader.find("[data-predict=lazy][data-state=right]").await;
    // Out of the editor leads Escape, then Tab: to Run, Stop, Reset cell, Look closer, Copy link, and then to Check.
    reader.write(CELL, RIGHT).await;
    press(Key::Escape).await;
    for _ in 0..6 {
        press(Key::Tab).await;
    }
    assert_eq!(reader.ask("document.activeElement.textContent").await, json!("Check"));
    press(Key::Enter).await;
    reader.find(&format!("{TASK}[data-state=passed]")).await;
    assert_eq!(reader.ask("document.activeElement.textContent").await, json!("Check"), "the focus stays");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_cell_that_never_ends_costs_its_check_and_nothing_else() {
    let site = Site::new("endless").with_another_course();
    let reader = Reader::new().await;
    open(&reader, &site, "#/countdown").await;
    assert_eq!(reader.try_out("kept = 41").await, "ok");
    for source in ["while True: pass", "def countdown(n):\n    while True: pass", "import os; os._exit(1)"] {
        reader.write(CELL, source).await;
        reader.check(TASK).await;
        assert!(reader.text(&format!("{TASK} .verdict-head")).await.starts_with("Not yet"), "{source}");
    }
    assert_eq!(reader.try_out("kept + 1").await, "ok");
    assert_eq!(reader.output("scratch").await, "42", "the reader's own interpreter has heard of nothing");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_form_answers_back_and_becomes_a_note() {
    let reader = Reader::new().await;
    reader.open("#/mechanism-selection-review-gates-and-escalation-boundaries").await;
    let form = reader.find("[data-form]").await;
    let reason = form.find(Locator::Css("[data-field=reason] textarea")).await.expect("a field for the reason");
    reason.send_keys("It is more elegant.").await.expect("keys");
    reader.find("[data-field=reason][data-reaction=weak]").await;
    reader.find("[data-form] .form-note summary").await.click().await.expect("a click");
    let note = reader.saved("[data-form]", "Download the note").await;
    assert!(note.contains("It is more elegant."), "{note}");
    reader.photograph("form").await;
    reader.client.refresh().await.expect("the page reloads");
    reader.find("[data-field=reason][data-reaction=weak]").await;
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}
