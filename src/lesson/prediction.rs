//! A prediction: a guess that the reader makes before a cell shows its output. Which guess is right is read from what the
//! page says that the cell gives, which the checks verify; the author does not write it.

use pulldown_cmark::{Event, Parser, Tag, TagEnd, html};
use serde::{Deserialize, Serialize};

use super::cell::Expectation;
use super::markdown::OPTIONS;

/// A question about what a cell will give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prediction {
    /// The question, as HTML.
    pub question: String,
    /// What the reader chooses from; empty if the reader types the answer.
    pub choices: Vec<Choice>,
    /// Whether any number of choices may be right, or none.
    pub any_number: bool,
    /// What is right: one text, or with `any_number` any number of them.
    pub right: Vec<String>,
    /// Line of the opening fence, counted from 1.
    pub line: usize,
}

/// One thing that the reader can choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What is compared with the cell's output.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

/// What a prediction asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asks {
    /// A line of the output: counted from 1, or from the end if the number is negative; and what stands before the answer
    /// in it.
    Line(i32, String),
    /// The class of the exception that leaves the cell, or `nothing`.
    Raises,
    /// The findings of the cell's ledger.
    Leaves,
}

impl Asks {
    /// Reads the value of `asks=`: `line 2`, `line -1 after 'total: '`, `raises` or `leaves`.
    ///
    /// # Errors
    /// A sentence for the author.
    pub fn read(text: &str) -> Result<Self, String> {
        let wrong =
            || format!("`asks=\"{text}\"` is none of `line 2`, `line 2 after 'total: '`, `raises` and `leaves`");
        match text {
            "raises" => return Ok(Self::Raises),
            "leaves" => return Ok(Self::Leaves),
            _ => {}
        }
        let rest = text.strip_prefix("line ").ok_or_else(wrong)?;
        let (number, prefix) = rest.split_once(" after ").unwrap_or((rest, ""));
        let quoted = prefix.strip_prefix('\'').and_then(|prefix| prefix.strip_suffix('\''));
        let prefix = match quoted {
            Some(prefix) => prefix,
            None if prefix.contains('\'') => return Err(wrong()),
            None => prefix,
        };
        match number.trim().parse() {
            Ok(_) if rest.contains(" after") && prefix.is_empty() => Err(wrong()),
            Ok(number) if number != 0 => Ok(Self::Line(number, prefix.to_owned())),
            _ => Err(wrong()),
        }
    }

    /// What the answer is, by what the page says that the cell gives.
    ///
    /// # Errors
    /// A sentence for the author, if the page does not say it.
    fn answer(&self, expected: &Expectation) -> Result<Vec<String>, String> {
        match self {
            Self::Raises => Ok(vec![expected.raises.clone().unwrap_or_else(|| "nothing".into())]),
            Self::Leaves => {
                let leaves = expected.leaves.clone();
                leaves.ok_or_else(|| "the cell below has no `leaves=`, so nothing says what is right".into())
            }
            Self::Line(number, prefix) => {
                let lines: Vec<&str> = expected.output.trim_end().lines().collect();
                let at = if *number > 0 { *number - 1 } else { lines.len() as i32 + *number };
                let line = usize::try_from(at).ok().and_then(|at| lines.get(at));
                let line = line.ok_or_else(|| format!("the output of the cell below has no line {number}"))?;
                if line.contains('…') {
                    return Err(format!("line {number} of the output is not the same each time: it has `…`"));
                }
                let answer = line.strip_prefix(prefix.as_str());
                let answer =
                    answer.ok_or_else(|| format!("line {number} of the output does not begin with `{prefix}`"))?;
                Ok(vec![answer.trim().to_owned()])
            }
        }
    }
}

/// A prediction as it was read, before the output of its cell is known.
pub struct Draft {
    asks: Asks,
    question: String,
    choices: Vec<Choice>,
    line: usize,
}

impl Draft {
    /// Reads a fence: its `asks=`, its content, and the line that it begins in.
    ///
    /// # Errors
    /// A sentence for the author.
    pub fn read(asks: &str, text: &str, line: usize) -> Result<Self, String> {
        let asks = Asks::read(asks)?;
        let (question, choices) = parts(text).ok_or("a choice is a text, with no list in it")?;
        if question.is_empty() {
            return Err("a prediction begins with its question".into());
        }
        if choices.len() == 1 || asks == Asks::Leaves && choices.is_empty() {
            return Err("a prediction has at least two choices, or none if the reader is to type the answer".into());
        }
        Ok(Self { asks, question, choices, line })
    }

    /// The line that the fence begins in.
    pub fn line(&self) -> usize {
        self.line
    }

    /// Looks up which choice is right.
    ///
    /// # Errors
    /// A sentence for the author: no choice is right, or more than one.
    pub fn finish(self, expected: &Expectation) -> Result<Prediction, (usize, String)> {
        let Self { asks, question, choices, line } = self;
        let mut right = asks.answer(expected).map_err(|text| (line, text))?;
        let any_number = asks == Asks::Leaves;
        // What was put back is asked for only where the reader can choose it.
        let is_asked = |finding: &String| choices.iter().any(|choice| choice.text == *finding);
        right.retain(|finding| !any_number || !finding.ends_with(" reverted") || is_asked(finding));
        for right in right.iter().filter(|_| !choices.is_empty()) {
            match choices.iter().filter(|choice| choice.text == *right).count() {
                1 => {}
                0 => return Err((line, format!("the right answer, `{right}`, is none of the choices"))),
                _ => return Err((line, format!("the right answer, `{right}`, is there twice"))),
            }
        }
        Ok(Prediction { question, choices, any_number, right, line })
    }
}

/// Whether a guess is right. The order does not count, nor does white space around a text.
pub fn is_right(prediction: &Prediction, guess: &[String]) -> bool {
    let mut guess: Vec<&str> = guess.iter().map(|text| text.trim()).collect();
    let mut right: Vec<&str> = prediction.right.iter().map(|text| text.trim()).collect();
    guess.sort_unstable();
    right.sort_unstable();
    guess == right
}

/// The question before the list of choices, as HTML, and the choices; `None` if a choice has a list in it.
fn parts(text: &str) -> Option<(String, Vec<Choice>)> {
    let (mut question, mut choices) = (Vec::new(), Vec::new());
    let mut item: Option<(String, Vec<Event<'_>>)> = None;
    for event in Parser::new_ext(text, OPTIONS) {
        match event {
            Event::Start(Tag::List(_)) | Event::End(TagEnd::List(_)) => {}
            Event::Start(Tag::Item) if item.is_some() => return None,
            Event::Start(Tag::Item) => item = Some(Default::default()),
            Event::End(TagEnd::Item) => {
                if let Some((text, events)) = item.take() {
                    let mut shown = String::new();
                    html::push_html(&mut shown, events.into_iter());
                    choices.push(Choice { text: text.trim().to_owned(), html: shown.trim().to_owned() });
                }
            }
            event => match &mut item {
                Some((text, events)) => {
                    match &event {
                        Event::Text(piece) | Event::Code(piece) => text.push_str(piece),
                        Event::SoftBreak | Event::HardBreak => text.push(' '),
                        _ => {}
                    }
                    if !matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph)) {
                        events.push(event);
                    }
                }
                None => question.push(event),
            },
        }
    }
    let mut shown = String::new();
    html::push_html(&mut shown, question.into_iter());
    Some((shown.trim().to_owned(), choices))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expected() -> Expectation {
        Expectation { output: "a\ntotal: 7\n".into(), raises: Some("KeyError".into()), ..Expectation::default() }
    }

    fn finished(asks: &str, text: &str) -> Result<Prediction, String> {
        Draft::read(asks, text, 3)?.finish(&expected()).map_err(|(_, text)| text)
    }

    #[test]
    fn the_answer_is_read_from_the_output() {
        let chosen = finished("line 2 after 'total: '", "What is the *total*?\n- `7`\n- `8`\n").unwrap();
        assert_eq!((chosen.right.as_slice(), chosen.choices.len()), (["7".to_owned()].as_slice(), 2));
        assert_eq!(chosen.question, "<p>What is the <em>total</em>?</p>");
        assert_eq!(chosen.choices[0].html, "<code>7</code>");
        assert!(is_right(&chosen, &["7 ".into()]) && !is_right(&chosen, &[]));
        assert_eq!(finished("line -1", "What comes last?").unwrap().right, ["total: 7"]);
        assert_eq!(finished("raises", "What?\n\n- `KeyError`\n- nothing\n").unwrap().right, ["KeyError"]);
    }

    #[test]
    fn a_prediction_that_nothing_verifies_is_a_mistake() {
        assert!(finished("line 3", "What?").unwrap_err().contains("no line 3"));
        assert!(finished("line 2", "What?\n- 7\n- 8\n").unwrap_err().contains("none of the choices"));
        assert!(finished("line 1", "What?\n- a\n- a\n").unwrap_err().contains("twice"));
        assert!(finished("leaves", "What?\n- a\n- b\n").unwrap_err().contains("no `leaves=`"));
        assert!(finished("line 1 after ''", "What?").unwrap_err().contains("is none of"));
        assert!(finished("line 1", "What?\n- a\n- 1. b\n").unwrap_err().contains("no list in it"));
        assert!(finished("row 1", "What?").unwrap_err().contains("is none of"));
        assert!(finished("line 1", "- a\n- b\n").unwrap_err().contains("question"));
    }

    #[test]
    fn any_number_of_findings_may_be_right() {
        let leaves = Some(vec!["attribute a.b left".to_owned()]);
        let expected = Expectation { leaves, ..Expectation::default() };
        let text = "Which?\n- `attribute a.b left`\n- `file x left`\n";
        let prediction = Draft::read("leaves", text, 1).ok().unwrap().finish(&expected).unwrap();
        assert!(prediction.any_number && is_right(&prediction, &["attribute a.b left".into()]));
        assert!(!is_right(&prediction, &["attribute a.b left".into(), "file x left".into()]));
    }
}
