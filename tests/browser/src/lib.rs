//! INSPECTION in a browser: does what a reader does, through WebDriver.
//!
//! A [`Reader`] opens the site and finds things on its pages by roles, names and `data-` attributes, which are meant to
//! stay the same (`data-cell`, `data-state`, `data-python`, …). It waits for states of the page, not for fixed times.

mod driver;
mod engine;
mod idle;
pub mod measure;
pub mod memory;
pub mod server;
mod sites;
pub mod soak;

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

/// How long to wait for a state. None takes longer, even on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// How many times starting a browser is tried.
const STARTS: usize = 3;

/// A cell with an endless loop that catches every exception.
pub const ENDLESS: &str = "while True:\n    try:\n        while True: pass\n    except BaseException:\n        pass\n";

/// A cell that makes one patch and takes it back, leaves another one, and does something that can't be undone.
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

/// A reader with a browser.
pub struct Reader {
    /// The connection with the browser, for commands that have no method here.
    pub client: Client,
    driver: Driver,
    /// Whether the next test gets the browser.
    shared: bool,
    /// The site's address, without the last slash.
    origin: String,
}

impl Reader {
    /// A reader whose browser has nothing stored: one that another test has left, or a new one.
    pub async fn new() -> Self {
        let reader = match idle::take() {
            Some(driver) => Self::with(driver.client().await.expect("a browser that waits answers"), driver).await,
            None => Self::alone().await,
        };
        // What the console has said so far belongs to earlier tests; reading it empties it.
        reader.engine_log().await.expect("the driver keeps a log");
        Self { shared: true, ..reader }
    }

    /// A reader with a new browser, which no other test gets.
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

    /// A reader with this browser, whose window gets the usual size.
    async fn with(client: Client, driver: Driver) -> Self {
        let limits = TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE / 2), None);
        client.update_timeouts(limits).await.expect("the driver takes limits");
        let reader = Self { client, driver, shared: false, origin: address("WORKBOOK_URL") };
        reader.resize(1280, 900).await;
        reader
    }

    /// A reader who has the site from a host without a certificate, as from a server in a classroom. (Browsers trust
    /// 127.0.0.1 without one.) `None` in WebKit. No other test gets the browser, because only the usual host's storage
    /// would be cleared.
    pub async fn of_plain_host() -> Option<Self> {
        let reader = Self::unless(&[(Engine::WebKit, "nothing tells it where a name leads")]).await?;
        let origin = address("WORKBOOK_URL").replace("127.0.0.1", engine::PLAIN_HOST);
        Some(Self { origin, shared: false, ..reader })
    }

    /// A reader, or `None` if the current engine is one of the `exceptions`: those that can't do what is tested, each
    /// with the reason, which is printed.
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

    /// Opens a page of the workbook, given by the part of its address from the `#` on, and waits until Python is ready.
    pub async fn open(&self, hash: &str) {
        self.visit(&format!("/{hash}")).await;
        self.until_python("ready").await;
        self.until_editors().await;
    }

    /// Waits until each cell of the page has its editor. A cell that is far away gets it once the reader does something:
    /// here the wheel is turned a little.
    pub async fn until_editors(&self) {
        self.use_page().await;
        self.until(
            "document.querySelectorAll('.editor').length === document.querySelectorAll('.editor.mounted').length",
        )
        .await;
    }

    /// Does something that any reader does, after which all cells get their editors.
    async fn use_page(&self) {
        self.ask("dispatchEvent(new WheelEvent('wheel'))").await;
    }

    /// Goes to an address anywhere, without waiting for anything.
    pub async fn go(&self, address: &str) {
        self.client.goto(address).await.expect("the browser goes there");
    }

    /// Goes to a path of the site without waiting for Python.
    pub async fn visit(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.origin)).await.expect("the server answers");
    }

    /// Gives the window this size in pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.expect("the window has a size");
    }

    /// Waits until the interpreter's status on the page is `state`: `loading`, `ready`, `busy` or `failed`. Then does
    /// something that any reader does, after which all cells get their editors.
    pub async fn until_python(&self, state: &str) {
        self.find(&format!("[data-python={state}]")).await;
        self.use_page().await;
    }

    /// Chooses the time limit of runs, in seconds.
    pub async fn choose_limit(&self, seconds: &str) {
        self.find(".settings summary").await.click().await.expect("a click");
        self.find(".limit select").await.select_by_value(seconds).await.expect("a choice");
        self.find(".settings summary").await.click().await.expect("a click");
    }

    /// Has the workbook delete everything that it has stored of this course.
    pub async fn forget_everything(&self) {
        self.find(".settings summary").await.click().await.expect("a click");
        self.press(".settings", "Forget everything").await;
        self.press(".settings", "Yes, forget").await;
    }

    /// Waits until there is an element that this selector matches, and gives the first one.
    pub async fn find(&self, css: &str) -> Element {
        let found =
            self.client.wait().at_most(PATIENCE).every(Duration::from_millis(20)).for_element(Locator::Css(css)).await;
        found.unwrap_or_else(|error| panic!("no {css}: {error}"))
    }

    /// Waits for such an element, for at most [`PATIENCE`]. Gives whether there is one.
    pub async fn comes(&self, css: &str) -> bool {
        self.client
            .wait()
            .at_most(PATIENCE)
            .every(Duration::from_millis(50))
            .for_element(Locator::Css(css))
            .await
            .is_ok()
    }

    /// All elements that this selector matches now.
    pub async fn all(&self, css: &str) -> Vec<Element> {
        self.client.find_all(Locator::Css(css)).await.expect("the browser answers")
    }

    /// Presses the button called `name` inside of the element that the selector `within` matches.
    pub async fn press(&self, within: &str, name: &str) {
        let xpath = format!("descendant::button[normalize-space()='{name}']");
        let button = self.find(within).await.find(Locator::XPath(&xpath)).await;
        let button = button.unwrap_or_else(|error| panic!("no button {name} in {within}: {error}"));
        self.click(&button, name).await;
    }

    /// Brings an element into view and clicks it. `name` says in messages what it is.
    async fn click(&self, element: &Element, name: &str) {
        for tries in 1.. {
            self.bring_into_view(element).await;
            match element.click().await {
                Ok(()) => return,
                // A ledger has come or gone meanwhile, and has moved the element below something that stands at the
                // window's edge. The driver then clicks nothing.
                Err(CmdError::Standard(error))
                    if tries < CLICKS && error.error == ErrorStatus::ElementClickIntercepted =>
                {
                    println!("{name}: {error}; once more");
                }
                Err(error) => panic!("{name}: {error}"),
            }
        }
    }

    /// Scrolls an element to the middle of the window.
    async fn bring_into_view(&self, element: &Element) {
        let script = "arguments[0].scrollIntoView({ block: 'center' })";
        let element = serde_json::to_value(element).expect("an element is a reference");
        self.client.execute(script, vec![element]).await.expect("the page scrolls");
    }

    /// Runs a cell as it stands and waits for its end; gives its state.
    pub async fn run(&self, cell: &str) -> String {
        self.start(cell).await;
        self.until_ended(cell).await
    }

    /// Has a cell's output shown without guessing what it will be.
    pub async fn show(&self, cell: &str) {
        self.press(&format!("[data-predict={cell}]"), "Just show me").await;
    }

    /// Presses Run and waits until the page counts the run. From then on the cell's state is not that of the run
    /// before.
    pub async fn start(&self, cell: &str) {
        let cell = of(cell);
        let runs = self.find(&cell).await.attr("data-runs").await.expect("the browser answers").unwrap_or_default();
        let counted = format!("document.querySelector(\"{cell}\")?.dataset.runs !== '{runs}'");
        for tries in 1.. {
            self.press(&cell, "Run").await;
            let began = Instant::now();
            while self.ask(&counted).await != json!(true) {
                if began.elapsed() > PRESSED {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            if self.ask(&counted).await == json!(true) {
                return;
            }
            // The driver has pressed where the button was before a ledger came or went.
            assert!(tries < CLICKS, "no press of Run of {cell} was counted");
            println!("a press of Run of {cell} went elsewhere; once more");
        }
    }

    /// Waits until a cell's run has ended; gives the cell's state, which is `ok`, `error` or `stopped`.
    pub async fn until_ended(&self, cell: &str) -> String {
        let ended = ["ok", "error", "stopped"].map(|state| format!("{}[data-state={state}]", of(cell))).join(",");
        let cell = self.find(&ended).await;
        cell.attr("data-state").await.expect("the browser answers").unwrap_or_default()
    }

    /// Replaces a cell's source: selects all of it by keyboard and pastes the new one.
    pub async fn write(&self, cell: &str, source: &str) {
        self.use_page().await;
        let editor = self.find(&format!("{} [role=textbox][aria-label=Code]", of(cell))).await;
        self.click(&editor, &format!("the editor of {cell}")).await;
        let all: String = [char::from(Key::Control), 'a', char::from(Key::Null)].iter().collect();
        editor.send_keys(&all).await.expect("keys");
        // If the source were typed, the editor would indent it and close brackets. No engine lets a script put data
        // into a ClipboardEvent, so an ordinary event is given a property of that name.
        let script = "const text = arguments[0];
            const paste = new Event('paste', { bubbles: true, cancelable: true });
            paste.clipboardData = { types: ['text/plain'], getData: (kind) => kind === 'text/plain' ? text : '' };
            document.activeElement.dispatchEvent(paste)";
        self.client.execute(script, vec![json!(source)]).await.expect("the text is pasted");
    }

    /// Presses Check of the exercise that `css` finds, and gives the first sentence of the verdict.
    pub async fn check(&self, css: &str) -> String {
        self.press(css, "Check").await;
        let head = format!("document.querySelector('{css} .verdict-head')?.textContent");
        self.until(&format!("{head}?.includes('an interpreter of its own') === false")).await;
        self.text(&format!("{css} .verdict-head")).await
    }

    /// Presses the button with this name in the element that `css` finds, and gives the text that the browser would save as a
    /// file then.
    pub async fn saved(&self, css: &str, name: &str) -> String {
        // The press of the link is caught, and the file is read where it gets its address.
        const CATCH: &str = "(() => {
            window.saved = null;
            HTMLAnchorElement.prototype.click = () => {};
            const address = URL.createObjectURL.bind(URL);
            URL.createObjectURL = (file) => {
                file.text().then((text) => { window.saved = text; });
                return address(file);
            };
        })()";
        self.ask(CATCH).await;
        self.press(css, name).await;
        self.until("window.saved !== null").await;
        self.ask("window.saved").await.as_str().expect("a text").to_owned()
    }

    /// Writes a source into the scratch cell and runs it; gives its state.
    pub async fn try_out(&self, source: &str) -> String {
        self.write("scratch", source).await;
        self.run("scratch").await
    }

    /// A cell's output as text, with all streams.
    pub async fn output(&self, cell: &str) -> String {
        let log = self.find(&format!("{} [role=log][aria-label=Output]", of(cell))).await;
        log.text().await.expect("the browser answers")
    }

    /// The text of the element that this selector matches.
    pub async fn text(&self, css: &str) -> String {
        self.find(css).await.text().await.expect("the browser answers")
    }

    /// Waits until the JavaScript expression `ask` gives `true`.
    pub async fn until(&self, ask: &str) {
        let began = Instant::now();
        while self.ask(ask).await != json!(true) {
            assert!(began.elapsed() < PATIENCE, "never true: {ask}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until the promise that the JavaScript expression `ask` gives comes to `true`.
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

    /// The value that the promise comes to which a JavaScript expression gives. If it is rejected, the error as a text.
    pub async fn ask_later(&self, expression: &str) -> Value {
        let script = format!("const done = arguments[0]; ({expression}).then(done, (error) => done(String(error)))");
        self.client.execute_async(&script, Vec::new()).await.unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// The warnings and errors in the browser's console since this was asked last. Only Chromium's driver hands them
    /// over; in other engines the list is empty.
    pub async fn complaints(&self) -> Vec<String> {
        let entries = self.engine_log().await.expect("the driver keeps a log");
        let worse = |entry: &&Value| entry["level"] == "SEVERE" || entry["level"] == "WARNING";
        entries.iter().filter(worse).map(|entry| entry["message"].to_string()).collect()
    }

    /// All messages in the browser's console since this was asked last; none in engines other than Chromium.
    async fn engine_log(&self) -> Result<Vec<Value>, CmdError> {
        if Engine::current() != Engine::Chromium {
            return Ok(Vec::new());
        }
        Ok(self.client.issue_cmd(BrowserLog).await?.as_array().cloned().unwrap_or_default())
    }

    /// Checks that the page is not wider than the window, and in Chromium that axe finds no fault with it. What axe
    /// looks at is the same in every engine, and in the slow ones it takes minutes. `place` says in messages what was
    /// looked at.
    pub async fn is_accessible(&self, place: &str) {
        let wide = self.ask("document.documentElement.scrollWidth - document.documentElement.clientWidth").await;
        assert_eq!(wide, json!(0), "{place} scrolls sideways");
        if Engine::current() != Engine::Chromium {
            return;
        }
        let axe = address("WORKBOOK_URL") + "/axe/axe.min.js";
        self.ask_later(&format!("import('{axe}').then(() => 0)")).await;
        let found = self
            .ask_later("axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')))")
            .await;
        assert_eq!(found, json!([]), "{place}");
    }

    /// Saves a picture of the window, for people to look at. The engine's name is added to its name.
    pub async fn photograph(&self, name: &str) {
        self.keep(&format!("{name}-{}", Engine::current().name())).await;
    }

    /// Saves a picture of the window under exactly this name.
    pub async fn keep(&self, name: &str) {
        let picture = self.client.screenshot().await.expect("the browser paints");
        let folder = std::path::PathBuf::from(address("WORKBOOK_SHOTS"));
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        std::fs::write(folder.join(format!("{name}.png")), picture).expect("a picture");
    }

    /// Brings the beginning of an element to the top of the window.
    pub async fn scroll_to(&self, css: &str) {
        let element = serde_json::to_value(self.find(css).await).expect("an element is a reference");
        self.client
            .execute("arguments[0].scrollIntoView({ block: 'start' })", vec![element])
            .await
            .expect("the page scrolls");
    }

    /// Cuts the browser's network if `offline`, else brings it back. Works in Chromium only.
    pub async fn offline(&self, offline: bool) {
        self.client.issue_cmd(NetworkConditions { offline }).await.expect("the driver can cut the network");
    }

    /// Ends the visit. A browser that the next test may have is swept and left to it; any other browser ends.
    ///
    /// # Errors
    /// If the driver does not answer.
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

/// The command of Chromium's driver for what the console has said since the last time.
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

/// The command of Chromium's driver that cuts the network.
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

/// How long a press of Run may take until it is counted.
const PRESSED: Duration = Duration::from_secs(10);

/// How many times a click is tried if something covers the element.
const CLICKS: u32 = 5;

/// The selector of a cell.
pub fn of(cell: &str) -> String {
    format!("[data-cell={cell}]")
}

/// An address or a path that `cargo xtask` hands over in the environment variable `name`.
///
/// # Panics
/// If the variable is not set.
pub fn address(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("`cargo xtask test` sets {name}"))
}
