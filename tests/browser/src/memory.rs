//! Measures what a page takes of its machine: memory of the browser's processes, memory inside the page, bytes that
//! were put into storage, and the longest time for which the page's thread was busy without a break.
//!
//! It works in Chromium only, whose driver passes commands on to the developer tools. The memory of processes is read
//! from `/proc`, so it is known on Linux only.

use std::collections::HashMap;
use std::fs;

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::Url;

use crate::Reader;

/// The script that observes a page and its workers from inside. It runs before the page's own scripts.
const WITNESS: &str = include_str!("memory/witness.js");

/// What a page takes at one moment. Sizes are in bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// The WebAssembly memory of the page's own program, the desk. It never shrinks.
    pub desk: f64,
    /// The page's JavaScript objects.
    pub heap: f64,
    /// What array buffers of the page hold, without WebAssembly's memories.
    pub buffers: f64,
    /// The browser's processes.
    pub processes: Processes,
    /// The longest task of the page's thread since the last look, in milliseconds. The browser reports only tasks of 50
    /// or more.
    pub longest: f64,
    /// Bytes that were put into storage since the last look.
    pub written: f64,
    /// How many times something was put into storage since the last look.
    pub writes: f64,
}

/// Memory of processes as the operating system counts it; zero where that is not known.
#[derive(Clone, Copy, Debug, Default)]
pub struct Processes {
    /// The memory of the process that has the page and its workers.
    pub renderer: Size,
    /// The memory of all the browser's processes.
    pub browser: Size,
}

/// Memory in bytes, counted in two ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Size {
    /// The resident set size. Memory that several processes share is counted in each of them; that is over a hundred
    /// megabytes, for the browser's own program.
    pub rss: f64,
    /// The proportional set size. Memory that several processes share is divided among them.
    pub pss: f64,
}

impl Reader {
    /// Has the browser observe each page from the next one on. To be called before the first visit: what a page has
    /// done before is not counted.
    pub async fn witness(&self) {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WITNESS })).await;
        self.command("Runtime.enable", json!({})).await;
    }

    /// What the page takes now. [`Reader::witness`] must have been called before the page was opened.
    pub async fn seen(&self) -> Seen {
        let take = "(() => {
            const { memories, bytes, writes, longest } = witness;
            Object.assign(witness, { bytes: 0, writes: 0, longest: 0 });
            return { desk: memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0), bytes, writes, longest };
        })()";
        let page = self.ask(take).await;
        let heap = self.command("Runtime.getHeapUsage", json!({})).await;
        let number = |value: &Value| value.as_f64().unwrap_or_default();
        Seen {
            desk: number(&page["desk"]),
            heap: number(&heap["usedSize"]),
            buffers: number(&heap["backingStorageSize"]),
            processes: Processes::below(self.driver.id()),
            longest: number(&page["longest"]),
            written: number(&page["bytes"]),
            writes: number(&page["writes"]),
        }
    }

    /// Gives Chromium's developer tools a command.
    ///
    /// # Panics
    /// If they refuse it.
    pub async fn command(&self, name: &'static str, parameters: Value) -> Value {
        let answer = self.client.issue_cmd(DeveloperTools { name, parameters }).await;
        answer.unwrap_or_else(|error| panic!("{name}: {error}"))
    }
}

/// The command of Chromium's driver that passes a command on to the developer tools.
#[derive(Debug)]
struct DeveloperTools {
    name: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for DeveloperTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "cmd": self.name, "params": self.parameters }).to_string()))
    }
}

impl Processes {
    /// The memory of the processes below the driver's, which are those of the browser that it has started.
    fn below(driver: u32) -> Self {
        let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
        for (process, parent) in parents() {
            children.entry(parent).or_default().push(process);
        }
        let mut found = Self::default();
        let mut waiting = children.get(&driver).cloned().unwrap_or_default();
        while let Some(process) = waiting.pop() {
            waiting.extend(children.get(&process).into_iter().flatten());
            // A process may end while it is looked at.
            let Some(size) = Size::of(process) else { continue };
            found.browser.rss += size.rss;
            found.browser.pss += size.pss;
            // Chromium has another renderer in reserve, which is smaller because it has no page yet.
            if is_renderer(process) && size.rss > found.renderer.rss {
                found.renderer = size;
            }
        }
        found
    }
}

impl Size {
    /// The memory of a process, given by its id.
    fn of(process: u32) -> Option<Self> {
        let text = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
        let field = |name: &str| -> Option<f64> {
            let kilobytes = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
            Some(kilobytes.trim().strip_suffix(" kB")?.parse::<f64>().ok()? * 1024.0)
        };
        Some(Self { rss: field("Rss")?, pss: field("Pss")? })
    }
}

/// Whether a process is one of Chromium's that have pages.
fn is_renderer(process: u32) -> bool {
    let words = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    words.split(|byte| *byte == 0 || *byte == b' ').any(|word| word == b"--type=renderer")
}

/// The ids of all processes of this computer, each with that of the process that has started it.
fn parents() -> Vec<(u32, u32)> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries
        .filter_map(|entry| {
            let process = entry.file_name().to_str()?.parse().ok()?;
            let status = fs::read_to_string(entry.path().join("stat")).ok()?;
            // The process's name stands in parentheses, and may itself contain blanks and parentheses.
            let (_, rest) = status.rsplit_once(')')?;
            Some((process, rest.split_whitespace().nth(1)?.parse().ok()?))
        })
        .collect()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::{Processes, Size, parents};

    #[test]
    fn processes_are_found_and_have_a_size() {
        let me = std::process::id();
        let (_, parent) = parents().into_iter().find(|(process, _)| *process == me).expect("this process is one");
        let found = Processes::below(parent);
        let mine = Size::of(me).expect("this process has a size");
        assert!(mine.pss > 0.0 && mine.rss >= mine.pss, "{mine:?}");
        assert!(found.browser.rss >= mine.rss / 2.0 && found.renderer == Size::default(), "{found:?}");
    }
}
