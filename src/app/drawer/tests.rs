//! The drawer against a store that works, fails, does not answer, fills up, and loses records.

use std::rc::Rc;

use super::record::What;
use super::*;
use crate::app::crew::Report;
use crate::app::route::Route;
use crate::app::state::Kept;
use crate::app::state::action::Action;
use crate::app::state::effect::Effect;
use crate::app::state::key::CellKey;
use crate::lesson::{Cell, Course, Page};
use crate::protocol::{Change, End, Event, RunId};
use paper::Outcome;

/// A store like the browser's: a write is done as a whole or not at all.
#[derive(Clone, Default)]
struct Store {
    records: Records,
    /// How many records it has room for; `None` is without limit.
    room: Option<usize>,
    /// How many records were written in all writes together.
    written: usize,
}

/// What the store does with the next write.
#[derive(Clone, Copy, PartialEq)]
enum Mood {
    Works,
    Fails,
    Hangs,
    /// It does the write and does not answer.
    Mute,
}

/// One visit to the page.
struct Visit {
    state: State,
    drawer: Drawer,
    store: Store,
    mood: Mood,
    alarms: Vec<Alarm>,
    /// Whether the drawer has said that the next visit would find everything as it is.
    is_kept: bool,
}

pub const COURSE: &str = "C";

pub fn course() -> Rc<Course> {
    let cell = |id: &str| Cell { id: id.into(), source: "x".into(), ..Cell::default() };
    let page = Page { slug: "p".into(), title: "P".into(), cells: vec![cell("a"), cell("b")], ..Page::default() };
    Rc::new(Course { title: COURSE.into(), pages: vec![page.into()], ..Course::default() })
}

fn key(id: &str) -> CellKey {
    CellKey { slug: "p".into(), id: id.into() }
}

impl Visit {
    /// A visit that begins with what a store holds.
    fn begin(store: Store) -> Self {
        let mut state = State::new(Route::default(), None);
        state.reduce(Action::CourseArrived {
            course: course(),
            image: "i".into(),
            kept: Box::default(),
            limit: Some(10),
        });
        let mut visit =
            Self { state, drawer: Drawer::default(), store, mood: Mood::Works, alarms: Vec::new(), is_kept: true };
        visit.act(Action::Reported(Report::Ready));
        visit.hear(Heard::Begin { course: COURSE, unfinished: None });
        visit
    }

    fn open(mut self) -> Self {
        let records = self.store.records.clone();
        self.hear(Heard::Opened(Ok(Opened { is_ours: true, records })));
        self.act(Action::Reported(Report::Became));
        self
    }

    fn hear(&mut self, heard: Heard) {
        for order in self.drawer.hear(heard) {
            self.carry_out(order);
        }
    }

    fn carry_out(&mut self, order: Order) {
        match order {
            Order::Open | Order::Stored(_) => {}
            Order::Wake { alarm, .. } => self.alarms.push(alarm),
            Order::Tell(action) => self.act(action),
            Order::TellKept(kept) => self.is_kept = kept,
            Order::Clear => {
                self.store.records = Records::default();
                self.hear(Heard::Cleared(Ok(())));
            }
            Order::Write { ticket, put, delete } => {
                let full = self.store.room.is_some_and(|room| self.store.records.texts.len() + put.len() > room);
                let done = match self.mood {
                    Mood::Works | Mood::Mute if !full => {
                        self.store.written += put.len();
                        self.write(&put, &delete);
                        Ok(())
                    }
                    Mood::Works | Mood::Mute => Err(StoreError::Full),
                    Mood::Fails | Mood::Hangs => Err(StoreError::Other("no".into())),
                };
                if !matches!(self.mood, Mood::Hangs | Mood::Mute) {
                    self.hear(Heard::Written { ticket, done });
                }
            }
        }
    }

    fn write(&mut self, put: &[Key], delete: &[Key]) {
        let records = &mut self.store.records;
        for key in delete {
            records.texts.remove(&key.name());
            records.bytes.retain(|name| *name != key.name());
        }
        for key in put {
            match self.drawer.value(&self.state, key) {
                Some(Record::Text(text)) => drop(records.texts.insert(key.name(), text)),
                Some(Record::Bytes(_)) => {
                    records.bytes.retain(|name| *name != key.name());
                    records.bytes.push(key.name());
                }
                None => {}
            }
        }
    }

    fn act(&mut self, action: Action) {
        for effect in self.state.reduce(action) {
            match effect {
                Effect::Save => self.hear(Heard::Save),
                Effect::Forget { .. } => self.hear(Heard::Forget),
                Effect::SetAside => {
                    let state = self.state.clone();
                    self.hear(Heard::SetAside(&state));
                }
                _ => {}
            }
        }
    }

    /// Runs a cell to its end. Its run must have this number, unless the number is 0.
    fn run(&mut self, id: &str, number: u32) {
        self.act(Action::RunClicked(key(id)));
        let run = self.state.python.running().expect("it runs").run;
        assert!(number == 0 || run == RunId(number), "{run:?}");
        let end = End::Outcome(Outcome::Finished { result: None });
        self.act(Action::Reported(Report::Said(Event::Ended { run, end, milliseconds: 1.0 })));
        let change = Change { step: Some(100), state: 4096, repeatable: true, worker: 0 };
        self.act(Action::Reported(Report::Kept { run, change }));
    }

    fn go(&mut self, action: Action) {
        self.act(action);
        self.act(Action::Reported(Report::Became));
    }

    fn ring(&mut self) {
        for alarm in std::mem::take(&mut self.alarms) {
            let state = self.state.clone();
            match alarm {
                Alarm::TimeToWrite => self.hear(Heard::TimeToWrite(&state)),
                alarm => self.hear(Heard::Rang(alarm)),
            }
        }
    }

    /// Nothing happens for so long that the alarms ring.
    fn rest(&mut self) {
        for _ in 0..4 {
            self.ring();
        }
    }

    /// What the next visit would find.
    fn found(&self) -> Option<Kept> {
        read(&self.store.records, COURSE).expect("it can be read")
    }

    fn steps_found(&self) -> Option<(Vec<u32>, usize)> {
        let kept = self.found()?;
        Some((kept.timeline.moments().iter().map(|moment| moment.number).collect(), kept.timeline.here()))
    }
}

#[test]
fn each_save_writes_what_is_new_and_the_next_visit_goes_on() {
    let mut visit = Visit::begin(Store::default()).open();
    let mut most = 0;
    for run in 1..=100 {
        let before = visit.store.written;
        visit.run("a", run);
        assert!(!visit.is_kept);
        visit.rest();
        assert!(visit.is_kept);
        most = most.max(visit.store.written - before);
    }
    assert_eq!(most, 4, "a moment, its step, the cell, and where it is: however many there are already");
    visit.go(Action::UndoClicked);
    visit.rest();
    let mut next = Visit::begin(visit.store).open();
    assert_eq!((next.state.timeline.moments().len(), next.state.timeline.here()), (100, 99));
    let before = next.store.written;
    next.run("b", 101);
    next.rest();
    assert_eq!(next.store.written - before, 5, "and the cell whose run is undone for good");
    assert_eq!(next.steps_found().map(|(moments, here)| (moments.len(), here)), Some((100, 100)));
    assert!(!next.store.records.bytes.contains(&"0/step/100".to_owned()), "what can't be redone is deleted");
}

#[test]
fn a_store_that_fails_or_says_nothing_is_tried_again_and_loses_nothing() {
    for mood in [Mood::Fails, Mood::Hangs, Mood::Mute] {
        let mut visit = Visit::begin(Store::default()).open();
        visit.run("a", 1);
        visit.mood = mood;
        visit.rest();
        visit.run("a", 2);
        visit.rest();
        assert!(!visit.is_kept && visit.state.notices.len() == 1, "{:?}", visit.state.notices);
        visit.mood = Mood::Works;
        visit.run("b", 3);
        visit.rest();
        assert!(visit.is_kept);
        assert_eq!(visit.steps_found(), Some((vec![1, 2, 3], 3)));
    }
}

#[test]
fn a_store_that_is_full_keeps_what_it_has_and_it_is_said() {
    let mut visit = Visit::begin(Store { room: Some(8), ..Store::default() }).open();
    for run in 1..=20 {
        visit.run("a", run);
        visit.rest();
    }
    assert!(visit.state.notices[0].contains("no more room"), "{:?}", visit.state.notices);
    assert_eq!(visit.state.notices.len(), 1);
    let (moments, here) = visit.steps_found().expect("something is kept");
    assert!(!moments.is_empty() && here == moments.len());
}

#[test]
fn a_late_answer_is_not_taken_for_another() {
    let mut visit = Visit::begin(Store::default()).open();
    visit.mood = Mood::Hangs;
    visit.run("a", 1);
    visit.rest();
    visit.hear(Heard::Written { ticket: 1, done: Ok(()) });
    visit.mood = Mood::Works;
    visit.run("a", 2);
    visit.rest();
    visit.hear(Heard::Written { ticket: 1, done: Err(StoreError::Full) });
    assert_eq!(visit.steps_found(), Some((vec![1, 2], 2)));
}

#[test]
fn starting_waits_for_no_store() {
    let mut visit = Visit::begin(Store::default());
    visit.ring();
    assert_eq!(visit.state.python.word(), "ready");
    assert!(visit.state.notices[0].contains("does not answer"));
    let records = visit.store.records.clone();
    visit.hear(Heard::Opened(Ok(Opened { is_ours: true, records })));
    visit.run("a", 1);
    visit.rest();
    assert_eq!(visit.store.written, 0, "what answers later is not written to: nobody knows what is in there");
}

#[test]
fn a_store_that_can_not_be_opened_is_said_once_something_would_be_kept() {
    let mut visit = Visit::begin(Store::default());
    visit.hear(Heard::Opened(Err("forbidden".into())));
    assert!(visit.state.notices.is_empty() && visit.state.python.word() == "ready");
    visit.run("a", 1);
    visit.run("a", 2);
    assert_eq!(visit.state.notices.len(), 1);
    assert!(visit.state.notices[0].contains("forbidden"));
}

#[test]
fn a_second_tab_works_and_writes_nothing() {
    let mut first = Visit::begin(Store::default()).open();
    first.run("a", 1);
    first.rest();
    let mut second = Visit::begin(first.store.clone());
    let records = second.store.records.clone();
    second.hear(Heard::Opened(Ok(Opened { is_ours: false, records })));
    assert!(second.state.notices[0].contains("another tab"));
    second.run("b", 1);
    second.rest();
    assert_eq!(second.store.records, first.store.records);
}

#[test]
fn everything_is_forgotten_whenever_it_is_pressed() {
    let mut before = Visit::begin(Store::default()).open();
    before.run("a", 1);
    before.rest();
    let store = before.store.clone();
    type Forget = (&'static str, fn(&mut Visit));
    let forgets: [Forget; 4] = [
        ("while the store is read", |visit| {
            visit.act(Action::ForgetClicked);
            let records = visit.store.records.clone();
            visit.hear(Heard::Opened(Ok(Opened { is_ours: true, records })));
        }),
        ("before anything is written", |visit| {
            let records = visit.store.records.clone();
            visit.hear(Heard::Opened(Ok(Opened { is_ours: true, records })));
            visit.act(Action::Reported(Report::Became));
            visit.run("b", 0);
            visit.act(Action::ForgetClicked);
        }),
        ("while it is written", |visit| {
            let records = visit.store.records.clone();
            visit.hear(Heard::Opened(Ok(Opened { is_ours: true, records })));
            visit.act(Action::Reported(Report::Became));
            visit.mood = Mood::Mute;
            visit.run("b", 0);
            visit.ring();
            visit.act(Action::ForgetClicked);
            visit.mood = Mood::Works;
            visit.hear(Heard::Written { ticket: 1, done: Ok(()) });
        }),
        ("when all is kept", |visit| {
            let records = visit.store.records.clone();
            visit.hear(Heard::Opened(Ok(Opened { is_ours: true, records })));
            visit.act(Action::Reported(Report::Became));
            visit.act(Action::ForgetClicked);
        }),
    ];
    for (name, forget) in forgets {
        let mut visit = Visit::begin(store.clone());
        forget(&mut visit);
        visit.rest();
        visit.act(Action::Reported(Report::Became));
        assert!(visit.found().is_none_or(|kept| kept.timeline.moments().is_empty() && kept.cells.is_empty()), "{name}");
        visit.run("a", 0);
        visit.rest();
        assert_eq!(visit.steps_found().map(|(_, here)| here), Some(1), "{name}: what comes afterwards is kept");
    }
}

#[test]
fn what_could_not_be_brought_back_is_set_aside_and_not_tried_again() {
    let mut before = Visit::begin(Store::default()).open();
    before.run("a", 1);
    before.rest();
    let mut visit = Visit::begin(before.store);
    let records = visit.store.records.clone();
    visit.hear(Heard::Opened(Ok(Opened { is_ours: true, records })));
    visit.act(Action::Reported(Report::StateLost { reason: "damaged".into() }));
    visit.rest();
    visit.act(Action::Reported(Report::Became));
    assert!(visit.store.records.texts.contains_key("0/moment/1"), "it is still there");
    let mut next = Visit::begin(visit.store).open();
    assert_eq!(next.state.timeline.moments().len(), 0);
    next.run("b", 0);
    next.rest();
    let again = Visit::begin(next.store).open();
    assert_eq!(again.state.timeline.moments().len(), 1);
}

#[test]
fn another_courses_and_another_versions_records_are_refused_with_a_sentence() {
    let mut visit = Visit::begin(Store::default()).open();
    visit.run("a", 1);
    visit.rest();
    let records = visit.store.records;
    assert_eq!(read(&records, "another").unwrap_err(), Trouble::OtherCourse);
    let other = |from: &str, to: &str| {
        let mut records = records.clone();
        let now = records.texts.get_mut("now").expect("it is there");
        *now = now.replace(from, to);
        read(&records, COURSE)
    };
    assert_eq!(other("\"schema\":1", "\"schema\":2").unwrap_err(), Trouble::OtherVersion);
    assert_eq!(other("\"last_run\":1", "\"last_run\":0").unwrap_err(), Trouble::Damaged);
    assert_eq!(other("\"here\":1", "\"here\":2").unwrap_err(), Trouble::Damaged);
    let mut torn = records.clone();
    torn.bytes.clear();
    assert_eq!(read(&torn, COURSE).unwrap_err(), Trouble::Damaged, "the state's bytes are missing");
    let mut headless = records.clone();
    headless.texts.remove("now");
    assert_eq!(read(&headless, COURSE).unwrap_err(), Trouble::Damaged);
    assert_eq!(headless.generation(), 0);
}

#[test]
fn names_of_records_are_read_back() {
    let key = |what| Key { generation: Some(7), what };
    let cell = CellKey { slug: "a-b".into(), id: "c/d".into() };
    for what in [
        What::Moment(1),
        What::Film(2),
        What::Cell(cell),
        What::Blob(Blob::Step(3)),
        What::Blob(Blob::Whole(4)),
        What::Blob(Blob::Tape(5)),
    ] {
        let key = key(what);
        assert_eq!(Key::of_name(&key.name()), Some(key));
    }
    for name in ["", "now/", "x/moment/1", "1/moment/x", "1/what/1", "1/cell/a"] {
        assert_eq!(Key::of_name(name), None, "{name}");
    }
}

/// Records of a store in which there is something of each kind, for the tests that damage them.
pub fn well_used() -> Records {
    let mut visit = Visit::begin(Store::default()).open();
    for run in 1..=4 {
        visit.run("a", run);
    }
    visit.go(Action::ResetInterpreterClicked);
    visit.run("b", 6);
    visit.act(Action::FilmSeen { run: RunId(6), film: Ok(paper::Film::default()) });
    visit.go(Action::UndoClicked);
    visit.rest();
    visit.store.records
}

#[test]
fn a_torn_store_is_read_as_far_as_it_goes_or_refused() {
    let records = well_used();
    let names: Vec<String> = records.texts.keys().chain(&records.bytes).cloned().collect();
    for lost in 0_u32..1 << names.len().min(16) {
        let mut torn = records.clone();
        for (_, name) in names.iter().enumerate().filter(|(number, _)| lost >> number & 1 == 1) {
            torn.texts.remove(name);
            torn.bytes.retain(|kept| kept != name);
        }
        // Whatever is left must give a visit, nothing, or a sentence, and a drawer that goes on.
        match read(&torn, COURSE) {
            Ok(Some(kept)) => assert!(kept.timeline.blobs().all(|blob| torn.blobs().any(|there| there == blob))),
            Ok(None) => assert!(torn.texts.is_empty() && torn.bytes.is_empty()),
            Err(trouble) => assert!(!trouble.sentence().is_empty()),
        }
    }
    assert!(records.marks().len() == names.len(), "every record has a mark");
}
