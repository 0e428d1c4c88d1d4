//! The bar with the timeline: a mark for each moment, in order, which leads to its state.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::app::page::cell::duration;
use crate::app::state::action::Action;
use crate::app::state::{Happening, What};

/// What [`TimelineView`] is given.
#[derive(PartialEq, Properties)]
pub struct TimelineProps {
    /// What has happened, and how many bytes are held for each moment.
    pub moments: Rc<Vec<(Happening, usize)>>,
    /// How many of the moments have happened.
    pub here: usize,
    /// How many moments before the first one were forgotten.
    pub forgotten: usize,
    /// How many bytes are held for all moments.
    pub bytes: usize,
    /// Whether a state can be chosen now.
    pub idle: bool,
    /// Gets what the reader presses.
    pub dispatch: Callback<Action>,
}

/// The timeline.
#[component]
pub fn TimelineView(props: &TimelineProps) -> Html {
    let strip = use_node_ref();
    {
        // Keeps the current mark in sight. Only the strip scrolls, and never the page.
        let strip = strip.clone();
        use_effect_with((props.moments.len(), props.here), move |_| {
            let Some(strip) = strip.cast::<Element>() else { return };
            if let Ok(Some(here)) = strip.query_selector("[aria-current]") {
                let (strip_at, here_at) = (strip.get_bounding_client_rect(), here.get_bounding_client_rect());
                let beyond = here_at.right() - strip_at.right();
                let before = here_at.left() - strip_at.left();
                if beyond > 0.0 || before < 0.0 {
                    let by = if before < 0.0 { before } else { beyond };
                    strip.set_scroll_left(strip.scroll_left() + by as i32);
                }
            }
        });
    }
    // This mark is there from the beginning, so that nothing on the page moves when the first run ends.
    let first = match props.forgotten {
        0 => "Start".to_owned(),
        gone => format!("… {gone} earlier"),
    };
    let told = format!("{first}: Python as it was before the first of these runs");
    html! {
        <nav class="timeline" aria-label="Timeline" data-bytes={props.bytes.to_string()}>
            <ol ref={strip}>
                { mark(props, 0, "start", &first, &told) }
                { for props.moments.iter().enumerate().map(|(index, (happening, bytes))| {
                    let (kind, name, told) = words(happening, *bytes);
                    mark(props, index + 1, kind, &name, &told)
                }) }
            </ol>
            <p>{ now_told(props, &told) }</p>
        </nav>
    }
}

/// The current moment in words. On a touch screen there is no other way to read them.
fn now_told(props: &TimelineProps, first: &str) -> String {
    match props.here.checked_sub(1) {
        None if props.moments.is_empty() => "Each run appears here, and can be undone.".into(),
        None => first.to_owned(),
        Some(last) => words(&props.moments[last].0, props.moments[last].1).2,
    }
}

/// The mark that leads to the state after `here` moments.
fn mark(props: &TimelineProps, here: usize, kind: &'static str, name: &str, told: &str) -> Html {
    let current = here == props.here;
    let press = props.dispatch.reform(move |_: MouseEvent| Action::MomentClicked(here));
    html! {
        <li key={here} data-kind={kind} data-undone={(here > props.here).then_some("true")}>
            <button type="button" onclick={press} title={told.to_owned()} aria-label={told.to_owned()}
                aria-current={current.then_some("step")} aria-disabled={(!props.idle).then_some("true")}>{ name }</button>
        </li>
    }
}

/// A moment's kind for `data-kind`, its name, and a sentence about it.
fn words(happening: &Happening, bytes: usize) -> (&'static str, String, String) {
    let time = duration(happening.milliseconds);
    let size = size(bytes);
    match &happening.what {
        What::Ran(key) => ("ran", key.id.to_string(), format!("{}: ran in {time}, changed {size}", key.id)),
        What::Raised(key) => ("raised", key.id.to_string(), format!("{}: failed after {time}, changed {size}", key.id)),
        What::Stopped(key) => ("stopped", key.id.to_string(), format!("{}: stopped, changed nothing", key.id)),
        What::Reset => ("reset", "reset".into(), format!("Interpreter reset, changed {size}")),
    }
}

/// How many bytes are held for a moment, in words.
fn size(bytes: usize) -> String {
    match bytes {
        0 => "nothing".into(),
        1..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}
