//! Coming to a page, or to a place on one: what comes into view, what takes the focus, what is said aloud.
//!
//! The browser does none of that by itself: to it, all pages are one document. When it would bring a position back, or
//! look for a place to scroll to, the page of that address is not drawn yet.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, History, MouseEvent, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
    ScrollRestoration,
};

use crate::app::browser::place::focus::{focus_on, focus_page, keep_focus};
use crate::app::browser::place::{hash, of_cell, route};
use crate::app::browser::storage;
use crate::app::visits::Visits;

/// What is shown, and how the reader came there.
struct Arrivals {
    visits: Visits,
    /// The page that is shown, as the page list links it.
    page: Option<String>,
    /// What is said when a page is shown.
    said: Element,
    _back_listener: EventListener,
    _follow_listener: EventListener,
    _away_listener: EventListener,
}

thread_local! {
    static ARRIVALS: RefCell<Option<Arrivals>> = const { RefCell::new(None) };
}

/// The page of the current address is drawn: brings its place into view, and the focus there. On an entry of the history
/// where the reader has been before it is the place where the reader was.
pub fn show(anchor: Option<&str>) {
    ARRIVALS.with_borrow_mut(|arrivals| match arrivals {
        Some(arrivals) => arrivals.come(anchor),
        None => *arrivals = Arrivals::begin(anchor),
    });
}

impl Arrivals {
    /// The first page is shown. The browser reads a document that has just come by itself, from its beginning.
    fn begin(anchor: Option<&str>) -> Option<Self> {
        if let Some(history) = history() {
            // A browser that does not know of this restores nothing either.
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        keep_focus();
        let mut arrivals = Self {
            visits: Visits::with_notes(storage::places().as_deref()),
            page: page(),
            said: live_region()?,
            _back_listener: EventListener::new(&window(), "popstate", |_| leave()),
            _follow_listener: EventListener::new_with_options(
                &document(),
                "click",
                EventListenerOptions::enable_prevent_default(),
                follow,
            ),
            _away_listener: EventListener::new(&window(), "pagehide", |_| go_away()),
        };
        let top = arrivals.visit();
        scroll(top, anchor.and_then(named).as_ref());
        Some(arrivals)
    }

    fn come(&mut self, anchor: Option<&str>) {
        let top = self.visit();
        self.show(top, anchor);
    }

    fn show(&mut self, top: Option<f64>, anchor: Option<&str>) {
        let page = page();
        let another = self.page != page;
        self.page = page;
        let place = anchor.and_then(named);
        scroll(top, place.as_ref());
        match place {
            // Back on the same page, the reader goes on with whatever that was.
            _ if top.is_some() && !another => {}
            Some(place) if top.is_none() => focus_on(&place),
            _ => focus_page(),
        }
        if another {
            self.said.set_text_content(Some(&title()));
        }
    }

    /// Where the reader was on this entry of the history, which keeps the entry's number from now on.
    fn visit(&mut self) -> Option<f64> {
        let kept = history().and_then(|history| history.state().ok()).and_then(|state| state.as_string());
        let top = self.visits.come(kept.as_deref());
        if let Some(history) = history() {
            // A browser that refuses, because it has been asked too often, forgets a place and nothing else.
            let _ = history.replace_state(&JsValue::from(self.visits.number()), "");
        }
        top
    }
}

/// The reader leaves the entry that is shown, which still stands there.
fn leave() {
    ARRIVALS.with_borrow_mut(|arrivals| {
        if let Some(arrivals) = arrivals {
            arrivals.visits.leave(scrolled());
        }
    });
}

/// The reader follows a link to the address that is shown already. To the browser that is nothing new, nor to the desk, so
/// nothing will be drawn; the reader wants to see the place again.
fn follow(event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    // Of HTML, or of a map, which is SVG.
    let Some(link) = target.and_then(|target| target.closest("a[href]:not([target])").ok().flatten()) else { return };
    let is_plain = event
        .dyn_ref::<MouseEvent>()
        .is_some_and(|press| !press.ctrl_key() && !press.meta_key() && !press.shift_key() && !press.alt_key());
    if event.default_prevented() || !is_plain || link.get_attribute("href") != Some(hash()) {
        return;
    }
    event.prevent_default();
    ARRIVALS.with_borrow_mut(|arrivals| {
        if let Some(arrivals) = arrivals {
            arrivals.show(None, route().anchor.as_deref());
        }
    });
}

/// The document goes away; a reload, or the way back from elsewhere, may bring it again.
fn go_away() {
    ARRIVALS.with_borrow(|arrivals| {
        if let Some(arrivals) = arrivals {
            storage::keep_places(&arrivals.visits.notes(scrolled()));
        }
    });
}

fn scroll(top: Option<f64>, place: Option<&Element>) {
    match (top, place) {
        (None, Some(place)) => {
            let options = ScrollIntoViewOptions::new();
            options.set_behavior(ScrollBehavior::Auto);
            options.set_block(ScrollLogicalPosition::Start);
            place.scroll_into_view_with_scroll_into_view_options(&options);
        }
        (top, _) => window().scroll_to_with_x_and_y(0.0, top.unwrap_or(0.0)),
    }
}

/// What an address names: a cell, if one has that id, or anything else on the page.
fn named(anchor: &str) -> Option<Element> {
    of_cell(anchor).or_else(|| document().get_element_by_id(anchor))
}

/// The page that is open, as the page list links it.
fn page() -> Option<String> {
    find("nav[aria-label=Pages] [aria-current=page]")?.get_attribute("href")
}

/// What the page begins with; a sentence where there is no page.
fn title() -> String {
    find("main h1").or_else(|| find("main")).and_then(|title| title.text_content()).unwrap_or_default()
}

/// A place for what is said when another page is shown. It is there before there is something to say: a screen reader
/// does not read what a new one has.
fn live_region() -> Option<Element> {
    let said = document().create_element("p").ok()?;
    // Setting a plain attribute can't fail.
    let _ = said.set_attribute("class", "heard");
    let _ = said.set_attribute("role", "status");
    document().body()?.append_child(&said).ok()?;
    Some(said)
}

fn find(css: &str) -> Option<Element> {
    document().query_selector(css).ok().flatten()
}

fn history() -> Option<History> {
    window().history().ok()
}

fn scrolled() -> f64 {
    window().scroll_y().unwrap_or(0.0)
}
