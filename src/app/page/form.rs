//! Forms: questions of judgement whose answers become a note.

use std::rc::Rc;

use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::browser::file;
use crate::app::ledger::code_in;
use crate::app::state::action::Action;
use crate::app::state::forms::{Reaction, note, reaction};
use crate::app::state::key::CellKey;
use crate::lesson::{Card, Field, Form};

/// What [`FormView`] is given.
#[derive(PartialEq, Properties)]
pub struct FormProps {
    /// The form.
    pub form: Rc<Form>,
    /// Its name in the course.
    pub place: CellKey,
    /// What stands in its fields, those of the first card first.
    pub answers: Rc<Vec<String>>,
    /// What counts as evidence by now, in the form that a field's `evidence` has.
    pub seen: Rc<Vec<String>>,
    /// Gets what the reader fills in.
    pub dispatch: Callback<Action>,
}

/// A form.
#[component]
pub fn FormView(props: &FormProps) -> Html {
    let FormProps { form, place, answers, .. } = props;
    let at = use_state(|| 0_usize);
    let copied = use_state(|| None::<bool>);
    let now = (*at).min(form.cards.len().saturating_sub(1));
    let card = form.cards.get(now);
    let first = now * form.fields.len();
    let turn = |to: usize| {
        let at = at.clone();
        Callback::from(move |_: MouseEvent| at.set(to))
    };
    let text = note(form, answers);
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
            { for form.fields.iter().enumerate().map(|(number, field)| field_view(props, field, card, first + number)) }
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

/// A field with its reaction. `number` is its place among the answers.
fn field_view(props: &FormProps, field: &Field, card: Option<&Card>, number: usize) -> Html {
    let text = props.answers.get(number).cloned().unwrap_or_default();
    let fill = {
        let (form, dispatch) = (props.place.clone(), props.dispatch.clone());
        Callback::from(move |text: String| dispatch.emit(Action::FormFilled { form: form.clone(), number, text }))
    };
    let chosen = fill.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let typed = fill.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let option = |value: &String, shown: String, usable: bool| {
        html! { <option value={value.clone()} selected={*value == text} disabled={!usable}>{ shown }</option> }
    };
    let input = if !field.choices.is_empty() {
        html! {
            <select onchange={chosen}>
                <option value="" selected={text.is_empty()}>{ "choose …" }</option>
                { for field.choices.iter().map(|choice| option(choice, choice.clone(), true)) }
            </select>
        }
    } else if !field.evidence.is_empty() {
        let evidence = |name: &String| {
            let is_there = props.seen.contains(name);
            option(name, if is_there { name.clone() } else { format!("{name} (not run yet)") }, is_there)
        };
        html! {
            <select onchange={chosen}>
                <option value="" selected={text.is_empty()}>{ "no evidence yet" }</option>
                { for field.evidence.iter().map(evidence) }
            </select>
        }
    } else {
        html! { <textarea rows="2" value={text.clone()} oninput={typed} /> }
    };
    let (word, said) = match reaction(field, card, &text) {
        Reaction::None => ("none", Vec::new()),
        Reaction::Right => ("right", vec!["Yes.".to_owned()]),
        Reaction::Wrong(said) => ("wrong", said),
        Reaction::Weak(said) => ("weak", said),
    };
    html! {
        <label class="field" data-field={field.id.clone()} data-reaction={word}>
            <span>{ &field.label }</span>
            { input }
            <span class="field-says" role="status">{ for said.iter().map(|sentence| html! { <span>{ code_in(sentence) }{ " " }</span> }) }</span>
        </label>
    }
}
