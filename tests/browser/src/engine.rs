//! The three engines, and how a driver is told to start each of them without a screen.

use serde_json::{Map, Value, json};

/// A browser engine. `cargo xtask test` names the one to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// A name that leads to this computer and that no browser trusts.
pub const PLAIN_HOST: &str = "classroom.test";

/// Chromium without its own traffic. As root it needs `--no-sandbox`.
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
    /// The one to use.
    pub fn current() -> Self {
        match std::env::var("WORKBOOK_ENGINE").as_deref() {
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            _ => Self::Chromium,
        }
    }

    /// The name in files and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// What a new session asks its driver for.
    pub fn capabilities(self) -> Map<String, Value> {
        let capabilities = match self {
            Self::Chromium => json!({
                "goog:chromeOptions": { "args": CHROMIUM },
                "goog:loggingPrefs": { "browser": "ALL" },
            }),
            Self::Firefox => json!({ "moz:firefoxOptions": { "args": ["-headless"], "prefs": { "network.dns.localDomains": PLAIN_HOST } } }),
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
