//! Lenses: pictures of what a mechanism of Python does, drawn from a fork of the reader's interpreter.
//!
//! 1. A [`LensView`], where an author has put it, or a cell's [`Closer`] asks a fork [`paper::Question::Lens`]. The reader's
//!    interpreter does not notice.
//! 2. The answer is a [`Picture`]: a reading, which is announced, and a drawing of one of three shapes.
//! 3. Each shape has a view of its own: [`grid`], [`steps`], [`tree`].

mod grid;
mod steps;
mod tree;

use std::rc::Rc;

use paper::lens::Drawing;
use paper::{Mark, Picture};
use yew::prelude::*;

use crate::app::ask::{Answer, Ask, Question};
use crate::app::browser::place;
use crate::app::ids::name_id;
use crate::app::ledger::code_in;
use crate::app::visible::visible;
use crate::lesson::Lens;

/// What is said if nothing is selected in a cell.
const NOTHING_SELECTED: &str =
    "Select something in this cell first: an expression like `job.name`, an import, a class statement, or any code.";
/// What is said beside the reason why a lens of the page has no picture.
const RUN_FIRST: &str = "If the cells above have not run yet, run them first: they make what is looked at.";

/// What has become of the question.
#[derive(Clone, PartialEq)]
enum State {
    /// It was not asked.
    Shut,
    /// The answer is awaited.
    Looking,
    /// The picture has come.
    Drawn(Rc<Picture>),
    /// There is none, for this reason.
    Failed(String),
}

impl State {
    /// The state's word in the page's HTML.
    fn word(&self) -> &'static str {
        match self {
            Self::Shut => "shut",
            Self::Looking => "looking",
            Self::Drawn(_) => "drawn",
            Self::Failed(_) => "failed",
        }
    }
}

/// Asks a fork for a picture, and puts what becomes of that into `state`.
fn look(kind: &str, subject: &str, state: UseStateHandle<State>, ask: &Callback<Question>) {
    state.set(State::Looking);
    let question = paper::Question::Lens { kind: kind.to_owned(), subject: subject.to_owned() };
    let answer = Callback::from(move |answer: Answer| {
        state.set(match answer.picture() {
            Ok(picture) => State::Drawn(Rc::new(picture)),
            Err(why) => State::Failed(why),
        });
    });
    ask.emit(Question { ask: Ask::Now(question), answer });
}

/// What [`LensView`] is given.
#[derive(PartialEq, Properties)]
pub struct LensProps {
    /// The lens as its page has it.
    pub lens: Rc<Lens>,
    /// Takes questions to forks.
    pub ask: Callback<Question>,
}

/// A lens where an author has put it.
#[component]
pub fn LensView(props: &LensProps) -> Html {
    let LensProps { lens, ask } = props;
    let state = use_state(|| State::Shut);
    let press = {
        let (lens, state, ask) = (lens.clone(), state.clone(), ask.clone());
        Callback::from(move |_: MouseEvent| look(&lens.kind, &lens.subject, state.clone(), &ask))
    };
    let name = format!("Lens {}", lens.id);
    html! {
        <section class="lens" id={lens.id.clone()} aria-label={name} data-lens={lens.kind.clone()} data-state={state.word()}>
            <header>
                <span class="lens-kind">{ title(&lens.kind) }</span>
                <code class="lens-subject">{ &lens.subject }</code>
                <button type="button" onclick={press}>{ if *state == State::Shut { "Look closer" } else { "Look again" } }</button>
            </header>
            { shown(&state, Some(RUN_FIRST)) }
            <details class="expected">
                <summary>{ "What it shows, in words" }</summary>
                <pre tabindex="0">{ &lens.text }</pre>
            </details>
        </section>
    }
}

/// A cell's button that looks at what is selected in it, and the picture. They stand in different places.
pub struct Closer {
    /// The button.
    pub button: Html,
    /// What has become of the last press.
    pub picture: Html,
}

/// The [`Closer`] of the cell with this id.
#[hook]
pub fn use_closer(cell: &Rc<str>, ask: &Callback<Question>) -> Closer {
    let state = use_state(|| State::Shut);
    let press = {
        let (cell, state, ask) = (cell.clone(), state.clone(), ask.clone());
        Callback::from(move |_: MouseEvent| match place::selection(&cell) {
            Some(subject) => look("", &subject, state.clone(), &ask),
            None => state.set(State::Failed(NOTHING_SELECTED.to_owned())),
        })
    };
    let shut = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.set(State::Shut))
    };
    let drawn = match &*state {
        State::Drawn(picture) => Some(picture.clone()),
        _ => None,
    };
    let kind = drawn.as_ref().map(|picture| picture.kind.clone()).unwrap_or_default();
    let button = html! {
        <button type="button" onclick={press} aria-describedby={name_id(cell)} title="Draws what Python does with the selected code, in a copy of the interpreter">{ "Look closer" }</button>
    };
    let picture = html! {
        <div class="lens lens-of-cell" data-lens={kind.clone()} data-state={state.word()}>
            if *state != State::Shut {
                <header>
                    if let Some(picture) = drawn {
                        <span class="lens-kind">{ title(&kind) }</span>
                        <code class="lens-subject">{ visible(&picture.subject) }</code>
                    }
                    <button type="button" onclick={shut}>{ "Close" }</button>
                </header>
            }
            { shown(&state, None) }
        </div>
    };
    Closer { button, picture }
}

/// What a lens is called on the page.
fn title(kind: &str) -> String {
    match kind {
        "lookup" => "Where a name is found".to_owned(),
        "import" => "What an import does".to_owned(),
        "tree" => "The syntax tree".to_owned(),
        "class" => "How a class comes to be".to_owned(),
        "contract" => "Who keeps the contract".to_owned(),
        "escape" => "What can be reached".to_owned(),
        "call" => "What a call goes through".to_owned(),
        other => other.to_owned(),
    }
}

/// The picture, or what has become of it. `besides` is said with the reason why there is none.
fn shown(state: &State, besides: Option<&'static str>) -> Html {
    let content = match state {
        State::Shut => html! {},
        State::Looking => html! { <p class="lens-reading">{ "Looking, in a copy of the interpreter …" }</p> },
        State::Failed(why) => html! {
            <>
                <p class="lens-reading">{ code_in(why) }</p>
                { besides.map(|besides| html! { <p class="lens-reading">{ besides }</p> }) }
            </>
        },
        State::Drawn(picture) => html! { <p class="lens-reading">{ code_in(&picture.reading) }</p> },
    };
    html! {
        <>
            <div aria-live="polite">{ content }</div>
            if let State::Drawn(picture) = state {
                { drawn(picture) }
            }
        </>
    }
}

fn drawn(picture: &Rc<Picture>) -> Html {
    let drawing = match &picture.drawing {
        Drawing::Grid { columns, rows } => grid::view(&picture.reading, columns, rows),
        Drawing::Steps { lanes, steps } => steps::view(&picture.reading, lanes, steps),
        Drawing::Tree { .. } => html! { <tree::TreeView picture={picture.clone()} /> },
    };
    html! {
        <>
            { drawing }
            if picture.more > 0 { <p class="lens-more">{ format!("{} more are not drawn.", picture.more) }</p> }
        </>
    }
}

/// A text of a picture. It is code, unless there are words around the code.
fn words(text: &str) -> Html {
    match text.contains('`') {
        true => html! { <span class="lens-text">{ code_in(text) }</span> },
        false => html! { <span class="lens-text lens-code">{ visible(text) }</span> },
    }
}

/// A mark as a sign and a word.
fn mark(mark: Mark) -> Html {
    match mark {
        Mark::Plain => html! {},
        mark => html! {
            <span class="lens-mark"><span aria-hidden="true">{ mark.sign() }</span>{ " " }{ mark.word() }</span>
        },
    }
}
