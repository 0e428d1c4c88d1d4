//! A page for use outside of the workbook: as a Jupyter notebook, and as a plain script.
//!
//! 1. [`pieces`] cuts a page's Markdown at its cells. What only the workbook can do (predictions, forms, lenses, exit slots,
//!    the checks) is left out; files are filled in; links lead to the other pages' notebooks.
//! 2. [`notebook`] and [`script`] write the pieces. In both the cells are what they are on the page, so they give what
//!    the page says that they give in CPython.

use std::path::Path;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use serde_json::{Value, json};

use super::anchors::own_cell;
use super::fence::{self, Fence};
use super::links::is_outside;
use super::markdown::OPTIONS;
use super::{Cell, Page, listing, picture};

/// A piece of a page.
#[derive(Debug, PartialEq)]
pub enum Piece<'a> {
    /// Text in Markdown.
    Text(String),
    /// A cell.
    Cell(&'a Cell),
}

/// The name of a page's notebook and script, without their ends: that of its Markdown file.
pub fn name(page: &Page) -> String {
    Path::new(&page.file).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The pieces of a page. `text` is its Markdown; `open` reads a file of the course, given its path below the course's
/// folder.
///
/// # Errors
/// If a file that the page shows can't be read.
pub fn pieces<'a>(
    page: &'a Page,
    text: &str,
    open: &dyn Fn(&str) -> Result<Vec<u8>, String>,
) -> Result<Vec<Piece<'a>>, String> {
    let mut pieces = Vec::new();
    let mut prose = String::new();
    let mut done = 0;
    let mut events = Parser::new_ext(text, OPTIONS).into_offset_iter();
    while let Some((event, place)) = events.next() {
        let replaced = match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let mut code = String::new();
                for (event, _) in events.by_ref() {
                    match event {
                        Event::Text(text) => code.push_str(&text),
                        Event::End(TagEnd::CodeBlock) => break,
                        _ => {}
                    }
                }
                of_fence(&info, &code, page, open)?
            }
            Event::Start(Tag::Heading { .. }) => {
                let heading = &text[place.clone()];
                heading
                    .rfind('{')
                    .filter(|_| heading.trim_end().ends_with('}'))
                    .map(|at| Fenced::Text(heading[..at].trim_end().to_owned() + "\n"))
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let link = &text[place.clone()];
                let inner = link.strip_prefix('[').and_then(|rest| rest.rsplit_once("](")).map(|(inner, _)| inner);
                inner.and_then(|inner| linked(inner, &dest_url)).map(Fenced::Text)
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                let address = picture::address(&dest_url, &page.file, open)?;
                Some(Fenced::Text(text[place.clone()].replace(&*dest_url, &address)))
            }
            _ => None,
        };
        let Some(replaced) = replaced.filter(|_| place.start >= done) else { continue };
        prose.push_str(&text[done..place.start]);
        done = place.end;
        match replaced {
            Fenced::Text(text) => prose.push_str(&text),
            Fenced::Cell(id) => {
                if let Some(cell) = page.cells.iter().find(|cell| cell.id == id) {
                    push_text(&mut pieces, &mut prose);
                    pieces.push(Piece::Cell(cell));
                }
            }
        }
    }
    prose.push_str(&text[done..]);
    push_text(&mut pieces, &mut prose);
    Ok(pieces)
}

/// What stands in the place of something.
enum Fenced {
    /// This text.
    Text(String),
    /// The cell with this id.
    Cell(String),
}

/// What stands in the place of a fence; `None` if it stays.
fn of_fence(
    info: &str,
    code: &str,
    page: &Page,
    open: &dyn Fn(&str) -> Result<Vec<u8>, String>,
) -> Result<Option<Fenced>, String> {
    Ok(match fence::read(info)? {
        Fence::Cell { id, .. } => Some(Fenced::Cell(id)),
        Fence::Exercise { id, .. } => {
            match page.cells.iter().find(|cell| cell.is_starter && cell.id == own_cell(&id)) {
                Some(cell) => Some(Fenced::Cell(cell.id.clone())),
                None => Some(Fenced::Text(code.lines().map(|label| format!("- {}\n", label.trim())).collect())),
            }
        }
        Fence::Listing { file, only } => {
            let text = String::from_utf8(open(&file)?).map_err(|_| format!("{file} is no text"))?;
            let shown = match only.as_deref().and_then(|name| listing::definition(&text, name)) {
                Some((_, shown)) => shown,
                None => text,
            };
            Some(Fenced::Text(format!("```python\n# {file}\n{}\n```", shown.trim_end())))
        }
        Fence::Output { .. }
        | Fence::Predict { .. }
        | Fence::Exit { .. }
        | Fence::Form { .. }
        | Fence::Lens { .. }
        | Fence::Checks
        | Fence::Reach => Some(Fenced::Text(String::new())),
        Fence::Diagram | Fence::Plain => None,
    })
}

/// A link whose text is `inner`, as it is in a notebook; `None` if it stays. A notebook has no names for places, and the
/// glossary's terms have no notebooks.
fn linked(inner: &str, url: &str) -> Option<String> {
    if is_outside(url).unwrap_or(true) && !url.starts_with("term:") {
        return None;
    }
    let (file, _) = url.split_once('#').unwrap_or((url, ""));
    match file.strip_suffix(".md") {
        Some(name) => Some(format!("[{inner}]({name}.ipynb)")),
        None => Some(inner.to_owned()),
    }
}

fn push_text(pieces: &mut Vec<Piece<'_>>, prose: &mut String) {
    let text = std::mem::take(prose);
    let mut lines: Vec<&str> = Vec::new();
    // What was left out leaves empty lines behind.
    for line in text.trim().lines() {
        if !(line.trim().is_empty() && lines.last().is_some_and(|last| last.trim().is_empty())) {
            lines.push(line);
        }
    }
    if !lines.is_empty() {
        pieces.push(Piece::Text(lines.join("\n")));
    }
}

/// What a notebook begins with where its cells import modules that only the workbook has.
const NEEDS: &str = "> Some cells import `residue` or `isolation`. Both are in the workbook's `take-along.zip`: put them beside this notebook.";

/// Pieces as a Jupyter notebook, in JSON (nbformat 4.5). The outputs are those that CPython has given.
pub fn notebook(pieces: &[Piece<'_>]) -> String {
    let ours = |source: &str| ["residue", "isolation"].iter().any(|name| source.contains(name));
    let needs = pieces.iter().any(|piece| matches!(piece, Piece::Cell(cell) if ours(&cell.source)));
    let needs = needs.then(|| Piece::Text(NEEDS.to_owned()));
    let lines = |text: &str| -> Vec<String> { text.split_inclusive('\n').map(str::to_owned).collect() };
    let cells: Vec<Value> = needs.iter().chain(pieces).enumerate().map(|(number, piece)| match piece {
        Piece::Text(text) => json!({ "cell_type": "markdown", "id": format!("text-{number}"), "metadata": {}, "source": lines(text) }),
        Piece::Cell(cell) => {
            // "Run all" goes on after such a cell.
            let fails = cell.is_starter || cell.expected.raises.is_some();
            let metadata = if fails { json!({ "tags": ["raises-exception"] }) } else { json!({}) };
            let printed = cell.expected.cpython_output.as_deref().unwrap_or(&cell.expected.output);
            let outputs = match printed.is_empty() {
                true => json!([]),
                false => json!([{ "output_type": "stream", "name": "stdout", "text": lines(printed) }]),
            };
            json!({
                "cell_type": "code", "id": id(cell), "metadata": metadata, "execution_count": null,
                "source": lines(cell.source.trim_end()), "outputs": outputs,
            })
        }
    }).collect();
    let notebook = json!({
        "nbformat": 4, "nbformat_minor": 5,
        "metadata": {
            "kernelspec": { "name": "python3", "display_name": "Python 3", "language": "python" },
            "language_info": { "name": "python", "version": "3.14" },
        },
        "cells": cells,
    });
    notebook.to_string() + "\n"
}

/// The id of a cell in a notebook, which has letters, digits, `-` and `_`, and 64 at most.
fn id(cell: &Cell) -> String {
    cell.id.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).take(64).collect()
}

/// What a script begins with: it runs itself cell by cell, as a notebook does, in a `__main__` that has nothing else in it.
const RUNNER: &str = r##"if "_run" not in globals():

    def _run(path):
        """Run the cells of this file, each after a line `# %% name`; show the value of a last expression, and go on after an exception."""
        import ast, linecache, sys, traceback, types

        main = sys.modules["__main__"] = types.ModuleType("__main__")
        with open(path, encoding="utf-8") as file:
            parts = file.read().split("\n# %% ")[1:]
        for part in parts:
            name, _, source = part.partition("\n")
            if name == "[markdown]":
                continue
            print(f"--- {name}")
            name = f"<{name}>"
            linecache.cache[name] = (len(source), None, source.splitlines(True), name)
            try:
                body = ast.parse(source, name).body
                last = ast.Expression(body.pop().value) if body and isinstance(body[-1], ast.Expr) else None
                exec(compile(ast.Module(body, []), name, "exec"), main.__dict__)
                value = None if last is None else eval(compile(last, name, "eval"), main.__dict__)
                if value is not None:
                    print(repr(value))
            except KeyboardInterrupt:
                raise
            except BaseException:
                traceback.print_exc()

    _run(__file__)
    raise SystemExit
"##;

/// Pieces as a script. Editors that know cells (`# %%`) run them one by one; Python runs them all.
pub fn script(pieces: &[Piece<'_>], page: &Page, course: &str) -> String {
    let title = |text: &str| text.replace('\\', "").replace("\"\"\"", "");
    let mut script = format!(
        "\"\"\"{}. A page of {}.\n\nPython 3.14 or newer runs its cells one after the other; `residue` and `isolation` stand beside it if it needs them.\n\"\"\"\n\n{RUNNER}",
        title(&page.title),
        title(course)
    );
    for piece in pieces {
        match piece {
            Piece::Text(text) => {
                script.push_str("\n# %% [markdown]\n");
                for line in text.lines() {
                    script.push_str(format!("# {line}").trim_end());
                    script.push('\n');
                }
            }
            // It waits for the reader's lines, and would be in the way of the cells after it.
            Piece::Cell(cell) if cell.is_starter => {
                script.push_str(&format!(
                    "\n# %% [markdown]\n# A task, `{}`: take the signs of comment away, and write.\n",
                    id(cell)
                ));
                for line in cell.source.trim_end().lines() {
                    script.push_str(format!("#     {line}").trim_end());
                    script.push('\n');
                }
            }
            Piece::Cell(cell) => script.push_str(&format!("\n# %% {}\n{}\n", cell.id, cell.source.trim_end())),
        }
    }
    script
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::Expectation;

    fn page() -> Page {
        let cell = |id: &str, source: &str, is_starter: bool| Cell {
            id: id.into(),
            source: source.into(),
            is_starter,
            expected: Expectation {
                output: "1\n".into(),
                raises: (id == "b").then(|| "KeyError".into()),
                ..Expectation::default()
            },
            ..Cell::default()
        };
        let cells =
            vec![cell("a", "print(1)\n", false), cell("b", "{}[1]\n", false), cell(&own_cell("t"), "x = ...\n", true)];
        Page { title: "One".into(), file: "pages/01-one.md".into(), cells, ..Page::default() }
    }

    const TEXT: &str = "# One\n\nSee [two](02-two.md#there), [here](#one) and [out](https://example.org/).\n\n```predict asks=output\n1\n```\n\n```python id=a\nprint(1)\n```\n\n```output\n1\n```\n\n## Then {exercise=t}\n\n```python\nplain\n```\n\n- in a list\n\n  ```python id=b raises=KeyError\n  {}[1]\n  ```\n\n```exercise id=t\n```\n\n```exercise id=u\nWhy?\n```\n\n```python file=x.py\n```\n";

    fn cut(page: &Page) -> Vec<Piece<'_>> {
        pieces(page, TEXT, &|file| Ok(format!("# of {file}\n").into_bytes())).unwrap()
    }

    #[test]
    fn a_page_is_cut_at_its_cells() {
        let page = page();
        let told: Vec<String> = cut(&page)
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Cell(cell) => format!("[{}]", cell.id),
            })
            .collect();
        assert_eq!(
            told,
            [
                "# One\n\nSee [two](02-two.ipynb), here and [out](https://example.org/).",
                "[a]",
                "## Then\n\n```python\nplain\n```\n\n- in a list",
                "[b]",
                &format!("[{}]", own_cell("t")),
                "- Why?\n\n```python\n# x.py\n# of x.py\n```",
            ]
        );
    }

    #[test]
    fn a_notebook_goes_on_after_an_exception() {
        let page = page();
        let notebook: Value = serde_json::from_str(&notebook(&cut(&page))).unwrap();
        assert_eq!(notebook["cells"][1]["source"], json!(["print(1)"]));
        assert_eq!(notebook["cells"][1]["outputs"][0]["text"], json!(["1\n"]));
        assert_eq!(notebook["cells"][3]["metadata"]["tags"], json!(["raises-exception"]));
        assert_eq!(notebook["nbformat_minor"], json!(5));
    }

    #[test]
    fn a_script_has_the_cells_as_they_are() {
        let page = page();
        let script = script(&cut(&page), &page, "Course");
        assert!(script.starts_with("\"\"\"One. A page of Course.\n"), "{script}");
        assert!(script.contains("\n# %% a\nprint(1)\n\n# %% [markdown]\n# ## Then\n"), "{script}");
        assert!(script.contains("\n# %% b\n{}[1]\n"), "{script}");
        assert!(script.contains("\n#     x = ...\n"), "{script}");
    }
}
