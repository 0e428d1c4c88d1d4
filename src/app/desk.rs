//! The root component: owns the state, the workers and the drawer, and passes on what happens.
//!
//! `desk/view.rs` draws, `desk/effects.rs` carries out what `reduce` asks for, `desk/keeping.rs` what the drawer decides.

mod effects;
mod keeping;
mod view;

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use js_sys::WebAssembly;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, KeyboardEvent, StorageEvent};
use yew::prelude::*;

use self::keeping::{Keeping, StoreSaid};
pub use self::view::view;
use super::ask::Question;
use super::crew;
use super::drawer;
use super::state::{Loading, Python, State, USUAL_LIMIT};
use crate::app::browser::clock::now;
use crate::app::browser::place::{DESK, is_drawn, nothing_is_drawn, route, shortcut, show, take_over, tell_ready};
use crate::app::browser::shelf::Shelf;
use crate::app::browser::task::next_task;
use crate::app::browser::workers::{Message, Workers};
use crate::app::browser::{parts, place, storage};
use crate::app::shell::usage::Usage;
use crate::app::state::action::{Action, Belongings};
use crate::bench::Blob;
use crate::lesson::{Course, file};

/// How many milliseconds pass between two looks whether a page is drawn: about one frame of a screen.
const FRAME: u32 = 16;
/// How many times it is looked whether a page is drawn. After that, about a second later, its place is shown anyway.
const MOST_TRIES: u32 = 60;

/// How many bytes of the interpreter come between two reports of its progress. It comes in hundreds of pieces, and each
/// report draws the page.
const TOLD_APART: u64 = 500_000;

/// Draws the desk into the document.
pub fn start() {
    let Ok(Some(place)) = document().query_selector(DESK) else {
        return gloo::console::error!("the document has no place for the desk");
    };
    yew::Renderer::<Desk>::with_root(place).render();
}

/// The root component. It is the only one with more state than the eye needs: there is one interpreter and one store,
/// and it owns both.
pub struct Desk {
    state: State,
    workers: Option<Workers>,
    shelf: Shelf,
    keeping: Keeping,
    /// The timer that reports a run which takes too long.
    limit: Option<gloo::timers::callback::Timeout>,
    _listeners: Vec<EventListener>,
}

/// What reaches the root component.
pub enum Heard {
    /// Something that the state is to answer.
    Action(Action),
    /// The course has come, with the name of the image that belongs to it.
    Course(Rc<Course>, String),
    /// The interpreter has come and is compiled.
    Downloaded(WebAssembly::Module),
    /// Something about the workers.
    Message(Message),
    /// A component asks a question of a fork.
    Asked(Question),
    /// The page's text may be in the document by now. If it is not, it is looked for `tries` times more.
    Drawn { tries: u32 },
    /// The store has said something.
    Store(StoreSaid),
    /// An alarm of the drawer.
    Rang(drawer::Alarm),
    /// The page is hidden: it may be gone the next moment.
    Left,
}

impl Component for Desk {
    type Message = Heard;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        download_everything(context);
        Self {
            state: State::new(route(), USUAL_LIMIT),
            workers: None,
            shelf: Shelf::default(),
            keeping: Keeping::default(),
            limit: None,
            _listeners: listeners(context),
        }
    }

    fn update(&mut self, context: &Context<Self>, heard: Heard) -> bool {
        match heard {
            Heard::Action(action) => self.answer(context, action),
            Heard::Course(course, image) => self.open_course(context, course, image),
            Heard::Downloaded(module) => {
                self.workers = Some(Workers::new(module, context.link().callback(Heard::Message)));
                self.tell_crew(context, crew::Heard::Begin);
            }
            Heard::Message(message) => {
                let fetch = self.fetch(context);
                let Some(workers) = &mut self.workers else { return false };
                let reports = workers.receive(message, &mut self.shelf, &fetch);
                let is_news = !reports.is_empty();
                self.report(context, reports);
                return is_news;
            }
            Heard::Asked(question) => self.ask(context, question),
            Heard::Store(said) => self.hear_store(context, said),
            Heard::Rang(alarm) => self.hear_drawer_alarm(context, alarm),
            Heard::Left => self.leave(context),
            Heard::Drawn { tries } => {
                let is_drawn =
                    self.state.page().map_or_else(nothing_is_drawn, |page| is_drawn(&page.slug, &page.title));
                if !is_drawn && tries > 0 {
                    show_later(context, tries - 1);
                    return false;
                }
                if let (Loading::Here(course), Some(page)) = (&self.state.course, self.state.page()) {
                    document().set_title(&format!("{} · {}", page.title, course.title));
                }
                show(self.state.route.anchor.as_deref());
                return false;
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (dispatch, ask) = (context.link().callback(Heard::Action), context.link().callback(Heard::Asked));
        view(&self.state, self.usage(), dispatch, ask)
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        // Until then the reader has the text that the build has written into the document.
        if matches!(self.state.course, Loading::Here(_)) {
            take_over();
        }
    }
}

impl Desk {
    fn usage(&self) -> Usage {
        Usage {
            held: self.state.timeline.bytes(),
            most_held: self.state.budget,
            in_memory: self.shelf.bytes(),
            most_in_memory: self.shelf.budget(),
            keeps: self.keeping.drawer.keeps(),
        }
    }

    /// Answers an action, and lets go of the bytes that the state does not need any more.
    fn answer(&mut self, context: &Context<Self>, action: Action) {
        self.state.now = now();
        for effect in self.state.reduce(action) {
            self.carry_out(context, effect);
        }
        let wanted: std::collections::HashSet<Blob> = self.state.blobs().collect();
        self.shelf.retain(&wanted);
        if self.state.python == Python::Ready {
            tell_ready();
        }
    }

    /// Begins with the course: reads what this browser keeps for it.
    fn open_course(&mut self, context: &Context<Self>, course: Rc<Course>, image: String) {
        let scope = storage::enter(&course.title);
        self.keeping.enter(&scope);
        let knows = |key: &crate::app::state::key::CellKey| course.pages.iter().any(|page| *page.slug == *key.slug);
        let kept = Box::new(Belongings {
            edits: storage::edits(knows),
            answers: storage::answers(),
            practice: storage::practice(),
            guesses: storage::guesses(),
            fields: storage::fields(),
            last: storage::last(),
        });
        let title = course.title.clone();
        let arrived = Action::CourseArrived { course, image, kept, limit: storage::limit() };
        self.answer(context, arrived);
        self.begin_keeping(context, &title);
    }
}

/// Shows the reader's place on a page once the page is drawn.
fn show_later(context: &Context<Desk>, tries: u32) {
    let link = context.link().clone();
    gloo::timers::callback::Timeout::new(FRAME, move || link.send_message(Heard::Drawn { tries })).forget();
}

fn listeners(context: &Context<Desk>) -> Vec<EventListener> {
    let act = context.link().callback(Heard::Action);
    let route_changed = {
        let act = act.clone();
        EventListener::new(&window(), "hashchange", move |_| act.emit(Action::RouteChanged(route())))
    };
    let key_pressed = {
        let act = act.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document(), "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                && let Some(action) = shortcut(event)
            {
                event.prevent_default();
                act.emit(action);
            }
        })
    };
    let left = {
        let link = context.link().clone();
        EventListener::new(&document(), "visibilitychange", move |_| {
            if document().hidden() {
                link.send_message(Heard::Left);
            }
        })
    };
    let forgotten = {
        let act = act.clone();
        EventListener::new(&window(), "storage", move |event| {
            if event.dyn_ref::<StorageEvent>().is_some_and(storage::is_forgotten_by) {
                act.emit(Action::ForgottenElsewhere);
            }
        })
    };
    // `cargo xtask serve` reports that an author has changed the course; see `web/live.js`.
    let course_changed = EventListener::new(&window(), "workbook-course", move |event| {
        let text = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string()).unwrap_or_default();
        match file::read_all(text.as_bytes()) {
            Ok(head) => act.emit(Action::CourseChanged(Rc::new(head.course))),
            Err(reason) => gloo::console::error!(reason),
        }
    });
    vec![route_changed, key_pressed, left, forgotten, course_changed]
}

/// Fetches the course and the interpreter side by side. The text never waits for Python.
fn download_everything(context: &Context<Desk>) {
    let link = context.link().clone();
    let total = Rc::new(Cell::new(0));
    let progress = {
        let (link, total) = (link.clone(), total.clone());
        let told = Cell::new(0);
        move |received: u64| {
            let total = total.get();
            if received < told.get() + TOLD_APART && received != total {
                return;
            }
            told.set(received);
            link.send_message(Heard::Action(Action::DownloadProgressed { received, total }));
        }
    };
    {
        let link = link.clone();
        yew::platform::spawn_local(async move {
            let course = parts::course().await;
            // Reading the course takes a while, and so does drawing the page. Another task may come in between.
            next_task().await;
            link.send_message(match course {
                Ok((course, image)) => {
                    total.set(image.bytes);
                    Heard::Course(Rc::new(course), image.name)
                }
                Err(reason) => {
                    place::tell_above_text(&format!("The pages can't be used: {reason}. Reload to try again."));
                    Heard::Action(Action::CourseFailed(reason))
                }
            });
        });
    }
    yew::platform::spawn_local(async move {
        link.send_message(match parts::guest(progress).await {
            Ok(module) => Heard::Downloaded(module),
            Err(reason) => Heard::Action(Action::DownloadFailed(reason)),
        });
    });
}
