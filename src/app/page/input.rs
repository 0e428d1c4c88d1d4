//! The field for the line that a waiting cell reads.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::state::action::Action;

/// What [`InputView`] is given.
#[derive(PartialEq, Properties)]
pub struct InputProps {
    /// What the cell has asked; empty if it has asked nothing.
    pub prompt: AttrValue,
    /// Gets the line.
    pub dispatch: Callback<Action>,
}

/// The field, with buttons that enter the line or end the input. It takes the focus when it appears.
#[component]
pub fn InputView(props: &InputProps) -> Html {
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                // Only an element that can't have the focus refuses it.
                let _ = field.focus();
            }
        });
    }
    let enter = |line: fn(&HtmlInputElement) -> Option<String>| {
        let (field, dispatch) = (field.clone(), props.dispatch.clone());
        move || {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                dispatch.emit(Action::LineEntered(line(&field)));
                field.set_value("");
            }
        }
    };
    let submit = enter(|field| Some(field.value()));
    let end = enter(|_| None);
    let on_submit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        submit();
    });
    let on_key = {
        let (end, field) = (end.clone(), field.clone());
        Callback::from(move |event: KeyboardEvent| {
            let empty = field.cast::<HtmlInputElement>().is_some_and(|field| field.value().is_empty());
            if event.key() == "d" && event.ctrl_key() && empty {
                event.prevent_default();
                end();
            }
        })
    };
    let label = if props.prompt.is_empty() { AttrValue::from("Input for the cell") } else { props.prompt.clone() };
    html! {
        <form class="input" onsubmit={on_submit}>
            <input ref={field} type="text" aria-label={label} onkeydown={on_key} autocomplete="off"
                autocapitalize="off" spellcheck="false" />
            <button type="submit">{ "Enter" }</button>
            <button type="button" onclick={move |_: MouseEvent| end()} title="Ctrl+D: the cell reads the end of its input">{ "End input" }</button>
        </form>
    }
}
