//! `cargo xtask release`: what is handed to others. The site as an archive, the single file, and their checksums.

use std::collections::BTreeMap;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::fingerprint::files;
use crate::{Result, build, single, takeout};

/// The folder that the files are put into.
const FOLDER: &str = "release";
/// The checksums, in the form that `sha256sum --check` reads.
const SUMS: &str = "SHA256SUMS";

/// Builds the site and makes the release of it. Gives a sentence that says where it is.
///
/// # Errors
/// If the site can't be built, or a file can't be written.
pub fn make(root: &Path) -> Result<String> {
    let site = build::site(root, build::WORKSHOP, || Ok(()))?.folder;
    let manifest = build::read(&root.join("Cargo.toml"))?;
    let version = version(&manifest).ok_or("Cargo.toml gives the workbook no version")?;
    let folder = root.join(FOLDER);
    let name = format!("workbook-{version}");
    let mut content = BTreeMap::new();
    for file in files(&site)? {
        let path = file.strip_prefix(&site).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        content.insert(format!("{name}/{path}"), read(&file)?);
    }
    // Without this file GitHub Pages leaves out what begins with an underscore.
    content.insert(format!("{name}/.nojekyll"), Vec::new());
    let made = [
        (format!("{name}.zip"), takeout::packed(&content)?),
        (format!("{name}.html"), read(&site.join(single::NAME))?),
    ];
    let mut sums = String::new();
    for (name, bytes) in &made {
        build::write_bytes(&folder.join(name), bytes)?;
        sums.push_str(&format!("{:x}  {name}\n", Sha256::digest(bytes)));
    }
    build::write(&folder.join(SUMS), &sums)?;
    let [archive, single] = made.map(|(_, bytes)| bytes.len() as f64 / 1e6);
    Ok(format!("Version {version} is in {FOLDER}/: the site ({archive:.1} MB) and the single file ({single:.1} MB)"))
}

fn read(file: &Path) -> Result<Vec<u8>> {
    std::fs::read(file).map_err(|error| format!("can't read {}: {error}", file.display()))
}

/// The version of the package in a `Cargo.toml`.
fn version(manifest: &str) -> Option<&str> {
    let package = manifest.split_once("[package]")?.1;
    package.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn the_version_is_that_of_the_package() {
        let manifest = "[workspace]\nversion = \"9\"\n\n[package]\nname = \"a\"\nversion = \"0.1.0\"\n";
        assert_eq!(version(manifest), Some("0.1.0"));
        assert_eq!(version("[package]\n"), None);
    }
}
