//! The three browser engines, and what a driver is told so that it starts a browser of each engine without a screen.

use serde_json::{Map, Value, json};

/// A browser engine. `cargo xtask test` names the one to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, with ChromeDriver.
    Chromium,
    /// Firefox, with geckodriver.
    Firefox,
    /// WebKit as GTK has it, with WebKitWebDriver.
    WebKit,
}

/// A host's name that leads to this computer. Unlike 127.0.0.1 it does not count as secure without a certificate.
pub const PLAIN_HOST: &str = "classroom.test";

/// Arguments for a Chromium that makes no connections of its own. Root's Chromium needs `--no-sandbox`.
const CHROMIUM: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP classroom.test 127.0.0.1",
];

impl Engine {
    /// The engine that `WORKBOOK_ENGINE` names; Chromium by default.
    pub fn current() -> Self {
        match std::env::var("WORKBOOK_ENGINE").as_deref() {
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            _ => Self::Chromium,
        }
    }

    /// The engine's name in file names and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The capabilities, in WebDriver's sense, that a new session asks its driver for.
    pub fn capabilities(self) -> Map<String, Value> {
        let capabilities = match self {
            Self::Chromium => json!({
                "goog:chromeOptions": { "args": CHROMIUM },
                "goog:loggingPrefs": { "browser": "ALL" },
            }),
            Self::Firefox => {
                json!({ "moz:firefoxOptions": { "args": ["-headless"], "prefs": { "network.dns.localDomains": PLAIN_HOST } } })
            }
            Self::WebKit => {
                let binary = crate::address("WORKBOOK_BROWSER");
                json!({ "webkitgtk:browserOptions": { "binary": binary, "args": ["--automation"] } })
            }
        };
        match capabilities {
            Value::Object(capabilities) => capabilities,
            _ => Map::new(),
        }
    }
}
