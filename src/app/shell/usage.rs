//! How many bytes are held of the timeline, and where.

use yew::prelude::*;

/// How many bytes are held, and how many may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usage {
    /// Of the whole timeline.
    pub held: usize,
    /// How many the whole timeline may take.
    pub most_held: usize,
    /// Of those in this page's memory.
    pub in_memory: usize,
    /// How many may be in this page's memory, if the store has them too.
    pub most_in_memory: usize,
    /// Whether the rest is in this browser's store, and all of it will be there at the next visit.
    pub keeps: bool,
}

/// What [`UsageView`] is given.
#[derive(PartialEq, Properties)]
pub struct UsageProps {
    /// What is shown.
    pub usage: Usage,
}

/// How much of the timeline is held, as bars and words.
#[component]
pub fn UsageView(props: &UsageProps) -> Html {
    let Usage { held, most_held, in_memory, most_in_memory, keeps } = props.usage;
    let place =
        if keeps { "It is kept in this browser for your next visit." } else { "It lasts until you leave the page." };
    html! {
        <div class="usage" data-held={held.to_string()} data-most={most_held.to_string()} data-memory={in_memory.to_string()}>
            <label>
                { format!("The timeline takes {} of {} MB", megabytes(held), megabytes(most_held)) }
                <progress max={most_held.max(1).to_string()} value={held.min(most_held).to_string()} />
            </label>
            <p>{ format!("{} of {} MB in this page's memory. {place}", megabytes(in_memory), megabytes(most_in_memory)) }</p>
        </div>
    }
}

fn megabytes(bytes: usize) -> String {
    let megabytes = bytes as f64 / 1e6;
    if megabytes < 10.0 && bytes > 0 { format!("{megabytes:.1}") } else { format!("{megabytes:.0}") }
}
