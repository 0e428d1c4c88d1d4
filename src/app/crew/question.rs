//! Questions to forks: which of them wait, which one is asked, and that each is answered exactly once.

use std::collections::VecDeque;
use std::mem::{Discriminant, discriminant};

use paper::run::{Elsewhere, Gave};
use paper::seen::{Completions, Ended, Faults, Listing, Value};
use paper::{Code, Film, Picture, Seen, Task, Verdict};

use super::Order;
use super::route::path;
use crate::bench::{Blob, Fault, Route};
use crate::protocol::{LookId, Origin, Path, Request, RunId};

/// How many milliseconds a fork may take to answer about the current state. Then it is ended by its worker.
const LOOK_WITHIN: f64 = 2_000.0;
/// The same for an expression, in whichever world, for the reader compares the answers; and for a picture.
const EVALUATED_WITHIN: f64 = 8_000.0;
/// For how many milliseconds a cell is broken in one place after another.
const FAULTS_WITHIN: f64 = 20_000.0;
/// How many milliseconds each cell of a rehearsal may take.
const REHEARSED_WITHIN: f64 = 20_000.0;
/// How many milliseconds each thing that the check of a task wants to be tried may take; the same with failures at all its
/// places; and all of it. A right answer must not be refused because a computer is slow: on two cores, failures
/// at fourteen places took six seconds in WebKit.
const TRIED_WITHIN: f64 = 2_000.0;
const BROKEN_WITHIN: f64 = 60_000.0;
const ASSESSED_WITHIN: f64 = 120_000.0;
/// How many milliseconds packing a whole state may take.
const PACKED_WITHIN: f64 = 20_000.0;
/// How many milliseconds more a follower has to answer: to make the fork, and to have the library come. If it does not answer
/// even then, it is ended with its fork.
const GRACE: f64 = 4_000.0;
/// How many questions may wait. If more come, the oldest are not asked: so not all of many runs in quick succession are
/// watched.
const MOST_WAITING: usize = 30;

/// How many milliseconds repeating a run may take, beside twice the run's own time. For the first two seconds the run
/// is watched; then comes the rest of it, and one more fingerprint.
const WATCHED_WITHIN: f64 = 8_000.0;

/// Names a question, so that its answer finds whoever asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(pub u32);

/// A question to a fork.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The question's name.
    pub id: QuestionId,
    /// What is asked.
    pub ask: Ask,
}

/// What is asked, and of which interpreter.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
pub enum Ask {
    /// About the current state. A newer question of the same kind takes the place of one that waits, but for pictures.
    Now(paper::Question),
    /// About a run, in a fork of the state `before` it that is told what the run was told. The answer may take `within`
    /// milliseconds.
    OfRun { run: u32, question: paper::Question, before: Route, within: f64 },
    /// Of a pristine interpreter.
    Pristine(paper::Question),
    /// As `Pristine`, for a run that waits for the answer: it is asked before all others. The answer may take `within`
    /// milliseconds.
    Elsewhere { question: paper::Question, within: f64 },
    /// What this cell would leave if it failed; if lines are given, only if it failed between the first and the last of
    /// them, counted from 1.
    Faults(Code, Option<(u32, u32)>),
    /// What these cells give, one after another, in a pristine interpreter. With each come the lines that it reads.
    Rehearsal(Vec<(Code, Vec<String>)>),
    /// What the check of a task says about the reader's answer.
    Assessment(Task),
    /// The whole state after the moment of this `number`, packed.
    Whole { number: u32 },
}

impl Ask {
    /// Asks that a run be repeated, and for its film. The run itself `took` this many milliseconds; if it is `watched`,
    /// it is looked at after each statement.
    pub fn film(run: RunId, code: Code, before: Route, watched: bool, took: f64) -> Self {
        let question = paper::Question::Film { code, watched, within: None };
        Self::OfRun { run: run.0, question, before, within: WATCHED_WITHIN + 2.0 * took }
    }

    /// Asks for the reader's variables. The names in `skip` get no repr; without `reprs`, only values of Python's own
    /// types have theirs.
    pub fn variables(skip: Vec<String>, reprs: bool) -> Self {
        Self::Now(paper::Question::Variables { skip, reprs })
    }

    /// Asks, for a run that waits, what another interpreter is to answer.
    pub fn elsewhere(asked: &Elsewhere) -> Self {
        Self::Elsewhere { question: asked.question(), within: asked.within() }
    }
}

/// What became of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The fork has answered.
    Seen(Seen),
    /// The fork has failed: its machine, not the Python in it.
    Failed(Fault),
    /// The fork did not answer in time.
    Hung(Hung),
    /// The question was not put to a fork.
    NotAsked(Why),
}

/// Why a question was not put to a fork.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A newer question of the same kind has taken its place, and is answered instead.
    Superseded,
    /// Too many questions waited, and this was the oldest of them.
    TooMany,
    /// There is no follower and none can be had, or the interpreter has not come yet.
    Nobody,
    /// No follower can come to the state that the question is about.
    Unreachable,
}

/// A fork has not answered in time.
#[derive(Clone, Debug, PartialEq)]
pub struct Hung {
    /// What the fork was looking at, in its own words; empty if it has not said so.
    pub at: String,
}

impl Answer {
    /// The answer, or in which of three ways it did not come.
    fn seen(self) -> Result<Seen, Unseen> {
        match self {
            Self::Seen(value) => Ok(value),
            Self::Hung(hung) => Err(Unseen::Hung(hung)),
            Self::Failed(fault) => Err(Unseen::Failed(fault)),
            Self::NotAsked(why) => Err(Unseen::NotAsked(why)),
        }
    }

    /// What `take` finds in the answer. It gives the answer back if another question was answered.
    fn take<T>(self, take: impl FnOnce(Seen) -> Result<T, Seen>) -> Result<T, Unseen> {
        take(self.seen()?).map_err(|other| Unseen::Failed(another(&other)))
    }

    /// The film that was asked for, or why there is none.
    pub fn film(self) -> Result<Film, Unseen> {
        self.take(|seen| if let Seen::Film(film) = seen { Ok(film) } else { Err(seen) })
    }

    /// The variables that were asked for, or why there are none.
    pub fn variables(self) -> Result<Listing, Unseen> {
        self.take(|seen| if let Seen::Variables(variables) = seen { Ok(variables) } else { Err(seen) })
    }

    /// How a text may go on, or why that is not known.
    pub fn completions(self) -> Result<Completions, Unseen> {
        self.take(|seen| if let Seen::Completions(completions) = seen { Ok(completions) } else { Err(seen) })
    }

    /// What a cell would leave if it failed, or why that is not known.
    pub fn faults(self) -> Result<Faults, Unseen> {
        self.take(|seen| if let Seen::Faults(faults) = seen { Ok(faults) } else { Err(seen) })
    }

    /// What an expression gives, or why that is not known.
    pub fn value(self) -> Result<Value, Fault> {
        let value = self.take(|seen| if let Seen::Value(value) = seen { Ok(value) } else { Err(seen) });
        value.map_err(Unseen::into_fault)
    }

    /// What cells gave that were run one after another, or why they gave nothing.
    pub fn gave(self) -> Result<Vec<Gave>, Fault> {
        let gave = self.take(|seen| if let Seen::Gave(gave) = seen { Ok(gave) } else { Err(seen) });
        gave.map_err(Unseen::into_fault)
    }

    /// What the check of a task has found, or why it has found nothing.
    pub fn verdict(self) -> Result<Verdict, Unseen> {
        self.take(|seen| if let Seen::Verdict(verdict) = seen { Ok(verdict) } else { Err(seen) })
    }

    /// The picture that a lens has drawn, or a sentence that says why there is none.
    pub fn picture(self) -> Result<Picture, String> {
        let picture = self.take(|seen| if let Seen::Picture(picture) = seen { Ok(picture) } else { Err(seen) });
        picture.map_err(|why| format!("There is no picture: {}.", why.reason()))?.map(|picture| *picture)
    }

    /// What a program gave in another interpreter, or why it gave nothing.
    pub fn ended(self) -> Result<Ended, Fault> {
        let ended = self.take(|seen| if let Seen::Ended(ended) = seen { Ok(ended) } else { Err(seen) });
        ended.map_err(Unseen::into_fault)
    }
}

/// Another question was answered than the one that was asked.
fn another(seen: &Seen) -> Fault {
    Fault::broken(format!("another question was answered: {seen:?}"))
}

/// Why something was not seen.
#[derive(Clone, Debug, PartialEq)]
pub enum Unseen {
    /// The fork did not answer in time.
    Hung(Hung),
    /// The fork has failed, or has answered something else.
    Failed(Fault),
    /// The question was not asked.
    NotAsked(Why),
}

impl Unseen {
    /// The same as a fault, whose sentence says it.
    fn into_fault(self) -> Fault {
        match self {
            Self::Hung(_) => Fault::TimedOut,
            Self::Failed(fault) => fault,
            Self::NotAsked(why) => Fault::broken(why.reason()),
        }
    }

    /// The reason, as the second half of a sentence for the reader.
    pub fn reason(&self) -> String {
        match self {
            Self::Hung(_) | Self::Failed(Fault::TimedOut) => "it takes too long".into(),
            Self::Failed(Fault::Memory) => "that takes more memory than there is".into(),
            Self::Failed(Fault::Stack) => "that nests calls deeper than the browser's own stack allows".into(),
            // The reader's code may have broken what watching depends on.
            Self::Failed(Fault::Unanswered(why)) => format!("that ended with {why}"),
            Self::Failed(_) => "the interpreter in which it was tried stopped with an error of its own".into(),
            Self::NotAsked(why) => why.reason().into(),
        }
    }
}

impl Why {
    /// The reason, as the second half of a sentence for the reader.
    fn reason(self) -> &'static str {
        match self {
            Self::Superseded => "a newer question has taken its place",
            Self::TooMany => "too many questions came at once",
            Self::Nobody => "there is no second interpreter to try it in",
            Self::Unreachable => "no second interpreter can come to the state that it is about",
        }
    }
}

/// A question as it is put to the follower.
pub(super) struct Asking {
    /// The name under which it is answered.
    pub look: LookId,
    /// What the follower is sent.
    pub request: Request,
    /// The names of the attachments.
    pub blobs: Vec<Blob>,
    /// How many milliseconds the follower has to answer before it is ended.
    pub within: u32,
}

/// The question that the follower is at.
struct Asked {
    look: LookId,
    question: Question,
    /// What the fork is looking at.
    at: String,
}

/// All questions that were not answered yet.
#[derive(Default)]
pub(super) struct Questions {
    asked: Option<Asked>,
    waiting: VecDeque<Question>,
    last_look: u32,
    /// The question that is being asked for the second time.
    again: Option<QuestionId>,
}

impl Questions {
    /// Adds a question to those that wait. Of the questions about the current state only the newest of a kind is of
    /// interest: the reader types faster than forks answer. A question for a run that waits goes before all others.
    pub fn add(&mut self, question: Question, orders: &mut Vec<Order>) {
        if matches!(question.ask, Ask::Elsewhere { .. }) {
            self.waiting.push_front(question);
            return;
        }
        for waiting in std::mem::take(&mut self.waiting) {
            match kind(&question.ask).is_some() && kind(&waiting.ask) == kind(&question.ask) {
                true => orders.push(answer(&waiting, Answer::NotAsked(Why::Superseded))),
                false => self.waiting.push_back(waiting),
            }
        }
        self.waiting.push_back(question);
        let oldest = self.waiting.iter().position(|waiting| !matches!(waiting.ask, Ask::Elsewhere { .. }));
        if self.waiting.len() > MOST_WAITING
            && let Some(oldest) = oldest.and_then(|oldest| self.waiting.remove(oldest))
        {
            orders.push(answer(&oldest, Answer::NotAsked(Why::TooMany)));
        }
    }

    /// Whether a question waits and none is being asked.
    pub fn is_next(&self) -> bool {
        self.asked.is_none() && !self.waiting.is_empty()
    }

    #[cfg(test)]
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Whether the follower is at a question.
    pub fn is_busy(&self) -> bool {
        self.asked.is_some()
    }

    /// Whether the follower is at this question.
    pub fn is_asked(&self, look: LookId) -> bool {
        self.asked.as_ref().is_some_and(|asked| asked.look == look)
    }

    /// The next question, as it is put to a follower that is at the end of this route. An error is a question that
    /// can't be asked there, and was answered so; `None` is that no question waits.
    pub fn next(&mut self, follower: &Route, orders: &mut Vec<Order>) -> Option<Result<Asking, ()>> {
        let question = self.waiting.pop_front()?;
        let look = LookId(self.last_look + 1);
        Some(match request(&question.ask, look, follower) {
            None => {
                orders.push(answer(&question, Answer::NotAsked(Why::Unreachable)));
                Err(())
            }
            Some((request, blobs, within)) => {
                self.last_look = look.0;
                self.asked = Some(Asked { look, question, at: String::new() });
                Ok(Asking { look, request, blobs, within: (within + GRACE) as u32 })
            }
        })
    }

    /// The fork is about to look at something that might not end.
    pub fn looks_at(&mut self, look: LookId, at: String) {
        if let Some(asked) = self.asked.as_mut().filter(|asked| asked.look == look) {
            asked.at = at;
        }
    }

    /// An answer has come; returns whether it was waited for.
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

    /// A whole state has come; returns its number if it was waited for.
    pub fn packed(&mut self, look: LookId, orders: &mut Vec<Order>) -> Option<u32> {
        let asked =
            self.asked.take_if(|asked| asked.look == look && matches!(asked.question.ask, Ask::Whole { .. }))?;
        let Ask::Whole { number } = asked.question.ask else { return None };
        orders.push(answer(&asked.question, Answer::Seen(Seen::Done)));
        Some(number)
    }

    /// The follower was ended because it did not answer: the question that was asked has hung.
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

    /// The follower was ended for another reason: the question that was asked waits again.
    pub fn put_back(&mut self) {
        if let Some(asked) = self.asked.take() {
            self.waiting.push_front(asked.question);
        }
    }

    /// Drops what a run has asked of another interpreter; returns whether the follower was at it.
    pub fn drop_elsewhere(&mut self) -> bool {
        let is_elsewhere = |question: &Question| matches!(question.ask, Ask::Elsewhere { .. });
        self.waiting.retain(|waiting| !is_elsewhere(waiting));
        self.asked.take_if(|asked| is_elsewhere(&asked.question)).is_some()
    }

    /// No question can be asked, for this reason: answers all of them so.
    pub fn refuse_all(&mut self, why: Why, orders: &mut Vec<Order>) {
        let asked = self.asked.take().map(|asked| asked.question);
        orders.extend(
            asked.into_iter().chain(self.waiting.drain(..)).map(|question| answer(&question, Answer::NotAsked(why))),
        );
    }
}

fn answer(question: &Question, answer: Answer) -> Order {
    Order::Answer { question: question.id, answer }
}

/// The kind of a question of which only the newest is of interest. Each picture of a lens stands in a place of its own.
fn kind(ask: &Ask) -> Option<Discriminant<paper::Question>> {
    match ask {
        Ask::Now(paper::Question::Lens { .. }) => None,
        Ask::Now(question) => Some(discriminant(question)),
        _ => None,
    }
}

/// How many milliseconds a fork may take to answer a question about the state that it is in.
fn within(question: &paper::Question) -> f64 {
    match question {
        paper::Question::Evaluate { .. } | paper::Question::Lens { .. } => EVALUATED_WITHIN,
        _ => LOOK_WITHIN,
    }
}

/// The request that puts the question to a follower at the end of this route, the names of its attachments, and how
/// many milliseconds it may take. `None` if the follower can't be asked.
fn request(ask: &Ask, look: LookId, follower: &Route) -> Option<(Request, Vec<Blob>, f64)> {
    const HERE: Path = Path { from: Origin::Here, back: 0, forth: 0 };
    const PRISTINE: Path = Path { from: Origin::Pristine, back: 0, forth: 0 };
    let look_at =
        |question: &paper::Question, within, path| Request::Look { look, question: question.clone(), within, path };
    Some(match ask {
        Ask::Now(question) => (look_at(question, within(question), HERE), Vec::new(), within(question)),
        Ask::Pristine(question) => (look_at(question, within(question), PRISTINE), Vec::new(), within(question)),
        Ask::OfRun { run, question, before, within } => {
            let (path, mut blobs) = path(follower, before)?;
            blobs.push(Blob::Tape(*run));
            (look_at(question, *within, path), blobs, *within)
        }
        Ask::Elsewhere { question, within } => (look_at(question, *within, PRISTINE), Vec::new(), *within),
        Ask::Faults(code, lines) => (
            Request::Break { look, code: code.clone(), lines: *lines, within: FAULTS_WITHIN },
            Vec::new(),
            2.0 * FAULTS_WITHIN,
        ),
        Ask::Rehearsal(cells) => {
            let request = Request::Rehearse { look, cells: cells.clone(), within: REHEARSED_WITHIN };
            (request, Vec::new(), REHEARSED_WITHIN * cells.len() as f64)
        }
        Ask::Assessment(task) => {
            let (each, faults, all) = (TRIED_WITHIN, BROKEN_WITHIN, ASSESSED_WITHIN);
            let request = Request::Assess { look, task: task.clone(), each, faults, all };
            // What is begun at the last moment may take its time, too.
            (request, Vec::new(), all + faults + 2.0 * each)
        }
        Ask::Whole { number } if follower.end() == *number => (Request::Pack { look }, Vec::new(), PACKED_WITHIN),
        Ask::Whole { .. } => return None,
    })
}
