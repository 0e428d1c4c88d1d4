//! Keeps the focus on the page. Many buttons go away when they are pressed, and a browser would give their focus to the
//! document as a whole. Here the nearest part of the page that is still there gets it, so that keyboard and screen
//! reader go on there.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, FocusOptions, HtmlElement, MutationObserver, MutationObserverInit, Node};
use yew::NodeRef;

/// The parts of the page that can get the focus of something inside of them that is gone.
const PARTS: &str = "section, aside, article, main, details, [role=log], [role=region], [role=group]";

/// Watches what has the focus.
struct Keeper {
    /// The element that had the focus last, and then all elements around it, from the inside out.
    last: Vec<Element>,
    _listeners: [EventListener; 3],
    _press_listener: EventListener,
    _observer: MutationObserver,
    _observed: Closure<dyn FnMut()>,
}

thread_local! {
    static KEEPER: RefCell<Option<Keeper>> = const { RefCell::new(None) };
}

/// From now on the focus is kept on the page.
pub fn keep_focus() {
    let observed = Closure::<dyn FnMut()>::new(find_again);
    let Some((observer, body)) = MutationObserver::new(observed.as_ref().unchecked_ref()).ok().zip(document().body())
    else {
        return;
    };
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    if observer.observe_with_options(&body, &options).is_err() {
        // Without an observer the focus stays where the browser puts it.
        return;
    }
    // A window that is not in front does not report the focus. A press in it shows where the focus is nevertheless.
    let listeners = ["focusin", "keydown", "click"].map(|kind| {
        EventListener::new_with_options(&document(), kind, EventListenerOptions::run_in_capture_phase(), |_| {
            note_focus()
        })
    });
    // A press outside of the element takes its focus away, as the reader wants.
    let press_listener = EventListener::new_with_options(
        &document(),
        "mousedown",
        EventListenerOptions::run_in_capture_phase(),
        |event| {
            let pressed = event.target().and_then(|target| target.dyn_into::<Node>().ok());
            let outside =
                KEEPER.with_borrow(|keeper| keeper.as_ref()?.last.first().map(|last| !last.contains(pressed.as_ref())));
            if outside == Some(true) {
                remember(Vec::new());
            }
        },
    );
    KEEPER.set(Some(Keeper {
        last: Vec::new(),
        _listeners: listeners,
        _press_listener: press_listener,
        _observer: observer,
        _observed: observed,
    }));
}

/// Notes which element has the focus, if one has.
fn note_focus() {
    if !focus_is_lost() {
        remember(std::iter::successors(document().active_element(), |part| part.parent_element()).collect());
    }
}

fn remember(focused: Vec<Element>) {
    KEEPER.with_borrow_mut(|keeper| {
        if let Some(keeper) = keeper {
            keeper.last = focused;
        }
    });
}

/// Something on the page has come or gone. If it had the focus, what is around it gets the focus.
fn find_again() {
    if !focus_is_lost() {
        return;
    }
    let around = KEEPER.with_borrow_mut(|keeper| {
        let last = &mut keeper.as_mut()?.last;
        let gone = last.first().is_some_and(|last| !last.is_connected());
        gone.then(|| std::mem::take(last))
    });
    let Some(around) = around else { return };
    match around.iter().find(|part| part.is_connected() && part.matches(PARTS).unwrap_or(false)) {
        Some(part) => focus_on(part),
        None => focus_page(),
    }
}

/// Whether no element has the focus.
fn focus_is_lost() -> bool {
    let active = document().active_element();
    active.is_none_or(|active| Some(&active) == document().body().as_deref())
}

/// Gives the focus to an element that a component has drawn, if it is there.
pub fn focus(place: &NodeRef) {
    if let Some(place) = place.cast::<Element>() {
        focus_on(&place);
    }
}

/// Gives the focus to the page's text.
pub fn focus_page() {
    if let Some(main) = document().get_element_by_id("main") {
        focus_on(&main);
    }
}

/// Gives the focus to an element, without scrolling to it.
pub fn focus_on(place: &Element) {
    let Some(place) = place.dyn_ref::<HtmlElement>() else { return };
    if place.tab_index() < 0 && !place.has_attribute("tabindex") {
        // Programs can give the focus to such an element, but the Tab key does not lead to it.
        let _ = place.set_attribute("tabindex", "-1");
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Only an element that can't have the focus refuses it.
    let _ = place.focus_with_options(&options);
}
