//! A form: questions of judgement, which no function can grade. Each field answers back as far as it can, and the whole
//! becomes a note. Its file is `forms/<id>.toml` of the course.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::markdown::{Surroundings, to_html};
use super::{Page, Problem, line_at};

/// The folder of all forms, below the course's folder.
const FOLDER: &str = "forms";

/// A form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// The name of its file, without `.toml`.
    #[serde(default)]
    pub id: String,
    /// The heading of the note.
    pub title: String,
    /// What stands above the fields, as HTML.
    #[serde(default)]
    pub about: String,
    /// What is asked for, in order.
    #[serde(rename = "field")]
    pub fields: Vec<Field>,
    /// The cases for each of which the fields are filled in; none if they are filled in once.
    #[serde(default, rename = "card")]
    pub cards: Vec<Card>,
}

/// Something that a form asks for. With `choices` one of them is the answer, with `evidence` something that has run, and
/// else a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Unique in the form.
    pub id: String,
    /// The question.
    pub label: String,
    /// What can be chosen.
    #[serde(default)]
    pub choices: Vec<String>,
    /// How many characters a text has at least.
    #[serde(default)]
    pub least: usize,
    /// What is answered to a text in which a word occurs.
    #[serde(default)]
    pub weak: BTreeMap<String, String>,
    /// What counts as evidence: `cell <id>` once that cell of this page has run, `exercise <id>` once it is passed.
    #[serde(default)]
    pub evidence: Vec<String>,
    /// Whether the note is headed with this answer.
    #[serde(default)]
    pub decides: bool,
}

/// A case to be judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Its name.
    pub title: String,
    /// The case, as HTML.
    pub text: String,
    /// The right choice by field, where there is one.
    #[serde(default)]
    pub right: BTreeMap<String, String>,
    /// What is answered to a wrong choice, by field and choice.
    #[serde(default)]
    pub why: BTreeMap<String, BTreeMap<String, String>>,
}

/// Reads the form of this `id`; or says what is wrong with it.
pub fn read(id: &str, around: &Surroundings<'_>) -> Result<Form, Vec<Problem>> {
    let file = format!("{FOLDER}/{id}.toml");
    let problem = |line: usize, text: String| Problem { file: file.clone(), line, text };
    let text = around.text(&file).map_err(|reason| vec![problem(1, reason)])?;
    let mut form: Form = toml::from_str(&text).map_err(|error| {
        vec![problem(line_at(&text, error.span().map_or(0, |span| span.start)), error.message().to_owned())]
    })?;
    form.id = id.to_owned();
    form.about = to_html(&form.about);
    for card in &mut form.cards {
        card.text = to_html(&card.text);
    }
    let wrong = mistakes(&form);
    if wrong.is_empty() { Ok(form) } else { Err(wrong.into_iter().map(|text| problem(1, text)).collect()) }
}

/// A problem for each piece of evidence that nobody could ever have: a cell that is not on the form's page, an exercise that is
/// not in the course.
pub fn join(pages: &[Page]) -> Vec<Problem> {
    let exercises: Vec<&str> =
        pages.iter().flat_map(|page| page.exercises.iter().map(|exercise| exercise.id.as_str())).collect();
    let mut problems = Vec::new();
    for page in pages {
        for form in &page.forms {
            for name in form.fields.iter().flat_map(|field| &field.evidence) {
                let is_there = match name.split_once(' ') {
                    Some(("cell", id)) => page.cells.iter().any(|cell| cell.id == id),
                    Some((_, id)) => exercises.contains(&id),
                    None => false,
                };
                if !is_there {
                    let file = format!("{FOLDER}/{}.toml", form.id);
                    let text = format!("`{name}` is nowhere: no field can take it as evidence");
                    problems.push(Problem { file, line: 1, text });
                }
            }
        }
    }
    problems
}

/// A sentence for each thing in a form that does not fit together.
fn mistakes(form: &Form) -> Vec<String> {
    let mut wrong = Vec::new();
    if form.fields.is_empty() {
        wrong.push("a form has at least one field".to_owned());
    }
    for (number, field) in form.fields.iter().enumerate() {
        if form.fields[..number].iter().any(|other| other.id == field.id) {
            wrong.push(format!("the field `{}` is there twice", field.id));
        }
        if !field.choices.is_empty() && !field.evidence.is_empty() {
            wrong.push(format!("the field `{}` has choices or evidence, not both", field.id));
        }
        for taken in &field.evidence {
            if !taken.starts_with("cell ") && !taken.starts_with("exercise ") {
                wrong.push(format!("`{taken}` is no evidence: it begins with `cell` or `exercise`, and an id follows"));
            }
        }
    }
    for (number, card) in form.cards.iter().enumerate() {
        if form.cards[..number].iter().any(|other| other.title == card.title) {
            wrong.push(format!("the card “{}” is there twice", card.title));
        }
        for (id, right) in &card.right {
            let is_known = form.fields.iter().any(|field| field.id == *id && field.choices.contains(right));
            if !is_known {
                wrong.push(format!(
                    "the card “{}” says that `{right}` is right for `{id}`, which can't be chosen",
                    card.title
                ));
            }
        }
        for (id, answers) in &card.why {
            for choice in answers.keys() {
                if !form.fields.iter().any(|field| field.id == *id && field.choices.contains(choice)) {
                    wrong.push(format!(
                        "the card “{}” answers to `{choice}` for `{id}`, which can't be chosen",
                        card.title
                    ));
                }
            }
        }
    }
    wrong
}
