//! A page: the author's HTML, with a cell, an exercise, an exit slot, a form, a lens or the checks in each slot.

pub mod cell;
pub mod checks;
pub mod editor;
pub mod exercise;
pub mod exit;
pub mod form;
pub mod input;
pub mod output;
mod parts;
pub mod prediction;
pub mod reach;
mod solution;
pub mod term;

use std::rc::Rc;

use yew::prelude::*;

use super::ask::Question;
use super::state::{Account, Attempt, CellState, Guess, GuessEnd, Phase, State};
use crate::app::browser::place;
use crate::app::browser::task::next_task;
use crate::app::lens::LensView;
use crate::app::page::cell::CellView;
use crate::app::page::checks::ChecksView;
use crate::app::page::exercise::{AnswerView, ExerciseView};
use crate::app::page::exit::ExitView;
use crate::app::page::form::FormView;
use crate::app::page::parts::{Part, parts_of};
use crate::app::page::prediction::AgainView;
use crate::app::page::reach::ReachView;
use crate::app::page::term::Terms;
use crate::app::shell::Neighbours;
use crate::app::shell::take_along::TakeAlong;
use crate::app::state::action::Action;
use crate::app::state::forms::Fields;
use crate::app::state::key::{CellKey, SCRATCH};
use crate::lesson::{Course, Expectation, Page, Prediction};
use paper::Film;

/// The id of the sentence about an editor's keys. `web/editor.js` refers to it, so that screen readers read it with
/// each editor.
const KEYS: &str = "editor:keys";

/// What [`PageView`] is given.
#[derive(PartialEq, Properties)]
pub struct PageProps {
    /// The page.
    pub page: Rc<Page>,
    /// The page's cells in order, the scratch cell last.
    pub cells: Vec<Shown>,
    /// All exercises of the course, because an exercise and its model answer may be on different pages.
    pub attempts: Vec<Attempt>,
    /// For each exit slot of the page the tasks that meet it, and whether each was passed.
    pub evidence: Vec<Vec<(CellKey, bool)>>,
    /// The forms of the page, each with what stands in its fields.
    pub filled: Vec<(CellKey, Rc<Fields>)>,
    /// The course.
    pub course: Rc<Course>,
    /// Takes questions to forks.
    pub ask: Callback<Question>,
    /// Gets what the reader does.
    pub dispatch: Callback<Action>,
}

/// A cell as it is shown on the page.
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// Which cell it is.
    pub key: CellKey,
    /// The cell as the reader has it.
    pub state: Rc<CellState>,
    /// Whether its output is of a run that has not led to the state in which Python is.
    pub stale: bool,
    /// What should happen when it runs; `None` for the scratch cell.
    pub expected: Option<Rc<Expectation>>,
    /// What its last run was seen to change.
    pub film: Option<Rc<Film>>,
    /// The ledger, if it is shown below this cell.
    pub account: Option<Rc<Account>>,
    /// What the reader is to guess before the output is shown.
    pub prediction: Option<Rc<Prediction>>,
    /// What was guessed.
    pub guess: Option<Rc<Guess>>,
    /// Whether the output stays shut until the reader has guessed.
    pub is_shut: bool,
    /// Whether the address has put code into it; whether that code is there is the value.
    pub brought: Option<bool>,
    /// Whether it is the cell of a task, of which the page does not say what it gives.
    pub is_starter: bool,
}

/// The cells of a page as they are shown, the scratch cell last.
pub fn shown(state: &State, page: &Page) -> Vec<Shown> {
    let slug: Rc<str> = page.slug.as_str().into();
    let key = |id: &str| CellKey { slug: slug.clone(), id: id.into() };
    let lesson = page.cells.iter().map(|cell| {
        let key = key(&cell.id);
        (key, Some(cell))
    });
    let place = state.ledger_place();
    let all = lesson.chain([(key(SCRATCH), None)]);
    all.map(|(key, lesson)| {
        let cell = state.cell(&key);
        let is_starter = lesson.is_some_and(|cell| cell.is_starter);
        Shown {
            stale: state.is_stale(&cell),
            film: state.film_of(&cell),
            state: cell,
            expected: lesson.filter(|cell| !cell.is_starter).map(|cell| Rc::new(cell.expected.clone())),
            account: (place == Some(&key)).then(|| Rc::new(state.account())),
            prediction: lesson.and_then(|cell| cell.prediction.clone()).map(Rc::new),
            guess: state.guess(&key).cloned(),
            is_shut: state.is_shut(&key),
            is_starter,
            brought: state.brought.as_ref().filter(|brought| brought.cell == key).map(|brought| brought.is_there),
            key,
        }
    })
    .collect()
}

/// The forms of a page, each with what stands in its fields.
pub fn filled(state: &State, page: &Page) -> Vec<(CellKey, Rc<Fields>)> {
    let key = |id: &str| CellKey { slug: page.slug.as_str().into(), id: id.into() };
    page.forms.iter().map(|form| (key(&form.id), state.filled(&key(&form.id)))).collect()
}

/// A page.
#[component]
pub fn PageView(props: &PageProps) -> Html {
    let parts = use_memo(props.page.html.clone(), |html| parts_of(html));
    let drawn = use_drawn(parts.len());
    let is_whole = drawn >= parts.len();
    use_stillness(&props.cells);
    let view = |shown: &Shown| {
        html! {
            <CellView key={shown.key.id.to_string()} cell={shown.key.clone()} state={shown.state.clone()}
                stale={shown.stale} expected={shown.expected.clone()} film={shown.film.clone()} account={shown.account.clone()} prediction={shown.prediction.clone()} guess={shown.guess.clone()} is_shut={shown.is_shut} brought={shown.brought} ask={props.ask.clone()} dispatch={props.dispatch.clone()} />
        }
    };
    // The cell of a task stands inside of its exercise.
    let own_cell = |attempt: &Attempt| {
        let own = attempt.exercise.cell.as_deref();
        props.cells.iter().find(|shown| shown.is_starter && Some(&*shown.key.id) == own).map(view).unwrap_or_default()
    };
    let attempt = |id: &str| props.attempts.iter().find(|attempt| *attempt.key.id == *id).cloned();
    let in_slot = |slot: &str| {
        match slot.split_once(' ') {
        Some(("cell", id)) => props.cells.iter().find(|shown| *shown.key.id == *id).map(view).unwrap_or_default(),
        Some(("exercise", id)) => attempt(id)
            .map(|attempt| {
                let cell = own_cell(&attempt);
                html! { <ExerciseView key={slot.to_owned()} {attempt} dispatch={props.dispatch.clone()}>{ cell }</ExerciseView> }
            })
            .unwrap_or_default(),
        Some(("exit", id)) => {
            let exits = props.page.exits.iter().zip(&props.evidence);
            let exit = exits.into_iter().find(|(exit, _)| exit.id == id);
            exit.map(|(exit, evidence)| html! { <ExitView key={slot.to_owned()} exit={exit.clone()} evidence={evidence.clone()} course={props.course.clone()} /> })
                .unwrap_or_default()
        }
        Some(("form", id)) => {
            let form = props.page.forms.iter().find(|form| form.id == id);
            let filled = props.filled.iter().find(|(place, _)| *place.id == *id).cloned();
            form.zip(filled)
                .map(|(form, (place, fields))| html! { <FormView key={slot.to_owned()} form={Rc::new(form.clone())} {place} {fields} seen={seen(props)} dispatch={props.dispatch.clone()} /> })
                .unwrap_or_default()
        }
        Some(("lens", id)) => {
            let lens = props.page.lenses.iter().find(|lens| lens.id == id);
            lens.map(|lens| html! { <LensView key={slot.to_owned()} lens={Rc::new(lens.clone())} ask={props.ask.clone()} /> })
                .unwrap_or_default()
        }
        _ if slot == "reach" => html! { <ReachView /> },
        _ if slot == "checks" => html! { <ChecksView course={props.course.clone()} ask={props.ask.clone()} /> },
        _ => html! {},
    }
    };
    let in_answer = |id: &str, children: Html| match attempt(id) {
        Some(attempt) => html! { <AnswerView {attempt}>{ children }</AnswerView> },
        None => children,
    };
    // Each piece has its place in the list from the beginning: Yew compares lists from their ends.
    let piece = |(number, part): (usize, &Part)| match number < drawn {
        true => part.draw(&in_slot, &in_answer),
        false => html! {},
    };
    html! {
        <article class="page" data-drawn={if is_whole { "all" } else { "some" }}>
            <Terms course={props.course.clone()}>{ for parts.iter().enumerate().map(piece) }</Terms>
            if is_whole {
            <AgainView wrong={wrong_guesses(props)} dispatch={props.dispatch.clone()} />
            <section class="scratch" aria-labelledby="try-anything">
                <h2 id="try-anything">{ "Try anything" }</h2>
                <p>{ "An empty cell in the same interpreter as the cells above." }</p>
                <p id={KEYS}>{ "In every cell Tab indents. Escape, then Tab, leaves the code; Shift+Enter runs it." }</p>
                { for props.cells.last().map(view) }
            </section>
            <TakeAlong page={props.page.clone()} />
            <Neighbours course={props.course.clone()} current={AttrValue::from(props.page.slug.clone())} />
            }
        </article>
    }
}

/// How many pieces of the page are drawn, of this many. While the reader reads the text that the build has written, nobody
/// waits for the desk's: one piece is drawn at a time, so that the page's thread is free in between. Otherwise it is all of
/// them.
#[hook]
fn use_drawn(pieces: usize) -> usize {
    let drawn = use_state(|| if place::is_text_shown() { 0 } else { usize::MAX });
    {
        let drawn = drawn.clone();
        use_effect_with((*drawn, pieces), move |(now, pieces)| {
            if now >= pieces {
                place::take_over();
            } else {
                let next = now + 1;
                wasm_bindgen_futures::spawn_local(async move {
                    next_task().await;
                    drawn.set(next);
                });
            }
        });
    }
    *drawn
}

/// The guesses of the page that were wrong the first time.
fn wrong_guesses(props: &PageProps) -> Vec<(CellKey, Rc<Prediction>, Rc<Guess>)> {
    let of_cell = |shown: &Shown| {
        let guess = shown.guess.clone().filter(|guess| guess.end == GuessEnd::Wrong)?;
        Some((shown.key.clone(), shown.prediction.clone()?, guess))
    };
    props.cells.iter().filter_map(of_cell).collect()
}

/// What counts as evidence on this page, in the form that a form's fields have: cells that have run, and exercises that were
/// passed.
fn seen(props: &PageProps) -> Rc<Vec<String>> {
    let cells = props.cells.iter().filter(|shown| matches!(shown.state.phase, Phase::Ok { .. } | Phase::Error { .. }));
    let exercises = props.attempts.iter().filter(|attempt| attempt.word() == "passed");
    Rc::new(
        cells
            .map(|shown| format!("cell {}", shown.key.id))
            .chain(exercises.map(|attempt| format!("exercise {}", attempt.key.id)))
            .collect(),
    )
}

/// Keeps the cell with the ledger where it is on the screen while something above it changes: when the ledger goes from
/// another cell to this one, or the film of an earlier run arrives.
#[hook]
fn use_stillness(cells: &[Shown]) {
    let drawn = use_mut_ref(|| None);
    let tops = use_mut_ref(|| None);
    let holding = cells.iter().find(|shown| shown.account.is_some()).map(|shown| shown.key.clone());
    // On another page all cells are new, and the reader is where the address leads.
    if matches!((&*drawn.borrow(), &holding), (Some(before), Some(now)) if before == &now.slug) {
        // The page may be drawn twice before the effect runs. The first time is the one that knows where everything
        // stood. Between the two no cell may have the ledger.
        tops.borrow_mut().get_or_insert_with(place::tops);
    }
    use_effect(move || {
        let tops = tops.take().unwrap_or_default();
        if let Some((id, before)) =
            tops.iter().find(|(id, _)| holding.as_ref().is_some_and(|holding| *holding.id == **id))
        {
            place::hold(id, *before);
        }
        drawn.replace(holding.map(|cell| cell.slug));
    });
}
