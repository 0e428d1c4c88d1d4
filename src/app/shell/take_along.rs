//! The links by which a page leaves the workbook: as a notebook, as a script, and all pages as one archive.

use yew::prelude::*;

use crate::app::browser::{file, parts};
use crate::lesson::{Page, takeout};

/// The folder with notebooks and scripts beside the page, and the archive with all of them; `xtask/src/takeout.rs` writes them.
const FOLDER: &str = "take-along";
const ARCHIVE: &str = "take-along.zip";
/// The document with all pages for paper, and the single file.
const HANDOUT: &str = "handout.html";
const SINGLE: &str = "workbook.html";

/// What [`TakeAlong`] is given.
#[derive(PartialEq, Properties)]
pub struct TakeAlongProps {
    /// The page that is open.
    pub page: std::rc::Rc<Page>,
}

/// The links at the end of a page.
#[component]
pub fn TakeAlong(props: &TakeAlongProps) -> Html {
    let failed = use_state(String::new);
    let save = {
        let failed = failed.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            let failed = failed.clone();
            wasm_bindgen_futures::spawn_local(async move {
                match parts::archive().await {
                    Ok(bytes) => file::save_bytes(ARCHIVE, "application/zip", &bytes),
                    Err(reason) => failed.set(format!("The archive can't be saved: {reason}.")),
                }
            });
        })
    };
    let name = takeout::name(&props.page);
    html! {
        <aside class="take-along" aria-label="Take it along">
            if parts::is_single() {
                <p>{ "Take it along: " }<a href="#/" onclick={save} data-take="all">{ "all pages as notebooks and scripts" }</a>{ " (zip), for CPython 3.14." }</p>
                <p role="status">{ (*failed).clone() }</p>
            } else {
                <p>
                    { "Take this page along, for CPython 3.14: " }
                    <a href={format!("{FOLDER}/{name}.ipynb")} download="" data-take="notebook">{ "as a notebook" }</a>{ ", " }
                    <a href={format!("{FOLDER}/{name}.py")} download="" data-take="script">{ "as a script" }</a>{ "; or " }
                    <a href={ARCHIVE} download="" data-take="all">{ "all pages" }</a>{ " (zip), or " }
                    <a href={SINGLE} download="" data-take="single">{ "the whole workbook as one file" }</a>
                    { " that needs no server and no network. For paper: print this page, or " }
                    <a href={HANDOUT} target="_blank" data-take="handout">{ "all of them" }</a>{ "." }
                </p>
            }
        </aside>
    }
}
