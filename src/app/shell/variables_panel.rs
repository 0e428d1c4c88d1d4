//! The reader's variables, as a fork saw them after the last run.

use std::rc::Rc;

use paper::seen::Variable;
use yew::prelude::*;

use crate::app::state::action::Action;
use crate::app::visible::visible;

#[derive(PartialEq, Properties)]
pub struct VariablesProps {
    pub rows: Rc<Vec<Variable>>,
    /// How many names there are besides.
    pub more: u64,
    /// They are of an earlier state.
    pub old: bool,
    pub dispatch: Callback<Action>,
}

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
