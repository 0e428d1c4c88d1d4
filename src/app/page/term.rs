//! The card that says what a term means. It opens where the pointer rests on a term, where a finger taps it, and when
//! it has the focus.

use std::rc::Rc;

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};
use yew::prelude::*;

use crate::app::browser::place;
use crate::lesson::{Course, Term};

/// What [`Terms`] is given.
#[derive(PartialEq, Properties)]
pub struct TermsProps {
    /// The course, whose glossary explains the terms.
    pub course: Rc<Course>,
    /// The text in which the terms are links.
    pub children: Html,
}

/// A card that is open: the anchor of its term, and its place in the text in CSS pixels.
#[derive(Clone, PartialEq)]
struct Card {
    anchor: String,
    left: f64,
    top: f64,
}

/// A text whose terms have cards.
#[component]
pub fn Terms(props: &TermsProps) -> Html {
    let text = use_node_ref();
    let card = use_state(|| None::<Card>);
    let point = {
        let (text, card) = (text.clone(), card.clone());
        move |target: Option<EventTarget>| {
            let target: Option<Element> = target.and_then(|target| target.dyn_into().ok());
            let within = |css: &str| target.as_ref().and_then(|target| target.closest(css).ok().flatten());
            let found = within("a.term").and_then(|term| below(&term, &text.cast::<Element>()?));
            // The pointer may go onto the card, so that the reader can read it and follow its link.
            if (found.is_some() || within(".term-card").is_none()) && *card != found {
                card.set(found);
            }
        }
    };
    let over = {
        let point = point.clone();
        Callback::from(move |event: MouseEvent| point(event.target()))
    };
    let focus = {
        let point = point.clone();
        Callback::from(move |event: FocusEvent| point(event.target()))
    };
    let click = Callback::from(move |event: MouseEvent| {
        let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
        let on_term = target.is_some_and(|target| matches!(target.closest("a.term"), Ok(Some(_))));
        // Without a pointer that can rest, a tap is the only way to the card. The card has the link too.
        if on_term && !can_hover() {
            event.prevent_default();
        }
        point(event.target());
    });
    let close = {
        let card = card.clone();
        move || {
            if card.is_some() {
                card.set(None)
            }
        }
    };
    let leave = {
        let close = close.clone();
        Callback::from(move |_: MouseEvent| close())
    };
    let key = {
        let (text, card) = (text.clone(), card.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                if let Some(card) = &*card {
                    leave_card(card, text.cast());
                }
                close();
            }
        })
    };
    let term = card
        .as_ref()
        .and_then(|card| props.course.terms.iter().find(|term| term.anchor == card.anchor).zip(Some(card)));
    html! {
        <div class="terms" ref={text} onmouseover={over} onmouseleave={leave} onfocusin={focus} onclick={click} onkeydown={key}>
            { props.children.clone() }
            { term.map(|(term, card)| view(term, card, &props.course)).unwrap_or_default() }
        </div>
    }
}

/// The card of a term.
fn view(term: &Term, card: &Card, course: &Course) -> Html {
    let glossary = course.pages.iter().find(|page| course.glossary.as_ref() == Some(&page.slug));
    html! {
        <div class="term-card" role="tooltip" style={format!("left: {:.0}px; top: {:.0}px", card.left, card.top)}>
            <p><strong>{ &term.name }</strong></p>
            <p>{ Html::from_html_unchecked(AttrValue::from(term.html.clone())) }</p>
            { for glossary.map(|page| html! { <p><a href={format!("#/{}/{}", page.slug, term.anchor)}>{ &page.title }</a></p> }) }
        </div>
    }
}

/// Gives the focus back to the term if it is on the term's card, which is about to close.
fn leave_card(card: &Card, text: Option<Element>) {
    let on_card = document().active_element().and_then(|active| active.closest(".term-card").ok().flatten());
    let terms = on_card.zip(text).and_then(|(_, text)| text.query_selector_all("a.term").ok());
    let terms = terms.into_iter().flat_map(|terms| (0..terms.length()).filter_map(move |index| terms.get(index)));
    let mut terms = terms.filter_map(|term| term.dyn_into::<Element>().ok());
    if let Some(term) = terms.find(|term| term.get_attribute("data-term").as_deref() == Some(&card.anchor)) {
        place::focus_on(&term);
    }
}

/// The place of a term's card: below the term, and not beyond the right edge of the text.
fn below(term: &Element, text: &Element) -> Option<Card> {
    const WIDTH: f64 = 320.0;
    let (term_box, text_box) = (term.get_bounding_client_rect(), text.get_bounding_client_rect());
    let left = (term_box.left() - text_box.left()).min(text_box.width() - WIDTH).max(0.0);
    Some(Card { anchor: term.get_attribute("data-term")?, left, top: term_box.bottom() - text_box.top() })
}

fn can_hover() -> bool {
    matches!(gloo::utils::window().match_media("(hover: hover)"), Ok(Some(media)) if media.matches())
}
