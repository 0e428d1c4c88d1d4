//! Carries out what the [`Drawer`] decides.

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use yew::prelude::*;

use super::{Desk, Heard};
use crate::app::browser::place::tell_kept;
use crate::app::browser::storage;
use crate::app::browser::store::{Batch, Store, drop_unscoped};
use crate::app::browser::task::next_task;
use crate::app::browser::workers::Message;
use crate::app::budget::{Budget, Machine};
use crate::app::crew::WorkerId;
use crate::app::drawer::{self, Alarm, Drawer, Opened, Order, Record, StoreError, WRITE_AFTER};
use crate::app::state::action::Action;
use crate::app::state::trouble::Trouble;
use crate::bench::Blob;

/// The drawer and its store.
#[derive(Default)]
pub struct Keeping {
    /// Decides what is kept.
    pub drawer: Drawer,
    /// Carries it out. `None` until the course is known, to which everything in the store belongs.
    store: Option<Store>,
}

/// What the store says, and the browser about its machine.
pub enum StoreSaid {
    /// It was opened and read, or can't be.
    Opened(Result<Opened, String>),
    /// It has answered a write.
    Written { ticket: u32, done: Result<(), StoreError> },
    /// It has answered that everything is to be deleted.
    Cleared(Result<(), StoreError>),
    /// What the browser says of its machine.
    Machine(Machine),
}

impl Keeping {
    /// From now on everything is kept for this scope, which is one course at one address.
    pub fn enter(&mut self, scope: &str) {
        self.store = Some(Store::new(scope));
    }
}

impl Desk {
    pub(super) fn begin_keeping(&mut self, context: &Context<Self>, course: &str) {
        let orders = self.keeping.drawer.hear(drawer::Heard::Begin { course, unfinished: storage::unfinished() });
        self.keep(context, orders);
        yew::platform::spawn_local(drop_unscoped());
    }

    pub(super) fn save(&mut self, context: &Context<Self>) {
        let orders = self.keeping.drawer.hear(drawer::Heard::Save);
        self.keep(context, orders);
    }

    pub(super) fn set_aside(&mut self, context: &Context<Self>) {
        let orders = self.keeping.drawer.hear(drawer::Heard::SetAside(&self.state));
        self.keep(context, orders);
    }

    pub(super) fn forget(&mut self, context: &Context<Self>) {
        let orders = self.keeping.drawer.hear(drawer::Heard::Forget);
        self.keep(context, orders);
    }

    pub(super) fn leave(&mut self, context: &Context<Self>) {
        let orders = self.keeping.drawer.hear(drawer::Heard::Leaving(&self.state));
        self.keep(context, orders);
    }

    pub(super) fn hear_drawer_alarm(&mut self, context: &Context<Self>, alarm: Alarm) {
        let heard = match alarm {
            Alarm::TimeToWrite => drawer::Heard::TimeToWrite(&self.state),
            alarm => drawer::Heard::Rang(alarm),
        };
        let orders = self.keeping.drawer.hear(heard);
        self.keep(context, orders);
    }

    pub(super) fn hear_store(&mut self, context: &Context<Self>, said: StoreSaid) {
        let heard = match said {
            StoreSaid::Opened(opened) => {
                match &opened {
                    Ok(Opened { is_ours: false, .. }) => storage::be_second(),
                    Ok(_) | Err(_) => storage::be_first(),
                }
                let link = context.link().clone();
                yew::platform::spawn_local(async move {
                    let machine = Machine { memory: storage::memory(), quota: storage::quota().await };
                    link.send_message(Heard::Store(StoreSaid::Machine(machine)));
                });
                drawer::Heard::Opened(opened)
            }
            StoreSaid::Written { ticket, done } => drawer::Heard::Written { ticket, done },
            StoreSaid::Cleared(done) => drawer::Heard::Cleared(done),
            StoreSaid::Machine(machine) => {
                let budget = Budget::of(machine, self.keeping.drawer.keeps());
                self.shelf.set_budget(budget.memory);
                return self.answer(context, Action::BudgetKnown(budget.timeline));
            }
        };
        let orders = self.keeping.drawer.hear(heard);
        self.keep(context, orders);
    }

    fn keep(&mut self, context: &Context<Self>, orders: Vec<Order>) {
        for order in orders {
            let Some(store) = self.keeping.store.clone() else { return };
            let link = context.link().clone();
            match order {
                Order::Open => yew::platform::spawn_local(async move {
                    link.send_message(Heard::Store(StoreSaid::Opened(store.open().await)));
                }),
                Order::Write { ticket, put, delete } => {
                    let batch = self.batch(&put, &delete);
                    yew::platform::spawn_local(async move {
                        let done = store.write(&batch).await;
                        link.send_message(Heard::Store(StoreSaid::Written { ticket, done }));
                    });
                }
                Order::Clear => {
                    self.shelf.forget_store();
                    yew::platform::spawn_local(async move {
                        link.send_message(Heard::Store(StoreSaid::Cleared(store.clear().await)));
                    });
                }
                // A page in the background may not come to it later: its timers are held back, and it may be let go.
                Order::Wake { after: WRITE_AFTER, alarm } if document().hidden() => {
                    yew::platform::spawn_local(async move {
                        next_task().await;
                        link.send_message(Heard::Rang(alarm));
                    });
                }
                Order::Wake { after, alarm } => {
                    Timeout::new(after, move || link.send_message(Heard::Rang(alarm))).forget();
                }
                Order::Tell(action) => self.answer(context, action),
                Order::Stored(blobs) => self.shelf.mark_stored(blobs),
                Order::TellKept(kept) => tell_kept(kept),
            }
        }
    }

    fn batch(&self, put: &[drawer::Key], delete: &[drawer::Key]) -> Batch {
        let mut batch = Batch { delete: delete.iter().map(drawer::Key::name).collect(), ..Batch::default() };
        for key in put {
            match self.keeping.drawer.value(&self.state, key) {
                Some(Record::Text(text)) => batch.texts.push((key.name(), text)),
                Some(Record::Bytes(blob)) => {
                    batch.bytes.extend(self.shelf.get(blob).map(|bytes| (key.name(), bytes.clone())))
                }
                None => {}
            }
        }
        batch
    }

    /// A function that fetches bytes from the store, for a worker that they are to be sent to.
    pub(super) fn fetch(&self, context: &Context<Self>) -> impl Fn(WorkerId, Vec<Blob>) + use<> {
        let (link, store) = (context.link().clone(), self.keeping.store.clone());
        let generation = self.keeping.drawer.generation();
        move |worker, blobs| {
            let (link, store) = (link.clone(), store.clone());
            yew::platform::spawn_local(async move {
                let mut found = Vec::new();
                for blob in blobs {
                    let name = drawer::Key::of_blob(generation, blob).name();
                    if let Some(store) = &store
                        && let Some(bytes) = store.bytes(&name).await
                    {
                        found.push((blob, bytes));
                    }
                }
                link.send_message(Heard::Message(Message::Fetched { worker, found }));
            });
        }
    }

    pub(super) fn tell_trouble(&mut self, context: &Context<Self>, done: Result<(), Trouble>) {
        if let Err(trouble) = done {
            self.answer(context, Action::NotKept(trouble));
        }
    }
}
