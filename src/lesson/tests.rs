//! Courses in temporary folders, each read as a whole.

use std::path::PathBuf;

use super::*;

/// A folder with a course. It is removed when this value is dropped.
struct Folder(PathBuf);

impl Folder {
    /// Writes `course.toml` and the pages, each given by its file name and its text. Tests run at the same time, so
    /// each gives its folder a `name` of its own.
    fn new(name: &str, glossary: Option<&str>, pages: &[(&str, &str)]) -> Self {
        let folder = std::env::temp_dir().join(format!("workbook-lesson-{}-{name}", std::process::id()));
        std::fs::create_dir_all(folder.join("pages")).expect("a folder for the course");
        let names: Vec<String> = pages.iter().map(|(name, _)| format!("{name:?}")).collect();
        let glossary = glossary.map(|name| format!("glossary = {name:?}\n")).unwrap_or_default();
        let table = format!("title = \"C\"\n{glossary}pages = [{}]\n", names.join(", "));
        std::fs::write(folder.join("course.toml"), table).expect("the course's table");
        for (name, text) in pages {
            std::fs::write(folder.join("pages").join(name), text).expect("a page");
        }
        Self(folder)
    }

    fn problems(&self) -> Vec<String> {
        problems(&self.0)
    }
}

/// The problems of the course in a folder, as an author sees them.
fn problems(folder: &Path) -> Vec<String> {
    Course::read(folder).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

impl Drop for Folder {
    fn drop(&mut self) {
        // The system removes what stays in its temporary folder.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn two_pages_have_two_addresses() {
    let same = Folder::new(
        "slugs",
        None,
        &[("01-x.md", "# X\n"), ("02-x.md", "# Y\n"), ("03-.md", "# Z\n"), ("04-a b.md", "# A\n")],
    );
    let problems = same.problems();
    assert_eq!(problems.len(), 3, "{problems:?}");
    assert!(problems[0].contains("`x`") && problems[0].contains("01-x.md"), "{problems:?}");
    let repeated = Folder::new("repeated", None, &[("01-x.md", "# X\n"), ("01-x.md", "# X\n")]);
    assert_eq!(repeated.problems().len(), 1);
}

#[test]
fn a_term_is_explained_once_and_its_row_keeps_its_name() {
    let table = "# G\n\n| Term | Meaning |\n| --- | --- |\n| Hook | One |\n| Guard | Two |\n";
    let uses = "# X\n\nA hook, a guard.\n";
    assert_eq!(Folder::new("terms", Some("02-g.md"), &[("01-x.md", uses), ("02-g.md", table)]).problems(), [""; 0]);
    let twice =
        Folder::new("twice", Some("02-g.md"), &[("01-x.md", uses), ("02-g.md", &format!("{table}| hook | Three |\n"))]);
    let problems = twice.problems();
    assert!(
        matches!(&problems[..], [problem] if problem.starts_with("pages/02-g.md:7: ") && problem.contains("`term-hook`")),
        "{problems:?}"
    );
    let taken = format!("{table}\n## Term hook\n\n```python id=term-guard\n```\n");
    let problems = Folder::new("taken", Some("02-g.md"), &[("01-x.md", uses), ("02-g.md", &taken)]).problems();
    assert!(matches!(&problems[..], [problem] if problem.starts_with("pages/02-g.md:10: ")), "{problems:?}");
}

#[test]
fn every_place_of_a_page_can_be_linked_and_no_other() {
    let page = "# The title\n\n## Scores\n\n```python id=scores\n```\n\n<i id=\"raw\"></i>\n\n## Own {#mine}\n";
    let link = |anchor: &str| format!("# Y\n\n[x](01-x.md#{anchor})\n");
    for anchor in ["the-title", "scores", "scores-1", "raw", "mine"] {
        let course = Folder::new(anchor, None, &[("01-x.md", page), ("02-y.md", &link(anchor))]);
        assert_eq!(course.problems(), [""; 0], "{anchor}");
    }
    for anchor in ["own", "scores-2", "main"] {
        let course = Folder::new(anchor, None, &[("01-x.md", page), ("02-y.md", &link(anchor))]);
        assert!(matches!(&course.problems()[..], [problem] if problem.starts_with("pages/02-y.md:3: ")), "{anchor}");
    }
}

#[test]
fn an_exercise_has_one_answer() {
    let page = "# X\n\n```exercise id=e\nWhy?\n```\n\n## A {exercise=e}\n";
    assert_eq!(Folder::new("one", None, &[("01-x.md", page)]).problems(), [""; 0]);
    let problems = Folder::new("two", None, &[("01-x.md", &format!("{page}\n## B {{exercise=e}}\n"))]).problems();
    assert!(
        matches!(&problems[..], [problem] if problem.starts_with("pages/01-x.md:9: ") && problem.contains("in line 7")),
        "{problems:?}"
    );
}

#[test]
fn the_workbooks_own_course_has_no_problem() {
    assert_eq!(problems(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")), [""; 0]);
}
