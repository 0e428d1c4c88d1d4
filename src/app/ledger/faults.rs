//! "What if it fails here?": a cell's failures, each in a fork, and what each would leave behind.

use std::rc::Rc;

use serde::Deserialize;
use yew::prelude::*;

use crate::app::ask::{Answer, Ask, Question};
use crate::app::browser::place;
use crate::app::ledger::code_in;
use crate::app::page::cell::name_id;
use crate::app::visible::visible;
use crate::protocol::RunId;
use crate::report::Code;

/// What `Bench::faults` gives.
#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Faults {
    places: Vec<Place>,
    /// What is left if nothing fails.
    #[serde(default)]
    anyway: Vec<Left>,
    /// Places for which there was no time.
    untried: u32,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Place {
    line: usize,
    /// The function that fails instead of being called; empty where the line does not begin.
    call: String,
    /// The cell caught the failure itself.
    #[serde(default)]
    handled: bool,
    #[serde(default)]
    left: Vec<Left>,
    /// Why this place could not be tried.
    failed: Option<String>,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct Left {
    kind: String,
    target: String,
}

#[derive(PartialEq, Properties)]
pub struct FaultsProps {
    pub cell: Rc<str>,
    pub source: Rc<str>,
    /// See [`Account::now`](crate::app::state::Account::now).
    pub now: Option<RunId>,
    pub ask: Callback<Question>,
}

/// What the reader has asked for.
#[derive(Clone, PartialEq)]
enum Answered {
    Not,
    Asked,
    /// With the source that was asked about, and what had happened last to Python then.
    Here(Rc<Faults>, Rc<str>, Option<RunId>),
    Failed,
}

#[component]
pub fn FaultsView(props: &FaultsProps) -> Html {
    let answered = use_state(|| Answered::Not);
    let press = {
        let (answered, ask, source, now) = (answered.clone(), props.ask.clone(), props.source.clone(), props.now);
        let code = Code { cell: props.cell.to_string(), source: props.source.to_string() };
        Callback::from(move |_: MouseEvent| {
            answered.set(Answered::Asked);
            let (answered, source) = (answered.clone(), source.clone());
            let answer = Callback::from(move |answer| {
                let faults = Answer::seen(answer).ok().and_then(|value| serde_json::from_value(value).ok());
                answered.set(
                    faults.map_or(Answered::Failed, |faults| Answered::Here(Rc::new(faults), source.clone(), now)),
                );
            });
            ask.emit(Question { ask: Ask::Faults(code.clone(), selected(&code.cell)), answer });
        })
    };
    let result = match &*answered {
        Answered::Not => html! {},
        Answered::Asked => {
            html! { <p class="faults-note">{ "The cell fails in forks, once at each line and each call …" }</p> }
        }
        Answered::Failed => {
            html! { <p class="faults-note">{ "There is no answer: the cell takes too long, or does not compile." }</p> }
        }
        Answered::Here(_, source, now) if *source != props.source || *now != props.now => html! {},
        Answered::Here(faults, source, _) => matrix(faults, source),
    };
    html! {
        <div class="faults">
            <button type="button" onclick={press} aria-describedby={name_id(&props.cell)} title="At each line and each call of the cell, or of what is selected in it">
                { "What if it fails?" }
            </button>
            <div aria-live="polite">{ result }</div>
        </div>
    }
}

/// The lines that are selected in a cell's editor, if any; `web/editor.js` notes them.
fn selected(cell: &str) -> Option<(u32, u32)> {
    let editor = place::of_cell(cell)?.query_selector(".editor").ok()??;
    let (from, to) =
        editor.get_attribute("data-selected")?.split_once('-').map(|(from, to)| (from.parse(), to.parse()))?;
    from.ok().zip(to.ok())
}

fn matrix(faults: &Faults, source: &str) -> Html {
    // What the cell leaves even if all goes well is no matter of failing.
    let mut findings: Vec<&Left> = Vec::new();
    for left in faults.places.iter().flat_map(|place| &place.left) {
        if !findings.contains(&left) && !faults.anyway.contains(left) {
            findings.push(left);
        }
    }
    let (untried, tried): (Vec<&Place>, Vec<&Place>) = faults.places.iter().partition(|place| place.failed.is_some());
    let mut bad: Vec<&Place> =
        faults.places.iter().filter(|place| place.left.iter().any(|left| findings.contains(&left))).collect();
    bad.sort_by_key(|place| place.line);
    let sentence = match (tried.len(), bad.len()) {
        (0, _) => "There is no place where this could fail.".to_owned(),
        (tried, 0) => format!("It failed in {tried} places, and none of the failures left anything behind."),
        (tried, number) => format!("It failed in {tried} places; {number} of the failures left something behind."),
    };
    let lines: Vec<&str> = source.lines().collect();
    let row = |place: &&Place| {
        let what = match place.call.as_str() {
            "" => lines.get(place.line.wrapping_sub(1)).map_or("", |line| line.trim()).to_owned(),
            call => format!("{call}(…) raises"),
        };
        let cell = |finding: &&Left| {
            let left = place.left.contains(finding);
            html! { <td data-left={left.to_string()}>{ if left { "left" } else { "–" } }</td> }
        };
        html! {
            <tr data-line={place.line.to_string()}>
                <th scope="row">{ format!("{} ", place.line) }<code>{ visible(&what) }</code>{ if place.handled { " (caught)" } else { "" } }</th>
                { for findings.iter().map(cell) }
            </tr>
        }
    };
    html! {
        <>
            <p class="faults-note">{ sentence }</p>
            { for untried.iter().map(|place| html! {
                <p class="faults-note">{ visible(&format!("Line {} could not be tried. {}", place.line, place.failed.as_deref().unwrap_or_default())) }</p>
            }) }
            if faults.untried > 0 { <p class="faults-note">{ format!("There was no time for {} more places.", faults.untried) }</p> }
            if !bad.is_empty() {
                <div class="faults-table" role="region" aria-label="Failures, table" tabindex="0">
                    <table aria-label="Failures">
                        <thead><tr>
                            <th scope="col">{ "If it fails at line" }</th>
                            { for findings.iter().map(|finding| html! { <th scope="col">{ code_in(&format!("`{}`", finding.target)) }</th> }) }
                        </tr></thead>
                        <tbody>{ for bad.iter().map(row) }</tbody>
                    </table>
                </div>
            }
        </>
    }
}
