//! Footnotes: numbered in the order in which they first appear. The address of one is the page's, as everything after
//! the `#` is; its id has a colon, so that it takes no name away.

use std::collections::BTreeSet;

use super::escape;

/// The footnotes of a page, so far.
#[derive(Default)]
pub struct Footnotes {
    /// Their names, in order.
    names: Vec<String>,
    defined: BTreeSet<String>,
}

impl Footnotes {
    /// The HTML of a reference to one.
    pub fn reference(&mut self, slug: &str, name: &str) -> String {
        let number = self.number(name);
        format!("<sup class=\"footnote-reference\"><a href=\"#/{}/note:{number}\">{number}</a></sup>", escape(slug))
    }

    /// What its text begins with; nothing if it has a text already.
    pub fn definition(&mut self, name: &str) -> Option<String> {
        let number = self.number(name);
        let new = self.defined.insert(name.to_owned());
        new.then(|| format!("<div class=\"footnote-definition\" id=\"note:{number}\"><sup class=\"footnote-definition-label\">{number}</sup>"))
    }

    fn number(&mut self, name: &str) -> usize {
        let known = self.names.iter().position(|known| known == name);
        known.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        }) + 1
    }
}
