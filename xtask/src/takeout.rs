//! What a reader can take along: each page as a notebook and as a script, and all of it as one archive, with the modules that
//! cells import.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::path::Path;

use workbook::lesson::{Course, takeout};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::fingerprint::files;
use crate::{Result, build};

/// The folder of notebooks and scripts in the site, and the archive.
pub const FOLDER: &str = "take-along";
/// The archive with all of them.
pub const ARCHIVE: &str = "take-along.zip";

/// What the archive says of itself.
const README: &str =
    "Each page is here as a Jupyter notebook (.ipynb) and as a script (.py); both need Python 3.14 or newer.

    python 01-NAME.py           runs all cells of a page
    jupyter lab 01-NAME.ipynb   opens it as a notebook

The modules beside them are what some cells import: `residue` finds what a block of code leaves behind, `isolation` runs
a program in a Python of its own. Keep them in the same folder.
";

/// Writes notebooks, scripts and the archive into a `site`.
///
/// # Errors
/// If a file can't be read or written.
pub fn write(root: &Path, site: &Path, course: &Course) -> Result<()> {
    let all = entries(root, course)?;
    for (name, bytes) in &all {
        if name.ends_with(".ipynb")
            || (name.ends_with(".py") && !name.contains('/') && name.starts_with(|first: char| first.is_ascii_digit()))
        {
            build::write_bytes(&site.join(FOLDER).join(name), bytes)?;
        }
    }
    build::write_bytes(&site.join(ARCHIVE), &packed(&all)?)
}

/// The files of the archive, by their names.
///
/// # Errors
/// If a file of the course can't be read.
pub fn entries(root: &Path, course: &Course) -> Result<BTreeMap<String, Vec<u8>>> {
    let content = root.join("content");
    let open = |name: &str| {
        let file = content.join(name);
        std::fs::read(&file).map_err(|error| format!("can't read {}: {error}", file.display()))
    };
    let mut all = BTreeMap::from([("README.txt".to_owned(), README.as_bytes().to_vec())]);
    for page in &course.pages {
        let text = build::read(&content.join(&page.file))?;
        let pieces =
            takeout::pieces(page, &text, &open).map_err(|reason| format!("content/{}: {reason}", page.file))?;
        let name = takeout::name(page);
        all.insert(format!("{name}.ipynb"), takeout::notebook(&pieces).into_bytes());
        all.insert(format!("{name}.py"), takeout::script(&pieces, page, &course.title).into_bytes());
    }
    let library = root.join("interpreter/python/lib");
    let modules = [(library.clone(), library.join("residue")), (library.clone(), library.join("isolation.py"))];
    let packages = build::read_course(root)?.packages.map(|folder| (folder.clone(), folder));
    for (base, path) in modules.into_iter().chain(packages) {
        for file in files(&path)? {
            if file.components().any(|part| part.as_os_str() == "__pycache__") {
                continue;
            }
            let name = file.strip_prefix(&base).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            let bytes = std::fs::read(&file).map_err(|error| format!("can't read {}: {error}", file.display()))?;
            all.insert(name, bytes);
        }
    }
    Ok(all)
}

/// A zip archive of files. The same files give the same archive.
///
/// # Errors
/// If a file is too large for it.
pub fn packed(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut fill = || {
        for (name, bytes) in files {
            archive.start_file(name.as_str(), options)?;
            archive.write_all(bytes)?;
        }
        Ok(())
    };
    fill().map_err(|error: zip::result::ZipError| format!("can't pack {ARCHIVE}: {error}"))?;
    archive.finish().map(Cursor::into_inner).map_err(|error| format!("can't pack {ARCHIVE}: {error}"))
}
