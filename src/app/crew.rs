//! The two workers, as one value that decides what is to be done and does nothing itself.
//!
//! A run can't be interrupted, only ended with its worker. So there are two workers: one is *at work*, which runs the
//! reader's cells; the other, the *follower*, goes to every state that the first one reaches.
//!
//! 1. What the desk wants, what workers say and which alarms ring is all [`Heard`]. The answer to each is a list of
//!    [`Order`]s, and whoever carries them out decides nothing.
//! 2. At Stop the worker at work is ended, and the follower takes its place: it is in the state from before the run
//!    already. Another follower is made a little later.
//! 3. The follower answers questions in forks, one question at a time. A question that does not end costs the follower,
//!    and never the worker at work.
//! 4. Whatever it is asked, a worker may fail, hang, answer late or answer twice. Then another worker takes its place.
//!    If none can come to the state in which the interpreter was, the desk is told that the state is lost, and asks for
//!    the pristine one. If not even that can be had, there is no interpreter any more.
//! 5. For everything that is waited for there is an alarm, except for runs, which the reader can stop.
//! 6. A worker that holds much more memory than its state takes is replaced while nobody waits for it.
//!
//! No bytes of states pass through here. Requests name the [`Blob`]s that go with them.

mod question;
mod route;
#[cfg(test)]
mod tests;

use crate::bench::{Anchor, Blob, Fault, Route};
use crate::protocol::{Change, End, Event, JourneyId, LookId, Request, RunId};
use paper::{Code, Seen};
use question::Questions;
pub use question::{Answer, Ask, Hung, Question, QuestionId, Unseen, Why};
use route::path;

/// A follower is made this many milliseconds after it could be, unless a question needs it before: it should take
/// nothing from the start of the page or of a run.
const FOLLOWER_AFTER: u32 = 1_500;
/// If this many workers in a row fail, the crew does not try the same again.
const MOST_FAILURES: u32 = 3;
/// A worker that has not loaded its program after this many milliseconds is given up. A program that can't be loaded
/// says so at once; this is for a network that says nothing.
const START_WITHIN: u32 = 30_000;
/// How many milliseconds a worker may take to come to a state, or to find out what a run has changed.
const SETTLE_WITHIN: u32 = 30_000;
/// A worker is *heavy* if it holds more bytes than this beside twice what its state takes. It is replaced when nothing
/// is to be done, because its memory can't be given back in any other way.
const HEAVY: usize = 32 << 20;

/// The workers, and what is expected of them.
pub struct Crew {
    at_work: Member,
    work: Work,
    follower: Option<Member>,
    /// The way to the state that the reader's interpreter has between two runs.
    here: Route,
    /// Bytes of that state, not packed.
    state_bytes: usize,
    questions: Questions,
    /// How many workers at work have failed in a row.
    failures: u32,
    /// How many followers have failed in a row.
    follower_failures: u32,
    /// The number of the newest worker. A message of a worker that was ended can be told from others by its number.
    last_worker: WorkerId,
    /// The number of the newest request to become another state.
    last_journey: JourneyId,
    /// What is to be done about what is being heard.
    orders: Vec<Order>,
}

/// The number of a worker, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkerId(pub u32);

/// What is known of one worker.
#[derive(Debug)]
struct Member {
    id: WorkerId,
    /// Whether its program has loaded.
    started: bool,
    /// The way to the state that it was last asked to become, or has reached by a run.
    route: Route,
    /// The request to become that state, as long as it was not answered.
    travelling: Option<JourneyId>,
    /// Whether it holds much more memory than its state takes.
    heavy: bool,
    /// Whether it has become a state before.
    used: bool,
}

/// What the worker at work does.
#[derive(Clone, Debug, PartialEq)]
enum Work {
    /// The first worker loads its program.
    Starting,
    /// It does nothing, and can be given a run.
    Idle,
    /// It runs a cell, or waits in the middle of a run.
    Running(RunId),
    /// The run has ended, and it is finding out what the run has changed.
    Settling(RunId),
    /// The run has ended with a fault, and the desk is expected to ask for Stop.
    Faulted,
    /// It goes to the state at the end of [`Crew::here`], and the desk waits for that.
    Becoming,
    /// There is no worker, and none can be had.
    Gone,
}

/// What the crew can hear.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
pub enum Heard {
    /// The guest is compiled, so the first worker can start.
    Begin,
    /// The desk wants a cell run. The worker at work is idle.
    Run { run: RunId, code: Code },
    /// This is the line that a waiting run reads; `None` is the end of its input.
    Line { run: RunId, line: Option<String> },
    /// The desk wants the run at work ended; the interpreter goes back to the state before it.
    Stop,
    /// The desk wants the interpreter in the state at the end of `route`. If it is `busy`, its run is to be ended
    /// first.
    Become { route: Route, busy: bool },
    /// The run at work has led to the state at the end of `route`.
    Follow { route: Route },
    /// Somebody asks a question.
    Asked(Question),
    /// A worker has sent an event.
    Said { worker: WorkerId, event: Event },
    /// A request could not be handed to its `worker`: bytes that go with it are not to be had, or the worker does not
    /// take it. `look` names the question if the request was one.
    Undelivered { worker: WorkerId, look: Option<LookId>, reason: String },
    /// The time of an alarm has come.
    Rang(Alarm),
}

/// Something that is to be done.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
pub enum Order {
    /// Start a worker and send it the guest. One that `follows` makes no instance before it is to run something.
    Start { worker: WorkerId, follows: bool },
    /// Send a request after all earlier ones to the same worker, with the bytes of these names, in this order.
    Post { worker: WorkerId, request: Request, blobs: Vec<Blob> },
    /// End this worker, whatever it does.
    End(WorkerId),
    /// Hold the attachments of the message that is being heard, under these names, in this order.
    Hold(Vec<Blob>),
    /// Let an alarm ring `after` this many milliseconds.
    Wake { after: u32, alarm: Alarm },
    /// Give an answer to whoever asked the question.
    Answer { question: QuestionId, answer: Answer },
    /// Tell the desk.
    Tell(Report),
}

/// What the desk is told of the interpreter.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
pub enum Report {
    /// The interpreter can run cells.
    Ready,
    /// Something about the run at work: output, what it waits for, or its end.
    Said(Event),
    /// What the run has changed is known. Its step and its tape are held.
    Kept { run: RunId, change: Change },
    /// The run ended well, but what it has changed was lost with its worker, for this `reason`.
    NotKept { run: RunId, reason: String },
    /// The interpreter is in the state that was asked for, or again in the one that it had.
    Became,
    /// The worker was lost between two runs, for this `reason`. Another one is on its way to the same state; `Became`
    /// follows.
    Recovering { reason: String },
    /// The state that was asked for can't be had, for this `reason`. Nothing goes on until the desk asks for another
    /// one.
    StateLost { reason: String },
    /// The whole state after the moment of this `number` is held; it takes this many `bytes` when it is packed.
    Packed { number: u32, bytes: usize },
    /// There is no interpreter any more, for this `reason`.
    Gone { reason: String },
}

/// What an alarm is for: mostly, something that should have happened by the time it rings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alarm {
    /// A follower may be made now.
    Follower,
    /// The worker's program should have loaded.
    Start(WorkerId),
    /// The worker should have become the state that it was asked to become.
    Journey(WorkerId, JourneyId),
    /// The worker should have found out what the run has changed.
    Settle(WorkerId, RunId),
    /// The question should have been answered.
    Look(LookId),
}

impl Default for Crew {
    fn default() -> Self {
        Self::new()
    }
}

impl Crew {
    /// A crew whose first worker was not started yet: it waits for [`Heard::Begin`].
    pub fn new() -> Self {
        Self {
            at_work: Member::new(WorkerId(0)),
            work: Work::Starting,
            follower: None,
            here: Route::default(),
            state_bytes: 0,
            questions: Questions::default(),
            failures: 0,
            follower_failures: 0,
            last_worker: WorkerId(0),
            last_journey: JourneyId(0),
            orders: Vec::new(),
        }
    }

    /// Hears one thing, and gives all that is to be done about it, in order.
    pub fn hear(&mut self, heard: Heard) -> Vec<Order> {
        match heard {
            Heard::Begin => self.start(WorkerId(0), false),
            // Whatever the desk has asked for meanwhile, there is no worker to do it.
            Heard::Run { .. } | Heard::Line { .. } | Heard::Stop | Heard::Become { .. } | Heard::Follow { .. }
                if self.work == Work::Gone => {}
            Heard::Run { run, code } => {
                self.work = Work::Running(run);
                self.post(self.at_work.id, Request::Run { run, code }, Vec::new());
            }
            Heard::Line { run, line } if self.work == Work::Running(run) => {
                self.post(self.at_work.id, Request::Line { run, line }, Vec::new());
            }
            // The run that waited for the line is not at work any more.
            Heard::Line { .. } => {}
            Heard::Stop => {
                self.replace();
                self.arrive_when_there();
            }
            Heard::Become { route, busy } => {
                if busy {
                    self.replace();
                }
                self.here = route;
                self.journey_at_work();
                self.arrive_when_there();
                self.follow();
            }
            Heard::Follow { route } => {
                self.at_work.route = route.clone();
                self.here = route;
                self.follow();
            }
            Heard::Asked(question) => {
                self.questions.add(question, &mut self.orders);
                self.ask_next();
            }
            Heard::Said { worker, event } if worker == self.at_work.id => self.hear_at_work(event),
            Heard::Said { worker, event } if self.is_follower(worker) => self.hear_follower(event),
            Heard::Undelivered { worker, look, reason } => self.hear_undelivered(worker, look, reason),
            Heard::Rang(alarm) => self.hear_alarm(alarm),
            // A worker that was ended can still be heard for a moment.
            Heard::Said { .. } => {}
        }
        std::mem::take(&mut self.orders)
    }

    fn hear_at_work(&mut self, event: Event) {
        match event {
            Event::Ready => {
                self.at_work.started = true;
                if self.work == Work::Starting {
                    self.work = Work::Idle;
                    self.failures = 0;
                    self.tell(Report::Ready);
                    self.wake(FOLLOWER_AFTER, Alarm::Follower);
                }
                self.arrive_when_there();
            }
            Event::Became { journey, .. } if self.at_work.travelling == Some(journey) => {
                self.at_work.travelling = None;
                self.failures = 0;
                self.arrive_when_there();
            }
            Event::Output { run, .. }
            | Event::Withheld { run, .. }
            | Event::Waiting { run }
            | Event::Elsewhere { run, .. }
                if self.work == Work::Running(run) =>
            {
                self.tell(Report::Said(event));
            }
            Event::Ended { run, ref end, .. } if self.work == Work::Running(run) => {
                match end {
                    End::Outcome(_) => {
                        self.work = Work::Settling(run);
                        self.wake(SETTLE_WITHIN, Alarm::Settle(self.at_work.id, run));
                    }
                    End::Fault(_) => self.work = Work::Faulted,
                }
                self.tell(Report::Said(event));
            }
            Event::Kept { run, change, .. } if self.work == Work::Settling(run) => {
                self.work = Work::Idle;
                self.failures = 0;
                self.state_bytes = change.state;
                self.at_work.heavy = is_heavy(change.worker, change.state);
                self.order(Order::Hold(vec![Blob::Step(run.0), Blob::Tape(run.0)]));
                self.tell(Report::Kept { run, change });
            }
            Event::Failed { reason } => self.fail(reason),
            // These are about a run that is over, come for a second time, or are what only a follower is asked for.
            Event::Became { .. }
            | Event::Output { .. }
            | Event::Withheld { .. }
            | Event::Waiting { .. }
            | Event::Elsewhere { .. }
            | Event::Ended { .. }
            | Event::Kept { .. }
            | Event::Packed { .. }
            | Event::Looking { .. }
            | Event::Looked { .. } => {}
        }
    }

    /// The worker at work can't go on, for this reason.
    fn fail(&mut self, reason: String) {
        self.failures += 1;
        let goes_on = self.failures < MOST_FAILURES;
        match self.work.clone() {
            Work::Gone | Work::Faulted => {}
            Work::Starting if goes_on => {
                self.order(Order::End(self.at_work.id));
                let id = self.next_worker();
                self.at_work = Member::new(id);
                self.start(id, false);
            }
            Work::Starting => self.give_up(reason),
            Work::Running(run) => {
                self.work = Work::Faulted;
                let end = End::Fault(Fault::Broken(reason));
                self.tell(Report::Said(Event::Ended { run, end, milliseconds: 0.0 }));
            }
            Work::Settling(run) => {
                self.work = Work::Faulted;
                self.tell(Report::NotKept { run, reason });
            }
            Work::Idle if goes_on => {
                self.tell(Report::Recovering { reason });
                self.replace();
                self.arrive_when_there();
            }
            Work::Becoming if goes_on => {
                self.replace();
                self.arrive_when_there();
            }
            // Another worker may still be able to have the pristine state, which every worker has at first.
            Work::Idle | Work::Becoming if self.here != Route::default() => self.lose_state(reason),
            Work::Idle | Work::Becoming => self.give_up(reason),
        }
    }

    /// Gives the state up that the interpreter was to have, and starts anew with a pristine worker.
    fn lose_state(&mut self, reason: String) {
        self.work = Work::Becoming;
        self.discard_follower();
        self.end_at_work();
        self.here = Route::default();
        self.failures = 0;
        self.tell(Report::StateLost { reason });
    }

    /// Gives the interpreter up: too many workers have failed in a row.
    fn give_up(&mut self, reason: String) {
        self.work = Work::Gone;
        self.order(Order::End(self.at_work.id));
        self.discard_follower();
        self.questions.refuse_all(Why::Nobody, &mut self.orders);
        self.tell(Report::Gone { reason });
    }

    fn hear_follower(&mut self, event: Event) {
        let Some(follower) = &mut self.follower else { return };
        match event {
            Event::Ready => {
                follower.started = true;
                self.follower_failures = 0;
            }
            Event::Became { journey, worker } if follower.travelling == Some(journey) => {
                follower.travelling = None;
                // A follower that has only just come is not replaced: the next one would be no lighter.
                let used = std::mem::replace(&mut follower.used, true);
                follower.heavy = used && is_heavy(worker, self.state_bytes);
                self.exchange_what_is_heavy();
            }
            Event::Looking { look, at } => self.questions.looks_at(look, at),
            Event::Looked { look, answer, .. } => self.hear_answer(look, answer),
            Event::Packed { look, bytes } => {
                if let Some(number) = self.questions.packed(look, &mut self.orders) {
                    self.order(Order::Hold(vec![Blob::Whole(number)]));
                    self.tell(Report::Packed { number, bytes });
                    self.ask_next();
                }
            }
            Event::Failed { reason } => self.lose_follower(reason),
            // These come late, for a second time, or are about runs, which a follower does not have.
            Event::Became { .. }
            | Event::Output { .. }
            | Event::Withheld { .. }
            | Event::Waiting { .. }
            | Event::Elsewhere { .. }
            | Event::Ended { .. }
            | Event::Kept { .. } => {}
        }
    }

    /// The follower can't go on. Another one is made, unless too many have failed in a row; then one is made when a
    /// question needs it.
    fn lose_follower(&mut self, reason: String) {
        self.follower_failures += 1;
        self.discard_follower();
        self.questions.failed(Fault::Broken(reason), &mut self.orders);
        if self.follower_failures < MOST_FAILURES {
            self.wake(FOLLOWER_AFTER, Alarm::Follower);
        } else {
            self.questions.refuse_all(Why::Nobody, &mut self.orders);
        }
    }

    fn hear_answer(&mut self, look: LookId, answer: Result<Seen, Fault>) {
        if self.questions.answered(look, answer, &mut self.orders) {
            self.ask_next();
        }
    }

    fn hear_undelivered(&mut self, worker: WorkerId, look: Option<LookId>, reason: String) {
        match look {
            // Only the question is lost by that; the worker goes on.
            Some(look) => self.hear_answer(look, Err(Fault::Broken(reason))),
            None if worker == self.at_work.id => self.fail(reason),
            None if self.is_follower(worker) => self.lose_follower(reason),
            None => {}
        }
    }

    fn hear_alarm(&mut self, alarm: Alarm) {
        let at_work = self.at_work.id;
        match alarm {
            Alarm::Follower => {
                self.make_follower();
                self.ask_next();
            }
            Alarm::Start(worker) if worker == at_work && !self.at_work.started => {
                self.fail("its program did not come within half a minute".into());
            }
            Alarm::Start(worker)
                if self.follower.as_ref().is_some_and(|follower| follower.id == worker && !follower.started) =>
            {
                self.lose_follower("its program did not come within half a minute".into());
            }
            Alarm::Journey(worker, journey) if worker == at_work && self.at_work.travelling == Some(journey) => {
                self.fail("it did not come to the state it was to be in".into());
            }
            Alarm::Settle(worker, run) if worker == at_work && self.work == Work::Settling(run) => {
                self.fail("it did not say what the run has changed".into());
            }
            Alarm::Look(look) if self.questions.is_asked(look) => {
                // The fork can only be ended with its worker.
                self.discard_follower();
                self.questions.hung(&mut self.orders);
                self.make_follower();
                self.ask_next();
            }
            // What the alarm was for has happened.
            Alarm::Start(_) | Alarm::Journey(..) | Alarm::Settle(..) | Alarm::Look(_) => {}
        }
    }

    /// Asks the follower the next question, if it has answered the one before.
    fn ask_next(&mut self) {
        if !self.questions.is_next() {
            return;
        }
        self.make_follower();
        let Some(follower) = &self.follower else {
            match self.work {
                // Questions wait while the first worker starts.
                Work::Starting => {}
                Work::Gone => self.questions.refuse_all(Why::Nobody, &mut self.orders),
                // Only the worker at work has the state that the interpreter is in.
                _ => self.questions.refuse_all(Why::Unreachable, &mut self.orders),
            }
            return;
        };
        let (worker, route) = (follower.id, follower.route.clone());
        while let Some(asking) = self.questions.next(&route, &mut self.orders) {
            match asking {
                Err(()) => continue,
                Ok(asking) => {
                    self.post(worker, asking.request, asking.blobs);
                    self.wake(asking.within, Alarm::Look(asking.look));
                    return;
                }
            }
        }
    }

    /// Ends the worker at work and puts the follower in its place. A follower that is at a question goes too, because
    /// the question may never end; a new worker then takes the place.
    fn replace(&mut self) {
        // What a run has asked of another interpreter is of no use once the run is over.
        if self.questions.drop_elsewhere() || self.questions.is_busy() {
            self.questions.put_back();
            self.discard_follower();
        }
        self.order(Order::End(self.at_work.id));
        self.at_work = match self.follower.take() {
            Some(follower) => follower,
            None => {
                let id = self.next_worker();
                self.start(id, false);
                Member::new(id)
            }
        };
        self.work = Work::Becoming;
        self.journey_at_work();
        self.wake(FOLLOWER_AFTER, Alarm::Follower);
    }

    /// Asks the worker at work to become the state that the reader's interpreter is to have, unless it has that state
    /// or is on its way to it.
    fn journey_at_work(&mut self) {
        self.work = Work::Becoming;
        let (worker, journey) = (self.at_work.id, JourneyId(self.last_journey.0 + 1));
        match self.at_work.journey_to(&self.here, journey, false) {
            Some((request, blobs)) => {
                self.last_journey = journey;
                self.post(worker, request, blobs);
                self.wake(SETTLE_WITHIN, Alarm::Journey(worker, journey));
            }
            None if self.at_work.route.end() == self.here.end() => {
                // A follower that has just taken the place may still be on its way.
                if let Some(journey) = self.at_work.travelling {
                    self.wake(SETTLE_WITHIN, Alarm::Journey(worker, journey));
                }
            }
            None => self.lose_state("nothing leads to it any more".into()),
        }
    }

    /// Tells the desk that the worker at work has come to where it was sent, if it has.
    fn arrive_when_there(&mut self) {
        let there = self.at_work.travelling.is_none() && self.at_work.route.end() == self.here.end();
        // A worker whose program has not loaded is in no state yet.
        if self.work == Work::Becoming && there && self.at_work.started {
            self.work = Work::Idle;
            self.tell(Report::Became);
        }
    }

    /// Asks the follower to become the state that the reader's interpreter has.
    fn follow(&mut self) {
        let journey = JourneyId(self.last_journey.0 + 1);
        let Some(follower) = &mut self.follower else { return };
        let worker = follower.id;
        match follower.journey_to(&self.here, journey, true) {
            Some((request, blobs)) => {
                self.last_journey = journey;
                self.post(worker, request, blobs);
            }
            None if follower.route.end() == self.here.end() => {}
            // The follower can't get there, and is of no use where it is.
            None => {
                self.questions.put_back();
                self.discard_follower();
            }
        }
    }

    /// Makes a follower, if there is none and it would have somewhere to go.
    fn make_follower(&mut self) {
        let possible = !matches!(self.work, Work::Starting | Work::Gone) && self.follower.is_none();
        // A state that only the worker at work has can't be reached by another one.
        if !possible || path(&Route::default(), &self.here).is_none() {
            return;
        }
        let id = self.next_worker();
        self.start(id, true);
        self.follower = Some(Member::new(id));
        self.follow();
    }

    /// Replaces workers that hold too much memory, when nobody would notice.
    fn exchange_what_is_heavy(&mut self) {
        let Some(follower) = &self.follower else { return };
        let there = follower.travelling.is_none() && follower.route.end() == self.here.end();
        if self.work != Work::Idle || !there || self.questions.is_busy() {
            return;
        }
        if self.at_work.heavy {
            self.replace();
            self.work = Work::Idle;
        } else if follower.heavy && !matches!(self.here.anchor, Anchor::Live { .. }) {
            self.discard_follower();
            self.wake(FOLLOWER_AFTER, Alarm::Follower);
        }
    }

    fn discard_follower(&mut self) {
        if let Some(follower) = self.follower.take() {
            self.order(Order::End(follower.id));
        }
    }

    /// Ends the worker at work, and starts a pristine one in its place.
    fn end_at_work(&mut self) {
        self.order(Order::End(self.at_work.id));
        let id = self.next_worker();
        self.at_work = Member::new(id);
        self.start(id, false);
    }

    fn is_follower(&self, worker: WorkerId) -> bool {
        self.follower.as_ref().is_some_and(|follower| follower.id == worker)
    }

    fn next_worker(&mut self) -> WorkerId {
        self.last_worker.0 += 1;
        self.last_worker
    }

    fn start(&mut self, id: WorkerId, follows: bool) {
        self.order(Order::Start { worker: id, follows });
        self.wake(START_WITHIN, Alarm::Start(id));
    }

    fn post(&mut self, worker: WorkerId, request: Request, blobs: Vec<Blob>) {
        self.order(Order::Post { worker, request, blobs });
    }

    fn wake(&mut self, after: u32, alarm: Alarm) {
        self.order(Order::Wake { after, alarm });
    }

    fn tell(&mut self, report: Report) {
        self.order(Order::Tell(report));
    }

    fn order(&mut self, order: Order) {
        self.orders.push(order);
    }

    #[cfg(test)]
    fn questions_waiting(&self) -> usize {
        self.questions.waiting()
    }
}

impl Member {
    fn new(id: WorkerId) -> Self {
        Self { id, started: false, route: Route::default(), travelling: None, heavy: false, used: false }
    }

    /// The request by which the worker comes to a state, with the names of its attachments. `None` if the worker has
    /// that state or is on its way to it, or if there is no way.
    fn journey_to(&mut self, route: &Route, journey: JourneyId, follows: bool) -> Option<(Request, Vec<Blob>)> {
        if self.route.end() == route.end() {
            // By now there may be another way to the same state.
            self.route = route.clone();
            return None;
        }
        let (path, blobs) = path(&self.route, route)?;
        self.route = route.clone();
        self.travelling = Some(journey);
        Some((Request::Become { journey, path, follows }, blobs))
    }
}

/// Whether a worker that holds `worker` bytes is heavy, if its state takes `state` bytes.
fn is_heavy(worker: usize, state: usize) -> bool {
    worker > HEAVY + 2 * state
}
