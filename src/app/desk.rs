//! The root: owns the state, the interpreter and the storage, and carries out what `reduce` asks for.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use js_sys::WebAssembly;
use web_sys::{Element, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::action::{Action, Effect};
use super::interpreter::{Interpreter, Message};
use super::page::{PageView, shown};
use super::route::Route;
use super::shell::{Header, Pages};
use super::state::{Loading, State};
use super::{download, storage};

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
    _hash_listener: EventListener,
}

/// Past events, and the machinery's own.
pub enum Heard {
    Action(Action),
    /// The interpreter has come and is compiled.
    Downloaded(WebAssembly::Module),
    Message(Message),
    TimeForSpare,
    /// The page's text is in the document.
    Drawn,
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
        Self { state: State::new(route()), interpreter: None, _hash_listener: hash_listener }
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
                let link = context.link().clone();
                let wake = move || link.send_message(Heard::TimeForSpare);
                let event = self.interpreter.as_mut().and_then(|interpreter| interpreter.receive(message, wake));
                match event {
                    Some(event) => self.answer(context, Action::InterpreterSaid(event)),
                    None => return false,
                }
            }
            Heard::TimeForSpare => {
                if let Some(Err(reason)) = self.interpreter.as_mut().map(Interpreter::make_spare) {
                    gloo::console::warn!("no spare interpreter:", reason);
                }
                return false;
            }
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
        html! {
            <>
                <Header title={AttrValue::from(title)} python={self.state.python.clone()} dispatch={dispatch.clone()} />
                { for self.state.notice.iter().map(|notice| html! { <p class="notice" role="alert">{ notice }</p> }) }
                <div class="desk">
                    { self.view_pages() }
                    <main id="main" tabindex="-1">{ self.view_page(dispatch) }</main>
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

    fn view_page(&self, dispatch: Callback<Action>) -> Html {
        match (&self.state.course, self.state.page()) {
            (Loading::Awaited, _) => html! { <p class="waiting">{ "The page is on its way." }</p> },
            (Loading::Failed(reason), _) => {
                html! { <p class="notice" role="alert">{ format!("The pages can't be shown: {reason}. Reload to try again.") }</p> }
            }
            (Loading::Here(_), None) => {
                html! { <p class="notice">{ "There is no such page." }{ " " }<a href="#/">{ "Go to the first page." }</a></p> }
            }
            (Loading::Here(_), Some(page)) => html! {
                <PageView key={page.slug.clone()} page={Rc::new(page.clone())} cells={shown(&self.state, page)} {dispatch} />
            },
        }
    }

    fn answer(&mut self, context: &Context<Self>, action: Action) {
        for effect in self.state.reduce(action) {
            self.carry_out(context, effect);
        }
    }

    fn carry_out(&mut self, context: &Context<Self>, effect: Effect) {
        let done = match (effect, &mut self.interpreter) {
            (Effect::Run { run, code }, Some(interpreter)) => interpreter.run(run, code),
            (Effect::Stop, Some(interpreter)) => interpreter.stop(),
            (Effect::Reset { busy }, Some(interpreter)) => interpreter.reset(busy),
            (Effect::Run { .. } | Effect::Stop | Effect::Reset { .. }, None) => Ok(()),
            (Effect::Keep { cell, source }, _) => {
                if let Err(reason) = storage::keep(&cell, source.as_deref()) {
                    self.state.reduce(Action::StorageFailed(reason));
                }
                Ok(())
            }
            (Effect::Show(_), _) => {
                // After the next drawing; the place may be on a page that is not drawn yet.
                let link = context.link().clone();
                gloo::timers::callback::Timeout::new(0, move || link.send_message(Heard::Drawn)).forget();
                Ok(())
            }
        };
        if let Err(reason) = done {
            self.state.reduce(Action::DownloadFailed(reason));
        }
    }
}

fn download_everything(context: &Context<Desk>) {
    let act = context.link().callback(Heard::Action);
    let parts = context.link().callback(Heard::Downloaded);
    // Guest and course come side by side; the text never waits for Python.
    let total = Rc::new(std::cell::Cell::new(0));
    let progress = {
        let (act, total) = (act.clone(), total.clone());
        move |received| act.emit(Action::DownloadProgressed { received, total: total.get() })
    };
    let course_act = act.clone();
    yew::platform::spawn_local(async move {
        course_act.emit(match download::course().await {
            Ok((course, sizes)) => {
                total.set(sizes.guest);
                Action::CourseArrived { course: Rc::new(course), edits: storage::edits() }
            }
            Err(reason) => Action::CourseFailed(reason),
        });
    });
    yew::platform::spawn_local(async move {
        match download::guest(progress).await {
            Ok(module) => parts.emit(module),
            Err(reason) => act.emit(Action::DownloadFailed(reason)),
        }
    });
}

fn route() -> Route {
    let hash = window().location().hash().unwrap_or_default();
    Route::from_hash(&hash)
}

/// Brings a place of the page into view; the top if none is named.
fn show(anchor: Option<&str>) {
    let place: Option<Element> = anchor.and_then(|anchor| document().get_element_by_id(anchor));
    match place {
        Some(place) => {
            let options = ScrollIntoViewOptions::new();
            options.set_behavior(ScrollBehavior::Auto);
            options.set_block(ScrollLogicalPosition::Start);
            place.scroll_into_view_with_scroll_into_view_options(&options);
        }
        None => window().scroll_to_with_x_and_y(0.0, 0.0),
    }
}
