//! The crew in each of its situations, against everything that can happen in it. The desk and the workers are made up.

use std::collections::VecDeque;

use paper::{Question as Asked, Seen};

use super::*;
use crate::bench::Anchor;
use paper::Outcome;

/// A crew with workers that do what they are asked, and a desk that does what it promises.
struct World {
    crew: Crew,
    /// What the workers are still to say, in order.
    said: VecDeque<(WorkerId, Event)>,
    alarms: Vec<Alarm>,
    ended: Vec<WorkerId>,
    started: Vec<WorkerId>,
    reports: Vec<Report>,
    answers: Vec<(u32, Answer)>,
    /// The names of the bytes that the desk holds.
    held: Vec<Blob>,
    desk: Desk,
}

/// What the desk takes the interpreter to be doing.
#[derive(Clone, Debug, PartialEq)]
enum Desk {
    Loading,
    Ready,
    Running(RunId),
    Settling(RunId),
    Becoming,
    Failed,
}

impl World {
    fn new() -> Self {
        let mut world = Self {
            crew: Crew::new(),
            said: VecDeque::new(),
            alarms: Vec::new(),
            ended: Vec::new(),
            started: Vec::new(),
            reports: Vec::new(),
            answers: Vec::new(),
            held: Vec::new(),
            desk: Desk::Loading,
        };
        world.hear(Heard::Begin);
        world
    }

    fn ready() -> Self {
        let mut world = Self::new();
        world.settle();
        world.ring(|alarm| *alarm == Alarm::Follower);
        world.settle();
        assert_eq!(world.desk, Desk::Ready);
        assert!(world.crew.follower.is_some());
        world
    }

    /// A world in which two runs have ended.
    fn used() -> Self {
        let mut world = Self::ready();
        for run in [1, 2] {
            world.run(run);
            world.settle();
        }
        world
    }

    fn hear(&mut self, heard: Heard) {
        let orders = self.crew.hear(heard);
        for order in orders {
            self.carry_out(order);
        }
    }

    /// Carries out what the crew has ordered while something was done to it directly, and not by `hear`.
    fn carry_out_rest(&mut self) {
        for order in std::mem::take(&mut self.crew.orders) {
            self.carry_out(order);
        }
    }

    fn carry_out(&mut self, order: Order) {
        match order {
            Order::Start { worker, .. } => {
                assert!(!self.started.contains(&worker), "{worker:?} is started once");
                self.started.push(worker);
                self.said.push_back((worker, Event::Ready));
            }
            Order::Post { worker, request, .. } => {
                assert!(
                    self.started.contains(&worker) && !self.ended.contains(&worker),
                    "{request:?} goes to a worker that lives"
                );
                self.work(worker, request);
            }
            Order::End(worker) => {
                assert!(!self.ended.contains(&worker), "{worker:?} is ended once");
                self.ended.push(worker);
            }
            Order::Hold(blobs) => self.held.extend(blobs),
            Order::Wake { alarm, .. } => self.alarms.push(alarm),
            Order::Answer { question, answer } => {
                assert!(
                    self.answers.iter().all(|(answered, _)| *answered != question.0),
                    "a question is answered once"
                );
                self.answers.push((question.0, answer));
            }
            Order::Tell(report) => self.tell(report),
        }
    }

    fn work(&mut self, worker: WorkerId, request: Request) {
        let events = match request {
            Request::Run { run, .. } | Request::Line { run, .. } => vec![ended(run), kept(run)],
            Request::Become { journey, .. } => vec![Event::Became { journey, worker: 0 }],
            Request::Pack { look } => vec![Event::Packed { look, bytes: 100 }],
            Request::Break { look, .. }
            | Request::Rehearse { look, .. }
            | Request::Assess { look, .. }
            | Request::Look { look, .. } => {
                vec![looked(look)]
            }
            Request::Start { .. } => Vec::new(),
        };
        self.said.extend(events.into_iter().map(|event| (worker, event)));
    }

    /// The desk hears a report, and does what it has promised to do about it.
    fn tell(&mut self, report: Report) {
        self.reports.push(report.clone());
        match report {
            Report::Ready => self.desk = Desk::Ready,
            Report::Said(Event::Ended { run, end, .. }) => {
                assert_eq!(self.desk, Desk::Running(run));
                match end {
                    End::Outcome(_) => self.desk = Desk::Settling(run),
                    End::Fault(_) => self.stop(),
                }
            }
            Report::Said(_) => assert!(matches!(self.desk, Desk::Running(_))),
            Report::Kept { run, .. } => {
                assert_eq!(self.desk, Desk::Settling(run));
                self.desk = Desk::Ready;
                let mut route = self.crew.here.clone();
                route.steps.push(run.0);
                self.hear(Heard::Follow { route });
            }
            Report::NotKept { run, .. } => {
                assert_eq!(self.desk, Desk::Settling(run));
                self.stop();
            }
            Report::Became => {
                assert_eq!(self.desk, Desk::Becoming);
                self.desk = Desk::Ready;
            }
            Report::Recovering { .. } => {
                assert_eq!(self.desk, Desk::Ready);
                self.desk = Desk::Becoming;
            }
            Report::StateLost { .. } => {
                assert_eq!(self.desk, Desk::Becoming);
                self.hear(Heard::Become { route: Route::default(), busy: false });
            }
            Report::Packed { .. } => {}
            Report::Gone { .. } => self.desk = Desk::Failed,
        }
    }

    fn run(&mut self, run: u32) {
        self.desk = Desk::Running(RunId(run));
        self.hear(Heard::Run { run: RunId(run), code: Code { cell: "c".into(), source: String::new() } });
    }

    fn stop(&mut self) {
        self.desk = Desk::Becoming;
        self.hear(Heard::Stop);
    }

    fn become_state(&mut self, route: Route) {
        self.desk = Desk::Becoming;
        self.hear(Heard::Become { route, busy: false });
    }

    fn ask(&mut self, question: u32, ask: Ask) {
        self.hear(Heard::Asked(Question { id: QuestionId(question), ask }));
    }

    /// Lets the workers that were not ended say what they are to say. There is a limit, so that a crew which never
    /// comes to rest fails the test.
    fn settle(&mut self) {
        for _ in 0..500 {
            let Some((worker, event)) = self.said.pop_front() else { return };
            if !self.ended.contains(&worker) {
                self.hear(Heard::Said { worker, event });
            }
        }
        panic!("the crew does not come to rest: {:?}", self.reports);
    }

    fn ring(&mut self, which: impl Fn(&Alarm) -> bool) {
        let ringing: Vec<Alarm> = self.alarms.extract_if(.., |alarm| which(alarm)).collect();
        for alarm in ringing {
            self.hear(Heard::Rang(alarm));
        }
    }

    /// Lets everything come that is waited for, or its alarm ring. After that there must be an interpreter that works,
    /// or the reader must have been told why there is none.
    fn end_well(mut self, story: &str) {
        self.settle();
        for _ in 0..10 {
            self.ring(|_| true);
            self.settle();
        }
        if matches!(self.desk, Desk::Running(_)) {
            // A run that says nothing any more is stopped by the reader.
            self.stop();
            self.settle();
        }
        assert!(
            matches!(self.desk, Desk::Ready | Desk::Failed),
            "{story}: the desk is left in {:?} ({:?})",
            self.desk,
            self.crew.work
        );
        if self.desk == Desk::Failed {
            assert!(self.reports.iter().any(|report| matches!(report, Report::Gone { .. })), "{story}");
            return;
        }
        // The next run works,
        self.run(90);
        self.settle();
        assert_eq!(self.desk, Desk::Ready, "{story}: a run works afterwards");
        assert_eq!(self.crew.here.end(), 90, "{story}");
        // and so do Stop and a question.
        self.run(91);
        self.said.clear();
        self.stop();
        self.ask(77, Ask::Now(variables()));
        self.settle();
        assert_eq!((self.desk.clone(), self.crew.here.end()), (Desk::Ready, 90), "{story}: Stop gives back the state");
        assert!(self.answers.iter().any(|(question, _)| *question == 77), "{story}: a question is answered");
    }
}

fn ended(run: RunId) -> Event {
    Event::Ended { run, end: End::Outcome(Outcome::Finished { result: None }), milliseconds: 1.0 }
}

fn kept(run: RunId) -> Event {
    let change = Change { step: Some(10), state: 4096, repeatable: true, worker: 1 << 20 };
    Event::Kept { run, change, milliseconds: 1.0 }
}

fn looked(look: LookId) -> Event {
    Event::Looked { look, answer: Ok(Seen::Done), milliseconds: 1.0 }
}

fn failed() -> Event {
    Event::Failed { reason: "it broke".into() }
}

/// The name of a situation, the world in which it begins, and what is done to come to it.
type Situation = (&'static str, fn() -> World, fn(&mut World));

/// All situations, with what the workers would say next.
const SITUATIONS: [Situation; 15] = [
    ("starting", World::new, |_| ()),
    ("ready", World::ready, |_| ()),
    ("used", World::used, |_| ()),
    ("running", World::used, |world| world.run(3)),
    ("running without a follower", World::used, |world| {
        world.crew.discard_follower();
        world.carry_out_rest();
        world.run(3);
    }),
    ("settling", World::used, |world| {
        world.run(3);
        let (worker, event) = world.said.pop_front().expect("it ends");
        world.hear(Heard::Said { worker, event });
        assert!(matches!(world.crew.work, Work::Settling(_)));
    }),
    ("stopping", World::used, |world| {
        world.run(3);
        world.said.clear();
        world.stop();
    }),
    ("stopping without a follower", World::used, |world| {
        world.crew.discard_follower();
        world.carry_out_rest();
        world.run(3);
        world.said.clear();
        world.stop();
    }),
    ("going back", World::used, |world| world.become_state(Route { anchor: Anchor::Pristine, steps: vec![1] })),
    ("resetting", World::used, |world| world.become_state(Route::default())),
    ("looking", World::used, |world| world.ask(1, Ask::Now(variables()))),
    ("looking while running", World::used, |world| {
        world.ask(1, Ask::Now(variables()));
        world.run(3);
    }),
    ("waiting for another interpreter", World::used, |world| {
        world.run(3);
        world.said.clear();
        world.ask(1, Ask::Elsewhere { question: program(), within: 5.0 });
    }),
    ("watching a run", World::used, |world| {
        let before = Route { anchor: Anchor::Pristine, steps: vec![1] };
        world.ask(1, Ask::OfRun { run: 2, question: program(), before, within: 5.0 });
    }),
    ("gone", World::used, |world| {
        world.crew.give_up("no".into());
        world.carry_out_rest();
    }),
];

/// Everything that either worker could say, or fail to say.
fn happenings(world: &World) -> Vec<(String, Heard)> {
    let mut happenings = Vec::new();
    let last_look = LookId(
        world
            .alarms
            .iter()
            .filter_map(|alarm| if let Alarm::Look(look) = alarm { Some(look.0) } else { None })
            .max()
            .unwrap_or(0),
    );
    let workers =
        [Some(world.crew.at_work.id), world.crew.follower.as_ref().map(|follower| follower.id), Some(WorkerId(99))];
    for worker in workers.into_iter().flatten() {
        for event in [
            Event::Ready,
            failed(),
            Event::Output { run: RunId(3), pieces: Vec::new() },
            Event::Withheld { run: RunId(3), lines: 1, bytes: 1 },
            Event::Waiting { run: RunId(3) },
            Event::Waiting { run: RunId(2) },
            ended(RunId(3)),
            ended(RunId(2)),
            Event::Ended { run: RunId(3), end: End::Fault(Fault::Memory), milliseconds: 0.0 },
            kept(RunId(3)),
            kept(RunId(2)),
            Event::Became { journey: world.crew.last_journey, worker: 1 << 30 },
            Event::Became { journey: JourneyId(0), worker: 0 },
            Event::Packed { look: last_look, bytes: 9 },
            Event::Packed { look: LookId(99), bytes: 9 },
            Event::Looking { look: last_look, at: "x".into() },
            looked(last_look),
            looked(LookId(99)),
            Event::Looked { look: last_look, answer: Err(Fault::TimedOut), milliseconds: 1.0 },
            Event::Looked { look: last_look, answer: Err(Fault::Panic("a trap".into())), milliseconds: 1.0 },
        ] {
            happenings.push((format!("{worker:?} says {event:?}"), Heard::Said { worker, event }));
        }
        let undelivered = |look| Heard::Undelivered { worker, look, reason: "a part is missing".into() };
        happenings.push((format!("{worker:?} is not reached"), undelivered(None)));
        happenings.push((format!("{worker:?} is not asked"), undelivered(Some(last_look))));
    }
    happenings.extend(world.alarms.iter().map(|alarm| (format!("{alarm:?} rings"), Heard::Rang(*alarm))));
    happenings
}

#[test]
fn whatever_happens_in_whatever_state_the_reader_has_a_python_or_a_sentence() {
    let mut tried = 0;
    for (name, begin, lead) in SITUATIONS {
        let situation = || {
            let mut world = begin();
            lead(&mut world);
            world
        };
        for number in 0..happenings(&situation()).len() {
            for times in 1..=2 {
                // What the workers were about to say comes afterwards, or does not come at all.
                for comes in [true, false] {
                    let mut world = situation();
                    let (what, heard) = happenings(&world).swap_remove(number);
                    for _ in 0..times {
                        // A worker that was ended says nothing more, but what it has said before may still come.
                        world.hear(heard.clone());
                    }
                    if !comes {
                        world.said.retain(|(_, event)| *event == Event::Ready);
                        give_up_waiting(&mut world);
                    }
                    tried += 1;
                    world.end_well(&format!("{name}; {what}, {times} times; the rest comes: {comes}"));
                }
            }
        }
    }
    assert!(tried > 2_000, "{tried}");
}

/// The reader stops a run that says nothing any more.
fn give_up_waiting(world: &mut World) {
    world.settle();
    if matches!(world.desk, Desk::Running(_)) {
        world.stop();
    }
}

#[test]
fn a_worker_that_fails_before_it_says_what_a_run_has_changed_costs_that_run_only() {
    let mut world = World::used();
    world.run(3);
    let (worker, event) = world.said.pop_front().expect("it ends");
    world.hear(Heard::Said { worker, event });
    world.said.clear();
    world.hear(Heard::Said { worker, event: failed() });
    world.settle();
    assert!(world.reports.iter().any(|report| matches!(report, Report::NotKept { run: RunId(3), .. })));
    assert_eq!((world.desk.clone(), world.crew.here.end()), (Desk::Ready, 2));
}

#[test]
fn a_state_that_can_not_be_had_is_tried_by_others_and_then_lost() {
    let mut world = World::used();
    world.become_state(Route { anchor: Anchor::Whole { number: 7, bytes: 1 }, steps: vec![8] });
    for _ in 0..MOST_FAILURES {
        assert!(world.reports.iter().all(|report| !matches!(report, Report::StateLost { .. })));
        world.said.clear();
        let worker = world.crew.at_work.id;
        world.hear(Heard::Said { worker, event: failed() });
    }
    world.settle();
    assert!(world.reports.iter().any(|report| matches!(report, Report::StateLost { .. })));
    assert_eq!((world.desk.clone(), world.crew.here.clone()), (Desk::Ready, Route::default()));
}

#[test]
fn workers_that_all_fail_are_the_end_and_it_is_said_why() {
    let mut world = World::new();
    world.ask(1, Ask::Now(program()));
    for _ in 0..MOST_FAILURES {
        world.said.clear();
        let worker = world.crew.at_work.id;
        world.hear(Heard::Said { worker, event: failed() });
    }
    assert_eq!(world.reports, [Report::Gone { reason: "it broke".into() }]);
    assert_eq!(world.answers, [(1, Answer::NotAsked(Why::Nobody))]);
}

#[test]
fn what_a_stopped_run_asked_of_another_interpreter_is_dropped() {
    let mut world = World::used();
    world.run(3);
    world.said.clear();
    world.ask(1, Ask::Elsewhere { question: program(), within: 3_600_000.0 });
    let busy = world.crew.follower.as_ref().map(|follower| follower.id).expect("it is asked");
    world.said.clear();
    world.stop();
    assert!(world.ended.contains(&busy), "the follower that works for the stopped run goes");
    assert!(!world.crew.questions.is_busy() && !world.crew.questions.is_next(), "and nobody takes its work on");
    world.end_well("another interpreter");
}

#[test]
fn a_question_that_can_not_be_put_is_answered() {
    let mut world = World::used();
    let before = Route { anchor: Anchor::Live { number: 70 }, steps: Vec::new() };
    world.ask(1, Ask::OfRun { run: 71, question: program(), before, within: 5.0 });
    world.ask(2, Ask::Whole { number: 70 });
    let unreachable = Answer::NotAsked(Why::Unreachable);
    assert_eq!(world.answers, [(1, unreachable.clone()), (2, unreachable)]);
    world.ask(3, Ask::Now(variables()));
    let (follower, look) = (world.crew.follower.as_ref().map(|follower| follower.id).expect("it is asked"), LookId(1));
    world.hear(Heard::Undelivered { worker: follower, look: Some(look), reason: "gone".into() });
    assert!(matches!(world.answers.last(), Some((3, Answer::Failed(Fault::Broken(_))))));
    world.end_well("questions");
}

#[test]
fn a_state_that_only_the_worker_at_work_has_can_not_be_asked_about() {
    let mut world = World::used();
    // The state of run 2 has become too large to be held, so nothing leads to it any more.
    world.hear(Heard::Follow { route: Route { anchor: Anchor::Live { number: 2 }, steps: Vec::new() } });
    world.run(3);
    world.said.clear();
    world.stop();
    assert_eq!((world.desk.clone(), world.crew.here.end()), (Desk::Ready, 2), "the follower had it too");
    world.ask(1, Ask::Now(variables()));
    assert_eq!(world.answers, [(1, Answer::NotAsked(Why::Unreachable))], "and there can be no other follower");
}

#[test]
fn a_fork_that_hangs_costs_the_follower_and_nothing_else() {
    let mut world = World::used();
    world.ask(1, Ask::Now(variables()));
    world.ask(2, Ask::Now(complete(0)));
    let follower = world.crew.follower.as_ref().map(|follower| follower.id).expect("it is asked");
    world.said.clear();
    world.hear(Heard::Said { worker: follower, event: Event::Looking { look: LookId(1), at: "x".into() } });
    world.ring(|alarm| matches!(alarm, Alarm::Look(_)));
    assert!(world.ended.contains(&follower));
    world.settle();
    assert_eq!(world.answers, [(1, Answer::Hung(Hung { at: "x".into() })), (2, Answer::Seen(Seen::Done))]);
    assert_eq!(world.desk, Desk::Ready);
}

#[test]
fn a_fork_that_stops_with_an_internal_error_is_asked_once_more() {
    let mut world = World::used();
    world.ask(1, Ask::Now(variables()));
    let follower = world.crew.follower.as_ref().map(|follower| follower.id).expect("it is asked");
    let trap = |look| Event::Looked { look, answer: Err(Fault::Panic("out of bounds".into())), milliseconds: 1.0 };
    world.said.clear();
    world.hear(Heard::Said { worker: follower, event: trap(LookId(1)) });
    assert_eq!(world.answers, [], "it is asked again");
    world.said.clear();
    world.hear(Heard::Said { worker: follower, event: trap(LookId(2)) });
    assert_eq!(world.answers, [(1, Answer::Failed(Fault::Panic("out of bounds".into())))]);
    world.end_well("an internal error");
}

#[test]
fn only_the_newest_of_a_kind_is_asked_but_every_run_is_watched() {
    let mut world = World::used();
    world.crew.discard_follower();
    world.crew.work = Work::Starting;
    for question in 1..=3 {
        world.ask(question, Ask::Now(complete(question)));
    }
    for question in 4..=40 {
        world.ask(question, Ask::Pristine(program()));
    }
    let refused = |answers: &[(u32, Answer)], why: Why| -> Vec<u32> {
        answers.iter().filter(|(_, answer)| *answer == Answer::NotAsked(why)).map(|(question, _)| *question).collect()
    };
    assert_eq!(refused(&world.answers, Why::Superseded), [1, 2], "older completions");
    assert_eq!(refused(&world.answers, Why::TooMany), (3..=10).collect::<Vec<_>>());
    assert_eq!(world.crew.questions_waiting(), 30, "the oldest of too many go");
}

#[test]
fn a_worker_that_holds_too_much_memory_is_replaced_when_nothing_is_to_be_done() {
    let mut world = World::used();
    let heavy = world.crew.at_work.id;
    world.run(3);
    let (worker, event) = world.said.pop_front().expect("it ends");
    world.hear(Heard::Said { worker, event });
    world.said.clear();
    let change = Change { step: Some(10), state: 4096, repeatable: true, worker: 300 << 20 };
    world.hear(Heard::Said { worker, event: Event::Kept { run: RunId(3), change, milliseconds: 1.0 } });
    assert!(!world.ended.contains(&heavy), "not before the follower has come after it");
    world.settle();
    assert!(world.ended.contains(&heavy));
    assert_eq!((world.desk.clone(), world.crew.here.end()), (Desk::Ready, 3), "and the desk has not noticed");
    world.end_well("a heavy worker");
}

#[test]
fn a_whole_state_is_packed_once_the_follower_is_there() {
    let mut world = World::used();
    world.ask(1, Ask::Whole { number: 2 });
    world.settle();
    assert!(world.held.contains(&Blob::Whole(2)));
    assert_eq!(world.answers, [(1, Answer::Seen(Seen::Done))]);
}

fn variables() -> Asked {
    Asked::Variables { skip: Vec::new(), reprs: true }
}

fn complete(number: u32) -> Asked {
    Asked::Complete { before: number.to_string(), after: String::new() }
}

fn program() -> Asked {
    Asked::Elsewhere { source: String::new() }
}
