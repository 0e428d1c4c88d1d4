//! A new version of the workbook: the reader is told about it and takes it when they like, and its files are never
//! mixed with those of the old one. Each test has a browser of its own, because it depends on which tabs and service
//! workers the browser has.

use browser::{Reader, Site, of};
use serde_json::json;

/// Publishes a version that differs from the one before it in the page's description.
fn publish(site: &Site, version: &str) {
    let page = site.read("index.html");
    let (before, after) = page.split_once("name=\"description\" content=\"").expect("a description");
    let (_, after) = after.split_once('"').expect("its end");
    site.write_page(&format!("{before}name=\"description\" content=\"{version}\"{after}"), version);
}

/// Has the browser look for a new version now.
async fn look(reader: &Reader) {
    reader.ask_later("navigator.serviceWorker.getRegistration().then(r => r.update()).then(() => 0)").await;
}

/// Opens the site twice; the second time it is loaded from the offline store. (Firefox's driver reloads past that
/// store, so the tests here go to the address again instead of reloading.)
async fn keep_offline(reader: &Reader, site: &Site) {
    reader.visit(&site.path).await;
    reader.until_later("navigator.serviceWorker.ready.then(() => true)").await;
    reader.visit(&site.path).await;
    reader.until_python("ready").await;
    assert_eq!(reader.ask("navigator.serviceWorker.controller !== null").await, json!(true));
}

/// A selector that matches only a page of this version.
fn version(name: &str) -> String {
    format!("meta[name=description][content={name}]")
}

#[tokio::test]
async fn a_new_version_waits_for_the_reader_and_for_the_other_tabs() {
    let site = Site::new("versions");
    publish(&site, "first");
    let reader = Reader::alone().await;
    keep_offline(&reader, &site).await;
    assert!(reader.all(".new-version").await.is_empty(), "the first version is no new one");

    // The page listens for new versions once it has registered its service worker, which it does when Python is ready.
    publish(&site, "second");
    look(&reader).await;
    let said = reader.text(".new-version[role=status] p").await;
    assert_eq!(said, "A new version is ready: reload when you like.");
    reader.is_accessible("the notice of a new version").await;
    reader.photograph("new-version").await;
    assert_eq!(reader.try_out("kept = 'in the old version'").await, "ok");

    // While another tab is open, the old version stays.
    let first = reader.client.window().await.expect("a window");
    let second = reader.client.new_window(true).await.expect("a second tab").handle;
    reader.client.switch_to_window(second).await.expect("the tab");
    reader.visit(&site.path).await;
    reader.find(&version("first")).await;
    reader.client.switch_to_window(first.clone()).await.expect("the first tab");
    reader.press(".new-version", "Reload").await;
    reader.until("document.querySelector('.new-version p').textContent.includes('other tabs')").await;
    reader.find(&version("first")).await;
    let others: Vec<_> =
        reader.client.windows().await.expect("windows").into_iter().filter(|window| *window != first).collect();
    for other in others {
        reader.client.switch_to_window(other).await.expect("the other tab");
        reader.client.close_window().await.expect("it closes");
    }
    reader.client.switch_to_window(first).await.expect("the first tab");

    reader.press(".new-version", "Reload").await;
    reader.find(&version("second")).await;
    reader.until_python("ready").await;
    assert_eq!(reader.run("scratch").await, "ok");
    assert!(
        reader.text(&format!("{} [role=textbox]", of("scratch"))).await.contains("in the old version"),
        "edits are kept"
    );

    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn the_only_tab_gets_the_new_version_when_it_is_loaded_again() {
    let site = Site::new("versions-reload");
    publish(&site, "first");
    let reader = Reader::alone().await;
    keep_offline(&reader, &site).await;
    publish(&site, "second");
    look(&reader).await;
    reader.until_later("navigator.serviceWorker.getRegistration().then(r => r.waiting !== null)").await;
    reader.visit(&site.path).await;
    reader.find(&version("second")).await;
    reader.until_python("ready").await;
    assert_eq!(reader.try_out("1 + 1").await, "ok");
    assert!(reader.all(".new-version").await.is_empty());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_file_of_another_build_does_not_get_in() {
    let site = Site::new("versions-mixed");
    // One file is newer than the list of files, as on a server that is just being given a new version.
    site.write("icon.svg", b"<svg xmlns='http://www.w3.org/2000/svg' />");
    let reader = Reader::alone().await;
    reader.visit(&site.path).await;
    reader.until_python("ready").await;
    let refused = "navigator.serviceWorker.register('service-worker.js').then(registration => new Promise(done => {
        const worker = registration.installing ?? registration.waiting ?? registration.active;
        const look = () => { if (worker.state === 'redundant' || worker.state === 'activated') done(worker.state); };
        worker.addEventListener('statechange', look);
        look();
    }))";
    assert_eq!(reader.ask_later(refused).await, json!("redundant"));
    reader.leave().await.expect("the browser ends");
}
