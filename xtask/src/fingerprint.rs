//! Fingerprints of a step's inputs: a step whose inputs have not changed since it last succeeded is skipped.
//!
//! A fingerprint is a hash of the inputs' contents. Their times don't count, because a fresh clone gives files new
//! ones.

use std::fs;
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::Xxh3;

use crate::{Result, target};

/// A hash of a step's inputs, to which inputs are added one after another.
pub struct Fingerprint {
    hasher: Xxh3,
}

impl Fingerprint {
    /// The fingerprint of a step without inputs.
    pub fn of(step: &str) -> Self {
        let mut hasher = Xxh3::new();
        hasher.update(step.as_bytes());
        Self { hasher }
    }

    /// Adds a text that the step's result depends on.
    pub fn text(mut self, text: &str) -> Self {
        self.hasher.update(&(text.len() as u64).to_le_bytes());
        self.hasher.update(text.as_bytes());
        self
    }

    /// Adds a file, or all files below a folder, with their names and contents.
    ///
    /// # Errors
    /// If something there can't be read.
    pub fn path(mut self, path: &Path) -> Result<Self> {
        for file in files(path)? {
            let content = fs::read(&file).map_err(|error| format!("can't read {}: {error}", file.display()))?;
            self = self.text(&file.strip_prefix(path).unwrap_or(&file).to_string_lossy());
            self.hasher.update(&(content.len() as u64).to_le_bytes());
            self.hasher.update(&content);
        }
        Ok(self)
    }

    /// The fingerprint as 16 hexadecimal digits.
    pub fn hex(&self) -> String {
        format!("{:016x}", self.hasher.digest())
    }

    /// Whether `step` last succeeded with these inputs, and its `outputs` are still there.
    pub fn is_current(&self, root: &Path, step: &str, outputs: &[PathBuf]) -> bool {
        outputs.iter().all(|output| output.exists())
            && fs::read_to_string(note(root, step)).is_ok_and(|noted| noted == self.hex())
    }

    /// Writes down that `step` has succeeded with these inputs.
    ///
    /// # Errors
    /// If the file for that can't be written.
    pub fn note(&self, root: &Path, step: &str) -> Result<()> {
        let file = note(root, step);
        let folder = file.parent().unwrap_or(root);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&file, self.hex()))
            .map_err(|error| format!("can't write {}: {error}", file.display()))
    }
}

/// The file with the fingerprint of a step's last success.
fn note(root: &Path, step: &str) -> PathBuf {
    target(root).join("steps").join(step)
}

/// All files below a folder, sorted; if `path` is a file, that file.
///
/// # Errors
/// If a folder can't be read.
pub fn files(path: &Path) -> Result<Vec<PathBuf>> {
    let failed = |error| format!("can't read {}: {error}", path.display());
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path).map_err(failed)? {
        found.extend(files(&entry.map_err(failed)?.path())?);
    }
    found.sort();
    Ok(found)
}
