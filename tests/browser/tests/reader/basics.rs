//! The page and its cells: running, stopping, editing and resetting; without a mouse, on a phone, without the network.

use std::time::Duration;

use browser::{ENDLESS, Engine, PATIENCE, Reader, of};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::json;

const PAGE_4: &str = "#/observability-reversibility-and-monkey-patching-boundaries";
const PAGES: [&str; 2] = ["#/index", PAGE_4];

#[tokio::test]
async fn every_cell_of_every_page_ends_as_it_should() {
    let reader = Reader::new().await;
    for page in PAGES {
        reader.open(page).await;
        // No run reaches this limit, even on a busy machine. The benchmarks measure times.
        reader.choose_limit("300").await;
        reader.press("header", "Reset interpreter").await;
        reader.until_python("ready").await;
        // No output stays shut. What the starter of a task gives, no page says.
        reader.ask("document.querySelectorAll('[data-predict] button[type=button]').forEach((b) => b.click())").await;
        reader.until("document.querySelector('[data-predict][data-state=open]') === null").await;
        let cells = "[...document.querySelectorAll('[data-cell]')].filter((c) => !c.closest('[data-exercise]')).map((c) => c.dataset.cell)";
        let cells = reader.ask(cells).await;
        let cells: Vec<String> = serde_json::from_value(cells).expect("ids");
        assert!(cells.len() > 3, "{cells:?}");
        for cell in cells.iter().filter(|cell| *cell != "scratch") {
            let raises = !reader.all(&format!("{} .expected p code", of(cell))).await.is_empty();
            let state = reader.run(cell).await;
            assert_eq!(state, if raises { "error" } else { "ok" }, "{cell}: {}", reader.output(cell).await);
            // The ledger moves to the cell that has run, and what is below it moves as well. It is waited for, so that
            // the next button does not move while it is pressed.
            reader.find(&format!("{} .ledger-summary", of(cell))).await;
        }
    }
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.photograph("page-4-run").await;
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn nothing_runs_on_load_and_the_text_does_not_wait() {
    let reader = Reader::new().await;
    reader.visit("/").await;
    reader.find("main h1").await;
    reader.until_python("ready").await;
    assert!(reader.all("[data-cell]:not([data-state=fresh])").await.is_empty());
    assert_eq!(reader.text("nav[aria-label=Pages] [aria-current=page]").await, "Overview");
    reader
        .find("nav[aria-label=Pages]")
        .await
        .find(Locator::LinkText("Observability, Reversibility, and Monkey-Patching Boundaries"))
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    reader.until("document.querySelector('main h1').textContent.startsWith('Observability')").await;
    assert_eq!(reader.ask("location.hash").await, json!(PAGE_4));
    reader
        .until("document.title.startsWith('Observability') && document.title.endsWith(' · Runtime Governance')")
        .await;
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn leaving_while_the_interpreter_arrives_does_not_harm_the_next_visit() {
    let reader = Reader::new().await;
    // The reader reloads, or follows a link, before the page has loaded.
    for path in ["/", "/deep/path/", "/"] {
        reader.visit(path).await;
    }
    reader.visit("/deep/path/").await;
    reader.until_python("ready").await;
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn an_endless_loop_is_stopped_and_the_variables_are_there() {
    let reader = Reader::new().await;
    reader.open("").await;
    assert_eq!(reader.try_out("kept = [1, 2]").await, "ok");
    reader.write("scratch", &format!("kept.append(3)\n{ENDLESS}")).await;
    for _ in 0..3 {
        reader.start("scratch").await;
        reader.find("[data-python=busy]").await;
        reader.until("document.querySelector('[data-cell=scratch] .elapsed') !== null").await;
        reader.press(&of("scratch"), "Stop").await;
        assert_eq!(reader.until_ended("scratch").await, "stopped");
        reader.until_python("ready").await;
    }
    assert_eq!(reader.try_out("kept").await, "ok");
    assert_eq!(reader.output("scratch").await, "[1, 2]");
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_stop_right_after_another_run_keeps_that_run() {
    let reader = Reader::new().await;
    reader.open("").await;
    reader.write("patch-pi", "kept = 'by the run before'").await;
    reader.write("scratch", ENDLESS).await;
    // A script in the page is quicker than any reader: it runs one cell, runs the other, and stops that as soon as it
    // runs.
    let at_once = "new Promise(done => {
        const scratch = document.querySelector('[data-cell=scratch]');
        const button = (cell, name) => [...cell.querySelectorAll('button')].find(b => b.textContent === name);
        new MutationObserver((_, observer) => {
            if (!scratch.querySelector('.elapsed')) return;
            observer.disconnect();
            button(scratch, 'Stop').click();
            done(0);
        }).observe(scratch, { subtree: true, childList: true });
        button(document.querySelector('[data-cell=patch-pi]'), 'Run').click();
        setTimeout(() => button(scratch, 'Run').click());
    })";
    reader.ask_later(at_once).await;
    assert_eq!(reader.until_ended("scratch").await, "stopped");
    reader.until_python("ready").await;
    assert_eq!(reader.try_out("kept").await, "ok");
    assert_eq!(reader.output("scratch").await, "'by the run before'");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn deep_recursion_and_memory_bombs_are_survived() {
    let reader = Reader::new().await;
    reader.open("").await;
    reader.choose_limit("300").await;
    assert_eq!(reader.try_out("kept = 'here'").await, "ok");
    let shapes = [
        "def f(): f()\nf()",
        "class A:\n    def __getattr__(self, name): return getattr(self, name + 'x')\nA().y",
        "class A:\n    def __repr__(self): return repr(self)\nrepr(A())",
        "def f(x): return sorted([1, 2], key=f)\nf(1)",
        "def d(g):\n    def w(*a, **k): return g(*a, **k)\n    return w\n@d\ndef f(): return f()\nf()",
        "class A:\n    def __eq__(self, other): return self == other\nA() == A()",
    ];
    for shape in shapes {
        assert_eq!(reader.try_out(shape).await, "error", "{shape}");
        let output = reader.output("scratch").await;
        assert!(output.contains("RecursionError"), "{shape} gives {output}");
    }
    for bomb in ["a = []\nwhile True: a.append('x' * 10**6)", "a = []\nfor _ in range(10**5): a = [a]\nrepr(a)"] {
        assert_eq!(reader.try_out(bomb).await, "error", "{bomb}");
        let told = reader.text("[data-cell=scratch]").await;
        assert!(told.contains("Python is as it was before this run.") || told.contains("Error"), "{told}");
        assert_eq!(reader.try_out("kept").await, "ok");
        assert_eq!(reader.output("scratch").await, "'here'");
    }
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn edits_outlive_a_reload_and_reset_cell_takes_them_back() {
    let reader = Reader::new().await;
    reader.open("").await;
    reader.write("patch-pi", "'my own text'").await;
    reader.write("scratch", "'scribbled'").await;
    reader.client.refresh().await.expect("the page reloads");
    reader.until_python("ready").await;
    assert_eq!(reader.run("patch-pi").await, "ok");
    assert_eq!(reader.output("patch-pi").await, "'my own text'");
    assert_eq!(reader.run("scratch").await, "ok");
    assert_eq!(reader.output("scratch").await, "'scribbled'");
    reader.press(&of("patch-pi"), "Reset cell").await;
    reader.find(&format!("{}[data-state=fresh]", of("patch-pi"))).await;
    assert_eq!(reader.output("patch-pi").await, "");
    assert_eq!(reader.run("patch-pi").await, "ok");
    assert_eq!(reader.output("patch-pi").await, "3");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn reset_interpreter_really_resets() {
    let reader = Reader::new().await;
    reader.open("").await;
    assert_eq!(reader.run("patch-pi").await, "ok");
    assert_eq!(reader.try_out("import json, builtins\njson.dumps = len\nbuiltins.len = print\nx = 1").await, "ok");
    reader.press("header", "Reset interpreter").await;
    reader.find(&format!("{}[data-state=stale]", of("patch-pi"))).await;
    reader.until_python("ready").await;
    let probe = "import json, math\njson.dumps([math.pi]), len([1]), 'x' in globals()";
    assert_eq!(reader.try_out(probe).await, "ok");
    assert_eq!(reader.output("scratch").await, "('[3.141592653589793]', 1, False)");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_flood_keeps_the_page_responsive() {
    let reader = Reader::new().await;
    reader.open("").await;
    reader.write("scratch", "n = 0\nwhile True:\n    print(n)\n    n += 1\n").await;
    reader.start("scratch").await;
    reader.find(&format!("{} .more", of("scratch"))).await;
    let longest = "new Promise(done => { let worst = 0, last = performance.now(), left = 60;
        (function frame() { const now = performance.now(); worst = Math.max(worst, now - last); last = now;
            left-- ? requestAnimationFrame(frame) : done(worst) })() })";
    let worst = reader.ask_later(longest).await.as_f64().expect("milliseconds");
    reader.press(&of("scratch"), "Stop").await;
    assert_eq!(reader.until_ended("scratch").await, "stopped");
    assert!(worst < 2_000.0, "the page stood still for {worst} ms");
    assert_eq!(reader.text("[data-cell=scratch] [data-stream=stdout]").await.lines().count(), 200);
    assert!(reader.text(".more").await.ends_with("more lines, show"));
    reader.find(".more").await.click().await.expect("the button is pressed");
    reader
        .until("document.querySelector('[data-cell=scratch] [role=log]').textContent.split('\\n').length > 1000")
        .await;
    reader.until_python("ready").await;
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn output_comes_while_the_cell_runs() {
    let reader = Reader::new().await;
    reader.open("").await;
    reader.write("scratch", &format!("import sys\nprint('first')\nprint('second', file=sys.stderr)\n{ENDLESS}")).await;
    reader.start("scratch").await;
    reader
        .until("document.querySelector('[data-cell=scratch] [data-stream=stderr]')?.textContent.trim() === 'second'")
        .await;
    assert_eq!(reader.text("[data-cell=scratch] [data-stream=stdout]").await, "first");
    reader.press(&of("scratch"), "Stop").await;
    assert_eq!(reader.until_ended("scratch").await, "stopped");
    assert!(reader.output("scratch").await.contains("first"), "what was written stays");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn the_keyboard_is_enough() {
    let reader = Reader::new().await;
    reader.open("").await;
    let keys = async |text: String| reader.client.active_element().await.unwrap().send_keys(&text).await.unwrap();
    reader.write("scratch", "1 + 1").await;
    keys(format!("{}{}", char::from(Key::Shift), char::from(Key::Enter))).await;
    assert_eq!(reader.until_ended("scratch").await, "ok");
    assert_eq!(reader.output("scratch").await, "2");
    keys(format!("{}{}{}", char::from(Key::Null), char::from(Key::End), char::from(Key::Tab))).await;
    assert_eq!(reader.ask("document.activeElement.getAttribute('aria-label')").await, json!("Code"), "Tab indents");
    keys(char::from(Key::Escape).to_string()).await;
    keys(char::from(Key::Tab).to_string()).await;
    assert_eq!(reader.ask("document.activeElement.textContent").await, json!("Run"), "Escape, then Tab, leaves");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn what_stands_above_the_page_hides_nothing_that_is_brought_into_view() {
    let reader = Reader::new().await;
    for width in [1280, 1100, 1000, 840] {
        reader.resize(width, 900).await;
        reader.open("").await;
        assert_eq!(reader.try_out("1 + 1").await, "ok", "a run is on the timeline");
        assert_eq!(reader.ask("getComputedStyle(document.querySelector('.top')).position").await, json!("sticky"));
        // The length `--top` in pixels, as the browser has it where it scrolls to something.
        let top = reader.ask("parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)").await;
        let height = reader.ask("document.querySelector('.top').getBoundingClientRect().height").await;
        let (top, height) = (top.as_f64().expect("pixels"), height.as_f64().expect("pixels"));
        assert!(height <= top, "at {width} pixels the bar takes {height}, and `--top` is {top}");
    }
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn both_pages_are_accessible_and_fit_a_phone() {
    let reader = Reader::new().await;
    for (width, name) in [(1280, "wide"), (360, "narrow")] {
        reader.resize(width, 900).await;
        for (page, scheme) in [(PAGES[0], "light"), (PAGES[0], "dark"), (PAGES[1], "light"), (PAGES[1], "dark")] {
            reader.open(page).await;
            reader.ask(&format!("document.documentElement.setAttribute('data-theme', '{scheme}')")).await;
            assert_eq!(reader.try_out("import json, math\nmath.pi, old = 3, math.pi\nmath.pi = old\njson.dumps = lambda value: value\nprint('out')\n1 / 0").await, "error");
            // In WebKitGTK a film takes longer than this test can wait. The ledger's HTML is the same in all engines.
            if Engine::current() != Engine::WebKit {
                reader.find("table[aria-label=Residue] tr[data-status=left] summary").await;
                reader
                    .ask("document.querySelectorAll('.ledger details').forEach((part) => { part.open = true })")
                    .await;
                reader.ask("document.querySelector('.faults button').click()").await;
                reader.find("table[aria-label=Failures]").await;
            }
            if reader.all("[aria-label=Variables]").await.is_empty() {
                reader.until_python("ready").await;
                reader.press("header", "Variables").await;
            }
            reader.ask("document.querySelector('.settings').open = true").await;
            reader.is_accessible(&format!("{page} {scheme} at {width} pixels")).await;
            reader.ask("document.querySelector('.settings').open = false").await;
            reader.ask("window.scrollTo(0, 0)").await;
            reader.photograph(&format!("{name}-{scheme}-{}", if page == PAGE_4 { "page-4" } else { "overview" })).await;
        }
    }
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn it_works_below_a_path_and_without_the_network_after_the_first_visit() {
    let cannot = "its driver has no command that cuts the network";
    let Some(reader) = Reader::unless(&[(Engine::Firefox, cannot), (Engine::WebKit, cannot)]).await else { return };
    reader.visit("/deep/path/index.html").await;
    reader.until_python("ready").await;
    assert_eq!(reader.try_out("40 + 2").await, "ok");
    // The page begins to fill the offline store once Python is ready.
    reader.until_later("navigator.serviceWorker.ready.then(() => true)").await;
    let kept = "caches.keys().then(async names => (await (await caches.open(names[0])).keys()).map(r => new URL(r.url).pathname))";
    let kept = reader.ask_later(kept).await;
    let kept: Vec<String> = serde_json::from_value(kept).expect("paths");
    for file in [
        "guest.wasm",
        "guest-rest.wasm",
        "library.bin",
        "course.jsonl",
        "index.html",
        "app_bg.wasm",
        "worker_bg.wasm",
        "editor.js",
    ] {
        assert!(kept.contains(&format!("/deep/path/{file}")), "{file} is not kept: {kept:?}");
    }
    reader.offline(true).await;
    reader.visit("/deep/path/index.html").await;
    reader.until_python("ready").await;
    assert_eq!(reader.try_out("import decimal\ndecimal.Decimal('0.1') * 3").await, "ok");
    assert_eq!(reader.output("scratch").await, "Decimal('0.3')");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn an_unknown_page_is_said_so() {
    let reader = Reader::new().await;
    reader.open("#/no-such-page").await;
    assert!(reader.text("main").await.contains("There is no such page."));
    reader
        .client
        .wait()
        .at_most(PATIENCE.min(Duration::from_secs(5)))
        .for_element(Locator::Css("main a"))
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    reader.find("main h1").await;
    reader.leave().await.expect("the browser ends");
}
