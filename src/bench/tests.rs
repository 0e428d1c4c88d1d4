//! What becomes of a run whose engine fails, with a machine that fails when it is told to.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use super::checkpoint::PAGE;
use super::checkpoint::tests::Block;
use super::*;

/// Where in memory the request stands, and where the reply.
const REQUEST: usize = 0;
const REPLY: usize = PAGE;

/// What the next runs end with, in this order, and how many runs there were.
#[derive(Clone, Default)]
struct Script {
    faults: Rc<RefCell<VecDeque<Fault>>>,
    runs: Rc<RefCell<u32>>,
}

struct Actor {
    memory: Block,
    script: Script,
    tape: Tape,
}

impl Image for Script {
    type Machine = Actor;

    fn instantiate(&self) -> Result<Actor, Fault> {
        Ok(Actor { memory: Block(vec![0; 4 * PAGE]), script: self.clone(), tape: Tape::default() })
    }
}

impl Machine for Actor {
    fn size(&self) -> usize {
        self.memory.size()
    }
    fn grow_to(&mut self, size: usize) -> Result<(), Fault> {
        self.memory.grow_to(size)
    }
    fn read(&self, address: usize, into: &mut [u8]) {
        self.memory.read(address, into);
    }
    fn write(&mut self, address: usize, bytes: &[u8]) {
        self.memory.write(address, bytes);
    }
    fn call(&mut self, export: &str, _: u32) -> Result<u32, Fault> {
        if export == "reserve" {
            return Ok(REQUEST as u32);
        }
        *self.script.runs.borrow_mut() += 1;
        if let Some(fault) = self.script.faults.borrow_mut().pop_front() {
            return Err(fault);
        }
        let reply = serde_json::to_vec(&Outcome::Finished { result: Some("1".into()) }).map_err(Fault::broken)?;
        self.write(REPLY, &(reply.len() as u32).to_le_bytes());
        self.write(REPLY + 4, &reply);
        Ok(REPLY as u32)
    }
    fn play(&mut self, tape: Tape) {
        self.tape = tape;
    }
    fn take_tape(&mut self) -> Tape {
        std::mem::take(&mut self.tape)
    }
    fn mute(&mut self) {}
    fn limit(&mut self, _: f64) {}
}

/// Runs a cell whose attempts end with these faults. Returns how the run has ended, how many attempts there were, and
/// how many times `again` was called.
fn run_surely(faults: &[Fault]) -> (Result<Outcome, Fault>, u32, u32) {
    let script = Script { faults: Rc::new(RefCell::new(faults.iter().cloned().collect())), ..Script::default() };
    let mut again = 0;
    let code = Code { cell: "a".into(), source: "1".into() };
    let ran = Bench::new(script.clone()).run_surely(&code, &mut Tape::default(), || again += 1);
    let runs = *script.runs.borrow();
    (ran, runs, again)
}

#[test]
fn an_internal_error_is_believed_when_it_comes_twice() {
    let error = || Fault::Panic("Out of bounds memory access".into());
    let well = || Ok(Outcome::Finished { result: Some("1".into()) });
    assert_eq!(run_surely(&[]), (well(), 1, 0));
    assert_eq!(run_surely(&[error()]), (well(), 2, 1));
    assert_eq!(run_surely(&[error(), error()]), (Err(error()), 2, 1));
    assert_eq!(run_surely(&[error(), Fault::Memory]), (Err(Fault::Memory), 2, 1));
}

#[test]
fn what_is_no_internal_error_is_believed_at_once() {
    for fault in [Fault::Memory, Fault::Stack, Fault::Input, Fault::Exit(1), Fault::TimedOut] {
        assert_eq!(run_surely(std::slice::from_ref(&fault)), (Err(fault), 1, 0));
    }
}
