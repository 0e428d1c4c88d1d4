//! What is kept for the next visit: when it is written, and what is read back. The drawer decides and does nothing
//! itself.
//!
//! 1. The store holds records by [`Key`]: one for each moment, cell, film, step and whole state, and one that says to
//!    what all others belong. A save writes the records that are new or have changed, and deletes those that are not
//!    wanted any more. Nothing else is written again.
//! 2. Which records are wanted follows from the desk's [`State`]. Each has a mark, a number that changes when the
//!    record's content does.
//! 3. A record counts as written once the store has said so. If the store says no, or nothing, the next save tries
//!    again.
//! 4. Records belong to a *generation*. If they can't be brought back they are set aside: the next generation begins,
//!    and they stay where they are, unread, until another generation is set aside.
//! 5. If the store does not answer in time, the visit begins without it.
//! 6. Only one tab of a course at one address writes. Others work too, and say that they keep nothing.
//!
//! Whoever carries the [`Order`]s out knows the store; see `browser/store.rs` and `desk/keeping.rs`.

#[cfg(test)]
mod damage;
mod record;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::state::State;
use crate::app::state::action::{Action, Remembered};
use crate::app::state::effect::Unfinished;
use crate::app::state::trouble::Trouble;
use crate::bench::Blob;
pub use record::{Key, Record, Records};
use record::{read, wanted};

/// How many milliseconds opening and reading the store may take.
const READ_WITHIN: u32 = 8_000;
/// How many milliseconds writing may take.
const WRITE_WITHIN: u32 = 20_000;
/// What is new is written this many milliseconds after the first save that wants it, together with what comes
/// meanwhile.
pub const WRITE_AFTER: u32 = 400;

/// The drawer of one course at one address.
pub struct Drawer {
    phase: Phase,
    /// The title of the course to which everything that is kept belongs.
    course: String,
    /// The generation to which records are written.
    generation: u32,
    /// The records in the store, each with its mark when it was written.
    stored: BTreeMap<Key, u64>,
    /// The write that the store is at.
    writing: Option<Writing>,
    /// The number of the newest write: a late answer to an earlier one is told from its answer by the number.
    last_ticket: u32,
    /// Whether there may be something new to write.
    is_dirty: bool,
    /// What had begun and not ended when the page was left the last time.
    unfinished: Option<Unfinished>,
}

/// What can be done with the store.
#[derive(Clone, Debug, PartialEq)]
enum Phase {
    /// It is being opened and read. `forget` says whether the reader has asked meanwhile to forget all that is in it.
    Opening { forget: bool },
    /// It is read and can be written.
    Open,
    /// Nothing is written in this visit. If the reader is to be told why, that happens at the first save.
    Shut(Option<Trouble>),
}

/// A write that the store has not answered: its number, the records with their marks, and the records to delete.
struct Writing {
    ticket: u32,
    put: Vec<(Key, u64)>,
    delete: Vec<Key>,
}

/// What the drawer can hear.
#[derive(Debug)]
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
pub enum Heard<'a> {
    /// The course of this title is known, so the store can be opened. `unfinished` had begun when the page was left the
    /// last time.
    Begin { course: &'a str, unfinished: Option<Unfinished> },
    /// The store was opened and read, or can't be, for this reason.
    Opened(Result<Opened, String>),
    /// There is something new to keep.
    Save,
    /// It is time to write what is new of this state.
    TimeToWrite(&'a State),
    /// The page may be gone the next moment, so what is new of this state is to be written at once.
    Leaving(&'a State),
    /// The store has answered the write of this number.
    Written { ticket: u32, done: Result<(), StoreError> },
    /// The store has answered [`Order::Clear`].
    Cleared(Result<(), StoreError>),
    /// What was read can't be used and is to be set aside.
    SetAside(&'a State),
    /// Everything is to be forgotten.
    Forget,
    /// The time of an alarm has come.
    Rang(Alarm),
}

/// What was found when the store was opened.
#[derive(Debug)]
pub struct Opened {
    /// Whether this tab has the lock of the course at this address. If not, another tab has it, and nothing was read.
    pub is_ours: bool,
    /// The records in the store.
    pub records: Records,
}

/// Why the store has not done something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// There is no more room.
    Full,
    /// Any other reason, as a part of a sentence.
    Other(String),
}

/// Something that is to be done.
#[derive(Debug)]
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
pub enum Order {
    /// Take the course's lock if no other tab has it, and open the store and read all records in it, but not the bytes
    /// of states.
    Open,
    /// Write the records in `put` and delete those in `delete`: all of it or nothing. `ticket` is the number of the
    /// write.
    Write { ticket: u32, put: Vec<Key>, delete: Vec<Key> },
    /// Delete everything in the store.
    Clear,
    /// Let an alarm ring `after` this many milliseconds.
    Wake { after: u32, alarm: Alarm },
    /// Tell the desk.
    Tell(Action),
    /// The store holds the bytes of these names now, so they need not be held anywhere else.
    Stored(Vec<Blob>),
    /// Say whether the next visit would find everything as it is now.
    TellKept(bool),
}

/// What an alarm is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alarm {
    /// The store should have been opened and read.
    Read,
    /// The write of this number should have been answered.
    Write(u32),
    /// What is new is to be written. It is heard as [`Heard::TimeToWrite`].
    TimeToWrite,
}

impl Default for Drawer {
    fn default() -> Self {
        Self {
            phase: Phase::Opening { forget: false },
            course: String::new(),
            generation: 0,
            stored: BTreeMap::new(),
            writing: None,
            last_ticket: 0,
            is_dirty: false,
            unfinished: None,
        }
    }
}

impl Drawer {
    /// Whether the next visit will find what happens in this one.
    pub fn keeps(&self) -> bool {
        self.phase == Phase::Open
    }

    /// The generation to which records are written.
    pub fn generation(&self) -> u32 {
        self.generation
    }

    /// The content of a record that is to be written; `None` if it is not wanted any more.
    pub fn value(&self, state: &State, key: &Key) -> Option<Record> {
        record::value(state, &self.course, self.generation, key)
    }

    /// Hears one thing, and returns all that is to be done about it, in order.
    pub fn hear(&mut self, heard: Heard) -> Vec<Order> {
        match heard {
            Heard::Begin { course, unfinished } => {
                (self.course, self.unfinished) = (course.to_owned(), unfinished);
                vec![Order::Open, Order::Wake { after: READ_WITHIN, alarm: Alarm::Read }]
            }
            Heard::Opened(opened) => self.open(opened),
            Heard::Save => self.save(),
            Heard::TimeToWrite(state) | Heard::Leaving(state) => self.write(state),
            Heard::Written { ticket, done } => self.hear_written(ticket, done),
            Heard::Cleared(Ok(())) => Vec::new(),
            Heard::Cleared(Err(error)) => vec![Order::Tell(Action::NotKept(Trouble::NotForgotten(error.words())))],
            Heard::SetAside(state) => self.set_aside(state),
            Heard::Forget => self.forget(),
            Heard::Rang(Alarm::Read) => match self.phase {
                Phase::Opening { .. } => {
                    self.phase = Phase::Shut(None);
                    vec![self.remembered(Err(Trouble::Silent), false)]
                }
                Phase::Open | Phase::Shut(_) => Vec::new(),
            },
            Heard::Rang(Alarm::Write(ticket))
                if self.writing.as_ref().is_some_and(|writing| writing.ticket == ticket) =>
            {
                // It may still be written. Whatever the store has not answered for is written again after a while.
                self.writing = None;
                self.is_dirty = true;
                let trouble = Trouble::NotWritten("the store does not answer".into());
                vec![
                    Order::Tell(Action::NotKept(trouble)),
                    Order::Wake { after: WRITE_WITHIN, alarm: Alarm::TimeToWrite },
                ]
            }
            Heard::Rang(Alarm::Write(_) | Alarm::TimeToWrite) => Vec::new(),
        }
    }

    fn open(&mut self, opened: Result<Opened, String>) -> Vec<Order> {
        let Phase::Opening { forget } = self.phase else { return Vec::new() };
        match opened {
            Err(reason) => {
                self.phase = Phase::Shut(Some(Trouble::Unavailable(reason)));
                vec![self.remembered(Ok(None), false)]
            }
            Ok(Opened { is_ours: false, .. }) => {
                self.phase = Phase::Shut(None);
                // What had begun may still be going on, in the other tab.
                self.unfinished = None;
                vec![self.remembered(Ok(None), true)]
            }
            Ok(Opened { records, .. }) if forget => {
                self.phase = Phase::Open;
                self.generation = records.generation();
                vec![Order::Clear, self.remembered(Ok(None), false)]
            }
            Ok(Opened { records, .. }) => {
                self.phase = Phase::Open;
                self.generation = records.generation();
                self.stored = records.marks();
                let kept = read(&records, &self.course);
                vec![Order::Stored(records.blobs().collect()), self.remembered(kept, false)]
            }
        }
    }

    fn remembered(&mut self, kept: Result<Option<super::state::Kept>, Trouble>, is_second: bool) -> Order {
        let unfinished = self.unfinished.take();
        Order::Tell(Action::Remembered(Box::new(Remembered { kept, unfinished, is_second })))
    }

    fn save(&mut self) -> Vec<Order> {
        match &mut self.phase {
            Phase::Shut(trouble) => {
                trouble.take().map(|trouble| Order::Tell(Action::NotKept(trouble))).into_iter().collect()
            }
            // What is new before the store was read is written with the first save afterwards.
            Phase::Opening { .. } => Vec::new(),
            Phase::Open => {
                self.is_dirty = true;
                vec![Order::TellKept(false), Order::Wake { after: WRITE_AFTER, alarm: Alarm::TimeToWrite }]
            }
        }
    }

    /// Writes what differs between the store and what is wanted.
    fn write(&mut self, state: &State) -> Vec<Order> {
        if !self.is_dirty || self.phase != Phase::Open || self.writing.is_some() {
            return Vec::new();
        }
        self.is_dirty = false;
        let wanted = wanted(state, &self.course, self.generation);
        let mut put: Vec<(Key, u64)> = Vec::new();
        for (key, mark) in &wanted {
            if self.stored.get(key) != Some(mark) {
                put.push((key.clone(), *mark));
            }
        }
        // The generation that was set aside last stays, and all before it go. Of the current one what is not wanted
        // goes.
        let is_waste = |key: &Key| match key.generation {
            Some(generation) if generation == self.generation => !wanted.contains_key(key),
            Some(generation) => generation + 1 < self.generation,
            None => false,
        };
        let delete: Vec<Key> = self.stored.keys().filter(|key| is_waste(key)).cloned().collect();
        if put.is_empty() && delete.is_empty() {
            return vec![Order::TellKept(true)];
        }
        self.last_ticket += 1;
        let ticket = self.last_ticket;
        let keys = put.iter().map(|(key, _)| key.clone()).collect();
        self.writing = Some(Writing { ticket, put, delete: delete.clone() });
        vec![
            Order::Write { ticket, put: keys, delete },
            Order::Wake { after: WRITE_WITHIN, alarm: Alarm::Write(ticket) },
        ]
    }

    fn hear_written(&mut self, ticket: u32, done: Result<(), StoreError>) -> Vec<Order> {
        let Some(writing) = self.writing.take_if(|writing| writing.ticket == ticket) else { return Vec::new() };
        let is_done = done.is_ok();
        let mut orders = match done {
            Ok(()) => {
                let blobs = writing.put.iter().filter_map(|(key, _)| key.blob()).collect();
                for key in &writing.delete {
                    self.stored.remove(key);
                }
                self.stored.extend(writing.put);
                vec![Order::Stored(blobs)]
            }
            Err(error) => {
                let trouble = match &error {
                    StoreError::Full => Trouble::Full,
                    StoreError::Other(reason) => Trouble::NotWritten(reason.clone()),
                };
                // The write is tried again with the next save and not at once, because it would fail again.
                vec![Order::Tell(Action::NotKept(trouble))]
            }
        };
        if self.is_dirty {
            // Something new has come while the store was writing.
            orders.push(Order::Wake { after: WRITE_AFTER, alarm: Alarm::TimeToWrite });
        } else if is_done {
            orders.push(Order::TellKept(true));
        }
        orders
    }

    fn set_aside(&mut self, state: &State) -> Vec<Order> {
        if self.phase != Phase::Open {
            return Vec::new();
        }
        self.generation += 1;
        self.is_dirty = true;
        // This is written at once: the next visit must not try again what this one could not do.
        self.write(state)
    }

    fn forget(&mut self) -> Vec<Order> {
        self.stored.clear();
        self.is_dirty = false;
        // The answer to a write from before the clearing says nothing about what is in the store after it.
        self.writing = None;
        match &mut self.phase {
            Phase::Opening { forget } => {
                *forget = true;
                Vec::new()
            }
            Phase::Open => vec![Order::Clear, Order::TellKept(true)],
            // The store is another tab's, which is told to forget too, or is out of reach. What can be deleted is.
            Phase::Shut(_) => vec![Order::Clear],
        }
    }
}

impl StoreError {
    fn words(self) -> String {
        match self {
            Self::Full => "it is full".into(),
            Self::Other(reason) => reason,
        }
    }
}
