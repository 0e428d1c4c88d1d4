//! Lenses: pictures where an author has put them, and of what is selected in a cell.

use browser::{Reader, Site, of};
use fantoccini::key::Key;
use serde_json::json;

/// A class, an instance that hides nothing from it, and an import.
const SOURCE: &str =
    "class Job:\n    name = property(lambda self: 'fixed')\njob = Job()\njob.__dict__['name'] = 'own'\n";

/// Selects all of a cell's code, and presses "Look closer" there. Gives what has become of the lens.
async fn look_closer(reader: &Reader, cell: &str, source: &str) -> String {
    reader.write(cell, source).await;
    let keys = format!("{}a{}", char::from(Key::Control), char::from(Key::Null));
    reader.client.active_element().await.expect("the editor").send_keys(&keys).await.expect("keys");
    reader.until(&format!("document.querySelector('{} .editor').hasAttribute('data-selection')", of(cell))).await;
    reader.press(&of(cell), "Look closer").await;
    ended(reader, &format!("{} [data-lens]", of(cell))).await
}

/// Waits until a lens has drawn or failed.
async fn ended(reader: &Reader, css: &str) -> String {
    reader.find(&format!("{css}:is([data-state=drawn], [data-state=failed])")).await;
    reader.find(css).await.attr("data-state").await.expect("the browser answers").unwrap_or_default()
}

#[tokio::test]
async fn what_is_selected_is_looked_at_and_the_interpreter_does_not_notice() {
    let reader = Reader::new().await;
    reader.open("").await;
    let lens = format!("{} [data-lens]", of("scratch"));
    reader.press(&of("scratch"), "Look closer").await;
    assert!(reader.text(&lens).await.contains("Select something"), "nothing is selected");
    assert_eq!(reader.try_out(SOURCE).await, "ok");
    // A lookup, as a table whose parts have words beside their colours.
    assert_eq!(look_closer(&reader, "scratch", "job.name").await, "drawn");
    assert_eq!(reader.find(&lens).await.attr("data-lens").await.unwrap().as_deref(), Some("lookup"));
    let answers = reader.all(&format!("{lens} table [data-mark=answers]")).await;
    assert_eq!(answers.len(), 1);
    assert!(reader.text(&lens).await.contains("hidden"));
    reader.photograph("lens-lookup").await;
    // A tree: the arrow keys go from node to node, and the source shows where.
    assert_eq!(look_closer(&reader, "scratch", "total = 1 + 2 * job").await, "drawn");
    let marked = format!("document.querySelector('{lens} .lens-source mark').textContent");
    reader.ask(&format!("document.querySelector('{lens} [role=treeitem]').focus()")).await;
    assert_eq!(reader.ask(&marked).await, json!("total = 1 + 2 * job"));
    let down = char::from(Key::Down).to_string();
    reader.client.active_element().await.unwrap().send_keys(&down).await.unwrap();
    reader.until(&format!("{marked} === 'total'")).await;
    // What does not end is a sentence; so is what is no Python.
    assert_eq!(look_closer(&reader, "scratch", "isinstance(").await, "failed");
    assert_eq!(look_closer(&reader, "scratch", "import no_such_module").await, "drawn");
    assert_eq!(look_closer(&reader, "scratch", "class Made(Job): pass").await, "drawn");
    assert_eq!(reader.try_out("'Made' in globals(), 'total' in globals()").await, "ok");
    assert_eq!(reader.output("scratch").await, "(False, False)", "looking was done in a fork");
    reader.press(&of("scratch"), "Close").await;
    assert!(reader.all(&format!("{lens} .lens-reading")).await.is_empty());
    reader.leave().await.expect("the browser ends");
}

#[tokio::test]
async fn a_lens_of_a_page_shows_what_the_page_says() {
    let site = Site::new("lenses").with_another_course();
    let reader = Reader::new().await;
    reader.visit(&format!("{}#/countdown", site.path)).await;
    reader.until_python("ready").await;
    reader.until_editors().await;
    let lens = "[data-lens=lookup]";
    reader.press(lens, "Look closer").await;
    assert_eq!(ended(&reader, lens).await, "failed", "the cell above has not run");
    assert!(reader.text(lens).await.contains("run them first"));
    assert_eq!(reader.run("lazy").await, "ok");
    reader.press(lens, "Look again").await;
    reader.find(&format!("{lens}[data-state=drawn]")).await;
    for width in [1280, 360] {
        reader.resize(width, 900).await;
        reader.scroll_to(lens).await;
        let said = reader.text(&format!("{lens} .lens-reading")).await;
        let page = reader
            .ask(&format!(
                "document.querySelector('{lens} details pre').textContent.split('\\n')[0].replaceAll('`', '')"
            ))
            .await;
        assert_eq!(json!(said), page);
        reader.is_accessible(&format!("a lens at {width} pixels")).await;
        assert_eq!(
            reader.ask("document.documentElement.scrollWidth <= document.documentElement.clientWidth").await,
            json!(true),
            "the page is not wider than {width} pixels"
        );
        reader.photograph(&format!("lens-{width}")).await;
    }
    reader.leave().await.expect("the browser ends");
}
