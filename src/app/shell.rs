//! What stands around a page: the title, what Python does, buttons for the interpreter, settings, and the list of
//! pages.

pub mod offline_view;
pub mod take_along;
pub mod timeline_bar;
pub mod usage;
pub mod variables_panel;

use std::rc::Rc;

use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::state::{Progress, Python, minutes};
use crate::app::browser::storage::{self, Look};
use crate::app::browser::{file, place};
use crate::app::shell::offline_view::OfflineView;
use crate::app::shell::usage::{Usage, UsageView};
use crate::app::state::action::Action;
use crate::app::state::key::CellKey;
use crate::lesson::{Course, Page};

/// What [`Header`] is given.
#[derive(PartialEq, Properties)]
pub struct HeaderProps {
    /// The title of the course.
    pub title: AttrValue,
    /// What the interpreter does.
    pub python: Python,
    /// Seconds that a run may take; `None` is without end.
    pub limit: Option<u32>,
    /// Whether there is a run to undo.
    pub can_undo: bool,
    /// Whether there is a run to redo.
    pub can_redo: bool,
    /// Whether the list of variables is open.
    pub variables: bool,
    /// How many bytes are held of the timeline.
    pub usage: Usage,
    /// Gets what the reader presses.
    pub dispatch: Callback<Action>,
}

/// The seconds that are offered as a time limit.
const LIMITS: [u32; 5] = [2, 10, 30, 60, 300];

/// The bar at the top of the page.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let unusable = matches!(props.python, Python::Loading { .. } | Python::Failed(_));
    let running = props.python.running().is_some();
    let toggle = use_node_ref();
    {
        // When the list is closed by its own button, that button is gone, so the focus goes to the button that has
        // opened the list. There is no other way to close it.
        let (toggle, before) = (toggle.clone(), use_mut_ref(|| props.variables));
        use_effect_with(props.variables, move |open| {
            if before.replace(*open) && !open {
                place::focus(&toggle);
            }
        });
    }
    // A button that is of no use at the moment keeps the focus, but does nothing when it is pressed.
    let button = |name: &'static str, title: Option<&'static str>, usable: bool, action: fn() -> Action| {
        let press = if usable { props.dispatch.reform(move |_: MouseEvent| action()) } else { Callback::noop() };
        html! { <button type="button" onclick={press} {title} aria-disabled={(!usable).then_some("true")}>{ name }</button> }
    };
    let undo = Some("Take the last run back (Ctrl+Z outside an editor)");
    let redo = Some("Bring the run back (Ctrl+Shift+Z outside an editor)");
    let press_variables =
        if unusable { Callback::noop() } else { props.dispatch.reform(|_: MouseEvent| Action::VariablesToggled) };
    html! {
        <header class="bar">
            <a class="skip" href="#main" onclick={focus_main()}>{ "Skip to the page" }</a>
            <a class="course" href="#/">{ &props.title }</a>
            <div class="interpreter">
                <Status python={props.python.clone()} />
                { button("Undo", undo, !unusable && !running && props.can_undo, || Action::UndoClicked) }
                { button("Redo", redo, !unusable && !running && props.can_redo, || Action::RedoClicked) }
                { button("Reset interpreter", None, !unusable, || Action::ResetInterpreterClicked) }
                <button ref={toggle} type="button" onclick={press_variables} aria-disabled={unusable.then_some("true")}
                    aria-pressed={props.variables.to_string()}>{ "Variables" }</button>
            </div>
            <details class="settings">
                <summary>{ "Settings" }</summary>
                <div class="settings-sheet">
                    <Limit key={props.title.to_string()} limit={props.limit} dispatch={props.dispatch.clone()} />
                    <Appearance />
                    <UsageView usage={props.usage} />
                    <OfflineView />
                    <Takeout dispatch={props.dispatch.clone()} />
                    <Forget dispatch={props.dispatch.clone()} />
                </div>
            </details>
        </header>
    }
}

/// What [`Limit`] is given.
#[derive(PartialEq, Properties)]
struct LimitProps {
    limit: Option<u32>,
    dispatch: Callback<Action>,
}

/// The choice of how long a run may take.
#[component]
fn Limit(props: &LimitProps) -> Html {
    let choose = props.dispatch.reform(|event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::LimitChosen(chosen.parse().ok())
    });
    let option = |seconds: Option<u32>| {
        let text = seconds.map_or("no limit".to_owned(), |seconds| format!("{seconds} seconds"));
        let value = seconds.map_or("none".to_owned(), |seconds| seconds.to_string());
        html! { <option {value} selected={props.limit == seconds}>{ text }</option> }
    };
    html! {
        <label class="limit">
            { "Stop a run after" }
            <select onchange={choose}>{ for LIMITS.map(Some).into_iter().chain([None]).map(option) }</select>
        </label>
    }
}

/// What [`Forget`] is given.
#[derive(PartialEq, Properties)]
struct ForgetProps {
    dispatch: Callback<Action>,
}

/// The button that forgets everything. It takes two presses, so that it does not happen by mistake. Each button takes
/// the place and the focus of the one that was pressed.
#[component]
fn Forget(props: &ForgetProps) -> Html {
    let sure = use_state(|| false);
    let begin = use_node_ref();
    {
        let (begin, before) = (begin.clone(), use_mut_ref(|| false));
        use_effect_with(*sure, move |sure| {
            if before.replace(*sure) && !sure {
                place::focus(&begin);
            }
        });
    }
    let ask = {
        let sure = sure.clone();
        Callback::from(move |_: MouseEvent| sure.set(true))
    };
    let answered = {
        let (sure, dispatch) = (sure.clone(), props.dispatch.clone());
        Callback::from(move |yes: bool| {
            sure.set(false);
            if yes {
                dispatch.emit(Action::ForgetClicked);
            }
        })
    };
    html! {
        <div class="forget">
            <p>{ "Your edits, answers and progress, the outputs and Python's state are kept in this browser, and nowhere else." }</p>
            if *sure {
                <Sure question="Forget all of it?" yes="Yes, forget" {answered} />
            } else {
                <button ref={begin} type="button" onclick={ask}>{ "Forget everything" }</button>
            }
        </div>
    }
}

/// What [`Sure`] is given.
#[derive(PartialEq, Properties)]
struct SureProps {
    question: &'static str,
    /// What the button says that goes on.
    yes: &'static str,
    /// Gets whether that was pressed.
    answered: Callback<bool>,
}

/// The question whether the reader means it. It takes the place of the button that was pressed, so the button that goes back
/// gets the focus.
#[component]
fn Sure(props: &SureProps) -> Html {
    let keep = use_node_ref();
    {
        let keep = keep.clone();
        use_effect_with((), move |()| place::focus(&keep));
    }
    let press = |yes: bool| props.answered.reform(move |_: MouseEvent| yes);
    html! {
        <div role="group" aria-label={props.question}>
            { props.question }{ " " }
            <button type="button" onclick={press(true)}>{ props.yes }</button>{ " " }
            <button ref={keep} type="button" onclick={press(false)}>{ "No, keep it" }</button>
        </div>
    }
}

/// Gives the focus to the page's text. A link to `#main` would leave the page, because what stands after the `#` is the
/// route.
fn focus_main() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        place::focus_page();
    })
}

/// What [`Status`] is given.
#[derive(PartialEq, Properties)]
struct StatusProps {
    python: Python,
}

/// What Python does, in words.
#[component]
fn Status(props: &StatusProps) -> Html {
    let text = match &props.python {
        Python::Loading { total: 0, .. } => "Python is loading".to_owned(),
        Python::Loading { received, total, .. } if received < total => {
            format!("Python is loading: {:.1} of {:.1} MB", megabytes(*received), megabytes(*total))
        }
        Python::Loading { .. } => "Python is starting".to_owned(),
        Python::Ready => "Python is ready".to_owned(),
        Python::Restoring => "Python is coming back".to_owned(),
        Python::Running(_) | Python::Settling(_) | Python::Becoming => "Python is busy".to_owned(),
        Python::Failed(reason) => format!("Python can't run: {reason}"),
    };
    html! { <span class="status" data-python={props.python.word()}>{ text }</span> }
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// The buttons for the theme (that of the system, light and dark, in turn) and for the size of letters.
#[component]
fn Appearance() -> Html {
    html! {
        <div class="appearance">
            <LookButton look={&storage::THEME} name="Colours" />
            <LookButton look={&storage::SIZE} name="Letters" />
        </div>
    }
}

/// What [`LookButton`] is given.
#[derive(PartialEq, Properties)]
struct LookProps {
    look: &'static Look,
    name: &'static str,
}

/// The button that chooses the next look, in turn.
#[component]
fn LookButton(props: &LookProps) -> Html {
    let LookProps { look, name } = props;
    let chosen = use_state(|| look.chosen());
    let next = look.next(&chosen);
    let press = {
        let (chosen, look) = (chosen.clone(), *look);
        Callback::from(move |_: MouseEvent| {
            look.choose(next);
            chosen.set(next);
        })
    };
    html! {
        <button type="button" class={look.attribute} onclick={press} title={format!("{name}: {}. Press for {next}.", *chosen)}>
            { format!("{name}: {}", *chosen) }
        </button>
    }
}

/// What [`Pages`] is given.
#[derive(PartialEq, Properties)]
pub struct PagesProps {
    /// The course.
    pub course: Rc<Course>,
    /// The name of the page that is open.
    pub current: AttrValue,
    /// How much of each page is done.
    pub progress: Rc<Vec<Progress>>,
    /// Where the reader has last done something, if that was on another page.
    pub last: Option<CellKey>,
}

/// A page in the list, with the title of its group above it if it is the group's first.
fn page_row(props: &PagesProps, at: usize, page: &Page) -> Html {
    let here = page.slug == props.current.as_str();
    let group = props.course.groups.iter().find(|group| group.pages.first() == Some(&page.slug));
    let progress = props.progress.get(at).filter(|progress| progress.items > 0);
    html! {
        <>
            if let Some(group) = group { <li class="pages-group">{ &group.title }</li> }
            <li>
                <span class="page-number" aria-hidden="true">{ at + 1 }</span>
                <a href={format!("#/{}", page.slug)} aria-current={here.then_some("page")}>{ &page.title }</a>
                if let Some(progress) = progress {
                    <span class="page-done" data-done={if progress.done == progress.items { "yes" } else { "no" }}
                        title={format!("{} of {} tasks and guesses are done; the page takes about {}", progress.done, progress.items, minutes(progress.minutes))}>
                        { format!("{}/{}", progress.done, progress.items) }
                    </span>
                }
            </li>
        </>
    }
}

/// How much of the course is done, and the way to where the reader was.
fn progress(props: &PagesProps) -> Html {
    let all = props.progress.iter().fold(Progress::default(), |sum, page| sum.and(*page));
    if all.items == 0 {
        return html! {};
    }
    let title = |slug: &str| props.course.pages.iter().find(|page| page.slug == slug).map(|page| page.title.clone());
    html! {
        <div class="progress" data-progress={format!("{}/{}", all.done, all.items)}>
            <p>
                { format!("{} of {} done", all.done, all.items) }
                <span class="progress-time">{ format!(" · about {} in all", minutes(all.minutes)) }</span>
            </p>
            <progress max={all.items.to_string()} value={all.done.to_string()} aria-label="Tasks and guesses that are done" />
            if let Some((place, title)) = props.last.as_ref().and_then(|place| Some((place, title(&place.slug)?))) {
                <a class="go-on" href={format!("#/{}/{}", place.slug, place.id)} title={title}>{ "Go on where I was" }</a>
            }
        </div>
    }
}

/// What [`Neighbours`] is given.
#[derive(PartialEq, Properties)]
pub struct NeighboursProps {
    /// The course.
    pub course: Rc<Course>,
    /// The name of the page that is open.
    pub current: AttrValue,
}

/// The way to the page before and to the one after, at the end of a page.
#[component]
pub fn Neighbours(props: &NeighboursProps) -> Html {
    let pages = &props.course.pages;
    let Some(at) = pages.iter().position(|page| page.slug == props.current.as_str()) else { return html! {} };
    let link = |page: Option<&Rc<Page>>, rel: &'static str, word: &'static str| match page {
        Some(page) => {
            html! { <a {rel} href={format!("#/{}", page.slug)}><span>{ word }</span>{ " " }{ &page.title }</a> }
        }
        None => html! { <span /> },
    };
    html! {
        <nav class="neighbours" aria-label="Previous and next page">
            { link(at.checked_sub(1).and_then(|at| pages.get(at)), "prev", "Previous") }
            { link(pages.get(at + 1), "next", "Next") }
        </nav>
    }
}

/// What [`Takeout`] is given.
#[derive(PartialEq, Properties)]
struct TakeoutProps {
    dispatch: Callback<Action>,
}

/// How many bytes a file with progress may have: more is none.
const LARGEST_FILE: f64 = 20e6;

/// The buttons by which progress leaves this browser as a file, and comes in. What comes in takes the place of what is here,
/// so that takes a second press.
#[component]
fn Takeout(props: &TakeoutProps) -> Html {
    let save = props.dispatch.reform(|_: MouseEvent| Action::ExportClicked);
    let come = use_state(|| None::<Result<String, String>>);
    let chosen = {
        let come = come.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            let Some(chosen) = input.files().and_then(|files| files.get(0)) else { return };
            let come = come.clone();
            file::read(chosen, LARGEST_FILE, Callback::from(move |read| come.set(Some(read))));
            // The same file can be chosen again.
            input.set_value("");
        })
    };
    let answered = {
        let (come, dispatch) = (come.clone(), props.dispatch.clone());
        Callback::from(move |yes: bool| {
            if let Some(read) = come.as_ref().filter(|_| yes) {
                dispatch.emit(Action::ProgressBrought(read.clone()));
            }
            come.set(None);
        })
    };
    html! {
        <div class="takeout">
            <p>{ "Your edits, answers, guesses and passed tasks as one file, for another browser or for a teacher." }</p>
            <button type="button" onclick={save}>{ "Export progress" }</button>
            if come.is_some() {
                <Sure question="Replace what this browser has of these by what is in the file?" yes="Yes, replace" {answered} />
            } else {
                <label class="file">{ "Import progress" }<input type="file" accept=".json,application/json" onchange={chosen} /></label>
            }
        </div>
    }
}

/// The list of pages.
#[component]
pub fn Pages(props: &PagesProps) -> Html {
    let list = use_node_ref();
    {
        let list = list.clone();
        // The list may be longer than its place, so it scrolls to the page that is open.
        use_effect_with(props.current.clone(), move |_| {
            if let Some(list) = list.cast::<HtmlElement>()
                && let Ok(Some(here)) = list.query_selector("[aria-current]")
            {
                let (list_box, here_box) = (list.get_bounding_client_rect(), here.get_bounding_client_rect());
                let above = here_box.top() - list_box.top() + f64::from(list.scroll_top());
                list.set_scroll_top((above - (list_box.height() - here_box.height()) / 2.0) as i32);
            }
        });
    }
    html! {
        <nav class="pages" aria-label="Pages">
            <div class="pages-inner">
                { progress(props) }
                <ol ref={list}>{ for props.course.pages.iter().enumerate().map(|(at, page)| page_row(props, at, page)) }</ol>
            </div>
        </nav>
    }
}
