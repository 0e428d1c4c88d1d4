//! The workbook wherever it is opened: on any host, offline, as a single file, before any program has come, and by a link that
//! brings code.

use browser::server::{Manner, Server};
use browser::{ENDLESS, Engine, Reader, Site, address, of};
use serde_json::json;

/// Puts a script before all others of the site's page, which counts the page's offences against its own policy in
/// `data-offences` of the document.
fn watch(site: &Site) {
    site.write(
        "watch.js",
        b"document.documentElement.dataset.offences = 0;
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
            const { dataset } = document.documentElement;
            dataset.offences = `${dataset.offences} ${violatedDirective} ${blockedURI}`;
        });",
    );
    let page = site.read("index.html");
    site.write_page(&page.replacen("<script>", "<script src=\"watch.js\"></script><script>", 1), "watched");
}

/// Asserts that the page has not offended against its policy.
async fn is_lawful(reader: &Reader) {
    assert_eq!(reader.ask("document.documentElement.dataset.offences").await, json!("0"));
}

/// The solution of a task of the course.
fn solution(task: &str) -> String {
    let course = std::fs::read_to_string(format!("{}/course.jsonl", address("WORKBOOK_DIST"))).expect("the course");
    let pages = course.lines().skip(1).map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a page"));
    let exercises: Vec<_> = pages.flat_map(|page| page["exercises"].as_array().cloned().unwrap_or_default()).collect();
    let exercise = exercises.iter().find(|exercise| exercise["id"] == task).expect("the task");
    exercise["task"]["solution"].as_str().expect("a text").to_owned()
}

#[tokio::test]
async fn the_single_file_has_everything() {
    let reader = Reader::alone().await;
    let file = format!("file://{}/workbook.html", address("WORKBOOK_DIST"));
    reader.go(&format!("{file}#/observability-reversibility-and-monkey-patching-boundaries")).await;
    reader.until_python("ready").await;
    reader.until_editors().await;
    assert_eq!(reader.try_out("import decimal, residue\nkept = decimal.Decimal('0.1') * 3\nkept").await, "ok");
    assert_eq!(reader.output("scratch").await, "Decimal('0.3')", "the library is within");
    // Stop, undo, and the ledger.
    reader.write("scratch", ENDLESS).await;
    reader.start("scratch").await;
    reader.press(&of("scratch"), "Stop").await;
    assert_eq!(reader.until_ended("scratch").await, "stopped");
    reader.until_python("ready").await;
    assert_eq!(reader.try_out("kept = 'patched'\nimport json\njson.dumps = len").await, "ok");
    reader.find(&format!("{} tr[data-status=left]", of("scratch"))).await;
    reader.photograph("single-file").await;
    reader.press("header", "Undo").await;
    reader.until_python("ready").await;
    assert_eq!(reader.try_out("kept, json.dumps is len").await, "error", "json was never imported");
    // A task with its check, in interpreters of their own; and progress as a file.
    reader.write("honest-patch-cell", &solution("honest-patch")).await;
    let verdict = reader.check("[data-exercise=honest-patch]").await;
    assert!(
        verdict.starts_with("It passes"),
        "{verdict} {}",
        reader.text("[data-exercise=honest-patch] .verdict").await
    );
    reader.find(".settings summary").await.click().await.expect("a click");
    assert!(reader.saved(".settings", "Export progress").await.contains("honest-patch"), "it is in the file");
    // Nothing was asked for.
    assert_eq!(reader.ask("performance.getEntriesByType('resource').filter(({ name }) => !/^(data|blob):/.test(name)).map(({ name }) => name)").await, json!([]));
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_first_visit_fetches_each_file_once_and_the_next_needs_no_server() {
    for (name, manner) in
        [("offline", Manner::default()), ("offline-bare", Manner { without_validators: true, without_types: true })]
    {
        let site = Site::new(name);
        watch(&site);
        let mut server = Server::of(site.folder(), manner);
        let reader = Reader::alone().await;
        reader.go(&server.address).await;
        reader.until_python("ready").await;
        assert_eq!(reader.try_out("40 + 2").await, "ok");
        reader.find(".settings summary").await.click().await.expect("a click");
        reader.find("[data-offline=ready]").await;
        let said = reader.text("[data-offline]").await;
        assert!(said.starts_with("Opens without a network; ready: "), "{said}");
        reader.photograph("offline").await;
        let sent = server.sent();
        let once: std::collections::BTreeMap<&str, usize> =
            sent.iter().map(|(file, bytes)| (file.as_str(), *bytes)).filter(|(_, bytes)| *bytes > 0).collect();
        let (all, needed) = (sent.iter().map(|(_, bytes)| bytes).sum::<usize>(), once.values().sum::<usize>());
        // WebKit gives its service workers little of what its pages have loaded.
        let most = if Engine::current() == Engine::WebKit { 2.0 } else { 1.02 };
        assert!(all as f64 <= needed as f64 * most, "{manner:?}: {all} bytes were sent for {needed}: {sent:?}");
        is_lawful(&reader).await;
        // It can be removed, and kept again, in the same visit.
        reader.press(".settings", "Remove the offline copy").await;
        reader.find("[data-offline=absent]").await;
        reader.press(".settings", "Make available offline").await;
        reader.find("[data-offline=ready]").await;
        server.stop();
        reader.go(&server.address).await;
        reader.until_python("ready").await;
        assert_eq!(reader.try_out("import decimal\ndecimal.Decimal('0.1') * 3").await, "ok", "{manner:?}");
        reader.find(".settings summary").await.click().await.expect("a click");
        reader.press(".settings", "Remove the offline copy").await;
        reader.find("[data-offline=absent]").await;
        assert_eq!(reader.ask_later("caches.keys().then((names) => names.length)").await, json!(0));
        reader.leave().await.expect("the browser ends");
    }
}

/// A site that starts its desk only when a script `begin.js` is put into the page.
fn late(name: &str) -> Site {
    let site = Site::new(name);
    let page = site.read("index.html");
    let begin = "<script defer src=\"start.js\" data-start></script>";
    assert!(page.contains(begin), "the page starts its desk");
    site.write("index.html", page.replace(begin, "").as_bytes());
    site
}

/// Starts the desk of a [`late`] site.
const BEGIN: &str =
    "(document.head.append(Object.assign(document.createElement('script'), { src: 'start.js' })), true)";

/// Where everything of the page stands, from the top of the document.
const PLACES: &str = "[...document.querySelectorAll('main :is(h1, h2, h3, p, pre, li, table, section, svg)')]
    .filter((element) => element.checkVisibility() && !element.closest('.editor, .heard, [data-desk][hidden]'))
    .map((element) => [element.tagName, element.id || element.textContent.slice(0, element.matches('p, li') ? 20 : 0), Math.round(element.getBoundingClientRect().top + scrollY)])";

#[tokio::test]
async fn the_text_is_there_first_and_nothing_moves_when_the_desk_takes_over() {
    let site = late("text-first");
    let reader = Reader::new().await;
    for (width, hash) in [(1280, ""), (360, ""), (1280, "#/observability-reversibility-and-monkey-patching-boundaries")]
    {
        reader.resize(width, 900).await;
        reader.go("about:blank").await;
        reader.visit(&format!("{}{hash}", site.path)).await;
        // The text of another page is brought by a script.
        reader.until("!('awaits' in document.documentElement.dataset) && document.querySelectorAll('[data-before] main p').length > 5").await;
        reader.photograph(&format!("text-first-{width}{}", hash.len())).await;
        let before = reader.ask(PLACES).await;
        reader.ask("scrollTo(0, 300)").await;
        reader.ask(BEGIN).await;
        reader.until("document.querySelector('[data-before]') === null").await;
        assert_eq!(reader.ask("document.querySelector('[data-desk]').hidden").await, json!(false));
        assert_eq!(reader.ask("Math.round(scrollY)").await, json!(300), "the reader stays where they are");
        let after = reader.ask(PLACES).await;
        let (before, after) = (before.as_array().expect("places").clone(), after.as_array().expect("places").clone());
        let moved: Vec<_> = before.iter().zip(&after).filter(|(one, other)| one != other).take(5).collect();
        assert!(
            moved.is_empty() && before.len() == after.len(),
            "at {width}, {hash}: {} and {}: {moved:?}",
            before.len(),
            after.len()
        );
        reader.until_python("ready").await;
        reader.until_editors().await;
        let after = reader.ask(PLACES).await;
        let after = after.as_array().expect("places").clone();
        let moved: Vec<_> = before.iter().zip(&after).filter(|(one, other)| one != other).take(5).collect();
        assert!(moved.is_empty(), "with editors, at {width}, {hash}: {moved:?}");
    }
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn what_is_pressed_before_the_desk_is_there_is_done_by_it() {
    let site = late("early");
    let reader = Reader::new().await;
    reader.visit(&site.path).await;
    reader.press(".cell[data-cell]", "Run").await;
    reader.ask("document.querySelector('.settings').open = true").await;
    // A link leads to another page's text, and back.
    reader.ask(BEGIN).await;
    reader.until_python("ready").await;
    reader.find(".cell[data-runs='1']").await;
    reader.until("document.querySelector('.settings').open").await;
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn without_javascript_the_files_are_a_book() {
    let site = Site::new("book");
    let (first, glossary) = (site.read("index.html"), site.read("glossary.html"));
    for page in [&first, &glossary] {
        let text =
            page.split("<div data-before>").nth(1).expect("the text").split("<div data-desk").next().expect("its end");
        assert!(
            text.contains("<h1") && text.contains("href=\"glossary.html\"") && text.contains("href=\"index.html\""),
            "{text}"
        );
        assert!(!text.contains("href=\"#/"), "every link leads to a file");
    }
    assert!(glossary.contains("<title>") && glossary.contains("name=\"description\" content=\""));
    // With it, a page's file is the workbook with that page.
    let reader = Reader::new().await;
    reader.visit(&format!("{}glossary.html#import-hook", site.path)).await;
    reader.until_python("ready").await;
    assert_eq!(reader.ask("location.hash").await, json!("#/glossary/import-hook"));
    assert_eq!(reader.ask("location.pathname").await, json!(site.path));
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_link_brings_code_and_never_runs_it() {
    let reader = Reader::new().await;
    reader.open("#/index").await;
    reader.write("scratch", "mine = 1").await;
    let link = "#/index/scratch?code=print(%276%20*%207%27)%0A%23%20100%25";
    reader.go("about:blank").await;
    reader.open(link).await;
    let code = |text: &str| {
        format!("document.querySelector('[data-cell=scratch] .cm-content').innerText.trim() === {}", json!(text))
    };
    reader.until(&code("print('6 * 7')\n# 100%")).await;
    assert!(
        reader.text(&format!("{} [data-brought]", of("scratch"))).await.contains("came with the link. It was not run.")
    );
    assert_eq!(reader.ask("document.querySelector('[data-cell=scratch]').dataset.runs").await, json!("0"));
    assert_eq!(reader.ask("location.hash").await, json!("#/index/scratch"), "a reload does not bring it again");
    reader.is_accessible("a cell with a link's code").await;
    reader.photograph("brought").await;
    reader.press("[data-brought]", "Put back what was here").await;
    reader.until(&code("mine = 1")).await;
    reader.press("[data-brought]", "Show the code of the link").await;
    assert_eq!(reader.run("scratch").await, "ok");
    assert_eq!(reader.output("scratch").await, "6 * 7");
    // A link within the page does the same, and one to a cell that is not there says so.
    reader.ask("(location.hash = '#/index/no-such-cell?code=1', true)").await;
    reader
        .until("document.querySelector('.notices').textContent.includes('a cell that this course does not have')")
        .await;
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn what_python_can_reach_is_read_from_the_interpreter_that_runs() {
    let reader = Reader::new().await;
    reader.open("#/what-python-can-reach-here").await;
    reader.find("[data-reach='5']").await;
    let names = "[...document.querySelectorAll('[data-import]')].map((row) => row.dataset.import).sort()";
    let wanted = json!(["host.now", "host.poll", "host.random", "host.read_line", "host.write"]);
    assert_eq!(reader.ask(names).await, wanted);
    let unknown =
        "[...document.querySelectorAll('[data-import]')].some((row) => row.textContent.includes('does not know'))";
    assert_eq!(reader.ask(unknown).await, json!(false));
    reader.photograph("reach").await;
    // What is printed stays text, whatever it looks like.
    assert_eq!(reader.run("reach-html").await, "ok");
    assert_eq!(reader.ask("document.querySelector('[role=log] script, [role=log] b')").await, json!(null));
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_page_is_a_handout_on_paper() {
    let reader = Reader::new().await;
    reader.open("#/observability-reversibility-and-monkey-patching-boundaries").await;
    reader.ask("dispatchEvent(new Event('beforeprint'))").await;
    let notes = "[...document.querySelectorAll('article > ol[data-print] li')].map((note) => note.textContent)";
    let notes: Vec<String> = serde_json::from_value(reader.ask(notes).await).expect("notes");
    let marks =
        "Math.max(...[...document.querySelectorAll('sup[data-print]')].map((mark) => Number(mark.textContent)))";
    assert_eq!(reader.ask(marks).await, json!(notes.len()), "each mark has its note");
    assert!(notes.iter().any(|note| note.starts_with("Page 2, ")), "{notes:?}");
    assert_eq!(reader.ask("document.querySelectorAll('.expected:not([open])').length").await, json!(0));
    reader.ask("dispatchEvent(new Event('afterprint'))").await;
    assert_eq!(reader.ask("document.querySelectorAll('[data-print], .expected[open]').length").await, json!(0));
    assert_eq!(reader.run("without-wraps").await, "ok", "the page goes on");
    // All pages are one document.
    reader.visit("/handout.html").await;
    reader.until("document.querySelectorAll('article.page').length === 17").await;
    assert_eq!(reader.ask("getComputedStyle(document.querySelector('.top')).display").await, json!("none"));
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.photograph("handout").await;
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_host_without_a_certificate_is_no_offline_store_and_that_is_said() {
    let Some(reader) = Reader::of_plain_host().await else { return };
    reader.open("").await;
    reader.find(".settings summary").await.click().await.expect("a click");
    let said = reader.text("[data-offline=none]").await;
    assert!(said.contains("only if they are served securely"), "{said}");
    reader.leave().await.expect("the browser ends");
}
