//! Carries out what the [`Crew`] decides: starts and ends workers, sends requests, rings alarms and passes answers on.
//! It decides nothing itself.

mod connection;

use std::collections::{BTreeMap, VecDeque};

use gloo::timers::callback::Timeout;
use js_sys::{ArrayBuffer, WebAssembly};
use yew::Callback;

use crate::app::ask::{Answer, Question};
use crate::app::browser::shelf::Shelf;
use crate::app::browser::workers::connection::Connection;
use crate::app::crew;
use crate::app::crew::{Alarm, Crew, Heard, Order, QuestionId, Report, WorkerId};
use crate::bench::Blob;
use crate::protocol::{Event, LookId, Request};

/// The workers that the crew has ordered, and the crew itself.
pub struct Workers {
    module: WebAssembly::Module,
    said: Callback<Message>,
    crew: Crew,
    workers: BTreeMap<WorkerId, Worker>,
    asked: BTreeMap<QuestionId, Callback<Answer>>,
    last_question: QuestionId,
}

/// A worker, and the requests that were not sent to it yet.
struct Worker {
    connection: Connection,
    /// The requests in order, each with the names of its attachments. The first one may wait for them.
    outgoing: VecDeque<(Request, Vec<Blob>)>,
    /// Whether the store was asked for attachments of the first request.
    is_fetching: bool,
}

/// What the workers, the alarms and the store say.
#[derive(Clone, Debug)]
pub enum Message {
    /// A worker has sent an event.
    Said { worker: WorkerId, event: Event, attachments: Vec<ArrayBuffer> },
    /// The time of an alarm has come.
    Rang(Alarm),
    /// The store has answered with the bytes that were asked for, as far as it has them.
    Fetched { worker: WorkerId, found: Vec<(Blob, ArrayBuffer)> },
}

impl Workers {
    /// A crew for this compiled guest. `said` gets all messages, which are to be handed to [`Workers::receive`].
    pub fn new(module: WebAssembly::Module, said: Callback<Message>) -> Self {
        Self {
            module,
            said,
            crew: Crew::new(),
            workers: BTreeMap::new(),
            asked: BTreeMap::new(),
            last_question: QuestionId(0),
        }
    }

    /// Asks a question of a fork, as [`Workers::tell`] does.
    pub fn ask(&mut self, question: Question, shelf: &mut Shelf, fetch: &dyn Fn(WorkerId, Vec<Blob>)) -> Vec<Report> {
        self.last_question.0 += 1;
        let Question { ask, answer } = question;
        self.asked.insert(self.last_question, answer);
        self.tell(Heard::Asked(crew::Question { id: self.last_question, ask }), shelf, fetch)
    }

    /// Hears a message, as [`Workers::tell`] does.
    pub fn receive(&mut self, message: Message, shelf: &mut Shelf, fetch: &dyn Fn(WorkerId, Vec<Blob>)) -> Vec<Report> {
        match message {
            Message::Rang(alarm) => self.tell(Heard::Rang(alarm), shelf, fetch),
            Message::Said { worker, event, attachments } => {
                let orders = self.crew.hear(Heard::Said { worker, event });
                self.carry_out(orders, attachments, shelf, fetch)
            }
            Message::Fetched { worker, found } => {
                let Some(fetched) = self.workers.get_mut(&worker) else { return Vec::new() };
                fetched.is_fetching = false;
                for (blob, bytes) in found {
                    shelf.put(blob, bytes);
                }
                let mut reports = Vec::new();
                // Bytes that the store does not have are nowhere.
                let lacks = |blobs: &[Blob]| blobs.iter().any(|blob| shelf.get(*blob).is_none());
                if let Some((request, _)) = fetched.outgoing.pop_front_if(|(_, blobs)| lacks(blobs)) {
                    let reason = "a part of it is not kept any more".to_owned();
                    reports = self.tell(Heard::Undelivered { worker, look: look_of(&request), reason }, shelf, fetch);
                }
                reports.extend(self.send(worker, shelf, fetch));
                shelf.thin();
                reports
            }
        }
    }

    /// Tells the crew something, carries out what it orders, and returns what the desk is to know. Attachments come
    /// from the `shelf`; those that are not there are asked for with `fetch`.
    pub fn tell(&mut self, heard: Heard, shelf: &mut Shelf, fetch: &dyn Fn(WorkerId, Vec<Blob>)) -> Vec<Report> {
        let orders = self.crew.hear(heard);
        self.carry_out(orders, Vec::new(), shelf, fetch)
    }

    fn carry_out(
        &mut self,
        orders: Vec<Order>,
        attachments: Vec<ArrayBuffer>,
        shelf: &mut Shelf,
        fetch: &dyn Fn(WorkerId, Vec<Blob>),
    ) -> Vec<Report> {
        let mut reports = Vec::new();
        let mut attachments = attachments.into_iter();
        for order in orders {
            match order {
                Order::Start { worker: id, follows } => match Connection::new(id, follows, &self.module, &self.said) {
                    Ok(connection) => {
                        self.workers.insert(id, Worker { connection, outgoing: VecDeque::new(), is_fetching: false });
                    }
                    // This is as if the worker had said so, after everything that the crew has ordered now.
                    Err(reason) => {
                        let event = Event::Failed { reason };
                        self.later(Message::Said { worker: id, event, attachments: Vec::new() }, 0);
                    }
                },
                Order::Post { worker, request, blobs } => {
                    if let Some(posted) = self.workers.get_mut(&worker) {
                        posted.outgoing.push_back((request, blobs));
                        reports.extend(self.send(worker, shelf, fetch));
                    }
                }
                Order::End(id) => {
                    if let Some(worker) = self.workers.remove(&id) {
                        worker.connection.end();
                    }
                }
                Order::Hold(blobs) => {
                    for (blob, bytes) in blobs.into_iter().zip(attachments.by_ref()) {
                        // The step of a run that has changed nothing has no bytes.
                        if bytes.byte_length() > 0 {
                            shelf.put(blob, bytes);
                        }
                    }
                }
                Order::Wake { after, alarm } => self.later(Message::Rang(alarm), after),
                Order::Answer { question, answer } => {
                    if let Some(asked) = self.asked.remove(&question) {
                        asked.emit(answer);
                    }
                }
                Order::Tell(report) => reports.push(report),
            }
        }
        reports
    }

    /// Sends the requests to a worker in order, up to the first one whose attachments are not here.
    fn send(&mut self, id: WorkerId, shelf: &mut Shelf, fetch: &dyn Fn(WorkerId, Vec<Blob>)) -> Vec<Report> {
        while let Some(worker) = self.workers.get_mut(&id) {
            if worker.is_fetching {
                break;
            }
            let Some((request, blobs)) = worker.outgoing.front() else { break };
            let missing: Vec<Blob> = blobs.iter().copied().filter(|blob| shelf.get(*blob).is_none()).collect();
            if !missing.is_empty() {
                worker.is_fetching = true;
                fetch(id, missing);
                break;
            }
            let attachments: Vec<&ArrayBuffer> = blobs.iter().filter_map(|blob| shelf.get(*blob)).collect();
            let sent = worker.connection.post(request, &attachments);
            let sent = sent.map_err(|reason| (look_of(request), reason));
            worker.outgoing.pop_front();
            if let Err((look, reason)) = sent {
                return self.tell(Heard::Undelivered { worker: id, look, reason }, shelf, fetch);
            }
        }
        Vec::new()
    }

    fn later(&self, message: Message, after: u32) {
        let said = self.said.clone();
        // The alarm rings even if nobody waits for it any more. The crew knows whether somebody does.
        Timeout::new(after, move || said.emit(message)).forget();
    }
}

/// The name of the question that a request is about, if it is about one.
fn look_of(request: &Request) -> Option<LookId> {
    match request {
        Request::Look { look, .. }
        | Request::Break { look, .. }
        | Request::Rehearse { look, .. }
        | Request::Assess { look, .. }
        | Request::Pack { look } => Some(*look),
        Request::Start { .. } | Request::Run { .. } | Request::Line { .. } | Request::Become { .. } => None,
    }
}
