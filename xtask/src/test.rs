//! `cargo xtask test`: builds what ships, then runs every test on it.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use workbook::lesson::file;

use crate::command::{command, run, run_aloud, version};
use crate::page::Documents;
use crate::{Result, build, gate, machine, report, sample, serve, target, tools};

/// The features of the native machine and of the programs of the build: all that is compiled for this computer at once.
pub const FEATURES: &str = "workbook/native,workbook/workshop";
/// Features and profile of the native machine, the same wherever it is built: it is built once.
pub const NATIVE: [&str; 4] = ["--profile", build::PROFILE, "--features", FEATURES];

/// Runs the tests; `filter` is handed to each test runner. With the word `all` before it nothing is a sample: every test and every
/// hostile cell runs in every engine. What a filter asks for runs in every engine, too.
///
/// Two calls of Cargo and more: the browser's client would change what the wasm engine is compiled with, and
/// it would be compiled twice.
pub fn all(root: &Path, words: &[&str]) -> Result<()> {
    let (everything, filter) = match words {
        ["all", filter @ ..] => (true, filter),
        filter => (false, filter),
    };
    let place = Place::prepare(root, || {
        Engine::ALL.into_iter().try_for_each(|engine| engine.install(root))?;
        report::step("Build the tests", || {
            ["workbook", "browser"]
                .into_iter()
                .try_for_each(|package| run(tests(root, package).arg("--no-run")).map(|_| ()))
        })
    })?;
    // The tests that engines share; none where all of them were asked for, or some by name.
    let shared = match !everything && filter.is_empty() {
        true => sample::listed(&run(tests(root, "browser").args(["--quiet", "--", "--list"]))?),
        false => Vec::new(),
    };
    let seed = std::env::var("WORKBOOK_SEED").unwrap_or_else(|_| place.build.clone());
    let twice = TriedTwice { file: target(root).join("tried-twice.txt"), build: place.build.clone() };
    // All of them, even if one fails: a failure seen late costs another run.
    let mut native = tests(root, "workbook");
    let mut ended = vec![run_aloud(twice.tell(native.env("WORKBOOK_STAGE", build::stage(root))).args(filter))];
    if filter.is_empty() {
        ended.push(gate::check(root));
    }
    for engine in Engine::ALL {
        let left_out = match Engine::SHARING.iter().position(|sharing| *sharing == engine) {
            Some(own) => sample::left_out(&shared, &seed, own),
            None => BTreeSet::new(),
        };
        report::note(&match left_out.len() {
            0 => format!("In {}:", engine.name()),
            less => {
                format!("In {}, {} of {} tests, drawn by {seed}:", engine.name(), shared.len() - less, shared.len())
            }
        });
        let skip: Vec<&str> = left_out.iter().flat_map(|name| ["--skip", name]).collect();
        let arguments = if skip.is_empty() { filter.to_vec() } else { [&["--", "--exact"], skip.as_slice()].concat() };
        ended.push(in_browser(&place, engine, everything, &arguments, &twice));
    }
    ended.push(twice.say());
    // Last, so that the last lines are a test runner's own.
    ended.push(run_aloud(tests(root, "xtask").args(filter)));
    ended.into_iter().collect()
}

/// A Cargo that runs a package's tests.
fn tests(root: &Path, package: &str) -> Command {
    let mut cargo = command("cargo", root);
    cargo.args(["test", "--package", package, "--tests", "--no-fail-fast"]);
    if package == "workbook" {
        // And the paper's, which are few.
        cargo.args(["--package", "paper"]).args(NATIVE);
    }
    cargo
}

/// Runs the browser tests in one engine. What has failed is run once more, alone, unless that is a good many.
///
/// # Errors
/// The names of those that have failed, the second time if there was one, or that were tried twice in an earlier build
/// already.
fn in_browser(place: &Place, engine: Engine, everything: bool, arguments: &[&str], twice: &TriedTwice) -> Result<()> {
    let driver = Driver::find(&place.root, engine)?;
    let run = |arguments: &[&str]| {
        let mut cargo = tests(&place.root, "browser");
        if everything {
            cargo.env("WORKBOOK_HOSTILE", "all");
        }
        run_tests(driver.tell(place.tell(&mut cargo)).args(arguments))
    };
    let failed = run(arguments)?;
    if failed.is_empty() {
        return Ok(());
    }
    if failed.len() > MOST_TRIED_AGAIN {
        return Err(format!("failed in {}: {}", engine.name(), failed.join(", ")));
    }
    let known = twice.note(engine, &failed)?;
    let again: Vec<&str> = ["--", "--exact"].into_iter().chain(failed.iter().map(String::as_str)).collect();
    match run(&again)? {
        still if !still.is_empty() => Err(format!("failed twice in {}: {}", engine.name(), still.join(", "))),
        _ if known.is_empty() => Ok(()),
        _ => Err(format!(
            "tried twice in {}, and in an earlier build already (once you have looked into it, take its lines out of {}): {}",
            engine.name(),
            twice.file.display(),
            known.join(", ")
        )),
    }
}

/// What was forgiven once, in `target/tried-twice.txt`, which no run empties: what happens once may happen again, and must
/// be seen. Each line has a build's name, an engine's, and the name of a test that was run a second time because it failed
/// the first time. A test that stands there from another build is not forgiven again.
///
/// The hostile cells about which a fork did not answer in time stand there too; `tests/guest/hostile.rs` writes them. Some
/// of them never let a fork end, so they are forgiven each time.
struct TriedTwice {
    file: PathBuf,
    /// The name of the build that is tested.
    build: String,
}

impl TriedTwice {
    /// Tells a Cargo where the file is, and how its lines begin.
    fn tell<'a>(&self, cargo: &'a mut Command) -> &'a mut Command {
        cargo.env("WORKBOOK_TRIED_TWICE", &self.file).env("WORKBOOK_TRIED_BUILD", &self.build)
    }

    fn read(&self) -> Result<String> {
        match fs::read_to_string(&self.file) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
            read => read.map_err(|error| format!("can't read {}: {error}", self.file.display())),
        }
    }

    /// Adds tests that are run a second time. Gives those that stand there from another build.
    fn note<'a>(&self, engine: Engine, names: &'a [String]) -> Result<Vec<&'a str>> {
        report::note(&format!("Once more in {}, alone: {}", engine.name(), names.join(", ")));
        let text = self.read()?;
        let lines: String = names.iter().map(|name| format!("{} {}: {name}\n", self.build, engine.name())).collect();
        fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(&self.file)
            .and_then(|mut file| file.write_all(lines.as_bytes()))
            .map_err(|error| format!("can't write {}: {error}", self.file.display()))?;
        Ok(names.iter().map(String::as_str).filter(|name| is_of_another(&text, &self.build, name)).collect())
    }

    /// Says what stands there from this build.
    fn say(&self) -> Result<()> {
        let text = self.read()?;
        let lines: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix(&self.build)).collect();
        match lines.len() {
            0 => report::note("No test was tried twice."),
            _ => report::note(&format!("Tried twice or late, and to be looked into:\n{}", lines.join("\n"))),
        }
        Ok(())
    }
}

/// Whether the text of `tried-twice.txt` has a test of this `name` from another build.
fn is_of_another(text: &str, build: &str, name: &str) -> bool {
    let known = text.lines().filter_map(|line| line.split_once(' ')).filter(|(of, _)| *of != build);
    known.filter_map(|(_, rest)| rest.split_once(": ")).any(|(_, known)| known == name)
}

/// A browser now and then fails by itself, WebKit's most of all; what it failed in is tried once more and said so. A fault
/// of ours does not go away like that, and more failures than these are no accident.
const MOST_TRIED_AGAIN: usize = 2;

/// Runs a Cargo's tests with their output going straight through, and gives the names of those that have failed.
///
/// # Errors
/// If it fails otherwise: what is tested does not compile, say.
fn run_tests(cargo: &mut Command) -> Result<Vec<String>> {
    let mut running = cargo.stdout(Stdio::piped()).spawn().map_err(|error| format!("can't run cargo: {error}"))?;
    let mut failed = Vec::new();
    for line in running.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines) {
        let line = line.map_err(|error| format!("can't read what the tests say: {error}"))?;
        println!("{line}");
        failed.extend(line.strip_prefix("test ").and_then(|rest| rest.strip_suffix(" ... FAILED")).map(str::to_owned));
    }
    let status = running.wait().map_err(|error| format!("the tests do not end: {error}"))?;
    match status.success() || !failed.is_empty() {
        true => Ok(failed),
        false => Err(format!("the tests failed ({status})")),
    }
}

/// Runs a measurement in Chromium, or takes the README's pictures.
pub fn bench(root: &Path, name: &str, filters: &[&str]) -> Result<()> {
    let place = Place::prepare(root, || Ok(()))?;
    if name == "load" {
        pack(root, &place.dist)?;
    }
    let driver = Driver::find(root, Engine::Chromium)?;
    let mut cargo = command("cargo", root);
    cargo.args(["bench", "--profile", build::PROFILE, "--package", "browser", "--bench", name, "--"]).args(filters);
    place.tell(&mut cargo);
    if name == "pictures" {
        cargo.env("WORKBOOK_SHOTS", root.join("docs"));
    } else {
        let browser = version(&driver.program).unwrap_or_default();
        println!("{}; {}", machine::about(), browser.split(" (").next().unwrap_or_default());
    }
    run_aloud(driver.tell(&mut cargo))
}

/// The site, and the server that has it.
struct Place {
    root: PathBuf,
    dist: PathBuf,
    build: String,
    address: String,
}

impl Place {
    fn prepare(root: &Path, also: impl FnOnce() -> Result<()> + Send) -> Result<Self> {
        let build::Site { folder: dist, build, programs } = build::site(root, FEATURES, also)?;
        let modules = root.join("node_modules");
        let sites = sites(root);
        fs::create_dir_all(&sites).map_err(|error| format!("can't make {}: {error}", sites.display()))?;
        // A test puts this in the place of the site's own course: the engine must not know that one.
        let other = sites.join("other-course");
        build::write(&other.join(file::NAME), &build::course_in(root, "tests/course", &build)?)?;
        Documents::of(root, &other, &programs)?.write(root, &other)?;
        let address = serve::in_background(vec![
            ("pyodide/", modules.join("pyodide")),
            ("axe/", modules.join("axe-core")),
            ("deep/path/", dist.clone()),
            ("sites/", sites),
            ("packed/", packed(root)),
            ("", dist.clone()),
        ])?;
        Ok(Self { root: root.to_owned(), dist, build, address })
    }

    /// Tells a Cargo where everything is.
    fn tell<'a>(&self, cargo: &'a mut Command) -> &'a mut Command {
        cargo.env("WORKBOOK_URL", &self.address).env("WORKBOOK_DIST", &self.dist);
        cargo.env("WORKBOOK_NODE_MODULES", self.root.join("node_modules")).env("WORKBOOK_SITES", sites(&self.root));
        cargo.env("WORKBOOK_PACKED", packed(&self.root)).env("WORKBOOK_SHOTS", target(&self.root).join("shots"))
    }
}

/// Puts the site, and the peer that it is measured beside, into [`packed`], as a server has them that compresses.
fn pack(root: &Path, dist: &Path) -> Result<()> {
    let folder = packed(root);
    build::replace(&folder.join("site"), dist)?;
    build::replace(&folder.join("pyodide"), &root.join("node_modules/pyodide"))?;
    serve::compress(&folder)
}

/// Where compressed copies of the site and of Pyodide are.
fn packed(root: &Path) -> PathBuf {
    target(root).join("packed")
}

/// Where tests put copies of the site that they spoil.
fn sites(root: &Path) -> PathBuf {
    target(root).join("sites")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];
    /// Those that share the tests.
    const SHARING: [Self; 2] = [Self::Firefox, Self::WebKit];

    /// As `tests/browser` knows it.
    fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    fn install(self, root: &Path) -> Result<()> {
        match self {
            Self::Chromium => tools::chromium(root).map(|_| ()),
            Self::Firefox => tools::firefox(root).map(|_| ()),
            Self::WebKit => tools::webkit(root).map(|_| ()),
        }
    }
}

/// What a browser needs beside itself, ended with this value. Its WebDriver is started by the tests, one for each
/// browser.
struct Driver {
    engine: Engine,
    program: PathBuf,
    /// The browser that the driver starts, where it must be told.
    browser: PathBuf,
    /// A screen in memory, and its name.
    screen: Option<(Child, String)>,
}

impl Driver {
    fn find(root: &Path, engine: Engine) -> Result<Self> {
        let (program, browser, screen) = match engine {
            Engine::Chromium => (tools::chromium(root)?, PathBuf::new(), None),
            Engine::Firefox => {
                let (program, browser) = tools::firefox(root)?;
                (program, browser, None)
            }
            Engine::WebKit => {
                let (program, browser) = tools::webkit(root)?;
                (program, browser, Some(screen(root)?))
            }
        };
        Ok(Self { engine, program, browser, screen })
    }

    /// Tells a Cargo which browser to use, and how.
    fn tell<'a>(&self, cargo: &'a mut Command) -> &'a mut Command {
        cargo.env("WORKBOOK_DRIVER", &self.program).env("WORKBOOK_BROWSER", &self.browser);
        cargo.env("WORKBOOK_ENGINE", self.engine.name());
        if let Some((_, name)) = &self.screen {
            // Its sandbox does not work for root, and what it shows is ours.
            cargo
                .env("DISPLAY", name)
                .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
                .env("LIBGL_ALWAYS_SOFTWARE", "1");
        }
        if !matches!(self.engine, Engine::Chromium) {
            // These are slow beside another of their kind.
            cargo.env("RUST_TEST_THREADS", "1");
        }
        cargo
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some((screen, _)) = &mut self.screen {
            // It may have ended by itself.
            let _ = screen.kill();
            let _ = screen.wait();
        }
    }
}

/// Starts a screen in memory.
fn screen(root: &Path) -> Result<(Child, String)> {
    let mut screen = command("Xvfb", root);
    screen.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
    let screen = screen.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut screen = screen.map_err(|error| format!("Xvfb does not start: {error}"))?;
    let mut number = String::new();
    let read = screen.stdout.take().map(|said| BufReader::new(said).read_line(&mut number));
    match read {
        Some(Ok(length)) if length > 0 => Ok((screen, format!(":{}", number.trim()))),
        _ => {
            // It may have ended by itself.
            let _ = screen.kill();
            let _ = screen.wait();
            Err("Xvfb started but has no screen".into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_is_known_by_its_name_and_from_another_build() {
        let text = "one firefox: rewind::undo\ntwo webkit: focus::keys\n";
        assert!(is_of_another(text, "two", "rewind::undo"), "in whatever engine");
        assert!(!is_of_another(text, "one", "rewind::undo") && !is_of_another(text, "two", "focus::keys"));
        assert!(!is_of_another(text, "two", "undo") && !is_of_another("", "two", "rewind::undo"));
    }
}
