//! "What if it fails here?": a cell's failures, each in a fork, and what each would leave behind.

use std::rc::Rc;

use paper::Seen;
use paper::seen::{Failed, Faults, Left, Place};
use yew::prelude::*;

use crate::app::ask::{Answer, Ask, Question};
use crate::app::browser::place;
use crate::app::ids::name_id;
use crate::app::ledger::code_in;
use crate::app::visible::visible;
use crate::protocol::RunId;
use paper::Code;

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
                answered.set(match answer {
                    Answer::Seen(Seen::Faults(faults)) => Answered::Here(Rc::new(faults), source.clone(), now),
                    _ => Answered::Failed,
                });
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
    let untried: Vec<(&Place, &String)> =
        faults.places.iter().filter_map(|place| Some((place, place.failed.as_ref().err()?))).collect();
    let tried: Vec<(&Place, &Failed)> =
        faults.places.iter().filter_map(|place| Some((place, place.failed.as_ref().ok()?))).collect();
    // What the cell leaves even if all goes well is no matter of failing.
    let mut findings: Vec<&Left> = Vec::new();
    for left in tried.iter().flat_map(|(_, failed)| &failed.left) {
        if !findings.contains(&left) && !faults.anyway.contains(left) {
            findings.push(left);
        }
    }
    let leaves = |(_, failed): &&(&Place, &Failed)| failed.left.iter().any(|left| findings.contains(&left));
    let mut bad: Vec<(&Place, &Failed)> = tried.iter().filter(leaves).copied().collect();
    bad.sort_by_key(|(place, _)| place.site.line);
    let sentence = match (tried.len(), bad.len()) {
        (0, _) => "There is no place where this could fail.".to_owned(),
        (tried, 0) => format!("It failed in {tried} places, and none of the failures left anything behind."),
        (tried, number) => format!("It failed in {tried} places; {number} of the failures left something behind."),
    };
    let lines: Vec<&str> = source.lines().collect();
    let row = |(Place { site, .. }, failed): &(&Place, &Failed)| {
        let what = match site.call.as_str() {
            "" => lines.get((site.line as usize).wrapping_sub(1)).map_or("", |line| line.trim()).to_owned(),
            call => format!("{call}(…) raises"),
        };
        let cell = |finding: &&Left| {
            let left = failed.left.contains(finding);
            html! { <td data-left={left.to_string()}>{ if left { "left" } else { "–" } }</td> }
        };
        html! {
            <tr data-line={site.line.to_string()}>
                <th scope="row">{ format!("{} ", site.line) }<code>{ visible(&what) }</code>{ if failed.handled { " (caught)" } else { "" } }</th>
                { for findings.iter().map(cell) }
            </tr>
        }
    };
    html! {
        <>
            <p class="faults-note">{ sentence }</p>
            { for untried.iter().map(|(place, why)| html! {
                <p class="faults-note">{ visible(&format!("Line {} could not be tried. {why}", place.site.line)) }</p>
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
