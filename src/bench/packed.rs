//! The form in which steps, states and tapes travel and are kept: LZ4 frames. Whoever holds packed bytes need not
//! understand them: the desk does not.
//!
//! A worker's own memory can't shrink, so nothing is ever held a second time in between: pages go into the compressor one by
//! one, and come out of the decompressor one by one. Before the pages comes a header, in postcard, that says which they are.

use std::collections::BTreeMap;
use std::io::{Read, Write};

use lz4_flex::frame::{BlockSize, FrameDecoder, FrameEncoder, FrameInfo};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::checkpoint::{Checkpoint, CheckpointError, PAGE, Page, from_bytes, to_bytes};
use super::step::{Change, Step, WORDS};
use super::tape::Tape;

/// A header is at most so many bytes long: damaged bytes must not ask for all the memory there is. Of a step that changes each
/// page of 512 MiB the header takes less than 16 MiB; a tape is all header, and at most this.
const LONGEST_HEADER: usize = 160 << 20;

#[derive(Serialize, Deserialize)]
struct StepHeader {
    sizes: (u32, u32),
    changes: Vec<(u32, Kind)>,
}

/// What follows the header of a change.
#[derive(Serialize, Deserialize)]
enum Kind {
    /// A page.
    Came,
    /// A page.
    Went,
    /// A word of eight bytes for each bit.
    Words([u64; WORDS / 64]),
}

#[derive(Serialize, Deserialize)]
struct StateHeader {
    size: u32,
    pages: Vec<u32>,
}

impl Step {
    /// The form in which a step travels and is kept.
    pub fn pack(&self) -> Vec<u8> {
        let kind = |change: &Change| match change {
            Change::Came(_) => Kind::Came,
            Change::Went(_) => Kind::Went,
            Change::Words { which, .. } => Kind::Words(*which),
        };
        let changes = self.changes.iter().map(|(number, change)| (*number, kind(change))).collect();
        let mut packer = Packer::new(&StepHeader { sizes: self.sizes, changes });
        for (_, change) in &self.changes {
            match change {
                Change::Came(page) | Change::Went(page) => packer.add(&page.bytes()),
                Change::Words { xor, .. } => xor.iter().for_each(|word| packer.add(&word.to_le_bytes())),
            }
        }
        packer.finish()
    }

    /// Reads [`Step::pack`]'s form.
    ///
    /// # Errors
    /// If the bytes are damaged, or of another version.
    pub fn unpack(bytes: &[u8]) -> Result<Self, CheckpointError> {
        let (StepHeader { sizes, changes }, mut rest) = Unpacker::new(bytes)?;
        let mut change = |kind| {
            Ok(match kind {
                Kind::Came => Change::Came(rest.page()?),
                Kind::Went => Change::Went(rest.page()?),
                Kind::Words(which) => {
                    let count = which.iter().map(|bits| bits.count_ones() as usize).sum();
                    Change::Words { which, xor: (0..count).map(|_| rest.word()).collect::<Result<_, _>>()? }
                }
            })
        };
        let changes =
            changes.into_iter().map(|(number, kind)| Ok((number, change(kind)?))).collect::<Result<_, _>>()?;
        rest.end()?;
        let step = Self { sizes, changes };
        if step.is_sound() { Ok(step) } else { Err(CheckpointError) }
    }
}

impl Checkpoint {
    /// The form in which a whole state travels and is kept.
    pub fn pack(&self) -> Vec<u8> {
        let mut packer = Packer::new(&StateHeader { size: self.size(), pages: self.pages().keys().copied().collect() });
        self.pages().values().for_each(|page| packer.add(&page.bytes()));
        packer.finish()
    }

    /// Reads [`Checkpoint::pack`]'s form.
    ///
    /// # Errors
    /// If the bytes are damaged, or of another version.
    pub fn unpack(bytes: &[u8]) -> Result<Self, CheckpointError> {
        let (StateHeader { size, pages }, mut rest) = Unpacker::new(bytes)?;
        let pages: BTreeMap<u32, Page> =
            pages.into_iter().map(|number| Ok((number, rest.page()?))).collect::<Result<_, _>>()?;
        rest.end()?;
        let checkpoint = Self::new(size, pages);
        checkpoint.check()?;
        Ok(checkpoint)
    }
}

impl Tape {
    /// The form in which a tape travels and is held.
    pub fn pack(&self) -> Vec<u8> {
        Packer::new(self).finish()
    }

    /// Reads [`Tape::pack`]'s form.
    ///
    /// # Errors
    /// If the bytes are damaged.
    pub fn unpack(bytes: &[u8]) -> Result<Self, CheckpointError> {
        let (tape, rest) = Unpacker::new(bytes)?;
        rest.end()?;
        Ok(tape)
    }
}

struct Packer(FrameEncoder<Sparing>);

/// Bytes that are written one after another. Room is taken a little at a time: a vector of its own accord takes twice what it has,
/// which a worker's memory would keep.
#[derive(Default)]
struct Sparing(Vec<u8>);

/// Bytes of room that are taken at a time.
const ROOM: usize = 1 << 20;

impl Write for Sparing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.0.capacity() - self.0.len() < bytes.len() {
            self.0.reserve_exact(bytes.len().max(ROOM.min(self.0.len())));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Packer {
    fn new(header: &impl Serialize) -> Self {
        // Small blocks: what the compressor itself holds stays small. The checksum tells a damaged page from a whole one.
        let form = FrameInfo::new().block_size(BlockSize::Max64KB).content_checksum(true);
        let mut packer = Self(FrameEncoder::with_frame_info(form, Sparing::default()));
        let header = to_bytes(header);
        packer.add(&(header.len() as u32).to_le_bytes());
        packer.add(&header);
        packer
    }

    fn add(&mut self, bytes: &[u8]) {
        self.0.write_all(bytes).expect("memory takes bytes");
    }

    fn finish(self) -> Vec<u8> {
        self.0.finish().expect("memory takes bytes").0
    }
}

struct Unpacker<'a>(FrameDecoder<&'a [u8]>);

impl<'a> Unpacker<'a> {
    fn new<H: DeserializeOwned>(bytes: &'a [u8]) -> Result<(H, Self), CheckpointError> {
        let mut unpacker = Self(FrameDecoder::new(bytes));
        let length = u32::from_le_bytes(unpacker.take()?) as usize;
        if length > LONGEST_HEADER {
            return Err(CheckpointError);
        }
        let mut header = Vec::new();
        // It grows with what is there, not with what is promised.
        let read = (&mut unpacker.0).take(length as u64).read_to_end(&mut header).map_err(|_| CheckpointError)?;
        if read < length {
            return Err(CheckpointError);
        }
        Ok((from_bytes(&header)?, unpacker))
    }

    fn take<const LENGTH: usize>(&mut self) -> Result<[u8; LENGTH], CheckpointError> {
        let mut bytes = [0; LENGTH];
        self.0.read_exact(&mut bytes).map_err(|_| CheckpointError)?;
        Ok(bytes)
    }

    fn page(&mut self) -> Result<Page, CheckpointError> {
        Ok(Page::of(&self.take::<PAGE>()?))
    }

    fn word(&mut self) -> Result<u64, CheckpointError> {
        Ok(u64::from_le_bytes(self.take()?))
    }

    /// Nothing may be left over.
    fn end(mut self) -> Result<(), CheckpointError> {
        match self.0.read(&mut [0]) {
            Ok(0) => Ok(()),
            _ => Err(CheckpointError),
        }
    }
}
