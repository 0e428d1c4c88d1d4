//! Output is shown as a terminal would show it: with colours, with lines that are overwritten, and with both streams in
//! their order.

use browser::{Reader, of};
use serde_json::json;

const LOG: &str = "document.querySelector('[data-cell=scratch] [role=log][aria-label=Output]')";

/// Runs a program in the scratch cell, which must end well; gives the exact text of its output.
async fn shown(reader: &Reader, source: &str) -> String {
    let state = reader.try_out(source).await;
    assert_eq!(state, "ok", "{source}");
    text(reader).await
}

/// The exact text of the scratch cell's output. WebDriver gives a text without white space at its ends, so a script
/// reads it.
async fn text(reader: &Reader) -> String {
    let text = reader
        .ask(&format!("[...{LOG}.querySelectorAll('[data-stream]')].map(stream => stream.textContent).join('')"))
        .await;
    text.as_str().expect("a text").to_owned()
}

/// The value of a CSS property that the browser has computed for the output's first element that a selector matches.
async fn computed(reader: &Reader, css: &str, property: &str) -> String {
    let value =
        reader.ask(&format!("getComputedStyle({LOG}.querySelector('{css}')).getPropertyValue('{property}')")).await;
    value.as_str().unwrap_or_else(|| panic!("no {property} of {css}")).to_owned()
}

#[tokio::test]
async fn colours_and_looks_are_shown_in_both_themes() {
    let reader = Reader::new().await;
    reader.open("").await;
    let program = r"print('\x1b[31mred\x1b[0m plain \x1b[1;4mbold\x1b[22;24m \x1b[44mon blue\x1b[0m \x1b[7minverse\x1b[0m \x1b[38;5;196m256\x1b[38;2;0;200;0mrgb\x1b[0m')
print('\x1b]0;title\x07\x1b[?25l\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\')";
    assert_eq!(shown(&reader, program).await, "red plain bold on blue inverse 256rgb\nlink\n");
    assert_eq!(reader.ask(&format!("{LOG}.querySelector('[data-ink=red]').textContent")).await, json!("red"));
    assert_eq!(
        reader.ask(&format!("{LOG}.querySelectorAll('[style], a').length")).await,
        json!(0),
        "no inline styles, and no links"
    );
    assert_eq!(computed(&reader, "[data-look~=bold]", "font-weight").await, "700");
    assert!(computed(&reader, "[data-look~=underline]", "text-decoration-line").await.contains("underline"));
    for theme in ["light", "dark"] {
        reader.ask(&format!("document.documentElement.dataset.theme = '{theme}'")).await;
        let plain = computed(&reader, "pre", "color").await;
        let red = computed(&reader, "[data-ink=red]", "color").await;
        assert_ne!(red, plain, "{theme}");
        assert_ne!(red, computed(&reader, "[data-ink=green]", "color").await, "{theme}");
        assert_ne!(computed(&reader, "[data-ground=blue]", "background-color").await, "rgba(0, 0, 0, 0)", "{theme}");
        assert_eq!(computed(&reader, "[data-look~=inverse]", "background-color").await, plain, "{theme}");
        reader.is_accessible(&format!("an output in colour, {theme}")).await;
        reader.scroll_to(&of("scratch")).await;
        reader.photograph(&format!("terminal-{theme}")).await;
    }
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn lines_are_written_over() {
    let reader = Reader::new().await;
    reader.open("").await;
    assert_eq!(shown(&reader, r"print('12345\b\bX')").await, "123X5\n");
    assert_eq!(shown(&reader, r"print('one\ttwo\r\nlong line\rshort\x1b[K\x07!')").await, "one\ttwo\nshort!\n");
    let bar = "import sys
for done in range(2_001):
    print(f'\\r{done / 20:3.0f}% |{\"#\" * (done // 200):<10}|', end='', file=sys.stderr)
print(file=sys.stderr)
print('done')";
    assert_eq!(shown(&reader, bar).await, "100% |##########|\ndone\n");
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn both_streams_come_in_the_order_in_which_they_were_written() {
    let reader = Reader::new().await;
    reader.open("").await;
    let program = "import sys
print('out', end=' ')
print('err', file=sys.stderr)
for letter in 'abc':
    sys.stdout.write(letter)
    sys.stderr.write(letter.upper())
print()";
    assert_eq!(shown(&reader, program).await, "out err\naAbBcC\n");
    let streams = reader.ask(&format!("[...{LOG}.querySelectorAll('[data-stream]')].map(stream => stream.dataset.stream + ':' + stream.textContent)")).await;
    assert_eq!(
        streams,
        json!([
            "stdout:out ",
            "stderr:err\n",
            "stdout:a",
            "stderr:A",
            "stdout:b",
            "stderr:B",
            "stdout:c",
            "stderr:C",
            "stdout:\n"
        ])
    );
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn results_and_tracebacks_have_their_colours_and_names_are_text() {
    let reader = Reader::new().await;
    reader.open("").await;
    let program = r"class Green:
    def __repr__(self):
        return '\x1b[32mgreen\x1b[0m\x07'
Green()";
    assert_eq!(shown(&reader, program).await, "green\n");
    assert_eq!(
        reader.ask(&format!("{LOG}.querySelector('[data-stream=result] [data-ink=green]').textContent")).await,
        json!("green")
    );
    assert_eq!(reader.try_out(r"raise ValueError('\x1b[1mbold\x1b[0m\x1b]0;title')").await, "error");
    assert!(text(&reader).await.ends_with("\nValueError: bold\n"));
    assert_eq!(
        reader.ask(&format!("{LOG}.querySelector('[data-stream=stderr] [data-look=bold]').textContent")).await,
        json!("bold")
    );
    assert_eq!(reader.try_out("import json\nsetattr(json, '\\x1b[31mred\\x07', 1)").await, "ok");
    reader
        .until(&format!(
            "document.querySelector(\"{} table[aria-label=Residue]\")?.textContent.includes('x1b[31mred') === true",
            of("scratch")
        ))
        .await;
    reader.leave().await.expect("the browser ends");
}
