//! The reader's interpreter over time: where it is, and how to get anywhere else.
//!
//! One state is held whole, the one the interpreter is in. From it to its neighbours lead steps that hold
//! only the words that differ, so that hundreds of runs cost little, and a step can be taken in either
//! direction. When they cost too much all the same, the oldest are forgotten.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde::de::DeserializeOwned;

use super::checkpoint::{Checkpoint, CheckpointError, PAGE, Page, from_bytes, to_bytes};

const WORDS: usize = PAGE / 8;

/// States in a row. `A` says what led to each, beside what is in the memory.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Timeline<A> {
    moments: Vec<Moment<A>>,
    /// How many of the moments have happened; the rest can be redone.
    here: usize,
    state: Checkpoint,
    /// How many moments before the first were forgotten.
    forgotten: usize,
}

/// What led from one state to the next.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Moment<A> {
    pub about: A,
    step: Step,
    /// Bytes the step takes.
    bytes: usize,
}

/// The difference of two states, good in both directions.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Step {
    /// Lengths of the memory before and after.
    sizes: (u32, u32),
    changes: Vec<(u32, Change)>,
}

/// What a step does to a page.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum Change {
    /// It was pristine before.
    Came(Page),
    /// It is pristine after.
    Went(Page),
    /// Some words differ: a bit for each word of the page, and what to xor them with.
    Words { which: [u64; WORDS / 64], xor: Vec<u64> },
}

impl<A> Default for Timeline<A> {
    fn default() -> Self {
        Self { moments: Vec::new(), here: 0, state: Checkpoint::default(), forgotten: 0 }
    }
}

impl<A> Timeline<A> {
    /// The state the interpreter is in.
    pub fn state(&self) -> &Checkpoint {
        &self.state
    }

    pub fn moments(&self) -> &[Moment<A>] {
        &self.moments
    }

    /// How many of the moments have happened.
    pub fn here(&self) -> usize {
        self.here
    }

    /// How many moments were forgotten to save memory.
    pub fn forgotten(&self) -> usize {
        self.forgotten
    }

    /// Something happened and led to `next`. What could have been redone is dropped.
    pub fn push(&mut self, about: A, next: Checkpoint) {
        self.moments.truncate(self.here);
        let step = Step::between(&self.state, &next);
        self.moments.push(Moment { about, bytes: step.bytes(), step });
        self.here += 1;
        self.state = next;
    }

    /// Goes to the state after so many of the moments, and gives it.
    ///
    /// # Panics
    /// If there are not so many.
    pub fn go(&mut self, here: usize) -> &Checkpoint {
        assert!(here <= self.moments.len(), "the timeline has {} moments", self.moments.len());
        while self.here > here {
            self.here -= 1;
            self.state = self.moments[self.here].step.back(&self.state);
        }
        while self.here < here {
            self.state = self.moments[self.here].step.forth(&self.state);
            self.here += 1;
        }
        &self.state
    }

    /// Bytes held: the state and all steps.
    pub fn bytes(&self) -> usize {
        self.state.bytes() + self.moments.iter().map(Moment::bytes).sum::<usize>()
    }

    /// Forgets the oldest moments until at most `limit` bytes are held, or nothing is left before here. Gives
    /// what they were about.
    pub fn thin(&mut self, limit: usize) -> Vec<A> {
        let mut over = self.bytes().saturating_sub(limit);
        let mut gone = 0;
        while over > 0 && gone < self.here {
            over = over.saturating_sub(self.moments[gone].bytes());
            gone += 1;
        }
        self.here -= gone;
        self.forgotten += gone;
        self.moments.drain(..gone).map(|moment| moment.about).collect()
    }
}

impl<A: Serialize + Clone> Timeline<A> {
    /// The form in which it is kept: the state, and at most `recent` moments before and after it.
    pub fn to_bytes(&self, recent: usize) -> Vec<u8> {
        let first = self.here.saturating_sub(recent);
        let last = self.moments.len().min(self.here + recent);
        to_bytes(&Self {
            moments: self.moments[first..last].to_vec(),
            here: self.here - first,
            state: self.state.clone(),
            forgotten: self.forgotten + first,
        })
    }
}

impl<A: DeserializeOwned> Timeline<A> {
    /// Reads [`Timeline::to_bytes`]'s form. In all states of what this gives, each page lies within the memory.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CheckpointError> {
        let timeline: Self = from_bytes(bytes)?;
        timeline.state.check()?;
        let steps = || timeline.moments.iter().map(|moment| &moment.step);
        let joined = steps().zip(steps().skip(1)).all(|(step, next)| step.sizes.1 == next.sizes.0);
        let sound = timeline.here <= timeline.moments.len() && joined && steps().all(Step::is_sound);
        if sound { Ok(timeline) } else { Err(CheckpointError) }
    }
}

impl<A> Moment<A> {
    /// Bytes it takes to remember this.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// Whether the interpreter's memory is the same after as before.
    pub fn is_without_effect(&self) -> bool {
        self.step.changes.is_empty() && self.step.sizes.0 == self.step.sizes.1
    }
}

impl Step {
    fn between(before: &Checkpoint, after: &Checkpoint) -> Self {
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

    fn bytes(&self) -> usize {
        self.changes.iter().map(|(_, change)| size_of::<(u32, Change)>() + change.bytes()).sum()
    }

    /// Whether each change is whole and within the memory.
    fn is_sound(&self) -> bool {
        let (before, after) = (u64::from(self.sizes.0), u64::from(self.sizes.1));
        self.changes.iter().all(|(number, change)| {
            let end = (u64::from(*number) + 1) * PAGE as u64;
            change.is_whole() && end <= match change {
                Change::Came(_) => after,
                Change::Went(_) => before,
                Change::Words { .. } => before.min(after),
            }
        })
    }

    fn forth(&self, state: &Checkpoint) -> Checkpoint {
        self.taken(state, self.sizes.1, |change| matches!(change, Change::Came(_)))
    }

    fn back(&self, state: &Checkpoint) -> Checkpoint {
        self.taken(state, self.sizes.0, |change| matches!(change, Change::Went(_)))
    }

    /// `comes` tells which of the changes to whole pages bring one, in this direction.
    fn taken(&self, state: &Checkpoint, size: u32, comes: impl Fn(&Change) -> bool) -> Checkpoint {
        let mut pages: BTreeMap<u32, Page> = state.pages().clone();
        for (number, change) in &self.changes {
            match change {
                Change::Came(page) | Change::Went(page) if comes(change) => {
                    pages.insert(*number, page.clone());
                }
                Change::Came(_) | Change::Went(_) => {
                    pages.remove(number);
                }
                Change::Words { which, xor } => {
                    pages.entry(*number).and_modify(|page| *page = page.changed(|bytes| apply(which, xor, bytes)));
                }
            }
        }
        Checkpoint::new(size, pages)
    }
}

impl Change {
    fn between(old: &Page, new: &Page) -> Self {
        let (mut which, mut xor) = ([0; WORDS / 64], Vec::new());
        let words = old.bytes().as_chunks::<8>().0.iter().zip(new.bytes().as_chunks::<8>().0);
        for (number, (old, new)) in words.enumerate() {
            let difference = u64::from_le_bytes(*old) ^ u64::from_le_bytes(*new);
            if difference != 0 {
                which[number / 64] |= 1 << (number % 64);
                xor.push(difference);
            }
        }
        xor.shrink_to_fit();
        Self::Words { which, xor }
    }

    /// Bytes beside the enum's own.
    fn bytes(&self) -> usize {
        match self {
            Self::Came(_) | Self::Went(_) => PAGE,
            Self::Words { xor, .. } => xor.len() * 8,
        }
    }

    /// Whether there is a word for every bit.
    fn is_whole(&self) -> bool {
        match self {
            Self::Came(_) | Self::Went(_) => true,
            Self::Words { which, xor } => which.iter().map(|bits| bits.count_ones() as usize).sum::<usize>() == xor.len(),
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
mod tests {
    use super::super::checkpoint::Watch;
    use super::super::checkpoint::tests::{Block, pristine};
    use super::*;
    use crate::bench::Machine;

    /// States that grow, shrink, change a few words, and go back to pristine pages.
    fn states() -> Vec<Checkpoint> {
        let mut watch = Watch::new(&pristine());
        let mut machine = pristine();
        let mut states = vec![Checkpoint::default()];
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

    fn timeline() -> (Timeline<usize>, Vec<Checkpoint>) {
        let states = states();
        let mut timeline = Timeline::default();
        for (number, state) in states.iter().enumerate().skip(1) {
            timeline.push(number, state.clone());
        }
        (timeline, states)
    }

    #[test]
    fn every_state_is_reached_from_every_other() {
        let (mut timeline, states) = timeline();
        for from in 0..states.len() {
            for (to, state) in states.iter().enumerate() {
                timeline.go(from);
                let there = timeline.go(to);
                assert_eq!(there.pages(), state.pages(), "from {from} to {to}");
            }
        }
        assert!(timeline.moments()[2].is_without_effect());
    }

    #[test]
    fn what_happens_after_going_back_replaces_what_was() {
        let (mut timeline, states) = timeline();
        timeline.go(2);
        timeline.push(77, states[4].clone());
        assert_eq!(timeline.moments().iter().map(|moment| moment.about).collect::<Vec<_>>(), [1, 2, 77]);
        assert_eq!(timeline.go(2).pages(), states[2].pages());
        assert_eq!(timeline.go(3).pages(), states[4].pages());
    }

    #[test]
    fn the_oldest_are_forgotten_first_and_the_rest_works() {
        let (mut timeline, states) = timeline();
        let one = timeline.moments()[0].bytes();
        timeline.thin(timeline.bytes() - one);
        assert_eq!((timeline.forgotten(), timeline.moments().len(), timeline.here()), (1, 4, 4));
        assert_eq!(timeline.go(0).pages(), states[1].pages());
        assert_eq!(timeline.go(4).pages(), states[5].pages());
        timeline.thin(0);
        assert_eq!(timeline.moments().len(), 0);
        assert_eq!(timeline.state().pages(), states[5].pages());
    }

    #[test]
    fn a_kept_timeline_is_the_same_and_a_damaged_one_is_refused() {
        let (mut timeline, states) = timeline();
        timeline.go(3);
        let bytes = timeline.to_bytes(1);
        let mut kept: Timeline<usize> = Timeline::from_bytes(&bytes).unwrap();
        assert_eq!((kept.here(), kept.moments().len(), kept.forgotten()), (1, 2, 2));
        for (number, state) in [(0, 2), (2, 4), (1, 3)] {
            assert_eq!(kept.go(number).pages(), states[state].pages());
        }
        assert!(Timeline::<usize>::from_bytes(&bytes[..bytes.len() / 2]).is_err());
        assert!(Timeline::<usize>::from_bytes(b"").is_err());
    }
}
