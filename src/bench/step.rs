//! The difference of two states, which leads from either to the other.
//!
//! Of the words that differ a step has the xor, so the same step serves Undo and Redo, and that of a small run takes a
//! few kilobytes. The form in which steps travel is in `packed.rs`.

use std::collections::BTreeMap;

use super::checkpoint::{Checkpoint, CheckpointError, PAGE, Page};

/// How many words of eight bytes a page has.
pub(super) const WORDS: usize = PAGE / 8;

/// The difference of two states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Lengths of the memory in bytes, before and after.
    pub(super) sizes: (u32, u32),
    /// What becomes of pages, by the number of the page.
    pub(super) changes: Vec<(u32, Change)>,
}

/// What a step does to a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// The page was pristine before; this is its content after.
    Came(Page),
    /// The page is pristine after; this was its content before.
    Went(Page),
    /// Some words differ: `which` has a bit for each word of the page, and `xor` has what to xor those words with that
    /// have theirs set.
    Words { which: [u64; WORDS / 64], xor: Vec<u64> },
}

/// In which direction a step is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From the state before to the state after.
    Forth,
    /// From the state after to the state before.
    Back,
}

impl Step {
    /// The step that leads from `before` to `after`.
    pub fn between(before: &Checkpoint, after: &Checkpoint) -> Self {
        let mut changes = Vec::new();
        for (number, old) in before.pages() {
            match after.pages().get(number) {
                None => changes.push((*number, Change::Went(old.clone()))),
                Some(new) if new.is(old) || new == old => {}
                Some(new) => changes.push((*number, Change::between(old, new))),
            }
        }
        let came = after.pages().iter().filter(|(number, _)| !before.pages().contains_key(number));
        changes.extend(came.map(|(number, page)| (*number, Change::Came(page.clone()))));
        Self { sizes: (before.size(), after.size()), changes }
    }

    /// Whether the two states are the same.
    pub fn is_nothing(&self) -> bool {
        self.changes.is_empty() && self.sizes.0 == self.sizes.1
    }

    /// How many pages differ.
    pub fn page_count(&self) -> usize {
        self.changes.len()
    }

    /// The state at the other end of the step.
    ///
    /// # Errors
    /// If `state` is not the one in which the step begins, as far as that can be told: its memory has another length,
    /// or lacks a page that the step changes.
    pub fn taken(&self, state: &Checkpoint, way: Way) -> Result<Checkpoint, CheckpointError> {
        let (from, to) = match way {
            Way::Forth => (self.sizes.0, self.sizes.1),
            Way::Back => (self.sizes.1, self.sizes.0),
        };
        if state.size() != from {
            return Err(CheckpointError);
        }
        let mut pages: BTreeMap<u32, Page> = state.pages().clone();
        for (number, change) in &self.changes {
            match (change, way) {
                (Change::Came(page), Way::Forth) | (Change::Went(page), Way::Back) => {
                    pages.insert(*number, page.clone());
                }
                (Change::Came(_), Way::Back) | (Change::Went(_), Way::Forth) => {
                    pages.remove(number).ok_or(CheckpointError)?;
                }
                (Change::Words { which, xor }, _) => {
                    let page = pages.get_mut(number).ok_or(CheckpointError)?;
                    *page = page.changed(|bytes| apply(which, xor, bytes));
                }
            }
        }
        Ok(Checkpoint::new(to, pages))
    }

    /// Whether each change is complete and lies within the memory.
    pub(super) fn is_sound(&self) -> bool {
        let (before, after) = (u64::from(self.sizes.0), u64::from(self.sizes.1));
        self.changes.iter().all(|(number, change)| {
            let end = (u64::from(*number) + 1) * PAGE as u64;
            change.is_whole()
                && end
                    <= match change {
                        Change::Came(_) => after,
                        Change::Went(_) => before,
                        Change::Words { .. } => before.min(after),
                    }
        })
    }
}

impl Change {
    fn between(old: &Page, new: &Page) -> Self {
        let (mut which, mut xor) = ([0; WORDS / 64], Vec::new());
        let (old, new) = (old.bytes(), new.bytes());
        let words = old.as_chunks::<8>().0.iter().zip(new.as_chunks::<8>().0);
        for (number, (old, new)) in words.enumerate() {
            let difference = u64::from_le_bytes(*old) ^ u64::from_le_bytes(*new);
            if difference != 0 {
                which[number / 64] |= 1 << (number % 64);
                xor.push(difference);
            }
        }
        Self::Words { which, xor }
    }

    /// Whether there is a word for each bit that is set.
    fn is_whole(&self) -> bool {
        match self {
            Self::Came(_) | Self::Went(_) => true,
            Self::Words { which, xor } => {
                which.iter().map(|bits| bits.count_ones() as usize).sum::<usize>() == xor.len()
            }
        }
    }
}

fn apply(which: &[u64; WORDS / 64], xor: &[u64], page: &mut [u8; PAGE]) {
    let words = page.as_chunks_mut::<8>().0;
    let numbers = (0..WORDS).filter(|number| which[number / 64] >> (number % 64) & 1 == 1);
    for (number, xor) in numbers.zip(xor) {
        words[number] = (u64::from_le_bytes(words[number]) ^ xor).to_le_bytes();
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::checkpoint::Watch;
    use super::super::checkpoint::tests::{Block, pristine};
    use super::*;
    use crate::bench::Machine;

    /// States that grow, shrink, change a few words, and go back to pristine pages.
    pub fn states() -> Vec<Checkpoint> {
        let mut watch = Watch::new(&pristine());
        let mut machine = pristine();
        let mut states = vec![Checkpoint::new(machine.size() as u32, BTreeMap::new())];
        let mut keep = |machine: &Block| {
            let next = states.last().unwrap().after(watch.changes(machine));
            states.push(next);
        };
        let original = machine.0[7];
        machine.write(7, b"abc");
        keep(&machine);
        machine.write(7, b"x");
        machine.write(70_000, &[9; 300]);
        keep(&machine);
        keep(&machine);
        machine.grow_to(4 << 20).unwrap();
        machine.write(3 << 20, b"far");
        keep(&machine);
        machine.write(7, &[original, (8 / 7) as u8, (9 / 7) as u8]);
        keep(&machine);
        states
    }

    #[test]
    fn a_packed_step_leads_both_ways() {
        for pair in states().windows(2) {
            let step = Step::unpack(&Step::between(&pair[0], &pair[1]).pack()).unwrap();
            assert_eq!(step.taken(&pair[0], Way::Forth).unwrap(), pair[1]);
            assert_eq!(step.taken(&pair[1], Way::Back).unwrap(), pair[0]);
            assert_eq!(step.is_nothing(), pair[0] == pair[1]);
        }
    }

    #[test]
    fn a_step_from_elsewhere_is_refused() {
        let states = states();
        let step = Step::between(&states[3], &states[4]);
        assert_eq!(step.taken(&states[4], Way::Forth), Err(CheckpointError), "the memory has another length");
        let words = Step::between(&states[1], &states[2]);
        assert_eq!(words.taken(&states[0], Way::Forth), Err(CheckpointError), "a page is missing");
    }

    #[test]
    fn a_whole_state_is_packed_and_unpacked() {
        for state in states() {
            assert_eq!(Checkpoint::unpack(&state.pack()).unwrap(), state);
        }
    }

    #[test]
    fn damaged_bytes_are_refused_and_cost_no_memory() {
        let states = states();
        let bytes = Step::between(&states[0], &states[2]).pack();
        assert!(Step::unpack(&bytes[..bytes.len() / 2]).is_err());
        assert!(Step::unpack(b"").is_err());
        assert!(Step::unpack(&[0xff; 64]).is_err());
        assert!(Checkpoint::unpack(&bytes).is_err(), "a step is no state");
    }
}
