//! Draws the whole desk from its state.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::ask::Question;
use crate::app::page::{PageView, filled, shown};
use crate::app::shell::timeline_bar::TimelineView;
use crate::app::shell::usage::Usage;
use crate::app::shell::variables_panel::VariablesView;
use crate::app::shell::{Header, Pages};
use crate::app::state::action::Action;
use crate::app::state::{Attempt, Happening, Loading, Python, State};

/// Everything that a reader sees. `usage` is how much is held of the timeline; `dispatch` gets what the reader does, `ask`
/// takes questions to forks.
pub fn view(state: &State, usage: Usage, dispatch: Callback<Action>, ask: Callback<Question>) -> Html {
    let attempts = state.attempts();
    let title = match &state.course {
        Loading::Here(course) => course.title.clone(),
        _ => "Workbook".to_owned(),
    };
    let notice = |(number, notice): (usize, &String)| {
        let dismiss = dispatch.reform(move |_: MouseEvent| Action::NoticeDismissed(number));
        html! {
            <div class="notice" role="alert" key={notice.clone()}>
                <p>{ notice }</p>
                <button type="button" onclick={dismiss}>{ "Close" }</button>
            </div>
        }
    };
    html! {
        <>
            <div class="top">
                <Header title={AttrValue::from(title)} python={state.python.clone()} limit={state.limit}
                    can_undo={state.undo_target().is_some()} can_redo={state.redo_target().is_some()}
                    variables={state.variables.open} {usage} dispatch={dispatch.clone()} />
                <TimelineView moments={moments(state)} here={state.timeline.here()}
                    forgotten={state.timeline.forgotten()} bytes={state.timeline.bytes()} idle={state.python == Python::Ready}
                    dispatch={dispatch.clone()} />
            </div>
            // Notices have an element of their own. Yew compares the elements of a list from its end: without it, a
            // new notice would take the place of an element after it, with the focus and all that the reader has
            // opened there.
            <div class="notices">{ for state.notices.iter().enumerate().map(notice) }</div>
            <div class="desk">
                { pages(state, &attempts) }
                <main id="main" tabindex="-1">{ page(state, attempts, ask, dispatch.clone()) }</main>
                if state.variables.open {
                    <VariablesView rows={state.variables.rows.clone()} more={state.variables.more} old={state.variables.old} dispatch={dispatch.clone()} />
                }
            </div>
            <p class="heard" role="status">{ &state.announcement }</p>
        </>
    }
}

/// The list of pages.
fn pages(state: &State, attempts: &[Attempt]) -> Html {
    let Loading::Here(course) = &state.course else { return html! {} };
    let current = state.page().map(|page| page.slug.clone()).unwrap_or_default();
    let last = state.last.clone().filter(|last| *last.slug != *current);
    html! { <Pages course={course.clone()} current={AttrValue::from(current)} progress={Rc::new(state.progress(attempts))} {last} /> }
}

/// The page that is open, or why there is none.
fn page(state: &State, attempts: Vec<Attempt>, ask: Callback<Question>, dispatch: Callback<Action>) -> Html {
    match (&state.course, state.page()) {
        (Loading::Awaited, _) => html! { <p class="waiting">{ "The page is on its way." }</p> },
        (Loading::Failed(reason), _) => {
            html! { <p class="notice" role="alert">{ format!("The pages can't be shown: {reason}. Reload to try again.") }</p> }
        }
        (Loading::Here(_), None) => {
            html! { <p class="notice">{ "There is no such page." }{ " " }<a href="#/">{ "Go to the first page." }</a></p> }
        }
        (Loading::Here(course), Some(page)) => html! {
            <PageView key={page.slug.clone()} page={page.clone()} cells={shown(state, page)}
                {attempts} evidence={page.exits.iter().map(|exit| state.evidence(exit)).collect::<Vec<_>>()} filled={filled(state, page)} course={course.clone()} {ask} {dispatch} />
        },
    }
}

fn moments(state: &State) -> Rc<Vec<(Happening, usize)>> {
    Rc::new(state.timeline.moments().iter().map(|moment| (state.told(&moment.about), moment.bytes())).collect())
}
