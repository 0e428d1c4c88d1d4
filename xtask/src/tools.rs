//! Brings the tools that the workshop needs, in pinned versions. They go into `target/` where that is possible, so that
//! nothing of the machine changes.

use std::path::{Path, PathBuf};

use crate::command::{command, run, version};
use crate::fingerprint::Fingerprint;
use crate::{Result, machine, report, target};

/// Crates installed as programs.
const GECKODRIVER: Crate = Crate { name: "geckodriver", version: "0.37.1", program: "geckodriver" };

/// A crate that is installed for one of its programs.
struct Crate {
    name: &'static str,
    version: &'static str,
    /// The program that is wanted.
    program: &'static str,
}

/// Where Debian puts WebKitGTK's browser, below one of the system's folders. WebKitGTK's driver starts it.
const MINI_BROWSERS: [&str; 2] = ["webkit2gtk-4.1/MiniBrowser", "webkit2gtk-4.0/MiniBrowser"];

impl Crate {
    /// Installs the program unless it is there, and gives its path. It is compiled without optimisation, because
    /// compiling takes minutes and what the program then does takes seconds.
    fn install(&self, root: &Path) -> Result<PathBuf> {
        let place = target(root).join("tools").join(format!("{}-{}", self.name, self.version));
        if !place.join(".crates.toml").is_file() {
            report::step(&format!("Install {} {}", self.name, self.version), || {
                let mut cargo = command("cargo", root);
                cargo.args([
                    "install",
                    self.name,
                    "--version",
                    self.version,
                    "--bin",
                    self.program,
                    "--locked",
                    "--debug",
                ]);
                cargo.arg("--root").arg(&place);
                cargo.arg("--target-dir").arg(target(root).join("tools/build"));
                cargo.env_remove("RUSTC").env("CARGO_PROFILE_DEV_DEBUG", "0");
                run(&mut cargo)
            })?;
        }
        Ok(place.join("bin").join(self.program))
    }
}

/// Brings Node.js, which runs the bundler and, in the tests, CPython.
pub fn node(root: &Path) -> Result<()> {
    match version("npm") {
        Some(_) => Ok(()),
        None => machine::install_packages(root, "Node.js", &["nodejs", "npm"]),
    }
}

/// Brings the npm packages of the lock file.
pub fn node_modules(root: &Path) -> Result<()> {
    let fingerprint = Fingerprint::of("npm").path(&root.join("package-lock.json"))?;
    if fingerprint.is_current(root, "npm", &[root.join("node_modules")]) {
        return Ok(());
    }
    report::step("Install npm packages", || run(command("npm", root).arg("ci")))?;
    fingerprint.note(root, "npm")
}

/// Brings Chromium with its driver, and gives the driver.
pub fn chromium(root: &Path) -> Result<PathBuf> {
    if version("chromium").is_none() || version("chromedriver").is_none() {
        machine::install_packages(root, "Chromium with its WebDriver", &["chromium", "chromium-driver"])?;
    }
    Ok("chromedriver".into())
}

/// Brings Firefox with its driver, and gives the driver and the browser. Debian has no package of the driver, so that
/// is compiled.
pub fn firefox(root: &Path) -> Result<(PathBuf, PathBuf)> {
    // The driver needs the browser's whole path.
    let firefox = || ["firefox-esr", "firefox"].into_iter().find_map(which);
    if firefox().is_none() {
        machine::install_packages(root, "Firefox", &["firefox-esr"])?;
    }
    let firefox = firefox().ok_or("Firefox was installed but does not run")?;
    Ok((GECKODRIVER.install(root)?, firefox))
}

/// Brings WebKitGTK's browser with its driver, and gives the driver and the browser. Both need a screen, so a screen in
/// memory (Xvfb) is brought, too.
pub fn webkit(root: &Path) -> Result<(PathBuf, PathBuf)> {
    let browser = || {
        let folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib", "/usr/libexec"];
        let places = folders.iter().flat_map(|folder| MINI_BROWSERS.map(|name| Path::new(folder).join(name)));
        places.into_iter().find(|path| path.is_file())
    };
    if browser().is_none() || which("WebKitWebDriver").is_none() || which("Xvfb").is_none() {
        machine::install_packages(root, "WebKitGTK with its WebDriver", &["webkit2gtk-driver", "xvfb"])?;
    }
    Ok(("WebKitWebDriver".into(), browser().ok_or("WebKitGTK was installed, but its MiniBrowser was not found")?))
}

/// The path of a program in one of the folders of `PATH`.
fn which(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|path| path.is_file())
}
