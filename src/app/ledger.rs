//! The ledger's view: a table of what runs have left behind, with ways to take it back.

pub mod faults;

use std::rc::Rc;

use paper::Status;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::ask::{Answer, Ask, Question};
use super::state::{Account, Filter, Row, Since};
use super::visible::visible;
use crate::app::state::action::Action;
use crate::bench::Fault;
use crate::protocol::RunId;

/// What [`LedgerView`] is given.
#[derive(PartialEq, Properties)]
pub struct LedgerProps {
    /// What is shown.
    pub account: Rc<Account>,
    /// Takes questions to forks.
    pub ask: Callback<Question>,
    /// Gets what the reader presses.
    pub dispatch: Callback<Action>,
}

/// The ledger.
#[component]
pub fn LedgerView(props: &LedgerProps) -> Html {
    let LedgerProps { account, ask, dispatch } = props;
    let filter = |shown: Filter, words: &'static str| {
        let press = dispatch.reform(move |_: MouseEvent| Action::FilterChosen(shown));
        html! { <button type="button" aria-pressed={(account.shown == shown).to_string()} onclick={press}>{ words }</button> }
    };
    let row = |row: &Row| {
        let number = account.rows.iter().position(|other| other == row).unwrap_or_default();
        html! {
            <RowView key={format!("{} {}", row.finding.kind, row.finding.target)} {number} row={row.clone()}
                past={account.until.is_some()} dispatch={dispatch.clone()} />
        }
    };
    let group = |rows: &[Row]| {
        let status = rows[0].finding.status;
        html! {
            <tbody key={status.word()}>
                <tr key="heading" class="ledger-group"><th scope="rowgroup" colspan="4">{ format!("{} · {}", heading(status), rows.len()) }</th></tr>
                { for rows.iter().map(row) }
            </tbody>
        }
    };
    html! {
        <section class="ledger" aria-label="Ledger">
            <header>
                <h3>{ "What was left behind" }</h3>
                <StretchView since={account.since} until={account.until} runs={account.runs.clone()} dispatch={dispatch.clone()} />
            </header>
            <p class="ledger-summary">{ code_in(&account.summary) }</p>
            if !account.ordinary.is_empty() { <p class="ledger-ordinary">{ visible(&format!("Besides, this run {}.", account.ordinary)) }</p> }
            if !account.remark.is_empty() { <p class="ledger-ordinary">{ visible(&account.remark) }</p> }
            if !account.rows.is_empty() || account.shown != Filter::All {
                <div class="ledger-filter" role="group" aria-label="Findings to show">
                    { filter(Filter::All, "All") }
                    { filter(Filter::Left, "Left behind") }
                    { filter(Filter::Reverted, "Put back") }
                </div>
                <div class="ledger-table" role="region" aria-label="Residue, table" tabindex="0">
                    <table aria-label="Residue">
                        <thead key="heading"><tr>
                            <th scope="col">{ "What" }</th><th scope="col">{ "Where" }</th><th scope="col">{ "Reaches" }</th>
                            <th scope="col">{ "Status" }</th>
                        </tr></thead>
                        { for account.rows.chunk_by(|one, other| one.finding.status == other.finding.status).map(group) }
                    </table>
                </div>
            }
            <WorldsView now={account.now} ask={ask.clone()} />
        </section>
    }
}

/// The heading above the findings that have this status.
fn heading(status: Status) -> &'static str {
    match status {
        Status::Left => "Left behind",
        Status::Permanent => "Cannot be undone",
        Status::Reverted => "Changed and put back",
    }
}

/// What [`RowView`] is given.
#[derive(PartialEq, Properties)]
struct RowProps {
    /// Its place in the ledger, counted from 0.
    number: usize,
    row: Row,
    /// Whether the ledger ends before now, so that there is nothing to take back.
    past: bool,
    dispatch: Callback<Action>,
}

/// A finding, with how to take it back.
#[component]
fn RowView(props: &RowProps) -> Html {
    let Row { finding, cell, reverted_by, .. } = &props.row;
    let place = match (finding.line, finding.gone) {
        (Some(line), Some(gone)) if gone != line => format!("{}, lines {line} to {gone}", cell.id),
        (Some(line), _) => format!("{}, line {line}", cell.id),
        (None, _) => cell.id.to_string(),
    };
    let status = match finding.status {
        Status::Left => "left behind",
        Status::Reverted => "put back",
        Status::Permanent => "cannot be undone",
    };
    let before_after =
        html! { <p class="before-after">{ visible(&format!("{} → {}", finding.before, finding.after)) }</p> };
    let says_both = finding.sentence.contains(&finding.before) && finding.sentence.contains(&finding.after);
    let clean = {
        let source = finding.undo.clone();
        props.dispatch.reform(move |_: MouseEvent| Action::CleanupClicked { source: source.clone() })
    };
    let reset = props.dispatch.reform(|_: MouseEvent| Action::ResetInterpreterClicked);
    let undo_run = props.dispatch.reform(|_: MouseEvent| Action::UndoClicked);
    // Every row has the same buttons. They refer to the row's sentence, which says what each is about.
    let about = format!("finding:{}", props.number);
    html! {
        <tr data-kind={finding.kind.to_string()} data-status={finding.status.word()}>
            <th scope="row">
                <span class="finding" id={about.clone()}>{ code_in(&finding.sentence) }</span>
                if props.past && finding.status != Status::Reverted {
                    if !says_both { { before_after.clone() } }
                } else if finding.status != Status::Reverted {
                    <details>
                        <summary aria-describedby={about.clone()}>{ if finding.undo.is_empty() { "Why it stays" } else { "Take it back" } }</summary>
                        if !finding.undo.is_empty() {
                            <pre tabindex="0">{ visible(&finding.undo) }</pre>
                            <button type="button" onclick={clean} aria-describedby={about.clone()}>{ "Undo this one" }</button>
                        } else {
                            <p>{ visible(&finding.why) }</p>
                            <button type="button" onclick={undo_run} aria-describedby={about.clone()}>{ "Undo the last run" }</button>
                            <button type="button" onclick={reset} aria-describedby={about.clone()}>{ "Start from pristine" }</button>
                        }
                        if !says_both { { before_after.clone() } }
                    </details>
                }
            </th>
            <td>
                { place }
                { for reverted_by.iter().map(|cell| html! { <span class="reverted-by">{ format!("put back by {}", cell.id) }</span> }) }
            </td>
            <td>{ visible(&finding.scope) }</td>
            <td class="finding-status">{ status }</td>
        </tr>
    }
}

/// What [`StretchView`] is given.
#[derive(PartialEq, Properties)]
struct StretchProps {
    since: Since,
    until: Option<usize>,
    runs: Vec<(usize, Rc<str>)>,
    dispatch: Callback<Action>,
}

/// The choice of where the ledger begins and ends.
#[component]
fn StretchView(props: &StretchProps) -> Html {
    let StretchProps { since, until, runs, dispatch } = props;
    let (since, until) = (*since, *until);
    let begin = dispatch.reform(move |event: Event| {
        let since = match chosen(&event).as_str() {
            "start" => Since::Start,
            "last" => Since::LastRun,
            moment => moment.parse().map_or(Since::Start, Since::Moment),
        };
        Action::StretchChosen { since, until }
    });
    let end = dispatch.reform(move |event: Event| Action::StretchChosen { since, until: chosen(&event).parse().ok() });
    let option =
        |value: String, words: String, chosen: bool| html! { <option {value} selected={chosen}>{ words }</option> };
    html! {
        <div class="ledger-stretch">
            <label class="ledger-since">
                { "Since " }
                <select onchange={begin}>
                    { option("start".into(), "the start or the last reset".into(), since == Since::Start) }
                    { option("last".into(), "the previous run".into(), since == Since::LastRun) }
                    { for Account::beginnings(runs, until).map(|(moment, cell)| option(moment.to_string(), format!("before {cell} ran"), since == Since::Moment(moment))) }
                </select>
            </label>
            if runs.len() > 1 {
                <label class="ledger-until">
                    { "until " }
                    <select onchange={end}>
                        { option("now".into(), "now".into(), until.is_none()) }
                        { for Account::endings(runs, since).map(|(moment, cell)| option(moment.to_string(), format!("after {cell} ran"), until == Some(moment))) }
                    </select>
                </label>
            }
        </div>
    }
}

fn chosen(event: &Event) -> String {
    event.target_unchecked_into::<HtmlSelectElement>().value()
}

/// What [`WorldsView`] is given.
#[derive(PartialEq, Properties)]
struct WorldsProps {
    /// As [`Account::now`]: answers from before are out of date.
    now: Option<RunId>,
    ask: Callback<Question>,
}

/// What an expression gave in one of the interpreters, and what [`Account::now`] was when it was asked.
#[derive(Clone, PartialEq, Default)]
struct Told {
    text: String,
    now: Option<RunId>,
}

/// What an expression gives in the pristine interpreter and in the reader's, side by side.
#[component]
fn WorldsView(props: &WorldsProps) -> Html {
    let expression = use_node_ref();
    let pristine = use_state(Told::default);
    let current = use_state(Told::default);
    let now = props.now;
    let compare = {
        let (expression, ask, pristine, current) =
            (expression.clone(), props.ask.clone(), pristine.clone(), current.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = expression.cast::<HtmlInputElement>() else { return };
            let question = paper::Question::Evaluate { expression: field.value() };
            let of_pristine = Ask::Pristine(question.clone());
            for (world, question) in [(pristine.clone(), of_pristine), (current.clone(), Ask::Now(question))] {
                let answer = Callback::from(move |answer: Answer| world.set(Told { text: told(answer), now }));
                ask.emit(Question { ask: question, answer });
            }
        })
    };
    let answered = |world: &Told| !world.text.is_empty() && world.now == now;
    let differ = pristine.text != current.text;
    html! {
        <details class="worlds">
            <summary>{ "Ask both worlds" }</summary>
            <form onsubmit={compare}>
                <label>{ "Expression " }<input ref={expression} placeholder="json.dumps([1])" autocomplete="off" spellcheck="false" /></label>
                <button type="submit">{ "Compare" }</button>
            </form>
            if answered(&pristine) && answered(&current) {
                <dl data-differ={differ.to_string()}>
                    <dt>{ "In the pristine interpreter" }</dt><dd>{ visible(&pristine.text) }</dd>
                    <dt>{ "In yours" }</dt><dd>{ visible(&current.text) }</dd>
                </dl>
                <p>{ if differ { "They differ." } else { "They agree." } }</p>
            }
        </details>
    }
}

/// An answer as text.
fn told(answer: Answer) -> String {
    match answer.value() {
        Ok(value) => value.text,
        Err(Fault::TimedOut) => "it did not end".into(),
        Err(fault) => fault.sentence(),
    }
}

/// A sentence in which what stands between backquotes is code.
pub fn code_in(sentence: &str) -> Html {
    let part = |(number, part): (usize, &str)| match number % 2 {
        0 => html! { { part } },
        _ => html! { <code>{ part }</code> },
    };
    html! { <>{ for visible(sentence).split('`').enumerate().map(part) }</> }
}
