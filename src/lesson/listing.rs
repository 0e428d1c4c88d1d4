//! Finds one definition in a Python file, so that a page can show it from the file that the course ships, not from a
//! copy. The file is read by its indentation, four spaces a level.

/// The lines that define `name`, at the top level or as `Class.method`, with their decorators and without their
/// indentation. The number is that of the first line, counted from 1. `None` if the text does not define the name.
pub fn definition(text: &str, name: &str) -> Option<(usize, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut range = 0..lines.len();
    let mut indent = 0;
    for part in name.split('.') {
        let start = range.clone().find(|number| defines(lines[*number], indent, part))?;
        let end = (start + 1..range.end).find(|number| ends(lines[*number], indent)).unwrap_or(range.end);
        range = start..end;
        indent += 4;
    }
    let outer = indent - 4;
    let decorated = |number: &usize| depth(lines[*number]) == outer && lines[*number].trim_start().starts_with('@');
    let start = (0..range.start).rev().take_while(decorated).last().unwrap_or(range.start);
    let shown: Vec<&str> = lines[start..range.end].iter().map(|line| line.get(outer..).unwrap_or_default()).collect();
    Some((start + 1, shown.join("\n").trim_end().to_owned() + "\n"))
}

/// How many bytes of white space a line begins with.
fn depth(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Whether a line begins the definition of a function, a class or a variable of this name, at this indentation.
fn defines(line: &str, indent: usize, name: &str) -> bool {
    let rest = line.trim_start();
    let rest = ["async def ", "def ", "class "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let after = rest.strip_prefix(name).and_then(|rest| rest.chars().next());
    depth(line) == indent && after.is_some_and(|letter| "(:[ =".contains(letter))
}

/// Whether a line stands behind a definition that is indented by `indent`: it is no deeper than the definition, and
/// does not close a bracket of it.
fn ends(line: &str, indent: usize) -> bool {
    !line.trim().is_empty() && depth(line) <= indent && !line.trim_start().starts_with([')', ']', '}'])
}

#[cfg(test)]
mod tests {
    use super::definition;

    const TEXT: &str = "LIMIT = 3\n\n@decorated\nclass A:\n    x = 1\n\n    @property\n    def b(\n        self,\n    ):\n        return 1\n\n    def c(self): ...\n\n\ndef f():\n    pass\n";

    #[test]
    fn a_definition_comes_with_its_decorators() {
        assert_eq!(definition(TEXT, "f"), Some((16, "def f():\n    pass\n".into())));
        assert_eq!(definition(TEXT, "LIMIT"), Some((1, "LIMIT = 3\n".into())));
        let (line, class) = definition(TEXT, "A").unwrap();
        assert!(line == 3 && class.starts_with("@decorated\nclass A") && class.ends_with("def c(self): ...\n"));
        let (line, method) = definition(TEXT, "A.b").unwrap();
        assert_eq!((line, method.as_str()), (7, "@property\ndef b(\n    self,\n):\n    return 1\n"));
        assert_eq!(definition(TEXT, "A.d"), None);
    }
}
