//! The ledger on the page: its rows, what takes them back, what is left after a failure.

use browser::{Engine, PATCHES, Reader, of};
use fantoccini::key::Key;
use serde_json::{Value, json};

const SCRATCH: &str = "[data-cell=scratch]";

/// The exception for tests whose cells import `unittest.mock`.
const SLOW: &[(Engine, &str)] =
    &[(Engine::WebKit, "importing a cold library there takes longer than the two seconds that are watched")];

/// The ledger's rows: for each the kind, the status, and the name that it begins with.
async fn rows(reader: &Reader) -> Value {
    let script = "[...document.querySelectorAll('table[aria-label=Residue] tr[data-kind]')].map(
        (row) => [row.dataset.kind, row.dataset.status, row.querySelector('code')?.textContent ?? ''])";
    reader.ask(script).await
}

/// Waits until the ledger has `count` rows of a status.
async fn until_rows(reader: &Reader, status: &str, count: usize) {
    reader
        .until(&format!(
            "document.querySelectorAll('table[aria-label=Residue] tr[data-status={status}]').length === {count}"
        ))
        .await;
}

/// Runs a source in the scratch cell, which must end well.
async fn run(reader: &Reader, source: &str) {
    let state = reader.try_out(source).await;
    assert_eq!(state, "ok", "{source}\n{}", reader.output("scratch").await);
}

#[tokio::test]
async fn the_ledger_says_what_was_left_and_takes_it_back() {
    let Some(reader) = Reader::unless(SLOW).await else { return };
    reader.open("").await;
    reader.choose_limit("300").await;
    run(&reader, PATCHES).await;
    until_rows(&reader, "permanent", 1).await;
    let expected = json!([
        ["attribute", "left", "json.loads"],
        ["audit", "permanent", ""],
        ["attribute", "reverted", "json.dumps"]
    ]);
    assert_eq!(rows(&reader).await, expected);
    let summary = reader.text(&format!("{SCRATCH} .ledger-summary")).await;
    assert!(summary.starts_with("3 changes, 2 left behind"), "{summary}");
    assert!(reader.text(".heard[role=status]").await.starts_with("3 changes, 2 left behind"), "it is announced");
    assert!(
        !reader.all(&format!("{SCRATCH} .cm-bars [data-status=reverted]")).await.is_empty(),
        "a bar beside the code"
    );
    reader.photograph("ledger").await;

    // The reader undoes one finding, with a program that the ledger shows.
    let left = format!("{SCRATCH} tr[data-status=left]");
    reader.find(&format!("{left} summary")).await.click().await.expect("a click");
    assert!(reader.text(&format!("{left} pre")).await.contains("json.loads = residue.original('json.loads')"));
    reader.press(&left, "Undo this one").await;
    until_rows(&reader, "left", 0).await;
    until_rows(&reader, "reverted", 2).await;
    assert_eq!(reader.try_out("json.loads('[1]')").await, "ok");
    assert_eq!(reader.output("scratch").await, "[1]");

    // Undo changes the ledger, too, and a reset empties it.
    reader.until_python("ready").await;
    reader.press("header", "Undo").await;
    reader.until_python("ready").await;
    reader.press("header", "Undo").await;
    reader.until_python("ready").await;
    until_rows(&reader, "left", 1).await;
    reader.press("header", "Reset interpreter").await;
    reader.until_python("ready").await;
    reader.until("document.querySelectorAll('table[aria-label=Residue] tr[data-kind]').length === 0").await;
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn the_ledger_outlives_a_reload_and_begins_where_the_reader_wants() {
    let reader = Reader::new().await;
    reader.open("").await;
    reader.choose_limit("300").await;
    run(&reader, "import math\nmath.pi = 3").await;
    until_rows(&reader, "left", 1).await;
    run(&reader, "import json\njson.dumps = len").await;
    until_rows(&reader, "left", 2).await;
    let since = reader.find(&format!("{SCRATCH} .ledger-since select")).await;
    since.select_by_value("last").await.expect("a choice");
    until_rows(&reader, "left", 1).await;
    since.select_by_value("start").await.expect("a choice");
    until_rows(&reader, "left", 2).await;
    reader.press(&format!("{SCRATCH} .ledger-filter"), "Put back").await;
    until_rows(&reader, "left", 0).await;
    reader.until("document.documentElement.dataset.kept === 'yes'").await;
    reader.client.refresh().await.expect("the page reloads");
    reader.until_python("ready").await;
    until_rows(&reader, "left", 2).await;
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn failures_and_worlds_are_shown() {
    let reader = Reader::new().await;
    reader.open("").await;
    reader.choose_limit("300").await;
    run(&reader, "import json\nold = json.dumps\njson.dumps = len\nnumber = 1\njson.dumps = old").await;
    until_rows(&reader, "reverted", 1).await;
    reader.press(&format!("{SCRATCH} .faults"), "What if it fails?").await;
    reader.find("table[aria-label=Failures]").await;
    let lines = reader
        .ask("[...document.querySelectorAll('table[aria-label=Failures] tbody tr')].map((row) => row.dataset.line)")
        .await;
    assert_eq!(lines, json!(["4", "5"]));
    // The last line is selected by keyboard, so only that is made to fail.
    let editor = reader.find(&format!("{SCRATCH} [role=textbox][aria-label=Code]")).await;
    let to_the_end = [Key::Control, Key::End, Key::Null].map(char::from);
    let back_to_its_beginning = [Key::Shift, Key::Home, Key::Null].map(char::from);
    editor.send_keys(&String::from_iter(to_the_end)).await.expect("keys");
    editor.send_keys(&String::from_iter(back_to_its_beginning)).await.expect("keys");
    reader.find(&format!("{SCRATCH} .editor[data-selected='5-5']")).await;
    reader.press(&format!("{SCRATCH} .faults"), "What if it fails?").await;
    reader.until("document.querySelectorAll('table[aria-label=Failures] tbody tr').length === 1").await;
    let line = reader.ask("document.querySelector('table[aria-label=Failures] tbody tr').dataset.line").await;
    assert_eq!(line, json!("5"));
    run(&reader, "import math\nmath.pi = 3").await;
    until_rows(&reader, "left", 1).await;
    if reader.all(".worlds[open]").await.is_empty() {
        reader.find(".worlds summary").await.click().await.expect("a click");
    }
    reader.find(".worlds input").await.send_keys("math.pi").await.expect("keys");
    reader.press(&format!("{SCRATCH} .worlds"), "Compare").await;
    reader.find(".worlds dl[data-differ=true]").await;
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn the_cells_of_page_four_show_their_flaws() {
    let Some(reader) = Reader::unless(SLOW).await else { return };
    reader.open("#/observability-reversibility-and-monkey-patching-boundaries").await;
    reader.choose_limit("300").await;
    reader.show("shadow-left-behind").await;
    reader.show("mock-patch-object").await;
    assert_eq!(reader.run("shadow-left-behind").await, "ok");
    let table = format!("{} table[aria-label=Residue]", of("shadow-left-behind"));
    reader
        .until(&format!("document.querySelectorAll('{table} tr[data-kind=shadow][data-status=left]').length === 2"))
        .await;
    assert_eq!(reader.run("mock-patch-object").await, "ok");
    reader.find(&format!("{} table[aria-label=Residue] tr[data-status=reverted]", of("mock-patch-object"))).await;
    // The cell that was run first still says what it has left behind.
    assert!(reader.text(&format!("{} .left-behind", of("shadow-left-behind"))).await.contains("left behind"));
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_cell_stays_where_it_is_when_the_ledger_comes_to_it_from_above() {
    let reader = Reader::new().await;
    reader.open("#/observability-reversibility-and-monkey-patching-boundaries").await;
    reader.show("shadow-left-behind").await;
    reader.show("descriptors-come-back-wrong").await;
    let height = |cell: &str| format!("document.querySelector(\"{}\").offsetHeight", of(cell));
    let top =
        "Math.round(document.querySelector(\"[data-cell='descriptors-come-back-wrong']\").getBoundingClientRect().top)";
    assert_eq!(reader.run("shadow-left-behind").await, "ok");
    reader
        .until(&format!(
            "document.querySelector(\"{} table[aria-label=Residue] tr\") !== null",
            of("shadow-left-behind")
        ))
        .await;
    let with_ledger = reader.ask(&height("shadow-left-behind")).await;
    // The cell begins a third of the way down the window. Above it is the end of the other cell's ledger, which is
    // about to go.
    reader.ask(&format!("window.scrollBy(0, {top} - innerHeight / 3)")).await;
    let before = reader.ask(top).await;
    // A script presses Run, because a driver would scroll first.
    reader.ask("[...document.querySelectorAll(\"[data-cell='descriptors-come-back-wrong'] button\")].find((button) => button.textContent === 'Run').click()").await;
    reader
        .until(&format!("document.querySelector(\"{} .ledger-summary\") !== null", of("descriptors-come-back-wrong")))
        .await;
    reader.until(&format!("{} < {with_ledger}", height("shadow-left-behind"))).await;
    let moved = reader.ask(top).await.as_f64().zip(before.as_f64()).map(|(after, before)| (after - before).abs());
    assert!(moved.is_some_and(|moved| moved < 8.0), "it moved by {moved:?} pixels");
    reader.leave().await.expect("the browser ends");
}
