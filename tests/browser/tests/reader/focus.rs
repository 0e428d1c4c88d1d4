//! The place where the reader is: which element has the focus, what is in view, and what screen readers announce.

use browser::{ENDLESS, Reader, of};
use fantoccini::key::Key;
use serde_json::{Value, json};

const PAGE_4: &str = "#/observability-reversibility-and-monkey-patching-boundaries";
const PAGE_6: &str = "#/mechanism-selection-review-gates-and-escalation-boundaries";
const SCRATCH: &str = "[data-cell=scratch]";

/// Follows a link to an address, without scrolling to the link first as a driver would.
async fn follow(reader: &Reader, address: &str) {
    let script = format!(
        "(() => {{ const link = document.createElement('a'); link.href = '{address}'; document.body.append(link); link.click(); link.remove(); return true; }})()"
    );
    assert_eq!(reader.ask(&script).await, json!(true));
}

/// Waits until the page is shown whose title begins like this.
async fn until_page(reader: &Reader, title: &str) {
    reader.until(&format!("document.querySelector('main h1')?.textContent.startsWith('{title}')")).await;
}

/// Goes `back` or `forward` with a script: the browser's own buttons pass over addresses that a script has followed,
/// and so does WebKit's driver.
async fn go(reader: &Reader, way: &str) {
    reader.ask(&format!("(history.{way}(), true)")).await;
}

/// Waits until the page is scrolled down by about `top` pixels. It may be a few more or less, because editors that come
/// into view change their heights a little.
async fn until_scrolled(reader: &Reader, top: u32) {
    reader.until(&format!("Math.abs(scrollY - {top}) < 40")).await;
}

/// Gives the focus to the button called `name` in the element that `within` matches, and presses it by keyboard.
async fn press_by_key(reader: &Reader, within: &str, name: &str) {
    reader.find(within).await;
    let button =
        format!("[...document.querySelectorAll('{within} button')].find((button) => button.textContent === '{name}')");
    reader.until(&format!("{button} !== undefined")).await;
    reader.ask(&format!("{button}.focus()")).await;
    press_enter(reader).await;
}

/// Presses Enter on the element that has the focus.
async fn press_enter(reader: &Reader) {
    let active = reader.client.active_element().await.expect("something has the focus");
    active.send_keys(&char::from(Key::Enter).to_string()).await.expect("keys");
}

/// Waits until a button with this name has the focus.
async fn until_on(reader: &Reader, name: &str) {
    reader.until(&format!("document.activeElement.textContent === '{name}'")).await;
}

#[tokio::test]
async fn back_and_forward_lead_to_where_the_reader_was() {
    let reader = Reader::new().await;
    reader.open(PAGE_4).await;
    reader.ask("scrollTo(0, 1500)").await;
    follow(&reader, "#/index").await;
    until_page(&reader, "Overview").await;
    until_scrolled(&reader, 0).await;
    reader.ask("scrollTo(0, 300)").await;
    go(&reader, "back").await;
    until_page(&reader, "Observability").await;
    until_scrolled(&reader, 1500).await;
    go(&reader, "forward").await;
    until_page(&reader, "Overview").await;
    until_scrolled(&reader, 300).await;
    go(&reader, "back").await;
    until_page(&reader, "Observability").await;
    reader.client.refresh().await.expect("the page reloads");
    until_page(&reader, "Observability").await;
    until_scrolled(&reader, 1500).await;
    go(&reader, "forward").await;
    until_page(&reader, "Overview").await;
    until_scrolled(&reader, 300).await;
    // The reader goes to two places of one page, and back to the first.
    follow(&reader, &format!("{PAGE_6}/side-by-side")).await;
    until_page(&reader, "Mechanism").await;
    reader.until("scrollY > 1000").await;
    reader.ask("scrollBy(0, 200)").await;
    let left = reader.ask("Math.round(scrollY)").await.as_u64().expect("pixels");
    follow(&reader, &format!("{PAGE_6}/evidence-that-runs")).await;
    reader.until(&format!("scrollY > {left} + 500")).await;
    go(&reader, "back").await;
    until_scrolled(&reader, u32::try_from(left).expect("no page is so long")).await;
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_page_that_comes_takes_the_focus_and_is_announced() {
    let reader = Reader::new().await;
    reader.open("").await;
    assert_eq!(
        reader.ask("document.activeElement === document.body").await,
        json!(true),
        "the first page is the browser's to read"
    );
    let said = "[...document.querySelectorAll('.heard[role=status]')].map((said) => said.textContent)";
    follow(&reader, PAGE_4).await;
    until_page(&reader, "Observability").await;
    reader.until("document.activeElement.id === 'main'").await;
    reader.until(&format!("{said}.some((said) => said.startsWith('Observability'))")).await;
    follow(&reader, &format!("{PAGE_6}/evidence-that-runs")).await;
    reader.until("document.activeElement.dataset.cell === 'evidence-that-runs'").await;
    reader.until(&format!("{said}.some((said) => said.startsWith('Mechanism'))")).await;
    // A link to the address that the reader is at already leads to its place again.
    reader.ask("scrollTo(0, 0)").await;
    follow(&reader, &format!("{PAGE_6}/evidence-that-runs")).await;
    reader.until("scrollY > 1000").await;
    // A diagram's links are elements of SVG.
    reader.ask("scrollTo(0, 0)").await;
    reader.find("main svg a[href]").await;
    let press = format!("(() => {{ const link = document.querySelector('main svg a[href]'); link.setAttribute('href', '{PAGE_6}/evidence-that-runs');
        link.dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true }})); return true; }})()");
    assert_eq!(reader.ask(&press).await, json!(true));
    reader.until("scrollY > 1000").await;
    follow(&reader, "#/no-such-page").await;
    reader.until(&format!("{said}.some((said) => said.startsWith('There is no such page.'))")).await;
    reader.until("document.activeElement.id === 'main'").await;
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn an_id_is_on_a_page_once_and_what_refers_to_one_finds_it() {
    let reader = Reader::new().await;
    reader.open("").await;
    let pages = reader
        .ask("[...document.querySelectorAll('nav[aria-label=Pages] a')].map((link) => link.getAttribute('href'))")
        .await;
    let pages: Vec<String> = serde_json::from_value(pages).expect("addresses");
    assert!(pages.len() > 3, "{pages:?}");
    for page in pages {
        follow(&reader, &page).await;
        reader.find(&format!("nav[aria-label=Pages] [aria-current=page][href='{page}']")).await;
        reader.until_editors().await;
        let twice = "(() => { const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id); return ids.filter((id, at) => ids.indexOf(id) !== at); })()";
        assert_eq!(reader.ask(twice).await, json!([]), "{page}");
        let lost = "[...document.querySelectorAll('[aria-describedby]')].flatMap((part) => part.getAttribute('aria-describedby').split(' ')).filter((id) => document.getElementById(id) === null)";
        assert_eq!(reader.ask(lost).await, json!([]), "{page}");
    }
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn buttons_and_editors_say_whose_they_are() {
    let reader = Reader::new().await;
    reader.open(PAGE_4).await;
    let cells = reader.ask("[...document.querySelectorAll('[data-cell]')].map((cell) => cell.dataset.cell)").await;
    for name in ["Run", "Stop", "Reset cell"] {
        let described = format!(
            "[...document.querySelectorAll('[data-cell] button')].filter((button) => button.textContent === '{name}')
                .map((button) => document.getElementById(button.getAttribute('aria-describedby')).textContent)"
        );
        assert_eq!(reader.ask(&described).await, cells, "{name}");
    }
    let described = "[...document.querySelectorAll('[role=textbox][aria-label=Code]')].map((editor) =>
        editor.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent))";
    let Value::Array(described) = reader.ask(described).await else { panic!("a list") };
    assert_eq!(json!(described.iter().map(|parts| &parts[0]).collect::<Vec<_>>()), cells);
    assert!(described.iter().all(|parts| parts[1].as_str().is_some_and(|keys| keys.contains("Escape, then Tab"))));
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn run_and_stop_keep_the_focus_and_do_nothing_when_they_are_of_no_use() {
    let reader = Reader::new().await;
    reader.open("").await;
    reader.choose_limit("300").await;
    reader.write("scratch", ENDLESS).await;
    press_by_key(&reader, SCRATCH, "Run").await;
    reader.find(&format!("{SCRATCH}[data-state=running][data-runs='1'] .run[aria-disabled=true]")).await;
    reader.until(&format!("document.querySelector('{SCRATCH} .elapsed') !== null")).await;
    until_on(&reader, "Run").await;
    press_enter(&reader).await;
    // Pressing another cell's Stop does not stop this cell.
    reader
        .ask(&format!(
            "[...document.querySelectorAll('{} button')].find((button) => button.textContent === 'Stop').click()",
            of("patch-pi")
        ))
        .await;
    assert_eq!(reader.all(&format!("{SCRATCH}[data-state=running][data-runs='1']")).await.len(), 1);
    press_by_key(&reader, SCRATCH, "Stop").await;
    assert_eq!(reader.until_ended("scratch").await, "stopped");
    until_on(&reader, "Stop").await;
    reader.find(&format!("{SCRATCH} .run:not([aria-disabled])")).await;
    reader.until_python("ready").await;
    // Undo is pressed until nothing can be undone any more.
    assert_eq!(reader.try_out("x = 1").await, "ok");
    reader.until_python("ready").await;
    press_by_key(&reader, "header", "Undo").await;
    reader.until("document.activeElement.textContent === 'Undo' && document.activeElement.getAttribute('aria-disabled') === 'true'").await;
    reader.until_python("ready").await;
    press_enter(&reader).await;
    press_by_key(&reader, "header", "Redo").await;
    reader.until("document.activeElement.textContent === 'Redo' && document.activeElement.getAttribute('aria-disabled') === 'true'").await;
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn what_goes_away_with_its_press_hands_the_focus_on() {
    let reader = Reader::new().await;
    reader.open("").await;
    reader.ask("document.querySelector('.settings').open = true").await;
    press_by_key(&reader, ".settings", "Forget everything").await;
    until_on(&reader, "No, keep it").await;
    press_enter(&reader).await;
    until_on(&reader, "Forget everything").await;
    press_enter(&reader).await;
    press_by_key(&reader, ".settings", "Yes, forget").await;
    until_on(&reader, "Forget everything").await;
    reader.ask("document.querySelector('.settings').open = false").await;
    reader.until_python("ready").await;
    press_by_key(&reader, ".notice", "Close").await;
    reader.until("document.querySelector('.notice') === null && document.activeElement.id === 'main'").await;
    press_by_key(&reader, "header", "Variables").await;
    press_by_key(&reader, "[aria-label=Variables]", "Close").await;
    reader.until("document.querySelector('aside[aria-label=Variables]') === null").await;
    until_on(&reader, "Variables").await;
    // In a cell three things go away when they are used: the line of input, "more" of the output, and "Keep waiting".
    let in_scratch = "document.activeElement.closest('[data-cell=scratch]') !== null";
    reader.choose_limit("10").await;
    reader.write("scratch", "name = input('Name: ')\nfor number in range(500): print(number)").await;
    reader.start("scratch").await;
    press_by_key(&reader, &format!("{SCRATCH} .input"), "Enter").await;
    assert_eq!(reader.until_ended("scratch").await, "ok");
    reader.until(in_scratch).await;
    reader.ask(&format!("document.querySelector('{SCRATCH} .more').focus()")).await;
    press_enter(&reader).await;
    reader.until(&format!("document.querySelector('{SCRATCH} .more') === null && {in_scratch}")).await;
    reader.write("scratch", ENDLESS).await;
    reader.start("scratch").await;
    press_by_key(&reader, SCRATCH, "Keep waiting").await;
    reader.until(&format!("document.querySelector('{SCRATCH} .patience') === null && {in_scratch}")).await;
    reader.press(SCRATCH, "Stop").await;
    assert_eq!(reader.until_ended("scratch").await, "stopped");
    reader.until_python("ready").await;
    // In the ledger the button goes away with which a finding is undone.
    reader.choose_limit("300").await;
    assert_eq!(reader.try_out("import math\nmath.pi = 3").await, "ok");
    reader.find(&format!("{SCRATCH} tr[data-status=left] summary")).await;
    reader.ask(&format!("(document.querySelector('{SCRATCH} tr[data-status=left] details').open = true)")).await;
    press_by_key(&reader, &format!("{SCRATCH} tr[data-status=left]"), "Undo this one").await;
    reader.find(&format!("{SCRATCH} tr[data-status=reverted]")).await;
    reader.until("document.activeElement.closest('.ledger') !== null").await;
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}
