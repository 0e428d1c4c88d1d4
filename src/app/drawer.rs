//! What is kept for the next visit: when it is written, and what is read back. It decides and does nothing itself.
//!
//! 1. The store holds records by [`Key`]: one a moment, a cell, a ledger, a step or state, and one that says what all of them
//!    belong to. Nothing is ever written whole again: a save writes the records that are new and deletes those that are not
//!    wanted any more.
//! 2. What is wanted follows from the desk's [`State`]; each record has a mark, which differs once its content does.
//! 3. A record counts as written once the store has said so. If it says no, or nothing, the next save tries again.
//! 4. Records belong to a *generation*. What could not be brought back is set aside: the next generation begins, and the
//!    one before stays where it is, unread, until another one is set aside.
//! 5. A store that does not answer keeps nobody waiting: after a while the visit goes on without it.
//! 6. Only one tab of a course at one address writes. Others work, and say that they keep nothing.
//!
//! Whoever carries the [`Order`]s out knows the store; see `app/store.rs`.

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

/// Milliseconds that opening and reading the store may take.
const READ_WITHIN: u32 = 8_000;
/// Milliseconds that writing may take.
const WRITE_WITHIN: u32 = 20_000;
/// What is new is written once nothing has happened for so many milliseconds.
const WRITE_AFTER: u32 = 400;

/// The drawer of one course at one address.
pub struct Drawer {
    phase: Phase,
    /// The course's title: what is kept belongs to it.
    course: String,
    generation: u32,
    /// What the store holds, with the mark of what was written.
    stored: BTreeMap<Key, u64>,
    /// What is being written.
    writing: Option<Writing>,
    /// Tells one write from another, so that a late answer is not taken for a new one.
    last_ticket: u32,
    /// There is something new to write.
    is_dirty: bool,
    /// What had begun when the page was left the last time.
    unfinished: Option<Unfinished>,
}

/// Where the store stands.
#[derive(Clone, Debug, PartialEq)]
enum Phase {
    /// It is being opened and read. All of it may be unwanted by the time it is there.
    Opening {
        forget: bool,
    },
    Open,
    /// Nothing is written in this visit; if there is something to say about that, it is said at the first save.
    Shut(Option<Trouble>),
}

struct Writing {
    ticket: u32,
    put: Vec<(Key, u64)>,
    delete: Vec<Key>,
}

/// What the drawer is told.
#[derive(Debug)]
pub enum Heard<'a> {
    /// The course is known: the store can be opened.
    Begin {
        course: &'a str,
        unfinished: Option<Unfinished>,
    },
    /// The store is open and was read; or it can't be, for this reason.
    Opened(Result<Opened, String>),
    /// There is something new to keep.
    Save,
    /// It is time to write what is new of this.
    TimeToWrite(&'a State),
    /// The page may be gone the next moment.
    Leaving(&'a State),
    Written {
        ticket: u32,
        done: Result<(), StoreError>,
    },
    Cleared(Result<(), StoreError>),
    /// What was read can't be used.
    SetAside(&'a State),
    /// Everything is to be forgotten.
    Forget,
    Rang(Alarm),
}

/// What was found in the store.
#[derive(Debug)]
pub struct Opened {
    /// No other tab holds it.
    pub is_ours: bool,
    pub records: Records,
}

/// Why the store did not do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    Full,
    Other(String),
}

/// What is to be done.
#[derive(Debug)]
pub enum Order {
    /// Take the course's lock if no other tab has it, open the store and read all records but the bytes of states.
    Open,
    /// Write these records and delete those, all of it or nothing.
    Write {
        ticket: u32,
        put: Vec<Key>,
        delete: Vec<Key>,
    },
    /// Delete everything.
    Clear,
    Wake {
        after: u32,
        alarm: Alarm,
    },
    Tell(Action),
    /// The store holds these bytes now: they need not be held anywhere else.
    Stored(Vec<Blob>),
    /// Whether the next visit will find everything as it is now.
    TellKept(bool),
}

/// Something that was to have happened by now, or is to happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alarm {
    Read,
    Write(u32),
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

    /// The generation that records are written to.
    pub fn generation(&self) -> u32 {
        self.generation
    }

    /// The content of a record that is to be written; none if it is not wanted any more.
    pub fn value(&self, state: &State, key: &Key) -> Option<Record> {
        record::value(state, &self.course, self.generation, key)
    }

    /// Answers what has happened.
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
                // It may still be written. What is not known to be there is written again, after a while.
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
                // What is unfinished is at work in the other tab.
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
            // What is to be kept before the store was read comes with the first save after.
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
        // What was set aside last stays; what was before that goes, as does what is not wanted of this generation.
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
                // It is tried again with the next save, not at once: what has failed would fail again.
                vec![Order::Tell(Action::NotKept(trouble))]
            }
        };
        if self.is_dirty {
            // Something new has come meanwhile.
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
        // Written at once: the next visit must not try again what this one could not do.
        self.write(state)
    }

    fn forget(&mut self) -> Vec<Order> {
        self.stored.clear();
        self.is_dirty = false;
        // An answer to what is being written now says nothing about what is there after the clearing.
        self.writing = None;
        match &mut self.phase {
            Phase::Opening { forget } => {
                *forget = true;
                Vec::new()
            }
            Phase::Open => vec![Order::Clear, Order::TellKept(true)],
            // Another tab's, or out of reach: it is told to forget, too, and clears what it holds.
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
