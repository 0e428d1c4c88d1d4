//! What the next visit finds: large states, states of another image, states at two addresses and in two tabs.

use browser::{Reader, of};
use serde_json::json;

/// Runs a source in the scratch cell, which must end well; gives its output.
async fn shows(reader: &Reader, source: &str) -> String {
    let state = reader.try_out(source).await;
    let output = reader.output("scratch").await;
    assert_eq!(state, "ok", "{source}\n{output}");
    output
}

/// Waits until the next visit will find everything as it is now.
async fn kept(reader: &Reader) {
    reader.until_python("ready").await;
    // The ledger of the last run is stored, too, once it is there.
    reader.find(".ledger").await;
    reader.until("document.documentElement.dataset.kept === 'yes'").await;
}

/// Reloads the page and waits until Python is ready.
async fn reload(reader: &Reader) {
    reader.client.refresh().await.expect("the page reloads");
    reader.until_python("ready").await;
}

/// The texts of all notices at the top of the page.
async fn notices(reader: &Reader) -> String {
    let all =
        reader.ask("[...document.querySelectorAll('.notice')].map(notice => notice.textContent).join('\\n')").await;
    all.as_str().unwrap_or_default().to_owned()
}

/// What the editor of a cell shows.
async fn source(reader: &Reader, cell: &str) -> String {
    reader.text(&format!("{} [role=textbox]", of(cell))).await
}

#[tokio::test]
async fn a_large_state_comes_back_and_leaves_the_desk_small() {
    let reader = Reader::new().await;
    reader.open("").await;
    shows(&reader, "import os\nx = 1").await;
    shows(&reader, "x = os.urandom(60_000_000)\nlen(x)").await;
    kept(&reader).await;
    assert_eq!(notices(&reader).await, "");
    reload(&reader).await;
    assert_eq!(shows(&reader, "len(x)").await, "60000000");
    for _ in 0..2 {
        reader.press("header", "Undo").await;
        reader.until_python("ready").await;
    }
    assert_eq!(shows(&reader, "x").await, "1");
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_state_of_another_image_is_refused_with_a_sentence() {
    let reader = Reader::new().await;
    reader.open("").await;
    shows(&reader, "x = 1").await;
    reader.write("patch-pi", "'my edit'").await;
    kept(&reader).await;
    let change = "new Promise(async (done, failed) => {
        const { name } = (await indexedDB.databases()).find(({ name }) => name.startsWith('workbook/'));
        const open = indexedDB.open(name);
        open.onsuccess = () => {
            const texts = open.result.transaction('texts', 'readwrite').objectStore('texts');
            texts.get('now').onsuccess = ({ target }) => {
                const now = { ...JSON.parse(target.result), image: 'of yesterday' };
                texts.put(JSON.stringify(now), 'now').onsuccess = () => { open.result.close(); done(0) };
            };
        };
        open.onerror = failed;
    })";
    reader.ask_later(change).await;
    reload(&reader).await;
    assert!(notices(&reader).await.contains("earlier version of this workbook"));
    assert_eq!(shows(&reader, "'x' in globals()").await, "False");
    assert_eq!(reader.run("patch-pi").await, "ok");
    assert_eq!(reader.output("patch-pi").await, "'my edit'");
    kept(&reader).await;
    reload(&reader).await;
    assert_eq!(notices(&reader).await, "", "it is set aside, and said once");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_state_whose_bytes_are_damaged_is_set_aside_and_python_is_pristine() {
    let reader = Reader::new().await;
    reader.open("").await;
    shows(&reader, "x = 1").await;
    kept(&reader).await;
    let damage = "new Promise(async (done, failed) => {
        const { name } = (await indexedDB.databases()).find(({ name }) => name.startsWith('workbook/'));
        const open = indexedDB.open(name);
        open.onsuccess = () => {
            const bytes = open.result.transaction('bytes', 'readwrite').objectStore('bytes');
            bytes.getAllKeys().onsuccess = ({ target }) => {
                for (const key of target.result) bytes.put(new Uint8Array([1, 2, 3, 4, 5]).buffer, key);
                bytes.transaction.oncomplete = () => { open.result.close(); done(0) };
            };
        };
        open.onerror = failed;
    })";
    reader.ask_later(damage).await;
    reload(&reader).await;
    assert!(notices(&reader).await.contains("could not be brought back"), "{}", notices(&reader).await);
    assert_eq!(shows(&reader, "'x' in globals()").await, "False");
    kept(&reader).await;
    reload(&reader).await;
    assert_eq!(notices(&reader).await, "", "it is not tried again");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn two_addresses_on_one_host_share_nothing() {
    let reader = Reader::new().await;
    reader.open("").await;
    reader.write("patch-pi", "'at the root'").await;
    shows(&reader, "x = 'at the root'").await;
    kept(&reader).await;
    reader.visit("/deep/path/").await;
    reader.until_python("ready").await;
    assert_eq!(notices(&reader).await, "");
    assert_ne!(source(&reader, "patch-pi").await, "'at the root'");
    assert_eq!(shows(&reader, "'x' in globals()").await, "False");
    reader.write("patch-pi", "'deeper'").await;
    shows(&reader, "x = 'deeper'").await;
    kept(&reader).await;
    reader.forget_everything().await;
    reader.until_python("ready").await;
    reader.visit("/").await;
    reader.until_python("ready").await;
    assert_eq!(source(&reader, "patch-pi").await, "'at the root'");
    assert_eq!(shows(&reader, "x").await, "'at the root'");
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn in_two_tabs_both_work_and_neither_overwrites_the_other() {
    two_tabs(Reader::new().await).await;
}

#[tokio::test]
async fn two_tabs_know_of_each_other_without_the_browsers_locks() {
    let Some(reader) = Reader::of_plain_host().await else { return };
    reader.visit("").await;
    assert_eq!(reader.ask("isSecureContext || 'locks' in navigator").await, json!(false));
    two_tabs(reader).await;
}

async fn two_tabs(reader: Reader) {
    reader.open("").await;
    shows(&reader, "x = 'first'").await;
    reader.write("patch-pi", "'of the first'").await;
    kept(&reader).await;
    let first = reader.client.window().await.expect("a window");
    let second = reader.client.new_window(true).await.expect("a second window").handle;
    reader.client.switch_to_window(second.clone()).await.expect("it can be looked at");
    reader.open("").await;
    reader.until_python("ready").await;
    assert!(notices(&reader).await.contains("open in another tab"));
    assert_eq!(source(&reader, "patch-pi").await, "'of the first'");
    assert_eq!(shows(&reader, "x = 'second'\nx").await, "'second'");
    reader.write("patch-pi", "'of the second'").await;
    reload(&reader).await;
    assert_eq!(source(&reader, "patch-pi").await, "'of the second'", "its own edits last as long as the tab");
    reader.client.switch_to_window(first).await.expect("it can be looked at");
    assert_eq!(shows(&reader, "x").await, "'first'");
    reload(&reader).await;
    assert_eq!(shows(&reader, "x").await, "'first'");
    assert_eq!(source(&reader, "patch-pi").await, "'of the first'");
    // If the reader presses "Forget everything" in one tab, the other tab forgets as well.
    reader.client.switch_to_window(second).await.expect("it can be looked at");
    reader.forget_everything().await;
    reader.until("document.querySelectorAll('nav[aria-label=Timeline] li').length === 1").await;
    let windows = reader.client.windows().await.expect("both are open");
    reader.client.switch_to_window(windows[0].clone()).await.expect("it can be looked at");
    reader.until("document.querySelectorAll('nav[aria-label=Timeline] li').length === 1").await;
    assert_eq!(reader.ask("Object.keys(localStorage).filter(name => name.includes('/edit/'))").await, json!([]));
    reader.leave().await.expect("the browser ends");
}
