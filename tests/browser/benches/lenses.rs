//! `cargo xtask bench lenses`: measures, in Chromium, how long a reader waits for a picture: from the press of "Look closer" until it is
//! drawn, for each lens, in an interpreter that has imported a great deal.

use browser::measure::{median, p95};
use browser::{Reader, of};
use fantoccini::key::Key;

/// Imports until more modules are loaded than those of any lesson, and defines what is looked at.
const SETTING: &str = r#"
import abc, ast, functools, sys
import argparse, asyncio, calendar, concurrent.futures, csv, ctypes.util, decimal, difflib, doctest, email.mime.text
import fractions, http.client, http.server, importlib.metadata, importlib.resources, ipaddress, json.tool, logging.config
import mimetypes, optparse, pdb, pickletools, pkgutil, platform, plistlib, pprint, pydoc, queue, random, runpy, sched
import secrets, selectors, shelve, shlex, smtplib, socketserver, statistics, string, subprocess, tarfile, tempfile
import textwrap, timeit, tomllib, trace, unittest.mock, urllib.request, uuid, xml.dom.minidom, xml.etree.ElementTree
import zipapp, zipfile, zoneinfo
"#;

/// The same without modules that are not there: each is tried by itself.
const IMPORTS: &str = r#"
import abc, ast, functools, sys
for line in SETTING.splitlines():
    for name in line.removeprefix("import ").split(","):
        try:
            __import__(name.strip())
        except (ImportError, ValueError):
            pass

class Base:
    def run(self):
        return 1

class Job(Base):
    name = property(lambda self: "fixed")

class Runner(abc.ABC):
    @abc.abstractmethod
    def run(self): ...

@functools.wraps(Base.run)
def wrapper(*args, **kwargs):
    return Base.run(*args, **kwargs)

Runner.register(Job)
job = Job()
job.__dict__["name"] = "own"
scope = {"__builtins__": {}, "price": 3}
print(len(sys.modules))
"#;

/// What each lens is shown.
const SUBJECTS: [(&str, &str); 6] = [
    ("lookup", "job.name"),
    ("import", "import colorsys"),
    ("tree", "total = sum(price * 2 for price in prices if price) + wrapper(job)"),
    ("class", "class Made(Job):\n    kind = 'made'\n"),
    ("contract", "isinstance(job, Runner)"),
    ("call", "wrapper(job)"),
];

/// How often each is measured, after a first time that has the engine compile what it needs.
const TIMES: usize = 15;

/// A script that presses "Look closer" in the scratch cell. Gives the milliseconds until the picture is drawn.
const PRESS: &str = "new Promise((done, failed) => {
    const cell = document.querySelector('[data-cell=scratch]');
    const lens = cell.querySelector('[data-lens]');
    const start = performance.now();
    new MutationObserver((_, observer) => {
        if (lens.dataset.state === 'failed') failed(lens.textContent);
        if (lens.dataset.state !== 'drawn') return;
        observer.disconnect();
        done([performance.now() - start, lens.dataset.lens]);
    }).observe(lens, { attributes: true });
    [...cell.querySelectorAll('button')].find((button) => button.textContent === 'Look closer').click();
})";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let reader = Reader::alone().await;
    reader.open("").await;
    let setting = serde_json::to_string(SETTING).expect("a text");
    assert_eq!(reader.try_out(&format!("SETTING = {setting}\n{IMPORTS}")).await, "ok");
    println!("modules that are loaded: {}", reader.output("scratch").await);
    // The follower has to come to that state before it can be asked about it.
    reader.until_python("ready").await;
    for (kind, subject) in SUBJECTS {
        reader.write("scratch", subject).await;
        let all = format!("{}a{}", char::from(Key::Control), char::from(Key::Null));
        reader.client.active_element().await.expect("the editor").send_keys(&all).await.expect("keys");
        reader
            .until(&format!("document.querySelector('{} .editor').hasAttribute('data-selection')", of("scratch")))
            .await;
        let mut times = Vec::new();
        for time in 0..=TIMES {
            let drawn = reader.ask_later(PRESS).await;
            assert_eq!(drawn[1], kind, "{drawn}");
            times.extend(drawn[0].as_f64().filter(|_| time > 0));
        }
        println!("{kind:<9} median {:>4.0} ms, 95 % {:>4.0} ms", median(&mut times), p95(&mut times));
    }
    reader.leave().await.expect("the browser ends");
}
