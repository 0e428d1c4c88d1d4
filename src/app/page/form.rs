//! Forms: questions of judgement whose answers become a note.

use std::rc::Rc;

use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::browser::file;
use crate::app::ledger::code_in;
use crate::app::state::action::Action;
use crate::app::state::forms::{self, Fields, Reaction, note, reaction};
use crate::app::state::key::CellKey;
use crate::lesson::{Card, Field, Form};

/// What [`FormView`] is given.
#[derive(PartialEq, Properties)]
pub struct FormProps {
    /// The form.
    pub form: Rc<Form>,
    /// Its name in the course.
    pub place: CellKey,
    /// What stands in its fields.
    pub fields: Rc<Fields>,
    /// What counts as evidence by now, in the form that a field's `evidence` has.
    pub seen: Rc<Vec<String>>,
    /// Gets what the reader fills in.
    pub dispatch: Callback<Action>,
}

/// A form.
#[component]
pub fn FormView(props: &FormProps) -> Html {
    let FormProps { form, place, fields, .. } = props;
    let at = use_state(|| 0_usize);
    let copied = use_state(|| None::<bool>);
    let now = (*at).min(form.cards.len().saturating_sub(1));
    let card = form.cards.get(now);
    let turn = |to: usize| {
        let at = at.clone();
        Callback::from(move |_: MouseEvent| at.set(to))
    };
    let text = note(form, fields);
    let copy = {
        let (text, copied) = (text.clone(), copied.clone());
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            file::copy(&text, Callback::from(move |done| copied.set(Some(done))));
        })
    };
    let save = {
        let (text, name) = (text.clone(), format!("{}.md", form.id));
        Callback::from(move |_: MouseEvent| file::save(&name, "text/markdown", &text))
    };
    html! {
        <section class="form" id={place.id.to_string()} data-form={place.id.to_string()} aria-label={form.title.clone()}>
            <p class="form-title">{ &form.title }</p>
            <div class="form-about">{ Html::from_html_unchecked(form.about.clone().into()) }</div>
            if let Some(card) = card {
                <div class="card" aria-live="polite">
                    <p class="card-title">{ format!("{} of {}: {}", now + 1, form.cards.len(), card.title) }</p>
                    { Html::from_html_unchecked(card.text.clone().into()) }
                </div>
            }
            { for form.fields.iter().map(|field| field_view(props, field, card)) }
            if form.cards.len() > 1 {
                <div class="form-actions">
                    <button type="button" onclick={turn(now.saturating_sub(1))} aria-disabled={(now == 0).then_some("true")}>{ "Previous case" }</button>
                    <button type="button" onclick={turn((now + 1).min(form.cards.len() - 1))} aria-disabled={(now + 1 == form.cards.len()).then_some("true")}>{ "Next case" }</button>
                </div>
            }
            <details class="form-note">
                <summary>{ "Your note" }</summary>
                <pre tabindex="0" aria-label="Your note in Markdown">{ text.clone() }</pre>
                <div class="form-actions">
                    <button type="button" onclick={copy}>{ "Copy the note" }</button>
                    <button type="button" onclick={save}>{ "Download the note" }</button>
                    <span role="status">{ match *copied { None => "", Some(true) => "Copied.", Some(false) => "This browser does not let a page copy. Select the text above." } }</span>
                </div>
            </details>
            <p class="form-limits">{ "The fields answer back where they can. Whether a reason is good no program can judge: show the note to somebody." }</p>
        </section>
    }
}

/// A field with its reaction. It is another element for each card: a browser does not change what the reader has chosen in a
/// list.
fn field_view(props: &FormProps, field: &Field, card: Option<&Card>) -> Html {
    let name = forms::place(card, field);
    let text = props.fields.get(&name).cloned().unwrap_or_default();
    let fill = {
        let (form, place, dispatch) = (props.place.clone(), name.clone(), props.dispatch.clone());
        Callback::from(move |text: String| {
            dispatch.emit(Action::FieldFilled { form: form.clone(), place: place.clone(), text });
        })
    };
    let id = format!("field:{}:{}", props.place.id, field.id);
    let says = format!("{id}:says");
    let chosen = fill.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let typed = fill.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let list = |nothing: &'static str, options: Vec<(String, String, bool)>| {
        let option = |(value, shown, usable): (String, String, bool)| {
            let here = value == text;
            html! { <option {value} selected={here} disabled={!usable}>{ shown }</option> }
        };
        html! {
            <select id={id.clone()} aria-describedby={says.clone()} onchange={chosen.clone()}>
                <option value="" selected={text.is_empty()}>{ nothing }</option>
                { for options.into_iter().map(option) }
            </select>
        }
    };
    let input = if !field.choices.is_empty() {
        list("choose …", field.choices.iter().map(|choice| (choice.clone(), choice.clone(), true)).collect())
    } else if !field.evidence.is_empty() {
        let option = |name: &String| match props.seen.contains(name) {
            true => (name.clone(), name.clone(), true),
            false if name.starts_with("exercise ") => (name.clone(), format!("{name} (not passed yet)"), false),
            false => (name.clone(), format!("{name} (not run yet)"), false),
        };
        list("no evidence yet", field.evidence.iter().map(option).collect())
    } else {
        html! { <textarea id={id.clone()} aria-describedby={says.clone()} rows="2" value={text.clone()} oninput={typed} /> }
    };
    let (word, said) = match reaction(field, card, &text) {
        Reaction::None => ("none", Vec::new()),
        Reaction::Right => ("right", vec!["Yes.".to_owned()]),
        Reaction::Wrong(said) => ("wrong", said),
        Reaction::Weak(said) => ("weak", said),
    };
    html! {
        <div key={name} class="field" data-field={field.id.clone()} data-reaction={word}>
            <label for={id.clone()}>{ code_in(&field.label) }</label>
            { input }
            <p class="field-says" id={says.clone()}>{ for said.iter().map(|sentence| html! { <span>{ code_in(sentence) }{ " " }</span> }) }</p>
        </div>
    }
}
