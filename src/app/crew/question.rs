//! Questions to forks: which wait, which one is asked, and that each is answered once.

use std::collections::VecDeque;
use std::mem::{Discriminant, discriminant};

use paper::seen::Listing;
use paper::{Code, Film, Seen};

use super::Order;
use super::route::path;
use crate::bench::{Blob, Fault, Route};
use crate::protocol::{From, LookId, Path, Request, RunId};

/// A fork that has not answered after so many milliseconds is ended by its worker.
const LOOK_WITHIN: f64 = 2_000.0;
/// Breaking a cell everywhere goes on for so many milliseconds at most.
const FAULTS_WITHIN: f64 = 6_000.0;
/// A cell of a rehearsal may take so many milliseconds.
const REHEARSED_WITHIN: f64 = 20_000.0;
/// Packing a whole state may take so many milliseconds.
const PACKED_WITHIN: f64 = 20_000.0;
/// If the worker itself has not answered so many milliseconds later, it goes too.
const GRACE: f64 = 1_000.0;
/// Questions that may wait. Runs in quick succession are not all watched.
const MOST_WAITING: usize = 30;

/// Names a question, so that whoever asked can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(pub u32);

/// A question to a fork.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub id: QuestionId,
    pub ask: Ask,
}

/// What is asked, and of which interpreter.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// About the current state.
    Now(paper::Question),
    /// About a run, in a fork of the state `before` it, which is told what the run was told. The answer may take so many
    /// milliseconds.
    OfRun { run: u32, question: paper::Question, before: Route, within: f64 },
    /// Of a pristine interpreter, which may take so many milliseconds.
    Pristine { question: paper::Question, within: f64 },
    /// The same, for a run that waits for the answer.
    Elsewhere { question: paper::Question, within: f64 },
    /// What would be left if this cell failed, in these lines if some are given?
    Faults(Code, Option<(u32, u32)>),
    /// What do these cells give, one after another, in a pristine interpreter?
    Rehearsal(Vec<(Code, Vec<String>)>),
    /// The whole state after the moment of this number.
    Whole { number: u32 },
}

/// Milliseconds that repeating a run may take, beside twice its own time. It is watched for two seconds of them; then
/// comes the rest of the run, and one more fingerprint.
const WATCHED_WITHIN: f64 = 8_000.0;

impl Ask {
    /// Asks for a run, which took `took` milliseconds, to be repeated and watched.
    pub fn film(run: RunId, code: Code, before: Route, watched: bool, took: f64) -> Self {
        let question = paper::Question::Film { code, watched, within: None };
        Self::OfRun { run: run.0, question, before, within: WATCHED_WITHIN + 2.0 * took }
    }
}

/// What became of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Seen(Seen),
    /// The fork has failed: its machine, not the Python in it.
    Failed(Fault),
    /// The fork did not end.
    Hung(Hung),
    /// There is nobody to ask, or a newer question has taken the place of this one.
    NotAsked,
}

/// A fork did not answer in time, looking at this; empty if it had not said at what.
#[derive(Clone, Debug, PartialEq)]
pub struct Hung {
    pub at: String,
}

impl Answer {
    /// The answer, or what kept it from coming.
    pub fn into_result(self) -> Result<Seen, Fault> {
        match self {
            Self::Seen(value) => Ok(value),
            Self::Failed(fault) => Err(fault),
            Self::Hung(_) => Err(Fault::TimedOut),
            Self::NotAsked => Err(Fault::broken("nobody could be asked")),
        }
    }

    /// The answer, or in which of three ways it did not come.
    pub fn seen(self) -> Result<Seen, Unseen> {
        match self {
            Self::Seen(value) => Ok(value),
            Self::Hung(hung) => Err(Unseen::Hung(hung)),
            Self::Failed(fault) => Err(Unseen::Failed(fault)),
            Self::NotAsked => Err(Unseen::NotAsked),
        }
    }

    /// The film that was asked for, or why there is none.
    pub fn film(self) -> Result<Film, Unseen> {
        match self.seen()? {
            Seen::Film(film) => Ok(film),
            other => Err(Unseen::another(&other)),
        }
    }

    /// The variables that were asked for, or why there are none.
    pub fn variables(self) -> Result<Listing, Unseen> {
        match self.seen()? {
            Seen::Variables(variables) => Ok(variables),
            other => Err(Unseen::another(&other)),
        }
    }
}

/// Why something was not seen.
#[derive(Clone, Debug, PartialEq)]
pub enum Unseen {
    Hung(Hung),
    /// The fork has failed, or its answer can't be read.
    Failed(Fault),
    NotAsked,
}

impl Unseen {
    /// Something else was answered than was asked.
    fn another(seen: &Seen) -> Self {
        Self::Failed(Fault::broken(format!("another question was answered: {seen:?}")))
    }

    /// The reason, as the second half of a sentence.
    pub fn reason(&self) -> String {
        match self {
            Self::Hung(_) | Self::Failed(Fault::TimedOut) => "it takes too long".into(),
            Self::Failed(Fault::Memory) => "that takes more memory than there is".into(),
            Self::Failed(Fault::Stack) => "that nests calls deeper than the browser's own stack allows".into(),
            // A reader may have broken what watching stands on.
            Self::Failed(Fault::Unanswered(why)) => format!("that ended with {why}"),
            Self::Failed(_) => "the interpreter in which it was tried stopped with an error of its own".into(),
            Self::NotAsked => "too many runs came at once".into(),
        }
    }
}

/// A question as it is put to the follower.
pub(super) struct Asking {
    pub look: LookId,
    pub request: Request,
    pub blobs: Vec<Blob>,
    /// Milliseconds after which the follower is given up.
    pub within: u32,
}

/// The question that was asked.
struct Asked {
    look: LookId,
    question: Question,
    /// What the fork looks at just now.
    at: String,
}

#[derive(Default)]
pub(super) struct Questions {
    asked: Option<Asked>,
    waiting: VecDeque<Question>,
    last_look: u32,
    /// The question that is asked for the second time.
    again: Option<QuestionId>,
}

impl Questions {
    /// Only the newest of a kind is still of interest: the reader types faster than forks answer. But each run has a film
    /// of its own, and a run that waits for another interpreter goes before everything else.
    pub fn add(&mut self, question: Question, orders: &mut Vec<Order>) {
        if matches!(question.ask, Ask::Elsewhere { .. }) {
            self.waiting.push_front(question);
            return;
        }
        for waiting in std::mem::take(&mut self.waiting) {
            match kind(&question.ask).is_some() && kind(&waiting.ask) == kind(&question.ask) {
                true => orders.push(answer(&waiting, Answer::NotAsked)),
                false => self.waiting.push_back(waiting),
            }
        }
        self.waiting.push_back(question);
        let oldest = self.waiting.iter().position(|waiting| !matches!(waiting.ask, Ask::Elsewhere { .. }));
        if self.waiting.len() > MOST_WAITING
            && let Some(oldest) = oldest.and_then(|oldest| self.waiting.remove(oldest))
        {
            orders.push(answer(&oldest, Answer::NotAsked));
        }
    }

    /// Whether a question waits and none is asked.
    pub fn is_next(&self) -> bool {
        self.asked.is_none() && !self.waiting.is_empty()
    }

    #[cfg(test)]
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    pub fn is_busy(&self) -> bool {
        self.asked.is_some()
    }

    pub fn is_asked(&self, look: LookId) -> bool {
        self.asked.as_ref().is_some_and(|asked| asked.look == look)
    }

    /// The next question as it is put to a follower at the end of this route. An error is one that can't be asked and was
    /// answered; none, that none waits.
    pub fn next(&mut self, follower: &Route, orders: &mut Vec<Order>) -> Option<Result<Asking, ()>> {
        let question = self.waiting.pop_front()?;
        let look = LookId(self.last_look + 1);
        Some(match request(&question.ask, look, follower) {
            None => {
                orders.push(answer(&question, Answer::NotAsked));
                Err(())
            }
            Some((request, blobs, within)) => {
                self.last_look = look.0;
                self.asked = Some(Asked { look, question, at: String::new() });
                Ok(Asking { look, request, blobs, within: (within + GRACE) as u32 })
            }
        })
    }

    pub fn looks_at(&mut self, look: LookId, at: String) {
        if let Some(asked) = self.asked.as_mut().filter(|asked| asked.look == look) {
            asked.at = at;
        }
    }

    /// An answer has come; gives whether it was waited for.
    ///
    /// An interpreter that stops with an internal error is asked once more, for the reason that
    /// [`Bench::run_surely`](crate::bench::Bench::run_surely) gives.
    pub fn answered(&mut self, look: LookId, result: Result<Seen, Fault>, orders: &mut Vec<Order>) -> bool {
        let Some(asked) = self.asked.take_if(|asked| asked.look == look) else { return false };
        if matches!(result, Err(Fault::Panic(_))) && self.again.replace(asked.question.id) != Some(asked.question.id) {
            self.waiting.push_front(asked.question);
            return true;
        }
        let given = match result {
            Ok(value) => Answer::Seen(value),
            Err(Fault::TimedOut) => Answer::Hung(Hung { at: asked.at }),
            Err(fault) => Answer::Failed(fault),
        };
        orders.push(answer(&asked.question, given));
        true
    }

    /// A whole state has come; gives its number if it was waited for.
    pub fn packed(&mut self, look: LookId, orders: &mut Vec<Order>) -> Option<u32> {
        let asked =
            self.asked.take_if(|asked| asked.look == look && matches!(asked.question.ask, Ask::Whole { .. }))?;
        let Ask::Whole { number } = asked.question.ask else { return None };
        orders.push(answer(&asked.question, Answer::Seen(Seen::Done)));
        Some(number)
    }

    /// The follower was given up: the question that was asked has hung.
    pub fn hung(&mut self, orders: &mut Vec<Order>) {
        if let Some(asked) = self.asked.take() {
            orders.push(answer(&asked.question, Answer::Hung(Hung { at: asked.at })));
        }
    }

    /// The follower has failed, and with it the question that was asked.
    pub fn failed(&mut self, fault: Fault, orders: &mut Vec<Order>) {
        if let Some(asked) = self.asked.take() {
            orders.push(answer(&asked.question, Answer::Failed(fault)));
        }
    }

    /// The follower goes for another reason: the question that was asked is asked again.
    pub fn put_back(&mut self) {
        if let Some(asked) = self.asked.take() {
            self.waiting.push_front(asked.question);
        }
    }

    /// Drops what a run has asked of another interpreter; gives whether the follower is at it.
    pub fn drop_elsewhere(&mut self) -> bool {
        let is_elsewhere = |question: &Question| matches!(question.ask, Ask::Elsewhere { .. });
        self.waiting.retain(|waiting| !is_elsewhere(waiting));
        self.asked.take_if(|asked| is_elsewhere(&asked.question)).is_some()
    }

    /// Nobody can be asked.
    pub fn refuse_all(&mut self, orders: &mut Vec<Order>) {
        let asked = self.asked.take().map(|asked| asked.question);
        orders.extend(
            asked.into_iter().chain(self.waiting.drain(..)).map(|question| answer(&question, Answer::NotAsked)),
        );
    }
}

fn answer(question: &Question, answer: Answer) -> Order {
    Order::Answer { question: question.id, answer }
}

/// What a question is about, where only the newest matters.
fn kind(ask: &Ask) -> Option<Discriminant<paper::Question>> {
    if let Ask::Now(question) = ask { Some(discriminant(question)) } else { None }
}

/// The request, its attachments, and milliseconds that it may take; none if a follower at the end of this route can't be
/// asked.
fn request(ask: &Ask, look: LookId, follower: &Route) -> Option<(Request, Vec<Blob>, f64)> {
    const HERE: Path = Path { from: From::Here, back: 0, forth: 0 };
    const PRISTINE: Path = Path { from: From::Pristine, back: 0, forth: 0 };
    let look_at =
        |question: &paper::Question, within, path| Request::Look { look, question: question.clone(), within, path };
    Some(match ask {
        Ask::Now(question) => (look_at(question, LOOK_WITHIN, HERE), Vec::new(), LOOK_WITHIN),
        Ask::OfRun { run, question, before, within } => {
            let (path, mut blobs) = path(follower, before)?;
            blobs.push(Blob::Tape(*run));
            (look_at(question, *within, path), blobs, *within)
        }
        Ask::Pristine { question, within } | Ask::Elsewhere { question, within } => {
            (look_at(question, *within, PRISTINE), Vec::new(), *within)
        }
        Ask::Faults(code, lines) => (
            Request::Break { look, code: code.clone(), lines: *lines, within: FAULTS_WITHIN },
            Vec::new(),
            2.0 * FAULTS_WITHIN,
        ),
        Ask::Rehearsal(cells) => {
            let request = Request::Rehearse { look, cells: cells.clone(), within: REHEARSED_WITHIN };
            (request, Vec::new(), REHEARSED_WITHIN * cells.len() as f64)
        }
        Ask::Whole { number } if follower.end() == *number => (Request::Pack { look }, Vec::new(), PACKED_WITHIN),
        Ask::Whole { .. } => return None,
    })
}
