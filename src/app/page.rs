//! A page: the author's HTML, with a cell in each of its slots.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::action::{Action, CellKey, SCRATCH};
use super::cell::CellView;
use super::state::State;
use crate::lesson::{Expectation, Page};

#[derive(PartialEq, Properties)]
pub struct ProseProps {
    pub html: AttrValue,
    /// Called with the slots, by cell id, once they are in the document.
    pub drawn: Callback<Vec<(String, Element)>>,
}

/// The page's text. Drawn once for each page; cells come into its slots as portals.
#[component]
fn Prose(props: &ProseProps) -> Html {
    let place = use_node_ref();
    {
        let (place, drawn) = (place.clone(), props.drawn.clone());
        use_effect_with(props.html.clone(), move |_| drawn.emit(slots(&place)));
    }
    html! { <div ref={place}>{ Html::from_html_unchecked(props.html.clone()) }</div> }
}

fn slots(place: &NodeRef) -> Vec<(String, Element)> {
    let Some(place) = place.cast::<Element>() else { return Vec::new() };
    let Ok(found) = place.query_selector_all("[data-slot]") else { return Vec::new() };
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into::<Element>().ok())
        .filter_map(|slot| Some((slot.get_attribute("data-slot")?, slot)))
        .collect()
}

#[derive(PartialEq, Properties)]
pub struct PageProps {
    pub page: Rc<Page>,
    /// The page's cells with their states, in order, the scratch cell last.
    pub cells: Vec<Shown>,
    pub dispatch: Callback<Action>,
}

/// A cell as it stands on the page.
#[derive(Clone, PartialEq)]
pub struct Shown {
    pub key: CellKey,
    pub state: Rc<super::state::CellState>,
    pub expected: Option<Rc<Expectation>>,
}

/// What a page shows of its cells.
pub fn shown(state: &State, page: &Page) -> Vec<Shown> {
    let slug: Rc<str> = page.slug.as_str().into();
    let key = |id: &str| CellKey { slug: slug.clone(), id: id.into() };
    let lesson = page.cells.iter().map(|cell| {
        let key = key(&cell.id);
        Shown { state: state.cell(&key), expected: Some(Rc::new(cell.expected.clone())), key }
    });
    let scratch = key(SCRATCH);
    lesson.chain([Shown { state: state.cell(&scratch), expected: None, key: scratch.clone() }]).collect()
}

#[component]
pub fn PageView(props: &PageProps) -> Html {
    let slots = use_state(Vec::<(String, Element)>::new);
    let drawn = {
        let slots = slots.clone();
        use_callback((), move |found, ()| slots.set(found))
    };
    let view = |shown: &Shown| {
        html! {
            <CellView key={shown.key.id.to_string()} cell={shown.key.clone()} state={shown.state.clone()}
                expected={shown.expected.clone()} dispatch={props.dispatch.clone()} />
        }
    };
    let in_slots = props.cells.iter().filter_map(|shown| {
        let (_, slot) = slots.iter().find(|(id, _)| **id == *shown.key.id)?;
        Some(create_portal(view(shown), slot.clone()))
    });
    html! {
        <article class="page">
            <Prose html={AttrValue::from(props.page.html.clone())} {drawn} />
            { for in_slots }
            <section class="scratch" aria-label="Try anything">
                <h2 id="scratch-heading">{ "Try anything" }</h2>
                <p>{ "An empty cell in the same interpreter as the cells above." }</p>
                { for props.cells.last().map(view) }
            </section>
        </article>
    }
}
