//! The names of places on a page. Headings, cells, exercises, the glossary's rows, an author's own HTML, and what the
//! workbook itself draws have their `id`s in one document, so each name belongs to one of them.
//!
//! 1. [`Anchors::of`] goes over a page for every id that its author gives. One that is taken is a problem.
//! 2. Headings that were given none then take the names that are free, in their order.
//!
//! What the workbook names by itself, as footnotes, has a colon in its id. No author's id has one.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::fence::{self, Fence};
use super::raw::Attribute;
use super::terms::Term;

/// Ids that the workbook itself gives: the page's text, the scratch cell and its heading, and the cell in which the
/// ledger cleans up.
pub const RESERVED: [&str; 4] = ["main", "scratch", "cleanup", "try-anything"];

/// The name of a heading that has no letter or digit.
const NAMELESS: &str = "section";

/// A page's names that are taken, each with words for who has it.
pub struct Anchors(BTreeMap<String, String>);

impl Anchors {
    /// Every id that a page's author gives, and the problems with them: a line and a sentence each. `terms` are the
    /// glossary's, on its own page; `raw` is what the page has of HTML.
    pub fn of(text: &str, options: Options, terms: &[Term], raw: &[Attribute]) -> (Self, Vec<(usize, String)>) {
        let mut anchors = Self(RESERVED.iter().map(|id| ((*id).to_owned(), "the workbook itself".to_owned())).collect());
        let line = |offset: usize| text[..offset].matches('\n').count() + 1;
        let mut given: Vec<(usize, &str, String)> = Vec::new();
        for (event, place) in Parser::new_ext(text, options).into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => match fence::read(&info) {
                    Ok(Fence::Cell { id, .. }) => given.push((line(place.start), "cell", id)),
                    Ok(Fence::Exercise { id, .. }) => given.push((line(place.start), "exercise", id)),
                    _ => {}
                },
                Event::Start(Tag::Heading { id: Some(id), .. }) => given.push((line(place.start), "heading", id.to_string())),
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

    /// Gives a name to something, or says why it can't have it.
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

    /// A name for a heading: GitHub's, with a number if that is taken.
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

    /// Every place that a link can lead to.
    pub fn places(self) -> BTreeSet<String> {
        self.0.into_keys().filter(|id| !RESERVED.contains(&id.as_str())).collect()
    }
}

fn is_of_names(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-' || letter == '_'
}
