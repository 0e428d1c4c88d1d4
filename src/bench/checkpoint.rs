//! A state of the interpreter: the pages of memory that differ from those of a fresh instance.
//!
//! 1. Memory is divided into pages of 4 KiB. A small cell changes about 60 of them, while the whole memory is tens of
//!    megabytes.
//! 2. A [`Watch`] has the hash of every page of a fresh instance, and of every page at its last look.
//! 3. After a run it hashes all pages again. Those whose hash has changed make a [`Delta`]; a page that has its first
//!    hash again is only named in it.
//! 4. A [`Checkpoint`] has all pages that differ from the fresh instance's. With a delta it gives the next checkpoint,
//!    and both share the pages that have not changed.
//! 5. A state is restored by writing its pages into a fresh instance.
//!
//! Hashes have 128 bits. They save a worker a second copy of any memory, and two different pages with one hash are less
//! likely than a broken memory chip.

use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use xxhash_rust::xxh3::xxh3_128;

use super::{Fault, Machine};

/// How many bytes a page has. WebAssembly's own pages of 64 KiB would be too large: most runs change small things that
/// lie far apart.
pub const PAGE: usize = 4096;
/// How many bytes of memory are read at once. A call into the engine for each page would take longer than the
/// comparison.
const BLOCK: usize = 1 << 20;

/// The content of a page, compressed if that makes it smaller: the pages of a state are most of what a worker's memory
/// holds, and that memory never shrinks. Copies share the bytes. Two pages with the same content are equal.
#[derive(Clone, PartialEq, Eq)]
pub struct Page(Rc<[u8]>);

/// A state, as the pages that differ from those of the pristine interpreter. The default is the pristine interpreter
/// itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checkpoint {
    /// The length of the memory in bytes. If it is less than that of a fresh instance, it means as much as that.
    size: u32,
    /// The pages by number.
    pages: BTreeMap<u32, Page>,
}

/// What a run has changed: the difference from one checkpoint to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delta {
    /// The length of the memory in bytes after the run.
    size: u32,
    /// The pages that have changed, by ascending number. `None` is a page that is again as a fresh instance has it.
    pages: Vec<(u32, Option<Page>)>,
}

/// Has the hashes of all pages, to find those that have changed since the last look.
pub struct Watch {
    /// The hashes of a fresh instance.
    pristine: Vec<u128>,
    /// The hashes at the last look.
    latest: Vec<u128>,
}

impl Page {
    /// A page with this content.
    ///
    /// # Panics
    /// If there are not exactly [`PAGE`] bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        assert_eq!(bytes.len(), PAGE, "memory is a whole number of pages");
        let packed = lz4_flex::block::compress(bytes);
        Self(if packed.len() < PAGE { packed.into() } else { bytes.into() })
    }

    /// The content, as the machine has it.
    pub fn bytes(&self) -> [u8; PAGE] {
        let mut bytes = [0; PAGE];
        if self.0.len() == PAGE {
            bytes.copy_from_slice(&self.0);
        } else {
            let length = lz4_flex::block::decompress_into(&self.0, &mut bytes).expect("a page was compressed");
            assert_eq!(length, PAGE, "a whole one");
        }
        bytes
    }

    /// A copy of the page to which `change` was applied.
    pub fn changed(&self, change: impl FnOnce(&mut [u8; PAGE])) -> Self {
        let mut bytes = self.bytes();
        change(&mut bytes);
        Self::of(&bytes)
    }

    /// Whether both share the same bytes. This is quicker than comparing the bytes, but equal pages may be found
    /// different.
    pub fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Checkpoint {
    /// Writes the pages into an instance of the same image, which must be fresh.
    ///
    /// # Errors
    /// If the instance's memory can't be made large enough.
    pub fn put_into(&self, machine: &mut impl Machine) -> Result<(), Fault> {
        machine.grow_to(self.size as usize)?;
        for (number, page) in &self.pages {
            machine.write(*number as usize * PAGE, &page.bytes());
        }
        Ok(())
    }

    /// The state after a run that has changed `delta`.
    pub fn after(&self, delta: Delta) -> Self {
        let mut next = Self { size: delta.size, pages: self.pages.clone() };
        for (number, page) in delta.pages {
            match page {
                Some(page) => next.pages.insert(number, page),
                None => next.pages.remove(&number),
            };
        }
        next
    }

    /// The pages that differ from those of the pristine interpreter, by number.
    pub fn pages(&self) -> &BTreeMap<u32, Page> {
        &self.pages
    }

    /// How many bytes the pages take in the machine's memory.
    pub fn bytes(&self) -> usize {
        self.pages.len() * PAGE
    }

    /// The length of the memory in bytes.
    pub fn size(&self) -> u32 {
        self.size
    }

    pub(super) fn new(size: u32, pages: BTreeMap<u32, Page>) -> Self {
        Self { size, pages }
    }

    /// Checks that every page lies within the memory.
    pub(super) fn check(&self) -> Result<(), CheckpointError> {
        let end = self.pages.last_key_value().map_or(0, |(number, _)| (u64::from(*number) + 1) * PAGE as u64);
        // A size is not checked beyond that: it has 32 bits, and no guest has more than the 4 GiB that WebAssembly
        // allows.
        if end > u64::from(self.size) { Err(CheckpointError) } else { Ok(()) }
    }
}

impl Delta {
    /// How many pages have changed.
    pub fn page_count(&self) -> usize {
        self.pages.len()
    }
}

impl Watch {
    /// A watch for instances of the image of which `fresh` is an untouched one.
    pub fn new(fresh: &impl Machine) -> Self {
        let mut pristine = Vec::with_capacity(fresh.size() / PAGE);
        for_each_page(fresh, |_, page| pristine.push(xxh3_128(page)));
        Self { latest: pristine.clone(), pristine }
    }

    /// From now on changes are counted from `state`.
    pub fn follow(&mut self, state: &Checkpoint) {
        self.latest.clone_from(&self.pristine);
        for (number, page) in &state.pages {
            *at(&mut self.latest, *number as usize) = xxh3_128(&page.bytes());
        }
    }

    /// What has changed since the last call, or since [`Watch::follow`]. Memory past the end of a fresh instance is
    /// compared with zeros, because that is what new memory has.
    pub fn changes(&mut self, machine: &impl Machine) -> Delta {
        let mut pages = Vec::new();
        let zero = zero();
        for_each_page(machine, |number, page| {
            let hash = xxh3_128(page);
            let latest = at(&mut self.latest, number);
            if hash == *latest {
                return;
            }
            *latest = hash;
            let pristine = self.pristine.get(number).copied().unwrap_or(zero);
            pages.push((number as u32, (hash != pristine).then(|| Page::of(page))));
        });
        Delta { size: machine.size() as u32, pages }
    }

    /// Copies back the pages in which `machine` differs from `original`. The last look of this watch must have been at
    /// `original`, and both must have the same size.
    pub fn put_back(&self, machine: &mut impl Machine, original: &impl Machine) {
        let mut changed = Vec::new();
        for_each_page(machine, |number, page| {
            if self.latest.get(number) != Some(&xxh3_128(page)) {
                changed.push(number);
            }
        });
        let mut page = [0; PAGE];
        for number in changed {
            original.read(number * PAGE, &mut page);
            machine.write(number * PAGE, &page);
        }
    }
}

/// The hash of a page; pages past the end of the list are pages of zeros.
fn at(hashes: &mut Vec<u128>, number: usize) -> &mut u128 {
    if hashes.len() <= number {
        hashes.resize(number + 1, zero());
    }
    &mut hashes[number]
}

/// The hash of a page of zeros.
fn zero() -> u128 {
    xxh3_128(&[0; PAGE])
}

/// Calls `look` with the number and the content of each page.
fn for_each_page(machine: &impl Machine, mut look: impl FnMut(usize, &[u8])) {
    let mut block = vec![0; BLOCK];
    let mut number = 0;
    for address in (0..machine.size()).step_by(BLOCK) {
        let length = BLOCK.min(machine.size() - address);
        machine.read(address, &mut block[..length]);
        for page in block[..length].chunks(PAGE) {
            look(number, page);
            number += 1;
        }
    }
}

/// The bytes are not what they should be: they are damaged or of another version, or a step does not begin in the state
/// to which it is applied.
#[derive(Debug, PartialEq, Eq)]
pub struct CheckpointError;

impl fmt::Display for CheckpointError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("this saved state is damaged or of another version")
    }
}

impl std::error::Error for CheckpointError {}

/// Plain data in the form of postcard.
pub(super) fn to_bytes(value: &impl Serialize) -> Vec<u8> {
    postcard::to_stdvec(value).expect("memory takes bytes")
}

/// Reads what [`to_bytes`] gives.
pub(super) fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, CheckpointError> {
    match postcard::take_from_bytes(bytes) {
        Ok((value, [])) => Ok(value),
        _ => Err(CheckpointError),
    }
}

impl fmt::Debug for Page {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Page({:x})", xxh3_128(&self.bytes()))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::bench::Tape;

    /// A machine that has memory and runs nothing.
    pub struct Block(pub Vec<u8>);

    impl Machine for Block {
        fn size(&self) -> usize {
            self.0.len()
        }
        fn grow_to(&mut self, size: usize) -> Result<(), Fault> {
            self.0.resize(size.max(self.0.len()), 0);
            Ok(())
        }
        fn read(&self, address: usize, into: &mut [u8]) {
            into.copy_from_slice(&self.0[address..address + into.len()]);
        }
        fn write(&mut self, address: usize, bytes: &[u8]) {
            self.0[address..address + bytes.len()].copy_from_slice(bytes);
        }
        fn call(&mut self, _: &str, _: u32) -> Result<u32, Fault> {
            unreachable!("a block of memory runs nothing")
        }
        fn play(&mut self, _: Tape) {}
        fn take_tape(&mut self) -> Tape {
            Tape::default()
        }
        fn mute(&mut self) {}
        fn limit(&mut self, _: f64) {}
    }

    pub fn pristine() -> Block {
        Block((0..3 * BLOCK / 2).map(|at| (at / 7) as u8).collect())
    }

    #[test]
    fn a_checkpoint_brings_back_every_byte() {
        let mut watch = Watch::new(&pristine());
        let mut machine = pristine();
        machine.grow_to(2 * BLOCK).unwrap();
        for address in [0, 5000, BLOCK - 1, BLOCK, 3 * BLOCK / 2 + 17, 2 * BLOCK - 1] {
            machine.write(address, &[0xAB]);
        }
        let delta = watch.changes(&machine);
        assert_eq!(delta.page_count(), 6);
        let checkpoint = Checkpoint::default().after(delta);
        let stored = Checkpoint::unpack(&checkpoint.pack()).unwrap();
        let mut restored = pristine();
        stored.put_into(&mut restored).unwrap();
        assert!(restored.0 == machine.0);
    }

    #[test]
    fn only_what_changed_since_the_last_look_is_found() {
        let mut watch = Watch::new(&pristine());
        let mut machine = pristine();
        let original = machine.0[9];
        machine.write(9, &[0xAB]);
        machine.write(50_000, &[0xAB, 0xCD]);
        let first = Checkpoint::default().after(watch.changes(&machine));
        machine.write(9, &[original]);
        machine.write(90_000, &[0xAB, 0xCD]);
        let second = watch.changes(&machine);
        let numbers: Vec<_> = second.pages.iter().map(|(number, page)| (*number, page.is_some())).collect();
        assert_eq!(numbers, [(0, false), (90_000 / PAGE as u32, true)]);
        let second = first.after(second);
        assert_eq!(second.pages.keys().copied().collect::<Vec<_>>(), [50_000 / PAGE as u32, 90_000 / PAGE as u32]);
        watch.follow(&first);
        assert_eq!(first.after(watch.changes(&machine)), second);
    }

    #[test]
    fn what_was_changed_is_put_back() {
        let mut watch = Watch::new(&pristine());
        let mut original = pristine();
        original.write(70_000, &[0xAB; 5000]);
        watch.changes(&original);
        let mut machine = Block(original.0.clone());
        for address in [3, 71_000, 3 * BLOCK / 2 - 1] {
            machine.write(address, &[0xCD]);
        }
        watch.put_back(&mut machine, &original);
        assert!(machine.0 == original.0);
    }

    #[test]
    fn damaged_bytes_are_refused() {
        let mut changed = pristine();
        changed.write(9, b"x");
        let delta = Watch::new(&pristine()).changes(&changed);
        let bytes = Checkpoint::default().after(delta.clone()).pack();
        assert_eq!(Checkpoint::unpack(&bytes[..bytes.len() - 9]), Err(CheckpointError));
        let mut other = bytes.clone();
        other[bytes.len() / 2] ^= 1;
        assert_eq!(Checkpoint::unpack(&other), Err(CheckpointError), "in the middle of a page");
        assert_eq!(Checkpoint::unpack(b"something else"), Err(CheckpointError));
        let wild = Checkpoint {
            size: 4096,
            ..Checkpoint::default().after(Delta { pages: vec![(1, delta.pages[0].1.clone())], ..delta })
        };
        assert_eq!(Checkpoint::unpack(&wild.pack()), Err(CheckpointError));
    }
}
