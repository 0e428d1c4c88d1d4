//! What stands around the page: title, status, interpreter actions, page list.

use std::rc::Rc;

use web_sys::HtmlElement;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::action::Action;
use super::state::Python;
use super::storage;
use crate::lesson::Course;

#[derive(PartialEq, Properties)]
pub struct HeaderProps {
    pub title: AttrValue,
    pub python: Python,
    pub dispatch: Callback<Action>,
}

#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let reset = props.dispatch.reform(|_: MouseEvent| Action::ResetInterpreterClicked);
    let unusable = matches!(props.python, Python::Loading { .. } | Python::Failed(_));
    html! {
        <header class="top">
            <a class="skip" href="#main" onclick={focus_main()}>{ "Skip to the page" }</a>
            <a class="course" href="#/">{ &props.title }</a>
            <div class="interpreter">
                <Status python={props.python.clone()} />
                <button type="button" onclick={reset} disabled={unusable}>{ "Reset interpreter" }</button>
            </div>
            <Theme />
        </header>
    }
}

/// The hash is the route, so a plain link to `#main` would leave the page.
fn focus_main() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        let main = gloo::utils::document().get_element_by_id("main");
        if let Some(main) = main.and_then(|main| main.dyn_into::<HtmlElement>().ok()) {
            // Focus can only fail on an element that can't have it.
            let _ = main.focus();
        }
    })
}

#[derive(PartialEq, Properties)]
struct StatusProps {
    python: Python,
}

#[component]
fn Status(props: &StatusProps) -> Html {
    let text = match &props.python {
        Python::Loading { total: 0, .. } => "Python is loading".to_owned(),
        Python::Loading { received, total } if received < total => {
            format!("Python is loading: {:.1} of {:.1} MB", megabytes(*received), megabytes(*total))
        }
        Python::Loading { .. } => "Python is starting".to_owned(),
        Python::Ready => "Python is ready".to_owned(),
        Python::Busy => "Python is busy".to_owned(),
        Python::Failed(reason) => format!("Python can't run: {reason}"),
    };
    html! { <span class="status" data-python={props.python.word()}>{ text }</span> }
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// System, light or dark, in turn.
#[component]
fn Theme() -> Html {
    let theme = use_state(storage::theme);
    let next = match theme.as_str() {
        "system" => "light",
        "light" => "dark",
        _ => "system",
    };
    let press = {
        let theme = theme.clone();
        Callback::from(move |_: MouseEvent| {
            storage::set_theme(next);
            theme.set(next.to_owned());
        })
    };
    html! {
        <button type="button" class="theme" onclick={press} title={format!("Colours: {}. Press for {next}.", *theme)}>
            { format!("Colours: {}", *theme) }
        </button>
    }
}

#[derive(PartialEq, Properties)]
pub struct PagesProps {
    pub course: Rc<Course>,
    /// Slug of the page that is open.
    pub current: AttrValue,
}

/// The page list.
#[component]
pub fn Pages(props: &PagesProps) -> Html {
    html! {
        <nav class="pages" aria-label="Pages">
            <ol>
                { for props.course.pages.iter().map(|page| {
                    let here = page.slug == props.current.as_str();
                    html! {
                        <li>
                            <a href={format!("#/{}", page.slug)} aria-current={here.then_some("page")}>{ &page.title }</a>
                        </li>
                    }
                }) }
            </ol>
        </nav>
    }
}
