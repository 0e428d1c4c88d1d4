//! The bytes of steps, states and tapes, where memory can be given back: in buffers of the browser's, not in this program's
//! own memory, which never shrinks. What the store has need not stay here.

use std::collections::{BTreeMap, HashSet};

use js_sys::ArrayBuffer;

use crate::bench::Blob;

/// Bytes that may be here until it is known what this machine has.
const USUAL_BUDGET: usize = 32 << 20;

/// All of them, by name.
pub struct Shelf {
    held: BTreeMap<Blob, Held>,
    /// Bytes that may be here, as long as the store has them too.
    budget: usize,
}

#[derive(Default)]
struct Held {
    bytes: Option<ArrayBuffer>,
    /// The store has it.
    is_stored: bool,
}

impl Default for Shelf {
    fn default() -> Self {
        Self { held: BTreeMap::new(), budget: USUAL_BUDGET }
    }
}

impl Shelf {
    /// Bytes that may be here beside those that are nowhere else.
    pub fn budget(&self) -> usize {
        self.budget
    }

    /// Sets how many bytes may be here beside those that are nowhere else.
    pub fn set_budget(&mut self, budget: usize) {
        self.budget = budget;
        self.thin();
    }

    pub fn put(&mut self, blob: Blob, bytes: ArrayBuffer) {
        self.held.entry(blob).or_default().bytes = Some(bytes);
    }

    /// The bytes, if they are here.
    pub fn get(&self, blob: Blob) -> Option<&ArrayBuffer> {
        self.held.get(&blob)?.bytes.as_ref()
    }

    /// The store has these.
    pub fn mark_stored(&mut self, blobs: impl IntoIterator<Item = Blob>) {
        for blob in blobs {
            self.held.entry(blob).or_default().is_stored = true;
        }
        self.thin();
    }

    /// Lets go of everything else.
    pub fn retain(&mut self, wanted: &HashSet<Blob>) {
        self.held.retain(|blob, _| wanted.contains(blob));
    }

    /// The store has nothing any more.
    pub fn forget_store(&mut self) {
        self.held.values_mut().for_each(|held| held.is_stored = false);
    }

    /// Bytes that are here.
    pub fn bytes(&self) -> usize {
        self.held.values().filter_map(|held| held.bytes.as_ref()).map(|bytes| bytes.byte_length() as usize).sum()
    }

    /// Lets go of what the store has, the oldest first, until the rest fits.
    pub fn thin(&mut self) {
        let mut over = self.bytes().saturating_sub(self.budget);
        let mut stored: Vec<(&Blob, &mut Held)> = self.held.iter_mut().filter(|(_, held)| held.is_stored).collect();
        stored.sort_by_key(|(blob, _)| blob.number());
        for (_, held) in stored {
            if over == 0 {
                break;
            }
            over = over.saturating_sub(held.bytes.take().map_or(0, |bytes| bytes.byte_length() as usize));
        }
    }
}
