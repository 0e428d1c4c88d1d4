//! BENCH: one reader's interpreter, and everything that can be done with it.
//!
//! The interpreter is a value: a block of memory that a fresh instance of the image can be given. So:
//! 1. A run starts from a known state, the [`Checkpoint`] taken after the run before.
//! 2. A run that ends has changed some pages of memory. They make a [`Step`], which leads to the next checkpoint and
//!    back.
//! 3. A run that traps costs its instance. The next instance gets the checkpoint from before the run.
//! 4. A run that waits for input traps too. It is repeated from its [`Tape`] with one line more.
//! 5. A run that asks something of another interpreter waits as for input: the answer is a line on its tape.
//! 6. Undo and reset make a fresh instance and give it another checkpoint, or none.
//! 7. A question is asked in a fork, an instance that is thrown away afterwards.
//!
//! All of this is written once, against the small trait [`Machine`]. Nothing here knows whether the machine is a
//! browser's or the native one of the tests. What the desk knows of the interpreter over time is the [`Timeline`], an
//! index; the bytes of steps and states are held outside of this room.

pub mod assessment;
pub mod checkpoint;
pub mod elsewhere;
pub mod host;
pub mod machine;
mod packed;
pub mod recording;
mod rehearsal;
pub mod step;
pub mod tape;
#[cfg(test)]
mod tests;
pub mod timeline;

pub use assessment::Limits;
pub use checkpoint::{Checkpoint, CheckpointError, Delta, Watch};
pub use host::{Host, IMPORTS};
pub use machine::{Image, Machine};
pub use paper::{Fault, LAST_WORDS, LOOKING_AT};
pub use recording::Recording;
pub use step::{Step, Way};
pub use tape::Tape;
pub use timeline::{Anchor, Blob, Led, Moment, Route, Timeline};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use paper::seen::{Failed, Faults, Place, Sites};
use paper::{Code, Outcome, Question, Seen};

/// One interpreter on its machine.
pub struct Bench<I: Image> {
    image: I,
    /// The instance at work. `None` before it is needed and after a fault: an instance that has trapped can't be used
    /// again, and its memory may be all there is.
    machine: Option<I::Machine>,
    /// Whether nothing has run in that instance and its memory is as the image has it.
    is_fresh: bool,
    /// Finds the pages that a run has changed. It is made when it is first needed.
    watch: Option<Watch>,
    /// The state of the last checkpoint, to which the interpreter goes back when a run traps.
    before: Checkpoint,
}

impl<I: Image> Bench<I> {
    /// A pristine interpreter. Its instance is made when something is to be run.
    pub fn new(image: I) -> Self {
        Self { image, machine: None, is_fresh: false, watch: None, before: Checkpoint::default() }
    }

    /// Another pristine interpreter of the same image.
    pub fn another(&self) -> Self
    where
        I: Clone,
    {
        Self::new(self.image.clone())
    }

    /// Runs one cell. The run is told what is on the `tape` first; whatever else it is told is added to the tape.
    ///
    /// # Errors
    /// If the guest traps, or no instance can be had. The interpreter is then as it was at the last checkpoint.
    pub fn run(&mut self, code: &Code, tape: &mut Tape) -> Result<Outcome, Fault> {
        let request = serde_json::to_vec(code).map_err(Fault::broken)?;
        self.prepare()?;
        self.is_fresh = false;
        let machine = self.machine()?;
        machine.play(std::mem::take(tape));
        let reply = machine.exchange("run", &request);
        *tape = machine.take_tape();
        let reply = reply.inspect_err(|_| self.machine = None)?;
        serde_json::from_slice(&reply).map_err(Fault::broken)
    }

    /// Runs one cell as [`Bench::run`] does, and once more if the interpreter stops with an internal error. `again` is
    /// called before the second attempt, which writes again what the first one has written.
    ///
    /// WebKit (2.50) traps now and then with "Out of bounds memory access" where nothing is wrong, about when its
    /// optimising compiler has finished with a function that is at work: in four of fifteen first endless loops, and in
    /// none of fifteen with that compiler off. The same run then succeeds the second time. A real error comes again.
    pub fn run_surely(&mut self, code: &Code, tape: &mut Tape, again: impl FnOnce()) -> Result<Outcome, Fault> {
        match self.run(code, tape) {
            Err(Fault::Panic(_)) if tape.is_whole() => {
                again();
                self.run(code, tape)
            }
            ran => ran,
        }
    }

    /// Makes ready to run something and to find out what it changes: makes an instance in the state of the last
    /// checkpoint, and takes the hashes of the pages of a fresh instance, once.
    ///
    /// # Errors
    /// If no instance can be had that is large enough.
    pub fn prepare(&mut self) -> Result<(), Fault> {
        if self.watch.is_none() {
            // The hashes are taken before anything is put into the instance.
            let fresh = match self.machine.take() {
                Some(machine) if self.is_fresh => machine,
                used => {
                    self.machine = used;
                    self.image.instantiate()?
                }
            };
            let mut watch = Watch::new(&fresh);
            watch.follow(&self.before);
            self.watch = Some(watch);
            if self.machine.is_none() {
                self.put_into(fresh)?;
            }
        }
        self.machine().map(|_| ())
    }

    /// Puts the state of the last checkpoint into a fresh instance, which is at work from now on.
    fn put_into(&mut self, mut fresh: I::Machine) -> Result<(), Fault> {
        self.before.put_into(&mut fresh)?;
        self.is_fresh = self.before == Checkpoint::default();
        self.machine = Some(fresh);
        Ok(())
    }

    /// Makes the current state the last checkpoint, and returns the step that leads to it from the one before.
    ///
    /// # Errors
    /// If no instance can be had that is large enough.
    pub fn checkpoint(&mut self) -> Result<Step, Fault> {
        self.prepare()?;
        let mut watch = self.watch.take().ok_or_else(|| Fault::broken("nothing is watched"))?;
        let delta = watch.changes(self.machine()?);
        self.watch = Some(watch);
        let after = self.before.after(delta);
        let step = Step::between(&self.before, &after);
        self.before = after;
        Ok(step)
    }

    /// The state of the last checkpoint.
    pub fn state(&self) -> &Checkpoint {
        &self.before
    }

    /// Puts the interpreter into a state that was taken earlier, by this bench or by another one of the same image. The
    /// default checkpoint makes it pristine.
    ///
    /// # Errors
    /// If no instance can be had that is large enough. It is tried again when an instance is needed.
    pub fn restore(&mut self, checkpoint: Checkpoint) -> Result<(), Fault> {
        let fresh = self.machine.take().filter(|_| self.is_fresh);
        self.follow(checkpoint);
        match fresh {
            Some(fresh) => self.put_into(fresh),
            None => self.machine().map(|_| ()),
        }
    }

    /// Does the same as [`Bench::restore`], but makes no instance before one is needed.
    pub fn follow(&mut self, checkpoint: Checkpoint) {
        self.machine = None;
        self.before = checkpoint;
        if let Some(watch) = &mut self.watch {
            watch.follow(&self.before);
        }
    }

    /// Another interpreter in the state of the last checkpoint. What it writes does not reach the reader, and reading
    /// input finds the end at once.
    ///
    /// # Errors
    /// If no instance can be had that is large enough.
    pub fn fork(&self) -> Result<I::Machine, Fault> {
        self.fork_of(&self.before, Tape::default())
    }

    fn fork_of(&self, state: &Checkpoint, mut tape: Tape) -> Result<I::Machine, Fault> {
        let mut machine = self.instance_of(state)?;
        machine.mute();
        tape.type_line(None);
        machine.play(tape);
        Ok(machine)
    }

    /// Asks a question in a fork, which may take `within` milliseconds.
    ///
    /// # Errors
    /// If there is no answer: the fork has taken too long or has failed.
    pub fn look(&self, question: &Question, within: f64) -> Result<Seen, Fault> {
        ask(&mut self.fork()?, question, within)
    }

    /// Asks a question about a run: in a fork of the state before it, which is told what the run was told. It may take
    /// `within` milliseconds.
    ///
    /// # Errors
    /// If there is no answer, as for [`Bench::look`].
    pub fn look_at_run(&self, run: Recording, question: &Question, within: f64) -> Result<Seen, Fault> {
        ask(&mut self.fork_of(&run.before, run.tape)?, question, within)
    }

    /// What a cell would leave behind if it failed, in a fork of its own for each place where it could fail: first at
    /// statements and then at calls, each in the order in which a run comes to them. If `lines` are given, only places
    /// between the first and the last of them are tried, counted from 1. If `since` is given, the run counts from that line
    /// on: what has happened before is not its work. Each fork may take `within` milliseconds; once `go_on` says no, the
    /// rest is only counted.
    ///
    /// # Errors
    /// If the places can't be found, or no fork can be made. A place whose fork fails has the reason in its entry.
    pub fn faults(
        &self,
        code: &Code,
        lines: Option<(u32, u32)>,
        since: Option<u32>,
        within: f64,
        mut go_on: impl FnMut() -> bool,
    ) -> Result<Faults, Fault> {
        let places = Question::Sites { code: code.clone(), since };
        let Sites { mut sites, more, anyway } = read(&mut self.fork()?, &places, within)?;
        let mut prepared = self.fork()?;
        ask(&mut prepared, &Question::Trial { code: code.clone(), since }, within)?;
        let mut forks = Forks::new(self, prepared)?;
        if let Some((from, to)) = lines {
            sites.retain(|site| (from..=to).contains(&site.line));
        }
        // Statements come before calls, because there are fewer of them.
        let (statements, calls): (Vec<_>, Vec<_>) = sites.into_iter().partition(|site| site.call.is_empty());
        let (mut places, mut untried) = (Vec::<Place>::new(), more);
        for site in statements.into_iter().chain(calls) {
            let is_same = |place: &&Place| {
                place.site.call.is_empty() && Some(place.site.line) == site.same_as && place.failed.is_ok()
            };
            let failed = match places.iter().find(is_same) {
                // A statement fails before it has done anything, and so does the first call in it.
                Some(same) => same.failed.clone(),
                None if go_on() => {
                    let question = Question::Fault { line: site.line, call: site.call.clone() };
                    forks.ask::<Failed>(&question, within).map_err(|fault| fault.sentence())
                }
                None => {
                    untried += 1;
                    continue;
                }
            };
            places.push(Place { site, failed });
        }
        Ok(Faults { places, anyway, untried })
    }

    /// The instance at work, or a fresh one that gets the last checkpoint. It is never an old instance with its memory
    /// copied back: the heap of that one would have grown, and would not shrink again.
    ///
    /// # Errors
    /// If no instance can be had that is large enough.
    pub fn machine(&mut self) -> Result<&mut I::Machine, Fault> {
        if self.machine.is_none() {
            let fresh = self.image.instantiate()?;
            self.put_into(fresh)?;
        }
        self.machine.as_mut().ok_or_else(|| Fault::broken("there is no instance"))
    }

    /// A fresh instance in a state that was taken earlier.
    fn instance_of(&self, state: &Checkpoint) -> Result<I::Machine, Fault> {
        let mut machine = self.image.instantiate()?;
        state.put_into(&mut machine)?;
        Ok(machine)
    }
}

/// Forks of one state, one after another. A fork whose memory has not grown is used again: putting back the pages that
/// it has changed takes half as long as making another instance.
struct Forks<'a, I: Image> {
    bench: &'a Bench<I>,
    /// The fork whose state all others begin in. Nothing more is asked of it.
    original: I::Machine,
    state: Checkpoint,
    watch: Watch,
    used: Option<I::Machine>,
}

impl<'a, I: Image> Forks<'a, I> {
    /// Prepares forks of the state that `original` is in.
    fn new(bench: &'a Bench<I>, original: I::Machine) -> Result<Self, Fault> {
        let mut watch = Watch::new(&bench.image.instantiate()?);
        let state = Checkpoint::default().after(watch.changes(&original));
        Ok(Self { bench, original, state, watch, used: None })
    }

    /// Prepares forks of the state that another bench is in, which is used up: its instance is their original.
    fn of(mut other: Bench<I>, bench: &'a Bench<I>) -> Result<Self, Fault> {
        other.checkpoint()?;
        let Bench { machine: Some(original), watch: Some(watch), before: state, .. } = other else {
            return Err(Fault::broken("there is no instance"));
        };
        Ok(Self { bench, original, state, watch, used: None })
    }

    /// Asks the next fork a question.
    fn ask<T: DeserializeOwned>(&mut self, question: &Question, within: f64) -> Result<T, Fault> {
        let mut fork = match self.used.take().filter(|used| used.size() == self.original.size()) {
            Some(mut used) => {
                self.watch.put_back(&mut used, &self.original);
                used
            }
            None => self.bench.fork_of(&self.state, Tape::default())?,
        };
        let answer = read(&mut fork, question, within);
        // A fork that has trapped can't be used again.
        self.used = answer.is_ok().then_some(fork);
        answer
    }
}

/// Asks a question, and wraps the answer by its kind.
fn ask(fork: &mut impl Machine, question: &Question, within: f64) -> Result<Seen, Fault> {
    Ok(match question {
        Question::Variables { .. } => Seen::Variables(read(fork, question, within)?),
        Question::Complete { .. } => Seen::Completions(read(fork, question, within)?),
        Question::Evaluate { .. } => Seen::Value(read(fork, question, within)?),
        Question::Film { .. } => Seen::Film(read(fork, question, within)?),
        Question::Sites { .. } => Seen::Sites(read(fork, question, within)?),
        Question::Trial { .. } => {
            let Prepared {} = read(fork, question, within)?;
            Seen::Prepared
        }
        Question::Fault { .. } => Seen::Failed(read(fork, question, within)?),
        Question::Elsewhere { .. } => Seen::Ended(read(fork, question, within)?),
        Question::Case { .. } => Seen::Case(read(fork, question, within)?),
        Question::Judge { .. } => Seen::Judged(read(fork, question, within)?),
        Question::Lens { .. } => Seen::Picture(read(fork, question, within)?),
    })
}

/// The answer to [`Question::Trial`].
#[derive(Deserialize)]
struct Prepared {}

/// Asks a question, and reads the answer in the form that belongs to the question.
fn read<T: DeserializeOwned>(fork: &mut impl Machine, question: &Question, within: f64) -> Result<T, Fault> {
    let request = serde_json::to_vec(question).map_err(Fault::broken)?;
    fork.limit(within);
    let reply = fork.exchange("look", &request)?;
    let answer: Result<T, String> = serde_json::from_slice(&reply).map_err(Fault::broken)?;
    answer.map_err(Fault::Unanswered)
}
