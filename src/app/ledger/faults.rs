//! "What if it fails?": a cell fails at each place in a fork, and a table says what each failure would leave behind.

use std::rc::Rc;

use paper::seen::{Failed, Faults, Left, Place};
use yew::prelude::*;

use crate::app::ask::{Answer, Ask, Question};
use crate::app::browser::place;
use crate::app::crew::Unseen;
use crate::app::ids::name_id;
use crate::app::ledger::code_in;
use crate::app::visible::visible;
use crate::protocol::RunId;
use paper::Code;

/// What [`FaultsView`] is given.
#[derive(PartialEq, Properties)]
pub struct FaultsProps {
    /// The cell's id.
    pub cell: Rc<str>,
    /// The cell's source.
    pub source: Rc<str>,
    /// As [`Account::now`](crate::app::state::Account::now): an answer from before is out of date.
    pub now: Option<RunId>,
    /// Takes questions to forks.
    pub ask: Callback<Question>,
}

/// What has become of the question.
#[derive(Clone, PartialEq)]
enum Answered {
    /// It was not asked.
    Not,
    /// The answer is awaited.
    Asked,
    /// The answer has come. It holds for this source, and as long as [`FaultsProps::now`] is this.
    Here(Rc<Faults>, Rc<str>, Option<RunId>),
    /// There is no answer, for this reason.
    Failed(Unseen),
}

/// The button that asks, and the answer.
#[component]
pub fn FaultsView(props: &FaultsProps) -> Html {
    let answered = use_state(|| Answered::Not);
    let press = {
        let (answered, ask, source, now) = (answered.clone(), props.ask.clone(), props.source.clone(), props.now);
        let code = Code { cell: props.cell.to_string(), source: props.source.to_string() };
        Callback::from(move |_: MouseEvent| {
            answered.set(Answered::Asked);
            let (answered, source) = (answered.clone(), source.clone());
            let answer = Callback::from(move |answer: Answer| {
                answered.set(match answer.faults() {
                    Ok(faults) => Answered::Here(Rc::new(faults), source.clone(), now),
                    Err(why) => Answered::Failed(why),
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
        Answered::Failed(why) => {
            html! { <p class="faults-note">{ visible(&format!("There is no answer: {}.", why.reason())) }</p> }
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

/// The first and the last line that are selected in a cell's editor, if any are. `web/editor.js` puts them into an
/// attribute.
fn selected(cell: &str) -> Option<(u32, u32)> {
    let editor = place::of_cell(cell)?.query_selector(".editor").ok()??;
    let (from, to) =
        editor.get_attribute("data-selected")?.split_once('-').map(|(from, to)| (from.parse(), to.parse()))?;
    from.ok().zip(to.ok())
}

/// The answer as a table: a row for each failure that leaves something behind, and a column for each thing that is
/// left.
fn matrix(faults: &Faults, source: &str) -> Html {
    let untried: Vec<(&Place, &String)> =
        faults.places.iter().filter_map(|place| Some((place, place.failed.as_ref().err()?))).collect();
    let tried: Vec<(&Place, &Failed)> =
        faults.places.iter().filter_map(|place| Some((place, place.failed.as_ref().ok()?))).collect();
    // What the cell leaves behind even if nothing fails is not shown.
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
        (tried, 0) if faults.untried > 0 || !untried.is_empty() => {
            format!("Of the {tried} failures that could be tried none left anything behind.")
        }
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
