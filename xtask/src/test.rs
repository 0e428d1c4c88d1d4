//! `cargo xtask test`: builds what ships, then runs every test on it.

use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::command::{command, run_aloud};
use crate::{Result, build, serve, target, tools};

/// How long the browser's driver may take to start.
const DRIVER_START: Duration = Duration::from_secs(30);

/// Runs the tests; `filter` is handed to the test runner.
pub fn run(root: &Path, filter: &[&str]) -> Result<()> {
    with_browser(root, |cargo| {
        cargo.args(["test", "--workspace", "--exclude", "interpreter"]).args(filter);
    })
}

/// Runs a measurement in the browser.
pub fn bench(root: &Path, name: &str) -> Result<()> {
    with_browser(root, |cargo| {
        cargo.args(["bench", "--bench", name]);
    })
}

/// Prepares the site, a server, the browser's driver, and runs Cargo with their addresses at hand.
fn with_browser(root: &Path, arguments: impl FnOnce(&mut Command)) -> Result<()> {
    let dist = build::site(root)?;
    tools::chromium(root)?;
    let pyodide = root.join("node_modules/pyodide");
    let address = serve::in_background(vec![
        ("pyodide", pyodide),
        ("axe", root.join("node_modules/axe-core")),
        ("deep/path", dist.clone()),
        ("", dist),
    ])?;
    let driver = Driver::start(root)?;
    let mut cargo = command("cargo", root);
    arguments(&mut cargo);
    cargo.args(["--profile", "native", "--features", "native"]);
    cargo.env("WORKBOOK_URL", address).env("WEBDRIVER_URL", &driver.address);
    cargo.env("WORKBOOK_STAGE", build::stage(root)).env("WORKBOOK_NODE_MODULES", root.join("node_modules"));
    cargo.env("WORKBOOK_SHOTS", target(root).join("shots"));
    run_aloud(&mut cargo)
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
