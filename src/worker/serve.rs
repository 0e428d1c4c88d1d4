//! Hears requests, has a [`Bench`] carry them out, and answers with events.

use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Uint8Array, WebAssembly};
use paper::run::Elsewhere;
use paper::{Code, Gave, Outcome, Seen, Task};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::outside::Outside;
use super::scope::{now, post};
use crate::bench::{Bench, Checkpoint, Fault, Limits, Recording, Step, Tape, Way, elsewhere};
use crate::engine::browser::{BrowserImage, collect_later};
use crate::protocol::{Change, End, Event, LookId, Origin, Path, Request, RunId};

/// If more bytes than this came with a request, the garbage collector runs once it is answered: engines keep them for
/// long otherwise.
const MUCH: u32 = 1 << 20;

/// Begins to listen. This is the last thing that the worker's script does; everything else happens when a message
/// comes.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let mut worker = Worker { scope: scope.clone(), seat: None, waiting: None };
    let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        if let Err(reason) = worker.receive(&data) {
            post(&worker.scope, &Event::Failed { reason }, &[]);
        }
        if attached(&data) > MUCH {
            collect_later();
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
}

/// The worker, between two messages.
struct Worker {
    scope: DedicatedWorkerGlobalScope,
    /// The interpreter, since the request to start has come.
    seat: Option<Seat>,
    /// The run that waits for a line of input, or for another interpreter.
    waiting: Option<Attempt>,
}

/// The interpreter, and what it has outside of itself.
struct Seat {
    bench: Bench<BrowserImage<Outside>>,
    outside: Rc<Outside>,
}

impl Seat {
    /// Runs cells one after another in a pristine interpreter of their own. The desk hears nothing of their output but
    /// what they gave.
    fn rehearse(&self, cells: &[(Code, Vec<String>)], within: f64) -> Result<Seen, Fault> {
        let mut bench = self.bench.another();
        let gave: Result<Vec<Gave>, Fault> = self.unheard(|said| {
            let gave = cells.iter().map(|(code, input)| {
                let (gave, _) = bench.rehearse(code, input, within, said);
                // The next cell begins where this one has ended, even if the next one has a fault.
                bench.checkpoint().map(|_| gave)
            });
            gave.collect()
        });
        gave.map(Seen::Gave)
    }

    /// Assesses the reader's answer to a task. The desk hears nothing of what it writes.
    fn assess(&self, task: &Task, limits: Limits) -> Result<Seen, Fault> {
        // Checks need the library. Its way over the network is no part of an answer's time.
        self.outside.bring_library().map_err(Fault::broken)?;
        self.unheard(|said| self.bench.assess(task, limits, said, now)).map(Seen::Verdict)
    }

    /// Does something of whose output the desk hears nothing. `work` gets a function that returns what was written to stdout
    /// since its last call.
    fn unheard<T>(&self, work: impl FnOnce(&dyn Fn() -> String) -> T) -> T {
        let aside = &self.outside.aside;
        aside.replace(Some(Vec::new()));
        let said = || String::from_utf8_lossy(&aside.replace(Some(Vec::new())).unwrap_or_default()).into_owned();
        let done = work(&said);
        aside.replace(None);
        done
    }
}

/// A run, and what it was told so far.
struct Attempt {
    run: RunId,
    code: Code,
    tape: Tape,
}

/// What a run waits for.
enum Paused {
    /// For a line that the reader types.
    Line,
    /// For a program that is to run in another interpreter.
    Elsewhere(Elsewhere),
}

impl Worker {
    /// Carries out the request in a message. An error is a part of a sentence: the worker can't go on then.
    fn receive(&mut self, data: &JsValue) -> Result<(), String> {
        let parts: Array = data.clone().dyn_into().map_err(|_| "a message was no list".to_owned())?;
        let text = parts.get(0).as_string().unwrap_or_default();
        let request = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        match request {
            Request::Start { build, follows } => self.begin(&build, follows, parts.get(1)),
            Request::Run { run, code } => {
                self.seat()?.outside.outbox.borrow_mut().open(run, now());
                self.run(Attempt { run, code, tape: Tape::default() })
            }
            Request::Line { run, line } => {
                let attempt = self.waiting.take().filter(|attempt| attempt.run == run);
                let mut attempt = attempt.ok_or("a line came that no run waits for")?;
                attempt.tape.type_line(line.map(|line| line + "\n"));
                self.seat()?.outside.outbox.borrow_mut().reopen();
                self.run(attempt)
            }
            Request::Become { journey, path, follows } => {
                self.waiting = None;
                let mut attached = Attached::of(&parts);
                let bench = &mut self.seat()?.bench;
                let state = attached.state_at_end(path, bench.state())?;
                if follows {
                    bench.follow(state);
                } else {
                    bench.restore(state).map_err(|fault| fault.sentence())?;
                }
                self.say(&Event::Became { journey, worker: own_memory() });
                Ok(())
            }
            Request::Pack { look } => {
                let packed = self.seat()?.bench.state().pack();
                post(&self.scope, &Event::Packed { look, bytes: packed.len() }, &[packed]);
                Ok(())
            }
            Request::Break { look, code, lines, within } => {
                let began = now();
                self.look(look, |seat| {
                    seat.bench.faults(&code, lines, None, within, || now() - began < within).map(Seen::Faults)
                })
            }
            Request::Rehearse { look, cells, within } => self.look(look, |seat| seat.rehearse(&cells, within)),
            Request::Assess { look, task, each, faults, all } => {
                let limits = Limits { each, faults, all };
                self.look(look, |seat| seat.assess(&task, limits))
            }
            Request::Look { look, question, within, path } => {
                let mut attached = Attached::of(&parts);
                let before = attached.state_at_end(path, self.seat()?.bench.state())?;
                let tape =
                    attached.next().map(|bytes| Tape::unpack(&bytes)).transpose().map_err(|error| error.to_string())?;
                let run = Recording { before, tape: tape.unwrap_or_default() };
                self.look(look, |seat| seat.bench.look_at_run(run, &question, within))
            }
        }
    }

    /// Takes the compiled guest, and makes an instance of it unless the worker only follows.
    fn begin(&mut self, build: &str, follows: bool, module: JsValue) -> Result<(), String> {
        if build != crate::protocol::BUILD {
            return Err("the workbook was updated while it was open; please reload the page".into());
        }
        let module: WebAssembly::Module =
            module.dyn_into().map_err(|_| "no compiled interpreter came with the start".to_owned())?;
        let outside = Rc::new(Outside::new(self.scope.clone()));
        let bench = Bench::new(BrowserImage::new(module, outside.clone()));
        self.seat = Some(Seat { bench, outside });
        self.say(&Event::Ready);
        if follows {
            return Ok(());
        }
        // `Ready` was sent before, since neither the page's start nor most first runs have to wait for this.
        self.seat()?.bench.prepare().map_err(|fault| fault.sentence())
    }

    /// Makes an attempt at a run, and sends how it has ended and what it has changed, or what it waits for.
    fn run(&mut self, mut attempt: Attempt) -> Result<(), String> {
        let seat = self.seat()?;
        let began = now();
        let ran = loop {
            match seat.bench.run_surely(&attempt.code, &mut attempt.tape, || seat.outside.outbox.borrow_mut().reopen())
            {
                Err(Fault::Elsewhere(request)) => match elsewhere::read(&request) {
                    Ok(asked) => break Err(Paused::Elsewhere(asked)),
                    // A cell has made the request by hand, and nobody can carry it out. The run is told so, and goes
                    // on.
                    Err(fault) => attempt.tape.type_line(Some(elsewhere::line(Err(fault)) + "\n")),
                },
                Err(Fault::Input) => break Err(Paused::Line),
                ran => break Ok(ran),
            }
            seat.outside.outbox.borrow_mut().reopen();
        };
        let milliseconds = now() - began;
        if let Ok(Ok(Outcome::Finished { result: Some(result) })) = &ran {
            seat.outside.outbox.borrow_mut().result(result);
        }
        seat.outside.outbox.borrow_mut().close();
        let run = attempt.run;
        let end = match ran {
            Ok(Ok(outcome)) => End::Outcome(outcome),
            Ok(Err(fault)) => End::Fault(fault),
            Err(paused) => {
                self.waiting = Some(attempt);
                self.say(&match paused {
                    Paused::Line => Event::Waiting { run },
                    Paused::Elsewhere(asked) => Event::Elsewhere { run, asked },
                });
                return Ok(());
            }
        };
        let changed = matches!(end, End::Outcome(_));
        self.say(&Event::Ended { run, end, milliseconds });
        if changed {
            let began = now();
            let bench = &mut self.seat()?.bench;
            let step = bench.checkpoint().map_err(|fault| fault.sentence())?;
            let packed = if step.is_nothing() { Vec::new() } else { step.pack() };
            let change = Change {
                step: (!packed.is_empty()).then_some(packed.len()),
                state: bench.state().bytes(),
                repeatable: attempt.tape.is_whole(),
                worker: own_memory(),
            };
            let tape = attempt.tape.pack();
            post(&self.scope, &Event::Kept { run, change, milliseconds: now() - began }, &[packed, tape]);
        }
        Ok(())
    }

    /// Answers a question with what `ask` gives.
    fn look(&mut self, look: LookId, ask: impl FnOnce(&Seat) -> Result<Seen, Fault>) -> Result<(), String> {
        let began = now();
        let seat = self.seat()?;
        seat.outside.look.set(look);
        let answer = ask(seat);
        self.say(&Event::Looked { look, answer, milliseconds: now() - began });
        Ok(())
    }

    fn seat(&mut self) -> Result<&mut Seat, String> {
        self.seat.as_mut().ok_or_else(|| "a request came before the start".into())
    }

    fn say(&self, event: &Event) {
        post(&self.scope, event, &[]);
    }
}

/// The attachments of a request that were not read yet.
struct Attached {
    /// The message, whose first item is the request.
    parts: Array,
    next: u32,
}

impl Attached {
    fn of(parts: &Array) -> Self {
        Self { parts: parts.clone(), next: 1 }
    }

    fn next(&mut self) -> Option<Vec<u8>> {
        let part = self.parts.get(self.next);
        self.next += 1;
        part.dyn_ref::<ArrayBuffer>().map(|buffer| Uint8Array::new(buffer).to_vec())
    }

    /// The state at the end of a path that may begin at `here`.
    fn state_at_end(&mut self, path: Path, here: &Checkpoint) -> Result<Checkpoint, String> {
        let missing = || "a part of a state did not come".to_owned();
        let mut state = match path.from {
            Origin::Here => here.clone(),
            Origin::Pristine => Checkpoint::default(),
            Origin::Whole => {
                Checkpoint::unpack(&self.next().ok_or_else(missing)?).map_err(|error| error.to_string())?
            }
        };
        let ways = std::iter::repeat_n(Way::Back, path.back as usize)
            .chain(std::iter::repeat_n(Way::Forth, path.forth as usize));
        for way in ways {
            let step = Step::unpack(&self.next().ok_or_else(missing)?).map_err(|error| error.to_string())?;
            state = step.taken(&state, way).map_err(|error| error.to_string())?;
        }
        Ok(state)
    }
}

/// How many bytes came with a request.
fn attached(data: &JsValue) -> u32 {
    let parts = data.dyn_ref::<Array>().map(|parts| parts.iter().collect::<Vec<_>>()).unwrap_or_default();
    parts.iter().filter_map(|part| part.dyn_ref::<ArrayBuffer>()).map(ArrayBuffer::byte_length).sum()
}

/// How many bytes of memory this program itself has.
fn own_memory() -> usize {
    let memory: Result<WebAssembly::Memory, _> = wasm_bindgen::memory().dyn_into();
    memory
        .ok()
        .and_then(|memory| memory.buffer().dyn_into::<ArrayBuffer>().ok())
        .map_or(0, |buffer| buffer.byte_length() as usize)
}
