//! Coming to a page, or to a place on a page: what comes into view, what gets the focus, and what is said aloud.
//!
//! A browser does none of this by itself, because all pages are one document. When the browser would bring back a
//! position, or look for a place to scroll to, the page of the address is not drawn yet.

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

/// What is shown, and how the reader has come there.
struct Arrivals {
    /// Where the reader was on each entry of the history.
    visits: Visits,
    /// The page that is shown, as the page list links to it.
    page: Option<String>,
    /// The element whose text is read aloud when another page is shown.
    said: Element,
    _back_listener: EventListener,
    _follow_listener: EventListener,
    _away_listener: EventListener,
}

thread_local! {
    static ARRIVALS: RefCell<Option<Arrivals>> = const { RefCell::new(None) };
}

/// Brings the place that the address names into view and gives it the focus. The page must be drawn. On an entry of the
/// history on which the reader was before, the place is where the reader was.
pub fn show(anchor: Option<&str>) {
    ARRIVALS.with_borrow_mut(|arrivals| match arrivals {
        Some(arrivals) => arrivals.come(anchor),
        None => *arrivals = Arrivals::begin(anchor),
    });
}

impl Arrivals {
    /// The first page is shown. It gets no focus, because a screen reader begins by itself to read a document that has
    /// just come.
    fn begin(anchor: Option<&str>) -> Option<Self> {
        if let Some(history) = history() {
            // A browser that does not have this setting does not restore positions either.
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
        // The reader may have read the text that the build has written, and be somewhere on the page already.
        if scrolled() == 0.0 {
            scroll(top, anchor.and_then(named).as_ref());
        }
        Some(arrivals)
    }

    /// Another entry of the history is shown.
    fn come(&mut self, anchor: Option<&str>) {
        let top = self.visit();
        self.show(top, anchor);
    }

    /// Shows what is `top` CSS pixels down the page, or else the place of this name, or else the beginning.
    fn show(&mut self, top: Option<f64>, anchor: Option<&str>) {
        let page = page();
        let another = self.page != page;
        self.page = page;
        let place = anchor.and_then(named);
        scroll(top, place.as_ref());
        match place {
            // The reader has come back to a place on the same page, and goes on with whatever has the focus.
            _ if top.is_some() && !another => {}
            Some(place) if top.is_none() => focus_on(&place),
            _ => focus_page(),
        }
        if another {
            self.said.set_text_content(Some(&title()));
        }
    }

    /// How far down the page the reader was on this entry of the history, in CSS pixels. The history keeps the entry's
    /// number from now on.
    fn visit(&mut self) -> Option<f64> {
        let kept = history().and_then(|history| history.state().ok()).and_then(|state| state.as_string());
        let top = self.visits.come(kept.as_deref());
        if let Some(history) = history() {
            // A browser refuses if it was asked too often. Then one place is forgotten, and nothing else.
            let _ = history.replace_state(&JsValue::from(self.visits.number()), "");
        }
        top
    }
}

/// The reader leaves the entry of the history that is still shown.
fn leave() {
    ARRIVALS.with_borrow_mut(|arrivals| {
        if let Some(arrivals) = arrivals {
            arrivals.visits.leave(scrolled());
        }
    });
}

/// The reader follows a link to the address that is shown already. Neither the browser nor the desk takes that for
/// something new, so nothing would be drawn; but the reader wants to see the place again.
fn follow(event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    // The link may be in HTML, or in a diagram, which is SVG.
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

/// The document goes away. A reload, or the way back from another site, may bring it again.
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

/// The element that an address names: the cell with that id if there is one, or else any element.
fn named(anchor: &str) -> Option<Element> {
    of_cell(anchor).or_else(|| find(&format!("[data-desk] [id='{}']", anchor.replace(['\'', '\\'], ""))))
}

/// The page that is shown, as the page list links to it.
fn page() -> Option<String> {
    find("[data-desk] nav[aria-label=Pages] [aria-current=page]")?.get_attribute("href")
}

/// The title of the page, or the sentence that stands where there is no such page.
fn title() -> String {
    find("[data-desk] main h1")
        .or_else(|| find("[data-desk] main"))
        .and_then(|title| title.text_content())
        .unwrap_or_default()
}

/// Makes the element whose text is read aloud when another page is shown. It is made before there is something to say,
/// because a screen reader does not read the text that a new element has.
fn live_region() -> Option<Element> {
    let said = document().create_element("p").ok()?;
    // Setting an attribute of a plain name can't fail.
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
