//! Predictions: the form in which a reader guesses what a cell will give, and at the end of a page those that were wrong.

use std::rc::Rc;

use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

use crate::app::state::action::Action;
use crate::app::state::key::CellKey;
use crate::app::state::{Guess, GuessEnd};
use crate::lesson::{Choice, Prediction};

/// What [`PredictionView`] is given.
#[derive(PartialEq, Properties)]
pub struct PredictionProps {
    /// The cell that it is about.
    pub cell: CellKey,
    /// The prediction.
    pub prediction: Rc<Prediction>,
    /// What the reader has guessed.
    pub guess: Option<Rc<Guess>>,
    /// Whether this is the second time that it is asked, at the end of the page.
    #[prop_or_default]
    pub again: bool,
    /// Gets the guess.
    pub dispatch: Callback<Action>,
}

/// A prediction.
#[component]
pub fn PredictionView(props: &PredictionProps) -> Html {
    let PredictionProps { cell, prediction, guess, again, dispatch } = props;
    let question = Html::from_html_unchecked(prediction.question.clone().into());
    let state = guess.as_ref().map_or("open", |guess| guess.end.word());
    let inner = match guess {
        Some(guess) if !again => verdict(prediction, guess),
        _ => {
            html! { <GuessForm cell={cell.clone()} prediction={prediction.clone()} again={*again} dispatch={dispatch.clone()} /> }
        }
    };
    html! {
        <div class="predict" data-predict={(!again).then(|| cell.id.to_string())} data-again={again.then(|| cell.id.to_string())} data-state={state}>
            <p class="predict-title">{ if *again { "Guess again" } else { "Guess first" } }</p>
            <div class="predict-question">{ question }</div>
            { inner }
        </div>
    }
}

/// What became of a guess.
fn verdict(prediction: &Prediction, guess: &Guess) -> Html {
    let listed = |texts: &[String]| match texts {
        [] => html! { { "nothing" } },
        texts => {
            html! { <>{ for texts.iter().enumerate().map(|(at, text)| html! { <>{ if at > 0 { ", " } else { "" } }<code>{ text }</code></> }) }</> }
        }
    };
    let right = listed(&prediction.right);
    html! {
        <p class="predict-verdict">
            { match guess.end {
                GuessEnd::Right => html! { <><strong>{ "Right: " }</strong>{ right }{ "." }</> },
                GuessEnd::Wrong => html! { <><strong>{ "Not so. " }</strong>{ "You guessed " }{ listed(&guess.given) }{ "; it is " }{ right }{ ". Read the output and find out why: the question comes back at the end of the page." }</> },
                GuessEnd::Shown => html! { <>{ "It is " }{ right }{ "." }</> },
            } }
        </p>
    }
}

/// What [`GuessForm`] is given.
#[derive(PartialEq, Properties)]
struct GuessProps {
    cell: CellKey,
    prediction: Rc<Prediction>,
    again: bool,
    dispatch: Callback<Action>,
}

/// The choices, or the field to type into.
#[component]
fn GuessForm(props: &GuessProps) -> Html {
    let GuessProps { cell, prediction, again, dispatch } = props;
    let chosen = use_state(Vec::<String>::new);
    let wrong = use_state(|| false);
    let submit = {
        let (cell, dispatch, chosen, wrong) = (cell.clone(), dispatch.clone(), chosen.clone(), wrong.clone());
        let (prediction, again) = (prediction.clone(), *again);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !prediction.any_number && chosen.iter().all(|text| text.trim().is_empty()) {
                return;
            }
            if again && !crate::lesson::is_right(&prediction, &chosen) {
                wrong.set(true);
                return;
            }
            dispatch.emit(Action::Guessed { cell: cell.clone(), given: Some((*chosen).clone()) });
        })
    };
    let show = {
        let (cell, dispatch) = (cell.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| dispatch.emit(Action::Guessed { cell: cell.clone(), given: None }))
    };
    let choice = |choice: &Choice| {
        let picked = {
            let (chosen, wrong, text, any) =
                (chosen.clone(), wrong.clone(), choice.text.clone(), prediction.any_number);
            Callback::from(move |event: Event| {
                let on = event.target_unchecked_into::<HtmlInputElement>().checked();
                let mut next: Vec<String> = chosen.iter().filter(|other| any && **other != text).cloned().collect();
                if on {
                    next.push(text.clone());
                }
                wrong.set(false);
                chosen.set(next);
            })
        };
        let kind = if prediction.any_number { "checkbox" } else { "radio" };
        html! {
            <label class="choice">
                <input type={kind} name={format!("guess:{}:{again}", cell.id)} checked={chosen.contains(&choice.text)} onchange={picked} />
                <span>{ Html::from_html_unchecked(choice.html.clone().into()) }</span>
            </label>
        }
    };
    let typed = {
        let (chosen, wrong) = (chosen.clone(), wrong.clone());
        Callback::from(move |event: InputEvent| {
            wrong.set(false);
            chosen.set(vec![event.target_unchecked_into::<HtmlInputElement>().value()]);
        })
    };
    let empty = !prediction.any_number && chosen.iter().all(|text| text.trim().is_empty());
    html! {
        <form class="guess" onsubmit={submit}>
            if prediction.choices.is_empty() {
                <input type="text" aria-label="Your guess" autocomplete="off" spellcheck="false" oninput={typed} />
            } else {
                <div class="choices" role="group" aria-label="Your guess">{ for prediction.choices.iter().map(choice) }</div>
            }
            <div class="guess-actions">
                <button type="submit" class="run" aria-disabled={empty.then_some("true")}>{ "Guess" }</button>
                if !again { <button type="button" onclick={show}>{ "Just show me" }</button> }
                <span role="status">{ if *wrong { "Not so. Try another one." } else { "" } }</span>
            </div>
        </form>
    }
}

/// What [`AgainView`] is given.
#[derive(PartialEq, Properties)]
pub struct AgainProps {
    /// The guesses of the page that were wrong: their cells, the predictions, and what was guessed.
    pub wrong: Vec<(CellKey, Rc<Prediction>, Rc<Guess>)>,
    /// Gets the guesses.
    pub dispatch: Callback<Action>,
}

/// Wrong guesses, asked again at the end of the page until they are right.
#[component]
pub fn AgainView(props: &AgainProps) -> Html {
    if props.wrong.is_empty() {
        return html! {};
    }
    let one = |(cell, prediction, guess): &(CellKey, Rc<Prediction>, Rc<Guess>)| match guess.mended {
        true => {
            html! { <p key={cell.id.to_string()} class="predict-mended">{ "Right this time: " }<a href={format!("#/{}/{}", cell.slug, cell.id)}>{ &*cell.id }</a></p> }
        }
        false => html! {
            <PredictionView key={cell.id.to_string()} cell={cell.clone()} prediction={prediction.clone()} guess={Some(guess.clone())} again=true dispatch={props.dispatch.clone()} />
        },
    };
    html! {
        <section class="again" aria-labelledby="guesses-again">
            <h2 id="guesses-again">{ "Guesses that come back" }</h2>
            <p>{ "These were not right the first time. Look at the output again if you need to." }</p>
            { for props.wrong.iter().map(one) }
        </section>
    }
}
