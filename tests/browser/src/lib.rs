//! INSPECTION in a browser: what a reader does, done through WebDriver.
//!
//! A [`Reader`] opens the site, finds things by the names the page keeps (design.md's interface: roles,
//! `data-cell`, `data-state`), and waits for states, never for time.

use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use url::Url;

/// No state may take longer, even on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Chromium without its own traffic. As root it needs `--no-sandbox`.
const ARGUMENTS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// A person with a browser of their own.
pub struct Reader {
    pub client: Client,
}

impl Reader {
    /// Starts a browser with an empty profile.
    pub async fn new() -> Self {
        let capabilities = json!({
            "goog:chromeOptions": { "args": ARGUMENTS },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let Value::Object(capabilities) = capabilities else { unreachable!("written as an object above") };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&address("WEBDRIVER_URL"))
            .await
            .expect("the browser starts");
        let reader = Self { client };
        reader.resize(1280, 900).await;
        reader
    }

    /// Opens a page of the workbook and waits until Python is ready.
    pub async fn open(&self, hash: &str) {
        self.visit(&format!("/{hash}")).await;
        self.until_python("ready").await;
    }

    /// Goes to a path of the site without waiting for anything.
    pub async fn visit(&self, path: &str) {
        let url = address("WORKBOOK_URL") + path;
        self.client.goto(&url).await.expect("the server answers");
    }

    pub async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.expect("the window has a size");
    }

    pub async fn until_python(&self, state: &str) {
        self.find(&format!("[data-python={state}]")).await;
    }

    /// The element, as soon as there is one.
    pub async fn find(&self, css: &str) -> Element {
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(css)).await;
        found.unwrap_or_else(|error| panic!("no {css}: {error}"))
    }

    pub async fn all(&self, css: &str) -> Vec<Element> {
        self.client.find_all(Locator::Css(css)).await.expect("the browser answers")
    }

    /// Presses the button with this name, in a cell or anywhere.
    pub async fn press(&self, within: &str, name: &str) {
        self.find(within).await;
        let xpath = format!("descendant::button[normalize-space()='{name}']");
        let place = self.find(within).await;
        let button = place.find(Locator::XPath(&xpath)).await;
        let button = button.unwrap_or_else(|error| panic!("no button {name} in {within}: {error}"));
        self.into_view(&button).await;
        button.click().await.unwrap_or_else(|error| panic!("{name}: {error}"));
    }

    async fn into_view(&self, element: &Element) {
        let script = "arguments[0].scrollIntoView({ block: 'center' })";
        let element = serde_json::to_value(element).expect("an element is a reference");
        self.client.execute(script, vec![element]).await.expect("the page scrolls");
    }

    /// Runs a cell as it stands and waits for its end; gives its state.
    pub async fn run(&self, cell: &str) -> String {
        self.press(&of(cell), "Run").await;
        self.until_ended(cell).await
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
        self.into_view(&editor).await;
        editor.click().await.expect("the editor takes the focus");
        editor.send_keys(&format!("{}a", char::from(Key::Control))).await.expect("keys");
        editor.send_keys(&char::from(Key::Null).to_string()).await.expect("keys");
        editor.send_keys(&char::from(Key::Delete).to_string()).await.expect("keys");
        // One insertion, as a paste: typing would indent and close brackets.
        let script = "document.execCommand('insertText', false, arguments[0])";
        self.client.execute(script, vec![json!(source)]).await.expect("the text is inserted");
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

    /// What the console said that is worse than a remark.
    pub async fn complaints(&self) -> Vec<String> {
        let entries = self.client.issue_cmd(BrowserLog).await.expect("the driver keeps a log");
        let entries = entries.as_array().cloned().unwrap_or_default();
        let worse = |entry: &&Value| entry["level"] == "SEVERE" || entry["level"] == "WARNING";
        entries.iter().filter(worse).map(|entry| entry["message"].to_string()).collect()
    }

    /// Keeps a picture of the window, for people to look at.
    pub async fn photograph(&self, name: &str) {
        let picture = self.client.screenshot().await.expect("the browser paints");
        let folder = std::path::PathBuf::from(address("WORKBOOK_SHOTS"));
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        std::fs::write(folder.join(format!("{name}.png")), picture).expect("a picture");
    }

    /// Cuts the network, or brings it back.
    pub async fn offline(&self, offline: bool) {
        self.client.issue_cmd(NetworkConditions { offline }).await.expect("the driver can cut the network");
    }

    pub async fn leave(self) -> Result<(), CmdError> {
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

/// The selector of a cell.
pub fn of(cell: &str) -> String {
    format!("[data-cell={cell}]")
}

/// An address that `cargo xtask` hands over.
pub fn address(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("`cargo xtask test` sets {name}"))
}
