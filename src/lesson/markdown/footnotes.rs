//! Footnotes, numbered in the order in which the page first mentions them. The link to footnote 1 is `#/<slug>/note:1`,
//! because everything after the `#` of an address is a route of the workbook. The colon in its id keeps it apart from
//! the ids that authors give.

use std::collections::BTreeSet;

use super::escape;

/// The footnotes that have been met on a page so far.
#[derive(Default)]
pub struct Footnotes {
    /// The names that the author gives them. The first one has number 1.
    names: Vec<String>,
    /// The names of those whose text has been met.
    defined: BTreeSet<String>,
}

impl Footnotes {
    /// The HTML of a reference to the footnote called `name`, on the page called `slug`.
    pub fn reference(&mut self, slug: &str, name: &str) -> String {
        let number = self.number(name);
        format!("<sup class=\"footnote-reference\"><a href=\"#/{}/note:{number}\">{number}</a></sup>", escape(slug))
    }

    /// The HTML that stands before the text of the footnote called `name`; `None` if that footnote has a text already.
    pub fn definition(&mut self, name: &str) -> Option<String> {
        let number = self.number(name);
        let new = self.defined.insert(name.to_owned());
        new.then(|| format!("<div class=\"footnote-definition\" id=\"note:{number}\"><sup class=\"footnote-definition-label\">{number}</sup>"))
    }

    /// The number of the footnote called `name`, a new one if it was not met before.
    fn number(&mut self, name: &str) -> usize {
        let known = self.names.iter().position(|known| known == name);
        known.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        }) + 1
    }
}
