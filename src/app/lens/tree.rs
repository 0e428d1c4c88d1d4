//! A picture of parts of parts: the source with the part that is looked at, and the nodes below each other. The arrow keys
//! go from node to node.

use std::rc::Rc;

use paper::Picture;
use paper::lens::{Drawing, Node};
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::app::ledger::code_in;
use crate::app::lens::{mark, words};
use crate::app::visible::visible;

/// What [`TreeView`] is given.
#[derive(PartialEq, Properties)]
pub struct TreeProps {
    /// A picture whose drawing is a tree.
    pub picture: Rc<Picture>,
}

/// The tree.
#[component]
pub fn TreeView(props: &TreeProps) -> Html {
    // The node that has the focus, or would get it.
    let at = use_state(|| 0_usize);
    let list = use_node_ref();
    let Drawing::Tree { source, nodes } = &props.picture.drawing else { return html! {} };
    let keys = {
        let (at, list, last) = (at.clone(), list.clone(), nodes.len().saturating_sub(1));
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowDown" | "ArrowRight" => (*at + 1).min(last),
                "ArrowUp" | "ArrowLeft" => at.saturating_sub(1),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            at.set(to);
            let node = list.cast::<HtmlElement>().and_then(|list| list.children().item(to as u32));
            if let Some(node) = node.and_then(|node| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(node).ok()) {
                // An element that is drawn takes the focus.
                let _ = node.focus();
            }
        })
    };
    let item = |(number, node): (usize, &Node)| {
        let look = {
            let at = at.clone();
            Callback::from(move |()| at.set(number))
        };
        html! {
            <li role="treeitem" aria-level={(node.depth + 1).to_string()} aria-selected={(number == *at).to_string()}
                tabindex={if number == *at { "0" } else { "-1" }} style={format!("--depth: {}", node.depth)} data-mark={node.mark.word()}
                onfocus={look.reform(|_: FocusEvent| ())} onmouseenter={look.reform(|_: MouseEvent| ())}>
                { words(&node.text) }
                if !node.detail.is_empty() { <span class="lens-detail">{ code_in(&node.detail) }</span> }
                { mark(node.mark) }
            </li>
        }
    };
    html! {
        <div class="lens-drawing">
            if !source.is_empty() {
                { part_of(source, nodes.get(*at)) }
            }
            <ul class="lens-tree" role="tree" aria-label={visible(&props.picture.reading)} ref={list} onkeydown={keys}>
                { for nodes.iter().enumerate().map(item) }
            </ul>
        </div>
    }
}

/// The source, with the part marked that a node is.
fn part_of(source: &str, node: Option<&Node>) -> Html {
    let span = node.and_then(|node| node.start.zip(node.end));
    let text =
        |from: usize, to: usize| visible(&source.chars().skip(from).take(to.saturating_sub(from)).collect::<String>());
    match span {
        Some((start, end)) => html! {
            <pre class="lens-source">{ text(0, start) }<mark>{ text(start, end) }</mark>{ text(end, usize::MAX) }</pre>
        },
        None => html! { <pre class="lens-source">{ visible(source) }</pre> },
    }
}
