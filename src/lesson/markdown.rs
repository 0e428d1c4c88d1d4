//! One page's Markdown: prose to HTML, cell fences to [`Cell`]s.
//!
//! The prose goes through pulldown-cmark as a whole, so that footnotes and lists stay whole when a cell
//! stands inside them. Where a cell stands, the HTML has a slot.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::fence::{self, Fence};
use super::{AnchorLink, Cell, Expectation, Heading, Page, Problem};

/// A page and what was found on the way.
pub struct Read {
    pub page: Page,
    pub links: Vec<AnchorLink>,
    pub problems: Vec<Problem>,
}

/// Reads a page. `slugs` gives each page's slug by its file name.
pub fn read(text: &str, file: &str, slug: &str, slugs: &BTreeMap<&str, &str>) -> Read {
    let mut reader = Reader {
        text,
        slugs,
        events: Vec::new(),
        links: Vec::new(),
        problems: Vec::new(),
        page: Page {
            slug: slug.to_owned(),
            title: String::new(),
            file: file.to_owned(),
            html: String::new(),
            headings: Vec::new(),
            cells: Vec::new(),
        },
        awaiting_output: false,
    };
    reader.read();
    reader.finish()
}

struct Reader<'a> {
    text: &'a str,
    slugs: &'a BTreeMap<&'a str, &'a str>,
    /// What pulldown-cmark will write.
    events: Vec<Event<'a>>,
    links: Vec<AnchorLink>,
    problems: Vec<Problem>,
    page: Page,
    /// The block before was a cell (or its output), so an `output` fence belongs to it.
    awaiting_output: bool,
}

impl<'a> Reader<'a> {
    fn read(&mut self) {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_GFM
            | Options::ENABLE_HEADING_ATTRIBUTES;
        let mut events = Parser::new_ext(self.text, options).into_offset_iter();
        while let Some((event, place)) = events.next() {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                    let code = until_end(&mut events);
                    self.fence(&info, code, place);
                    continue;
                }
                Event::Start(Tag::Heading { level, id, .. }) => {
                    let inner: Vec<_> = collect_heading(&mut events);
                    self.heading(level, id.map(|id| id.to_string()), inner);
                }
                Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                    let dest_url = self.resolve(&dest_url, place).into();
                    self.events.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
                }
                Event::Start(Tag::BlockQuote(Some(kind))) => {
                    self.events.push(Event::Html(
                        format!("<aside class=\"admonition\" data-kind=\"{0}\"><p class=\"admonition-title\">{1}</p>\n", key(kind), name(kind)).into(),
                    ));
                }
                Event::End(TagEnd::BlockQuote(Some(_))) => self.events.push(Event::Html("</aside>\n".into())),
                // A wide table scrolls by itself, by keyboard too.
                Event::Start(Tag::Table(alignments)) => {
                    self.events.push(Event::Html("<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n".into()));
                    self.events.push(Event::Start(Tag::Table(alignments)));
                }
                Event::End(TagEnd::Table) => {
                    self.events.push(Event::End(TagEnd::Table));
                    self.events.push(Event::Html("</div>\n".into()));
                }
                event => self.events.push(event),
            }
            self.awaiting_output = false;
        }
    }

    fn finish(mut self) -> Read {
        if self.page.title.is_empty() {
            self.problem(1, "a page begins with its title: `# Title`");
        }
        for cell in &self.page.cells {
            let expected = &cell.expected;
            if expected.differs.is_some() != expected.cpython_output.is_some() {
                self.problems.push(Problem {
                    file: self.page.file.clone(),
                    line: cell.line,
                    text: "`differs=\"why\"` and an ```output cpython fence belong together".into(),
                });
            }
        }
        html::push_html(&mut self.page.html, self.events.into_iter());
        Read { page: self.page, links: self.links, problems: self.problems }
    }

    fn fence(&mut self, info: &str, code: String, place: Range<usize>) {
        let line = self.line(place.start);
        match fence::read(info) {
            Ok(Fence::Cell { id, raises, differs }) => {
                if self.page.cells.iter().any(|cell| cell.id == id) || id == "scratch" {
                    self.problem(line, &format!("the id `{id}` is taken on this page"));
                }
                let slot = format!("<div data-slot=\"{id}\"></div>\n");
                self.events.push(Event::Html(slot.into()));
                let expected = Expectation { raises, differs, ..Expectation::default() };
                self.page.cells.push(Cell { id, source: code, line, expected });
                self.awaiting_output = true;
            }
            Ok(Fence::Output { cpython }) => {
                let cell = self.page.cells.last_mut().filter(|_| self.awaiting_output);
                match cell {
                    Some(cell) if cpython => cell.expected.cpython_output = Some(code),
                    Some(cell) => cell.expected.output = code,
                    None => self.problem(line, "an `output` fence stands right below its cell"),
                }
            }
            Ok(Fence::Plain) => {
                self.awaiting_output = false;
                let language = info.split(' ').next().unwrap_or_default();
                // Like the library's own, but reachable by keyboard: a wide block scrolls.
                let (language, code) = (escape(language), escape(&code));
                let shown = format!("<pre tabindex=\"0\"><code class=\"language-{language}\">{code}</code></pre>\n");
                self.events.push(Event::Html(shown.into()));
            }
            Err(sentence) => self.problem(line, &sentence),
        }
    }

    fn heading(&mut self, level: HeadingLevel, id: Option<String>, inner: Vec<Event<'a>>) {
        let text = plain(&inner);
        let anchor = id.unwrap_or_else(|| self.free_anchor(&text));
        let first = self.page.title.is_empty() && level == HeadingLevel::H1;
        if first {
            self.page.title = text;
        } else {
            self.page.headings.push(Heading { level: level as u8, anchor: anchor.clone(), text });
        }
        self.events.push(Event::Start(Tag::Heading {
            level,
            id: Some(anchor.into()),
            classes: Vec::new(),
            attrs: Vec::new(),
        }));
        self.events.extend(inner);
        self.events.push(Event::End(TagEnd::Heading(level)));
    }

    /// GitHub's way of naming headings, made unique on the page.
    fn free_anchor(&self, text: &str) -> String {
        let slug: String = text
            .to_lowercase()
            .chars()
            .filter_map(|letter| match letter {
                ' ' => Some('-'),
                letter if letter.is_alphanumeric() || letter == '-' || letter == '_' => Some(letter),
                _ => None,
            })
            .collect();
        let taken = |anchor: &str| self.page.headings.iter().any(|heading| heading.anchor == anchor);
        let numbered = (1..).map(|number| format!("{slug}-{number}"));
        std::iter::once(slug.clone()).chain(numbered).find(|anchor| !taken(anchor)).unwrap_or(slug)
    }

    /// Links between Markdown files become routes; links to other places stay.
    fn resolve(&mut self, url: &str, place: Range<usize>) -> String {
        let (file, anchor) = url.split_once('#').map_or((url, None), |(file, anchor)| (file, Some(anchor)));
        let elsewhere = url.contains("://") || url.starts_with("mailto:");
        if elsewhere || !(file.is_empty() || file.ends_with(".md")) {
            return url.to_owned();
        }
        let line = self.line(place.start);
        let own = self.page.slug.clone();
        let slug = if file.is_empty() { Some(own.as_str()) } else { self.slugs.get(file).copied() };
        let Some(slug) = slug else {
            self.problem(line, &format!("the link leads to `{file}`, which is not a page of the course"));
            return url.to_owned();
        };
        let Some(anchor) = anchor else { return format!("#/{slug}") };
        self.links.push(AnchorLink {
            file: self.page.file.clone(),
            line,
            slug: slug.to_owned(),
            anchor: anchor.to_owned(),
        });
        format!("#/{slug}/{anchor}")
    }

    fn line(&self, offset: usize) -> usize {
        self.text[..offset].matches('\n').count() + 1
    }

    fn problem(&mut self, line: usize, text: &str) {
        self.problems.push(Problem { file: self.page.file.clone(), line, text: text.to_owned() });
    }
}

fn until_end<'a>(events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>) -> String {
    let mut code = String::new();
    for (event, _) in events {
        match event {
            Event::Text(text) => code.push_str(&text),
            Event::End(TagEnd::CodeBlock) => break,
            _ => {}
        }
    }
    code
}

fn collect_heading<'a>(events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>) -> Vec<Event<'a>> {
    events
        .map(|(event, _)| event)
        .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))))
        .collect()
}

fn plain(events: &[Event<'_>]) -> String {
    events
        .iter()
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
            Event::SoftBreak | Event::HardBreak => Some(" "),
            _ => None,
        })
        .collect()
}

fn escape(text: &str) -> String {
    let mut escaped = String::new();
    html::push_html(&mut escaped, std::iter::once(Event::Text(text.into())));
    escaped
}

fn key(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Caution => "caution",
    }
}

fn name(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "Note",
        BlockQuoteKind::Tip => "Tip",
        BlockQuoteKind::Important => "Important",
        BlockQuoteKind::Warning => "Warning",
        BlockQuoteKind::Caution => "Caution",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> Read {
        read(text, "pages/01-x.md", "x", &BTreeMap::from([("01-x.md", "x"), ("02-y.md", "y")]))
    }

    #[test]
    fn a_cell_takes_the_output_right_below() {
        let read = page("# T\n\n```python id=a raises=E\n1\n```\n\n```output\n1\n```\n\ntext\n");
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        let cell = &read.page.cells[0];
        assert_eq!((cell.id.as_str(), cell.source.as_str(), cell.line), ("a", "1\n", 3));
        assert_eq!(cell.expected.output, "1\n");
        assert!(read.page.html.contains("<div data-slot=\"a\"></div>"));
        assert!(!read.page.html.contains("language-output"));
    }

    #[test]
    fn a_cell_may_stand_inside_a_list() {
        let read = page("# T\n\n1. one\n\n   ```python id=a\n   x = 1\n   ```\n\n2. two\n");
        assert_eq!(read.page.cells[0].source, "x = 1\n");
        assert!(read.page.html.contains("<li>\n<p>one</p>\n<div data-slot=\"a\"></div>\n</li>"), "{}", read.page.html);
    }

    #[test]
    fn links_between_pages_become_routes() {
        let read = page("# T\n\n[y](02-y.md) [z](#here) [w](https://x.org/a.md)\n\n## Here\n");
        assert!(read.page.html.contains("href=\"#/y\""));
        assert!(read.page.html.contains("href=\"#/x/here\""));
        assert!(read.page.html.contains("href=\"https://x.org/a.md\""));
        assert_eq!(read.page.headings[0].anchor, "here");
    }

    #[test]
    fn mistakes_have_their_line() {
        let read = page("# T\n\n[y](03-z.md)\n\n```output\n1\n```\n\n```python id=a\n```\n```python id=a differs=\"x\"\n```\n");
        let lines: Vec<_> = read.problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [3, 5, 11, 11], "{:?}", read.problems);
    }

    #[test]
    fn admonitions_and_code_keep_their_letters() {
        let read = page("# T\n\n> [!WARNING]\n> a < b\n\n```text\n<b>\n```\n");
        assert!(read.page.html.contains("data-kind=\"warning\""));
        assert!(read.page.html.contains("&lt;b&gt;"));
    }
}
