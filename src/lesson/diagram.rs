//! A diagram as its author writes it, in the language Mermaid. This file finds out which of its nodes are links and
//! which stand for the page that the reader is on. The build draws the diagram (`xtask/src/diagrams.rs`).

use serde::{Deserialize, Serialize};

/// A flowchart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagram {
    /// The diagram in Mermaid, without the lines about links and about the page itself.
    pub source: String,
    /// Names of nodes that are links, each with the address that it leads to.
    pub links: Vec<(String, String)>,
    /// Names of the nodes that stand for the page itself.
    pub here: Vec<String>,
    /// The diagram as text, for readers who can't see it: a line for each arrow.
    pub steps: Vec<String>,
}

/// The element in a page's HTML that is replaced with the drawing of diagram number `number`.
pub fn slot(number: usize) -> String {
    format!("<div data-diagram=\"{number}\"></div>\n")
}

/// Reads the content of a `mermaid` fence. `resolve` is called with the target of each `click` and with its line within
/// the fence, counted from 0; it gives the address that the link leads to.
///
/// # Errors
/// Sentences for the author, each with its line within the fence, counted from 0.
pub fn read(code: &str, mut resolve: impl FnMut(&str, usize) -> String) -> Result<Diagram, Vec<(usize, String)>> {
    let mut diagram = Diagram { source: String::new(), links: Vec::new(), here: Vec::new(), steps: Vec::new() };
    let mut problems = Vec::new();
    let mut names: Vec<(String, String)> = Vec::new();
    let mut arrows: Vec<(String, String, String)> = Vec::new();
    for (number, line) in code.lines().enumerate() {
        let trimmed = line.trim();
        if let Some(rest) = trimmed.strip_prefix("click ") {
            match rest.split_once(' ').map(|(node, target)| (node, target.trim().trim_matches('"'))) {
                Some((node, target)) if !target.is_empty() => {
                    diagram.links.push((node.to_owned(), resolve(target, number)))
                }
                _ => problems
                    .push((number, "a click names a node and where it leads: `click page \"04-page.md\"`".to_owned())),
            }
            continue;
        }
        if let Some(nodes) = trimmed.strip_prefix("class ").and_then(|rest| rest.strip_suffix(" here")) {
            diagram.here.extend(nodes.split(',').map(|node| node.trim().to_owned()));
            continue;
        }
        if number > 0 {
            arrows_of(trimmed, &mut names, &mut arrows);
        }
        diagram.source.push_str(line);
        diagram.source.push('\n');
    }
    let known = |node: &String| names.iter().any(|(name, _)| name == node);
    let named = diagram.links.iter().map(|(node, _)| node).chain(&diagram.here);
    problems.extend(named.filter(|node| !known(node)).map(|node| (0, format!("the diagram has no node `{node}`"))));
    if !problems.is_empty() {
        return Err(problems);
    }
    let text =
        |node: &str| names.iter().find(|(name, _)| name == node).map_or(node.to_owned(), |(_, text)| text.clone());
    diagram.steps = arrows
        .iter()
        .map(|(from, words, to)| match words.as_str() {
            "" => format!("{} → {}", text(from), text(to)),
            words => format!("{} → {} ({words})", text(from), text(to)),
        })
        .collect();
    Ok(diagram)
}

/// Reads a line such as `a["A"] --> b["B"] -. words .-> c`. Adds its nodes to `names`, each with its label, and its
/// arrows to `arrows`: where each begins, its words, and where it ends.
fn arrows_of(line: &str, names: &mut Vec<(String, String)>, arrows: &mut Vec<(String, String, String)>) {
    let mut rest = line;
    let mut from: Option<(String, String)> = None;
    while let Some((node, after)) = node_of(rest, names) {
        if let Some((from, words)) = from.take() {
            arrows.push((from, words, node.clone()));
        }
        let after = after.trim_start();
        let Some(end) = after.find('>') else { return };
        let words = after[..end].trim_matches(|letter: char| " -.=".contains(letter)).to_owned();
        rest = after[end + 1..].trim_start();
        // The words may also follow the arrow: `-->|words|`.
        let (words, more) = match rest.strip_prefix('|').and_then(|rest| rest.split_once('|')) {
            Some((words, more)) => (words.to_owned(), more.trim_start()),
            None => (words, rest),
        };
        rest = more;
        from = Some((node, words));
    }
}

/// Reads the node that `text` begins with and adds it to `names`. Gives its name and the text that follows it; `None`
/// if `text` begins with no node.
fn node_of<'a>(text: &'a str, names: &mut Vec<(String, String)>) -> Option<(String, &'a str)> {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len());
    let (node, rest) = text.split_at(end);
    if node.is_empty() {
        return None;
    }
    let (label, rest) = match rest.chars().next() {
        Some('[' | '(' | '{') => {
            let close = rest.find([']', ')', '}'])?;
            let label = rest[..close].trim_matches(|letter: char| "[({\"".contains(letter)).to_owned();
            (Some(label), rest[close..].trim_start_matches([']', ')', '}']))
        }
        _ => (None, rest),
    };
    match names.iter_mut().find(|(name, _)| name == node) {
        Some((_, text)) => *text = label.unwrap_or_else(|| text.clone()),
        None => names.push((node.to_owned(), label.unwrap_or_else(|| node.to_owned()))),
    }
    Some((node.to_owned(), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = "graph LR\n  a[\"The first\"] --> b[\"B\"]\n  b -. applies in .-> c[\"C (a)\"]\n  click a \"01-x.md\"\n  class b here\n";

    #[test]
    fn links_and_places_are_taken_out() {
        let diagram = read(MAP, |target, _| target.to_uppercase()).unwrap();
        assert_eq!(diagram.links, [("a".to_owned(), "01-X.MD".to_owned())]);
        assert_eq!(diagram.here, ["b"]);
        assert!(!diagram.source.contains("click") && !diagram.source.contains("class"));
        assert_eq!(diagram.steps[0], "The first → B");
        assert!(diagram.steps[1].ends_with("(applies in)"), "{:?}", diagram.steps);
    }

    #[test]
    fn a_link_of_no_node_is_a_problem() {
        let problems = read("graph LR\n a --> b\n click c \"x\"\n", |target, _| target.to_owned()).unwrap_err();
        assert_eq!(problems, [(0, "the diagram has no node `c`".to_owned())]);
    }
}
