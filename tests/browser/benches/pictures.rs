//! `cargo xtask pictures`: takes the pictures that the README shows.

use browser::{PATCHES, Reader, of};

const PAGE_4: &str = "#/observability-reversibility-and-monkey-patching-boundaries";
const SCRATCH: &str = "[data-cell=scratch]";
/// A context manager that does not put the attribute back if its body fails.
const UNGUARDED: &str = "import contextlib, json

@contextlib.contextmanager
def patched(owner, name, value):
    before = getattr(owner, name)
    setattr(owner, name, value)
    yield
    setattr(owner, name, before)

with patched(json, 'dumps', repr):
    print(json.dumps('inside'))
";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let reader = Reader::alone().await;
    reader.resize(1280, 1000).await;
    reader.open("").await;
    reader.keep("overview").await;

    for cell in ["patch-pi", "pi-is-still-patched", "put-pi-back"] {
        reader.run(cell).await;
        reader.until_python("ready").await;
    }
    reader.press("header", "Variables").await;
    reader.press("header", "Undo").await;
    reader.find("[data-state=stale]").await;
    reader.scroll_to(&of("put-pi-back")).await;
    reader.keep("rewind").await;
    reader.press("header", "Variables").await;

    reader.open("#/run-all-checks").await;
    reader.press("[data-checks]", "Run all checks here").await;
    reader.find("[data-checks=done]").await;
    reader.scroll_to("[data-checks]").await;
    reader.keep("checks").await;

    reader.open(PAGE_4).await;
    reader.run("three-ways-to-raise").await;
    reader.run("chained-traceback").await;
    reader.scroll_to(&of("chained-traceback")).await;
    reader.keep("error").await;

    reader.run("shadow-left-behind").await;
    reader.press("[data-lens][id=who-hides-whom]", "Look closer").await;
    reader.find("[data-lens][id=who-hides-whom][data-state=drawn]").await;
    reader.scroll_to("[data-lens][id=who-hides-whom]").await;
    reader.keep("lens").await;

    reader.try_out(PATCHES).await;
    reader.find(&format!("{SCRATCH} tr[data-status=permanent]")).await;
    reader.scroll_to(SCRATCH).await;
    reader.keep("ledger").await;
    reader.try_out(UNGUARDED).await;
    reader.find(&format!("{SCRATCH} tr[data-status=reverted]")).await;
    reader.press(&format!("{SCRATCH} .faults"), "What if it fails?").await;
    reader.find("table[aria-label=Failures]").await;
    reader.scroll_to(&format!("{SCRATCH} .faults")).await;
    reader.keep("failures").await;

    reader.resize(390, 844).await;
    reader.open(PAGE_4).await;
    reader.ask("document.documentElement.setAttribute('data-theme', 'dark')").await;
    reader.ask("document.querySelector('nav ol').scrollTo(0, 0)").await;
    reader.scroll_to("#page-maps").await;
    reader.keep("phone-dark").await;
    reader.leave().await.expect("the browser ends");
}
