//! Takes a page's HTML apart, so that a component can be drawn in each slot.

use std::cell::RefCell;
use std::collections::HashSet;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;
use yew::virtual_dom::VTag;

/// A piece of the author's HTML, which is taken apart at the slots.
#[derive(Debug, PartialEq)]
pub enum Part {
    /// HTML without slots.
    Prose(AttrValue),
    /// The slot of a component: `cell <id>`, `exercise <id>` or `checks`.
    Slot(String),
    /// The model answer to an exercise, which opens once there is an attempt.
    Answer {
        /// The exercise that it answers.
        exercise: String,
        /// The answer.
        parts: Vec<Part>,
    },
    /// An element with a slot or a model answer somewhere inside.
    Around {
        /// The element's name.
        tag: String,
        /// Its attributes, each with its value.
        attributes: Vec<(String, String)>,
        /// What is inside.
        parts: Vec<Part>,
    },
}

impl Part {
    /// Draws the piece. `slot` draws what belongs into a slot, `answer` a model answer, given its exercise and its text.
    pub fn draw(&self, slot: &impl Fn(&str) -> Html, answer: &impl Fn(&str, Html) -> Html) -> Html {
        match self {
            Self::Prose(html) => Html::from_html_unchecked(html.clone()),
            Self::Slot(id) => slot(id),
            Self::Answer { exercise, parts } => {
                answer(exercise, parts.iter().map(|part| part.draw(slot, answer)).collect())
            }
            Self::Around { tag, attributes, parts } => {
                let mut element = VTag::new(tag.clone());
                for (name, value) in attributes {
                    element.add_attribute(intern(name), value.clone());
                }
                element.add_children(parts.iter().map(|part| part.draw(slot, answer)));
                element.into()
            }
        }
    }
}

/// Takes a page's HTML apart. A browser parses it, so that whatever HTML an author writes means here what it means everywhere.
/// The build has no browser and needs none: it writes one text again, in which an element may well begin in one piece and
/// end in another.
pub fn parts_of(html: &str) -> Vec<Part> {
    if cfg!(not(target_family = "wasm")) {
        return pieces_of(html);
    }
    let Ok(template) = gloo::utils::document().create_element("div") else { return Vec::new() };
    template.set_inner_html(html);
    parts_of_element(&template)
}

/// Cuts HTML at the slots and model answers, which `lesson::markdown` writes in just this form.
fn pieces_of(html: &str) -> Vec<Part> {
    const SLOT: &str = "<div data-slot=\"";
    const ANSWER: &str = "<section data-answer=\"";
    let mut parts = Vec::new();
    let mut rest = html;
    while let Some(at) = [SLOT, ANSWER].iter().filter_map(|mark| rest.find(mark)).min() {
        let (before, element) = rest.split_at(at);
        parts.push(Part::Prose(AttrValue::from(before.to_owned())));
        let is_slot = element.starts_with(SLOT);
        let named = &element[if is_slot { SLOT.len() } else { ANSWER.len() }..];
        let Some((name, content)) = named.split_once("\">") else { break };
        if is_slot {
            parts.push(Part::Slot(name.to_owned()));
            rest = content.strip_prefix("</div>").unwrap_or(content);
        } else {
            let (answer, after) = content.split_at(end_of_section(content));
            parts.push(Part::Answer { exercise: name.to_owned(), parts: pieces_of(answer) });
            rest = after.strip_prefix("</section>").unwrap_or(after);
        }
    }
    parts.push(Part::Prose(AttrValue::from(rest.to_owned())));
    parts
}

/// Where the section ends whose content begins this HTML; sections may stand in one another.
fn end_of_section(html: &str) -> usize {
    let mut open = 1;
    for (at, _) in html.match_indices('<') {
        if html[at..].starts_with("</section>") {
            open -= 1;
        } else if html[at..].starts_with("<section") {
            open += 1;
        }
        if open == 0 {
            return at;
        }
    }
    html.len()
}

fn parts_of_element(parent: &Element) -> Vec<Part> {
    let mut parts = Vec::new();
    let children = parent.child_nodes();
    for node in (0..children.length()).filter_map(|index| children.get(index)) {
        let part = match node.dyn_into::<Element>() {
            Err(node) => Part::Prose(escaped(&node.text_content().unwrap_or_default()).into()),
            Ok(element) => match (element.get_attribute("data-slot"), element.get_attribute("data-answer")) {
                (Some(id), _) => Part::Slot(id),
                (_, Some(exercise)) => Part::Answer { exercise, parts: parts_of_element(&element) },
                _ if matches!(element.query_selector("[data-slot], [data-answer]"), Ok(Some(_))) => Part::Around {
                    tag: element.local_name(),
                    attributes: attributes(&element),
                    parts: parts_of_element(&element),
                },
                _ => Part::Prose(element.outer_html().into()),
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

/// An attribute's name that lives as long as the program, as Yew wants it. An author uses a handful of names, and each
/// is leaked once.
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

#[cfg(test)]
mod tests {
    use super::{Part, pieces_of};

    /// What a piece is, in short.
    fn told(part: &Part) -> String {
        match part {
            Part::Prose(html) => html.to_string(),
            Part::Slot(name) => format!("[{name}]"),
            Part::Answer { exercise, parts } => format!("{exercise}({})", parts.iter().map(told).collect::<String>()),
            Part::Around { tag, .. } => format!("<{tag}>"),
        }
    }

    #[test]
    fn html_is_cut_at_slots_and_answers() {
        let html = "<ul><li>a<div data-slot=\"cell b\"></div></li></ul><section data-answer=\"e\">\n<section>c</section><div data-slot=\"cell d\"></div></section>f";
        let cut: String = pieces_of(html).iter().map(told).collect();
        assert_eq!(cut, "<ul><li>a[cell b]</li></ul>e(\n<section>c</section>[cell d])f");
        assert_eq!(pieces_of("").iter().map(told).collect::<String>(), "");
    }
}
