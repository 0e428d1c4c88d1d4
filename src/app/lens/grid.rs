//! A picture that is a table. Where the window is narrow, each row is a list under its head.

use paper::lens::{Cell, Row};
use yew::prelude::*;

use crate::app::lens::{mark, words};
use crate::app::visible::visible;

/// The table. `name` is what it is called.
pub fn view(name: &str, columns: &[String], rows: &[Row]) -> Html {
    html! {
        <div class="lens-drawing" role="region" aria-label="Picture" tabindex="0">
            <table class="lens-grid" aria-label={visible(name)}>
                <thead><tr>
                    <td></td>
                    { for columns.iter().map(|column| html! { <th scope="col">{ visible(column) }</th> }) }
                </tr></thead>
                <tbody>{ for rows.iter().map(|row| line(columns, row)) }</tbody>
            </table>
        </div>
    }
}

fn line(columns: &[String], row: &Row) -> Html {
    let cell = |(column, cell): (&String, &Cell)| {
        let empty = cell.text.is_empty() && cell.mark.word().is_empty();
        html! {
            <td data-column={visible(column)} data-mark={cell.mark.word()} data-empty={empty.then_some("true")}>
                { words(&cell.text) }{ " " }{ mark(cell.mark) }
            </td>
        }
    };
    html! {
        <tr>
            <th scope="row">{ words(&row.head) }</th>
            { for columns.iter().zip(&row.cells).map(cell) }
        </tr>
    }
}
