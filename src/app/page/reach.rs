//! What Python can reach: the import section of the interpreter that runs beside the page. A WebAssembly module can call
//! nothing else.

use yew::prelude::*;

use crate::app::browser::parts;
use crate::app::state::Loading;
use crate::bench::IMPORTS;

/// The list of imports.
#[component]
pub fn ReachView() -> Html {
    let imports = use_state(|| Loading::Awaited);
    {
        let imports = imports.clone();
        use_effect_with((), move |()| {
            wasm_bindgen_futures::spawn_local(async move {
                imports.set(match parts::imports().await {
                    Ok(list) => Loading::Here(list),
                    Err(reason) => Loading::Failed(reason),
                });
            });
        });
    }
    let rows = |list: &Vec<String>| {
        let row = |name: &String| {
            let known = IMPORTS.iter().find(|(known, _)| known == name).map(|(_, what)| *what);
            html! {
                <tr data-import={name.clone()}>
                    <td><code>{ name }</code></td>
                    <td>{ known.unwrap_or("This page does not know what it is for. That is a fault of the workbook.") }</td>
                </tr>
            }
        };
        list.iter().map(row).collect::<Html>()
    };
    match &*imports {
        Loading::Awaited => {
            html! { <p class="reach" data-reach="awaited">{ "The interpreter is on its way; its imports are listed here once it has come." }</p> }
        }
        Loading::Failed(reason) => {
            html! { <p class="reach" data-reach="failed">{ format!("The interpreter did not come, so there are no imports to list: {reason}.") }</p> }
        }
        Loading::Here(list) => html! {
            <div class="reach table" data-reach={list.len().to_string()} role="group" aria-label="Imports" tabindex="0">
                <table>
                    <caption>{ format!("Read from the interpreter in this page: it can call {} functions, and nothing else.", list.len()) }</caption>
                    <thead><tr><th scope="col">{ "Import" }</th><th scope="col">{ "What it is for" }</th></tr></thead>
                    <tbody>{ rows(list) }</tbody>
                </table>
            </div>
        },
    }
}
