//! The bytes of steps, states and tapes. They are in buffers of the browser's, which can be given back, and not in this
//! program's own memory, which never shrinks. Bytes that the store has need not stay here.

use std::collections::{BTreeMap, HashSet};

use js_sys::ArrayBuffer;

use crate::bench::Blob;

/// How many bytes may be here until it is known what the machine has.
const USUAL_BUDGET: usize = 32 << 20;

/// All bytes that the state names.
pub struct Shelf {
    /// The bytes by their names.
    held: BTreeMap<Blob, Held>,
    /// How many bytes may be here, beyond which those that the store has too are let go.
    budget: usize,
}

/// What is known of the bytes of one name.
#[derive(Default)]
struct Held {
    /// The bytes, if they are here.
    bytes: Option<ArrayBuffer>,
    /// Whether the store has them.
    is_stored: bool,
}

impl Default for Shelf {
    fn default() -> Self {
        Self { held: BTreeMap::new(), budget: USUAL_BUDGET }
    }
}

impl Shelf {
    /// How many bytes may be here, except that bytes which the store does not have are never let go.
    pub fn budget(&self) -> usize {
        self.budget
    }

    /// Sets what [`Shelf::budget`] returns, and lets go of what is too much.
    pub fn set_budget(&mut self, budget: usize) {
        self.budget = budget;
        self.thin();
    }

    /// Puts bytes here under a name.
    pub fn put(&mut self, blob: Blob, bytes: ArrayBuffer) {
        self.held.entry(blob).or_default().bytes = Some(bytes);
    }

    /// The bytes, if they are here.
    pub fn get(&self, blob: Blob) -> Option<&ArrayBuffer> {
        self.held.get(&blob)?.bytes.as_ref()
    }

    /// The store has the bytes of these names.
    pub fn mark_stored(&mut self, blobs: impl IntoIterator<Item = Blob>) {
        for blob in blobs {
            self.held.entry(blob).or_default().is_stored = true;
        }
        self.thin();
    }

    /// Lets go of all bytes whose names are not wanted.
    pub fn retain(&mut self, wanted: &HashSet<Blob>) {
        self.held.retain(|blob, _| wanted.contains(blob));
    }

    /// The store has no bytes any more.
    pub fn forget_store(&mut self) {
        self.held.values_mut().for_each(|held| held.is_stored = false);
    }

    /// How many bytes are here.
    pub fn bytes(&self) -> usize {
        self.held.values().filter_map(|held| held.bytes.as_ref()).map(|bytes| bytes.byte_length() as usize).sum()
    }

    /// Lets go of bytes that the store has, those of the oldest moments first, until what is here fits the budget.
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
