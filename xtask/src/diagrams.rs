//! Draws the course's diagrams with `xtask/diagrams.mjs`, and puts them into the pages. Each is drawn twice, for a
//! broad column and for a phone, with links, and stands there a third time as a list, for readers who can't see it.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};

use serde::Deserialize;
use workbook::lesson::{Course, Diagram, slot};

use crate::Result;
use crate::command::command;

/// A diagram's two drawings as SVG: for a broad column, and for a phone.
#[derive(Clone, Deserialize)]
struct Drawn {
    wide: String,
    tall: String,
}

/// All diagrams that were drawn so far, by their source. When an author changes a page, most diagrams stay as they are.
static KNOWN: Mutex<BTreeMap<String, Drawn>> = Mutex::new(BTreeMap::new());

/// Draws all diagrams of a course and puts them into the HTML of its pages.
pub fn draw(root: &Path, course: &mut Course) -> Result<()> {
    let sources: Vec<&str> =
        course.pages.iter().flat_map(|page| &page.diagrams).map(|diagram| diagram.source.as_str()).collect();
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let unknown: Vec<&str> = sources.into_iter().filter(|source| !known.contains_key(*source)).collect();
    if !unknown.is_empty() {
        let drawn = render(root, &unknown)?;
        known.extend(unknown.iter().map(|source| (*source).to_owned()).zip(drawn));
    }
    for (page_number, page) in course.pages.iter_mut().map(Rc::make_mut).enumerate() {
        for (number, diagram) in page.diagrams.iter().enumerate() {
            let drawn = known.get(&diagram.source).ok_or("a diagram was not drawn")?;
            let name = format!("{page_number}-{number}");
            page.html = page.html.replace(&slot(number), &figure(drawn, diagram, &name));
        }
    }
    Ok(())
}

/// Draws diagrams, given by their sources.
fn render(root: &Path, sources: &[&str]) -> Result<Vec<Drawn>> {
    let failed = |error: &dyn std::fmt::Display| format!("the diagrams can't be drawn: {error}");
    let mut node = command("node", root);
    node.arg("xtask/diagrams.mjs").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut node = node.spawn().map_err(|error| failed(&error))?;
    let request = serde_json::to_vec(sources).map_err(|error| failed(&error))?;
    if let Some(mut stdin) = node.stdin.take() {
        stdin.write_all(&request).map_err(|error| failed(&error))?;
    }
    let output = node.wait_with_output().map_err(|error| failed(&error))?;
    if !output.status.success() {
        return Err(failed(&String::from_utf8_lossy(&output.stderr)));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| failed(&error))
}

/// The HTML of a diagram: both drawings and the list. `name` is different for each diagram of the course.
fn figure(drawn: &Drawn, diagram: &Diagram, name: &str) -> String {
    let steps: String = diagram.steps.iter().map(|step| format!("<li>{}</li>", escape(step))).collect();
    let (wide, tall) =
        (svg(&drawn.wide, diagram, &format!("{name}-wide")), svg(&drawn.tall, diagram, &format!("{name}-tall")));
    format!(
        "<figure class=\"diagram\"><div class=\"wide\">{wide}</div><div class=\"tall\">{tall}</div>\n\
         <details><summary>The diagram as text</summary><ul>{steps}</ul></details></figure>\n"
    )
}

/// Fits a drawing into its page: removes its colours and fonts, so that the page's style sheets set them; makes its ids
/// unique, with `name`; adds links; and marks the nodes that stand for the page.
fn svg(drawn: &str, diagram: &Diagram, name: &str) -> String {
    let mut svg = drawn.to_owned();
    if let (Some(start), Some(end)) = (svg.find("<style>"), svg.find("</style>")) {
        svg.replace_range(start..end + "</style>".len(), "");
    }
    if let (Some(start), Some(end)) = (svg.find(" style=\""), svg.find('>')) {
        svg.replace_range(start..end, " role=\"group\" aria-label=\"Diagram\"");
    }
    svg = svg.replace("arrowhead", &format!("arrow-{name}"));
    for node in &diagram.here {
        svg = svg.replace(&opening(node), &opening_here(node));
    }
    for (node, target) in &diagram.links {
        let Some(start) = svg.find(&opening(node)).or_else(|| svg.find(&opening_here(node))) else { continue };
        let Some(length) = svg[start..].find("</g>") else { continue };
        svg.insert_str(start + length + "</g>".len(), "</a>");
        svg.insert_str(start, &format!("<a href=\"{}\">", escape(target)));
    }
    svg
}

/// What a node's element begins with in a drawing.
fn opening(node: &str) -> String {
    format!("<g class=\"node\" data-id=\"{node}\"")
}

/// The same for a node that stands for the page that the diagram is on.
fn opening_here(node: &str) -> String {
    format!("<g class=\"node here\" aria-current=\"page\" data-id=\"{node}\"")
}

/// A text as HTML that shows it.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_takes_the_pages_colours_and_gets_links() {
        let drawn = r##"<svg viewBox="0 0 1 1" style="--bg:#fff"><style>x</style><marker id="arrowhead"/><path marker-end="url(#arrowhead)"/><g class="node" data-id="a" data-shape="r"><text>A</text></g><g class="node" data-id="b"></g></svg>"##;
        let diagram = Diagram {
            source: String::new(),
            links: vec![("a".into(), "#/a".into())],
            here: vec!["b".into()],
            steps: vec!["A → B".into()],
        };
        let svg = svg(drawn, &diagram, "1-wide");
        assert!(
            svg.starts_with(
                "<svg viewBox=\"0 0 1 1\" role=\"group\" aria-label=\"Diagram\"><marker id=\"arrow-1-wide\"/>"
            ),
            "{svg}"
        );
        assert!(
            svg.contains("<a href=\"#/a\"><g class=\"node\" data-id=\"a\" data-shape=\"r\"><text>A</text></g></a>"),
            "{svg}"
        );
        assert!(svg.contains("<g class=\"node here\" aria-current=\"page\" data-id=\"b\">"), "{svg}");
    }
}
