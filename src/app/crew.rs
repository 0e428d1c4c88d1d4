//! The two workers, as one value that decides and does nothing itself.
//!
//! A run can't be interrupted, only ended with its worker. So there are two: one is *at work*; the other, the
//! *follower*, goes to every state that the first one has reached.
//!
//! 1. The desk says what it wants, workers say what has happened, alarms ring: all of it is [`Heard`], and the answer to each
//!    is a list of [`Order`]s. Whoever carries them out decides nothing.
//! 2. Stop ends the worker at work. The follower takes its place: it is in the state from before the run already.
//! 3. Between its turns the follower answers questions, one at a time, in forks. A question that does not end costs the
//!    follower, never the reader.
//! 4. A worker may fail, hang, answer late or answer twice, whatever it was asked. Then another one takes its place. If that
//!    can't be brought to the state where the first one was, the desk is told that the state is lost, and asks for
//!    the pristine one. Only if not even that can be had is Python gone.
//! 5. Everything that is waited for has an alarm or is a run, which the reader can stop.
//!
//! A state's bytes never pass through here. Requests name the [`Blob`]s that go with them.

mod question;
mod route;
#[cfg(test)]
mod tests;

use crate::bench::{Anchor, Blob, Fault, Route};
use crate::protocol::{Change, End, Event, JourneyId, LookId, Request, RunId};
use paper::Code;
use paper::run::Elsewhere;
use question::Questions;
pub use question::{Answer, Ask, Hung, Question, QuestionId, Unseen};
use route::path;

/// The follower is made this many milliseconds after Python was ready, so that it costs the page's start nothing.
const FOLLOWER_AFTER: u32 = 1_500;
/// This many workers in a row may fail before the interpreter does.
const MOST_FAILURES: u32 = 3;
/// A worker that has not loaded its program after so many milliseconds is given up. A program that can't be loaded says
/// so at once; this is for a network that says nothing.
const START_WITHIN: u32 = 30_000;
/// Going to a state, or finding out what a run has changed, may take so many milliseconds.
const SETTLE_WITHIN: u32 = 30_000;
/// A worker that holds more bytes than this, and twice what its state takes, is replaced when nothing is to be done:
/// its memory can't be given back in any other way.
const HEAVY: usize = 32 << 20;

/// The workers, and what is expected of them.
pub struct Crew {
    at_work: Member,
    work: Work,
    follower: Option<Member>,
    /// The way to the state that the reader's interpreter has between runs.
    here: Route,
    /// Bytes of that state, not packed.
    state_bytes: usize,
    questions: Questions,
    /// How many workers at work have failed in a row.
    failures: u32,
    /// How many followers have failed in a row.
    follower_failures: u32,
    /// Workers have numbers, so that what one says after its end is told from what others say.
    last_worker: WorkerId,
    last_journey: JourneyId,
    /// Orders of the answer that is being given.
    orders: Vec<Order>,
}

/// One worker's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WorkerId(pub u32);

/// What is known of a worker.
#[derive(Debug)]
struct Member {
    id: WorkerId,
    /// Its program has loaded.
    started: bool,
    /// The way to the state that it was asked to be in last.
    route: Route,
    /// The request to become that state, if it has not answered it.
    travelling: Option<JourneyId>,
    /// It holds much more memory than its state takes.
    heavy: bool,
    /// It has been in more than one state.
    used: bool,
}

/// What the worker at work does.
#[derive(Clone, Debug, PartialEq)]
enum Work {
    /// The first one loads its program.
    Starting,
    /// Nothing: it can be given a run.
    Idle,
    Running(RunId),
    /// The run has ended; what it changed is being found out.
    Settling(RunId),
    /// The run has ended badly, and the desk is to say Stop.
    Faulted,
    /// It goes to the state `here`, and the desk waits for that.
    Becoming,
    /// No worker can be had.
    Gone,
}

/// What the crew is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// The guest is compiled: the first worker can start.
    Begin,
    Run {
        run: RunId,
        code: Code,
    },
    /// The line that a waiting run reads, or another interpreter's answer.
    Line {
        run: RunId,
        line: Option<String>,
    },
    /// End the run at work and go back to the state before it.
    Stop,
    /// Go to another state; end the run at work first, if `busy`.
    Become {
        route: Route,
        busy: bool,
    },
    /// The run at work has led to this state.
    Follow {
        route: Route,
    },
    Asked(Question),
    Said {
        worker: WorkerId,
        event: Event,
    },
    /// A request could not be handed over: something that goes with it is not to be had, or the worker does not take it.
    Undelivered {
        worker: WorkerId,
        look: Option<LookId>,
        reason: String,
    },
    Rang(Alarm),
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Start a worker and send it the guest; one that `follows` is not to run anything yet.
    Start {
        worker: WorkerId,
        follows: bool,
    },
    /// Send a request with these attachments, in this order, after all earlier ones to the same worker.
    Post {
        worker: WorkerId,
        request: Request,
        blobs: Vec<Blob>,
    },
    /// End a worker, whatever it does.
    End(WorkerId),
    /// Hold the attachments of the message that was just heard, under these names.
    Hold(Vec<Blob>),
    /// Let an alarm ring after so many milliseconds.
    Wake {
        after: u32,
        alarm: Alarm,
    },
    Answer {
        question: QuestionId,
        answer: Answer,
    },
    Tell(Report),
}

/// What the desk is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Report {
    /// The interpreter can run cells.
    Ready,
    /// Something about the run at work: output, a line that it waits for, its end.
    Said(Event),
    /// What the run has changed is known.
    Kept { run: RunId, change: Change },
    /// What a run that ended well has changed was lost with its worker.
    NotKept { run: RunId, reason: String },
    /// The interpreter is in the state that was asked for.
    Became,
    /// Between two runs the worker was lost. Another one is going to the same state; `Became` follows.
    Recovering { reason: String },
    /// The state that was asked for can't be had. Nothing goes on until another one is asked for.
    StateLost { reason: String },
    /// The state after the moment of this number is held whole, in so many bytes.
    Packed { number: u32, bytes: usize },
    /// There is no interpreter any more.
    Gone { reason: String },
}

/// Something that was to have happened by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alarm {
    /// The follower may be made.
    Follower,
    Start(WorkerId),
    Journey(WorkerId, JourneyId),
    Settle(WorkerId, RunId),
    Look(LookId),
}

impl Default for Crew {
    fn default() -> Self {
        Self::new()
    }
}

impl Crew {
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

    /// Answers what has happened.
    pub fn hear(&mut self, heard: Heard) -> Vec<Order> {
        match heard {
            Heard::Begin => self.start(WorkerId(0), false),
            // Whatever the desk has asked meanwhile, there is nobody to do it.
            Heard::Run { .. } | Heard::Line { .. } | Heard::Stop | Heard::Become { .. } | Heard::Follow { .. }
                if self.work == Work::Gone => {}
            Heard::Run { run, code } => {
                self.work = Work::Running(run);
                self.post(self.at_work.id, Request::Run { run, code }, Vec::new());
            }
            Heard::Line { run, line } if self.work == Work::Running(run) => {
                self.post(self.at_work.id, Request::Line { run, line }, Vec::new());
            }
            // The run was stopped meanwhile.
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
            // A worker that was ended is still heard for a moment.
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
            // Said of a run that is over, said twice, or what only a follower is asked.
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

    /// The worker at work can't go on.
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
            // Others may still be able to be what every worker is at first.
            Work::Idle | Work::Becoming if self.here != Route::default() => self.lose_state(reason),
            Work::Idle | Work::Becoming => self.give_up(reason),
        }
    }

    fn lose_state(&mut self, reason: String) {
        self.work = Work::Becoming;
        self.discard_follower();
        self.end_at_work();
        self.here = Route::default();
        self.failures = 0;
        self.tell(Report::StateLost { reason });
    }

    fn give_up(&mut self, reason: String) {
        self.work = Work::Gone;
        self.order(Order::End(self.at_work.id));
        self.discard_follower();
        self.questions.refuse_all(&mut self.orders);
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
                // A new one is not replaced: the next would be no lighter.
                let used = std::mem::replace(&mut follower.used, true);
                follower.heavy = used && is_heavy(worker, self.state_bytes);
                self.exchange_what_is_heavy();
            }
            Event::Looking { look, at } => self.questions.looks_at(look, at),
            Event::Looked { look, answer, .. } => {
                if self.questions.answered(look, answer, &mut self.orders) {
                    self.ask_next();
                }
            }
            Event::Packed { look, bytes } => {
                if let Some(number) = self.questions.packed(look, &mut self.orders) {
                    self.order(Order::Hold(vec![Blob::Whole(number)]));
                    self.tell(Report::Packed { number, bytes });
                    self.ask_next();
                }
            }
            Event::Failed { reason } => self.lose_follower(reason),
            // Late, or twice; and a follower runs nothing.
            Event::Became { .. }
            | Event::Output { .. }
            | Event::Withheld { .. }
            | Event::Waiting { .. }
            | Event::Elsewhere { .. }
            | Event::Ended { .. }
            | Event::Kept { .. } => {}
        }
    }

    /// It can't follow any more. Another one is made, unless that has failed too often: then when one is needed.
    fn lose_follower(&mut self, reason: String) {
        self.follower_failures += 1;
        self.discard_follower();
        self.questions.failed(Fault::Broken(reason), &mut self.orders);
        if self.follower_failures < MOST_FAILURES {
            self.wake(FOLLOWER_AFTER, Alarm::Follower);
        } else {
            self.questions.refuse_all(&mut self.orders);
        }
    }

    fn hear_undelivered(&mut self, worker: WorkerId, look: Option<LookId>, reason: String) {
        match look {
            // The question's own attachments are missing; the worker has nothing to do with that.
            Some(look) if self.questions.answered(look, Err(Fault::Broken(reason.clone())), &mut self.orders) => {
                self.ask_next();
            }
            Some(_) => {}
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
                // The fork goes, with its worker.
                self.discard_follower();
                self.questions.hung(&mut self.orders);
                self.make_follower();
                self.ask_next();
            }
            // What was waited for has come.
            Alarm::Start(_) | Alarm::Journey(..) | Alarm::Settle(..) | Alarm::Look(_) => {}
        }
    }

    /// Asks the next question, if the follower has answered the one before.
    fn ask_next(&mut self) {
        if !self.questions.is_next() {
            return;
        }
        self.make_follower();
        let Some(follower) = &self.follower else {
            // While the first worker starts they wait; otherwise there is nobody to ask.
            if self.work != Work::Starting {
                self.questions.refuse_all(&mut self.orders);
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

    /// Puts the follower in the place of the worker at work, which is ended. A follower that is busy with a question may be
    /// so for ever, and is no good.
    fn replace(&mut self) {
        // What a run asked of another interpreter is of no use to anybody once the run is over.
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

    /// Sends the worker at work to where the reader's interpreter is to be, unless it is there or on its way.
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
                // A follower that has become the worker at work may still be on its way.
                if let Some(journey) = self.at_work.travelling {
                    self.wake(SETTLE_WITHIN, Alarm::Journey(worker, journey));
                }
            }
            None => self.lose_state("nothing leads to it any more".into()),
        }
    }

    /// Tells the desk if the worker at work is where it was sent.
    fn arrive_when_there(&mut self) {
        let there = self.at_work.travelling.is_none() && self.at_work.route.end() == self.here.end();
        // One that has never started has not said that it can be anything.
        if self.work == Work::Becoming && there && self.at_work.started {
            self.work = Work::Idle;
            self.tell(Report::Became);
        }
    }

    /// Sends the follower after the worker at work.
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
            // It can't get there, and is of no use where it is.
            None => {
                self.questions.put_back();
                self.discard_follower();
            }
        }
    }

    fn make_follower(&mut self) {
        let possible = !matches!(self.work, Work::Starting | Work::Gone) && self.follower.is_none();
        // A state that only the worker at work is in can't be followed to.
        if !possible || path(&Route::default(), &self.here).is_none() {
            return;
        }
        let id = self.next_worker();
        self.start(id, true);
        self.follower = Some(Member::new(id));
        self.follow();
    }

    /// Ends workers that hold too much memory, when nobody would notice.
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

    /// Ends the worker at work and starts another one in its place, pristine.
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

    /// What it must be sent to come to a state. None if it is there or on its way there, or if there is no way.
    fn journey_to(&mut self, route: &Route, journey: JourneyId, follows: bool) -> Option<(Request, Vec<Blob>)> {
        if self.route.end() == route.end() {
            // The same state may be had in another way by now.
            self.route = route.clone();
            return None;
        }
        let (path, blobs) = path(&self.route, route)?;
        self.route = route.clone();
        self.travelling = Some(journey);
        Some((Request::Become { journey, path, follows }, blobs))
    }
}

/// Whether a worker holds much more memory than its state takes; both in bytes.
fn is_heavy(worker: usize, state: usize) -> bool {
    worker > HEAVY + 2 * state
}

/// A question that another interpreter is to answer, for a run that waits.
pub fn elsewhere(asked: &Elsewhere) -> Ask {
    Ask::Elsewhere { question: asked.question(), within: asked.within() }
}
