//! The desk's side of the hatch: the worker at work, and the spare one.
//!
//! A run can't be interrupted, only ended with its worker. So a spare follows: after each run it becomes the
//! state that the run led to, and Stop is no more than putting it in the other one's place. Between its
//! turns the spare answers questions, in forks of that state. A question that does not end costs the
//! spare, not the reader.

mod connection;

use std::collections::VecDeque;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{ArrayBuffer, Uint8Array, WebAssembly};
use serde_json::Value;
use yew::Callback;

use self::connection::Connection;
use super::action::{Action, Hung};
use crate::bench::checkpoint::from_bytes;
use crate::bench::{Checkpoint, Fault, Recording};
use crate::protocol::{End, Event, LookId, Request, RunId};
use crate::report::Code;

/// The spare is made this long after Python was ready, so that it costs the page's start nothing.
const SPARE_AFTER: u32 = 1_500;
/// So many workers in a row may fail before the interpreter does.
const MOST_FAILURES: u32 = 3;
/// A fork that has not answered after so many milliseconds is ended by its worker.
const LOOK_WITHIN: f64 = 2_000.0;
/// Breaking a cell everywhere goes on for so many milliseconds at most.
const FAULTS_WITHIN: f64 = 6_000.0;
/// A cell of a rehearsal may take so many milliseconds.
const REHEARSED_WITHIN: f64 = 20_000.0;
/// Questions that may wait. Runs in quick succession are not all watched.
const MOST_WAITING: usize = 30;
/// If even the worker does not answer so many milliseconds later, it goes too.
const GRACE: f64 = 1_000.0;

/// The interpreter, wherever it runs just now.
pub struct Interpreter {
    module: WebAssembly::Module,
    said: Callback<Message>,
    at_work: Connection,
    spare: Option<Connection>,
    /// The state that the reader's interpreter has between runs.
    state: Rc<Checkpoint>,
    /// The question being answered, and those after it.
    asked: Option<Asked>,
    questions: VecDeque<Question>,
    last_look: LookId,
    /// The run at work.
    running: Option<RunId>,
    /// How many workers have failed in a row.
    failures: u32,
    /// How many workers there have been: each has a number of its own.
    workers: u32,
    _spare_timer: Option<Timeout>,
}

/// What a worker said, or what its time was up for.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    Said { worker: u32, event: Event, attachment: Option<ArrayBuffer> },
    TimeForSpare,
    LookIsLate(LookId),
}

/// A question to forks, and who wants to know.
pub struct Question {
    pub ask: Ask,
    pub answer: Callback<Answer>,
}

/// What is asked; for the questions see `interpreter/python/looking.py` and `ledger.py`.
pub enum Ask {
    /// About the current state.
    Now(Value),
    /// About a run, or another state; the answer may take so many milliseconds.
    Then { question: Value, recording: Recording, within: f64 },
    /// What would be left if this cell failed, in these lines if some are given?
    Faults(Code, Option<(u32, u32)>),
    /// What do these cells give, one after another, in a pristine interpreter?
    Rehearsal(Vec<(Code, Vec<String>)>),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Seen(Value),
    /// The fork has failed: its machine, not the Python in it.
    Failed(Fault),
    /// The fork did not end.
    Hung(Hung),
}

impl Answer {
    /// The answer, or what kept it from coming.
    pub fn into_result(self) -> Result<Value, Fault> {
        match self {
            Self::Seen(value) => Ok(value),
            Self::Failed(fault) => Err(fault),
            Self::Hung(_) => Err(Fault::TimedOut),
        }
    }

    /// The answer, where it makes no difference why there is none.
    pub fn seen(self) -> Result<Value, Hung> {
        match self {
            Self::Seen(value) => Ok(value),
            Self::Failed(_) => Err(Hung { at: String::new() }),
            Self::Hung(hung) => Err(hung),
        }
    }
}

struct Asked {
    look: LookId,
    question: Question,
    /// What the fork looks at just now.
    at: String,
    _limit: Timeout,
}

impl Interpreter {
    /// Starts the first worker. Its `Ready` comes through `said`, as everything else.
    pub fn new(module: WebAssembly::Module, said: Callback<Message>) -> Result<Self, String> {
        let at_work = Connection::new(0, &module, &said)?;
        Ok(Self {
            module,
            said,
            at_work,
            spare: None,
            state: Rc::default(),
            asked: None,
            questions: VecDeque::new(),
            last_look: LookId(0),
            running: None,
            failures: 0,
            workers: 1,
            _spare_timer: None,
        })
    }

    /// What a message means for the desk, if anything.
    pub fn receive(&mut self, message: Message) -> Result<Option<Action>, String> {
        match message {
            Message::TimeForSpare => self.spare().map(|_| None),
            Message::LookIsLate(look) => self.give_up(look).map(|()| None),
            Message::Said { worker, event, attachment } if worker == self.at_work.number => {
                self.at_work.hear(&event);
                match &event {
                    Event::Ended { .. } => self.running = None,
                    Event::Became => self.failures = 0,
                    _ => {}
                }
                match event {
                    // A worker that fails, for want of memory perhaps, is not the end: others may do.
                    Event::Failed { reason } if self.failures < MOST_FAILURES => {
                        self.failures += 1;
                        gloo::console::warn!("an interpreter failed:", &reason);
                        match self.running.take() {
                            Some(run) => {
                                let end = End::Fault(Fault::Broken(reason));
                                Ok(Some(Action::InterpreterSaid(Event::Ended { run, end, milliseconds: 0.0 })))
                            }
                            None => self.stop().map(|()| None),
                        }
                    }
                    Event::Kept { run, .. } => {
                        let bytes = attachment.map(|buffer| Uint8Array::new(&buffer).to_vec()).unwrap_or_default();
                        let (delta, tape) = from_bytes(&bytes).map_err(|error| error.to_string())?;
                        Ok(Some(Action::RunKept { run, delta, tape }))
                    }
                    Event::Ready => {
                        self.spare_soon();
                        Ok(Some(Action::InterpreterSaid(event)))
                    }
                    // Of several states asked for in a row only the last is one to go on from.
                    Event::Became if self.at_work.unanswered > 0 => Ok(None),
                    event => Ok(Some(Action::InterpreterSaid(event))),
                }
            }
            Message::Said { worker, event, .. } => {
                self.hear_spare(worker, event)?;
                Ok(None)
            }
        }
    }

    pub fn run(&mut self, run: RunId, code: Code) -> Result<(), String> {
        self.running = Some(run);
        self.at_work.post(&Request::Run { run, code }, None)
    }

    pub fn line(&mut self, run: RunId, line: Option<String>) -> Result<(), String> {
        self.at_work.post(&Request::Line { run, line }, None)
    }

    /// Ends the run at work and goes back to the state before it. The answer comes as if the new worker had
    /// been asked to become that state.
    pub fn stop(&mut self) -> Result<(), String> {
        self.replace()?;
        if self.at_work.unanswered == 0 {
            let became = Message::Said { worker: self.at_work.number, event: Event::Became, attachment: None };
            self.said.emit(became);
        }
        Ok(())
    }

    /// Becomes another state. A run at work is ended.
    pub fn become_state(&mut self, state: Rc<Checkpoint>, busy: bool) -> Result<(), String> {
        if busy {
            self.replace()?;
        }
        self.state = state;
        self.at_work.become_state(&self.state)?;
        self.spare_follows()
    }

    /// The run at work has led to this state.
    pub fn remember(&mut self, state: Rc<Checkpoint>) -> Result<(), String> {
        self.state = state;
        self.spare_follows()
    }

    /// Asks before everything else that waits: a run can't go on without the answer.
    pub fn look_now(&mut self, question: Question) -> Result<(), String> {
        self.questions.push_front(question);
        self.ask_next()
    }

    /// Asks a fork of the current state.
    pub fn look(&mut self, question: Question) -> Result<(), String> {
        // Only the newest of a kind is still of interest: the reader types faster than forks answer. But each run has
        // a film of its own.
        let kind = |question: &Question| match &question.ask {
            Ask::Now(question) => question.get("ask").cloned(),
            _ => None,
        };
        for waiting in std::mem::take(&mut self.questions) {
            if kind(&question).is_some() && kind(&waiting) == kind(&question) {
                waiting.answer.emit(Answer::Hung(Hung { at: String::new() }));
            } else {
                self.questions.push_back(waiting);
            }
        }
        self.questions.push_back(question);
        if self.questions.len() > MOST_WAITING
            && let Some(oldest) = self.questions.pop_front()
        {
            oldest.answer.emit(Answer::Hung(Hung { at: String::new() }));
        }
        self.ask_next()
    }

    fn ask_next(&mut self) -> Result<(), String> {
        if self.asked.is_some() {
            return Ok(());
        }
        let Some(question) = self.questions.pop_front() else { return Ok(()) };
        self.last_look.0 += 1;
        let look = self.last_look;
        let (request, recording, within) = match &question.ask {
            Ask::Now(question) => (Request::Look { look, question: question.clone(), within: LOOK_WITHIN }, None, LOOK_WITHIN),
            Ask::Then { question, recording, within } => {
                // The spare has become the state that it was asked to be last, before it hears this.
                let recording = Uint8Array::from(recording.to_bytes(&self.state).as_slice()).buffer();
                (Request::Look { look, question: question.clone(), within: *within }, Some(recording), *within)
            }
            Ask::Faults(code, lines) => {
                (Request::Break { look, code: code.clone(), lines: *lines, within: FAULTS_WITHIN }, None, 2.0 * FAULTS_WITHIN)
            }
            Ask::Rehearsal(cells) => {
                let request = Request::Rehearse { look, cells: cells.clone(), within: REHEARSED_WITHIN };
                (request, None, REHEARSED_WITHIN * cells.len() as f64)
            }
        };
        self.spare()?.post(&request, recording.as_ref().map(|buffer| buffer.as_ref()))?;
        let said = self.said.clone();
        let limit = Timeout::new((within + GRACE) as u32, move || said.emit(Message::LookIsLate(look)));
        self.asked = Some(Asked { look, question, at: String::new(), _limit: limit });
        Ok(())
    }

    fn hear_spare(&mut self, worker: u32, event: Event) -> Result<(), String> {
        let Some(spare) = self.spare.as_mut().filter(|spare| spare.number == worker) else { return Ok(()) };
        spare.hear(&event);
        match (event, &mut self.asked) {
            (Event::Looking { look, at }, Some(asked)) if asked.look == look => asked.at = at,
            (Event::Looked { look, answer, .. }, Some(asked)) if asked.look == look => {
                let answer = match answer {
                    Ok(value) => Answer::Seen(value),
                    Err(Fault::TimedOut) => Answer::Hung(Hung { at: std::mem::take(&mut asked.at) }),
                    Err(fault) => Answer::Failed(fault),
                };
                self.answer(answer)?;
            }
            // It can't be a spare any more; another one is made when it is needed.
            (Event::Failed { reason }, _) => {
                gloo::console::warn!("the spare interpreter failed:", reason);
                self.discard_spare();
                self.answer(Answer::Hung(Hung { at: String::new() }))?;
            }
            _ => {}
        }
        Ok(())
    }

    fn answer(&mut self, answer: Answer) -> Result<(), String> {
        if let Some(asked) = self.asked.take() {
            asked.question.answer.emit(answer);
        }
        self.ask_next()
    }

    /// A fork has not answered in time: it goes, with its worker.
    fn give_up(&mut self, look: LookId) -> Result<(), String> {
        let Some(asked) = self.asked.as_mut().filter(|asked| asked.look == look) else { return Ok(()) };
        let at = std::mem::take(&mut asked.at);
        self.discard_spare();
        self.answer(Answer::Hung(Hung { at }))?;
        self.spare().map(|_| ())
    }

    /// The spare, made if there is none.
    fn spare(&mut self) -> Result<&mut Connection, String> {
        if self.spare.is_none() {
            let mut spare = Connection::new(self.workers, &self.module, &self.said)?;
            self.workers += 1;
            spare.become_state(&self.state)?;
            self.spare = Some(spare);
        }
        self.spare.as_mut().ok_or_else(|| "there is no spare interpreter".into())
    }

    fn spare_follows(&mut self) -> Result<(), String> {
        match &mut self.spare {
            Some(spare) => spare.become_state(&self.state),
            None => Ok(()),
        }
    }

    fn discard_spare(&mut self) {
        if let Some(spare) = self.spare.take() {
            spare.end();
        }
    }

    /// Puts the spare in the place of the worker at work. A spare that is busy with a question may be so
    /// forever, and is no good.
    fn replace(&mut self) -> Result<(), String> {
        self.running = None;
        if let Some(asked) = self.asked.take() {
            self.questions.push_front(asked.question);
            self.discard_spare();
        }
        self.at_work.end();
        self.spare()?;
        if let Some(spare) = self.spare.take() {
            self.at_work = spare;
        }
        self.spare_soon();
        self.ask_next()
    }

    fn spare_soon(&mut self) {
        let said = self.said.clone();
        self._spare_timer = Some(Timeout::new(SPARE_AFTER, move || said.emit(Message::TimeForSpare)));
    }
}
