//! Pages of a few lines, and what reading them gives.

use super::*;

/// Reads a page of a course that has another page `02-y.md`, a Python file and some pictures.
fn page(text: &str) -> Read {
    let around = Surroundings {
        slugs: BTreeMap::from([("01-x.md", "x"), ("02-y.md", "y")]),
        terms: &[],
        glossary: None,
        file: &|name| match name {
            "a.py" => Ok(b"def f():\n    pass\n".to_vec()),
            "pages/dot.png" => Ok(vec![0x89, b'P', b'N', b'G']),
            "pages/dot.txt" => Ok(Vec::new()),
            "pages/big.png" => Ok(vec![0; 1 << 20]),
            _ => Err(format!("no {name}")),
        },
        names: &|_| Vec::new(),
    };
    read(text, "pages/01-x.md", "x", &around)
}

#[test]
fn a_cell_takes_the_output_right_below() {
    let read = page("# T\n\n```python id=a raises=E\n1\n```\n\n```output\n1\n```\n\ntext\n");
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    let cell = &read.page.cells[0];
    assert_eq!((cell.id.as_str(), cell.source.as_str(), cell.line), ("a", "1\n", 3));
    assert_eq!(cell.expected.output, "1\n");
    assert!(read.page.html.contains("<div data-slot=\"cell a\"></div>"));
    assert!(!read.page.html.contains("language-output"));
}

#[test]
fn a_lens_is_about_what_the_cells_above_it_have_made() {
    let read =
        page("# T\n\n```python id=a\nx = 1\n```\n\n```lens id=l kind=tree\nx\n```\n\n```output\nOne name.\n```\n");
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    let lens = &read.page.lenses[0];
    assert_eq!((lens.id.as_str(), lens.kind.as_str(), lens.subject.as_str(), lens.cells), ("l", "tree", "x", 1));
    assert_eq!((lens.text.as_str(), read.page.cells[0].expected.output.as_str()), ("One name.\n", ""));
    assert!(read.page.html.contains("<div data-slot=\"lens l\"></div>"));
    let said = |text: &str| page(text).problems.into_iter().map(|problem| problem.text).collect::<String>();
    assert!(said("# T\n\n```lens id=l kind=tree\nx\n```\n").contains("right below it"));
    assert!(said("# T\n\n```lens id=l kind=tree\n```\n\n```output\n1\n```\n").contains("has the Python"));
    assert!(
        said("# T\n\n```lens id=l kind=tree\nx\n```\n\n```output cpython\n1\n```\n").contains("the same in CPython")
    );
}

#[test]
fn a_cell_may_stand_inside_a_list() {
    let read = page("# T\n\n1. one\n\n   ```python id=a\n   x = 1\n   ```\n\n2. two\n");
    assert_eq!(read.page.cells[0].source, "x = 1\n");
    assert!(read.page.html.contains("<li>\n<p>one</p>\n<div data-slot=\"cell a\"></div>\n</li>"), "{}", read.page.html);
}

#[test]
fn links_between_pages_become_routes() {
    let read = page("# T\n\n[y](02-y.md) [z](#here) [w](https://x.org/a.md)\n\n## Here\n");
    assert!(read.page.html.contains("href=\"#/y\""));
    assert!(read.page.html.contains("href=\"#/x/here\""));
    assert!(read.page.html.contains("href=\"https://x.org/a.md\""));
    assert_eq!(read.page.headings[0].anchor, "here");
}

#[test]
fn a_term_that_is_named_must_be_defined() {
    let terms = terms::read("| T | M |\n| --- | --- |\n| Reset hook | way back |\n", OPTIONS, |_| None, |_| None);
    let around = Surroundings {
        slugs: BTreeMap::new(),
        terms: &terms,
        glossary: Some("g"),
        file: &|name| Err(name.to_owned()),
        names: &|_| Vec::new(),
    };
    let read = read("# T\n\n[hooks](term:reset-hook)\n[x](term:no-such)\n", "pages/01-x.md", "x", &around);
    assert!(read.page.html.contains("href=\"#/g/term-reset-hook\""), "{}", read.page.html);
    assert_eq!(read.problems.len(), 1);
    assert_eq!(read.problems[0].line, 4);
}

#[test]
fn mistakes_have_their_line() {
    let read =
        page("# T\n\n[y](03-z.md)\n\n```output\n1\n```\n\n```python id=a\n```\n```python id=a differs=\"x\"\n```\n");
    let lines: Vec<_> = read.problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [3, 5, 11, 11], "{:?}", read.problems);
}

#[test]
fn files_exercises_and_answers_have_their_places() {
    let read = page(
        "# T\n\n```python file=a.py only=f\n```\n\n```exercise id=e\nWhy?\nHow?\n```\n\n\
         ## Answer {exercise=e}\n\nSo.\n\n### More\n\n## Next\n\n- [ ] done\n",
    );
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    let html = &read.page.html;
    assert!(html.contains("<code>a.py</code>, lines 1 to 2"), "{html}");
    assert!(html.contains("<div data-slot=\"exercise e\"></div>"));
    let answer = html.split("<section data-answer=\"e\">").nth(1).and_then(|rest| rest.split("</section>").next());
    assert!(answer.is_some_and(|answer| answer.contains("More") && !answer.contains("Next")), "{html}");
    assert_eq!(read.page.exercises[0].boxes, ["Why?", "How?"]);
    assert_eq!((read.answers[0].anchor.as_str(), read.answers[0].line), ("answer", 11));
    assert!(page("# T\n\n```python file=b.py\n```\n").problems[0].text.contains("no b.py"));
}

#[test]
fn diagrams_lead_to_pages() {
    let read = page("# T\n\n```mermaid\ngraph LR\n  a --> b\n  click a \"02-y.md\"\n  click b \"03-z.md\"\n```\n");
    assert_eq!(read.page.diagrams[0].links[0].1, "#/y");
    assert_eq!(read.problems[0].line, 7, "{:?}", read.problems);
}

#[test]
fn admonitions_and_code_keep_their_letters() {
    let read = page("# T\n\n> [!WARNING]\n> a < b\n\n```text\n<b>\n```\n");
    assert!(read.page.html.contains("data-kind=\"warning\""));
    assert!(read.page.html.contains("&lt;b&gt;"));
}

/// The `id` attributes of a page's HTML and the ids of what goes into its slots, in order.
fn ids(read: &Read) -> Vec<String> {
    let written = read.page.html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned);
    let cells = read.page.cells.iter().map(|cell| cell.id.clone());
    written.chain(cells).chain(read.page.exercises.iter().map(|exercise| exercise.id.clone())).collect()
}

/// Checks that no id is given twice, the workbook's own ids included.
#[track_caller]
fn each_id_is_there_once(read: &Read) {
    let mut all: Vec<String> = ids(read);
    all.extend(["main", "scratch", "cleanup", "try-anything"].map(str::to_owned));
    all.sort();
    let twice: Vec<_> = all.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].clone()).collect();
    assert!(twice.is_empty(), "{twice:?}\n{}", read.page.html);
}

/// The line and the sentence of each problem of a page.
#[track_caller]
fn problems(text: &str) -> Vec<(usize, String)> {
    page(text).problems.into_iter().map(|problem| (problem.line, problem.text)).collect()
}

#[test]
fn a_heading_gives_way_to_everything_that_has_its_name() {
    let text = "# Title\n\n## Title\n\n## Side by side\n\n```python id=side-by-side\n```\n\n## Mine {#scores}\n\n## Scores\n\n\
                ## Ask\n\n```exercise id=ask\nWhy?\n```\n\n## Try anything\n\n## Main\n\n## Scratch\n\n## Cleanup\n\n<i id=\"raw\"></i>\n\n## Raw\n";
    let read = page(text);
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    each_id_is_there_once(&read);
    let anchors: Vec<_> = read.page.headings.iter().map(|heading| heading.anchor.as_str()).collect();
    assert_eq!(
        anchors,
        [
            "title-1",
            "side-by-side-1",
            "scores",
            "scores-1",
            "ask-1",
            "try-anything-1",
            "main-1",
            "scratch-1",
            "cleanup-1",
            "raw-1"
        ]
    );
}

#[test]
fn headings_with_the_same_words_are_counted_as_github_counts_them() {
    let read = page("# T\n\n## A\n\n## A\n\n## A 1\n\n## ???\n\n## !\n\n## Über *uns* `x_y`\n");
    let anchors: Vec<_> = read.page.headings.iter().map(|heading| heading.anchor.as_str()).collect();
    assert_eq!(anchors, ["a", "a-1", "a-1-1", "section", "section-1", "über-uns-x_y"]);
}

#[test]
fn an_id_that_an_author_gives_belongs_to_one_thing() {
    let twice = |text: &str, line: usize, says: &str| {
        let problems = problems(text);
        let [(at, sentence)] = &problems[..] else { panic!("{text}\n{problems:?}") };
        assert_eq!(*at, line, "{text}\n{sentence}");
        assert!(sentence.contains(says), "{text}\n{sentence}");
    };
    twice("# T\n\n```python id=a\n```\n\n```python id=a\n```\n", 6, "`a` is taken: the cell in line 3 has it");
    twice("# T\n\n```python id=a\n```\n\n```exercise id=a\nWhy?\n```\n", 6, "the cell in line 3");
    twice("# T\n\n## X {#a}\n\n```python id=a\n```\n", 5, "the heading in line 3");
    twice("# T\n\n## X {#a}\n\n## Y {#a}\n", 5, "the heading in line 3");
    twice("# T {#a}\n\n<b id=a></b>\n", 3, "the heading in line 1");
    twice("# T\n\n<div>\n<b class='x' id='a'></b>\n</div>\n\nText <b ID=\"a\"></b>\n", 7, "the HTML in line 4");
    for id in ["main", "scratch", "cleanup", "try-anything"] {
        twice(&format!("# T\n\n```python id={id}\n```\n"), 3, "the workbook itself");
        twice(&format!("# T\n\n```exercise id={id}\nWhy?\n```\n"), 3, "the workbook itself");
        twice(&format!("# T\n\n## X {{#{id}}}\n"), 3, "the workbook itself");
        twice(&format!("# T\n\n<i id={id}></i>\n"), 3, "the workbook itself");
    }
    twice("# T\n\n## X {#a:b}\n", 3, "only letters, digits, `-` and `_`");
    twice("# T\n\n<i id=\"a b\"></i>\n", 3, "only letters, digits, `-` and `_`");
    assert_eq!(
        problems(
            "# T\n\n<!-- <i id=a></i> -->\n\n<i data-id=a id=\"b\" title='id=\"c\"'></i>\n\n```python id=a\n```\n\n## X {#c}\n"
        ),
        []
    );
}

#[test]
fn a_cell_may_have_the_name_of_a_place() {
    let read = page("# T\n\n```python id=checks\n```\n\n```checks\n```\n");
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    assert!(
        read.page.html.contains("data-slot=\"cell checks\"") && read.page.html.contains("data-slot=\"checks\""),
        "{}",
        read.page.html
    );
}

#[test]
fn footnotes_lead_to_their_text_and_take_no_name_away() {
    let read =
        page("# T\n\nOne[^n], two[^m], one again[^n].\n\n[^n]: First.\n[^m]: Second.\n\n## N\n\n```python id=m\n```\n");
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    each_id_is_there_once(&read);
    let html = &read.page.html;
    assert_eq!(html.matches("<a href=\"#/x/note:1\">1</a>").count(), 2, "{html}");
    assert!(html.contains("<a href=\"#/x/note:2\">2</a>"), "{html}");
    assert!(html.contains("id=\"note:1\"") && html.contains("id=\"note:2\""), "{html}");
    assert_eq!(read.page.headings[0].anchor, "n");
    let twice = problems("# T\n\nOne[^n].\n\n[^n]: First.\n\n[^n]: Second.\n");
    assert!(matches!(&twice[..], [(7, text)] if text.contains("the footnote `n`")), "{twice:?}");
}

#[test]
fn links_lead_to_pages_of_the_course_or_out_of_it() {
    for good in ["https://x.org/a.html", "HTTPS://x.org", "mailto:a@b.c", "02-y.md", "#here", "02-y.md#%C3%BCber"] {
        assert_eq!(problems(&format!("# T\n\n[x]({good})\n")), [], "{good}");
    }
    assert_eq!(problems("# T\n\n<https://x.org> and <a@b.c>\n"), []);
    let refused = [
        "http://x.org",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java&#10;script:alert(1)",
        "javascript:void(0)//.md",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc",
        "//x.org/a",
        "a.py",
        "../capstone/a.py",
        "03-z.md",
        "/",
        "02-y.html",
        "",
    ];
    for url in refused {
        let found = problems(&format!("# T\n\n\n[x]({url})\n"));
        assert!(matches!(&found[..], [(4, _)]), "{url}: {found:?}");
    }
    let found = problems(
        "# T\n\n## See [y](02-y.md) and [z](03-z.md)\n\n```mermaid\ngraph LR\n  a --> b\n  click a \"javascript:x\"\n```\n",
    );
    assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [3, 8], "{found:?}");
    let read = page("# T\n\n## See [y](02-y.md#%C3%BCber)\n");
    assert!(read.page.html.contains("href=\"#/y/%C3%BCber\""), "{}", read.page.html);
    assert_eq!(read.links[0].anchor, "über");
}

#[test]
fn links_in_html_are_checked_too() {
    assert_eq!(problems("# T\n\n<a href=\"https://x.org\">x</a>\n"), []);
    for (line, bad) in [
        (3, "<a href=\"javascript:x\">y</a>"),
        (4, "<div>\n<a href='02-y.md'>y</a>\n</div>"),
        (3, "<img alt=\"\" src=a.png>"),
        (3, "<img src='https://x.org/a.png'>"),
        (3, "<form action=\"java&#115;cript:x\"></form>"),
    ] {
        let found = problems(&format!("# T\n\n{bad}\n"));
        assert!(matches!(&found[..], [(at, _)] if *at == line), "{bad}: {found:?}");
    }
}

#[test]
fn a_picture_is_there_and_travels_with_its_page() {
    let read = page("# T\n\n![a dot](dot.png)\n\n## With ![it](../pages/dot.png)\n");
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    assert_eq!(read.page.html.matches("src=\"data:image/png;base64,iVBORw==\"").count(), 2, "{}", read.page.html);
    assert!(read.page.html.contains("alt=\"a dot\""), "{}", read.page.html);
    for bad in [
        "no.png",
        "../../dot.png",
        "/dot.png",
        "dot.txt",
        "javascript:x",
        "file:///dot.png",
        "https:",
        "https://x.org/a.svg",
        "",
    ] {
        let found = problems(&format!("# T\n\n![x]({bad})\n"));
        assert!(matches!(&found[..], [(3, _)]), "{bad}: {found:?}");
    }
    assert!(problems("# T\n\n![x](big.png)\n")[0].1.contains("at most"));
}
