//! The checks: runs every cell of the course in the reader's own browser, and says whether each gives what its page
//! says.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::ask::{Answer, Ask, Question};
use crate::app::visible::visible;
use crate::lesson::{Course, Page};
use paper::Code;

/// What [`ChecksView`] is given.
#[derive(PartialEq, Properties)]
pub struct ChecksProps {
    /// The course whose cells are run.
    pub course: Rc<Course>,
    /// Takes questions to forks.
    pub ask: Callback<Question>,
}

/// What is known of the cells of one page.
#[derive(Clone, PartialEq)]
enum Verdict {
    /// The page's cells were not run yet.
    Awaited,
    /// They were run. For each cell that has not given what it should: its id, and what is wrong.
    Here(Vec<(String, Vec<String>)>),
    /// They could not be run, for this reason.
    Failed(String),
}

/// What is known of all pages, in their order. `round` counts the presses of the button, so that an answer to an
/// earlier press is not taken for one to the newest.
#[derive(Clone, PartialEq, Default)]
struct Verdicts {
    round: u32,
    pages: Vec<Verdict>,
}

/// What changes the verdicts: the button was pressed, with this number of pages, or the answer about a page has come.
enum Heard {
    Pressed(usize),
    Came { round: u32, page: usize, verdict: Verdict },
}

impl Reducible for Verdicts {
    type Action = Heard;

    fn reduce(self: Rc<Self>, heard: Heard) -> Rc<Self> {
        let mut next = (*self).clone();
        match heard {
            Heard::Pressed(pages) => {
                next.round += 1;
                next.pages = vec![Verdict::Awaited; pages];
            }
            Heard::Came { round, page, verdict } if round == next.round => next.pages[page] = verdict,
            Heard::Came { .. } => {}
        }
        Rc::new(next)
    }
}

/// The button that runs all checks, and what they have given.
#[component]
pub fn ChecksView(props: &ChecksProps) -> Html {
    let verdicts = use_reducer_eq(Verdicts::default);
    let course = props.course.clone();
    let pages: Vec<&Page> = with_cells(&course).collect();
    // The next page is asked about when the one before has answered. So other questions get their turn between two
    // pages, and none is refused because too many wait.
    {
        let (ask, verdicts, course) = (props.ask.clone(), verdicts.clone(), props.course.clone());
        let next = verdicts.pages.iter().position(|verdict| *verdict == Verdict::Awaited);
        use_effect_with((verdicts.round, next), move |(round, next)| {
            let page = next.and_then(|next| Some((next, with_cells(&course).nth(next)?)));
            if let Some((number, page)) = page {
                ask.emit(question(page, *round, number, verdicts.dispatcher()));
            }
        });
    }
    let running = verdicts.pages.contains(&Verdict::Awaited);
    let press = match running {
        true => Callback::noop(),
        false => {
            let (verdicts, count) = (verdicts.clone(), pages.len());
            Callback::from(move |_: MouseEvent| verdicts.dispatch(Heard::Pressed(count)))
        }
    };
    let count: usize = pages.iter().map(|page| cells(page).count()).sum();
    let state = match (verdicts.pages.is_empty(), running) {
        (true, _) => "open",
        (_, true) => "running",
        _ => "done",
    };
    html! {
        <section class="checks" data-checks={state} aria-label="Checks">
            <button type="button" onclick={press} aria-disabled={running.then_some("true")}>{ "Run all checks here" }</button>
            <p role="status" class="checks-summary">{ summary(&verdicts.pages, count, running) }</p>
            if !verdicts.pages.is_empty() {
                <table aria-label="Verdicts">
                    <thead><tr><th scope="col">{ "Page" }</th><th scope="col">{ "Cells" }</th><th scope="col">{ "Verdict" }</th></tr></thead>
                    <tbody>{ for pages.iter().zip(&verdicts.pages).map(|(page, verdict)| row(page, verdict)) }</tbody>
                </table>
            }
        </section>
    }
}

/// The pages that have cells.
fn with_cells(course: &Course) -> impl Iterator<Item = &Page> {
    course.pages.iter().map(|page| &**page).filter(|page| cells(page).next().is_some())
}

/// The cells of a page of which the page says what they give.
fn cells(page: &Page) -> impl Iterator<Item = &crate::lesson::Cell> {
    page.cells.iter().filter(|cell| !cell.is_starter)
}

/// Asks for a page's cells to be run, and puts the answer among the verdicts.
fn question(page: &Page, round: u32, number: usize, verdicts: UseReducerDispatcher<Verdicts>) -> Question {
    let code =
        |cell: &crate::lesson::Cell| (Code { cell: cell.id.clone(), source: cell.source.clone() }, cell.input.clone());
    let checked: Vec<crate::lesson::Cell> = cells(page).cloned().collect();
    let answer = Callback::from(move |answer: Answer| {
        let verdict = match answer.gave() {
            Err(fault) => Verdict::Failed(fault.sentence()),
            Ok(gave) => {
                let objections =
                    checked.iter().zip(&gave).map(|(cell, gave)| (cell.id.clone(), cell.expected.objections(gave)));
                Verdict::Here(objections.filter(|(_, objections)| !objections.is_empty()).collect())
            }
        };
        verdicts.dispatch(Heard::Came { round, page: number, verdict });
    });
    Question { ask: Ask::Rehearsal(cells(page).map(code).collect()), answer }
}

/// One sentence about all verdicts.
fn summary(verdicts: &[Verdict], cells: usize, running: bool) -> String {
    let wrong: usize =
        verdicts.iter().map(|verdict| if let Verdict::Here(wrong) = verdict { wrong.len() } else { 0 }).sum();
    let failed = verdicts.iter().any(|verdict| matches!(verdict, Verdict::Failed(_)));
    match (verdicts.is_empty(), running, failed, wrong) {
        (true, ..) => {
            format!("{cells} cells are to be run, each page in an interpreter of its own. Yours is not touched.")
        }
        (_, true, ..) => {
            let done = verdicts.iter().filter(|verdict| **verdict != Verdict::Awaited).count();
            format!("{done} of {} pages are done.", verdicts.len())
        }
        (_, _, true, _) => "Not every page could be checked.".into(),
        (_, _, _, 0) => format!("All {cells} cells give what their pages say."),
        (_, _, _, 1) => format!("1 of {cells} cells does not give what its page says."),
        (_, _, _, wrong) => format!("{wrong} of {cells} cells do not give what their pages say."),
    }
}

/// A cell that has not given what it should, with what is wrong.
fn objected(page: &Page, id: &str, objections: &[String]) -> Html {
    html! {
        <details>
            <summary><a href={format!("#/{}/{id}", page.slug)}>{ id }</a></summary>
            <pre tabindex="0">{ visible(&objections.join("\n")) }</pre>
        </details>
    }
}

/// A page's line in the table.
fn row(page: &Page, verdict: &Verdict) -> Html {
    let (word, said) = match verdict {
        Verdict::Awaited => ("awaited", html! { "…" }),
        Verdict::Failed(reason) => ("failed", html! { { visible(reason) } }),
        Verdict::Here(wrong) if wrong.is_empty() => ("passed", html! { "as the page says" }),
        Verdict::Here(wrong) => {
            ("wrong", wrong.iter().map(|(id, objections)| objected(page, id, objections)).collect())
        }
    };
    html! {
        <tr data-verdict={word}>
            <td><a href={format!("#/{}", page.slug)}>{ &page.title }</a></td><td>{ cells(page).count() }</td><td>{ said }</td>
        </tr>
    }
}
