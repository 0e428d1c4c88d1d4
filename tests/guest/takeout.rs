//! What a reader takes along: each page's script, run whole in CPython 3.14, gives what the page says.

use std::collections::BTreeMap;
use std::path::Path;

use paper::Gave;
use serde::Deserialize;
use serde_json::{Value, json};
use workbook::lesson::{Cell, Page, takeout};

use crate::guest::content::{answered_by, course, importable};

/// What a script has written.
#[derive(Deserialize)]
struct Written {
    output: String,
    errors: String,
}

/// The pieces of a page of the course in `content/`.
fn pieces(page: &Page) -> Vec<takeout::Piece<'_>> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let open = |name: &str| std::fs::read(content.join(name)).map_err(|error| format!("{name}: {error}"));
    let text = std::fs::read_to_string(content.join(&page.file)).expect("the page can be read");
    takeout::pieces(page, &text, &open).unwrap_or_else(|error| panic!("{error}"))
}

/// The cells of a page that its script runs.
fn shown(page: &Page) -> impl Iterator<Item = &Cell> {
    page.cells.iter().filter(|cell| !cell.is_starter)
}

#[test]
fn every_pages_script_gives_in_cpython_what_its_page_says() {
    let course = course();
    let pages: Vec<_> = course.pages.iter().filter(|page| shown(page).next().is_some()).collect();
    let scripts: Vec<Value> = pages
        .iter()
        .map(|page| {
            let text = takeout::script(&pieces(page), page, &course.title);
            let input: Vec<&String> = shown(page).flat_map(|cell| &cell.input).collect();
            json!({ "name": takeout::name(page), "text": text, "input": input })
        })
        .collect();
    let jobs = json!({ "importable": importable(&course), "scripts": scripts });
    let written: BTreeMap<String, Written> = answered_by("cpython-scripts.mjs", &jobs);
    let mut wrong = Vec::new();
    for page in pages {
        let Written { output, errors } = &written[&takeout::name(page)];
        let mut rest = output.as_str();
        let cells: Vec<&Cell> = shown(page).collect();
        for (number, cell) in cells.iter().enumerate() {
            rest = rest.strip_prefix(&format!("--- {}\n", cell.id)).unwrap_or_else(|| panic!("{}: {rest}", cell.id));
            let next = cells.get(number + 1).map(|next| format!("--- {}\n", next.id));
            let end = next.map_or(rest.len(), |next| rest.find(&next).unwrap_or_else(|| panic!("no {next} in {rest}")));
            let said = &rest[..end];
            rest = &rest[end..];
            let raised = cell.expected.raises.clone().filter(|raised| errors.contains(raised.as_str()));
            let gave = Gave { output: said.to_owned(), raised };
            let objections = cell.expected.cpython_objections(&gave);
            wrong.extend(objections.iter().map(|objection| format!("{} ({}): {objection}", page.file, cell.id)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

#[test]
fn every_pages_notebook_has_its_cells_in_order() {
    for page in &course().pages {
        let notebook: Value = serde_json::from_str(&takeout::notebook(&pieces(page))).expect("JSON");
        let cells = notebook["cells"].as_array().expect("cells");
        let code = cells.iter().filter(|cell| cell["cell_type"] == "code");
        let sources: Vec<String> = code
            .map(|cell| cell["source"].as_array().expect("lines").iter().filter_map(Value::as_str).collect())
            .collect();
        let wanted: Vec<&str> = page.cells.iter().map(|cell| cell.source.trim_end()).collect();
        assert_eq!(sources, wanted, "{}", page.file);
        let ids: std::collections::BTreeSet<_> = cells.iter().map(|cell| cell["id"].to_string()).collect();
        assert_eq!(ids.len(), cells.len(), "{}: each id is there once", page.file);
    }
}
