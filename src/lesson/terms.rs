//! The course's terms. The glossary is a page whose first table has a term and its meaning in each row; every other
//! page links the first use of each term to its row.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};
use serde::{Deserialize, Serialize};

/// A word with one meaning throughout the course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The term as the glossary writes it, in plain text.
    pub name: String,
    /// The id of its row on the glossary page.
    pub anchor: String,
    /// What it means, as HTML.
    pub html: String,
    /// Line of its row in the glossary's Markdown, counted from 1.
    #[serde(skip)]
    pub line: usize,
}

/// The terms of the glossary page whose Markdown is `text`. `route` gives the route that a link in a meaning leads to,
/// `picture` the address of a picture in it; where they give `None`, the address stays as the author wrote it.
pub fn read(
    text: &str,
    options: Options,
    route: impl Fn(&str) -> Option<String>,
    picture: impl Fn(&str) -> Option<String>,
) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut cells: Vec<Vec<Event<'_>>> = Vec::new();
    let mut events = Parser::new_ext(text, options).into_offset_iter();
    let mut start = 0;
    // The first table, row by row.
    for (event, place) in events.by_ref().skip_while(|(event, _)| !matches!(event, Event::Start(Tag::Table(_)))) {
        match event {
            Event::End(TagEnd::Table) => break,
            Event::Start(Tag::TableRow) => (cells, start) = (Vec::new(), place.start),
            Event::Start(Tag::TableCell) => cells.push(Vec::new()),
            Event::End(TagEnd::TableRow) => {
                if let [name, meaning, ..] = cells.as_slice() {
                    let name = plain(name.iter());
                    let mut out = String::new();
                    html::push_html(&mut out, meaning.iter().cloned());
                    terms.push(Term {
                        anchor: anchor(&name),
                        name,
                        html: out,
                        line: text[..start].matches('\n').count() + 1,
                    });
                }
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = route(&dest_url).map_or(dest_url, CowStr::from);
                let link = Tag::Link { link_type, dest_url, title, id };
                cells.last_mut().into_iter().for_each(|cell| cell.push(Event::Start(link.clone())));
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let dest_url = picture(&dest_url).map_or(dest_url, CowStr::from);
                let image = Tag::Image { link_type, dest_url, title, id };
                cells.last_mut().into_iter().for_each(|cell| cell.push(Event::Start(image.clone())));
            }
            // The meaning is also shown on a card, away from the page's footnotes.
            Event::FootnoteReference(_) => {}
            Event::End(TagEnd::TableCell) => {}
            event => cells.last_mut().into_iter().for_each(|cell| cell.push(event.clone())),
        }
    }
    terms
}

/// The id of a term's row: `Blast radius` → `term-blast-radius`.
pub fn anchor(name: &str) -> String {
    let words: Vec<String> = name
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    format!("term-{}", words.join("-"))
}

/// Removes the terms that are explained a second time. Gives the line of each of them, and a sentence for the author.
pub fn repeated(terms: &mut Vec<Term>) -> Vec<(usize, String)> {
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    let mut repeated = Vec::new();
    terms.retain(|term| match lines.get(&term.anchor) {
        Some(first) => {
            repeated.push((
                term.line,
                format!("the term `{}` (`{}`) is explained in line {first} already", term.name, term.anchor),
            ));
            false
        }
        None => {
            lines.insert(term.anchor.clone(), term.line);
            true
        }
    });
    repeated
}

/// A text without its markup; a line break becomes a blank.
pub fn plain<'a>(events: impl Iterator<Item = &'a Event<'a>>) -> String {
    events
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
            Event::SoftBreak | Event::HardBreak => Some(" "),
            _ => None,
        })
        .collect()
}

/// Links the first use of each term in a page's prose to its row on the glossary page, whose route is `route`.
/// Headings, links, code, table heads and descriptions of pictures are left alone. Gives the changed events, and which
/// terms were found, as indices into `terms`.
pub fn link<'a>(events: Vec<Event<'a>>, terms: &[Term], route: &str) -> (Vec<Event<'a>>, Vec<usize>) {
    let words = Words::new(terms);
    let mut found = BTreeMap::new();
    let mut linked = Vec::with_capacity(events.len());
    let mut left_alone = 0;
    for event in joined(events) {
        match &event {
            Event::Start(
                Tag::Heading { .. } | Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::TableHead,
            ) => left_alone += 1,
            Event::End(TagEnd::Heading(_) | TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock | TagEnd::TableHead) => {
                left_alone -= 1
            }
            Event::Text(text) if left_alone == 0 => {
                let uses = words.first_uses(text, &mut found);
                if !uses.is_empty() {
                    linked.extend(with_links(text, &uses, terms, route));
                    continue;
                }
            }
            _ => {}
        }
        linked.push(event);
    }
    (linked, found.into_keys().collect())
}

/// The same events with neighbouring pieces of text joined into one. A term may be broken over two lines, and the
/// parser also cuts text within a line.
fn joined(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut joined: Vec<Event<'_>> = Vec::with_capacity(events.len());
    for event in events {
        let more = match &event {
            Event::Text(text) => Some(text.to_string()),
            Event::SoftBreak => Some("\n".to_owned()),
            _ => None,
        };
        match (joined.last_mut(), more) {
            (Some(Event::Text(text)), Some(more)) => *text = CowStr::from(format!("{text}{more}")),
            _ => joined.push(event),
        }
    }
    joined
}

/// The names of all terms in lower case, each with its index. The longest come first, so that `hook ordering risk` is
/// found as that term and not as `hook`.
struct Words(Vec<(String, usize)>);

impl Words {
    fn new(terms: &[Term]) -> Self {
        let mut words: Vec<_> =
            terms.iter().enumerate().map(|(number, term)| (term.name.to_lowercase(), number)).collect();
        words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        Self(words)
    }

    /// Where in `text` terms stand that are not in `found`, each with its index; adds them to `found`. A plural that
    /// ends in an `s` counts as a use.
    fn first_uses(&self, text: &str, found: &mut BTreeMap<usize, ()>) -> Vec<(Range<usize>, usize)> {
        let mut uses: Vec<(Range<usize>, usize)> = Vec::new();
        let lower = text.replace('\n', " ").to_lowercase();
        if lower.len() != text.len() {
            // Some letter takes more or fewer bytes in lower case, so places in `lower` would not be places in `text`.
            return uses;
        }
        for (word, number) in &self.0 {
            if found.contains_key(number) {
                continue;
            }
            let place = lower.match_indices(word.as_str()).find_map(|(start, _)| {
                let end = start + word.len() + usize::from(lower[start + word.len()..].starts_with('s'));
                let alone = !joins(lower[..start].chars().next_back()) && !joins(lower[end..].chars().next());
                let free = uses.iter().all(|(other, _)| other.end <= start || end <= other.start);
                (alone && free).then_some(start..end)
            });
            if let Some(place) = place {
                uses.push((place, *number));
                found.insert(*number, ());
            }
        }
        uses.sort_by_key(|(place, _)| place.start);
        uses
    }
}

/// Whether a character beside a word makes it part of a longer word.
fn joins(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_' || letter == '-')
}

/// The events for `text` with a link at each of the `uses`, which are in the order of the text.
fn with_links<'a>(text: &str, uses: &[(Range<usize>, usize)], terms: &[Term], route: &str) -> Vec<Event<'a>> {
    let mut events = Vec::new();
    let mut at = 0;
    let piece = |range: Range<usize>| Event::Text(text[range].to_owned().into());
    for (place, number) in uses {
        let anchor = &terms[*number].anchor;
        events.push(piece(at..place.start));
        events.push(Event::InlineHtml(
            format!("<a class=\"term\" href=\"{route}/{anchor}\" data-term=\"{anchor}\">").into(),
        ));
        events.push(piece(place.clone()));
        events.push(Event::InlineHtml("</a>".into()));
        at = place.end;
    }
    events.push(piece(at..text.len()));
    events
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLOSSARY: &str =
        "# G\n\n| Term | Meaning |\n| --- | --- |\n| Reset hook | A *way* back, see [p](02-p.md) |\n| Hook | One |\n";

    fn terms() -> Vec<Term> {
        read(GLOSSARY, Options::ENABLE_TABLES, |url| Some(url.replace("02-p.md", "#/p")), |_| None)
    }

    fn linked(text: &str) -> (String, Vec<usize>) {
        let events = Parser::new(text).collect();
        let (events, found) = link(events, &terms(), "#/g");
        let mut out = String::new();
        html::push_html(&mut out, events.into_iter());
        (out, found)
    }

    #[test]
    fn a_glossary_is_a_table() {
        let terms = terms();
        assert_eq!(terms[0].anchor, "term-reset-hook");
        assert_eq!(terms[0].html, "A <em>way</em> back, see <a href=\"#/p\">p</a>");
        assert_eq!((terms[1].name.as_str(), terms[1].line), ("Hook", 6));
    }

    #[test]
    fn the_first_use_is_linked_over_line_ends_and_in_the_plural() {
        let (html, found) = linked("Two Reset\nhooks, a reset hook, a hook.");
        assert_eq!(found, [0, 1]);
        assert!(html.contains("Two <a class=\"term\" href=\"#/g/term-reset-hook\" data-term=\"term-reset-hook\">Reset\nhooks</a>, a reset"), "{html}");
        assert_eq!(html.matches("<a ").count(), 2);
    }

    #[test]
    fn headings_links_code_and_pictures_are_left_alone() {
        let (html, found) = linked("# Hook\n\n[hook](x) `hook` hooked unhook ![a hook](x.png)\n");
        assert!(found.is_empty() && !html.contains("class=\"term\""), "{html}");
    }
}
