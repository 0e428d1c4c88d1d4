//! A state of the interpreter: the pages that differ from a fresh instance's.
//!
//! A small cell touches about 400 pages of 4 KiB, so a checkpoint is some 1.6 MB where the whole memory
//! is tens. Pages are compared by their 128-bit hash: a worker then needs no second copy of the pristine
//! memory, and two different pages with one hash are less likely than a broken memory chip.

use std::fmt;

use xxhash_rust::xxh3::xxh3_128;

use super::{Fault, Machine};

/// Bytes in a page. Not WebAssembly's 64 KiB: most runs touch small things far apart.
pub const PAGE: usize = 4096;
/// Pages are read in blocks of this many bytes; one call into the engine a page would cost more than
/// the comparison.
const BLOCK: usize = 1 << 20;
/// First bytes of a stored checkpoint: name and version of the form.
const MAGIC: &[u8; 8] = b"rewind\0\x01";

/// The pages of a fresh instance, by their hashes.
pub struct Baseline {
    size: usize,
    hashes: Vec<u128>,
}

/// The pages that differ from the baseline. Bytes in, bytes out: see [`Checkpoint::to_bytes`].
#[derive(Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Length of the memory in bytes.
    size: usize,
    /// Numbers of the pages that differ, ascending.
    numbers: Vec<u32>,
    /// Their contents, [`PAGE`] bytes each, in the same order.
    pages: Vec<u8>,
}

impl Baseline {
    /// Hashes every page of a machine that nothing has run on yet.
    pub fn of(machine: &impl Machine) -> Self {
        let mut hashes = Vec::with_capacity(machine.size() / PAGE);
        for_each_page(machine, |_, page| hashes.push(xxh3_128(page)));
        Self { size: machine.size(), hashes }
    }
}

impl Checkpoint {
    /// Compares a machine with the baseline and keeps what differs. Memory past the baseline's end counts
    /// as different unless it is still zero, as growing leaves it.
    pub fn take(machine: &impl Machine, baseline: &Baseline) -> Self {
        let mut checkpoint = Self { size: machine.size(), numbers: Vec::new(), pages: Vec::new() };
        let zero = xxh3_128(&[0; PAGE]);
        for_each_page(machine, |number, page| {
            let pristine = baseline.hashes.get(number).copied().unwrap_or(zero);
            if xxh3_128(page) != pristine {
                checkpoint.numbers.push(number as u32);
                checkpoint.pages.extend_from_slice(page);
            }
        });
        debug_assert!(checkpoint.size >= baseline.size, "a memory never shrinks");
        checkpoint
    }

    /// Writes the pages into a *fresh* instance of the same image.
    pub fn put_into(&self, machine: &mut impl Machine) -> Result<(), Fault> {
        machine.grow_to(self.size)?;
        for (number, page) in self.numbers.iter().zip(self.pages.chunks_exact(PAGE)) {
            machine.write(*number as usize * PAGE, page);
        }
        Ok(())
    }

    /// How many pages differ from the pristine interpreter.
    pub fn page_count(&self) -> usize {
        self.numbers.len()
    }

    /// The form kept outside the worker: magic, memory size, page count, page numbers, pages; all numbers
    /// little-endian `u32`.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(16 + self.numbers.len() * 4 + self.pages.len());
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&(self.size as u32).to_le_bytes());
        bytes.extend_from_slice(&(self.numbers.len() as u32).to_le_bytes());
        for number in &self.numbers {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        bytes.extend_from_slice(&self.pages);
        bytes
    }

    /// Reads [`Checkpoint::to_bytes`]'s form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CheckpointError> {
        let rest = bytes.strip_prefix(MAGIC.as_slice()).ok_or(CheckpointError)?;
        let (size, rest) = take_u32(rest)?;
        let (count, mut rest) = take_u32(rest)?;
        let mut numbers = Vec::with_capacity((count as usize).min(rest.len() / 4));
        for _ in 0..count {
            let (number, after) = take_u32(rest)?;
            if (number as usize + 1) * PAGE > size as usize {
                return Err(CheckpointError);
            }
            numbers.push(number);
            rest = after;
        }
        if rest.len() != numbers.len() * PAGE {
            return Err(CheckpointError);
        }
        Ok(Self { size: size as usize, numbers, pages: rest.to_vec() })
    }
}

/// The bytes are no checkpoint of this version.
#[derive(Debug, PartialEq, Eq)]
pub struct CheckpointError;

impl fmt::Display for CheckpointError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("this saved state is damaged or of another version")
    }
}

impl std::error::Error for CheckpointError {}

impl fmt::Debug for Checkpoint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Checkpoint({} pages of {} bytes)", self.numbers.len(), self.size)
    }
}

fn take_u32(bytes: &[u8]) -> Result<(u32, &[u8]), CheckpointError> {
    let (number, rest) = bytes.split_first_chunk().ok_or(CheckpointError)?;
    Ok((u32::from_le_bytes(*number), rest))
}

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

#[cfg(test)]
mod tests {
    use super::*;

    struct Block(Vec<u8>);

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
    }

    fn pristine() -> Block {
        Block((0..3 * BLOCK / 2).map(|at| (at / 7) as u8).collect())
    }

    #[test]
    fn a_checkpoint_brings_back_every_byte() {
        let baseline = Baseline::of(&pristine());
        let mut machine = pristine();
        machine.grow_to(2 * BLOCK).unwrap();
        for address in [0, 5000, BLOCK - 1, BLOCK, 3 * BLOCK / 2 + 17, 2 * BLOCK - 1] {
            machine.write(address, &[0xAB]);
        }
        let checkpoint = Checkpoint::take(&machine, &baseline);
        assert_eq!(checkpoint.page_count(), 6);
        let stored = Checkpoint::from_bytes(&checkpoint.to_bytes()).unwrap();
        let mut restored = pristine();
        stored.put_into(&mut restored).unwrap();
        assert!(restored.0 == machine.0);
    }

    #[test]
    fn damaged_bytes_are_refused() {
        let machine = pristine();
        let mut changed = pristine();
        changed.write(9, b"x");
        let bytes = Checkpoint::take(&changed, &Baseline::of(&machine)).to_bytes();
        assert_eq!(Checkpoint::from_bytes(&bytes[..bytes.len() - 1]), Err(CheckpointError));
        assert_eq!(Checkpoint::from_bytes(b"something else"), Err(CheckpointError));
        let mut wild = bytes.clone();
        wild[16] = 0xFF;
        wild[17] = 0xFF;
        assert_eq!(Checkpoint::from_bytes(&wild), Err(CheckpointError));
    }
}
