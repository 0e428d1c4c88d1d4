//! `cargo xtask test`: builds what ships, then runs every test on it.

use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::command::{command, run_aloud};
use crate::{Result, build, serve, target, tools};

/// How long the browser's driver may take to start.
const DRIVER_START: Duration = Duration::from_secs(30);

/// The native machine's features and profile, the same wherever it is built: it is built once.
pub const NATIVE: [&str; 4] = ["--profile", "native", "--features", "native"];

/// Runs the tests; `filter` is handed to each test runner.
///
/// Two calls of Cargo: the browser's client would change what the wasm engine is compiled with, and it
/// would be compiled twice.
pub fn run(root: &Path, filter: &[&str]) -> Result<()> {
    with_browser(root, |browser, stage| {
        let mut native = command("cargo", root);
        native.args(["test", "--package", "workbook", "--tests"]).args(NATIVE).env("WORKBOOK_STAGE", stage);
        let mut workshop = command("cargo", root);
        workshop.args(["test", "--package", "xtask", "--tests"]);
        browser.args(["test", "--package", "browser", "--test", "browser"]);
        // All of them, even if one fails: a failure seen late costs another run.
        let ended = [&mut workshop, &mut native, browser].map(|cargo| run_aloud(cargo.arg("--no-fail-fast").args(filter)));
        ended.into_iter().collect()
    })
}

/// Runs a measurement in the browser.
pub fn bench(root: &Path, name: &str) -> Result<()> {
    with_browser(root, |cargo, _| run_aloud(cargo.args(["bench", "--profile", "native", "--package", "browser", "--bench", name])))
}

/// Prepares the site, a server and the browser's driver, and gives a Cargo with their addresses at hand,
/// and the folder with the base image.
fn with_browser(root: &Path, work: impl FnOnce(&mut Command, &Path) -> Result<()>) -> Result<()> {
    let dist = build::site(root)?;
    tools::chromium(root)?;
    let modules = root.join("node_modules");
    let address = serve::in_background(vec![
        ("pyodide/", modules.join("pyodide")),
        ("axe/", modules.join("axe-core")),
        ("deep/path/", dist.clone()),
        ("", dist.clone()),
    ])?;
    let driver = Driver::start(root)?;
    let mut cargo = command("cargo", root);
    cargo.env("WORKBOOK_URL", address).env("WEBDRIVER_URL", &driver.address);
    cargo.env("WORKBOOK_DIST", dist).env("WORKBOOK_NODE_MODULES", modules);
    cargo.env("WORKBOOK_SHOTS", target(root).join("shots"));
    work(&mut cargo, &build::stage(root))
}

/// Chromium's WebDriver, ended with this value.
struct Driver {
    process: Child,
    address: String,
}

impl Driver {
    fn start(root: &Path) -> Result<Self> {
        let port = free_port()?;
        let process = command("chromedriver", root)
            .args([&format!("--port={port}"), "--log-level=WARNING"])
            .spawn()
            .map_err(|error| format!("chromedriver does not start: {error}"))?;
        let driver = Self { process, address: format!("http://127.0.0.1:{port}") };
        let began = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            if began.elapsed() > DRIVER_START {
                return Err("chromedriver started but does not answer".into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_port() -> Result<u16> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0");
    let address = listener.and_then(|listener| listener.local_addr());
    address.map(|address| address.port()).map_err(|error| format!("no free port: {error}"))
}
