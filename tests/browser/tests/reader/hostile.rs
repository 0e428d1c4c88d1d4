//! The hostile corpus in a browser: after each of its cells the page still works, the reader's text and state are
//! there, and the next run works.

use std::hash::{Hash, Hasher};

use browser::{Engine, Reader, of};

#[path = "../../../hostile/corpus.rs"]
mod corpus;

/// The cell in which the corpus's cells are run.
const CELL: &str = "scratch";
/// The names of the cells that have ended as they should in every engine, a line for each.
const TRIED: &str = include_str!("../../../hostile/tried.txt");
/// How many cells of each test are run in Chromium. It is a sample, because all cells are run natively every time.
/// `cargo xtask test all` runs all of them here, too.
const SAMPLE: usize = 16;
/// The same in Firefox and WebKit, which are slow.
const SMALL_SAMPLE: usize = 6;
/// The seed from which the sample is drawn, unless `WORKBOOK_SEED` gives another one.
const SEED: u64 = 10;
/// A cell of the first page. It is edited, so that its output shows whether the reader's state is there.
const WITNESS: &str = "patch-pi";

#[tokio::test]
async fn endless_loops_are_survived() {
    survive(&["loop"]).await;
}

#[tokio::test]
async fn bottomless_recursion_is_survived() {
    survive(&["deep"]).await;
}

#[tokio::test]
async fn memory_bombs_and_floods_are_survived() {
    survive(&["flood", "huge", "memory", "regex", "source", "work"]).await;
}

#[tokio::test]
async fn sources_that_are_no_python_are_survived() {
    survive(&["nul", "odd", "surrogates", "syntax"]).await;
}

#[tokio::test]
async fn sabotage_is_survived() {
    let others =
        ["deep", "flood", "huge", "loop", "memory", "nul", "odd", "regex", "source", "surrogates", "syntax", "work"];
    let kinds: Vec<String> = corpus::corpus().iter().map(|cell| cell.kind().to_owned()).collect();
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).filter(|kind| !others.contains(kind)).collect();
    survive(&kinds).await;
}

/// Runs cells of these kinds in one page, one after another: a sample of them, or all.
async fn survive(kinds: &[&str]) {
    let reader = Reader::new().await;
    reader.open("").await;
    // No run reaches this limit, even on a busy machine: a cell that does not end by itself is stopped by this test.
    reader.choose_limit("300").await;
    assert_eq!(reader.try_out("kept = [1, 2]").await, "ok");
    reader.write(WITNESS, "kept").await;
    let mut wrong = Vec::new();
    let mut late = false;
    for cell in sample(corpus::corpus().into_iter().filter(|cell| kinds.contains(&cell.kind())).collect()) {
        println!("{}", cell.name);
        reader.until_python("ready").await;
        reader.write(CELL, &cell.source).await;
        reader.start(CELL).await;
        let ended = end(&reader, &cell).await;
        if ended == "late" && !std::mem::replace(&mut late, true) {
            // After several runs that took all memory, a worker of WebKit may not answer. Stop then brings everything
            // back, which is checked below. It is allowed once in each test.
            println!("{} had to be stopped", cell.name);
        } else if !cell.may_end_with(&ended) {
            wrong.push(format!("{} ended with {ended}, not {}", cell.name, cell.ends.join(" or ")));
        }
        // The next run ends, too, whatever this one has left behind. This cell is an exception: it leaves a
        // `sys.stdout` with which no run ends by itself.
        if cell.name != "loop_in_stdout_flush" {
            reader.run(WITNESS).await;
        }
        reader.until_python("ready").await;
        // The reader goes back to the state from before the cell.
        let first = reader.find("nav[aria-label=Timeline] li:nth-child(2) button").await;
        first.click().await.expect("the moment is chosen");
        reader.find("nav[aria-label=Timeline] li:nth-child(2) [aria-current=step]").await;
        reader.until_python("ready").await;
        assert_eq!(reader.run(WITNESS).await, "ok", "after {}", cell.name);
        assert_eq!(reader.output(WITNESS).await, "[1, 2]", "after {}", cell.name);
        let text = format!(
            "document.querySelector('{} [role=textbox]').cmTile?.view?.state.doc.toString() ?? document.querySelector('{0} [role=textbox]').textContent",
            of(CELL)
        );
        let text = reader.ask(&text).await;
        assert!(
            text.as_str().is_some_and(|text| text.starts_with("# ends: ")),
            "the text of {} is there: {text}",
            cell.name
        );
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}

/// Some of the cells, drawn from the seed. In Firefox and WebKit they are drawn from those that [`TRIED`] names. If
/// `WORKBOOK_HOSTILE` is `all`, all cells.
fn sample(mut cells: Vec<corpus::Hostile>) -> Vec<corpus::Hostile> {
    if std::env::var("WORKBOOK_HOSTILE").is_ok_and(|which| which == "all") {
        return cells;
    }
    let size = match Engine::current() {
        Engine::Chromium => SAMPLE,
        Engine::Firefox | Engine::WebKit => {
            cells.retain(|cell| TRIED.lines().any(|name| name == cell.name));
            SMALL_SAMPLE
        }
    };
    let seed = std::env::var("WORKBOOK_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(SEED);
    println!("{size} of {} cells, drawn with seed {seed}", cells.len());
    // The cells with the lowest hashes of seed and name are drawn, so adding a cell to the corpus changes the sample
    // little.
    let rank = |cell: &corpus::Hostile| {
        let mut hasher = std::hash::DefaultHasher::new();
        (seed, &cell.name).hash(&mut hasher);
        hasher.finish()
    };
    cells.sort_by_cached_key(rank);
    cells.truncate(size);
    cells
}

/// Waits for the end of the run, and stops it if it may not end by itself. Gives how it ended, in the words of the
/// corpus; `late` if it should have ended by itself and has not.
async fn end(reader: &Reader, cell: &corpus::Hostile) -> String {
    let place = of(CELL);
    if cell.may_not_end() {
        let ended = format!("{place}:is([data-state=ok],[data-state=error],[data-state=waiting])");
        let running = format!("{place}[data-state=running] .elapsed");
        reader.find(&format!("{ended},{running}")).await;
        // It is stopped only when it is in the middle of what it does: after a quarter of a second by the cell's badge,
        // which counts the time.
        reader.until(&format!("document.querySelector('{ended}') !== null || parseFloat(document.querySelector('{running}')?.textContent) > 250 || document.querySelector('{running}')?.textContent.endsWith(' s') === true")).await;
        if reader.all(&ended).await.is_empty() {
            reader.press(&place, "Stop").await;
        }
    }
    let ended = format!("{place}:is([data-state=ok],[data-state=error],[data-state=stopped],[data-state=waiting])");
    if Engine::current() == Engine::WebKit && !reader.comes(&ended).await {
        reader.press(&place, "Stop").await;
        reader.find(&ended).await;
        return "late".into();
    }
    reader.find(&ended).await;
    let state = reader.find(&place).await.attr("data-state").await.expect("the browser answers").unwrap_or_default();
    match state.as_str() {
        "stopped" => "endless".into(),
        "waiting" => {
            reader.press(&place, "Stop").await;
            state
        }
        "error" => {
            let note = reader.ask(&format!("document.querySelector('{place} .cell-note')?.textContent ?? ''")).await;
            let note = note.as_str().unwrap_or_default();
            let faults = [
                ("512 MiB", "memory"),
                ("nested calls deeper", "stack"),
                ("os._exit", "exit"),
                ("so often that it can't wait", "unrepeatable"),
                ("internal error", "panic"),
            ];
            match faults.iter().find(|(words, _)| note.contains(words)) {
                Some((_, "panic")) => format!("panic, {note}"),
                Some((_, fault)) => (*fault).to_owned(),
                None => format!(
                    "error {}",
                    class(&reader.ask(&format!("document.querySelector('{place} .last')?.textContent ?? ''")).await)
                ),
            }
        }
        state => state.to_owned(),
    }
}

/// The class of the exception in a traceback, without its module.
fn class(traceback: &serde_json::Value) -> String {
    let text = traceback.as_str().unwrap_or_default();
    let at_margin = |line: &&str| !line.starts_with([' ', '|', '+']) && !line.is_empty();
    let plain = text.lines().rfind(|line| at_margin(line) && line.split(':').next().is_some_and(is_dotted_name));
    let group = text
        .lines()
        .find_map(|line| line.trim_start().strip_prefix("| ").filter(|line| line.starts_with("ExceptionGroup")));
    let line = group.or(plain).unwrap_or_default();
    line.split(':').next().unwrap_or_default().rsplit('.').next().unwrap_or_default().to_owned()
}

/// Whether a text may be the name of an exception's class, with its module.
fn is_dotted_name(text: &str) -> bool {
    text.chars().all(|letter| letter.is_alphanumeric() || "._".contains(letter)) && text.chars().any(char::is_uppercase)
}
