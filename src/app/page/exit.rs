//! Exit slots: conditions for leaving the course, each met by tasks that the reader has passed.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::state::key::CellKey;
use crate::lesson::{Course, Exit};

/// What [`ExitView`] is given.
#[derive(PartialEq, Properties)]
pub struct ExitProps {
    /// The slot.
    pub exit: Exit,
    /// The tasks that meet it, each with whether it was passed.
    pub evidence: Vec<(CellKey, bool)>,
    /// The course, for the titles of pages.
    pub course: Rc<Course>,
}

/// A condition, and what meets it.
#[component]
pub fn ExitView(props: &ExitProps) -> Html {
    let ExitProps { exit, evidence, course } = props;
    let met = evidence.iter().all(|(_, passed)| *passed);
    let title =
        |slug: &str| course.pages.iter().find(|page| page.slug == slug).map_or("", |page| &page.title).to_owned();
    let task = |(key, passed): &(CellKey, bool)| {
        html! {
            <li data-passed={if *passed { "yes" } else { "no" }}>
                <a href={format!("#/{}/{}", key.slug, key.id)}>{ &*key.id }</a>
                { format!(" in “{}”: ", title(&key.slug)) }
                { if *passed { "passed" } else { "not passed yet" } }
            </li>
        }
    };
    html! {
        <section class="exit" id={exit.id.clone()} data-exit={exit.id.clone()} data-state={if met { "met" } else { "open" }} aria-label={format!("Exit condition {}", exit.id)}>
            <div class="exit-text">{ Html::from_html_unchecked(exit.text.clone().into()) }</div>
            <p class="exit-state">{ if met { "Met, by what you have run:" } else { "Open. It is met when you have passed:" } }</p>
            <ul class="exit-tasks">{ for evidence.iter().map(task) }</ul>
        </section>
    }
}
