//! LIBRARY: reads `content/` into typed pages. It knows Markdown and the course's file layout, but nothing of what this
//! particular course teaches.
//!
//! 1. `course.toml` names the title and the pages, in order. A page is `pages/NN-slug.md`.
//! 2. [`Course::read`] parses every page and gives either the whole course or *all* problems at once,
//!    each with file and line.
//! 3. The build writes the course as JSON ([`mod@file`]); the desk shows it without parsing Markdown again.

mod anchors;
mod cell;
mod diagram;
mod exercise;
mod exit;
mod fence;
pub mod file;
mod form;
mod lens;
mod links;
mod listing;
mod markdown;
mod picture;
mod prediction;
mod raw;
pub mod takeout;
mod task;
mod terms;
#[cfg(test)]
mod tests;

pub use anchors::RESERVED;
pub use cell::{Cell, Expectation, matches};
pub use diagram::{Diagram, slot};
pub use exercise::Exercise;
pub use exit::Exit;
pub use form::{Card, Field, Form};
pub use lens::Lens;
pub use prediction::{Choice, Prediction, is_right};
pub use task::{Task, Wrong};
pub use terms::Term;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

/// A whole course. The build writes it as JSON, and the desk reads that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// The course's title, which `course.toml` gives.
    pub title: String,
    /// The pages, in reading order.
    pub pages: Vec<Rc<Page>>,
    /// The groups of pages, in order; empty if the pages are in none.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// The terms of the glossary, in its order; empty if the course has no glossary.
    pub terms: Vec<Term>,
    /// The slug of the glossary page.
    pub glossary: Option<String>,
    /// The folder with Python packages that cells can import. Only the build needs it, so it is not in the JSON.
    #[serde(skip)]
    pub packages: Option<PathBuf>,
}

/// Pages that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// What stands above them in the list of pages.
    pub title: String,
    /// In `course.toml` their files; in a course that was read their slugs.
    pub pages: Vec<String>,
}

/// One page. Where the desk is to draw something interactive, the HTML has an empty element, a slot:
/// `<div data-slot="cell <id>">`, the same with `exercise`, `exit`, `form` or `lens`, or `<div data-slot="checks">` and `<div data-slot="reach">`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Name in links: `#/<slug>`.
    pub slug: String,
    /// The page's first heading, as plain text.
    pub title: String,
    /// The path of the Markdown file below the course's folder, with forward slashes.
    pub file: String,
    /// The page's text, with slots.
    pub html: String,
    /// How many words its text has, without what stands in cells.
    #[serde(default)]
    pub words: usize,
    /// The headings below the title, in order.
    pub headings: Vec<Heading>,
    /// The cells, in order.
    pub cells: Vec<Cell>,
    /// The exercises, in order.
    pub exercises: Vec<Rc<Exercise>>,
    /// The exit slots, in order.
    #[serde(default)]
    pub exits: Vec<Exit>,
    /// The forms, in order.
    #[serde(default)]
    pub forms: Vec<Form>,
    /// The lenses, in order.
    #[serde(default)]
    pub lenses: Vec<Lens>,
    /// The diagrams, in order. The n-th one has an empty `<div data-diagram="n">` in the HTML until the build has drawn
    /// it.
    pub diagrams: Vec<Diagram>,
}

/// A heading below the page's title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// 1 to 6, as in `<h1>` to `<h6>`.
    pub level: u8,
    /// Name in links: `#/<slug>/<anchor>`.
    pub anchor: String,
    /// The heading as plain text.
    pub text: String,
}

/// A mistake of an author, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The path of the file below the course's folder.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// A sentence for the author.
    pub text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file, self.line, self.text)
    }
}

/// The content of `course.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    title: String,
    /// Files below `pages/`, in reading order.
    #[serde(default)]
    pages: Vec<String>,
    /// More of them, in groups.
    #[serde(default, rename = "group")]
    groups: Vec<Group>,
    /// A folder with Python packages that cells can import.
    packages: Option<String>,
    /// The file, one of `pages`, whose first table says what words mean.
    glossary: Option<String>,
}

impl Course {
    /// Reads the course in `folder`, the folder that has `course.toml`.
    ///
    /// 1. `course.toml` and the names of the pages are checked.
    /// 2. The glossary's table is read, because all other pages are linked to its terms.
    /// 3. Each page is read by itself. Links to places, and model answers, are only collected.
    /// 4. What needs all pages is checked last: unused terms, exercises and their answers, links to places.
    ///
    /// # Errors
    /// Every problem of every page, sorted by file and line.
    pub fn read(folder: &Path) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut table = match read_table(folder) {
            Ok(table) => table,
            Err(problem) => return Err(vec![problem]),
        };
        let of_groups = table.groups.iter().flat_map(|group| &group.pages).cloned();
        table.pages.extend(of_groups.collect::<Vec<_>>());
        let table = table;
        let slugs: BTreeMap<&str, &str> = table.pages.iter().map(|file| (file.as_str(), slug_of(file))).collect();
        let mut pages = Vec::new();
        let (mut links, mut answers, mut used) = (Vec::new(), Vec::new(), BTreeSet::new());
        let mut places = BTreeMap::new();
        let unreadable = |text: String| Problem { file: "course.toml".into(), line: 1, text };
        problems.extend(wrong_slugs(&table.pages).map(unreadable));
        let open = |name: &str| {
            let path = folder.join(name);
            let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
            let bytes = if inside { std::fs::read(path) } else { Err(std::io::ErrorKind::NotFound.into()) };
            bytes.map_err(|error| format!("{name} can't be read: {error}"))
        };
        let list = |name: &str| {
            let entries = std::fs::read_dir(folder.join(name)).into_iter().flatten().flatten();
            let mut names: Vec<String> =
                entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
            names.retain(|name| !name.starts_with('.') && name != "__pycache__");
            names.sort();
            names
        };
        let open_text = |name: &str| markdown::text_of(name, open(name)?);
        let glossary = table.glossary.as_deref().filter(|name| slugs.contains_key(name));
        if let Some(name) = table.glossary.as_ref().filter(|name| !slugs.contains_key(name.as_str())) {
            problems.push(unreadable(format!("`glossary` names {name}, which is not one of `pages`")));
        }
        let terms = glossary.and_then(|name| Some((name, open_text(&format!("pages/{name}")).ok()?)));
        let mut terms = terms.map_or_else(Vec::new, |(name, text)| {
            // An address that is wrong is reported when the glossary is read as a page.
            let link = |url: &str| match url.strip_prefix("term:") {
                Some(term) => Some(format!("#/{}/{}", slug_of(name), terms::anchor(term))),
                None => links::target(url, &slugs, slug_of(name)).ok().and_then(|target| target.route()),
            };
            let picture = |url: &str| picture::address(url, &format!("pages/{name}"), open).ok();
            terms::read(&text, markdown::OPTIONS, link, picture)
        });
        problems.extend(terms::repeated(&mut terms).into_iter().map(|(line, text)| Problem {
            file: format!("pages/{}", glossary.unwrap_or_default()),
            line,
            text,
        }));
        let around = markdown::Surroundings {
            slugs: slugs.clone(),
            terms: &terms,
            glossary: glossary.map(slug_of),
            file: &open,
            names: &list,
        };
        for name in &table.pages {
            let file = format!("pages/{name}");
            match open_text(&file) {
                Ok(text) => {
                    let read = markdown::read(&text, &file, slug_of(name), &around);
                    places.insert(read.page.slug.clone(), read.places);
                    pages.push(read.page);
                    links.extend(read.links);
                    answers.extend(read.answers);
                    used.extend(read.terms);
                    problems.extend(read.problems);
                }
                Err(reason) => problems.push(unreadable(format!("`pages` names {name}: {reason}"))),
            }
        }
        let unused = terms.iter().enumerate().filter(|(number, _)| !used.contains(number));
        problems.extend(unused.map(|(_, term)| Problem {
            file: format!("pages/{}", glossary.unwrap_or_default()),
            line: term.line,
            text: format!("no page uses the term `{}`", term.name),
        }));
        problems.extend(exercise::join(&mut pages, &answers));
        problems.extend(exit::join(&mut pages));
        problems.extend(form::join(&pages));
        problems.extend(unused_tasks(&pages, list(task::FOLDER)));
        let packages = table.packages.as_ref().map(|name| folder.join(name));
        if let Some(missing) = packages.as_ref().filter(|packages| !packages.is_dir()) {
            let text = format!("`packages` names {}, which is no folder", missing.display());
            problems.push(Problem { file: "course.toml".into(), line: 1, text });
        }
        problems.extend(unlisted_files(folder, &slugs));
        problems.extend(links::dangling(&places, links));
        if problems.is_empty() {
            let glossary = glossary.map(|name| slug_of(name).to_owned());
            let pages = pages.into_iter().map(Rc::new).collect();
            let slugs = |group: Group| Group {
                pages: group.pages.iter().map(|file| slug_of(file).to_owned()).collect(),
                ..group
            };
            let groups = table.groups.into_iter().map(slugs).collect();
            return Ok(Self { title: table.title, pages, groups, terms, glossary, packages });
        }
        problems.sort();
        Err(problems)
    }
}

/// The line, counted from 1, of the byte at `offset` of a text.
fn line_at(text: &str, offset: usize) -> usize {
    text.get(..offset).unwrap_or(text).matches('\n').count() + 1
}

fn read_table(folder: &Path) -> Result<Table, Problem> {
    let problem = |line: usize, text: String| Problem { file: "course.toml".into(), line, text };
    let text = std::fs::read_to_string(folder.join("course.toml"))
        .map_err(|error| problem(1, format!("can't be read: {error}")))?;
    toml::from_str(&text)
        .map_err(|error| problem(line_at(&text, error.span().map_or(0, |span| span.start)), error.message().to_owned()))
}

/// The slug of a page's file: `04-some-page.md` → `some-page`.
fn slug_of(file: &str) -> &str {
    let stem = file.strip_suffix(".md").unwrap_or(file);
    stem.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start_matches('-')
}

/// A sentence for each page whose slug is not fit for its address: two pages must not have the same slug, and a slug
/// consists of characters that need no escaping in an address.
fn wrong_slugs(pages: &[String]) -> impl Iterator<Item = String> {
    pages.iter().enumerate().filter_map(|(number, file)| {
        let slug = slug_of(file);
        let other = pages[..number].iter().find(|other| slug_of(other) == slug);
        let good = |letter: char| letter.is_alphanumeric() || "-_.".contains(letter);
        match other {
            Some(other) => Some(format!("`pages` names {file}, whose address would be `{slug}`: {other} has it")),
            None if slug.is_empty() || !slug.chars().all(good) => Some(format!(
                "`pages` names {file}: behind its number, a page's file has a name of letters, digits, `-`, `_` and `.`"
            )),
            None => None,
        }
    })
}

/// A problem for each folder of a task that no exercise is about.
fn unused_tasks(pages: &[Page], folders: Vec<String>) -> Vec<Problem> {
    let is_used = |id: &String| pages.iter().any(|page| page.exercises.iter().any(|exercise| exercise.id == *id));
    let unused = folders.into_iter().filter(|id| !is_used(id));
    unused
        .map(|id| Problem {
            file: format!("{}/{id}", task::FOLDER),
            line: 1,
            text: format!("no page has an exercise `{id}`: a fence says `exercise id={id}`"),
        })
        .collect()
}

/// A problem for each Markdown file in `pages/` that `course.toml` does not name.
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
