//! The course as one file, `course.jsonl`: the build writes it, the desk reads it.
//!
//! The first line is JSON about the whole course, a [`Head`]. Each line after it is a [`Page`]. So a reader can take the
//! lines in one by one, and do something else in between: all of them at once take the page's thread for too long.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{Course, Page};

/// The name of the file, beside the workbook's page.
pub const NAME: &str = "course.jsonl";

/// What is known of a course without its pages, and what it was built with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The build's name. Measurements, which start workers of their own, need it.
    pub build: String,
    /// The base image.
    pub image: Image,
    /// The course without its pages.
    pub course: Course,
}

/// What the build says about the base image.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// How many bytes `guest.wasm` of the site has when it is not compressed.
    pub bytes: u64,
    /// The name of the image, which is another one whenever its content is.
    pub name: String,
}

/// Writes a course.
///
/// # Errors
/// What serde says.
pub fn write(build: &str, image: Image, course: Course) -> Result<String, serde_json::Error> {
    let pages = course.pages.clone();
    let head = Head { build: build.to_owned(), image, course: Course { pages: Vec::new(), ..course } };
    let mut text = serde_json::to_string(&head)?;
    for page in pages {
        text.push('\n');
        text.push_str(&serde_json::to_string(&page)?);
    }
    Ok(text)
}

/// Reads a course line by line.
pub struct Reader<'a> {
    lines: std::slice::Split<'a, u8, fn(&u8) -> bool>,
    head: Head,
}

impl<'a> Reader<'a> {
    /// Reads the first line.
    ///
    /// # Errors
    /// A sentence, if it is not in the form that this build expects.
    pub fn open(bytes: &'a [u8]) -> Result<Self, String> {
        let is_newline: fn(&u8) -> bool = |byte| *byte == b'\n';
        let mut lines = bytes.split(is_newline);
        let head = read(lines.next().unwrap_or_default())?;
        Ok(Self { lines, head })
    }

    /// Reads the next page; `false` if there is none.
    ///
    /// # Errors
    /// A sentence, if it is not in the form that this build expects.
    pub fn next_page(&mut self) -> Result<bool, String> {
        let Some(line) = self.lines.next() else { return Ok(false) };
        self.head.course.pages.push(Rc::new(read::<Page>(line)?));
        Ok(true)
    }

    /// What was read.
    pub fn finish(self) -> Head {
        self.head
    }
}

/// Reads a whole course.
///
/// # Errors
/// A sentence, if it is not in the form that this build expects.
pub fn read_all(bytes: &[u8]) -> Result<Head, String> {
    let mut reader = Reader::open(bytes)?;
    while reader.next_page()? {}
    Ok(reader.finish())
}

fn read<T: for<'de> Deserialize<'de>>(line: &[u8]) -> Result<T, String> {
    serde_json::from_slice(line).map_err(|error| format!("{NAME}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let page = |slug: &str| Rc::new(Page { slug: slug.into(), html: "<p>\n</p>".into(), ..Page::default() });
        let course = Course { title: "C".into(), pages: vec![page("a"), page("b")], ..Course::default() };
        let image = Image { bytes: 7, name: "i".into() };
        let text = write("build", image.clone(), course.clone()).unwrap();
        assert_eq!(text.lines().count(), 3);
        let read = read_all(text.as_bytes()).unwrap();
        assert_eq!(read, Head { build: "build".into(), image, course });
        assert!(read_all(b"<!doctype html>").unwrap_err().starts_with("course.jsonl: "));
        assert!(read_all(&text.as_bytes()[..text.len() - 3]).is_err(), "a file that was cut off");
    }
}
