//! LIBRARY: `content/` as typed pages. Knows Markdown and the course's file layout, not this course.
//!
//! 1. `course.toml` names the title and the pages, in order. A page is `pages/NN-slug.md`.
//! 2. [`Course::read`] parses every page and gives either the whole course or *all* problems at once,
//!    each with file and line.
//! 3. The build writes the course as JSON; the desk shows it without parsing Markdown again.

mod cell;
mod fence;
mod markdown;

pub use cell::{Cell, Expectation, matches};

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use serde::{Deserialize, Serialize};

/// Everything a build needs to know of a course.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Course {
    pub title: String,
    pub pages: Vec<Page>,
}

/// One page: its text as HTML with an empty `<div data-slot="id">` where each cell goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// Name in links: `#/<slug>`.
    pub slug: String,
    /// The page's first heading, as plain text.
    pub title: String,
    /// The Markdown file, from the course's folder, with forward slashes.
    pub file: String,
    pub html: String,
    pub headings: Vec<Heading>,
    pub cells: Vec<Cell>,
}

/// A heading below the page's title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    pub level: u8,
    /// Name in links: `#/<slug>/<anchor>`.
    pub anchor: String,
    pub text: String,
}

/// A mistake of an author, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    pub text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file, self.line, self.text)
    }
}

/// `course.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    title: String,
    /// Files below `pages/`, in reading order.
    pages: Vec<String>,
}

impl Course {
    /// Reads a course's folder.
    ///
    /// # Errors
    /// Every problem of every page, sorted by place.
    pub fn read(folder: &Path) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let table = match read_table(folder) {
            Ok(table) => table,
            Err(problem) => return Err(vec![problem]),
        };
        let slugs: BTreeMap<&str, &str> =
            table.pages.iter().map(|file| (file.as_str(), slug_of(file))).collect();
        let mut pages = Vec::new();
        let mut links = Vec::new();
        for name in &table.pages {
            let file = format!("pages/{name}");
            match std::fs::read_to_string(folder.join(&file)) {
                Ok(text) => {
                    let read = markdown::read(&text, &file, slug_of(name), &slugs);
                    pages.push(read.page);
                    links.extend(read.links);
                    problems.extend(read.problems);
                }
                Err(error) => problems.push(Problem {
                    file: "course.toml".into(),
                    line: 1,
                    text: format!("`pages` names {name}, which can't be read: {error}"),
                }),
            }
        }
        problems.extend(unlisted_files(folder, &slugs));
        problems.extend(dangling_anchors(&pages, links));
        if problems.is_empty() {
            return Ok(Self { title: table.title, pages });
        }
        problems.sort();
        Err(problems)
    }
}

fn read_table(folder: &Path) -> Result<Table, Problem> {
    let problem = |line: usize, text: String| Problem { file: "course.toml".into(), line, text };
    let text = std::fs::read_to_string(folder.join("course.toml"))
        .map_err(|error| problem(1, format!("can't be read: {error}")))?;
    toml::from_str(&text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start.min(text.len()));
        problem(text[..start].lines().count().max(1), error.message().to_owned())
    })
}

/// `04-some-page.md` → `some-page`.
fn slug_of(file: &str) -> &str {
    let stem = file.strip_suffix(".md").unwrap_or(file);
    stem.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start_matches('-')
}

fn unlisted_files(folder: &Path, slugs: &BTreeMap<&str, &str>) -> Vec<Problem> {
    let Ok(entries) = std::fs::read_dir(folder.join("pages")) else { return Vec::new() };
    entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".md") && !slugs.contains_key(name.as_str()))
        .map(|name| Problem {
            file: format!("pages/{name}"),
            line: 1,
            text: "no reader can reach this page: add it to `pages` in course.toml".into(),
        })
        .collect()
}

/// A link to a place on a page, kept until all pages are known.
struct AnchorLink {
    file: String,
    line: usize,
    slug: String,
    anchor: String,
}

fn dangling_anchors(pages: &[Page], links: Vec<AnchorLink>) -> Vec<Problem> {
    let exists = |link: &AnchorLink| {
        pages.iter().any(|page| {
            page.slug == link.slug
                && (page.headings.iter().any(|heading| heading.anchor == link.anchor)
                    || page.cells.iter().any(|cell| cell.id == link.anchor))
        })
    };
    links
        .into_iter()
        .filter(|link| !exists(link))
        .map(|link| Problem {
            text: format!("no heading or cell `{}` on page `{}`", link.anchor, link.slug),
            file: link.file,
            line: link.line,
        })
        .collect()
}
