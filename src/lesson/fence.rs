//! The info string of a code fence: `python id=patch-naive raises=AttributeError differs="why"`.

use super::lens;

/// What a fence is, with the values of its words as the author wrote them. CONTRIBUTING.md explains the words.
#[derive(Debug, PartialEq, Eq)]
pub enum Fence {
    /// A runnable cell.
    Cell { id: String, raises: Option<String>, differs: Option<String>, input: Option<String>, leaves: Option<String> },
    /// What the cell or the lens right above gives; `cpython` is true where CPython differs from the guest and this is what CPython
    /// gives.
    Output { cpython: bool },
    /// A file of the course, or only the definition `only` in it.
    Listing { file: String, only: Option<String> },
    /// Something that the reader is to do; see [`Exercise`](super::Exercise).
    Exercise { id: String, cell: Option<String>, minutes: Option<String> },
    /// A guess before the cell right below; see [`Prediction`](super::Prediction).
    Predict { asks: String },
    /// A condition for leaving the course; see [`Exit`](super::Exit).
    Exit { id: String, tasks: String },
    /// Questions of judgement; see [`Form`](super::Form).
    Form { id: String },
    /// A picture of what a mechanism does; see [`Lens`](super::Lens).
    Lens { id: String, kind: String },
    /// The place where all cells of the course can be run and compared.
    Checks,
    /// The place where the interpreter's imports are listed.
    Reach,
    /// A diagram in Mermaid.
    Diagram,
    /// Any other code, shown as it is.
    Plain,
}

/// The words that may stand in a fence, by its kind. [`values`] gives values in this order.
const CELL: &[&str] = &["id", "raises", "differs", "input", "leaves"];
const LISTING: &[&str] = &["file", "only"];
const EXERCISE: &[&str] = &["id", "cell", "minutes"];
const PREDICT: &[&str] = &["asks"];
const EXIT: &[&str] = &["id", "tasks"];
const FORM: &[&str] = &["id"];
const LENS: &[&str] = &["id", "kind"];
/// First words that make a fence more than plain code.
const KINDS: &[&str] =
    &["output", "exercise", "predict", "exit", "form", "lens", "checks", "reach", "mermaid", "python"];

/// Reads an info string.
///
/// # Errors
/// A sentence for the author, if a word is unknown, missing, given twice or without a value.
pub fn read(info: &str) -> Result<Fence, String> {
    let words = split(info)?;
    let Some(((language, None), attributes)) = words.split_first().map(|(first, rest)| (first.clone(), rest)) else {
        return Ok(Fence::Plain);
    };
    match language.as_str() {
        "output" => match attributes {
            [] => Ok(Fence::Output { cpython: false }),
            [(word, None)] if word == "cpython" => Ok(Fence::Output { cpython: true }),
            _ => Err("after `output` only the word `cpython` may follow".into()),
        },
        "mermaid" if attributes.is_empty() => Ok(Fence::Diagram),
        "checks" if attributes.is_empty() => Ok(Fence::Checks),
        "reach" if attributes.is_empty() => Ok(Fence::Reach),
        "mermaid" | "checks" | "reach" => Err(format!("nothing follows `{language}` in its fence")),
        "exercise" => {
            let mut values = values(attributes, EXERCISE, "an exercise's fence")?;
            let id = id(values.remove(0), "an exercise needs an id: `exercise id=some-name`")?;
            let [cell, minutes] = take(values);
            Ok(Fence::Exercise { id, cell, minutes })
        }
        "predict" => {
            let [asks] = take(values(attributes, PREDICT, "a prediction's fence")?);
            let asks = asks.ok_or("a prediction says what it asks for: `predict asks=\"line 1\"`")?;
            Ok(Fence::Predict { asks })
        }
        "exit" => {
            let mut values = values(attributes, EXIT, "an exit slot's fence")?;
            let id = id(values.remove(0), "an exit slot needs an id: `exit id=some-name`")?;
            let [tasks] = take(values);
            let tasks = tasks.ok_or("an exit slot says which tasks meet it: `tasks=\"one two\"`")?;
            Ok(Fence::Exit { id, tasks })
        }
        "form" => {
            let mut values = values(attributes, FORM, "a form's fence")?;
            Ok(Fence::Form { id: id(values.remove(0), "a form needs an id: `form id=some-name`")? })
        }
        "lens" => {
            let mut values = values(attributes, LENS, "a lens's fence")?;
            let id = id(values.remove(0), "a lens needs an id: `lens id=some-name`")?;
            let [kind] = take(values);
            let kind = kind.ok_or("a lens says which one it is: `kind=lookup`")?;
            lens::known(&kind)?;
            Ok(Fence::Lens { id, kind })
        }
        "python" if attributes.iter().any(|(word, _)| word == "file") => {
            let [file, only] = take(values(attributes, LISTING, "the fence of a file")?);
            Ok(Fence::Listing { file: file.unwrap_or_default(), only })
        }
        "python" if !attributes.is_empty() => {
            let mut values = values(attributes, CELL, "a cell's fence")?;
            let id = id(values.remove(0), "a cell needs an id: `python id=some-name`")?;
            let [raises, differs, input, leaves] = take(values);
            Ok(Fence::Cell { id, raises, differs, input, leaves })
        }
        // A first word that is unknown and has attributes may be one of the known words, mistyped.
        other if !attributes.is_empty() => match close(other, KINDS) {
            Some(known) => Err(format!("a fence can't begin with `{other}`; did you mean `{known}`?")),
            None => Ok(Fence::Plain),
        },
        _ => Ok(Fence::Plain),
    }
}

/// The values of the `known` words, in the order of `known`. `place` says, in the author's sentence, where the words
/// stand.
fn values(attributes: &[(String, Option<String>)], known: &[&str], place: &str) -> Result<Vec<Option<String>>, String> {
    let mut values = vec![None; known.len()];
    for (word, value) in attributes {
        let slot = known.iter().position(|known| known == word).ok_or_else(|| unknown(word, known, place))?;
        let value = value.clone().filter(|value| !value.is_empty());
        let value = value.ok_or_else(|| format!("`{word}` needs a value: `{word}=…`"))?;
        if values[slot].replace(value).is_some() {
            return Err(format!("`{word}` is given twice"));
        }
    }
    Ok(values)
}

/// The first `N` values.
fn take<const N: usize>(values: Vec<Option<String>>) -> [Option<String>; N] {
    let mut values = values.into_iter();
    std::array::from_fn(|_| values.next().flatten())
}

fn id(id: Option<String>, missing: &str) -> Result<String, String> {
    let id = id.ok_or(missing)?;
    if !id.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-') {
        return Err(format!("the id `{id}` may have only lower-case letters, digits and hyphens"));
    }
    Ok(id)
}

fn unknown(word: &str, known: &[&str], place: &str) -> String {
    match close(word, known) {
        Some(known) => format!("unknown word `{word}` in {place}; did you mean `{known}`?"),
        None => format!("unknown word `{word}` in {place}; known are {}", known.join(", ")),
    }
}

/// The known word that the author may have meant by `word`: the most similar one, if it is similar at all.
fn close<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let similar = known.iter().map(|known| (strsim::normalized_damerau_levenshtein(word, known), *known));
    similar
        .filter(|(similarity, _)| *similarity > 0.6)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, known)| known)
}

/// Splits at white space into words and `word=value` pairs; a value may stand in double quotes.
fn split(info: &str) -> Result<Vec<(String, Option<String>)>, String> {
    let mut words = Vec::new();
    let mut rest = info.trim_start();
    while !rest.is_empty() {
        let ends = |letter: char| letter.is_whitespace() || letter == '=';
        let end = rest.find(ends).unwrap_or(rest.len());
        let word = rest[..end].to_owned();
        rest = &rest[end..];
        let value = match rest.strip_prefix('=') {
            None => None,
            Some(after) => {
                let (value, after) = match after.strip_prefix('"') {
                    Some(quoted) => {
                        quoted.split_once('"').ok_or_else(|| format!("the quote after `{word}=` is not closed"))?
                    }
                    None => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
                };
                rest = after;
                Some(value.to_owned())
            }
        };
        words.push((word, value));
        rest = rest.trim_start();
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kinds_of_fence() {
        assert_eq!(read("rust"), Ok(Fence::Plain));
        assert_eq!(read(""), Ok(Fence::Plain));
        assert_eq!(read("python"), Ok(Fence::Plain));
        assert_eq!(read("rust,ignore key=1"), Ok(Fence::Plain));
        assert_eq!(read("mermaid"), Ok(Fence::Diagram));
        assert_eq!(read("checks"), Ok(Fence::Checks));
        assert_eq!(read("reach"), Ok(Fence::Reach));
        assert_eq!(read("output cpython"), Ok(Fence::Output { cpython: true }));
        let listing = Fence::Listing { file: "a/b.py".into(), only: Some("C.d".into()) };
        assert_eq!(read("python file=a/b.py only=C.d"), Ok(listing));
        let exercise = Fence::Exercise { id: "x".into(), cell: Some("y".into()), minutes: None };
        assert_eq!(read("exercise id=x cell=y"), Ok(exercise));
        assert_eq!(read("predict asks=\"line 2\""), Ok(Fence::Predict { asks: "line 2".into() }));
        let exit = Fence::Exit { id: "e".into(), tasks: "a b".into() };
        assert_eq!(read("exit id=e tasks=\"a b\""), Ok(exit));
        assert_eq!(read("form id=f"), Ok(Fence::Form { id: "f".into() }));
        assert_eq!(read("lens id=l kind=tree"), Ok(Fence::Lens { id: "l".into(), kind: "tree".into() }));
        assert!(
            matches!(read("python id=a input=\"Ada|36\""), Ok(Fence::Cell { input: Some(lines), .. }) if lines == "Ada|36")
        );
        assert_eq!(
            read(r#"python id=a-1 raises=KeyError differs="no threads, here""#),
            Ok(Fence::Cell {
                id: "a-1".into(),
                raises: Some("KeyError".into()),
                differs: Some("no threads, here".into()),
                input: None,
                leaves: None,
            })
        );
    }

    #[test]
    fn mistakes_are_sentences() {
        let said = |info| read(info).unwrap_err();
        assert!(said("python id=x rasies=KeyError").contains("did you mean `raises`"));
        assert!(said("python raises=KeyError").contains("needs an id"));
        assert!(said("python id=").contains("needs a value"));
        assert!(said("python id=A").contains("lower-case"));
        assert!(said("python id=x id=y").contains("twice"));
        assert!(said("python id=x differs=\"open").contains("not closed"));
        assert!(said("exercise id=x cel=y").contains("did you mean `cell`"));
        assert!(said("predict ask=x").contains("did you mean `asks`"));
        assert!(said("exit id=x").contains("which tasks"));
        assert!(said("lens id=x").contains("which one"));
        assert!(said("lens id=x kind=look").contains("there are lookup, import"));
        assert!(said("pyton id=x").contains("did you mean `python`"));
        assert!(said("output twice").contains("cpython"));
        assert!(said("checks x").contains("nothing follows"));
        assert_eq!(read("exercise\tid=x"), read("exercise id=x"), "a tab is a blank");
    }
}
