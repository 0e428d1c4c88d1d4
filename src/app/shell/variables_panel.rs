//! The list of the reader's variables, as a fork has seen them after the last run.

use std::rc::Rc;

use paper::seen::Variable;
use yew::prelude::*;

use crate::app::state::action::Action;
use crate::app::visible::visible;

/// What [`VariablesView`] is given.
#[derive(PartialEq, Properties)]
pub struct VariablesProps {
    /// The variables.
    pub rows: Rc<Vec<Variable>>,
    /// How many more variables there are than are listed.
    pub more: u64,
    /// Whether they are of an earlier state, because they could not be read since.
    pub old: bool,
    /// Gets what the reader presses.
    pub dispatch: Callback<Action>,
}

/// The list, with a button that closes it.
#[component]
pub fn VariablesView(props: &VariablesProps) -> Html {
    let row = |row: &Variable| {
        let size = if row.size.is_empty() {
            html! {}
        } else {
            html! { <span class="variable-size">{ &row.size }</span> }
        };
        html! {
            <tr key={row.name.clone()} data-kind={row.kind.clone()} data-changed={row.changed.then_some("true")}>
                <th scope="row">
                    { visible(&row.name) }
                    if row.changed { <span class="changed">{ "changed" }</span> }
                </th>
                <td><span class="variable-type">{ visible(&row.class) }</span>{ size }</td>
                <td class="variable-text">{ visible(&row.text) }</td>
            </tr>
        }
    };
    let close = props.dispatch.reform(|_: MouseEvent| Action::VariablesToggled);
    html! {
        <aside class="variables" aria-label="Variables">
            <header>
                <h2>{ "Variables" }</h2>
                <button type="button" onclick={close} aria-label="Close the variables">{ "Close" }</button>
            </header>
            if props.old {
                <p role="status">{ "The variables could not be read after the last run. These are from before it; the next run has them read again." }</p>
            } else if props.rows.is_empty() {
                <p>{ "Nothing has been defined yet. Names appear here after a run." }</p>
            }
            if !props.rows.is_empty() {
                <div class="variables-table" tabindex="0" role="region" aria-label="Variables, table">
                    <table>
                        <thead><tr><th scope="col">{ "Name" }</th><th scope="col">{ "Type" }</th><th scope="col">{ "Value" }</th></tr></thead>
                        <tbody>{ for props.rows.iter().map(row) }</tbody>
                    </table>
                    if props.more > 0 { <p>{ format!("and {} more name{}", props.more, if props.more == 1 { "" } else { "s" }) }</p> }
                </div>
            }
        </aside>
    }
}
