//! The names of places on a page. Headings, cells, exercises, the glossary's rows, an author's own HTML, and what the
//! workbook itself draws have their `id`s in one document, so no two of them may have the same id.
//!
//! 1. [`Anchors::of`] collects every id that the page's author gives. An id that is given twice is a problem.
//! 2. Headings without an id of their own then get names that are still free, in the order of the page
//!    ([`Anchors::name`]).
//!
//! Ids that the workbook makes up, those of footnotes, contain a colon. An author's id can't contain one, so the two
//! never meet.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::fence::{self, Fence};
use super::raw::Attribute;
use super::terms::Term;

/// Ids that the workbook itself gives: to the page's text (`main`), to the scratch cell and its heading (`scratch`,
/// `try-anything`), to the cell in which the ledger cleans up (`cleanup`), and to the guesses that come back
/// (`guesses-again`).
pub const RESERVED: [&str; 5] = ["main", "scratch", "cleanup", "try-anything", "guesses-again"];

/// The id of the cell that belongs to an exercise alone.
pub fn own_cell(exercise: &str) -> String {
    format!("{exercise}-cell")
}

/// The name of a heading that has no letter or digit.
const NAMELESS: &str = "section";

/// The names on a page that are taken. Each name comes with words for the author that say what has it.
pub struct Anchors(BTreeMap<String, String>);

impl Anchors {
    /// Collects every id that a page's author gives, and the problems with them: a line and a sentence each.
    ///
    /// `text` is the page's Markdown. `terms` are the glossary's terms if the page is the glossary, and empty
    /// otherwise. `raw` has the attributes of the HTML in the page.
    pub fn of(text: &str, options: Options, terms: &[Term], raw: &[Attribute]) -> (Self, Vec<(usize, String)>) {
        let mut anchors =
            Self(RESERVED.iter().map(|id| ((*id).to_owned(), "the workbook itself".to_owned())).collect());
        let line = |offset: usize| text[..offset].matches('\n').count() + 1;
        let mut given: Vec<(usize, &str, String)> = Vec::new();
        for (event, place) in Parser::new_ext(text, options).into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => match fence::read(&info) {
                    Ok(Fence::Cell { id, .. }) => given.push((line(place.start), "cell", id)),
                    Ok(Fence::Exercise { id, .. }) => {
                        given.push((line(place.start), "exercise", own_cell(&id)));
                        given.push((line(place.start), "exercise", id));
                    }
                    Ok(Fence::Exit { id, .. }) => given.push((line(place.start), "exit slot", id)),
                    Ok(Fence::Form { id }) => given.push((line(place.start), "form", id)),
                    Ok(Fence::Lens { id, .. }) => given.push((line(place.start), "lens", id)),
                    _ => {}
                },
                Event::Start(Tag::Heading { id: Some(id), .. }) => {
                    given.push((line(place.start), "heading", id.to_string()))
                }
                _ => {}
            }
        }
        given.extend(terms.iter().map(|term| (term.line, "term", term.anchor.clone())));
        let ids = raw.iter().filter(|attribute| attribute.name == "id");
        given.extend(ids.map(|attribute| (attribute.line, "HTML", attribute.value.clone())));
        given.sort_by_key(|(line, ..)| *line);
        let problems = given.into_iter().filter_map(|(line, what, id)| Some((line, anchors.claim(line, what, id)?)));
        let problems = problems.collect();
        (anchors, problems)
    }

    /// Takes the name `id` for the thing called `what` in `line`. Gives a sentence if that is not possible.
    fn claim(&mut self, line: usize, what: &str, id: String) -> Option<String> {
        if id.is_empty() || !id.chars().all(is_of_names) {
            return Some(format!("the id `{id}` may have only letters, digits, `-` and `_`"));
        }
        if let Some(owner) = self.0.get(&id) {
            return Some(format!("the id `{id}` is taken: {owner} has it"));
        }
        self.0.insert(id, format!("the {what} in line {line}"));
        None
    }

    /// Takes a name for the heading with this text: the one that GitHub would give it, with a number at its end if that
    /// one is taken.
    pub fn name(&mut self, heading: &str) -> String {
        let letters = heading.to_lowercase();
        let letters = letters.chars().map(|letter| if letter == ' ' { '-' } else { letter });
        let name: String = letters.filter(|letter| is_of_names(*letter)).collect();
        let name = if name.is_empty() { NAMELESS.to_owned() } else { name };
        let mut free = name.clone();
        let mut number = 0;
        while self.0.contains_key(&free) {
            number += 1;
            free = format!("{name}-{number}");
        }
        self.0.insert(free.clone(), format!("the heading “{heading}”"));
        free
    }

    /// All names that a link may lead to: those that are taken, without the workbook's own.
    pub fn places(self) -> BTreeSet<String> {
        self.0.into_keys().filter(|id| !RESERVED.contains(&id.as_str())).collect()
    }
}

fn is_of_names(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-' || letter == '_'
}
