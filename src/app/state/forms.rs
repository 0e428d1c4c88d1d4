//! Forms: what stands in their fields, how a field answers back, and the note that the whole becomes.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Loading, State};
use crate::app::state::effect::Effect;
use crate::app::state::key::CellKey;
use crate::lesson::{Card, Field, Form};

/// How a field answers to what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reaction {
    /// Nothing is there, or there is nothing to say.
    None,
    /// It is what the key says.
    Right,
    /// It is not, and these are sentences about it.
    Wrong(Vec<String>),
    /// It can't be graded, but these sentences are to be thought about.
    Weak(Vec<String>),
}

/// The answer to what stands in a field.
pub fn reaction(field: &Field, card: Option<&Card>, text: &str) -> Reaction {
    if text.trim().is_empty() {
        return Reaction::None;
    }
    if let Some(right) = card.and_then(|card| card.right.get(&field.id)) {
        if right == text {
            return Reaction::Right;
        }
        let why = card.and_then(|card| card.why.get(&field.id)?.get(text));
        return Reaction::Wrong(vec![why.cloned().unwrap_or_else(|| "Another choice fits this case better.".into())]);
    }
    if !field.choices.is_empty() || !field.evidence.is_empty() {
        return Reaction::None;
    }
    let words = text.to_lowercase();
    let mut said: Vec<String> =
        field.weak.iter().filter(|(word, _)| has_word(&words, word)).map(|(_, says)| says.clone()).collect();
    let length = text.trim().chars().count();
    if length < field.least {
        said.push(format!("Say more: a reason has at least {} characters.", field.least));
    }
    if said.is_empty() { Reaction::None } else { Reaction::Weak(said) }
}

/// Whether the word, or words, stand in the text, not as a part of another word.
fn has_word(text: &str, word: &str) -> bool {
    let word = word.to_lowercase();
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(&word).any(|(at, found)| {
        !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + found.len()..].chars().next())
    })
}

/// What stands in the fields of a form, by [`place`].
pub type Fields = BTreeMap<String, String>;

/// The name of a field's place in a form: fields are filled in once for each card. An author may move cards and fields, and
/// what the reader has put there stays with them.
pub fn place(card: Option<&Card>, field: &Field) -> String {
    format!("{}/{}", card.map_or("", |card| &card.title), field.id)
}

/// The note: every answer under its question, in Markdown.
pub fn note(form: &Form, fields: &Fields) -> String {
    let of =
        |card: Option<&Card>, field: &Field| fields.get(&place(card, field)).map_or("", |text| text.trim()).to_owned();
    let decided = |card: Option<&Card>| {
        let decision = form.fields.iter().find(|field| field.decides).map(|field| of(card, field));
        decision.filter(|text| !text.is_empty()).map(|text| format!(": {text}")).unwrap_or_default()
    };
    let mut note = format!("# {}{}\n", form.title, if form.cards.is_empty() { decided(None) } else { String::new() });
    let once = form.cards.is_empty().then_some(None);
    for card in form.cards.iter().map(Some).chain(once) {
        if let Some(card) = card {
            note.push_str(&format!("\n## {}{}\n", card.title, decided(Some(card))));
        }
        for field in &form.fields {
            let text = of(card, field);
            let text = if text.is_empty() { "(open)" } else { &text };
            note.push_str(&format!("\n**{}**\n\n{text}\n", field.label));
        }
    }
    note
}

impl State {
    /// What stands in the fields of a form.
    pub fn filled(&self, form: &CellKey) -> Rc<Fields> {
        self.fields.get(form).cloned().unwrap_or_default()
    }

    /// Whether there is such a form in the course.
    pub(super) fn has_form(&self, form: &CellKey) -> bool {
        let Loading::Here(course) = &self.course else { return false };
        let mut pages = course.pages.iter().filter(|page| *page.slug == *form.slug);
        pages.any(|page| page.forms.iter().any(|known| *known.id == *form.id))
    }

    /// Takes over what the reader has put into the field at this place of a form.
    pub(super) fn fill(&mut self, form: CellKey, place: String, text: String) -> Vec<Effect> {
        let mut fields = (*self.filled(&form)).clone();
        fields.insert(place, text);
        let fields = Rc::new(fields);
        self.fields.insert(form.clone(), fields.clone());
        vec![Effect::KeepFields { form, fields }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> Form {
        let field = |id: &str| Field { id: id.into(), label: id.to_uppercase(), ..Field::default() };
        let choice = Field { choices: vec!["a".into(), "b".into()], decides: true, ..field("choice") };
        let weak = [("elegant".to_owned(), "Elegant for whom?".to_owned())].into();
        let reason = Field { least: 10, weak, ..field("reason") };
        let card = Card {
            title: "One".into(),
            right: [("choice".to_owned(), "a".to_owned())].into(),
            why: [("choice".to_owned(), [("b".to_owned(), "Because.".to_owned())].into())].into(),
            ..Card::default()
        };
        Form { title: "Note".into(), fields: vec![choice, reason], cards: vec![card], ..Form::default() }
    }

    #[test]
    fn a_choice_is_answered_by_the_key_and_a_text_by_its_words() {
        let form = form();
        let card = form.cards.first();
        assert_eq!(reaction(&form.fields[0], card, "a"), Reaction::Right);
        assert_eq!(reaction(&form.fields[0], card, "b"), Reaction::Wrong(vec!["Because.".into()]));
        assert_eq!(reaction(&form.fields[0], None, "b"), Reaction::None);
        let weak = reaction(&form.fields[1], card, "It is more Elegant, so.");
        assert_eq!(weak, Reaction::Weak(vec!["Elegant for whom?".into()]));
        assert_eq!(reaction(&form.fields[1], card, "The inelegantly written one."), Reaction::None);
        assert!(
            matches!(reaction(&form.fields[1], card, "short"), Reaction::Weak(said) if said[0].contains("10 characters"))
        );
    }

    #[test]
    fn the_note_has_every_answer_under_its_question() {
        let fields = Fields::from([("One/choice".into(), "a".into()), ("One/reason".into(), "because".into())]);
        let text = note(&form(), &fields);
        assert_eq!(text, "# Note\n\n## One: a\n\n**CHOICE**\n\na\n\n**REASON**\n\nbecause\n");
        let once = Form { cards: Vec::new(), ..form() };
        let fields = Fields::from([("/choice".into(), "b".into())]);
        assert!(note(&once, &fields).starts_with("# Note: b\n\n**CHOICE**\n\nb\n\n**REASON**\n\n(open)\n"));
        let mut moved = form();
        moved.fields.reverse();
        let fields = Fields::from([("One/choice".into(), "a".into())]);
        assert!(note(&moved, &fields).contains("**CHOICE**\n\na"), "an answer stays with its question");
    }
}
