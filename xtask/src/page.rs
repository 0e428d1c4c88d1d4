//! The workbook's documents, all made from `web/index.html`: `index.html` and a file for each other page, and the single file.
//!
//! A document has in itself what a browser needs to paint it: the style, the script that has to run first, and the page's
//! text as the desk draws it first (`xtask/prerender.rs`). So a reader can read before any program has come, and without
//! JavaScript.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};
use workbook::lesson::{Course, Page, file};

use crate::command::{command, run};
use crate::fingerprint::files;
use crate::{Result, build, single, target};

/// The name of the file of the first page.
const FIRST: &str = "index.html";

/// The file with all pages, for paper.
const HANDOUT: &str = "handout.html";
/// A document without an icon says so: a browser would ask its server for one.
const ICON: &str = "<link rel=\"icon\" href=\"data:,\" />";

/// What may be loaded and run in a page from a server. Scripts that stand in the page itself are allowed by their hashes.
/// Styles may stand in the page: diagrams, the editor and authors have some.
const FROM_SERVER: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'unsafe-inline'; \
    img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types default";

/// The same for the single file, from which no request leaves.
const SINGLE: &str = "default-src 'none'; script-src 'wasm-unsafe-eval'{hashes}; style-src 'unsafe-inline'; img-src data:; \
    worker-src blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default";

/// What all documents of a build are made from.
pub struct Documents {
    template: String,
    files: String,
    style: String,
    /// The text of each page, by its slug.
    texts: BTreeMap<String, String>,
    course: Course,
    /// The build's name.
    build: String,
    /// How many bytes the interpreter has.
    guest: u64,
}

impl Documents {
    /// Has the text of each page written, from the course in the folder `site`, by a program of the workshop. What is the
    /// same for every course is in the [`build::stage`].
    ///
    /// # Errors
    /// If something can't be read, or the program fails.
    pub fn of(root: &Path, site: &Path, programs: &Path) -> Result<Self> {
        let course = site.join(file::NAME);
        let scratch = target(root).join("text");
        run(command(programs.join("prerender"), root).arg(&course).arg(&scratch))?;
        let file = file::read_all(build::read(&course)?.as_bytes())?;
        let texts = file.course.pages.iter().map(|page| {
            let text = build::read(&scratch.join(format!("{}.html", page.slug)))?;
            Ok((page.slug.clone(), text))
        });
        Ok(Self {
            template: build::read(&root.join("web/index.html"))?,
            files: build::read(&root.join("web/files.html"))?,
            style: build::read(&build::parts(root).join("workbook.css"))?,
            texts: texts.collect::<Result<_>>()?,
            course: file.course,
            build: file.build,
            guest: file.image.bytes,
        })
    }

    /// Writes the documents for a server into the folder `site`.
    ///
    /// # Errors
    /// If something can't be read or written.
    pub fn write(&self, root: &Path, site: &Path) -> Result<()> {
        let first = script(&build::read(&build::parts(root).join("hosted.js"))?);
        let policy = FROM_SERVER.replace("{hashes}", &hashes([first.as_str()]));
        for page in &self.course.pages {
            let about = format!("{} data-files", self.about(page));
            let text = with_files(self.text(page), &self.course);
            let parts = [
                ("about", &*about),
                ("policy", &policy),
                ("first", &first),
                ("files", &self.files),
                ("text", &text),
                ("parts", ""),
            ];
            build::write(&site.join(self.file(page)), &self.filled(page, &parts))?;
        }
        build::write(&site.join(HANDOUT), &self.handout(root)?)?;
        let manifest = build::read(&root.join("web/workbook.webmanifest"))?;
        let title = serde_json::to_string(&self.course.title).map_err(|error| error.to_string())?;
        build::write(&site.join("workbook.webmanifest"), &manifest.replace("{{title}}", title.trim_matches('"')))
    }

    /// The document with all pages, for paper.
    fn handout(&self, root: &Path) -> Result<String> {
        let part = |name: &str| build::read(&build::parts(root).join(name));
        let script = script(&part("handout.js")?);
        // What is left out on paper is left out on a screen too.
        let style = self.style.clone() + &part("paper.css")?;
        let policy = FROM_SERVER.replace("{hashes}", &hashes([script.as_str()]));
        let texts: Vec<String> =
            self.course.pages.iter().map(|page| with_files(self.text(page), &self.course)).collect();
        let title = escaped(&self.course.title);
        let page = Page { title: self.course.title.clone(), ..Page::default() };
        let about = ("about", "data-handout");
        let description = format!("All pages of {title}, to be printed.");
        let parts = [
            about,
            ("policy", &policy),
            ("first", &script),
            ("files", ICON),
            ("text", &texts.join("</div>\n<div data-before>")),
            ("parts", ""),
            ("style", &style),
            ("description", &description),
        ];
        Ok(self.filled(&page, &parts))
    }

    /// The document that has everything in itself. `scripts` run in this order once it is read, after `first`; `parts` are
    /// blocks of data.
    pub fn single(&self, first: &str, scripts: &[String], parts: &str) -> Option<String> {
        let page = self.course.pages.first()?;
        let first = script(first);
        let scripts: Vec<String> = scripts.iter().map(|text| script(text)).collect();
        let all = std::iter::once(first.as_str()).chain(scripts.iter().map(String::as_str));
        let policy = SINGLE.replace("{hashes}", &hashes(all));
        // They stand at the end: web/single.js tells from the last one whether the file is whole.
        let elements: String = scripts.iter().map(|text| format!("<script>{text}</script>\n")).collect();
        let about = self.about(page);
        let (text, parts) = (self.text(page), format!("{parts}{elements}"));
        let parts = [
            ("about", &*about),
            ("policy", &policy),
            ("first", &first),
            ("files", ICON),
            ("text", text),
            ("parts", &parts),
        ];
        Some(self.filled(page, &parts))
    }

    /// The course that they are about.
    pub fn course(&self) -> &Course {
        &self.course
    }

    fn text(&self, page: &Page) -> &str {
        self.texts.get(&page.slug).map_or("", String::as_str)
    }

    /// The name of the file with a page.
    fn file(&self, page: &Page) -> String {
        file_of(&page.slug, &self.course)
    }

    /// What `web/before.js` wants to know.
    fn about(&self, page: &Page) -> String {
        let first = self.course.pages.first().map_or("", |page| &page.slug);
        format!(
            "data-page=\"{}\" data-first=\"{first}\" data-build=\"{}\" data-guest=\"{}\"",
            page.slug, self.build, self.guest
        )
    }

    /// The template with a page and these parts in it.
    fn filled(&self, page: &Page, parts: &[(&str, &str)]) -> String {
        let title = escaped(&match page.title == self.course.title {
            true => page.title.clone(),
            false => format!("{} · {}", page.title, self.course.title),
        });
        let description = escaped(&description(&page.html));
        let known = [("title", title.as_str()), ("description", &description), ("style", self.style.trim())];
        let known: BTreeMap<&str, &str> = known.into_iter().chain(parts.iter().copied()).collect();
        // In one go: a text may itself contain `{{title}}`.
        let mut filled = String::new();
        let mut pieces = self.template.split("{{");
        filled.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            match piece.split_once("}}").and_then(|(name, rest)| Some((known.get(name)?, rest))) {
                Some((part, rest)) => filled.extend([part, rest]),
                None => filled.extend(["{{", piece]),
            }
        }
        filled
    }
}

fn file_of(slug: &str, course: &Course) -> String {
    match course.pages.first().is_some_and(|first| first.slug == slug) {
        true => FIRST.to_owned(),
        false => format!("{slug}.html"),
    }
}

/// A text in which the links to pages lead to their files: so they lead somewhere without JavaScript too.
fn with_files(text: &str, course: &Course) -> String {
    const LINK: &str = " href=\"#/";
    let mut pieces = text.split(LINK);
    let mut changed = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (address, rest) = piece.split_once('"').unwrap_or((piece, ""));
        let (slug, place) = address.split_once('/').unwrap_or((address, ""));
        let file = if slug.is_empty() { FIRST.to_owned() } else { file_of(slug, course) };
        let place = if place.is_empty() { String::new() } else { format!("#{place}") };
        changed.push_str(&format!(" href=\"{file}{place}\"{rest}"));
    }
    changed
}

/// A script that can stand in HTML: nothing in it ends the element it is in. In scripts `</script` and `<!--` occur in texts
/// only, where `\x3c` is the same.
fn script(text: &str) -> String {
    text.trim().replace("</script", "\\x3c/script").replace("<!--", "\\x3c!--")
}

/// The hashes by which a policy allows scripts, each with a blank before it.
fn hashes<'a>(scripts: impl IntoIterator<Item = &'a str>) -> String {
    scripts.into_iter().map(|script| format!(" 'sha256-{}'", BASE64.encode(Sha256::digest(script)))).collect()
}

/// The first paragraph of a page's HTML as plain text, cut at a word.
fn description(html: &str) -> String {
    const MOST: usize = 155;
    let paragraph = html.split_once("<p>").and_then(|(_, rest)| rest.split_once("</p>")).map_or("", |(text, _)| text);
    let mut text = String::new();
    for piece in paragraph.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    let mut words = String::new();
    for word in text.split_whitespace() {
        if words.len() + word.len() > MOST {
            return words + " …";
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// The names of the pages' files in a site.
///
/// # Errors
/// If the folder can't be read.
pub fn names(site: &Path) -> Result<Vec<String>> {
    let names = files(site)?.into_iter().filter_map(|file| Some(file.file_name()?.to_str()?.to_owned()));
    Ok(names.filter(|name| name.ends_with(".html") && name != single::NAME && name != HANDOUT).collect())
}

/// Removes the pages' files of an earlier course from a folder, and what was compressed of them.
///
/// # Errors
/// If one can't be removed.
pub fn clear(site: &Path) -> Result<()> {
    for file in files(site)? {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let is_page = (name.ends_with(".html") || name.ends_with(".html.gz")) && name != single::NAME;
        if is_page || name == format!("{}.gz", file::NAME) {
            fs::remove_file(&file).map_err(|error| format!("can't remove {}: {error}", file.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    #[test]
    fn links_lead_to_files() {
        let page = |slug: &str| Rc::new(Page { slug: slug.into(), ..Page::default() });
        let course = Course { pages: vec![page("start"), page("next")], ..Course::default() };
        let text = "<a href=\"#/\">1</a> <a class=\"x\" href=\"#/next/place\">2</a> <a href=\"#/start\">3</a> <code>href=\"#/</code>";
        assert_eq!(
            with_files(text, &course),
            "<a href=\"index.html\">1</a> <a class=\"x\" href=\"next.html#place\">2</a> <a href=\"index.html\">3</a> <code>href=\"#/</code>"
        );
    }

    #[test]
    fn a_script_does_not_end_its_element() {
        assert_eq!(script("a = '</script>' + `<!--`\n"), "a = '\\x3c/script>' + `\\x3c!--`");
    }

    #[test]
    fn a_description_is_plain_and_short() {
        assert_eq!(description("<h1>A</h1><p>One <b>two</b> &lt;3.\n</p><p>4</p>"), "One two <3.");
        let long = description(&format!("<p>{}</p>", "word ".repeat(100)));
        assert!(long.len() < 165 && long.ends_with("word …"), "{long}");
    }
}
