//! The standard library as one file: what the guest's imports, tracebacks and `inspect.getsource` read.
//!
//! Form: length of the index as little-endian `u32`, the index, the files one after another. The index
//! has a line a file: size in bytes, a blank, path from the library's root.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// An opened pack.
pub struct Library {
    bytes: Vec<u8>,
    index: Range<usize>,
    files: HashMap<String, Range<usize>>,
}

/// Packs files by path.
pub fn pack(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let index: String = files.iter().map(|(path, file)| format!("{} {path}\n", file.len())).collect();
    let mut bytes = (index.len() as u32).to_le_bytes().to_vec();
    bytes.extend_from_slice(index.as_bytes());
    files.values().for_each(|file| bytes.extend_from_slice(file));
    bytes
}

impl Library {
    /// Reads the index; a pack that does not hold what it promises is refused.
    pub fn open(bytes: Vec<u8>) -> Result<Self, &'static str> {
        const CUT: &str = "the library file is cut off or damaged";
        let length = *bytes.first_chunk().ok_or(CUT)?;
        let index = 4..4 + u32::from_le_bytes(length) as usize;
        let text = bytes.get(index.clone()).and_then(|text| str::from_utf8(text).ok()).ok_or(CUT)?;
        let mut files = HashMap::new();
        let mut at = index.end;
        for line in text.lines() {
            let (size, path) = line.split_once(' ').ok_or(CUT)?;
            let size: usize = size.parse().map_err(|_| CUT)?;
            files.insert(path.to_owned(), at..at + size);
            at += size;
        }
        if at != bytes.len() {
            return Err(CUT);
        }
        Ok(Self { bytes, index, files })
    }

    /// `lib` gives the index, `lib/<path>` a file.
    pub fn read(&self, name: &str) -> Option<&[u8]> {
        let range = match name.strip_prefix("lib") {
            Some("") => &self.index,
            Some(path) => self.files.get(path.strip_prefix('/')?)?,
            None => return None,
        };
        self.bytes.get(range.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_read() {
        let files = BTreeMap::from([
            ("a.py".to_owned(), b"1".to_vec()),
            ("json/decoder.py".to_owned(), b"two".to_vec()),
            ("empty.py".to_owned(), Vec::new()),
        ]);
        let bytes = pack(&files);
        let library = Library::open(bytes.clone()).unwrap();
        for (path, file) in &files {
            assert_eq!(library.read(&format!("lib/{path}")), Some(file.as_slice()));
        }
        assert_eq!(library.read("lib"), Some(b"1 a.py\n0 empty.py\n3 json/decoder.py\n".as_slice()));
        assert_eq!(library.read("lib/nope.py"), None);
        assert!(Library::open(bytes[..bytes.len() - 1].to_vec()).is_err());
    }
}
