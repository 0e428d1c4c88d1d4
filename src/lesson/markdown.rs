//! Reads one page's Markdown: prose becomes HTML, fences become [`Cell`](super::Cell)s, exercises, diagrams and
//! listings.
//!
//! 1. pulldown-cmark parses the whole page into events. Parsing it in pieces would tear lists and footnotes apart in
//!    which a cell stands.
//! 2. The reader goes over the events and changes some: a link between Markdown files becomes a route, a fence becomes
//!    a slot in the HTML and an entry of [`Page`], a heading gets its anchor.
//! 3. The first use of each term of the glossary is linked to the glossary's row.
//! 4. pulldown-cmark writes the changed events as HTML.

mod fences;
mod footnotes;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{
    BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html,
};

use super::anchors::Anchors;
use super::exercise::Answer;
use super::links::{AnchorLink, Target, is_outside, target};
use super::prediction::Draft;
use super::terms::{self, Term};
use super::{Heading, Page, Problem, picture, raw};
use footnotes::Footnotes;

/// The extensions of CommonMark that pages may use.
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
    /// The terms of the glossary, in its order.
    pub terms: &'a [Term],
    /// The slug of the glossary page.
    pub glossary: Option<&'a str>,
    /// Reads a file of the course, given its path below the course's folder; or gives a sentence for the author.
    pub file: &'a dyn Fn(&str) -> Result<Vec<u8>, String>,
    /// The names of the files in a folder of the course; none if there is no such folder.
    pub names: &'a dyn Fn(&str) -> Vec<String>,
}

impl Surroundings<'_> {
    /// The text of a file of the course, without what some editors put before it.
    ///
    /// # Errors
    /// A sentence for the author.
    pub fn text(&self, file: &str) -> Result<String, String> {
        text_of(file, (self.file)(file)?)
    }
}

/// The bytes of a file as text, without what some editors put before it.
///
/// # Errors
/// A sentence for the author, if they are no text.
pub fn text_of(file: &str, bytes: Vec<u8>) -> Result<String, String> {
    let text = String::from_utf8(bytes).map_err(|_| format!("{file} is not UTF-8 text"))?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// A short text in Markdown as HTML. Its links are taken as they are.
pub fn to_html(text: &str) -> String {
    let mut shown = String::new();
    html::push_html(&mut shown, Parser::new_ext(text, OPTIONS));
    shown
}

/// A page, and what can be checked only when all pages have been read.
pub struct Read {
    /// The page.
    pub page: Page,
    /// Every id on the page that a link can lead to.
    pub places: BTreeSet<String>,
    /// The page's links to places on pages of the course.
    pub links: Vec<AnchorLink>,
    /// The model answers that stand on the page.
    pub answers: Vec<Answer>,
    /// The terms that the page uses, as indices into [`Surroundings::terms`].
    pub terms: Vec<usize>,
    /// What is wrong with the page itself.
    pub problems: Vec<Problem>,
}

/// Reads a page from its Markdown `text`. `file` is the path of its file below the course's folder, `slug` its name in
/// links.
pub fn read(text: &str, file: &str, slug: &str, around: &Surroundings<'_>) -> Read {
    let raw = raw::read(text, OPTIONS);
    let terms = if around.glossary == Some(slug) { around.terms } else { &[] };
    let (anchors, taken) = Anchors::of(text, OPTIONS, terms, &raw);
    let mut reader = PageReader {
        text,
        around,
        anchors,
        footnotes: Footnotes::default(),
        events: Vec::new(),
        links: Vec::new(),
        answers: Vec::new(),
        problems: Vec::new(),
        page: Page { slug: slug.to_owned(), file: file.to_owned(), ..Page::default() },
        output_of: None,
        draft: None,
        drafts: Vec::new(),
        open_answer: None,
        rows: None,
    };
    for (line, sentence) in taken.into_iter().chain(addresses(&raw)) {
        reader.problem(line, &sentence);
    }
    reader.read();
    reader.finish()
}

/// What an `output` fence belongs to.
#[derive(Clone, Copy)]
enum OutputOf {
    /// The page's last cell.
    Cell,
    /// The page's last lens.
    Lens,
}

/// One page while it is read.
struct PageReader<'a> {
    /// The page's Markdown.
    text: &'a str,
    around: &'a Surroundings<'a>,
    /// The names of places that are taken.
    anchors: Anchors,
    footnotes: Footnotes,
    /// The events of which pulldown-cmark will write the HTML.
    events: Vec<Event<'a>>,
    links: Vec<AnchorLink>,
    answers: Vec<Answer>,
    problems: Vec<Problem>,
    page: Page,
    /// What the block before was, or was the output of: an `output` fence belongs to it.
    output_of: Option<OutputOf>,
    /// The prediction right above, which is about the next cell; and the predictions of the page whose cells have been
    /// read, each with the number of its cell.
    draft: Option<Draft>,
    drafts: Vec<(usize, Draft)>,
    /// The level of the heading whose model answer goes on; `None` outside of model answers.
    open_answer: Option<HeadingLevel>,
    /// How many rows of the glossary's table have been read: `None` before that table and on other pages, `usize::MAX`
    /// behind the table.
    rows: Option<usize>,
}

impl<'a> PageReader<'a> {
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
                    let exercise =
                        attrs.into_iter().find(|(name, _)| &**name == "exercise").and_then(|(_, value)| value);
                    self.heading(
                        level,
                        id.map(|id| id.to_string()),
                        inner,
                        exercise.map(|id| (id.to_string(), self.line(place.start))),
                    );
                }
                Event::Start(Tag::BlockQuote(Some(kind))) => {
                    self.events.push(Event::Html(
                        format!(
                            "<aside class=\"admonition\" data-kind=\"{0}\"><p class=\"admonition-title\">{1}</p>\n",
                            key(kind),
                            name(kind)
                        )
                        .into(),
                    ));
                }
                Event::End(TagEnd::BlockQuote(Some(_))) => self.events.push(Event::Html("</aside>\n".into())),
                // A wide table scrolls inside of this element, which can have the focus so that the keyboard scrolls
                // it, too.
                Event::Start(Tag::Table(alignments)) => {
                    self.events.push(Event::Html(
                        "<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n".into(),
                    ));
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
                Event::Start(Tag::FootnoteDefinition(name)) => {
                    let line = self.line(place.start);
                    let begun = self.footnotes.definition(&name);
                    if begun.is_none() {
                        self.problem(line, &format!("the footnote `{name}` has a text already"));
                    }
                    self.events.push(Event::Html(begun.unwrap_or_else(|| "<div>".into()).into()));
                }
                Event::End(TagEnd::FootnoteDefinition) => self.events.push(Event::Html("</div>\n".into())),
                event => self.prose(event, &place),
            }
            self.output_of = None;
            self.lose_draft();
        }
    }

    /// Takes over an event that needs no others: links, pictures, footnote references and the boxes of task lists are
    /// changed, all else stays. `place` is where it stands in the text.
    fn prose(&mut self, event: Event<'a>, place: &Range<usize>) {
        let event = match event {
            // The box of a task list is a character: nobody can tick it, and screen readers pass over it.
            Event::TaskListMarker(done) => {
                let glyph = if done { "☑" } else { "☐" };
                Event::InlineHtml(format!("<span class=\"task\" aria-hidden=\"true\">{glyph}</span> ").into())
            }
            Event::FootnoteReference(name) => {
                Event::InlineHtml(self.footnotes.reference(&self.page.slug, &name).into())
            }
            // `<somebody@example.org>`: pulldown-cmark puts `mailto:` before it when it writes the HTML.
            Event::Start(Tag::Link { link_type: LinkType::Email, .. }) => event,
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = self.resolve(&dest_url, self.line(place.start)).into();
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let dest_url = self.picture(&dest_url, self.line(place.start)).into();
                Event::Start(Tag::Image { link_type, dest_url, title, id })
            }
            event => event,
        };
        self.events.push(event);
    }

    fn finish(mut self) -> Read {
        self.lose_draft();
        if self.page.title.is_empty() {
            self.problem(1, "a page begins with its title: `# Title`");
        }
        for (number, draft) in std::mem::take(&mut self.drafts) {
            match draft.finish(&self.page.cells[number].expected) {
                Ok(prediction) => self.page.cells[number].prediction = Some(prediction),
                Err((line, text)) => self.problem(line, &text),
            }
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
        for lens in self.page.lenses.iter().filter(|lens| lens.text.is_empty()) {
            self.problems.push(Problem {
                file: self.page.file.clone(),
                line: lens.line,
                text: "a lens has an `output` fence right below it, with what its picture shows".into(),
            });
        }
        if self.open_answer.is_some() {
            self.events.push(Event::Html("</section>\n".into()));
        }
        let (events, terms) = match self.around.glossary {
            Some(glossary) if glossary != self.page.slug => {
                terms::link(self.events, self.around.terms, &format!("#/{glossary}"))
            }
            _ => (self.events, Vec::new()),
        };
        html::push_html(&mut self.page.html, events.into_iter());
        // The empty corner of a table heads no row or column, so a screen reader must not take it for a heading.
        self.page.html = self.page.html.replace("<th></th>", "<td></td>");
        self.page.words = words(&self.page.html);
        let places = self.anchors.places();
        self.problems.sort();
        Read { page: self.page, places, links: self.links, answers: self.answers, terms, problems: self.problems }
    }

    /// Gives the row that has just begun the id of its term, if it is a row of the glossary's table.
    fn name_row(&mut self) {
        let Some(row) = self.rows.filter(|row| *row < self.around.terms.len()) else { return };
        self.events.pop();
        let anchor = &self.around.terms[row].anchor;
        self.events.push(Event::Html(format!("<tr id=\"{anchor}\">").into()));
        self.rows = Some(row + 1);
    }

    /// Takes over a heading. `id` is the one that its author has given, `inner` what stands in it; `exercise` is the id
    /// of the exercise whose model answer it begins, with the heading's line.
    fn heading(
        &mut self,
        level: HeadingLevel,
        id: Option<String>,
        inner: Vec<(Event<'a>, Range<usize>)>,
        exercise: Option<(String, usize)>,
    ) {
        let text = terms::plain(inner.iter().map(|(event, _)| event));
        let anchor = id.unwrap_or_else(|| self.anchors.name(&text));
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
        for (event, place) in inner {
            self.prose(event, &place);
        }
        self.events.push(Event::End(TagEnd::Heading(level)));
        if let Some((exercise, line)) = exercise {
            self.events.push(Event::Html(format!("<section data-answer=\"{}\">\n", escape(&exercise)).into()));
            self.open_answer = Some(level);
            let (slug, file) = (self.page.slug.clone(), self.page.file.clone());
            self.answers.push(Answer { exercise, slug, anchor, file, line });
        }
    }

    /// The address that the link to `url` gets in the HTML: a route if it leads to a page or a term of the course, else
    /// `url` itself.
    fn resolve(&mut self, url: &str, line: usize) -> String {
        if let Some(name) = url.strip_prefix("term:") {
            return self.term(name, line);
        }
        let own = self.page.slug.clone();
        let (route, place) = match target(url, &self.around.slugs, &own) {
            Ok(target) => (target.route(), Some(target)),
            Err(sentence) => {
                self.problem(line, &sentence);
                (None, None)
            }
        };
        if let Some(Target::Page { slug, anchor: Some(anchor) }) = place {
            self.links.push(AnchorLink { file: self.page.file.clone(), line, slug: slug.to_owned(), anchor });
        }
        route.unwrap_or_else(|| url.to_owned())
    }

    /// The address that the picture `url` gets in the HTML.
    fn picture(&mut self, url: &str, line: usize) -> String {
        picture::address(url, &self.page.file, self.around.file).unwrap_or_else(|sentence| {
            self.problem(line, &sentence);
            url.to_owned()
        })
    }

    /// The address of a term's row in the glossary. `name` is what the author wrote behind `term:`; case and
    /// punctuation in it do not count.
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

    /// The line, counted from 1, of the byte at `offset`.
    fn line(&self, offset: usize) -> usize {
        self.text[..offset].matches('\n').count() + 1
    }

    fn problem(&mut self, line: usize, text: &str) {
        self.problems.push(Problem { file: self.page.file.clone(), line, text: text.to_owned() });
    }
}

/// The text of the code block that has just begun. Takes its events, the end included.
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

/// The events inside of the heading that has just begun. Takes its end, too.
fn collect_heading<'a>(events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>) -> Vec<(Event<'a>, Range<usize>)> {
    events.take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Heading(_)))).collect()
}

/// What is wrong with the addresses in an author's HTML: a line and a sentence each. Such an address must lead out of
/// the course, because only links and pictures in Markdown are made into routes.
fn addresses(raw: &[raw::Attribute]) -> impl Iterator<Item = (usize, String)> {
    raw.iter().filter(|attribute| attribute.is_address()).filter_map(|attribute| match is_outside(&attribute.value) {
        Ok(true) if attribute.name == "href" => None,
        Ok(true) => {
            let text =
                format!("`{}` would be loaded from elsewhere, and no request leaves the workbook", attribute.value);
            Some((attribute.line, text))
        }
        Ok(false) => {
            let text = format!(
                "`{}` is an address in HTML, and only those in Markdown lead to pages and pictures of the course",
                attribute.value
            );
            Some((attribute.line, text))
        }
        Err(sentence) => Some((attribute.line, sentence)),
    })
}

/// How many words a reader of the HTML sees.
fn words(html: &str) -> usize {
    let text = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    text.map(|text| text.split_whitespace().count()).sum()
}

/// A text as HTML that shows it.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    html::push_html(&mut escaped, std::iter::once(Event::Text(text.into())));
    escaped
}

/// The word in an admonition's `data-kind`.
fn key(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Caution => "caution",
    }
}

/// An admonition's title.
fn name(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "Note",
        BlockQuoteKind::Tip => "Tip",
        BlockQuoteKind::Important => "Important",
        BlockQuoteKind::Warning => "Warning",
        BlockQuoteKind::Caution => "Caution",
    }
}
