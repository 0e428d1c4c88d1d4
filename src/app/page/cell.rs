//! A cell: its editor, buttons, badge, output, and what its run has left behind.

use std::rc::Rc;

use gloo::timers::callback::Interval;
use yew::prelude::*;

use crate::app::ask::Question;
use crate::app::browser::clock::now;
use crate::app::browser::{file, place};
use crate::app::ids::name_id;
use crate::app::ledger::faults::FaultsView;
use crate::app::ledger::{LedgerView, code_in};
use crate::app::lens::{Closer, use_closer};
use crate::app::page::editor::{Bar, Editor};
use crate::app::page::input::InputView;
use crate::app::page::output::OutputView;
use crate::app::page::prediction::PredictionView;
use crate::app::state::action::Action;
use crate::app::state::key::{CellKey, SCRATCH};
use crate::app::state::{Account, CellState, Guess, Phase, SHUT, summary};
use crate::app::visible::visible;
use crate::lesson::{Expectation, Prediction};
use paper::{Film, Finding};

/// After this part of the time limit the reader is offered to wait longer.
const OFFERED_AT: f64 = 0.3;

/// What [`CellView`] is given.
#[derive(PartialEq, Properties)]
pub struct CellProps {
    /// Which cell it is.
    pub cell: CellKey,
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
    /// Takes questions to forks.
    pub ask: Callback<Question>,
    /// Gets what the reader does.
    pub dispatch: Callback<Action>,
}

/// A cell of a page.
#[component]
pub fn CellView(props: &CellProps) -> Html {
    let CellProps { cell, state, stale, prediction, guess, is_shut, ask, dispatch, .. } = props;
    // What a run gave is not told before the reader has guessed it, and neither is what it should give.
    let expected = props.expected.as_ref().filter(|_| prediction.is_none() || guess.is_some());
    let film = props.film.as_ref().filter(|_| !is_shut);
    let account = props.account.as_ref().filter(|_| !is_shut);
    let run = {
        let (cell, dispatch) = (cell.clone(), dispatch.clone());
        Callback::from(move |()| dispatch.emit(Action::RunClicked(cell.clone())))
    };
    let changed = {
        let (cell, dispatch) = (cell.clone(), dispatch.clone());
        Callback::from(move |source| dispatch.emit(Action::SourceEdited { cell: cell.clone(), source }))
    };
    // A button that is of no use at the moment keeps the focus, but does nothing when it is pressed.
    let pending = state.phase.is_pending();
    let pressed_run = if pending { Callback::noop() } else { run.reform(|_: MouseEvent| ()) };
    let pressed_stop = if pending { dispatch.reform(|_: MouseEvent| Action::StopClicked) } else { Callback::noop() };
    let pressed_reset = {
        let cell = cell.clone();
        dispatch.reform(move |_: MouseEvent| Action::ResetCellClicked(cell.clone()))
    };
    let phase = if *is_shut { state.phase.without_end() } else { state.phase.clone() };
    let marked = match &phase {
        Phase::Error { line, .. } => *line,
        _ => None,
    };
    let scratch = *cell.id == *SCRATCH;
    let title = if scratch { "Scratch cell".to_owned() } else { format!("Cell {}", cell.id) };
    let name = name_id(&cell.id);
    let Closer { button, picture } = use_closer(&cell.id, ask);
    html! {
        <section class="cell" id={cell.id.to_string()} aria-label={title.clone()}
            data-cell={cell.id.to_string()} data-runs={state.presses.to_string()} data-state={if *stale { "stale" } else { phase.word() }}>
            <header class="cell-head">
                <span class="cell-name" id={name.clone()}>{ if scratch { "scratch" } else { &cell.id } }</span>
                <Badge phase={phase.clone()} stale={*stale} dispatch={dispatch.clone()} />
            </header>
            <Editor source={AttrValue::from(state.source.to_string())} revision={state.revision}
                {marked} bars={film.map(|film| bars(film)).unwrap_or_default()} {changed} {run} ask={ask.clone()} />
            { props.brought.map(|is_there| brought(is_there, dispatch)) }
            <div class="cell-actions">
                <button type="button" class="run" onclick={pressed_run} aria-disabled={pending.then_some("true")} aria-describedby={name.clone()}>{ "Run" }</button>
                <button type="button" onclick={pressed_stop} aria-disabled={(!pending).then_some("true")} aria-describedby={name.clone()}>{ "Stop" }</button>
                <button type="button" onclick={pressed_reset} aria-describedby={name.clone()}>{ "Reset cell" }</button>
                { button }
                <LinkButton cell={cell.clone()} source={AttrValue::from(state.source.to_string())} described={name} dispatch={dispatch.clone()} />
            </div>
            if let Some(prediction) = prediction {
                <PredictionView cell={cell.clone()} prediction={prediction.clone()} guess={guess.clone()} dispatch={dispatch.clone()} />
            }
            if *is_shut {
                if !state.output.is_empty() || matches!(state.phase, Phase::Ok { .. } | Phase::Error { .. }) {
                    <p class="cell-note">{ SHUT }</p>
                }
            } else {
                <OutputView cell={cell.clone()} output={state.output.clone()} dispatch={dispatch.clone()} />
            }
            if state.phase == Phase::Waiting {
                <InputView prompt={state.output.unfinished_line().unwrap_or_default().trim().to_owned()} dispatch={dispatch.clone()} />
            }
            { note(&phase, *stale) }
            <div class="cell-aside">
                if let Some(account) = account {
                    <FaultsView cell={cell.id.clone()} source={state.source.clone()} now={account.now} ask={ask.clone()} />
                }
                { picture }
                { film.filter(|film| account.is_none() && !film.findings.is_empty()).map(|film| left(film)) }
                if let Some(account) = account {
                    <LedgerView account={account.clone()} ask={ask.clone()} dispatch={dispatch.clone()} />
                }
            </div>
            { expected.map(|expected| expectation(expected)) }
        </section>
    }
}

/// What is said in a cell into which the address has put code.
fn brought(is_there: bool, dispatch: &Callback<Action>) -> Html {
    let (said, swap) = match is_there {
        true => ("The code in this cell came with the link. It was not run.", "Put back what was here"),
        false => ("This is what was here before the link.", "Show the code of the link"),
    };
    html! {
        <div class="brought" role="note" data-brought={if is_there { "here" } else { "away" }}>
            <p>{ said }</p>
            <button type="button" onclick={dispatch.reform(|_: MouseEvent| Action::BroughtSwapped)}>{ swap }</button>
            <button type="button" onclick={dispatch.reform(|_: MouseEvent| Action::BroughtDismissed)}>{ "Close" }</button>
        </div>
    }
}

/// What [`LinkButton`] is given.
#[derive(PartialEq, Properties)]
struct LinkProps {
    cell: CellKey,
    source: AttrValue,
    /// The id of the cell's name.
    described: AttrValue,
    dispatch: Callback<Action>,
}

/// The button that puts a link to the cell, with the code in it, onto the clipboard.
#[component]
fn LinkButton(props: &LinkProps) -> Html {
    // What has become of the last press; the link itself, if the clipboard did not take it.
    let made = use_state(|| None::<Result<(), String>>);
    let press = {
        let (made, cell, source, dispatch) =
            (made.clone(), props.cell.clone(), props.source.clone(), props.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            let link = place::link_to(&cell, &source);
            let (made, dispatch, text) = (made.clone(), dispatch.clone(), link.clone());
            let done = Callback::from(move |copied: bool| {
                made.set(Some(if copied { Ok(()) } else { Err(text.clone()) }));
                dispatch.emit(Action::LinkMade { copied });
            });
            file::copy(&link, done);
        })
    };
    html! {
        <>
            <button type="button" class="link" onclick={press} aria-describedby={props.described.clone()} title="A link to this cell with the code that is in it">{ if *made == Some(Ok(())) { "Link copied" } else { "Copy link" } }</button>
            if let Some(Err(link)) = &*made {
                <span class="link-shown">{ "Copy it from here: " }<code tabindex="0">{ link }</code></span>
            }
        </>
    }
}

/// The badge with the cell's phase, and with the time that its run took or has been taking.
#[component]
fn Badge(props: &BadgeProps) -> Html {
    let tick = use_force_update();
    let running = matches!(props.phase, Phase::Running { .. } | Phase::Elsewhere { .. });
    use_effect_with(running, move |running| {
        let ticking = running.then(|| Interval::new(100, move || tick.force_update()));
        move || drop(ticking)
    });
    let (word, time) = match &props.phase {
        Phase::Fresh => return html! {},
        Phase::Queued => ("waiting for Python", None),
        Phase::Running { since, .. } => ("running", Some((now() - since).max(0.0))),
        Phase::Elsewhere { since, .. } => ("waiting for another interpreter", Some((now() - since).max(0.0))),
        Phase::Waiting => ("waiting for input", None),
        Phase::Ok { milliseconds } => (if props.stale { "stale" } else { "ok" }, Some(*milliseconds)),
        Phase::Error { milliseconds, .. } => (if props.stale { "stale" } else { "error" }, Some(*milliseconds)),
        Phase::Stopped { .. } => ("stopped", None),
    };
    let keep_waiting = match &props.phase {
        // This is offered only once the time limit is near.
        Phase::Running { since, limit: Some(limit) } if now() - since > f64::from(*limit) * 1e3 * OFFERED_AT => {
            let press = props.dispatch.reform(|_: MouseEvent| Action::KeepWaitingClicked);
            html! {
                <>
                    <span class="elapsed">{ format!("stops at {limit} s") }</span>
                    <button type="button" class="patience" onclick={press}>{ "Keep waiting" }</button>
                </>
            }
        }
        _ => html! {},
    };
    html! {
        <span class="badge" data-phase={if props.stale { "stale" } else { props.phase.word() }}>
            { word }
            { time.map(|time| html! { <span class="elapsed">{ duration(time) }</span> }) }
            { keep_waiting }
        </span>
    }
}

/// What [`Badge`] is given.
#[derive(PartialEq, Properties)]
struct BadgeProps {
    phase: Phase,
    stale: bool,
    dispatch: Callback<Action>,
}

/// One line about what a run has left behind. Where the ledger is shown, it takes the place of this line.
fn left(film: &Film) -> Html {
    html! { <p class="left-behind">{ code_in(&summary(film.findings.iter())) }</p> }
}

/// From which line to which something was changed, for the editor's gutter.
fn bars(film: &Film) -> Vec<Bar> {
    let bar = |finding: &Finding| {
        finding.line.map(|line| Bar {
            from: line,
            to: finding.gone.unwrap_or(line).max(line),
            status: finding.status.word(),
            text: visible(&finding.sentence).replace('`', ""),
        })
    };
    film.findings.iter().filter_map(bar).collect()
}

/// What is said below the output about how the run has ended.
fn note(phase: &Phase, stale: bool) -> Html {
    let text = match phase {
        _ if stale => "This output is from a state that Python is not in any more.".into(),
        Phase::Error { note: Some(note), .. } => note.clone(),
        Phase::Stopped { limit: None } => "Stopped. Python is as it was before this run.".into(),
        Phase::Stopped { limit: Some(limit) } => format!(
            "Stopped after {limit} seconds, the time limit. Python is as it was before this run. The limit can be changed \
             at the top of the page."
        ),
        _ => return html! {},
    };
    html! { <p class="cell-note">{ visible(&text) }</p> }
}

/// What should happen when the cell runs.
fn expectation(expected: &Expectation) -> Html {
    let nothing = expected.output.trim().is_empty();
    html! {
        <details class="expected">
            <summary>{ "What should happen" }</summary>
            if !nothing { <pre tabindex="0">{ &expected.output }</pre> }
            if let Some(exception) = &expected.raises {
                <p>{ "It raises " }<code>{ exception }</code>{ "." }</p>
            } else if nothing {
                <p>{ "It runs and shows nothing." }</p>
            }
            if let Some(why) = &expected.differs {
                <p class="differs">{ format!("CPython 3.14 differs here: {why}") }</p>
                <pre tabindex="0">{ expected.cpython_output.clone().unwrap_or_default() }</pre>
            }
        </details>
    }
}

/// A length of time in words.
pub fn duration(milliseconds: f64) -> String {
    match milliseconds {
        time if time < 1.0 => "under 1 ms".into(),
        time if time < 1000.0 => format!("{time:.0} ms"),
        time => format!("{:.1} s", time / 1000.0),
    }
}
