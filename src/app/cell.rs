//! A cell: editor, buttons, badge, output.

use std::rc::Rc;

use gloo::timers::callback::Interval;
use yew::prelude::*;

use super::action::{Action, CellKey, SCRATCH};
use super::editor::Editor;
use super::output::Output;
use super::state::{CellState, Phase};
use crate::lesson::Expectation;
use crate::protocol::Piece;

#[derive(PartialEq, Properties)]
pub struct CellProps {
    pub cell: CellKey,
    pub state: Rc<CellState>,
    /// What must happen; none for the scratch cell.
    pub expected: Option<Rc<Expectation>>,
    pub dispatch: Callback<Action>,
}

#[component]
pub fn CellView(props: &CellProps) -> Html {
    let CellProps { cell, state, expected, dispatch } = props;
    let run = {
        let (cell, dispatch) = (cell.clone(), dispatch.clone());
        Callback::from(move |()| dispatch.emit(Action::RunClicked { cell: cell.clone(), now: now() }))
    };
    let changed = {
        let (cell, dispatch) = (cell.clone(), dispatch.clone());
        Callback::from(move |source| dispatch.emit(Action::SourceEdited { cell: cell.clone(), source }))
    };
    let pressed_run = run.reform(|_: MouseEvent| ());
    let pressed_stop = dispatch.reform(|_: MouseEvent| Action::StopClicked);
    let pressed_reset = {
        let cell = cell.clone();
        dispatch.reform(move |_: MouseEvent| Action::ResetCellClicked(cell.clone()))
    };
    let marked = match &state.phase {
        Phase::Error { line, .. } => *line,
        _ => None,
    };
    let scratch = *cell.id == *SCRATCH;
    let title = if scratch { "Scratch cell".to_owned() } else { format!("Cell {}", cell.id) };
    html! {
        <section class="cell" id={cell.id.to_string()} aria-label={title.clone()}
            data-cell={cell.id.to_string()} data-state={state.phase.word()}>
            <header class="cell-head">
                <span class="cell-name">{ if scratch { "scratch" } else { &cell.id } }</span>
                <Badge phase={state.phase.clone()} />
            </header>
            <Editor source={AttrValue::from(state.source.to_string())} revision={state.revision}
                {marked} {changed} {run} />
            <div class="cell-actions">
                <button type="button" class="run" onclick={pressed_run} disabled={state.phase.is_pending()}>{ "Run" }</button>
                <button type="button" onclick={pressed_stop} disabled={!state.phase.is_pending()}>{ "Stop" }</button>
                <button type="button" onclick={pressed_reset}>{ "Reset cell" }</button>
            </div>
            <OutputView cell={cell.clone()} output={state.output.clone()} dispatch={dispatch.clone()} />
            { note(&state.phase) }
            { expected.as_ref().map(|expected| expectation(expected)) }
        </section>
    }
}

/// The run-state badge, with the time a run took or has been taking.
#[component]
fn Badge(props: &BadgeProps) -> Html {
    let tick = use_force_update();
    let running = matches!(props.phase, Phase::Running { .. });
    use_effect_with(running, move |running| {
        let ticking = running.then(|| Interval::new(100, move || tick.force_update()));
        move || drop(ticking)
    });
    let (word, time) = match &props.phase {
        Phase::Fresh => return html! {},
        Phase::Queued => ("waiting for Python", None),
        Phase::Running { since } => ("running", Some((now() - since).max(0.0))),
        Phase::Ok { milliseconds } => ("ok", Some(*milliseconds)),
        Phase::Error { milliseconds, .. } => ("error", Some(*milliseconds)),
        Phase::Stopped => ("stopped", None),
        Phase::Stale => ("stale", None),
    };
    html! {
        <span class="badge" data-phase={props.phase.word()}>
            { word }
            { time.map(|time| html! { <span class="elapsed">{ duration(time) }</span> }) }
        </span>
    }
}

#[derive(PartialEq, Properties)]
struct BadgeProps {
    phase: Phase,
}

#[derive(PartialEq, Properties)]
struct OutputProps {
    cell: CellKey,
    output: Output,
    dispatch: Callback<Action>,
}

#[component]
fn OutputView(props: &OutputProps) -> Html {
    let OutputProps { cell, output, dispatch } = props;
    let more = output.hidden_lines().map(|lines| {
        let cell = cell.clone();
        let show = dispatch.reform(move |_: MouseEvent| Action::MoreClicked(cell.clone()));
        html! {
            <button type="button" class="more" onclick={show}>
                { format!("… {} more {}, show", grouped(lines), if lines == 1 { "line" } else { "lines" }) }
            </button>
        }
    });
    let withheld = (output.withheld > 0).then(|| {
        html! { <p class="withheld">{ format!("{} further lines were not kept.", grouped(output.withheld)) }</p> }
    });
    let piece = |piece: &Piece| html! { <pre data-stream={piece.stream.word()}>{ visible(&piece.text) }</pre> };
    // A live log would read a flood aloud; the desk announces each run once instead.
    html! {
        <div class="output" role="log" aria-label="Output" aria-live="off" tabindex={(!output.is_empty()).then_some("0")}>
            { for output.shown.iter().map(piece) }
            { more }
            { withheld }
            { for output.last.iter().map(piece) }
        </div>
    }
}

fn note(phase: &Phase) -> Html {
    let text = match phase {
        Phase::Error { note: Some(note), .. } => note.as_str(),
        Phase::Stopped => "Stopped. Python is as it was before this run.",
        Phase::Stale => "This output is from an interpreter that has since been reset.",
        _ => return html! {},
    };
    html! { <p class="cell-note">{ text }</p> }
}

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

/// NUL has no glyph; a browser would show nothing where a character was written.
fn visible(text: &str) -> String {
    text.trim_end_matches('\n').replace('\0', "\u{2400}")
}

fn duration(milliseconds: f64) -> String {
    match milliseconds {
        time if time < 1.0 => "under 1 ms".into(),
        time if time < 1000.0 => format!("{time:.0} ms"),
        time => format!("{:.1} s", time / 1000.0),
    }
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| str::from_utf8(group).unwrap_or_default()).collect();
    groups.join(",")
}

/// The page's clock in milliseconds.
fn now() -> f64 {
    js_sys::Date::now()
}
