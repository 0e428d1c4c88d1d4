//! Draws a cell's output.
//!
//! A stream is one element, as long as no other stream has written in between. Each part with a style is one element in
//! it, whose colours and looks are in the attributes `data-ink`, `data-ground` and `data-look`. `web/style/output.css`
//! says how these look.

use yew::prelude::*;

use crate::app::output::{Ink, Output, Run, Transcript, grouped};
use crate::app::state::action::Action;
use crate::app::state::key::CellKey;

/// What [`OutputView`] is given.
#[derive(PartialEq, Properties)]
pub struct OutputProps {
    /// Which cell's output it is.
    pub cell: CellKey,
    /// The output.
    pub output: Output,
    /// Gets what the reader presses.
    pub dispatch: Callback<Action>,
}

/// A cell's output, with a button for what is not drawn yet.
#[component]
pub fn OutputView(props: &OutputProps) -> Html {
    let OutputProps { cell, output, dispatch } = props;
    let more = output.hidden_lines().map(|lines| {
        let cell = cell.clone();
        let show = dispatch.reform(move |_: MouseEvent| Action::MoreClicked(cell.clone()));
        html! {
            <button type="button" class="more" onclick={show}>
                { format!("… {} more {}, show", grouped(lines), plural(lines)) }
            </button>
        }
    });
    let let_go = output.lines_let_go().map(|lines| {
        let verb = if lines == 1 { "was" } else { "were" };
        let lines = format!("{} {} of this output {verb} let go to save memory.", grouped(lines), plural(lines));
        html! { <p class="withheld">{ lines }</p> }
    });
    let withheld = output.withheld.sentence().map(|sentence| html! { <p class="withheld">{ sentence }</p> });
    let last = output.last.as_ref().map(|last| html! { <div class="last">{ streams(&last.text) }</div> });
    // A live region would be read aloud as fast as the cell writes. The desk announces each run once instead.
    html! {
        <div class="output" role="log" aria-label="Output" aria-live="off" tabindex={(!output.is_empty()).then_some("0")}>
            { streams(&output.drawn()) }
            { more }
            { let_go }
            { withheld }
            { last }
        </div>
    }
}

fn plural(lines: u64) -> &'static str {
    if lines == 1 { "line" } else { "lines" }
}

fn streams(text: &Transcript) -> Html {
    let runs: Vec<Run> = text.runs().collect();
    // The key is the number, because what comes later never changes what stands before it.
    let stream = |(number, runs): (usize, &[Run])| {
        html! { <pre key={number} data-stream={runs[0].stream.word()}>{ for runs.iter().enumerate().map(styled) }</pre> }
    };
    runs.chunk_by(|one, next| one.stream == next.stream).enumerate().map(stream).collect()
}

fn styled((number, run): (usize, &Run)) -> Html {
    let looks = Some(run.style.looks()).filter(|looks| !looks.is_empty());
    let (ink, ground) = (run.style.ink.map(Ink::word), run.style.ground.map(Ink::word));
    html! { <span key={number} data-ink={ink} data-ground={ground} data-look={looks}>{ run.text }</span> }
}
