//! Writes a page as HTML, as the desk draws it first: so a reader can read before any program has come. The build calls it.

use std::rc::Rc;

use yew::prelude::*;

use super::desk::view;
use super::route::Route;
use super::shell::usage::Usage;
use super::state::action::{Action, Belongings};
use super::state::{State, USUAL_LIMIT};
use crate::lesson::Course;

/// What [`Before`] is given.
#[derive(PartialEq, Properties)]
struct BeforeProps {
    course: Rc<Course>,
    slug: String,
}

/// The desk before there is a Python, of a reader who has never been here.
#[component]
fn Before(props: &BeforeProps) -> Html {
    let mut state = State::new(Route { slug: props.slug.clone(), ..Route::default() }, USUAL_LIMIT);
    let arrived = Action::CourseArrived {
        course: props.course.clone(),
        image: String::new(),
        kept: Box::<Belongings>::default(),
        limit: USUAL_LIMIT,
    };
    // What it asks for is for a browser to do.
    state.reduce(arrived);
    let usage = Usage { held: 0, most_held: state.budget, in_memory: 0, most_in_memory: 0, keeps: false };
    view(&state, usage, Callback::noop(), Callback::noop())
}

/// The HTML of the page with this slug.
pub async fn page(course: Rc<Course>, slug: &str) -> String {
    let props = BeforeProps { course, slug: slug.to_owned() };
    yew::LocalServerRenderer::<Before>::with_props(props).hydratable(false).render().await
}
