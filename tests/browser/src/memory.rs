//! What a page costs its machine: memory of the browser's processes, memory inside the page, bytes put into a store,
//! and how long the page's thread was busy at a stretch.
//!
//! Of Chromium only: its driver hands over commands of the developer tools. Processes are read where `/proc` has them.

use std::collections::HashMap;
use std::fs;

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::Url;

use crate::Reader;

/// Opens eyes in each page, before its first line.
const WITNESS: &str = include_str!("memory/witness.js");

/// What was seen at one time. Sizes are in bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// The WebAssembly memory of the page's own program. It never shrinks.
    pub desk: f64,
    /// The page's JavaScript objects.
    pub heap: f64,
    /// What array buffers of the page hold, WebAssembly's memories not among them.
    pub buffers: f64,
    pub processes: Processes,
    /// The longest task of the page's thread since the last time, in milliseconds. The browser tells of none under 50.
    pub longest: f64,
    /// Bytes put into a store since the last time, and how often.
    pub written: f64,
    pub writes: f64,
}

/// Memory as the operating system counts it; zero where it does not tell.
///
/// RSS is what is in memory, and counts what several processes share in each of them: over a hundred megabytes are the
/// browser's own program. PSS counts of that a process's part.
#[derive(Clone, Copy, Debug, Default)]
pub struct Processes {
    /// Of the process that has the page and its workers.
    pub renderer: Size,
    /// Of all the browser's processes.
    pub browser: Size,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Size {
    pub rss: f64,
    pub pss: f64,
}

impl Reader {
    /// From the next page on, what it takes and writes is seen. Before the first visit, or it counts for nothing.
    pub async fn witness(&self) {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WITNESS })).await;
        self.command("Runtime.enable", json!({})).await;
    }

    /// Looks. Needs [`Reader::witness`].
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

    /// A command of the developer tools.
    async fn command(&self, name: &'static str, parameters: Value) -> Value {
        let answer = self.client.issue_cmd(DeveloperTools { name, parameters }).await;
        answer.unwrap_or_else(|error| panic!("{name}: {error}"))
    }
}

/// Chromium's own command for those of its developer tools.
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
    /// Of the browser that a driver has started.
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
            // There is one in reserve, too, which has nothing.
            if is_renderer(process) && size.rss > found.renderer.rss {
                found.renderer = size;
            }
        }
        found
    }
}

impl Size {
    fn of(process: u32) -> Option<Self> {
        let text = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
        let field = |name: &str| -> Option<f64> {
            let kilobytes = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
            Some(kilobytes.trim().strip_suffix(" kB")?.parse::<f64>().ok()? * 1024.0)
        };
        Some(Self { rss: field("Rss")?, pss: field("Pss")? })
    }
}

fn is_renderer(process: u32) -> bool {
    let words = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    words.split(|byte| *byte == 0 || *byte == b' ').any(|word| word == b"--type=renderer")
}

/// All processes of this computer, each with the one that has started it.
fn parents() -> Vec<(u32, u32)> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries
        .filter_map(|entry| {
            let process = entry.file_name().to_str()?.parse().ok()?;
            let status = fs::read_to_string(entry.path().join("stat")).ok()?;
            // The name, in parentheses, may have blanks and parentheses of its own.
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
