//! The root: owns the state, the interpreter and the storage, and carries out what `reduce` asks for.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use js_sys::WebAssembly;
use serde_json::json;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, KeyboardEvent};
use yew::prelude::*;

use super::action::{Action, Effect, Hung, Remembered, Unfinished};
use super::cell::now;
use super::interpreter::{Answer, Ask, Interpreter, Message, Question};
use super::ledger::{self, film};
use super::page::{PageView, shown};
use super::place::{route, shortcut, show, tell_kept, tell_ready};
use super::shell::{Header, Pages};
use super::state::{Happening, Loading, Python, State};
use super::timeline::TimelineView;
use super::variables::{VariablesView, rows};
use super::{download, memory, storage};
use crate::bench::{Elsewhere, Recording, Timeline};
use crate::protocol::RunId;

/// Runs that can still be undone, or redone, at the next visit.
const RECENT_MOMENTS: usize = 50;
/// A state of more bytes is not kept for the next visit: it is written whole after each run.
const MOST_WRITTEN: usize = 64 << 20;
/// What is to be kept is written once nothing has happened for so many milliseconds.
const WRITE_AFTER: u32 = 400;

/// Draws the desk into the document.
pub fn start() {
    storage::set_theme(&storage::theme());
    yew::Renderer::<Desk>::new().render();
}

/// The one component with a state of its own beyond what the eye needs: there is one interpreter and one
/// storage, and this owns them.
pub struct Desk {
    state: State,
    interpreter: Option<Interpreter>,
    /// Reports a run that takes too long.
    limit: Option<Timeout>,
    /// Writes what the next visit should find.
    write: Option<Timeout>,
    _course_listener: EventListener,
    _hash_listener: EventListener,
    _key_listener: EventListener,
    _leave_listener: EventListener,
}

/// Past events, and the machinery's own.
pub enum Heard {
    Action(Action),
    /// The interpreter has come and is compiled.
    Downloaded(WebAssembly::Module),
    Message(Message),
    /// A component wants to know something of a fork.
    Asked(Question),
    /// The page's text is in the document.
    Drawn,
    TimeToWrite,
    /// The reader looks at something else.
    Left,
    /// The state was written, or not.
    Written(Result<(), String>),
}

impl Component for Desk {
    type Message = Heard;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        download_everything(context);
        let link = context.link().clone();
        let hash_listener = EventListener::new(&window(), "hashchange", move |_| {
            link.send_message(Heard::Action(Action::RouteChanged(route())));
        });
        let act = context.link().callback(Heard::Action);
        let options = EventListenerOptions::enable_prevent_default();
        let key_listener = EventListener::new_with_options(&document(), "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                && let Some(action) = shortcut(event)
            {
                event.prevent_default();
                act.emit(action);
            }
        });
        // A page that is hidden may be gone the next moment.
        let link = context.link().clone();
        let leave_listener = EventListener::new(&document(), "visibilitychange", move |_| {
            if document().hidden() {
                link.send_message(Heard::Left);
            }
        });
        // `cargo xtask serve` says so when an author has changed something; see web/live.js.
        let act = context.link().callback(Heard::Action);
        let course_listener = EventListener::new(&window(), "workbook-course", move |event| {
            let text = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string()).unwrap_or_default();
            match download::read_course(&text) {
                Ok((course, _)) => act.emit(Action::CourseChanged(Rc::new(course))),
                Err(reason) => gloo::console::error!(reason),
            }
        });
        Self {
            _course_listener: course_listener,
            state: State::new(route(), storage::limit()),
            interpreter: None,
            limit: None,
            write: None,
            _hash_listener: hash_listener,
            _key_listener: key_listener,
            _leave_listener: leave_listener,
        }
    }

    fn update(&mut self, context: &Context<Self>, heard: Heard) -> bool {
        match heard {
            Heard::Action(action) => self.answer(context, action),
            Heard::Downloaded(module) => {
                let said = context.link().callback(Heard::Message);
                match Interpreter::new(module, said) {
                    Ok(interpreter) => self.interpreter = Some(interpreter),
                    Err(reason) => self.answer(context, Action::DownloadFailed(reason)),
                }
            }
            Heard::Message(message) => {
                let Some(interpreter) = &mut self.interpreter else { return false };
                match interpreter.receive(message) {
                    Ok(Some(action)) => self.answer(context, action),
                    Ok(None) => return false,
                    Err(reason) => self.answer(context, Action::DownloadFailed(reason)),
                }
            }
            Heard::Asked(question) => {
                match &mut self.interpreter {
                    None => question.answer.emit(Answer::Hung(Hung { at: String::new() })),
                    Some(interpreter) => {
                        if let Err(reason) = interpreter.look(question) {
                            gloo::console::warn!("a question could not be asked:", reason);
                        }
                    }
                }
                return false;
            }
            Heard::TimeToWrite => {
                self.write = None;
                self.write(context);
                return false;
            }
            Heard::Left => {
                if self.write.take().is_some() {
                    self.write(context);
                }
                return false;
            }
            Heard::Written(done) => match done {
                Ok(()) => {
                    tell_kept(self.write.is_none());
                    return false;
                }
                Err(reason) => self.answer(context, Action::StorageFailed(reason)),
            },
            Heard::Drawn => {
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
        let dispatch = context.link().callback(Heard::Action);
        let title = match &self.state.course {
            Loading::Here(course) => course.title.clone(),
            _ => "Workbook".to_owned(),
        };
        let dismiss = dispatch.reform(|_: MouseEvent| Action::NoticeDismissed);
        let notice = |notice: &String| {
            html! {
                <div class="notice" role="alert">
                    <p>{ notice }</p>
                    <button type="button" onclick={dismiss.clone()}>{ "Close" }</button>
                </div>
            }
        };
        html! {
            <>
                <div class="top">
                    <Header title={AttrValue::from(title)} python={self.state.python.clone()} limit={self.state.limit}
                        can_undo={self.state.undo_target().is_some()} can_redo={self.state.redo_target().is_some()}
                        variables={self.state.variables.open} dispatch={dispatch.clone()} />
                    <TimelineView moments={moments(&self.state.timeline)} here={self.state.timeline.here()}
                        forgotten={self.state.timeline.forgotten()} bytes={self.state.timeline.bytes()} idle={self.state.python == Python::Ready}
                        dispatch={dispatch.clone()} />
                </div>
                { for self.state.notice.iter().map(notice) }
                <div class="desk">
                    { self.view_pages() }
                    <main id="main" tabindex="-1">{ self.view_page(context, dispatch.clone()) }</main>
                    if self.state.variables.open {
                        <VariablesView rows={self.state.variables.rows.clone()} dispatch={dispatch.clone()} />
                    }
                </div>
                <p class="heard" role="status">{ &self.state.announcement }</p>
            </>
        }
    }
}

impl Desk {
    fn view_pages(&self) -> Html {
        let Loading::Here(course) = &self.state.course else { return html! {} };
        let current = self.state.page().map(|page| page.slug.clone()).unwrap_or_default();
        html! { <Pages course={course.clone()} current={AttrValue::from(current)} /> }
    }

    fn view_page(&self, context: &Context<Self>, dispatch: Callback<Action>) -> Html {
        let ask = context.link().callback(Heard::Asked);
        match (&self.state.course, self.state.page()) {
            (Loading::Awaited, _) => html! { <p class="waiting">{ "The page is on its way." }</p> },
            (Loading::Failed(reason), _) => {
                html! { <p class="notice" role="alert">{ format!("The pages can't be shown: {reason}. Reload to try again.") }</p> }
            }
            (Loading::Here(_), None) => {
                html! { <p class="notice">{ "There is no such page." }{ " " }<a href="#/">{ "Go to the first page." }</a></p> }
            }
            (Loading::Here(course), Some(page)) => html! {
                <PageView key={page.slug.clone()} page={Rc::new(page.clone())} cells={shown(&self.state, page)}
                    attempts={self.state.attempts()} course={course.clone()} {ask} {dispatch} />
            },
        }
    }

    fn answer(&mut self, context: &Context<Self>, action: Action) {
        let before = self.state.python.clone();
        if matches!(action, Action::FilmSeen { .. }) {
            self.write_soon(context);
        }
        let effects = self.state.reduce(action);
        self.mark(&before);
        for effect in effects {
            self.carry_out(context, effect);
        }
    }

    /// Should the page be left in the middle of something, the next visit is told of what.
    fn mark(&self, before: &Python) {
        match (before, &self.state.python) {
            (before, after) if before == after => {}
            (_, Python::Running(running)) => storage::begin(&Unfinished::Run(running.cell.clone())),
            (Python::Loading { .. }, Python::Becoming) => storage::begin(&Unfinished::Restore),
            (Python::Running(_) | Python::Becoming, _) => storage::end(),
            _ => {}
        }
        if self.state.python == Python::Ready {
            tell_ready();
        }
    }

    fn carry_out(&mut self, context: &Context<Self>, effect: Effect) {
        if matches!(effect, Effect::Become { .. } | Effect::Remember { .. }) {
            self.write_soon(context);
        }
        let done = match (effect, &mut self.interpreter) {
            (Effect::Run { run, code, since, limit }, Some(interpreter)) => {
                self.limit = limit.map(|limit| report_late(context, run, since, limit));
                interpreter.run(run, code)
            }
            (Effect::Line { run, line, since, limit }, Some(interpreter)) => {
                self.limit = limit.map(|limit| report_late(context, run, since, limit));
                interpreter.line(run, line)
            }
            (Effect::Stop, Some(interpreter)) => interpreter.stop(),
            (Effect::Become { state, busy }, Some(interpreter)) => interpreter.become_state(state, busy),
            (Effect::Remember { state }, Some(interpreter)) => interpreter.remember(state),
            (Effect::ListVariables { skip }, Some(interpreter)) => {
                let seen = context.link().callback(|answer: Answer| Heard::Action(Action::VariablesSeen(rows(answer))));
                interpreter.look(Question { ask: Ask::Now(json!({ "ask": "variables", "skip": skip })), answer: seen })
            }
            (Effect::Film { run, code, recording, watched, took }, Some(interpreter)) => {
                let seen = context.link().callback(move |answer| Heard::Action(Action::FilmSeen { run, film: film(answer) }));
                interpreter.look(ledger::question(&code, recording, watched, took, seen))
            }
            (Effect::Elsewhere { run, asked }, Some(interpreter)) => {
                let answer = context.link().callback(move |answer: Answer| {
                    let line = Elsewhere::line(answer.into_result());
                    Heard::Action(Action::ElsewhereAnswered { run, line, now: now() })
                });
                let ask = Ask::Then { question: asked.question(), recording: Recording::default(), within: asked.within() };
                interpreter.look_now(Question { ask, answer })
            }
            // Nothing can be asked of an interpreter that is not there.
            (
                Effect::Run { .. } | Effect::Line { .. } | Effect::Stop | Effect::Become { .. } | Effect::Remember { .. }
                | Effect::ListVariables { .. } | Effect::Film { .. } | Effect::Elsewhere { .. },
                None,
            ) => Ok(()),
            (Effect::Keep { cell, source }, _) => {
                if let Err(reason) = storage::keep(&cell, source.as_deref()) {
                    self.state.reduce(Action::StorageFailed(reason));
                }
                Ok(())
            }
            (Effect::KeepAnswer { exercise, boxes }, _) => {
                if let Err(reason) = storage::keep_answer(&exercise, &boxes) {
                    self.state.reduce(Action::StorageFailed(reason));
                }
                Ok(())
            }
            (Effect::KeepLimit(limit), _) => {
                storage::keep_limit(limit);
                Ok(())
            }
            (Effect::Forget, _) => {
                storage::forget();
                let written = context.link().callback(Heard::Written);
                yew::platform::spawn_local(async move { written.emit(memory::forget().await) });
                Ok(())
            }
            (Effect::Show(_), _) => {
                // After the next drawing; the place may be on a page that is not drawn yet.
                let link = context.link().clone();
                Timeout::new(0, move || link.send_message(Heard::Drawn)).forget();
                Ok(())
            }
        };
        if let Err(reason) = done {
            self.state.reduce(Action::DownloadFailed(reason));
        }
    }

    fn write_soon(&mut self, context: &Context<Self>) {
        tell_kept(false);
        let link = context.link().clone();
        self.write = Some(Timeout::new(WRITE_AFTER, move || link.send_message(Heard::TimeToWrite)));
    }

    fn write(&self, context: &Context<Self>) {
        let size = self.state.timeline.state().bytes();
        if size > MOST_WRITTEN {
            // An older state would be worse than none.
            let refused = format!(
                "Python's state has grown to {} MB, too much to keep for your next visit. It lasts until you leave the \
                 page. Your edits are kept.",
                size / 1_000_000
            );
            let written = context.link().callback(Heard::Written);
            yew::platform::spawn_local(async move { written.emit(memory::forget().await.and(Err(refused))) });
            return;
        }
        let timeline = self.state.timeline.to_bytes(RECENT_MOMENTS);
        let (image, cells) = (self.state.image.clone(), self.state.cells_to_keep());
        let written = context.link().callback(Heard::Written);
        yew::platform::spawn_local(async move { written.emit(memory::write(&image, &timeline, &cells).await) });
    }
}

fn report_late(context: &Context<Desk>, run: RunId, since: f64, limit: u32) -> Timeout {
    let link = context.link().clone();
    Timeout::new(limit.saturating_mul(1000), move || link.send_message(Heard::Action(Action::LimitReached { run, since })))
}

fn moments(timeline: &Timeline<Happening>) -> Rc<Vec<(Happening, usize)>> {
    Rc::new(timeline.moments().iter().map(|moment| (moment.about.clone(), moment.bytes())).collect())
}

fn download_everything(context: &Context<Desk>) {
    let act = context.link().callback(Heard::Action);
    let parts = context.link().callback(Heard::Downloaded);
    // Guest and course come side by side; the text never waits for Python.
    let total = Rc::new(Cell::new(0));
    let progress = {
        let (act, total) = (act.clone(), total.clone());
        move |received| act.emit(Action::DownloadProgressed { received, total: total.get() })
    };
    let course_act = act.clone();
    yew::platform::spawn_local(async move {
        course_act.emit(match download::course().await {
            Ok((course, image)) => {
                total.set(image.bytes);
                let (edits, answers) = (storage::edits(), storage::answers());
                Action::CourseArrived { course: Rc::new(course), image: image.name, edits, answers }
            }
            Err(reason) => Action::CourseFailed(reason),
        });
    });
    let memory_act = act.clone();
    yew::platform::spawn_local(async move {
        let unfinished = storage::unfinished().await;
        let kept = memory::read().await;
        memory_act.emit(Action::Remembered(Box::new(Remembered { kept, unfinished })));
    });
    yew::platform::spawn_local(async move {
        match download::guest(progress).await {
            Ok(module) => parts.emit(module),
            Err(reason) => act.emit(Action::DownloadFailed(reason)),
        }
    });
}
