//! How much is held of the reader's interpreter over time, and where.

use yew::prelude::*;

/// Bytes, and how many there may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usage {
    /// Of the whole timeline.
    pub held: usize,
    pub most_held: usize,
    /// Of it in this page's memory.
    pub in_memory: usize,
    pub most_in_memory: usize,
    /// The rest is in this browser's store, and all of it will be there at the next visit.
    pub keeps: bool,
}

#[derive(PartialEq, Properties)]
pub struct UsageProps {
    pub usage: Usage,
}

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
