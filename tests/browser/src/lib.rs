//! INSPECTION in a browser: what a reader does, done through WebDriver.
//!
//! A [`Reader`] opens the site, finds things by the names the page keeps (design.md's interface: roles,
//! `data-cell`, `data-state`), and waits for states, never for time.

mod driver;
mod engine;
mod idle;
pub mod measure;
pub mod memory;
pub mod soak;
mod sites;

use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::{CmdError, ErrorStatus};
use fantoccini::key::Key;
use fantoccini::wd::{TimeoutConfiguration, WebDriverCompatibleCommand};
use fantoccini::{Client, Locator};
use http::Method;
use serde_json::{Value, json};
use url::Url;

use driver::Driver;
pub use engine::Engine;
pub use sites::Site;

/// No state may take longer, even on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A browser that does not start is tried so often.
const STARTS: usize = 3;

/// `while True` that nothing inside Python can end.
pub const ENDLESS: &str = "while True:\n    try:\n        while True: pass\n    except BaseException:\n        pass\n";

/// A cell that puts one patch back, leaves one, and does something that can't be undone.
pub const PATCHES: &str = "import json, sys
from unittest.mock import patch

def loud(value):
    return 'LOUD'

with patch.object(json, 'dumps', loud):
    text = json.dumps([1])
    print(text)

json.loads = loud
sys.addaudithook(lambda *event: None)
";

/// A person with a browser of their own.
pub struct Reader {
    pub client: Client,
    driver: Driver,
    /// The next test gets the browser.
    shared: bool,
    /// Where the site is, without the last slash.
    origin: String,
}

impl Reader {
    /// A browser with an empty profile: one that another test has left, or a new one.
    pub async fn new() -> Self {
        let reader = match idle::take() {
            Some(driver) => Self::with(driver.client().await.expect("a browser that waits answers"), driver).await,
            None => Self::alone().await,
        };
        // What has been said so far was about the tests before.
        reader.engine_log().await.expect("the driver keeps a log");
        Self { shared: true, ..reader }
    }

    /// A browser that nobody has used and nobody will.
    pub async fn alone() -> Self {
        let mut tries = 0;
        let (client, driver) = loop {
            tries += 1;
            let mut driver = Driver::start();
            match driver.browser().await {
                Ok(client) => break (client, driver),
                Err(error) if tries == STARTS => panic!("the browser does not start: {error}"),
                Err(error) => println!("the browser did not start ({error}); once more"),
            }
        };
        Self::with(client, driver).await
    }

    async fn with(client: Client, driver: Driver) -> Self {
        let limits = TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE / 2), None);
        client.update_timeouts(limits).await.expect("the driver takes limits");
        let reader = Self { client, driver, shared: false, origin: address("WORKBOOK_URL") };
        reader.resize(1280, 900).await;
        reader
    }

    /// A browser that has the site from a host without a certificate, as a server in a classroom is. Browsers trust 127.0.0.1
    /// without one. It is left to nobody: only one host's storage is swept.
    pub async fn of_plain_host() -> Option<Self> {
        let reader = Self::unless(&[(Engine::WebKit, "nothing tells it where a name leads")]).await?;
        let origin = address("WORKBOOK_URL").replace("127.0.0.1", engine::PLAIN_HOST);
        Some(Self { origin, shared: false, ..reader })
    }

    /// A browser, unless its engine is one of those that can't do what is tested; each says why.
    pub async fn unless(exceptions: &[(Engine, &str)]) -> Option<Self> {
        let engine = Engine::current();
        match exceptions.iter().find(|(exception, _)| *exception == engine) {
            Some((_, why)) => {
                println!("not in {}: {why}", engine.name());
                None
            }
            None => Some(Self::new().await),
        }
    }

    /// Opens a page of the workbook and waits until Python is ready.
    pub async fn open(&self, hash: &str) {
        self.visit(&format!("/{hash}")).await;
        self.until_python("ready").await;
    }

    /// Goes to a path of the site without waiting for anything.
    pub async fn visit(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.origin)).await.expect("the server answers");
    }

    pub async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.expect("the window has a size");
    }

    pub async fn until_python(&self, state: &str) {
        self.find(&format!("[data-python={state}]")).await;
    }

    /// Chooses the time limit of runs, in seconds.
    pub async fn choose_limit(&self, seconds: &str) {
        self.find(".settings summary").await.click().await.expect("a click");
        self.find(".limit select").await.select_by_value(seconds).await.expect("a choice");
        self.find(".settings summary").await.click().await.expect("a click");
    }

    /// Has the workbook forget everything that it keeps of this course.
    pub async fn forget_everything(&self) {
        self.find(".settings summary").await.click().await.expect("a click");
        self.press(".settings", "Forget everything").await;
        self.press(".settings", "Yes, forget").await;
    }

    /// The element, as soon as there is one.
    pub async fn find(&self, css: &str) -> Element {
        let found = self.client.wait().at_most(PATIENCE).every(Duration::from_millis(20)).for_element(Locator::Css(css)).await;
        found.unwrap_or_else(|error| panic!("no {css}: {error}"))
    }

    /// Whether there is such an element before all patience is at an end.
    pub async fn comes(&self, css: &str) -> bool {
        self.client.wait().at_most(PATIENCE).every(Duration::from_millis(50)).for_element(Locator::Css(css)).await.is_ok()
    }

    pub async fn all(&self, css: &str) -> Vec<Element> {
        self.client.find_all(Locator::Css(css)).await.expect("the browser answers")
    }

    /// Presses the button with this name, in a cell or anywhere.
    pub async fn press(&self, within: &str, name: &str) {
        let xpath = format!("descendant::button[normalize-space()='{name}']");
        let button = self.find(within).await.find(Locator::XPath(&xpath)).await;
        let button = button.unwrap_or_else(|error| panic!("no button {name} in {within}: {error}"));
        self.click(&button, name).await;
    }

    /// Brings an element into view and clicks it; `name` is for the failure.
    async fn click(&self, element: &Element, name: &str) {
        for tries in 1.. {
            self.into_view(element).await;
            match element.click().await {
                Ok(()) => return,
                // The page has moved since: a ledger came or went, and what stands at the window's edge covers the element now.
                // The driver has clicked nothing.
                Err(CmdError::Standard(error)) if tries < CLICKS && error.error == ErrorStatus::ElementClickIntercepted => {
                    println!("{name}: {error}; once more");
                }
                Err(error) => panic!("{name}: {error}"),
            }
        }
    }

    async fn into_view(&self, element: &Element) {
        let script = "arguments[0].scrollIntoView({ block: 'center' })";
        let element = serde_json::to_value(element).expect("an element is a reference");
        self.client.execute(script, vec![element]).await.expect("the page scrolls");
    }

    /// Runs a cell as it stands and waits for its end; gives its state.
    pub async fn run(&self, cell: &str) -> String {
        self.start(cell).await;
        self.until_ended(cell).await
    }

    /// Presses Run and waits until the cell has taken notice: its last end is no longer to be seen.
    pub async fn start(&self, cell: &str) {
        let cell = of(cell);
        let runs = self.find(&cell).await.attr("data-runs").await.expect("the browser answers").unwrap_or_default();
        self.press(&cell, "Run").await;
        self.find(&format!("{cell}:not([data-runs='{runs}'])")).await;
    }

    /// Waits until a cell is in none of the passing states; gives its state.
    pub async fn until_ended(&self, cell: &str) -> String {
        let ended = ["ok", "error", "stopped"].map(|state| format!("{}[data-state={state}]", of(cell))).join(",");
        let cell = self.find(&ended).await;
        cell.attr("data-state").await.expect("the browser answers").unwrap_or_default()
    }

    /// Replaces a cell's source, by keyboard.
    pub async fn write(&self, cell: &str, source: &str) {
        let editor = self.find(&format!("{} [role=textbox][aria-label=Code]", of(cell))).await;
        self.click(&editor, &format!("the editor of {cell}")).await;
        let all: String = [char::from(Key::Control), 'a', char::from(Key::Null)].iter().collect();
        editor.send_keys(&all).await.expect("keys");
        // Pasted: typing would indent and close brackets.
        // No engine lets a script fill a real clipboard event.
        let script = "const text = arguments[0];
            const paste = new Event('paste', { bubbles: true, cancelable: true });
            paste.clipboardData = { types: ['text/plain'], getData: (kind) => kind === 'text/plain' ? text : '' };
            document.activeElement.dispatchEvent(paste)";
        self.client.execute(script, vec![json!(source)]).await.expect("the text is pasted");
    }

    /// Writes a source into the scratch cell and runs it; gives its state.
    pub async fn try_out(&self, source: &str) -> String {
        self.write("scratch", source).await;
        self.run("scratch").await
    }

    /// A cell's output as text, all streams.
    pub async fn output(&self, cell: &str) -> String {
        let log = self.find(&format!("{} [role=log][aria-label=Output]", of(cell))).await;
        log.text().await.expect("the browser answers")
    }

    /// A text's content, wherever it is.
    pub async fn text(&self, css: &str) -> String {
        self.find(css).await.text().await.expect("the browser answers")
    }

    /// Waits until `ask`, JavaScript for an expression, gives true.
    pub async fn until(&self, ask: &str) {
        let began = Instant::now();
        while self.ask(ask).await != json!(true) {
            assert!(began.elapsed() < PATIENCE, "never true: {ask}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until what `ask` promises is true.
    pub async fn until_later(&self, ask: &str) {
        let began = Instant::now();
        while self.ask_later(ask).await != json!(true) {
            assert!(began.elapsed() < PATIENCE, "never true: {ask}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The value of a JavaScript expression.
    pub async fn ask(&self, expression: &str) -> Value {
        let script = format!("return ({expression})");
        self.client.execute(&script, Vec::new()).await.unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// The value a promise comes to.
    pub async fn ask_later(&self, expression: &str) -> Value {
        let script = format!("const done = arguments[0]; ({expression}).then(done, (error) => done(String(error)))");
        self.client.execute_async(&script, Vec::new()).await.unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// What the console said that is worse than a remark. Only Chromium's driver hands that over.
    pub async fn complaints(&self) -> Vec<String> {
        let entries = self.engine_log().await.expect("the driver keeps a log");
        let worse = |entry: &&Value| entry["level"] == "SEVERE" || entry["level"] == "WARNING";
        entries.iter().filter(worse).map(|entry| entry["message"].to_string()).collect()
    }

    /// What the console said since this was asked last; nothing in engines that don't tell.
    async fn engine_log(&self) -> Result<Vec<Value>, CmdError> {
        if Engine::current() != Engine::Chromium {
            return Ok(Vec::new());
        }
        Ok(self.client.issue_cmd(BrowserLog).await?.as_array().cloned().unwrap_or_default())
    }

    /// The page fits the window, and axe has nothing against it. What axe looks at is the same in every engine, and it takes
    /// minutes in the slow ones: it is asked in Chromium.
    pub async fn is_accessible(&self, place: &str) {
        let wide = self.ask("document.documentElement.scrollWidth - document.documentElement.clientWidth").await;
        assert_eq!(wide, json!(0), "{place} scrolls sideways");
        if Engine::current() != Engine::Chromium {
            return;
        }
        let axe = address("WORKBOOK_URL") + "/axe/axe.min.js";
        self.ask_later(&format!("import('{axe}').then(() => 0)")).await;
        let found = self.ask_later("axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')))").await;
        assert_eq!(found, json!([]), "{place}");
    }

    /// Keeps a picture of the window, for people to look at.
    pub async fn photograph(&self, name: &str) {
        self.keep(&format!("{name}-{}", Engine::current().name())).await;
    }

    /// The same under just this name.
    pub async fn keep(&self, name: &str) {
        let picture = self.client.screenshot().await.expect("the browser paints");
        let folder = std::path::PathBuf::from(address("WORKBOOK_SHOTS"));
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        std::fs::write(folder.join(format!("{name}.png")), picture).expect("a picture");
    }

    /// Brings the beginning of an element to the top of the window.
    pub async fn scroll_to(&self, css: &str) {
        let element = serde_json::to_value(self.find(css).await).expect("an element is a reference");
        self.client.execute("arguments[0].scrollIntoView({ block: 'start' })", vec![element]).await.expect("the page scrolls");
    }

    /// Cuts the network, or brings it back.
    pub async fn offline(&self, offline: bool) {
        self.client.issue_cmd(NetworkConditions { offline }).await.expect("the driver can cut the network");
    }

    /// Ends the visit. The browser is swept and left to the next test, or ends.
    pub async fn leave(mut self) -> Result<(), CmdError> {
        if self.shared {
            match idle::sweep(&self.client).await {
                Ok(()) => {
                    idle::leave(self.driver);
                    return Ok(());
                }
                Err(reason) => println!("the browser is left to nobody: {reason}"),
            }
        }
        self.driver.session = None;
        self.client.close().await
    }
}

/// Chromium's own command for what the console said since the last time.
#[derive(Debug)]
struct BrowserLog;

impl WebDriverCompatibleCommand for BrowserLog {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "type": "browser" }).to_string()))
    }
}

/// Chromium's own command for cutting the network.
#[derive(Debug)]
struct NetworkConditions {
    offline: bool,
}

impl WebDriverCompatibleCommand for NetworkConditions {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        base.join(&format!("session/{}/chromium/network_conditions", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let conditions = json!({ "offline": self.offline, "latency": 0, "throughput": -1 });
        (Method::POST, Some(json!({ "network_conditions": conditions }).to_string()))
    }
}

/// How often an element is brought into view for a click if something covers it.
const CLICKS: u32 = 5;

/// The selector of a cell.
pub fn of(cell: &str) -> String {
    format!("[data-cell={cell}]")
}

/// An address that `cargo xtask` hands over.
pub fn address(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("`cargo xtask test` sets {name}"))
}
