//! A page: the author's HTML, with a cell in each of its slots.

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::action::{Action, CellKey, SCRATCH};
use super::cell::CellView;
use super::state::State;
use crate::lesson::{Expectation, Page};

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
    let parts = use_memo(props.page.html.clone(), |html| parts_of_html(html));
    let view = |shown: &Shown| {
        html! {
            <CellView key={shown.key.id.to_string()} cell={shown.key.clone()} state={shown.state.clone()}
                expected={shown.expected.clone()} dispatch={props.dispatch.clone()} />
        }
    };
    let in_slot = |id: &str| props.cells.iter().find(|shown| *shown.key.id == *id).map(view).unwrap_or_default();
    html! {
        <article class="page">
            { for parts.iter().map(|part| part.draw(&in_slot)) }
            <section class="scratch" aria-labelledby="try-anything">
                <h2 id="try-anything">{ "Try anything" }</h2>
                <p>{ "An empty cell in the same interpreter as the cells above." }</p>
                { for props.cells.last().map(view) }
            </section>
        </article>
    }
}

/// The author's HTML, taken apart where cells stand in it.
#[derive(Debug, PartialEq)]
enum Part {
    /// HTML without cells.
    Prose(AttrValue),
    /// The place of a cell, by id.
    Slot(String),
    /// An element with a cell somewhere inside.
    Around { tag: String, attributes: Vec<(String, String)>, parts: Vec<Part> },
}

impl Part {
    fn draw(&self, cell: &impl Fn(&str) -> Html) -> Html {
        match self {
            Self::Prose(html) => Html::from_html_unchecked(html.clone()),
            Self::Slot(id) => cell(id),
            Self::Around { tag, attributes, parts } => {
                let mut element = VTag::new(tag.clone());
                for (name, value) in attributes {
                    element.add_attribute(intern(name), value.clone());
                }
                element.add_children(parts.iter().map(|part| part.draw(cell)));
                element.into()
            }
        }
    }
}

/// Lets the browser parse, so that whatever HTML an author writes means what it means everywhere.
fn parts_of_html(html: &str) -> Vec<Part> {
    let Ok(template) = gloo::utils::document().create_element("div") else { return Vec::new() };
    template.set_inner_html(html);
    parts_of(&template)
}

fn parts_of(parent: &Element) -> Vec<Part> {
    let mut parts = Vec::new();
    let children = parent.child_nodes();
    for node in (0..children.length()).filter_map(|index| children.get(index)) {
        let part = match node.dyn_into::<Element>() {
            Err(node) => Part::Prose(escaped(&node.text_content().unwrap_or_default()).into()),
            Ok(element) => match element.get_attribute("data-slot") {
                Some(id) => Part::Slot(id),
                None if matches!(element.query_selector("[data-slot]"), Ok(Some(_))) => Part::Around {
                    tag: element.local_name(),
                    attributes: attributes(&element),
                    parts: parts_of(&element),
                },
                None => Part::Prose(element.outer_html().into()),
            },
        };
        match (parts.last_mut(), part) {
            (Some(Part::Prose(before)), Part::Prose(more)) => *before = format!("{before}{more}").into(),
            (_, part) => parts.push(part),
        }
    }
    parts
}

fn attributes(element: &Element) -> Vec<(String, String)> {
    let names = element.get_attribute_names();
    let names = names.iter().filter_map(|name| name.as_string());
    names.map(|name| (name.clone(), element.get_attribute(&name).unwrap_or_default())).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Yew wants attribute names that live as long as the program. An author uses a handful of them.
fn intern(name: &str) -> &'static str {
    thread_local! {
        static NAMES: RefCell<HashSet<&'static str>> = RefCell::default();
    }
    NAMES.with_borrow_mut(|names| {
        if let Some(known) = names.get(name) {
            return *known;
        }
        let name: &'static str = Box::leak(name.to_owned().into_boxed_str());
        names.insert(name);
        name
    })
}
