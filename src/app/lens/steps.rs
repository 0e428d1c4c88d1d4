//! A picture of what happened in which order. Each step stands in the column of its lane; where the window is narrow, the lane's
//! name stands beside the step instead.

use paper::lens::Step;
use yew::prelude::*;

use crate::app::ledger::code_in;
use crate::app::lens::{mark, words};
use crate::app::visible::visible;

/// The steps. `name` is what the list is called.
pub fn view(name: &str, lanes: &[String], steps: &[Step]) -> Html {
    let several = lanes.len() > 1;
    let step = |step: &Step| {
        let lane = lanes.get(step.lane).filter(|_| several);
        html! {
            <li style={format!("--lane: {}", step.lane + 1)} data-mark={step.mark.word()}>
                { lane.map(|lane| html! { <span class="lens-lane">{ visible(lane) }</span> }) }
                { words(&step.text) }
                if !step.detail.is_empty() { <span class="lens-detail">{ code_in(&step.detail) }</span> }
                { mark(step.mark) }
            </li>
        }
    };
    html! {
        <div class="lens-drawing" role="region" aria-label="Picture" tabindex="0">
            if several {
                <div class="lens-lanes" aria-hidden="true" style={format!("--lanes: {}", lanes.len())}>
                    { for lanes.iter().map(|lane| html! { <span>{ visible(lane) }</span> }) }
                </div>
            }
            <ol class="lens-steps" aria-label={visible(name)} style={format!("--lanes: {}", lanes.len())}>
                { for steps.iter().map(step) }
            </ol>
        </div>
    }
}
