//! Pictures that stand beside a page's Markdown. They are put into the page itself, as `data:` addresses: the page is
//! then complete in every copy of the workbook, also without a network.

use std::path::{Component, Path};

use super::links::is_outside;

/// The largest size of a picture in bytes. All pages are loaded at the start of every visit, with all their pictures.
const MOST_BYTES: usize = 200_000;

/// The kinds of pictures that browsers show: the extension of the file's name and the media type.
const KINDS: [(&str, &str); 7] = [
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("svg", "image/svg+xml"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
];

/// The address that a picture gets in the HTML: a `data:` address.
/// `file` is the file of the page that shows the picture; `open` reads a file of the course, given its path below the
/// course's folder.
///
/// # Errors A sentence for the author, if the picture is of an unknown kind, elsewhere, outside of the course's folder, missing or
/// too large.
pub fn address(url: &str, file: &str, open: impl Fn(&str) -> Result<Vec<u8>, String>) -> Result<String, String> {
    if is_outside(url)? {
        return Err(format!(
            "the picture `{url}` is elsewhere; put it beside the page: no request leaves the workbook"
        ));
    }
    let end = Path::new(url).extension().and_then(|end| end.to_str()).unwrap_or_default().to_ascii_lowercase();
    let Some((_, kind)) = KINDS.iter().find(|(known, _)| *known == end) else {
        let known = KINDS.map(|(known, _)| known).join(", ");
        return Err(format!("`{url}` is no picture; a picture's name ends in one of {known}"));
    };
    let path = beside(file, url).ok_or_else(|| format!("the picture `{url}` is outside of the course's folder"))?;
    let bytes = open(&path)?;
    if bytes.len() > MOST_BYTES {
        let (has, most) = (bytes.len() / 1000, MOST_BYTES / 1000);
        return Err(format!(
            "the picture `{url}` has {has} kB; it may have at most {most} kB, for it is loaded with the pages"
        ));
    }
    Ok(format!("data:{kind};base64,{}", base64(&bytes)))
}

/// The path, below the course's folder, of the file that `name` names when it is written in `file`. `None` if it is
/// outside of the course's folder.
fn beside(file: &str, name: &str) -> Option<String> {
    let mut folders: Vec<&str> = file.split('/').collect();
    folders.pop();
    for part in Path::new(name).components() {
        match part {
            Component::Normal(part) => folders.push(part.to_str()?),
            Component::CurDir => {}
            Component::ParentDir => drop(folders.pop()?),
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(folders.join("/"))
}

/// Encodes bytes as base64: a letter for each six bits, three bytes at a time, and `=` for each byte that the last
/// group lacks.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |number: usize| u32::from(three.get(number).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for number in 0..4 {
            let letter = char::from(LETTERS[(bits >> (18 - 6 * number)) as usize & 63]);
            text.push(if number > three.len() { '=' } else { letter });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_the_standard_one() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xfb, 0xff, 0xfe]), "+//+");
    }

    #[test]
    fn a_name_is_seen_from_its_page() {
        assert_eq!(beside("pages/01-x.md", "a.png").as_deref(), Some("pages/a.png"));
        assert_eq!(beside("pages/01-x.md", "./../art/a.png").as_deref(), Some("art/a.png"));
        assert_eq!(beside("pages/01-x.md", "../../a.png"), None);
        assert_eq!(beside("pages/01-x.md", "/a.png"), None);
    }
}
