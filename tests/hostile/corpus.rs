//! The hostile corpus: cells that try to break the interpreter or the page, each in a file of its own. The first line
//! of the file says how the cell may end: `# ends: error RecursionError | stack`.
//!
//! The words for that are `ok`, `error <class>`, `endless` (it must be stopped), `waiting` (for input or for another
//! interpreter), and the machine's faults: `memory`, `stack`, `exit`, `unrepeatable`, `panic`.
#![allow(dead_code, reason = "two test programs include this, and neither uses all of it")]

use std::path::Path;

/// A cell of the corpus.
pub struct Hostile {
    /// The name of its file, without `.py`.
    pub name: String,
    /// Its source, with the first line.
    pub source: String,
    /// The ways in which it may end.
    pub ends: Vec<String>,
}

/// All cells of the corpus, sorted by name; or those whose name contains what `WORKBOOK_HOSTILE_CELL` says.
pub fn corpus() -> Vec<Hostile> {
    let only = std::env::var("WORKBOOK_HOSTILE_CELL").unwrap_or_default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join("tests/hostile"));
    let folder = folder.into_iter().find(|folder| folder.is_dir()).expect("the corpus is in tests/hostile");
    let files = std::fs::read_dir(folder).expect("the folder can be read").map(|entry| entry.expect("a file").path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|kind| kind == "py")).collect();
    files.retain(|path| path.file_stem().is_some_and(|name| name.to_string_lossy().contains(&only)));
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let source = std::fs::read_to_string(path).expect("the file can be read");
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let (first, _) = source.split_once('\n').unwrap_or((&source, ""));
        let ends = first.strip_prefix("# ends: ").unwrap_or_else(|| panic!("{name}: the first line says `# ends: …`"));
        let ends = ends.split(" | ").map(str::to_owned).collect();
        Hostile { name, ends, source: source.trim_end_matches('\n').to_owned() }
    };
    files.iter().map(read).collect()
}

impl Hostile {
    /// The group that the cell belongs to: the first word of its name.
    pub fn kind(&self) -> &str {
        self.name.split('_').next().unwrap_or_default()
    }

    /// Whether the first line allows this end. A panic is given as `panic, <sentence>`, and the sentence does not
    /// matter.
    pub fn may_end_with(&self, ended: &str) -> bool {
        self.ends.iter().any(|end| end == ended || (end == "panic" && ended.starts_with("panic, ")))
    }

    /// Whether the cell may have to be stopped.
    pub fn may_not_end(&self) -> bool {
        self.ends.iter().any(|end| end == "endless")
    }
}
