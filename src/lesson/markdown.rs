//! One page's Markdown: prose to HTML, cell fences to [`Cell`]s.
//!
//! The prose goes through pulldown-cmark as a whole, so that footnotes and lists stay whole when a cell
//! stands inside them. Where a cell stands, the HTML has a slot.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::exercise::{Answer, Exercise};
use super::fence::{self, Fence};
use super::links::{AnchorLink, is_outside, route, target};
use super::terms::{self, Term};
use super::{Cell, Expectation, Heading, Page, Problem, diagram, listing};

/// How a finding of the ledger can end; `app::state::Status` in words.
const STATUSES: [&str; 3] = ["left", "reverted", "permanent"];

/// The Markdown that pages are written in.
pub const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

/// What is known of the whole course while a page is read.
pub struct Surroundings<'a> {
    /// Each page's slug by its file name.
    pub slugs: BTreeMap<&'a str, &'a str>,
    pub terms: &'a [Term],
    /// The slug of the page that has the terms.
    pub glossary: Option<&'a str>,
    /// A file of the course, by its path from the course's folder.
    pub file: &'a dyn Fn(&str) -> Result<String, String>,
}

/// A page and what was found on the way.
pub struct Read {
    pub page: Page,
    pub links: Vec<AnchorLink>,
    pub answers: Vec<Answer>,
    /// Terms that the page uses, by their number.
    pub terms: Vec<usize>,
    pub problems: Vec<Problem>,
}

/// Reads a page.
pub fn read(text: &str, file: &str, slug: &str, around: &Surroundings<'_>) -> Read {
    let mut reader = Reader {
        text,
        around,
        events: Vec::new(),
        links: Vec::new(),
        answers: Vec::new(),
        problems: Vec::new(),
        page: Page { slug: slug.to_owned(), file: file.to_owned(), ..Page::default() },
        awaiting_output: false,
        open_answer: None,
        rows: None,
    };
    reader.read();
    reader.finish()
}

struct Reader<'a> {
    text: &'a str,
    around: &'a Surroundings<'a>,
    /// What pulldown-cmark will write.
    events: Vec<Event<'a>>,
    links: Vec<AnchorLink>,
    answers: Vec<Answer>,
    problems: Vec<Problem>,
    page: Page,
    /// The block before was a cell (or its output), so an `output` fence belongs to it.
    awaiting_output: bool,
    /// The level of the heading that has opened a model answer.
    open_answer: Option<HeadingLevel>,
    /// Rows of the glossary's table that have been read, on its page, while that table lasts.
    rows: Option<usize>,
}

impl<'a> Reader<'a> {
    fn read(&mut self) {
        let mut events = Parser::new_ext(self.text, OPTIONS).into_offset_iter();
        while let Some((event, place)) = events.next() {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                    let code = until_end(&mut events);
                    self.fence(&info, code, place);
                    continue;
                }
                Event::Start(Tag::Heading { level, id, attrs, .. }) => {
                    let inner: Vec<_> = collect_heading(&mut events);
                    let exercise = attrs.into_iter().find(|(name, _)| &**name == "exercise").and_then(|(_, value)| value);
                    self.heading(level, id.map(|id| id.to_string()), inner, exercise.map(|id| (id.to_string(), self.line(place.start))));
                }
                // A box that nobody can tick is a glyph.
                Event::TaskListMarker(done) => {
                    let glyph = if done { "☑" } else { "☐" };
                    self.events.push(Event::InlineHtml(format!("<span class=\"task\" aria-hidden=\"true\">{glyph}</span> ").into()));
                }
                Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                    let line = self.line(place.start);
                    let dest_url = self.resolve(&dest_url, line).into();
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
                    if self.around.glossary == Some(self.page.slug.as_str()) && self.rows.is_none() {
                        self.rows = Some(0);
                    }
                }
                Event::Start(Tag::TableRow) => {
                    self.events.push(event);
                    self.name_row();
                }
                Event::End(TagEnd::Table) => {
                    // Only the first table has terms.
                    self.rows = self.rows.map(|_| usize::MAX);
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
        if self.open_answer.is_some() {
            self.events.push(Event::Html("</section>\n".into()));
        }
        let (events, terms) = match self.around.glossary {
            Some(glossary) if glossary != self.page.slug => terms::link(self.events, self.around.terms, &format!("#/{glossary}")),
            _ => (self.events, Vec::new()),
        };
        html::push_html(&mut self.page.html, events.into_iter());
        // The corner of a table is no heading of anything.
        self.page.html = self.page.html.replace("<th></th>", "<td></td>");
        Read { page: self.page, links: self.links, answers: self.answers, terms, problems: self.problems }
    }

    /// A row of the glossary has an address.
    fn name_row(&mut self) {
        let Some(row) = self.rows.filter(|row| *row < self.around.terms.len()) else { return };
        self.events.pop();
        let anchor = &self.around.terms[row].anchor;
        self.events.push(Event::Html(format!("<tr id=\"{anchor}\">").into()));
        self.rows = Some(row + 1);
    }

    /// `kind target status`, with `|` between them.
    fn leaves(&mut self, line: usize, leaves: &str) -> Vec<String> {
        let found: Vec<String> = leaves.split('|').map(|finding| finding.trim().to_owned()).filter(|finding| finding != "nothing").collect();
        for finding in &found {
            let ends = STATUSES.iter().any(|status| finding.ends_with(&format!(" {status}")));
            if !ends || finding.split(' ').count() < 3 {
                let known = STATUSES.join(", ");
                self.problem(line, &format!("`{finding}` in `leaves=` is no finding: kind, target, and one of {known}, or just `nothing`"));
            }
        }
        found
    }

    fn fence(&mut self, info: &str, code: String, place: Range<usize>) {
        let line = self.line(place.start);
        match fence::read(info) {
            Ok(Fence::Cell { id, raises, differs, input, leaves }) => {
                if self.page.cells.iter().any(|cell| cell.id == id) || id == "scratch" {
                    self.problem(line, &format!("the id `{id}` is taken on this page"));
                }
                let slot = format!("<div data-slot=\"{id}\"></div>\n");
                self.events.push(Event::Html(slot.into()));
                let leaves = leaves.map(|leaves| self.leaves(line, &leaves));
                let expected = Expectation { raises, differs, leaves, ..Expectation::default() };
                let input = input.iter().flat_map(|lines| lines.split('|')).map(str::to_owned).collect();
                self.page.cells.push(Cell { id, source: code, line, input, expected });
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
            Ok(Fence::Diagram) => {
                self.awaiting_output = false;
                match diagram::read(&code, |target, number| self.resolve(target, line + 1 + number)) {
                    Ok(diagram) => {
                        self.events.push(Event::Html(diagram::slot(self.page.diagrams.len()).into()));
                        self.page.diagrams.push(diagram);
                    }
                    Err(problems) => problems.iter().for_each(|(number, text)| self.problem(line + 1 + number, text)),
                }
            }
            Ok(Fence::Listing { file, only }) => {
                self.awaiting_output = false;
                match self.listing(&file, only.as_deref(), &code) {
                    Ok(html) => self.events.push(Event::Html(html.into())),
                    Err(sentence) => self.problem(line, &sentence),
                }
            }
            Ok(Fence::Exercise { id, cell, leaves }) => {
                self.awaiting_output = false;
                let boxes: Vec<String> = code.lines().map(str::trim).filter(|label| !label.is_empty()).map(str::to_owned).collect();
                if boxes.is_empty() {
                    self.problem(line, "an exercise has a line for each box that the reader fills in");
                }
                let leaves = leaves.map(|leaves| self.leaves(line, &leaves));
                self.events.push(Event::Html(format!("<div data-slot=\"exercise {id}\"></div>\n").into()));
                let answer = Default::default();
                self.page.exercises.push(Exercise { id, boxes, cell, leaves, answer, line });
            }
            Ok(Fence::Checks) => {
                self.awaiting_output = false;
                self.events.push(Event::Html("<div data-slot=\"checks\"></div>\n".into()));
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

    /// A file of the course, or a definition in it.
    fn listing(&self, file: &str, only: Option<&str>, code: &str) -> Result<String, String> {
        if !code.trim().is_empty() {
            return Err("the fence of a file is empty: the build fills it in".into());
        }
        let text = (self.around.file)(file)?;
        let (first, shown) = match only {
            None => (1, text.trim_end().to_owned() + "\n"),
            Some(name) => listing::definition(&text, name).ok_or_else(|| format!("{file} does not define `{name}`"))?,
        };
        let last = first + shown.lines().count() - 1;
        let (file, shown) = (escape(file), escape(&shown));
        Ok(format!(
            "<figure class=\"listing\"><figcaption><code>{file}</code>, lines {first} to {last}</figcaption>\n\
             <pre tabindex=\"0\"><code class=\"language-python\">{shown}</code></pre></figure>\n"
        ))
    }

    fn heading(&mut self, level: HeadingLevel, id: Option<String>, inner: Vec<Event<'a>>, exercise: Option<(String, usize)>) {
        let text = terms::plain(&inner);
        let anchor = id.unwrap_or_else(|| self.free_anchor(&text));
        if self.open_answer.is_some_and(|open| level <= open) {
            self.events.push(Event::Html("</section>\n".into()));
            self.open_answer = None;
        }
        let first = self.page.title.is_empty() && level == HeadingLevel::H1;
        if first {
            self.page.title = text;
        } else {
            self.page.headings.push(Heading { level: level as u8, anchor: anchor.clone(), text });
        }
        self.events.push(Event::Start(Tag::Heading {
            level,
            id: Some(anchor.clone().into()),
            classes: Vec::new(),
            attrs: Vec::new(),
        }));
        self.events.extend(inner);
        self.events.push(Event::End(TagEnd::Heading(level)));
        if let Some((exercise, line)) = exercise {
            self.events.push(Event::Html(format!("<section data-answer=\"{}\">\n", escape(&exercise)).into()));
            self.open_answer = Some(level);
            let (slug, file) = (self.page.slug.clone(), self.page.file.clone());
            self.answers.push(Answer { exercise, slug, anchor, file, line });
        }
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
    fn resolve(&mut self, url: &str, line: usize) -> String {
        if let Some(name) = url.strip_prefix("term:") {
            return self.term(name, line);
        }
        let own = self.page.slug.clone();
        let Some((slug, anchor)) = target(url, &self.around.slugs, &own) else {
            let file = url.split('#').next().unwrap_or_default();
            if !is_outside(url, file) {
                self.problem(line, &format!("the link leads to `{file}`, which is not a page of the course"));
            }
            return url.to_owned();
        };
        if let Some(anchor) = anchor {
            let (slug, anchor) = (slug.to_owned(), anchor.to_owned());
            self.links.push(AnchorLink { file: self.page.file.clone(), line, slug, anchor });
        }
        route(url, &self.around.slugs, &own).unwrap_or_else(|| url.to_owned())
    }

    /// The glossary's row of a term that an author names, wherever it is used and in whatever form.
    fn term(&mut self, name: &str, line: usize) -> String {
        let anchor = terms::anchor(name);
        let term = self.around.terms.iter().find(|term| term.anchor == anchor);
        match (self.around.glossary, term) {
            (Some(glossary), Some(term)) => format!("#/{glossary}/{}", term.anchor),
            _ => {
                self.problem(line, &format!("the glossary does not define `{name}`"));
                format!("term:{name}")
            }
        }
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
        let around = Surroundings {
            slugs: BTreeMap::from([("01-x.md", "x"), ("02-y.md", "y")]),
            terms: &[],
            glossary: None,
            file: &|name| (name == "a.py").then(|| "def f():\n    pass\n".to_owned()).ok_or_else(|| format!("no {name}")),
        };
        read(text, "pages/01-x.md", "x", &around)
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
    fn a_term_that_is_named_must_be_defined() {
        let terms = terms::read("| T | M |\n| --- | --- |\n| Reset hook | way back |\n", OPTIONS, str::to_owned);
        let around = Surroundings { slugs: BTreeMap::new(), terms: &terms, glossary: Some("g"), file: &|name| Err(name.to_owned()) };
        let read = read("# T\n\n[hooks](term:reset-hook)\n[x](term:no-such)\n", "pages/01-x.md", "x", &around);
        assert!(read.page.html.contains("href=\"#/g/term-reset-hook\""), "{}", read.page.html);
        assert_eq!(read.problems.len(), 1);
        assert_eq!(read.problems[0].line, 4);
    }

    #[test]
    fn mistakes_have_their_line() {
        let read = page("# T\n\n[y](03-z.md)\n\n```output\n1\n```\n\n```python id=a\n```\n```python id=a differs=\"x\"\n```\n");
        let lines: Vec<_> = read.problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [3, 5, 11, 11], "{:?}", read.problems);
    }

    #[test]
    fn files_exercises_and_answers_have_their_places() {
        let read = page(
            "# T\n\n```python file=a.py only=f\n```\n\n```exercise id=e\nWhy?\nHow?\n```\n\n\
             ## Answer {exercise=e}\n\nSo.\n\n### More\n\n## Next\n\n- [ ] done\n",
        );
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        let html = &read.page.html;
        assert!(html.contains("<code>a.py</code>, lines 1 to 2"), "{html}");
        assert!(html.contains("<div data-slot=\"exercise e\"></div>"));
        let answer = html.split("<section data-answer=\"e\">").nth(1).and_then(|rest| rest.split("</section>").next());
        assert!(answer.is_some_and(|answer| answer.contains("More") && !answer.contains("Next")), "{html}");
        assert_eq!(read.page.exercises[0].boxes, ["Why?", "How?"]);
        assert_eq!((read.answers[0].anchor.as_str(), read.answers[0].line), ("answer", 11));
        assert!(page("# T\n\n```python file=b.py\n```\n").problems[0].text.contains("no b.py"));
    }

    #[test]
    fn diagrams_lead_to_pages() {
        let read = page("# T\n\n```mermaid\ngraph LR\n  a --> b\n  click a \"02-y.md\"\n  click b \"03-z.md\"\n```\n");
        assert_eq!(read.page.diagrams[0].links[0].1, "#/y");
        assert_eq!(read.problems[0].line, 7, "{:?}", read.problems);
    }

    #[test]
    fn admonitions_and_code_keep_their_letters() {
        let read = page("# T\n\n> [!WARNING]\n> a < b\n\n```text\n<b>\n```\n");
        assert!(read.page.html.contains("data-kind=\"warning\""));
        assert!(read.page.html.contains("&lt;b&gt;"));
    }
}
