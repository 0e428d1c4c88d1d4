//! Exercises, and model answers beside what the reader has written.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::app::state::Attempt;
use crate::app::state::action::Action;
use crate::app::state::key::CellKey;

/// What [`ExerciseView`] is given.
#[derive(PartialEq, Properties)]
pub struct ExerciseProps {
    /// The exercise as the reader has it.
    pub attempt: Attempt,
    /// Gets what the reader writes.
    pub dispatch: Callback<Action>,
}

/// An exercise: its boxes, and the way to its model answer.
#[component]
pub fn ExerciseView(props: &ExerciseProps) -> Html {
    let ExerciseProps { attempt, dispatch } = props;
    let id = &attempt.key.id;
    let field = |(number, label): (usize, &String)| {
        let text = attempt.boxes.get(number).cloned().unwrap_or_default();
        html! { <BoxView exercise={attempt.key.clone()} {number} label={AttrValue::from(label.clone())} {text} dispatch={dispatch.clone()} /> }
    };
    let (slug, anchor) = &attempt.exercise.answer;
    let answer = format!("#/{slug}/{anchor}");
    let show = Callback::from(move |_: MouseEvent| {
        if gloo::utils::window().location().set_hash(&answer).is_err() {
            gloo::console::error!("the browser does not go to", &answer);
        }
    });
    html! {
        <section class="exercise" id={id.to_string()} data-exercise={id.to_string()} data-state={attempt.word()} aria-label={format!("Exercise {id}")}>
            { for attempt.exercise.boxes.iter().enumerate().map(field) }
            { ending(attempt) }
            <div class="exercise-actions">
                <button type="button" onclick={show} disabled={!attempt.is_made()} aria-describedby={id.to_string()}>{ "Show answer" }</button>
                <p>{ if attempt.is_made() { "What you have written is kept in this browser." } else { "The model answer opens once there is something in every box." } }</p>
            </div>
        </section>
    }
}

/// What the mended cell must leave behind, and whether its last run does.
fn ending(attempt: &Attempt) -> Html {
    let (Some(leaves), Some(cell)) = (&attempt.exercise.leaves, &attempt.exercise.cell) else { return html! {} };
    let (word, verdict) = match &attempt.ending {
        None => ("open", html! { "It has not run yet." }),
        Some(ending) if ending.is_good() => ("yes", html! { "So does its last run." }),
        Some(ending) if ending.extra.is_empty() => {
            ("no", html! { <>{ "Its last run does not: there is no " }{ listed(&ending.missing) }{ "." }</> })
        }
        Some(ending) => ("no", html! { <>{ "Its last run left " }{ listed(&ending.extra) }{ "." }</> }),
    };
    let (back, left): (Vec<String>, Vec<String>) =
        leaves.iter().cloned().partition(|finding| finding.ends_with(" reverted"));
    html! {
        <p class="exercise-ledger" data-ends-well={word} role="status">
            { "Mended, the cell " }<code>{ cell }</code>
            if !back.is_empty() { { " shows " }{ listed(&back) }{ ", and" } }
            { " leaves " }if left.is_empty() { { "nothing" } } else { { listed(&left) } }{ " behind. " }
            <strong>{ verdict }</strong>
        </p>
    }
}

/// Findings with commas between them.
fn listed(findings: &[String]) -> Html {
    let one = |(number, finding): (usize, &String)| html! { <>{ if number > 0 { ", " } else { "" } }<code>{ finding }</code></> };
    html! { <>{ for findings.iter().enumerate().map(one) }</> }
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

/// A model answer. It is closed until there is something in each box, and then stands beside it.
#[component]
pub fn AnswerView(props: &AnswerProps) -> Html {
    let AnswerProps { attempt, children } = props;
    let id = attempt.key.id.to_string();
    let exercise = format!("#/{}/{}", attempt.key.slug, id);
    if !attempt.is_made() {
        return html! {
            <section class="answer closed" data-answer={id}>
                <p>{ "This answer opens once you have written your own. " }<a href={exercise}>{ "Go to the exercise" }</a></p>
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
