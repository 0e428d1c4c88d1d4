//! A desk that has ended in the middle of something, and programs that do not load: the reader is told, and loses
//! nothing that they have written.

use browser::{Reader, Site, of};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::{Value, json};

/// The notice that the desk is dead.
const DEAD: &str = "[role=alert][data-dead]";

/// Scripts that the tests run in the page. They are files of the site, and an element of the page loads them. Scripts
/// that a driver runs don't do: in Firefox they do not see the page's objects as they are, and what they import is
/// loaded once more.
const SCRIPTS: [(&str, &str); 6] = [
    ("spoil.js", SPOIL),
    ("exhaust.js", EXHAUST),
    ("clipboard.js", CLIPBOARD),
    ("no-clipboard.js", NO_CLIPBOARD),
    ("others.js", OTHERS),
    ("no-key.js", NO_KEY),
];

/// Overwrites all of the desk's memory, as a fault of the desk might overwrite some, and presses a button, so that the
/// desk is called. (The desk's module is loaded already; calling its function again only gives its exports.)
const SPOIL: &str = "
    new Uint8Array((await wasm_bindgen()).memory.buffer).fill(0xff);
    document.querySelector('header button[aria-pressed]').click();
";

/// Lets the desk's memory grow as far as the browser allows, so that the desk gets no more when it needs some.
const EXHAUST: &str = "
    const { memory } = await wasm_bindgen();
    for (let pages = 16384; pages >= 1;) {
        try { memory.grow(pages); } catch { pages >>= 1; }
    }
";

/// Replaces the browser's clipboard, which a test can't read, by one that puts the text into `data-copied` of the
/// document.
const CLIPBOARD: &str = "
    const writeText = async (text) => { document.documentElement.dataset.copied = text; };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
";
/// Replaces the browser's clipboard by one that refuses every text.
const NO_CLIPBOARD: &str = "
    const writeText = async () => { throw new DOMException('', 'NotAllowedError'); };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
";

/// Makes errors that don't end the desk, and counts them in `data-errors` of the document.
const OTHERS: &str = "
    document.documentElement.dataset.errors = 0;
    addEventListener('error', () => { document.documentElement.dataset.errors++; });
    setTimeout(() => { throw new Error('of an extension'); });
    setTimeout(() => { document.querySelector('no such element').click(); });
    Promise.reject(new TypeError('Failed to fetch'));
    fetch('http://127.0.0.1:1/');
    new Worker('trap.js');
    const script = document.createElement('script');
    script.src = 'no-such-script.js';
    document.head.append(script);
    // The desk only calls this listener.
    document.querySelector('main').addEventListener('focus', () => { throw new Error('of a listener'); });
    document.querySelector('.skip').click();
";

/// Has the desk's listener for keys fail where the desk does not expect it: when it asks which key was pressed.
const NO_KEY: &str = "
    Object.defineProperty(KeyboardEvent.prototype, 'key', { get() { throw new TypeError('no key'); } });
    document.body.dispatchEvent(new KeyboardEvent('keydown', { ctrlKey: true, bubbles: true }));
";

/// A site that has the tests' scripts.
fn site(name: &str) -> Site {
    let site = Site::new(name);
    for (file, text) in SCRIPTS {
        site.write(file, format!("{text}\ndocument.documentElement.dataset.ran = '{file}';").as_bytes());
    }
    site.write("trap.js", b"throw new WebAssembly.RuntimeError('unreachable')");
    site
}

/// Opens a site and waits until Python is ready.
async fn open(reader: &Reader, site: &Site) {
    reader.visit(&site.path).await;
    reader.until_python("ready").await;
}

/// Runs one of the [`SCRIPTS`] to its end.
async fn run(reader: &Reader, script: &str) {
    let load = format!(
        "(document.head.append(Object.assign(document.createElement('script'), {{ type: 'module', src: '{script}' }})), 0)"
    );
    reader.ask(&load).await;
    reader.until(&format!("document.documentElement.dataset.ran === '{script}'")).await;
}

/// Presses "Copy my edits" and gives what has come into the clipboard.
async fn copied(reader: &Reader) -> Value {
    reader.press(DEAD, "Copy my edits").await;
    reader.until("document.documentElement.dataset.copied !== undefined").await;
    reader.ask("document.documentElement.dataset.copied").await
}

/// Writes into the scratch cell and waits until that is in the browser's storage.
async fn write(reader: &Reader, source: &str) {
    reader.write("scratch", source).await;
    reader.until(&format!("Object.values(localStorage).includes({})", json!(source))).await;
}

#[tokio::test]
async fn a_trap_of_the_desk_is_said_once_and_the_edits_survive() {
    let (site, reader) = (site("trap"), Reader::new().await);
    open(&reader, &site).await;
    write(&reader, "kept = 'by hand'").await;
    run(&reader, "spoil.js").await;
    let said = reader.text(&format!("{DEAD} p")).await;
    assert_eq!(
        said,
        "The workbook has stopped because of a fault in it; reload the page to go on: what you have written is kept."
    );
    assert_eq!(reader.ask("document.activeElement.textContent").await, json!("Reload"));
    reader.photograph("dead").await;

    // The desk does not get further presses, and the editor takes no text, which would be stored nowhere.
    reader.press(&of("scratch"), "Run").await;
    reader.find(&format!("{} [role=textbox]", of("scratch"))).await.click().await.expect("a click");
    let end: String =
        [char::from(Key::Control), char::from(Key::End), char::from(Key::Null), 'x', char::from(Key::Enter)]
            .iter()
            .collect();
    reader.client.active_element().await.expect("the editor").send_keys(&end).await.expect("keys");
    assert_eq!(reader.text(&format!("{} [role=textbox]", of("scratch"))).await, "kept = 'by hand'");
    assert_eq!(reader.all(DEAD).await.len(), 1);

    run(&reader, "clipboard.js").await;
    assert_eq!(copied(&reader).await, json!("# index / scratch\nkept = 'by hand'\n"));
    reader.until("document.querySelector('[data-dead] [role=status]').textContent.includes('clipboard')").await;
    run(&reader, "no-clipboard.js").await;
    reader.press(DEAD, "Copy my edits").await;
    reader.find(&format!("{DEAD} textarea")).await;
    assert_eq!(
        reader.ask("getSelection().toString() || document.activeElement.value").await,
        json!("# index / scratch\nkept = 'by hand'\n")
    );

    reader.press(DEAD, "Reload").await;
    reader.until_python("ready").await;
    assert!(reader.all(DEAD).await.is_empty());
    assert_eq!(reader.run("scratch").await, "ok");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn all_edits_are_handed_over_whatever_they_are_kept_under() {
    let (site, reader) = (site("edits"), Reader::new().await);
    open(&reader, &site).await;
    let keep = "(() => {
        localStorage.clear();
        localStorage.setItem('workbook/Bread%20at%20%2Fa%2F/edit/dough/knead', 'flour = 1\\n\\n');
        localStorage.setItem('workbook/edit/old/cell', '1 + 1');
        localStorage.setItem('workbook/theme', 'dark');
        localStorage.setItem('workbook/answer/dough/why', '[\"no edit\"]');
        sessionStorage.setItem('workbook/Bread%20at%20%2Fa%2F/edit/dough/knead', 'flour = 2');
        return 0;
    })()";
    reader.ask(keep).await;
    run(&reader, "spoil.js").await;
    reader.find(DEAD).await;
    run(&reader, "clipboard.js").await;
    let expected = "# dough / knead (Bread at /a/)\nflour = 1\n\n\n# dough / knead (Bread at /a/)\nflour = 2\n\n\n# old / cell\n1 + 1\n";
    assert_eq!(copied(&reader).await, json!(expected));
    reader.ask("(localStorage.clear(), sessionStorage.clear(), 0)").await;
    reader.press(DEAD, "Copy my edits").await;
    reader.until("document.querySelector('[data-dead] [role=status]').textContent === 'This browser keeps no edits of yours.'").await;
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn the_notice_fits_a_phone_in_both_themes_and_without_style_sheets() {
    let (site, reader) = (site("narrow"), Reader::new().await);
    reader.resize(360, 800).await;
    open(&reader, &site).await;
    write(&reader, "kept = 1").await;
    run(&reader, "spoil.js").await;
    run(&reader, "no-clipboard.js").await;
    reader.press(DEAD, "Copy my edits").await;
    reader.find(&format!("{DEAD} textarea")).await;
    for theme in ["light", "dark"] {
        reader.ask(&format!("document.documentElement.setAttribute('data-theme', '{theme}')")).await;
        reader.is_accessible(&format!("the notice, {theme}")).await;
        reader.photograph(&format!("dead-narrow-{theme}")).await;
    }
    reader.ask("document.querySelectorAll('link[rel=stylesheet]').forEach(sheet => sheet.remove())").await;
    let place = "(() => { const { top, left, right } = document.querySelector('[data-dead]').getBoundingClientRect();
        return top === 0 && left === 0 && right === document.documentElement.clientWidth; })()";
    assert_eq!(reader.ask(place).await, json!(true), "it stands over the page");
    assert_eq!(
        reader
            .ask("getComputedStyle(document.querySelector('[data-dead]')).backgroundColor !== 'rgba(0, 0, 0, 0)'")
            .await,
        json!(true)
    );
    reader.photograph("dead-narrow-bare").await;
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_desk_without_memory_says_so() {
    let (site, reader) = (site("memory"), Reader::new().await);
    open(&reader, &site).await;
    write(&reader, "kept = 1").await;
    run(&reader, "exhaust.js").await;
    // The editor calls the desk for the new text, and catches what the desk throws.
    reader.write("scratch", &"# a line that takes up some memory\n".repeat(200_000)).await;
    reader.find(DEAD).await;
    reader.press(DEAD, "Reload").await;
    reader.until_python("ready").await;
    assert!(reader.all(DEAD).await.is_empty());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn an_error_that_goes_through_the_desk_is_its_end_and_others_are_not() {
    let (site, reader) = (site("errors"), Reader::new().await);
    open(&reader, &site).await;
    run(&reader, "others.js").await;
    reader.until("Number(document.documentElement.dataset.errors) >= 3").await;
    for _ in 0..3 {
        assert_eq!(reader.try_out("1 + 1").await, "ok");
    }
    assert!(reader.all(DEAD).await.is_empty());
    run(&reader, "no-key.js").await;
    reader.find(DEAD).await;
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_desk_that_does_not_load_says_so() {
    let reader = Reader::new().await;
    reader.visit("/").await;
    reader.ask("(localStorage.setItem('workbook/theme', 'dark'), 0)").await;
    let sites = [
        Site::new("desk-missing").without("app_bg.wasm"),
        Site::new("desk-cut").with_half_of("app_bg.wasm"),
        Site::new("desk-page").with_page_for("app_bg.wasm"),
        Site::new("desk-module-missing").without("app.js"),
        Site::new("desk-module-page").with_page_for("app.js"),
        Site::new("desk-start-missing").without("start.js"),
    ];
    for site in &sites {
        reader.visit(&site.path).await;
        let said = reader.text(&format!("{DEAD} p")).await;
        assert!(said.starts_with("The workbook's program did not load;"), "{}: {said}", site.path);
        assert_eq!(reader.ask("document.activeElement.textContent").await, json!("Reload"), "{}", site.path);
        // The theme is set without the desk.
        assert_eq!(reader.ask("document.documentElement.dataset.theme").await, json!("dark"), "{}", site.path);
        reader.find(DEAD).await.find(Locator::XPath("descendant::button[.='Copy my edits']")).await.expect("a button");
    }
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn without_its_course_a_page_can_still_be_read() {
    let reader = Reader::new().await;
    let sites = [
        (Site::new("course-missing").without("course.jsonl"), "the server answered 404"),
        (Site::new("course-page").with_page_for("course.jsonl"), "want you to sign in?"),
        (Site::new("course-cut").with_half_of("course.jsonl"), "course.jsonl: "),
    ];
    for (site, why) in &sites {
        reader.visit(&site.path).await;
        let said = reader.text("[role=alert].notice").await;
        assert!(said.starts_with("The pages can't be used: ") && said.contains(why), "{}: {said}", site.path);
        assert!(reader.all("[data-before] main p").await.len() > 5, "{}", site.path);
        assert!(reader.all(DEAD).await.is_empty(), "{}", site.path);
    }
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_worker_that_does_not_load_says_so() {
    let reader = Reader::new().await;
    let sites = [
        Site::new("worker-missing").without("worker_bg.wasm"),
        Site::new("worker-cut").with_half_of("worker_bg.wasm"),
        Site::new("worker-page").with_page_for("worker_bg.wasm"),
        Site::new("worker-module-missing").without("worker.js"),
        Site::new("worker-module-page").with_page_for("worker.js"),
        Site::new("worker-start-missing").without("start-worker.js"),
    ];
    for site in &sites {
        reader.visit(&site.path).await;
        reader.until_python("failed").await;
        let said = reader.text("[data-python]").await;
        assert!(said.contains("did not load"), "{}: {said}", site.path);
        // The page's text can be read without Python.
        reader.find("main h1").await;
        assert!(reader.all(DEAD).await.is_empty(), "{}", site.path);
    }
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn without_the_rest_of_the_interpreter_only_what_needs_it_fails() {
    let reader = Reader::new().await;
    let sites = [
        (Site::new("rest-missing").without("guest-rest.wasm"), "did not come: the server answered 404"),
        (Site::new("rest-cut").with_half_of("guest-rest.wasm"), "did not come: "),
        (Site::new("rest-page").with_page_for("guest-rest.wasm"), "did not come: "),
        (of_another_version(Site::new("rest-other")), "does not fit, perhaps because it is of a newer version"),
    ];
    for (site, why) in &sites {
        reader.visit(&site.path).await;
        reader.until_python("ready").await;
        assert_eq!(reader.try_out("x = 40 + 2\nx").await, "ok");
        reader.try_out("import bz2\nbz2.compress(b'a')").await;
        let said = reader.text("[data-cell=scratch]").await;
        assert!(said.contains("the rest of the interpreter ") && said.contains(why), "{}: {said}", site.path);
        // Nothing is lost.
        reader.until_python("ready").await;
        assert_eq!(reader.try_out("x").await, "ok");
        assert_eq!(reader.output("scratch").await, "42");
    }
    reader.leave().await.expect("the browser ends");
}

/// The site with the rest of another interpreter: both parts name the whole of which they are.
fn of_another_version(site: Site) -> Site {
    let name = "guest-rest.wasm";
    let mut rest = std::fs::read(site.folder().join(name)).expect("the rest of the interpreter");
    let whole = rest.windows(6).position(|bytes| bytes == b"whole-").expect("it names the whole");
    rest[whole + 6] ^= 1;
    site.write(name, &rest);
    site
}
