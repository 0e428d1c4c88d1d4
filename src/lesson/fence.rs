//! The info string of a code fence: `python id=patch-naive raises=AttributeError differs="why"`.

/// What a fence is.
#[derive(Debug, PartialEq, Eq)]
pub enum Fence {
    /// A runnable cell.
    Cell { id: String, raises: Option<String>, differs: Option<String> },
    /// What the cell right above gives: in the guest, or in CPython where that differs.
    Output { cpython: bool },
    /// Any other code, shown as it is.
    Plain,
}

const CELL_WORDS: &[&str] = &["id", "raises", "differs"];

/// Reads an info string.
///
/// # Errors
/// A sentence for the author.
pub fn read(info: &str) -> Result<Fence, String> {
    let words = split(info)?;
    let Some(((language, None), attributes)) = words.split_first().map(|(first, rest)| (first.clone(), rest))
    else {
        return Ok(Fence::Plain);
    };
    match language.as_str() {
        "output" => match attributes {
            [] => Ok(Fence::Output { cpython: false }),
            [(word, None)] if word == "cpython" => Ok(Fence::Output { cpython: true }),
            _ => Err("after `output` only the word `cpython` may follow".into()),
        },
        "python" if !attributes.is_empty() => cell(attributes),
        _ => Ok(Fence::Plain),
    }
}

fn cell(attributes: &[(String, Option<String>)]) -> Result<Fence, String> {
    let (mut id, mut raises, mut differs) = (None, None, None);
    for (word, value) in attributes {
        let slot = match word.as_str() {
            "id" => &mut id,
            "raises" => &mut raises,
            "differs" => &mut differs,
            _ => return Err(unknown(word)),
        };
        let value = value.clone().filter(|value| !value.is_empty());
        let value = value.ok_or_else(|| format!("`{word}` needs a value: `{word}=…`"))?;
        if slot.replace(value).is_some() {
            return Err(format!("`{word}` is given twice"));
        }
    }
    let id = id.ok_or("a cell needs an id: `python id=some-name`")?;
    if !id.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-') {
        return Err(format!("the id `{id}` may have only lower-case letters, digits and hyphens"));
    }
    Ok(Fence::Cell { id, raises, differs })
}

fn unknown(word: &str) -> String {
    let close = CELL_WORDS.iter().find(|known| {
        known.chars().filter(|letter| word.contains(*letter)).count() + 1 >= known.len().max(word.len())
    });
    match close {
        Some(known) => format!("unknown word `{word}` in a cell's fence; did you mean `{known}`?"),
        None => format!("unknown word `{word}` in a cell's fence; known are {}", CELL_WORDS.join(", ")),
    }
}

/// Splits at blanks into words and `word=value` pairs; a value may stand in double quotes.
fn split(info: &str) -> Result<Vec<(String, Option<String>)>, String> {
    let mut words = Vec::new();
    let mut rest = info.trim_start();
    while !rest.is_empty() {
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let word = rest[..end].to_owned();
        rest = &rest[end..];
        let value = match rest.strip_prefix('=') {
            None => None,
            Some(after) => {
                let (value, after) = match after.strip_prefix('"') {
                    Some(quoted) => {
                        quoted.split_once('"').ok_or_else(|| format!("the quote after `{word}=` is not closed"))?
                    }
                    None => after.split_at(after.find(' ').unwrap_or(after.len())),
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
    fn the_three_kinds_of_fence() {
        assert_eq!(read("rust"), Ok(Fence::Plain));
        assert_eq!(read(""), Ok(Fence::Plain));
        assert_eq!(read("python"), Ok(Fence::Plain));
        assert_eq!(read("output cpython"), Ok(Fence::Output { cpython: true }));
        assert_eq!(
            read(r#"python id=a-1 raises=KeyError differs="no threads, here""#),
            Ok(Fence::Cell {
                id: "a-1".into(),
                raises: Some("KeyError".into()),
                differs: Some("no threads, here".into())
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
        assert!(said("output twice").contains("cpython"));
    }
}
