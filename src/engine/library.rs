//! The library as one file, the *pack*: what the guest reads for imports, tracebacks and `inspect.getsource`.
//!
//! 1. The first four bytes are the length of the index, as a little-endian `u32`.
//! 2. The index is text. Each line is about one file: its size in bytes, a blank, and its path from the root of the
//!    library.
//! 3. The files follow, one after another, in the order of the index.

use std::collections::BTreeMap;
use std::ops::Range;

use lz4_flex::block::{compress_prepend_size, decompress_size_prepended};

/// A pack whose index was read.
pub struct Library<B> {
    /// The pack, until [`Library::squeeze`] has compressed all files.
    bytes: Option<B>,
    index: Vec<u8>,
    files: BTreeMap<String, File>,
}

/// Where a file is.
enum File {
    /// In the pack, in this range of its bytes.
    There(Range<usize>),
    /// Here, as an LZ4 block.
    Squeezed(Box<[u8]>),
}

/// The bytes of a pack. In a browser they are outside of the worker's own memory, which never shrinks.
pub trait Bytes {
    /// How many bytes there are.
    fn length(&self) -> usize;

    /// A copy of the bytes in a range.
    ///
    /// # Panics
    /// If the range reaches past the end of the bytes.
    fn part(&self, range: Range<usize>) -> Vec<u8>;
}

impl Bytes for Vec<u8> {
    fn length(&self) -> usize {
        self.len()
    }

    fn part(&self, range: Range<usize>) -> Vec<u8> {
        self[range].to_vec()
    }
}

/// Makes a pack of files, each with its path.
pub fn pack(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let index: String = files.iter().map(|(path, file)| format!("{} {path}\n", file.len())).collect();
    let mut bytes = (index.len() as u32).to_le_bytes().to_vec();
    bytes.extend_from_slice(index.as_bytes());
    files.values().for_each(|file| bytes.extend_from_slice(file));
    bytes
}

impl<B: Bytes> Library<B> {
    /// Reads the index of a pack.
    ///
    /// # Errors
    /// If the pack is cut off or damaged.
    pub fn open(bytes: B) -> Result<Self, &'static str> {
        const CUT: &str = "the library file is cut off or damaged";
        let known = |range: Range<usize>| (range.end <= bytes.length()).then(|| bytes.part(range));
        let length = known(0..4).and_then(|length| length.try_into().ok()).map(u32::from_le_bytes).ok_or(CUT)?;
        let index = 4..(length as usize).checked_add(4).ok_or(CUT)?;
        let text = known(index.clone()).and_then(|text| String::from_utf8(text).ok()).ok_or(CUT)?;
        let mut files = BTreeMap::new();
        let mut at = index.end;
        for line in text.lines() {
            let (size, path) = line.split_once(' ').ok_or(CUT)?;
            let end = size.parse().ok().and_then(|size: usize| at.checked_add(size)).ok_or(CUT)?;
            files.insert(path.to_owned(), File::There(at..end));
            at = end;
        }
        if at != bytes.length() {
            return Err(CUT);
        }
        Ok(Self { index: text.into_bytes(), bytes: Some(bytes), files })
    }

    /// The text of this name: `lib` is the index, `lib/<path>` is a file. `None` if there is no such file.
    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        match name.strip_prefix("lib")? {
            "" => Some(self.index.clone()),
            path => match self.files.get(path.strip_prefix('/')?)? {
                File::There(range) => Some(self.bytes.as_ref()?.part(range.clone())),
                File::Squeezed(bytes) => decompress_size_prepended(bytes).ok(),
            },
        }
    }

    /// Compresses the next files that are still in the pack, until they have had at least this many `bytes`, and
    /// returns whether there are more. After the last one the pack is dropped: everything takes a third of the memory
    /// then. Most files are never read, and the others seldom twice.
    pub fn squeeze(&mut self, bytes: usize) -> bool {
        let Some(pack) = &self.bytes else { return false };
        let mut done = 0;
        for file in self.files.values_mut() {
            let File::There(range) = file else { continue };
            if done >= bytes {
                return true;
            }
            done += range.len();
            *file = File::Squeezed(compress_prepend_size(&pack.part(range.clone())).into());
        }
        self.bytes = None;
        false
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
        let mut library = Library::open(bytes.clone()).unwrap();
        for more in [true, false] {
            for (path, file) in &files {
                assert_eq!(library.read(&format!("lib/{path}")), Some(file.clone()));
            }
            assert_eq!(library.read("lib"), Some(b"1 a.py\n0 empty.py\n3 json/decoder.py\n".to_vec()));
            assert_eq!(library.read("lib/nope.py"), None);
            assert_eq!(library.squeeze(1), more, "first `a.py` of one byte, then the others");
        }
        assert!(library.bytes.is_none() && !library.squeeze(1));
        for damaged in [&bytes[..bytes.len() - 1], &bytes[..3], &[255; 4], b"\x04\0\0\0-1 x", b""] {
            assert!(Library::open(damaged.to_vec()).is_err());
        }
    }
}
