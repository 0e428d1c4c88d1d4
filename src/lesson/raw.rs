//! Finds the attributes in the HTML that an author has written into a page's Markdown. The HTML itself goes to the
//! browser unchanged; its ids and addresses are checked as those in Markdown are.

use pulldown_cmark::{Event, Options, Parser};

/// An attribute of an element.
#[derive(Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name in lower case.
    pub name: String,
    /// Its value without quotes; empty if it has none.
    pub value: String,
    /// The line that its name is in, counted from 1.
    pub line: usize,
}

/// Attributes whose value is an address.
const ADDRESSES: [&str; 7] = ["href", "src", "action", "formaction", "poster", "data", "xlink:href"];

impl Attribute {
    /// Whether the attribute's value is an address.
    pub fn is_address(&self) -> bool {
        ADDRESSES.contains(&self.name.as_str())
    }
}

/// The attributes of all HTML in a page's Markdown `text`, in order.
pub fn read(text: &str, options: Options) -> Vec<Attribute> {
    let mut attributes = Vec::new();
    // The parser gives a block of HTML line by line, without the `>` or the indentation that a quote or a list puts
    // before each line. The lines of one block are gathered here.
    let mut html = String::new();
    let mut start = 0;
    for (event, place) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Html(piece) | Event::InlineHtml(piece) => {
                if html.is_empty() {
                    start = text[..place.start].matches('\n').count() + 1;
                }
                html.push_str(&piece);
            }
            _ => attributes.extend(Scan { html: &std::mem::take(&mut html), at: 0, start, inside: false }),
        }
    }
    attributes
}

/// Goes through HTML from one attribute to the next, as a browser's tokenizer does.
struct Scan<'a> {
    html: &'a str,
    /// How many bytes of the HTML have been read.
    at: usize,
    /// The page's line in which the HTML begins, counted from 1.
    start: usize,
    /// Whether the scan is in a tag, behind the tag's name.
    inside: bool,
}

impl Scan<'_> {
    /// The HTML that has not been read yet.
    fn rest(&self) -> &str {
        &self.html[self.at..]
    }

    /// Reads up to the first character that is `wanted`, and gives what stands before it.
    fn until(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let length = self.rest().find(wanted).unwrap_or(self.rest().len());
        let passed = self.rest()[..length].to_owned();
        self.at += length;
        passed
    }

    /// Reads past the next `end`, or all of the HTML if it has none.
    fn pass(&mut self, end: &str) {
        self.at = self.rest().find(end).map_or(self.html.len(), |found| self.at + found + end.len());
    }

    /// Reads the value of the attribute whose name has just been read.
    fn value(&mut self) -> String {
        self.until(|letter| !letter.is_whitespace());
        if !self.rest().starts_with('=') {
            return String::new();
        }
        self.at += 1;
        self.until(|letter| !letter.is_whitespace());
        match self.rest().chars().next() {
            Some(quote @ ('"' | '\'')) => {
                self.at += 1;
                let value = self.until(|letter| letter == quote);
                self.at = self.html.len().min(self.at + 1);
                value
            }
            _ => self.until(|letter| letter.is_whitespace() || letter == '>'),
        }
    }
}

impl Iterator for Scan<'_> {
    type Item = Attribute;

    fn next(&mut self) -> Option<Attribute> {
        loop {
            if !self.inside {
                self.until(|letter| letter == '<');
                if self.rest().starts_with("<!--") {
                    self.pass("-->");
                    continue;
                }
                self.until(|letter| letter.is_whitespace() || letter == '>');
                self.inside = true;
            }
            self.until(|letter| !letter.is_whitespace() && letter != '/');
            match self.rest().chars().next()? {
                '>' => {
                    self.at += 1;
                    self.inside = false;
                }
                _ => {
                    let line = self.start + self.html[..self.at].matches('\n').count();
                    let name = self.until(|letter| letter.is_whitespace() || "=>/".contains(letter)).to_lowercase();
                    return Some(Attribute { name, value: self.value(), line });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attributes(text: &str) -> Vec<(usize, String, String)> {
        read(text, Options::empty()).into_iter().map(|found| (found.line, found.name, found.value)).collect()
    }

    #[test]
    fn attributes_are_read_as_a_browser_reads_them() {
        let text = "One <b id=a Title='x > y' hidden>\n\n> <p\n> ID = \"b\">\n> id=\"c\"\n> <br/>\n> </p>\n\n<!-- <i id=d> --> <i id=e/>\n";
        let found = attributes(text);
        let found: Vec<_> = found.iter().map(|(line, name, value)| (*line, name.as_str(), value.as_str())).collect();
        assert_eq!(found, [(1, "id", "a"), (1, "title", "x > y"), (1, "hidden", ""), (4, "id", "b"), (9, "id", "e/")]);
    }

    #[test]
    fn what_is_not_closed_has_an_end_too() {
        assert_eq!(attributes("<div id=\"a\n\n"), [(1, "id".into(), "a\n".into())]);
        assert_eq!(attributes("<div =\n\n<div\n"), [(1, String::new(), String::new())]);
        assert_eq!(attributes("`<i id=a>` and 1 < 2\n\n    <i id=b>\n"), [], "code is no HTML");
    }
}
