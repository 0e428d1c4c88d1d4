//! Exercises: the cell and the boxes in which a reader works, the check's verdict, hints, and model answers beside what the
//! reader has written.

use std::rc::Rc;

use paper::verdict::{Line, Verdict};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::app::ledger::code_in;
use crate::app::page::solution::SolutionView;
use crate::app::state::action::Action;
use crate::app::state::key::CellKey;
use crate::app::state::{Assessment, Attempt, Shown};
use crate::app::visible::visible;

/// What [`ExerciseView`] is given.
#[derive(PartialEq, Properties)]
pub struct ExerciseProps {
    /// The exercise as the reader has it.
    pub attempt: Attempt,
    /// Gets what the reader writes.
    pub dispatch: Callback<Action>,
    /// The exercise's own cell, if it has one.
    #[prop_or_default]
    pub children: Html,
}

/// An exercise.
#[component]
pub fn ExerciseView(props: &ExerciseProps) -> Html {
    let ExerciseProps { attempt, dispatch, children } = props;
    let id = &attempt.key.id;
    let field = |(number, label): (usize, &String)| {
        let text = attempt.boxes.get(number).cloned().unwrap_or_default();
        html! { <BoxView exercise={attempt.key.clone()} {number} label={AttrValue::from(label.clone())} {text} dispatch={dispatch.clone()} /> }
    };
    let is_task = attempt.exercise.task.is_some();
    let title = if is_task { format!("Task {id}") } else { format!("Exercise {id}") };
    let name = title_id(id);
    html! {
        <section class="exercise" id={id.to_string()} data-exercise={id.to_string()} data-state={attempt.word()} aria-label={title}>
            <header class="exercise-head">
                <span class="exercise-name" id={name}>{ if is_task { "Task" } else { "Exercise" } }</span>
                <span class="exercise-minutes">{ format!("about {} min", attempt.exercise.minutes) }</span>
                <span class="badge" data-phase={attempt.word()}>{ word(attempt) }</span>
            </header>
            { children.clone() }
            { commands(attempt, dispatch) }
            { for attempt.exercise.boxes.iter().enumerate().map(field) }
            <Actions attempt={attempt.clone()} dispatch={dispatch.clone()} />
            { hints(attempt) }
            { assessment(attempt) }
            if is_task && attempt.practice.shown != Shown::Shut && attempt.is_made() {
                <SolutionView attempt={attempt.clone()} />
            }
        </section>
    }
}

/// The id of the element that names an exercise: buttons refer to it.
fn title_id(exercise: &str) -> String {
    format!("task:{exercise}")
}

/// The lines that the reader can put below the cell's text and run with one press.
fn commands(attempt: &Attempt, dispatch: &Callback<Action>) -> Html {
    let lines = attempt.exercise.task.as_ref().map_or(&[][..], |task| &task.commands);
    if lines.is_empty() {
        return html! {};
    }
    let button = |line: &String| {
        let (exercise, pressed) = (attempt.key.clone(), line.clone());
        let press = dispatch
            .reform(move |_: MouseEvent| Action::CommandClicked { exercise: exercise.clone(), line: pressed.clone() });
        html! { <button type="button" onclick={press}><code>{ line }</code></button> }
    };
    html! { <div class="commands" role="group" aria-label="Lines to add and run">{ for lines.iter().map(button) }</div> }
}

/// How far the reader is, in words.
fn word(attempt: &Attempt) -> &'static str {
    match attempt.word() {
        "passed" if attempt.practice.helped => "passed, with the answer shown",
        "passed" => "passed",
        "attempted" if attempt.exercise.task.is_none() && attempt.is_done() => "written",
        "attempted" => "begun",
        _ => "",
    }
}

/// What [`Actions`] is given.
#[derive(PartialEq, Properties)]
struct ActionsProps {
    attempt: Attempt,
    dispatch: Callback<Action>,
}

/// The buttons of an exercise.
#[component]
fn Actions(props: &ActionsProps) -> Html {
    let ActionsProps { attempt, dispatch } = props;
    let name = title_id(&attempt.key.id);
    let press = |action: fn(CellKey) -> Action| {
        let exercise = attempt.key.clone();
        dispatch.reform(move |_: MouseEvent| action(exercise.clone()))
    };
    // A button that is of no use at the moment keeps the focus, but does nothing when it is pressed.
    let button = |text: String, class: &'static str, usable: bool, pressed: Callback<MouseEvent>| {
        let onclick = if usable { pressed } else { Callback::noop() };
        html! { <button type="button" {class} {onclick} aria-disabled={(!usable).then_some("true")} aria-describedby={name.clone()}>{ text }</button> }
    };
    let made = attempt.is_made();
    let answer = |pressed| button("Show answer".into(), "", made, pressed);
    let Some(task) = &attempt.exercise.task else {
        return html! {
            <div class="exercise-actions">
                { answer(go_to_answer(attempt)) }
                <p>{ if made { "What you have written is kept in this browser." } else { SHUT_BOXES } }</p>
            </div>
        };
    };
    let checking = matches!(attempt.assessment, Assessment::Awaited(_));
    let left = task.hints.len() - (attempt.practice.hints as usize).min(task.hints.len());
    let shows = attempt.practice.shown;
    // A model answer in prose shows the solution too, with its reasons.
    let pressed = if attempt.exercise.answer.is_some() { go_to_answer(attempt) } else { press(Action::AnswerClicked) };
    html! {
        <div class="exercise-actions">
            { button("Check".into(), "run", !checking, press(Action::CheckClicked)) }
            { button("Hint".into(), "", left > 0, press(Action::HintClicked)) }
            if shows != Shown::Whole { { answer(pressed) } }
            <p>{ advice(attempt, left) }</p>
        </div>
    }
}

/// What is said where the boxes keep the answer shut.
const SHUT_BOXES: &str = "The model answer opens once there is a sentence of yours in every box.";

/// What is said beside the buttons.
fn advice(attempt: &Attempt, left: usize) -> String {
    let hints = match left {
        0 => "No more hints.".to_owned(),
        1 => "One hint left.".to_owned(),
        left => format!("{left} hints left."),
    };
    match (attempt.is_made(), attempt.are_boxes_filled(), attempt.practice.shown) {
        (true, _, Shown::Lines) => format!("{hints} Show answer gives the whole."),
        (true, ..) => hints,
        (false, false, _) => format!("{hints} {SHUT_BOXES}"),
        (false, true, _) => format!("{hints} The answer opens after an attempt that ran and was checked."),
    }
}

/// Leads to the model answer.
fn go_to_answer(attempt: &Attempt) -> Callback<MouseEvent> {
    let place = attempt.exercise.answer.as_ref().map(|(slug, anchor)| format!("#/{slug}/{anchor}"));
    Callback::from(move |_: MouseEvent| {
        if let Some(place) = &place
            && gloo::utils::window().location().set_hash(place).is_err()
        {
            gloo::console::error!("the browser does not go to", place);
        }
    })
}

/// The hints that the reader has asked for.
fn hints(attempt: &Attempt) -> Html {
    let Some(task) = &attempt.exercise.task else { return html! {} };
    let shown = task.hints.iter().take(attempt.practice.hints as usize);
    if shown.len() == 0 {
        return html! {};
    }
    html! {
        <ol class="hints" aria-label="Hints">
            { for shown.map(|hint| html! { <li class="hint">{ Html::from_html_unchecked(hint.clone().into()) }</li> }) }
        </ol>
    }
}

/// What the last press of Check has come to.
fn assessment(attempt: &Attempt) -> Html {
    match &attempt.assessment {
        Assessment::None => html! {},
        Assessment::Awaited(_) => {
            html! { <p class="verdict-head">{ "Your answer runs in an interpreter of its own …" }</p> }
        }
        Assessment::Failed(reason) => {
            html! { <p class="verdict-head">{ format!("Your answer could not be checked: {reason}. Nothing was changed.") }</p> }
        }
        Assessment::Here { of, verdict } => html! {
            <>
                <p class="verdict-head" data-passed={if verdict.passed { "yes" } else { "no" }}>
                    <strong>{ heading(verdict) }</strong>
                    if **of != *attempt.source { { " Your answer has changed since." } }
                </p>
                { for verdict.says.iter().map(|sentence| html! { <p class="verdict-says">{ code_in(sentence) }</p> }) }
                <ol class="verdict" aria-label="Verdict">
                    { for verdict.lines.iter().filter(|line| !line.hidden).map(verdict_line) }
                </ol>
            </>
        },
    }
}

/// The verdict in a few words.
fn heading(verdict: &Verdict) -> String {
    let right = verdict.lines.iter().filter(|line| line.ok).count();
    let hidden = verdict.lines.iter().filter(|line| line.hidden).count();
    let shown = verdict.lines.len() - hidden;
    match (verdict.passed, hidden) {
        (true, _) => "It passes.".into(),
        (false, hidden) if hidden == 0 || right < shown => {
            format!("Not yet: {right} of {} are right.", verdict.lines.len())
        }
        (false, 1) => "Not yet: one thing is still to be found.".into(),
        (false, hidden) => format!("Not yet: {hidden} things are still to be found."),
    }
}

/// What was tried, what was expected, and what happened.
fn verdict_line(line: &Line) -> Html {
    let (mark, name) = if line.ok { ("✓", "right") } else { ("✗", "wrong") };
    let tried = match line.tried.trim().contains('\n') {
        true => html! { <pre tabindex="0">{ visible(line.tried.trim_matches('`')) }</pre> },
        false => code_in(&line.tried),
    };
    html! {
        <li data-ok={if line.ok { "yes" } else { "no" }}>
            <span class="verdict-mark" role="img" aria-label={name}>{ mark }</span>
            <div>
                <span class="verdict-tried">{ tried }</span>
                if !line.expected.is_empty() { <span class="verdict-expected">{ " " }{ code_in(&line.expected) }</span> }
                if line.ok && line.expected.is_empty() && !line.happened.is_empty() { { ": " }{ code_in(&line.happened) } }
                if !line.ok {
                    <p class="verdict-happened">
                        { "What happened: " }{ code_in(&line.happened) }
                        if let Some(number) = line.line { { format!(" (line {number} of your cell)") } }
                    </p>
                }
                if let Some(says) = &line.says { <p class="verdict-says">{ code_in(says) }</p> }
            </div>
        </li>
    }
}

/// What [`BoxView`] is given.
#[derive(PartialEq, Properties)]
struct BoxProps {
    exercise: CellKey,
    number: usize,
    label: AttrValue,
    text: String,
    dispatch: Callback<Action>,
}

/// A box into which the reader writes.
#[component]
fn BoxView(props: &BoxProps) -> Html {
    let BoxProps { exercise, number, label, text, dispatch } = props;
    let write = {
        let (exercise, number) = (exercise.clone(), *number);
        dispatch.reform(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            Action::AnswerWritten { exercise: exercise.clone(), number, text }
        })
    };
    let rows = text.lines().count().max(2).to_string();
    html! {
        <label class="box">
            <span>{ label }</span>
            <textarea {rows} value={text.clone()} oninput={write} />
        </label>
    }
}

/// What [`AnswerView`] is given.
#[derive(PartialEq, Properties)]
pub struct AnswerProps {
    /// The exercise as the reader has it.
    pub attempt: Attempt,
    /// The author's answer.
    pub children: Html,
}

/// A model answer. It is closed until there is an attempt of substance, and then stands beside that.
#[component]
pub fn AnswerView(props: &AnswerProps) -> Html {
    let AnswerProps { attempt, children } = props;
    let id = attempt.key.id.to_string();
    let exercise = format!("#/{}/{}", attempt.key.slug, id);
    if !attempt.is_made() {
        let checked = if attempt.exercise.task.is_some() { " and had it checked" } else { "" };
        return html! {
            <section class="answer closed" data-answer={id}>
                <p>{ format!("This answer opens once you have written your own{checked}. ") }<a href={exercise}>{ "Go to the exercise" }</a></p>
            </section>
        };
    }
    let own = |(label, text): (&String, &String)| html! { <><dt>{ label }</dt><dd>{ text }</dd></> };
    let boxes: Rc<Vec<String>> = attempt.boxes.clone();
    html! {
        <section class="answer" data-answer={id}>
            <div class="own">
                <p class="answer-title">{ "Yours" }</p>
                <dl>{ for attempt.exercise.boxes.iter().zip(boxes.iter()).map(own) }</dl>
                <p><a href={exercise}>{ "Change it" }</a></p>
            </div>
            <div class="model"><p class="answer-title">{ "A model answer" }</p>{ children.clone() }</div>
        </section>
    }
}
