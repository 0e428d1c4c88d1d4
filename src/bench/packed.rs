//! The form in which steps, states and tapes travel and are stored: an LZ4 frame with a checksum.
//!
//! 1. The frame holds the length of a header as a little-endian `u32`, and the header in postcard, which says what
//!    follows.
//! 2. After the header come pages, and words of eight bytes, in the order in which the header lists them. A tape has
//!    all of its data in the header.
//! 3. Pages go into the compressor and come out of the decompressor one by one. So nothing is held twice on the way: a
//!    worker's memory can't shrink again.
//!
//! Whoever holds packed bytes need not understand them. The desk does not.

use std::collections::BTreeMap;
use std::io::{Read, Write};

use lz4_flex::frame::{BlockSize, FrameDecoder, FrameEncoder, FrameInfo};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::checkpoint::{Checkpoint, CheckpointError, PAGE, Page, from_bytes, to_bytes};
use super::step::{Change, Step, WORDS};
use super::tape::Tape;

/// The greatest length of a header in bytes: damaged bytes must not ask for all the memory there is. The header of a
/// step that changes each page of 512 MiB takes less than 16 MiB; that of a tape is at most this long.
const LONGEST_HEADER: usize = 160 << 20;

/// What comes before the pages and words of a step.
#[derive(Serialize, Deserialize)]
struct StepHeader {
    sizes: (u32, u32),
    changes: Vec<(u32, Kind)>,
}

/// What follows the header for one change.
#[derive(Serialize, Deserialize)]
enum Kind {
    /// The page that came.
    Came,
    /// The page that went.
    Went,
    /// One word of eight bytes for each bit that is set.
    Words([u64; WORDS / 64]),
}

/// What comes before the pages of a state.
#[derive(Serialize, Deserialize)]
struct StateHeader {
    size: u32,
    pages: Vec<u32>,
}

impl Step {
    /// The form in which a step travels and is stored.
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

    /// Reads what [`Step::pack`] gives.
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
    /// The form in which a whole state travels and is stored.
    pub fn pack(&self) -> Vec<u8> {
        let mut packer = Packer::new(&StateHeader { size: self.size(), pages: self.pages().keys().copied().collect() });
        self.pages().values().for_each(|page| packer.add(&page.bytes()));
        packer.finish()
    }

    /// Reads what [`Checkpoint::pack`] gives.
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

    /// Reads what [`Tape::pack`] gives.
    ///
    /// # Errors
    /// If the bytes are damaged.
    pub fn unpack(bytes: &[u8]) -> Result<Self, CheckpointError> {
        let (tape, rest) = Unpacker::new(bytes)?;
        rest.end()?;
        Ok(tape)
    }
}

/// Writes a header and what follows it.
struct Packer(FrameEncoder<Sparing>);

/// Bytes that are written one after another. Room for them is taken a little at a time: by itself a vector doubles its
/// room, which a worker's memory could not give back.
#[derive(Default)]
struct Sparing(Vec<u8>);

/// How many bytes of room are taken at a time.
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
        // The compressor holds several blocks, so they are small. The checksum tells damaged bytes from whole ones.
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

/// Reads a header and what follows it.
struct Unpacker<'a>(FrameDecoder<&'a [u8]>);

impl<'a> Unpacker<'a> {
    fn new<H: DeserializeOwned>(bytes: &'a [u8]) -> Result<(H, Self), CheckpointError> {
        let mut unpacker = Self(FrameDecoder::new(bytes));
        let length = u32::from_le_bytes(unpacker.take()?) as usize;
        if length > LONGEST_HEADER {
            return Err(CheckpointError);
        }
        let mut header = Vec::new();
        // The vector grows with the bytes that are there, not with the length that is promised.
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

    /// Checks that nothing is left over.
    fn end(mut self) -> Result<(), CheckpointError> {
        match self.0.read(&mut [0]) {
            Ok(0) => Ok(()),
            _ => Err(CheckpointError),
        }
    }
}
